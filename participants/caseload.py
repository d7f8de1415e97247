"""How full a caseload is beside its norm, and how to spread one over colleagues.

No Django in this module.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

Person = TypeVar("Person")
Key = TypeVar("Key")


def norm_for(norm: int, fte: Decimal) -> int:
    """The norm of somebody who works `fte`, of the `norm` for a full-time job, rounded half up."""
    return int((norm * fte).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def warning(who: object, caseload: int, norm: int) -> str:
    """That a caseload would become more than the norm, in a sentence; "" where it would not."""
    if caseload <= norm:
        return ""
    return (
        f"De caseload van {who} wordt dan {caseload}: {caseload - norm} boven de norm van {norm}."
    )


@dataclass(frozen=True, kw_only=True)
class Load:
    """What a consultant has in hand. `key` is what lists are filtered by.

    `fte` and `norm` are None of who is not a consultant in the team; `oldest_contact`: the day
    of the contact that is longest ago. The other numbers count persons, `steps` steps; `stepped`:
    with how many persons those were.
    """

    key: str
    label: str
    # Where it stands in a list by name.
    place: int = 0
    fte: Decimal | None = None
    norm: int | None = None
    caseload: int = 0
    oldest_contact: date | None = None
    overdue: int = 0
    steps: int = 0
    stepped: int = 0
    silent: int = 0

    @property
    def room(self) -> int | None:
        """How many can be added; below zero it is above the norm."""
        return None if self.norm is None else self.norm - self.caseload


def together(loads: Sequence[Load]) -> Load:
    contacts = [load.oldest_contact for load in loads if load.oldest_contact]
    return Load(
        key="",
        label="Samen",
        fte=sum((load.fte for load in loads if load.fte), Decimal(0)),
        norm=sum(load.norm for load in loads if load.norm),
        caseload=sum(load.caseload for load in loads),
        oldest_contact=min(contacts, default=None),
        overdue=sum(load.overdue for load in loads),
        steps=sum(load.steps for load in loads),
        stepped=sum(load.stepped for load in loads),
        silent=sum(load.silent for load in loads),
    )


def spread(people: Sequence[Person], room: Mapping[Key, int]) -> dict[Person, Key]:
    """To whom each person goes: every next one to who has most room under the norm by then.

    With the same room, who stands first in `room`.
    """
    left = dict(room)
    plan = {}
    for person in people:
        chosen = max(left, key=lambda key: left[key])
        left[chosen] -= 1
        plan[person] = chosen
    return plan
