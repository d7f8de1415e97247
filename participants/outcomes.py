"""The kinds of outcome and what each of them means (actieplan 2016, § 4 and § 7).

No Django in this module.
"""

from enum import StrEnum

from participants.trajectory import IN_TRAJECTORY, Phase


class OutcomeKind(StrEnum):
    PAID_FULL = "paid_full"
    PAID_PARTIAL = "paid_partial"
    SUBSIDISED_FULL = "subsidised_full"
    SUBSIDISED_PARTIAL = "subsidised_partial"
    STUDY_GRANT = "study_grant"
    STUDY_BENEFIT = "study_benefit"
    BUSINESS_FULL = "business_full"
    BUSINESS_PARTIAL = "business_partial"
    PARTICIPATION = "participation"
    DROPOUT = "dropout"


class DropoutReason(StrEnum):
    MOVED = "moved"
    HEALTH = "health"
    FAMILY = "family"
    MOTIVATION = "motivation"
    OWN_REQUEST = "own_request"
    NO_SHOW = "no_show"
    OTHER_TRAJECTORY = "other_trajectory"
    DECEASED = "deceased"
    OTHER = "other"


# The person keeps (part of) the benefit and stays in the caseload.
STAYS_IN_CASELOAD = frozenset(
    {
        OutcomeKind.PAID_PARTIAL,
        OutcomeKind.SUBSIDISED_PARTIAL,
        OutcomeKind.STUDY_BENEFIT,
        OutcomeKind.BUSINESS_PARTIAL,
        OutcomeKind.PARTICIPATION,
    }
)

# What counts towards the 20 % by § 4; a pilot can set its own.
COUNTS_BROAD = frozenset(OutcomeKind) - {OutcomeKind.PARTICIPATION, OutcomeKind.DROPOUT}
# § 7 (Dekking) does not name partial work; leaving it out is our reading.
COUNTS_NARROW = frozenset(
    {
        OutcomeKind.PAID_FULL,
        OutcomeKind.SUBSIDISED_FULL,
        OutcomeKind.STUDY_GRANT,
        OutcomeKind.BUSINESS_FULL,
    }
)

WORK = frozenset(
    {
        OutcomeKind.PAID_FULL,
        OutcomeKind.PAID_PARTIAL,
        OutcomeKind.SUBSIDISED_FULL,
        OutcomeKind.SUBSIDISED_PARTIAL,
    }
)


def closing_phase(kind: OutcomeKind) -> Phase | None:
    """The phase in which an outcome ends the trajectory, None where it goes on."""
    if kind in STAYS_IN_CASELOAD:
        return None
    return Phase.STOPPED if kind == OutcomeKind.DROPOUT else Phase.OUTFLOW


def possible_in(phase: Phase) -> list[OutcomeKind]:
    """What can be recorded for somebody in a phase: before the diagnosis only a dropout."""
    if phase in IN_TRAJECTORY | {Phase.DIAGNOSIS}:
        return list(OutcomeKind)
    if phase in {Phase.SELECTION, Phase.INTAKE}:
        return [OutcomeKind.DROPOUT]
    return []
