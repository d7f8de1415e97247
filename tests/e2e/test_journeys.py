"""What each role does on a working day, in a real browser, on the demo."""

import hashlib
import io
import re
import time

import pikepdf
import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from tests.browser import PILOT

# One process runs them all, so that there is one demo.
pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.drill]

SECOND = "/kansrijke-asielzoekers-2024"


def number_of(page) -> int:
    """The count above a list."""
    return int(re.match(r"\d+", page.locator("#count").inner_text()).group())


def test_consultant_logs_a_step_and_moves_the_participant_on(visitor):
    page = visitor.page
    visitor.enter("consulent1")
    visitor.follow(page.get_by_role("link", name="Mijn caseload"))
    expect(page.locator("h1")).to_have_text("Mijn caseload")
    assert number_of(page) <= 50
    visitor.look("consulent-caseload")
    page.locator("#id_fase").select_option("diagnosis")
    expect(page.locator(".chips")).to_contain_text("Fase: Diagnose")
    expect(page).to_have_url(re.compile("fase=diagnosis"))
    expect(page.locator("#announcer")).to_have_text(page.locator("#count").inner_text())
    # Back to the list without the filter and forward again; the browser keeps nobody's name.
    page.go_back()
    expect(page.locator(".chips")).not_to_contain_text("Fase: Diagnose")
    page.go_forward()
    expect(page.locator(".chips")).to_contain_text("Fase: Diagnose")
    kept = page.evaluate("Object.values({...localStorage, ...sessionStorage})")
    assert [text for text in kept if not text.startswith(f"{PILOT}/deelnemers/?fase=")] == []
    visitor.follow(page.locator("tbody th a").first)
    visitor.look("consulent-deelnemer")

    visitor.follow(page.locator("main").get_by_role("link", name="Stap vastleggen"))
    visitor.look("consulent-stap")
    page.get_by_label("Wat is er gedaan?").select_option(label="Taaltoets")
    page.get_by_label("Hoe?").select_option(label="gesprek")
    page.locator("#id_minutes").fill("45")
    page.get_by_label("Notitie").fill("Niveau A2 gehaald.")
    page.get_by_label("Volgende stap").select_option(label="Diagnosegesprek")
    page.get_by_label("Gepland op").fill("24-1-2017")
    page.get_by_role("button", name="Stap vastleggen").click()
    expect(page.locator("#announcer")).to_contain_text(
        "Vastgelegd: Taaltoets op 15-01-2017. Gepland: Diagnosegesprek op 24-01-2017."
    )
    expect(page.locator(".timeline li").first).to_contain_text("Niveau A2 gehaald.")

    visitor.follow(page.get_by_role("link", name="Conclusie vastleggen"))
    page.get_by_label("Plaatsing/bemiddeling").check()
    if page.get_by_label("nog niet compleet").count():
        page.get_by_label("nog niet compleet").check()
    visitor.look("consulent-diagnose")
    visitor.follow(page.get_by_role("button", name="Conclusie vastleggen"))
    visitor.follow(page.get_by_role("link", name="Fase wijzigen", exact=True))
    page.get_by_label("Nieuwe fase").select_option(label="Vraagverheldering")
    page.get_by_role("button", name="Fase wijzigen").click()
    expect(page.locator("#fouten")).to_be_focused()
    expect(page.locator("#fouten")).to_contain_text("kan een deelnemer niet rechtstreeks naar")
    visitor.look("consulent-fase-geweigerd")
    page.get_by_label("Nieuwe fase").select_option(label="Plaatsing/bemiddeling")
    page.get_by_role("button", name="Fase wijzigen").click()
    expect(page.locator(".phase-bar [aria-current]")).to_have_text("Plaatsing/bemiddeling")

    visitor.follow(page.get_by_role("link", name="Wijzigingen", exact=True))
    newest = page.locator(".timeline > li").first
    expect(newest).to_contain_text("Faseovergang toegevoegd")
    expect(newest).to_contain_text("Naar: Plaatsing/bemiddeling")
    expect(page.locator("main")).to_contain_text("Geselecteerd op: van leeg naar")
    visitor.look("consulent-geschiedenis")
    visitor.follow(page.get_by_role("link", name="Overzicht"))

    visitor.follow(page.get_by_role("link", name="Uitstroom vastleggen"))
    page.get_by_label("Soort uitstroom").select_option("paid_full")
    page.get_by_role("button", name="Uitstroom vastleggen").click()
    expect(page.locator("#fouten")).to_contain_text("Vul bij werk de uren per week in.")
    visitor.look("consulent-uitstroom")
    page.get_by_label("Uren per week").fill("36")
    page.get_by_role("button", name="Uitstroom vastleggen").click()
    expect(page.locator(".messages")).to_contain_text("Het traject is afgesloten.")


PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_consultant_records_an_outcome_with_its_paper_and_gets_it_back(visitor):
    page = visitor.page
    visitor.enter("consulent2")
    visitor.go(f"{PILOT}/deelnemers/?fase=placement&sorteer=-naam")
    visitor.follow(page.locator("tbody th a").first)
    visitor.follow(page.get_by_role("link", name="Plaatsing toevoegen"))
    page.get_by_label("Soort").select_option("regular")
    page.get_by_label("Werkgever").fill("Kaasboerderij De Proef")
    page.get_by_label("Uren per week").fill("36")
    visitor.look("consulent-plaatsing")
    visitor.follow(page.get_by_role("button", name="Plaatsing opslaan"))
    visitor.look("consulent-deelnemer-plaatsing")

    visitor.follow(page.locator(".messages").get_by_role("link", name="Is dit de uitstroom?"))
    expect(page.get_by_label("Soort uitstroom")).to_have_value("paid_full")
    expect(page.get_by_label("Uren per week")).to_have_value("36")
    paper = {"name": "contract.pdf", "mimeType": "application/pdf", "buffer": PAPER}
    page.locator('input[type="file"]').set_input_files(paper | {"buffer": b"<html>"})
    page.get_by_label("Wat is het?").select_option("contract")
    visitor.follow(page.get_by_role("button", name="Uitstroom vastleggen"))
    expect(page.locator("#fouten")).to_contain_text("van binnen iets anders dan zijn naam zegt")
    page.locator('input[type="file"]').set_input_files(paper)
    page.get_by_label("Wat hielp deze deelnemer?").fill("De proefplaatsing")
    visitor.look("consulent-uitstroom-met-bewijs")
    visitor.follow(page.get_by_role("button", name="Uitstroom vastleggen"))
    expect(page.locator(".messages")).to_contain_text("Het traject is afgesloten.")

    visitor.follow(page.get_by_role("link", name="Betaald werk, volledig", exact=True))
    expect(page.locator("main")).to_contain_text("De proefplaatsing")
    visitor.look("consulent-afsluiting")
    with page.expect_download() as download:
        page.get_by_role("link", name="Downloaden").click()
    assert download.value.suggested_filename == "contract.pdf"
    assert download.value.path().read_bytes() == PAPER


def test_consultant_begins_with_what_today_asks_for(visitor):
    page = visitor.page
    visitor.enter("consulent3")
    # In two pilots, so which one?
    visitor.go("/?kies")
    visitor.follow(page.locator("main").get_by_role("link", name="Pilot re-integratie"))
    expect(page.locator("h1")).to_have_text("Vandaag")
    visitor.look("consulent-vandaag")
    count = page.locator("#te-laat .count-link")
    before = int(re.match(r"\d+", count.inner_text()).group())
    visitor.follow(count)
    assert number_of(page) == before

    # From there a step is one click away, with the appointment filled in.
    page.go_back()
    visitor.follow(page.locator(".today-te-laat").get_by_role("link", name="Vastleggen").first)
    page.get_by_label("Hoe?").select_option(label="gesprek")
    page.get_by_role("button", name="Stap vastleggen").click()
    expect(page.locator(".messages")).to_contain_text("Vastgelegd:")
    visitor.follow(page.get_by_role("link", name="Vandaag", exact=True))
    expect(page.locator("#te-laat .count-link")).to_contain_text(str(before - 1))

    # The explanation goes, and comes back when asked for.
    visitor.follow(page.get_by_role("button", name="Uitleg sluiten"))
    expect(page.locator(".messages")).to_contain_text("De uitleg is gesloten.")
    expect(page.locator(".hint")).to_have_count(0)
    visitor.follow(page.get_by_role("link", name="Weer tonen kan bij Voorkeuren"))
    page.get_by_label("Toon alle uitleg opnieuw").check()
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".messages")).to_contain_text("Uw voorkeuren zijn opgeslagen.")
    visitor.follow(page.get_by_role("link", name="Vandaag", exact=True))
    expect(page.locator(".hint")).to_have_count(1)


