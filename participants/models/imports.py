import uuid
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone

from participants.import_columns import (
    BY_NAME,
    hide_bsns,
    is_settled,
    proposal,
    recognise,
    unreadable,
    unused,
)
from participants.import_fields import KnownPerson, Rules
from participants.import_files import Sheet, read_sheet
from participants.importing import (
    Decision,
    People,
    RowOutcome,
    check_rows,
    known_by,
    rows_of,
)
from participants.models.import_columns import ImportColumn
from participants.models.import_decisions import SamePerson
from participants.models.import_rows import CHOICES, ImportRow
from participants.models.participant import Participant
from pilot.models import Pilot
from pilot.sealing import fingerprint, seal, unseal

KEPT_UNCONFIRMED = timedelta(days=7)


class AlreadyConfirmed(ValueError):
    """This list has been confirmed before, or was thrown away meanwhile."""


class ColumnsNotChosen(ValueError):
    """What the columns of this list are has not been chosen yet."""


class ReadAgain(Exception):
    """A column of which only a fingerprint was left is something else: what it is is remembered,
    and the list has to be read again."""


class ChangedMeanwhile(ValueError):
    """Somebody else chose other columns or decided about rows after the page was opened."""


class Undecided(ValueError):
    """So many rows, the argument, may be somebody who is known; that was not decided yet."""


class CandidateImportQuerySet(models.QuerySet):
    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def abandoned(self):
        """Never confirmed and too old to come back to: they hold personal data for nothing."""
        return self.unconfirmed().filter(at__lt=timezone.now() - KEPT_UNCONFIRMED)

    def with_counts(self):
        """`new`, `known`, `possible`, `refused`: the number of rows with that outcome.

        `undecided`, `same` and `other`: of the possible ones what was decided.
        """
        counts = {outcome: Q(rows__outcome=outcome) for outcome in RowOutcome}
        counts |= {decision: Q(rows__decision=decision) for decision in Decision}
        counts["undecided"] = Q(rows__outcome=RowOutcome.POSSIBLE, rows__decision="")
        return self.annotate(
            **{str(name): Count("rows", filter=which) for name, which in counts.items()}
        )

    @transaction.atomic
    def read(self, upload, *, pilot, by, form=None):
        """Read an uploaded list, or raise UnreadableList. Where every column is recognised each
        row has its outcome at once; else the user chooses the columns first.

        `form`: the uuid of the form it came by; the same list sent twice by it is read once.
        """
        content = upload.read()
        key = uuid.uuid5(form, sha256(content).hexdigest()) if form else uuid.uuid4()
        remembered = ImportColumn.objects.remembered(pilot)
        sheet = read_sheet(upload.name, content, BY_NAME.keys() | remembered.keys())
        recognised = recognise(sheet.headings, remembered)
        sheet = hide_bsns(sheet, recognised, fingerprint)
        # From here on not two at once, so that a double click finds what the first click made.
        Pilot.objects.select_for_update(no_key=True).get(pk=pilot.pk)
        if made := self.filter(pilot=pilot, uuid=key).first():
            return made
        made = self.create(
            uuid=key,
            pilot=pilot,
            file_name=upload.name,
            read_as=sheet.read_as,
            sheet=seal(sheet.packed()),
            by=by,
        )
        if is_settled(recognised):
            made._check(sheet, recognised)
        return made


