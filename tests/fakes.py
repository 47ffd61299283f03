"""Stand-ins for what is slow."""

from service.errors import BlankTextError, UnsupportedLanguageError
from service.extraction import (
    Dateline,
    Extraction,
    ExtractionOptions,
    Identifier,
    Model,
    MountedTable,
    Organisation,
    OrganisationMention,
)
from service.pipeline.watch import Watch

MODEL = Model("fake", "1.0", "0" * 64)
FRENCH = "Le président a dit non."
SLOW = "This article takes for ever."
BROKEN = "This secret sentence breaks the model."


class FakeExtractor:
    """Finds every "Acme", takes what stands before a dash for a dateline, and remembers what it was given."""

    def __init__(self) -> None:
        self.model = MODEL
        self.table: MountedTable | None = None
        self.texts: list[str] = []
        self.options: list[ExtractionOptions] = []

    def count_strings(self) -> int:
        """None."""
        return 0

    def extract(
        self, text: str, options: ExtractionOptions = ExtractionOptions(), watch: Watch | None = None
    ) -> Extraction:
        """The extraction of text; FRENCH is refused, SLOW takes too long, and BROKEN is a bug that quotes the text."""
        if watch is not None:
            watch.enter("fake")
        self.texts.append(text)
        self.options.append(options)
        if not text.strip():
            raise BlankTextError()
        if text == FRENCH:
            raise UnsupportedLanguageError("fr")
        if text == SLOW and watch is not None:
            raise watch.pass_deadline("fake")
        if text == BROKEN:
            raise KeyError(text)
        return Extraction(
            dateline=read_dateline(text) if "dateline" in options.features else None,
            quoted_sources=(),
            organisations=read_organisations(text) if "organisations" in options.features else (),
            key_claims=(),
            language="en",
            features=options.features,
            model=MODEL,
            warnings=(),
        )


def read_dateline(text: str) -> Dateline | None:
    """What stands before the first dash."""
    head, dash, _ = text.partition(" - ")
    if not dash:
        return None
    return Dateline(head, 0, len(head), (), None, None, None)


def read_organisations(text: str) -> tuple[Organisation, ...]:
    """Acme, where it is named."""
    mentions = []
    start = text.find("Acme")
    while start >= 0:
        mentions.append(OrganisationMention("Acme", start, start + 4, 0.987654321))
        start = text.find("Acme", start + 4)
    if not mentions:
        return ()
    identifiers = (Identifier("ticker", "ACME"), Identifier("lei", "5493001KJTIIGC8Y1R12"))
    return (Organisation("o1", "Acme", "company", (), identifiers, 1.0, tuple(mentions)),)
