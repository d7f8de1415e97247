from participants.models.diagnosis_file import (
    Barrier,
    DiagnosisFile,
    LadderRung,
    SkillLevel,
    Study,
    WantedOccupation,
    WorkExperience,
)
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportRow
from participants.models.integration import CivicIntegration, PassedPart
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.readings import Reading
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step, StepType

__all__ = [
    "Assignment",
    "Barrier",
    "CandidateImport",
    "CivicIntegration",
    "Diagnosis",
    "DiagnosisFile",
    "ImportRow",
    "LadderRung",
    "Occupation",
    "Outcome",
    "Participant",
    "PassedPart",
    "Reading",
    "SkillLevel",
    "Step",
    "StepType",
    "Study",
    "TrajectoryRules",
    "Transition",
    "WantedOccupation",
    "WorkExperience",
]
