"""Error analysis: `python -m evaluation.errors DATA [--show N]` groups what is wrong on the development corpora.

Each miss and each false alarm is in the group that its surroundings decide; N of each group, drawn with a fixed seed,
are printed with their context. Gold articles are never read here.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy

import service.components  # noqa: F401  (registers the factories)
from evaluation.measures.polnear import extract_polnear, list_found_quotes, list_gold_quotes
from evaluation.readings import CorpusReadings, Reading, list_gold_entities, read_corpus
from evaluation.run import POLNEAR
from evaluation.scores.entities import Entity, judge_entity, sort_gold
from evaluation.scores.quoted_sources import Offsets, ScoredQuote, compare_quotes, is_source_right
from service.pipeline.extractor import MODEL_PATH, Extractor
from training.corpora.catalogue import LabelMap, list_corpora

CORPORA = ("worldwide", "conll2003", "finer_ord")
TYPE = "ORG"
SEED = 7
CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Mistake:
    """One miss or false alarm. group: of which kind it is. context: its words in brackets, and what lies near them."""

    group: str
    context: str


def find_entity_mistakes(corpus: CorpusReadings) -> Iterator[Mistake]:
    """The organisations that are missed or wrong in a corpus."""
    label_map = corpus.maps["entities"]
    for reading in corpus.readings:
        text = reading.annotated.text
        gold = list_gold_entities(reading.annotated)
        for entity in list_missed(gold, reading, label_map):
            yield Mistake(f"missed: {compare_entities(entity, reading.entities)}", quote_context(text, [entity]))
        marked = sort_gold(gold, label_map)
        for entity in reading.entities:
            if entity.label == TYPE and judge_entity(entity, marked, label_map) is False:
                yield Mistake(f"false alarm: {compare_entities(entity, gold)}", quote_context(text, [entity]))


def list_missed(gold: list[Entity], reading: Reading, label_map: LabelMap) -> Iterator[Entity]:
    """The organisations of gold that were not found at their very place."""
    found = {(entity.start, entity.end) for entity in reading.entities if entity.label == TYPE}
    for entity in gold:
        if label_map[entity.label] == (TYPE,) and (entity.start, entity.end) not in found:
            yield entity


def compare_entities(entity: Entity, others: Iterable[Entity]) -> str:
    """How the other side sees the place of an entity."""
    near = [other for other in others if other.start < entity.end and entity.start < other.end]
    if not near:
        return "nothing there"
    if any((other.start, other.end) == (entity.start, entity.end) for other in near):
        return "other type"
    if all(other.start <= entity.start and entity.end <= other.end for other in near):
        return "part of a longer name"
    return "other borders"


def find_quote_mistakes(data: Path, extractor: Extractor) -> Iterator[Mistake]:
    """The quotations of PolNeAR in scope "speech" that are missed, wrong, or from another source."""
    for article in extract_polnear(extractor.extract, data / POLNEAR / "dev.jsonl"):
        text = article.row["text"]
        gold, found = list_gold_quotes(article.row), list_found_quotes(article.sources)
        compared = compare_quotes(text, gold, found)
        matched = {expected: index for index, expected in compared.matches.items()}
        for place, quote in enumerate(gold):
            if quote.in_scope and place not in matched:
                group = compare_letters(compared.gold[place], compared.found)
                yield Mistake(f"missed {quote.kind}: {group}", quote_context(text, quote.parts))
            elif quote.in_scope and not is_source_right(quote, found[matched[place]]):
                yield Mistake(
                    f"source: {compare_sources(quote, found[matched[place]])}", quote_context(text, quote.parts)
                )
        for index in compared.counted:
            if index not in compared.matches:
                group = compare_letters(compared.found[index], compared.gold)
                yield Mistake(f"false alarm, {found[index].kind}: {group}", quote_context(text, found[index].parts))


def compare_letters(letters: frozenset[int], others: list[frozenset[int]]) -> str:
    """How the other side sees the letters of a quotation."""
    near = [other for other in others if other & letters]
    if not near:
        return "nothing there"
    if len(near) > 1:
        return "several there"
    return "part of a longer one" if len(near[0]) > len(letters) else "only a part there"


def compare_sources(gold: ScoredQuote, found: ScoredQuote) -> str:
    """Which side has a source."""
    if not gold.speakers:
        return "found, and gold has none"
    return "another" if found.speakers else "not found"


def quote_context(text: str, parts: Iterable[Entity | Offsets]) -> str:
    """The parts in brackets, with some text before and behind, on one line."""
    offsets = [(part.start, part.end) if isinstance(part, Entity) else part for part in parts]
    first, last = min(start for start, _ in offsets), max(end for _, end in offsets)
    quoted = " … ".join(text[start:end] for start, end in offsets)
    context = f"{text[max(0, first - CONTEXT) : first]}[{quoted}]{text[last : last + CONTEXT]}"
    return " ".join(context.split())


def spell_mistakes(title: str, mistakes: list[Mistake], show: int) -> Iterator[str]:
    """The groups of mistakes by size, with examples of each."""
    yield f"## {title}: {len(mistakes)}"
    groups: dict[str, list[str]] = {}
    for mistake in mistakes:
        groups.setdefault(mistake.group, []).append(mistake.context)
    chooser = random.Random(SEED)
    for group in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        contexts = groups[group]
        yield f"{len(contexts):5}  {group}"
        yield from (f"         {context}" for context in chooser.sample(contexts, min(show, len(contexts))))


def main() -> None:
    """Print the groups of every corpus."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.errors", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--show", type=int, default=0, help="examples of each group")
    options = parser.parse_args()
    # The encoder alone reads the corpora of names.
    nlp = spacy.load(MODEL_PATH, exclude=["news_sources"])
    for corpus in list_corpora(options.data, "dev"):
        if corpus.name in CORPORA:
            mistakes = list(find_entity_mistakes(read_corpus(nlp, corpus)))
            print(*spell_mistakes(f"{TYPE} in {corpus.name}", mistakes, options.show), sep="\n", flush=True)
    quotes = list(find_quote_mistakes(options.data, Extractor.load()))
    print(*spell_mistakes("quotations in PolNeAR, speech", quotes, options.show), sep="\n")


if __name__ == "__main__":
    main()
