import uuid
from datetime import timedelta

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from participants.choices import PHASES, Attendance, Manner
from participants.models.rules import TrajectoryRules
from participants.models.versions import Versioned
from pilot.history import ChangedMeanwhile, never_emptied, tracked
from pilot.models import Organisation, Pilot
from pilot.templatetags.ui import cell

# What is the same to the letter within this time was sent twice.
SENT_AGAIN_WITHIN = timedelta(minutes=15)
# An appointment without a time comes after those of that day that have one.
IN_ORDER = ["on", "time", "pk"]
LONGEST_PLACE = 60


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
        return self.filter(planned=False, withdrawn=False)

    def planned(self):
        return self.filter(planned=True)

    def was_planned(self, participant, uuid) -> bool:
        """Whether there was an appointment, that may have been logged or taken away since."""
        versions = self.model.pgh_event_model.objects
        return versions.filter(participant=participant, uuid=uuid, planned=True).exists()

    def count_by_type(self) -> dict[int, int]:
        """How many there are of each type, by its key."""
        return dict(self.order_by().values_list("type").annotate(n=models.Count("pk")))


# What happened to it, in a correction: the other ones are changes.
LOGGED_LATE = "alsnog vastgelegd"
WITHDRAWN = "ingetrokken"


class AppointmentSettled(Exception):
    """It was logged or called off meanwhile."""


class ReasonNeeded(ValueError):
    """The evaluation of its quarter has been finalised, so a correction must say why."""


