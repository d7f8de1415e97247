"""Every page for every role that may see it, from the list of routes: a new page is in by itself.

What a machine can see of accessibility: each page once, at 1280 px in light; `make drill` adds
every other role that sees it, dark and 320 px.
"""

import re
from pathlib import Path

import pytest

from pilot.checks import routed_views
from tests.browser import PILOT
from tests.conftest import DRILL
from tests.pilot.test_matrix import CALLERS, EXPECTED, POSTED

pytestmark = [pytest.mark.xdist_group("demo"), pytest.mark.drill]

# No pages, but files and answers for machines.
NO_PAGES = POSTED | {
    "health",
    "health-part",
    "home",
    "pilot-home",
    "participants:evidence-download",
    "participants:own-document-download",
    "participants:import-refused",
    "participants:calendar-feed",
    "participants:appointment",
    "reports:evaluation-preview",
    "reports:person-document",
    "reports:evaluation-download",
}
ACCOUNTS = {
    "consultant": "consulent1",
    "recruiter": "recruiter",
    "project_leader": "projectleider",
    "management": "directie",
    "administrator": "beheerder",
}
# Where a page is found that is of one thing: on which page of the pilot ({number}: of somebody in
# placement), or on which page found before it, and by which link there; where there are more links,
# each is on the page of the last.
PERSON = "tbody th a"
OF_AN_OUTCOME = 'a[href*="/uitstroom/"]:not([href*="/nazorg/"])'
FOUND_ON: dict[str, tuple[str, ...]] = {
    "organisation-edit": ("inrichting/", "tbody th a"),
    "participants:step-correct": ("deelnemers/{number}/", '.timeline a[href*="/stap/"]'),
    "participants:step-withdraw": ("participants:step-correct", 'a[href$="/intrekken/"]'),
    "participants:draw-detail": ("kandidaten/lotingen/", "tbody th a"),
    "participants:draw-people": ("participants:draw-detail", ".tabs a[href$='personen/']"),
    "participants:draw-repeat": ("participants:draw-detail", ".tabs a[href$='nagaan/']"),
    "participants:draw-carry-out": ("participants:draw-detail", "a[href$='uitvoeren/']"),
    "participants:draw-discard": ("participants:draw-detail", "a[href$='wegleggen/']"),
    "participants:draw-add": ("participants:draw-people", "a[href$='toevoegen/']"),
    "participants:draw-exchange": ("participants:draw-people", "a[href*='/ruilen/']"),
    # Somebody with a plan, whom the recruiter sees as well.
    "participants:detail": ("deelnemers/?fase=placement&sorteer=nummer", "tbody th a"),
    "participants:goal-edit": ("participants:detail", ".goal .links a:nth-child(2)"),
    "participants:goal-close": ("participants:detail", ".goal .links a:nth-child(3)"),
    "participants:action-edit": ("participants:detail", '.task-link[href*="/actie/"]'),
    "participants:action-cancel": ("participants:action-edit", 'a[href$="/vervallen/"]'),
    # Somebody in the caseload of the first consultant who was given one.
    "participants:instrument-edit": ("deelnemers/14/", '.task-link[href*="/instrument/"]'),
    "participants:instrument-end": ("deelnemers/14/", 'a[href$="/einde/"]'),
    "team-edit": ("inrichting/team/", "tbody th a"),
    "participants:stand-in-end": ("caseload/waarneming/", 'tbody a[href$="/beeindigen/"]'),
    "participants:placement-edit": (
        "deelnemers/?signaal=contract-loopt-af",
        PERSON,
        'a[href*="/plaatsing/"]:not([href$="/plaatsing/"])',
    ),
    "participants:placement-withdraw": ("participants:placement-edit", 'a[href$="/intrekken/"]'),
    "participants:placement-end": ("participants:placement-edit", 'a[href$="/beeindigen/"]'),
    "participants:study-edit": (
        "deelnemers/?fase=education",
        PERSON,
        'a[href*="/studie/"]:not([href$="/studie/"])',
    ),
    "participants:study-withdraw": ("participants:study-edit", 'a[href$="/intrekken/"]'),
    "participants:study-end": ("participants:study-edit", 'a[href$="/beeindigen/"]'),
    "participants:business-edit": (
        "deelnemers/?fase=education",
        PERSON,
        'a[href*="/onderneming/"]:not([href$="/onderneming/"])',
    ),
    "participants:business-withdraw": ("participants:business-edit", 'a[href$="/intrekken/"]'),
    "participants:business-end": ("participants:business-edit", 'a[href$="/beeindigen/"]'),
    # Somebody in the caseload of the first consultant who left with the papers to prove it.
    "participants:outcome-detail": ("deelnemers/95/", OF_AN_OUTCOME),
    "participants:evidence-create": ("participants:outcome-detail", 'a[href$="/bewijs/"]'),
    "participants:evidence-remove": ("participants:outcome-detail", 'a[href$="/weghalen/"]'),
    "participants:outcome-correct": ("participants:outcome-detail", 'a[href$="/corrigeren/"]'),
    "participants:outcome-withdraw": ("participants:outcome-correct", 'a[href$="/intrekken/"]'),
    "participants:outcome-closing": ("participants:outcome-detail", 'a[href$="/afsluiting/"]'),
    # Somebody in the caseload of the first consultant who was asked how it goes.
    "participants:follow-up-edit": (
        "deelnemers/18/",
        OF_AN_OUTCOME,
        '.timeline a[href*="/nazorg/"]',
    ),
    "participants:follow-up-create": ("participants:outcome-detail", 'a[href$="/nazorg/"]'),
    "participants:occupation-edit": ("inrichting/beroepen/", "tbody th a"),
    # Who started has a diagnosis.
    "participants:diagnosis": (
        "deelnemers/?telling=gestart&sorteer=nummer",
        PERSON,
        'main a[href$="/diagnose/"]',
    ),
    "participants:diagnosis-part": ("participants:diagnosis", 'a[href$="/belemmeringen/"]'),
    "participants:diagnosis-row-create": ("participants:diagnosis", 'a[href$="/opleiding/nieuw/"]'),
    "participants:diagnosis-row-edit": (
        "participants:diagnosis",
        '.file-rows a[href*="/diagnose/"]',
    ),
    "participants:diagnosis-row-delete": (
        "participants:diagnosis-row-edit",
        'a[href$="/verwijderen/"]',
    ),
    # The first in placement of every caseload has some.
    "participants:own-document-remove": (
        "deelnemers/?fase=placement&sorteer=nummer",
        PERSON,
        'a[href*="/eigen-document/"][href$="/weghalen/"]',
    ),
    "participants:employer-detail": ("werkgevers/", "tbody th a"),
    "participants:employer-edit": (
        "participants:employer-detail",
        '.page-actions a[href$="/wijzigen/"]',
    ),
    "participants:contact-create": ("participants:employer-detail", 'a[href$="/contact/"]'),
    "participants:contact-edit": (
        "participants:employer-detail",
        '.timeline a[href*="/contact/"]',
    ),
    "participants:contact-remove": ("participants:contact-edit", 'a[href$="/weghalen/"]'),
    "participants:vacancy-create": ("participants:employer-detail", 'a[href$="/vacature/"]'),
    "participants:vacancy-detail": ("vacatures/", 'tbody th a:has-text("Schoonmaker kantoren")'),
    "participants:vacancy-edit": (
        "participants:vacancy-detail",
        '.page-actions a[href$="/wijzigen/"]',
    ),
    "participants:employer-history": (
        "participants:employer-detail",
        '.page-actions a[href$="/geschiedenis/"]',
    ),
    "participants:vacancy-history": (
        "participants:vacancy-detail",
        '.page-actions a[href$="/geschiedenis/"]',
    ),
    "participants:proposal-create": ("participants:vacancy-detail", ".matches a.btn"),
    "participants:proposal-answer": (
        "voorstellen/?antwoord=interview",
        'tbody a[href*="/voorstellen/"]',
    ),
    "participants:answer-edit": ("participants:proposal-answer", 'a[href*="/antwoorden/"]'),
    "participants:answer-remove": ("participants:answer-edit", 'a[href$="/weghalen/"]'),
}
# Shown in the browser as one sees it: light and dark, wide and as narrow as a zoom of 400 %.
VIEWS = [("light", 1280)]
if DRILL:
    VIEWS += [("dark", 1280), ("light", 320), ("dark", 320)]

