from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportRow
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.stand_ins import StandIn
from participants.models.steps import Step, StepType

__all__ = [
    "Assignment",
    "CandidateImport",
    "Diagnosis",
    "ImportRow",
    "Occupation",
    "Outcome",
    "Participant",
    "Reading",
    "StandIn",
    "Step",
    "StepType",
    "TrajectoryRules",
    "Transition",
]
