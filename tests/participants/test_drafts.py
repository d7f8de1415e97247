"""What is typed about a step is kept on the server until it is logged."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import Step, StepDraft, StepType
from participants.models.drafts import KEPT, LONGEST
from participants.tasks import tidy
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


def url(participant, route="step-create"):
    return reverse(f"participants:{route}", args=[participant.pilot.slug, participant.number])


@pytest.fixture
def typed():
    """What stands in a form that is not finished."""
    kind = StepType.objects.get(name="Diagnosegesprek").pk
    return {
        "uuid": str(uuid4()),
        "on": "31-2-2017",
        "type": str(kind),
        "attendance": "late",
        "note": "Half een zin",
        "interpreter": "on",
    }


def keep(client, participant, typed):
    return client.post(url(participant, "step-draft"), typed)


def test_what_was_typed_is_there_again_after_a_logout(client, consultant, participant, typed):
    assertContains(keep(client, participant, typed), "Bewaard als concept om")
    client.logout()
    client.force_login(consultant)

    page = client.get(url(participant))

    assertContains(page, "Uw concept van")
    shown = page.context["form"]
    assert {name: shown[name].value() for name in typed if name != "uuid"} == {
        name: value for name, value in typed.items() if name != "uuid"
    }
    # The same step as before, so that it cannot be logged twice.
    assert str(shown["uuid"].value()) == typed["uuid"]
    assertContains(client.get(participant.get_absolute_url()), "nog niet vastgelegd")
    assertContains(
        client.get(reverse("participants:today", args=[participant.pilot.slug])),
        "Begonnen, nog niet vastgelegd",
    )
    assert Step.objects.count() == 0


def test_what_was_typed_later_takes_its_place(client, consultant, participant, typed):
    keep(client, participant, typed)
    keep(client, participant, typed | {"note": "Een hele zin"})

    assert StepDraft.objects.get().values["note"] == "Een hele zin"


def test_draft_goes_with_the_step_and_does_not_come_back(client, consultant, participant, typed):
    keep(client, participant, typed)
    client.post(url(participant), typed | {"on": "10-1-2017", "manner": "talk"})
    assert Step.objects.get().note == "Half een zin"

    late = keep(client, participant, typed)

    assertContains(late, "Deze stap is al vastgelegd.")
    assert StepDraft.objects.count() == 0


def test_draft_is_thrown_away_on_request(client, consultant, participant, typed):
    keep(client, participant, typed)

    response = client.post(url(participant, "step-draft-discard"), follow=True)

    assertContains(response, "Het concept is weggegooid.")
    assertNotContains(response, "Half een zin")


def test_draft_is_of_who_typed_it(client, login, pilot, consultant, participant, typed):
    keep(client, participant, typed)
    login(Role.PROJECT_LEADER)

    assertNotContains(client.get(url(participant)), "Half een zin")
    client.post(url(participant, "step-draft-discard"))
    assert StepDraft.objects.count() == 1


def test_colleague_cannot_keep_anything_with_who_is_not_theirs(client, login, participant, typed):
    login(Role.CONSULTANT)

    assert keep(client, participant, typed).status_code == 404


@pytest.mark.parametrize("uuid", ["", "onzin"])
def test_nonsense_is_refused(client, consultant, participant, uuid):
    assert keep(client, participant, {"uuid": uuid}).status_code == 400


def test_what_a_database_cannot_hold_is_left_out(client, consultant, participant, typed):
    keep(client, participant, typed | {"note": "a\0b" + "x" * LONGEST})

    note = StepDraft.objects.get().values["note"]
    assert (note[:3], len(note)) == ("abx", LONGEST)


def test_old_draft_is_thrown_away_in_the_night(client, consultant, participant, typed):
    keep(client, participant, typed)
    with time_machine.travel(timezone.now() + KEPT - timedelta(minutes=1)):
        tidy()
    assert StepDraft.objects.count() == 1
    with time_machine.travel(timezone.now() + KEPT + timedelta(minutes=1)):
        tidy()
    assert StepDraft.objects.count() == 0


def test_one_draft_for_each_user_and_participant(consultant, participant):
    StepDraft.objects.create(user=consultant, participant=participant, uuid=uuid4(), values={})
    with pytest.raises(IntegrityError, match="step_draft_one_each"):
        StepDraft.objects.create(user=consultant, participant=participant, uuid=uuid4(), values={})
