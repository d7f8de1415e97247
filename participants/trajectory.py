"""The route of a participant, as the action plan names it (actieplan 2016, § 6).

No Django in this module: it is read by the models, the forms and the reports.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum, auto


class Phase(StrEnum):
    SELECTION = "selection"
    INTAKE = "intake"
    DIAGNOSIS = "diagnosis"
    PLACEMENT = "placement"
    EDUCATION = "education"
    ENTREPRENEURSHIP = "entrepreneurship"
    OUTFLOW = "outflow"
    STOPPED = "stopped"


IN_TRAJECTORY = frozenset({Phase.PLACEMENT, Phase.EDUCATION, Phase.ENTREPRENEURSHIP})
CLOSED = frozenset({Phase.OUTFLOW, Phase.STOPPED})
# From the diagnosis on, and again when a route does not fit.
CAN_BE_DIAGNOSED = IN_TRAJECTORY | {Phase.DIAGNOSIS}

NEXT: dict[Phase, frozenset[Phase]] = {
    Phase.SELECTION: frozenset({Phase.INTAKE, Phase.STOPPED}),
    Phase.INTAKE: frozenset({Phase.DIAGNOSIS, Phase.STOPPED}),
    Phase.DIAGNOSIS: IN_TRAJECTORY | CLOSED,
    # Between the three routes, and back to the diagnosis when the route does not fit.
    Phase.PLACEMENT: IN_TRAJECTORY - {Phase.PLACEMENT} | {Phase.DIAGNOSIS} | CLOSED,
    Phase.EDUCATION: IN_TRAJECTORY - {Phase.EDUCATION} | {Phase.DIAGNOSIS} | CLOSED,
    Phase.ENTREPRENEURSHIP: IN_TRAJECTORY - {Phase.ENTREPRENEURSHIP} | {Phase.DIAGNOSIS} | CLOSED,
    # Someone who loses the job comes back into the same trajectory.
    Phase.OUTFLOW: IN_TRAJECTORY,
    Phase.STOPPED: frozenset({Phase.INTAKE}),
}


class Refusal(StrEnum):
    """Why a move is not allowed."""

    NOT_NEXT = auto()
    NOT_IN_USE = auto()
    NOT_SELECTED = auto()
    NOT_ASSIGNED = auto()
    NOT_DIAGNOSED = auto()
    BEFORE_LAST_MOVE = auto()
    AFTER_NEXT_MOVE = auto()


class MoveNotAllowed(ValueError):
    def __init__(self, current: Phase, new: Phase, refusal: Refusal):
        self.refusal = refusal
        super().__init__(f"{current} -> {new}: {refusal}")


def check_move(
    current: Phase,
    new: Phase,
    *,
    on: date,
    last_move_on: date | None,
    selected: bool,
    assigned: bool,
    diagnosed: bool,
    in_use: Collection[str] = tuple(Phase),
) -> None:
    """Raise MoveNotAllowed, with the reason, where the route does not lead to `new` on day `on`.

    `last_move_on`: the day of the previous move, None before the first. `diagnosed`: a diagnosis
    with a conclusion exists on that day. `in_use`: the phases this pilot works with.
    """
    refusals = {
        Refusal.NOT_SELECTED: not selected,
        Refusal.NOT_NEXT: new not in NEXT[current],
        Refusal.NOT_IN_USE: new not in in_use,
        Refusal.NOT_ASSIGNED: new not in CLOSED and not assigned,
        # Result 1 of the plan: diagnosed and then placed in a trajectory, in that order.
        Refusal.NOT_DIAGNOSED: new in IN_TRAJECTORY and not diagnosed,
        Refusal.BEFORE_LAST_MOVE: last_move_on is not None and on < last_move_on,
    }
    for refusal, applies in refusals.items():
        if applies:
            raise MoveNotAllowed(current, new, refusal)
