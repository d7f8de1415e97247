"""What is planned can be put on another day or taken away, and is not overwritten by accident."""

import re
from datetime import time, timedelta
from html import escape, unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Attendance, Manner
from participants.history import history
from participants.models import Step, StepType
from participants.models.participant import SENT_AGAIN_WITHIN
from participants.models.steps import AppointmentSettled
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


@pytest.fixture
def types():
    return list(StepType.objects.filter(phase=Phase.DIAGNOSIS)[:2])


@pytest.fixture
def appointment(participant, consultant, types):
    return participant.steps.create(
        type=types[0], on=TODAY + timedelta(days=3), by=consultant, planned=True
    )


def page(appointment, route="appointment-edit"):
    of = appointment.participant
    return reverse(f"participants:{route}", args=[of.pilot.slug, of.number, appointment.uuid])


def test_appointment_is_put_on_another_day(client, appointment, types):
    moved = {"type": types[1].pk, "on": "30-1-2017", "version": 1}
    response = client.post(page(appointment), moved, follow=True)

    assertContains(response, f"Gewijzigd: {types[1]} op 30-01-2017.")
    appointment.refresh_from_db()
    assert (appointment.type, appointment.on.isoformat()) == (types[1], "2017-01-30")
    assert appointment.planned


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("14-1-2017", "Een afspraak ligt vandaag of later."),
        ("30-1-2107", "meer dan een jaar vooruit"),
        ("31-2-2017", "Dit is geen datum."),
        ("", "verplicht"),
    ],
)
def test_wrong_day_says_so_and_keeps_what_was_typed(client, appointment, types, on, says):
    response = client.post(page(appointment), {"type": types[0].pk, "on": on, "version": 1})

    assertContains(response, says)
    assertContains(response, f'value="{on}"' if on else "Fout:")


def test_appointment_is_taken_away_after_one_question_and_the_history_keeps_it(
    client, appointment, participant
):
    question = client.get(page(appointment, "appointment-delete"))
    assertContains(question, str(appointment))
    assert participant.steps.planned().count() == 1

    response = client.post(page(appointment, "appointment-delete"), follow=True)

    assertContains(response, "Verwijderd: de afspraak")
    assert participant.steps.count() == 0
    day = f"{TODAY + timedelta(days=3):%d-%m-%Y}"
    told = f"Trajectstap verwijderd: {appointment.type}, {day}"
    assert history(participant)[0].heading == told


def test_what_was_logged_meanwhile_is_neither_moved_nor_taken_away(client, appointment, types):
    other = Step.objects.get(pk=appointment.pk)
    log(appointment.participant, type=types[0], planned_step=appointment)

    with pytest.raises(AppointmentSettled):
        other.move_to(type=types[1], on=TODAY, version=1)
    with pytest.raises(AppointmentSettled):
        other.call_off()

    done = Step.objects.get(pk=appointment.pk)
    assert (done.type, done.planned) == (types[0], False)
    settled = "Deze afspraak is intussen vastgelegd of verwijderd."
    sent = {"type": types[1].pk, "on": "25-1-2017", "place": "Mosae Forum", "version": 1}
    typed = client.post(page(other), sent)
    assertContains(typed, settled)
    assertContains(typed, 'value="Mosae Forum"')
    assertContains(client.get(page(other), follow=True), settled)
    done.uuid = uuid4()
    for route in ("appointment-edit", "appointment-delete"):
        assert client.get(page(done, route)).status_code == 404


def test_form_of_an_appointment_that_was_taken_away_keeps_what_was_typed(
    client, appointment, types
):
    url = page(appointment)
    appointment.call_off()

    typed = client.post(url, {"type": types[1].pk, "on": "25-1-2017", "place": "Mosae Forum"})

    assertContains(typed, "Deze afspraak is intussen vastgelegd of verwijderd.")
    assertContains(typed, 'value="Mosae Forum"')


def test_second_of_two_who_move_an_appointment_sees_what_the_first_did(client, appointment, types):
    """And nothing is overwritten until they have seen it and save again."""
    sent = {"type": types[0].pk, "on": "30-1-2017", "version": 1}
    client.post(page(appointment), sent | {"on": "25-1-2017"})

    refused = client.post(page(appointment), sent)

    assertContains(refused, "Dit is intussen gewijzigd: ")
    assertContains(refused, "naar “25-01-2017”.")
    assertContains(refused, 'value="30-1-2017"')
    assert Step.objects.get(pk=appointment.pk).on.isoformat() == "2017-01-25"
    client.post(page(appointment), sent | {"version": refused.context["form"]["version"].value()})
    assert Step.objects.get(pk=appointment.pk).on.isoformat() == "2017-01-30"


def test_appointment_of_a_colleague_does_not_exist(client, login, pilot, appointment):
    login(Role.CONSULTANT)

    for route in ("appointment-edit", "appointment-delete"):
        assert client.get(page(appointment, route)).status_code == 404
        assert client.post(page(appointment, route)).status_code == 404
    assert Step.objects.filter(pk=appointment.pk).exists()


