"""The words of titles: what a person may be called, and what stands before it."""

from service.components.sources.patterns import (
    ARTICLES,
    NEGATIVE_ENDINGS,
    OWNERS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    POSSESSIVE_ENDINGS,
    THING_PRONOUNS,
)
from service.components.sources.person_nouns import load_person_nouns
from service.text.names import HONORIFICS

# Nouns that say what a person is, though WordNet has another meaning first or does not have the word.
ROLE_NOUNS = frozenset(
    """
    agent
    ally
    anchor
    ceo
    cfo
    chair
    chancellor
    convenor
    coo
    counterpart
    councilmember
    councilor
    cto
    defenceman
    defenseman
    defending
    democrat
    driver
    founder
    garda
    head
    justice
    mep
    midfielder
    mha
    mk
    mla
    mlc
    mna
    mp
    mpp
    msp
    operator
    principal
    prosecuting
    publisher
    ranger
    republican
    td
    """.split()
)
# Words that may stand before a role noun inside a title, in lower case.
ROLE_MODIFIERS = frozenset(
    """
    acting
    assistant
    associate
    chief
    communications
    co-
    deputy
    executive
    finance
    financial
    first
    foreign
    former
    general
    global
    head
    interim
    junior
    lead
    managing
    marketing
    media
    new
    operating
    outgoing
    press
    prime
    regional
    research
    retired
    second
    senior
    state
    technology
    then
    vice
    """.split()
)
# Titles of address that tell no role; the others are offices.
FORMS_OF_ADDRESS = frozenset(
    """
    adv alhaji barr comrade dame datin datuk daw dr eng engr father hajia hon lady lord madam maulana miss mr mrs ms
    mufti mullah mx puan qari saint shri sir sister smt togbe ustaz
    """.split()
)
OFFICES = HONORIFICS - FORMS_OF_ADDRESS
# Titles of address that are cut short, and the nouns by which their bearers are told of.
NOUNS_OF_TITLES = {
    "adm": "admiral",
    "capt": "captain",
    "cdr": "commander",
    "cllr": "councillor",
    "col": "colonel",
    "cpl": "corporal",
    "det": "detective",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "insp": "inspector",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}
# Nouns of these endings say what a person is; shorter ones, such as "list" or "Asian", may not.
AGENT_ENDINGS = (
    *(
        "grapher",
        "herder",
        "holder",
        "ician",
        "keeper",
        "lady",
        "logist",
        "maker",
        "master",
        "ologist",
        "owner",
        "teacher",
    ),
    *("urgist", "woman", "worker"),
)
LEAST_LETTERS = 7
# Adjectives of these endings qualify a role: national, political, executive, military.
MODIFIER_ENDINGS = ("al", "ary", "ic", "ive")
# End the head of a phrase: what stands behind qualifies it, "director of research", or goes on, "a lawyer is".
QUALIFYING_WORDS = frozenset(
    """
    about after against among and are around as at based before behind but by during for from had has have in into is
    near of on over since that to under until was were when where which while who whose will with would
    """.split()
)

# What opens a noun phrase makes a verb of a word of these endings before it: "accused the mayor", "calls her aunt".
NOUN_PHRASE_OPENINGS = ARTICLES | OWNERS | PERSON_PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS
VERB_ENDINGS = ("ed", "s")


def is_role_noun(word: str) -> bool:
    """Whether a word in lower case says what a person is, by itself, by one of its parts or by its ending.

    >>> is_role_noun("secretary-general"), is_role_noun("vice-chancellors"), is_role_noun("list")
    (True, True, False)
    """
    nouns = load_person_nouns()
    singular = word.removesuffix("s")
    parts = singular.split("-")
    if any(form in ROLE_NOUNS or form in nouns for form in (word, singular, parts[0], parts[-1])):
        return True
    return len(word) > LEAST_LETTERS and singular.endswith(AGENT_ENDINGS)


def is_office(word: str) -> bool:
    """Whether a word before a name is a title of address that tells an office, in full or cut short.

    >>> is_office("Sens."), is_office("Judge"), is_office("Mr")
    (True, True, False)
    """
    plain = word.rstrip(".").casefold()
    return plain in OFFICES or plain.removesuffix("s") in OFFICES


def is_form_of_address(word: str) -> bool:
    """Whether a word before a name is a title of address that tells no role, in full or cut short.

    >>> is_form_of_address("Mr."), is_form_of_address("Sir"), is_form_of_address("Sen.")
    (True, True, False)
    """
    return word.rstrip(".").casefold() in FORMS_OF_ADDRESS


def is_role_modifier(word: str) -> bool:
    """Whether a word in lower case may stand before a role noun inside a title.

    >>> is_role_modifier("national"), is_role_modifier("deputy"), is_role_modifier("when")
    (True, True, False)
    """
    return word.endswith(MODIFIER_ENDINGS) or any(
        part in ROLE_MODIFIERS or is_role_noun(part) for part in word.split("-")
    )


def is_role(phrase: str) -> bool:
    """Whether the head of a phrase, before what qualifies it, says what a person is.

    >>> is_role("a tech analyst based in Shanghai"), is_role("CEO of Acme"), is_role("Labour’s spokesman")
    (True, True, True)
    >>> is_role("Ohio"), is_role("his eyes wet"), is_role("talking to reporters"), is_role("the mayor’s office")
    (False, False, False, False)
    >>> is_role("a farmer serving a term"), is_role("the criticism isn’t stupid"), is_role("sport and culture minister")
    (True, False, True)
    >>> is_role("accused the mayor of fraud"), is_role("revealed he warned his son"), is_role("also the mayor")
    (False, False, True)
    """
    head = ""
    for word in phrase.split():
        lower = word.strip("’'.").casefold()
        if lower in NOUN_PHRASE_OPENINGS and head.endswith(VERB_ENDINGS):
            return False
        if is_role_noun(head) and (lower.endswith("ing") or lower in QUALIFYING_WORDS):
            return True
        if (lower in QUALIFYING_WORDS and not (head and lower == "and")) or lower.endswith(NEGATIVE_ENDINGS):
            return False
        head = "" if word.endswith((*POSSESSIVE_ENDINGS, "s’", "s'")) else lower
    return is_role_noun(head)
