"""Entity replacement in the texts that teach."""

from dataclasses import replace

from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.renaming import NamePool, find_name, substitute


def annotate(text: str, **labels: str) -> AnnotatedText:
    """The text with each of the named parts as an entity; a part's blanks are written as _."""
    spans = [
        LabelledSpan(start, start + len(name), label)
        for name, label in ((part.replace("_", " "), label) for part, label in labels.items())
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    return AnnotatedText(text, {"entities": tuple(sorted(spans, key=lambda span: span.start))}, is_article=True)


def spell(annotated: AnnotatedText) -> list[tuple[str, str]]:
    """The entities of a text as words and labels."""
    return [(annotated.text[span.start : span.end], span.label) for span in annotated.spans["entities"]]


ARTICLE = annotate("Ann Lee of Acme left. Acme thanked Ann Lee in Accra.", Ann_Lee="PER", Acme="ORG", Accra="LOC")
OTHER = annotate("Kofi Boateng of Voltic was in Lima.", Kofi_Boateng="PER", Voltic="ORG", Lima="LOC")


def test_spans_move_with_their_names() -> None:
    renamed = substitute(ARTICLE, {"Ann Lee": "Kofi Boateng", "Acme": "Io"})

    assert renamed.text == "Kofi Boateng of Io left. Io thanked Kofi Boateng in Accra."
    assert spell(renamed) == [
        ("Kofi Boateng", "PER"),
        ("Io", "ORG"),
        ("Io", "ORG"),
        ("Kofi Boateng", "PER"),
        ("Accra", "LOC"),
    ]
    assert renamed.is_article


def test_every_renaming_keeps_kind_and_consistency() -> None:
    pool = NamePool([ARTICLE, OTHER], seed=1)
    seen = set()

    for _ in range(50):
        renamed = pool.rename(ARTICLE)
        words = spell(renamed)
        assert [label for _, label in words] == [label for _, label in spell(ARTICLE)]
        assert words[0] == words[3]
        assert words[1] == words[2]
        assert {words[0][0], words[1][0], words[4][0]} <= {
            "Ann Lee",
            "Kofi Boateng",
            "Acme",
            "Voltic",
            "Accra",
            "Lima",
        }
        seen.add(renamed.text)
    assert len(seen) > 4


def test_an_organisation_of_known_kind_gives_way_to_its_like() -> None:
    def tell(text: AnnotatedText, kind: str) -> AnnotatedText:
        spans = tuple(replace(span, label=kind) for span in text.spans["entities"] if span.label == "ORG")
        return replace(text, spans={**text.spans, "kinds": spans})

    article = tell(annotate("Acme left.", Acme="ORG"), "company")
    others = [tell(annotate("Voltic was.", Voltic="ORG"), "company"), tell(annotate("FIFA was.", FIFA="ORG"), "sports")]
    pool = NamePool([article, *others, annotate("Umbra was.", Umbra="ORG")], seed=1)

    renamed = [pool.rename(article) for _ in range(50)]

    assert {text.text for text in renamed} == {"Acme left.", "Voltic left."}
    assert all(text.spans["kinds"][0] == LabelledSpan(0, text.text.index(" "), "company") for text in renamed)


def test_a_part_of_a_name_follows_the_whole() -> None:
    text = annotate("Ann Lee left. Chan stayed.", Ann_Lee="PER", Chan="PER")
    pool = NamePool([annotate("Kofi Boateng left.", Kofi_Boateng="PER"), text], seed=1)
    both = annotate("Ann Lee left, and Lee is gone.", Ann_Lee="PER", Lee="PER")
    both = AnnotatedText(both.text, {"entities": (both.spans["entities"][0], both.spans["entities"][-1])})

    texts = {pool.rename(both).text for _ in range(50)}

    assert texts == {"Ann Lee left, and Lee is gone.", "Kofi Boateng left, and Boateng is gone."}


def test_a_share_of_nothing_draws_nothing() -> None:
    pool = NamePool([ARTICLE, OTHER], seed=1)

    assert pool.rename_share([ARTICLE, OTHER], 0.0) == [ARTICLE, OTHER]


def test_what_may_not_be_replaced() -> None:
    table = annotate("Acme\nIo and Misc", Acme="ORG", Misc="MISC")

    assert find_name(table.text, LabelledSpan(0, 7, "ORG")) is None
    assert find_name(table.text, table.spans["entities"][1]) is None
