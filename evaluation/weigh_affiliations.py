"""Affiliations: `python -m evaluation.weigh_affiliations DATA MODEL` learns which organisation a person speaks for.

From our own articles, whose heads say it of everybody quoted. The persons are those that a model finds under the same
name and whose role does not say it; an organisation is the right one where it is found at a mention of the one that the
head names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

import service.components  # noqa: F401  (registers the factories)
from evaluation.own_articles import convert_article, find_number, read_apart
from evaluation.scores.names import is_same_name
from evaluation.weigh_referents import Referent, count_right, fit_referents
from service.components.sources.affiliation_choice import write_affiliations
from service.components.sources.affiliation_features import list_affiliations
from service.components.sources.affiliations import find_printed_affiliation, is_former
from service.components.sources.annotate import AFFILIATIONS_NAME, OWNERS_NAME, read_cast, read_places
from service.components.sources.antecedents import (
    FEATURES,
    REFERENT_FEATURES,
    AntecedentWeights,
    ReferenceWeights,
    list_referents,
    write_antecedents,
)
from service.components.sources.cast import Person, list_told_of
from service.components.sources.link_features import Choices
from service.components.sources.owners import LEAST_CERTAINTY, find_reference_fit
from service.components.sources.scene import Scene
from training.command_line import read_data_and_model
from training.corpora.marked_articles import MarkedArticle
from training.links import Lesson, find_accuracy, fit, join_lessons

# What a scene needs and affiliations do not read.
NO_WEIGHTS = ReferenceWeights.of_pronouns(AntecedentWeights(np.zeros(len(FEATURES)), 0.0))


@dataclass(frozen=True, slots=True)
class Affiliated:
    """A person's choices. right: the number of the organisation, None for none.

    referred: the choice that the words of the description leave, "its director"; None where they refer to nothing.
    """

    choices: Choices
    right: int | None
    referred: Referent | None


def read_persons(nlp: Language, article: MarkedArticle) -> Iterator[Affiliated]:
    """The persons of an article whose affiliation its head tells and, if there is one, can be chosen."""
    doc = nlp(article.text)
    gold = convert_article(article)
    scene = Scene(doc.text, read_cast(doc, ()), read_places(doc, ()), NO_WEIGHTS)
    for person in scene.cast.people:
        source = next((source for source in gold.sources if is_same_name(person.name.text, source.name)), None)
        choices = list_affiliations(scene, person)
        is_open = not is_former(person) and find_printed_affiliation(scene, person) is None
        if source is None or not len(choices.chosen) or not is_open:
            continue
        number = None if source.affiliation is None else find_number(scene.cast, article, source.affiliation)
        # The outlet of the dateline is found too, but nobody speaks for it.
        if source.affiliation is None or number in choices.chosen:
            yield Affiliated(choices, number, read_referred(scene, person, number))


def read_referred(scene: Scene, person: Person, right: int | None) -> Referent | None:
    """The choice among the organisations that a person's description may refer to."""
    if person.description is None:
        return None
    fit = find_reference_fit(scene, person.description)
    if fit is None:
        return None
    candidates = list_referents(list_told_of(scene.cast), fit, scene.places, person.description[0], None, None)
    return Referent(candidates, right if right in candidates.numbers else None) if candidates.numbers else None


def build_lesson(persons: list[Affiliated]) -> Lesson:
    """The choices of all persons, and which are right."""
    return join_lessons(
        [
            Lesson(person.choices, person.choices.chosen == person.right, np.array([person.right is None]))
            for person in persons
        ]
    )


def weigh_affiliations(data: Path, model: Path) -> None:
    """Learn the weights, print how often they are right on the articles kept apart, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    taught, kept = read_apart(partial(read_persons, nlp))
    weights = fit(build_lesson(taught))
    print(
        f"learned from {len(taught)} persons; right on {len(kept)} others: "
        f"{find_accuracy(build_lesson(kept), weights):.4f}"
    )
    write_affiliations(model / "news_sources" / AFFILIATIONS_NAME, weights)
    referring, others = ([person.referred for person in persons if person.referred] for persons in (taught, kept))
    owners = fit_referents(referring)
    made, right = count_right(others, owners, least_certainty=LEAST_CERTAINTY)
    print(f"learned from {len(referring)} that refer to one; of {len(others)} others {made} made, {right} right")
    write_antecedents(model / "news_sources" / OWNERS_NAME, owners, REFERENT_FEATURES)


if __name__ == "__main__":
    weigh_affiliations(*read_data_and_model(__doc__))
