from participants.models.calendars import CalendarLink
from participants.models.drafts import StepDraft
from participants.models.draws import Draw, DrawChange, DrawEntry
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportColumn, ImportRow
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.steps import Correction, Step, StepType

__all__ = [
    "Assignment",
    "CalendarLink",
    "CandidateImport",
    "Correction",
    "Diagnosis",
    "Draw",
    "DrawChange",
    "DrawEntry",
    "ImportColumn",
    "ImportRow",
    "Occupation",
    "Outcome",
    "Participant",
    "Reading",
    "Step",
    "StepDraft",
    "StepType",
    "TrajectoryRules",
    "Transition",
]
