"""`make screenshots`: every main page, wide and narrow, light and dark, in var/screenshots/."""

import shutil
import sys

from playwright.sync_api import sync_playwright

from tests.browser import CHROMIUM, FLAGS, PILOT, ROOT, running_demo

FOLDER = ROOT / "var" / "screenshots"
# What the README shows: the first screen of them, wide and light.
IN_README = {"vandaag", "dashboard", "deelnemer", "begroting"}
PAGES = {
    "": {"inloggen": "/inloggen/"},
    "consulent1": {
        "vandaag": f"{PILOT}/vandaag/",
        "caseload": f"{PILOT}/deelnemers/",
        "deelnemer": f"{PILOT}/deelnemers/33/",
        "stap": f"{PILOT}/deelnemers/33/stap/",
        "hulp": "/help/stap-vastleggen/",
        "stijlgids": "/stijlgids/",
    },
    "recruiter": {"bemiddeling": f"{PILOT}/deelnemers/"},
    "projectleider": {
        "dashboard": f"{PILOT}/dashboard/",
        "deelnemers": f"{PILOT}/deelnemers/",
        "kandidaten": f"{PILOT}/kandidaten/",
        "import": f"{PILOT}/import/",
        "evaluaties": f"{PILOT}/evaluaties/",
        "evaluatie": f"{PILOT}/evaluaties/2016-4/",
        "begroting": f"{PILOT}/begroting/",
    },
    "directie": {"directie": f"{PILOT}/evaluaties/"},
    "beheerder": {"gebruikers": "/beheer/gebruikers/", "pilots": "/beheer/pilots/"},
}


def main():
    if CHROMIUM is None:
        sys.exit("Chromium is er niet: apt-get install chromium libatomic1 brengt het.")
    servers = FOLDER / "servers"
    shutil.rmtree(servers, ignore_errors=True)
    servers.mkdir(parents=True)
    with running_demo(servers) as address:
        take_all(address)
    print(f"De schermafbeeldingen staan in {FOLDER.relative_to(ROOT)}/.")


def take_all(address: str):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for user, pages in PAGES.items():
            context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
            page = context.new_page()
            if user:
                page.goto(f"{address}/inloggen/")
                with page.expect_navigation():
                    page.locator(f'form[action="/demo/{user}/"] button').click()
            for name, path in pages.items():
                take(page, address + path, name)
            context.close()
        browser.close()


def take(page, url: str, name: str):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(url)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
            if name in IN_README and (scheme, width) == ("light", 1280):
                page.screenshot(path=ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    main()
