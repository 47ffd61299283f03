"""Word lists of the organisations output."""

import re

from service.extraction import OrganisationKind

# Nouns that name an organisation told of before, and alone none: "the Foundation".
COMMON_NOUNS = frozenset(
    """
    agency
    association
    authority
    bank
    board
    bureau
    center
    centre
    city
    club
    college
    commission
    committee
    community
    company
    council
    court
    department
    federation
    foundation
    fund
    government
    group
    institute
    ministry
    office
    party
    police
    school
    services
    society
    trust
    union
    university
    """.split()
)
# A name that consists of one of these alone is no short form of a longer name: they begin more than one name of the
# training corpora.
GENERIC_NAMES = (
    COMMON_NOUNS
    | frozenset(
        """
    academy
    army
    assembly
    central
    congress
    federal
    general
    house
    international
    national
    parliament
    royal
    senate
    state
    united
    """.split()
    )
    | {"high court", "new york", "supreme court", "white house"}
)


# The code that agencies print behind a company's name: "FJEL.OL".
is_stock_code = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,2}$").match

# Kind of an organisation by a word of its name, in order of trust: the first pattern that matches decides.
KIND_WORDS: tuple[tuple[OrganisationKind, str], ...] = (
    ("education", r"\b(?: universit\w* | college | school | academy | polytechnic | institute\ of\ technology )\b"),
    ("health", r"\b(?: hospital | clinic | medical\ cent(?:er|re) | nhs | health\ (?:trust|service)s? )\b"),
    (
        "international",
        r"""
        \b(?: united\ nations | u\.?n\.? | world\ (?:health|trade|bank|food) .* | nato | european\ (?:union|commission
        | parliament | council) | eu | african\ union | asean | opec\+? | imf | international\ (?:monetary | criminal
        | atomic | court | committee | olympic) .* | unicef | unesco | unhcr | g7 | g20 | arab\ league )\b
        """,
    ),
    (
        "military",
        r"""
            \b(?: army | navy | air\ force | armed\ forces | marines? | militia | brigades? | guard | regiment
              | defen[cs]e\ forces? )\b
            """,
    ),
    (
        "political",
        r"\b(?: party | democrats? | republicans? | labour | conservatives? | coalition | congress\ party | front )\b",
    ),
    (
        "government",
        r"""
        \b(?: ministry | minister | department | dept | agency | administration | commission | bureau | office
        | government | council | senate | parliament | congress | assembly | court | police | treasury | authority
        | white\ house | house\ of | home\ office | supreme | cabinet | secretariat | directorate | customs )\b
        """,
    ),
    (
        "finance",
        r"""
            \b(?: bank | banking | capital | securities | insurance | fund | investments? | exchange | reserve
              | financial )\b
            """,
    ),
    (
        "media",
        r"""
        \b(?: times | post | news | newspaper | journal | tribune | herald | gazette | guardian | telegraph | radio
        | television | tv | broadcasting | reuters | associated\ press | bbc | cnn | magazine | daily | press )\b
        """,
    ),
    (
        "sports",
        r"\b(?: f\.?c\.? | football | athletic | league | rugby | cricket | olympic | united | rovers | club )\b",
    ),
    (
        "ngo",
        r"""
            \b(?: foundation | association | society | union | federation | institute | watch | rights | charity
              | alliance | network )\b
            """,
    ),
    (
        "company",
        r"""
        \b(?: inc | corp | corporation | co | company | ltd | limited | llc | plc | ag | gmbh | group | holdings?
        | industries | technologies | motors? | airlines? | airways | energy | pharmaceuticals? | partners | systems )\b
        """,
    ),
)

KIND_PATTERNS = tuple((kind, re.compile(words, re.VERBOSE | re.IGNORECASE)) for kind, words in KIND_WORDS)
# A place on an exchange, in brackets behind a name.
LISTING = re.compile(
    r"""
    \s?\(\s?                                                        # directly behind the name
    (?:
        (?:NYSE(?:\sAmerican|\sArca)?|N(?:ASDAQ|asdaq)|LSE|TSXV?|ASX|HKEX|SGX|NSE|BSE|TYO|FWB|AMEX|OTC\w*)
        \s?:\s?
        (?P<ticker>[A-Z0-9.]{1,8})                                      # (NASDAQ: NVDA)
      | (?P<code>[A-Z0-9]{1,6}\.[A-Z]{1,2})                             # (FJEL.OL)
    )
    \b
    """,
    re.VERBOSE,
)
