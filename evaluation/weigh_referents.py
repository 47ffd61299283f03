"""Referents: `python -m evaluation.weigh_referents DATA MODEL` learns which organisation "it" and "the company" mean.

From our own articles, whose marks tell who speaks. The choice is that of the antecedents of pronouns, among the
organisations that a model finds; here it is known which is right, and the weights are those that make it likeliest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from evaluation.own_articles import find_number, read_apart
from service.components.sources.annotate import REFERENTS_NAME, read_cast, read_places
from service.components.sources.antecedents import (
    EVEN,
    FEATURES,
    AntecedentWeights,
    Candidates,
    choose_antecedent,
    list_candidates,
    write_antecedents,
)
from service.components.sources.cast import Cast
from service.components.sources.definites import LEAST_CERTAINTY, find_definite_fit, fit_any
from service.components.sources.patterns import THING_PRONOUNS
from service.components.sources.speakers import Cited, name_organisation
from service.text.names import find_words
from training.command_line import read_data_and_model
from training.corpora.marked_articles import Marked, MarkedArticle

# Weight of the squared weights in the loss of a choice.
PENALTY = 1e-3
STEPS = 200


@dataclass(frozen=True, slots=True)
class Referent:
    """A choice. right: the number of the organisation that speaks, None where none of those found does."""

    candidates: Candidates
    right: int | None


def read_referents(nlp: Language, article: MarkedArticle) -> Iterator[Referent]:
    """The choices of an article: its sources that are "it" or a noun for organisations."""
    doc = nlp(article.text)
    cast, places = read_cast(doc, ()), read_places(doc, ())
    speakers = {mark.number: mark for mark in article.marked if mark.letter == "v"}
    names = {source.id: source.name for source in article.sources}
    previous: Cited | None = None
    for mark in sorted((mark for mark in article.marked if mark.letter == "q"), key=lambda mark: mark.start):
        speaker = speakers.get(mark.number)
        number = find_number(cast, article, names[mark.sources[0]])
        if speaker is not None:
            words = [word.casefold() for word in find_words(article.text[speaker.start : speaker.end])]
            fit = fit_any if {*words} <= THING_PRONOUNS else find_definite_fit(cast, words)
            if fit is not None:
                speaking = None if previous is None else previous.speaker.organisation
                found = list_candidates(cast.organisations, fit, places, speaker.start, speaking, previous)
                if found.numbers:
                    yield Referent(found, number if number in found.numbers else None)
        previous = cite(cast, number, speaker or mark)


def cite(cast: Cast, number: int | None, mark: Marked) -> Cited | None:
    """The organisation of this number as who spoke last; None where it was none."""
    name = next((name for name in cast.organisations if name.number == number), None)
    return None if name is None else Cited(name_organisation(name, (mark.start, mark.end)), mark.end)


def fit_referents(choices: list[Referent]) -> AntecedentWeights:
    """The weights under which the right organisations are likeliest."""
    features = torch.from_numpy(np.vstack([choice.candidates.features for choice in choices]))
    evidence = torch.from_numpy(np.concatenate([choice.candidates.fits for choice in choices])).log()
    owners = torch.from_numpy(np.repeat(np.arange(len(choices)), [len(one.candidates.numbers) for one in choices]))
    right = torch.tensor([number == one.right for one in choices for number in one.candidates.numbers])
    is_none = torch.tensor([one.right is None for one in choices])
    weights = torch.zeros(len(FEATURES), dtype=torch.float64, requires_grad=True)
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


def count_right(choices: list[Referent], weights: AntecedentWeights) -> tuple[int, int]:
    """How many choices are certain enough to be made, and how many of these are right."""
    chosen = [
        (choice, choose_antecedent(one.candidates, weights, least_certainty=LEAST_CERTAINTY), one.right)
        for choice, one in enumerate(choices)
    ]
    made = [(found[0], right) for _, found, right in chosen if found is not None]
    return len(made), sum(number == right for number, right in made)


def weigh_referents(data: Path, model: Path) -> None:
    """Learn the weights, print what they are worth on the articles kept apart, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    taught, kept = read_apart(partial(read_referents, nlp))
    weights = fit_referents(taught)
    for name, choices in (("taught", taught), ("kept apart", kept)):
        made, right = count_right(choices, weights)
        known = sum(one.right is not None for one in choices)
        print(f"{name}: {len(choices)} choices, {known} of an organisation that was found; {made} made, {right} right")
    write_antecedents(model / "news_sources" / REFERENTS_NAME, weights)


if __name__ == "__main__":
    weigh_referents(*read_data_and_model(__doc__))
