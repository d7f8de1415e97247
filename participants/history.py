"""What changed of a participant, in whatever table it stands."""

from collections import defaultdict
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
    StepCorrection,
    Study,
    Transition,
    WantedOccupation,
    WorkExperience,
)
from participants.models.steps import LOGGED_LATE
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
    told = with_reasons(changes(sources, participant.pk, told_by=told_by))
    told = with_step_reasons(told, participant)
    return [fulfilled(change) if is_fulfilled(change) else change for change in told]


def with_step_reasons(told: list[Change], participant) -> list[Change]:
    """What was done with a step, and why: of each step the newest change is the newest correction.

    A change of what is planned needs no reason: it comes before the corrections.
    """
    if not any(is_step_change(change) for change in told):
        return told
    corrected = StepCorrection.objects.filter(step__participant=participant).order_by("-pk")
    of_step = defaultdict(list)
    for correction in corrected:
        if correction.kind != LOGGED_LATE:
            of_step[correction.step_id].append(correction)
    return [
        corrected_step(change, of_step[change.row].pop(0))
        if is_step_change(change) and of_step[change.row]
        else change
        for change in told
    ]


def is_step_change(change) -> bool:
    return change.model is Step and change.which != ""


def corrected_step(change, correction) -> Change:
    what = f"Trajectstap {correction.kind or 'gecorrigeerd'}"
    fields = tuple(field for field in change.fields if field.name != "withdrawn")
    return replace(change, what=what, fields=fields, why=correction.reason)


def is_fulfilled(change) -> bool:
    logged = any((field.name, field.after) == ("planned", "nee") for field in change.fields)
    return logged and is_step_change(change)


def fulfilled(change) -> Change:
    """What is told of an appointment that became a step: what was filled in, and what differs."""
    fields = tuple(
        replace(field, before="") if field.before in NOT_FILLED_IN else field
        for field in change.fields
        if field.name not in OF_AN_APPOINTMENT
    )
    return replace(change, what="Afspraak vastgelegd", fields=fields)


# What a step no longer has that an appointment had.
OF_AN_APPOINTMENT = {"planned", "time", "place"}
NOT_FILLED_IN = {"leeg", "nee"}

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
