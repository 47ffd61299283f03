"""Word lists of the sources output, and where they come from."""

# Conjunctions that introduce reported content and are no part of it.
LEADING_WORDS = ("that",)
TRAILING_MARKS = ",.;:—–-"

PERSON_PRONOUNS = frozenset("he her hers herself him himself his she".split())
PLURAL_PRONOUNS = frozenset("they them themselves both".split())
THING_PRONOUNS = frozenset("it itself".split())
RELATIVE_PRONOUNS = frozenset("which who whom".split())
SPEAKER_PRONOUNS = frozenset("i me us we you".split())
SUBJECT_PRONOUNS = frozenset("he it she they".split())
PRONOUNS = PERSON_PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS | RELATIVE_PRONOUNS | SPEAKER_PRONOUNS
# Determiners that say whose something is.
OWNERS = frozenset("her his its their".split())
ARTICLES = frozenset(("a", "an", "the"))
# Open a phrase about somebody or something told of before.
DEFINITE_WORDS = OWNERS | {"the"}
POSSESSIVE_ENDINGS = ("’s", "'s")
POSSESSIVES = (*POSSESSIVE_ENDINGS, "’ ", "' ")
MALE_WORDS = frozenset("he him himself his mr sir".split())
FEMALE_WORDS = frozenset("she her herself hers mrs ms miss dame lady madam".split())
# Words of a role that only women or only men have.
FEMALE_ROLES = frozenset(
    """
    actress
    businesswoman
    chairwoman
    congresswoman
    councilwoman
    daughter
    duchess
    grandmother
    mother
    policewoman
    princess
    queen
    sister
    spokeswoman
    widow
    wife
    """.split()
)
MALE_ROLES = frozenset(
    """
    brother
    businessman
    congressman
    councilman
    duke
    father
    grandfather
    husband
    king
    policeman
    prince
    son
    spokesman
    widower
    """.split()
)

SPOKES_WORDS = frozenset(
    """
    official
    officials
    representative
    representatives
    spokesman
    spokesmen
    spokespeople
    spokesperson
    spokeswoman
    spokeswomen
    """.split()
)
# Documents speak for the organisation that issued them.
DOCUMENT_NOUNS = frozenset(
    """
    accounts analysis announcement application appraisal assessment audit bulletin circular complaint count
    counts data decree disclosure document documents editorial estimate estimates evaluation figures filing
    filings findings forecast index indictment investigation letter memo minutes model modelling note notice
    outlook paper papers petition plan poll post projection projections prospectus records register release
    reply report reports research response results review ruling statement statistics studies study summary
    survey surveys tally test tests transcript trial trials
    """.split()
)
# Join an organisation to the person or group that speaks for it.
AFFILIATION_WORDS = frozenset("at by for from in inside of to within with".split())
# Adverbs that stand between a speaker and its cue.
SPEAKER_ADVERBS = frozenset(
    """
    already
    also
    earlier
    friday
    itself
    later
    meanwhile
    monday
    now
    on
    previously
    recently
    repeatedly
    saturday
    separately
    since
    sunday
    then
    thursday
    today
    too
    tuesday
    wednesday
    yesterday
    """.split()
)
# Open a phrase before the subject of a sentence.
ADVERBIAL_WORDS = frozenset(
    """
    according after although and as at because before but by despite during for from if in meanwhile on since though
    under until when while with
    """.split()
)
# Verbs of not speaking: what was declined or asked to be left out is no quotation.
DECLINING_VERBS = frozenset("decline declined declines declining refuse refused refuses refusing".split())
# Verbs of speaking that, denied, report no words: "did not say whether", "has not commented".
SPEAKING_VERBS = frozenset(
    """
    answer comment commented disclose disclosed discuss discussed elaborate elaborated explain identify mention
    mentioned name reply respond responded reveal revealed said say specify specified tell
    """.split()
)
NEGATIONS = frozenset(("never", "not"))
NEGATIVE_ENDINGS = ("n't", "n’t")
# Open a phrase that points to something told of before.
ANAPHORIC_WORDS = DEFINITE_WORDS | frozenset("that these this those".split())
# Verbs of what was felt or done, which report no words.
REACTION_VERBS = frozenset(
    """
    adopt adopted adopts approve approved approves approving carried defeat defeated pass passed passes passing
    welcome welcomed welcomes welcoming
    """.split()
)
# Verbs that give a thing a name: one quoted word is what they report.
NAMING_VERBS = frozenset(
    """
    brand
    branded
    branding
    call
    called
    calling
    calls
    denounced
    describe
    described
    describes
    describing
    dismissed
    dismissing
    labeled
    labelled
    termed
    """.split()
)
REQUESTING_VERBS = frozenset("ask asked asking asks request requested requesting requests".split())
