"""An article as the resolution of speakers sees it."""

from dataclasses import dataclass

from service.components.sources.antecedents import AntecedentWeights, Places
from service.components.sources.cast import Cast


@dataclass(frozen=True, slots=True)
class Scene:
    """text: the article's.

    antecedents: the weights by which the person is chosen that "she" or "the minister" stands for. referents: those by
    which the organisation is chosen that "it" or "the company" stands for.
    """

    text: str
    cast: Cast
    places: Places
    antecedents: AntecedentWeights
    referents: AntecedentWeights
