import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from budgeting.models import Budget
from participants.models import Participant, TrajectoryRules
from pilot.models import Pilot
from pilot.roles import Permission
from reports.figures import Figures
from reports.models.documents import Document, DocumentState
from reports.periods import Quarter, quarters

DOCUMENT_KIND = "evaluation"


class EvaluationFinalised(Exception):
    """It has been finalised, so nothing of it changes any more."""


class ChangedMeanwhile(Exception):
    """Somebody else stored a newer text than the one this was written on."""


class DraftOutdated(Exception):
    """There is no PDF, or not of the text as it is now stored."""


class EvaluationQuerySet(models.QuerySet):
    def visible_to(self, user, *, pilot):
        """Who writes sees all of them, who downloads sees the finalised ones with a PDF."""
        evaluations = self.filter(pilot=pilot)
        if user.can(Permission.EVALUATION_WRITE, pilot=pilot):
            return evaluations
        if user.can(Permission.EVALUATION_DOWNLOAD, pilot=pilot):
            return evaluations.published()
        return evaluations.none()

    def published(self):
        return self.filter(final__state=DocumentState.READY)

    def of(self, quarter: Quarter):
        return self.filter(year=quarter.year, number=quarter.number)

    def with_documents(self):
        """The documents without their bytes, which `select_related` would fetch for every row."""
        return self.select_related("draft", "final").defer("draft__content", "final__content")


