"""The command line: runs the peers beside our service, prints their tables, and writes them down."""

import argparse
import sys
from pathlib import Path

import spacy

import service.components  # noqa: F401  (registers the factories)
from evaluation.gold_articles import GOLD_FOLDER, read_gold
from evaluation.peers.key_claims import measure_claims
from evaluation.peers.organisations import measure_organisations
from evaluation.peers.quotations import measure_quotations
from evaluation.peers.report import insert_tables, spell_json, spell_tables
from service.pipeline.extractor import MODEL_PATH, Extractor

FOLDER = Path(__file__).parent
RESULTS_PATH = FOLDER / "results.json"
PAGE_PATH = FOLDER / "README.md"
STEPS = 10_000


def main(arguments: list[str]) -> int:
    """Run every peer that can be run here; 0 also where some cannot."""
    options = parse_arguments(arguments)
    extractor = Extractor.load(options.model)
    tables = [
        measure_quotations(extractor.extract, options.data, limit=options.limit),
        measure_organisations(
            spacy.load(options.model), options.data, options.work, steps=options.steps, limit=options.limit
        ),
        measure_claims(extractor.extract, read_gold(GOLD_FOLDER, limit=options.limit)),
    ]
    print(spell_tables(tables))
    # Figures of a part of the data must not take the place of the whole's.
    if options.limit is None:
        RESULTS_PATH.write_text(spell_json(extractor.model, tables), encoding="utf-8")
        page = PAGE_PATH.read_text(encoding="utf-8")
        PAGE_PATH.write_text(insert_tables(page, tables), encoding="utf-8")
    return 0


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options of the command line; exits with a message where they make no sense."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.peers.run", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("work", type=Path, help="folder that keeps the peer that is trained here")
    parser.add_argument("--model", type=Path, default=MODEL_PATH, help="folder of our pipeline")
    parser.add_argument(
        "--steps", type=int, default=STEPS, help="at most so many batches of training; default %(default)s"
    )
    parser.add_argument("--limit", type=int, help="at most so many texts of each set; nothing is written")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
