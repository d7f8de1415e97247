"""How it goes with who left: when we ask, and what still counts as the result of the pilot.

No Django in this module. The moments are those of the ESF and of CBS (exit to work is measured
one month after the end of the benefit; the longer term is six months).
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

# The result upon leaving counts within four weeks after it (ESF 2014-2020, counting rules).
RESULT_WINDOW = timedelta(days=28)
# Who is reached a few days early was reached for that moment.
EARLY = timedelta(days=7)


class Moment(StrEnum):
    ONE_MONTH = "1"
    SIX_MONTHS = "6"

    @property
    def months(self) -> int:
        return int(self.value)


class Situation(StrEnum):
    """How it goes with somebody, some months after they left."""

    SAME = "same"
    OTHER = "other"
    NO_BENEFIT = "no_benefit"
    BENEFIT = "benefit"


DURABLE = frozenset({Situation.SAME, Situation.OTHER})


def month_end(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def add_months(day: date, months: int) -> date:
    """The same day of a later (or with a negative number earlier) month, or the last it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first)))


def due_on(exit_on: date, moment: Moment) -> date:
    return add_months(exit_on, moment.months)


def last_exit_due(on: date, moment: Moment) -> date:
    """Who left on this day or before is due on a day: `due_on` turned round.

    On the last day of a month everybody is due who left at the end of the longer one.
    """
    exit_on = add_months(on, -moment.months)
    return exit_on.replace(day=month_end(exit_on)) if on.day == month_end(on) else exit_on


def recordable_from(exit_on: date, moment: Moment) -> date:
    return due_on(exit_on, moment) - EARLY


def may_be_recorded(exit_on: date, moment: Moment, *, on: date) -> bool:
    return on >= recordable_from(exit_on, moment)


def opens_on(exit_on: date, asked: Collection[str], *, on: date) -> date | None:
    """From which day there is something to record, None where that is now."""
    to_ask = (moment for moment in Moment if moment not in asked)
    first = next((recordable_from(exit_on, moment) for moment in to_ask), on)
    return first if first > on else None


def result_until(exit_on: date) -> date:
    """The last day on which a result counts as one upon leaving."""
    return exit_on + RESULT_WINDOW
