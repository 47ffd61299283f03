"""The verbs that report what somebody said, in every form that a newspaper prints."""

# Our own list: neither peer that needs one may be handicapped by the other's.
LEMMAS = tuple(
    """
    acknowledge
    add
    admit
    advise
    agree
    allege
    announce
    argue
    ask
    assert
    assure
    caution
    claim
    clarify
    comment
    complain
    concede
    conclude
    confirm
    continue
    contend
    declare
    deny
    describe
    disclose
    emphasize
    estimate
    exclaim
    explain
    express
    indicate
    inform
    insist
    joke
    lament
    maintain
    mention
    note
    notify
    observe
    point
    predict
    promise
    propose
    quip
    recall
    reiterate
    remark
    remind
    repeat
    reply
    report
    respond
    reveal
    say
    shout
    state
    stress
    suggest
    tell
    testify
    think
    tweet
    urge
    vow
    warn
    wonder
    write
    """.split()
)
# Forms that no rule of spelling gives.
IRREGULAR = {
    "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"),
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"),
}


def inflect(lemma: str) -> tuple[str, ...]:
    """The third person, past and -ing form of a verb.

    >>> inflect("argue"), inflect("deny"), inflect("stress")
    (('argues', 'argued', 'arguing'), ('denies', 'denied', 'denying'), ('stresses', 'stressed', 'stressing'))
    >>> inflect("say")
    ('says', 'said', 'saying')
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return (f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    return (f"{lemma}{'es' if lemma.endswith('s') else 's'}", f"{lemma}ed", f"{lemma}ing")


# What introduces or follows a quotation in print: the bare form does not.
INFLECTED_FORMS = frozenset(form for lemma in LEMMAS for form in inflect(lemma))
FORMS = INFLECTED_FORMS | frozenset(LEMMAS)
