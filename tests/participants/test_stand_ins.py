"""Waarneming: a colleague sees a caseload for some days, and that shows."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import Participant, Reading, StandIn, StepType
from participants.models.stand_ins import StandInOver, StandInOverlaps
from participants.trajectory import Phase
from pilot.models import Membership
from pilot.roles import Role
from tests.factories import (
    TODAY,
    MembershipFactory,
    ParticipantFactory,
    PilotFactory,
    StandInFactory,
)
from tests.participants.test_today import appointment

FIRST, LAST = date(2017, 1, 9), date(2017, 1, 22)


@pytest.fixture
def absent(pilot):
    return MembershipFactory(pilot=pilot, user__last_name="Afwezig").user


@pytest.fixture
def deputy(login):
    """The stand-in, who is logged in."""
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, absent):
    return ParticipantFactory(pilot=pilot, consultant=absent, phase=Phase.DIAGNOSIS)


@pytest.fixture
def stand_in(pilot, absent, deputy):
    return StandInFactory(pilot=pilot, consultant=absent, stand_in=deputy)


def url(route, pilot, *args):
    return reverse(f"participants:{route}", args=[pilot.slug, *args])


def seen_on(pilot, user, day):
    pilot.demo_today = day
    return list(Participant.objects.visible_to(user, pilot=pilot))


def test_stand_in_sees_the_caseload_from_the_first_to_the_last_day(
    pilot, deputy, stand_in, participant
):
    days = [FIRST - timedelta(1), FIRST, LAST, LAST + timedelta(1)]

    assert [seen_on(pilot, deputy, day) for day in days] == [[], [participant], [participant], []]


def test_access_ends_by_itself_where_the_pilot_goes_by_the_real_day(
    client, pilot, deputy, stand_in, participant
):
    pilot.demo_today = None
    pilot.save()

    with time_machine.travel("2017-01-22T23:30+01:00", tick=False):
        client.force_login(deputy)
        assert client.get(participant.get_absolute_url()).status_code == 200
    with time_machine.travel("2017-01-23T00:30+01:00", tick=False):
        client.force_login(deputy)
        assert client.get(participant.get_absolute_url()).status_code == 404


def test_stand_in_sees_nobody_else(pilot, deputy, absent, stand_in):
    third = MembershipFactory(pilot=pilot).user
    ParticipantFactory(pilot=pilot, consultant=third)
    ParticipantFactory(pilot=pilot, selected=True)
    elsewhere = PilotFactory()
    ParticipantFactory(pilot=elsewhere, consultant=absent)
    # Who stands in for the deputy gets the deputy's own caseload, and not what comes with it.
    ParticipantFactory(pilot=pilot, consultant=absent)
    StandInFactory(pilot=pilot, consultant=deputy, stand_in=third)

    assert list(Participant.objects.visible_to(deputy, pilot=elsewhere)) == []
    assert Participant.objects.visible_to(deputy, pilot=pilot).count() == 1
    theirs = Participant.objects.visible_to(third, pilot=pilot)
    assert {person.consultant for person in theirs} == {third}


def test_stand_in_who_leaves_the_team_sees_nobody(client, pilot, deputy, stand_in, participant):
    Membership.objects.filter(user=deputy).update(role=Role.MANAGEMENT)

    assert client.get(participant.get_absolute_url()).status_code == 403


def test_ending_early_closes_the_next_request(client, pilot, deputy, stand_in, participant, absent):
    assert client.get(participant.get_absolute_url()).status_code == 200

    stand_in.end(by=absent, on=TODAY)

    assert client.get(participant.get_absolute_url()).status_code == 404
    assert (stand_in.state(TODAY), stand_in.last_day) == ("eerder beëindigd", TODAY)
    with pytest.raises(StandInOver):
        stand_in.end(by=absent, on=TODAY)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (FIRST - timedelta(1), "gaat nog in"),
        (FIRST, "loopt"),
        (LAST, "loopt"),
        (LAST + timedelta(1), "voorbij"),
    ],
)
def test_state_of_a_stand_in_goes_by_the_day(stand_in, day, state):
    assert stand_in.state(day) == state


REFUSED = {
    "stand_in_for_somebody_else": {"stand_in": "absent"},
    "stand_in_ends_after_start": {"ends_on": FIRST - timedelta(1)},
    "stand_in_at_most_a_year": {"ends_on": FIRST + timedelta(367)},
    "stand_in_reason_known": {"reason": "onzin"},
    "stand_in_end_signed": {"ended_on": TODAY},
}


@pytest.mark.parametrize("constraint", REFUSED)
def test_database_refuses_an_impossible_stand_in(pilot, absent, deputy, constraint):
    values = {"stand_in": deputy} | REFUSED[constraint]
    if values["stand_in"] == "absent":
        values["stand_in"] = absent

    with pytest.raises(IntegrityError, match=constraint):
        StandInFactory(pilot=pilot, consultant=absent, **values)


@pytest.mark.parametrize(
    ("first", "last"), [(LAST, LAST), (FIRST, FIRST), (date(2017, 1, 1), date(2017, 2, 1))]
)
def test_same_pair_cannot_overlap(pilot, absent, deputy, stand_in, first, last):
    with pytest.raises(IntegrityError, match="stand_in_pair_once_at_a_time"):
        StandInFactory(
            pilot=pilot, consultant=absent, stand_in=deputy, starts_on=first, ends_on=last
        )


def test_next_to_it_the_other_way_round_and_after_an_early_end_is_no_overlap(
    pilot, absent, deputy, stand_in
):
    pair = {"pilot": pilot, "consultant": absent, "stand_in": deputy}
    StandInFactory(**pair, starts_on=LAST + timedelta(1), ends_on=LAST + timedelta(9))
    StandInFactory(pilot=pilot, consultant=deputy, stand_in=absent)
    StandInFactory(pilot=PilotFactory(), consultant=absent, stand_in=deputy)
    stand_in.end(by=absent, on=TODAY)

    StandInFactory(**pair, starts_on=TODAY)

    assert StandIn.objects.count() == 5


def test_appointing_the_same_twice_is_one_and_another_in_that_time_is_refused(
    pilot, absent, deputy
):
    values = {
        "pilot": pilot,
        "consultant": absent,
        "stand_in": deputy,
        "starts_on": FIRST,
        "ends_on": LAST,
        "reason": "absence",
        "by": absent,
    }
    same = uuid4()

    first = StandIn.objects.appoint(uuid=same, **values)
    assert StandIn.objects.appoint(uuid=same, **values) == first
    with pytest.raises(StandInOverlaps):
        StandIn.objects.appoint(uuid=uuid4(), **values)

    assert StandIn.objects.count() == 1


def test_pages_of_a_participant_say_as_whose_stand_in_they_are_seen(
    client, deputy, absent, stand_in, participant
):
    told = f"U ziet dit als waarnemer van {absent}, tot en met 22-01-2017."

    for address in [
        participant.get_absolute_url(),
        url("step-create", participant.pilot, participant.number),
    ]:
        assertContains(client.get(address), told)
    client.force_login(absent)
    assertNotContains(client.get(participant.get_absolute_url()), "waarnemer")


def test_step_of_a_stand_in_is_theirs_and_says_for_whom(
    client, pilot, deputy, absent, stand_in, participant
):
    client.post(
        url("step-create", pilot, participant.number),
        {
            "uuid": uuid4(),
            "on": "12-1-2017",
            "type": StepType.objects.first().pk,
            "manner": "talk",
            "attendance": "present",
        },
    )

    assert participant.steps.get().by == deputy
    client.force_login(absent)
    page = client.get(participant.get_absolute_url())
    assertContains(page, f"{deputy}, als waarnemer van {absent}, vastgelegd op")


def test_what_is_done_by_the_own_consultant_does_not_say_stand_in(
    client, pilot, deputy, absent, stand_in
):
    own = ParticipantFactory(pilot=pilot, consultant=deputy, phase=Phase.INTAKE)
    # Also not of who took over: then it is their own caseload.
    over = ParticipantFactory(pilot=pilot, consultant=absent)
    over.assign_to(deputy, by=absent, on=TODAY, reason="absence")
    over.move_to(Phase.INTAKE, by=deputy, on=TODAY)

    for participant in (own, over):
        assertNotContains(client.get(participant.get_absolute_url()), "als waarnemer van")


def test_read_log_tells_that_somebody_read_as_stand_in(
    client, login, pilot, deputy, absent, stand_in, participant
):
    client.get(participant.get_absolute_url())
    client.force_login(absent)
    client.get(participant.get_absolute_url())
    login(Role.PROJECT_LEADER)

    page = client.get(url("readings", pilot, participant.number))

    column = page.context["columns"][-1]
    told = {reading.user: column.value(reading) for reading, _ in page.context["table_rows"]}
    assert (column.label, told[deputy], told[absent]) == ("Als waarnemer van", absent, None)
    lines = client.get(url("readings", pilot, participant.number), {"export": "csv"}).content
    assert f";{absent}\r\n" in lines.decode("utf-8-sig")


def test_read_log_tells_it_by_the_days_of_the_appointment(
    client, login, pilot, deputy, absent, stand_in, participant
):
    client.get(participant.get_absolute_url())
    stand_in.starts_on = TODAY + timedelta(1)
    stand_in.save()
    login(Role.PROJECT_LEADER)

    page = client.get(url("readings", pilot, participant.number))

    column = page.context["columns"][-1]
    assert {column.value(reading) for reading, _ in page.context["table_rows"]} == {None}


def test_vandaag_shows_the_two_caseloads_apart(
    client, pilot, deputy, absent, stand_in, participant
):
    own = ParticipantFactory(pilot=pilot, consultant=deputy)
    appointment(own, days=-1)
    appointment(participant, days=-1)
    address = url("today", pilot)

    page = client.get(address)

    assertContains(page, f"Voorbij, nog niet vastgelegd, als waarnemer van {absent}")
    assertContains(page, f"U neemt waar voor {absent}, tot en met 22-01-2017")
    shown = [
        (section["signal"], section["people"], section["url"])
        for group in page.context["groups"]
        for section in group["sections"]
        if section["signal"] == "te-laat"
    ]
    assert [people for _, people, _ in shown] == [[own], [participant]]
    for _, people, link in shown:
        assert list(client.get(link).context["page"]) == people
    # The own caseload alone is what is measured by the norm.
    assert page.context["caseload"] == 1

    theirs = client.get(f"{address}?van={absent.username}")
    assert [group["key"] for group in theirs.context["groups"]] == [absent.username]
    assert len(client.get(f"{address}?van=onzin").context["groups"]) == 2


def test_vandaag_tells_who_stands_in_for_you_and_what_is_to_come(client, pilot, deputy, absent):
    StandInFactory(pilot=pilot, consultant=deputy, stand_in=absent)
    later = {"starts_on": date(2017, 2, 1), "ends_on": date(2017, 2, 3)}
    StandInFactory(pilot=pilot, consultant=absent, stand_in=deputy, **later)
    StandInFactory(pilot=pilot, consultant=absent)  # somebody else's
    over = {"starts_on": date(2016, 12, 1), "ends_on": date(2016, 12, 3)}
    StandInFactory(pilot=pilot, consultant=deputy, stand_in=absent, **over)

    page = client.get(url("today", pilot))

    assertContains(page, f"{absent} neemt voor u waar, van 09-01-2017 tot en met 22-01-2017.")
    assertContains(page, f"U neemt waar voor {absent}, van 01-02-2017 tot en met 03-02-2017.")
    assert len(page.context["notices"]) == 2
    assertNotContains(page, "Van wie")


def test_caseload_of_a_stand_in_holds_both_and_can_be_split(
    client, pilot, deputy, absent, stand_in, participant
):
    own = ParticipantFactory(pilot=pilot, consultant=deputy)
    address = url("list", pilot)

    page = client.get(address)

    assert set(page.context["page"]) == {own, participant}
    assertContains(page, "Van wie")
    assertContains(page, f"Met de deelnemers van {absent} erbij")
    assert "Consulent" in [column.label for column in page.context["columns"]]
    for user, people in [(deputy, [own]), (absent, [participant])]:
        one = client.get(f"{address}?consulent={user.username}")
        assert list(one.context["page"]) == people


def test_nobody_to_stand_in_for_leaves_the_choice_out(client, pilot, deputy, absent, participant):
    page = client.get(url("list", pilot))

    assertNotContains(page, "Van wie")
    asked = client.get(url("list", pilot) + f"?consulent={absent.username}")
    assert list(asked.context["page"]) == []


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_a_stand_in_makes_the_same_queries_for_one_as_for_many(
    client, pilot, deputy, absent, stand_in, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(count, pilot=pilot, consultant=absent)

    with django_assert_num_queries(9):
        page = client.get(url("list", pilot))

    assert page.context["page"].paginator.count == count


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def filled_in(pilot, absent):
    """What the project leader fills in."""
    return {
        "uuid": uuid4(),
        "consultant": absent.username,
        "stand_in": MembershipFactory(pilot=pilot).user.username,
        "starts_on": "15-1-2017",
        "ends_on": "31-1-2017",
        "reason": "holiday",
    }


def test_leader_appoints_a_stand_in_once_however_often_it_is_sent(
    client, leader, pilot, absent, filled_in
):
    for _ in range(2):
        response = client.post(url("stand-in-create", pilot), filled_in, follow=True)

    assertContains(response, f"neemt waar voor {absent}, van 15-01-2017 tot en met 31-01-2017.")
    row = StandIn.objects.get()
    assert (row.pilot, row.by, row.reason) == (pilot, leader, "holiday")


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"starts_on": "14-1-2017"},
            {
                "starts_on": [
                    "Waarneming geldt niet met terugwerkende kracht: het is nu 15-01-2017."
                ]
            },
        ),
        ({"ends_on": ""}, {"ends_on": ["Dit veld is verplicht."]}),
        ({"ends_on": "14-1-2017"}, {"ends_on": ["De laatste dag ligt vóór de eerste."]}),
        (
            {"ends_on": "31-1-2018"},
            {
                "ends_on": [
                    "Waarneming duurt hoogstens een jaar. Is het langer, draag de caseload dan"
                    " over."
                ]
            },
        ),
        ({"reason": ""}, {"reason": ["Dit veld is verplicht."]}),
        (
            {"stand_in": "self"},
            {"stand_in": ["Niemand neemt voor zichzelf waar: kies een collega."]},
        ),
    ],
)
def test_wrong_stand_in_says_so_at_the_field(client, leader, pilot, filled_in, change, errors):
    if change.get("stand_in") == "self":
        change = {"stand_in": filled_in["consultant"]}

    response = client.post(url("stand-in-create", pilot), filled_in | change)

    assert response.context["form"].errors == errors
    assertContains(response, f'value="{(filled_in | change)["starts_on"]}"')
    assert not StandIn.objects.exists()


@pytest.mark.parametrize("who", ["recruiter", "stranger"])
def test_only_consultants_of_the_team_stand_in(client, leader, pilot, filled_in, who, stranger):
    recruiter = MembershipFactory(pilot=pilot, role=Role.RECRUITER).user
    chosen = {"recruiter": recruiter, "stranger": stranger}[who]

    response = client.post(url("stand-in-create", pilot), filled_in | {"stand_in": chosen.username})

    assert list(response.context["form"].errors) == ["stand_in"]


def test_overlap_is_a_sentence_that_keeps_what_was_typed(client, leader, pilot, filled_in):
    client.post(url("stand-in-create", pilot), filled_in)

    response = client.post(
        url("stand-in-create", pilot), filled_in | {"uuid": uuid4(), "starts_on": "20-1-2017"}
    )

    assertContains(response, "neemt in deze tijd al waar voor")
    assertContains(response, 'value="20-1-2017"')
    assert StandIn.objects.count() == 1


def test_leader_ends_a_stand_in_and_a_second_time_says_it_was_over(client, login, stand_in, pilot):
    leader = login(Role.PROJECT_LEADER)
    address = url("stand-in-end", pilot, stand_in.uuid)
    assertContains(client.get(address), "dan meteen niet meer")

    first = client.post(address, follow=True)
    second = client.post(address, follow=True)

    assertContains(first, "Beëindigd:")
    assertContains(second, "Deze waarneming was al voorbij.")
    stand_in.refresh_from_db()
    assert (stand_in.ended_on, stand_in.ended_by) == (TODAY, leader)
    assertContains(client.get(address), "al voorbij")
    assertContains(client.get(url("stand-in-list", pilot)), "eerder beëindigd")


def test_stand_in_that_has_yet_to_begin_does_not_take_place(client, login, stand_in, pilot):
    login(Role.PROJECT_LEADER)
    StandIn.objects.update(starts_on=TODAY + timedelta(3), ends_on=TODAY + timedelta(9))
    address = url("stand-in-end", pilot, stand_in.uuid)

    page = client.get(address)
    done = client.post(address, follow=True)

    assertContains(page, "Deze waarneming gaat dan niet door.")
    assertNotContains(page, "dan meteen niet meer")
    assertContains(done, "Zij gaat niet door.")
    # The days that were agreed, and not the day on which it was called off.
    assertContains(done, f'<span class="day">{TODAY + timedelta(9):%d-%m-%Y}</span>', html=True)
    assertContains(done, "gaat niet door</bdi>")
    assertNotContains(done, "eerder beëindigd")


def test_every_change_of_a_stand_in_is_kept(stand_in, absent):
    stand_in.end(by=absent, on=TODAY)

    kept = StandIn.pgh_event_model.objects.order_by("pgh_id")
    assert list(kept.values_list("pgh_label", "ended_on")) == [("insert", None), ("update", TODAY)]


def test_stand_in_of_another_pilot_does_not_exist(client, leader, pilot):
    other = StandInFactory()

    assert client.get(url("stand-in-end", pilot, other.uuid)).status_code == 404
    assertContains(client.get(url("stand-in-list", pilot)), "Nog niemand neemt waar.")


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_stand_ins_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    StandInFactory.create_batch(count, pilot=pilot)

    with django_assert_num_queries(7):
        page = client.get(url("stand-in-list", pilot))

    assert page.context["page"].paginator.count == count


def test_stood_in_persons_leave_a_trace_like_all_others(
    client, pilot, deputy, stand_in, participant
):
    client.get(url("today", pilot))

    assert Reading.objects.get().ids == [participant.pk]


def test_overlap_leaves_the_transaction_whole(pilot, absent, deputy, stand_in):
    with transaction.atomic():
        with pytest.raises(StandInOverlaps):
            StandIn.objects.appoint(
                uuid=uuid4(),
                pilot=pilot,
                consultant=absent,
                stand_in=deputy,
                starts_on=FIRST,
                ends_on=LAST,
                reason="leave",
                by=absent,
            )
        assert StandIn.objects.count() == 1