class CandidateImport(models.Model):
    """An uploaded list of candidates: first a preview, and participants once it is confirmed.

    The file itself is not kept; what stood in it is, sealed, until the list is confirmed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="imports")
    file_name = models.CharField("bestand", max_length=255)
    read_as = models.CharField("gelezen als", max_length=120)
    # The field that each column gives, "" for none; empty as long as nobody chose.
    columns = models.JSONField(default=list)
    ignored_columns = models.JSONField(default=list)
    sheet = models.BinaryField(null=True)
    # Counts the changes, so that nobody confirms or decides upon what they did not see.
    version = models.PositiveIntegerField(default=0)
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
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(sheet=None), name="import_confirmed_is_emptied"
            ),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("participants:import-detail", args=[self.pilot.slug, self.uuid])

    @property
    def fields(self) -> list[str]:
        return [name for name in self.columns if name]

    def opened(self) -> Sheet:
        return Sheet.unpacked(unseal(self.sheet))

    def proposed(self, sheet) -> list[str]:
        """The columns as they were chosen, and before that as they were recognised."""
        remembered = ImportColumn.objects.remembered(self.pilot)
        return self.columns or proposal(recognise(sheet.headings, remembered))

    def _hold(self, seen: int | None = None):
        """Take the unconfirmed import, so that two who act at once do so after one another.

        `seen`: the version that the page showed; raises ChangedMeanwhile where it is another now.
        """
        unconfirmed = CandidateImport.objects.unconfirmed().select_for_update(of=("self",))
        if not (held := unconfirmed.filter(pk=self.pk).first()):
            raise AlreadyConfirmed(f"import {self.pk}")
        if seen not in (None, held.version):
            raise ChangedMeanwhile(f"import {self.pk}")
        held.version += 1
        return held

    def choose_columns(self, columns, *, seen=None):
        """Say which field each column gives, remember that, and check every row by it.

        What was decided about rows goes. Raises AlreadyConfirmed, ChangedMeanwhile or ReadAgain.
        """
        if not self._choose(columns, seen):
            # Apart, so that what was chosen stays remembered.
            raise ReadAgain(f"import {self.pk}")
        self.refresh_from_db()

    @transaction.atomic
    def _choose(self, columns, seen) -> bool:
        """Whether the rows could be checked by it; else the list is gone."""
        held = self._hold(seen)
        sheet = hide_bsns(held.opened(), columns, fingerprint)
        ImportColumn.objects.remember(self.pilot, sheet.headings, columns)
        if unreadable(sheet, columns):
            held.delete()
            return False
        held.sheet = seal(sheet.packed())
        held.rows.all().delete()
        held._check(sheet, columns)
        return True

    def _check(self, sheet, columns):
        """Give each row of the sheet its outcome, with these columns."""
        self.columns, self.ignored_columns = columns, unused(sheet.headings, columns)
        self.save()
        rules = Rules(
            today=self.pilot.today(),
            assigned_from=self.pilot.assigned_from,
            known=known_people(self.pilot),
            choices=CHOICES,
        )
        rows = [
            ImportRow(
                source=self,
                line=row.line,
                outcome=row.outcome,
                values=row.values,
                errors=row.errors,
                note=row.note,
                bsn_fingerprint=row.fingerprint,
                translated=row.translated,
            )
            for row in check_rows(rows_of(sheet, columns), rules)
        ]
        SamePerson.objects.apply(self.pilot, rows)
        ImportRow.objects.bulk_create(rows)

    @transaction.atomic
    def decide(self, lines, decision, *, by, seen=None) -> int:
        """Say of these possible duplicates whether they are the same person; gives how many.

        Raises AlreadyConfirmed or ChangedMeanwhile.
        """
        held = self._hold(seen)
        decided = (
            held.rows.possible()
            .filter(line__in=lines)
            .update(decision=decision, decided_by=by, decided_at=timezone.now())
        )
        held.save(update_fields=["version"])
        return decided

    def confirm(self, *, by, seen=None):
        """Make participants of the new rows, once.

        A row that became known since the preview is known. What was typed is kept of the refused
        rows only, for the download; of the others it is in the participant now. Raises
        AlreadyConfirmed, ColumnsNotChosen, ChangedMeanwhile or Undecided.
        """
        if undecided := self._confirm(by, seen):
            # Apart, so that what turned out to be possible since the preview stays written down.
            raise Undecided(undecided)
        self.refresh_from_db()

    @transaction.atomic
    def _confirm(self, by, seen) -> int:
        """Confirm, and give 0; or give how many rows are to be decided first."""
        # Numbers are given out one import at a time; no_key, so that others can go on logging.
        Pilot.objects.select_for_update(no_key=True).get(pk=self.pilot_id)
        held = self._hold(seen)
        if not held.columns:
            raise ColumnsNotChosen(f"import {self.pk}")
        held._compare_again()
        if undecided := held.rows.possible().filter(decision="").count():
            held.save(update_fields=["version"])
            return undecided
        held._add()
        SamePerson.objects.remember(self.pilot, held.rows.possible())
        held.rows.exclude(outcome=RowOutcome.REFUSED).update(values={}, translated={})
        held.rows.update(bsn_fingerprint="")
        held.rows.filter(outcome=RowOutcome.KNOWN).update(note="")
        held.sheet, held.confirmed_at, held.confirmed_by = None, timezone.now(), by
        held.save()
        return 0

    def _compare_again(self):
        """Compare the rows that are to be added with whoever came into the pilot meanwhile."""
        people = People(known_people(self.pilot))
        for row in self.rows.to_add(undecided=True):
            client = row.values["client_number"]
            if known := people.same(client, row.bsn_fingerprint):
                row.settle(RowOutcome.KNOWN, known_by(known, row.values))
            elif (note := people.alike(row.values, row.bsn_fingerprint)) and note != row.note:
                row.settle(RowOutcome.POSSIBLE, note)

    def _add(self):
        last = self.pilot.participants.aggregate(last=Max("number"))["last"] or 0
        Participant.objects.bulk_create(
            Participant(pilot_id=self.pilot_id, number=number, **row.of_participant())
            for number, row in enumerate(self.rows.to_add(), start=last + 1)
        )

    @transaction.atomic
    def discard(self):
        """Throw the preview away with all that was read, or raise AlreadyConfirmed."""
        self._hold().delete()


def known_people(pilot) -> list[KnownPerson]:
    people = Participant.objects.filter(pilot=pilot).order_by("number")
    return [
        KnownPerson(client, f"{first} {last}", born.isoformat(), bsn)
        for client, first, last, born, bsn in people.values_list(
            "client_number", "first_name", "last_name", "birth_date", "bsn_fingerprint"
        )
    ]
