"""The language of a text, as far as the model must know it: English, or surely another."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from service.errors import UnsupportedLanguageError

# Nigerian Pidgin is what the identifier takes some West African English for.
READ_LANGUAGES = frozenset(("en", "pcm"))
# Letters looked at, and the fewest on which a text is refused.
SAMPLE_LETTERS = 2000
MIN_LETTERS = 200
# On the English articles of the news collection, no other language reached this probability.
REFUSAL_PROBABILITY = 0.99


@cache
def load_identifier() -> LanguageIdentifier:
    """The identifier, loaded at its first use."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_language(text: str) -> None:
    """Raise UnsupportedLanguageError where text is surely in a language that the model does not read."""
    sample = text[:SAMPLE_LETTERS]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return
    language, probability = load_identifier().classify(sample)
    if language not in READ_LANGUAGES and probability >= REFUSAL_PROBABILITY:
        raise UnsupportedLanguageError(str(language))
