"""The process that holds the model: articles on standard input, outcomes on standard output, a line of JSON each.

It is a process of its own, so that an article that ends it takes nothing else along. It ends with its input.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from service.bulk.outcomes import ArticleExtractor, Reading, read_line
from service.pipeline.extractor import MODEL_PATH, Extractor, load_mounted

READY = b"ready\n"


def load_extractor(reading: Reading) -> Extractor:
    """The extractor that reading asks for; ModelError or TableError where there is none."""
    file = reading.organisations_file
    model_path = MODEL_PATH if reading.model_path is None else Path(reading.model_path)
    return load_mounted(model_path, None if file is None else Path(file))


def answer_lines(extractor: ArticleExtractor, reading: Reading, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Say that all is ready, then answer each line of incoming before the next is read."""
    outgoing.write(READY)
    outgoing.flush()
    for line in incoming:
        outcome = read_line(extractor, line, reading)
        outgoing.write(json.dumps(asdict(outcome)).encode() + b"\n")
        outgoing.flush()


def main() -> None:
    """Read as the first argument, a Reading in JSON, says."""
    reading = Reading(**json.loads(sys.argv[1]))
    answer_lines(load_extractor(reading), reading, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
