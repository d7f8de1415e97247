"""An appointment has a time and a place where these are known, and who it concerns reads them."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Attendance, Manner
from participants.history import history
from participants.models import Participant, StepType
from participants.trajectory import Phase
from pilot.roles import Role
from reports.person_documents import sheet_of
from tests.factories import TODAY, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(
        pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS, last_name="Geheim", number=4711
    )


@pytest.fixture
def kind():
    return StepType.objects.get(name="Taaltoets")


def plan(participant, kind, *, days=0, **more):
    return participant.steps.create(
        type=kind,
        on=TODAY + timedelta(days=days),
        by=participant.consultant,
        planned=True,
        **more,
    )


def step_url(participant):
    return reverse("participants:step-create", args=[participant.pilot.slug, participant.number])


def edit_url(step):
    of = step.participant
    return reverse("participants:appointment-edit", args=[of.pilot.slug, of.number, step.uuid])


@pytest.fixture
def sent(kind):
    return {
        "uuid": uuid4(),
        "on": "15-1-2017",
        "type": kind.pk,
        "manner": Manner.TALK,
        "attendance": Attendance.PRESENT,
    }


def test_next_step_gets_a_time_and_a_place(client, participant, kind, sent):
    ahead = {"next_type": kind.pk, "next_on": "20-1-2017"}

    response = client.post(
        step_url(participant),
        sent | ahead | {"next_time": "14u30", "next_place": "Mosae Forum"},
        follow=True,
    )

    assertContains(response, "Gepland: Taaltoets op 20-01-2017 om 14:30.")
    assertContains(response, "vrijdag 20 januari 2017, <bdi>14:30, Mosae Forum</bdi>")
    [planned] = participant.steps.planned()
    assert (planned.time, planned.place) == (time(14, 30), "Mosae Forum")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"next_time": "half drie"}, "Dit is geen tijd. Typ bijvoorbeeld 14:30."),
        ({"next_time": "14:30"}, "Kies ook wat de volgende stap is."),
        ({"next_place": "Mosae Forum"}, "Kies ook de dag van de volgende stap."),
        ({"next_place": "x" * 61}, "60"),
    ],
)
def test_wrong_time_says_so_and_keeps_what_was_typed(client, participant, sent, typed, says):
    response = client.post(step_url(participant), sent | typed)

    assertContains(response, says)
    assertContains(response, f'value="{next(iter(typed.values()))}"')
    assert participant.steps.count() == 0


def test_appointment_is_moved_to_another_hour_and_the_history_tells_it(client, participant, kind):
    step = plan(participant, kind, time=time(9), place="Markt 10")
    form = client.get(edit_url(step))
    assertContains(form, 'value="09:00"')
    moved = {"type": kind.pk, "on": "15-1-2017", "time": "1030", "place": "", "version": 1}

    client.post(edit_url(step), moved)

    step.refresh_from_db()
    assert (step.time, step.place) == (time(10, 30), "")
    told = {field.label: (field.before, field.after) for field in history(participant)[0].fields}
    assert told == {"Tijd": ("09:00", "10:30"), "Waar": ("Markt 10", "leeg")}


def test_second_of_two_who_move_an_hour_sees_the_hour_of_the_first(client, participant, kind):
    step = plan(participant, kind, time=time(9))
    step.move_to(type=kind, on=TODAY, time=time(11), version=1)
    sent = {"type": kind.pk, "on": "15-1-2017", "time": "14.00", "version": 1}

    refused = client.post(edit_url(step), sent)

    assertContains(refused, "Tijd van “09:00” naar “11:00”")
    assertContains(refused, 'value="14.00"')


def test_step_that_was_done_is_told_by_its_day_only(client, participant, kind, sent):
    step = plan(participant, kind, time=time(9), place="Markt 10")

    client.post(step_url(participant), sent | {"planned_step": step.pk})

    step.refresh_from_db()
    assert (step.planned, step.time, step.place) == (False, None, "")


@pytest.mark.parametrize("only", [{"time": time(9)}, {"place": "Markt 10"}])
def test_database_refuses_a_time_or_place_of_what_was_done(participant, kind, only):
    with pytest.raises(IntegrityError):
        participant.steps.create(
            type=kind, on=TODAY, by=participant.consultant, attendance="present", **only
        )


def test_same_form_again_plans_once_and_another_hour_is_another_appointment(participant, kind):
    for hour in (9, 9, 11):
        participant.log_step(
            uuid=uuid4(),
            by=participant.consultant,
            on=TODAY,
            type=kind,
            attendance=Attendance.PRESENT,
            next_type=kind,
            next_on=TODAY,
            next_time=time(hour),
        )

    assert [step.time for step in participant.steps.planned()] == [time(9), time(11)]


def test_day_goes_by_the_hour_and_without_one_comes_last(client, pilot, consultant, kind):
    people = ParticipantFactory.create_batch(3, pilot=pilot, consultant=consultant)
    for person, at in zip(people, [None, time(14), time(9, 30)], strict=True):
        plan(person, kind, time=at, place="Markt 10" if at else "")

    page = client.get(reverse("participants:today", args=[pilot.slug]))

    [day, *_] = page.context["sections"]
    assert day["people"] == [people[2], people[1], people[0]]
    assertContains(page, "Taaltoets, zondag 15 januari, 09:30, Markt 10")
    listed = client.get(reverse("participants:step-start", args=[pilot.slug]))
    assert list(listed.context["page"]) == [people[2], people[1], people[0]]


def test_open_things_go_by_the_hour(client, participant, kind):
    late, early = (plan(participant, kind, time=time(hour)) for hour in (16, 8))
    whole_day = plan(participant, kind)

    page = client.get(participant.get_absolute_url())

    [things] = [part["things"] for part in page.context["sections"] if "things" in part]
    assert [thing["step"] for thing in things] == [early, late, whole_day]
    assertContains(page, "15-01-2017, 08:00")


def test_first_appointment_is_the_one_with_the_earliest_hour(participant, kind):
    for at in (time(16), None, time(8)):
        plan(participant, kind, time=at)

    row = Participant.objects.with_steps().with_appointment(on=TODAY).get()

    assert (row.next_step_time, row.appointment_time) == (time(8), time(8))


def fetch(client, pilot):
    page = client.post(reverse("participants:calendar", args=[pilot.slug]), follow=True)
    return Client().get(page.context["address"]).content


def test_calendar_holds_the_hour_in_our_time_zone_and_leads_to_the_appointment(
    client, pilot, participant, kind
):
    step = plan(participant, kind, time=time(14, 30), place="Bij Geheim thuis")

    content = fetch(client, pilot)

    [event] = Calendar.from_ical(content).walk("VEVENT")
    begins, ends = event["dtstart"].dt, event["dtend"].dt
    assert begins.isoformat() == "2017-01-15T14:30:00+01:00"
    assert ends - begins == timedelta(hours=1)
    assert b"TZID:Europe/Amsterdam" in content
    assert str(event["url"]).endswith(f"/{pilot.slug}/agenda/afspraak/{step.uuid}/")
    for secret in ("Geheim", "4711", participant.client_number):
        assert secret not in content.decode()
    assertRedirects(client.get(str(event["url"])), f"{participant.get_absolute_url()}#open")


def test_summer_is_summer_in_the_calendar(client, pilot, participant, kind):
    step = plan(participant, kind, time=time(9))
    step.move_to(type=kind, on=date(2017, 7, 3), time=time(9), version=1)

    [event] = Calendar.from_ical(fetch(client, pilot)).walk("VEVENT")

    assert event["dtstart"].dt.isoformat() == "2017-07-03T09:00:00+02:00"


def test_link_in_the_calendar_opens_nothing_for_who_may_not_see_the_person(
    client, login, pilot, participant, kind
):
    step = plan(participant, kind)
    url = reverse("participants:appointment", args=[pilot.slug, step.uuid])
    assert Client().get(url).url.startswith(reverse("login"))

    login(Role.CONSULTANT)

    assert client.get(url).status_code == 404
    assertNotContains(client.get(url), "4711", status_code=404)


def test_own_sheet_says_at_what_time_and_where(participant, consultant, kind):
    plan(participant, kind, days=1, time=time(14, 30), place="Markt 10")
    plan(participant, kind, days=2)

    told = sheet_of(participant, by=consultant)["appointments"]

    assert [(row["on"], row["time"], row["place"]) for row in told] == [
        ("2017-01-16", "14:30", "Markt 10"),
        ("2017-01-17", "", ""),
    ]
