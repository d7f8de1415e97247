from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from participants.choices import Education, Household, LanguageLevel, Sex
from participants.import_fields import BSN, LABELS
from participants.importing import Decision, RowOutcome, errors_in_words, identity
from pilot.sealing import fingerprint

CHOICES = {
    "sex": Sex.choices,
    "household": Household.choices,
    "education": Education.choices,
    "language_level": LanguageLevel.choices,
}
OUTCOMES = [
    (RowOutcome.REFUSED.value, "geweigerd"),
    (RowOutcome.POSSIBLE.value, "mogelijk dubbel"),
    (RowOutcome.NEW.value, "nieuw"),
    (RowOutcome.KNOWN.value, "al bekend"),
]
DECISIONS = [
    (Decision.SAME.value, "dezelfde persoon"),
    (Decision.OTHER.value, "iemand anders"),
]


class ImportRowQuerySet(models.QuerySet):
    def possible(self):
        return self.filter(outcome=RowOutcome.POSSIBLE)

    def to_add(self, *, undecided=False):
        """What becomes a participant; `undecided`: with what still may."""
        decisions = [Decision.OTHER, ""] if undecided else [Decision.OTHER]
        possible = Q(outcome=RowOutcome.POSSIBLE, decision__in=decisions)
        return self.filter(Q(outcome=RowOutcome.NEW) | possible)


class ImportRow(models.Model):
    """One row of an uploaded list with its outcome.

    `values`: of a row that may be added what the participant gets, of the others what was typed.
    `note`: of whom it is the same, or may be; `decision`: whether it is. `translated`: what was
    typed where the value is another word.
    """

    source = models.ForeignKey("participants.CandidateImport", models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField("regel")
    values = models.JSONField()
    translated = models.JSONField(default=dict)
    outcome = models.CharField("uitkomst", max_length=10, choices=OUTCOMES)
    errors = models.JSONField(default=dict)
    note = models.TextField("toelichting", blank=True)
    bsn_fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    decision = models.CharField("besluit", max_length=10, choices=DECISIONS, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("besloten", null=True)

    objects = ImportRowQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(decision="")
                | Q(decision__in=[decision.value for decision in Decision], outcome="possible"),
                name="import_row_decision_possible",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by=None, decided_at=None)
                | ~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="import_row_decision_signed",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="possible") | ~Q(note=""), name="import_row_possible_whom"
            ),
        ]

    def __str__(self):
        return f"Regel {self.line}"

    @property
    def number(self) -> int:
        """By which it is ticked in a list."""
        return self.line

    @property
    def is_possible(self) -> bool:
        return self.outcome == RowOutcome.POSSIBLE

    @property
    def is_understood(self) -> bool:
        return self.outcome in (RowOutcome.NEW, RowOutcome.POSSIBLE)

    def shown(self, field):
        """The value of a field as a user reads it: of a new row as it was understood."""
        value = self.values.get(field, "")
        if not self.is_understood or not value:
            return value
        if field in CHOICES:
            return dict(CHOICES[field])[value]
        return date.fromisoformat(value) if field in ("birth_date", "assigned_on") else value

    def settle(self, outcome, note):
        """Give another outcome, about which nobody decided yet."""
        self.outcome, self.note = outcome, note
        self.decision, self.decided_by, self.decided_at = "", None, None
        self.save()

    def of_participant(self) -> dict[str, str]:
        values = {name: value for name, value in self.values.items() if name != BSN}
        return values | {"bsn_fingerprint": self.bsn_fingerprint}

    @property
    def identity(self) -> str:
        """By what somebody who may be known is known again in a next list."""
        return fingerprint(identity(self.values))

    @property
    def reasons(self) -> str:
        """Why it is refused, or of whom it is the same and what was read otherwise."""
        read = (
            f"{LABELS[name]} ‘{typed}’ gelezen als {self.shown(name) or 'niet ingevuld'}"
            for name, typed in self.translated.items()
        )
        return errors_in_words(self.values, self.errors) or "; ".join(
            filter(None, [self.note, *read])
        )
