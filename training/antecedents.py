"""Antecedents: `python -m training.antecedents DATA MODEL` learns whom "he" and "she" stand for.

PolNeAR's training part does not tell, but it has some two thousand sources that are such a pronoun, and the pronoun's
gender says something of whom it cannot mean. So the weights are those under which the genders of the pronouns are
likeliest, with the antecedent summed out: whatever places in a text pronouns point to, the persons named there are of
the right gender more often than persons named elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from service.components.encoder.scores import read_word_scores
from service.components.sources.annotate import (
    ANTECEDENTS_NAME,
    attribute,
    read_cast,
    read_places,
)
from service.components.sources.antecedents import (
    EVEN,
    FEATURES,
    AntecedentWeights,
    Candidates,
    ReferenceWeights,
    list_persons,
    write_antecedents,
)
from service.components.sources.patterns import FEMALE_WORDS, PERSON_PRONOUNS
from service.components.sources.reported_speech import Quotation
from service.components.sources.scene import Scene
from service.components.sources.vectors import MentionVectors
from training.command_line import read_data_and_model
from training.corpora.annotated import read_rows
from training.corpora.polnear import list_quotations

# Weight of the squared weights in the loss of a pronoun.
PENALTY = 1e-3
STEPS = 200
# Who spoke before depends on the weights: once with plain ones, once with those learned so.
ROUNDS = 2
# To begin with: the person named last.
FIRST_WEIGHTS = AntecedentWeights(np.array([-1.0 * (name == "log_sentences") for name in FEATURES]), -3.0)


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article's scene without weights, and its quotations as the annotators have them."""

    scene: Scene
    quotations: list[Quotation]


def read_lessons(nlp: Language, path: Path) -> Iterable[Lesson]:
    """The articles of a PolNeAR file."""
    for row in read_rows(path):
        doc = nlp(row["text"])
        quotations = list_quotations(row)
        yield Lesson(
            Scene(
                doc.text,
                read_cast(doc, quotations),
                read_places(doc, quotations),
                ReferenceWeights.of_pronouns(FIRST_WEIGHTS),
                MentionVectors.of(read_word_scores(doc)),
            ),
            quotations,
        )


def list_choices(lesson: Lesson, weights: AntecedentWeights) -> list[Candidates]:
    """The candidates of each pronoun among an article's sources; who spoke before is resolved with weights."""
    scene = replace(lesson.scene, weights=ReferenceWeights.of_pronouns(weights))
    choices: list[Candidates] = []
    for item in attribute(scene, lesson.quotations):
        source = item.quotation.source
        word = "" if source is None else scene.text[slice(*source)].strip().casefold()
        if source is not None and word in PERSON_PRONOUNS:
            is_female = word in FEMALE_WORDS
            choices.append(
                list_persons(
                    scene.cast,
                    scene.places,
                    source,
                    scene.vectors.compare("anaphors", source),
                    is_female=is_female,
                    previous=item.previous,
                )
            )
    return [candidates for candidates in choices if candidates.numbers]


def fit(choices: list[Candidates]) -> AntecedentWeights:
    """The weights under which the genders of the pronouns are likeliest."""
    features = torch.from_numpy(np.vstack([candidates.features for candidates in choices]))
    fits = torch.from_numpy(np.concatenate([candidates.fits for candidates in choices])).log()
    owners = torch.from_numpy(np.repeat(np.arange(len(choices)), [len(candidates.numbers) for candidates in choices]))
    persons = torch.zeros(len(FEATURES), dtype=torch.float64, requires_grad=True)
    nobody = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([persons, nobody], max_iter=STEPS, line_search_fn="strong_wolfe")

    def sum_chances(scores: Tensor, null: Tensor) -> Tensor:
        powers = torch.zeros(len(choices), dtype=torch.float64).index_add(0, owners, scores.exp())
        return (powers + null.exp()).log()

    def find_loss() -> Tensor:
        optimizer.zero_grad()
        scores = features @ persons
        loss = (sum_chances(scores, nobody) - sum_chances(scores + fits, nobody + float(np.log(EVEN)))).mean()
        loss = loss + PENALTY * ((persons**2).sum() + (nobody**2).sum())
        loss.backward()
        return loss

    optimizer.step(find_loss)
    return AntecedentWeights(persons.detach().numpy(), nobody.item())


def train_antecedents(data: Path, model: Path) -> None:
    """Learn the weights, and write them into the model."""
    # The sources cannot be loaded before their weights are written, and claims need them.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    lessons = list(read_lessons(nlp, data / "quotes/polnear/train.jsonl"))
    weights = FIRST_WEIGHTS
    for _ in range(ROUNDS):
        choices = [candidates for lesson in lessons for candidates in list_choices(lesson, weights)]
        weights = fit(choices)
    print(f"learned from {len(choices)} pronouns")
    write_antecedents(model / "news_sources" / ANTECEDENTS_NAME, weights)


if __name__ == "__main__":
    train_antecedents(*read_data_and_model(__doc__))
