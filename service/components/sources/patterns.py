"""Word lists of the sources output, and where they come from."""

# Conjunctions that introduce reported content and are no part of it.
LEADING_WORDS = ("that",)
TRAILING_MARKS = ",.;:—–-"

PERSON_PRONOUNS = frozenset("he her him himself herself she".split())
PLURAL_PRONOUNS = frozenset("they them themselves both".split())
THING_PRONOUNS = frozenset("it itself which".split())
RELATIVE_PRONOUNS = frozenset("who whom".split())
SPEAKER_PRONOUNS = frozenset("i me us we you".split())
PRONOUNS = PERSON_PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS | RELATIVE_PRONOUNS | SPEAKER_PRONOUNS
MALE_WORDS = frozenset("he him himself his mr sir".split())
FEMALE_WORDS = frozenset("she her herself hers mrs ms miss dame lady madam".split())

# Nouns that say what a person is. Collected from the words before and after the names of sources in PolNeAR's training
# part, those that stand there at least three times, and completed with the titles of other desks and countries.
ROLE_NOUNS = frozenset(
    """
    activist actor actress adviser advisor adviser aide ambassador analyst anchor archbishop architect artist attorney
    author baker banker bishop blogger boss broker captain ceo chair chairman chairperson chairwoman chancellor chef
    chief clerk coach co-founder columnist commander commentator commissioner congressman congresswoman consultant
    coordinator correspondent councillor councilman councilmember councilwoman counsel critic dealer dean defender
    delegate democrat deputy detective developer diplomat director doctor driver economist editor employee engineer
    entrepreneur envoy epidemiologist executive expert farmer father fellow filmmaker fisherman forecaster founder
    geologist goalkeeper governor head historian host inspector investigator investor journalist judge justice lawmaker
    lawyer leader lecturer legislator lieutenant manager mayor mechanic member midfielder minister mother negotiator
    nurse officer official operator organiser organizer owner partner pastor physician pilot planner player poet
    policeman politician pollster premier president presenter priest principal producer professor programmer prosecutor
    psychologist publisher rabbi ranger reporter representative republican researcher resident retiree scholar scientist
    secretary senator sergeant sheriff shopkeeper singer sociologist soldier solicitor speaker specialist spokesman
    spokesperson spokeswoman sportsman strategist striker student superintendent surgeon taoiseach teacher technician
    trader treasurer trustee vendor veteran vice-president volunteer winger worker writer
    """.split()
)
# Words that may stand before a role noun inside a title, in lower case.
ROLE_MODIFIERS = frozenset(
    """
    acting assistant associate chief co- deputy executive financial first foreign former general global head interim
    junior lead managing new operating outgoing prime regional research retired second senior state then vice
    """.split()
)
SPOKES_WORDS = frozenset(
    "official officials spokesman spokesmen spokesperson spokespeople spokeswoman representative representatives".split()
)
# Documents speak for the organisation that issued them.
DOCUMENT_NOUNS = frozenset(
    """
    analysis application assessment bulletin data document documents figures filing findings forecast letter memo minutes
    notice paper poll post release report research ruling statement statistics study survey transcript
    """.split()
)
# Join an organisation to the person or group that speaks for it.
AFFILIATION_WORDS = frozenset("at by for from in inside of to within with".split())
# Adverbs that stand between a speaker and its cue.
SPEAKER_ADVERBS = frozenset(
    """
    already also earlier friday itself later meanwhile monday now previously recently repeatedly saturday separately since
    sunday then thursday today too tuesday wednesday yesterday
    """.split()
)
# Verbs of not speaking: what was declined or asked to be left out is no quotation.
DECLINING_VERBS = frozenset("decline declined declines declining refuse refused refuses refusing".split())
REQUESTING_VERBS = frozenset("ask asked asking asks request requested requesting requests".split())
