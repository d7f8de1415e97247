"""Who saw whose data. Rows are added by the pages themselves, and hang together like a chain."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from pilot.history import never_emptied
from pilot.models import Pilot

START = bytes(32)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Page(models.TextChoices):
    """The pages on which persons are seen: the name of the route, and what it is called."""

    TODAY = "participants:today", "vandaag"
    SEARCH = "participants:search", "zoeken"
    LIST = "participants:list", "lijst met deelnemers"
    COMPLETENESS = "participants:completeness", "wat ontbreekt"
    STEP_START = "participants:step-start", "stap vastleggen: voor wie"
    DETAIL = "participants:detail", "pagina van de deelnemer"
    HISTORY = "participants:history", "geschiedenis"
    READINGS = "participants:readings", "overzicht van inzage"
    STEP = "participants:step-create", "formulier stap"
    STEP_CORRECT = "participants:step-correct", "stap corrigeren"
    STEP_WITHDRAW = "participants:step-withdraw", "stap intrekken"
    DOCUMENTS = "reports:person-documents", "documenten"
    DOCUMENT = "reports:person-document", "blad of cv als pdf"
    APPOINTMENT_NEW = "participants:appointment-create", "afspraak plannen"
    APPOINTMENT = "participants:appointment-edit", "formulier afspraak"
    APPOINTMENT_DELETE = "participants:appointment-delete", "afspraak verwijderen"
    GROUP_STEP = "participants:group-step", "stap voor een groep"
    TRANSITION = "participants:transition-create", "formulier fase"
    DIAGNOSIS = "participants:diagnosis-create", "formulier diagnose"
    OUTCOME = "participants:outcome-create", "formulier uitstroom"
    PLAN_AGREE = "participants:plan-agree", "formulier plan afgesproken"
    GOAL = "participants:goal-create", "formulier doel"
    GOAL_EDIT = "participants:goal-edit", "doel wijzigen"
    GOAL_CLOSE = "participants:goal-close", "doel afronden"
    ACTION = "participants:action-create", "formulier actie"
    ACTION_EDIT = "participants:action-edit", "actie wijzigen"
    ACTION_CANCEL = "participants:action-cancel", "actie laten vervallen"
    INSTRUMENT = "participants:instrument-create", "formulier instrument"
    INSTRUMENT_EDIT = "participants:instrument-edit", "instrument wijzigen"
    INSTRUMENT_END = "participants:instrument-end", "instrument beëindigen"
    CORRECTION = "participants:participant-edit", "gegevens corrigeren"
    OUTCOME_DETAIL = "participants:outcome-detail", "uitstroom"
    OUTCOME_CORRECT = "participants:outcome-correct", "uitstroom corrigeren"
    OUTCOME_WITHDRAW = "participants:outcome-withdraw", "uitstroom intrekken"
    OUTCOME_CLOSING = "participants:outcome-closing", "afsluiting aanvullen"
    EVIDENCE = "participants:evidence-create", "formulier bewijs"
    EVIDENCE_DOWNLOAD = "participants:evidence-download", "bewijs"
    EVIDENCE_REMOVE = "participants:evidence-remove", "bewijs weghalen"
    OWN_DOCUMENT = "participants:own-document-create", "formulier eigen document"
    OWN_DOCUMENT_DOWNLOAD = "participants:own-document-download", "eigen document"
    OWN_DOCUMENT_REMOVE = "participants:own-document-remove", "eigen document weghalen"
    FOLLOW_UP = "participants:follow-up-create", "formulier nazorg"
    FOLLOW_UP_EDIT = "participants:follow-up-edit", "nazorg corrigeren"
    PLACEMENT = "participants:placement-create", "plaatsing toevoegen"
    PLACEMENT_EDIT = "participants:placement-edit", "plaatsing wijzigen"
    PLACEMENT_END = "participants:placement-end", "plaatsing beëindigen"
    PLACEMENT_WITHDRAW = "participants:placement-withdraw", "plaatsing intrekken"
    STUDY = "participants:study-create", "studie toevoegen"
    STUDY_EDIT = "participants:study-edit", "studie wijzigen"
    STUDY_END = "participants:study-end", "studie beëindigen"
    STUDY_WITHDRAW = "participants:study-withdraw", "studie intrekken"
    BUSINESS = "participants:business-create", "onderneming toevoegen"
    BUSINESS_EDIT = "participants:business-edit", "onderneming wijzigen"
    BUSINESS_END = "participants:business-end", "onderneming beëindigen"
    BUSINESS_WITHDRAW = "participants:business-withdraw", "onderneming intrekken"
    DIAGNOSIS_FILE = "participants:diagnosis", "diagnose"
    DIAGNOSIS_PART = "participants:diagnosis-part", "formulier deel van de diagnose"
    DIAGNOSIS_ROW = "participants:diagnosis-row-create", "formulier opleiding of werkervaring"
    DIAGNOSIS_ROW_EDIT = "participants:diagnosis-row-edit", "opleiding of werkervaring wijzigen"
    DIAGNOSIS_ROW_DELETE = (
        "participants:diagnosis-row-delete",
        "opleiding of werkervaring verwijderen",
    )
    INTEGRATION = "participants:integration-edit", "formulier inburgering"
    REFERRAL = "participants:referral-create", "formulier verwijzing"
    REFERRAL_EDIT = "participants:referral-edit", "verwijzing wijzigen"
    REFERRAL_END = "participants:referral-end", "verwijzing beëindigen"
    MEDIATION_TODAY = "participants:mediation-today", "vandaag (bemiddeling)"
    MATCHES = "participants:matches", "passende vacatures"
    VACANCY = "participants:vacancy-detail", "vacature met wie erbij past"
    PROPOSALS = "participants:proposal-list", "lijst met voorstellen"
    PROPOSE = "participants:proposal-create", "formulier voorstel"
    PROPOSAL_ANSWER = "participants:proposal-answer", "antwoord op een voorstel"
    ANSWER_EDIT = "participants:answer-edit", "antwoord corrigeren"
    ANSWER_REMOVE = "participants:answer-remove", "antwoord weghalen"
    EMPLOYER = "participants:employer-detail", "werkgever met plaatsingen"
    CANDIDATES = "participants:candidate-list", "lijst met kandidaten"
    ASSIGN = "participants:assign", "toewijzen"
    DRAW_REFUSED = "participants:draw-refused", "buiten de doelgroep"
    DRAW_PEOPLE = "participants:draw-people", "personen in een loting"
    DRAW_EXCHANGE = "participants:draw-exchange", "ruilen in een loting"
    DRAW_ADD = "participants:draw-add", "toevoegen aan een loting"
    DRAW_CARRY_OUT = "participants:draw-carry-out", "loting uitvoeren"
    TRANSFER = "participants:transfer", "formulier overdracht"
    SPREAD = "participants:caseload-spread", "caseload verdelen"
    WAITING = "participants:waiting-list", "wachtlijst"
    IMPORT = "participants:import-detail", "ingelezen lijst"
    IMPORT_COLUMNS = "participants:import-columns", "kolommen van een lijst"
    IMPORT_DUPLICATES = "participants:import-duplicates", "mogelijk dubbele regels"
    IMPORT_REFUSED = "participants:import-refused", "geweigerde regels"


class Subject(models.TextChoices):
    """What the ids are of."""

    PARTICIPANT = "participant", "deelnemer"
    IMPORT = "import", "ingelezen lijst"


class Action(models.TextChoices):
    SHOWN = "shown", "bekeken"
    EXPORTED = "exported", "gedownload"


class ReadingQuerySet(models.QuerySet):
    def record(self, request, *, ids: Iterable[int], action=Action.SHOWN, **subject):
        """Write down that whoever asks gets to see these persons; nobody seen, nothing written."""
        if not (ids := sorted(ids)):
            return
        self.create(
            user=request.user,
            pilot=request.pilot,
            page=Page(request.resolver_match.view_name),
            action=action,
            ids=ids,
            **subject,
        )

    def of(self, participant):
        return self.filter(subject=Subject.PARTICIPANT, ids__contains=[participant.pk])


# Number, moment and fingerprint are given by the database, one row after another, whatever the
# program says: so the chain has no gaps and no forks.
CHAIN = """
    PERFORM pg_advisory_xact_lock(16072016);
    SELECT id, hash INTO NEW.id, NEW.previous_hash
        FROM participants_reading ORDER BY id DESC LIMIT 1;
    NEW.id := COALESCE(NEW.id, 0) + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := COALESCE(NEW.previous_hash, decode(repeat('00', 32), 'hex'));
    NEW.hash := sha256(NEW.previous_hash || convert_to(concat_ws('|',
        NEW.id, trunc(extract(epoch FROM NEW.at) * 1000000), NEW.user_id, NEW.pilot_id, NEW.page,
        NEW.action, NEW.subject, array_to_string(NEW.ids, ',')
    ), 'UTF8'));
    RETURN NEW;