def test_consultant_marks_a_late_action_done_by_keyboard(visitor):
    page = visitor.page
    visitor.enter("consulent1")
    visitor.follow(page.get_by_role("link", name="Vandaag", exact=True))
    page.get_by_role("link", name="Naar de actie").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    visitor.look("consulent-plan")
    buttons = page.locator("#open").get_by_role("button", name="Gedaan")
    before = buttons.count()
    page.locator(".skip-link").focus()
    while not buttons.first.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")

    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page.locator(".messages")).to_contain_text("Gedaan:")
    expect(buttons).to_have_count(before - 1)
    page.locator("#happened").get_by_label("Wat", exact=True).select_option(label="plan")
    visitor.follow(page.locator("#happened").get_by_role("button", name="Filteren"))
    expect(page.locator("#happened .timeline li").first).to_contain_text("Actie gedaan")


def test_group_stays_ticked_while_one_filters_sorts_and_mends(visitor):
    page = visitor.page
    visitor.enter("consulent2")
    visitor.go(f"{PILOT}/stap/groep/?sorteer=naam")
    page.get_by_label("Wat is er gedaan?").select_option(label="K!X Works")
    page.get_by_label("Notitie").fill("Rondleiding.")
    boxes = page.locator('tbody input[name="nummer"]')
    for place in range(2):
        boxes.nth(place).check()
    page.locator("tbody select").nth(1).select_option(label="te laat")
    page.locator("#id_fase").select_option("entrepreneurship")
    expect(page.locator(".chips")).to_contain_text("Fase: Ondernemerschap")
    boxes.first.check()
    page.get_by_role("link", name="Gepland op").click()
    expect(page).to_have_url(re.compile("sorteer=gepland"))
    expect(page.locator("[data-ticked]")).to_contain_text("3 aangevinkt")
    page.locator("#id_on").fill("1-1-2018")
    visitor.follow(page.get_by_role("button", name="Vastleggen voor iedereen").first)
    expect(page.locator("#fouten")).to_contain_text("Deze dag is nog niet geweest")
    expect(page.get_by_label("Notitie")).to_have_value("Rondleiding.")
    page.locator("#id_on").fill("12-1-2017")
    visitor.follow(page.get_by_role("button", name="Vastleggen voor iedereen").first)
    expect(page.locator(".messages")).to_contain_text("Vastgelegd voor 3 personen")
    expect(page.locator(".messages")).to_contain_text("1 te laat")


def test_search_pilots_and_help_are_a_key_or_a_click_away(visitor):
    page = visitor.page
    visitor.enter("consulent3")
    visitor.go(f"{PILOT}/vandaag/")
    page.keyboard.press("/")
    expect(page.locator("#zoek")).to_be_focused()
    # In the field it is a letter like any other.
    page.keyboard.type("a/")
    expect(page.locator("#zoek")).to_have_value("a/")
    page.keyboard.press("Backspace")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("gevonden")
    assert page.url == f"{visitor.address}{PILOT}/zoeken/"
    visitor.look("consulent-zoeken")
    name = page.locator(".people .person").first.inner_text()
    visitor.follow(page.locator(".people .person").first)
    expect(page.locator("h1")).to_have_text(name)
    visitor.follow(page.get_by_role("link", name="Stap vastleggen"))
    expect(page.locator("main")).to_contain_text(name)

    page.locator("h1").click()
    with page.expect_navigation():
        page.keyboard.press("?")
    expect(page.locator("h1")).to_have_text("Een stap vastleggen")
    visitor.look("hulp")
    visitor.follow(page.get_by_role("link", name="Zoeken en alle onderwerpen"))
    page.get_by_label("Zoek in de handleiding").fill("caseload")
    visitor.follow(page.locator("main").get_by_role("button", name="Zoeken"))
    expect(page.locator(".help-found")).to_contain_text("Vandaag")
    visitor.look("hulp-zoeken")
    # The menu of the pilot stays, and the other pilot is one click away.
    visitor.follow(page.get_by_role("link", name="Kansrijke asielzoekers 2024"))
    expect(page.locator(".pilot-today")).to_contain_text("16 september 2024")

    visitor.go("/voorkeuren/")
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    visitor.follow(page.get_by_role("button", name="Opslaan"))
    page.keyboard.press("/")
    expect(page.locator("#zoek")).not_to_be_focused()
    page.get_by_label("Sneltoetsen gebruiken").check()
    visitor.follow(page.get_by_role("button", name="Opslaan"))


