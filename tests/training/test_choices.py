"""Whom words mean, from marked articles to the choices of a window."""

from tokenizers import Tokenizer

from service.components.encoder.pieces import cut_pieces
from service.components.encoder.windows import cut_windows
from service.pipeline.extractor import MODEL_PATH
from training.choices import Choices, find_choices, join_choices
from training.corpora.annotated import LabelledSpan
from training.corpora.marked_articles import parse_article
from training.corpora.references import NOBODY, list_references

ARTICLE = parse_article(
    """t-1
s1 | Ann Lee | person | chief executive | o1
s2 | Acme | organisation | - | -
s3 | a rival | unnamed | - | o2
o1 | Acme | company
o2 | Bolt | company
---
Of <o1>Acme</o1> and <o2>Bolt</o2> <v1>head <p>Ann Lee</p></v1> said <q1:s1>so</q1>. <v2>She</v2> said <q2:s1>no</q2>.

<v3>The company</v3> said <q3:s2>no</q3>. <v4>A rival</v4> said <q4:s3>yes</q4>, <p>Tom Fox</p> left."""
)


def spell(spans: tuple[LabelledSpan, ...]) -> list[tuple[str, str]]:
    """The words of spans with their labels."""
    return [(ARTICLE.text[span.start : span.end], span.label) for span in spans]


def read_choices(relation: str, limit: int = 128) -> list[Choices | None]:
    """The choices of a relation in each window of the article."""
    pieces = cut_pieces(ARTICLE.text, Tokenizer.from_file(str(MODEL_PATH / "tokenizer" / "tokenizer.json")))
    references = list_references(ARTICLE)
    return [find_choices(references, relation, pieces, window) for window in cut_windows(pieces, limit=limit)]


def test_marks_and_heads_say_who_is_meant() -> None:
    references, organisations = list_references(ARTICLE), [("Acme", "o1"), ("Bolt", "o2")]
    assert spell(references["anaphors"]) == [("She", "s1"), ("The company", "o1"), ("A rival", NOBODY)]
    assert spell(references["antecedents"]) == [*organisations, ("Ann Lee", "s1"), ("Tom Fox", "pTom Fox")]
    assert spell(references["members"]) == [("Ann Lee", "o1"), ("A rival", "o2")]
    assert spell(references["owners"]) == organisations


def test_words_choose_among_the_names_before_them() -> None:
    (choices,) = read_choices("anaphors")
    assert choices is not None
    # Tom Fox is named behind all of them.
    assert choices.pairs.T.tolist() == [
        *([0, 0, 0], [0, 1, 0], [0, 2, 1]),
        *([1, 0, 1], [1, 1, 0], [1, 2, 0]),
        *([2, 0, 0], [2, 1, 0], [2, 2, 0]),
    ]
    assert choices.is_nobody.tolist() == [0, 0, 1]


def test_persons_choose_among_all_organisations() -> None:
    (choices,) = read_choices("members")
    assert choices is not None
    assert choices.pairs.T.tolist() == [[0, 0, 1], [0, 1, 0], [1, 0, 0], [1, 1, 1]]


def test_nobody_chooses_whose_names_stand_in_another_window() -> None:
    first, second = read_choices("anaphors", limit=30)
    assert first is not None
    assert first.is_nobody.tolist() == [0]
    # No name stands before the rival there.
    assert second is None


def test_choices_of_a_batch_are_numbered_on() -> None:
    (choices,) = read_choices("members")
    assert choices is not None
    joined = join_choices([choices, None, choices], 100)
    assert joined is not None
    count = choices.choosers.shape[1]
    assert (joined.choosers[0, count:] - joined.choosers[0, :count]).tolist() == [200] * count
    assert joined.pairs.T.tolist()[4:] == [[2, 2, 1], [2, 3, 0], [3, 2, 0], [3, 3, 1]]
    assert joined.is_nobody.tolist() == [0, 0, 0, 0]


def test_a_batch_without_choices_has_none() -> None:
    assert join_choices([None, None], 10) is None
