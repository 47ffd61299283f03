"""Affiliations: `python -m evaluation.weigh_affiliations DATA MODEL` learns which organisation a person speaks for.

From our own articles, whose heads say it of everybody quoted. The persons are those that a model cites under the same
name and whose role does not name it; an organisation is the right one where it is found at a mention of the one that
the head names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
from service.components.sources.affiliation_features import Role, list_affiliations
from service.components.sources.affiliations import find_printed_affiliation, is_former
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
from service.components.sources.links import read_links
from service.components.sources.role_evidence import RoleEvidence
from service.components.sources.scene import Scene
from service.components.sources.write import list_cited
from training.command_line import read_data_and_model
from training.corpora.marked_articles import MarkedArticle
from training.links import Lesson, fit, join_lessons


@dataclass(frozen=True, slots=True)
class Affiliated:
    """A person whose affiliation no words print. cited: the words by which organisations are cited.

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


def read_persons(nlp: Language, sources: NewsSources, article: MarkedArticle) -> Iterator[Affiliated]:
    """The persons of an article whose affiliation its head tells and, if there is one, can be chosen."""
    assert sources.references is not None
    doc = nlp(article.text)
    attributed, scene = attribute_quotations(doc, sources.find_quotations(doc), sources.references)
    cited = list_cited(attributed)
    heads = convert_article(article).sources
    numbers = {item.speaker.person for item in attributed}
    for person in (person for number, person in enumerate(scene.cast.people) if number in numbers):
        role = Role.of(person)
        source = find_source(heads, person.name.text)
        if source is None or role is None or is_former(person) or find_printed_affiliation(scene, person) is not None:
            continue
        right = None if source.affiliation is None else find_number(scene.cast, article, source.affiliation)
        if source.affiliation is None or right is not None:
            yield Affiliated(scene, role, cited, right)


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


def learn(persons: list[Affiliated]) -> AffiliationWeights:
    """The weights under which the right choices are likeliest, each by what the roles of others tell."""
    parts = [
        build_lesson((persons[number] for number in numbers), count_roles(others))
        for others, numbers in keep_apart(persons)
    ]
    return AffiliationWeights(fit(join_lessons(parts)), count_roles(persons))


def count_right(persons: Iterable[Affiliated], weights: AffiliationWeights) -> tuple[int, int]:
    """How many persons are given an organisation, and how many of them the right one."""
    chosen = [
        (choose_affiliation(person.scene, person.role, person.cited, weights), person.right) for person in persons
    ]
    given = [(number, right) for number, right in chosen if number is not None]
    return len(given), sum(number == right for number, right in given)


def weigh_affiliations(data: Path, model: Path) -> None:
    """Learn the weights, print how often they are right on the articles kept apart, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    taught, kept = read_apart(partial(read_persons, nlp, read_sources(model / "news_sources")))
    weights = learn(taught)
    given, right = count_right(kept, weights)
    known = sum(person.right is not None for person in kept)
    print(f"learned from {len(taught)} persons; of {len(kept)} others {known} have one, {given} get one, {right} right")
    given, right = count_right(taught, weights)
    print(f"of those that taught it {given} get one, {right} right")
    write_affiliations(model / "news_sources" / AFFILIATIONS_NAME, weights)


if __name__ == "__main__":
    weigh_affiliations(*read_data_and_model(__doc__))
