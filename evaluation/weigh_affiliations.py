"""Affiliations: `python -m evaluation.weigh_affiliations DATA MODEL` learns which organisation a person speaks for.

From our own articles, whose heads say it of everybody quoted. The persons are those that a model cites under the same
name and whose role does not name it; an organisation is the right one where it is found at a mention of the one that
the head names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)
from evaluation.logistic import keep_apart
from evaluation.own_articles import convert_article, find_number, find_source, read_apart
from evaluation.role_counts import RoleCounts
from service.components.sources.affiliation_choice import AffiliationWeights, choose_affiliation, write_affiliations
from service.components.sources.affiliation_features import NONE_FEATURES, PAIR_FEATURES, Role, list_affiliations
from service.components.sources.affiliations import find_printed_affiliation, is_former, is_head_of_state
from service.components.sources.annotate import (
    AFFILIATIONS_NAME,
    CONFIDENCE_NAME,
    LINKS_NAME,
    NewsSources,
    attribute_quotations,
    read_references,
)
from service.components.sources.cast import Name
from service.components.sources.confidence import read_confidence
from service.components.sources.link_features import Table
from service.components.sources.links import LinkWeights, read_links
from service.components.sources.role_evidence import RoleEvidence
from service.components.sources.scene import Scene
from service.components.sources.speakers import Speaker
from service.components.sources.write import list_cited
from training.command_line import read_data_and_model
from training.corpora.marked_articles import MarkedArticle
from training.links import Lesson, fit, join_lessons

# The columns of what the network sees.
SEEN, CONSTANT = [PAIR_FEATURES.index(name) for name in ("likeness", "is_read")], NONE_FEATURES.index("constant")
IS_PLAIN = np.isin(np.arange(len(PAIR_FEATURES)), SEEN, invert=True).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Affiliated:
    """A source whose affiliation no words print. cited: the words by which organisations are cited.

    right: the number of the organisation, None for none.
    """

    scene: Scene
    role: Role
    cited: list[Name]
    right: int | None


def read_sources(folder: Path) -> NewsSources:
    """The component with all weights of a folder but those that are learned here."""
    sources = NewsSources()
    sources.links = read_links(folder / LINKS_NAME)
    sources.confidence = read_confidence(folder / CONFIDENCE_NAME)
    sources.references = read_references(folder)
    return sources


def read_affiliated(nlp: Language, sources: NewsSources, article: MarkedArticle) -> Iterator[Affiliated]:
    """The sources of an article whose affiliation its head tells and, if there is one, can be chosen."""
    assert sources.references is not None
    doc = nlp(article.text)
    attributed, scene = attribute_quotations(doc, sources.find_quotations(doc), sources.references)
    cited = list_cited(attributed)
    heads = convert_article(article).sources
    for name, role in find_roles(scene, [item.speaker for item in attributed]):
        source = find_source(heads, name)
        if source is None:
            continue
        right = None if source.affiliation is None else find_number(scene.cast, article, source.affiliation)
        if source.affiliation is None or right is not None:
            yield Affiliated(scene, role, cited, right)


def find_roles(scene: Scene, speakers: Sequence[Speaker]) -> Iterator[tuple[str, Role]]:
    """The name and role of each speaker whose affiliation is chosen, once."""
    for speaker in {speaker.key: speaker for speaker in reversed(speakers)}.values():
        if speaker.person is not None:
            person = scene.cast.people[speaker.person]
            is_open = not is_former(person) and find_printed_affiliation(scene, person) is None
            if is_open and not is_head_of_state(scene.text, person):
                yield person.name.text, Role.of(person)
        elif speaker.kind == "unnamed" and speaker.name is not None and speaker.affiliation is None:
            yield scene.text[slice(*speaker.name)], Role.of_unnamed(speaker.name)


def build_lesson(persons: Iterable[Affiliated], evidence: RoleEvidence) -> Lesson:
    """The choices of all persons, and which are right; those without the right one among theirs are left out."""
    parts: list[Lesson] = []
    for person in persons:
        choices = list_affiliations(person.scene, person.role, person.cited, evidence)
        if person.right is None or person.right in choices.chosen:
            parts.append(Lesson(choices, choices.chosen == person.right, np.array([person.right is None])))
    return join_lessons(parts)


def count_roles(persons: Iterable[Affiliated]) -> RoleEvidence:
    """What the roles of these persons tell."""
    counts = RoleCounts()
    for person in persons:
        chances = None if person.right is None else person.scene.cast.kinds[person.right]
        counts.add(person.scene.text[slice(*person.role.phrase)], chances)
    return counts.weigh()


def learn(taught: list[Affiliated], kept: list[Affiliated]) -> AffiliationWeights:
    """The weights under which the right choices are likeliest, each by what the roles of others tell.

    How they weigh against the likeness that the network sees, of which it is too sure in the articles that taught it,
    is learned from those kept apart.
    """
    parts = [
        build_lesson((taught[number] for number in numbers), count_roles(others))
        for others, numbers in keep_apart(taught)
    ]
    evidence = count_roles(taught)
    plain = fit(replace_pairs(lesson := join_lessons(parts), lesson.choices.pairs * IS_PLAIN))
    lesson = build_lesson(kept, evidence)
    pairs, none = lesson.choices.pairs, lesson.choices.none
    both = np.column_stack((pairs @ plain.pair, pairs[:, SEEN]))
    shares = fit(replace_pairs(lesson, both, np.column_stack((none @ plain.none, np.ones(len(none))))))
    weights = LinkWeights(plain.pair * shares.pair[0], plain.none * shares.none[0])
    weights.pair[SEEN] = shares.pair[1:]
    weights.none[CONSTANT] += shares.none[1]
    return AffiliationWeights(weights, evidence)


def replace_pairs(lesson: Lesson, pairs: Table, none: Table | None = None) -> Lesson:
    """The lesson by other features of its pairs, and of there being none."""
    choices = replace(lesson.choices, pairs=pairs, none=lesson.choices.none if none is None else none)
    return replace(lesson, choices=choices)


def count_right(persons: Iterable[Affiliated], weights: AffiliationWeights) -> tuple[int, int]:
    """How many persons are given an organisation, and how many of them the right one."""
    chosen = [
        (choose_affiliation(person.scene, person.role, person.cited, weights), person.right) for person in persons
    ]
    given = [(name.number, right) for name, right in chosen if name is not None]
    return len(given), sum(number == right for number, right in given)


def weigh_affiliations(data: Path, model: Path) -> None:
    """Learn the weights, print how often they are right on the articles kept apart, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    taught, kept = read_apart(partial(read_affiliated, nlp, read_sources(model / "news_sources")))
    weights = learn(taught, kept)
    given, right = count_right(kept, weights)
    known = sum(person.right is not None for person in kept)
    print(f"learned from {len(taught)} persons; of {len(kept)} others {known} have one, {given} get one, {right} right")
    given, right = count_right(taught, weights)
    print(f"of those that taught it {given} get one, {right} right")
    write_affiliations(model / "news_sources" / AFFILIATIONS_NAME, weights)


if __name__ == "__main__":
    weigh_affiliations(*read_data_and_model(__doc__))
