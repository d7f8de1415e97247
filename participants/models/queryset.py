"""Questions about participants."""

import re
import unicodedata
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, DateField, Exists, F, OuterRef, Q, Subquery, TimeField, Value
from django.db.models.functions import Coalesce, Concat, Greatest

from participants import trajectory
from participants.aftercare import Moment
from participants.choices import Attendance
from participants.limits import STANDARD, Limits, Subject
from participants.mediation import MediationSignal, Silence
from participants.models.facts import Assignment, Diagnosis, Transition
from participants.models.integration import CivicIntegration
from participants.models.outcomes import Outcome
from participants.models.outflow_questions import OutflowQuestions
from participants.models.plans import Action
from participants.models.proposals import Proposal
from participants.models.referrals import Referral
from participants.models.stand_ins import StandIn
from participants.models.steps import IN_ORDER, Step
from participants.outcomes import STAYS_IN_CASELOAD
from participants.signals import DAYS_AHEAD, Signal
from participants.trajectory import Phase
from pilot.roles import Permission, Role

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


def last_on(model, day, field, *conditions):
    """The field of the last row of a participant in `model` on or before a day."""
    rows = model.objects.filter(*conditions, participant=OuterRef("pk"), on__lte=day)
    return Subquery(rows.order_by("-on", "-pk").values(field)[:1])


