"""An article as the resolution of speakers sees it."""

from dataclasses import dataclass

from service.components.sources.antecedents import Places, ReferenceWeights
from service.components.sources.cast import Cast


@dataclass(frozen=True, slots=True)
class Scene:
    """text: the article's. weights: by which it is chosen whom words stand for."""

    text: str
    cast: Cast
    places: Places
    weights: ReferenceWeights
