import hashlib
import json
import logging
import uuid
from datetime import timedelta

import pgtrigger
from celery import current_app
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from kombu.exceptions import OperationalError as QueueError

from participants.models import Participant
from pilot.models import Pilot
from reports import rendering

logger = logging.getLogger(__name__)

# Longer than the hard time limit of a task: until then the worker may still be busy with it.
LEASE = timedelta(seconds=2 * settings.CELERY_TASK_SOFT_TIME_LIMIT)
# A document that ends its worker each time must not go round for ever.
ATTEMPTS = 5
# Waiting longer than this is not usual: then the page offers to try again.
PATIENCE = timedelta(minutes=1)


# A document about a person can be made again at any time, so it is not kept for long.
KEPT_ABOUT_PERSONS = timedelta(days=14)


class DocumentDamaged(Exception):
    """The stored bytes are not the ones that were made."""


class DocumentKind(models.TextChoices):
    EVALUATION = "evaluation", "kwartaalevaluatie"
    SHEET = "sheet", "blad voor de deelnemer"
    CV = "cv", "cv"


class DocumentState(models.TextChoices):
    REQUESTED = "requested", "aangevraagd"
    BUSY = "busy", "bezig"
    READY = "ready", "gereed"
    FAILED = "failed", "mislukt"


class DocumentQuerySet(models.QuerySet):
    def unclaimed(self):
        """To be made, and in nobody's hands: asked for, or left behind by a worker that ended."""
        left_behind = Q(state=DocumentState.BUSY, lease_until__lt=Now())
        return self.filter(
            Q(state=DocumentState.REQUESTED) | left_behind, attempts__lt=F("attempts_allowed")
        )

    def exhausted(self):
        """Left behind by a worker that ended, for the last time."""
        return self.filter(
            state=DocumentState.BUSY,
            lease_until__lt=Now(),
            attempts__gte=F("attempts_allowed"),
        )

    def give_up(self):
        """Fail what is exhausted, with the reason."""
        return self.exhausted().update(
            state=DocumentState.FAILED,
            lease_until=None,
            error=(
                f"Het programma dat de PDF maakt, stopte {ATTEMPTS} keer halverwege. "
                "Waarschijnlijk was er te weinig geheugen of is de tekst te lang."
            ),
        )

    def outdated(self):
        """About a person, and so old that what it says is not true any more."""
        made_before = timezone.now() - KEPT_ABOUT_PERSONS
        return self.exclude(participant=None).filter(requested_at__lt=made_before)

    @transaction.atomic
    def claim(self, pk):
        """Take a document to make it, or None: it was made, or another worker holds it."""
        taken = (
            self.filter(pk=pk)
            .unclaimed()
            .update(
                state=DocumentState.BUSY,
                progress=0,
                attempts=F("attempts") + 1,
                lease_until=Now() + LEASE,
                error="",
            )
        )
        # The row is locked until this transaction ends, so these are our own attempts.
        return self.get(pk=pk) if taken else None

    @transaction.atomic
    def request(self, *, pilot, kind, source, by, participant=None):
        """The document with this very content: asked for now, unless it exists or is on its way."""
        document, _ = self.get_or_create(
            pilot=pilot,
            kind=kind,
            participant=participant,
            source_sha256=sha256(json.dumps(source, sort_keys=True).encode()),
            defaults={"source": source, "requested_by": by},
        )
        document.ask_again()
        return document


