from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.periods import Elapsed, Quarter, months_between, quarters

STARTS_ON, ENDS_ON = date(2016, 8, 1), date(2017, 12, 31)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_quarters_of_the_pilot_are_six():
    assert quarters(STARTS_ON, ENDS_ON) == [
        Quarter(2016, 3),
        Quarter(2016, 4),
        Quarter(2017, 1),
        Quarter(2017, 2),
        Quarter(2017, 3),
        Quarter(2017, 4),
    ]


def test_quarters_of_a_pilot_of_one_day_are_one():
    assert quarters(date(2016, 12, 31), date(2016, 12, 31)) == [Quarter(2016, 4)]


@pytest.mark.drill
@given(st.tuples(days, days).map(sorted))
def test_quarters_tile_the_pilot_without_gap_or_overlap(pilot):
    starts_on, ends_on = pilot

    parts = [quarter.within(starts_on, ends_on) for quarter in quarters(starts_on, ends_on)]

    assert parts[0][0] == starts_on
    assert parts[-1][1] == ends_on
    assert all(first <= last for first, last in parts)
    assert [first for first, _ in parts[1:]] == [last + timedelta(days=1) for _, last in parts[:-1]]


@pytest.mark.drill
@given(days)
def test_quarter_of_a_day_holds_that_day_and_starts_where_the_previous_ends(day):
    quarter = Quarter.of(day)

    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.previous.last_day == quarter.first_day - timedelta(days=1)
    assert quarter.next.previous == quarter


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2016, 1, 1), Quarter(2016, 1)),
        (date(2016, 3, 31), Quarter(2016, 1)),
        (date(2016, 4, 1), Quarter(2016, 2)),
        (date(2016, 9, 30), Quarter(2016, 3)),
        (date(2016, 10, 1), Quarter(2016, 4)),
        (date(2016, 12, 31), Quarter(2016, 4)),
    ],
)
def test_quarter_of_a_day(day, quarter):
    assert Quarter.of(day) == quarter


@pytest.mark.parametrize(
    ("quarter", "first_day", "last_day"),
    [
        (Quarter(2016, 1), date(2016, 1, 1), date(2016, 3, 31)),
        (Quarter(2016, 2), date(2016, 4, 1), date(2016, 6, 30)),
        (Quarter(2016, 3), date(2016, 7, 1), date(2016, 9, 30)),
        (Quarter(2016, 4), date(2016, 10, 1), date(2016, 12, 31)),
    ],
)
def test_quarter_has_a_first_and_a_last_day(quarter, first_day, last_day):
    assert (quarter.first_day, quarter.last_day) == (first_day, last_day)


@pytest.mark.parametrize(("year", "number_of_days"), [(2016, 91), (2017, 90)])
def test_first_quarter_of_a_leap_year_has_a_day_more(year, number_of_days):
    quarter = Quarter(year, 1)

    assert (quarter.last_day - quarter.first_day).days + 1 == number_of_days


def test_next_and_previous_go_over_the_end_of_the_year():
    assert Quarter(2016, 4).next == Quarter(2017, 1)
    assert Quarter(2017, 1).previous == Quarter(2016, 4)
    assert Quarter(2016, 1).next == Quarter(2016, 2)
    assert Quarter(2016, 2).previous == Quarter(2016, 1)


def test_quarters_are_in_the_order_of_time():
    assert sorted([Quarter(2017, 1), Quarter(2016, 4), Quarter(2016, 3)]) == [
        Quarter(2016, 3),
        Quarter(2016, 4),
        Quarter(2017, 1),
    ]


@pytest.mark.parametrize("number", [-1, 0, 5])
def test_quarter_refuses_a_number_that_a_year_does_not_have(number):
    with pytest.raises(ValueError, match="No quarter"):
        Quarter(2016, number)


