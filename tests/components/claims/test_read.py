"""Whose claim a claim is."""

import pytest

from service.components.claims.read import find_owner
from service.extraction import Quote, QuotedSource, TextSpan

TEXT = "“Our members pay 19 percent,” Ms Lee said, adding that a third had put off investment."


def make_source(identifier: str, *quotes: tuple[str, ...]) -> QuotedSource:
    """A source whose quotes have these parts."""
    made = []
    for number, parts in enumerate(quotes):
        spans = tuple(TextSpan(part, TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)
        made.append(Quote(f"{identifier}q{number}", "indirect", 0.9, " ".join(parts), spans, None, None))
    return QuotedSource(identifier, identifier, "person", None, None, None, (), tuple(made))


@pytest.mark.parametrize(
    ("quotes", "owner"),
    [
        # Two quotes of one speaker make a sentence hers, which neither makes alone.
        ([("Our members pay 19 percent",), ("a third had put off investment",)], "s1q1"),
        ([("Our members pay 19 percent", "a third had put off investment")], "s1q0"),
        ([("Our members pay",)], None),
        ([], None),
    ],
)
def test_owner(quotes: list[tuple[str, ...]], owner: str | None) -> None:
    found = find_owner(TEXT, 0, len(TEXT), (make_source("s0", ("Ms Lee",)), make_source("s1", *quotes)))

    assert (None if found is None else found[1].id) == owner


def test_quotes_of_two_sources_make_it_nobodys() -> None:
    first = make_source("s0", ("Our members pay 19 percent",))
    second = make_source("s1", ("a third had put off",))

    assert find_owner(TEXT, 0, len(TEXT), (first, second)) is None


def test_of_two_sources_it_is_whose_words_are_most_of_it() -> None:
    less = make_source("s0", ("adding that a third had put off investment",))
    more = make_source("s1", ("Our members pay 19 percent", "a third had put off investment"))

    found = find_owner(TEXT, 0, len(TEXT), (less, more))

    assert found is not None
    assert found[0] == more


def test_words_that_attribute_are_no_part_of_the_claim() -> None:
    said = TEXT.index("Ms Lee said")
    quote = Quote(
        "q0",
        "direct",
        0.9,
        TEXT[1:28],
        (TextSpan(TEXT[1:28], 1, 28),),
        TextSpan("said", said + 7, said + 11),
        TextSpan("Ms Lee", said, said + 6),
    )
    source = QuotedSource("s0", "Ms Lee", "person", None, None, None, (), (quote,))

    # 27 of the 58 characters, of which ten attribute.
    assert find_owner(TEXT, 0, 58, (source,)) == (source, quote)


@pytest.mark.parametrize(
    ("text", "is_hers"),
    [
        ("Ann Lee, who has chaired the board of the court since May, told reporters on Monday that it fell.", True),
        # What is told of her besides is a claim of the article's.
        ("Ann Lee on Monday closed the plant and sent six hundred people home without pay, saying it fell.", False),
    ],
)
def test_what_commas_enclose_and_what_leads_to_the_content_attribute(text: str, is_hers: bool) -> None:
    cue = "told" if is_hers else "saying"
    content, said = text.index("it fell"), text.index(cue)
    quote = Quote(
        "q0",
        "indirect",
        0.9,
        "it fell",
        (TextSpan.of(text, content, content + 7),),
        TextSpan.of(text, said, said + len(cue)),
        TextSpan.of(text, 0, 7),
    )
    source = QuotedSource("s0", "Ann Lee", "person", None, None, None, (), (quote,))

    assert (find_owner(text, 0, len(text), (source,)) is not None) == is_hers
