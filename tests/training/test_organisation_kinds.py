"""The organisations that were labelled by hand."""

from collections import Counter
from pathlib import Path

import pytest

from service.extraction import ORGANISATION_KINDS
from service.text.names import fold_organisation
from training.corpora.organisation_kinds import read_labels


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
