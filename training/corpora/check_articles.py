"""Checks of our own training articles: `python -m training.corpora.check_articles FILE …` prints what is wrong."""

import sys
from collections.abc import Iterator
from pathlib import Path

from training.corpora.marked_articles import SHOWN, MarkedArticle, MarkError, parse_article, split_file


def list_complaints(article: MarkedArticle) -> Iterator[str]:
    """What is wrong with an article whose marks pair: where they do not agree with its head, or with its text."""
    yield from complain_of_marks(article)
    yield from complain_of_sources(article)
    yield from complain_of_organisations(article)


def complain_of_marks(article: MarkedArticle) -> Iterator[str]:
    """Marks that begin or end with a blank, run over a paragraph, or belong to no quotation."""
    quotations = {mark.number for mark in article.marked if mark.letter == "q"}
    for mark in article.marked:
        words = article.text[mark.start : mark.end]
        if words != words.strip():
            yield f"begins or ends with a blank: {words[:SHOWN]!r}"
        if "\n" in words:
            yield f"runs over the end of its paragraph: {words[:SHOWN]!r}"
        if mark.letter in "cv" and mark.number not in quotations:
            yield f"no quotation {mark.number}: {words[:SHOWN]!r}"


def complain_of_sources(article: MarkedArticle) -> Iterator[str]:
    """Quotations of nobody, sources without a quotation, and what the head says of them and the text does not."""
    sources = {source.id for source in article.sources}
    organisations = {organisation.id for organisation in article.organisations}
    for mark in article.marked:
        if mark.letter == "q" and (not mark.sources or not sources.issuperset(mark.sources)):
            yield f"whose quotation is it? {article.text[mark.start : mark.end][:SHOWN]!r}"
    if unused := sources - {source for mark in article.marked for source in mark.sources}:
        yield f"nobody quotes {', '.join(sorted(unused))}"
    for source in article.sources:
        for part in (source.name, source.description):
            if part is not None and part not in article.text:
                yield f"not in the text: {part}"
        if source.affiliation is not None and source.affiliation not in organisations:
            yield f"{source.id} speaks for an unknown {source.affiliation}"


def complain_of_organisations(article: MarkedArticle) -> Iterator[str]:
    """Organisations that only the head or only the text has, and names that are never printed."""
    printed: dict[str, set[str]] = {}
    for mark in article.marked:
        if mark.letter == "o":
            printed.setdefault(f"o{mark.number}", set()).add(article.text[mark.start : mark.end])
    for missing in sorted(printed.keys() - {organisation.id for organisation in article.organisations}):
        yield f"{missing} is not in the head"
    for organisation in article.organisations:
        if organisation.name not in printed.get(organisation.id, ()):
            yield f"{organisation.id} is never marked as {organisation.name}"


def main(names: list[str]) -> int:
    """Print what is wrong, and 1 where anything is."""
    wrong = articles = words = 0
    for name in names:
        for block in split_file(Path(name).read_text(encoding="utf-8")):
            complaints: list[str] = []
            try:
                article = parse_article(block)
            except MarkError as error:
                complaints.append(str(error))
            else:
                articles += 1
                words += len(article.text.split())
                complaints.extend(f"{article.id}: {complaint}" for complaint in list_complaints(article))
            wrong += len(complaints)
            print(*complaints, sep="\n", end="\n" if complaints else "")
    print(f"{articles} articles of {words} words, {wrong} complaints")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
