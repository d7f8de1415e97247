"""Caseload: the norm by fte, how full each is, and transfer to another consultant."""

import threading
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.caseload import Load, norm_for, spread, together, warning
from participants.models import Assignment, Participant, Reading, StepType
from participants.models.participant import AssignedMeanwhile, TransferWithoutReason
from participants.trajectory import Phase
from pilot.models import Membership
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import refer

DAY = date(2017, 1, 10)


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def team(pilot):
    """Three consultants: of 1, 1 and 0.5 fte."""
    return [
        MembershipFactory(pilot=pilot, fte=Decimal(fte), user__last_name=name).user
        for fte, name in [("1", "Aarts"), ("1", "Bakker"), ("0.5", "Claes")]
    ]


def url(route, pilot, *args):
    return reverse(f"participants:{route}", args=[pilot.slug, *args])


def transfer_url(participant):
    return url("transfer", participant.pilot, participant.number)


@pytest.mark.parametrize(
    ("norm", "fte", "expected"),
    [(50, "1", 50), (50, "0.8", 40), (25, "0.9", 23), (25, "0.5", 13), (50, "0.05", 3)],
)
def test_norm_is_that_of_the_pilot_by_fte_rounded_half_up(norm, fte, expected):
    assert norm_for(norm, Decimal(fte)) == expected


def test_warning_is_only_given_above_the_norm():
    assert warning("Ann", 50, 50) == ""
    assert warning("Ann", 52, 50) == "De caseload van Ann wordt dan 52: 2 boven de norm van 50."


@given(
    people=st.lists(st.integers(), unique=True),
    room=st.dictionaries(st.text(max_size=3), st.integers(-20, 60), min_size=1, max_size=5),
)
def test_spreading_gives_everybody_one_colleague_and_levels_the_room(people, room):
    plan = spread(people, room)

    assert list(plan) == people
    left = {key: room[key] - list(plan.values()).count(key) for key in room}
    received = set(plan.values())
    # Who got somebody has, apart from that one, no less room than anybody else.
    assert all(left[key] + 1 >= other for key in received for other in left.values())


def test_together_adds_up_and_takes_the_oldest_contact():
    loads = [
        Load(key="a", label="A", fte=Decimal("0.8"), norm=40, caseload=3, oldest_contact=DAY),
        Load(
            key="geen",
            label="Nog niet toegewezen",
            caseload=2,
            oldest_contact=TODAY,
            steps=4,
            stepped=2,
        ),
    ]

    total = together(loads)

    assert (total.fte, total.norm, total.caseload, total.steps) == (Decimal("0.8"), 40, 5, 4)
    assert total.stepped == 2
    assert (total.oldest_contact, total.room, loads[1].room) == (DAY, 35, None)


def test_transfer_keeps_from_whom_to_whom_and_why(pilot, team, leader):
    ann, ben, _ = team
    participant = ParticipantFactory(pilot=pilot, consultant=ann)

    participant.assign_to(ben, by=leader, on=DAY, reason="absence", explanation="Tot de zomer")

    row = participant.assignments.last()
    assert (row.previous, row.consultant, row.reason, row.explanation) == (
        ann,
        ben,
        "absence",
        "Tot de zomer",
    )
    assert str(row) == f"Overgedragen van {ann} aan {ben}"


def test_transfer_without_a_reason_changes_nothing(pilot, team, leader):
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])

    with pytest.raises(TransferWithoutReason):
        participant.assign_to(team[1], by=leader, on=DAY)

    participant.refresh_from_db()
    assert participant.consultant == team[0]
    assert participant.assignments.count() == 1


