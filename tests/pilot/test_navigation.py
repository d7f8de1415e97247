import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.trajectory import Phase
from pilot.checks import routed_views
from pilot.models import RESERVED_SLUGS
from pilot.navigation import PILOTS_BESIDE_EACH_OTHER
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory


def menu_of(response) -> list[str]:
    return [item.label for item in response.context["menu"]]


@pytest.mark.parametrize(
    ("role", "menu"),
    [
        (Role.CONSULTANT, ["Vandaag", "Mijn caseload", "Vacatures"]),
        (Role.RECRUITER, ["Vandaag", "Bemiddeling", "Werkgevers", "Vacatures", "Voorstellen"]),
        (
            Role.PROJECT_LEADER,
            [
                *("Dashboard", "Deelnemers", "Caseload", "Kandidaten", "Import", "Vacatures"),
                *("Evaluaties", "Begroting", "Inrichting"),
            ],
        ),
        (Role.MANAGEMENT, ["Evaluaties", "Begroting"]),
        (Role.ADMINISTRATOR, ["Gebruikers", "Pilots", "Stijlgids"]),
    ],
)
def test_each_role_has_its_own_menu_and_begins_with_the_first_of_it(
    client, login, pilot, role, menu
):
    login(role)

    response = client.get(reverse("pilot-home", args=[pilot.slug]), follow=True)

    assert menu_of(response) == menu
    assert [item.label for item in response.context["menu"] if item.active] == menu[:1]


def test_menu_of_the_last_pilot_stays_outside_the_pilots(client, login, pilot):
    user = login(Role.CONSULTANT)
    other = MembershipFactory(user=user, role=Role.PROJECT_LEADER).pilot
    client.get(reverse("reports:dashboard", args=[other.slug]))

    response = client.get(reverse("help"))

    assert response.context["current_pilot"] == other
    assert menu_of(response)[0] == "Dashboard"


def test_last_pilot_is_not_shown_to_who_left_it(client, login, pilot):
    user = login(Role.CONSULTANT)
    user.memberships.all().delete()

    response = client.get(reverse("help"))

    assert response.context["current_pilot"] is None
    assertNotContains(response, pilot.name)


def test_other_pilots_are_one_click_away(client, login, pilot):
    user = login(Role.CONSULTANT)
    other = MembershipFactory(user=user).pilot
    stranger = PilotFactory()

    response = client.get(reverse("participants:list", args=[pilot.slug]))

    assertContains(response, f'<a href="/{other.slug}/">{other}</a>', html=True)
    assertContains(response, f'<a href="/{pilot.slug}/" aria-current="true">{pilot}</a>', html=True)
    assertNotContains(response, stranger.name)


def test_many_pilots_are_a_list_of_their_own(client, login, pilot):
    user = login(Role.CONSULTANT)
    MembershipFactory.create_batch(PILOTS_BESIDE_EACH_OTHER, user=user)

    response = client.get(reverse("participants:list", args=[pilot.slug]))

    assertContains(response, '<a href="/?kies">Andere pilot</a>', html=True)
    assertContains(client.get("/?kies"), "tot en met", count=PILOTS_BESIDE_EACH_OTHER + 1)


def test_step_is_one_click_away_from_every_page_in_and_outside_the_pilot(client, login, pilot):
    user = login(Role.CONSULTANT)
    number = ParticipantFactory(pilot=pilot, consultant=user).number
    anybody = reverse("participants:step-start", args=[pilot.slug])
    this_one = reverse("participants:step-create", args=[pilot.slug, number])

    for address, expected in [
        (reverse("participants:today", args=[pilot.slug]), anybody),
        (reverse("help"), anybody),
        (reverse("preferences"), anybody),
        # The page of a participant has the button in itself, beside the name.
        (reverse("participants:detail", args=[pilot.slug, number]), this_one),
        (reverse("participants:history", args=[pilot.slug, number]), this_one),
    ]:
        page = client.get(address).content.decode()
        assert re.findall(r'href="([^"]+)">Stap vastleggen</a>', page) == [expected], address


def test_step_of_a_candidate_is_not_offered(client, login, pilot):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    response = client.get(candidate.get_absolute_url())

    assertNotContains(response, "Stap vastleggen")


@pytest.mark.parametrize("role", [Role.MANAGEMENT, Role.ADMINISTRATOR])
def test_who_may_see_nobody_has_no_search_and_no_steps(client, login, pilot, role):
    login(role)

    response = client.get(reverse("pilot-home", args=[pilot.slug]), follow=True)

    assertNotContains(response, "quick-search")
    assertNotContains(response, "step-button")


def test_breadcrumbs_lead_back_to_the_list_and_the_participant(client, login, pilot):
    user = login(Role.CONSULTANT)
    participant = ParticipantFactory(pilot=pilot, consultant=user, phase=Phase.DIAGNOSIS)
    people = reverse("participants:list", args=[pilot.slug])

    detail = client.get(participant.get_absolute_url())
    form = client.get(reverse("participants:step-create", args=[pilot.slug, participant.number]))

    assert detail.context["trail"] == [("Mijn caseload", people)]
    assert form.context["trail"] == [
        ("Mijn caseload", people),
        (str(participant), participant.get_absolute_url()),
    ]


def test_no_pilot_can_have_an_address_of_the_program_itself():
    first_parts = {
        str(pattern.pattern).split("/")[0]
        for name, pattern in routed_views()
        if ":" not in name and not str(pattern.pattern).startswith("<")
    }

    assert first_parts - {""} <= RESERVED_SLUGS
