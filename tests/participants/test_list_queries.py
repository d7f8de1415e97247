"""The lists that have no test of their own: as many queries for one row as for many."""

import pytest
from django.urls import reverse

from participants.models import Reading
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory


def candidates(pilot, count):
    ParticipantFactory.create_batch(count, pilot=pilot)
    return reverse("participants:candidate-list", args=[pilot.slug])


def to_assign(pilot, count):
    for _ in range(count):
        ParticipantFactory(pilot=pilot, consultant=MembershipFactory(pilot=pilot).user)
    return reverse("participants:assign", args=[pilot.slug])


def pilots(pilot, count):
    PilotFactory.create_batch(count - 1)
    return reverse("pilot-list")


def readings(pilot, count):
    person = ParticipantFactory(pilot=pilot, selected=True)
    for _ in range(count):
        Reading.objects.create(
            user=MembershipFactory(pilot=pilot).user,
            pilot=pilot,
            page="participants:list",
            ids=[person.pk],
        )
    return reverse("participants:readings", args=[pilot.slug, person.number])


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("fill", "role", "queries"),
    [
        (candidates, Role.PROJECT_LEADER, 11),
        (to_assign, Role.PROJECT_LEADER, 12),
        (readings, Role.PROJECT_LEADER, 13),
        (pilots, Role.ADMINISTRATOR, 6),
    ],
)
def test_list_makes_the_same_queries_for_one_as_for_many(
    client, login, pilot, fill, role, queries, count, django_assert_num_queries
):
    login(role)
    url = fill(pilot, count)

    with django_assert_num_queries(queries):
        response = client.get(url)

    assert response.context["page"].paginator.count == count
