"""What somebody begins with: the signals, Vandaag, the search, and for whom the step is."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Attendance
from participants.models import Participant, Reading, StepType
from participants.models.queryset import fold
from participants.signals import ABOUT, DAYS, DAYS_AHEAD, Signal
from participants.today_views import LONGEST_QUERY, MATCHES_SHOWN, ROWS_SHOWN
from participants.trajectory import CLOSED, Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def today_url(pilot):
    return reverse("participants:today", args=[pilot.slug])


@pytest.fixture
def search_url(pilot):
    return reverse("participants:search", args=[pilot.slug])


def appointment(participant, *, days):
    """Something planned, so many days from the day of the demo."""
    return participant.steps.create(
        type=StepType.objects.first(),
        on=TODAY + timedelta(days=days),
        by=participant.consultant,
        planned=True,
    )


def log(participant, *, days_ago, **step):
    return participant.log_step(
        uuid=uuid4(),
        by=participant.consultant,
        on=TODAY - timedelta(days=days_ago),
        type=StepType.objects.first(),
        attendance=Attendance.PRESENT,
        **step,
    )


@pytest.mark.parametrize(
    ("days", "signals"),
    [
        (-1, {Signal.OVERDUE}),
        (0, {Signal.TODAY}),
        (1, {Signal.THIS_WEEK}),
        (DAYS_AHEAD, {Signal.THIS_WEEK}),
        (DAYS_AHEAD + 1, set()),
    ],
)
def test_appointment_gives_one_signal_by_its_day(pilot, consultant, days, signals):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    log(participant, days_ago=0)
    appointment(participant, days=days)

    given_by = {s for s in Signal if Participant.objects.signalled(s, on=TODAY).exists()}

    assert given_by == signals


@pytest.mark.parametrize(("phase", "days"), DAYS[Signal.NO_CONTACT].items())
def test_contact_is_too_long_ago_from_the_day_after_the_limit_of_the_phase(
    pilot, consultant, phase, days
):
    in_time = ParticipantFactory(pilot=pilot, consultant=consultant, phase=phase)
    log(in_time, days_ago=days)
    too_long = ParticipantFactory(pilot=pilot, consultant=consultant, phase=phase)
    log(too_long, days_ago=days + 1)

    assert list(Participant.objects.signalled(Signal.NO_CONTACT, on=TODAY)) == [too_long]


def test_every_open_phase_has_a_limit_and_every_signal_a_name():
    assert set(DAYS[Signal.NO_CONTACT]) == set(Phase) - CLOSED
    assert set(ABOUT) == set(Signal)


def test_signals_are_not_about_candidates_or_who_is_out(pilot, consultant):
    ParticipantFactory(pilot=pilot)
    out = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    out.record_outcome(kind="paid_full", hours=36, by=consultant, on=TODAY)

    assert list(Participant.objects.signalled(Signal.NO_CONTACT, on=TODAY)) == []


def test_logging_the_step_takes_the_signal_away(client, consultant, pilot, today_url):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    planned = appointment(participant, days=-3)
    page = client.get(today_url)
    assertContains(page, "3 dagen te laat")
    assertContains(page, "Te lang geen contact")

    log(participant, days_ago=0, planned_step=planned)

    assertContains(client.get(today_url), "Niets te laat, niets gepland")


def test_today_counts_what_its_links_list(client, consultant, pilot, today_url):
    for number in range(ROWS_SHOWN + 2):
        one = ParticipantFactory(pilot=pilot, consultant=consultant)
        appointment(one, days=-1 if number else 0)

    response = client.get(today_url)

    sections = response.context["sections"]
    assert [(s["signal"], s["count"], len(s["people"])) for s in sections] == [
        (Signal.OVERDUE, ROWS_SHOWN + 1, ROWS_SHOWN),
        (Signal.TODAY, 1, 1),
        (Signal.NO_CONTACT, ROWS_SHOWN + 2, ROWS_SHOWN),
    ]
    assertContains(response, f"Toon alle {ROWS_SHOWN + 1}")
    for section in sections:
        assert client.get(section["url"]).context["page"].paginator.count == section["count"]


def test_who_waits_longest_stands_on_top(client, consultant, pilot, today_url):
    late, later = ParticipantFactory.create_batch(2, pilot=pilot, consultant=consultant)
    appointment(late, days=-2)
    appointment(later, days=-5)
    log(late, days_ago=20)

    sections = client.get(today_url).context["sections"]

    assert [section["people"] for section in sections] == [[later, late], [later, late]]


def test_each_section_shows_its_own_appointment_of_who_has_several(
    client, consultant, pilot, today_url
):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    log(participant, days_ago=0)
    for days in (-3, 0, 4, 5):
        appointment(participant, days=days)

    response = client.get(today_url)

    shown = {
        section["signal"]: [person.appointment_on for person in section["people"]]
        for section in response.context["sections"]
    }
    assert shown == {
        Signal.OVERDUE: [TODAY - timedelta(days=3)],
        Signal.TODAY: [TODAY],
        Signal.THIS_WEEK: [TODAY + timedelta(days=4)],
    }
    assertContains(response, "donderdag 19 januari")


def test_today_is_about_the_own_caseload(client, consultant, pilot, today_url):
    colleague = MembershipFactory(pilot=pilot).user
    other = ParticipantFactory(pilot=pilot, consultant=colleague, last_name="Geheim")
    appointment(other, days=-1)

    assertNotContains(client.get(today_url), "Geheim")


@pytest.mark.parametrize("count", [1, 3])
def test_today_makes_the_same_queries_for_one_as_for_many(
    client, consultant, pilot, today_url, count, django_assert_num_queries
):
    for one in ParticipantFactory.create_batch(count, pilot=pilot, consultant=consultant):
        appointment(one, days=-1)

    with django_assert_num_queries(25):
        response = client.get(today_url)

    assertContains(response, "te laat", count=count)


def test_search_forgives_accents_case_and_order(pilot):
    person = ParticipantFactory(pilot=pilot, first_name="José María", last_name="Çelik-Ødegård")

    for text in ["jose", "CELIK", "celik jose", "maria Çel", "  degard  ", str(person.number)]:
        assert list(Participant.objects.named(text)) == [person], text
    for text in ["", "  ", "pedro", "jose pedro", "%", "_", "99999999999999"]:
        assert list(Participant.objects.named(text)) == [], text


def test_search_finds_a_client_number_only_whole(pilot):
    person = ParticipantFactory(
        pilot=pilot, number=7, client_number="C-0042", first_name="A", last_name="B"
    )

    assert list(Participant.objects.named("c-0042")) == [person]
    assert list(Participant.objects.named("0042")) == []


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_name_that_is_looked_for_is_never_in_an_address(client, consultant, pilot, search_url):
    for name in ("Amal", "Bilal"):
        ParticipantFactory(
            pilot=pilot, consultant=consultant, first_name=name, last_name="Zevenster"
        )

    response = client.post(search_url, {"naam": "zevenster"}, follow=True)

    assert response.redirect_chain == [(search_url, 302)]
    assertContains(response, "2 gevonden voor “zevenster”")
    assertContains(response, "<bdi>Amal Zevenster</bdi>", html=True)


def test_search_that_finds_one_person_opens_their_page(client, consultant, pilot, search_url):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, last_name="Zevenster")

    assertRedirects(
        client.post(search_url, {"naam": str(person.number)}), person.get_absolute_url()
    )


def test_search_finds_only_whom_one_may_see_and_leaves_a_trace(client, login, pilot, search_url):
    consultant = login(Role.CONSULTANT)
    own = ParticipantFactory(pilot=pilot, consultant=consultant, last_name="Zevenster")
    other = MembershipFactory(pilot=pilot).user
    ParticipantFactory(pilot=pilot, consultant=other, first_name="Geheim", last_name="Zevenster")
    ParticipantFactory(consultant=consultant, first_name="Elders", last_name="Zevenster")

    client.post(search_url, {"naam": "zevenster"})
    response = client.get(search_url)

    assert response.context["people"] == [own]
    assertNotContains(response, "Geheim")
    reading = Reading.objects.get()
    assert (reading.page, reading.ids) == ("participants:search", [own.pk])


def test_search_offers_no_step_for_a_candidate(client, login, pilot, search_url):
    login(Role.PROJECT_LEADER)
    ParticipantFactory(pilot=pilot, last_name="Zevenster")

    client.post(search_url, {"naam": "zevenster"})
    response = client.get(search_url)

    assertContains(response, "Zevenster</bdi>")
    assertNotContains(response, "stap van")


def test_search_for_too_much_says_so(client, login, pilot, search_url):
    login(Role.PROJECT_LEADER)
    ParticipantFactory.create_batch(MATCHES_SHOWN + 1, pilot=pilot, last_name="Zevenster")

    response = client.post(search_url, {"naam": "zevenster"}, follow=True)

    assertContains(response, f"Meer dan {MATCHES_SHOWN} gevonden: typ meer van de naam.")
    assert len(response.context["people"]) == MATCHES_SHOWN


@pytest.mark.parametrize("text", ["", "niemand", "x" * 500, "<script>", "\x00"])
def test_search_for_anything_gives_a_page(client, consultant, search_url, text):
    response = client.post(search_url, {"naam": text}, follow=True)

    assert response.status_code == 200
    assert len(response.context["query"]) <= LONGEST_QUERY
    assertNotContains(response, "<script>")


@pytest.mark.parametrize("count", [1, 3])
def test_search_makes_the_same_queries_for_one_as_for_many(
    client, consultant, pilot, search_url, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(
        count, pilot=pilot, consultant=consultant, last_name="Zevenster"
    )
    client.post(search_url, {"naam": "zevenster"})

    with django_assert_num_queries(7):
        response = client.get(search_url)

    assert len(response.context["people"]) == count


def test_step_starts_with_who_has_an_appointment(client, consultant, pilot):
    none, late, soon = ParticipantFactory.create_batch(3, pilot=pilot, consultant=consultant)
    appointment(soon, days=4)
    appointment(late, days=-4)

    page = client.get(reverse("participants:step-start", args=[pilot.slug])).content.decode()

    numbers = re.findall(
        rf'<a href="/{pilot.slug}/deelnemers/(\d+)/stap/\?van=voor-wie"><bdi>', page
    )
    assert numbers == [str(person.number) for person in (late, soon, none)]


@pytest.mark.parametrize("count", [1, 3])
def test_step_start_makes_the_same_queries_for_one_as_for_many(
    client, consultant, pilot, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(count, pilot=pilot, consultant=consultant)

    with django_assert_num_queries(9):
        response = client.get(reverse("participants:step-start", args=[pilot.slug]))

    assert len(response.context["page"]) == count


def test_no_show_is_no_contact(client, consultant, pilot, today_url):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    log(participant, days_ago=30)
    participant.log_step(
        uuid=uuid4(),
        by=consultant,
        on=TODAY,
        type=StepType.objects.first(),
        attendance=Attendance.ABSENT,
    )

    assertContains(client.get(today_url), "30 dagen geleden")


def test_caseload_above_the_norm_says_so(client, consultant, pilot, today_url):
    pilot.caseload_norm = 1
    pilot.save()
    ParticipantFactory.create_batch(3, pilot=pilot, consultant=consultant)

    assertContains(client.get(today_url), "2 boven de norm")


def test_fulfilled_appointment_is_recorded_when_it_is_logged(consultant, pilot):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    planned = appointment(participant, days=-3)

    logged = log(participant, days_ago=3, planned_step=planned)

    assert logged.pk == planned.pk
    assert logged.at > planned.at


def test_signal_says_that_there_was_no_contact_yet(client, consultant, pilot, today_url):
    ParticipantFactory(pilot=pilot, consultant=consultant)

    page = client.get(today_url)

    assertContains(page, "nog geen contact, geselecteerd")
    assertNotContains(page, "laatste contact")
