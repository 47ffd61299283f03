"""What a span may choose, what is known of each choice, and how the weights are kept."""

import json
from pathlib import Path

import numpy as np
import pytest

from service.components.encoder.bio import WordSpan
from service.components.sources.link_features import (
    FORMS,
    NONE_FEATURES,
    PAIR_FEATURES,
    REACH,
    RELATIONS,
    Choices,
    WordLayout,
    list_choices,
    tabulate_spans,
)
from service.components.sources.links import Link, LinkWeights, choose, read_links, write_links
from service.errors import ModelError

WORDS = "“ prices rose , ” he said . mr lee said that they fell".split()
SPANS = [
    WordSpan(0, 5, "CONTENT", 0.9),
    WordSpan(5, 6, "SOURCE", 0.9),
    WordSpan(6, 7, "CUE", 0.9),
    WordSpan(8, 10, "SOURCE", 0.9),
    WordSpan(10, 11, "CUE", 0.9),
    WordSpan(11, 14, "CONTENT", 0.9),
]
LAYOUT = WordLayout(np.zeros(14, dtype=np.int64), np.array([0] * 8 + [1] * 6), WORDS)


def list_targets(links: dict[int, Link]) -> dict[int, int | None]:
    """Chooser → what it chose."""
    return {chooser: link.target for chooser, link in links.items()}


def read_pair(choices: Choices, chooser: int, chosen: int) -> dict[str, float]:
    """The features of one pair that are not 0, by name."""
    owner = choices.choosers.tolist().index(chooser)
    (row,) = np.flatnonzero((choices.owners == owner) & (choices.chosen == chosen))
    return {name: value for name, value in zip(PAIR_FEATURES, choices.pairs[row].tolist(), strict=True) if value}


def test_every_content_may_choose_every_cue_nearby() -> None:
    choices = list_choices("content_cue", tabulate_spans(SPANS, LAYOUT))

    assert choices.choosers.tolist() == [0, 5]
    assert choices.chosen.tolist() == [2, 4, 2, 4]
    assert choices.owners.tolist() == [0, 0, 1, 1]


def test_what_stands_between() -> None:
    features = read_pair(list_choices("content_cue", tabulate_spans(SPANS, LAYOUT)), 0, 4)

    assert features["behind:constant"] == 1
    assert features["behind:log_words"] == pytest.approx(np.log1p(1))  # the full stop alone lies in no span
    assert features["behind:next_sentence"] == 1
    assert (features["behind:sources"], features["behind:cues"]) == (2, 1)
    assert "behind:no_span" not in features
    assert features["behind:own_opens_quoted"] == features["behind:own_closes_quoted"] == 1
    assert not any(name.startswith("before:") for name in features)


def test_a_neighbour_in_the_same_sentence() -> None:
    features = read_pair(list_choices("cue_source", tabulate_spans(SPANS, LAYOUT)), 2, 1)

    assert features["before:no_words"] == features["before:no_span"] == 1
    assert features["before:chosen_pronoun"] == 1
    assert "before:next_sentence" not in features


def test_a_cue_that_serves_another_content() -> None:
    choices = list_choices("content_cue", tabulate_spans(SPANS, LAYOUT))

    unquoted, quoted, own = (read_pair(choices, *pair) for pair in ((5, 2), (0, 4), (0, 2)))

    assert unquoted["before:served"] == unquoted["before:served_quoted"] == unquoted["before:served_unlike"] == 1
    assert quoted["behind:served"] == quoted["behind:served_unlike"] == 1
    assert "behind:served_quoted" not in quoted
    assert not any("served" in name for name in own)


def test_nothing_lies_beyond_reach() -> None:
    spans = [WordSpan(0, 1, "CONTENT", 0.9)]
    spans += [WordSpan(at, at + 1, "SOURCE", 0.9) for at in range(1, REACH)]
    spans += [WordSpan(at, at + 1, "CUE", 0.9) for at in range(REACH, REACH + 3)]
    layout = WordLayout(np.zeros(20, dtype=np.int64), np.zeros(20, dtype=np.int64), ["word"] * 20)

    assert list_choices("content_cue", tabulate_spans(spans, layout)).chosen.tolist() == [REACH]


def test_none_is_a_choice() -> None:
    choices = list_choices("content_cue", tabulate_spans(SPANS, LAYOUT))
    pair, none = np.zeros(len(PAIR_FEATURES)), np.zeros(len(NONE_FEATURES))
    none[NONE_FEATURES.index("constant")] = -0.5
    near = pair.copy()
    near[PAIR_FEATURES.index("behind:next_sentence")] = -1
    near[PAIR_FEATURES.index("before:constant")] = -1

    assert list_targets(choose(choices, LinkWeights(pair, -none))) == {0: None, 5: None}
    assert list_targets(choose(choices, LinkWeights(near, none))) == {0: 2, 5: None}


def test_a_content_without_a_cue_nearby_has_nothing_to_choose() -> None:
    choices = list_choices("content_cue", tabulate_spans(SPANS[:2], LAYOUT))

    assert choices.choosers.tolist() == [0]
    assert choices.none.shape == (1, len(NONE_FEATURES))
    assert choose(choices, LinkWeights(np.ones(len(PAIR_FEATURES)), np.zeros(len(NONE_FEATURES)))) == {0: Link(None, 1)}


def test_a_choice_is_as_probable_as_its_share_of_the_powers() -> None:
    choices = list_choices("content_cue", tabulate_spans(SPANS, LAYOUT))
    pair, none = np.zeros(len(PAIR_FEATURES)), np.zeros(len(NONE_FEATURES))
    pair[PAIR_FEATURES.index("before:constant")] = np.log(3)

    # The first content's cues weigh 1 each beside 1 for none; the last's weigh 3 each.
    assert [link.probability for link in choose(choices, LinkWeights(pair, none)).values()] == pytest.approx(
        [1 / 3, 3 / 7]
    )


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    written = {
        relation: LinkWeights(np.arange(len(PAIR_FEATURES)) / 8, np.arange(len(NONE_FEATURES)) / 4)
        for relation in RELATIONS
    }
    write_links(path, written)

    read = read_links(path)

    assert list(read) == list(RELATIONS)
    for relation in RELATIONS:
        assert np.array_equal(read[relation].pair, written[relation].pair)
        assert np.array_equal(read[relation].none, written[relation].none)


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    write_links(
        path,
        dict.fromkeys(RELATIONS, LinkWeights(np.zeros(len(PAIR_FEATURES)), np.zeros(len(NONE_FEATURES)))),
    )
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["cue_source"]["none"][f"own_{FORMS[0]}"]
    path.write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(ModelError, match="cue_source"):
        read_links(path)


def test_no_link_leaps_a_paragraph_or_a_cue_in_another() -> None:
    spans = [
        WordSpan(0, 1, "CUE", 0.9),
        WordSpan(2, 3, "CUE", 0.9),
        WordSpan(4, 5, "CONTENT", 0.9),
        WordSpan(6, 7, "CUE", 0.9),
    ]
    words = ["word"] * 8

    def list_cues(*paragraphs: int) -> list[int]:
        layout = WordLayout(np.array(paragraphs), np.array(paragraphs), words)
        return list_choices("content_cue", tabulate_spans(spans, layout)).chosen.tolist()

    assert list_cues(0, 0, 0, 0, 0, 0, 0, 0) == [0, 1, 3]
    assert list_cues(0, 0, 0, 0, 1, 1, 1, 1) == [1, 3]
    assert list_cues(0, 0, 0, 1, 2, 2, 3, 3) == [3]
