import re

import pytest
from django.test import override_settings
from django.urls import resolve, reverse
from pytest_django.asserts import assertContains, assertNotContains

from pilot import handbook
from pilot.checks import handbook_is_there, routed_views
from pilot.settings import BASE_DIR
from tests.e2e.test_pages import NO_PAGES


def test_every_page_has_a_page_in_the_handbook():
    pages = {name for name, _ in routed_views()} - NO_PAGES - {"help", "help-page"}

    assert pages - set(handbook.by_route()) == set()


def test_handbook_names_no_route_that_is_not_there_or_twice():
    named = [route for page in handbook.pages().values() for route in page.routes]

    assert sorted(named) == sorted(set(named))
    assert set(named) <= {name for name, _ in routed_views()}


@pytest.mark.parametrize("slug", sorted(handbook.pages()))
def test_links_in_the_handbook_lead_somewhere(slug):
    page = handbook.pages()[slug]

    for address in re.findall(r'href="([^"]+)"', page.html):
        target = re.fullmatch(r"\.\./([\w-]+)/", address)
        assert target, address
        assert target[1] in handbook.pages()


def test_page_shows_only_what_we_mean_to_show():
    page = handbook.HelpPage(
        *("x", "x", ()),
        '<script>x</script>\n\n**vet** <a href="javascript:x" onclick="x">weg</a> <kbd>/</kbd>',
    )

    assert page.html.strip() == "<p><strong>vet</strong> <a>weg</a> <kbd>/</kbd></p>"


def test_page_without_a_head_is_refused(tmp_path, monkeypatch):
    (tmp_path / "01-leeg.md").write_text("Zonder titel.\n")
    monkeypatch.setattr(handbook, "FOLDER", tmp_path)
    handbook.pages.cache_clear()

    with pytest.raises(ValueError, match=r"01-leeg\.md"):
        handbook.pages()

    handbook.pages.cache_clear()


def test_question_mark_opens_the_help_of_that_page(client, login, pilot):
    login()

    response = client.get(reverse("participants:today", args=[pilot.slug]))

    assert response.context["help_url"] == "/help/vandaag/"
    assertContains(client.get("/help/vandaag/"), "<bdi>Vandaag</bdi>")


def test_help_can_be_read_before_one_is_logged_in(client, db):
    assertContains(client.get(reverse("login")), 'href="/help/beginnen/"')
    assertContains(client.get("/help/beginnen/"), "Inloggen")


def test_help_page_that_is_not_there_is_not_found(client, db):
    assert client.get("/help/bestaat-niet/").status_code == 404


def test_search_finds_every_word_wherever_it_stands_titles_first(client, db):
    found = handbook.search("begroting")

    assert found[0][0].slug == "begroting"
    assert {page.slug for page, _ in found} >= {"begroting", "gebruikers-en-pilots"}
    assert all("begroting" in f"{page.title} {page.plain}".lower() for page, _ in found)
    assert [page.slug for page, _ in handbook.search("BEGROTING esf")] == ["begroting"]
    assert handbook.search("  ") == []


def test_search_shows_the_words_around_what_was_looked_for(client, db):
    response = client.get(reverse("help"), {"zoek": "elfproef <b>"})

    assertContains(response, "0 pagina’s over “elfproef &lt;b&gt;”")
    assertContains(response, "Niets gevonden.")
    excerpt = {page.slug: text for page, text in handbook.search("halve euro")}["begroting"]
    assert "halve euro" in excerpt
    assert len(excerpt) <= handbook.EXCERPT + 4


def test_search_with_one_result_says_so(client, db):
    response = client.get(reverse("help"), {"zoek": "stijlgids"})

    assertContains(response, "1 pagina over")
    assertNotContains(response, "1 pagina’s")


@override_settings(ROOT_URLCONF="tests.pilot.forgotten_urls")
def test_page_without_help_of_its_own_leads_to_the_contents():
    assert resolve("/help/").view_name == "help"
    assert handbook.address_for("forgotten") == "/help/"


def test_search_forgives_the_end_of_a_word_and_takes_any_word_when_none_has_all(db):
    assert "kandidaten" in [page.slug for page, _ in handbook.search("kandidaat")]
    assert handbook.search("kwartaalevaluatie zzzzzz")[0][0].slug == "evaluaties"
    assert handbook.search("zzzzzz") == []


def test_search_that_finds_nothing_shows_what_there_is(client, db):
    response = client.get(reverse("help"), {"zoek": "zzzzzz"})

    assertContains(response, 'href="/help/begroting/"')


def test_check_says_when_the_handbook_is_not_there(tmp_path, monkeypatch):
    assert handbook_is_there(None) == []
    monkeypatch.setattr(handbook, "FOLDER", tmp_path)
    handbook.pages.cache_clear()

    assert [error.id for error in handbook_is_there(None)] == ["pilot.E004"]

    handbook.pages.cache_clear()


def test_image_holds_everything_that_the_program_reads():
    """No engine builds the image here: so what it copies is compared with what there is."""
    copied = re.findall(r"^COPY (\S+) \1$", (BASE_DIR / "Dockerfile").read_text(), re.M)
    let_in = re.findall(r"^!(\S+)$", (BASE_DIR / ".dockerignore").read_text(), re.M)
    read = {"pilot", "participants", "budgeting", "reports", "templates", "static"}
    read.add(str(handbook.FOLDER.relative_to(BASE_DIR)))

    assert read <= set(copied)
    assert read <= set(let_in)