def test_first_assignment_needs_no_reason_and_keeps_none(pilot, team, leader):
    participant = ParticipantFactory(pilot=pilot, selected=True)

    participant.assign_to(team[0], by=leader, on=DAY, reason="other", explanation="Zomaar")

    row = participant.assignments.get()
    assert (row.previous, row.reason, row.explanation) == (None, "", "")


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"reason": ""}, "assignment_transfer_has_reason"),
        ({"previous": None}, "assignment_transfer_has_reason"),
        ({"reason": "onzin"}, "assignment_reason_known"),
        ({"same": True}, "assignment_to_somebody_else"),
    ],
)
def test_database_refuses_a_transfer_that_says_too_little(pilot, team, values, constraint):
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])
    row = {"previous": team[0], "reason": "other"} | values
    consultant = row["previous"] if row.pop("same", False) else team[1]

    with pytest.raises(IntegrityError, match=constraint):
        participant.assignments.create(consultant=consultant, by=team[0], on=DAY, **row)


def test_transfer_sees_what_a_colleague_did_since(pilot, team, leader):
    ann, ben, cas = team
    participant = ParticipantFactory(pilot=pilot, consultant=ann)
    seen = participant.assignments.last().pk
    participant.assign_to(cas, by=leader, on=DAY, reason="spreading")

    with pytest.raises(AssignedMeanwhile):
        Participant.objects.get(pk=participant.pk).assign_to(
            ben, by=leader, on=DAY, reason="spreading", seen=seen
        )

    participant.refresh_from_db()
    assert participant.consultant == cas


@pytest.mark.django_db(transaction=True)
def test_two_who_transfer_at_once_do_so_after_one_another(pilot):
    ann, ben, cas = (MembershipFactory(pilot=pilot).user for _ in range(3))
    participant = ParticipantFactory(pilot=pilot, consultant=ann)
    seen = participant.assignments.last().pk
    refused = []

    def give(consultant):
        try:
            Participant.objects.get(pk=participant.pk).assign_to(
                consultant, by=ann, on=DAY, reason="spreading", seen=seen
            )
        except AssignedMeanwhile:
            refused.append(consultant)
        finally:
            connection.close()

    threads = [threading.Thread(target=give, args=[to]) for to in (ben, cas)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    assert participant.assignments.count() == 2


@pytest.fixture
def handed_over(client, leader, pilot, team):
    """A participant of the first consultant, transferred to the second in the page."""
    participant = ParticipantFactory(pilot=pilot, consultant=team[0], phase=Phase.PLACEMENT)
    client.post(
        transfer_url(participant),
        {
            "consultant": team[1].username,
            "on": "10-1-2017",
            "reason": "other",
            "explanation": "Zij kennen elkaar",
        },
    )
    return participant


def test_old_consultant_gets_404_at_once_and_the_new_one_sees_everything(client, handed_over, team):
    ann, ben, _ = team
    client.force_login(ann)
    assert client.get(handed_over.get_absolute_url()).status_code == 404

    client.force_login(ben)
    page = client.get(handed_over.get_absolute_url())

    assertContains(page, f"Toegewezen aan {ann}")
    assertContains(page, f"Overgedragen van {ann} aan {ben}")
    assertContains(page, "Zij kennen elkaar")
    assertContains(page, "Fase: Selectie naar Vraagverheldering")


def test_recruiter_does_not_read_why_somebody_was_transferred(client, login, handed_over, team):
    refer(handed_over)
    login(Role.RECRUITER)

    page = client.get(handed_over.get_absolute_url())

    assertContains(page, f"Overgedragen van {team[0]} aan {team[1]}")
    assertNotContains(page, "Zij kennen elkaar")
    assertNotContains(page, "anders")


def test_transfer_back_undoes_it_and_deletes_nothing(client, handed_over, team):
    client.post(
        transfer_url(handed_over),
        {"consultant": team[0].username, "on": "15-1-2017", "reason": "own_request"},
    )

    handed_over.refresh_from_db()
    assert handed_over.consultant == team[0]
    assert handed_over.assignments.count() == 3


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"reason": ""}, {"reason": ["Dit veld is verplicht."]}),
        ({"reason": "other"}, {"explanation": ["Schrijf op wat de reden is."]}),
        ({"on": "16-1-2017"}, {"on": ["Deze dag is nog niet geweest: het is nu 15-01-2017."]}),
        ({"on": "31-7-2016"}, {"on": ["Kies 01-08-2016 of een latere dag."]}),
        ({"consultant": ""}, {"consultant": ["Dit veld is verplicht."]}),
    ],
)
def test_wrong_transfer_says_so_at_the_field_and_changes_nothing(
    client, leader, pilot, team, change, errors
):
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])
    values = {"consultant": team[1].username, "on": "10-1-2017", "reason": "leaving"} | change

    response = client.post(transfer_url(participant), values)

    assert response.context["form"].errors == errors
    assertContains(response, f'value="{values["on"]}"')
    assert participant.assignments.count() == 1