def test_quarter_has_a_slug_and_a_label():
    assert Quarter(2016, 4).slug == "2016-4"
    assert Quarter(2016, 4).label == "4e kwartaal 2016"
    assert str(Quarter(2016, 4)) == "4e kwartaal 2016"
    assert Quarter.from_slug("2016-4") == Quarter(2016, 4)


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "2016",
        "2016-0",
        "2016-5",
        "2016-44",
        "16-4",
        "0000-1",
        "9999-4",
        "2016-4\n",
        " 2016-4",
        "2016_4",
        "2016-4-1",
        "-2016-4",
        "٢٠١٦-4",
        "onzin",
    ],
)
def test_quarter_refuses_a_slug_that_is_none(slug):
    with pytest.raises(ValueError, match="Not a quarter"):
        Quarter.from_slug(slug)


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        pytest.param(
            Quarter(2016, 3), (date(2016, 8, 1), date(2016, 9, 30)), id="first, of two months"
        ),
        pytest.param(Quarter(2016, 4), (date(2016, 10, 1), date(2016, 12, 31)), id="whole"),
        pytest.param(Quarter(2017, 4), (date(2017, 10, 1), date(2017, 12, 31)), id="last"),
    ],
)
def test_within_keeps_to_the_pilot(quarter, expected):
    assert quarter.within(STARTS_ON, ENDS_ON) == expected


def test_within_can_be_one_day():
    only = date(2016, 9, 30)

    assert Quarter(2016, 3).within(only, ENDS_ON) == (only, only)
    assert Quarter(2016, 3).within(STARTS_ON, STARTS_ON) == (STARTS_ON, STARTS_ON)


@pytest.mark.parametrize("quarter", [Quarter(2016, 2), Quarter(2018, 1)])
def test_within_refuses_a_quarter_outside_the_pilot(quarter):
    with pytest.raises(ValueError, match=f"{quarter} lies outside"):
        quarter.within(STARTS_ON, ENDS_ON)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (STARTS_ON, ENDS_ON, 17),
        (date(2016, 8, 31), date(2016, 9, 1), 2),
        (date(2016, 12, 1), date(2017, 1, 31), 2),
        (date(2016, 8, 1), date(2016, 8, 31), 1),
    ],
)
def test_months_between_counts_both_months(first, last, months):
    assert months_between(first, last) == months


@pytest.mark.parametrize(
    ("on", "month", "number_of_days", "percentage"),
    [
        pytest.param(date(2016, 1, 1), 0, 0, 0, id="long before"),
        pytest.param(date(2016, 7, 31), 0, 0, 0, id="the day before"),
        pytest.param(date(2016, 8, 1), 1, 1, 0, id="first day"),
        pytest.param(date(2016, 8, 31), 1, 31, 6, id="end of the first month"),
        pytest.param(date(2016, 9, 1), 2, 32, 6, id="second month"),
        pytest.param(date(2017, 1, 15), 6, 168, 32, id="the day of the demo"),
        pytest.param(date(2017, 12, 30), 17, 517, 100, id="the day before the last"),
        pytest.param(date(2017, 12, 31), 17, 518, 100, id="last day"),
        pytest.param(date(2019, 5, 1), 17, 518, 100, id="long after"),
    ],
)
def test_elapsed_is_how_far_the_pilot_is(on, month, number_of_days, percentage):
    elapsed = Elapsed.of(STARTS_ON, ENDS_ON, on=on)

    assert elapsed == Elapsed(month=month, months=17, days=number_of_days, days_in_pilot=518)
    assert elapsed.percentage == percentage


@pytest.mark.parametrize(
    ("number_of_days", "share"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(4, 1, id="1,2 of 30"),
        pytest.param(5, 2, id="exactly a half goes up"),
        pytest.param(15, 5, id="4,5 goes up too, not to the even number"),
        pytest.param(100, 30, id="all"),
    ],
)
def test_share_of_rounds_half_up(number_of_days, share):
    assert Elapsed(1, 4, number_of_days, 100).share_of(30) == share
