"""The organisation that a person speaks for: the one printed with the person's role, else a choice among all and none.

The chances of that choice are a softmax over linear scores, as those of links are; the weights are learned from our
own articles by evaluation/weigh_affiliations.py.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from service.components.sources.affiliation_features import (
    NONE_FEATURES,
    PAIR_FEATURES,
    Role,
    find_likeness,
    list_affiliations,
)
from service.components.sources.affiliations import (
    find_printed_affiliation,
    is_bare_title,
    is_former,
    is_head_of_state,
)
from service.components.sources.cast import Name, Person
from service.components.sources.definites import NAMED
from service.components.sources.link_features import Choices
from service.components.sources.links import LinkWeights, choose, parse_weights, spell_weights
from service.components.sources.owners import LEAST_FIT, find_owner_fit, find_reference_fit
from service.components.sources.role_evidence import RoleEvidence
from service.components.sources.scene import Scene

# Below this probability no organisation is given. Of 675 sources in the articles kept apart whose role names none, 439
# speak for one; 239 are given one, and 203 of these the right one.
LEAST_CERTAINTY = 0.5
# The least log-odds that the network gives to an organisation whose the role may be or not. F1 of affiliations in our
# own articles kept apart: 68.3 % with none such, 73.6 at 2.5, 75.2 at 2, 76.2 at 1. But in others' news about half of
# those between 1 and 2.5 are wrong, and one in five of those above.
LEAST_LIKENESS = 2.5
ONLY_LATER, MEANT, LIKENESS = (PAIR_FEATURES.index(name) for name in ("only_later", "meant", "likeness"))


@dataclass(frozen=True, slots=True)
class AffiliationWeights:
    """choice: the weights of the features. evidence: what the words of a role tell."""

    choice: LinkWeights
    evidence: RoleEvidence


def find_affiliation(scene: Scene, person: Person, cited: Sequence[Name], weights: AffiliationWeights) -> Name | None:
    """The organisation printed with a person's role or name, else the likeliest; None where none is likely enough.

    cited: the words by which organisations are cited, in order. A head of state, "President Lee", speaks for a country.
    """
    if is_former(person):
        return None
    printed = find_printed_affiliation(scene, person)
    if printed is not None or is_head_of_state(scene.text, person):
        return printed
    return choose_affiliation(scene, Role.of(person), cited, weights)


def choose_affiliation(scene: Scene, role: Role, cited: Sequence[Name], weights: AffiliationWeights) -> Name | None:
    """The likeliest organisation, as it is named first; None where none is likely enough.

    A title that leaves out of what is not anybody's, nor is a role whose words mean an organisation; for any other
    role, and for a source without a name ("police", "college students"), the network must see that it is so.
    """
    is_bare = role.is_named and is_bare_title(scene.text, role.phrase)
    is_somebodys = is_bare or (role.is_named and find_owner_fit(scene, role.phrase) is not None)
    if not is_somebodys and max(find_likeness(scene, role).values(), default=0.0) < LEAST_LIKENESS:
        return None
    choices = list_affiliations(scene, role, cited, weights.evidence)
    if find_reference_fit(scene, role.phrase) is not None:
        choices = keep_told_before(choices)
    (link,) = choose(choices, weights.choice).values()
    if link.target is None or link.probability < LEAST_CERTAINTY:
        return None
    (pair,) = choices.pairs[choices.chosen == link.target]
    if not is_bare and (pair[MEANT] < LEAST_FIT if is_somebodys else pair[LIKENESS] < LEAST_LIKENESS):
        return None
    return next((name for name in scene.cast.organisations if name.number == link.target), None)


def keep_told_before(choices: Choices) -> Choices:
    """The choices among organisations named before the source, and later ones whose name has the very noun.

    "The company’s director" refers back; so may "the union’s", but for the only union of the article.
    """
    is_kept = (choices.pairs[:, ONLY_LATER] == 0) | (choices.pairs[:, MEANT] >= NAMED)
    return replace(
        choices, owners=choices.owners[is_kept], chosen=choices.chosen[is_kept], pairs=choices.pairs[is_kept]
    )


def read_affiliations(path: Path) -> AffiliationWeights:
    """The weights; ModelError where the file names other features than these."""
    content = json.loads(path.read_text(encoding="utf-8"))
    choice = parse_weights(content, PAIR_FEATURES, NONE_FEATURES, path.name)
    return AffiliationWeights(choice, RoleEvidence(content["kinds"], content["words"]))


def write_affiliations(path: Path, weights: AffiliationWeights) -> None:
    """Write the weights as JSON, each by the name of its feature, noun or word."""
    content = {
        **spell_weights(weights.choice, PAIR_FEATURES, NONE_FEATURES),
        "kinds": weights.evidence.kinds,
        "words": weights.evidence.words,
    }
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
