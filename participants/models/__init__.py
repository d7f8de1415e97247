from participants.models.corrections import Correction
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportRow
from participants.models.instruments import Instrument
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.plans import Action, Goal, PlanAgreement
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step, StepType

__all__ = [
    "Action",
    "Assignment",
    "CandidateImport",
    "Correction",
    "Diagnosis",
    "Goal",
    "ImportRow",
    "Instrument",
    "Occupation",
    "Outcome",
    "Participant",
    "PlanAgreement",
    "Reading",
    "Step",
    "StepType",
    "TrajectoryRules",
    "Transition",
]
