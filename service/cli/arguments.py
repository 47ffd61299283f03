"""What may stand on the command line."""

import argparse
from pathlib import Path
from typing import Any

from service.cli.spelling import JSON, OUTPUT_FORMATS, PAGE, Wanted
from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT
from service.text.offsets import OFFSET_UNITS

PUBLISHED_HELP = "the day the articles appeared, such as 2026-03-02"


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m service", description="Metadata from the raw text of a news article."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser(
        "extract",
        help="print what is read from articles",
        description="Prints a line of JSON for each article; one that fails does not stop the others.",
    )
    extract.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="an article in UTF-8, as text or HTML, or articles as JSON lines; a folder for all in it; "
        "- for standard input",
    )
    extract.add_argument("--published", metavar="DATE", help=PUBLISHED_HELP)
    extract.add_argument(
        "--features", metavar="NAMES", default=",".join(FEATURES), help=f"comma-separated, of {', '.join(FEATURES)}"
    )
    extract.add_argument(
        "--max-claims",
        type=int,
        default=MAX_CLAIMS_DEFAULT,
        metavar="N",
        help=f"1 to {MAX_CLAIMS_LIMIT}, default %(default)s",
    )
    extract.add_argument("--offset-unit", choices=OFFSET_UNITS, default=OFFSET_UNITS[0], help="default %(default)s")
    extract.add_argument("--format", choices=OUTPUT_FORMATS, default=JSON, help="default %(default)s")
    extract.add_argument("--lines", action="store_true", help="standard input holds JSON lines")
    extract.add_argument("--processes", type=count, default=1, metavar="N", help="default %(default)s")
    extract.add_argument("--output", type=Path, metavar="FILE", help="instead of standard output; must not exist yet")
    extract.add_argument("--resume", action="store_true", help="add to the output what it does not hold yet")
    render = commands.add_parser(
        "render",
        help="print a page that shows an article with everything marked",
        description="Prints one HTML file that needs no other, and no network.",
    )
    render.add_argument(
        "files", nargs=1, metavar="FILE", help="an article in UTF-8, as text or HTML; - for standard input"
    )
    render.add_argument("--published", metavar="DATE", help=PUBLISHED_HELP)
    # The rest is as for one file; in a browser offsets count UTF-16 units.
    whole = extract.parse_args(["-", "--offset-unit", "utf16"])
    render.set_defaults(**{**vars(whole), "format": PAGE})
    return parser


def count(raw: str) -> int:
    """The number, from 1 upwards, that raw stands for; ValueError where it is none."""
    number = int(raw)
    if number < 1:
        raise ValueError
    return number


def read_wanted(parsed: argparse.Namespace) -> Wanted:
    """What the command line wants of every article."""
    options: dict[str, Any] = {
        "features": parsed.features.split(","),
        "max_claims": parsed.max_claims,
        "offset_unit": parsed.offset_unit,
    }
    if parsed.published is not None:
        options["published"] = parsed.published
    return Wanted(options, parsed.format)
