"""The quantities in a claim: spans, values, units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.components.claims.quantities import UNIT_PATTERNS, find_quantities
from service.components.claims.units import CURRENCY_CODES, SCALES, UNITS


@pytest.mark.parametrize(
    ("claim", "printed", "value", "unit"),
    [
        ("Sales rose 3.5 percent in 2024.", "3.5 percent", 3.5, "percent"),
        ("The plant employs 1,150 people.", "1,150 people", 1150, "person"),
        ("It lost $1.2 billion.", "$1.2 billion", 1.2e9, "$"),
        ("It lost US$3.5bn.", "US$3.5bn", 3.5e9, "USD"),
        ("It paid Rs 2.5 lakh crore.", "Rs 2.5 lakh crore", 2.5e12, "Rs"),
        ("It built 1,20,000 homes.", "1,20,000 homes", 120000, "home"),
        ("It owes R45m.", "R45m", 4.5e7, "ZAR"),
        ("It owes 3 million Namibian dollars.", "3 million Namibian dollars", 3e6, "Namibian dollars"),
        ("Some 816 000 tonnes rot.", "816 000 tonnes", 816000, "tonne"),
        ("It lies 30km away.", "30km", 30, "kilometre"),
        ("Half a million euros went.", "Half a million euros", 500000, "EUR"),
        ("It found a dozen cases.", "a dozen cases", 12, "case"),
        ("Two-thirds of voters stayed.", "Two-thirds", 0.6667, None),
        ("It took a quarter of them.", "a quarter", 0.25, None),
        ("It killed three hundred and five people.", "three hundred and five people", 305, "person"),
        ("It hurt twenty-one.", "twenty-one", 21, None),
        ("A 54-year-old fell.", "54-year", 54, "year"),
        ("It fell to -3°C.", "-3°C", -3, "degree Celsius"),
    ],
)
def test_value_and_unit(claim: str, printed: str, value: float, unit: str | None) -> None:
    (quantity,) = find_quantities(claim)
    assert (quantity.text, quantity.value, quantity.unit) == (printed, value, unit)


@pytest.mark.parametrize(
    ("claim", "printed", "unit"),
    [
        ("Prices rose 3-5% a year.", "3-5%", "percent"),
        ("It costs £3-4bn.", "£3-4bn", "£"),
        ("Leeds won 3-1 at home.", "3-1", None),
        ("She ran the 100m.", "100m", None),
    ],
)
def test_no_single_value_is_none(claim: str, printed: str, unit: str | None) -> None:
    (quantity,) = find_quantities(claim)
    assert (quantity.text, quantity.value, quantity.unit) == (printed, None, unit)


@pytest.mark.parametrize(
    "claim",
    [
        "No numbers here.",
        "It opened on March 3 at 9:30 a.m., 9 pm in Delhi and 1020 GMT.",
        "The law of 14 May 2021 ended the 1990s.",
        "It began on 04/05/2021 and ended on 2021-05-04.",
        "A Boeing 737 landed, Section 12 says.",
        "The two leaders met, and one of them spoke.",
        "The second half of the year is Covid-19's.",
        "The 2023-24 season ended.",
        "Manager Erik ten Hag praised it, and it is in the top four.",
    ],
)
def test_dates_hours_and_names_are_no_quantities(claim: str) -> None:
    assert find_quantities(claim) == []


@pytest.mark.parametrize(("claim", "value"), [("30m people left.", 3e7), ("It costs $30m.", 3e7), ("5k euros", 5000)])
def test_short_scales_need_money_or_what_is_counted(claim: str, value: float) -> None:
    assert find_quantities(claim)[0].value == value


@given(
    st.lists(
        st.sampled_from(
            [
                *SCALES,
                *CURRENCY_CODES,
                *"0123456789.,-–/:%$€°",
                "1,200",
                "one",
                "two hundred",
                "half a",
                "third of",
                " ",
                " ",
            ]
        )
    )
)
def test_offsets_name_the_text_and_never_overlap(pieces: list[str]) -> None:
    claim = "".join(pieces)
    end = 0
    for quantity in find_quantities(claim):
        assert claim[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        end = quantity.end


def test_no_name_of_a_unit_is_another_units_form() -> None:
    for name in UNITS:
        owners = [owner for owner, pattern in UNIT_PATTERNS if pattern.fullmatch(name)]
        assert owners in ([], [name])
