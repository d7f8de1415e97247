"""The papers that prove an outcome."""

from django.db import models, transaction
from django.db.models import Q

from participants.models.sealed_files import SealedFile, SealedFileManager, SealedFileQuerySet
from participants.outflow_choices import EvidenceKind
from pilot.history import tracked


class EvidenceQuerySet(SealedFileQuerySet):
    @transaction.atomic
    def add(self, outcome, *, kind, file, by):
        """Keep a checked file with an outcome; the same file again is there already."""
        outcome.participant._lock()
        same = self.there().filter(outcome=outcome, sha256=file.sha256).first()
        return same or self.keep(
            file, participant=outcome.participant, outcome=outcome, kind=kind, by=by
        )


@tracked(exclude=["sealed"])
class Evidence(SealedFile):
    """A file that proves an outcome (bewijs)."""

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

    objects = SealedFileManager.from_queryset(EvidenceQuerySet)()

    class Meta(SealedFile.Meta):
        verbose_name = "bewijs"
        constraints = [
            *SealedFile.Meta.constraints,
            models.UniqueConstraint(
                fields=["outcome", "sha256"],
                condition=Q(removed_at=None),
                name="evidence_file_once",
            ),
        ]
