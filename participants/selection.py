"""Who belongs to the target group, and a draw that mirrors it (actieplan 2016, § 3 and § 4).

No Django in this module. The draw: everybody in the pool gets a lot number, in an order that the
seed decides. The places are divided over the groups (strata) that the chosen features make, in
proportion to their size and by largest remainder; where remainders are equal the group with the
lowest lot number goes first. In each group the lowest lot numbers are drawn. So the same pool and
the same seed always give the same people, and anybody can do it over by hand.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

ADULT = 18
LAST_AGES = (24, 34, 44, 54)
# Under this many to expect in one cell a chi-square says nothing (Cochran).
SMALLEST_EXPECTED = 5
# Called under-represented: at least one person too few, and at least this part of its share.
SHORT_FROM = Fraction(1, 10)


class Feature(StrEnum):
    """What a draw can be divided by; the values are the names of the columns that keep it."""

    SEX = "sex"
    AGE = "age_class"
    EDUCATION = "education"
    ARRIVAL = "arrival_year"
    HOUSEHOLD = "household"


FEATURE_LABELS = {
    Feature.SEX: "Geslacht",
    Feature.AGE: "Leeftijd",
    Feature.EDUCATION: "Opleiding",
    Feature.ARRIVAL: "Jaar van toewijzing",
    Feature.HOUSEHOLD: "Huishouden",
}


def in_order(features: Iterable[str]) -> list[Feature]:
    """Each once and always in the same order, so that the order of asking does not matter."""
    asked = set(features)
    return [feature for feature in Feature if feature in asked]


def refusals(
    *, age: int, assigned_on: date, assigned_from: date | None, on: date
) -> tuple[str, ...]:
    """Why somebody does not belong to the target group on a day, in words; () when they do."""
    reasons = []
    if age < ADULT:
        reasons.append(f"jonger dan {ADULT} jaar")
    if assigned_from and assigned_on < assigned_from:
        reasons.append(f"vóór {assigned_from:%d-%m-%Y} aan de gemeente toegewezen")
    if assigned_on > on:
        reasons.append(f"pas op {assigned_on:%d-%m-%Y} aan de gemeente toegewezen")
    return tuple(reasons)


def age_class(age: int) -> str:
    if age < ADULT:
        return f"0-{ADULT - 1}"
    first = ADULT
    for last in LAST_AGES:
        if age <= last:
            return f"{first}-{last}"
        first = last + 1
    return f"{first}+"


class TooFew(ValueError):
    """More are asked for than there are."""


def largest_remainder(
    sizes: Mapping[Key, int], total: int, *, turn: Callable[[Key], int]
) -> dict[Key, int]:
    """Divide `total` places over groups in proportion to their sizes.

    What is left after rounding down goes one by one to the largest remainders; of two equal ones
    to whose `turn` is lower. Never more than a group holds.
    """
    population = sum(sizes.values())
    if total > population:
        raise TooFew(f"{total} of {population}")
    shares = {key: divmod(total * size, population) for key, size in sizes.items()}
    left = total - sum(whole for whole, _ in shares.values())
    first = sorted(shares, key=lambda key: (-shares[key][1], turn(key)))[:left]
    return {key: whole + (key in first) for key, (whole, _) in shares.items()}


def lot_numbers(numbers: Iterable[int], seed: int) -> dict[int, int]:
    """For everybody a lot number from 1 up, whatever order they come in.

    From `random()` alone: of that one Python promises that a seed keeps giving the same.
    """
    chance = random.Random(seed)  # noqa: S311 - to be repeated by anybody, so no secret
    chances = {number: chance.random() for number in sorted(numbers)}
    return {number: lot for lot, number in enumerate(sorted(chances, key=chances.get), start=1)}


@dataclass(frozen=True)
class Stratum:
    """A group of equal features: how many there are in the pool, their share of the places as it
    is before rounding, and how many places that became."""

    values: tuple[str, ...]
    pool: int
    share: Fraction
    places: int


@dataclass(frozen=True)
class Drawn:
    """`numbers`: who was drawn. `lots`: the lot number of everybody in the pool."""

    numbers: frozenset[int]
    lots: dict[int, int]
    strata: tuple[Stratum, ...]

    @property
    def more_groups_than_places(self) -> bool:
        """Then whoever is in a small group is hardly ever drawn."""
        return len(self.strata) > len(self.numbers)


def group_of(person: Mapping[Feature, str], features: Iterable[str]) -> tuple[str, ...]:
    return tuple(person[feature] for feature in features)


def draw(
    pool: Mapping[int, Mapping[Feature, str]],
    *,
    features: Iterable[str],
    size: int,
    seed: int,
) -> Drawn:
    """Draw `size` numbers from a pool of numbers with their features; TooFew when it is smaller."""
    features = in_order(features)
    lots = lot_numbers(pool, seed)
    groups = defaultdict(list)
    for number in sorted(pool, key=lots.__getitem__):
        groups[group_of(pool[number], features)].append(number)
    places = largest_remainder(
        {key: len(numbers) for key, numbers in groups.items()},
        size,
        turn=lambda key: lots[groups[key][0]],
    )
    strata = tuple(
        Stratum(key, len(groups[key]), Fraction(size * len(groups[key]), len(pool)), places[key])
        for key in sorted(groups)
    )
    numbers = (number for key, members in groups.items() for number in members[: places[key]])
    return Drawn(frozenset(numbers), lots, strata)


@dataclass(frozen=True)
class Share:
    """One value of a feature: how many there are in the pool and in the selection, and how many
    there would be in the selection if it mirrored the pool."""

    value: str
    pool: int
    selected: int
    expected: Fraction

    @property
    def difference(self) -> Fraction:
        """In persons; below zero there are too few of them."""
        return self.selected - self.expected

    @property
    def is_short(self) -> bool:
        missing = -self.difference
        return missing >= 1 and missing >= SHORT_FROM * self.expected


@dataclass(frozen=True)
class ChiSquare:
    """Whether who was selected differs in this feature from who was not.

    `p`: the chance of at least this difference when chance alone decides.
    """

    statistic: float
    freedom: int
    p: float
    smallest_expected: float

    @property
    def can_be_trusted(self) -> bool:
        return self.smallest_expected >= SMALLEST_EXPECTED


def compare(pool: Iterable[str], selected: Iterable[str]) -> tuple[Share, ...]:
    """A selection beside the pool that it is part of, for each value of one feature."""
    in_pool, in_selection = Counter(pool), Counter(selected)
    everybody, chosen = in_pool.total(), in_selection.total()
    return tuple(
        Share(value, count, in_selection[value], Fraction(chosen * count, everybody))
        for value, count in sorted(in_pool.items())
    )


def chi_square(shares: Iterable[Share]) -> ChiSquare | None:
    """None where there is nothing to compare: one value only, nobody selected, or everybody."""
    table = [
        [share.selected for share in shares],
        [share.pool - share.selected for share in shares],
    ]
    if len(table[0]) < 2 or not all(map(sum, table)):
        return None
    # Takes a second to load, and only these pages need it.
    from scipy.stats import chi2_contingency

    found = chi2_contingency(table, correction=False)
    return ChiSquare(
        statistic=float(found.statistic),
        freedom=int(found.dof),
        p=float(found.pvalue),
        smallest_expected=float(found.expected_freq.min()),
    )