def test_transfer_to_who_has_them_already_says_so(client, leader, pilot, team):
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])

    response = client.post(
        transfer_url(participant),
        {"consultant": team[0].username, "on": "10-1-2017", "reason": "leaving"},
    )

    assertContains(response, f"{team[0]} is al de consulent van deze deelnemer.", count=2)


def test_transfer_that_is_sent_twice_is_done_once(client, leader, pilot, team):
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])
    form = client.get(transfer_url(participant)).context["form"]
    values = {
        "consultant": team[1].username,
        "on": "10-1-2017",
        "reason": "leaving",
        "seen": form["seen"].value(),
    }

    for _ in range(2):
        assertRedirects(
            client.post(transfer_url(participant), values), participant.get_absolute_url()
        )

    assert participant.assignments.count() == 2


def test_transfer_of_who_went_elsewhere_meanwhile_asks_again(client, leader, pilot, team):
    ann, ben, cas = team
    participant = ParticipantFactory(pilot=pilot, consultant=ann)
    seen = client.get(transfer_url(participant)).context["form"]["seen"].value()
    participant.assign_to(cas, by=leader, on=DAY, reason="spreading")
    values = {
        "consultant": ben.username,
        "on": "12-1-2017",
        "reason": "leaving",
        "explanation": "Blijft staan",
        "seen": seen,
    }

    response = client.post(transfer_url(participant), values)

    assertContains(response, f"{participant} is nu bij {cas}.")
    assertContains(response, "Blijft staan")
    values["seen"] = response.context["form"]["seen"].value()
    client.post(transfer_url(participant), values)
    participant.refresh_from_db()
    assert participant.consultant == ben


def test_first_consultant_is_given_without_a_reason(client, leader, pilot, team):
    participant = ParticipantFactory(pilot=pilot, selected=True)
    page = client.get(transfer_url(participant))
    assertContains(page, "<h1><bdi>Toewijzen</bdi></h1>", html=True)
    assertContains(page, "Toewijzen</button>")

    client.post(transfer_url(participant), {"consultant": team[0].username, "on": "10-1-2017"})

    participant.refresh_from_db()
    assert participant.consultant == team[0]


def test_transfer_above_the_norm_by_fte_asks_first(client, leader, pilot, team):
    pilot.caseload_norm = 2
    pilot.save()
    cas = team[2]  # half a job, so a norm of one
    ParticipantFactory(pilot=pilot, consultant=cas)
    participant = ParticipantFactory(pilot=pilot, consultant=team[0])
    values = {"consultant": cas.username, "on": "10-1-2017", "reason": "leaving"}

    response = client.post(transfer_url(participant), values)

    assertContains(response, f"De caseload van {cas} wordt dan 2: 1 boven de norm van 1.")
    assertContains(response, f"{cas} (1 van 1)")
    values["confirmed"] = response.context["form"]["confirmed"].value()
    client.post(transfer_url(participant), values)
    participant.refresh_from_db()
    assert participant.consultant == cas


