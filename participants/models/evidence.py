"""The papers that prove an outcome, sealed (pilot/sealing.py)."""

import hashlib
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from participants.evidence import KINDS
from participants.outflow_choices import EvidenceKind
from pilot.history import tracked
from pilot.sealing import SealBroken, seal, unseal


class EvidenceDamaged(Exception):
    """What is stored is not what was uploaded, or cannot be opened with our keys."""


class EvidenceGone(Exception):
    """It was taken away meanwhile."""


class EvidenceQuerySet(models.QuerySet):
    def there(self):
        return self.filter(removed_at=None)

    @transaction.atomic
    def add(self, outcome, *, kind, file, by):
        """Keep a checked file with an outcome; the same file again is there already."""
        outcome.participant._lock()
        own = self.there().filter(outcome=outcome, sha256=file.sha256)
        return own.first() or self.create(
            participant=outcome.participant,
            outcome=outcome,
            kind=kind,
            name=file.name,
            content_type=file.content_type,
            size=len(file.content),
            sha256=file.sha256,
            sealed=seal(file.content),
            by=by,
        )


class EvidenceManager(models.Manager.from_queryset(EvidenceQuerySet)):
    def get_queryset(self):
        # Up to 13 MB a row: only who downloads one fetches it.
        return super().get_queryset().defer("sealed")


@tracked(exclude=["sealed"])
class Evidence(models.Model):
    """A file that proves an outcome (bewijs). Taken away, only what it was is left."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Also here, as in all that is about a person: the history looks for it.
    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="evidence",
        verbose_name="deelnemer",
    )
    outcome = models.ForeignKey(
        "participants.Outcome", models.PROTECT, related_name="evidence", verbose_name="uitstroom"
    )
    kind = models.CharField("soort bewijs", max_length=20, choices=EvidenceKind)
    name = models.CharField("bestand", max_length=110)
    content_type = models.CharField("bestandstype", max_length=40)
    size = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField("sha-256", max_length=64)
    sealed = models.BinaryField(null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="weggehaald door",
    )
    removed_at = models.DateTimeField("weggehaald", null=True, editable=False)
    removed_reason = models.CharField("reden van weghalen", max_length=300, blank=True)

    objects = EvidenceManager()

    class Meta:
        verbose_name = "bewijs"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    sealed__isnull=False,
                    removed_at=None,
                    removed_by=None,
                    removed_reason="",
                )
                | Q(sealed=None, removed_at__isnull=False, removed_by__isnull=False)
                & ~Q(removed_reason=""),
                name="evidence_removed_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=settings.EVIDENCE_MAX_BYTES),
                name="evidence_size_limited",
            ),
            models.CheckConstraint(
                condition=Q(content_type__in=[kind.content_type for kind in KINDS]),
                name="evidence_type_known",
            ),
            models.UniqueConstraint(
                fields=["outcome", "sha256"],
                condition=Q(removed_at=None),
                name="evidence_file_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.name})"

    @property
    def is_there(self) -> bool:
        return self.removed_at is None

    def checked_content(self) -> bytes:
        """The file as it was uploaded, or EvidenceDamaged."""
        try:
            content = unseal(self.sealed)
        except SealBroken as error:
            raise EvidenceDamaged(self.pk) from error
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise EvidenceDamaged(self.pk)
        return content

    @transaction.atomic
    def remove(self, *, by, reason):
        """Take the file away; the row says what it was. Raises EvidenceGone."""
        there = Evidence.objects.there().select_for_update(of=("self",)).filter(pk=self.pk)
        gone = there.update(
            sealed=None, removed_by=by, removed_at=timezone.now(), removed_reason=reason
        )
        if not gone:
            raise EvidenceGone(self.pk)
        self.refresh_from_db(fields=["removed_by", "removed_at", "removed_reason"])
