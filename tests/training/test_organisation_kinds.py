"""The organisations that were labelled by hand."""

from collections import Counter
from pathlib import Path

import pytest

from service.extraction import ORGANISATION_KINDS
from service.text.names import fold_organisation
from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.organisation_kinds import mark_kinds, read_folded_labels, read_labels


def test_every_kind_has_names_and_no_printing_of_a_name_has_two() -> None:
    labels = read_labels()
    folded: dict[str, set[str]] = {}
    for name, kind in labels.items():
        folded.setdefault(fold_organisation(name), set()).add(kind)

    assert min(Counter(labels.values())[kind] for kind in ORGANISATION_KINDS) >= 50
    assert [name for name, kinds in folded.items() if len(kinds) > 1] == []


@pytest.mark.parametrize("row", ["shop\tAcme", "company", "company\tAcme\nmedia\tAcme"])
def test_rows_that_make_no_sense_are_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "kinds.tsv"
    path.write_text(row + "\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"kinds\.tsv"):
        read_labels(path)


def test_well_known_organisations_of_a_corpus_get_their_kind() -> None:
    text = "Reuters of Reuters left the U.N. for Acme."
    labels = (("Reuters", 0, "PER"), ("Reuters", 11, "ORG"), ("U.N.", 28, "Org"), ("Acme", 37, "ORG"))
    entities = tuple(LabelledSpan(start, start + len(name), label) for name, start, label in labels)

    (marked,) = mark_kinds([AnnotatedText(text, {"entities": entities}, is_article=True)], read_folded_labels())

    assert marked.spans == {
        "entities": entities,
        "kinds": (LabelledSpan(11, 18, "media"), LabelledSpan(28, 32, "international")),
    }
    assert marked.is_article