def test_step_is_logged_within_three_clicks_and_fifteen_seconds_of_logging_in(visitor):
    page = visitor.page
    visitor.enter("consulent2")
    started = time.monotonic()

    visitor.follow(page.locator(".today-te-laat").get_by_role("link", name="Vastleggen").first)
    page.get_by_role("button", name="45 minuten").click()
    visitor.follow(page.get_by_role("button", name="Stap vastleggen"))

    expect(page.locator(".messages")).to_contain_text("Vastgelegd:")
    expect(page.locator("#happened .timeline li").first).to_contain_text("45 minuten")
    assert time.monotonic() - started < 15


def test_what_is_typed_survives_a_browser_that_is_gone(visitor, chromium, demo):
    page = visitor.page
    visitor.enter("consulent2")
    visitor.go(f"{PILOT}/deelnemers/?signaal=komende-week")
    visitor.follow(page.locator("tbody th a").first)
    address = page.url.removeprefix(demo)
    visitor.follow(page.locator("main").get_by_role("link", name="Stap vastleggen"))
    page.get_by_label("Notitie").fill("Halverwege een zin")
    expect(page.locator("#autosave")).to_contain_text("Bewaard als concept om")
    visitor.look("consulent-concept")
    page.close()

    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    again = type(visitor)(context.new_page(), demo)
    again.enter("consulent2")
    expect(again.page.locator("#concepten")).to_contain_text("Begonnen, nog niet vastgelegd")
    again.go(f"{address}stap/")
    expect(again.page.get_by_label("Notitie")).to_have_value("Halverwege een zin")
    again.follow(again.page.get_by_role("button", name="Concept weggooien"))
    expect(again.page.get_by_label("Notitie")).to_have_value("")
    context.close()
    assert again.complaints == []


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
def test_consultant_logs_a_step_without_javascript(visitor):
    page = visitor.page
    visitor.enter("consulent2")
    visitor.follow(page.get_by_role("link", name="Mijn caseload"))
    page.locator("#id_fase").select_option("placement")
    page.get_by_role("button", name="Filteren").click()
    visitor.follow(page.locator("tbody th a").first)
    visitor.follow(page.locator("main").get_by_role("link", name="Stap vastleggen"))
    page.locator("#id_minutes").fill("drie kwartier")
    page.get_by_role("button", name="Stap vastleggen").click()
    expect(page.locator("#fouten")).to_contain_text("Typ een heel aantal minuten")
    expect(page.locator("#id_minutes")).to_have_value("drie kwartier")
    page.get_by_label("Wat is er gedaan?").select_option(label="Bedrijfsbezoek")
    page.get_by_label("Hoe?").select_option(label="bedrijfsbezoek")
    page.locator("#id_minutes").fill("90")
    page.get_by_role("button", name="Stap vastleggen").click()

    expect(page.locator(".messages")).to_contain_text("Vastgelegd: Bedrijfsbezoek op 15-01-2017.")


def test_consultant_logs_a_step_with_the_keyboard_alone(visitor):
    page = visitor.page
    visitor.enter("consulent3")
    visitor.go(f"{PILOT}/deelnemers/")
    page.locator("tbody th a").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "Stap vastleggen")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "Wat is er gedaan?")
    # The last: what others did today with a group stands on top, and is asked about a second time.
    page.keyboard.press("End")
    tab_to(page, "Hoe?")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Minuten")
    page.keyboard.type("30")
    page.keyboard.press("Enter")

    expect(page.locator(".messages")).to_contain_text("Vastgelegd:")


def tab_to(page, name):
    """Press Tab until the thing with this name has the focus, and see that the focus shows."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
                const element = document.activeElement;
                const label = element.labels?.[0]?.textContent ?? element.textContent;
                const style = getComputedStyle(element);
                return [label.trim(), style.outlineStyle, parseFloat(style.outlineWidth)];
            }"""
        )
        assert focused[1] == "solid", f"No focus to be seen on {focused[0]!r}"
        assert focused[2] >= 2
        if focused[0].removesuffix("*") == name:
            return
    pytest.fail(f"{name} cannot be reached with Tab")


