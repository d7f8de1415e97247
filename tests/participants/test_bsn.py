import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.bsn import are_bsns, masked, normalised

BSN = "123456782"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (BSN, BSN),
        ("1234.56.782", BSN),
        (" 123 456 782 ", BSN),
        ("١٢٣٤٥٦٧٨٢", BSN),
        # Excel drops the zero in front.
        ("10000008", "010000008"),
        ("123456789", None),
        ("000000000", None),
        ("1234567", None),
        ("1234567820", None),
        # A day, of which the digits alone pass.
        ("02-03-2016", None),
        ("2016-03-02", None),
        ("02032016", "002032016"),
        ("12345678²", None),
        ("A23456782", None),
        ("", None),
    ],
)
def test_bsn_is_known_however_it_is_typed(typed, number):
    assert normalised(typed) == number


@given(st.integers(10_000_000, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_no_bsn_any_more(number, place, other):
    digits = f"{number:09}"
    wrong = digits[:place] + str((int(digits[place]) + other) % 10) + digits[place + 1 :]

    assert normalised(digits) is None or normalised(wrong) is None


@given(st.text(max_size=30))
def test_mask_never_shows_more_than_three_digits(text):
    assert sum(char.isdecimal() for char in masked(text)) <= 3


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([BSN, "", "10000008"], True),
        ([BSN, "fout", "111222333"], True),
        # Of other numbers some pass by chance.
        ([BSN, "123456789", "123456788"], False),
        (["02-03-2016", "02.03.2016", "02 03 2016"], False),
        (["02032016", "02032016"], False),
        (["", ""], False),
        ([], False),
    ],
)
def test_column_of_bsns_is_recognised_by_what_is_in_it(values, expected):
    assert are_bsns(values) == expected
