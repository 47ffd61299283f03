"""Well-known organisations, each with its kind, labelled by hand for this project: organisation_kinds.tsv."""

from pathlib import Path

from service.extraction import ORGANISATION_KINDS, OrganisationKind

LABELS_PATH = Path(__file__).with_name("organisation_kinds.tsv")


def read_labels(path: Path = LABELS_PATH) -> dict[str, OrganisationKind]:
    """Name → kind, from rows of a kind and a name; ValueError where a kind is none, or a name has two."""
    labels: dict[str, OrganisationKind] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, name = line.partition("\t")
        kind = next((kind for kind in ORGANISATION_KINDS if kind == word), None)
        if kind is None or not name or labels.setdefault(name, kind) != kind:
            raise ValueError(f"{path.name}: {line}")
    return labels