def test_page_of_the_participant_leads_to_both(client, appointment, participant):
    response = client.get(participant.get_absolute_url())

    assertContains(response, page(appointment))
    assertContains(response, f"/stap/?afspraak={appointment.uuid}")


def log(participant, **step):
    given = {"manner": Manner.TALK, "attendance": Attendance.PRESENT, "minutes": 30, "note": ""}
    by = participant.consultant
    return participant.log_step(**{"uuid": uuid4(), "by": by, "on": TODAY} | given | step)


def test_history_tells_what_became_of_an_appointment_without_what_it_was(client, participant):
    kind = StepType.objects.get(name="Diagnosegesprek")
    appointment = participant.steps.create(
        type=kind,
        on=TODAY,
        time=time(9, 30),
        place="Balie 2",
        by=participant.consultant,
        planned=True,
    )
    log(participant, planned_step=appointment, type=kind, interpreter=True)
    url = reverse("participants:history", args=[participant.pilot.slug, participant.number])

    newest = client.get(url).context["page"][0]

    assert newest.heading == f"Afspraak vastgelegd: Diagnosegesprek, {TODAY:%d-%m-%Y}"
    assert [(field.label, field.before, field.after) for field in newest.fields] == [
        ("Hoe", "", "gesprek"),
        ("Aanwezigheid", "", "aanwezig"),
        ("Minuten", "", "30"),
        ("Met tolk", "", "ja"),
    ]


def test_link_behind_an_appointment_fills_that_one_in(client, appointment, participant):
    later = participant.steps.create(
        type=appointment.type, on=TODAY, by=participant.consultant, planned=True
    )
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])

    due = client.get(url).context["form"].initial["planned_step"]
    asked = client.get(f"{url}?afspraak={appointment.uuid}").context["form"].initial
    wrong = client.get(f"{url}?afspraak=onzin").context["form"].initial

    assert due == wrong["planned_step"] == later
    assert (asked["planned_step"], asked["type"]) == (appointment, appointment.type_id)


@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("van=vandaag", "vandaag/"),
        ("van=voor-wie", "stap/"),
        ("van=lijst", "deelnemers/"),
        ("van=lijst&lijst=fase%3Dintake%26pagina%3D2", "deelnemers/?fase=intake&amp;pagina=2"),
        ("van=lijst&lijst=%22%3E%3Cscript%3E", "deelnemers/?%22%3E%3Cscript%3E="),
        ("van=https://elders.example", ""),
        ("", ""),
    ],
)
def test_way_back_leads_to_where_one_came_from(client, participant, asked, back):
    pilot = participant.pilot
    url = reverse("participants:step-create", args=[pilot.slug, participant.number])

    pages = [client.get(f"{url}?{asked}"), client.post(f"{url}?{asked}", {"on": "onzin"})]

    there = f"/{pilot.slug}/{back}" if back else participant.get_absolute_url()
    for page in pages:
        assertContains(page, f'<a href="{there}">Terug zonder op te slaan</a>')


def test_form_of_an_appointment_offers_to_move_it(client, appointment, participant):
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])

    assertContains(
        client.get(f"{url}?afspraak={appointment.uuid}"),
        f'<a href="{page(appointment)}">Verzetten</a>',
    )
    assertNotContains(client.get(url), "Verzetten")


def test_list_leads_to_the_form_and_back_to_the_list_as_it_was(client, participant, types):
    here = f"/{participant.pilot.slug}/deelnemers/?fase={participant.phase}&sorteer=nummer"
    form = re.search(r'href="([^"]+)">Vastleggen', client.get(here).content.decode())[1]
    sent = {"uuid": uuid4(), "type": types[0].pk, "manner": "talk", "attendance": "present"}

    response = client.post(unescape(form), sent | {"on": "15-1-2017"}, follow=True)

    assertContains(response, f'<a href="{escape(here)}">Terug naar de lijst</a> · <a')


def test_links_after_saving_stand_apart(client, participant, types):
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])
    sent = {"uuid": uuid4(), "type": types[0].pk, "manner": "talk", "attendance": "present"}

    response = client.post(url, sent | {"on": "15-1-2017"}, follow=True)

    assertContains(response, ">Terug naar Vandaag</a> · <a")


def test_appointment_is_proposed_on_its_own_day_but_not_ahead(client, appointment, participant):
    missed = participant.steps.create(
        type=appointment.type,
        on=TODAY - timedelta(days=6),
        by=participant.consultant,
        planned=True,
    )
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])

    proposed = {
        row.on: client.get(f"{url}?afspraak={row.uuid}").context["form"].initial["on"]
        for row in (missed, appointment)
    }

    assert proposed == {missed.on: missed.on, appointment.on: TODAY}


