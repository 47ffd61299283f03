"""The text of a Doc: spaCy joins all tokens anew each time that it is asked for it."""

from spacy.tokens import Doc

KEY = "article_text"


def read_text(doc: Doc) -> str:
    """The text of doc, which the tokenizer keeps; of one that is made by hand it is joined once."""
    text: str | None = doc.user_data.get(KEY)
    if text is None:
        text = doc.user_data[KEY] = doc.text
    return text
