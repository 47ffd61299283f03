"""Settings: defaults, bounds, and the table in README.md."""

from dataclasses import fields
from pathlib import Path

import pytest

from service.settings import VARIABLES, Settings, SettingsError, format_settings_table

ROOT = Path(__file__).parents[1]


def test_an_empty_environment_gives_the_defaults():
    assert Settings.from_environment({}) == Settings()


def test_an_empty_variable_counts_as_absent():
    assert Settings.from_environment({"PORT": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "raw", "field", "expected"),
    [
        ("PORT", "9000", "port", 9000),
        ("BIND_HOST", "127.0.0.1", "bind_host", "127.0.0.1"),
        ("WORKERS", "0", "workers", 0),
        ("MAX_CHARACTERS", "5", "max_characters", 5),
        ("LOG_LEVEL", "DEBUG", "log_level", "debug"),
        ("MODEL_PATH", str(ROOT), "model_path", ROOT),
        ("ORGANISATIONS_FILE", str(ROOT / "README.md"), "organisations_file", ROOT / "README.md"),
    ],
)
def test_a_variable_sets_its_field(name, raw, field, expected):
    assert getattr(Settings.from_environment({name: raw}), field) == expected


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("PORT", "http", "PORT is 'http'; it must be a whole number"),
        ("PORT", "70000", "PORT is 70000; it must be from 1 to 65535"),
        ("THREADS", "1", "THREADS is 1; it must be from 2 to 1024"),
        ("MAX_CHARACTERS", "1000001", "MAX_CHARACTERS is 1000001; it must be from 1 to 1000000"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud'; it must be one of debug, info, warning, error, critical"),
        ("MODEL_PATH", "no/such/folder", "MODEL_PATH is 'no/such/folder'; there is no such folder"),
        ("ORGANISATIONS_FILE", "no/such.csv", "ORGANISATIONS_FILE is 'no/such.csv'; there is no such file"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_variable(name, raw, message):
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({name: raw})

    assert str(caught.value) == message


def test_every_field_has_its_variable():
    assert {variable.field for variable in VARIABLES} == {field.name for field in fields(Settings)}


def test_every_default_is_one_that_its_variable_allows():
    defaults = Settings()

    for variable in VARIABLES:
        value = getattr(defaults, variable.field)
        assert value in (None, ()) or variable.parse(str(value)) == value


@pytest.mark.parametrize("row", format_settings_table().splitlines())
def test_the_readme_has_the_row(row):
    assert row in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
