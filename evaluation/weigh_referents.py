"""Referents: `python -m evaluation.weigh_referents DATA MODEL` learns whom "it", "the founder" and "its head" mean.

From our own articles, whose marks tell who speaks. The choice is that of the antecedents of pronouns, among the
organisations or the persons that a model finds; here it is known which is right, and the weights are those that make it
likeliest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from evaluation.own_articles import convert_article, find_number, find_person, find_source, read_apart
from service.components.encoder.scores import read_word_scores
from service.components.sources import owners, role_mentions
from service.components.sources.affiliations import find_printed_affiliation, is_former
from service.components.sources.annotate import (
    OWNERS_NAME,
    REFERENTS_NAME,
    ROLES_NAME,
    read_cast,
    read_places,
)
from service.components.sources.antecedents import (
    EVEN,
    FEATURES,
    REFERENT_FEATURES,
    AntecedentWeights,
    Candidates,
    ReferenceWeights,
    Table,
    choose_antecedent,
    list_referents,
    write_antecedents,
)
from service.components.sources.cast import Cast, list_told_of
from service.components.sources.definites import LEAST_CERTAINTY, find_definite_fit, fit_any
from service.components.sources.patterns import THING_PRONOUNS
from service.components.sources.scene import Scene
from service.components.sources.speakers import NOBODY, Cited
from service.components.sources.vectors import MentionVectors
from service.text.names import find_words
from service.text.spans import Offsets, find_overlapping
from training.command_line import read_data_and_model
from training.corpora.marked_articles import Marked, MarkedArticle

# Weight of the squared weights in the loss of a choice.
PENALTY = 1e-3
STEPS = 200
# File → the certainty under which no choice is made.
LEAST_CERTAINTIES = {
    REFERENTS_NAME: LEAST_CERTAINTY,
    ROLES_NAME: role_mentions.LEAST_CERTAINTY,
    OWNERS_NAME: owners.LEAST_CERTAINTY,
}
# The columns of what the network sees.
SEEN = [REFERENT_FEATURES.index(name) for name in ("likeness", "is_read")]
IS_PLAIN = np.isin(np.arange(len(REFERENT_FEATURES)), SEEN, invert=True).astype(np.float64)
# What a scene needs and owners do not read.
NO_WEIGHTS = ReferenceWeights.of_pronouns(AntecedentWeights(np.zeros(len(FEATURES)), 0.0))


@dataclass(frozen=True, slots=True)
class Referent:
    """A choice. right: the number of whoever speaks, None where nobody of those found does."""

    candidates: Candidates
    right: int | None


@dataclass(frozen=True, slots=True)
class Before:
    """The number of the person or organisation cited last, and where."""

    person: int | None = None
    organisation: int | None = None
    cited: Cited | None = None


def read_referents(nlp: Language, article: MarkedArticle) -> Iterator[tuple[str, Referent]]:
    """The choices of an article, each under the name of the file for its weights.

    Of organisations for the sources that are "it" or a noun for organisations and for roles of somebody else's, "its
    director"; of persons for a role in the singular.
    """
    doc = nlp(article.text)
    cast, vectors = read_cast(doc, ()), MentionVectors.of(read_word_scores(doc))
    scene = Scene(article.text, cast, read_places(doc, ()), NO_WEIGHTS, vectors)
    before = Before()
    for words, mark, name in list_cited(article):
        person, organisation = find_person(cast, name), find_number(cast, article, name)
        yield from read_mention(scene, words, (mark.start, mark.end), before, person, organisation)
        before = Before(person, organisation, None if person is organisation is None else Cited(NOBODY, mark.end))
    yield from read_owners(scene, article)


def read_mention(
    scene: Scene, words: list[str], mention: Offsets, before: Before, person: int | None, organisation: int | None
) -> Iterator[tuple[str, Referent]]:
    """The choices for the words of a source; person, organisation: the number of whichever speaks there."""
    cast, at = scene.cast, mention[0]
    organisation_fit, person_fit = find_organisation_fit(cast, words), find_person_fit(cast, words, mention)
    likeness = scene.vectors.compare("anaphors", mention)
    if organisation_fit is not None:
        told, speaking = list_told_of(cast), before.organisation
        found = list_referents(told, organisation_fit, scene.places, at, likeness, speaking, before.cited)
        yield from build_referent(REFERENTS_NAME, found, organisation)
    if person_fit is not None:
        found = list_referents(cast.persons, person_fit, scene.places, at, likeness, before.person, before.cited)
        yield from build_referent(ROLES_NAME, found, person)


def build_referent(file: str, found: Candidates, right: int | None) -> Iterator[tuple[str, Referent]]:
    """The choice among candidates under a file's name, if there are any."""
    if found.numbers:
        yield file, Referent(found, right if right in found.numbers else None)


def read_owners(scene: Scene, article: MarkedArticle) -> Iterator[tuple[str, Referent]]:
    """The choices of those whose descriptions refer to an organisation and do not name it."""
    heads = convert_article(article).sources
    for person in scene.cast.people:
        source = find_source(heads, person.name.text)
        if source is None or person.description is None or is_former(person):
            continue
        fit = owners.find_reference_fit(scene, person.description)
        if fit is None or find_printed_affiliation(scene, person) is not None:
            continue
        right = None if source.affiliation is None else find_number(scene.cast, article, source.affiliation)
        likeness = scene.vectors.compare("members", person.description)
        told = list_told_of(scene.cast)
        found = list_referents(told, fit, scene.places, person.description[0], likeness, None, None)
        if source.affiliation is None or right is not None:
            yield from build_referent(OWNERS_NAME, found, right)


