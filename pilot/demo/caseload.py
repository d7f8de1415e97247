"""Who stood in for whom, and who went to another consultant."""

from datetime import date
from uuid import UUID

import pghistory

from participants.choices import AbsenceReason, Attendance, Manner, TransferReason
from participants.models import StandIn, StepType
from participants.trajectory import IN_TRAJECTORY

# For whom, by whom, from and until, and why: one that is over and one that goes on.
STAND_INS = [
    ("consulent2", "consulent3", date(2016, 12, 19), date(2017, 1, 6), AbsenceReason.LEAVE),
    ("consulent3", "consulent2", date(2017, 1, 9), date(2017, 1, 22), AbsenceReason.HOLIDAY),
]


def tell_caseload(pilot, users, *, rng):
    leader = users["projectleider"]
    with pghistory.context(user=leader.pk):
        for consultant, stand_in, first, last, reason in STAND_INS:
            StandIn.objects.appoint(
                uuid=new_uuid(rng),
                pilot=pilot,
                consultant=users[consultant],
                stand_in=users[stand_in],
                starts_on=first,
                ends_on=last,
                reason=reason,
                by=leader,
            )
        moved = one_of(pilot, users["consulent3"], rng)
        moved.assign_to(
            users["consulent1"],
            by=leader,
            on=date(2017, 1, 9),
            reason=TransferReason.OWN_REQUEST,
            explanation="Spreekt liever met iemand die dichterbij werkt.",
        )
    with pghistory.context(user=users["consulent2"].pk):
        log_as_stand_in(one_of(pilot, users["consulent3"], rng), users["consulent2"], rng)


def one_of(pilot, consultant, rng):
    """Somebody of this caseload who is in a trajectory."""
    return rng.choice(
        list(pilot.participants.filter(consultant=consultant, phase__in=IN_TRAJECTORY))
    )


def log_as_stand_in(participant, stand_in, rng):
    participant.log_step(
        uuid=new_uuid(rng),
        by=stand_in,
        on=date(2017, 1, 12),
        type=StepType.objects.of(participant.pilot).filter(phase=participant.phase).first(),
        manner=Manner.PHONE,
        attendance=Attendance.PRESENT,
        minutes=15,
        note="Belde over de afspraak van volgende week; die gaat door.",
    )


def new_uuid(rng) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
