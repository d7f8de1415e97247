"""The limits of the signals, which each pilot can set."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from participants.limits import Limits
from participants.models import Participant, TrajectoryRules
from participants.signals import DAYS, Signal
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, PilotFactory

KEY = Limits.key(Signal.NO_CONTACT, Phase.SELECTION)


@pytest.fixture
def url(pilot, login):
    login(Role.PROJECT_LEADER)
    return reverse("participants:limits", args=[pilot.slug])


def usual(client, url):
    """The form as it is, to be sent again with something else in it."""
    form = client.get(url).context["form"]
    return {name: form[name].value() for name in form.fields}


def without_contact(pilot):
    limits = TrajectoryRules.objects.of(pilot).limits
    return list(Participant.objects.signalled(Signal.NO_CONTACT, on=TODAY, limits=limits))


def test_limit_of_a_pilot_holds_at_once_and_for_that_pilot_only(client, url, pilot):
    consultant = MembershipFactory(pilot=pilot).user
    person = ParticipantFactory(pilot=pilot, consultant=consultant)
    days = (TODAY - person.selected_on).days
    assert without_contact(pilot) == [person]

    client.post(url, usual(client, url) | {KEY: days})
    assert without_contact(pilot) == []
    client.post(url, usual(client, url) | {KEY: days - 1})
    assert without_contact(pilot) == [person]

    other = TrajectoryRules.objects.of(PilotFactory()).limits
    assert other.each(Signal.NO_CONTACT) == DAYS[Signal.NO_CONTACT]


def test_what_is_usual_is_not_kept_as_a_limit_of_its_own(client, url, pilot):
    client.post(url, usual(client, url) | {KEY: 20})
    assert TrajectoryRules.objects.of(pilot).signal_days == {KEY: 20}

    client.post(url, usual(client, url) | {KEY: DAYS[Signal.NO_CONTACT][Phase.SELECTION]})

    assert TrajectoryRules.objects.of(pilot).signal_days == {}


@pytest.mark.parametrize("typed", ["0", "731", "twee", "-1", ""])
def test_wrong_number_says_so_and_keeps_what_was_typed(client, url, pilot, typed):
    response = client.post(url, usual(client, url) | {KEY: typed})

    # Which of the fields that are called Selectie, Diagnose and so on.
    wrong = "Typ bij ‘te lang geen contact’ een heel aantal dagen, van 1 tot en met 730."
    assertContains(response, f"Selectie: {wrong}")
    assertContains(response, f'value="{typed}"' if typed else wrong)
    assert TrajectoryRules.objects.of(pilot).signal_days == {}
