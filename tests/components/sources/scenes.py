"""Scenes for the resolution of speakers, from texts with names marked."""

from collections.abc import Sequence

from service.components.sources.annotate import read_references
from service.components.sources.antecedents import Places
from service.components.sources.cast import Cast, Name, build_cast
from service.components.sources.scene import Scene
from service.extraction import ORGANISATION_KINDS, OrganisationKind
from service.pipeline.extractor import MODEL_PATH
from service.text.spans import Coverage
from tests.marked_text import MarkedText


def read_cast(marked: MarkedText, kinds: Sequence[OrganisationKind] = ()) -> Cast:
    """The cast of a text with PERSON and ORG marked; kinds: of the organisations in order, "other" where not given."""
    organisations = [
        Name(marked.text[start:end], start, end, number) for number, (start, end) in enumerate(marked.find("ORG"))
    ]
    return build_cast(
        marked.text,
        marked.find("PERSON"),
        organisations,
        [{kind: float(kind == own) for kind in ORGANISATION_KINDS} for own in kinds or ["other"] * len(organisations)],
    )


def build_scene(marked: MarkedText, kinds: Sequence[OrganisationKind] = ()) -> Scene:
    """A text of one paragraph, its sentences parted by full stops, with the weights that ship."""
    text = marked.text
    starts = [0, *(at + 2 for at in range(len(text)) if text.startswith(". ", at))]
    weights = read_references(MODEL_PATH / "news_sources")
    return Scene(text, read_cast(marked, kinds), Places(starts, [0], Coverage.of([])), weights)
