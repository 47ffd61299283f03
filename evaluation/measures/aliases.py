"""Figures of names that belong together, or do not, on the written cases: the whole service reads each text."""

from dataclasses import replace

from evaluation.alias_cases import AliasCase
from evaluation.extractions import Extract
from evaluation.figures import Figure, Target, figure_share
from evaluation.scores.aliases import is_case_right
from service.extraction import ExtractionOptions

OPTIONS = ExtractionOptions(features=("organisations",))
TARGET = Target(95.0, "at least")


def measure_aliases(extract: Extract, cases: list[AliasCase]) -> list[Figure]:
    """The share of cases that are right: all, those of one organisation, those of two."""
    right = [(case.is_one, is_case_right(case, extract(case.text, OPTIONS).organisations)) for case in cases]
    return [
        replace(figure_share("aliases: right", [(int(is_right), 1) for _, is_right in right]), target=TARGET),
        figure_share("aliases: one organisation, right", [(int(is_right), 1) for is_one, is_right in right if is_one]),
        figure_share(
            "aliases: two organisations, right", [(int(is_right), 1) for is_one, is_right in right if not is_one]
        ),
    ]