def candidate_list() -> bytes:
    """A list of which one row is good, one is known, and one is wrong in two fields."""
    book = Workbook()
    sheet = book.active
    sheet.append(
        ["Clientnummer", "Voornaam", "Achternaam", "Geboortedatum", "Toegewezen op", "Geloof"]
    )
    sheet.append(["E2E-1", "Nieuwe", "Kandidaat", "1-2-1990", "3-4-2015", "geheim"])
    sheet.append(["1600001", "Al", "Bekend", "1-2-1990", "3-4-2015", ""])
    sheet.append(["E2E-2", "", "Zonder Voornaam", "31-2-1990", "3-4-2015", ""])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_leader_imports_selects_and_assigns(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/")
    visitor.follow(page.get_by_role("link", name="Import"))
    visitor.look("projectleider-imports")
    visitor.follow(page.get_by_role("link", name="Lijst inlezen"))
    visitor.look("projectleider-inlezen")
    page.locator('input[type="file"]').set_input_files(
        {
            "name": "kandidaten.xlsx",
            "mimeType": "application/vnd.ms-excel",
            "buffer": candidate_list(),
        }
    )
    page.locator('main form button[type="submit"]').click()
    # One column is not known: it is not used.
    expect(page.locator("h1")).to_have_text("Wat staat er in elke kolom?")
    visitor.follow(page.get_by_role("button", name="Voorbeeld bekijken"))
    expect(page.locator("tbody tr")).to_have_count(3)
    expect(page.locator("tbody tr").first).to_contain_text("geweigerd")
    expect(page.locator("main")).to_contain_text("Geloof")
    assert "geheim" not in page.content()
    visitor.look("projectleider-voorbeeld")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download geweigerde regels").click()
    rows = list(load_workbook(io.BytesIO(download.value.path().read_bytes())).active.values)
    # The row of their own list, and what stood in it.
    assert rows[1][:2] == (4, "E2E-2")
    assert rows[1][-1].startswith("voornaam: niet ingevuld; geboortedatum")
    page.get_by_role("button", name="1 kandidaat toevoegen").click()
    expect(page.locator(".messages")).to_contain_text(
        "1 kandidaat toegevoegd, 1 was al bekend, 1 geweigerd."
    )

    visitor.follow(page.get_by_role("link", name="Naar de kandidaten"))
    visitor.look("projectleider-kandidaten")
    before = number_of(page)
    page.get_by_label("Nieuwe Kandidaat aanvinken").check()
    page.locator("#id_consultant").select_option("consulent3")
    page.get_by_role("button", name="Selecteren voor de pilot").last.click()
    # The pilot is full: it says so first.
    expect(page.locator("#fouten")).to_contain_text("De pilot heeft dan 151 deelnemers")
    page.get_by_role("button", name="Selecteren voor de pilot").last.click()
    expect(page.locator(".messages")).to_contain_text(
        "1 persoon geselecteerd en toegewezen aan Yasmina"
    )
    assert number_of(page) == before - 1
    visitor.go(f"{PILOT}/toewijzen/")
    visitor.look("projectleider-toewijzen")
    visitor.go(f"{PILOT}/deelnemers/1/")
    visitor.follow(page.get_by_role("link", name="Inzage"))
    expect(page.locator("tbody tr").first).to_contain_text("pagina van de deelnemer")
    visitor.look("projectleider-inzage")


@pytest.mark.parametrize("visitor", [{"java_script_enabled": False}], indirect=True)
def test_leader_draws_exchanges_one_and_carries_it_out_without_javascript(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{SECOND}/kandidaten/")
    visitor.follow(page.get_by_role("link", name="Loten"))
    expect(page.locator("main")).to_contain_text("Er is nog niet geloot.")
    visitor.follow(page.get_by_role("link", name="Nieuwe loting"))
    page.get_by_label("Hoeveel mensen?").fill("5")
    page.get_by_label("Startgetal").fill("2024")
    page.get_by_label("Leeftijd").uncheck()
    visitor.follow(page.get_by_role("button", name="Loten"))
    expect(page.locator("#fouten")).to_contain_text("Er zijn maar 4 kandidaten")
    page.get_by_label("Hoeveel mensen?").fill("2")
    visitor.follow(page.get_by_role("button", name="Loten"))
    expect(page.locator("main")).to_contain_text("2 personen uit een pool van 4")

    visitor.follow(page.get_by_role("link", name="Personen"))
    assert number_of(page) == 2
    out = page.locator("tbody th").first.inner_text()
    visitor.follow(page.get_by_role("link", name="Ruilen").first)
    expect(page.locator("main")).to_contain_text(f"Eruit gaat: {out}")
    others = page.get_by_label("Wie komt erin?").locator("option")
    page.get_by_label("Wie komt erin?").select_option(index=others.count() - 1)
    visitor.follow(page.get_by_role("button", name="Ruilen"))
    expect(page.locator("#fouten")).to_contain_text("Reden")
    page.get_by_label("Reden").fill("Begint in oktober aan een studie.")
    visitor.follow(page.get_by_role("button", name="Ruilen"))
    expect(page.locator(".messages")).to_contain_text(f"Loting 1 gewijzigd: {out} eruit")

    visitor.follow(page.get_by_role("link", name="Nagaan"))
    expect(page.locator("main")).to_contain_text("Zelfde uitkomst.")
    visitor.follow(page.get_by_role("link", name="Uitkomst"))
    visitor.follow(page.get_by_role("link", name="Uitvoeren"))
    visitor.follow(page.get_by_role("button", name="Iedereen in de loting selecteren"))
    expect(page.locator(".messages")).to_contain_text("2 personen geselecteerd.")
    visitor.go(f"{SECOND}/kandidaten/")
    assert number_of(page) == 2
    expect(page.locator("tbody")).to_contain_text(out)


def strange_list(mark) -> bytes:
    """Headings that nobody has seen before; the second and the third row may be one person."""
    lines = [
        f"Zaak {mark};Doopnaam {mark};Van achteren;Geb.;Instroom;Schoenmaat;Sofi",
        f"{mark}-11;Noor;Vroegop {mark};1-2-1990;3-4-2015;38;",
        f"{mark}-12;Sami;Laatbloei {mark};5-6-1988;3-4-2015;42;",
        f"{mark}-13;Laatbloei {mark};Sami;5-6-1988;3-4-2015;42;",
        f"{mark}-14;Piet;Fout;5-6-1988;3-4-2015;42;123456789",
    ]
    return "\r\n".join(lines).encode("cp1252")


@pytest.mark.parametrize(
    ("visitor", "mark"),
    [({"java_script_enabled": True}, "Met"), ({"java_script_enabled": False}, "Zonder")],
    indirect=["visitor"],
)
def test_leader_says_what_the_columns_are_and_who_is_the_same(visitor, mark):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/import/nieuw/")
    page.locator('input[type="file"]').set_input_files(
        {"name": "vreemd.csv", "mimeType": "text/csv", "buffer": strange_list(mark)}
    )
    visitor.follow(page.locator('main form button[type="submit"]'))
    expect(page.locator(".callout-warning")).to_contain_text("Nog geen kolom voor:")
    page.get_by_label("Zaak").select_option("client_number")
    page.get_by_label("Doopnaam").select_option("client_number")
    visitor.follow(page.get_by_role("button", name="Voorbeeld bekijken"))
    expect(page.locator("#fouten")).to_contain_text(f"‘Zaak {mark}’ is ook al clientnummer")
    page.get_by_label("Doopnaam").select_option("first_name")
    page.get_by_label("Van achteren").select_option("last_name")
    page.get_by_label("Geb.").select_option("birth_date")
    page.get_by_label("Instroom").select_option("assigned_on")
    page.get_by_label("Sofi").select_option("bsn")
    if mark == "Met":
        visitor.look("projectleider-kolommen")
    visitor.follow(page.get_by_role("button", name="Voorbeeld bekijken"))

    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("tbody tr").first).to_contain_text("BSN ‘…789’: is geen BSN")
    assert "123456789" not in page.content()
    visitor.follow(page.get_by_role("link", name="1 mogelijk dubbele regel beoordelen"))
    page.get_by_label("Regel 4 aanvinken").check()
    page.get_by_label("dezelfde persoon").check()
    if mark == "Met":
        visitor.look("projectleider-dubbel")
    visitor.follow(page.get_by_role("button", name="Besluit vastleggen").last)
    expect(page.locator(".messages")).to_contain_text("1 regel: dezelfde persoon.")
    visitor.follow(page.locator(".messages").get_by_role("link", name="Terug naar het voorbeeld"))
    visitor.follow(page.get_by_role("button", name="2 kandidaten toevoegen"))
    expect(page.locator(".messages")).to_contain_text(
        "2 kandidaten toegevoegd, 0 waren al bekend, 1 is dezelfde persoon als een ander, zoals"
        " besloten, 1 geweigerd."
    )


def test_leader_transfers_some_of_a_caseload_and_the_old_consultant_sees_them_no_more(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.follow(page.get_by_role("link", name="Caseload", exact=True))
    visitor.look("projectleider-caseload")
    visitor.go(f"{PILOT}/toewijzen/?consulent=consulent2")
    boxes = page.locator('tbody input[name="nummer"]')
    numbers = [boxes.nth(place).get_attribute("value") for place in range(3)]
    for place in range(3):
        boxes.nth(place).check()
    page.locator("#id_consultant").select_option("consulent1")
    visitor.follow(page.get_by_role("button", name="Toewijzen of overdragen").first)
    expect(page.locator("#fouten")).to_contain_text("Kies waarom")
    page.get_by_label("Reden van de overdracht").select_option(label="verdeling van de caseload")
    visitor.follow(page.get_by_role("button", name="Toewijzen of overdragen").first)
    expect(page.locator(".messages")).to_contain_text("3 personen overgedragen aan")

    page.context.clear_cookies()
    visitor.enter("consulent2")
    for number in numbers:
        assert visitor.go(f"{PILOT}/deelnemers/{number}/").status == 404
    page.context.clear_cookies()
    visitor.enter("consulent1")
    assert visitor.go(f"{PILOT}/deelnemers/{numbers[0]}/").status == 200
    expect(page.locator(".timeline").first).to_contain_text("Overgedragen van")
    expect(page.locator(".timeline").first).to_contain_text("verdeling van de caseload")


def test_every_number_of_the_dashboard_opens_a_list_of_that_many(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/dashboard/")
    visitor.look("projectleider-dashboard")
    for summary in page.locator("summary").all():
        summary.click()
    links = {
        link.get_attribute("href"): int(re.match(r"\d+", link.inner_text()).group())
        for link in page.locator('main a[href*="/deelnemers/?"]').all()
    }
    assert len(links) > 20

    for address, shown in links.items():
        visitor.go(address)
        assert number_of(page) == shown, address


def test_leader_sees_the_budget_and_the_second_pilot(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go("/?kies")
    expect(page.locator("h1")).to_have_text("Uw pilots")
    visitor.look("projectleider-pilots")
    visitor.go(f"{PILOT}/begroting/")
    for amount in ["€ 705.813", "€ 712.896", "€ 638.988", "€ 66.825"]:
        expect(page.get_by_text(amount).first).to_be_visible()
    visitor.look("projectleider-begroting")

    visitor.go(f"{SECOND}/deelnemers/")
    expect(page.locator(".pilot-bar")).to_contain_text("16 september 2024")
    # Two more once the journey of the draw was made.
    assert number_of(page) in (12, 14)
    visitor.go(f"{SECOND}/begroting/")
    visitor.look("projectleider-zonder-begroting")
    visitor.go(f"{SECOND}/evaluaties/")
    visitor.look("projectleider-zonder-evaluatie")


def test_leader_writes_and_finalises_an_evaluation_for_the_directie(visitor, chromium, demo):
    page = visitor.page
    visitor.enter("projectleider")
    visitor.go(f"{PILOT}/evaluaties/")
    visitor.look("projectleider-evaluaties")
    visitor.follow(page.get_by_role("link", name="4e kwartaal 2016").first)
    page.get_by_label("Voortgang").fill("In dit kwartaal is veel bereikt.\n\nNog een alinea.")
    visitor.look("projectleider-evaluatie")
    page.get_by_role("button", name="Opslaan en PDF maken").click()
    expect(page.get_by_role("link", name="Bekijk het concept")).to_be_visible(timeout=60_000)
    draft = page.request.get(f"{demo}{PILOT}/evaluaties/2016-4/concept.pdf").body()
    with pikepdf.open(io.BytesIO(draft)) as pdf:
        assert pdf.Root.Lang == "nl"
        assert "4e kwartaal 2016" in str(pdf.docinfo["/Title"])

    visitor.follow(page.get_by_role("link", name="Stel de evaluatie vast"))
    visitor.look("projectleider-vaststellen")
    page.get_by_role("button", name="Vaststellen").click()
    expect(page.get_by_role("link", name="Download de PDF")).to_be_visible(timeout=60_000)
    visitor.look("projectleider-vastgesteld")

    page.context.clear_cookies()
    visitor.enter("directie")
    expect(page.locator("tbody tr")).to_have_count(2)
    visitor.look("directie-evaluaties")
    address = f"{demo}{PILOT}/evaluaties/2016-4/evaluatie.pdf"
    first, second = (page.request.get(address).body() for _ in range(2))
    assert first.startswith(b"%PDF-")
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_directie_never_sees_a_person(visitor):
    page = visitor.page
    visitor.enter("directie")
    expect(page.locator("h1")).to_have_text("Kwartaalevaluaties")
    assert page.locator(".site-menu a").all_inner_texts() == ["Evaluaties", "Begroting"]
    with page.expect_download() as download:
        page.get_by_role("link", name="Download 3e kwartaal 2016").click()
    assert download.value.suggested_filename.endswith(".pdf")

    for path in ["deelnemers/", "deelnemers/1/", "kandidaten/", "dashboard/", "import/"]:
        assert visitor.go(f"{PILOT}/{path}").status == 403
    visitor.look("directie-geen-toegang")


def test_recruiter_sees_who_is_being_mediated(visitor):
    page = visitor.page
    visitor.enter("recruiter")
    expect(page.locator("h1")).to_have_text("Vandaag")
    visitor.look("recruiter-vandaag")
    visitor.follow(page.get_by_role("link", name="Bemiddeling", exact=True))
    assert number_of(page) > 10
    expect(page.locator("thead")).to_contain_text("Doel")
    purposes = set(page.locator("tbody td:nth-child(3)").all_inner_texts())
    assert {"betaald werk", "proefplaatsing"} <= purposes
    expect(page.locator("h1")).to_have_text("Bemiddeling")
    visitor.look("recruiter-deelnemers")
    visitor.follow(page.locator("tbody th a").first)
    expect(page.locator("main")).not_to_contain_text("Clientnummer")
    visitor.look("recruiter-deelnemer")


def test_recruiter_proposes_who_fits_a_vacancy_and_records_the_answer(visitor):
    page = visitor.page
    visitor.enter("recruiter")
    visitor.follow(page.get_by_role("link", name="Vacatures", exact=True))
    visitor.look("recruiter-vacatures")
    visitor.follow(page.get_by_role("link", name="Orderpicker"))
    best = page.locator(".matches > li").first
    expect(best).to_contain_text("beroep orderpicker")
    expect(best).to_contain_text("van 10")
    visitor.look("recruiter-vacature")

    name = best.locator(".person").inner_text()
    visitor.follow(best.get_by_role("link", name="Voorstellen"))
    visitor.look("recruiter-voorstellen")
    visitor.follow(page.get_by_role("button", name="Voorstellen"))
    expect(page.locator(".messages")).to_contain_text(f"{name} is voorgesteld voor Orderpicker.")
    row = page.locator(".people li", has_text=name)
    expect(row).to_contain_text("in behandeling")

    visitor.follow(row.get_by_role("link", name="Antwoord"))
    page.get_by_label("afgewezen").check()
    page.get_by_role("button", name="Antwoord vastleggen").click()
    expect(page.locator("#fouten")).to_contain_text("Kies de reden van de afwijzing.")
    visitor.look("recruiter-antwoord")
    page.get_by_label("aangenomen").check()
    visitor.follow(page.get_by_role("button", name="Antwoord vastleggen"))
    expect(page.locator(".messages")).to_contain_text("De plaatsing zelf moet nog")
    expect(page.locator(".people li", has_text=name)).to_contain_text("aangenomen")


def test_administrator_gives_a_new_colleague_a_role(visitor):
    page = visitor.page
    visitor.enter("beheerder")
    visitor.go("/beheer/gebruikers/")
    visitor.look("beheerder-gebruikers")
    visitor.follow(page.get_by_role("link", name="Gebruiker toevoegen"))
    page.get_by_label("Gebruikersnaam").fill("consulent4")
    page.get_by_label("Voornaam").fill("Vierde")
    page.get_by_label("Achternaam").fill("Collega")
    page.get_by_label("Rol in Pilot re-integratie vergunninghouders").select_option("consultant")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator("#fouten")).to_contain_text("Wachtwoord")
    visitor.look("beheerder-gebruiker-fout")
    page.get_by_label("Wachtwoord").fill("een-lang-wachtwoord-2016")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".messages")).to_contain_text("Vierde Collega is opgeslagen.")
    visitor.go("/beheer/pilots/")
    visitor.look("beheerder-pilots")


def test_login_page_and_missing_page(visitor):
    page = visitor.page
    visitor.go("/inloggen/")
    assert page.locator(".demo-accounts button").count() == 7
    visitor.look("inloggen")
    visitor.enter("consulent1")
    assert visitor.go("/bestaat-niet/").status == 404
    visitor.look("niet-gevonden")


def test_other_pages_after_logging_out_are_closed(visitor):
    page = visitor.page
    visitor.enter("consulent1")
    visitor.go(f"{PILOT}/deelnemers/")
    page.get_by_role("button", name="Uitloggen").click()
    with page.expect_navigation():
        page.evaluate("history.back()")

    expect(page.locator("h1")).to_have_text("Inloggen")
