"""What may stand on the command line."""

import argparse
from pathlib import Path
from typing import Any

from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT
from service.text.offsets import OFFSET_UNITS


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
    extract.add_argument("--published", metavar="DATE", help="the day the articles appeared, such as 2026-03-02")
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
    extract.add_argument("--lines", action="store_true", help="standard input holds JSON lines")
    extract.add_argument("--processes", type=count, default=1, metavar="N", help="default %(default)s")
    extract.add_argument("--output", type=Path, metavar="FILE", help="instead of standard output; must not exist yet")
    extract.add_argument("--resume", action="store_true", help="add to the output what it does not hold yet")
    return parser


def count(raw: str) -> int:
    """The number, from 1 upwards, that raw stands for; ValueError where it is none."""
    number = int(raw)
    if number < 1:
        raise ValueError
    return number


def read_options(parsed: argparse.Namespace) -> dict[str, Any]:
    """The options as their JSON would be."""
    options: dict[str, Any] = {
        "features": parsed.features.split(","),
        "max_claims": parsed.max_claims,
        "offset_unit": parsed.offset_unit,
    }
    if parsed.published is not None:
        options["published"] = parsed.published
    return options