CHECKS = (Path(__file__).parent / "page_checks.js").read_text()


def ask(page, question):
    """What the page answers to one of the questions in page_checks.js."""
    return page.evaluate(f"{CHECKS}.{question}()")


def pages_of(role) -> list[str]:
    """The routes that this role may see, as the matrix says; in a demo also the style guide."""
    place = CALLERS.index(role)
    return sorted(
        name
        for name, row in EXPECTED.items()
        if (row[place] == "y" or name == "style-guide") and name not in NO_PAGES
    )


def role_for(name) -> str:
    """By whom a page is looked at when it is looked at once: the role with the fewest pages."""
    seen_by = [role for role in ACCOUNTS if name in pages_of(role)]
    return min(seen_by, key=lambda role: len(pages_of(role)))


def addresses(visitor, role) -> dict[str, str]:
    """For each page that is looked at the address of one that has something on it."""
    patterns = dict(routed_views())
    kwargs = {
        "pilot": PILOT.strip("/"),
        "slug": PILOT.strip("/"),
        "username": "recruiter",
        "position": "1",
        "quarter": "2016-4",
    }
    names = pages_of(role)
    if "participants:list" in names:
        visitor.go(f"{PILOT}/deelnemers/?fase=placement")
        first = visitor.page.locator("tbody th a").first.get_attribute("href")
        kwargs["number"] = first.rstrip("/").rsplit("/", 1)[-1]
        visitor.go(f"{PILOT}/deelnemers/?signaal=komende-week&fase=placement")
        visitor.follow(visitor.page.locator("tbody th a").first)
        planned = visitor.page.locator('a[href*="/afspraak/"]').first.get_attribute("href")
        _, with_appointment, _, appointment, _ = planned.rsplit("/", 4)
        # So that there is something to see on the page of what was found.
        visitor.page.locator("#zoek").fill("a")
        with visitor.page.expect_navigation():
            visitor.page.locator("#zoek").press("Enter")
    if "participants:import-detail" in names:
        visitor.go(f"{PILOT}/import/")
        first = visitor.page.locator("tbody th a").first.get_attribute("href")
        kwargs["uuid"] = first.rstrip("/").rsplit("/", 1)[-1]
    own = {"help-page": {"slug": "vandaag"}}
    if "participants:list" in names:
        of_it = {"number": with_appointment, "uuid": appointment}
        own |= dict.fromkeys(
            ("participants:appointment-edit", "participants:appointment-delete"), of_it
        )
    found = {}
    wanted = {name for name in names if DRILL or role_for(name) == role}
    # And where those are found on, in the order in which they are found.
    for name in reversed(FOUND_ON):
        if name in wanted:
            wanted.add(FOUND_ON[name][0])
    for name in [name for name in FOUND_ON if name in names and name in wanted]:
        path, *links, last = FOUND_ON[name]
        visitor.go(found.get(path) or f"{PILOT}/{path.format(**kwargs)}")
        for link in links:
            visitor.follow(visitor.page.locator(link).first)
        found[name] = visitor.page.locator(last).first.get_attribute("href")
    return found | {
        name: address_of(name, patterns[name], kwargs | own.get(name, {}))
        for name in names
        if name in wanted and name not in found
    }


