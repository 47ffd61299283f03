"""Links: `python -m training.links DATA MODEL` learns which decoded spans belong together, with the weights that ship.

The spans are those that the exported encoder decodes in PolNeAR's training part; each is held to be a span of the
attribution that it shares most words with, and what it should choose is any span that meets that attribution's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from numpy.typing import NDArray
from spacy.language import Language
from torch import Tensor

import service.components  # noqa: F401  (registers the factories)
from service.components.encoder.bio import WordSpan
from service.components.encoder.pieces import Pieces
from service.components.sources.annotate import LINKS_NAME, read_layout
from service.components.sources.decoding import read_attribution_spans
from service.components.sources.link_features import RELATIONS, Choices, WordLayout, list_choices, tabulate_spans
from service.components.sources.links import LinkWeights, choose, write_links
from training.command_line import read_data_and_model
from training.corpora.annotated import read_rows

# Weight of the squared weights in the loss of a choice.
PENALTY = 1e-4
STEPS = 200


@dataclass(frozen=True, slots=True)
class Decoded:
    """An article as the encoder decodes it. attributions: role → its words, for each attribution of gold."""

    spans: list[WordSpan]
    layout: WordLayout
    attributions: list[dict[str, set[int]]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Choices of many articles, and which are right: (n_pairs,) and (n_choosers,) for none."""

    choices: Choices
    is_right: NDArray[np.bool_]
    is_none: NDArray[np.bool_]


def decode_articles(nlp: Language, rows: Iterable[dict[str, Any]]) -> Iterator[Decoded]:
    """The articles of a PolNeAR file, decoded."""
    encoder = nlp.get_pipe("news_encoder")
    for row in rows:
        doc = encoder(nlp.make_doc(row["text"]))
        pieces = doc._.word_scores.pieces
        yield Decoded(read_attribution_spans(doc), read_layout(doc), list_attributions(row, pieces))


def list_attributions(row: dict[str, Any], pieces: Pieces) -> list[dict[str, set[int]]]:
    """Role → the words whose middle lies in it, for each attribution of a row."""
    return [
        {
            role: {
                word for start, end in attribution[role] for word in range(*pieces.find_words((start, end)).tolist())
            }
            for role in ("source", "cue", "content")
        }
        for attribution in row["attributions"]
    ]


def build_lesson(relation: str, articles: list[Decoded]) -> Lesson:
    """All choices of a relation; spans that meet no attribution have nothing to learn from and are left out."""
    chooser_role, chosen_role = (name.casefold() for name in RELATIONS[relation])
    parts: list[Lesson] = []
    for article in articles:
        if not article.spans:
            continue
        choices = list_choices(relation, tabulate_spans(article.spans, article.layout))
        words = [set(range(span.first, span.last)) for span in article.spans]
        wanted: list[set[int] | None] = []
        for chooser in choices.choosers.tolist():
            shared = [len(words[chooser] & attribution[chooser_role]) for attribution in article.attributions]
            most = max(shared, default=0)
            wanted.append(
                set[int]().union(
                    *(
                        attribution[chosen_role]
                        for attribution, count in zip(article.attributions, shared, strict=True)
                        if count == most
                    )
                )
                if most
                else None
            )
        parts.append(grade(choices, words, wanted))
    return join_lessons(parts)


def grade(choices: Choices, words: list[set[int]], wanted: list[set[int] | None]) -> Lesson:
    """The choices of one article with what is right; wanted: for each chooser the words of what it should choose."""
    known = np.array([goal is not None for goal in wanted], dtype=bool)
    places = np.cumsum(known) - 1
    kept = known[choices.owners]
    owners, chosen = choices.owners[kept], choices.chosen[kept]
    is_right = np.array(
        [
            bool(words[candidate] & (wanted[owner] or set()))
            for owner, candidate in zip(owners.tolist(), chosen.tolist(), strict=True)
        ],
        dtype=bool,
    )
    owners = places[owners]
    is_none = np.bincount(owners, weights=is_right, minlength=int(known.sum())) == 0
    left = Choices(choices.choosers[known], owners, chosen, choices.pairs[kept], choices.none[known])
    return Lesson(left, is_right, is_none)


