import re
from datetime import date
from html import unescape
from io import BytesIO

import pdfplumber
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import TrajectoryRules
from participants.outcomes import OutcomeKind
from participants.trajectory import Phase
from pilot.models import Membership
from pilot.roles import Role
from reports.figures import Figures
from reports.rendering import evaluation_html, render_pdf
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, PilotFactory
from tests.reports.world import World


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def world(pilot):
    world = World(pilot)
    world.play(until=TODAY)
    return world


@pytest.fixture
def dashboard(client, pilot):
    return lambda: client.get(reverse("reports:dashboard", args=[pilot.slug]))


def links(response):
    """Address, number and what is read aloud behind it, of every number on the page."""
    found = re.findall(
        r'<a href="([^"]+)">(\d+)(?:<span class="visually-hidden">([^<]*)</span>)?</a>',
        response.content.decode(),
    )
    return [(unescape(url), int(number), label.strip()) for url, number, label in found]


def length_of(client, url):
    """How many the list at an address says it counts."""
    page = client.get(url).content.decode()
    return int(re.search(r'<p id="count">(\d+) ', page)[1])


def assert_every_number_is_its_list(client, response):
    numbers = links(response)
    assert [(url, number) for url, number, _ in numbers] == [
        (url, length_of(client, url)) for url, _, _ in numbers
    ]


def test_every_number_opens_a_list_of_exactly_that_many(client, leader, world, dashboard):
    response = dashboard()

    assert_every_number_is_its_list(client, response)


def test_every_number_in_the_tables_is_a_link(client, leader, world, dashboard):
    response = dashboard()

    page = response.content.decode()
    # Of days that are past there is no list to open.
    now = re.sub(
        r"<caption[^>]*>Uitgestroomd aan het eind van elke maand.*?</table>", "", page, flags=re.S
    )
    cells = re.findall(r'<td class="num">(.*?)</td>', now)
    # Eight phases, ten outcomes, three consultants, who waits, the sum, and six stages.
    assert len(cells) == 8 + 10 + 3 + 1 + 1 + 6
    assert [cell for cell in cells if not re.match(r'<a href="[^"]+">\d', cell)] == []
    # And with them four figures, both results at once, and the narrow count.
    assert len(links(response)) == len(cells) + 4 + 2


def test_numbers_are_what_one_counts_by_hand(client, leader, world, dashboard):
    numbers = {label or url.partition("?")[2]: number for url, number, label in links(dashboard())}

    assert numbers == {
        "deelnemers: toon de lijst": 13,
        "gediagnosticeerd: toon de lijst": 8,
        "in een traject geplaatst: toon de lijst": 6,
        "uitgestroomd: toon de lijst": 5,
        "telling=gediagnosticeerd-en-gestart": 6,
        "telling=uitgestroomd-smal": 2,
        "in Selectie": 1,
        "in Vraagverheldering": 3,
        "in Diagnose": 2,
        "in Plaatsing/bemiddeling": 2,
        "in Ontwikkeling/onderwijs": 1,
        "in Ondernemerschap": 1,
        "in Uitgestroomd": 2,
        "in Uitgevallen": 1,
        "met Betaald werk, volledig": 1,
        "met Betaald werk, partieel (naast uitkering)": 0,
        "met Gesubsidieerd werk, volledig": 0,
        "met Gesubsidieerd werk, partieel (naast uitkering)": 1,
        "met Studie met studiefinanciering (Wsf)": 1,
        "met Studie met behoud van uitkering": 1,
        "met Ondernemerschap, volledig": 0,
        "met Ondernemerschap, partieel (naast uitkering)": 1,
        "met Maatschappelijke participatie": 1,
        "met Uitval": 1,
        "ooit: Geselecteerd": 13,
        "ooit: Vraagverheldering begonnen": 12,
        "ooit: Diagnose begonnen": 8,
        "ooit: Gediagnosticeerd": 8,
        "ooit: In een traject geplaatst": 6,
        "ooit: Uitgestroomd, breed geteld": 5,
        "van Ann Voorbeeld": 4,
        "van Bert Voorbeeld": 5,
        "van Carl Voorbeeld": 0,
        "van Nog niet toegewezen": 1,
        "in begeleiding": 10,
    }


def test_figures_are_those_of_the_evaluation_on_the_same_day(
    client, leader, pilot, world, dashboard
):
    figures = Figures.of(pilot, since=pilot.starts_on, on=TODAY)

    response = dashboard()

    assert response.context["figures"] == figures
    assertContains(response, "Uitgestroomd is 3,3 % van 150 (doel 20 %) en 83,3 % van wie ooit")


