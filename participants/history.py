"""What changed of a participant, in whatever table it stands."""

from participants.models import (
    Assignment,
    Barrier,
    CivicIntegration,
    Diagnosis,
    DiagnosisFile,
    LadderRung,
    Outcome,
    Participant,
    PassedPart,
    SkillLevel,
    Step,
    Study,
    Transition,
    WantedOccupation,
    WorkExperience,
)
from pilot.history import Change, changes

DIAGNOSIS_FILE = (DiagnosisFile, Barrier, WantedOccupation)
INTEGRATION = (CivicIntegration, PassedPart)


def history(participant) -> list[Change]:
    """All that changed of a participant, newest first."""
    sources = {Participant: "pgh_obj_id"}
    of_a_participant = (Transition, Assignment, Diagnosis, Outcome, Step)
    of_a_participant += (Study, WorkExperience, SkillLevel, LadderRung)
    of_a_participant += DIAGNOSIS_FILE + INTEGRATION
    sources |= dict.fromkeys(of_a_participant, "participant_id")
    # A transition says the new phase, an assignment the new consultant: once is enough.
    told_by = {
        "phase": (Transition, "to_phase"),
        "consultant_id": (Assignment, "consultant_id"),
    }
    return changes(sources, participant.pk, told_by=told_by)


def last_change(models, key, *, column="participant_id") -> str:
    """Who changed rows of these models last, and what, in a sentence for a colleague."""
    told = changes(dict.fromkeys(models, column), key)
    if not told:
        return "Een collega heeft dit intussen gewijzigd."
    together = [change for change in told if change.at == told[0].at]
    fields = [
        f"{field.label}: {field.after or 'weggehaald'}"
        for change in together
        for field in change.fields
    ]
    return f"{told[0].by} heeft dit intussen gewijzigd ({'; '.join(fields)})."
