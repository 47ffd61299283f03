"""Which sentences put a figure to something, whose figure it is, and which only look like it."""

import re

import pytest

from service.components.sources.estimates import add_estimates
from service.components.sources.quotations import Content
from service.components.sources.reported_speech import Quotation

# Text of one sentence, who estimates, what.
ESTIMATES = [
    ("The ministry put the losses at $210 million so far.", "The ministry", "the losses at $210 million"),
    ("On Monday, Hoa put reserves at US$9.1bn and left.", "Hoa", "reserves at US$9.1bn"),
    ("Lee, who runs the mill, has put the cost at about Rs 5 lakh.", "Lee", "the cost at about Rs 5 lakh"),
    (
        "Statista also estimates its users at between 90 and 100 million.",
        "Statista",
        "its users at between 90 and 100 million",
    ),
    ("She put it at 5.5%, up from 4.", "She", "it at 5.5%"),
]
NO_ESTIMATES = [
    "The ministry put the losses at the door of the bank.",
    "That values the target at C$19.85.",
    "Put the oven at 200.",
    "He put on a coat. The meeting was at 5.",
]


@pytest.mark.parametrize(("text", "source", "content"), ESTIMATES)
def test_estimates(text: str, source: str, content: str) -> None:
    (found,) = add_estimates(text, [0], [])

    assert found.source is not None
    assert text[slice(*found.source)] == source
    assert [text[start:end] for start, end in found.content.parts] == [content]
    assert found.content.kind == "indirect"


@pytest.mark.parametrize("text", NO_ESTIMATES)
def test_no_estimates(text: str) -> None:
    assert add_estimates(text, [0, *(match.end() for match in re.finditer(r"\. ", text))], []) == []


def test_what_is_quoted_already_stays_as_it_is() -> None:
    text = "Lee said the ministry put the losses at $210 million."
    quotation = Quotation(Content("indirect", ((9, len(text) - 1),)), (4, 8), (0, 3), 0.9)

    assert add_estimates(text, [0], [quotation]) == [quotation]