def test_bulk_transfer_asks_the_reason_of_who_had_somebody_else(client, leader, pilot, team):
    moved = ParticipantFactory(pilot=pilot, consultant=team[0])
    new = ParticipantFactory(pilot=pilot, selected=True)
    values = {
        "nummer": [moved.number, new.number],
        "consultant": team[1].username,
        "on": "10-1-2017",
    }

    response = client.post(url("assign", pilot), values)

    assert list(response.context["form"].errors) == ["reason"]
    assert Assignment.objects.count() == 1
    done = client.post(url("assign", pilot), values | {"reason": "leaving"}, follow=True)
    to = f"aan {team[1]}"
    assertContains(done, f"1 persoon toegewezen {to}, 1 persoon overgedragen {to}.")
    rows = Assignment.objects.filter(consultant=team[1]).values_list("previous", "reason")
    assert set(rows) == {(team[0].pk, "leaving"), (None, "")}


def test_who_is_there_already_is_not_told_as_changed(client, leader, pilot, team):
    there = ParticipantFactory(pilot=pilot, consultant=team[1])
    moved = ParticipantFactory(pilot=pilot, consultant=team[0])
    values = {"consultant": team[1].username, "on": "10-1-2017", "reason": "leaving"}

    both = {"nummer": [there.number, moved.number]}
    first, again = (client.post(url("assign", pilot), values | both, follow=True) for _ in range(2))

    assertContains(first, f"1 persoon overgedragen aan {team[1]}, 1 was al bij {team[1]}.")
    assertContains(again, f"0 gewijzigd, 2 waren al bij {team[1]}.")
    assertContains(again, "Toewijzen of overdragen</button>")


def test_assigning_offers_no_filter_that_gives_nobody(client, leader, pilot):
    fields = client.get(url("assign", pilot)).context["filterset"].form.fields

    assert "uitstroom" not in fields
    codes = [code for code, _ in fields["fase"].choices]
    assert Phase.PLACEMENT in codes
    assert not {Phase.OUTFLOW, Phase.STOPPED} & set(codes)


def test_bulk_transfer_is_everybody_or_nobody(client, leader, pilot, team):
    people = ParticipantFactory.create_batch(2, pilot=pilot, consultant=team[0])
    seen = client.get(url("assign", pilot)).context["form"]["seen"].value()
    people[1].assign_to(team[2], by=leader, on=DAY, reason="spreading")

    response = client.post(
        url("assign", pilot),
        {
            "nummer": [person.number for person in people],
            "consultant": team[1].username,
            "on": "12-1-2017",
            "reason": "leaving",
            "seen": seen,
        },
    )

    assertContains(response, f"{people[1]} is nu bij {team[2]}.")
    assert not Participant.objects.filter(consultant=team[1]).exists()


@pytest.fixture
def spreading(pilot, team):
    """Five of the first consultant, to spread over the others; the third works half a job."""
    pilot.caseload_norm = 4
    pilot.save()
    people = ParticipantFactory.create_batch(5, pilot=pilot, consultant=team[0])
    values = {
        "source": team[0].username,
        "receivers": [team[1].username, team[2].username],
        "on": "15-1-2017",
        "reason": "leaving",
    }
    return people, values


def test_spreading_shows_a_proposal_first_and_does_what_was_agreed(
    client, leader, pilot, team, spreading
):
    _, values = spreading
    page = client.post(url("caseload-spread", pilot), values)

    assertContains(client.get(url("caseload-spread", pilot)), f"{team[2]} (0 van 2)")
    assertContains(page, "Er is nog niets veranderd.")
    shares = [
        (share["consultant"], len(share["people"]), share["after"], share["norm"], share["above"])
        for share in page.context["proposal"]
    ]
    # Room of 4 and 2: to the first until both have as much left, then by turns.
    assert shares == [(team[1], 4, 4, 4, 0), (team[2], 1, 1, 2, 0)]
    assert Participant.objects.filter(consultant=team[0]).count() == 5
    reading = Reading.objects.get()
    assert (reading.page, len(reading.ids)) == ("participants:caseload-spread", 5)

    fields = {}
    for name, value in page.context["fields"]:
        fields.setdefault(name, []).append(value)
    response = client.post(url("caseload-spread", pilot), fields, follow=True)

    assertContains(response, f"5 personen van {team[0]} overgedragen.")
    assert {
        person.number: person.consultant for person in Participant.objects.filter(pilot=pilot)
    } == {
        person.number: share["consultant"]
        for share in page.context["proposal"]
        for person in share["people"]
    }
    assert set(Assignment.objects.exclude(previous=None).values_list("reason", flat=True)) == {
        "leaving"
    }
    # The same again finds nobody to bring elsewhere.
    assertContains(
        client.post(url("caseload-spread", pilot), fields), "geen deelnemers om over te dragen"
    )


