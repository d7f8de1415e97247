"""The waiting list: who waits for what, since when."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from participants.limits import Limits, Subject
from participants.models import StepType, TrajectoryRules
from participants.trajectory import Phase
from participants.waiting import DAYS, LABELS, Waiting, WaitsFor, waiting
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, StandInFactory

SELECTED = date(2016, 8, 1)


@pytest.fixture
def waiting_url(pilot):
    return reverse("participants:waiting-list", args=[pilot.slug])


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.mark.parametrize(
    ("assigned", "contact", "diagnosed", "expected"),
    [
        (None, None, None, (WaitsFor.ASSIGNMENT, 1)),
        (2, None, None, (WaitsFor.FIRST_TALK, 2)),
        (2, 3, None, (WaitsFor.DIAGNOSIS, 3)),
        (2, 3, 4, (WaitsFor.PLACEMENT, 4)),
        (2, None, 4, (WaitsFor.PLACEMENT, 4)),
    ],
)
def test_what_somebody_waits_for_is_what_did_not_happen_yet(assigned, contact, diagnosed, expected):
    def day(number):
        return number and date(2016, 8, number)

    what, since = expected
    assert waiting(
        selected_on=day(1),
        assigned_on=day(assigned),
        contact_on=day(contact),
        diagnosed_on=day(diagnosed),
    ) == Waiting(what, day(since))


DAY = st.dates(SELECTED, TODAY)


@given(selected=DAY, rest=st.tuples(*[st.none() | DAY] * 3))
def test_nobody_waits_since_before_the_selection_unless_it_was_recorded_so(selected, rest):
    assigned, contact, diagnosed = rest

    found = waiting(
        selected_on=selected, assigned_on=assigned, contact_on=contact, diagnosed_on=diagnosed
    )

    assert found.since in {selected, *rest}
    assert (found.what == WaitsFor.ASSIGNMENT) == (assigned is None)


def test_too_long_begins_the_day_after_the_limit():
    for what, days in DAYS.items():
        row = Waiting(what, SELECTED)
        assert not row.too_long(SELECTED + timedelta(days), DAYS)
        assert row.too_long(SELECTED + timedelta(days + 1), DAYS)
    assert set(LABELS) == set(DAYS) == set(WaitsFor)


@pytest.fixture
def people(pilot, consultant):
    """One who waits for each thing, and some who do not wait."""
    unassigned = ParticipantFactory(pilot=pilot, selected=True)
    unassigned.selected_on = date(2017, 1, 10)
    unassigned.save()
    talk = ParticipantFactory(pilot=pilot, consultant=consultant)
    missed = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    diagnosis = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    placement = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)
    placement.diagnose(route="placement", by=consultant, on=date(2017, 1, 5))
    for person, attendance in [(missed, "absent"), (diagnosis, "present"), (placement, "late")]:
        person.log_step(
            uuid=uuid4(),
            by=consultant,
            on=date(2017, 1, 2),
            type=StepType.objects.first(),
            attendance=attendance,
        )
    ParticipantFactory(pilot=pilot)  # a candidate
    back = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    back.move_to(Phase.DIAGNOSIS, by=consultant, on=date(2017, 1, 3))
    out = ParticipantFactory(pilot=pilot, consultant=consultant)
    out.record_outcome(kind="dropout", dropout_reason="moved", by=consultant, on=TODAY)
    return {
        "unassigned": unassigned,
        "talk": talk,
        "missed": missed,
        "diagnosis": diagnosis,
        "placement": placement,
    }


def test_list_says_what_everybody_waits_for_and_who_waits_longest_is_on_top(
    client, login, people, waiting_url
):
    login(Role.PROJECT_LEADER)

    page = client.get(waiting_url)

    shown = [(row, str(row.waiting.what), row.waiting.since) for row in page.context["page"]]
    assert shown == [
        (people["talk"], "eerste-gesprek", SELECTED),
        (people["missed"], "eerste-gesprek", SELECTED),
        (people["diagnosis"], "diagnose", date(2017, 1, 2)),
        (people["placement"], "plaatsing", date(2017, 1, 5)),
        (people["unassigned"], "toewijzing", date(2017, 1, 10)),
    ]
    days = next(column for column in page.context["columns"] if column.key == "dagen")
    assert [days.value(row) for row in page.context["page"]] == [167, 167, 167, 167, 5]
    assertContains(page, '<span class="tag tag-warning">te lang</span>', count=2, html=True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wacht=toewijzing", ["unassigned"]),
        ("wacht=eerste-gesprek", ["talk", "missed"]),
        ("wacht=diagnose", ["diagnosis"]),
        ("wacht=plaatsing", ["placement"]),
        ("lang=te-lang", ["talk", "missed"]),
        ("consulent=geen", ["unassigned"]),
        ("wacht=plaatsing&lang=te-lang", []),
        ("wacht=onzin", []),
        ("sorteer=wachtdagen", ["unassigned", "placement", "diagnosis", "missed", "talk"]),
    ],
)
def test_list_is_filtered_by_what_they_wait_for(
    client, login, people, waiting_url, query, expected
):
    login(Role.PROJECT_LEADER)

    page = client.get(f"{waiting_url}?{query}")

    assert {row.pk for row in page.context["page"]} == {people[name].pk for name in expected}


def test_how_long_is_too_long_is_for_the_pilot_to_say(client, login, pilot, people, waiting_url):
    login(Role.PROJECT_LEADER)
    own = {Limits.key(Subject.WAITING, WaitsFor.ASSIGNMENT): 4}
    TrajectoryRules.objects.set_limits(pilot, own)

    page = client.get(f"{waiting_url}?lang=te-lang")

    assert people["unassigned"] in page.context["page"]
    assertContains(page, '<span class="tag tag-warning">te lang</span>', count=3, html=True)


@pytest.mark.parametrize("key", ["naam", "nummer", "fase", "wacht", "sinds", "dagen", "consulent"])
def test_list_can_be_sorted_by_every_column_both_ways(client, login, people, waiting_url, key):
    login(Role.PROJECT_LEADER)

    for direction in ("", "-"):
        page = client.get(f"{waiting_url}?sorteer={direction}{key}")
        assert len(page.context["page"]) == 5


def test_consultant_sees_the_own_ones_and_those_they_stand_in_for(
    client, login, pilot, people, consultant, waiting_url
):
    user = login(Role.CONSULTANT)
    own = ParticipantFactory(pilot=pilot, consultant=user)

    page = client.get(waiting_url)
    assert list(page.context["page"]) == [own]
    assertNotContains(page, 'aria-label="Caseload"')
    StandInFactory(pilot=pilot, consultant=consultant, stand_in=user)

    assert client.get(waiting_url).context["page"].paginator.count == 5
    alone = client.get(f"{waiting_url}?consulent={user.username}")
    assert list(alone.context["page"]) == [own]


def test_placing_somebody_takes_them_from_the_list(client, login, people, consultant, waiting_url):
    login(Role.PROJECT_LEADER)
    people["placement"].move_to(Phase.PLACEMENT, by=consultant, on=TODAY)

    assertNotContains(client.get(waiting_url), str(people["placement"]))


def test_list_can_be_downloaded(client, login, people, waiting_url):
    login(Role.PROJECT_LEADER)

    lines = client.get(f"{waiting_url}?export=csv").content.decode("utf-8-sig").splitlines()

    assert lines[0] == (
        "Naam;Nummer;Fase;Wacht op;Sinds;Dagen daarop;Dagen sinds selectie;Consulent"
    )
    # Below them what the list is.
    assert len(lines) == 6 + 4


def test_empty_waiting_list_says_so(client, login, waiting_url):
    login(Role.PROJECT_LEADER)

    assertContains(client.get(waiting_url), "Niemand wacht")


@pytest.mark.parametrize("count", [1, 3])
def test_waiting_list_makes_the_same_queries_for_one_as_for_many(
    client, login, pilot, consultant, waiting_url, count, django_assert_num_queries
):
    login(Role.PROJECT_LEADER)
    ParticipantFactory.create_batch(count, pilot=pilot, consultant=consultant)

    with django_assert_num_queries(10):
        page = client.get(waiting_url)

    assert page.context["page"].paginator.count == count
