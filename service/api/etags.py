"""Entity tags: the same request to the same service and model has the same answer, so it has the same tag."""

import hashlib
import json

from service.api.state import ArticleExtractor
from service.formats.registry import Format
from service.request import ExtractRequest
from service.version import VERSION


def name_answer(wanted: ExtractRequest, form: Format, extractor: ArticleExtractor) -> str:
    """The strong tag of the answer to a request in some format, known before the article is read."""
    options = wanted.options
    content = {
        "service": VERSION,
        "model": extractor.model.digest,
        "table": extractor.table.digest if extractor.table else None,
        "format": form.name,
        "text": wanted.text,
        "is_extracted": wanted.is_extracted,
        "id": wanted.id,
        "offset_unit": wanted.offset_unit,
        "features": options.features,
        "max_claims": options.max_claims,
        "published": options.published.isoformat() if options.published else None,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
