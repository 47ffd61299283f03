"""Every error that the service raises on purpose. Messages never hold the article's text."""


class ServiceError(Exception):
    """The root of the errors below."""


class ModelError(ServiceError):
    """The model folder is missing, incomplete or of another version."""


class TableError(ServiceError):
    """The operator's table of organisations cannot be used. The message names the lines."""


class DeadlineError(ServiceError):
    """The time that one article may take has passed. stage: what ran out of it."""

    def __init__(self, seconds: float, stage: str) -> None:
        super().__init__(f"{seconds:g} seconds have passed, the last of them in {stage}")


class ArticleError(ServiceError):
    """The article cannot be read, and no other article is affected."""


class BlankTextError(ArticleError):
    """The article is empty or holds nothing but blanks."""

    def __init__(self) -> None:
        super().__init__("the text is empty or blank")


class InvalidUnicodeError(ArticleError):
    """The article holds lone surrogates, which no encoding can carry."""

    def __init__(self, position: int) -> None:
        super().__init__(f"lone surrogate at code point {position}")
        self.position = position


class TextTooLongError(ArticleError):
    """The article holds too many code points."""

    def __init__(self, *, limit: int, actual: int) -> None:
        super().__init__(f"the text: {actual:,} characters; at most {limit:,}")
        self.limit = limit
        self.actual = actual


class UnsupportedLanguageError(ArticleError):
    """The article is in a language that the model does not read."""

    def __init__(self, language: str) -> None:
        super().__init__(f"the text is in {language!r}; the model reads 'en'")
        self.language = language


class NoArticleError(ArticleError):
    """The HTML page holds no article."""

    def __init__(self) -> None:
        super().__init__("no article is found in the page")


class TooManyTagsError(ServiceError):
    """The HTML page holds more tags than are read."""

    def __init__(self, *, limit: int, actual: int) -> None:
        super().__init__(f"the page: {actual:,} tags; at most {limit:,}")
        self.limit = limit
        self.actual = actual
