"""Why a request is refused before its article is read."""

from collections.abc import Mapping, Sequence

from service.errors import ServiceError


class RefusalError(ServiceError):
    """The root of the refusals below; headers: what HTTP wants the answer to say."""

    def __init__(self, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.headers = dict(headers or {})


class UnauthorisedError(RefusalError):
    """The request shows no API key that the service knows."""

    def __init__(self) -> None:
        super().__init__("send an API key as a bearer token or in X-API-Key", {"WWW-Authenticate": "Bearer"})


class MalformedBodyError(RefusalError):
    """The body is not what its type says."""


class NotAcceptableError(RefusalError):
    """The client takes none of the types that the service answers with."""

    def __init__(self, offered: Sequence[str]) -> None:
        super().__init__(f"the Accept header rules out what is offered: {', '.join(offered)}", {"Vary": "Accept"})


class UnsupportedTypeError(RefusalError):
    """The body is of a type, in a charset or under an encoding that the service does not read."""


class TooLargeError(RefusalError):
    """The body passes its limit."""

    def __init__(self, what: str, unit: str, *, limit: int, actual: int) -> None:
        super().__init__(f"{what}: {actual:,} {unit}; at most {limit:,}")
        self.limit = limit
        self.actual = actual


class BodyTooLargeError(TooLargeError):
    """The body holds too many bytes."""

    def __init__(self, *, limit: int, actual: int, unit: str = "bytes") -> None:
        super().__init__("the body", unit, limit=limit, actual=actual)


class LineTooLargeError(TooLargeError):
    """A line of a body that is read line by line holds too many bytes."""

    def __init__(self, *, limit: int, actual: int) -> None:
        super().__init__("the line", "bytes", limit=limit, actual=actual)


class TooManyArticlesError(TooLargeError):
    """The batch holds too many articles."""

    def __init__(self, *, limit: int, actual: int) -> None:
        super().__init__("the batch", "articles", limit=limit, actual=actual)


class JsonTooDeepError(TooLargeError):
    """The JSON nests too many arrays and objects."""

    def __init__(self, *, limit: int, actual: int) -> None:
        super().__init__("the JSON", "levels", limit=limit, actual=actual)


class BusyError(RefusalError):
    """As many articles wait as may."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("too many articles wait already", {"Retry-After": str(retry_after)})


class NotReadyError(RefusalError):
    """The process is draining."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("the process is shutting down; another try will be served", {"Retry-After": str(retry_after)})
