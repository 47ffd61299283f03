"""Which names the whole service takes for organisations, and what belongs to them."""

import pytest

from service.pipeline.extractor import MODEL_PATH, Extractor

# Text, the organisations' printed forms by entry, in the order of the article.
ARTICLES = [
    (
        "The Kremlin said on Monday that the talks had failed. Ministers were told before noon.",
        [["Kremlin"]],
    ),
    (
        "Senator Ann Lee wrote on X that the vote was a disgrace. She later deleted the post on Facebook.",
        [],
    ),
    (
        "The Tidal Works Authority (TWA) sued on Friday. A judge threw the case out, and the TWA said it would appeal.",
        [["TWA", "Tidal Works Authority"]],
    ),
    (
        "A Dresden-based engineer told The Straits Times that the bridge was safe, and the police agreed with him.",
        [["The Straits Times"]],
    ),
    (
        "Members of the National Union of Teachers walked out. The NUT said that 300 schools had closed.",
        [["NUT", "National Union of Teachers"]],
    ),
    (
        "China's People's Liberation Army held drills near the island. The PLA sent 40 aircraft, officials said.",
        [["PLA", "People's Liberation Army"]],
    ),
    (
        "Imperial College London ran the trial. King's College London checked the results, the doctors said.",
        [["Imperial College London"], ["King's College London"]],
    ),
    (
        "The ambassador to the UN Linda Marlowe said that the talks had failed, and nobody asked her why on Monday.",
        [["UN"]],
    ),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load(MODEL_PATH)


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_organisations(extractor: Extractor, text: str, expected: list[list[str]]) -> None:
    organisations = extractor.extract(text).organisations
    by_place = sorted(organisations, key=lambda organisation: organisation.mentions[0].start)

    assert [sorted((organisation.name, *organisation.aliases)) for organisation in by_place] == expected
