"""What a participant waits for, and since when.

No Django in this module. The limits are our proposal: the sources give none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WaitsFor(StrEnum):
    """In the order of the trajectory. The values stand in addresses, so they are Dutch."""

    ASSIGNMENT = "toewijzing"
    FIRST_TALK = "eerste-gesprek"
    DIAGNOSIS = "diagnose"
    PLACEMENT = "plaatsing"


LABELS = {
    WaitsFor.ASSIGNMENT: "toewijzing",
    WaitsFor.FIRST_TALK: "eerste gesprek",
    WaitsFor.DIAGNOSIS: "diagnose",
    WaitsFor.PLACEMENT: "plaatsing in een traject",
}
# Who waits more days than this waits too long; a pilot can set its own (participants/limits.py).
DAYS = {
    WaitsFor.ASSIGNMENT: 7,
    WaitsFor.FIRST_TALK: 14,
    WaitsFor.DIAGNOSIS: 42,
    WaitsFor.PLACEMENT: 14,
}


@dataclass(frozen=True)
class Waiting:
    what: WaitsFor
    since: date

    def days(self, on: date) -> int:
        return (on - self.since).days

    def too_long(self, on: date, days: Mapping[WaitsFor, int]) -> bool:
        return self.days(on) > days[self.what]


def waiting(
    *,
    selected_on: date,
    assigned_on: date | None,
    contact_on: date | None,
    diagnosed_on: date | None,
) -> Waiting:
    """What somebody waits for who was selected and not placed in a trajectory yet.

    Each day is that of the first time, None where it has not happened. A diagnosis without a
    contact on record is a diagnosis all the same.
    """
    if assigned_on is None:
        return Waiting(WaitsFor.ASSIGNMENT, selected_on)
    if diagnosed_on is not None:
        return Waiting(WaitsFor.PLACEMENT, diagnosed_on)
    if contact_on is None:
        return Waiting(WaitsFor.FIRST_TALK, assigned_on)
    return Waiting(WaitsFor.DIAGNOSIS, max(contact_on, selected_on))
