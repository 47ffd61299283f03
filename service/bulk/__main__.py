"""The command line: `python -m service.bulk INPUT OUTPUT` reads an archive of articles on Ray Data, and can go on."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tqdm import tqdm

from service.bulk.engine import run_parts, start_engine
from service.bulk.job import Job, plan_job
from service.bulk.outcomes import OTHERS, Reading
from service.bulk.plan import FORMATS
from service.bulk.storage import Folder
from service.components.organisations.table_file import read_table
from service.errors import ServiceError
from service.pipeline.extractor import MODEL_PATH, digest_folder, find_weights
from service.settings import Settings, read_settings

BATCH_SIZE = 256


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m service.bulk",
        description="Metadata from many news articles. The same command again goes on where it was stopped.",
    )
    parser.add_argument("input", metavar="INPUT", help="file or folder of JSON lines or Parquet, on disk or a URL")
    parser.add_argument("output", metavar="OUTPUT", help="folder for the rows, on disk or a URL")
    parser.add_argument("--format", choices=FORMATS, help=f"default: by the suffix of OUTPUT, else {FORMATS[0]}")
    parser.add_argument("--workers", type=int, metavar="N", help="models at work at once; default: one for each CPU")
    parser.add_argument(
        "--batch-size",
        type=int,
        metavar="N",
        default=BATCH_SIZE,
        help="articles in a part, default %(default)s",
    )
    parser.add_argument("--address", help="a Ray cluster, such as auto or ray://host:10001; default: this machine")
    parser.add_argument(
        "--others", choices=OTHERS, default=OTHERS[0], help="columns that no article has; default: %(default)s, a 422"
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0, or 1 where a part could not be read or written, or 2 where nothing could be begun."""
    parsed = build_parser().parse_args(arguments)
    try:
        settings = read_settings()
        job = describe_job(parsed, settings)
        made_by = describe_model(settings)
        plan = plan_job(job, made_by, batch_size=max(1, parsed.batch_size))
    except (ServiceError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    target = Folder.at(job.target)
    missing = plan.list_missing(target.list_names())
    print(f"{len(plan.parts):,} parts, {len(plan.parts) - len(missing):,} of them done before", file=sys.stderr)
    if not missing:
        return 0
    cpus = start_engine(parsed.address, parsed.workers)
    workers = parsed.workers or cpus
    statuses, written = Counter[int](), 0
    with tqdm(total=len(missing), unit="part", file=sys.stderr) as progress:
        for done in run_parts(job, plan, missing, workers):
            statuses += done.statuses
            written += not done.failure
            if done.failure:
                progress.write(f"part {done.part.number}: {done.failure}", file=sys.stderr)
            progress.set_postfix(articles=statuses.total(), refresh=False)
            progress.update()
    told = ", ".join(f"{count:,} × {status}" for status, count in sorted(statuses.items()))
    print(f"{statuses.total():,} articles: {told}; {len(missing) - written:,} parts failed", file=sys.stderr)
    if written < len(missing):
        return 1
    target.clean()
    return 0


def describe_job(parsed: argparse.Namespace, settings: Settings) -> Job:
    """The job that the command line and the settings ask for."""
    suffix = parsed.output.partition("?")[0].rstrip("/").rpartition(".")[2]
    table = settings.organisations_file
    reading = Reading(
        max_characters=settings.max_characters,
        deadline=settings.deadline,
        others=parsed.others,
        # The model that ships is in the package, wherever on a cluster that is.
        model_path=None if settings.model_path == MODEL_PATH else str(settings.model_path.resolve()),
        organisations_file=None if table is None else str(table.resolve()),
    )
    form = parsed.format or (suffix if suffix in FORMATS else FORMATS[0])
    return Job(parsed.input, parsed.output, form, reading, settings.max_body_bytes)


def describe_model(settings: Settings) -> dict[str, Any]:
    """The digests of the model and the table, by name; ModelError or TableError where either cannot be used."""
    find_weights(settings.model_path)
    file = settings.organisations_file
    table = None if file is None else read_table(file).version.digest
    return {"model": digest_folder(settings.model_path), "table": table}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
