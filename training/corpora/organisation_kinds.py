"""Well-known organisations, each with its kind, labelled by hand for this project: organisation_kinds.tsv."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.text.names import fold_organisation
from training.corpora.annotated import AnnotatedText

LABELS_PATH = Path(__file__).with_name("organisation_kinds.tsv")
# Of the corpora's labels, those of what is certainly an organisation.
ORGANISATION_LABELS = frozenset(("ORG", "Org", "Organization", "organisation"))


def read_labels(path: Path = LABELS_PATH) -> dict[str, OrganisationKind]:
    """Name → kind, from rows of a kind and a name; ValueError where a kind is none, or a name has two."""
    labels: dict[str, OrganisationKind] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, name = line.partition("\t")
        kind = next((kind for kind in ORGANISATION_KINDS if kind == word), None)
        if kind is None or not name or labels.setdefault(name, kind) != kind:
            raise ValueError(f"{path.name}: {line}")
    return labels


def read_folded_labels() -> dict[str, OrganisationKind]:
    """Folded name → kind."""
    return {fold_organisation(name): kind for name, kind in read_labels().items()}


def mark_kinds(texts: Iterable[AnnotatedText], kinds: Mapping[str, OrganisationKind]) -> Iterator[AnnotatedText]:
    """The texts with a span of the head "kinds" for each of their organisations whose folded name has one.

    >>> from training.corpora.annotated import LabelledSpan
    >>> text = AnnotatedText("The BBC left.", {"entities": (LabelledSpan(4, 7, "ORG"),)})
    >>> next(mark_kinds([text], {"bbc": "media"})).spans["kinds"]
    (LabelledSpan(start=4, end=7, label='media'),)
    """
    for annotated in texts:
        named = [
            (span, kinds.get(fold_organisation(annotated.text[span.start : span.end])))
            for span in annotated.spans["entities"]
            if span.label in ORGANISATION_LABELS
        ]
        known = tuple(replace(span, label=kind) for span, kind in named if kind is not None)
        yield replace(annotated, spans={**annotated.spans, "kinds": known})
