"""Who may do what: the only table of rights. A role belongs to a user in one pilot."""

from enum import StrEnum, auto

from django.db import models


class Role(models.TextChoices):
    CONSULTANT = "consultant", "consulent"
    RECRUITER = "recruiter", "recruiter"
    PROJECT_LEADER = "project_leader", "projectleider"
    MANAGEMENT = "management", "directie"
    ADMINISTRATOR = "administrator", "beheerder"


class Permission(StrEnum):
    # Whose participants: the own caseload unless one of the two wider ones is given.
    PARTICIPANT_VIEW = auto()
    PARTICIPANT_VIEW_REFERRED = auto()
    PARTICIPANT_VIEW_ALL = auto()
    PARTICIPANT_NOTES_VIEW = auto()
    READINGS_VIEW = auto()
    # What the own caseload asks for today.
    TODAY_VIEW = auto()
    PARTICIPANT_SELECT = auto()
    PARTICIPANT_ASSIGN = auto()
    # Who waits for what, of those they may see.
    PARTICIPANT_WAITING_VIEW = auto()
    CANDIDATE_IMPORT = auto()
    STEP_LOG = auto()
    PHASE_CHANGE = auto()
    # The whole diagnosis, with barriers, mismatch and inburgering.
    DIAGNOSIS_VIEW = auto()
    DIAGNOSIS_RECORD = auto()
    # Work with an employer; a study and an own business are for who guides.
    PLACEMENT_RECORD = auto()
    STUDY_RECORD = auto()
    OUTCOME_RECORD = auto()
    # The data of a person as the import gave them.
    PARTICIPANT_CORRECT = auto()
    PLAN_EDIT = auto()
    # Without PLAN_EDIT only the actions that are the recruiter's.
    ACTION_SETTLE = auto()
    INSTRUMENT_EDIT = auto()
    EVIDENCE_DOWNLOAD = auto()
    # The papers somebody has for an employer: see them and add one. Without the second, only what
    # one added oneself is taken away.
    OWN_DOCUMENT_KEEP = auto()
    OWN_DOCUMENT_REMOVE = auto()
    # Refer to the recruiter, and end it.
    REFERRAL_MAKE = auto()
    # What the mediation asks for today.
    MEDIATION_TODAY_VIEW = auto()
    VACANCY_VIEW = auto()
    # Keep employers and vacancies, propose people and record the answers.
    MEDIATE = auto()
    # The participant's own sheet, and the CV that goes to an employer.
    SHEET_MAKE = auto()
    CV_MAKE = auto()
    DASHBOARD_VIEW = auto()
    BUDGET_VIEW = auto()
    BUDGET_EDIT = auto()
    EVALUATION_WRITE = auto()
    EVALUATION_DOWNLOAD = auto()
    # How the pilot is set up: its partners and its limits.
    PILOT_SET_UP = auto()
    USER_MANAGE = auto()
    PILOT_MANAGE = auto()


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CONSULTANT: frozenset(
        {
            Permission.PARTICIPANT_VIEW,
            Permission.PARTICIPANT_NOTES_VIEW,
            Permission.PARTICIPANT_WAITING_VIEW,
            Permission.TODAY_VIEW,
            Permission.STEP_LOG,
            Permission.PHASE_CHANGE,
            Permission.DIAGNOSIS_VIEW,
            Permission.DIAGNOSIS_RECORD,
            Permission.PLACEMENT_RECORD,
            Permission.STUDY_RECORD,
            Permission.OUTCOME_RECORD,
            Permission.PARTICIPANT_CORRECT,
            Permission.PLAN_EDIT,
            Permission.ACTION_SETTLE,
            Permission.INSTRUMENT_EDIT,
            Permission.EVIDENCE_DOWNLOAD,
            Permission.OWN_DOCUMENT_KEEP,
            Permission.OWN_DOCUMENT_REMOVE,
            Permission.SHEET_MAKE,
            Permission.CV_MAKE,
            Permission.REFERRAL_MAKE,
            Permission.VACANCY_VIEW,
        }
    ),
    # Podium24 sees who is being mediated, without what was noted in the talks.
    Role.RECRUITER: frozenset(
        {
            Permission.PARTICIPANT_VIEW,
            Permission.PARTICIPANT_VIEW_REFERRED,
            Permission.CV_MAKE,
            Permission.OWN_DOCUMENT_KEEP,
            Permission.STEP_LOG,
            Permission.ACTION_SETTLE,
            Permission.PLACEMENT_RECORD,
            Permission.MEDIATION_TODAY_VIEW,
            Permission.VACANCY_VIEW,
            Permission.MEDIATE,
        }
    ),
    Role.PROJECT_LEADER: frozenset(
        {
            Permission.PARTICIPANT_VIEW,
            Permission.PARTICIPANT_VIEW_ALL,
            Permission.PARTICIPANT_NOTES_VIEW,
            Permission.READINGS_VIEW,
            Permission.PARTICIPANT_SELECT,
            Permission.PARTICIPANT_ASSIGN,
            Permission.PARTICIPANT_WAITING_VIEW,
            Permission.CANDIDATE_IMPORT,
            Permission.STEP_LOG,
            Permission.PHASE_CHANGE,
            Permission.DIAGNOSIS_VIEW,
            Permission.DIAGNOSIS_RECORD,
            Permission.PLACEMENT_RECORD,
            Permission.STUDY_RECORD,
            Permission.OUTCOME_RECORD,
            Permission.PARTICIPANT_CORRECT,
            Permission.PLAN_EDIT,
            Permission.ACTION_SETTLE,
            Permission.INSTRUMENT_EDIT,
            Permission.EVIDENCE_DOWNLOAD,
            Permission.OWN_DOCUMENT_KEEP,
            Permission.OWN_DOCUMENT_REMOVE,
            Permission.SHEET_MAKE,
            Permission.CV_MAKE,
            Permission.REFERRAL_MAKE,
            Permission.VACANCY_VIEW,
            Permission.MEDIATE,
            Permission.DASHBOARD_VIEW,
            Permission.BUDGET_VIEW,
            Permission.BUDGET_EDIT,
            Permission.EVALUATION_WRITE,
            Permission.EVALUATION_DOWNLOAD,
            Permission.PILOT_SET_UP,
        }
    ),
    # The directie sees totals, never persons: no PARTICIPANT_* here.
    Role.MANAGEMENT: frozenset({Permission.BUDGET_VIEW, Permission.EVALUATION_DOWNLOAD}),
    # The beheerder keeps users and pilots, not the content of files.
    Role.ADMINISTRATOR: frozenset({Permission.USER_MANAGE, Permission.PILOT_MANAGE}),
}
