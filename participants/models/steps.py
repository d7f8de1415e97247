import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from participants.choices import PHASES, Attendance, Manner
from pilot.history import tracked
from pilot.models import Pilot

# What is the same to the letter within this time was sent twice.
SENT_AGAIN_WITHIN = timedelta(minutes=15)


class StepTypeQuerySet(models.QuerySet):
    def of(self, pilot):
        """The catalogue of a pilot: what all pilots share and what it added itself."""
        return self.filter(Q(pilot=pilot) | Q(pilot=None), active=True)


class StepType(models.Model):
    """What can be done in a phase (the methodiek): a catalogue that grows while the pilot runs."""

    pilot = models.ForeignKey(
        Pilot, models.CASCADE, null=True, blank=True, related_name="step_types"
    )
    phase = models.CharField("fase", max_length=20, choices=PHASES)
    name = models.CharField("naam", max_length=80)
    active = models.BooleanField("in gebruik", default=True)

    objects = StepTypeQuerySet.as_manager()

    class Meta:
        verbose_name = "staptype"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "phase", "name"],
                name="step_type_once_per_phase",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return self.name


class StepQuerySet(models.QuerySet):
    def done(self):
        return self.filter(planned=False)

    def planned(self):
        return self.filter(planned=True)

    def count_by_type(self) -> dict[int, int]:
        """How many there are of each type, by its key."""
        return dict(self.order_by().values_list("type").annotate(n=models.Count("pk")))


class AppointmentSettled(Exception):
    """It was logged or called off meanwhile."""


@tracked()
class Step(models.Model):
    """A trajectstap: something done with or for a participant, or planned."""

    # Made with the empty form, so that sending the form twice gives one step.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="steps"
    )
    type = models.ForeignKey(StepType, models.PROTECT, related_name="+", verbose_name="soort")
    planned = models.BooleanField("gepland", default=False)
    on = models.DateField("datum")
    manner = models.CharField("hoe", max_length=20, choices=Manner, blank=True)
    attendance = models.CharField("aanwezigheid", max_length=20, choices=Attendance, blank=True)
    minutes = models.PositiveSmallIntegerField("minuten", null=True, blank=True)
    note = models.TextField("notitie", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = "trajectstap"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(planned=True, attendance="", minutes=None)
                | Q(planned=False) & ~Q(attendance=""),
                name="step_attended_when_done",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__lte=600), name="step_minutes_in_a_day"
            ),
        ]
        indexes = [
            models.Index(
                fields=["participant", "planned", "on"], name="step_participant_planned_on"
            )
        ]

    def __str__(self):
        return f"{self.type} op {self.on:%d-%m-%Y}"

    def _lock_planned(self):
        """Take the row as it is now, or raise AppointmentSettled where it is planned no more."""
        if not Step.objects.planned().select_for_update(of=("self",)).filter(pk=self.pk).exists():
            raise AppointmentSettled(self)

    @transaction.atomic
    def move_to(self, *, type, on):
        """Put an appointment on another day, or make it another one. Raises AppointmentSettled."""
        self._lock_planned()
        self.type, self.on = type, on
        self.save(update_fields=["type", "on"])

    @transaction.atomic
    def call_off(self):
        """Take an appointment away; the history keeps it. Raises AppointmentSettled."""
        self._lock_planned()
        self.delete()