"""


class Reading(models.Model):
    """Somebody saw persons on a page (inzage). Keys only, so that it may be kept for long.

    Each row holds a fingerprint of itself and of the row before it: who changes or removes one,
    even as owner of the database, breaks the chain from there on.
    """

    append_only = True

    at = models.DateTimeField("moment", editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        verbose_name="door",
    )
    pilot = models.ForeignKey(Pilot, models.DO_NOTHING, db_constraint=False, related_name="+")
    page = models.CharField("waar", max_length=60, choices=Page)
    action = models.CharField("hoe", max_length=10, choices=Action)
    subject = models.CharField(max_length=20, choices=Subject, default=Subject.PARTICIPANT)
    ids = ArrayField(models.BigIntegerField())
    previous_hash = models.BinaryField(max_length=32, editable=False)
    hash = models.BinaryField(max_length=32, editable=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "inzage"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(ids=[]), name="reading_of_somebody"),
        ]
        indexes = [GinIndex(fields=["ids"], name="reading_ids")]
        triggers = [
            pgtrigger.Trigger(
                name="chain", when=pgtrigger.Before, operation=pgtrigger.Insert, func=CHAIN
            ),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            never_emptied(),
        ]

    def __str__(self):
        return f"Inzage {self.pk}"

    def fingerprint(self, previous: bytes) -> bytes:
        """What `hash` must be after a row with this hash. The same as the database does, apart."""
        micros = (self.at - EPOCH) // timedelta(microseconds=1)
        ids = ",".join(map(str, self.ids))
        values = [
            self.pk,
            micros,
            self.user_id,
            self.pilot_id,
            self.page,
            self.action,
            self.subject,
            ids,
        ]
        return hashlib.sha256(previous + "|".join(map(str, values)).encode()).digest()


@dataclass(frozen=True)
class ChainReport:
    """`head`: the number and the hash of the last row. `broken`: the first rows that do not fit."""

    head: tuple[int, str]
    broken: tuple[int, ...]


def check_chain(expected: dict[int, str] | None = None) -> ChainReport:
    """Walk the whole read log. `expected`: hashes noted elsewhere, so that a lost end is found."""
    expected = dict(expected or {})
    number, previous, broken = 0, START, []
    for reading in Reading.objects.order_by("pk").iterator():
        number += 1
        noted = expected.pop(reading.pk, reading.hash.hex())
        if (
            reading.pk != number
            or bytes(reading.previous_hash) != previous
            or bytes(reading.hash) != reading.fingerprint(previous)
            or noted != reading.hash.hex()
        ):
            broken.append(reading.pk)
        number, previous = reading.pk, bytes(reading.hash)
    broken += expected  # rows that were there once
    return ChainReport((number, previous.hex()), tuple(sorted(broken)))
