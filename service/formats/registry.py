"""The one table of the formats besides JSON: how each is named, in which media type it comes, who writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from service.extraction import Extraction
from service.formats.ninjs import render_ninjs
from service.formats.schema_org import render_schema_org
from service.formats.tables import render_claims, render_quotations
from service.formats.web_annotation import render_web_annotation
from service.request import ExtractRequest
from service.text.offsets import OFFSET_UNITS, OffsetUnit

JSON_LD = "application/ld+json"
CSV = "text/csv"
# Linked data counts code points, whatever else an answer might count.
CODE_POINTS: tuple[OffsetUnit, ...] = ("code_point",)


@dataclass(frozen=True, slots=True)
class Format:
    """A form of the answer. profile: what tells formats of one mimetype apart, None where nothing needs to."""

    name: str
    mimetype: str
    profile: str | None
    render: Callable[[Extraction, ExtractRequest], str]
    offset_units: tuple[OffsetUnit, ...] = OFFSET_UNITS

    @property
    def media_type(self) -> str:
        """What a client asks for."""
        if self.profile is None:
            return self.mimetype
        # A URI must stand in quotation marks, a word need not.
        value = f'"{self.profile}"' if ":" in self.profile else self.profile
        return f"{self.mimetype}; profile={value}"

    @property
    def content_type(self) -> str:
        """What the answer says that it is. JSON has no charset: it is UTF-8."""
        return f"{self.media_type}; charset=utf-8; header=present" if self.mimetype == CSV else self.media_type


# Of several that a client takes alike, the first is the one it gets.
FORMATS: tuple[Format, ...] = (
    Format("schema.org", JSON_LD, "https://schema.org", render_schema_org, CODE_POINTS),
    Format("web-annotation", JSON_LD, "http://www.w3.org/ns/anno.jsonld", render_web_annotation, CODE_POINTS),
    # IPTC has registered no media type for ninjs; this one is seen on wires.
    Format("ninjs", "application/ninjs+json", None, render_ninjs, CODE_POINTS),
    Format("quotations.csv", CSV, "quotations", render_quotations),
    Format("claims.csv", CSV, "claims", render_claims),
)
