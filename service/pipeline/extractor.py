"""Text in, extraction out: the library's one way in."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import service.components  # noqa: F401  (registers the factories)
from service.components.article_text import read_text
from service.components.claims.read import read_key_claims
from service.components.dateline.read import read_dateline
from service.components.encoder.annotate import WEIGHTS_NAME
from service.components.organisations.annotate import NewsOrganisations
from service.components.organisations.read import read_organisations
from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_file import read_table
from service.components.sources.read import read_quoted_sources
from service.errors import BlankTextError, InvalidUnicodeError, ModelError
from service.extraction import Extraction, ExtractionOptions, Model, MountedTable
from service.pipeline.watch import WAITING, Watch
from service.text.language import check_language, load_identifier

MODEL_PATH = Path(__file__).parents[1] / "model"
CARD_SUFFIX = ".md"
LANGUAGE = "en"
find_surrogate = re.compile("[\ud800-\udfff]").search
NO_OPTIONS = ExtractionOptions()


class Extractor:
    """A loaded model. One extractor may serve many threads; it reads one article at a time."""

    def __init__(self, nlp: Language, model: Model, table: MountedTable | None = None) -> None:
        self.model = model
        self.table = table
        self._nlp = nlp
        # A memory zone swaps the vocabulary's own memory: two at once corrupt it.
        self._lock = Lock()

    @classmethod
    def load(cls, path: Path = MODEL_PATH, *, organisations: OrganisationTable | None = None) -> "Extractor":
        """The extractor of a pipeline folder; ModelError where it cannot be read.

        organisations: the operator's own, as read_table gives them.
        """
        # A folder without weights has its own message; every other lack has spaCy's.
        find_weights(path)
        try:
            nlp = spacy.load(path)
        except (OSError, ValueError) as error:
            raise ModelError(f"the model at {path} cannot be loaded: {type(error).__name__}") from error
        # Now, so that processes forked later share it.
        load_identifier()
        model = Model(str(nlp.meta["name"]), str(nlp.meta["version"]), digest_folder(path))
        if organisations is None:
            return cls(nlp, model)
        mount_table(nlp, organisations)
        return cls(nlp, model, organisations.version)

    def extract(self, text: str, options: ExtractionOptions = NO_OPTIONS, watch: Watch | None = None) -> Extraction:
        """Everything asked for in options that the article of this text yields.

        watch: times the stages, and ends the reading between two of them where its deadline has passed.

        Raises ArticleError: BlankTextError, InvalidUnicodeError or UnsupportedLanguageError; DeadlineError.
        """
        watch = watch or Watch()
        watch.enter("check")
        check_text(text)
        watch.enter(WAITING)
        with self._taking_turns(watch), self._nlp.memory_zone():
            # Nothing of spaCy may leave the zone, whose strings and lexemes are freed with it.
            extraction = self._read(self._annotate(text, watch), options, watch)
        watch.stop()
        return extraction

    def count_strings(self) -> int:
        """How many strings the vocabulary holds, which memory zones keep from growing."""
        return len(self._nlp.vocab.strings)

    @contextmanager
    def _taking_turns(self, watch: Watch) -> Iterator[None]:
        left = watch.left()
        if not self._lock.acquire(timeout=-1 if left is None else left):
            raise watch.pass_deadline(WAITING)
        try:
            yield
        finally:
            self._lock.release()

    def _annotate(self, text: str, watch: Watch) -> Doc:
        """The Doc of text, after every component of the pipeline."""
        watch.enter("tokenizer")
        doc = self._nlp.make_doc(text)
        for name, component in self._nlp.pipeline:
            watch.enter(name)
            doc = component(doc)
        return doc

    def _read(self, doc: Doc, options: ExtractionOptions, watch: Watch) -> Extraction:
        """The four readers over an annotated Doc; each reads what the ones before it found."""
        watch.enter("read")
        features = options.features
        # What was not asked for is not read, so that no id points at what the answer does not hold.
        organisations = read_organisations(doc) if "organisations" in features else ()
        sources = read_quoted_sources(doc, organisations) if "quoted_sources" in features else ()
        wanted = options.max_claims if "key_claims" in features else 0
        has_words = any(letter.isalnum() for letter in read_text(doc))
        return Extraction(
            dateline=read_dateline(doc, options.published) if "dateline" in features else None,
            quoted_sources=sources,
            organisations=organisations,
            key_claims=read_key_claims(doc, sources, organisations, limit=wanted, published=options.published),
            language=LANGUAGE,
            features=features,
            model=self.model,
            warnings=() if has_words else ("the text holds no words",),
        )


def load_mounted(path: Path, file: Path | None) -> Extractor:
    """The extractor of a pipeline folder, with the operator's table if there is a file; ModelError or TableError."""
    return Extractor.load(path, organisations=None if file is None else read_table(file))


def mount_table(nlp: Language, table: OrganisationTable) -> None:
    """Let the pipeline look for the organisations of a table; ModelError where it finds none at all."""
    component = nlp.get_pipe("news_organisations") if nlp.has_pipe("news_organisations") else None
    if not isinstance(component, NewsOrganisations):
        raise ModelError("the model finds no organisations, so it cannot take a table of them")
    component.table = table


def find_weights(path: Path) -> Path:
    """The network's weights in a pipeline folder; ModelError where there are none."""
    weights = path / "news_encoder" / WEIGHTS_NAME
    if not weights.is_file():
        raise ModelError(f"no model: {weights} is missing")
    return weights


def digest_folder(path: Path) -> str:
    """SHA-256 of the files of a pipeline folder and their names, in hexadecimal; what people read is left out."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.suffix != CARD_SUFFIX:
            content = file.read_bytes()
            digest.update(f"{file.relative_to(path).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def check_text(text: str) -> None:
    """Raise the ArticleError of a text that cannot be read."""
    if not text or text.isspace():
        raise BlankTextError
    surrogate = find_surrogate(text)
    if surrogate is not None:
        raise InvalidUnicodeError(surrogate.start())
    check_language(text)
