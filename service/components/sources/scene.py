"""An article as the resolution of speakers sees it."""

from dataclasses import dataclass, field

from service.components.sources.antecedents import Places, ReferenceWeights
from service.components.sources.cast import Cast
from service.components.sources.vectors import MentionVectors


@dataclass(frozen=True, slots=True)
class Scene:
    """text: the article's. weights: by which it is chosen whom words stand for. vectors: of its words."""

    text: str
    cast: Cast
    places: Places
    weights: ReferenceWeights
    vectors: MentionVectors = field(default_factory=MentionVectors)
