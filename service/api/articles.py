"""Articles of a batch, answered one after the other: whatever is wrong with one, the others are answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from service.api.errors import describe_error
from service.api.metrics import Metrics
from service.api.parsing import require_whole_characters
from service.api.refusals import RefusalError
from service.api.state import Service
from service.api.tally import Tally
from service.errors import InvalidUnicodeError
from service.pipeline.watch import Watch
from service.request import ExtractRequest
from service.schemas.batch import find_id, render_refusal, render_result
from service.schemas.extraction import render_extraction
from service.schemas.request import load_request, require_length


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as it came: what its JSON stands for, or why it cannot be read."""

    content: object = None
    error: RefusalError | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What the articles of one batch are read with. options: those that hold where an article has none of its own."""

    service: Service
    metrics: Metrics
    tally: Tally
    options: Mapping[str, Any]

    def answer_all(self, entries: Iterable[Entry]) -> Iterator[str]:
        """A line of JSON for each article, as soon as it has been read; RefusalError where the first one never comes.

        A batch that breaks off later ends with what is wrong.
        """
        waiting = iter(entries)
        first = list(islice(waiting, 1))
        return self._answer_each(chain(first, end_with_refusal(waiting)))

    def answer(self, entry: Entry) -> str:
        """The line of JSON that answers an article."""
        try:
            line = self._read(entry)
            status = 200
        except Exception as error:  # noqa: BLE001  (a bug in one article is no fault of the others, and is logged)
            problem = describe_error(error)
            # Half a character may stand in the id as well.
            named = None if isinstance(error, InvalidUnicodeError) else find_id(entry.content)
            line, status = render_refusal(named, problem), problem.status
        self.tally.add(status)
        self.metrics.observe_article(status)
        return line

    def _answer_each(self, entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            yield self.answer(entry)

    def _read(self, entry: Entry) -> str:
        if entry.error is not None:
            raise entry.error
        require_whole_characters(entry.content)
        content = entry.content
        wanted = load_request({**self.options, **content} if isinstance(content, dict) else content)
        self.tally.characters += len(wanted.text)
        self.metrics.characters.observe(len(wanted.text))
        require_length(wanted.text, limit=self.service.settings.max_characters)
        return render_result(wanted.id, self._extract(wanted))

    def _extract(self, wanted: ExtractRequest) -> str:
        with self.service.gate.take_turn():
            self.service.require_time()
            watch = Watch(self.service.settings.deadline)
            try:
                extraction = self.service.extractor.extract(wanted.text, wanted.options, watch)
            finally:
                watch.stop()
                self.metrics.observe_stages(watch)
        return render_extraction(extraction, wanted)


def end_with_refusal(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, and where there can be no more of them why."""
    try:
        yield from entries
    except RefusalError as error:
        yield Entry(error=error)
