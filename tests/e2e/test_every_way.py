"""What everybody must be able to do: with a mouse, with the keyboard alone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import PILOT
from tests.e2e.conftest import EVERY_WAY

# One process runs them all, so that there is one demo.
pytestmark = [
    pytest.mark.xdist_group("demo"),
    pytest.mark.drill,
    pytest.mark.parametrize("visitor", EVERY_WAY.values(), ids=EVERY_WAY, indirect=True),
]


def test_consultant_logs_one_step_for_a_group(visitor):
    page = visitor.page
    visitor.enter("consulent2")
    visitor.follow(page.get_by_role("link", name="Stap vastleggen").first)
    visitor.follow(page.get_by_role("link", name="Stap voor een groep"))
    visitor.select(page.get_by_label("Wat is er gedaan?"), "K!X Works")
    visitor.fill(page.locator("#id_minutes"), "120")
    for place in range(12):
        visitor.tick(page.locator('tbody input[name="nummer"]').nth(place))
        if place == 3:
            visitor.select(page.locator("tbody select").nth(3), "niet verschenen")
    visitor.follow(page.get_by_role("button", name="Vastleggen voor iedereen").last)

    expect(page.locator(".messages")).to_contain_text("Vastgelegd voor 12 personen")
    expect(page.locator(".messages")).to_contain_text("(11 aanwezig, 1 niet verschenen)")


def test_leader_transfers_somebody(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/toewijzen/?consulent=consulent2&regels=25")
    boxes = page.locator('tbody input[name="nummer"]')
    number = boxes.first.get_attribute("value")
    consultant = page.locator("#id_consultant")
    full_name = consultant.locator('option[value="consulent1"]').inner_text()
    visitor.select(consultant, full_name.strip())
    reason = page.get_by_label("Reden van de overdracht")
    visitor.select(reason, "verdeling van de caseload")
    visitor.tick(boxes.first)
    visitor.follow(page.locator('button[type="submit"][form="bulk"]').last)

    expect(page.locator(".messages")).to_contain_text("1 persoon overgedragen aan")
    page.context.clear_cookies()
    visitor.enter("consulent2")
    assert visitor.go(f"{PILOT}/deelnemers/{number}/").status == 404
    page.context.clear_cookies()
    visitor.enter("consulent1")
    visitor.go(f"{PILOT}/deelnemers/{number}/")
    expect(page.locator("#happened")).to_contain_text("verdeling van de caseload")


def test_leader_draws_and_exchanges_one(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/kandidaten/lotingen/")
    visitor.follow(page.get_by_role("link", name="Nieuwe loting"))
    visitor.fill(page.get_by_label("Hoeveel mensen?"), "20")
    visitor.fill(page.get_by_label("Startgetal"), "2017")
    visitor.follow(page.get_by_role("button", name="Loten"))
    expect(page.locator("main")).to_contain_text("20 personen uit een pool van")

    visitor.follow(page.get_by_role("link", name="Personen"))
    out = page.locator("tbody th").first.inner_text()
    visitor.follow(page.get_by_role("link", name="Ruilen").first)
    instead = page.get_by_label("Wie komt erin?").locator("option").last.inner_text().strip()
    visitor.select(page.get_by_label("Wie komt erin?"), instead)
    visitor.fill(page.get_by_label("Reden"), "Verhuist in februari.")
    visitor.follow(page.get_by_role("button", name="Ruilen"))
    expect(page.locator(".messages")).to_contain_text(re.compile(f"{re.escape(out)} eruit"))


def test_recruiter_matches_proposes_and_places_somebody(visitor):
    page = visitor.page
    visitor.enter("recruiter")
    visitor.go(f"{PILOT}/vacatures/")
    visitor.follow(page.get_by_role("link", name="Hulp in de kwekerij"))
    # Who was not placed or proposed elsewhere, and fits best.
    best = page.locator(".matches > li:not(:has(.remarks))").first
    expect(best.locator(".reasons li").first).to_contain_text("beroep")
    name = best.locator(".person").inner_text()
    number = best.locator(".why").first.inner_text()
    visitor.follow(best.get_by_role("link", name="Voorstellen"))
    visitor.follow(page.get_by_role("button", name="Voorstellen"))
    proposed = page.locator(".people li").filter(has=page.get_by_text(number, exact=True))
    expect(proposed).to_contain_text("in behandeling")

    visitor.follow(proposed.get_by_role("link", name="Antwoord"))
    visitor.choose(page.get_by_label("aangenomen"))
    visitor.follow(page.get_by_role("button", name="Antwoord vastleggen"))
    visitor.follow(page.locator(".messages").get_by_role("link", name="Leg de plaatsing vast"))
    expect(page.get_by_label("Werkgever")).to_have_value("Kwekerij Terhegge-Groen")
    visitor.select(page.get_by_label("Soort"), "Proefplaatsing")
    visitor.fill(page.get_by_label("Uren per week"), "20")
    visitor.follow(page.get_by_role("button", name="Plaatsing opslaan"))
    expect(page.locator(".messages")).to_contain_text("Vastgelegd:")
    expect(page.locator("h1")).to_contain_text(name)
    expect(page.locator("#engagements")).to_contain_text("Kwekerij Terhegge-Groen")
