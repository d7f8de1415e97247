from participants.models.aftercare import FollowUp
from participants.models.calendars import CalendarLink
from participants.models.corrections import Correction
from participants.models.diagnosis_file import (
    Barrier,
    DiagnosisFile,
    LadderRung,
    Schooling,
    SkillLevel,
    WantedOccupation,
    WorkExperience,
)
from participants.models.drafts import StepDraft
from participants.models.draws import Draw, DrawChange, DrawEntry
from participants.models.employers import Employer, EmployerContact
from participants.models.engagements import Business, Placement, Study
from participants.models.evidence import Evidence
from participants.models.facts import Assignment, Diagnosis, Transition
from participants.models.import_columns import ImportColumn
from participants.models.import_decisions import SamePerson
from participants.models.import_rows import ImportRow
from participants.models.imports import CandidateImport
from participants.models.instruments import Instrument
from participants.models.integration import CivicIntegration, PassedPart
from participants.models.occupations import Occupation
from participants.models.outcomes import Outcome, OutcomeCorrection
from participants.models.own_documents import OwnDocument
from participants.models.participant import Participant
from participants.models.plans import Action, Goal, PlanAgreement
from participants.models.proposals import Proposal, ProposalAnswer
from participants.models.readings import Reading
from participants.models.referrals import Referral, SoughtOccupation
from participants.models.rules import TrajectoryRules
from participants.models.stand_ins import StandIn
from participants.models.steps import Step, StepCorrection, StepType
from participants.models.vacancies import Vacancy

__all__ = [
    "Action",
    "Assignment",
    "Barrier",
    "Business",
    "CalendarLink",
    "CandidateImport",
    "CivicIntegration",
    "Correction",
    "Diagnosis",
    "DiagnosisFile",
    "Draw",
    "DrawChange",
    "DrawEntry",
    "Employer",
    "EmployerContact",
    "Evidence",
    "FollowUp",
    "Goal",
    "ImportColumn",
    "ImportRow",
    "Instrument",
    "LadderRung",
    "Occupation",
    "Outcome",
    "OutcomeCorrection",
    "OwnDocument",
    "Participant",
    "PassedPart",
    "Placement",
    "PlanAgreement",
    "Proposal",
    "ProposalAnswer",
    "Reading",
    "Referral",
    "SamePerson",
    "Schooling",
    "SkillLevel",
    "SoughtOccupation",
    "StandIn",
    "Step",
    "StepCorrection",
    "StepDraft",
    "StepType",
    "Study",
    "TrajectoryRules",
    "Transition",
    "Vacancy",
    "WantedOccupation",
    "WorkExperience",
]
