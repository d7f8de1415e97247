"""Inrichting: the list of occupations, shipped and editable."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import Occupation
from pilot.roles import Role
from tests.factories import ParticipantFactory, PilotFactory

FOR_EVERY_REQUEST = 5
SENT = {
    "version": "0",
    "name": "valkenier",
    "sector": "culture",
    "code": "5164",
    "source": "Eigen kennis",
    "active": "on",
}


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


def url(route, pilot, *args):
    return reverse(f"participants:{route}", args=[pilot.slug, *args])


def test_shipped_list_is_known_by_code_and_source(db):
    shipped = Occupation.objects.filter(pilot=None)

    assert shipped.count() == 114
    assert not shipped.filter(source="").exists()
    assert shipped.filter(shortage=True).count() == 43
    assert not shipped.filter(shortage=True).exclude(source__contains="UWV").exists()
    assert shipped.get(name="lasser").code == "7212"


@pytest.mark.parametrize("count", [1, 3])
def test_list_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    for number in range(count):
        Occupation.objects.create(pilot=pilot, name=f"valkenier {number}", sector="culture")

    with django_assert_num_queries(FOR_EVERY_REQUEST + 3):
        response = client.get(url("occupation-list", pilot))

    assert response.context["page"].paginator.count == 114 + count


def test_list_is_filtered_and_downloaded(client, leader, pilot):
    page = client.get(url("occupation-list", pilot), {"sector": "hospitality", "knelpunt": "1"})
    names = [str(row) for row, _ in page.context["table_rows"]]
    export = client.get(url("occupation-list", pilot), {"sector": "ict", "export": "csv"})

    assert names == [
        "barmedewerker",
        "keukenhulp",
        "kok",
        "medewerker bediening",
        "medewerker fastfood",
    ]
    assert "systeembeheerder;ict;ja;2522" in export.content.decode("utf-8-sig")


def test_occupation_is_added_for_this_pilot_and_once(client, leader, pilot):
    for _ in range(2):
        response = client.post(url("occupation-create", pilot), SENT)
    added = Occupation.objects.get(name="valkenier")

    assert added.pilot == pilot
    assertContains(response, "Dit beroep staat al in de lijst.")
    assert not Occupation.objects.of(PilotFactory()).filter(pk=added.pk).exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Typ de naam van het beroep."),
        ({"name": "KOK"}, "Dit beroep staat al in de lijst."),
        ({"code": "51x"}, "bestaat uit vier cijfers"),
    ],
)
def test_wrong_input_says_so_and_keeps_what_was_typed(client, leader, pilot, wrong, says):
    response = client.post(url("occupation-create", pilot), SENT | wrong)

    assertContains(response, says)
    assertContains(response, 'value="Eigen kennis"')


def test_shipped_occupation_is_flagged_and_taken_out_of_use(client, leader, pilot):
    baker = Occupation.objects.get(name="bakker")
    edit = url("occupation-edit", pilot, baker.uuid)
    assertContains(client.get(edit), "geldt ook daar")
    sent = {"version": baker.version, "name": "bakker", "sector": "industry", "code": "7512"}

    client.post(edit, sent | {"shortage": "on", "source": "Podium24"})

    baker.refresh_from_db()
    assert (baker.shortage, baker.active, baker.source) == (True, False, "Podium24")
    assert not Occupation.objects.of(pilot).filter(pk=baker.pk).exists()


def test_what_a_colleague_changed_is_told_and_not_overwritten(client, leader, pilot):
    baker = Occupation.objects.get(name="bakker")
    edit = url("occupation-edit", pilot, baker.uuid)
    sent = {"version": baker.version, "name": "bakker", "sector": "industry", "active": "on"}
    client.post(edit, sent | {"source": "Podium24"})

    response = client.post(edit, sent | {"source": "Krant"})

    assertContains(response, f"Dit is intussen gewijzigd: {leader} wijzigde op")
    assertContains(response, 'value="Krant"')
    baker.refresh_from_db()
    assert baker.source == "Podium24"


def test_occupation_of_another_pilot_does_not_exist_here(client, leader, pilot):
    foreign = Occupation.objects.create(
        pilot=ParticipantFactory().pilot, name="valkenier", sector="culture"
    )

    assertNotContains(client.get(url("occupation-list", pilot)), "valkenier")
    assert client.get(url("occupation-edit", pilot, foreign.uuid)).status_code == 404


REFUSED = [
    {"name": "kok", "sector": "hospitality"},
    {"name": "valkenier", "sector": "space"},
    {"name": "valkenier", "sector": "culture", "code": "12a4"},
]


@pytest.mark.parametrize("values", REFUSED)
def test_database_refuses(db, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Occupation.objects.create(**values)
