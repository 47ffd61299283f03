"""Word lists and forms of the claims output."""

import re

from service.extraction import ClaimKind

# Lines that come with an article and assert nothing in it: credits, pleas, share bars, corrections of form.
BOILERPLATE = re.compile(
    r"""
    ^\W*(?:
        (?:additional\ )?(?:reporting|editing|writing|compiled|translated|produced)\ (?:and\ \w+\ )?by\b
        | \(?(?:adds|updates|corrects|recasts|writes\ through|repeats)\b.{0,80}\)?$
        | (?:this|the)\ (?:article|story|report|post|piece)\ (?:is|was|has|first|originally|appeared)\b
        | (?:sign|signing)\ up\b | subscribe\b | (?:read|click|see)\ (?:more|here|also|next)\b | related:\b
        | share\ (?:this|on)\b
        | follow\ (?:us|\w+\ on)\b | photo(?:graph)?s?\b.{0,40}(?:credit|:) | (?:image|photo)\ credit | file\ photo\b
        | (?:©|copyright\b|all\ rights\ reserved) | (?:our\ standards|the\ associated\ press\ contributed) | ---+
        | (?:updated|published|posted|last\ modified)\b.{0,60}\d | about\ [A-Z][\w.&\ -]{1,60}$ | advertisement\b
        | (?:for\ more\ information|media\ contacts?|press\ contacts?|contact:?$)
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# Sentences that tell of an answer that was asked for and not given.
NO_ANSWER = re.compile(
    r"""
    \b(?:
        (?:declined|refused)\ (?:to\ comment|further\ comment|comment)
        | (?:\w+n[’']t|not)\ (?:immediately\ )?(?:respond|repl[yi]|return)\w*\b
          .{0,40}\b(?:requests?|calls?|e?-?mails?|messages?|questions?|inquir\w+|comment)
        | could\ not\ (?:immediately\ )?be\ reached
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Adverbs that tie a sentence to the one before, and are no part of what it asserts.
OPENERS = re.compile(
    r"""
    (?:however|additionally|moreover|furthermore|in\ addition|in\ response|meanwhile|therefore|as\ a\ result|still
    | nevertheless|nonetheless|instead|also|indeed|overall|for\ example|for\ instance|in\ fact|but|and|yet|so)
    ,?\s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUANTITY = re.compile(
    r"""
    (?:(?:US|A|C|HK|S|NZ)?[$€£¥₹]|\bRs\.?\s?)?                         # a currency before the number
    (?<![\w.,])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?
    (?:\s?(?:%|per\ cent\b|percent(?:age\ points?)?\b|basis\ points?\b))?
    (?:[\s-](?:hundred|thousand|million|billion|trillion|lakh|crore|bn|m|k)\b)?
    (?:\s(?:\w+\ )?(?:dollars|euros|pounds|yuan|yen|rupees|crowns|francs))?
    (?:\s(?:tonnes|tons|barrels|kilomet(?:er|re)s|km|miles|met(?:er|re)s|feet|hectares|acres|kilograms|kg|years|months
    |weeks|days|hours|minutes|people|jobs|degrees|votes|seats)\b)?
    (?!\w)
    """,
    re.VERBOSE,
)
# A number that is only a date or a year counts as no quantity.
YEAR = re.compile(r"(?:19|20)\d\d$")

KIND_WORDS: tuple[tuple[ClaimKind, str], ...] = (
    (
        "prediction",
        r"""
        \b(?: will | would | shall | expects? | expected\ to | forecasts? | projected | is\ set\ to | by\ 20[2-9]\d
        | may
        | could | might | likely )\b
        """,
    ),
    (
        "causal",
        r"""
        \b(?: because | caused | causes | led\ to | due\ to | as\ a\ result\ of | thanks\ to | owing\ to | triggered
        | prompting
        | prompted | blamed\ on | attributed\ to | contributes?\ to )\b
        """,
    ),
    (
        "comparison",
        r"""
        \b(?: (?:more|less)\ than | compared\ (?:with|to)
        | the\ (?:largest|biggest|highest|lowest|smallest|most|worst|best)
        | twice | times\ as | outperform\w* )\b
        """,
    ),
    (
        "trend",
        r"""
        \b(?: rose | risen | rising | fell | fallen | falling | grew | grown | growing | increas\w+ | decreas\w+
        | declin\w+
        | surg\w+ | jump\w+ | dropp\w+ | climb\w+ | slump\w+ | doubled | tripled | soar\w+ | shrank | widen\w+
        | narrow\w+ )\b
        """,
    ),
)
KIND_PATTERNS = tuple((kind, re.compile(words, re.VERBOSE | re.IGNORECASE)) for kind, words in KIND_WORDS)
