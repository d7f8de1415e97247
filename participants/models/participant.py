import re
import unicodedata
from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, DateField, Exists, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Concat
from django.urls import reverse
from django.utils import timezone

from participants import trajectory
from participants.choices import (
    OUTCOME_LABELS,
    PHASE_LABELS,
    PHASES,
    Attendance,
    Education,
    Household,
    LanguageLevel,
    Sex,
)
from participants.models.facts import Assignment, Diagnosis, Outcome, Transition
from participants.models.rules import TrajectoryRules
from participants.models.steps import Step
from participants.outcomes import STAYS_IN_CASELOAD, closing_phase, possible_in
from participants.signals import DAYS_AHEAD, DAYS_WITHOUT_CONTACT, Signal
from participants.trajectory import Phase
from pilot.history import tracked
from pilot.models import Pilot
from pilot.roles import Permission

# What is the same to the letter within this time was sent twice.
SENT_AGAIN_WITHIN = timedelta(minutes=15)
# As many digits as surely fit the column.
LONGEST_NUMBER = 10
MARKS = "[\u0300-\u036f]"


def fold(text: str) -> str:
    """Lower case and without marks: José, josé and Jose are one name."""
    return re.sub(MARKS, "", unicodedata.normalize("NFKD", text)).lower()


class Folded(models.Func):
    """The same as `fold`, by the database."""

    template = f"lower(regexp_replace(normalize(%(expressions)s, NFKD), '{MARKS}', '', 'g'))"
    output_field = models.TextField()


class OutcomeNotAllowed(ValueError):
    """This outcome does not fit the phase the participant is in."""


class AssignedLater(ValueError):
    """On a later day, its argument, the participant was selected or assigned already."""


def last_on(model, day, field, *conditions):
    """The field of the last row of a participant in `model` on or before a day."""
    rows = model.objects.filter(*conditions, participant=OuterRef("pk"), on__lte=day)
    return Subquery(rows.order_by("-on", "-pk").values(field)[:1])


