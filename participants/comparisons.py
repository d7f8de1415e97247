"""A selection beside the target group that it is part of, feature by feature, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from participants.choices import Education, Household, Sex
from participants.selection import (
    ADULT,
    FEATURE_LABELS,
    LAST_AGES,
    SMALLEST_EXPECTED,
    ChiSquare,
    Feature,
    Share,
    age_class,
    chi_square,
    compare,
)
from pilot.templatetags.ui import MINUS

# Below this chance a difference is called more than chance.
SIGNIFICANT = 0.05
NO_DIFFERENCE = "0,0"
AGE_CLASSES = [age_class(age) for age in (0, *LAST_AGES, LAST_AGES[-1] + 1)]


def age_label(name: str) -> str:
    if name == AGE_CLASSES[0]:
        return f"jonger dan {ADULT} jaar"
    if name == AGE_CLASSES[-1]:
        return f"{name.removesuffix('+')} jaar en ouder"
    return f"{name} jaar"


# The values that are codes, in the order in which they are shown; a year says itself.
VALUE_LABELS = {
    Feature.SEX: dict(Sex.choices),
    Feature.AGE: {name: age_label(name) for name in AGE_CLASSES},
    Feature.EDUCATION: dict(Education.choices),
    Feature.HOUSEHOLD: dict(Household.choices),
}


def value_label(feature: str, value: str) -> str:
    return VALUE_LABELS.get(feature, {}).get(value, value)


def group_label(features: Iterable[str], values: Iterable[str]) -> str:
    """The features of a group or a person: 'vrouw, 25-34 jaar'."""
    return ", ".join(map(value_label, features, values))


def group_order(features: Iterable[str], values: Iterable[str]) -> tuple:
    """To sort groups by: from low to high, as they are shown in the tables."""
    return tuple(
        list(VALUE_LABELS[feature]).index(value) if feature in VALUE_LABELS else value
        for feature, value in zip(features, values, strict=True)
    )


def in_decimals(number: Fraction | float, places: int = 1) -> str:
    """5.25 -> '5,3' and 5 -> '5,0': a number of persons that need not be whole; below one another
    they all have as many decimals."""
    exact = Fraction(number)
    rounded = (Decimal(exact.numerator) / exact.denominator).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )
    return str(rounded).replace(".", ",")


@dataclass(frozen=True)
class Row:
    """One value of a feature: `share` as it was counted, the rest in words."""

    label: str
    share: Share
    pool: str
    selected: str
    expected: str
    difference: str


@dataclass(frozen=True)
class FeatureTable:
    feature: Feature
    rows: tuple[Row, ...]
    test: ChiSquare | None

    @property
    def label(self) -> str:
        return FEATURE_LABELS[self.feature]

    @property
    def short(self) -> list[str]:
        """The groups of which there are too few, each with how many there are."""
        return [
            f"{row.label} ({row.share.selected}, naar evenredigheid {row.expected})"
            for row in self.rows
            if row.share.is_short
        ]

    @property
    def test_in_words(self) -> str:
        if self.test is None:
            return "Geen toets mogelijk: er is één groep, of niemand of iedereen is geselecteerd."
        p = "p < 0,001" if self.test.p < 0.001 else f"p = {in_decimals(self.test.p, 3)}"
        figures = (
            f"Chi-kwadraat {in_decimals(self.test.statistic, 2)}"
            f" ({self.test.freedom} vrijheidsgra{'ad' if self.test.freedom == 1 else 'den'}), {p}."
        )
        return f"{figures} {self.meaning}"

    @property
    def meaning(self) -> str:
        if not self.test.can_be_trusted:
            return (
                "Daar is hier niets uit af te leiden: in een van de groepen zijn er minder dan"
                f" {SMALLEST_EXPECTED} te verwachten."
            )
        if self.test.p < SIGNIFICANT:
            return "Zo’n groot verschil is zelden toeval."
        return "Het verschil kan toeval zijn."


def feature_tables(
    pool: list[Mapping[Feature, str]],
    selected: list[Mapping[Feature, str]],
    *,
    first: Iterable[str] = (),
) -> list[FeatureTable]:
    """For each feature a table; those of `first`, by which was drawn, come first."""
    ordered = sorted(Feature, key=lambda feature: feature not in first)
    return [feature_table(feature, pool, selected) for feature in ordered]


def feature_table(feature, pool, selected) -> FeatureTable:
    order = list(VALUE_LABELS.get(feature, ()))
    shares = compare((person[feature] for person in pool), (one[feature] for one in selected))
    if order:
        shares = tuple(sorted(shares, key=lambda share: order.index(share.value)))
    rows = tuple(
        Row(
            label=value_label(feature, share.value),
            share=share,
            pool=counted(share.pool, len(pool)),
            selected=counted(share.selected, len(selected)),
            expected=in_decimals(share.expected),
            difference=signed_decimals(share.difference),
        )
        for share in shares
    )
    return FeatureTable(feature, rows, chi_square(shares))


def counted(count: int, total: int) -> str:
    return f"{count} ({round(100 * count / total)} %)" if total else "0"


def signed_decimals(number: Fraction) -> str:
    size = in_decimals(abs(number))
    if size == NO_DIFFERENCE:
        return size
    return f"{MINUS if number < 0 else '+'}{size}"
