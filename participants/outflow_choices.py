"""The choice lists of placements, studies, businesses and what follows on an outcome."""

from django.db import models

from participants.aftercare import Moment, Situation
from participants.engagements import Bbz, Financing, PlacementKind

PLACEMENT_KINDS = [
    (PlacementKind.WORK_EXPERIENCE.value, "Werkervaringsplaats"),
    (PlacementKind.TRIAL.value, "Proefplaatsing"),
    (PlacementKind.LEARN_WORK.value, "Leer-werktraject"),
    (PlacementKind.SUBSIDISED.value, "Gesubsidieerd werk"),
    (PlacementKind.REGULAR.value, "Regulier werk"),
]
FINANCING = [
    (Financing.GRANT.value, "studiefinanciering (Wsf)"),
    (Financing.BENEFIT.value, "met behoud van uitkering"),
    (Financing.OTHER.value, "anders"),
]
BBZ = [
    (Bbz.NONE.value, "niet aangevraagd"),
    (Bbz.ASKED.value, "aangevraagd"),
    (Bbz.GRANTED.value, "toegekend"),
    (Bbz.REFUSED.value, "afgewezen"),
]
MOMENTS = [
    (moment.value, f"na {moment.months} maand{'en' * (moment.months > 1)}") for moment in Moment
]
SITUATIONS = [
    (Situation.SAME.value, "nog hetzelfde werk, dezelfde studie of onderneming"),
    (Situation.OTHER.value, "ander werk, een andere studie of onderneming"),
    (Situation.NO_BENEFIT.value, "niet meer aan het werk of in opleiding, zonder uitkering"),
    (Situation.BENEFIT.value, "terug in de uitkering"),
]


class PlacementEnd(models.TextChoices):
    """Why a placement ended."""

    CONTRACT = "contract", "contract of afspraak liep af"
    EMPLOYER = "employer", "beëindigd door de werkgever"
    OWN = "own", "gestopt door de deelnemer"
    OTHER_WORK = "other_work", "doorgegaan naar ander werk"
    STUDY = "study", "doorgegaan naar een studie"
    OTHER = "other", "anders"


class StudyLevel(models.TextChoices):
    LANGUAGE = "language", "taal"
    MBO = "mbo", "mbo"
    BRIDGING = "bridging", "schakeljaar"
    HBO = "hbo", "hbo"
    WO = "wo", "wo"


class StudyResult(models.TextChoices):
    """How a study ended."""

    DIPLOMA = "diploma", "diploma gehaald"
    PART = "part", "certificaat of een deel gehaald"
    MOVED_ON = "moved_on", "overgestapt naar een andere studie"
    STOPPED = "stopped", "gestopt zonder diploma"


class BusinessStage(models.TextChoices):
    IDEA = "idea", "idee"
    PLAN = "plan", "ondernemingsplan"
    TESTED = "tested", "plan getoetst"
    STARTED = "started", "gestart"


class BusinessEnd(models.TextChoices):
    """Why somebody is no entrepreneur any more, or will not be."""

    NOT_VIABLE = "not_viable", "plan niet haalbaar"
    STOPPED = "stopped", "gestopt"
    TRANSFERRED = "transferred", "verkocht of overgedragen"
    BANKRUPT = "bankrupt", "failliet"
    OTHER = "other", "anders"


class BenefitEnd(models.TextChoices):
    """Why the benefit ended (CBS, reden beëindiging uitkering)."""

    WORK = "work", "werk boven de norm"
    GRANT = "grant", "studiefinanciering"
    OTHER_BENEFIT = "other_benefit", "andere uitkering (WW, WIA)"
    LIVING_TOGETHER = "living_together", "samenwonen of huwelijk"
    MOVED = "moved", "verhuizing naar een andere gemeente"
    ABROAD = "abroad", "verhuizing naar het buitenland"
    ASSETS = "assets", "vermogen of erfenis"
    PENSION = "pension", "AOW"
    DETENTION = "detention", "detentie"
    DECEASED = "deceased", "overlijden"
    OBLIGATIONS = "obligations", "niet nakomen van verplichtingen"
    OWN_REQUEST = "own_request", "eigen verzoek"


class EvidenceKind(models.TextChoices):
    CONTRACT = "contract", "arbeidscontract"
    PAYSLIP = "payslip", "loonstrook"
    ENROLMENT = "enrolment", "inschrijving opleiding"
    GRANT = "grant", "DUO-beschikking"
    BENEFIT = "benefit", "beschikking uitkering"
    PLACEMENT = "placement", "plaatsingsovereenkomst"
    DIPLOMA = "diploma", "diploma of certificaat"


class Source(models.TextChoices):
    """From whom we know how it goes."""

    PERSON = "person", "de persoon zelf"
    EMPLOYER = "employer", "werkgever of opleiding"
    REGISTER = "register", "uitkeringsadministratie"
    PAPER = "paper", "loonstrook of ander stuk"
