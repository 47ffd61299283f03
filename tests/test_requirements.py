"""What is installed at run time: pinned, locked by hashes, complete, and under licences that the product may ship."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FILES = sorted(path.name for path in ROOT.glob("requirements*.txt"))
LOCKS = ["requirements", "requirements-otel"]
# Words of which each licence of a package holds one: permissive, or weakly copyleft by the file and used as it is.
FREE = ("apache", "bsd", "isc", "mit", "mozilla", "mpl", "psf", "python software foundation")


def read_pins(name):
    """The packages that a file pins, with their versions; what is not pinned to one version has None."""
    pins = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", " ", "-")):
            requirement = Requirement(line.partition(" #")[0].removesuffix("\\"))
            (specifier,) = requirement.specifier or [None]
            is_pin = specifier is not None and specifier.operator == "==" and "*" not in specifier.version
            pins[canonicalize_name(requirement.name)] = specifier.version if is_pin else None
    return pins


PINS = read_pins("requirements.txt") | read_pins("requirements-otel.txt")


def name_licence(package):
    """The words in which a package's metadata name its licence, in lower case."""
    metadata = distribution(package).metadata
    classifiers = [line for line in metadata.get_all("Classifier", []) if line.startswith("License ::")]
    # Some packages put the whole text where the name belongs.
    named = (metadata.get("License") or "").strip().partition("\n")[0]
    return " ".join([metadata.get("License-Expression") or "", named, *classifiers]).lower()


@pytest.mark.parametrize("name", FILES)
def test_every_package_is_pinned(name):
    assert [package for package, version in read_pins(name).items() if version is None] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_the_pins_with_hashes(name):
    """`make lock` writes it anew."""
    lock = (ROOT / f"{name}.lock").read_text(encoding="utf-8")

    assert read_pins(f"{name}.lock") == read_pins(f"{name}.txt")
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        assert re.fullmatch(r"\S+==\S+( \\\n    --hash=sha256:[0-9a-f]{64})+", entry), entry


def test_the_extra_pins_what_the_service_pins():
    service, extra = read_pins("requirements.txt"), read_pins("requirements-otel.txt")

    for package in service.keys() & extra.keys():
        assert extra[package] == service[package]


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*")), ids=str)
def test_no_file_says_where_to_install_from(path):
    assert "://" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("package", PINS)
def test_a_package_is_installed_as_pinned_with_all_that_it_needs(package):
    assert distribution(package).version == PINS[package]
    for line in distribution(package).requires or []:
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            assert needed.specifier.contains(PINS[canonicalize_name(needed.name)], prereleases=True)


@pytest.mark.parametrize("package", PINS)
def test_a_package_is_under_a_licence_that_may_be_shipped(package):
    # Of licences to choose from, one is enough.
    choices = name_licence(package).split(" or ")

    assert any(is_free(choice) for choice in choices), choices


def is_free(licence):
    """Whether a licence lets the image be shipped as it is."""
    is_known = re.search(rf"\b({'|'.join(FREE)})\b", licence)
    return bool(is_known) and not re.search(r"\b(agpl|gpl|lgpl)\b", licence)
