"""The component "news_organisations": marks every mention of an organisation, mentions of one tied by their id."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from service.components.article_text import read_text
from service.components.encoder.scores import Floats, read_word_scores
from service.components.organisations.aliases import Mention, find_repetitions, group_mentions, refer_back
from service.components.organisations.identities import Identified, identify_groups
from service.components.organisations.kinds import KindWeights, ListedNames, find_chances, read_kinds, write_kinds
from service.components.organisations.mentions import read_mentions
from service.components.organisations.patterns import LISTING
from service.components.organisations.salience import weigh_mentions
from service.components.organisations.table import OrganisationTable
from service.components.organisations.table_names import add_table_names
from service.components.organisations.touching_names import part_names
from service.components.span_keys import DATELINE, ORGANISATIONS, KindChances
from service.extraction import ORGANISATION_KINDS
from service.text.spans import Coverage

KINDS_NAME = "kinds.json"
# An organisation none of whose mentions is surer than this is none: of 28 in 270 articles that the network had not read
# nine are one, of seven in the development half of gold one. 0.3 gives the former no more.
LEAST_CONFIDENCE = 0.25


class NewsOrganisations:
    """The component, without weights until it is loaded. kinds: the weights that say of what kind a name is.

    table: the operator's own, which belongs to no model: it is neither written with the pipeline nor read with it.
    """

    def __init__(self) -> None:
        self.kinds: KindWeights | None = None
        self.table: OrganisationTable | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions to doc.spans, and part them in doc.ents from persons; ValueError without weights."""
        if self.kinds is None:
            raise ValueError(f"no weights: load the pipeline from a folder that holds {KINDS_NAME}")
        part_names(doc, self.kinds.listed)
        groups = identify_groups(find_organisations(doc, self.kinds.listed, self.table), self.table)
        organisations = [group for group in groups if is_certain(group)]
        spans: list[Span] = []
        printed: list[Mention] = []
        for number, organisation in enumerate(organisations):
            for mention in organisation.mentions:
                span = doc.char_span(
                    mention.start, mention.end, label="ORG", span_id=str(number), alignment_mode="expand"
                )
                if span is not None:
                    spans.append(span)
                    printed.append(mention)
        attrs = {
            "confidences": [mention.confidence for mention in printed],
            "weights": weigh_mentions(doc, printed),
            "chances": [judge_kind(doc, organisation, self.kinds, self.table) for organisation in organisations],
            "identifiers": [list_identifiers(organisation, self.table) for organisation in organisations],
        }
        doc.spans[ORGANISATIONS] = SpanGroup(doc, spans=spans, attrs=attrs)
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights, if there are any, to the folder of this path."""
        if self.kinds is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            write_kinds(Path(path) / KINDS_NAME, self.kinds)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "NewsOrganisations":
        """Read the weights from the folder of this path; ModelError where they were learned for other kinds."""
        self.kinds = read_kinds(Path(path) / KINDS_NAME)
        return self


@Language.factory("news_organisations", requires=["doc.ents", "doc._.word_scores"], assigns=["doc.ents", "doc.spans"])
def create_news_organisations(nlp: Language, name: str) -> NewsOrganisations:
    """The component's entry in a pipeline's config."""
    return NewsOrganisations()


def is_certain(organisation: Identified) -> bool:
    """Whether one of an organisation's mentions is sure enough, or the operator's table has it."""
    surest = max(mention.confidence for mention in organisation.mentions)
    return organisation.row is not None or surest >= LEAST_CONFIDENCE


def judge_kind(
    doc: Doc, organisation: Identified, weights: KindWeights, table: OrganisationTable | None
) -> KindChances:
    """The chance of each kind: what the table says is certain."""
    if table is not None and organisation.row is not None:
        kind = table.find_kind(organisation.row)
        if kind is not None:
            return {other: float(other == kind) for other in ORGANISATION_KINDS}
    mentions = organisation.mentions
    return find_chances(list_forms(mentions), score_kinds(doc, mentions), weights)


def list_identifiers(organisation: Identified, table: OrganisationTable | None) -> Mapping[str, str]:
    """The ids that the table has for an organisation, in the order of its columns."""
    return {} if table is None or organisation.row is None else table.read_identifiers(organisation.row)


def list_forms(mentions: Iterable[Mention]) -> set[str]:
    """The printed names without line breaks."""
    return {" ".join(mention.text.split()) for mention in mentions}


def score_kinds(doc: Doc, mentions: Iterable[Mention]) -> Floats:
    """(n_kinds,) log-odds from the network: the mean over mentions of the mean over the words of each.

    Zeros where no word begins in any.
    """
    words = read_word_scores(doc)
    table, starts = words.read_head("kinds"), words.pieces.starts
    ranges = [np.searchsorted(starts, (mention.start, mention.end)) for mention in mentions]
    means = [table[first:last].mean(0) for first, last in ranges if first < last]
    mean: Floats = np.mean(means, axis=0) if means else np.zeros(table.shape[1], dtype=np.float32)
    return mean


def find_organisations(doc: Doc, listed: ListedNames, table: OrganisationTable | None = None) -> list[list[Mention]]:
    """The mentions of each organisation on doc, by first mention; listed: well-known names, table: the operator's."""
    datelines = [(span.start_char, span.end_char) for span in doc.spans.get(DATELINE, ())]
    text = read_text(doc)
    # Neither an exchange nor a ticker is an organisation of the article: they belong to the company before them.
    filed = [*datelines, *(listing.span() for listing in LISTING.finditer(text))]
    filing = Coverage.of(filed)
    mentions = [
        mention for mention in read_mentions(doc, listed) if not filing.find_touched(mention.start, mention.start + 1)
    ]
    others = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ != "ORG"]
    blocked = [*filed, *others]
    mentions += find_repetitions(text, mentions, blocked=blocked)
    if table is not None:
        mentions = add_table_names(doc, text, mentions, table, closed=filed)
    return refer_back(text, group_mentions(text, mentions), blocked=blocked)
