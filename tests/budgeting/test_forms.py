from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from budgeting.forms import MoneyField, NumberField


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("99000", "99000"),
        ("99.000", "99000"),
        ("99000,50", "99000.50"),
        ("99.000,5", "99000.5"),
        ("€ 1.234.567,89", "1234567.89"),
        (" 0 ", "0"),
    ],
)
def test_money_can_be_typed_the_dutch_way(typed, amount):
    assert MoneyField(label="Bedrag").clean(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed", ["99.5", "99,000.50", "9.90.00", "-5", "1e5", "veel", "٩٩", "1 000"]
)
def test_money_that_could_mean_something_else_is_refused(typed):
    with pytest.raises(ValidationError, match=r"Dit is geen getal\. Typ bijvoorbeeld 99\.000"):
        MoneyField(label="Bedrag").clean(typed)


def test_money_with_parts_of_a_cent_is_refused():
    with pytest.raises(ValidationError):
        MoneyField(label="Bedrag").clean("99,005")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("99000.00"), "99.000"),
        (Decimal("99000.50"), "99.000,5"),
        (Decimal("0.50"), "0,5"),
        (150, "150"),
        ("negenennegentig", "negenennegentig"),
        (None, None),
    ],
)
def test_number_is_shown_the_dutch_way_and_wrong_text_as_it_was_typed(value, shown):
    assert NumberField(label="Getal").prepare_value(value) == shown


def test_number_without_decimals_takes_a_thousand_for_a_thousand():
    assert NumberField(label="Deelnemers").clean("1.000") == 1000
