"""What is right of two names in a text: one entry holds both, or each has its own."""

from collections.abc import Sequence

from evaluation.alias_cases import AliasCase
from service.extraction import Organisation
from service.text.names import strip_article


def is_case_right(case: AliasCase, organisations: Sequence[Organisation]) -> bool:
    """Whether both names are found, in one entry or in two as the case says."""
    first, second = (find_entries(name, organisations) for name in case.names)
    return bool(first and second) and bool(first & second) == case.is_one


def find_entries(name: str, organisations: Sequence[Organisation]) -> set[str]:
    """The ids of the entries that have this very name, articles aside, among their printed forms."""
    return {
        organisation.id
        for organisation in organisations
        if any(strip_article(form) == name for form in (organisation.name, *organisation.aliases))
    }
