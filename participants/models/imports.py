import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone

from participants.choices import Education, Household, LanguageLevel, Sex
from participants.importing import (
    RowOutcome,
    Rules,
    check_rows,
    errors_in_words,
    read_list,
)
from participants.models.participant import Participant
from pilot.models import Pilot

CHOICES = {
    "sex": Sex.choices,
    "household": Household.choices,
    "education": Education.choices,
    "language_level": LanguageLevel.choices,
}
OUTCOMES = [
    (RowOutcome.REFUSED.value, "geweigerd"),
    (RowOutcome.NEW.value, "nieuw"),
    (RowOutcome.KNOWN.value, "al bekend"),
]
KEPT_UNCONFIRMED = timedelta(days=7)


class AlreadyConfirmed(ValueError):
    """This list has been confirmed before, or was thrown away meanwhile."""


class CandidateImportQuerySet(models.QuerySet):
    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def abandoned(self):
        """Never confirmed and too old to come back to: they hold personal data for nothing."""
        return self.unconfirmed().filter(at__lt=timezone.now() - KEPT_UNCONFIRMED)

    def with_counts(self):
        """`new`, `known` and `refused`: the number of rows with that outcome."""
        return self.annotate(
            **{
                str(outcome): Count("rows", filter=Q(rows__outcome=outcome))
                for outcome in RowOutcome
            }
        )

    @transaction.atomic
    def read(self, upload, *, pilot, by):
        """Read an uploaded list and keep every row with its outcome, or raise UnreadableList."""
        found = read_list(upload.name, upload.read())
        known = Participant.objects.filter(pilot=pilot).values_list("client_number", flat=True)
        rules = Rules(
            today=pilot.today(),
            assigned_from=pilot.assigned_from,
            known=set(known),
            choices=CHOICES,
        )
        made = self.create(
            pilot=pilot,
            file_name=upload.name,
            read_as=found.read_as,
            columns=found.columns,
            ignored_columns=found.ignored_columns,
            by=by,
        )
        ImportRow.objects.bulk_create(
            ImportRow(
                source=made,
                line=row.line,
                outcome=row.outcome,
                values=row.values,
                errors=row.errors,
            )
            for row in check_rows(found.rows, rules)
        )
        return made


class CandidateImport(models.Model):
    """An uploaded list of candidates: first a preview, and participants once it is confirmed.

    The file itself is not kept.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="imports")
    file_name = models.CharField("bestand", max_length=255)
    read_as = models.CharField("gelezen als", max_length=120)
    columns = models.JSONField(default=list)
    ignored_columns = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("ingelezen", auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("bevestigd", null=True)

    objects = CandidateImportQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None) ^ Q(confirmed_by__isnull=False),
                name="import_confirmation_signed",
            ),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("participants:import-detail", args=[self.pilot.slug, self.uuid])

    @transaction.atomic
    def confirm(self, *, by):
        """Make participants of the new rows, once, or raise AlreadyConfirmed.

        A row that became known since the preview is known. What was typed is kept of the refused
        rows only, for the download; of the others it is in the participant now.
        """
        # Numbers are given out one import at a time; no_key, so that others can go on logging.
        Pilot.objects.select_for_update(no_key=True).get(pk=self.pilot_id)
        # Whoever changes this row first has it; for the other it is not unconfirmed any more.
        unconfirmed = CandidateImport.objects.unconfirmed().filter(pk=self.pk)
        if not unconfirmed.update(confirmed_at=timezone.now(), confirmed_by=by):
            raise AlreadyConfirmed(f"import {self.pk}")

        participants = Participant.objects.filter(pilot=self.pilot_id)
        taken = set(participants.values_list("client_number", flat=True))
        new = list(self.rows.filter(outcome=RowOutcome.NEW))
        known = [row.pk for row in new if row.values["client_number"] in taken]
        self.rows.filter(pk__in=known).update(outcome=RowOutcome.KNOWN)
        added = [row for row in new if row.values["client_number"] not in taken]
        first = (participants.aggregate(last=Max("number"))["last"] or 0) + 1
        Participant.objects.bulk_create(
            Participant(pilot_id=self.pilot_id, number=number, **row.values)
            for number, row in enumerate(added, start=first)
        )
        self.rows.exclude(outcome=RowOutcome.REFUSED).update(values={})
        self.refresh_from_db()

    @transaction.atomic
    def discard(self):
        """Throw the preview away with all that was read, or raise AlreadyConfirmed."""
        unconfirmed = CandidateImport.objects.unconfirmed().select_for_update(of=("self",))
        if not (held := unconfirmed.filter(pk=self.pk).first()):
            raise AlreadyConfirmed(f"import {self.pk}")
        held.delete()


class ImportRow(models.Model):
    """One row of an uploaded list with its outcome.

    `values`: of a new row what the participant gets, of the others what was typed.
    """

    source = models.ForeignKey(CandidateImport, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField("regel")
    values = models.JSONField()
    outcome = models.CharField("uitkomst", max_length=10, choices=OUTCOMES)
    errors = models.JSONField(default=dict)

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["source", "line"], name="import_row_line_once"),
            models.CheckConstraint(
                condition=Q(outcome="refused") ^ Q(errors={}), name="import_row_refused_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[outcome.value for outcome in RowOutcome]),
                name="import_row_outcome_known",
            ),
        ]

    def __str__(self):
        return f"Regel {self.line}"

    def shown(self, field):
        """The value of a field as a user reads it: of a new row as it was understood."""
        value = self.values.get(field, "")
        if self.outcome != RowOutcome.NEW or not value:
            return value
        if field in CHOICES:
            return dict(CHOICES[field])[value]
        return date.fromisoformat(value) if field in ("birth_date", "assigned_on") else value

    @property
    def reasons(self) -> str:
        return errors_in_words(self.values, self.errors)
