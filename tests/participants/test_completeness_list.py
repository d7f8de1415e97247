"""Wat ontbreekt: of whom what is missing, for what."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains

from participants.choices import Education, Household, Sex
from participants.completeness import ASKED, Registered, lacking
from participants.models import StepType
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory

NOTHING = Registered(*[False] * 6)


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def url(pilot, consultant):
    return reverse("participants:completeness", args=[pilot.slug])


def gaps_of(response, person):
    row = next(row for row in response.context["page"] if row.pk == person.pk)
    values = ((column.key, column.value(row)) for column in response.context["columns"])
    return {key: strip_tags(value) if isinstance(value, str) else value for key, value in values}


@pytest.mark.parametrize("purpose", ASKED)
def test_each_thing_that_is_asked_can_be_missing(purpose):
    assert lacking(purpose, NOTHING) == list(ASKED[purpose])
    assert lacking(purpose, Registered(*[True] * 6)) == []


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
    assert gaps["esf"] == "opleiding, eerste activiteit"
    assert gaps["samen"] == 8 + 1 + 2


def test_diagnosis_is_asked_in_its_phases_only(client, url, pilot, consultant):
    early, out = (
        ParticipantFactory(pilot=pilot, consultant=consultant, phase=phase)
        for phase in (Phase.INTAKE, Phase.PLACEMENT)
    )
    out.record_outcome(kind="paid_full", hours=36, by=consultant, on=pilot.today())

    response = client.get(url)

    assert gaps_of(response, early)["diagnose"] == "nog niet aan de orde"
    assert gaps_of(response, out)["diagnose"] == "niet meer aan de orde"


def test_bsn_is_said_once_and_is_missing_of_nobody(client, url, pilot, consultant):
    complete, known = (
        ParticipantFactory(
            pilot=pilot,
            consultant=consultant,
            phase=Phase.INTAKE,
            sex=Sex.FEMALE,
            household=Household.SINGLE,
            education=Education.HIGHER,
            bsn_fingerprint=bsn_fingerprint,
        )
        for bsn_fingerprint in ("", "f" * 64)
    )
    for person in (complete, known):
        person.steps.create(
            type=StepType.objects.get(name="Diagnosegesprek"),
            on=pilot.today(),
            by=consultant,
            attendance="present",
        )

    response = client.get(url)

    assertContains(response, "BSN", count=1)
    assertContains(response, "wordt het uit de cliëntadministratie aangeleverd", count=1)
    assert gaps_of(response, complete)["esf"] == gaps_of(response, known)["esf"] == "compleet"
    assert client.get(url, {"mist": "niets"}).context["page"].paginator.count == 2


def test_what_is_missing_leads_to_where_it_is_filled_in(client, url, pilot, consultant):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)

    response = client.get(url)

    def address(route):
        return reverse(f"participants:{route}", args=[pilot.slug, person.number])

    for words, target in [
        ("taal", f"{address('diagnosis')}#taal"),
        ("huishouden", address("participant-edit")),
        ("eerste activiteit", address("step-create")),
    ]:
        assertContains(response, f'<a href="{target}">{words}</a>', html=True)
    lines = client.get(f"{url}?export=csv").content.decode("utf-8-sig")
    assert "geslacht, huishouden, opleiding" in lines
    assert "href" not in lines


def test_who_is_with_nobody_is_assigned_from_the_list(client, login, pilot):
    login(Role.PROJECT_LEADER)
    person = ParticipantFactory(pilot=pilot, selected=True)

    response = client.get(reverse("participants:completeness", args=[pilot.slug]))

    target = reverse("participants:transfer", args=[pilot.slug, person.number])
    assertContains(response, f'<a href="{target}">consulent</a>', html=True)


def test_outcome_without_evidence_is_missing_for_the_esf(client, url, pilot, consultant):
    person = ParticipantFactory(
        pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT, education=Education.HIGHER
    )
    person.record_outcome(kind="paid_full", hours=36, by=consultant, on=pilot.today())

    response = client.get(url)
    assert "bewijs van uitstroom" in gaps_of(response, person)["esf"]
    assertContains(response, f"{person.get_absolute_url()}#outflow")
    assertContains(client.get(person.get_absolute_url()), 'id="outflow"')


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
