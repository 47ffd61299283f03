"""Persons with letters behind their names."""

import numpy as np
import pytest

from service.components.encoder.annotate import find_entities
from service.components.encoder.heads import COLUMN_COUNT, HEADS, find_columns
from service.components.encoder.pieces import Pieces
from service.components.encoder.scores import WordScores

LABELS = HEADS["entities"].labels


@pytest.mark.parametrize(
    ("text", "entity_type"),
    [("Deirdre Marsh KC", "PERSON"), ("Deirdre Marsh Ltd", "ORG"), ("Sporting Kansas KC", "ORG"), ("Marsh KC", "ORG")],
)
def test_what_was_read_as_an_organisation_is_a_person_where_letters_follow_a_given_name(
    text: str, entity_type: str
) -> None:
    words = text.split()
    starts = np.array([text.index(word) for word in words])
    zeros = np.zeros(len(words), dtype=np.int64)
    ends = starts + np.array([len(word) for word in words])
    pieces = Pieces(zeros, zeros, np.arange(len(words)), starts, ends, zeros, np.ones(len(words), dtype=bool))
    table = np.zeros((len(words), COLUMN_COUNT), dtype=np.float32)
    entities = table[:, find_columns("entities")]
    entities[0, LABELS.index("B-ORG")] = entities[1:, LABELS.index("I-ORG")] = 9

    found = find_entities(text, WordScores(pieces, np.arange(len(words)), table))

    assert [(span.first, span.last, span.type) for span in found] == [(0, len(words), entity_type)]
