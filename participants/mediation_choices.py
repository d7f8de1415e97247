"""The choice lists of the mediation (bemiddeling) with their Dutch labels."""

from django.db import models

from participants.choices import LanguageLevel
from participants.matching import PURPOSES, REACHES
from participants.proposals import Answer


class Purpose(models.TextChoices):
    """What somebody is referred for."""

    PAID_WORK = "paid_work", PURPOSES["paid_work"]
    SUBSIDISED_WORK = "subsidised_work", PURPOSES["subsidised_work"]
    WORK_EXPERIENCE = "work_experience", PURPOSES["work_experience"]
    TRIAL = "trial", PURPOSES["trial"]
    LEARNING = "learning", PURPOSES["learning"]
    ORIENTATION = "orientation", PURPOSES["orientation"]


class ReferralEnd(models.TextChoices):
    WORK = "work", "aan het werk"
    OTHER_ROUTE = "other_route", "andere route gekozen"
    NOT_AVAILABLE = "not_available", "niet (meer) beschikbaar"
    CONSENT = "consent", "op verzoek van de deelnemer"
    TRAJECTORY_CLOSED = "trajectory_closed", "traject afgesloten"
    OTHER = "other", "anders"


class OwnDocumentKind(models.TextChoices):
    """What somebody shows an employer, besides the CV that is made from the diagnosis."""

    CV = "cv", "eigen cv"
    DIPLOMA = "diploma", "diploma"
    RECOGNITION = "recognition", "diplomawaardering (IDW)"
    CERTIFICATE = "certificate", "certificaat"
    LICENCE = "licence", "rijbewijs"
    REFERENCE = "reference", "referentie of getuigschrift"
    OTHER = "other", "overig document"


class Licence(models.TextChoices):
    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "niet bekend"


class Reach(models.TextChoices):
    CITY = "city", REACHES["city"]
    REGION = "region", REACHES["region"]
    FURTHER = "further", REACHES["further"]


class ContactKind(models.TextChoices):
    PHONE = "phone", "telefoon"
    VISIT = "visit", "bezoek"
    MESSAGE = "message", "e-mail of app"
    EVENT = "event", "bijeenkomst"


class VacancyKind(models.TextChoices):
    VACANCY = "vacancy", "vacature"
    GROUP_PROJECT = "group_project", "groepsproject"


class VacancyState(models.TextChoices):
    OPEN = "open", "open"
    FILLED = "filled", "vervuld"
    WITHDRAWN = "withdrawn", "vervallen"


# A vacancy asks a level, or none.
ASKED_LEVELS = [
    choice
    for choice in LanguageLevel.choices
    if choice[0] not in (LanguageLevel.ILLITERATE, LanguageLevel.A0, LanguageLevel.UNKNOWN)
]

ANSWERS = [
    (Answer.PENDING, "in behandeling"),
    (Answer.INTERVIEW, "gesprek"),
    (Answer.ACCEPTED, "aangenomen"),
    (Answer.REJECTED, "afgewezen"),
    (Answer.WITHDRAWN, "ingetrokken"),
]
ANSWER_LABELS = dict(ANSWERS)
ANSWER_KINDS = {
    Answer.PENDING: "neutral",
    Answer.INTERVIEW: "info",
    Answer.ACCEPTED: "success",
    Answer.REJECTED: "danger",
    Answer.WITHDRAWN: "neutral",
}


class RefusalReason(models.TextChoices):
    """Why an employer said no."""

    LANGUAGE = "language", "taal"
    EXPERIENCE = "experience", "ervaring"
    AVAILABILITY = "availability", "beschikbaarheid"
    TRANSPORT = "transport", "vervoer"
    NO_CLICK = "no_click", "geen klik"
    FILLED = "filled", "vacature vervuld"
    OTHER = "other", "anders"
