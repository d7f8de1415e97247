from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants import outcomes
from participants.outcomes import OutcomeKind
from participants.trajectory import (
    CLOSED,
    IN_TRAJECTORY,
    NEXT,
    MoveNotAllowed,
    Phase,
    Refusal,
    check_move,
)

DAY = date(2016, 10, 3)
PASSING = {"on": DAY, "last_move_on": DAY, "selected": True, "assigned": True, "diagnosed": True}

# The route of the action plan (§ 6), written out: from each phase the ones that may follow.
TABLE = {
    "selection": "intake stopped",
    "intake": "diagnosis stopped",
    "diagnosis": "placement education entrepreneurship outflow stopped",
    "placement": "diagnosis education entrepreneurship outflow stopped",
    "education": "diagnosis placement entrepreneurship outflow stopped",
    "entrepreneurship": "diagnosis placement education outflow stopped",
    "outflow": "placement education entrepreneurship",
    "stopped": "intake",
}


@pytest.mark.parametrize("current", list(Phase))
@pytest.mark.parametrize("new", list(Phase))
def test_move_is_allowed_where_the_table_says_so(current, new):
    if new in TABLE[current].split():
        check_move(current, new, **PASSING)
    else:
        with pytest.raises(MoveNotAllowed) as refused:
            check_move(current, new, **PASSING)
        assert refused.value.refusal == Refusal.NOT_NEXT


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"selected": False}, Refusal.NOT_SELECTED),
        ({"assigned": False}, Refusal.NOT_ASSIGNED),
        ({"diagnosed": False}, Refusal.NOT_DIAGNOSED),
        ({"last_move_on": date(2016, 10, 4)}, Refusal.BEFORE_LAST_MOVE),
        ({"in_use": [Phase.DIAGNOSIS]}, Refusal.NOT_IN_USE),
    ],
)
def test_move_into_the_trajectory_says_what_is_missing(change, refusal):
    with pytest.raises(MoveNotAllowed) as refused:
        check_move(Phase.DIAGNOSIS, Phase.PLACEMENT, **PASSING | change)

    assert refused.value.refusal == refusal


def test_somebody_without_consultant_or_diagnosis_can_still_stop():
    check_move(Phase.INTAKE, Phase.STOPPED, **PASSING | {"assigned": False, "diagnosed": False})


@pytest.mark.drill
@given(st.lists(st.sampled_from(Phase), max_size=12))
def test_whoever_is_in_a_trajectory_was_diagnosed_first(attempts):
    phase, diagnosed = Phase.SELECTION, False
    for new in attempts:
        try:
            check_move(phase, new, **PASSING | {"diagnosed": diagnosed})
        except MoveNotAllowed:
            continue
        phase = new
        diagnosed = diagnosed or phase == Phase.DIAGNOSIS
        assert phase not in IN_TRAJECTORY or diagnosed


def test_every_phase_can_be_left_and_reached():
    assert set(NEXT) == set(Phase)
    assert set().union(*NEXT.values()) == set(Phase) - {Phase.SELECTION}


def test_outcomes_that_count_are_those_of_the_plan():
    narrow = {"paid_full", "subsidised_full", "study_grant", "business_full"}
    broad = narrow | {"paid_partial", "subsidised_partial", "study_benefit", "business_partial"}

    assert broad == outcomes.COUNTS_BROAD
    assert narrow == outcomes.COUNTS_NARROW


@pytest.mark.parametrize("kind", list(OutcomeKind))
def test_outcome_closes_unless_the_person_stays_in_the_caseload(kind):
    stays = {"paid_partial", "subsidised_partial", "study_benefit", "business_partial"}
    stays |= {"participation"}
    expected = None if kind in stays else Phase.STOPPED if kind == "dropout" else Phase.OUTFLOW

    assert outcomes.closing_phase(kind) == expected


@pytest.mark.parametrize(
    ("phase", "kinds"),
    [(phase, list(OutcomeKind)) for phase in [*sorted(IN_TRAJECTORY), Phase.DIAGNOSIS]]
    + [(Phase.SELECTION, [OutcomeKind.DROPOUT]), (Phase.INTAKE, [OutcomeKind.DROPOUT])]
    + [(phase, []) for phase in sorted(CLOSED)],
)
def test_outcomes_possible_in_a_phase(phase, kinds):
    assert outcomes.possible_in(phase) == kinds
