"""An article as the resolution of speakers sees it."""

from dataclasses import dataclass

from service.components.sources.antecedents import AntecedentWeights, Places
from service.components.sources.cast import Cast


@dataclass(frozen=True, slots=True)
class Scene:
    """text: the article's. antecedents: the weights by which a pronoun's antecedent is chosen."""

    text: str
    cast: Cast
    places: Places
    antecedents: AntecedentWeights
