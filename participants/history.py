"""What changed of a participant, in whatever table it stands."""

from participants.models import (
    Assignment,
    Diagnosis,
    Outcome,
    Participant,
    Proposal,
    ProposalAnswer,
    Referral,
    Step,
    Transition,
    WantedOccupation,
)
from pilot.history import Change, changes


def history(participant) -> list[Change]:
    """All that changed of a participant, newest first."""
    sources = {Participant: "pgh_obj_id"}
    sources |= dict.fromkeys((Transition, Assignment, Diagnosis, Outcome, Step), "participant_id")
    # What belongs to the mediation.
    sources |= dict.fromkeys(
        (Referral, WantedOccupation, Proposal, ProposalAnswer), "participant_id"
    )
    # A transition says the new phase, an assignment the new consultant: once is enough.
    told_by = {
        "phase": (Transition, "to_phase"),
        "consultant_id": (Assignment, "consultant_id"),
    }
    return changes(sources, participant.pk, told_by=told_by)
