"""Questions about the consultants of a pilot, with what they have in hand."""

from collections import Counter
from datetime import date

from django.db.models import Count, F, Min, Q

from participants.caseload import Load, norm_for
from participants.models import Participant, Step, TrajectoryRules
from participants.signals import Signal
from participants.trajectory import CLOSED
from pilot.models import Pilot, User
from pilot.roles import Role

NOBODY = "geen"


def consultants_of(pilot):
    """The consultants of the team, and who left it but still has participants."""
    team = Q(pk__in=pilot.team(Role.CONSULTANT).values("pk"))
    still_has = Q(pk__in=Participant.objects.filter(pilot=pilot).values("consultant"))
    return User.objects.filter(team | still_has)


def team_with_caseload(pilot):
    """The consultants of the team, with `fte` and `open_caseload`."""
    guided = Q(caseload__pilot=pilot) & ~Q(caseload__phase__in=CLOSED)
    return pilot.team(Role.CONSULTANT).annotate(
        open_caseload=Count("caseload", filter=guided), fte=F("memberships__fte")
    )


def norms_of(pilot: Pilot) -> dict[int, int]:
    """The norm of each consultant of the team, by key."""
    working = pilot.memberships.filter(role=Role.CONSULTANT, user__is_active=True)
    fte = working.values_list("user", "fte")
    return {user: norm_for(pilot.caseload_norm, part) for user, part in fte}


def own_norm(user: User, pilot: Pilot) -> int:
    """The norm for the caseload of one consultant; whoever is not in the team has none, 0."""
    return norms_of(pilot).get(user.pk, 0)


def loads(pilot: Pilot, *, on: date) -> list[Load]:
    """What every consultant has in hand on a day; last who has no consultant, if anybody."""
    people = Participant.objects.filter(pilot=pilot).selected(on=on)
    limits = TrajectoryRules.objects.of(pilot).limits
    caseload = people.in_caseload(on=on)
    steps = Step.objects.done().filter(participant__in=people, on__range=(on.replace(day=1), on))
    taken = list(steps.values_list("participant__consultant", "participant"))
    numbers = {
        "caseload": by_consultant(caseload),
        "overdue": by_consultant(people.signalled(Signal.OVERDUE, on=on)),
        "silent": by_consultant(people.signalled(Signal.NO_CONTACT, on=on, limits=limits)),
        "steps": Counter(consultant for consultant, _ in taken),
        "stepped": Counter(consultant for consultant, _ in set(taken)),
        "oldest_contact": dict(
            caseload.with_steps()
            .order_by()
            .values("consultant")
            .annotate(oldest=Min("met_on"))
            .values_list("consultant", "oldest")
        ),
    }

    def load(of_whom, **about):
        return Load(
            **about,
            **{name: of[of_whom] for name, of in numbers.items() if of_whom in of},
        )

    fte = dict(team_with_caseload(pilot).values_list("pk", "fte"))
    rows = [
        load(
            user.pk,
            key=user.username,
            label=str(user),
            place=place,
            fte=fte.get(user.pk),
            norm=norm_for(pilot.caseload_norm, fte[user.pk]) if user.pk in fte else None,
        )
        for place, user in enumerate(consultants_of(pilot))
    ]
    nobody = load(None, key=NOBODY, label="Nog niet toegewezen", place=len(rows))
    return [*rows, nobody] if nobody.caseload else rows


def by_consultant(people) -> Counter:
    """How many of these persons each consultant has, by the key; None has who has none."""
    return Counter(people.order_by().values_list("consultant", flat=True))