class DocumentManager(models.Manager.from_queryset(DocumentQuerySet)):
    def get_queryset(self):
        # The bytes are only read where they are downloaded.
        return super().get_queryset().defer("content")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Document(models.Model):
    """A PDF and how far it is. This row is the truth; the queue only rings a bell.

    `source` is all that is in the document, as it was when it was asked for: whenever it is
    made, and however often, it says the same.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="documents")
    kind = models.CharField("soort", max_length=20, choices=DocumentKind)
    # Whom it is about, of a document about one person.
    participant = models.ForeignKey(
        Participant, models.PROTECT, null=True, related_name="documents", verbose_name="deelnemer"
    )
    source = models.JSONField()
    source_sha256 = models.CharField(max_length=64)
    state = models.CharField(
        "stand", max_length=10, choices=DocumentState, default=DocumentState.REQUESTED
    )
    progress = models.PositiveSmallIntegerField("voortgang in %", default=0)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    attempts_allowed = models.PositiveSmallIntegerField(default=ATTEMPTS)
    lease_until = models.DateTimeField(null=True)
    error = models.TextField("reden van mislukken", blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="aangevraagd door"
    )
    requested_at = models.DateTimeField("aangevraagd", default=timezone.now)
    made_at = models.DateTimeField("gemaakt", null=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = DocumentManager()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        base_manager_name = "objects"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "kind", "source_sha256"], name="document_source_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=DocumentState.values), name="document_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.READY, content__isnull=False, made_at__isnull=False)
                & ~Q(sha256="")
                | ~Q(state=DocumentState.READY)
                & Q(content__isnull=True, made_at__isnull=True, sha256=""),
                name="document_ready_has_content",
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.BUSY) ^ Q(lease_until=None),
                name="document_busy_has_lease",
            ),
            models.CheckConstraint(
                condition=Q(state=DocumentState.FAILED) ^ Q(error=""),
                name="document_failed_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(progress__lte=100), name="document_progress_at_most_100"
            ),
            models.CheckConstraint(
                condition=Q(kind=DocumentKind.EVALUATION, participant=None)
                | ~Q(kind=DocumentKind.EVALUATION) & ~Q(participant=None),
                name="document_about_somebody",
            ),
        ]
        triggers = [
            # What was downloaded once is the same for ever, whatever the program tries.
            pgtrigger.Protect(
                name="ready_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=DocumentState.READY)
                & pgtrigger.Q(old__participant__isnull=True),
            ),
            # One about a person can be thrown away, and still not be changed.
            pgtrigger.Protect(
                name="ready_stays_as_it_is",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state=DocumentState.READY),
            ),
        ]
        indexes = [
            # What the sweep looks for is next to nothing of a growing table.
            models.Index(
                fields=["state"],
                condition=Q(state__in=[DocumentState.REQUESTED, DocumentState.BUSY]),
                name="document_open",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.uuid} ({self.get_state_display()})"

    @property
    def is_ready(self) -> bool:
        return self.state == DocumentState.READY

    @property
    def is_failed(self) -> bool:
        return self.state == DocumentState.FAILED

    @property
    def is_open(self) -> bool:
        """Still to come."""
        return self.state in (DocumentState.REQUESTED, DocumentState.BUSY)

    @property
    def is_late(self) -> bool:
        """Nobody works on it, for longer than is usual."""
        now = timezone.now()
        if self.state == DocumentState.REQUESTED:
            return self.requested_at < now - PATIENCE
        return self.state == DocumentState.BUSY and self.lease_until < now

    def ask_again(self):
        """Have it made, as far as that is still needed; a failed one gets its attempts anew."""
        if self.is_failed:
            Document.objects.filter(pk=self.pk, state=DocumentState.FAILED).update(
                state=DocumentState.REQUESTED,
                progress=0,
                attempts_allowed=F("attempts") + ATTEMPTS,
                error="",
                requested_at=Now(),
            )
            self.refresh_from_db(fields=["state", "progress", "error", "requested_at"])
        if self.is_open:
            transaction.on_commit(self.ring, robust=True)

    def ring(self):
        """Tell the workers that there is work. Without an answer the row still waits for them."""
        try:
            current_app.send_task("reports.tasks.make_document", [self.pk])
        except QueueError as error:
            logger.warning("Document %s waits, the queue cannot be reached: %s", self.uuid, error)

    def _mine(self):
        """This row, as long as no other worker has taken it over."""
        return Document.objects.filter(pk=self.pk, state=DocumentState.BUSY, attempts=self.attempts)

    def as_html(self) -> str:
        return rendering.HTML_OF[self.kind](self.source)

    def make(self):
        """Render the document and store it; a worker that lost its claim stores nothing."""
        self._mine().update(progress=10)
        html = self.as_html()
        self._mine().update(progress=40)
        content = rendering.render_pdf(html)
        # One UPDATE, so bytes, fingerprint and state come together or not at all.
        self._mine().update(
            state=DocumentState.READY,
            progress=100,
            content=content,
            sha256=sha256(content),
            made_at=Now(),
            lease_until=None,
        )

    def fail(self, error: BaseException):
        """Keep why it was not made, in words for the one who asked."""
        if isinstance(error, OperationalError | InterfaceError):
            # The database went away and is back: the sweep takes it up, while attempts are left.
            connection.close_if_unusable_or_obsolete()
            self._mine().update(lease_until=Now())
            return
        if isinstance(error, SystemExit | KeyboardInterrupt):
            # The worker is being stopped, nothing is wrong with the document.
            self._mine().update(
                state=DocumentState.REQUESTED,
                lease_until=None,
                attempts_allowed=F("attempts_allowed") + 1,
            )
            return
        logger.error("Document %s failed", self.uuid, exc_info=error)
        self._mine().update(state=DocumentState.FAILED, lease_until=None, error=self._reason(error))

    def _reason(self, error: BaseException) -> str:
        if isinstance(error, SoftTimeLimitExceeded):
            seconds = settings.CELERY_TASK_SOFT_TIME_LIMIT
            return f"Het maken van de PDF duurde langer dan {seconds} seconden. Kort de tekst in."
        if isinstance(error, MemoryError):
            return "Er was te weinig geheugen om de PDF te maken."
        return (
            "Er ging iets mis bij het maken van de PDF. "
            f"Geef de beheerder dit kenmerk: {str(self.uuid)[:8]}."
        )

    def checked_content(self) -> bytes:
        """The bytes as they were made; raises DocumentDamaged when they no longer are."""
        content = bytes(self.content)
        if sha256(content) != self.sha256:
            logger.critical("Document %s is not what was made", self.uuid)
            raise DocumentDamaged(self.uuid)
        return content