def find_organisation_fit(cast: Cast, words: list[str]) -> Callable[[int], float] | None:
    """How far organisations fit the words of a source; None where these are neither "it" nor a noun for them."""
    is_pronoun = bool(words) and {word.casefold() for word in words} <= THING_PRONOUNS
    return fit_any if is_pronoun else find_definite_fit(cast, words)


def find_person_fit(cast: Cast, words: list[str], mention: Offsets) -> Callable[[int], float] | None:
    """How far persons fit the words of a source; None where these name somebody or are no role."""
    is_named = bool(find_overlapping(cast.persons, *mention))
    return None if is_named else role_mentions.find_role_mention_fit(cast, words, mention[0])


def list_cited(article: MarkedArticle) -> Iterator[tuple[list[str], Marked, str]]:
    """The quotations in order: the words of the source, its mark or else that of the content, and who speaks."""
    speakers = {mark.number: mark for mark in article.marked if mark.letter == "v"}
    names = {source.id: source.name for source in article.sources}
    for mark in sorted((mark for mark in article.marked if mark.letter == "q"), key=lambda mark: mark.start):
        speaker = speakers.get(mark.number)
        words = [] if speaker is None else find_words(article.text[speaker.start : speaker.end])
        yield words, speaker or mark, names[mark.sources[0]]


def fit_referents(taught: list[Referent], kept: list[Referent]) -> AntecedentWeights:
    """The weights under which the right ones are likeliest.

    Those of where and how a name was printed are learned from articles that taught the network; how they weigh against
    its own likeness, of which it is too sure there, from those kept apart.
    """
    plain = [replace_features(choice, choice.candidates.features * IS_PLAIN) for choice in taught]
    places = fit_choices(plain)
    both = [
        replace_features(
            choice,
            np.column_stack((choice.candidates.features @ places.names, choice.candidates.features[:, SEEN])),
        )
        for choice in kept
    ]
    shares = fit_choices(both)
    names = places.names * shares.names[0]
    names[SEEN] = shares.names[1:]
    return AntecedentWeights(names, shares.nobody)


def replace_features(choice: Referent, features: Table) -> Referent:
    """The choice by other features of its candidates."""
    return replace(choice, candidates=replace(choice.candidates, features=features))


def fit_choices(choices: list[Referent]) -> AntecedentWeights:
    """The weights of the candidates' features under which the right ones are likeliest."""
    features = torch.from_numpy(np.vstack([choice.candidates.features for choice in choices]))
    evidence = torch.from_numpy(np.concatenate([choice.candidates.fits for choice in choices])).log()
    owners = torch.from_numpy(np.repeat(np.arange(len(choices)), [len(one.candidates.numbers) for one in choices]))
    right = torch.tensor([number == one.right for one in choices for number in one.candidates.numbers])
    is_none = torch.tensor([one.right is None for one in choices])
    weights = torch.zeros(features.shape[1], dtype=torch.float64, requires_grad=True)
    nobody = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, nobody], max_iter=STEPS, line_search_fn="strong_wolfe")

    def find_loss() -> Tensor:
        optimizer.zero_grad()
        powers = (features @ weights + evidence).exp()
        null = (nobody + float(np.log(EVEN))).exp().expand(len(choices))
        total = torch.zeros(len(choices), dtype=torch.float64).index_add(0, owners, powers) + null
        wanted = torch.zeros(len(choices), dtype=torch.float64).index_add(0, owners, powers * right) + null * is_none
        loss = (total.log() - wanted.log()).mean() + PENALTY * ((weights**2).sum() + (nobody**2).sum())
        loss.backward()
        return loss

    optimizer.step(find_loss)
    return AntecedentWeights(weights.detach().numpy(), nobody.item())


def count_right(choices: list[Referent], weights: AntecedentWeights, *, least_certainty: float) -> tuple[int, int]:
    """How many choices are certain enough to be made, and how many of these are right."""
    chosen = [
        (choose_antecedent(one.candidates, weights, least_certainty=least_certainty), one.right) for one in choices
    ]
    made = [(found[0], right) for found, right in chosen if found is not None]
    return len(made), sum(number == right for number, right in made)


def weigh_referents(data: Path, model: Path) -> None:
    """Learn the weights, print what they are worth on the articles kept apart, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    read = read_apart(partial(read_referents, nlp))
    for file, certainty in LEAST_CERTAINTIES.items():
        taught, kept = ([choice for own, choice in choices if own == file] for choices in read)
        weights = fit_referents(taught, kept)
        for name, choices in (("taught", taught), ("kept apart", kept)):
            made, right = count_right(choices, weights, least_certainty=certainty)
            known = sum(one.right is not None for one in choices)
            print(f"{file}, {name}: {len(choices)} choices, {known} of somebody found; {made} made, {right} right")
        write_antecedents(model / "news_sources" / file, weights, REFERENT_FEATURES)


if __name__ == "__main__":
    weigh_referents(*read_data_and_model(__doc__))
