from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction

from pilot.models import Membership, Pilot
from pilot.roles import Permission, Role
from tests.factories import MembershipFactory, PilotFactory, UserFactory


def test_demo_pilot_has_a_day_of_its_own():
    assert Pilot(demo_today=date(2017, 1, 15)).today() == date(2017, 1, 15)


def test_other_pilots_go_by_the_real_day_in_maastricht():
    # Half past midnight in Maastricht is still the day before by UTC.
    with time_machine.travel("2016-09-30T22:30:00+00:00"):
        assert Pilot().today() == date(2016, 10, 1)


@pytest.mark.parametrize(
    ("participants", "percentage", "target"), [(150, 20, 30), (20, 20, 4), (12, 20, 3), (10, 0, 0)]
)
def test_outflow_target_is_a_whole_number_of_persons(participants, percentage, target):
    pilot = Pilot(participants_target=participants, outflow_target_percentage=percentage)

    assert pilot.outflow_target == target


def test_role_holds_in_its_own_pilot_only(pilot):
    user = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    elsewhere = PilotFactory()

    assert user.can(Permission.BUDGET_VIEW, pilot=pilot)
    assert not user.can(Permission.BUDGET_VIEW, pilot=elsewhere)
    assert not user.can(None, pilot=pilot)


def test_superuser_administers_and_does_not_see_participants(pilot):
    user = UserFactory(is_superuser=True)

    assert user.can_anywhere(Permission.USER_MANAGE)
    assert not user.can(Permission.PARTICIPANT_VIEW, pilot=pilot)


def test_team_holds_the_active_members_with_a_role(pilot):
    consultant = MembershipFactory(pilot=pilot).user
    MembershipFactory(pilot=pilot, user=UserFactory(is_active=False))
    MembershipFactory(pilot=pilot, role=Role.RECRUITER)

    assert list(pilot.team(Role.CONSULTANT)) == [consultant]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda p: Pilot.objects.update(ends_on=date(2016, 7, 31)), "pilot_ends_after_start"),
        (lambda p: Pilot.objects.update(caseload_norm=0), "pilot_norms_positive"),
        (lambda p: Pilot.objects.update(participants_target=0), "pilot_norms_positive"),
        (
            lambda p: Pilot.objects.update(outflow_target_percentage=101),
            "pilot_outflow_at_most_100",
        ),
        (lambda p: PilotFactory(slug=p.slug), "slug"),
        (lambda p: Membership.objects.update(role="koning"), "membership_role_known"),
        (
            lambda p: Membership.objects.create(
                pilot=p, user=p.memberships.get().user, role=Role.RECRUITER
            ),
            "membership_one_role_per_pilot",
        ),
    ],
)
def test_database_keeps_the_rule(pilot, change, rule):
    MembershipFactory(pilot=pilot)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        change(pilot)
