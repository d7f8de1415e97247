"""The choice lists of the diagnosis and of inburgering (domain.md, sections 8.2 and 8.5)."""

from django.db import models

from participants.choices import Education
from participants.completeness import Part
from participants.integration import ExamPart, Law, LearningRoute, Status

PART_LABELS = {
    Part.EDUCATION: "Opleiding",
    Part.EXPERIENCE: "Werkervaring",
    Part.LANGUAGE: "Taal",
    Part.BARRIERS: "Belemmeringen",
    Part.WISHES: "Wensen",
    Part.MOBILITY: "Mobiliteit",
    Part.MISMATCH: "Kwalitatieve mismatch",
    Part.LADDER: "Participatieladder",
}
# An education that somebody had; that there was none is said in the file.
STUDY_LEVELS = [
    (level.value, level.label)
    for level in (Education.PRIMARY, Education.LOWER, Education.MIDDLE, Education.HIGHER)
]


class Recognition(models.TextChoices):
    """What a diploma from abroad is worth here, by IDW."""

    NOT_REQUESTED = "not_requested", "niet aangevraagd"
    REQUESTED = "requested", "aangevraagd (IDW)"
    RECOGNISED = "recognised", "gewaardeerd"
    NOT_EQUIVALENT = "not_equivalent", "niet gelijkwaardig"


class Place(models.TextChoices):
    ABROAD = "abroad", "buiten Nederland"
    NETHERLANDS = "netherlands", "in Nederland"


class Skill(models.TextChoices):
    READING = "reading", "lezen"
    LISTENING = "listening", "luisteren"
    WRITING = "writing", "schrijven"
    SPEAKING = "speaking", "spreken"


class Basis(models.TextChoices):
    TEST = "test", "toets"
    ESTIMATE = "estimate", "inschatting"


class Theme(models.TextChoices):
    FAMILY = "family", "gezin en kinderopvang"
    ADMINISTRATION = "administration", "administratie"
    MONEY = "money", "geld en schulden"
    WORK = "work", "werk"
    EDUCATION = "education", "opleiding"
    HOUSING = "housing", "wonen"
    LANGUAGE = "language", "taal"
    MOBILITY = "mobility", "mobiliteit"
    HEALTH = "health", "gezondheid"


class Hampers(models.TextChoices):
    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "onbekend"


class Licence(models.TextChoices):
    NONE = "none", "geen"
    FOREIGN = "foreign", "buitenlands, nog niet omgezet"
    LESSONS = "lessons", "bezig met rijlessen"
    B = "b", "B"
    LARGE = "large", "B met C, D of E"


class Transport(models.TextChoices):
    BICYCLE = "bicycle", "fiets"
    MOPED = "moped", "brommer of scooter"
    PUBLIC = "public", "openbaar vervoer"
    CAR = "car", "auto"


class Mismatch(models.TextChoices):
    """Between what somebody brings and what the region asks."""

    LANGUAGE = "language", "taal"
    DIPLOMA = "diploma", "diploma niet erkend"
    OCCUPATION = "occupation", "beroep niet gevraagd"
    OUTDATED = "outdated", "werkervaring verouderd"
    HEALTH = "health", "gezondheid"
    CULTURE = "culture", "sociaal-cultureel"
    MOBILITY = "mobility", "mobiliteit"
    NONE = "none", "geen mismatch"


class Rung(models.IntegerChoices):
    """The participatieladder."""

    ISOLATED = 1, "1. geïsoleerd"
    CONTACTS = 2, "2. sociale contacten buitenshuis"
    ACTIVITIES = 3, "3. deelname aan georganiseerde activiteiten"
    UNPAID = 4, "4. onbetaald werk"
    SUPPORTED = 5, "5. betaald werk met ondersteuning"
    PAID = 6, "6. betaald werk"


class Moment(models.TextChoices):
    START = "start", "bij de start"
    REVIEW = "review", "bij een voortgangsgesprek"


class ExamLevel(models.TextChoices):
    A2 = "a2", "A2 (inburgeringsexamen)"
    B1 = "b1", "B1 (Staatsexamen NT2 I)"
    B2 = "b2", "B2 (Staatsexamen NT2 II)"


LAWS = [(Law.OF_2013, "Wet inburgering 2013"), (Law.OF_2021, "Wet inburgering 2021")]
STATUSES = [
    (Status.NOT_OBLIGED, "niet inburgeringsplichtig"),
    (Status.NOT_STARTED, "nog niet begonnen"),
    (Status.BUSY, "bezig"),
    (Status.EXTENDED, "termijn verlengd"),
    (Status.MET, "voldaan"),
    (Status.MET_A2, "voldaan, A2"),
    (Status.MET_STATE_1, "voldaan, Staatsexamen I"),
    (Status.MET_STATE_2, "voldaan, Staatsexamen II"),
    (Status.EXEMPT, "vrijgesteld"),
    (Status.RELEASED_MEDICAL, "ontheven, medisch"),
    (Status.RELEASED_EFFORT, "ontheven, aantoonbare inspanning"),
]
EXAM_PARTS = [
    (ExamPart.READING, "lezen"),
    (ExamPart.LISTENING, "luisteren"),
    (ExamPart.WRITING, "schrijven"),
    (ExamPart.SPEAKING, "spreken"),
    (ExamPart.SOCIETY, "kennis van de Nederlandse maatschappij (KNM)"),
    (ExamPart.LABOUR_MARKET, "oriëntatie op de arbeidsmarkt (ONA)"),
    (ExamPart.DECLARATION, "participatieverklaring (PVT)"),
    (ExamPart.INTAKE, "brede intake"),
    (ExamPart.PLAN, "plan inburgering en participatie (PIP)"),
    (ExamPart.ROUTE, "leerroute"),
    (ExamPart.MODULE, "module arbeidsmarkt en participatie (MAP)"),
]
LEARNING_ROUTES = [
    (LearningRoute.B1, "B1-route"),
    (LearningRoute.EDUCATION, "onderwijsroute"),
    (LearningRoute.SELF_RELIANCE, "Z-route"),
]
