from participants.models.aftercare import FollowUp
from participants.models.engagements import Business, Placement, Study
from participants.models.evidence import Evidence
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportRow
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step, StepType

__all__ = [
    "Assignment",
    "Business",
    "CandidateImport",
    "Diagnosis",
    "Evidence",
    "FollowUp",
    "ImportRow",
    "Occupation",
    "Outcome",
    "Participant",
    "Placement",
    "Reading",
    "Step",
    "StepType",
    "Study",
    "TrajectoryRules",
    "Transition",
]
