"""The nouns by which news speaks of an organisation that it has named, and the kinds of organisation that they fit."""

from service.extraction import OrganisationKind

NOUNS_OF_KINDS: dict[tuple[OrganisationKind, ...], str] = {
    ("company", "finance"): """
        airline automaker brewer brewery bidder builder business carmaker carrier chain chipmaker company conglomerate
        consultancy contractor cooperative developer distributor drugmaker firm grocer maker manufacturer miner operator
        planemaker producer railroad railway refiner retailer shipbuilder shipowner startup start-up steelmaker studio
        supermarket supplier telco utility vendor
    """,
    ("finance", "company"): "bank broker brokerage exchange fund insurer lender reinsurer",
    ("government",): """
        agency authority board bureau coastguard commission committee constabulary council court department directorate
        force inspectorate ministry office panel police regulator tribunal
    """,
    ("government", "ngo"): "watchdog",
    ("political",): "campaign coalition party",
    ("ngo",): "charity foundation nonprofit",
    ("other", "ngo"): "association federation guild union",
    ("other", "ngo", "finance"): "society",
    ("ngo", "political", "company", "military", "other"): "group",
    ("ngo", "international", "other"): "organisation organization body",
    ("other",): "archdiocese church diocese gallery museum orchestra pollster think-tank thinktank",
    ("international",): "alliance bloc",
    ("education", "ngo", "other"): "center centre institute laboratory",
    ("education",): "academy college faculty school university",
    ("health",): "clinic hospital trust",
    ("sports",): "club league side team",
    ("media",): "broadcaster channel daily journal magazine network newspaper outlet paper station website",
}
# In one order, so that chances of kinds sum to the same in every process.
KINDS_OF_NOUNS = {noun: kinds for kinds, nouns in NOUNS_OF_KINDS.items() for noun in nouns.split()}
