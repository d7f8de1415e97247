from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.import_columns import ImportColumn
from participants.models.import_rows import ImportRow
from participants.models.imports import CandidateImport
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step, StepType

__all__ = [
    "Assignment",
    "CandidateImport",
    "Diagnosis",
    "ImportColumn",
    "ImportRow",
    "Occupation",
    "Outcome",
    "Participant",
    "Reading",
    "Step",
    "StepType",
    "TrajectoryRules",
    "Transition",
]