def test_spreading_otherwise_keeps_what_was_filled_in(client, leader, pilot, team, spreading):
    _, values = spreading
    values |= {"number": "3", "explanation": "Tot de zomer", "on": "14-1-2017"}
    proposed = client.post(url("caseload-spread", pilot), values)
    assertContains(proposed, 'name="anders"')
    fields = {}
    for name, value in proposed.context["fields"]:
        fields.setdefault(name, []).append(value)

    page = client.post(url("caseload-spread", pilot), fields | {"anders": "1"})

    form = page.context["form"]
    assert {name: form[name].value() for name in values} == values
    assert (form["agreed"].value(), form.errors) == ("", {})
    assertContains(page, 'value="14-1-2017"')
    assertContains(page, "checked", count=2)
    assertContains(page, "Tot de zomer")


def test_proposal_that_is_not_true_any_more_is_made_again(client, leader, pilot, team, spreading):
    people, values = spreading
    page = client.post(url("caseload-spread", pilot), values)
    agreed = dict(page.context["fields"])["agreed"]
    people[0].assign_to(team[1], by=leader, on=DAY, reason="own_request")

    response = client.post(url("caseload-spread", pilot), values | {"agreed": agreed})

    assertContains(response, "Intussen is er iets veranderd.")
    assert Participant.objects.filter(consultant=team[0]).count() == 4


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"receivers": []}, ["receivers"]),
        ({"receivers": "self"}, ["receivers"]),
        ({"reason": ""}, ["reason"]),
        ({"number": "0"}, ["number"]),
        ({"number": "tien"}, ["number"]),
        ({"on": "16-1-2017"}, ["on"]),
    ],
)
def test_wrong_spreading_says_so_at_the_field(client, leader, pilot, spreading, change, errors):
    _, values = spreading
    if change.get("receivers") == "self":
        change = {"receivers": [values["source"]]}

    response = client.post(url("caseload-spread", pilot), values | change)

    assert list(response.context["form"].errors) == errors


def test_some_of_a_caseload_are_those_who_came_last(client, leader, pilot, team, spreading):
    _, values = spreading
    newest = ParticipantFactory(pilot=pilot, selected=True)
    newest.assign_to(team[0], by=leader, on=DAY)

    page = client.post(url("caseload-spread", pilot), values | {"number": "1"})

    assert [p for share in page.context["proposal"] for p in share["people"]] == [newest]


def test_agreement_is_forgotten_after_an_error(client, leader, pilot, team, spreading):
    _, values = spreading
    proposed = client.post(url("caseload-spread", pilot), values)
    agreed = dict(proposed.context["fields"])["agreed"]

    refused = client.post(url("caseload-spread", pilot), values | {"agreed": agreed, "reason": ""})

    assert list(refused.context["form"].errors) == ["reason"]
    assertNotContains(refused, agreed)
    assert refused.context["form"]["agreed"].value() == ""


def test_day_before_somebody_came_is_refused_before_there_is_a_proposal(
    client, leader, pilot, team, spreading
):
    _, values = spreading
    ParticipantFactory(pilot=pilot, selected=True).assign_to(team[0], by=leader, on=DAY)

    page = client.post(url("caseload-spread", pilot), values | {"on": "9-1-2017"})

    assertContains(page, "kwam er pas op 10-01-2017. Kies die dag of een latere.")
    assert page.context["proposal"] is None
    assert client.post(url("caseload-spread", pilot), values | {"on": "10-1-2017"}).context[
        "proposal"
    ]


