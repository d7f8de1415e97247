"""The read log: who saw whom, in a chain that shows when somebody meddled with it."""

import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from participants.models import Reading
from participants.models.readings import Page, check_chain
from pilot.checks import routed_views
from pilot.roles import Role
from tests.database import meddle
from tests.factories import MembershipFactory, ParticipantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def participant(pilot):
    return ParticipantFactory(pilot=pilot, consultant=MembershipFactory(pilot=pilot).user)


def add(count, user, pilot):
    for number in range(count):
        Reading.objects.create(
            user=user, pilot=pilot, page=Page.DETAIL, action="shown", ids=[number, 7]
        )


def test_page_writes_one_row_with_keys_only(client, login, participant, pilot):
    leader = login(Role.PROJECT_LEADER)
    ParticipantFactory(pilot=pilot, consultant=participant.consultant)

    client.get(reverse("participants:list", args=[pilot.slug]))

    reading = Reading.objects.get()
    assert (reading.user, reading.pilot, reading.page) == (leader, pilot, "participants:list")
    assert reading.action == "shown"
    assert len(reading.ids) == 2
    assert participant.pk in reading.ids
    text = " ".join(str(value) for value in Reading.objects.values_list().get())
    assert participant.last_name not in text


def test_empty_list_leaves_no_trace(client, login, pilot):
    login(Role.PROJECT_LEADER)

    client.get(reverse("participants:list", args=[pilot.slug]))

    assert not Reading.objects.exists()


def test_every_page_of_the_log_is_a_route():
    assert set(Page.values) <= {name for name, _ in routed_views()}


def test_leader_sees_who_saw_a_participant_and_that_is_logged_too(
    client, login, participant, pilot
):
    client.force_login(participant.consultant)
    client.get(participant.get_absolute_url())
    leader = login(Role.PROJECT_LEADER)
    url = reverse("participants:readings", args=[pilot.slug, participant.number])

    page = client.get(url).content.decode()

    assert str(participant.consultant) in page
    assert "pagina van de deelnemer" in page
    assert Reading.objects.filter(user=leader, page=Page.READINGS).count() == 1


def test_log_of_a_participant_can_be_filtered_by_reader(client, login, participant, pilot):
    client.force_login(participant.consultant)
    client.get(participant.get_absolute_url())
    leader = login(Role.PROJECT_LEADER)
    client.get(participant.get_absolute_url())
    url = reverse("participants:readings", args=[pilot.slug, participant.number])

    page = client.get(url, {"wie": leader.username})

    assert {reading.user for reading, _ in page.context["table_rows"]} == {leader}


def test_log_offers_only_where_somebody_has_been(client, login, participant, pilot):
    login(Role.PROJECT_LEADER)
    client.get(participant.get_absolute_url())
    url = reverse("participants:readings", args=[pilot.slug, participant.number])

    page = client.get(url)

    choices = page.context["filterset"].form.fields["waar"].choices
    assert [code for code, _ in choices] == ["", Page.DETAIL]


def test_log_of_a_participant_can_be_downloaded_and_that_is_logged_too(
    client, login, participant, pilot
):
    leader = login(Role.PROJECT_LEADER)
    client.get(participant.get_absolute_url())
    url = reverse("participants:readings", args=[pilot.slug, participant.number])

    content = client.get(url, {"export": "csv"}).content.decode("utf-8-sig")

    assert content.splitlines()[0] == "Moment;Wie;Waar;Hoe;Personen tegelijk;Als waarnemer van"
    assert str(leader) in content
    assert Reading.objects.filter(page=Page.READINGS, action="exported").count() == 1


def test_no_trace_no_page(client, login, participant, pilot):
    """Where the log cannot be written, nothing is shown."""
    client.raise_request_exception = False
    login(Role.PROJECT_LEADER)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL default_transaction_read_only = on")
        cursor.execute("SET LOCAL transaction_read_only = on")

    response = client.get(participant.get_absolute_url())

    assert response.status_code == 500
    assert participant.last_name not in response.content.decode()


def test_database_numbers_and_dates_the_rows_whatever_the_program_says(stranger, pilot):
    Reading.objects.create(
        pk=99,
        at="2001-01-01T00:00Z",
        user=stranger,
        pilot=pilot,
        page=Page.DETAIL,
        action="shown",
        ids=[1],
        hash=b"x",
    )

    reading = Reading.objects.get()
    assert reading.pk == 1
    assert reading.at.year > 2001
    assert check_chain().broken == ()


def test_untouched_chain_holds(stranger, pilot):
    add(3, stranger, pilot)

    report = check_chain()

    assert report.broken == ()
    assert report.head == (3, bytes(Reading.objects.get(pk=3).hash).hex())
    assert check_chain({2: bytes(Reading.objects.get(pk=2).hash).hex()}).broken == ()


def test_empty_chain_holds():
    assert check_chain().head == (0, "00" * 32)


MEDDLING = {
    "another reader": ("UPDATE participants_reading SET user_id = user_id + 1 WHERE id = 2", (2,)),
    "another person": ("UPDATE participants_reading SET ids = '{8}' WHERE id = 2", (2,)),
    "another moment": (
        "UPDATE participants_reading SET at = at - interval '1 microsecond' WHERE id = 2",
        (2,),
    ),
    "a row removed": ("DELETE FROM participants_reading WHERE id = 2", (3,)),
    "the first row removed": ("DELETE FROM participants_reading WHERE id = 1", (2,)),
    "a row with a new fingerprint": (
        "UPDATE participants_reading SET user_id = user_id + 1,"
        " hash = sha256('whatever'::bytea) WHERE id = 2",
        (2, 3),
    ),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", MEDDLING)
def test_check_finds_what_the_owner_of_the_database_meddled_with(name, stranger, pilot):
    statement, broken = MEDDLING[name]
    add(3, stranger, pilot)
    meddle("participants_reading", statement)

    assert check_chain().broken == broken
    with pytest.raises(CommandError, match="klopt niet"):
        call_command("check_read_log", stdout=StringIO())


@pytest.mark.django_db(transaction=True)
def test_lost_end_is_found_by_what_was_noted_elsewhere(stranger, pilot):
    add(3, stranger, pilot)
    output = StringIO()
    call_command("check_read_log", stdout=output)
    noted = output.getvalue().split()[-1]
    meddle("participants_reading", "DELETE FROM participants_reading WHERE id = 3")

    assert check_chain().broken == ()
    with pytest.raises(CommandError, match="klopt niet"):
        call_command("check_read_log", noted, stdout=StringIO())


def test_wrong_note_is_refused_in_words():
    with pytest.raises(CommandError, match="NUMMER:HASH"):
        call_command("check_read_log", "zomaar")


@pytest.mark.django_db(transaction=True)
def test_chain_has_no_fork_when_many_read_at_once(stranger, pilot):
    def read():
        try:
            add(10, stranger, pilot)
        finally:
            connection.close()

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    report = check_chain()
    assert report.head[0] == 80
    assert report.broken == ()
