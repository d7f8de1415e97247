"""What more than one person can edit: nothing that a colleague changed is overwritten unseen."""

from django.db import models, transaction


class ChangedMeanwhile(Exception):
    """It was changed or removed since the form was opened. Its argument: how it is now, or None."""


class Versioned(models.Model):
    """`version` counts the changes; a form sends back the one that it was made from."""

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def has(self, values: dict) -> bool:
        return all(getattr(self, name) == value for name, value in values.items())

    @transaction.atomic
    def change(self, *, version, **values):
        """Write these values, or raise ChangedMeanwhile. The same again changes nothing."""
        now = type(self).objects.select_for_update(of=("self",)).filter(pk=self.pk).first()
        if now and now.has(values):
            return
        if now is None or now.version != version:
            raise ChangedMeanwhile(now)
        for name, value in values.items():
            setattr(now, name, value)
        now.version += 1
        now.save()


class SheetManager(models.Manager):
    def of(self, participant):
        """The sheet of a participant, empty as long as nothing was written on it."""
        sheet = self.filter(participant=participant).first() or self.model()
        sheet.participant = participant
        return sheet


class Sheet(Versioned):
    """The one sheet that a participant has about something, and the rows that hang below it."""

    participant = models.OneToOneField(
        "participants.Participant", models.PROTECT, related_name="+", verbose_name="deelnemer"
    )

    objects = SheetManager()

    # What is kept in rows of its own: a property that reads them, and a method `write_<name>`.
    ROWS: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @transaction.atomic
    def write(self, *, version, **values):
        """Write these values, or raise ChangedMeanwhile. The same again changes nothing."""
        # The participant, as there may be no sheet to lock yet.
        self.participant._lock()
        now = type(self).objects.of(self.participant)
        if now.has(values):
            return
        if now.version != version:
            raise ChangedMeanwhile(now)
        for name, value in values.items():
            if name in self.ROWS:
                getattr(now, f"write_{name}")(value)
            else:
                setattr(now, name, value)
        now.version += 1
        now.save()
