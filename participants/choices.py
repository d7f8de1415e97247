"""The choice lists of the room with their Dutch labels (domain.md, section 8.5)."""

from django.db import models

from participants.outcomes import DropoutReason, OutcomeKind
from participants.trajectory import Phase

PHASES = [
    (Phase.SELECTION, "Selectie"),
    (Phase.INTAKE, "Vraagverheldering"),
    (Phase.DIAGNOSIS, "Diagnose"),
    (Phase.PLACEMENT, "Plaatsing/bemiddeling"),
    (Phase.EDUCATION, "Ontwikkeling/onderwijs"),
    (Phase.ENTREPRENEURSHIP, "Ondernemerschap"),
    (Phase.OUTFLOW, "Uitgestroomd"),
    (Phase.STOPPED, "Uitgevallen"),
]
PHASE_LABELS = dict(PHASES)

OUTCOME_KINDS = [
    (OutcomeKind.PAID_FULL, "Betaald werk, volledig"),
    (OutcomeKind.PAID_PARTIAL, "Betaald werk, partieel (naast uitkering)"),
    (OutcomeKind.SUBSIDISED_FULL, "Gesubsidieerd werk, volledig"),
    (OutcomeKind.SUBSIDISED_PARTIAL, "Gesubsidieerd werk, partieel (naast uitkering)"),
    (OutcomeKind.STUDY_GRANT, "Studie met studiefinanciering (Wsf)"),
    (OutcomeKind.STUDY_BENEFIT, "Studie met behoud van uitkering"),
    (OutcomeKind.BUSINESS_FULL, "Ondernemerschap, volledig"),
    (OutcomeKind.BUSINESS_PARTIAL, "Ondernemerschap, partieel (naast uitkering)"),
    (OutcomeKind.PARTICIPATION, "Maatschappelijke participatie"),
    (OutcomeKind.DROPOUT, "Uitval"),
]
OUTCOME_LABELS = dict(OUTCOME_KINDS)

DROPOUT_REASONS = [
    (DropoutReason.MOVED, "Verhuizing"),
    (DropoutReason.HEALTH, "Gezondheid"),
    (DropoutReason.FAMILY, "Gezinsomstandigheden"),
    (DropoutReason.MOTIVATION, "Motivatie"),
    (DropoutReason.OWN_REQUEST, "Eigen verzoek"),
    (DropoutReason.NO_SHOW, "Niet verschenen"),
    (DropoutReason.OTHER_TRAJECTORY, "Ander gemeentelijk traject"),
    (DropoutReason.DECEASED, "Overleden"),
    (DropoutReason.OTHER, "Overig"),
]


class Sex(models.TextChoices):
    FEMALE = "female", "vrouw"
    MALE = "male", "man"
    UNKNOWN = "unknown", "onbekend"


class Household(models.TextChoices):
    CHILD_AT_HOME = "child_at_home", "thuiswonend kind"
    SINGLE = "single", "alleenstaand"
    COUPLE = "couple", "partner zonder kinderen"
    COUPLE_WITH_CHILDREN = "couple_with_children", "partner met kinderen"
    SINGLE_PARENT = "single_parent", "eenouder"
    OTHER = "other", "overig"
    UNKNOWN = "unknown", "onbekend"


class Education(models.TextChoices):
    NONE = "none", "geen onderwijs"
    PRIMARY = "primary", "basisonderwijs"
    LOWER = "lower", "vo of mbo 1"
    MIDDLE = "middle", "mbo 2-4, havo of vwo"
    HIGHER = "higher", "hbo of wo"
    UNKNOWN = "unknown", "onbekend"


class LanguageLevel(models.TextChoices):
    ILLITERATE = "illiterate", "analfabeet of anders gealfabetiseerd"
    A0 = "a0", "A0"
    A1 = "a1", "A1"
    A2 = "a2", "A2"
    B1 = "b1", "B1"
    B2 = "b2", "B2"
    C1 = "c1", "C1"
    UNKNOWN = "unknown", "onbekend"


class Manner(models.TextChoices):
    """How a step is done."""

    TALK = "talk", "gesprek"
    PHONE = "phone", "telefoon"
    MESSAGE = "message", "e-mail of app"
    HOME_VISIT = "home_visit", "huisbezoek"
    THREE_WAY = "three_way", "driegesprek"
    COMPANY_VISIT = "company_visit", "bedrijfsbezoek"
    GROUP = "group", "groepsactiviteit"
    PARTNER = "partner", "overleg met partner"
    TEST = "test", "toets of assessment"


class Attendance(models.TextChoices):
    PRESENT = "present", "aanwezig"
    LATE = "late", "te laat"
    EXCUSED = "excused", "afgemeld"
    ABSENT = "absent", "niet verschenen"


class Route(models.TextChoices):
    """What a diagnosis concludes to."""

    PLACEMENT = "placement", "Plaatsing/bemiddeling"
    EDUCATION = "education", "Ontwikkeling/onderwijs"
    ENTREPRENEURSHIP = "entrepreneurship", "Ondernemerschap"
    PARTICIPATION = "participation", "Maatschappelijke participatie"


class TransferReason(models.TextChoices):
    """Why a participant goes to another consultant."""

    LEAVING = "leaving", "vertrek van de consulent"
    # Never why: the health of a colleague does not belong in a file.
    ABSENCE = "absence", "afwezigheid van de consulent"
    SPREADING = "spreading", "verdeling van de caseload"
    OWN_REQUEST = "own_request", "verzoek van de deelnemer"
    OTHER = "other", "anders"


class AbsenceReason(models.TextChoices):
    """Why somebody stands in for a consultant."""

    HOLIDAY = "holiday", "vakantie"
    ABSENCE = "absence", "afwezigheid"
    LEAVE = "leave", "verlof"
    VACANCY = "vacancy", "nog geen opvolger"
    OTHER = "other", "anders"


class Sector(models.TextChoices):
    """Where work is done; our own short list, by the sections of SBI 2008."""

    AGRICULTURE = "agriculture", "land- en tuinbouw"
    INDUSTRY = "industry", "industrie en productie"
    BUILDING = "building", "bouw en installatie"
    TECHNOLOGY = "technology", "techniek en onderhoud"
    TRANSPORT = "transport", "transport en logistiek"
    RETAIL = "retail", "winkel en groothandel"
    HOSPITALITY = "hospitality", "horeca en toerisme"
    CLEANING = "cleaning", "schoonmaak en facilitair"
    CARE = "care", "zorg en welzijn"
    EDUCATION = "education", "onderwijs en kinderopvang"
    OFFICE = "office", "kantoor en administratie"
    ICT = "ict", "ict"
    CULTURE = "culture", "cultuur, sport en overig"
