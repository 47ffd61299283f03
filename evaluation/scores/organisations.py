"""What counts as a right organisation: one entry for each that the article names, known by any printed form."""

from dataclasses import dataclass

from evaluation.gold_articles import GoldOrganisation
from evaluation.scores.counts import Counts
from evaluation.scores.names import is_same_name, normalise_name
from service.extraction import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationScores:
    """entities: matched one to one. mentions: exact spans. names, kinds: right among the matched."""

    entities: Counts
    mentions: Counts
    names: Counts
    kinds: Counts


def score_organisations(gold: tuple[GoldOrganisation, ...], found: tuple[Organisation, ...]) -> OrganisationScores:
    """Counts of one article."""
    matches = match_organisations(gold, found)
    mentions = judge_mentions(gold, found)
    names = sum(is_same_name(found[index].name, gold[expected].name) for index, expected in matches.items())
    kinds = sum(found[index].kind == gold[expected].kind for index, expected in matches.items())
    return OrganisationScores(
        entities=Counts(len(matches), len(found), len(gold)),
        mentions=Counts(
            sum(mentions),
            len(mentions),
            sum(len(organisation.mentions) for organisation in gold),
        ),
        names=Counts(names, len(matches), len(matches)),
        kinds=Counts(kinds, len(matches), len(matches)),
    )


def judge_mentions(gold: tuple[GoldOrganisation, ...], found: tuple[Organisation, ...]) -> list[bool]:
    """For each mention of each found organisation, in order, whether it is right.

    It is where the gold organisation that is named at its very offsets is the one that its own is matched with: a
    mention merged into the wrong entry is wrong.
    """
    matches = match_organisations(gold, found)
    return [
        index in matches and (mention.start, mention.end) in gold[matches[index]].mentions
        for index, organisation in enumerate(found)
        for mention in organisation.mentions
    ]


def match_organisations(gold: tuple[GoldOrganisation, ...], found: tuple[Organisation, ...]) -> dict[int, int]:
    """Index of found → index of gold, each used once: same name first, then a shared form, then order."""
    candidates: list[tuple[bool, int, int]] = []
    for index, organisation in enumerate(found):
        forms = {normalise_name(form) for form in (organisation.name, *organisation.aliases)}
        for expected, other in enumerate(gold):
            if forms & {normalise_name(form) for form in other.forms}:
                candidates.append((not is_same_name(organisation.name, other.name), index, expected))
    matches: dict[int, int] = {}
    for _, index, expected in sorted(candidates):
        if index not in matches and expected not in matches.values():
            matches[index] = expected
    return matches