def test_appointment_says_what_was_done(client, appointment, participant):
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])
    sent = {"uuid": uuid4(), "on": "15-1-2017", "manner": "talk", "attendance": "present"}

    asked = client.post(url, sent | {"planned_step": appointment.pk, "type": ""})

    assertContains(asked, "De afspraak is pas op 18-01-2017 en u legt 15-01-2017 vast.")
    confirmed = asked.context["form"]["confirmed"].value()
    client.post(url, sent | {"planned_step": appointment.pk, "type": "", "confirmed": confirmed})
    appointment.refresh_from_db()
    assert (appointment.planned, appointment.on) == (False, TODAY)


def test_something_else_does_not_take_the_place_of_an_appointment(
    client, appointment, participant, types
):
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])
    sent = {
        "uuid": uuid4(),
        "planned_step": appointment.pk,
        "type": types[1].pk,
        "on": "15-1-2017",
        "manner": Manner.TALK,
        "attendance": Attendance.PRESENT,
    }

    response = client.post(url, sent)

    assertContains(response, f"De afspraak was {types[0]}.")
    client.post(url, sent | {"planned_step": ""})
    assert [str(step.type) for step in participant.steps.done()] == [str(types[1])]
    assert list(participant.steps.planned()) == [appointment]


def test_same_step_from_a_form_that_was_gone_back_to_is_logged_once(participant, types):
    first = log(participant, type=types[0])

    again = log(participant, type=types[0])

    assert again == first
    assert participant.steps.count() == 1


@pytest.mark.parametrize(
    "other", [{"minutes": 45}, {"note": "Nog een keer gebeld."}, {"on": TODAY - timedelta(days=1)}]
)
def test_step_that_differs_in_anything_is_another_one(participant, types, other):
    log(participant, type=types[0])

    log(participant, type=types[0], **other)

    assert participant.steps.count() == 2


def test_same_step_by_a_colleague_or_much_later_is_another_one(pilot, participant, types):
    first = log(participant, type=types[0])
    log(participant, type=types[0], by=MembershipFactory(pilot=pilot).user)
    Step.objects.filter(pk=first.pk).update(at=timezone.now() - SENT_AGAIN_WITHIN)

    log(participant, type=types[0])

    assert participant.steps.count() == 3


def test_who_may_not_log_is_not_offered_to_change(client, login, pilot, appointment, participant):
    assertNotContains(client.get(reverse("help")), "Wijzigen:")
    assertRedirects(
        client.post(page(appointment, "appointment-delete")), participant.get_absolute_url()
    )


def test_what_is_done_most_in_this_pilot_stands_on_top_of_its_phase(client, participant, types):
    log(participant, type=types[1])
    log(participant, type=types[1], minutes=45)
    elsewhere = ParticipantFactory(consultant=participant.consultant)
    for minutes in (1, 2, 3):
        log(elsewhere, type=types[0], minutes=minutes)
    url = reverse("participants:step-create", args=[participant.pilot.slug, participant.number])

    _, (phase, offered), *_ = client.get(url).context["form"].fields["type"].choices

    assert phase == "Diagnose"
    assert [name for _, name in offered[:2]] == [str(types[1]), str(types[0])]


def test_appointment_that_was_added_after_going_back_is_planned_once(participant, types):
    log(participant, type=types[0])

    for _ in range(2):
        log(participant, type=types[0], next_type=types[1], next_on=TODAY + timedelta(days=7))

    assert participant.steps.done().count() == 1
    assert [(str(step.type), step.on) for step in participant.steps.planned()] == [
        (str(types[1]), TODAY + timedelta(days=7))
    ]


def test_step_without_a_note_is_not_the_one_with_a_note(participant, types):
    log(participant, type=types[0], note="Belangrijk.")

    participant.log_step(
        uuid=uuid4(),
        by=participant.consultant,
        on=TODAY,
        type=types[0],
        manner=Manner.TALK,
        minutes=30,
        attendance=Attendance.PRESENT,
    )

    assert participant.steps.count() == 2


def test_appointment_is_planned_without_logging_a_step(client, participant, types):
    url = reverse(
        "participants:appointment-create", args=[participant.pilot.slug, participant.number]
    )
    assertContains(client.get(participant.get_absolute_url()), f'<a href="{url}">Afspraak plannen')
    sent = {"type": types[0].pk, "on": "23-1-2017", "time": "9:30", "place": "Mosae Forum"}

    wrong = client.post(url, sent | {"on": "1-1-2017", "type": ""})
    for _ in range(2):
        response = client.post(url, sent, follow=True)

    assert set(wrong.context["form"].errors) == {"on", "type"}
    assertContains(wrong, 'value="Mosae Forum"')
    assertContains(response, f"Gepland: {types[0]} op 23-01-2017 om 09:30.")
    planned = participant.steps.planned().get()
    assert (planned.place, planned.by) == ("Mosae Forum", participant.consultant)
