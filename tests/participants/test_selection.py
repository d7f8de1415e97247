"""The rules of the target group and of the draw, without a database."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from participants.selection import (
    Feature,
    Share,
    TooFew,
    age_class,
    chi_square,
    compare,
    draw,
    largest_remainder,
    lot_numbers,
    refusals,
)

DAY = date(2017, 1, 15)
SINCE = date(2014, 1, 1)


@pytest.mark.parametrize(
    ("age", "assigned_on", "reasons"),
    [
        (18, SINCE, ()),
        (17, SINCE, ("jonger dan 18 jaar",)),
        (30, date(2013, 12, 31), ("vóór 01-01-2014 aan de gemeente toegewezen",)),
        (30, DAY, ()),
        (30, date(2017, 1, 16), ("pas op 16-01-2017 aan de gemeente toegewezen",)),
        (
            17,
            date(2013, 12, 31),
            ("jonger dan 18 jaar", "vóór 01-01-2014 aan de gemeente toegewezen"),
        ),
    ],
)
def test_refusals_say_why_in_words(age, assigned_on, reasons):
    assert refusals(age=age, assigned_on=assigned_on, assigned_from=SINCE, on=DAY) == reasons


def test_pilot_without_a_first_day_asks_no_day_of_assignment():
    assert refusals(age=30, assigned_on=date(1990, 1, 1), assigned_from=None, on=DAY) == ()


@pytest.mark.parametrize(
    ("age", "name"),
    [
        (17, "0-17"),
        (18, "18-24"),
        (24, "18-24"),
        (25, "25-34"),
        (54, "45-54"),
        (55, "55+"),
        (90, "55+"),
    ],
)
def test_age_classes(age, name):
    assert age_class(age) == name


def test_places_left_over_go_to_the_largest_remainders():
    # 10 places over 100: shares of 4.7, 3.4 and 1.9; the two left over go to 1.9 and 4.7.
    assert largest_remainder({"a": 47, "b": 34, "c": 19}, 10, turn=ord) == {"a": 5, "b": 3, "c": 2}


@pytest.mark.parametrize(("turns", "gets_it"), [("ab", "a"), ("ba", "b")])
def test_of_equal_remainders_the_one_whose_turn_it_is_goes_first(turns, gets_it):
    places = largest_remainder({"a": 3, "b": 3}, 3, turn=turns.index)

    assert places == {"a": 1, "b": 1} | {gets_it: 2}


def test_more_places_than_people_is_refused():
    with pytest.raises(TooFew):
        largest_remainder({"a": 2}, 3, turn=ord)


sizes = st.dictionaries(st.integers(0, 30), st.integers(1, 60), min_size=1)


@given(sizes, st.data())
def test_places_add_up_and_stay_within_one_of_the_share(sizes, data):
    population = sum(sizes.values())
    total = data.draw(st.integers(0, population))

    places = largest_remainder(sizes, total, turn=lambda key: key)

    assert sum(places.values()) == total
    for key, size in sizes.items():
        assert abs(places[key] - Fraction(total * size, population)) < 1
        assert places[key] <= size


people = st.dictionaries(
    st.integers(1, 500),
    st.fixed_dictionaries(
        {Feature.SEX: st.sampled_from("vm"), Feature.AGE: st.sampled_from(["18-24", "25-34"])}
    ),
    min_size=1,
    max_size=60,
)
BOTH = [Feature.SEX, Feature.AGE]


@given(people, st.integers(0, 10**6), st.data())
def test_draw_has_its_size_and_every_group_its_share(pool, seed, data):
    size = data.draw(st.integers(0, len(pool)))

    drawn = draw(pool, features=BOTH, size=size, seed=seed)

    assert len(drawn.numbers) == size
    assert drawn.numbers <= set(pool)
    for stratum in drawn.strata:
        members = {
            number
            for number, values in pool.items()
            if tuple(values[feature] for feature in BOTH) == stratum.values
        }
        assert stratum.pool == len(members)
        assert stratum.places == len(members & drawn.numbers)
        assert abs(stratum.places - stratum.share) < 1
        # The lowest lots of the group, and of nobody else in it.
        passed = members - drawn.numbers
        in_turn = sorted(members, key=drawn.lots.get)
        assert set(in_turn[stratum.places :]) == passed


@given(people, st.integers(0, 10**6), st.randoms())
def test_order_of_the_pool_and_of_the_features_does_not_matter(pool, seed, shuffler):
    shuffled = list(pool.items())
    shuffler.shuffle(shuffled)
    size = len(pool) // 2

    first = draw(pool, features=BOTH, size=size, seed=seed)
    again = draw(dict(shuffled), features=BOTH[::-1], size=size, seed=seed)

    assert again == first


def test_same_seed_gives_the_same_lots_for_ever():
    # Written down once: a draw of years ago must still come out the same.
    assert lot_numbers([3, 1, 2, 5, 4], seed=2016) == {1: 3, 2: 2, 3: 5, 4: 4, 5: 1}
    assert lot_numbers(range(1, 6), seed=2017) != lot_numbers(range(1, 6), seed=2016)


def test_everybody_is_drawn_about_equally_often():
    pool = {number: {Feature.SEX: "v" if number < 3 else "m"} for number in range(9)}
    times = dict.fromkeys(pool, 0)
    for seed in range(1000):
        for number in draw(pool, features=[Feature.SEX], size=3, seed=seed).numbers:
            times[number] += 1

    assert all(280 < count < 390 for count in times.values()), times


def test_more_groups_than_places_is_known():
    pool = {1: {Feature.SEX: "v"}, 2: {Feature.SEX: "m"}}

    assert draw(pool, features=[Feature.SEX], size=1, seed=1).more_groups_than_places
    assert not draw(pool, features=[Feature.SEX], size=2, seed=1).more_groups_than_places


def test_comparison_counts_every_value_of_the_pool():
    shares = compare(["m"] * 60 + ["v"] * 40, ["m"] * 18 + ["v"] * 2)

    assert shares == (Share("m", 60, 18, Fraction(12)), Share("v", 40, 2, Fraction(8)))
    assert [share.difference for share in shares] == [6, -6]
    assert [share.is_short for share in shares] == [False, True]


@pytest.mark.parametrize(
    ("selected", "expected", "short"),
    [
        (4, Fraction(5), True),
        (5, Fraction("5.9"), False),  # less than one person
        (99, Fraction(100), False),  # one person, but not a tenth of the share
        (90, Fraction(100), True),
    ],
)
def test_short_is_one_person_and_a_tenth(selected, expected, short):
    assert Share("v", 200, selected, expected).is_short is short


def test_nothing_selected_is_compared_without_an_error():
    shares = compare(["m", "v"], [])

    assert [share.expected for share in shares] == [0, 0]
    assert chi_square(shares) is None
    assert chi_square(compare([], [])) is None


def test_chi_square_by_hand():
    # Half of everybody was selected, so of the 60 and of the 40 half are expected: 30 and 20.
    shares = compare(["m"] * 60 + ["v"] * 40, ["m"] * 20 + ["v"] * 30)

    test = chi_square(shares)

    assert test.statistic == pytest.approx(2 * 100 / 30 + 2 * 100 / 20)
    assert (test.freedom, test.smallest_expected) == (1, 20)
    assert test.p == pytest.approx(4.46e-5, rel=0.01)
    assert test.can_be_trusted


def test_chi_square_of_small_groups_is_not_to_be_trusted():
    test = chi_square(compare(["m"] * 6 + ["v"] * 6, ["m"] * 2 + ["v"] * 2))

    assert (test.statistic, test.p, test.can_be_trusted) == (0, 1, False)


@pytest.mark.parametrize(("pool", "selected"), [("mm", "m"), ("mv", "mv")])
def test_without_a_difference_to_find_there_is_no_chi_square(pool, selected):
    assert chi_square(compare(pool, selected)) is None


@given(st.lists(st.sampled_from("abc"), min_size=1), st.data())
def test_what_is_expected_adds_up_to_the_selection(pool, data):
    selected = pool[: data.draw(st.integers(0, len(pool)))]
    assume(selected)

    shares = compare(pool, selected)

    assert sum(share.expected for share in shares) == len(selected)
    assert sum(share.difference for share in shares) == 0