def address_of(name, pattern, kwargs) -> str:
    route = str(pattern.pattern)
    if ":" in name:
        outer = "<slug:pilot>/" + ("begroting/" if name.startswith("budgeting:") else "")
        route = outer + route
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: kwargs[match[1]], route)


@pytest.mark.parametrize("role", ACCOUNTS)
def test_every_page_of_a_role_is_accessible(visitor, role):
    page = visitor.page
    visitor.enter(ACCOUNTS[role])
    titles = {}
    for name, address in addresses(visitor, role).items():
        response = visitor.go(address)
        assert response.status == 200, address
        if page.url != visitor.address + address:
            continue  # led on to another page, that has a turn of its own
        for scheme, width in VIEWS:
            # Without motion: half way a change of colour nothing is readable.
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 900})
            visitor.check_accessibility(f"{name} for {role}, {scheme}, {width} px")
        check_what_axe_does_not_see(page, f"{name} for {role}")
        titles.setdefault(page.title(), []).append(name)
    twice = {title: names for title, names in titles.items() if len(names) > 1}
    assert not twice


def check_what_axe_does_not_see(page, name):
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("h1").count() == 1, name
    assert page.locator('#announcer[role="status"]').count() == 1, name
    in_the_handbook = "/help/" in page.url
    assert page.locator(".help-link").count() == (0 if in_the_handbook else 1), name
    # 640 px is 1280 at 200 %, 320 px is 400 %.
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert not ask(page, "scrollsSideways"), f"{name} scrolls sideways at {width} px"
        assert ask(page, "smallTargets") == [], f"{name} at {width} px"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert ask(page, "smallTargets") == [], name