def test_pdf_says_what_the_dashboard_says_on_the_same_day(
    client, leader, pilot, world, dashboard, source
):
    figures = Figures.of(pilot, since=pilot.starts_on, on=TODAY)
    pdf = render_pdf(evaluation_html(source | {"figures": figures.as_json()}))
    with pdfplumber.open(BytesIO(pdf)) as opened:
        lines = opened.pages[0].extract_text().splitlines()

    page = dashboard().content.decode()

    shown = re.findall(
        r'class="stat-value"><a[^>]*>(\d+).*?class="stat-target">van (\d+)', page, re.DOTALL
    )
    assert len(shown) == 4
    place = lines.index(" ".join(number for number, _ in shown))
    assert lines[place + 1] == " ".join(f"van {target}" for _, target in shown)


def test_every_number_is_its_list_also_by_rules_of_the_pilot_itself(
    client, leader, pilot, world, dashboard
):
    TrajectoryRules.objects.create(
        pilot=pilot,
        counts_broad=[OutcomeKind.PARTICIPATION, OutcomeKind.PAID_FULL],
        counts_narrow=[OutcomeKind.STUDY_BENEFIT],
    )

    response = dashboard()

    assert response.context["figures"].flowed_out == 2
    assert_every_number_is_its_list(client, response)


def test_every_number_is_its_list_also_for_a_consultant_who_left(
    client, leader, pilot, world, dashboard
):
    Membership.objects.filter(pilot=pilot, user=world.team["bert"]).delete()

    response = dashboard()

    assert ("van Bert Voorbeeld", 5) in [(label, number) for _, number, label in links(response)]
    assert_every_number_is_its_list(client, response)


def test_dashboard_says_how_far_the_pilot_is(client, leader, world, dashboard):
    response = dashboard()

    assertContains(
        response,
        "Maand 6 van 17: 32 % van de looptijd is voorbij. Gaat de uitstroom gelijk op met de "
        "tijd, dan waren er nu 10 mensen uitgestroomd; het zijn er 5.",
    )
    assertNotContains(response, "Er zijn nog geen deelnemers")


def test_dashboard_says_when_the_pilot_begins(client, leader, pilot, dashboard):
    pilot.demo_today = date(2016, 7, 31)
    pilot.save()

    response = dashboard()

    assertContains(response, "De pilot begint op 1 augustus 2016.")
    assertNotContains(response, "Maand 0")


def test_dashboard_of_an_empty_pilot_says_what_to_do_next(client, leader, pilot, dashboard):
    ParticipantFactory(pilot=pilot)

    response = dashboard()

    assertContains(response, "Er zijn nog geen deelnemers.")
    imports = reverse("participants:import-list", args=[pilot.slug])
    candidates = reverse("participants:candidate-list", args=[pilot.slug])
    assertContains(response, f'<a href="{imports}">een lijst met kandidaten inlezen</a>')
    assertContains(response, f'<a href="{candidates}">selecteer wie meedoet</a>')
    assert {number for _, number, _ in links(response)} == {0}
    assert_every_number_is_its_list(client, response)


@pytest.mark.parametrize(
    ("norm", "said"),
    [
        (6, "ruimte voor 1 (norm 6)"),
        (5, "ruimte voor 0 (norm 5)"),
        (4, "1 boven de norm van 4"),
    ],
)
def test_caseload_says_how_much_room_a_consultant_has(
    client, leader, pilot, world, dashboard, norm, said
):
    pilot.caseload_norm = norm
    pilot.save()

    page = dashboard().content.decode()

    rows = re.findall(
        r"<tr><th scope=\"row\">(Bert|Nog niet)[^<]*</th>.*?<td>(.*?)</td></tr>", page
    )
    assert [(name, re.sub("<[^>]+>", "", cell)) for name, cell in rows] == [
        ("Bert", said),
        ("Nog niet", "–"),
    ]


def test_charts_stand_in_the_page_and_what_is_hostile_is_escaped(client, leader, pilot, dashboard):
    hostile = "<script>alert(1)</script>"
    MembershipFactory(pilot=pilot, user__first_name=hostile, user__last_name='"&')

    response = dashboard()

    page = response.content.decode()
    assert len(re.findall("<svg ", page)) == 5
    assert hostile not in page
    assert re.findall(r"<style|\sstyle=", page) == []
    assertContains(response, "Deelnemers per fase op 15-01-2017: Selectie 0, ")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PROJECT_LEADER])
def test_dashboard_is_closed_to_other_roles(login, dashboard, role):
    login(role)

    assert dashboard().status_code == 403


def test_dashboard_is_not_there_for_a_stranger(client, stranger, login, dashboard):
    client.force_login(stranger)
    assert dashboard().status_code == 404

    login(Role.PROJECT_LEADER, of=PilotFactory())
    assert dashboard().status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_dashboard_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, dashboard, count, django_assert_num_queries
):
    consultants = MembershipFactory.create_batch(count, pilot=pilot)
    for membership in consultants:
        ParticipantFactory(pilot=pilot, consultant=membership.user, phase=Phase.DIAGNOSIS)

    with django_assert_num_queries(34):
        response = dashboard()

    assert response.context["figures"].participants == count
