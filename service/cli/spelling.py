"""How the command line writes an extraction: as the API's JSON, in one of the other formats, or as a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.extraction import Extraction
from service.formats.registry import CSV, FORMATS
from service.request import ExtractRequest
from service.schemas.extraction import render_extraction
from service.schemas.request import require_unit
from service.web.render import render_page

JSON = "json"
PAGE = "page"
NAMED_FORMATS = {form.name: form for form in FORMATS}
OUTPUT_FORMATS = (JSON, *NAMED_FORMATS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of every article. options: as their JSON would be. form: one of OUTPUT_FORMATS, or PAGE."""

    options: Mapping[str, Any]
    form: str = JSON


def spell_extraction(extraction: Extraction, request: ExtractRequest, form: str) -> str:
    """The extraction of request in a form; InvalidRequestError where that does not count in the request's unit."""
    if form == JSON:
        return render_extraction(extraction, request)
    if form == PAGE:
        return render_page(request.text, render_extraction(extraction, request))
    chosen = NAMED_FORMATS[form]
    require_unit(request, chosen.offset_units, form)
    return chosen.render(extraction, request)


def drop_header(output: str, form: str) -> str:
    r"""What goes on in a file that holds the same form already: a table without its first row.

    >>> drop_header("id,text\r\n1,no\r\n", "claims.csv"), drop_header("{}\n", "json")
    ('1,no\r\n', '{}\n')
    """
    is_table = form in NAMED_FORMATS and NAMED_FORMATS[form].mimetype == CSV
    return output.split("\n", 1)[1] if is_table else output