class ParticipantQuerySet(OutflowQuestions, models.QuerySet):
    def visible_to(self, user, *, pilot):
        participants = self.filter(pilot=pilot)
        if user.can(Permission.PARTICIPANT_VIEW_ALL, pilot=pilot):
            return participants
        if user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot):
            return participants.referred()
        stood_in = StandIn.objects.filter(pilot=pilot, stand_in=user).current(on=pilot.today())
        return participants.filter(
            Q(consultant=user) | Q(consultant__in=stood_in.values("consultant"))
        )

    def referred(self):
        """With an open referral to the recruiter."""
        return self.filter(Exists(Referral.objects.open().filter(participant=OuterRef("pk"))))

    def referred_for(self, purpose: str):
        open_ones = Referral.objects.open().filter(participant=OuterRef("pk"), purpose=purpose)
        return self.filter(Exists(open_ones))

    def ever_referred(self):
        return self.filter(Exists(Referral.objects.filter(participant=OuterRef("pk"))))

    def with_mediation(self):
        """Of who was referred: `referred_on`, and whether a recruiter took a step since.

        `met_on`: the last of those for which they were there, None without; `mediated_on`: the
        same, and before it the referral.
        """
        referral = Referral.objects.open().filter(participant=OuterRef("pk"))
        of_recruiters = Step.objects.done().filter(
            participant=OuterRef("pk"),
            on__gte=OuterRef("referred_on"),
            by__memberships__role=Role.RECRUITER,
            by__memberships__pilot=OuterRef("pilot"),
        )
        met = of_recruiters.filter(attendance__in=(Attendance.PRESENT, Attendance.LATE))
        return (
            self.annotate(referred_on=Subquery(referral.values("on")[:1], output_field=DateField()))
            .annotate(
                mediation_began=Exists(of_recruiters),
                met_on=Subquery(met.order_by("-on").values("on")[:1], output_field=DateField()),
            )
            .annotate(mediated_on=Coalesce("met_on", "referred_on"))
        )

    def mediation_signalled(self, signal: MediationSignal, *, on: date, limits: Limits = STANDARD):
        """Who was referred and asks for the attention of the recruiter on a day."""
        referred = self.referred().with_mediation()
        if signal == MediationSignal.NEW:
            return referred.filter(mediation_began=False)
        if signal == MediationSignal.OVERDUE:
            return referred.with_recruiter_appointment(on__lt=on)
        if signal == MediationSignal.AHEAD:
            week = on + timedelta(days=DAYS_AHEAD)
            return referred.with_recruiter_appointment(on__gte=on, on__lte=week)
        too_long = on - timedelta(days=limits.each(Subject.MEDIATION)[Silence.CONTACT])
        return referred.filter(mediation_began=True, mediated_on__lt=too_long)

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

    def with_step_between(self, first: date, last: date):
        """With a step that was done on one of these days."""
        steps = Step.objects.done().filter(participant=OuterRef("pk"), on__range=(first, last))
        return self.filter(Exists(steps))

    def waiting(self, *, on: date):
        """Guided, but never placed in a trajectory yet; with the days that `waits_for` asks.

        `first_assigned_on`, `first_contact_on`, `diagnosed_on`: None where it has not happened.
        """

        def first(rows):
            earlier = rows.filter(participant=OuterRef("pk"), on__lte=on).order_by("on")
            return Subquery(earlier.values("on")[:1], output_field=DateField())

        met = Step.objects.done().filter(attendance__in=(Attendance.PRESENT, Attendance.LATE))
        moves = Transition.objects.filter(
            to_phase__in=trajectory.IN_TRAJECTORY, on__lte=on, participant=OuterRef("pk")
        )
        return (
            self.in_caseload(on=on)
            .filter(~Exists(moves))
            .annotate(
                first_assigned_on=first(Assignment.objects.all()),
                first_contact_on=first(met),
                diagnosed_on=first(Diagnosis.objects.all()),
            )
        )

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
        """`last_step_on`, `last_step_type`; `next_step_on`, `_time`, `_type`: for lists.

        `met_on`: the last step for which they were there; `last_contact_on`: the same, and as long
        as there is none the day of selection.
        """
        done = Step.objects.done().filter(participant=OuterRef("pk")).order_by("-on", "-pk")
        met = done.filter(attendance__in=(Attendance.PRESENT, Attendance.LATE))
        ahead = Step.objects.planned().filter(participant=OuterRef("pk")).order_by(*IN_ORDER)
        return self.annotate(
            last_step_on=Subquery(done.values("on")[:1], output_field=DateField()),
            last_step_type=Subquery(done.values("type__name")[:1]),
            next_step_on=Subquery(ahead.values("on")[:1], output_field=DateField()),
            next_step_time=Subquery(ahead.values("time")[:1], output_field=TimeField()),
            next_step_type=Subquery(ahead.values("type__name")[:1]),
            met_on=Subquery(met.values("on")[:1], output_field=DateField()),
            last_contact_on=Coalesce("met_on", "selected_on"),
        )

    def with_appointment(self, **on):
        """Something is planned for them; `on__lt=` and the like say when.

        `appointment_on`, `appointment_time`, `appointment_place`, `appointment_type`,
        `appointment_uuid`: the first of what is planned then.
        """
        planned = Step.objects.planned().filter(participant=OuterRef("pk"), **on)
        first = planned.order_by(*IN_ORDER)
        return self.annotate(
            appointment_on=Subquery(first.values("on")[:1], output_field=DateField()),
            appointment_time=Subquery(first.values("time")[:1], output_field=TimeField()),
            appointment_place=Subquery(first.values("place")[:1]),
            appointment_type=Subquery(first.values("type__name")[:1]),
            appointment_uuid=Subquery(first.values("uuid")[:1]),
        ).exclude(appointment_on=None)

    def with_recruiter_appointment(self, **on):
        """The same, of what a recruiter of their pilot planned."""
        return self.with_appointment(
            by__memberships__role=Role.RECRUITER, by__memberships__pilot=OuterRef("pilot"), **on
        )

    def without_contact(self, *, on: date, days: dict[Phase, int]):
        """Guided, but without a step for more days than their phase allows."""
        too_long = Q()
        for phase, limit in days.items():
            too_long |= Q(phase_on=phase, last_contact_on__lt=on - timedelta(days=limit))
        return self.in_caseload(on=on).with_steps().filter(too_long)

    def with_late_action(self, *, on: date):
        """Guided, with an open action that should have been done.

        `action_due_on`, `action_what`: the one that is late longest.
        """
        late = Action.objects.open().filter(participant=OuterRef("pk"), due_on__lt=on)
        first = late.order_by("due_on", "pk")
        return (
            self.in_caseload(on=on)
            .annotate(
                action_due_on=Subquery(first.values("due_on")[:1], output_field=DateField()),
                action_what=Subquery(first.values("what")[:1]),
            )
            .exclude(action_due_on=None)
        )

    def without_action(self, *, on: date, days: dict[Phase, int]):
        """Guided without an open action for more days than their phase allows.

        `without_action_since`: the day of the last action, or of the phase when that is later.
        """
        actions = Action.objects.filter(participant=OuterRef("pk"))
        settled = actions.annotate(settled_on=Greatest("done_on", "cancelled_on"))
        last = settled.exclude(settled_on=None).order_by("-settled_on").values("settled_on")[:1]
        too_long = Q()
        for phase, limit in days.items():
            before = on - timedelta(days=limit)
            too_long |= Q(phase_on=phase, without_action_since__lt=before)
        return (
            self.in_caseload(on=on)
            .annotate(
                without_action_since=Greatest(
                    Subquery(last, output_field=DateField()), last_on(Transition, on, "on")
                )
            )
            .filter(too_long)
            .exclude(Exists(actions.open()))
        )

    def with_integration_ending(self, *, on: date, days: int):
        """Guided, and the term of their inburgering ends within so many days, or is over.

        `integration_ends_on`: the last day of the term. Who met it, or need not, is not among them.
        """
        unsettled = CivicIntegration.objects.unsettled().filter(participant=OuterRef("pk"))
        last_day = Subquery(unsettled.values("deadline")[:1], output_field=DateField())
        return (
            self.in_caseload(on=on)
            .annotate(integration_ends_on=last_day)
            .filter(integration_ends_on__lte=on + timedelta(days=days))
        )

    def unplaced(self, *, on: date):
        """Guided and accepted by an employer, while the placement was not recorded yet.

        `accepted_on`, `accepted_by`, `accepted_proposal`: of the first of these proposals.
        """
        accepted = Proposal.objects.unplaced().filter(participant=OuterRef("pk"))
        first = accepted.order_by("answered_on", "pk")
        return (
            self.in_caseload(on=on)
            .annotate(
                accepted_on=Subquery(first.values("answered_on")[:1], output_field=DateField()),
                accepted_by=Subquery(first.values("vacancy__employer__name")[:1]),
                accepted_proposal=Subquery(first.values("uuid")[:1]),
            )
            .exclude(accepted_on=None)
        )

    def signalled(self, signal: Signal, *, on: date, limits: Limits = STANDARD):
        """Whom a signal is about on a day, by the limits of their pilot."""
        week = on + timedelta(days=DAYS_AHEAD)
        return {
            Signal.OVERDUE: lambda: self.with_appointment(on__lt=on),
            Signal.TODAY: lambda: self.with_appointment(on=on),
            Signal.THIS_WEEK: lambda: self.with_appointment(on__gt=on, on__lte=week),
            Signal.NO_CONTACT: lambda: self.without_contact(
                on=on, days=limits.each(Signal.NO_CONTACT)
            ),
            Signal.ACTION_OVERDUE: lambda: self.with_late_action(on=on),
            Signal.NO_ACTION: lambda: self.without_action(
                on=on, days=limits.each(Signal.NO_ACTION)
            ),
            Signal.CONTRACT_ENDS: lambda: self.contract_ending(
                on=on, days=limits.days(Signal.CONTRACT_ENDS)
            ),
            Signal.UNPLACED: lambda: self.unplaced(on=on),
            Signal.NO_EVIDENCE: lambda: self.without_evidence(on=on),
            Signal.AFTERCARE_1: lambda: self.aftercare_due(Moment.ONE_MONTH, on=on),
            Signal.AFTERCARE_6: lambda: self.aftercare_due(Moment.SIX_MONTHS, on=on),
            Signal.INTEGRATION: lambda: self.with_integration_ending(
                on=on, days=limits.days(Signal.INTEGRATION)
            ),
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
