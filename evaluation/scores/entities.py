"""What counts as a right entity: exact span and type, as far as a corpus annotates that type.

A corpus has its own labels, and a label map says which of our types each may stand for. Labels that share a type are
scored as one group, named by its types ("LOC/FAC"): what a corpus calls LOC may be our LOC or our FAC. A type that may
hide in what the corpus leaves unmarked ("O" in the map) is never a false alarm, and a label that may stand for nothing
of ours ("O" among its types) is a zone in which nothing is counted.
"""

from dataclasses import dataclass

from evaluation.scores.counts import Counts
from service.components.encoder.heads import ENTITY_TYPES

LabelMap = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Entity:
    """Code points start to end (exclusive), with the label of a corpus or a type of ours."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class GoldEntities:
    """What a corpus marks in a text. scored: offsets → label. zones: where nothing is counted."""

    scored: dict[tuple[int, int], str]
    zones: tuple[Entity, ...]


def group_types(label_map: LabelMap) -> tuple[tuple[str, ...], ...]:
    """The groups of types in which a corpus is scored, each in the order of ENTITY_TYPES.

    >>> group_types({"PER": ("PERSON",), "LOC": ("LOC", "FAC"), "Site": ("FAC",), "O": ("DATE",)})
    (('PERSON',), ('LOC', 'FAC'))
    """
    groups: list[set[str]] = []
    for label in list_scored_labels(label_map):
        joined = set(label_map[label])
        apart = [group for group in groups if not group & joined]
        joined = joined.union(*(group for group in groups if group & joined))
        groups = [*apart, joined]
    ordered = [tuple(name for name in ENTITY_TYPES if name in group) for group in groups]
    return tuple(sorted(ordered, key=find_place))


def find_place(group: tuple[str, ...]) -> int:
    """Where a group's first type stands among ours."""
    return ENTITY_TYPES.index(group[0])


def list_scored_labels(label_map: LabelMap) -> list[str]:
    """The labels of a corpus that mark types of ours and nothing else."""
    return [label for label, types in label_map.items() if label != "O" and "O" not in types]


def score_entities(gold: list[Entity], found: list[Entity], label_map: LabelMap) -> dict[str, Counts]:
    """Counts of one text for each group of types, by the group's name.

    gold carries the corpus's labels, found our types.
    """
    marked = sort_gold(gold, label_map)
    counts: dict[str, Counts] = {}
    for group in group_types(label_map):
        verdicts = [judge_entity(entity, marked, label_map) for entity in found if entity.label in group]
        expected = sum(bool(set(label_map[label]) & set(group)) for label in marked.scored.values())
        counts["/".join(group)] = Counts(verdicts.count(True), len(verdicts) - verdicts.count(None), expected)
    return counts


def sort_gold(gold: list[Entity], label_map: LabelMap) -> GoldEntities:
    """The entities of a text, those that are scored apart from the zones."""
    labels = list_scored_labels(label_map)
    return GoldEntities(
        scored={(entity.start, entity.end): entity.label for entity in gold if entity.label in labels},
        zones=tuple(entity for entity in gold if entity.label not in labels),
    )


def judge_entity(entity: Entity, gold: GoldEntities, label_map: LabelMap) -> bool | None:
    """Whether a found entity is right; None where the corpus cannot tell.

    >>> gold = GoldEntities({(0, 4): "Firm"}, ())
    >>> label_map: LabelMap = {"Firm": ("ORG",), "O": ("DATE",)}
    >>> [judge_entity(Entity(0, end, name), gold, label_map) for end, name in [(4, "ORG"), (5, "ORG"), (4, "DATE")]]
    [True, False, None]
    """
    label = gold.scored.get((entity.start, entity.end))
    if label is not None and entity.label in label_map[label]:
        return True
    if entity.label in label_map["O"] or overlaps_any(entity, gold.zones):
        return None
    return False


def overlaps_any(entity: Entity, zones: tuple[Entity, ...]) -> bool:
    """Whether an entity shares a code point with one of the zones."""
    return any(entity.start < zone.end and zone.start < entity.end for zone in zones)
