"""The command line: `extract` prints the same JSON as the API, a line an article; `render` prints a page of one."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from service.components.organisations.table_file import read_table
from service.errors import ArticleError, ServiceError
from service.extraction import FEATURES, MAX_CLAIMS_DEFAULT, MAX_CLAIMS_LIMIT, Extraction
from service.pipeline.extractor import Extractor
from service.schemas.extraction import render_extraction
from service.schemas.request import ExtractRequest, InvalidRequestError, load_request
from service.settings import Settings, read_settings
from service.text.offsets import OFFSET_UNITS
from service.web.render import render_page

STANDARD_INPUT = "-"
FILE_HELP = "an article in UTF-8; - for standard input"
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
    extract.add_argument("files", nargs="+", metavar="FILE", help=FILE_HELP)
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
    render = commands.add_parser(
        "render",
        help="print a page that shows an article with everything marked",
        description="Prints one HTML file that needs no other, and no network.",
    )
    render.add_argument("files", nargs=1, metavar="FILE", help=FILE_HELP)
    render.add_argument("--published", metavar="DATE", help=PUBLISHED_HELP)
    # In a browser the offsets count UTF-16 units.
    render.set_defaults(features=",".join(FEATURES), max_claims=MAX_CLAIMS_DEFAULT, offset_unit="utf16")
    return parser


def load_extractor(settings: Settings) -> Extractor:
    """The extractor that the settings describe; ModelError or TableError where there is none."""
    file = settings.organisations_file
    return Extractor.load(settings.model_path, organisations=None if file is None else read_table(file))


def main(arguments: Sequence[str], load: Callable[[Settings], Extractor] = load_extractor) -> int:
    """The exit status: 0, or 1 where any article failed, or 2 where the command line or the settings are wrong."""
    parsed = build_parser().parse_args(arguments)
    options = read_options(parsed)
    try:
        load_request({"text": "", **options})
        extractor = load(read_settings())
    except InvalidRequestError as error:
        for wrong in error.errors:
            complain(f"{wrong.pointer.removeprefix('/')}: {wrong.detail}")
        return 2
    except ServiceError as error:
        complain(str(error))
        return 2
    # A list, not all() of a generator: every file gets its turn.
    spell = SPELLINGS[parsed.command]
    successes = [print_article(extractor, name, options, spell) for name in parsed.files]
    return 0 if all(successes) else 1


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


def render_marked(extraction: Extraction, request: ExtractRequest) -> str:
    """The page that shows the extraction in its article."""
    return render_page(request.text, render_extraction(extraction, request))


Spelling = Callable[[Extraction, ExtractRequest], str]
# Command → how it writes an extraction.
SPELLINGS: dict[str, Spelling] = {"extract": render_extraction, "render": render_marked}


def print_article(extractor: Extractor, name: str, options: dict[str, Any], spell: Spelling) -> bool:
    """Whether the article in the file could be read; then what spell makes of it has been printed, else a complaint."""
    try:
        request = load_request({"text": read_article(name), **options})
        output = spell(extractor.extract(request.text, request.options), request)
    except OSError as error:
        complain(f"{name}: {error.strerror}")
        return False
    except UnicodeDecodeError as error:
        complain(f"{name}: not UTF-8 at byte {error.start:,}")
        return False
    except ArticleError as error:
        complain(f"{name}: {error}")
        return False
    sys.stdout.buffer.write(output.encode())
    sys.stdout.buffer.flush()
    return True


def read_article(name: str) -> str:
    """The text of the file, every code point kept; OSError or UnicodeDecodeError where there is none."""
    # Read as bytes: text mode would change the ends of lines, and with them every offset.
    content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    return content.decode("utf-8")


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
