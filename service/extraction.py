"""The product's vocabulary: what an article yields, as frozen records with exact offsets.

Every `start` and `end` counts code points of the article as it was given, half-open, so that `text[start:end]` is the
record's own `text`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Feature = Literal["dateline", "quoted_sources", "organisations", "key_claims"]
FEATURES: tuple[Feature, ...] = ("dateline", "quoted_sources", "organisations", "key_claims")
SourceKind = Literal["person", "organisation", "unnamed"]
QuoteKind = Literal["direct", "indirect", "mixed"]
OrganisationKind = Literal[
    "company",
    "government",
    "political",
    "military",
    "international",
    "ngo",
    "media",
    "education",
    "sports",
    "health",
    "finance",
    "other",
]
ORGANISATION_KINDS: tuple[OrganisationKind, ...] = get_args(OrganisationKind)
ClaimKind = Literal["statistic", "event", "trend", "causal", "comparison", "prediction", "attribution", "other"]
ClaimModality = Literal["hedged", "negated", "conditional", "future"]
ClaimReason = Literal[
    "main_event",
    "early",
    "in_headline",
    "on_topic",
    "cause",
    "prediction",
    "factual",
    "has_number",
    "trend",
    "comparison",
    "named_source",
]

# The scheme of an identifier that articles print; an operator's table may have others.
TICKER = "ticker"
# What follows in a confidence or a score is noise of the arithmetic.
SCORE_DECIMALS = 4
MAX_CLAIMS_DEFAULT = 5
MAX_CLAIMS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of the article."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "TextSpan":
        """The span of text from start to end."""
        return cls(text[start:end], start, end)


@dataclass(frozen=True, slots=True)
class Location:
    """A place of a dateline. region, country and what follows: None where neither print nor gazetteer says."""

    text: str
    start: int
    end: int
    name: str
    region: str | None
    country: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by whom the story was filed. date: None where the year is neither printed nor certain."""

    text: str
    start: int
    end: int
    locations: tuple[Location, ...]
    date: date | None
    date_text: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance that the article attributes. text: its parts joined by blanks. confidence: 0 to 1."""

    id: str
    kind: QuoteKind
    confidence: float
    text: str
    parts: tuple[TextSpan, ...]
    cue: TextSpan | None
    speaker: TextSpan | None


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """Someone whom the article cites, with every quote. name: None where nobody can be found."""

    id: str
    name: str | None
    kind: SourceKind
    description: str | None
    affiliation: str | None
    organisation_id: str | None
    mentions: tuple[TextSpan, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A place in the article where an organisation is named. confidence: 0 to 1."""

    text: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Identifier:
    """A key of an organisation in some registry, such as scheme "lei"."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named in the article. salience: 0 to 1, sums to 1 over the article."""

    id: str
    name: str
    kind: OrganisationKind
    aliases: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    salience: float
    mentions: tuple[OrganisationMention, ...]


@dataclass(frozen=True, slots=True)
class Claimant:
    """The quoted source that asserts a claim."""

    source_id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a claim. value: None where no single one is printed. unit: None for a plain number, or if unclear."""

    text: str
    start: int
    end: int
    value: float | int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """A date in a claim. date: ISO 8601 of a day, a month or a year, as far as it is certain; None where it is not."""

    text: str
    start: int
    end: int
    date: str | None


@dataclass(frozen=True, slots=True)
class KeyClaim:
    """A factual assertion that a reader would check. claimant: None where the article asserts it in its own voice.

    Four numbers from 0 to 1, none of which says whether it is true. score: the chance that it is a key claim,
    comparable between articles. claim: that it asserts a fact in earnest. centrality: that it tells the article's main
    event or its consequence. check_worthiness: that a fact-checker would check it, whatever the article is about.
    reasons: what lifts the score, the weightiest first. modality: empty where it is plainly said to be so.
    standalone_text: the claim so that it can be read alone; None where what a word in it stands for is not certain.
    """

    id: str
    text: str
    start: int
    end: int
    score: float
    kind: ClaimKind
    claimant: Claimant | None
    quote_id: str | None
    organisation_ids: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[ClaimDate, ...]
    claim: float
    centrality: float
    check_worthiness: float
    reasons: tuple[ClaimReason, ...]
    modality: tuple[ClaimModality, ...]
    standalone_text: str | None


@dataclass(frozen=True, slots=True)
class Model:
    """The model that read the article. digest: SHA-256 of its files, in hexadecimal."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class MountedTable:
    """Which table of organisations the operator has mounted. digest: SHA-256 of its file, in hexadecimal."""

    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class ExtractionOptions:
    """What to extract. published: the day the article appeared, which settles a dateline's missing year."""

    published: date | None = None
    features: tuple[Feature, ...] = FEATURES
    max_claims: int = MAX_CLAIMS_DEFAULT


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article. A feature that was not asked for is None or empty."""

    dateline: Dateline | None
    quoted_sources: tuple[QuotedSource, ...]
    organisations: tuple[Organisation, ...]
    key_claims: tuple[KeyClaim, ...]
    language: str
    features: tuple[Feature, ...]
    model: Model
    warnings: tuple[str, ...]
