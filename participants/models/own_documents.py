"""The papers that somebody has for an employer, beside the CV that the program makes."""

from django.db import models, transaction
from django.db.models import Q

from participants.mediation_choices import OwnDocumentKind
from participants.models.sealed_files import SealedFile, SealedFileManager, SealedFileQuerySet
from pilot.history import tracked
from pilot.roles import Permission

AT_MOST = 20


class FileIsThere(ValueError):
    """The same file was kept already, as its argument."""


class TooManyDocuments(ValueError):
    """There are AT_MOST of them."""


class OwnDocumentQuerySet(SealedFileQuerySet):
    @transaction.atomic
    def add(self, participant, *, file, by, on, **words):
        """Keep a checked file; the same file with the same words, sent again, gives the same row.

        Raises FileIsThere or TooManyDocuments.
        """
        participant._lock()
        there = self.there().filter(participant=participant)
        if same := there.filter(sha256=file.sha256).first():
            if all(getattr(same, name) == value for name, value in words.items()):
                return same
            raise FileIsThere(same)
        if there.count() >= AT_MOST:
            raise TooManyDocuments(participant)
        return self.keep(file, participant=participant, by=by, on=on, **words)


@tracked(exclude=["sealed"])
class OwnDocument(SealedFile):
    """A paper of the participant (eigen document): whoever may mediate can show it."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="own_documents",
        verbose_name="deelnemer",
    )
    kind = models.CharField("soort document", max_length=20, choices=OwnDocumentKind)
    description = models.CharField("omschrijving", max_length=100, blank=True)
    on = models.DateField("toegevoegd op")

    objects = SealedFileManager.from_queryset(OwnDocumentQuerySet)()

    class Meta(SealedFile.Meta):
        verbose_name = "eigen document"
        ordering = ["on", "pk"]
        constraints = [
            *SealedFile.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=OwnDocumentKind.values), name="owndocument_kind_known"
            ),
            models.UniqueConstraint(
                fields=["participant", "sha256"],
                condition=Q(removed_at=None),
                name="owndocument_file_once",
            ),
        ]

    def can_be_removed_by(self, user) -> bool:
        """Who mediates takes away only what they added themselves."""
        pilot = self.participant.pilot
        return self.by_id == user.pk or user.can(Permission.OWN_DOCUMENT_REMOVE, pilot=pilot)
