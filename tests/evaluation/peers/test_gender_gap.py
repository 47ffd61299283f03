"""The rules over a parse, on parses made by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from evaluation.peers.gender_gap import find_quotes


def parse(*words):
    """A Doc of words given as "text/head/dependency", with "/VERB" at its end for a verb; head is an index."""
    parts = [word.split("/") for word in words]
    return Doc(
        Vocab(),
        words=[part[0] for part in parts],
        heads=[int(part[1]) for part in parts],
        deps=[part[2] for part in parts],
        pos=[part[3] if len(part) > 3 else "X" for part in parts],
    )


REPORT = parse("She/1/nsubj", "said/1/ROOT/VERB", "the/3/det", "mill/5/nsubj", "will/5/aux", "close/1/ccomp/VERB")
WANT = parse("She/1/nsubj", "wants/1/ROOT/VERB", "the/3/det", "mill/5/nsubj", "to/5/aux", "close/1/ccomp/VERB")
OWN = parse("I/1/nsubj", "said/1/ROOT/VERB", "the/3/det", "mill/5/nsubj", "will/5/aux", "close/1/ccomp/VERB")
ACCORDING = parse(
    *("The/1/det", "mill/3/nsubj", "will/3/aux", "close/3/ROOT/VERB", "soon/3/advmod", ",/3/punct"),
    *("according/3/prep", "to/6/prep", "Ms/9/compound", "Roe/7/pobj"),
)
MARKED = parse(
    *("Roe/1/nsubj", "went/1/ROOT/VERB", "“/6/punct", "all/6/det", "the/6/det", "long/6/amod", "way/1/dobj"),
    *("down/6/advmod", "”/6/punct", "./1/punct"),
)
# She said: “We go now.” And a second sentence in marks.
CONTINUED = parse(
    *("“/3/punct", "We/3/nsubj", "all/3/advmod", "go/7/ccomp/VERB", "now/3/advmod", "”/3/punct"),
    *("Roe/7/nsubj", "said/7/ROOT/VERB", "./7/punct"),
    *("“/12/punct", "We/12/nsubj", "never/12/neg", "stay/12/ROOT/VERB", "./12/punct", "”/12/punct"),
)


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(REPORT, [("She", "the mill will close", "indirect")], id="complement of a reporting verb"),
        pytest.param(WANT, [], id="complement of another verb"),
        pytest.param(OWN, [], id="the writer's own voice"),
        pytest.param(ACCORDING, [("Ms Roe", "The mill will close soon ,", "indirect")], id="according to"),
        pytest.param(MARKED, [("Roe", "“ all the long way down ”", "direct")], id="marks and the nearest verb"),
        pytest.param(
            CONTINUED,
            [("Roe", "“ We all go now ”", "direct"), ("Roe", "“ We never stay . ”", "direct")],
            id="a second sentence in marks",
        ),
    ],
)
def test_a_rule_gives_speaker_content_and_kind(doc, expected):
    found = [
        (
            " ".join(doc.text[start:end] for start, end in quote.speakers),
            " ".join(doc.text[start:end] for start, end in quote.parts),
            quote.kind,
        )
        for quote in find_quotes(doc)
    ]

    assert found == expected
