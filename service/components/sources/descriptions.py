"""What the article says a source is: the role before or after a name, exactly as printed."""

import re

from service.components.sources.role_words import ROLE_MODIFIERS, ROLE_NOUNS
from service.text.spans import Offsets

# A description is a phrase, not a story.
DESCRIPTION_LIMIT = 160
find_apposition = re.compile(
    r"""
    ,\s+(?:\d{1,3},\s+)?                    # Michelle Zhang, 41,
    (?P<role>
        (?:(?:a|an|the|his|her|its|their)\s)?
        (?:[^,;:.()“”"—–\n]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.)+   # a tech analyst at J.P. Morgan
    )
    """,
    re.VERBOSE,
).match
find_relative = re.compile(
    r"""
    ,\s+who\s                              # Michelle Zhang, who
    (?P<role>
        (?:chairs|coaches|directs|edits|founded|heads|leads|manages|oversees|owns|represents|researches|runs|studies|teaches)
        \s(?:[^,;:.()“”"—–\n]|\.(?=\w))+     # runs three clinics
    )
    """,
    re.VERBOSE,
).match
find_phrase_before = re.compile(
    r"""
    \b(?P<role>(?:a|an|the|his|her|its|their)\s[^,;:.()“”"—–\n]{2,80}),\s$      # its director, Marcus Bell
    """,
    re.VERBOSE | re.IGNORECASE,
).search
find_last_word = re.compile(r"(?P<word>[\w’'.&/+-]+)(?P<gap>\s+)$").search
# Adjectives of these endings qualify a role: national, political, executive, military.
MODIFIER_ENDINGS = ("al", "ary", "ic", "ive")
# Nouns of these endings say what a person is; shorter ones, such as "list" or "Asian", may not.
AGENT_ENDINGS = ("grapher", "ician", "keeper", "logist", "maker", "ologist", "owner", "urgist", "worker")
LEAST_LETTERS = 7
JOINING_WORDS = frozenset("and for of".split())
ENDING_WORDS = re.compile(
    r"(?:^|\s)(?:who|which|said|says|told|tells|added|adds|wrote|and\ (?:said|told|added))\b.*$", re.DOTALL
)

SECOND_CLAUSE = re.compile(r"\s(?:and|but)\s(?:did|does|has|had|is|was)\b.*$", re.DOTALL)


def find_description(text: str, name: Offsets) -> Offsets | None:
    """The role printed before or behind a name; None where neither reads as one.

    >>> text = "Prime Minister Anna Lee said. Michelle Zhang, a tech analyst based in Shanghai, agreed."
    >>> [text[slice(*find_description(text, name))] for name in ((15, 23), (30, 44))]
    ['Prime Minister', 'a tech analyst based in Shanghai']
    >>> text = "its director, Ruth Odhiambo, told reporters."
    >>> text[slice(*find_description(text, (14, 27)))]
    'its director'
    >>> text = "Ann Lee, 41, a toxicologist, and Bo Li, who runs 3.5 farms and is ill, left."
    >>> [text[slice(*find_description(text, name))] for name in ((0, 7), (33, 38))]
    ['a toxicologist', 'runs 3.5 farms']
    """
    return (
        find_role_behind(text, name[1])
        or find_role_before(text, name[0])
        or find_role_apart(text, name[0])
        or find_role_told(text, name[1])
    )


def find_role_behind(text: str, end: int) -> Offsets | None:
    """The apposition that begins at end: after a comma, up to the next mark, with a noun for a role in it."""
    match = find_apposition(text, end, end + DESCRIPTION_LIMIT)
    if match is None:
        return None
    role = ENDING_WORDS.sub("", match["role"]).rstrip()
    if not is_role(role):
        return None
    return match.start("role"), match.start("role") + len(role)


def find_role_told(text: str, end: int) -> Offsets | None:
    """What a relative clause that begins at end says the person does.

    >>> text = "Michelle Zhang, who runs three clinics in Bedok, said"
    >>> text[slice(*find_role_told(text, 14))]
    'runs three clinics in Bedok'
    """
    match = find_relative(text, end, end + DESCRIPTION_LIMIT)
    if match is None:
        return None
    role = SECOND_CLAUSE.sub("", match["role"]).rstrip()
    return match.start("role"), match.start("role") + len(role)


def is_role(phrase: str) -> bool:
    """Whether a phrase after a name says what the person is, rather than where, when or how old.

    >>> is_role("a tech analyst based in Shanghai"), is_role("Calif"), is_role("his eyes wet"), is_role("CEO of Acme")
    (True, False, False, True)
    """
    words = [word.strip("’'.").casefold() for word in phrase.split()]
    heads = [part for word in words for part in (word, *word.split("-"))]
    return any(is_role_noun(word) or is_role_noun(word.removesuffix("s")) for word in heads)


def is_role_noun(word: str) -> bool:
    """Whether a word in lower case says what a person is, by itself or by its last part or ending.

    >>> is_role_noun("secretary-general"), is_role_noun("toxicologist"), is_role_noun("list")
    (True, True, False)
    """
    parts = word.split("-")
    return word in ROLE_NOUNS or parts[0] in ROLE_NOUNS or (len(word) > LEAST_LETTERS and word.endswith(AGENT_ENDINGS))


def find_role_before(text: str, start: int) -> Offsets | None:
    """The title that ends directly before start, with what qualifies it; None where the word there is no role.

    >>> find_role_before("when OCBC analyst Gerard Pwee", 18), find_role_before("when Gerard Pwee", 5)
    ((5, 17), None)
    """
    last = find_last_word(text, max(0, start - DESCRIPTION_LIMIT), start)
    if last is None or "\n" in last["gap"] or not is_role_noun(last["word"].strip("’'").casefold()):
        return None
    end = last.end("word")
    begin = last.start("word")
    joining = begin
    while True:
        last = find_last_word(text, max(0, start - DESCRIPTION_LIMIT), joining)
        if last is None or "\n" in last["gap"]:
            break
        word = last["word"]
        joining = last.start("word")
        lower = word.casefold()
        if (word[0].isupper() and not is_sentence_start(text, joining, lower)) or is_role_modifier(lower):
            begin = joining
        elif lower not in JOINING_WORDS:
            break
        if text[max(0, joining - 2) : joining].strip() in (",", ".", ";", ":", "“", '"'):
            break
    return begin, end


def find_role_apart(text: str, start: int) -> Offsets | None:
    """The phrase with a noun for a role that a comma parts from the name at start: "its director, Marcus Bell".

    >>> text = "as its director, Marcus Bell, said"
    >>> text[slice(*find_role_apart(text, 17))]
    'its director'
    """
    match = find_phrase_before(text, max(0, start - DESCRIPTION_LIMIT), start)
    if match is None or not is_role(match["role"]):
        return None
    return match.span("role")


def is_role_modifier(word: str) -> bool:
    """Whether a word in lower case may stand before a role noun inside a title.

    >>> is_role_modifier("national"), is_role_modifier("deputy"), is_role_modifier("when")
    (True, True, False)
    """
    return word.endswith(MODIFIER_ENDINGS) or any(
        part in ROLE_MODIFIERS or part in ROLE_NOUNS for part in word.split("-")
    )


def is_sentence_start(text: str, start: int, word: str) -> bool:
    """Whether a capital is owed to the start of a sentence and the word qualifies nothing."""
    opens = start == 0 or text[max(0, start - 2) : start].strip()[-1:] in ("", ".", "!", "?", "\n", "”", '"')
    return opens and word in ("the", "a", "an", "but", "and", "as", "when", "while", "in", "on", "at", "for")
