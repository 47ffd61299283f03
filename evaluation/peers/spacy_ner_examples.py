"""What spaCy's network is taught: the lines of the corpora, with one of our types for each entity.

A corpus's label may stand for several of our types, and a type may hide in what a corpus leaves unmarked. Our loss
allows for both. Here the corpora that mark every type decide: a name takes the type that it has there, and an unmarked
word that stands in entities of a hidden type there is left unknown, which spaCy's loss allows for too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.catalogue import LabelMap

HEAD = "entities"
CATCH_ALL = "MISC"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What corpora that mark every type mark. names: type → whole entities. words: type → the words in them."""

    names: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)


def build_lexicon(nlp: Language, corpora: Iterable[tuple[Iterable[AnnotatedText], LabelMap]]) -> Lexicon:
    """The lexicon of the corpora in which nothing hides."""
    lexicon = Lexicon()
    for texts, label_map in corpora:
        if label_map["O"]:
            continue
        for annotated in texts:
            for span in annotated.spans[HEAD]:
                name = annotated.text[span.start : span.end]
                for type_name in label_map[span.label]:
                    lexicon.names.setdefault(type_name, set()).add(name)
                    words = {find_key(token) for token in nlp.make_doc(name) if is_telling(token)}
                    lexicon.words.setdefault(type_name, set()).update(words)
    return lexicon


def is_telling(token: Token) -> bool:
    """Whether a word says something of an entity's type: no punctuation, and no word that stands everywhere."""
    return not (token.is_punct or token.is_space or token.is_stop)


def find_key(token: Token) -> str:
    """What a word is known by: its letters, or where it has digits only its shape, for numbers are never the same."""
    return token.shape_ if any(character.isdigit() for character in token.text) else token.lower_


def build_docs(nlp: Language, texts: Iterable[AnnotatedText], label_map: LabelMap, lexicon: Lexicon) -> Iterator[Doc]:
    """A Doc for every line that is not blank."""
    hidden = set[str]().union(*(lexicon.words.get(type_name, set()) for type_name in label_map["O"]))
    for annotated in texts:
        start = 0
        for line in annotated.text.split("\n"):
            end = start + len(line)
            if line.strip():
                inside = [span for span in annotated.spans[HEAD] if start <= span.start and span.end <= end]
                yield build_doc(nlp.make_doc(line), list(shift_spans(inside, -start)), label_map, lexicon, hidden)
            start = end + 1


def shift_spans(spans: Iterable[LabelledSpan], by: int) -> Iterator[LabelledSpan]:
    """The spans so many code points further on."""
    for span in spans:
        yield LabelledSpan(span.start + by, span.end + by, span.label)


def build_doc(doc: Doc, spans: list[LabelledSpan], label_map: LabelMap, lexicon: Lexicon, hidden: set[str]) -> Doc:
    """The Doc with its entities, and with its unmarked words that are known as hidden ones left unknown."""
    ents: list[Span] = []
    for span in spans:
        type_name = choose_type(label_map[span.label], doc.text[span.start : span.end], lexicon)
        ent = doc.char_span(span.start, span.end, label=type_name, alignment_mode="expand")
        if ent is not None:
            ents.append(ent)
    ents = filter_spans(ents)
    marked = {token.i for ent in ents for token in ent}
    unknown = [
        doc[token.i : token.i + 1]
        for token in doc
        if token.i not in marked and is_telling(token) and find_key(token) in hidden
    ]
    doc.set_ents(ents, missing=unknown)
    return doc


def choose_type(types: tuple[str, ...], name: str, lexicon: Lexicon) -> str:
    """The first of the types under which a name is known, or else the widest of them.

    >>> lexicon = Lexicon(names={"NORP": {"Kurds"}})
    >>> [choose_type(("NORP", "MISC"), name, lexicon) for name in ("Kurds", "Grand Prix")]
    ['NORP', 'MISC']
    """
    for type_name in types:
        if name in lexicon.names.get(type_name, set()):
            return type_name
    return CATCH_ALL if CATCH_ALL in types else types[0]
