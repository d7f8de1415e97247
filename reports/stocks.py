"""How many had flowed out by each of some days, from the facts alone.

No Django in this module. It counts as Participant.objects.flowed_out does, for many days at once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from participants.outcomes import STAYS_IN_CASELOAD
from participants.trajectory import CLOSED

# Of whom, the day, and the kind of outcome or the phase that was entered.
Fact = tuple[int, date, str]


@dataclass(frozen=True)
class Stock:
    """Persons, each once, whose outcome on a day counts broad (par. 4) and narrow (par. 7)."""

    on: date
    broad: int
    narrow: int


def first_of_next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def month_ends(since: date, until: date) -> list[date]:
    """The last day of every month from `since` on, and `until` itself; none where it is earlier."""
    if until < since:
        return []
    days = []
    first = first_of_next_month(since)
    while first <= until:
        days.append(first - timedelta(days=1))
        first = first_of_next_month(first)
    return [*days, until]


def stocks(
    days: Iterable[date],
    *,
    outcomes: Collection[Fact],
    moves: Collection[Fact],
    broad: Collection[str],
    narrow: Collection[str],
) -> tuple[Stock, ...]:
    """`outcomes` and `moves` in the order in which they hold: by day, then as recorded.

    An outcome that closed the trajectory holds as long as it was not taken up again.
    """
    counted = []
    for day in days:
        kinds = {person: kind for person, on, kind in outcomes if on <= day}
        phases = {person: phase for person, on, phase in moves if on <= day}
        holding = [
            kind
            for person, kind in kinds.items()
            if kind in STAYS_IN_CASELOAD or phases.get(person) in CLOSED
        ]
        counted.append(
            Stock(
                day,
                broad=sum(kind in broad for kind in holding),
                narrow=sum(kind in narrow for kind in holding),
            )
        )
    return tuple(counted)
