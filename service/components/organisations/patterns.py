"""Word lists of the organisations output."""

import re

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
# In lower case before a name they say what it is and belong to none: "the food authority MAST".
LEADING_NOUNS = frozenset(
    """
    agency airline association authority bank body broadcaster broker brokerage carmaker chain charity club committee
    company consultancy cooperative council developer drugmaker federation firm foundation fund giant group insurer
    lender maker manufacturer miner ministry movement network newspaper operator party pollster producer regulator
    retailer society startup start-up think-tank union utility watchdog
    """.split()
)
# Abbreviations of things and of offices, in lower case.
THINGS = frozenset(
    """
    ai atty cctv ceo cfo covid covid-19 cpi dig dna ev gdp gps hiv ipo lng lpg md mep mha mk mla mlc mna mp mpp msp pm
    td tv vat
    """.split()
)
# Words of share bars and credits.
PAGE_WORDS = frozenset("comment copy email file handout print share subscribe supplied tweet".split())
# Alone they name no organisation.
NAMELESS_WORDS = COMMON_NOUNS | THINGS | PAGE_WORDS
# Nouns that may point back to a longer name, and stand for none that follows; each is part of more than one name of the
# training corpora.
GENERIC_NOUNS = COMMON_NOUNS | {
    "academy",
    "army",
    "assembly",
    "congress",
    "high court",
    "parliament",
    "senate",
    "supreme court",
    "united",
}
# Alone they are short for nothing, though longer names begin with them.
GENERIC_BEGINNINGS = frozenset(
    ("central", "federal", "general", "house", "international", "national", "new york", "royal", "state", "white house")
)
GENERIC_NAMES = GENERIC_NOUNS | GENERIC_BEGINNINGS
# Nouns that stand behind the field or place of a body, or before it with "of".
HEAD_NOUNS = frozenset(("agency", "department", "government", "ministry", "office", "university"))


# The code that agencies print behind a company's name: "FJEL.OL".
is_stock_code = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,2}$").match

# A senator's party and state: "D-Ore".
is_party_and_state = re.compile(r"[A-Z]{1,3}-[A-Z][a-z]{0,4}\.?$").match
# Where people publish; organisations only where they act.
PLATFORMS = frozenset(
    """
    Bluesky Facebook Instagram LinkedIn Pinterest Reddit Snapchat Telegram Threads TikTok Twitter Viber WeChat Weibo
    WhatsApp X YouTube
    """.split()
)
# A place on an exchange, in brackets behind a name.
LISTING = re.compile(
    r"""
    \s?\(\s?                                                        # directly behind the name
    (?:
        (?:NYSE(?:\sAmerican|\sArca)?|N(?:ASDAQ|asdaq)|LSE|TSXV?|ASX|HKEX|SGX|NSE|BSE|TYO|FWB|AMEX|OTC\w*)
        \s?:\s?
        (?P<ticker>[A-Z0-9.]{1,8})                                      # (NASDAQ: NVDA)
      | (?P<code>[A-Z0-9]{1,6}\.[A-Z]{1,2})                             # (FJEL.OL)
      | (?P<board>[A-Z0-9]{1,6}\s(?:AU|CN|CT|FP|GR|GY|HK|IJ|IM|IN|JP|JT|KP|KS|LN|MK|NA|NO|NZ|PM|SJ|SM|SP|SS|SW|TB
          |TT|US))                                                        # (ANC CN)
    )
    \b
    """,
    re.VERBOSE,
)
