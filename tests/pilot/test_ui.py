from datetime import date
from decimal import Decimal

import pytest

from pilot.templatetags.ui import cell, day, decimal_comma, euro, share


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("51562.50", "€ 51.563"),
        ("51562.49", "€ 51.562"),
        ("705812.5", "€ 705.813"),
        ("0", "€ 0"),
        ("-7083.33", "€ −7.083"),
        ("-0.4", "€ 0"),
    ],
)
def test_euro_rounds_half_up_and_groups_thousands(amount, shown):
    assert euro(Decimal(amount)) == shown


@pytest.mark.parametrize(("number", "shown"), [("14", "14,0 %"), ("18.7", "18,7 %")])
def test_share_always_has_one_decimal(number, shown):
    assert share(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("1.75", "1,75"), ("3.00", "3"), ("0.50", "0,5"), ("100", "100")]
)
def test_decimal_comma_shows_no_zeros_at_the_end(number, shown):
    assert decimal_comma(Decimal(number)) == shown


def test_day_is_written_the_dutch_way():
    assert day(date(2017, 1, 5)) == "05-01-2017"
    assert day(None) == "–"


def test_cell_shows_every_kind_of_value():
    assert [cell(value) for value in [None, "", 0, "tekst", Decimal("16.5"), date(2017, 1, 5)]] == [
        "–",
        "–",
        "0",
        "tekst",
        "16,5",
        "05-01-2017",
    ]
