"""What more than one person can edit: nothing that a colleague changed is overwritten unseen."""

from django.db import models, transaction
from django.db.models import Max

from pilot.history import Change, ChangedMeanwhile, changes


class Versioned(models.Model):
    """`version` counts the changes; a form sends back the one that it was made from.

    The model is tracked: the history tells what the colleague changed.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    # What of it is kept in rows of their own, below the participant: the model, by the name of a
    # property that reads them. A method `write_<name>` writes them.
    ROWS: dict[str, type[models.Model]] = {}

    class Meta:
        abstract = True

    @transaction.atomic
    def change(self, *, version, **values):
        """The row with these values; the same again changes nothing. Raises ChangedMeanwhile."""
        now = self._locked()
        if now is None:
            raise ChangedMeanwhile
        if not now.has(values):
            now.check_version(version)
            now.store(values)
        return now

    def _locked(self, rows=None):
        """The row as it is now, held until the transaction ends; None where it is gone."""
        rows = type(self).objects.all() if rows is None else rows
        return rows.select_for_update(of=("self",)).filter(pk=self.pk).first()

    def has(self, values: dict) -> bool:
        return all(getattr(self, name) == value for name, value in values.items())

    def check_version(self, version) -> None:
        if self.version != version:
            raise ChangedMeanwhile(self.version, self.changes_since(version))

    def store(self, values: dict) -> None:
        """Write values as the next version. Lock the row first."""
        for name, value in values.items():
            if name in self.ROWS:
                getattr(self, f"write_{name}")(value)
            else:
                setattr(self, name, value)
        self.version += 1
        # After its rows: what belongs to a version stands before it in the history.
        self.save()

    def changes_since(self, version) -> list[Change]:
        """What was changed after a version, newest first."""
        kept = self.pgh_event_model.objects.filter(pgh_obj_id=self.pk, version__lte=version or 0)
        read_at = kept.aggregate(at=Max("pgh_created_at"))["at"]
        return [change for change in self._changes() if read_at is None or change.at > read_at]

    def _changes(self) -> list[Change]:
        if not self.ROWS:
            return changes({type(self): "pgh_obj_id"}, self.pk)
        sources = (type(self), *self.ROWS.values())
        return changes(dict.fromkeys(sources, "participant_id"), self.participant_id)


class SheetManager(models.Manager):
    def of(self, participant):
        """The sheet of a participant, empty as long as nothing was written on it."""
        sheet = self.filter(participant=participant).first() or self.model()
        sheet.participant = participant
        return sheet


class Sheet(Versioned):
    """The one sheet that a participant has about something."""

    participant = models.OneToOneField(
        "participants.Participant", models.PROTECT, related_name="+", verbose_name="deelnemer"
    )

    objects = SheetManager()

    class Meta:
        abstract = True

    def _locked(self):
        # The participant, as there may be no sheet to lock yet.
        self.participant._lock()
        return type(self).objects.of(self.participant)
