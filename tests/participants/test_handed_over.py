"""Who looks in vain for somebody they guided reads for two weeks who guides them now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.choices import TransferReason
from participants.handed_over import DAYS_TOLD, handed_over
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def colleague(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def people(pilot, consultant):
    return [
        ParticipantFactory(pilot=pilot, consultant=consultant, last_name="Geheim", number=number)
        for number in (4712, 4711)
    ]


def transfer(participant, to, *, days_ago=0):
    participant.assign_to(
        to, by=to, on=TODAY - timedelta(days=days_ago), reason=TransferReason.SPREADING
    )


def today(client, pilot):
    return client.get(reverse("participants:today", args=[pilot.slug]))


def test_today_says_who_guides_them_now_by_number_only(client, pilot, people, colleague):
    for person in people:
        transfer(person, colleague, days_ago=2)

    page = today(client, pilot)

    assertContains(page, f"Overgedragen aan {colleague} op 13-01-2017: nummers 4711, 4712.")
    assertNotContains(page, "Geheim")
    assert client.get(people[0].get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("days_ago", "told"), [(DAYS_TOLD - 1, 1), (DAYS_TOLD, 0)])
def test_it_is_told_for_two_weeks(pilot, consultant, colleague, people, days_ago, told):
    transfer(people[0], colleague, days_ago=days_ago)

    assert len(handed_over(consultant, pilot=pilot)) == told


def test_who_came_back_is_not_told_and_who_went_on_is_told_as_far_as_one_knew(
    pilot, consultant, colleague, people
):
    back, on = people
    third = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    for person in people:
        transfer(person, colleague, days_ago=5)
    transfer(back, consultant, days_ago=1)
    transfer(on, third, days_ago=1)

    assert handed_over(consultant, pilot=pilot) == [
        {"on": TODAY - timedelta(days=5), "to": colleague, "numbers": [on.number]}
    ]
    assert handed_over(MembershipFactory(pilot=pilot).user, pilot=pilot) == []


@pytest.mark.parametrize("count", [1, 3])
def test_same_queries_for_one_as_for_many(
    pilot, consultant, colleague, count, django_assert_num_queries
):
    for person in ParticipantFactory.create_batch(count, pilot=pilot, consultant=consultant):
        transfer(person, colleague)

    with django_assert_num_queries(1):
        [row] = handed_over(consultant, pilot=pilot)

    assert len(row["numbers"]) == count
