"""What participants do: a placement with an employer, a study, a business of their own.

Rows are changed here, with a version, so that nobody overwrites what a colleague did meanwhile;
every earlier state is in the history.
"""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from participants.engagements import (
    Bbz,
    Financing,
    PlacementKind,
    Standing,
    outcome_of_business,
    outcome_of_placement,
    outcome_of_study,
    overlaps,
)
from participants.models.occupations import Occupation
from participants.models.versions import Versioned
from participants.models.withdrawn import Holding, Recorded
from participants.outflow_choices import (
    BBZ,
    FINANCING,
    PLACEMENT_KINDS,
    BusinessEnd,
    BusinessStage,
    PlacementEnd,
    StudyLevel,
    StudyResult,
)
from pilot.history import ChangedMeanwhile, tracked

# What says nothing to who reads the history, or is said by it already.
UNTOLD = ["ended_by", "ended_at", "withdrawn_by", "withdrawn_at"]


class EndedAlready(Exception):
    """A colleague ended it."""


class OverlappingPlacement(ValueError):
    """Its argument is regular work with the same employer in the same time."""


class LedToOutcome(ValueError):
    """Its argument is the outcome that followed from it, and that holds as long as it does."""


class EngagementQuerySet(models.QuerySet):
    def running(self):
        return self.filter(ended_on=None)

    @transaction.atomic
    def record(self, participant, *, uuid, by, **fields):
        """Record one for a participant; the same again gives what is there."""
        participant._lock()
        own = self.filter(participant=participant)
        sent = self.model.recorded.filter(participant=participant, uuid=uuid)
        if there := sent.first() or own.filter(**fields).first():
            return there
        made = self.model(participant=participant, uuid=uuid, by=by, **fields)
        made.check_others()
        made.save()
        return made


class Engagement(Versioned):
    """What a placement, a study and a business have in common; not a row by itself."""

    # Made with the empty form, so that sending the form twice gives one.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name="deelnemer",
    )
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met", null=True, blank=True)
    note = models.TextField("toelichting", blank=True)
    ended_on = models.DateField("beëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    # It did not go through, or was recorded by mistake.
    withdrawn = models.BooleanField("ingetrokken", default=False, editable=False)
    withdrawn_reason = models.TextField("reden van het intrekken", blank=True, editable=False)
    withdrawn_on = models.DateField("ingetrokken op", null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = Holding.from_queryset(EngagementQuerySet)()
    recorded = Recorded()

    class Meta:
        abstract = True
        ordering = ["starts_on", "pk"]

    # Together they make the constraints of each table.
    @staticmethod
    def period_constraints(name):
        return [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name=f"{name}_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on")),
                name=f"{name}_ended_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) ^ ~Q(ended_reason=""),
                name=f"{name}_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None, ended_at=None)
                | Q(ended_on__isnull=False, ended_by__isnull=False, ended_at__isnull=False),
                name=f"{name}_end_signed",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn=False,
                    withdrawn_reason="",
                    withdrawn_on=None,
                    withdrawn_by=None,
                    withdrawn_at=None,
                )
                | Q(
                    withdrawn=True,
                    withdrawn_on__isnull=False,
                    withdrawn_by__isnull=False,
                    withdrawn_at__isnull=False,
                )
                & ~Q(withdrawn_reason=""),
                name=f"{name}_withdrawn_signed",
            ),
        ]

    @property
    def is_running(self) -> bool:
        return self.ended_on is None

    @property
    def last_day(self):
        """The last day as far as is known, None without an end."""
        return self.ended_on or self.ends_on

    def standing(self, on) -> Standing:
        return Standing.on(on, starts=self.starts_on, agreed=self.ends_on, ended=self.ended_on)

    def has_begun(self, on) -> bool:
        return self.starts_on <= on

    def may_lead_on(self, on) -> bool:
        """Whether an outcome can follow from it: only from what has begun."""
        return bool(self.proposed_outcome) and self.has_begun(on)

    def check_others(self):
        """Whether it can stand beside the others of this participant; raises what is wrong."""

    def _locked(self):
        """Others of this participant wait as well."""
        self.participant._lock()
        return super()._locked()

    @transaction.atomic
    def change(self, *, version, **values):
        """Raises OverlappingPlacement too. An end that was a mistake is undone by an empty one."""
        if "ended_on" in values and not values["ended_on"]:
            values |= {"ended_by": None, "ended_at": None}
        now = super().change(version=version, **values)
        now.check_others()
        return now

    @transaction.atomic
    def end(self, *, on, reason, by):
        """It is over, or raise EndedAlready; ChangedMeanwhile where it was withdrawn."""
        now = self._locked()
        if now is None:
            raise ChangedMeanwhile
        if not now.is_running:
            raise EndedAlready(now)
        signed = {"ended_by": by, "ended_at": timezone.now()}
        now.store({"ended_on": on, "ended_reason": reason} | signed)
        return now

    @transaction.atomic
    def withdraw(self, *, version, reason, by):
        """It did not go through, or never was; the history keeps it.

        Raises ChangedMeanwhile, or LedToOutcome where an outcome follows from it.
        """
        now = self._locked()
        if now is None:
            raise ChangedMeanwhile
        now.check_version(version)
        if outcome := now.outcomes.first():
            raise LedToOutcome(outcome)
        signed = {"withdrawn_by": by, "withdrawn_at": timezone.now()}
        signed |= {"withdrawn_on": now.participant.pilot.today()}
        now.store({"withdrawn": True, "withdrawn_reason": reason} | signed)
        return now