class ParticipantQuerySet(models.QuerySet):
    def visible_to(self, user, *, pilot):
        participants = self.filter(pilot=pilot)
        if user.can(Permission.PARTICIPANT_VIEW_ALL, pilot=pilot):
            return participants
        if user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot):
            # Who enters plaatsing/bemiddeling is thereby referred to Podium24.
            return participants.filter(phase=Phase.PLACEMENT)
        return participants.filter(consultant=user)

    def candidates(self):
        return self.filter(selected_on=None)

    def selected(self, *, on: date):
        return self.filter(selected_on__lte=on)

    def diagnosed(self, *, on: date):
        return self.filter(Exists(Diagnosis.objects.filter(participant=OuterRef("pk"), on__lte=on)))

    def entered(self, *phases: Phase, on: date):
        """Has ever entered one of these phases."""
        moves = Transition.objects.filter(to_phase__in=phases, on__lte=on)
        return self.filter(Exists(moves.filter(participant=OuterRef("pk"))))

    def started(self, *, on: date):
        """Placed in a trajectory: has ever entered plaatsing, studie or ondernemerschap."""
        return self.entered(*trajectory.IN_TRAJECTORY, on=on)

    def with_phase_on(self, day: date):
        """`phase_on`: the phase on a day, by the transitions up to and including it."""
        phase = Coalesce(last_on(Transition, day, "to_phase"), Value(Phase.SELECTION))
        return self.annotate(phase_on=phase)

    def with_consultant_on(self, day: date):
        """`consultant_on`: the key of the consultant on a day, None before the first assignment."""
        return self.annotate(consultant_on=last_on(Assignment, day, "consultant"))

    def with_outcome_on(self, day: date):
        """`outcome_on`: the kind of the outcome that holds on a day, None without one.

        It is the last one recorded for a day on or before it; an outcome that closed the
        trajectory holds only as long as the trajectory was not taken up again.
        """
        return (
            self.with_phase_on(day)
            .annotate(last_outcome=last_on(Outcome, day, "kind"))
            .annotate(
                outcome_on=models.Case(
                    models.When(
                        Q(last_outcome__in=STAYS_IN_CASELOAD) | Q(phase_on__in=trajectory.CLOSED),
                        then=F("last_outcome"),
                    ),
                    default=None,
                    output_field=models.CharField(),
                )
            )
        )

    def flowed_out(self, *, on: date, kinds):
        """Whose outcome on a day is one of these kinds: each person once."""
        return self.with_outcome_on(on).filter(outcome_on__in=kinds)

    def in_caseload(self, *, on: date):
        """Guided on a day: selected and not closed, so with partial outcomes included."""
        return self.selected(on=on).with_phase_on(on).exclude(phase_on__in=trajectory.CLOSED)

    def with_steps(self):
        """`last_step_on`, `last_step_type`, `next_step_on`, `next_step_type`: for lists.

        `last_contact_on`: the last step for which they were there, and as long as there is none
        the day of selection.
        """
        done = Step.objects.done().filter(participant=OuterRef("pk")).order_by("-on", "-pk")
        met = done.filter(attendance__in=(Attendance.PRESENT, Attendance.LATE))
        ahead = Step.objects.planned().filter(participant=OuterRef("pk")).order_by("on", "pk")
        return self.annotate(
            last_step_on=Subquery(done.values("on")[:1], output_field=DateField()),
            last_step_type=Subquery(done.values("type__name")[:1]),
            next_step_on=Subquery(ahead.values("on")[:1], output_field=DateField()),
            next_step_type=Subquery(ahead.values("type__name")[:1]),
            last_contact_on=Coalesce(
                Subquery(met.values("on")[:1], output_field=DateField()), "selected_on"
            ),
        )

    def with_appointment(self, **on):
        """Something is planned for them; `on__lt=` and the like say when.

        `appointment_on`, `appointment_type`: the first of what is planned then.
        """
        planned = Step.objects.planned().filter(participant=OuterRef("pk"), **on)
        first = planned.order_by("on", "pk")
        return self.annotate(
            appointment_on=Subquery(first.values("on")[:1], output_field=DateField()),
            appointment_type=Subquery(first.values("type__name")[:1]),
        ).exclude(appointment_on=None)

    def without_contact(self, *, on: date):
        """Guided, but without a step for longer than is good in their phase."""
        too_long = Q()
        for phase, days in DAYS_WITHOUT_CONTACT.items():
            too_long |= Q(phase_on=phase, last_contact_on__lt=on - timedelta(days=days))
        return self.in_caseload(on=on).with_steps().filter(too_long)

    def signalled(self, signal: Signal, *, on: date):
        """Whom a signal is about, on a day."""
        week = on + timedelta(days=DAYS_AHEAD)
        return {
            Signal.OVERDUE: lambda: self.with_appointment(on__lt=on),
            Signal.TODAY: lambda: self.with_appointment(on=on),
            Signal.THIS_WEEK: lambda: self.with_appointment(on__gt=on, on__lte=week),
            Signal.NO_CONTACT: lambda: self.without_contact(on=on),
        }[signal]()

    def named(self, text: str):
        """Whose number, client number or name this is: any order, whatever the accents.

        Every word must occur in the name. Nothing to look for finds nobody.
        """
        # PostgreSQL knows no NUL, so nobody has one in their name.
        text = text.replace("\0", "").strip()
        words = fold(text).split()
        if not words:
            return self.none()
        in_name = Q(*[Q(folded_name__contains=word) for word in words])
        by_number = Q(client_number__iexact=text)
        if text.isdecimal() and len(text) < LONGEST_NUMBER:
            by_number |= Q(number=int(text))
        name = Concat("first_name", Value(" "), "last_name")
        return self.annotate(folded_name=Folded(name)).filter(in_name | by_number)

    def named_in(self, text: str) -> list[str]:
        """The full names of whoever a text names, by first and last name in that order."""
        folded = " ".join(fold(text).split())
        names = {f"{first} {last}" for first, last in self.values_list("first_name", "last_name")}
        return sorted(name for name in names if re.search(rf"\b{re.escape(fold(name))}\b", folded))

    def count_by_phase(self, *, on: date) -> dict[Phase, int]:
        counts = dict(
            self.with_phase_on(on).order_by().values_list("phase_on").annotate(n=Count("pk"))
        )
        return {phase: counts.get(phase, 0) for phase in Phase}


