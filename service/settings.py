"""What an operator can set: read once from the environment into one frozen record.

`python -m service.settings` prints the table that stands in README.md.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import ServiceError

# OpenTelemetry's own name: whoever knows its other variables knows this one.
TRACES_VARIABLE = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"


class SettingsError(ServiceError):
    """A variable of the environment holds what it must not. The message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; sizes in bytes or code points, times in seconds. workers 0: one for each CPU."""

    port: int = 8000
    bind_host: str = "0.0.0.0"
    model_path: Path = Path(__file__).parent / "model"
    organisations_file: Path | None = None
    max_body_bytes: int = 1_048_576
    max_batch_bytes: int = 16_777_216
    max_batch_articles: int = 100
    max_characters: int = 100_000
    max_json_depth: int = 64
    max_waiting: int = 16
    deadline: int = 30
    workers: int = 0
    threads: int = 64
    max_requests: int = 20_000
    timeout: int = 60
    graceful_timeout: int = 35
    keepalive: int = 75
    retry_after: int = 2
    api_keys: tuple[str, ...] = ()
    api_keys_file: Path | None = None
    cors_origins: tuple[str, ...] = ()
    traces_endpoint: str = ""
    log_level: str = "info"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that environ names, defaults for the others. An empty variable counts as absent.

        Raises SettingsError.
        """
        values: dict[str, Any] = {}
        for variable in VARIABLES:
            raw = environ.get(variable.name, "")
            if raw:
                values[variable.field] = variable.parse(raw)
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment; default_text: the default in words, where the value itself says little."""

    name: str
    field: str
    meaning: str
    default_text: str = ""

    def parse(self, raw: str) -> object:
        """The value that raw stands for; SettingsError where it is none."""
        return raw

    def allowed(self) -> str:
        """The values that parse takes, for the reader."""
        return "text"


@dataclass(frozen=True, slots=True)
class IntegerVariable(Variable):
    """A whole number from least to most, both included."""

    least: int = 0
    most: int = 0

    def parse(self, raw: str) -> int:
        """The number that raw stands for; SettingsError where it is none or out of bounds."""
        try:
            value = int(raw)
        except ValueError:
            raise SettingsError(f"{self.name} is {raw!r}; it must be a whole number") from None
        if value < self.least or value > self.most:
            raise SettingsError(f"{self.name} is {value}; it must be from {self.least} to {self.most}")
        return value

    def allowed(self) -> str:
        """The bounds, for the reader."""
        return f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class FolderVariable(Variable):
    """A folder that exists."""

    def parse(self, raw: str) -> Path:
        """The folder; SettingsError where there is none."""
        path = Path(raw)
        if not path.is_dir():
            raise SettingsError(f"{self.name} is {raw!r}; there is no such folder")
        return path

    def allowed(self) -> str:
        """What is accepted, for the reader."""
        return "a folder"


@dataclass(frozen=True, slots=True)
class FileVariable(Variable):
    """A file that exists."""

    def parse(self, raw: str) -> Path:
        """The file; SettingsError where there is none."""
        path = Path(raw)
        if not path.is_file():
            raise SettingsError(f"{self.name} is {raw!r}; there is no such file")
        return path

    def allowed(self) -> str:
        """What is accepted, for the reader."""
        return "a file"


@dataclass(frozen=True, slots=True)
class ListVariable(Variable):
    """Words between commas, blanks around them left out."""

    def parse(self, raw: str) -> tuple[str, ...]:
        """The words, without empty ones."""
        return tuple(word.strip() for word in raw.split(",") if word.strip())

    def allowed(self) -> str:
        """What is accepted, for the reader."""
        return "words between commas"


@dataclass(frozen=True, slots=True)
class ChoiceVariable(Variable):
    """One word of choices, in any case."""

    choices: tuple[str, ...] = ()

    def parse(self, raw: str) -> str:
        """The word in lower case; SettingsError where it is none of the choices."""
        word = raw.lower()
        if word not in self.choices:
            raise SettingsError(f"{self.name} is {raw!r}; it must be one of {', '.join(self.choices)}")
        return word

    def allowed(self) -> str:
        """The choices, for the reader."""
        return ", ".join(self.choices)


VARIABLES: tuple[Variable, ...] = (
    IntegerVariable("PORT", "port", "port to listen on", least=1, most=65_535),
    Variable("BIND_HOST", "bind_host", "address to listen on"),
    FolderVariable("MODEL_PATH", "model_path", "folder of the trained pipeline", "service/model"),
    FileVariable(
        "ORGANISATIONS_FILE", "organisations_file", "table of organisations, CSV or JSON lines", "empty: none"
    ),
    IntegerVariable(
        "MAX_BODY_BYTES",
        "max_body_bytes",
        "largest request body, or line of a batch, in bytes, as sent and as inflated",
        least=1_024,
        most=1_073_741_824,
    ),
    IntegerVariable(
        "MAX_BATCH_BYTES",
        "max_batch_bytes",
        "the same for a batch in JSON; one in lines has no end",
        least=1_024,
        most=1_073_741_824,
    ),
    IntegerVariable("MAX_BATCH_ARTICLES", "max_batch_articles", "articles of one batch in JSON", least=1, most=100_000),
    # A longer text is one that spaCy refuses.
    IntegerVariable("MAX_CHARACTERS", "max_characters", "longest article, in code points", least=1, most=1_000_000),
    IntegerVariable("MAX_JSON_DEPTH", "max_json_depth", "arrays and objects that JSON may nest", least=2, most=500),
    IntegerVariable(
        "MAX_WAITING", "max_waiting", "articles that wait in one process; more get 503", least=0, most=100_000
    ),
    IntegerVariable("DEADLINE", "deadline", "seconds that one article may take; then 504", least=1, most=3_600),
    IntegerVariable(
        "WORKERS", "workers", "processes, each with a model of its own", "0: one for each CPU", least=0, most=256
    ),
    IntegerVariable("THREADS", "threads", "requests that one process holds at once", least=2, most=1_024),
    IntegerVariable(
        "MAX_REQUESTS", "max_requests", "requests after which a process is replaced; 0: never", least=0, most=10_000_000
    ),
    IntegerVariable("TIMEOUT", "timeout", "seconds after which a hung process is killed", least=1, most=3_600),
    IntegerVariable(
        "GRACEFUL_TIMEOUT", "graceful_timeout", "seconds that running requests get at shutdown", least=1, most=3_600
    ),
    IntegerVariable("KEEPALIVE", "keepalive", "seconds that an idle connection stays open", least=1, most=3_600),
    IntegerVariable("RETRY_AFTER", "retry_after", "seconds named in `Retry-After` of a 503", least=1, most=3_600),
    ListVariable("API_KEYS", "api_keys", "keys, one of which each request must show", "empty: none needed"),
    FileVariable(
        "API_KEYS_FILE", "api_keys_file", "more keys, one in a line, read again when the file changes", "empty: none"
    ),
    ListVariable("CORS_ORIGINS", "cors_origins", "origins whose pages may call the API", "empty: none"),
    Variable(
        TRACES_VARIABLE,
        "traces_endpoint",
        "URL of the collector that spans are sent to",
        "empty: none",
    ),
    ChoiceVariable(
        "LOG_LEVEL",
        "log_level",
        "least severity that is logged",
        choices=("debug", "info", "warning", "error", "critical"),
    ),
)


def read_settings() -> Settings:
    """The settings of this process; SettingsError where a variable is wrong."""
    return Settings.from_environment(os.environ)


def set_default_variable(name: str, value: str) -> None:
    """Set a variable of other people's programs, where the operator has not, for this process and those it starts."""
    os.environ.setdefault(name, value)


def format_settings_table() -> str:
    """The settings as a Markdown table, a row for each variable."""
    defaults = Settings()
    lines = ["| variable | default | allowed | meaning |", "| --- | --- | --- | --- |"]
    for variable in VARIABLES:
        default = variable.default_text or str(getattr(defaults, variable.field))
        lines.append(f"| `{variable.name}` | {default} | {variable.allowed()} | {variable.meaning} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(format_settings_table())