@tracked(exclude=UNTOLD)
class Placement(Engagement):
    """Work with an employer (plaatsing): to gain experience, on trial, subsidised or regular."""

    kind = models.CharField("soort", max_length=20, choices=PLACEMENT_KINDS)
    employer = models.CharField("werkgever", max_length=80)
    occupation = models.ForeignKey(
        Occupation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beroep",
    )
    job_title = models.CharField("functie", max_length=80, blank=True)
    hours = models.DecimalField("uren per week", max_digits=4, decimal_places=1)
    ended_reason = models.CharField(
        "reden van het einde", max_length=20, choices=PlacementEnd, blank=True
    )

    class Meta(Engagement.Meta):
        verbose_name = "plaatsing"
        constraints = [
            *Engagement.period_constraints("placement"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in PlacementKind]),
                name="placement_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=60), name="placement_hours_in_a_week"
            ),
            models.CheckConstraint(condition=~Q(employer=""), name="placement_with_employer"),
        ]
        indexes = [models.Index(fields=["participant", "ends_on"], name="placement_ends_on")]

    def __str__(self):
        return f"{self.get_kind_display()} bij {self.employer}"

    @property
    def work(self) -> str:
        return self.job_title or (str(self.occupation) if self.occupation else "")

    @property
    def proposed_outcome(self):
        return outcome_of_placement(self.kind, self.hours)

    def check_others(self):
        if self.kind != PlacementKind.REGULAR:
            return
        others = Placement.objects.filter(
            participant=self.participant, kind=self.kind, employer__iexact=self.employer
        )
        for other in others.exclude(pk=self.pk):
            if overlaps(self.starts_on, self.last_day, other.starts_on, other.last_day):
                raise OverlappingPlacement(other)


@tracked(exclude=UNTOLD)
class Study(Engagement):
    """A study, on a grant or with the benefit retained."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="studies",
        verbose_name="deelnemer",
    )
    institution = models.CharField("onderwijsinstelling", max_length=80)
    course = models.CharField("opleiding", max_length=80)
    level = models.CharField("niveau", max_length=20, choices=StudyLevel)
    financing = models.CharField("financiering", max_length=20, choices=FINANCING)
    conditions = models.CharField("bijzondere voorwaarden", max_length=300, blank=True)
    uaf = models.BooleanField("begeleiding door het UAF", default=False)
    ended_reason = models.CharField("resultaat", max_length=20, choices=StudyResult, blank=True)

    class Meta(Engagement.Meta):
        verbose_name = "studie"
        constraints = [
            *Engagement.period_constraints("study"),
            models.CheckConstraint(
                condition=Q(level__in=StudyLevel.values), name="study_level_known"
            ),
            models.CheckConstraint(
                condition=Q(financing__in=[way.value for way in Financing]),
                name="study_financing_known",
            ),
            # Par. 4 of the action plan: for a fixed time and under special conditions.
            models.CheckConstraint(
                condition=~Q(financing=Financing.BENEFIT.value)
                | ~Q(conditions="") & Q(ends_on__isnull=False),
                name="study_benefit_on_conditions",
            ),
        ]

    def __str__(self):
        return f"{self.course} aan {self.institution}"

    @property
    def proposed_outcome(self):
        return outcome_of_study(self.financing)


@tracked(exclude=UNTOLD)
class Business(Engagement):
    """A business of one's own, from the idea on."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="businesses",
        verbose_name="deelnemer",
    )
    what = models.CharField("wat voor onderneming", max_length=120)
    stage = models.CharField("hoe ver", max_length=20, choices=BusinessStage)
    bbz = models.CharField("Bbz", max_length=20, choices=BBZ, default=Bbz.NONE.value)
    registered_on = models.DateField("ingeschreven bij de KvK op", null=True, blank=True)
    ended_reason = models.CharField(
        "reden van het einde", max_length=20, choices=BusinessEnd, blank=True
    )

    class Meta(Engagement.Meta):
        verbose_name = "onderneming"
        constraints = [
            *Engagement.period_constraints("business"),
            models.CheckConstraint(
                condition=Q(stage__in=BusinessStage.values), name="business_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(bbz__in=[answer.value for answer in Bbz]), name="business_bbz_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage=BusinessStage.IDEA, bbz=Bbz.GRANTED.value),
                name="business_bbz_granted_for_a_plan",
            ),
        ]

    def __str__(self):
        return f"Onderneming: {self.what}"

    @property
    def proposed_outcome(self):
        return outcome_of_business(self.bbz) if self.stage == BusinessStage.STARTED else None
