"""The nouns by which news speaks of an organisation that it has named, and the kinds of organisation that they fit."""

from service.extraction import OrganisationKind

NOUNS_OF_KINDS: dict[tuple[OrganisationKind, ...], str] = {
    ("company", "finance"): """
        airline automaker brewer brewery bidder builder business carmaker carrier chain chipmaker company conglomerate
        consultancy contractor cooperative developer distributor drugmaker firm grocer maker manufacturer miner operator
        planemaker producer railroad railway refiner retailer shipbuilder shipowner startup start-up steelmaker studio
        supermarket supplier utility vendor
    """,
    ("finance", "company"): "bank broker brokerage exchange fund insurer lender",
    ("government",): """
        agency authority board bureau commission committee council court department directorate force inspectorate
        ministry office panel police regulator tribunal
    """,
    ("government", "ngo"): "watchdog",
    ("political",): "campaign coalition party",
    ("ngo",): "charity foundation nonprofit",
    ("other", "ngo"): "association federation society union",
    ("ngo", "political", "company", "military", "other"): "group",
    ("ngo", "international", "other"): "organisation organization body",
    ("other",): "church museum pollster think-tank",
    ("international",): "alliance bloc",
    ("education", "ngo", "other"): "center centre institute laboratory",
    ("education",): "academy college faculty school university",
    ("health",): "clinic hospital trust",
    ("sports",): "club league side team",
    ("media",): "broadcaster channel daily journal magazine network newspaper outlet paper station website",
}
KINDS_OF_NOUNS = {noun: frozenset(kinds) for kinds, nouns in NOUNS_OF_KINDS.items() for noun in nouns.split()}
