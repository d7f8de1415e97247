"""The quarters over which a pilot reports.

No Django in this module.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number not in range(1, 5):
            raise ValueError(f"No quarter {self.number} in a year")

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)

    @classmethod
    def from_slug(cls, slug: str) -> Self:
        """The quarter of "2016-4"; raises ValueError for anything that is not one."""
        if not re.fullmatch(r"[12][0-9]{3}-[1-4]", slug):
            raise ValueError(f"Not a quarter: {slug}")
        year, number = slug.split("-")
        return cls(int(year), int(number))

    @property
    def slug(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def label(self) -> str:
        return f"{self.number}e kwartaal {self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS_IN_QUARTER + 1, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> Self:
        if self.number == 4:
            return type(self)(self.year + 1, 1)
        return type(self)(self.year, self.number + 1)

    @property
    def previous(self) -> Self:
        if self.number == 1:
            return type(self)(self.year - 1, 4)
        return type(self)(self.year, self.number - 1)

    def within(self, starts_on: date, ends_on: date) -> tuple[date, date]:
        """The first and the last day of this quarter that fall inside the pilot.

        Raises ValueError where the pilot does not touch the quarter.
        """
        first, last = max(self.first_day, starts_on), min(self.last_day, ends_on)
        if first > last:
            raise ValueError(f"{self} lies outside {starts_on} - {ends_on}")
        return first, last


def quarters(starts_on: date, ends_on: date) -> list[Quarter]:
    """Every quarter that a pilot touches, the first one first."""
    found = [Quarter.of(starts_on)]
    while found[-1] < Quarter.of(ends_on):
        found.append(found[-1].next)
    return found


def months_between(first: date, last: date) -> int:
    """How many calendar months two days touch, both months included."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


@dataclass(frozen=True)
class Elapsed:
    """How far a pilot is in time on a day: "maand 6 van 17", 32 % of the days."""

    month: int
    months: int
    days: int
    days_in_pilot: int

    @classmethod
    def of(cls, starts_on: date, ends_on: date, *, on: date) -> Self:
        """A day before the pilot counts as nothing done, a day after it as everything."""
        reached = min(max(on, starts_on - timedelta(days=1)), ends_on)
        begun = reached >= starts_on
        return cls(
            month=months_between(starts_on, reached) if begun else 0,
            months=months_between(starts_on, ends_on),
            days=(reached - starts_on).days + 1,
            days_in_pilot=(ends_on - starts_on).days + 1,
        )

    @property
    def percentage(self) -> int:
        """Of the days of the pilot, rounded half up."""
        return self.share_of(100)

    def share_of(self, target: int) -> int:
        """What a target would have come to by now, had it grown evenly; rounded half up."""
        return (2 * target * self.days + self.days_in_pilot) // (2 * self.days_in_pilot)
