"""Vandaag of the recruiter: what is planned, and what ends."""

from datetime import timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import StepType
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import OccupationFactory, VacancyFactory, of, propose, referred, url


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def recruiter(login):
    return login(Role.RECRUITER)


def sections(client, pilot) -> dict:
    page = client.get(url("mediation-today", pilot))
    return {section["key"]: section for section in page.context["sections"]}


def names(section) -> list[str]:
    return [row["name"].last_name for row in section["rows"]]


def plan(person, *, by, days):
    return person.steps.create(
        by=by, planned=True, on=TODAY + timedelta(days=days), type=StepType.objects.first()
    )


def interview(person, vacancy, *, days):
    proposal = propose(person, vacancy, on=TODAY - timedelta(days=3))
    proposal.record_answer(
        answer="interview",
        on=TODAY - timedelta(days=3),
        interview_on=TODAY + timedelta(days=days),
        by=person.consultant,
    )
    return proposal


def place(person, *, until, employer="Hotel"):
    return person.placements.create(
        kind="regular",
        employer=employer,
        hours=24,
        starts_on=TODAY - timedelta(days=60),
        ends_on=TODAY + timedelta(days=until),
        by=person.consultant,
    )


def same_as_list(client, section):
    page = client.get(section["url"]).context["page"]
    return page.paginator.count == section["count"]


def test_appointments_of_the_recruiter_with_the_form_that_logs_them(
    client, recruiter, pilot, consultant
):
    late = referred(pilot, consultant, last_name="Laat")
    missed = plan(late, by=recruiter, days=-2)
    plan(referred(pilot, consultant, last_name="Week"), by=recruiter, days=7)
    plan(referred(pilot, consultant, last_name="Nu"), by=recruiter, days=0)
    plan(referred(pilot, consultant, last_name="Later"), by=recruiter, days=8)
    plan(referred(pilot, consultant, last_name="Consulent"), by=consultant, days=1)
    stranger = ParticipantFactory(pilot=pilot, consultant=consultant, last_name="Verborgen")
    plan(stranger, by=recruiter, days=0)

    found = sections(client, pilot)

    assert names(found["afspraak-voorbij"]) == ["Laat"]
    assert names(found["afspraken"]) == ["Nu", "Week"]
    assert [row["tag"] for row in found["afspraken"]["rows"]] == ["vandaag", "gepland"]
    [row] = found["afspraak-voorbij"]["rows"]
    assert row["action_url"] == (
        f"{of(late, 'step-create')}?afspraak={missed.uuid}&van=bemiddeling"
    )
    assert client.get(row["action_url"]).status_code == 200
    assert row["strong"] == "2 dagen te laat"
    assert same_as_list(client, found["afspraak-voorbij"])
    assert same_as_list(client, found["afspraken"])


def test_interviews_with_employers_in_the_coming_days(client, recruiter, pilot, consultant):
    vacancy = VacancyFactory(employer__pilot=pilot, title="Kok")
    soon = referred(pilot, consultant, last_name="Straks")
    asked = interview(soon, vacancy, days=7)
    interview(referred(pilot, consultant, last_name="Vandaag"), vacancy, days=0)
    interview(referred(pilot, consultant, last_name="Later"), vacancy, days=8)
    interview(referred(pilot, consultant, last_name="Geweest"), vacancy, days=-1)
    gone = referred(pilot, consultant, last_name="Weg")
    interview(gone, vacancy, days=1)
    gone.referrals.get().end(reason="other", on=TODAY, by=consultant)

    found = sections(client, pilot)["gesprekken"]

    assert names(found) == ["Vandaag", "Straks"]
    assert [row["strong"] for row in found["rows"]] == ["vandaag", "op 22-01-2017"]
    assert found["rows"][1]["action_url"] == of(soon, "proposal-answer", asked.uuid)
    assert same_as_list(client, found)


def test_placements_that_end_soon(client, recruiter, pilot, consultant):
    ending = referred(pilot, consultant, last_name="Einde")
    place(ending, until=30)
    place(referred(pilot, consultant, last_name="Voorbij"), until=-1)
    place(referred(pilot, consultant, last_name="Lang"), until=31)
    place(ParticipantFactory(pilot=pilot, consultant=consultant, selected=True), until=5)

    found = sections(client, pilot)["contract"]

    assert names(found) == ["Voorbij", "Einde"]
    assert [row["tag"] for row in found["rows"]] == ["voorbij", "loopt af"]
    row = found["rows"][1]
    assert (row["action"], row["action_url"]) == (
        "Naar de plaatsing",
        f"{ending.get_absolute_url()}#engagements",
    )
    assertContains(client.get(ending.get_absolute_url()), 'id="engagements"')
    assert same_as_list(client, found)


def test_new_referral_says_what_for_and_what_is_wanted(client, recruiter, pilot, consultant):
    cook = OccupationFactory(name="proefkok")
    referred(
        pilot,
        consultant,
        profile={"purpose": "trial", "occupations": [cook]},
    )

    page = client.get(url("mediation-today", pilot))

    assertContains(page, "proefplaatsing")
    assertContains(page, "proefkok; verwezen op 01-12-2016")
    assertNotContains(page, "Plaatsing/bemiddeling")


@pytest.mark.parametrize("count", [1, 3])
def test_day_makes_the_same_queries_for_one_as_for_many(
    client, recruiter, pilot, consultant, count, django_assert_num_queries
):
    for _ in range(count):
        person = referred(pilot, consultant, profile={"occupations": [OccupationFactory()]})
        plan(person, by=recruiter, days=-1)
        plan(referred(pilot, consultant), by=recruiter, days=1)
        interview(person, VacancyFactory(employer__pilot=pilot), days=1)
        place(person, until=3)

    with django_assert_num_queries(27):
        found = sections(client, pilot)

    assert {key: section["count"] for key, section in found.items()} == {
        "nieuw": 2 * count,
        "afspraak-voorbij": count,
        "afspraken": count,
        "gesprekken": count,
        "contract": count,
    }