class Evaluation(models.Model):
    """What is said about the figures of a quarter, on its reference date."""

    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="evaluations")
    year = models.PositiveSmallIntegerField("jaar")
    number = models.PositiveSmallIntegerField("kwartaal")
    since = models.DateField("vanaf")
    reference_on = models.DateField("peildatum")
    progress_text = models.TextField("voortgang", blank=True)
    issues_text = models.TextField("knelpunten", blank=True)
    proposals_text = models.TextField("voorstellen tot bijstelling", blank=True)
    # Raised with every change of the text: what was written on an older one is refused.
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="geschreven door"
    )
    written_at = models.DateTimeField("geschreven", default=timezone.now)
    draft = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    final = models.OneToOneField(Document, models.PROTECT, null=True, related_name="+")
    finalised_on = models.DateField("vastgesteld op", null=True)
    finalised_at = models.DateTimeField(null=True)
    finalised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = "kwartaalevaluatie"
        verbose_name_plural = "kwartaalevaluaties"
        ordering = ["-year", "-number"]
        triggers = [
            pgtrigger.Protect(
                name="finalised_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__final__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "year", "number"],
                name="evaluation_once_per_quarter",
                violation_error_message="Van dit kwartaal is er al een evaluatie.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=4), name="evaluation_quarter_known"
            ),
            models.CheckConstraint(
                condition=Q(since__lte=F("reference_on")), name="evaluation_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(final=None, finalised_on=None, finalised_at=None, finalised_by=None)
                | Q(
                    draft__isnull=False,
                    final__isnull=False,
                    finalised_on__isnull=False,
                    finalised_at__isnull=False,
                    finalised_by__isnull=False,
                ),
                name="evaluation_finalised_is_signed",
            ),
            models.CheckConstraint(
                condition=Q(finalised_on=None) | Q(finalised_on__gt=F("reference_on")),
                name="evaluation_finalised_after_quarter",
            ),
        ]

    def __str__(self):
        return f"Kwartaalevaluatie {self.quarter.label}"

    def save(self, *args, **kwargs):
        if Evaluation.objects.filter(pk=self.pk, finalised_on__isnull=False).exists():
            raise EvaluationFinalised(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("reports:evaluation-edit", args=[self.pilot.slug, self.quarter.slug])

    def delete(self, *args, **kwargs):
        if self.is_finalised:
            raise EvaluationFinalised(self)
        return super().delete(*args, **kwargs)

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.year, self.number)

    @property
    def is_finalised(self) -> bool:
        return self.finalised_on is not None

    @property
    def state_in_words(self) -> str:
        state = "vastgesteld" if self.is_finalised else "concept"
        if self.document and not self.document.is_ready:
            state = f"{state}, pdf {self.document.get_state_display()}"
        return state

    @property
    def document(self) -> Document | None:
        """The PDF it is about now: the final one, or else the last draft."""
        return self.final or self.draft

    @property
    def narrative(self) -> dict[str, str]:
        return {
            "progress_text": self.progress_text,
            "issues_text": self.issues_text,
            "proposals_text": self.proposals_text,
        }

    @property
    def named(self) -> list[str]:
        """Whoever of the pilot is named in the text: the directie must not see them."""
        return Participant.objects.filter(pilot=self.pilot).named_in(
            "\n".join(self.narrative.values())
        )

    @property
    def figures(self) -> Figures | None:
        """The figures as they stand frozen in the PDF, None before the first one."""
        return Figures.from_json(self.document.source["figures"]) if self.document else None

    @property
    def draft_has_this_text(self) -> bool:
        return self.draft is not None and self.draft.source["version"] == self.version

    @property
    def can_be_finalised(self) -> bool:
        return not self.is_finalised and self.draft_has_this_text and self.draft.is_ready

    def current_figures(self) -> Figures:
        """The figures on the reference date, by what is recorded up to now."""
        return Figures.of(self.pilot, since=self.since, on=self.reference_on)

    def _lock(self):
        """Take the row as it is now, or raise EvaluationFinalised."""
        self.refresh_from_db(from_queryset=Evaluation.objects.select_for_update(of=("self",)))
        if self.is_finalised:
            raise EvaluationFinalised(self)

    @transaction.atomic
    def write(self, narrative, *, version, by):
        """Store the text on top of the version it was written on.

        Raises ChangedMeanwhile or EvaluationFinalised.
        """
        self._lock()
        if narrative == self.narrative:
            return
        if version != self.version:
            raise ChangedMeanwhile(self)
        for field, text in narrative.items():
            setattr(self, field, text)
        self.version += 1
        self.written_by, self.written_at = by, timezone.now()
        self.save(update_fields=[*narrative, "version", "written_by", "written_at"])

    @transaction.atomic
    def request_draft(self, *, by):
        """Freeze the figures with the text as it is stored, and have the concept made of it."""
        self._lock()
        self.draft = Document.objects.request(
            pilot=self.pilot, kind=DOCUMENT_KIND, source=self._source(), by=by
        )
        self.save(update_fields=["draft"])

    def _source(self) -> dict:
        return {
            "quarter": self.quarter.slug,
            "since": self.since.isoformat(),
            "reference_on": self.reference_on.isoformat(),
            "version": self.version,
            "figures": self.current_figures().as_json(),
            "budget": frozen_budget(self.pilot),
            "narrative": self.narrative,
            "finalised_on": None,
        }

    @transaction.atomic
    def finalise(self, *, reviewed, by):
        """Make the reviewed draft, with its frozen figures, the evaluation of this quarter.

        `reviewed` is the uuid of the draft that was read. Raises DraftOutdated when it is not the
        one of the text as it is now stored, or EvaluationFinalised.
        """
        self._lock()
        if not self.can_be_finalised or self.draft.uuid != reviewed:
            raise DraftOutdated(self)
        self.finalised_on, self.finalised_at = self.pilot.today(), timezone.now()
        self.finalised_by = by
        self.final = Document.objects.request(
            pilot=self.pilot,
            kind=DOCUMENT_KIND,
            source=self.draft.source | {"finalised_on": self.finalised_on.isoformat()},
            by=by,
        )
        self.save(update_fields=["final", "finalised_on", "finalised_at", "finalised_by"])
        TrajectoryRules.objects.close(self.pilot, until=self.reference_on)

    def retry(self):
        """Have the PDF that failed, or that waits too long, made after all."""
        if self.document:
            self.document.ask_again()


def open_quarters(pilot: Pilot) -> list[Quarter]:
    """The quarters of a pilot that have begun and have no evaluation yet, the first one first."""
    written = {evaluation.quarter for evaluation in pilot.evaluations.all()}
    last_day = min(pilot.today(), pilot.ends_on)
    if last_day < pilot.starts_on:
        return []
    return [quarter for quarter in quarters(pilot.starts_on, last_day) if quarter not in written]


def frozen_budget(pilot: Pilot) -> dict | None:
    """The totals of the adopted budget, exact and in euro, by year; None without such a budget."""
    budget = Budget.objects.of(pilot).filter(adopted=True).first()
    if budget is None:
        return None
    totals = [(str(year.period.year), year.total) for year in budget.table.years]
    return {
        "name": budget.name,
        "rows": [
            {
                "label": label,
                "regular": str(total.regular),
                "extra": str(total.extra),
                "esf": str(total.esf),
                "esf_before": str(total.esf_before),
                "net": str(total.net),
            }
            for label, total in [*totals, ("Samen", budget.table.total)]
        ],
    }
