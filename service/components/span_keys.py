"""The keys of doc.spans: which annotation stands where, and who writes it.

A span's id ties it to others: the number of its organisation, of its source or of its quotation.
"""

from collections.abc import Mapping

from service.extraction import OrganisationKind

# The probability of each kind that an organisation may be of.
KindChances = Mapping[OrganisationKind, float]

# The whole dateline, one span or none; written by news_dateline.
DATELINE = "dateline"
# The places of the dateline, each with its region and country, in order; written by news_dateline.
DATELINE_LOCATION = "dateline_location"

# Every mention, its organisation's number as id; written by news_organisations.
# attrs["confidences"], attrs["weights"]: one number a mention, the second for its organisation's salience.
# attrs["chances"]: the KindChances of each organisation.
# attrs["identifiers"]: its ids in the operator's table, scheme → value.
ORGANISATIONS = "organisations"

# The parts of each quotation, its number as id and its kind as label; written by news_sources.
# attrs["confidences"], attrs["sources"]: the confidence and the source's number of each quotation.
QUOTATIONS = "quotations"
# The cue and the speaker of a quotation, its number as id; written by news_sources.
CUES = "cues"
SPEAKERS = "speakers"
# What is known of each source, its number as id and one of the roles below as label; written by news_sources.
# attrs["kinds"]: one word a source.
SOURCES = "sources"
SOURCE_NAME = "NAME"
SOURCE_MENTION = "MENTION"
SOURCE_DESCRIPTION = "DESCRIPTION"
SOURCE_AFFILIATION = "AFFILIATION"

# The key claims, best first, the kind as label; written by news_claims. attrs["scores"], attrs["claims"],
# attrs["centralities"], attrs["check_worthiness"]: one number a claim. attrs["reasons"]: the words for each.
CLAIMS = "claims"