@pytest.mark.parametrize(("number", "said"), [("8", 1), ("5", 0), ("", 0)])
def test_proposal_says_that_there_are_fewer_than_asked_for(
    client, leader, pilot, spreading, number, said
):
    _, values = spreading

    page = client.post(url("caseload-spread", pilot), values | {"number": number})

    assertContains(page, f"U vroeg er {number}: er zijn er maar 5.", count=said)


def test_errors_of_spreading_stand_in_the_order_of_the_form(client, leader, pilot):
    page = client.post(url("caseload-spread", pilot), {"number": "0"})

    summary = page.content.decode().split('id="fouten"')[1].split("</div>")[0]
    order = ["Van wie:", "Hoeveel", "Aan wie:", "Reden", "Met ingang van:"]
    places = [summary.index(label) for label in order]
    assert places == sorted(places)


def log(participant, on, by):
    participant.log_step(
        uuid=uuid4(), by=by, on=on, type=StepType.objects.first(), attendance="present"
    )


def test_every_number_of_the_caseload_opens_the_list_that_it_counts(client, leader, pilot, team):
    ann, ben, _ = team
    silent, met, out = ParticipantFactory.create_batch(
        3, pilot=pilot, consultant=ann, phase=Phase.PLACEMENT
    )
    out.record_outcome(kind="paid_full", hours=36, by=ann, on=DAY)
    log(met, date(2017, 1, 12), ann)
    log(met, date(2017, 1, 13), ann)
    log(silent, date(2016, 12, 1), ann)
    met.steps.create(type=StepType.objects.first(), on=DAY, by=ann, planned=True)
    ParticipantFactory(pilot=pilot, selected=True)
    ParticipantFactory(consultant=ann)  # in another pilot

    page = client.get(url("caseload", pilot))

    rows = {load.label: load for load, _ in page.context["table_rows"]}
    assert list(rows) == [str(ann), str(ben), str(team[2]), "Nog niet toegewezen"]
    load = rows[str(ann)]
    assert (load.fte, load.norm, load.caseload, load.room) == (Decimal(1), 50, 2, 48)
    assert (load.oldest_contact, load.silent, load.overdue) == (date(2016, 12, 1), 1, 1)
    # Two steps with one person: the list that is opened is of that person.
    assert (load.steps, load.stepped) == (2, 1)
    # Nobody ever met them, and they are no consultant.
    assert rows["Nog niet toegewezen"].oldest_contact is None
    assertContains(page, '<p id="count">3 consulenten</p>', html=True)
    assert (rows[str(team[2])].norm, rows["Nog niet toegewezen"].norm) == (25, None)
    people = {}
    for column in page.context["columns"]:
        if column.url and (address := column.url(load)):
            people[column.key] = set(client.get(address).context["page"])
    assert people == {
        "caseload": {silent, met},
        "contact": {silent, met},
        "stil": {silent},
        "te-laat": {met},
        "met-stap": {met},
    }
    unassigned = page.context["columns"][3].url(rows["Nog niet toegewezen"])
    assert client.get(unassigned).context["page"].paginator.count == 1


def test_caseload_can_be_sorted_by_room_and_downloaded_as_it_is_shown(client, leader, pilot, team):
    ParticipantFactory.create_batch(2, pilot=pilot, consultant=team[1])
    address = url("caseload", pilot)

    page = client.get(f"{address}?sorteer=ruimte")
    lines = client.get(f"{address}?export=csv").content.decode("utf-8-sig").splitlines()

    assert [load.room for load, _ in page.context["table_rows"]] == [25, 48, 50]
    assert lines[0].startswith("Consulent;Fte;Norm;Caseload nu;Ruimte;")
    assert lines[3].startswith(f"{team[2]};")
    assert lines[4] == ""
    assert "Samen" not in "".join(lines)


