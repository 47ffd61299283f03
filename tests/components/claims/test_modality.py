"""How a claim is asserted."""

import pytest

from service.components.claims.modality import find_modality
from service.extraction import ClaimModality

CLAIMS: list[tuple[str, tuple[ClaimModality, ...]]] = [
    ("Sales rose 3 percent.", ()),
    ("The bridge opened in May.", ()),
    ("The bridge may open late.", ("hedged",)),
    ("The bank allegedly hid its losses.", ("hedged",)),
    ("She could not reach the door.", ("negated",)),
    ("The door didn’t close.", ("negated",)),
    ("The union failed to stop the sale.", ("negated",)),
    ("The plant will close.", ("future",)),
    ("It’ll close.", ("future",)),
    ("The plant won’t close.", ("negated", "future")),
    ("The court is due to rule on Friday.", ("future",)),
    ("The rate would fall unless wages rose.", ("conditional",)),
    ("Prices might rise if the strait is closed next month.", ("hedged", "conditional", "future")),
    ("The village of Notting has noticed nothingness.", ()),
]


@pytest.mark.parametrize(("claim", "modality"), CLAIMS)
def test_modality(claim: str, modality: tuple[ClaimModality, ...]) -> None:
    assert find_modality(claim) == modality
