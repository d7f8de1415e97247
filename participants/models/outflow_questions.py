"""Questions about participants on their way out, and after it."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Case, DateField, Exists, OuterRef, Q, Subquery, When

from participants import outcomes, trajectory
from participants.aftercare import Moment, last_exit_due
from participants.choices import Attendance
from participants.models.aftercare import FollowUp
from participants.models.engagements import Business, Placement, Study
from participants.models.evidence import Evidence
from participants.models.facts import Transition
from participants.models.outcomes import Outcome
from participants.models.steps import Step
from participants.outcomes import STAYS_IN_CASELOAD, OutcomeKind
from participants.trajectory import Phase


def first_on(rows):
    return Subquery(rows.values("on")[:1], output_field=DateField())


class OutflowQuestions(models.QuerySet):
    """Part of ParticipantQuerySet."""

    def with_participation_days(self, *, on: date):
        """`first_entry_on` and `last_exit_on`, by the counting rules of the ESF.

        Entry is the first activity after the selection that they were there for; coming back
        later does not change it. Exit is the last one, and none as long as they are back.
        """
        was_there = Step.objects.done().filter(
            participant=OuterRef("pk"),
            attendance__in=(Attendance.PRESENT, Attendance.LATE),
            on__gte=OuterRef("selected_on"),
            on__lte=on,
        )
        left = Transition.objects.filter(
            participant=OuterRef("pk"), to_phase__in=trajectory.CLOSED, on__lte=on
        )
        return self.with_phase_on(on).annotate(
            first_entry_on=first_on(was_there.order_by("on")),
            last_exit_on=Case(
                When(phase_on__in=trajectory.CLOSED, then=first_on(left.order_by("-on", "-pk"))),
                default=None,
                output_field=DateField(),
            ),
        )

    def contract_ending(self, *, on: date, days: int):
        """Guided, with a placement that ends within so many days and nothing that follows on it.

        `contract_until`, `contract_with`: the end and the employer of the first of them.
        """
        ending = Placement.objects.running().filter(
            participant=OuterRef("pk"), ends_on__lte=on + timedelta(days=days)
        )
        for model in (Placement, Study, Business):
            following = model.objects.running().filter(
                participant=OuterRef("participant"), starts_on__gte=OuterRef("ends_on")
            )
            if model is Placement:
                following = following.exclude(pk=OuterRef("pk"))
            ending = ending.exclude(Exists(following))
        first = ending.order_by("ends_on", "pk")
        return (
            self.in_caseload(on=on)
            .annotate(
                contract_until=Subquery(first.values("ends_on")[:1], output_field=DateField()),
                contract_with=Subquery(first.values("employer")[:1]),
            )
            .exclude(contract_until=None)
        )

    def with_unproven(self, *, on: date):
        """`is_unproven`: an outcome that counts is proven by nothing."""
        proof = Evidence.objects.there().filter(outcome=OuterRef("pk"))
        unproven = Outcome.objects.filter(
            ~Exists(proof), participant=OuterRef("pk"), kind__in=outcomes.COUNTS_BROAD, on__lte=on
        )
        return self.annotate(is_unproven=Exists(unproven))

    def without_evidence(self, *, on: date):
        """With an outcome that counts and is proven by nothing. `unproven_on`: the first such."""
        proof = Evidence.objects.there().filter(outcome=OuterRef("pk"))
        unproven = Outcome.objects.filter(
            ~Exists(proof), participant=OuterRef("pk"), kind__in=outcomes.COUNTS_BROAD, on__lte=on
        )
        return self.annotate(unproven_on=first_on(unproven.order_by("on", "pk"))).exclude(
            unproven_on=None
        )

    def aftercare_due(self, moment: Moment, *, on: date):
        """Left for work, a study or a business so long ago, and not asked yet how it goes.

        `exited_on`: when they left; `exit_uuid`: the outcome with which. What was missed after one
        month is not asked any more when six months have passed: that moment came in its place.
        """
        exits = (
            Outcome.objects.filter(participant=OuterRef("pk"), on__lte=on)
            .exclude(kind__in=[*STAYS_IN_CASELOAD, OutcomeKind.DROPOUT])
            .order_by("-on", "-pk")
        )
        asked = FollowUp.objects.filter(outcome=OuterRef("exit_outcome"), moment=moment, on__lte=on)
        due = Q(exited_on__lte=last_exit_due(on, moment))
        if moment == Moment.ONE_MONTH:
            due &= Q(exited_on__gt=last_exit_due(on, Moment.SIX_MONTHS))
        return (
            self.with_phase_on(on)
            .filter(phase_on=Phase.OUTFLOW)
            .annotate(
                exited_on=first_on(exits),
                exit_outcome=Subquery(exits.values("pk")[:1]),
                exit_uuid=Subquery(exits.values("uuid")[:1]),
            )
            .filter(due)
            .exclude(Exists(asked))
        )
