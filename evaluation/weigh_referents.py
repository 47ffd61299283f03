"""Referents: `python -m evaluation.weigh_referents DATA MODEL` learns whom "it", "the founder" and "its head" mean.

From our own articles, whose marks tell who speaks. The choice is that of the antecedents of pronouns, among the
organisations or the persons that a model finds; here it is known which is right, and the weights are those that make it
likeliest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from evaluation.own_articles import convert_article, find_number, find_person, find_source, read_apart
from service.components.sources import owners, role_mentions
from service.components.sources.affiliations import find_printed_affiliation, is_former
from service.components.sources.annotate import OWNERS_NAME, REFERENTS_NAME, ROLES_NAME, read_cast, read_places
from service.components.sources.antecedents import (
    EVEN,
    FEATURES,
    REFERENT_FEATURES,
    AntecedentWeights,
    Candidates,
    ReferenceWeights,
    choose_antecedent,
    list_referents,
    write_antecedents,
)
from service.components.sources.cast import Cast, list_told_of
from service.components.sources.definites import LEAST_CERTAINTY, find_definite_fit, fit_any
from service.components.sources.patterns import THING_PRONOUNS
from service.components.sources.scene import Scene
from service.components.sources.speakers import NOBODY, Cited
from service.text.names import find_words
from service.text.spans import find_overlapping
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
# What a scene needs and owners do not read.
NO_WEIGHTS = ReferenceWeights.of_pronouns(AntecedentWeights(np.zeros(len(FEATURES)), 0.0))


@dataclass(frozen=True, slots=True)
class Referent:
    """A choice. right: the number of whoever speaks, None where nobody of those found does."""

    candidates: Candidates
    right: int | None


def read_referents(nlp: Language, article: MarkedArticle) -> Iterator[tuple[str, Referent]]:
    """The choices of an article, each under the name of the file for its weights.

    Of organisations for the sources that are "it" or a noun for organisations and for roles of somebody else's, "its
    director"; of persons for a role in the singular.
    """
    doc = nlp(article.text)
    cast, places = read_cast(doc, ()), read_places(doc, ())
    before: dict[str, tuple[int, Cited] | None] = {REFERENTS_NAME: None, ROLES_NAME: None}
    for words, mark, name in list_cited(article):
        for file, names, number, fit in (
            (REFERENTS_NAME, cast.organisations, find_number(cast, article, name), find_organisation_fit(cast, words)),
            (ROLES_NAME, cast.persons, find_person(cast, name), find_person_fit(cast, words, mark)),
        ):
            speaking, previous = before[file] or (None, None)
            found = None if fit is None else list_referents(names, fit, places, mark.start, speaking, previous)
            if found is not None and found.numbers:
                yield file, Referent(found, number if number in found.numbers else None)
            printed = next((printed for printed in names if printed.number == number), None)
            # The last words that name somebody are all that the choice asks of who spoke before.
            before[file] = None if printed is None else (printed.number, Cited(NOBODY, mark.end))
    scene = Scene(article.text, cast, places, NO_WEIGHTS)
    yield from ((OWNERS_NAME, referent) for referent in read_owners(scene, article))


def read_owners(scene: Scene, article: MarkedArticle) -> Iterator[Referent]:
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
        found = list_referents(list_told_of(scene.cast), fit, scene.places, person.description[0], None, None)
        if found.numbers and (source.affiliation is None or right is not None):
            yield Referent(found, right if right in found.numbers else None)


def find_organisation_fit(cast: Cast, words: list[str]) -> Callable[[int], float] | None:
    """How far organisations fit the words of a source; None where these are neither "it" nor a noun for them."""
    is_pronoun = bool(words) and {word.casefold() for word in words} <= THING_PRONOUNS
    return fit_any if is_pronoun else find_definite_fit(cast, words)


def find_person_fit(cast: Cast, words: list[str], mark: Marked) -> Callable[[int], float] | None:
    """How far persons fit the words of a source; None where these name somebody or are no role."""
    is_named = bool(find_overlapping(cast.persons, mark.start, mark.end))
    return None if is_named else role_mentions.find_role_mention_fit(cast, words, mark.start)


def list_cited(article: MarkedArticle) -> Iterator[tuple[list[str], Marked, str]]:
    """The quotations in order: the words of the source, its mark or else that of the content, and who speaks."""
    speakers = {mark.number: mark for mark in article.marked if mark.letter == "v"}
    names = {source.id: source.name for source in article.sources}
    for mark in sorted((mark for mark in article.marked if mark.letter == "q"), key=lambda mark: mark.start):
        speaker = speakers.get(mark.number)
        words = [] if speaker is None else find_words(article.text[speaker.start : speaker.end])
        yield words, speaker or mark, names[mark.sources[0]]


def fit_referents(choices: list[Referent]) -> AntecedentWeights:
    """The weights under which the right ones are likeliest."""
    features = torch.from_numpy(np.vstack([choice.candidates.features for choice in choices]))
    evidence = torch.from_numpy(np.concatenate([choice.candidates.fits for choice in choices])).log()
    owners = torch.from_numpy(np.repeat(np.arange(len(choices)), [len(one.candidates.numbers) for one in choices]))
    right = torch.tensor([number == one.right for one in choices for number in one.candidates.numbers])
    is_none = torch.tensor([one.right is None for one in choices])
    weights = torch.zeros(len(REFERENT_FEATURES), dtype=torch.float64, requires_grad=True)
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
        weights = fit_referents(taught)
        for name, choices in (("taught", taught), ("kept apart", kept)):
            made, right = count_right(choices, weights, least_certainty=certainty)
            known = sum(one.right is not None for one in choices)
            print(f"{file}, {name}: {len(choices)} choices, {known} of somebody found; {made} made, {right} right")
        write_antecedents(model / "news_sources" / file, weights, REFERENT_FEATURES)


if __name__ == "__main__":
    weigh_referents(*read_data_and_model(__doc__))
