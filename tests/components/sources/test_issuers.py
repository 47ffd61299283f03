"""Whose "the report" is."""

import pytest

from service.components.sources.issuers import find_issuer
from tests.components.sources.scenes import read_cast
from tests.marked_text import read_marked

# Text, the mention, its issuer.
ISSUERS = [
    ("A study by the [ORG Sinchi Institute] was out. The report said", "The report", "Sinchi Institute"),
    ("[ORG UBS]’s latest survey was out. The survey said", "The survey", "UBS"),
    ("A study by [ORG UBS] and a memo from [ORG Acme] were out. The study said", "The study", None),
    ("[ORG UBS] left. The report said", "The report", None),
    (
        "Prices rose, according to a study published on Monday by the [ORG Sinchi Institute].",
        "a study",
        "Sinchi Institute",
    ),
    ("Prices rose, according to a study. A report by [ORG UBS] was out.", "a study", None),
    ("A study by [ORG UBS] was out. The analysts said", "The analysts", None),
]


@pytest.mark.parametrize(("marked", "mention", "name"), ISSUERS)
def test_issuers(marked: str, mention: str, name: str | None) -> None:
    text = read_marked(marked)
    start = text.text.index(mention)

    issuer = find_issuer(text.text, (start, start + len(mention)), read_cast(text))

    assert (issuer.text if issuer else None) == name
