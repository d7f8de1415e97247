"""What a pilot costs and who pays it: the table under the action plan (actieplan 2016, § 7).

Amounts are euros in Decimal, exact until they are shown: all factors are multiplied first and
divided once. An fte is a Fraction, because 100 participants / a norm of 120 has no last decimal.
No Django in this module.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum, auto
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, Self

MONTHS_PER_YEAR = 12
ZERO = Decimal(0)

# A sum of thirds of a euro ends in noise (0,4999...), which would round to the wrong euro.
NOISE_FREE = Decimal("0.00000001")


class Column(StrEnum):
    """The columns with money, in the order of the table."""

    REGULAR = auto()
    EXTRA = auto()
    ESF_BASE = auto()
    ESF = auto()
    ESF_BEFORE = auto()
    NET = auto()


class Row(StrEnum):
    FUNCTION = auto()
    STAFF = auto()
    INSTRUMENTS = auto()
    TOTAL = auto()


class Cell(NamedTuple):
    """A place in the table. `year` None: all years together. `function`: the label, in its row."""

    year: int | None
    column: Column
    row: Row
    function: str = ""


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """The money in one row, in euro.

    regular: paid from a budget that is there already; extra: what the pilot adds to it.
    esf_base: the cost without overhead that ESF may be reckoned on; esf: the share of it to earn.
    esf_before: the ESF of the year before, which covers a part of this year.
    """

    regular: Decimal = ZERO
    extra: Decimal = ZERO
    esf_base: Decimal = ZERO
    esf: Decimal = ZERO
    esf_before: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """What is left to find a cover for."""
        return self.extra - self.esf_before

    @classmethod
    def total_of(cls, rows: Iterable[Self]) -> Self:
        rows = list(rows)

        def total(name: str) -> Decimal:
            return sum((getattr(row, name) for row in rows), ZERO).quantize(NOISE_FREE)

        return cls(**{field.name: total(field.name) for field in fields(cls)})


@dataclass(frozen=True, kw_only=True)
class Caseload:
    """How many consultants the participants need, and how many of them are there anyway."""

    participants: int
    norm: int
    regular_norm: int

    @property
    def fte(self) -> Fraction:
        return Fraction(self.participants, self.norm)

    @property
    def regular_fte(self) -> Fraction:
        """150 / 120 = 1,25; the plan prints "(120:50)" beside it, which would be 2,4."""
        return Fraction(self.participants, self.regular_norm)

    def staff_line(
        self,
        *,
        label: str,
        fte: Decimal | None,
        cost_per_year: Decimal,
        esf_base_per_year: Decimal,
        regular_funding: str = "",
    ) -> "StaffLine":
        """`fte` None: the consultants, of whom some are there already. Others are wholly extra."""
        return StaffLine(
            label=label,
            fte=self.fte if fte is None else Fraction(fte),
            regular_fte=self.regular_fte if fte is None else Fraction(0),
            cost_per_year=cost_per_year,
            esf_base_per_year=esf_base_per_year,
            regular_funding=regular_funding,
        )


@dataclass(frozen=True, kw_only=True)
class StaffLine:
    """A function: `fte` is needed, `regular_fte` of it is paid already; euros per fte per year."""

    label: str
    fte: Fraction
    regular_fte: Fraction = Fraction(0)
    cost_per_year: Decimal
    esf_base_per_year: Decimal = ZERO
    regular_funding: str = ""

    @property
    def extra_fte(self) -> Fraction:
        return self.fte - self.regular_fte

    def amounts(self, *, months: int, esf_percentage: Decimal) -> Amounts:
        return Amounts(
            regular=prorated(self.cost_per_year, self.regular_fte, months),
            extra=prorated(self.cost_per_year, self.extra_fte, months),
            # The regular hours count too: note (1) under the table.
            esf_base=prorated(self.esf_base_per_year, self.fte, months),
            esf=prorated(self.esf_base_per_year, self.fte, months, percentage=esf_percentage),
        )


def prorated(
    per_year: Decimal, fte: Fraction, months: int, percentage: Decimal = Decimal(100)
) -> Decimal:
    dividend = per_year * fte.numerator * months * percentage
    return dividend / (fte.denominator * MONTHS_PER_YEAR * 100)


@dataclass(frozen=True, kw_only=True)
class Period:
    """The part of a calendar year in which the pilot runs, and the instruments bought in it."""

    year: int
    months: int
    instruments: int = 0


def months_by_year(starts_on: date, ends_on: date) -> dict[int, int]:
    """The calendar months in which a pilot runs, by year; a month that is begun counts whole."""
    return {
        year: (ends_on.month if year == ends_on.year else MONTHS_PER_YEAR)
        - (starts_on.month if year == starts_on.year else 1)
        + 1
        for year in range(starts_on.year, ends_on.year + 1)
    }


@dataclass(frozen=True, kw_only=True)
class YearTable:
    period: Period
    staff: tuple[tuple[StaffLine, Amounts], ...]
    instruments: Amounts
    esf_before: Decimal

    @cached_property
    def staff_total(self) -> Amounts:
        return Amounts.total_of(amounts for _, amounts in self.staff)

    @cached_property
    def total(self) -> Amounts:
        before = Amounts(esf_before=self.esf_before)
        return Amounts.total_of([*(amounts for _, amounts in self.staff), self.instruments, before])

    @property
    def rows(self) -> dict[tuple[Row, str], Amounts]:
        functions = {(Row.FUNCTION, line.label): amounts for line, amounts in self.staff}
        return functions | {
            (Row.STAFF, ""): self.staff_total,
            (Row.INSTRUMENTS, ""): self.instruments,
            (Row.TOTAL, ""): self.total,
        }


@dataclass(frozen=True, kw_only=True)
class BudgetTable:
    """The starting points of a budget, and the table that follows from them.

    Two tables are equal when their starting points are.
    """

    staff: tuple[StaffLine, ...]
    periods: tuple[Period, ...]
    instrument_price: Decimal = ZERO
    esf_percentage: Decimal = ZERO

    @cached_property
    def years(self) -> tuple[YearTable, ...]:
        """Year by year: what ESF brings in covers part of the next year of the pilot.

        The ESF of the last year is for what comes after the pilot: note (3) under the table.
        """
        years: list[YearTable] = []
        for period in sorted(self.periods, key=lambda period: period.year):
            esf_before = years[-1].total.esf if years else ZERO
            years.append(self._year(period, esf_before))
        return tuple(years)

    def _year(self, period: Period, esf_before: Decimal) -> YearTable:
        price = period.instruments * self.instrument_price
        return YearTable(
            period=period,
            staff=tuple(
                (line, line.amounts(months=period.months, esf_percentage=self.esf_percentage))
                for line in self.staff
            ),
            instruments=Amounts(extra=price, esf=price * self.esf_percentage / 100),
            esf_before=esf_before,
        )

    @cached_property
    def rows(self) -> dict[tuple[Row, str], Amounts]:
        """All years together."""
        keys = dict.fromkeys(key for year in self.years for key in year.rows)
        return {key: Amounts.total_of(year.rows[key] for year in self.years) for key in keys}

    @property
    def staff_total(self) -> Amounts:
        return Amounts.total_of(year.staff_total for year in self.years)

    @property
    def instruments(self) -> Amounts:
        return Amounts.total_of(year.instruments for year in self.years)

    @property
    def total(self) -> Amounts:
        return Amounts.total_of(year.total for year in self.years)

    @property
    def esf_for_later(self) -> Decimal:
        """The ESF of the last year, which is not deducted from what the pilot needs."""
        return self.years[-1].total.esf if self.years else ZERO

    @cached_property
    def cells(self) -> dict[Cell, Decimal]:
        tables: list[tuple[int | None, Mapping[tuple[Row, str], Amounts]]] = [
            (year.period.year, year.rows) for year in self.years
        ]
        return {
            Cell(year, column, *key): getattr(amounts, column)
            for year, rows in [*tables, (None, self.rows)]
            for column in Column
            for key, amounts in rows.items()
            # Only a whole year has these two.
            if column not in (Column.ESF_BEFORE, Column.NET) or key == (Row.TOTAL, "")
        }


@dataclass(frozen=True)
class Comparison:
    cell: Cell
    adopted: Decimal
    variant: Decimal

    @property
    def difference(self) -> Decimal:
        return (self.variant - self.adopted).quantize(NOISE_FREE)


def compare(adopted: BudgetTable, variant: BudgetTable) -> list[Comparison]:
    """Cell by cell, in the order of the table; a cell that one of the two lacks is zero there."""
    cells = dict.fromkeys([*adopted.cells, *variant.cells])
    return [
        Comparison(cell, adopted.cells.get(cell, ZERO), variant.cells.get(cell, ZERO))
        for cell in cells
    ]