def test_who_left_the_team_still_stands_in_the_list_with_their_participants(
    client, leader, pilot, team
):
    ParticipantFactory(pilot=pilot, consultant=team[0])
    Membership.objects.filter(user=team[0]).delete()

    page = client.get(url("caseload", pilot))

    (gone,) = [load for load, _ in page.context["table_rows"] if load.key == team[0].username]
    assert (gone.caseload, gone.norm, gone.room) == (1, None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_caseload_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    for _ in range(count):
        ParticipantFactory(pilot=pilot, consultant=MembershipFactory(pilot=pilot).user)

    with django_assert_num_queries(14):
        page = client.get(url("caseload", pilot))

    assert page.context["page"].paginator.count == count


@pytest.mark.parametrize("fte", ["0.04", "1.51", "0"])
def test_database_refuses_an_impossible_fte(pilot, fte):
    with pytest.raises(IntegrityError, match="membership_fte_possible"), transaction.atomic():
        MembershipFactory(pilot=pilot, fte=Decimal(fte))


def test_leader_changes_the_fte_and_with_it_the_norm(client, leader, pilot, team):
    address = reverse("team-edit", args=[pilot.slug, team[0].username])

    response = client.post(address, {"fte": "0,8", "was": "1"}, follow=True)

    assertContains(response, f"{team[0]} werkt 0,8 fte voor deze pilot.")
    loads = client.get(url("caseload", pilot)).context["table_rows"]
    assert [load.norm for load, _ in loads] == [40, 50, 25]
    events = Membership.pgh_event_model.objects.filter(user=team[0])
    assert list(events.values_list("fte", flat=True)) == [Decimal("1.00"), Decimal("0.80")]


@pytest.mark.parametrize("fte", ["", "veel", "0,01", "2", "0,805"])
def test_wrong_fte_says_so_and_keeps_what_was_typed(client, leader, pilot, team, fte):
    address = reverse("team-edit", args=[pilot.slug, team[0].username])

    response = client.post(address, {"fte": fte, "was": "1"})

    assert list(response.context["form"].errors) == ["fte"]
    assertContains(response, f'value="{fte}"' if fte else "Dit veld is verplicht.")


def test_fte_that_a_colleague_changed_meanwhile_is_asked_again(client, leader, pilot, team):
    address = reverse("team-edit", args=[pilot.slug, team[0].username])
    client.post(address, {"fte": "0,6", "was": "1"})

    response = client.post(address, {"fte": "0,8", "was": "1"})

    assertContains(response, "Een collega maakte er intussen 0,6 van.")
    was = response.context["form"]["was"].value()
    client.post(address, {"fte": "0,8", "was": was})
    assert Membership.objects.get(user=team[0]).fte == Decimal("0.80")


def test_team_shows_who_is_in_it_and_offers_only_consultants_to_change(client, leader, pilot, team):
    page = client.get(reverse("team", args=[pilot.slug]))

    assertContains(page, "projectleider")
    leads = [address for _, address in page.context["table_rows"] if address]
    assert len(leads) == 3
    theirs = reverse("team-edit", args=[pilot.slug, leader.username])
    assert client.get(theirs).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_team_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    MembershipFactory.create_batch(count, pilot=pilot)

    with django_assert_num_queries(7):
        page = client.get(reverse("team", args=[pilot.slug]))

    assert page.context["page"].paginator.count == count + 1


def test_own_norm_on_vandaag_is_by_fte(client, login, pilot):
    user = login(Role.CONSULTANT)
    Membership.objects.filter(user=user).update(fte=Decimal("0.5"))
    ParticipantFactory(pilot=pilot, consultant=user)

    page = client.get(url("today", pilot))

    assertContains(page, "de norm is 25")


def test_who_was_never_met_shows_no_days_since_contact(client, leader, pilot, team):
    new, met = ParticipantFactory.create_batch(2, pilot=pilot, consultant=team[0])
    log(met, date(2017, 1, 12), team[0])

    page = client.get(reverse("participants:list", args=[pilot.slug]), {"sorteer": "-dagen"})

    days = next(column for column in page.context["columns"] if column.key == "dagen")
    assert [(p, days.value(p)) for p in page.context["page"]] == [(new, None), (met, 3)]
    assertContains(page, '<td data-label="Dagen sinds contact" class="num"><bdi>–</bdi></td>')