@tracked()
class Participant(models.Model):
    """A person in the pool of a pilot: a candidate, and once selected a participant (deelnemer)."""

    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="participants")
    number = models.PositiveIntegerField("nummer", editable=False)
    client_number = models.CharField("clientnummer", max_length=20)
    first_name = models.CharField("voornaam", max_length=60)
    last_name = models.CharField("achternaam", max_length=80)
    birth_date = models.DateField("geboortedatum")
    sex = models.CharField("geslacht", max_length=10, choices=Sex, default=Sex.UNKNOWN)
    household = models.CharField(
        "huishouden", max_length=25, choices=Household, default=Household.UNKNOWN
    )
    education = models.CharField(
        "opleiding", max_length=10, choices=Education, default=Education.UNKNOWN
    )
    language_level = models.CharField(
        "taalniveau", max_length=12, choices=LanguageLevel, default=LanguageLevel.UNKNOWN
    )
    assigned_on = models.DateField("toegewezen aan de gemeente op")

    # Changed by the methods below only.
    phase = models.CharField(
        "fase", max_length=20, choices=PHASES, default=Phase.SELECTION, editable=False
    )
    consultant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="caseload",
        verbose_name="consulent",
    )
    selected_on = models.DateField("geselecteerd op", null=True, editable=False)
    selected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    selected_at = models.DateTimeField(null=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["pilot", "number"], name="participant_number_once"),
            models.UniqueConstraint(
                fields=["pilot", "client_number"], name="participant_client_once"
            ),
            models.CheckConstraint(
                condition=Q(phase__in=[phase.value for phase in Phase]),
                name="participant_phase_known",
            ),
            models.CheckConstraint(
                condition=Q(selected_on=None) | ~Q(selected_at=None) & ~Q(selected_by=None),
                name="participant_selection_signed",
            ),
            models.CheckConstraint(
                condition=~Q(selected_on=None) | Q(phase=Phase.SELECTION, consultant=None),
                name="participant_selected_before_route",
            ),
        ]
        indexes = [
            models.Index(fields=["pilot", "consultant", "phase"], name="participant_caseload")
        ]

    def __str__(self):
        return f"{self.first_name} {self.last_name}"

    def get_absolute_url(self):
        return reverse("participants:detail", args=[self.pilot.slug, self.number])

    @property
    def is_candidate(self) -> bool:
        return self.selected_on is None

    @property
    def is_closed(self) -> bool:
        return self.phase in trajectory.CLOSED

    def age(self, on: date) -> int:
        """Whole years on a day."""
        before_birthday = (on.month, on.day) < (self.birth_date.month, self.birth_date.day)
        return on.year - self.birth_date.year - before_birthday

    def _lock(self):
        """Take the row, so that two people who act at once do so after one another."""
        now = Participant.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in ("phase", "consultant_id", "selected_on"):
            setattr(self, field, getattr(now, field))

    @transaction.atomic
    def select(self, *, by, on):
        """Make a participant of a candidate; one who is selected already stays as they are."""
        self._lock()
        if self.is_candidate:
            self.selected_on, self.selected_by, self.selected_at = on, by, timezone.now()
            self.save(update_fields=["selected_on", "selected_by", "selected_at"])

    @transaction.atomic
    def assign_to(self, consultant, *, by, on):
        """Put the participant in a caseload, from a day on, and log it.

        Raises AssignedLater for a day before the selection or the last assignment.
        """
        self._lock()
        last = self.assignments.aggregate(day=Max("on"))["day"] or self.selected_on
        if on < last:
            raise AssignedLater(last)
        if self.consultant_id != consultant.pk:
            self.consultant = consultant
            self.save(update_fields=["consultant"])
            self.assignments.create(consultant=consultant, on=on, by=by)

    def check_move(self, phase, *, on):
        """Raise MoveNotAllowed, with the reason, where the route does not lead to this phase."""
        trajectory.check_move(
            Phase(self.phase),
            Phase(phase),
            on=on,
            last_move_on=self.transitions.aggregate(day=Max("on"))["day"],
            selected=self.selected_on is not None and self.selected_on <= on,
            assigned=self.consultant_id is not None,
            diagnosed=self.diagnoses.filter(on__lte=on).exists(),
            in_use=TrajectoryRules.objects.of(self.pilot).phases,
        )

    @transaction.atomic
    def move_to(self, phase, *, by, on, reason=""):
        """Enter another phase and log the transition, or raise MoveNotAllowed."""
        self._lock()
        self.check_move(phase, on=on)
        current, self.phase = self.phase, phase
        self.save(update_fields=["phase"])
        return self.transitions.create(
            from_phase=current, to_phase=phase, on=on, by=by, reason=reason
        )

    @transaction.atomic
    def diagnose(self, *, route, by, on, explanation=""):
        """Record the conclusion of a diagnosis; one on a later day takes its place."""
        return self.diagnoses.create(route=route, on=on, by=by, explanation=explanation)

    @transaction.atomic
    def record_outcome(self, *, kind, by, on, hours=None, dropout_reason="", note=""):
        """Record an outcome; one that ends the guidance closes the trajectory with it.

        Raises OutcomeNotAllowed or MoveNotAllowed.
        """
        self._lock()
        if kind not in possible_in(Phase(self.phase)):
            raise OutcomeNotAllowed(f"{kind} in {self.phase}")
        if closing := closing_phase(kind):
            self.move_to(closing, by=by, on=on, reason=OUTCOME_LABELS[kind])
        return self.outcomes.create(
            kind=kind, on=on, by=by, hours=hours, dropout_reason=dropout_reason, note=note
        )

    @transaction.atomic
    def log_step(self, *, uuid, by, planned_step=None, next_type=None, next_on=None, **step):
        """Log what was done, and plan what comes next. The same again changes nothing.

        The same is the same uuid, and also what the same person sent some minutes ago: who goes
        back to a form that was sent gets one with another uuid. `planned_step`: the appointment
        that this step fulfils, if any.
        """
        self._lock()
        if logged := Step.objects.filter(uuid=uuid).first():
            return logged
        logged = self._just_logged(by, step) or self._fulfil(
            planned_step, uuid=uuid, by=by, at=timezone.now(), planned=False, **step
        )
        # Also when only this was added to what was sent before, but not twice.
        if next_type and not self.steps.planned().filter(type=next_type, on=next_on).exists():
            self.steps.create(type=next_type, on=next_on, by=by, planned=True)
        return logged

    def _just_logged(self, by, step) -> Step | None:
        since = timezone.now() - SENT_AGAIN_WITHIN
        same = {"manner": "", "minutes": None, "note": ""} | step
        return self.steps.done().filter(by=by, at__gte=since, **same).first()

    def _fulfil(self, planned_step, **step) -> Step:
        """The appointment becomes what was done, unless a colleague settled it meanwhile."""
        open_steps = self.steps.planned()
        done = planned_step and open_steps.filter(pk=planned_step.pk).first()
        done = done or Step(participant=self)
        for field, value in step.items():
            setattr(done, field, value)
        done.save()
        return done

    @property
    def phase_label(self) -> str:
        return "Kandidaat" if self.is_candidate else PHASE_LABELS[Phase(self.phase)]

    @property
    def phase_kind(self) -> str:
        """The kind of badge its phase is shown as."""
        return "neutral" if self.is_candidate else str(self.phase)
