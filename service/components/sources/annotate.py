"""The component "news_sources": marks quotations, their cues and speakers, and the sources behind them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from service.components.article_text import read_text
from service.components.encoder.scores import read_word_scores
from service.components.given_names import load_given_names
from service.components.sources.affiliation_choice import AffiliationWeights, read_affiliations, write_affiliations
from service.components.sources.antecedents import (
    REFERENT_FEATURES,
    Places,
    ReferenceWeights,
    read_antecedents,
    write_antecedents,
)
from service.components.sources.attribution import link_attributions
from service.components.sources.cast import Cast, Name, build_cast
from service.components.sources.confidence import read_confidence, write_confidence
from service.components.sources.cue_words import load_cue_words
from service.components.sources.decoding import read_attribution_spans
from service.components.sources.estimates import add_estimates
from service.components.sources.joint_sources import part_quotation
from service.components.sources.link_features import WordLayout
from service.components.sources.links import LinkWeights, read_links, write_links
from service.components.sources.person_nouns import load_person_nouns
from service.components.sources.reported_speech import Quotation, find_quotation_start, find_quotations
from service.components.sources.resolution import resolve_speaker
from service.components.sources.scene import Scene
from service.components.sources.source_words import trim_mention
from service.components.sources.speakers import NOBODY, Cited, Speaker, mention_again
from service.components.sources.told_roles import add_told_roles
from service.components.sources.turns import add_turns
from service.components.sources.unnamed import Introduced
from service.components.sources.vectors import MentionVectors
from service.components.sources.write import Attributed, write_spans
from service.components.span_keys import (
    DATELINE,
    ORGANISATIONS,
)
from service.text.names import find_words
from service.text.quote_marks import OPENING_MARKS
from service.text.spans import Coverage

LINKS_NAME = "links.json"
CONFIDENCE_NAME = "confidence.json"
ANTECEDENTS_NAME = "antecedents.json"
REFERENTS_NAME = "referents.json"
ROLES_NAME = "roles.json"
OWNERS_NAME = "owners.json"
AFFILIATIONS_NAME = "affiliations.json"
find_breaks = re.compile(r"\n\s*").finditer


class NewsSources:
    """The component, without weights until it is loaded.

    links: relation → the weights that say which spans belong together. confidence: the weights of its features.
    references: the weights that say whom words stand for. affiliations: those that say for which organisation a person
    speaks.
    """

    def __init__(self) -> None:
        self.links: dict[str, LinkWeights] = {}
        self.confidence: dict[str, float] = {}
        self.references: ReferenceWeights | None = None
        self.affiliations: AffiliationWeights | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write quotations and sources to doc.spans; ValueError where no weights are loaded."""
        return self.resolve(doc, self.find_quotations(doc))

    def find_quotations(self, doc: Doc) -> list[Quotation]:
        """The quotations of doc; ValueError where no weights are loaded."""
        if not self.links:
            raise ValueError(f"no weights: load the pipeline from a folder that holds {LINKS_NAME}")
        text, pieces, spans = read_text(doc), read_word_scores(doc).pieces, read_attribution_spans(doc)
        linked = link_attributions(spans, read_layout(doc), self.links)
        quotations = find_quotations(text, linked, pieces, self.confidence, body=find_body_start(doc))
        quotations = add_estimates(text, [sent.start_char for sent in doc.sents], quotations)
        return add_turns(text, spans, pieces, quotations)

    def resolve(self, doc: Doc, quotations: list[Quotation]) -> Doc:
        """Write these quotations and their sources to doc.spans; ValueError where no weights are loaded."""
        if self.references is None or self.affiliations is None:
            raise ValueError(f"no weights: load the pipeline from a folder that holds {ANTECEDENTS_NAME}")
        attributed, scene = attribute_quotations(doc, quotations, self.references)
        return write_spans(doc, attributed, scene, self.affiliations)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights, if there are any, to the folder of this path."""
        if self.links and self.references and self.affiliations:
            Path(path).mkdir(parents=True, exist_ok=True)
            write_links(Path(path) / LINKS_NAME, self.links)
            write_confidence(Path(path) / CONFIDENCE_NAME, self.confidence)
            write_antecedents(Path(path) / ANTECEDENTS_NAME, self.references.pronouns)
            write_antecedents(Path(path) / REFERENTS_NAME, self.references.organisations, REFERENT_FEATURES)
            write_antecedents(Path(path) / ROLES_NAME, self.references.roles, REFERENT_FEATURES)
            write_antecedents(Path(path) / OWNERS_NAME, self.references.owners, REFERENT_FEATURES)
            write_affiliations(Path(path) / AFFILIATIONS_NAME, self.affiliations)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "NewsSources":
        """Read the weights from the folder of this path; ModelError where they were learned for other features."""
        self.links = read_links(Path(path) / LINKS_NAME)
        self.confidence = read_confidence(Path(path) / CONFIDENCE_NAME)
        self.references = read_references(Path(path))
        self.affiliations = read_affiliations(Path(path) / AFFILIATIONS_NAME)
        return self


@Language.factory("news_sources", requires=["doc.ents", "doc.spans", "doc._.word_scores"], assigns=["doc.spans"])
def create_news_sources(nlp: Language, name: str) -> NewsSources:
    """The component's entry in a pipeline's config."""
    # Before the service is ready and its workers are forked, not in the first request.
    load_given_names()
    load_person_nouns()
    load_cue_words()
    return NewsSources()


def read_references(folder: Path) -> ReferenceWeights:
    """The weights in the component's folder; ModelError where they were learned for other features."""
    return ReferenceWeights(
        read_antecedents(folder / ANTECEDENTS_NAME),
        read_antecedents(folder / REFERENTS_NAME, REFERENT_FEATURES),
        read_antecedents(folder / ROLES_NAME, REFERENT_FEATURES),
        read_antecedents(folder / OWNERS_NAME, REFERENT_FEATURES),
    )


