"""Inrichting: what the project leader sets up for one pilot."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pilot.models import Organisation
from pilot.roles import Role
from tests.factories import OrganisationFactory

FOR_EVERY_REQUEST = 5


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


def url(route, pilot, *args):
    return reverse(route, args=[pilot.slug, *args])


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_partners_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    OrganisationFactory.create_batch(count, pilot=pilot)

    with django_assert_num_queries(FOR_EVERY_REQUEST + 2):
        response = client.get(url("organisation-list", pilot))

    assert response.context["page"].paginator.count == count


def test_partner_is_added_and_taken_out_of_use(client, leader, pilot):
    client.post(url("organisation-create", pilot), {"name": "Trajekt", "active": "on"})
    partner = Organisation.objects.of(pilot).get()
    assert str(partner) == "Trajekt"

    client.post(url("organisation-edit", pilot, partner.uuid), {"name": "Trajekt"})

    assert list(Organisation.objects.of(pilot)) == []


def test_partner_stands_in_the_list_once(client, leader, pilot):
    OrganisationFactory(pilot=pilot, name="Trajekt")
    # That of another pilot is another one.
    OrganisationFactory(name="Wereldwijd")

    response = client.post(url("organisation-create", pilot), {"name": "trajekt"})
    assertContains(response, "Deze partner staat al in de lijst.")
    assertContains(response, 'value="trajekt"')
    with pytest.raises(IntegrityError):
        OrganisationFactory(pilot=pilot, name="Trajekt")


def test_partners_stand_in_the_order_of_their_letters(client, leader, pilot):
    for name in ["Zuyd", "MTB", "Éigen Kracht", "movisie", "Eigen Werk"]:
        OrganisationFactory(pilot=pilot, name=name)

    page = client.get(url("organisation-list", pilot))

    ordered = ["Éigen Kracht", "Eigen Werk", "movisie", "MTB", "Zuyd"]
    assert [row.name for row, _ in page.context["table_rows"]] == ordered
    assert [row.name for row in Organisation.objects.of(pilot)] == ordered


def test_other_pilots_have_partners_of_their_own(client, leader, pilot):
    other = OrganisationFactory(name="Elders")

    assertNotContains(client.get(url("organisation-list", pilot)), "Elders")
    assert client.get(url("organisation-edit", pilot, other.uuid)).status_code == 404


def test_empty_list_says_what_to_do(client, leader, pilot):
    assertContains(client.get(url("organisation-list", pilot)), "Voeg er een toe")
