"""What changed of a participant, in whatever table it stands."""

from dataclasses import replace

from participants.models import (
    Action,
    Assignment,
    Barrier,
    Business,
    CivicIntegration,
    Correction,
    Diagnosis,
    DiagnosisFile,
    DrawEntry,
    Evidence,
    FollowUp,
    Goal,
    Instrument,
    LadderRung,
    Outcome,
    OutcomeCorrection,
    OwnDocument,
    Participant,
    PassedPart,
    Placement,
    PlanAgreement,
    Proposal,
    ProposalAnswer,
    Referral,
    Schooling,
    SkillLevel,
    SoughtOccupation,
    Step,
    Study,
    Transition,
    WantedOccupation,
    WorkExperience,
)
from pilot.history import Change, changes

OF_PARTICIPANT = [
    *(Transition, Assignment, Diagnosis, Outcome, OutcomeCorrection, Step, DrawEntry),
    *(Goal, Action, PlanAgreement, Instrument, Correction),
    *(Placement, Study, Business, Evidence, FollowUp),
    *(Schooling, WorkExperience, SkillLevel, LadderRung),
    *(DiagnosisFile, Barrier, WantedOccupation, CivicIntegration, PassedPart),
    *(Referral, SoughtOccupation, Proposal, ProposalAnswer, OwnDocument),
]


def history(participant) -> list[Change]:
    """All that changed of a participant, newest first."""
    sources = {Participant: "pgh_obj_id"} | dict.fromkeys(OF_PARTICIPANT, "participant_id")
    # A transition says the new phase, an assignment the new consultant: once is enough.
    told_by = {
        "phase": (Transition, "to_phase"),
        "consultant_id": (Assignment, "consultant_id"),
    }
    return with_reasons(changes(sources, participant.pk, told_by=told_by))


# What says why, and of what.
WHY = {Correction: Participant, OutcomeCorrection: Outcome}


def with_reasons(told: list[Change]) -> list[Change]:
    """A correction and the change of the data just before it are one: the change with its why."""
    kept, why, of = [], "", None
    for change in told:
        if change.model in WHY:
            why = next(field.after for field in change.fields if field.name == "reason")
            of = WHY[change.model]
            continue
        if why and change.model is of:
            change, why = replace(change, why=why), ""
        kept.append(change)
    return kept
