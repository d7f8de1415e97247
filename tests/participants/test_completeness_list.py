"""Wat ontbreekt: of whom what is missing, for what."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertNotContains

from participants.choices import Education, Household, Sex
from participants.completeness import ASKED, Registered, lacking
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory

NOTHING = Registered(*[False] * 7)


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def url(pilot, consultant):
    return reverse("participants:completeness", args=[pilot.slug])


def gaps_of(response, person):
    row = next(row for row in response.context["page"] if row.pk == person.pk)
    return {column.key: column.value(row) for column in response.context["columns"]}


@pytest.mark.parametrize("purpose", ASKED)
def test_each_thing_that_is_asked_can_be_missing(purpose):
    assert lacking(purpose, NOTHING) == list(ASKED[purpose])
    assert lacking(purpose, Registered(*[True] * 7)) == []


def test_list_says_of_whom_what_is_missing(client, url, pilot, consultant):
    person = ParticipantFactory(
        pilot=pilot,
        consultant=consultant,
        phase=Phase.DIAGNOSIS,
        sex=Sex.FEMALE,
        household=Household.SINGLE,
    )

    gaps = gaps_of(client.get(url), person)

    assert gaps["diagnose"].startswith("opleiding, werkervaring, taal, belemmeringen")
    assert gaps["evaluatie"] == "opleiding"
    assert gaps["esf"] == "opleiding, bsn-kenmerk, eerste activiteit"
    assert gaps["samen"] == 8 + 1 + 3


def test_diagnosis_is_not_asked_before_its_phase(client, url, pilot, consultant):
    early = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)

    assert gaps_of(client.get(url), early)["diagnose"] == "compleet"


def test_outcome_without_evidence_is_missing_for_the_esf(client, url, pilot, consultant):
    person = ParticipantFactory(
        pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT, education=Education.HIGHER
    )
    person.record_outcome(kind="paid_full", hours=36, by=consultant, on=pilot.today())

    assert "bewijs van uitstroom" in gaps_of(client.get(url), person)["esf"]


@pytest.mark.parametrize(
    ("asked", "expected"), [("diagnose", 1), ("evaluatie", 2), ("esf", 2), ("niets", 0), ("x", 0)]
)
def test_list_is_filtered_by_what_it_is_for(client, url, pilot, consultant, asked, expected):
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)

    assert client.get(url, {"mist": asked}).context["page"].paginator.count == expected


def test_list_is_about_the_own_caseload(client, url, pilot):
    colleague = MembershipFactory(pilot=pilot).user
    ParticipantFactory(pilot=pilot, consultant=colleague, last_name="Geheim")

    assertNotContains(client.get(url), "Geheim")


@pytest.mark.parametrize("count", [1, 3])
def test_list_makes_the_same_queries_for_one_as_for_many(
    client, url, pilot, consultant, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(
        count, pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS
    )

    with django_assert_num_queries(14):
        response = client.get(url)

    assert response.context["page"].paginator.count == count
