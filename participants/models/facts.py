"""What happened to a participant. Rows are added: `on` is the day it happened, `at` the moment it
was recorded. Only what came of an outcome that was a mistake is put right (models/outcomes.py)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from participants.choices import PHASES, Route, TransferReason
from participants.models.withdrawn import Holding, Recorded
from participants.trajectory import MoveNotAllowed, Phase, Refusal
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
    # It came with an outcome that was a mistake: as if it never happened.
    withdrawn = models.BooleanField("ingetrokken", default=False)

    objects = Holding()
    recorded = Recorded()

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

    @property
    def previous(self):
        return self.participant.transitions.filter(pk__lt=self.pk).last()

    @property
    def following(self):
        return self.participant.transitions.filter(pk__gt=self.pk).first()

    def withdraw(self):
        """As if they had stayed where they were. Lock the participant first."""
        self._leads_to(self.from_phase)
        self.withdrawn = True
        self.save()

    def mend(self, *, to_phase, on, reason):
        """It was to another phase, or on another day. Lock the participant first.

        Raises MoveNotAllowed for a day before the move before it, or after the one that follows.
        """
        previous, following = self.previous, self.following
        phases = Phase(self.from_phase), Phase(to_phase)
        if previous and on < previous.on:
            raise MoveNotAllowed(*phases, Refusal.BEFORE_LAST_MOVE)
        if following and on > following.on:
            raise MoveNotAllowed(*phases, Refusal.AFTER_NEXT_MOVE)
        self._leads_to(to_phase)
        self.to_phase, self.on, self.reason = to_phase, on, reason
        self.save()

    def _leads_to(self, phase):
        """Where the participant stands, or the next move begins, after this one was put right."""
        following = self.following
        if following is None:
            self.participant.phase = phase
            self.participant.save(update_fields=["phase"])
            return
        # Back to where they never left is no move.
        following.withdrawn = following.to_phase == phase
        following.from_phase = following.from_phase if following.withdrawn else phase
        following.save()


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
