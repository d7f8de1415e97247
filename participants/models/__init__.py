from participants.models.employers import Employer, EmployerContact
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.imports import CandidateImport, ImportRow
from participants.models.occupations import Occupation
from participants.models.participant import Participant
from participants.models.proposals import Proposal, ProposalAnswer
from participants.models.readings import Reading
from participants.models.referrals import Referral, WantedOccupation
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step, StepType
from participants.models.vacancies import Vacancy

__all__ = [
    "Assignment",
    "CandidateImport",
    "Diagnosis",
    "Employer",
    "EmployerContact",
    "ImportRow",
    "Occupation",
    "Outcome",
    "Participant",
    "Proposal",
    "ProposalAnswer",
    "Reading",
    "Referral",
    "Step",
    "StepType",
    "TrajectoryRules",
    "Transition",
    "Vacancy",
    "WantedOccupation",
]
