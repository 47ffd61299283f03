"""Scores of organisations."""

from evaluation.gold_articles import GoldOrganisation, parse_organisations
from evaluation.scores.counts import Counts
from evaluation.scores.organisations import score_organisations
from service.extraction import Organisation, OrganisationKind, OrganisationMention

FED = GoldOrganisation("Federal Reserve", "finance", ("Federal Reserve", "the Fed"), ((0, 15), (20, 27)))
NVIDIA = GoldOrganisation("Nvidia", "company", ("Nvidia",), ((30, 36),))


def build(
    name: str, mentions: list[tuple[int, int]], *, aliases: tuple[str, ...] = (), kind: OrganisationKind = "company"
) -> Organisation:
    """A found organisation."""
    spans = tuple(OrganisationMention("", start, end, 1.0) for start, end in mentions)
    return Organisation("o1", name, kind, aliases, (), 0.0, spans)


def test_misses_and_false_alarms_count() -> None:
    scores = score_organisations((FED, NVIDIA), (build("Nvidia", [(30, 36)]), build("Intel", [(40, 45)])))
    assert scores.entities == Counts(1, 2, 2)
    assert scores.mentions == Counts(1, 2, 3)
    assert scores.names == Counts(1, 1, 1)


def test_an_alias_matches_but_is_not_the_right_name() -> None:
    scores = score_organisations((FED,), (build("The Fed", [(20, 27)], kind="finance"),))
    assert (scores.entities, scores.names, scores.kinds) == (Counts(1, 1, 1), Counts(0, 1, 1), Counts(1, 1, 1))


def test_two_entries_for_one_organisation_are_a_false_alarm() -> None:
    scores = score_organisations((FED,), (build("the Fed", [(20, 27)]), build("Federal Reserve", [(0, 15)])))
    assert scores.entities == Counts(1, 2, 1)
    # The entry of the right name is the match; the other's mention is in the wrong place.
    assert (scores.mentions, scores.names) == (Counts(1, 2, 2), Counts(1, 1, 1))


def test_a_mention_merged_into_another_organisation_is_wrong() -> None:
    scores = score_organisations((FED, NVIDIA), (build("Federal Reserve", [(0, 15), (30, 36)]),))
    assert scores.mentions == Counts(1, 2, 3)


def test_gold_mentions_are_the_longest_forms_outside_the_dateline() -> None:
    rows = [
        {"name": "Bank of China", "aliases": ["BoC"], "kind": "finance"},
        {"name": "People’s Bank of China", "aliases": [], "kind": "finance"},
    ]
    text = "People’s Bank of China met. BoC, Bank of China and BoCs."
    mentions = {organisation.name: organisation.mentions for organisation in parse_organisations(text, rows, None)}
    assert mentions == {"Bank of China": ((28, 31), (33, 46)), "People’s Bank of China": ((0, 22),)}
