"""Speakers: who a quotation is given to once the words that name its source have been resolved."""

from dataclasses import dataclass

from service.components.sources.cast import Cast, Name
from service.extraction import SourceKind
from service.text.spans import Offsets


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker.

    key: equal for speakers that are one source. name: None where the source has none. mention: the words that name
    the speaker in this attribution, None where there are none. affiliation: the organisation that it speaks for.
    certainty: the probability that those words mean this speaker, 1 where they name it.
    """

    key: str
    kind: SourceKind
    name: Offsets | None
    mention: Offsets | None
    affiliation: Name | None = None
    certainty: float = 1.0

    @property
    def person(self) -> int | None:
        """The number of the person in the cast; None where the speaker is no person that has a name."""
        return int(self.key.partition(":")[2]) if self.kind == "person" else None

    @property
    def organisation(self) -> int | None:
        """The number of the organisation in the cast that speaks, or for which somebody without a name speaks."""
        if self.affiliation is not None:
            return self.affiliation.number
        return int(self.key.partition(":")[2]) if self.kind == "organisation" else None


@dataclass(frozen=True, slots=True)
class Cited:
    """A named speaker and where it was cited last: the end of the words that named it there, or of its quotation."""

    speaker: Speaker
    at: int


NOBODY = Speaker("nobody", "unnamed", None, None)


def leave_unnamed(mention: Offsets) -> Speaker:
    """A source of its own that nobody can be found for, however it is mentioned."""
    return Speaker(f"nobody@{mention[0]}", "unnamed", None, mention)


def mention_again(speaker: Speaker, mention: Offsets) -> Speaker:
    """Whoever spoke before, meant by other words that leave no doubt of it."""
    return Speaker(speaker.key, speaker.kind, speaker.name, mention, speaker.affiliation)


def name_person(cast: Cast, number: int, mention: Offsets, certainty: float = 1.0) -> Speaker:
    """The person of this number, by the fullest name."""
    full = cast.people[number].name
    return Speaker(f"person:{number}", "person", (full.start, full.end), mention, certainty=certainty)


def name_organisation(name: Name, mention: Offsets, certainty: float = 1.0) -> Speaker:
    """The organisation of this name."""
    key = f"organisation:{name.number}"
    return Speaker(key, "organisation", (name.start, name.end), mention, certainty=certainty)
