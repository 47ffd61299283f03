"""spaCy's convolutional entity recogniser, of the size of en_core_web_sm's, trained on what ours is trained on."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import spacy
from spacy.cli.train import train as train_pipeline
from spacy.language import Language
from spacy.tokens import DocBin

from evaluation.peers.spacy_ner_examples import build_docs, build_lexicon
from evaluation.scores.entities import Entity
from training.corpora.catalogue import list_entity_corpora

CONFIG = Path(__file__).with_name("spacy_ner.cfg")
# The weights are chosen on the one corpus that marks every type.
CHOSEN_ON = "worldwide"
HEAD = "entities"


def name_system() -> str:
    """The name and version of what is installed."""
    return f"spacy {version('spacy')}"


def load_trained(folder: Path, work: Path, *, corpora: tuple[str, ...], steps: int, limit: int | None) -> Language:
    """The recogniser, trained below work unless the same training has left one there.

    folder: of the entity corpora. steps: batches of up to a thousand words. limit: texts of each corpus at most.
    """
    tokenise = spacy.blank("en")
    train_bytes = build_examples(tokenise, folder, "train", corpora, limit=limit)
    dev_bytes = build_examples(tokenise, folder, "dev", (CHOSEN_ON,), limit=limit)
    digest = hashlib.sha256(b"".join([train_bytes, dev_bytes, CONFIG.read_bytes(), str(steps).encode()])).hexdigest()
    kept = work / f"spacy_ner-{digest[:12]}"
    # Written last: spaCy leaves its weights behind when training is broken off, too.
    done = kept / "done"
    if not done.exists():
        kept.mkdir(parents=True, exist_ok=True)
        paths = {"paths.train": kept / "train.spacy", "paths.dev": kept / "dev.spacy"}
        paths["paths.train"].write_bytes(train_bytes)
        paths["paths.dev"].write_bytes(dev_bytes)
        overrides = {name: str(path) for name, path in paths.items()}
        train_pipeline(CONFIG, kept, overrides=overrides | {"training.max_steps": steps})
        done.touch()
    return spacy.load(kept / "model-best")


def build_examples(nlp: Language, folder: Path, split: str, names: tuple[str, ...], *, limit: int | None) -> bytes:
    """The annotated lines of a split of some corpora, as spaCy reads them from a file."""
    corpora = [corpus for corpus in list_entity_corpora(folder, split) if corpus.name in names]
    lexicon = build_lexicon(nlp, ((corpus.read(), corpus.maps[HEAD]) for corpus in corpora))
    examples = DocBin(attrs=["ENT_IOB", "ENT_TYPE"])
    for corpus in corpora:
        for doc in build_docs(nlp, islice(corpus.read(), limit), corpus.maps[HEAD], lexicon):
            examples.add(doc)
    return examples.to_bytes()


def read_texts(nlp: Language, texts: list[str]) -> list[list[Entity]]:
    """The entities of each text, read line by line as they were taught."""
    return [list(read_text(nlp, text)) for text in texts]


def read_text(nlp: Language, text: str) -> Iterator[Entity]:
    """The entities of one text."""
    start = 0
    lines = text.split("\n")
    for line, doc in zip(lines, nlp.pipe(lines), strict=True):
        for ent in doc.ents:
            yield Entity(start + ent.start_char, start + ent.end_char, ent.label_)
        start += len(line) + 1