@tracked()
class Step(Versioned):
    """A trajectstap: something done with or for a participant, or planned."""

    # Made with the empty form, so that sending the form twice gives one step.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="steps"
    )
    type = models.ForeignKey(StepType, models.PROTECT, related_name="+", verbose_name="soort")
    planned = models.BooleanField("gepland", default=False)
    on = models.DateField("datum")
    # Of an appointment only: what was done is told by its day.
    time = models.TimeField("tijd", null=True, blank=True)
    place = models.CharField("waar", max_length=LONGEST_PLACE, blank=True)
    manner = models.CharField("hoe", max_length=20, choices=Manner, blank=True)
    attendance = models.CharField("aanwezigheid", max_length=20, choices=Attendance, blank=True)
    minutes = models.PositiveSmallIntegerField("minuten", null=True, blank=True)
    partner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partner",
    )
    interpreter = models.BooleanField("met tolk", default=False)
    note = models.TextField("notitie", blank=True)
    # Logged by mistake, such as with the wrong person: it stays to be seen and counts nowhere.
    withdrawn = models.BooleanField("ingetrokken", default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    objects = StepQuerySet.as_manager()
    NAMED_BY = ("type", "on")

    class Meta:
        verbose_name = "trajectstap"
        ordering = IN_ORDER
        constraints = [
            models.CheckConstraint(
                condition=Q(planned=True, attendance="", minutes=None)
                | Q(planned=False) & ~Q(attendance=""),
                name="step_attended_when_done",
            ),
            models.CheckConstraint(
                condition=Q(planned=True) | Q(time=None, place=""),
                name="step_time_and_place_when_planned",
            ),
            models.CheckConstraint(
                condition=Q(planned=False) | Q(withdrawn=False), name="step_withdrawn_was_done"
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
        at = f" om {self.time:%H:%M}" if self.time else ""
        return f"{self.type} op {self.on:%d-%m-%Y}{at}"

    @property
    def time_and_place(self) -> str:
        """When on its day, and where, as far as that was said: "14:30, Markt 10"."""
        return ", ".join(filter(None, [f"{self.time:%H:%M}" if self.time else "", self.place]))

    @transaction.atomic
    def move_to(self, *, type, on, version, time=None, place=""):
        """Put an appointment on another moment or elsewhere, or make it another one.

        Raises AppointmentSettled or ChangedMeanwhile.
        """
        if not self._locked(Step.objects.planned()):
            raise AppointmentSettled(self)
        return self.change(version=version, type=type, on=on, time=time, place=place)

    @transaction.atomic
    def call_off(self):
        """Take an appointment away; the history keeps it. Raises AppointmentSettled."""
        if not self._locked(Step.objects.planned()):
            raise AppointmentSettled(self)
        self.delete()

    @transaction.atomic
    def correct(self, *, by, version, reason="", **values):
        """Change what was logged; the history keeps what it was, a StepCorrection says why.

        Raises ChangedMeanwhile or ReasonNeeded.
        """
        now = self._locked(Step.objects.done())
        if now is None:
            raise ChangedMeanwhile
        changed = {name: value for name, value in values.items() if getattr(now, name) != value}
        if not changed:
            return None
        now.check_version(version)
        pilot = self.participant.pilot
        rules = TrajectoryRules.objects.of(pilot)
        final = any(rules.is_final(day) for day in {now.on, values.get("on", now.on)})
        if final and not reason:
            raise ReasonNeeded(self)
        correction = now.corrections.create(
            on=pilot.today(),
            by=by,
            reason=reason,
            step_on=now.on,
            final=final,
            changes=[in_words(now, name, value) for name, value in changed.items()],
        )
        now.store(changed)
        return correction

    def tell_when_final(self):
        """A step that is logged in a quarter that was finalised: the next evaluation lists it."""
        pilot = self.participant.pilot
        if TrajectoryRules.objects.of(pilot).is_final(self.on) and not self.corrections.exists():
            self.corrections.create(
                on=pilot.today(),
                by=self.by,
                reason=LOGGED_LATE.capitalize(),
                step_on=self.on,
                final=True,
                changes=[[LOGGED_LATE, "", ""]],
            )

    @property
    def appointment(self):
        """What was agreed before it was logged (`type`, `on`, `time`, `place`), None otherwise."""
        return self.events.filter(planned=True).order_by("pgh_id").last()

    @transaction.atomic
    def withdraw(self, *, by, version, reason, reopen=False):
        """Say that it did not happen; `reopen`: what was agreed stands open again.

        Raises ChangedMeanwhile, or ReasonNeeded without a reason.
        """
        if not reason:
            raise ReasonNeeded(self)
        correction = self.correct(by=by, version=version, reason=reason, withdrawn=True)
        if reopen and correction and (agreed := self.appointment):
            self.participant.plan(
                type=agreed.type, on=agreed.on, time=agreed.time, place=agreed.place, by=by
            )
        return correction


def in_words(step, field, value) -> list[str]:
    """What changes, from what to what; of a note only that it did."""
    shown = Step._meta.get_field(field)
    label = str(shown.verbose_name)
    if field == "withdrawn":
        return [WITHDRAWN, "", ""]
    if field == "note":
        return [f"{label} gewijzigd", "", ""]
    choices = dict(shown.flatchoices)
    return [
        label,
        *(plain(choices.get(one, one)) for one in (getattr(step, field), value)),
    ]


def plain(value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return cell(value)


class StepCorrectionQuerySet(models.QuerySet):
    def of_final(self, *, pilot, since, until):
        """What was corrected in a period of what had been finalised already."""
        return self.filter(step__participant__pilot=pilot, final=True, on__gte=since, on__lte=until)


class StepCorrection(models.Model):
    """A step that was logged was changed afterwards, or withdrawn. Rows are added only."""

    append_only = True

    step = models.ForeignKey(Step, models.PROTECT, related_name="corrections")
    on = models.DateField("datum")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    reason = models.TextField("reden", blank=True)
    # The day of the step before it was corrected: of which quarter it was.
    step_on = models.DateField("dag van de stap")
    # The evaluation of that quarter had been finalised.
    final = models.BooleanField("na vaststelling")
    # For each field: what it is called, what it was and what it became, in words.
    changes = models.JSONField("wijzigingen")

    objects = StepCorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "correctie"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(final=False) | ~Q(reason=""), name="correction_of_final_has_reason"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            never_emptied(),
        ]

    def __str__(self):
        return f"Correctie van {self.on:%d-%m-%Y}"

    @property
    def kind(self) -> str:
        """LOGGED_LATE, WITHDRAWN, or "" where something of the step was changed."""
        told = {label for label, *_ in self.changes}
        return next((kind for kind in (LOGGED_LATE, WITHDRAWN) if kind in told), "")
