"""What happened to a participant. Rows are added, never changed: `on` is the day it happened,
`at` the moment it was recorded."""

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q

from participants.choices import DROPOUT_REASONS, OUTCOME_KINDS, PHASES, Route, TransferReason
from participants.outcomes import STAYS_IN_CASELOAD, OutcomeKind, closing_phase
from participants.outflow_choices import BenefitEnd
from participants.trajectory import Phase
from pilot.history import tracked


class Fact(models.Model):
    """What every fact has; not a row by itself."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name="deelnemer",
    )
    on = models.DateField("datum")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )

    class Meta:
        abstract = True
        ordering = ["on", "pk"]


@tracked()
class Transition(Fact):
    """A change of phase (faseovergang)."""

    from_phase = models.CharField("van", max_length=20, choices=PHASES)
    to_phase = models.CharField("naar", max_length=20, choices=PHASES)
    reason = models.TextField("toelichting", blank=True)

    class Meta(Fact.Meta):
        verbose_name = "faseovergang"
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_phase=F("to_phase")), name="transition_changes_phase"
            ),
        ]
        indexes = [models.Index(fields=["participant", "on"], name="transition_participant_on")]

    def __str__(self):
        return f"{self.get_from_phase_display()} naar {self.get_to_phase_display()}"


@tracked()
class Assignment(Fact):
    """From this day on the participant belongs to the caseload of a consultant.

    One who had a consultant before was transferred (overgedragen), for a reason.
    """

    consultant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="assignments",
        verbose_name="consulent",
    )
    previous = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vorige consulent",
    )
    reason = models.CharField("reden", max_length=20, choices=TransferReason, blank=True)
    explanation = models.TextField("toelichting", blank=True)

    class Meta(Fact.Meta):
        verbose_name = "toewijzing"
        constraints = [
            models.CheckConstraint(
                condition=Q(previous=None) ^ ~Q(reason=""), name="assignment_transfer_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["", *TransferReason.values]),
                name="assignment_reason_known",
            ),
            models.CheckConstraint(
                condition=Q(previous=None) | ~Q(previous=F("consultant")),
                name="assignment_to_somebody_else",
            ),
        ]

    def __str__(self):
        if self.previous:
            return f"Overgedragen van {self.previous} aan {self.consultant}"
        return f"Toegewezen aan {self.consultant}"


@tracked()
class Diagnosis(Fact):
    """The conclusion of a diagnosis: which route fits."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="diagnoses",
        verbose_name="deelnemer",
    )
    route = models.CharField("conclusie", max_length=20, choices=Route)
    explanation = models.TextField("toelichting", blank=True)

    class Meta(Fact.Meta):
        verbose_name = "diagnose"
        constraints = [
            models.UniqueConstraint(fields=["participant", "on"], name="diagnosis_one_a_day"),
        ]

    def __str__(self):
        return f"Diagnose: {self.get_route_display()}"


# The rows from before it had one got theirs from the database, and their history none.
@tracked(exclude=["uuid"])
class Outcome(Fact):
    """An outcome (uitstroom) or a dropout (uitval); a person can have several after one another."""

    # Made with the empty form, so that sending the form twice gives one.
    uuid = models.UUIDField(
        default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False
    )
    kind = models.CharField("soort uitstroom", max_length=20, choices=OUTCOME_KINDS)
    hours = models.DecimalField(
        "uren per week", max_digits=4, decimal_places=1, null=True, blank=True
    )
    dropout_reason = models.CharField(
        "reden van uitval", max_length=20, choices=DROPOUT_REASONS, blank=True
    )
    note = models.TextField("toelichting", blank=True)
    # What it follows from, one of the three.
    placement = models.ForeignKey(
        "participants.Placement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit plaatsing",
    )
    study = models.ForeignKey(
        "participants.Study",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit studie",
    )
    business = models.ForeignKey(
        "participants.Business",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit onderneming",
    )
    # The closing: only where the trajectory ends with it.
    summary = models.TextField("wat hielp", blank=True)
    aftercare = models.TextField("afspraken over nazorg", blank=True)
    benefit_ended = models.CharField(
        "reden beëindiging uitkering", max_length=20, choices=BenefitEnd, blank=True
    )

    class Meta(Fact.Meta):
        verbose_name = "uitstroom"
        constraints = [
            models.CheckConstraint(
                condition=Q(placement=None, study=None)
                | Q(placement=None, business=None)
                | Q(study=None, business=None),
                name="outcome_follows_from_one",
            ),
            models.CheckConstraint(
                condition=Q(benefit_ended="")
                | ~Q(kind__in=sorted(kind.value for kind in STAYS_IN_CASELOAD)),
                name="outcome_benefit_ends_with_trajectory",
            ),
            models.CheckConstraint(
                condition=Q(kind=OutcomeKind.DROPOUT) ^ Q(dropout_reason=""),
                name="outcome_dropout_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=60),
                name="outcome_hours_in_a_week",
            ),
            models.UniqueConstraint(
                fields=["participant", "on", "kind"], name="outcome_kind_once_a_day"
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def stays_in_caseload(self) -> bool:
        return self.kind in STAYS_IN_CASELOAD

    @property
    def is_followed(self) -> bool:
        """Whether we ask after some months how it goes."""
        return closing_phase(OutcomeKind(self.kind)) == Phase.OUTFLOW

    @property
    def follows(self):
        """The placement, study or business that led to it, if any."""
        return self.placement or self.study or self.business
