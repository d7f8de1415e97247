"""One activity with many people: one form, and how it went for each of them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.choices import Attendance, Manner
from participants.models import Reading, Step, StepType
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def group(pilot, consultant):
    return ParticipantFactory.create_batch(
        12, pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT
    )


@pytest.fixture
def works(db):
    return StepType.objects.get(name="K!X Works")


@pytest.fixture
def url(pilot):
    return reverse("participants:group-step", args=[pilot.slug])


@pytest.fixture
def sent(group, works):
    return {
        "uuid": uuid4(),
        "on": "15-1-2017",
        "type": works.pk,
        "manner": Manner.GROUP,
        "minutes": "90",
        "note": "Kennismaken met werkgevers.",
        "nummer": [person.number for person in group],
        f"aanwezigheid-{group[1].number}": Attendance.ABSENT,
        f"aanwezigheid-{group[2].number}": Attendance.LATE,
    }


def test_twelve_people_get_one_step_each_with_their_own_attendance(client, group, url, sent):
    response = client.post(url, sent, follow=True)

    assertContains(
        response,
        "Vastgelegd voor 12 personen: K!X Works op 15-01-2017"
        " (10 aanwezig, 1 niet verschenen, 1 te laat).",
    )
    names = sorted(f"{person} ({person.number})" for person in group)
    assertContains(
        response,
        f"Dat zijn {', '.join(names)}.",
    )
    assertContains(response, ">Naar Vandaag</a>")
    went = [(step.attendance, step.minutes) for person in group for step in person.steps.all()]
    assert went == [("present", 90), ("absent", None), ("late", 90)] + [("present", 90)] * 9
    assert set(Step.objects.values_list("note", "manner")) == {
        ("Kennismaken met werkgevers.", "group")
    }


def test_next_appointment_is_planned_once_for_each_of_them(client, group, url, sent, works):
    ahead = {"next_type": works.pk, "next_on": "20-1-2017", "next_time": "14.30"}

    for _ in range(2):
        response = client.post(url, sent | ahead | {"next_place": "Centre Céramique"}, follow=True)

    assertContains(response, "Gepland: K!X Works op 20-01-2017 om 14:30.")
    planned = [step for person in group for step in person.steps.planned()]
    assert [(str(step), step.place) for step in planned] == [
        ("K!X Works op 20-01-2017 om 14:30", "Centre Céramique")
    ] * 12


def test_wrong_next_appointment_logs_nothing(client, url, sent):
    response = client.post(url, sent | {"next_on": "1-1-2017", "next_time": "straks"})

    for says in (
        "Kies ook wat de volgende stap is.",
        "De volgende stap kan niet vóór deze stap liggen.",
        "Dit is geen tijd.",
    ):
        assertContains(response, says)
    assert Step.objects.count() == 0


def test_of_a_big_group_the_first_names_are_told(client, pilot, consultant, url, sent):
    more = ParticipantFactory.create_batch(2, pilot=pilot, consultant=consultant)
    sent["nummer"] += [person.number for person in more]

    assertContains(client.post(url, sent, follow=True), " en nog 2. ")


def test_sent_twice_it_is_one_step_each(client, group, url, sent):
    for _ in range(2):
        client.post(url, sent)

    assert Step.objects.count() == 12


def test_appointment_for_that_day_and_kind_is_fulfilled(
    client, consultant, group, url, sent, works
):
    of_it, other_day, other_kind = group[:3]
    for person, kind, day in [
        (of_it, works, TODAY),
        (other_day, works, TODAY + timedelta(days=1)),
        (other_kind, StepType.objects.exclude(pk=works.pk).first(), TODAY),
    ]:
        person.steps.create(type=kind, on=day, by=consultant, planned=True)

    client.post(url, sent)

    assert [person.steps.planned().count() for person in group[:3]] == [0, 1, 1]
    assert [person.steps.done().count() for person in group[:3]] == [1, 1, 1]


def test_wrong_input_keeps_the_ticks_and_the_attendance(client, group, url, sent):
    response = client.post(url, sent | {"on": "16-1-2017", "minutes": "anderhalf uur"})

    assertContains(response, "Deze dag is nog niet geweest")
    assertContains(response, "Typ een heel aantal minuten")
    assertContains(response, 'value="anderhalf uur"')
    assert response.context["ticked"] == {person.number for person in group}
    assert response.context["attendances"][group[1].number] == Attendance.ABSENT
    assert Step.objects.count() == 0


def test_who_is_not_in_the_list_any_more_goes_along(client, group, url, sent):
    """As when somebody filtered after ticking: after an error they are still among the ticked."""
    first, absent = group[0], group[1]
    ticked = {"nummer": [first.number, absent.number], f"aanwezigheid-{absent.number}": "absent"}

    page = client.post(f"{url}?fase=education", sent | ticked | {"on": "1-1-2018"})

    assert list(page.context["page"]) == []
    assert page.context["ticked_elsewhere"] == [
        (first.number, "present"),
        (absent.number, "absent"),
    ]
    assertContains(page, f'<input type="hidden" name="nummer" value="{first.number}" form="bulk">')


def test_nobody_ticked_or_somebody_not_selected_yet_logs_nothing(client, group, url, sent):
    assertContains(client.post(url, sent | {"nummer": []}), "Vink eerst in de lijst aan")

    response = client.post(url, sent | {"on": "31-7-2016"})

    assertContains(response, "is pas op 01-08-2016 geselecteerd.")
    assert Step.objects.count() == 0


def test_only_whom_one_guides_can_be_ticked(client, pilot, group, url, sent):
    other = ParticipantFactory(
        pilot=pilot, consultant=MembershipFactory(pilot=pilot).user, last_name="Geheim"
    )
    assertNotContains(client.get(url), "Geheim")

    client.post(url, sent | {"nummer": [other.number, group[0].number]})

    assert other.steps.count() == 0
    assert group[0].steps.count() == 1


def test_made_up_attendance_is_taken_for_being_there(client, group, url, sent):
    client.post(url, sent | {f"aanwezigheid-{group[0].number}": "<b>"})

    assert group[0].steps.get().attendance == Attendance.PRESENT


def test_list_of_the_group_leaves_a_trace_and_everybody_is_present_at_first(client, group, url):
    response = client.get(url)

    assert set(response.context["attendances"].values()) == {Attendance.PRESENT}
    assert Reading.objects.get().ids == sorted(person.pk for person in group)
    assert response.context["form"].initial["on"] == date(2017, 1, 15)


@pytest.mark.parametrize("count", [1, 3])
def test_group_page_makes_the_same_queries_for_one_as_for_many(
    client, consultant, pilot, url, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(count, pilot=pilot, consultant=consultant)

    with django_assert_num_queries(12):
        response = client.get(url)

    assert len(response.context["page"]) == count