# One page of every kind; each of the others is made of the same components. In the drill: all.
WALKED = {
    "consulent1": [
        "/stijlgids/",
        f"{PILOT}/vandaag/",
        f"{PILOT}/deelnemers/",
        f"{PILOT}/stap/",
        "/help/",
        "/voorkeuren/",
    ],
    "projectleider": [
        f"{PILOT}/dashboard/",
        f"{PILOT}/kandidaten/",
        f"{PILOT}/evaluaties/2016-4/",
        f"{PILOT}/begroting/",
        f"{PILOT}/begroting/1/wijzigen/",
    ],
}


@pytest.mark.parametrize("user", WALKED)
def test_tab_comes_by_everything_in_order_and_shows_where_it_is(visitor, user):
    page = visitor.page
    # Otherwise the page is still on its way to where the focus is.
    page.emulate_media(reduced_motion="reduce")
    visitor.enter(user)
    role = next(role for role, account in ACCOUNTS.items() if account == user)
    for address in addresses(visitor, role).values() if DRILL else WALKED[user]:
        assert visitor.go(address).status == 200, address
        reachable = ask(page, "tabStops")
        # From the very first, also where a page begins in the middle: at its first field.
        page.locator(".skip-link").focus()
        places = []
        for _ in range(reachable + 1):
            here = ask(page, "focused")
            if here["outside"] or here["place"] in places:
                break
            assert here["seen"], f"no focus to be seen on {here['what']} of {address}"
            assert not here["covered"], f"{here['what']} of {address} is covered"
            places.append(here["place"])
            page.keyboard.press("Tab")
        assert len(places) == reachable, address
        assert places == sorted(places), address


def test_list_that_is_too_wide_scrolls_in_its_own_box(visitor):
    page = visitor.page
    page.set_viewport_size({"width": 1280, "height": 900})
    visitor.enter("recruiter")
    box = page.locator(".table-list")
    visitor.go(f"{PILOT}/vacatures/?staat=&kolom=sector")
    assert box.get_attribute("tabindex") is None

    visitor.go(f"{PILOT}/deelnemers/?kolom=alle")

    assert not ask(page, "scrollsSideways")
    assert (box.get_attribute("role"), box.get_attribute("tabindex")) == ("region", "0")
    assert box.get_attribute("aria-label") == page.locator("caption").text_content()
    visitor.check_accessibility("a list that is too wide")


def test_every_role_has_pages():
    assert min(len(pages_of(role)) for role in ACCOUNTS) >= 6
