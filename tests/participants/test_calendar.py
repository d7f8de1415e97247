"""Planned steps in the own calendar, by a private link that can be withdrawn."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import CalendarLink, StepType
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def url(pilot, consultant):
    return reverse("participants:calendar", args=[pilot.slug])


def make_link(client, url) -> str:
    return client.post(url, follow=True).context["address"]


def fetch(address):
    """As a calendar does: without a session."""
    return Client().get(address)


def plan(participant, *, days=3):
    return participant.steps.create(
        type=StepType.objects.first(),
        on=TODAY + timedelta(days=days),
        by=participant.consultant,
        planned=True,
    )


def test_calendar_holds_the_own_appointments_and_no_person(client, url, pilot, consultant):
    own = ParticipantFactory(pilot=pilot, consultant=consultant, first_name="Geheim", number=4711)
    step = plan(own)
    plan(own, days=-31)
    colleague = MembershipFactory(pilot=pilot).user
    plan(ParticipantFactory(pilot=pilot, consultant=colleague))

    answer = fetch(make_link(client, url))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["summary"]), event["dtstart"].dt) == (str(step.type), step.on)
    for secret in ("Geheim", "Voorbeeld", "4711", own.client_number):
        assert secret not in answer.content.decode()


def test_link_is_shown_once_and_kept_only_as_a_hash(client, url):
    address = make_link(client, url)

    assertNotContains(client.get(url), address)
    assertContains(client.get(url), "Er is een link")
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert token not in CalendarLink.objects.get().token_sha256


def test_new_link_ends_the_old_one_and_withdrawing_ends_all(client, url):
    old = make_link(client, url)
    new = make_link(client, url)
    assert (fetch(old).status_code, fetch(new).status_code) == (404, 200)

    client.post(url, {"intrekken": "1"})

    assert fetch(new).status_code == 404


def test_link_ends_with_the_role_and_with_the_account(client, url, pilot, consultant):
    address = make_link(client, url)
    consultant.is_active = False
    consultant.save()
    assert fetch(address).status_code == 404
    consultant.is_active = True
    consultant.save()
    assert fetch(address).status_code == 200

    consultant.memberships.all().delete()

    assert fetch(address).status_code == 404


def test_link_of_one_pilot_opens_no_other(client, url, pilot):
    other = MembershipFactory().pilot
    address = make_link(client, url)

    assert fetch(address.replace(pilot.slug, other.slug)).status_code == 404


def test_database_keeps_hashes_only(pilot, consultant):
    with pytest.raises(IntegrityError, match="calendar_link_hashed"):
        CalendarLink.objects.create(user=consultant, pilot=pilot, token_sha256="geheim")


def test_database_keeps_one_link_for_each_user_and_pilot(pilot, consultant):
    CalendarLink.objects.create(user=consultant, pilot=pilot, token_sha256="a" * 64)
    with pytest.raises(IntegrityError, match="calendar_link_one_each"):
        CalendarLink.objects.create(user=consultant, pilot=pilot, token_sha256="b" * 64)
