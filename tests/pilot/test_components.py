"""The components by what they give: in the style guide, and where a page uses them."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.template import Context, Template
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pilot.models import User
from pilot.roles import Role
from tests.factories import ParticipantFactory

COMPONENTS = settings.BASE_DIR / "templates" / "components"
# Pages, and what only a page can show.
NOT_IN_THE_GUIDE = {"list_page", "messages"}


def rendered(source: str, **context) -> str:
    return Template(source).render(Context(context)).strip()


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_first_line_of_a_component_is_its_contract(path):
    lines = path.read_text().splitlines()
    first = lines[1] if lines[0].startswith("{% extends") else lines[0]

    assert re.fullmatch(r"\{# .{20,} #\}", first), first


def test_style_guide_shows_every_component(client, login):
    login(Role.ADMINISTRATOR)

    response = client.get(reverse("style-guide"))

    used = {template.name for template in response.templates}
    everything = {path.stem for path in COMPONENTS.glob("*.html")} - NOT_IN_THE_GUIDE
    assert {name for name in everything if f"components/{name}.html" not in used} == set()


def test_style_guide_is_open_to_everybody_in_a_demo(client, login, settings):
    settings.DEMO = True
    login(Role.CONSULTANT)

    assert client.get(reverse("style-guide")).status_code == 200


def test_nothing_is_styled_or_scripted_in_the_page_itself():
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! src)", text), path


@pytest.mark.parametrize(
    ("delta", "said"), [(5, "+5 nu"), (-2, "−2 nu"), (0, "niets veranderd nu")]
)
def test_stat_says_how_it_changed(delta, said):
    html = rendered("{% stat label='X' value=3 url='/' delta=delta since='nu' %}", delta=delta)

    assert said in html


def test_stat_without_target_or_change_says_nothing_of_them():
    html = rendered("{% stat label='X' value=3 url='/lijst/' %}")

    assert "progress" not in html
    assert "stat-note" not in html
    assert 'href="/lijst/"' in html


@pytest.mark.parametrize(
    ("value", "target", "share"), [(0, 30, 0), (15, 30, 50), (40, 30, 100), (3, 0, 0)]
)
def test_progress_stops_at_the_target(value, target, share):
    html = rendered("{% progress 'X' value target %}", value=value, target=target)

    assert f'value="{share}"' in html
    assert f'aria-label="X: {value} van {target}"' in html


def test_what_is_given_to_a_component_is_escaped():
    html = rendered(
        "{% badge evil evil %}{% fact evil evil %}{% card title=evil %}{{ evil }}{% endcard %}",
        evil='<b>"x"</b>',
    )

    assert "<b>" not in html
    assert html.count("&lt;b&gt;&quot;x&quot;&lt;/b&gt;") == 6


def test_hint_is_closed_for_this_user_only_and_comes_back_when_asked_for(client, login, pilot):
    user = login(Role.CONSULTANT)
    colleague = ParticipantFactory(pilot=pilot, selected=True).selected_by
    today = reverse("participants:today", args=[pilot.slug])
    assertContains(client.get(today), "Uitleg sluiten")

    response = client.post(reverse("hint-close", args=["vandaag"]), {"next": today}, follow=True)

    assertRedirects(response, today)
    assertNotContains(response, "Uitleg sluiten")
    assertContains(response, 'De uitleg is gesloten. <a href="/voorkeuren/">')
    assert User.objects.get(pk=colleague.pk).closed_hints == []
    client.post(reverse("preferences"), {"shortcuts": "on", "show_hints_again": "on"})
    user.refresh_from_db()
    assert (user.closed_hints, user.shortcuts) == ([], True)


def test_hint_closes_once_and_leads_nowhere_else(client, login):
    user = login(Role.CONSULTANT)
    for _ in range(2):
        response = client.post(
            reverse("hint-close", args=["vandaag"]), {"next": "https://elders.example/"}
        )
        assert response["Location"] == "/"
    client.post(reverse("hint-close", args=["x" * 41]))

    user.refresh_from_db()
    assert user.closed_hints == ["vandaag"]


def test_own_phone_number_is_set_and_what_is_none_is_refused(client, login):
    user = login()

    refused = client.post(reverse("preferences"), {"phone": "bel mij"})
    assertContains(refused, "Typ een telefoonnummer")
    assertContains(refused, 'value="bel mij"')

    client.post(reverse("preferences"), {"phone": "043 000 01 02"})

    user.refresh_from_db()
    assert user.phone == "043 000 01 02"


def test_own_preferences_are_nobody_elses_history(client, login):
    user = login(Role.CONSULTANT)
    versions = apps.get_model("pilot", "UserEvent").objects.filter(pgh_obj=user)
    before = versions.count()

    client.post(reverse("hint-close", args=["vandaag"]))
    client.post(reverse("preferences"), {})

    user.refresh_from_db()
    assert (user.shortcuts, user.closed_hints) == (False, ["vandaag"])
    assert versions.count() == before


def test_shortcuts_are_in_the_page_only_for_who_wants_them(client, login):
    user = login(Role.CONSULTANT)
    assertContains(client.get(reverse("preferences")), "<body data-shortcuts>")

    user.shortcuts = False
    user.save()

    response = client.get(reverse("preferences"))
    assertContains(response, "<body>")
    assertNotContains(response, "aria-keyshortcuts")
