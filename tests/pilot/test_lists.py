"""What somebody sets of a list: its columns, and what they save of it."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import ParticipantFactory


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def url(pilot, consultant):
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)
    return reverse("participants:list", args=[pilot.slug])


def shown(response):
    return [column.key for column in response.context["columns"]]


def test_chosen_columns_stay_in_this_session_and_are_what_is_downloaded(client, url):
    everything = shown(client.get(url))

    assert shown(client.get(f"{url}?kolom=naam&kolom=fase")) == ["naam", "fase"]
    assert shown(client.get(url)) == ["naam", "fase"]
    lines = client.get(f"{url}?export=csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Naam;Fase"
    assert shown(client.get(f"{url}?kolom=alle")) == everything
    assert shown(client.get(url)) == everything


def test_columns_that_are_shown_are_ticked(client, url):
    def ticked(address):
        choosable = client.get(address).context["choosable"]
        return [column.key for column, shown in choosable if shown]

    assert ticked(url) == shown(client.get(url))[1:]
    assert ticked(f"{url}?kolom=naam&kolom=fase") == ["fase"]


@pytest.mark.parametrize("asked", ["kolom=onzin", "kolom=", "kolom=%00&kolom=fase"])
def test_first_column_is_always_there(client, url, asked):
    assert shown(client.get(f"{url}?{asked}"))[0] == "naam"


def save(client, url, **sent):
    return client.post(reverse("view-save"), {"pad": url} | sent)


def test_list_is_saved_with_its_filter_and_columns_and_found_again(client, url, consultant):
    page = client.get(f"{url}?fase=diagnosis&sorteer=-naam&kolom=naam&kolom=fase&pagina=3")

    response = save(client, url, naam="Mijn diagnoses", vraag=page.context["view_query"])

    assertRedirects(response, f"{url}?fase=diagnosis&sorteer=-naam&kolom=naam&kolom=fase")
    # Also in another session, with other columns.
    client.force_login(consultant)
    client.get(f"{url}?kolom=alle")
    [(name, address)] = client.get(url).context["saved_views"]
    assert name == "Mijn diagnoses"
    again = client.get(address)
    assert shown(again) == ["naam", "fase"]
    assertContains(again, "Fase: Diagnose")


def test_saved_list_is_of_one_user_and_one_list(client, url, pilot, login):
    save(client, url, naam="Van mij", vraag="fase=diagnosis")
    assertContains(client.get(url), "Van mij")
    assertNotContains(client.get(reverse("participants:step-start", args=[pilot.slug])), "Van mij")

    login(Role.PROJECT_LEADER)

    assertNotContains(client.get(url), "Van mij")


def test_saved_list_is_replaced_and_removed_by_its_name(client, url, consultant):
    save(client, url, naam="Van mij", vraag="fase=diagnosis")
    save(client, url, naam="Van mij", vraag="fase=placement")
    consultant.refresh_from_db()
    assert consultant.saved_views == {url: {"Van mij": "fase=placement"}}

    save(client, url, naam="Van mij", weg="1")

    consultant.refresh_from_db()
    assert consultant.saved_views == {url: {}}


@pytest.mark.parametrize("name", ["", "x" * 41, "a\0b"])
def test_wrong_name_is_refused(client, url, consultant, name):
    response = client.post(
        reverse("view-save"), {"pad": url, "naam": name, "vraag": ""}, follow=True
    )

    assertContains(response, "Geef de weergave een naam")
    consultant.refresh_from_db()
    assert consultant.saved_views == {}


@pytest.mark.parametrize(
    "path", ["", "/", "//elders.example/", "https://elders.example/", "/help/"]
)
def test_nothing_but_a_list_is_saved_or_led_to(client, url, path):
    assert save(client, path, naam="Naam").status_code == 404


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("waiting-list", "Elke regel is een deelnemer die wacht."),
        ("draw-refused", "Elke regel is een kandidaat die niet aan de voorwaarden voldoet."),
        ("import-list", "Elke regel is een ingelezen lijst."),
        ("candidate-list", "Elke regel is een kandidaat."),
    ],
)
def test_download_says_in_right_dutch_what_a_row_is(client, login, pilot, route, words):
    login(Role.PROJECT_LEADER)

    content = client.get(reverse(f"participants:{route}", args=[pilot.slug]), {"export": "csv"})

    assert words in content.content.decode("utf-8-sig").splitlines()