def join_lessons(parts: list[Lesson]) -> Lesson:
    """Lessons one after the other."""
    shifts = np.cumsum([0, *(len(part.choices.choosers) for part in parts)])[:-1]
    return Lesson(
        Choices(
            # Numbered anew: a span's index tells nothing outside its article.
            np.arange(sum(len(part.choices.choosers) for part in parts)),
            np.concatenate([part.choices.owners + shift for part, shift in zip(parts, shifts, strict=True)]),
            np.concatenate([part.choices.chosen for part in parts]),
            np.concatenate([part.choices.pairs for part in parts]),
            np.concatenate([part.choices.none for part in parts]),
        ),
        np.concatenate([part.is_right for part in parts]),
        np.concatenate([part.is_none for part in parts]),
    )


def fit(lesson: Lesson) -> LinkWeights:
    """The weights under which the right choices are likeliest."""
    choices = lesson.choices
    pairs, none = torch.from_numpy(choices.pairs), torch.from_numpy(choices.none.astype(np.float64))
    owners = torch.from_numpy(choices.owners)
    right, is_none = torch.from_numpy(lesson.is_right), torch.from_numpy(lesson.is_none)
    pair_weights = torch.zeros(pairs.shape[1], dtype=torch.float64, requires_grad=True)
    none_weights = torch.zeros(none.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([pair_weights, none_weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def find_loss() -> Tensor:
        optimizer.zero_grad()
        scores, null = pairs @ pair_weights, none @ none_weights
        loss = (
            sum_chances(scores, null, owners)
            - sum_chances(
                scores.masked_fill(~right, -torch.inf),
                null.masked_fill(~is_none, -torch.inf),
                owners,
            )
        ).mean()
        loss = loss + PENALTY * ((pair_weights**2).sum() + (none_weights**2).sum())
        loss.backward()
        return loss

    optimizer.step(find_loss)
    return LinkWeights(pair_weights.detach().numpy(), none_weights.detach().numpy())


def sum_chances(scores: Tensor, null: Tensor, owners: Tensor) -> Tensor:
    """(n_choosers,) log of the summed powers of (n_pairs,) scores of each chooser and its (n_choosers,) null."""
    top = null.detach().scatter_reduce(0, owners, scores.detach(), "amax")
    powers = (scores - top[owners]).exp()
    return top + (null - top).exp().index_add(0, owners, powers).log()


def find_accuracy(lesson: Lesson, weights: LinkWeights) -> float:
    """The share of choosers that choose right."""
    choices = lesson.choices
    right = set(zip(choices.owners[lesson.is_right].tolist(), choices.chosen[lesson.is_right].tolist(), strict=True))
    right.update((owner, None) for owner in np.flatnonzero(lesson.is_none).tolist())
    links = choose(choices, weights)
    return sum((chooser, link.target) in right for chooser, link in links.items()) / max(1, len(links))


def train_links(data: Path, model: Path) -> None:
    """Learn all relations, print how often each is right on the dev part, and write the weights into the model."""
    # Only the encoder is needed, and the sources cannot be loaded before their weights are written.
    nlp = spacy.load(model, exclude=["news_sources", "news_claims"])
    corpus = data / "quotes/polnear"
    train = list(decode_articles(nlp, read_rows(corpus / "train.jsonl")))
    dev = list(decode_articles(nlp, read_rows(corpus / "dev.jsonl")))
    weights: dict[str, LinkWeights] = {}
    for relation in RELATIONS:
        weights[relation] = fit(build_lesson(relation, train))
        print(
            f"{relation}: right on dev {find_accuracy(build_lesson(relation, dev), weights[relation]):.4f}", flush=True
        )
    folder = model / "news_sources"
    folder.mkdir(exist_ok=True)
    write_links(folder / LINKS_NAME, weights)


if __name__ == "__main__":
    train_links(*read_data_and_model(__doc__))
