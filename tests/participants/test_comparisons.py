"""A selection beside its pool, in the words and numbers of the page."""

from fractions import Fraction

import pytest

from participants.comparisons import (
    feature_tables,
    group_label,
    group_order,
    in_decimals,
    signed_decimals,
)
from participants.selection import Feature


def person(sex, **changes):
    values = {
        Feature.SEX: sex,
        Feature.AGE: "25-34",
        Feature.EDUCATION: "none",
        Feature.ARRIVAL: "2015",
        Feature.HOUSEHOLD: "single",
    }
    return values | changes


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Fraction(5), "5,0"),
        (Fraction(25, 4), "6,3"),
        (Fraction(1, 3), "0,3"),
        (Fraction(0), "0,0"),
        (Fraction(1, 100), "0,0"),
    ],
)
def test_persons_have_one_decimal_rounded_half_up(number, words):
    assert in_decimals(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(Fraction(5, 4), "+1,3"), (Fraction(-2), "\N{MINUS SIGN}2,0"), (Fraction(1, 100), "0,0")],
)
def test_difference_has_its_sign(number, words):
    assert signed_decimals(number) == words


def test_group_is_told_in_words():
    assert group_label(["sex", "age_class"], ["female", "18-24"]) == "vrouw, 18-24 jaar"
    assert group_label(["age_class"], ["0-17"]) == "jonger dan 18 jaar"
    assert group_label(["age_class"], ["55+"]) == "55 jaar en ouder"
    assert group_label(["arrival_year", "education"], ["2015", "none"]) == "2015, geen onderwijs"


def test_groups_are_sorted_from_low_to_high():
    features = ["education", "arrival_year"]
    groups = [("none", "2016"), ("higher", "2014"), ("none", "2014"), ("primary", "2015")]

    assert sorted(groups, key=lambda values: group_order(features, values)) == [
        ("none", "2014"),
        ("none", "2016"),
        ("primary", "2015"),
        ("higher", "2014"),
    ]


def test_tables_of_the_features_that_were_drawn_by_come_first():
    tables = feature_tables([person("male")], [], first=["household", "education"])

    assert [table.label for table in tables] == [
        "Opleiding",
        "Huishouden",
        "Geslacht",
        "Leeftijd",
        "Jaar van toewijzing",
    ]


def test_table_counts_and_says_what_is_short():
    pool = [person("male")] * 60 + [person("female")] * 40

    table = feature_tables(pool, pool[:45] + pool[-5:])[0]

    assert [
        (row.label, row.pool, row.selected, row.expected, row.difference) for row in table.rows
    ] == [
        ("vrouw", "40 (40 %)", "5 (10 %)", "20,0", "\N{MINUS SIGN}15,0"),
        ("man", "60 (60 %)", "45 (90 %)", "30,0", "+15,0"),
    ]
    assert table.short == ["vrouw (5, naar evenredigheid 20,0)"]
    assert table.test_in_words == (
        "Chi-kwadraat 37,50 (1 vrijheidsgraad), p < 0,001. Zo’n groot verschil is zelden toeval."
    )


def test_difference_that_can_be_chance_says_so():
    pool = [person("male")] * 60 + [person("female")] * 40

    table = feature_tables(pool, pool[:30] + pool[-20:])[0]

    assert table.short == []
    assert table.test_in_words == (
        "Chi-kwadraat 0,00 (1 vrijheidsgraad), p = 1,000. Het verschil kan toeval zijn."
    )


def test_small_groups_and_one_group_say_that_nothing_can_be_concluded():
    pool = [person("male"), person("male"), person("female")]

    sex, age, *_ = feature_tables(pool, pool[:1])

    assert "minder dan 5 te verwachten" in sex.test_in_words
    assert age.test_in_words.startswith("Geen toets mogelijk")
