"""`extract FILE…` prints what the API answers, article by article; `render FILE` prints a page of one."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from tqdm import tqdm

from service.cli.arguments import build_parser, read_wanted
from service.cli.inputs import Job, Source, list_jobs, list_sources
from service.cli.output import find_done, open_output
from service.cli.reading import ArticleReader, Outcome, find_id, list_complaints
from service.cli.spelling import JSON, drop_header
from service.cli.workers import load_extractor, read_alone, read_together
from service.errors import ServiceError
from service.schemas.request import InvalidRequestError, load_request
from service.settings import Settings, read_settings

# As a shell reports a program that an interrupt has ended.
INTERRUPTED = 130


def main(arguments: Sequence[str], load: Callable[[Settings], ArticleReader] = load_extractor) -> int:
    """The exit status: 0, or 1 where any article failed, or 2 where the command line or the settings are wrong."""
    parsed = build_parser().parse_args(arguments)
    try:
        return extract(parsed, load)
    except InvalidRequestError as error:
        complain("\n".join(list_complaints(error)))
    except BrokenProcessPool:
        complain("a process has ended before its time; --resume continues")
    except ServiceError as error:
        complain(str(error))
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    return 2


def extract(parsed: argparse.Namespace, load: Callable[[Settings], ArticleReader]) -> int:
    """The exit status, after every article has been read; raises ServiceError where none can be."""
    wanted = read_wanted(parsed)
    load_request({"text": "", **wanted.options})
    if parsed.resume and (parsed.output is None or wanted.form != JSON):
        complain(f"--resume needs --output, in the format {JSON}")
        return 2
    settings = read_settings()
    # Loaded before the output is made, so that a wrong setting leaves none.
    extractor = load(settings) if parsed.processes == 1 else None
    done = find_done(parsed.output) if parsed.resume else set()
    sources = list_sources(parsed.files, has_lines=parsed.lines)
    jobs = skip_done(list_all_jobs(sources, names_all=parsed.output is not None), done)
    if extractor is None:
        outcomes = read_together(settings, jobs, wanted, processes=parsed.processes)
    else:
        outcomes = read_alone(extractor, jobs, wanted)
    with open_output(parsed.output, resume=parsed.resume) as output:
        is_whole = is_first = True
        for outcome in show_progress(outcomes, total=None if done else count_articles(sources)):
            if outcome.output:
                text = outcome.output if is_first else drop_header(outcome.output, wanted.form)
                output.write(text.encode())
                output.flush()
                is_first = False
            else:
                is_whole = False
                complain(f"{outcome.name}: {outcome.complaint}")
    return 0 if is_whole and sources else 1


def list_all_jobs(sources: Iterable[Source], *, names_all: bool) -> Iterator[Job]:
    """The articles of all sources, in order."""
    for source in sources:
        yield from list_jobs(source, names_all=names_all)


def skip_done(jobs: Iterable[Job], done: set[str]) -> Iterator[Job]:
    """The articles that the output does not hold yet."""
    for job in jobs:
        if not done or find_id(job) not in done:
            yield job


def count_articles(sources: Sequence[Source]) -> int | None:
    """How many articles the sources hold; None where JSON lines would have to be read for that."""
    return None if any(source.form == "json" for source in sources) else len(sources)


def show_progress(outcomes: Iterable[Outcome], *, total: int | None) -> Iterator[Outcome]:
    """The outcomes, counted on standard error where that is a terminal."""
    bar: Iterable[Outcome] = tqdm(outcomes, total=total, unit=" articles", disable=not sys.stderr.isatty())
    yield from bar


def complain(message: str) -> None:
    """Say on standard error what went wrong, above the bar where there is one."""
    tqdm.write(message, file=sys.stderr)
