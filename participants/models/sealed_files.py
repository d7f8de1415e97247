"""Files that lie sealed in the database (pilot/sealing.py)."""

import hashlib
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from participants.files import KINDS
from pilot.sealing import SealBroken, seal, unseal


class FileDamaged(Exception):
    """What is stored is not what was uploaded, or cannot be opened with our keys."""


class FileGone(Exception):
    """It was taken away meanwhile."""


class SealedFileQuerySet(models.QuerySet):
    def there(self):
        return self.filter(removed_at=None)

    def keep(self, file, **about):
        """A new row with a file that was checked."""
        return self.create(
            name=file.name,
            content_type=file.content_type,
            size=len(file.content),
            sha256=file.sha256,
            sealed=seal(file.content),
            **about,
        )


class SealedFileManager(models.Manager.from_queryset(SealedFileQuerySet)):
    def get_queryset(self):
        # Up to 13 MB a row: only who downloads one fetches it.
        return super().get_queryset().defer("sealed")


class SealedFile(models.Model):
    """Taken away, only what it was is left. What it is of, and its `kind`, say the models."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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

    class Meta:
        abstract = True
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
                name="%(class)s_removed_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=settings.FILE_MAX_BYTES),
                name="%(class)s_size_limited",
            ),
            models.CheckConstraint(
                condition=Q(content_type__in=[kind.content_type for kind in KINDS]),
                name="%(class)s_type_known",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.name})"

    @property
    def is_there(self) -> bool:
        return self.removed_at is None

    def checked_content(self) -> bytes:
        """The file as it was uploaded, or FileDamaged."""
        try:
            content = unseal(self.sealed)
        except SealBroken as error:
            raise FileDamaged(self.pk) from error
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise FileDamaged(self.pk)
        return content

    @transaction.atomic
    def remove(self, *, by, reason):
        """Take the file away; the row says what it was. Raises FileGone."""
        rows = type(self).objects.there().select_for_update(of=("self",))
        gone = rows.filter(pk=self.pk).update(
            sealed=None, removed_by=by, removed_at=timezone.now(), removed_reason=reason
        )
        if not gone:
            raise FileGone(self.pk)
        self.refresh_from_db(fields=["removed_by", "removed_at", "removed_reason"])