def find_body_start(doc: Doc) -> int:
    """Where the words behind the dateline begin; 0 where there is none, for a headline may quote too."""
    datelines = doc.spans.get(DATELINE, ())
    if not datelines:
        return 0
    text = read_text(doc)
    end: int = datelines[0].end_char
    while end < len(text) and not text[end].isalnum() and text[end] not in OPENING_MARKS:
        end += 1
    return end


def read_layout(doc: Doc) -> WordLayout:
    """The words of doc, with the paragraph and sentence of each."""
    text = read_text(doc)
    scores = read_word_scores(doc)
    starts = np.array([sent.start for sent in doc.sents], dtype=np.int64)
    sentences = np.searchsorted(starts, scores.tokens, side="right")
    ranges = zip(scores.pieces.starts.tolist(), scores.pieces.ends.tolist(), strict=True)
    return WordLayout(scores.pieces.paragraphs, sentences, [text[start:end].casefold() for start, end in ranges])


def read_cast(doc: Doc, quotations: Iterable[Quotation]) -> Cast:
    """Everyone named on doc, whose quotations these are."""
    persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]
    group = doc.spans.get(ORGANISATIONS)
    organisations = [Name(span.text, span.start_char, span.end_char, int(span.id_)) for span in group or ()]
    sources = sorted({quotation.source for quotation in quotations if quotation.source is not None})
    cast = build_cast(read_text(doc), persons, organisations, group.attrs["chances"] if group else (), sources)
    dateline = next(iter(doc.spans.get(DATELINE, ())), None)
    return cast if dateline is None else replace(cast, outlets=find_outlets(organisations, dateline.text))


def find_outlets(organisations: Sequence[Name], dateline: str) -> frozenset[int]:
    """The numbers of organisations every printed name of which stands in the dateline.

    >>> sorted(find_outlets([Name("Reuters", 90, 97, 0), Name("Acme", 50, 54, 1)], "BEIJING, March 2 (Reuters)"))
    [0]
    """
    words = f" {fold_words(dateline)} "
    others = {name.number for name in organisations if f" {fold_words(name.text)} " not in words}
    return frozenset(name.number for name in organisations if name.number not in others)


def fold_words(text: str) -> str:
    """The words of text in lower case, one blank between them."""
    return " ".join(find_words(text)).casefold()


def read_places(doc: Doc, quotations: Iterable[Quotation]) -> Places:
    """Where sentences and paragraphs of doc begin, and what its quotations cover."""
    return Places(
        [sent.start_char for sent in doc.sents],
        [0, *(match.end() for match in find_breaks(read_text(doc)))],
        Coverage.of(part for quotation in quotations for part in quotation.content.parts),
    )


def attribute_quotations(
    doc: Doc, quotations: Sequence[Quotation], references: ReferenceWeights
) -> tuple[list[Attributed], Scene]:
    """The quotations with their speakers, and the article with what these tell of its persons."""
    vectors = MentionVectors.of(read_word_scores(doc))
    scene = Scene(read_text(doc), read_cast(doc, quotations), read_places(doc, quotations), references, vectors)
    attributed = attribute(scene, quotations)
    return attributed, add_told_roles(scene, (item.speaker for item in attributed))


def attribute(scene: Scene, quotations: Iterable[Quotation]) -> list[Attributed]:
    """The quotations with their speakers, each resolved in the light of the one before."""
    attributed: list[Attributed] = []
    introduced = Introduced(scene.text)
    previous: Cited | None = None
    for quotation in chain.from_iterable(part_quotation(scene.text, scene.cast, quotation) for quotation in quotations):
        speaker = find_again_cited(scene.text, quotation, introduced) or find_speaker(scene, quotation, previous)
        attributed.append(Attributed(quotation, speaker, previous))
        introduced.add(speaker)
        if speaker.name is not None:
            previous = Cited(speaker, find_citation(quotation))
    return attributed


def find_again_cited(text: str, quotation: Quotation, introduced: Introduced) -> Speaker | None:
    """The source without a name, introduced before, that the words for a quotation's source mean again."""
    if quotation.source is None:
        return None
    mention = trim_mention(text, quotation.source)
    again = introduced.find_again(mention)
    return None if again is None else mention_again(again, mention)


def find_speaker(scene: Scene, quotation: Quotation, previous: Cited | None) -> Speaker:
    """The speaker of a quotation; one that floats belongs to the speaker before, where there is one."""
    if quotation.source is not None:
        return resolve_speaker(scene, quotation.source, previous)
    if quotation.cue is None and quotation.content.kind == "direct" and previous is not None:
        return replace(previous.speaker, mention=None)
    return replace(NOBODY, key=f"nobody@{find_quotation_start(quotation)}")


def find_citation(quotation: Quotation) -> int:
    """Where a quotation cites its speaker: the end of the source's words, or where the content begins."""
    return find_quotation_start(quotation) if quotation.source is None else quotation.source[1]
