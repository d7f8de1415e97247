"""The demo itself, as `make demo` starts it, in a real browser.

The journeys of all roles share one demo, so each of them stays away from what another changes.
"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.browser import CHROMIUM, FLAGS, ROOT, running_demo
from tests.conftest import DRILL
from tests.servers import wait_until

ARTEFACTS = ROOT / "var" / "artefacts"
# 640 is 1280 at 200 %, 320 at 400 %.
ALL_WIDTHS = (1920, 1440, 1280, 1024, 768, 640, 480, 414, 390, 375, 360, 320)

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The address of a running demo. It ends as Ctrl-C ends it, and leaves nothing running."""
    folder = tmp_path_factory.mktemp("demo")
    with running_demo(folder) as address:
        yield address
    wait_until(lambda: not processes_of(folder), 20)


def processes_of(folder) -> list[str]:
    """The command lines of processes that were started for this folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder).encode() in (path / "environ").read_bytes():
                found.append((path / "cmdline").read_text())
        except OSError:
            continue
    return found


# Of a module: for as long as it is there, Django takes what else this worker does for async.
@pytest.fixture(scope="module")
def chromium():
    if CHROMIUM is None:
        pytest.skip("Chromium is not there: `apt-get install chromium libatomic1` brings it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a browser: enters the demo as a user, and looks at pages."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.complaints = []
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def listen(self, message):
        # A refused or missing page is an answer, not a fault of the page that asked.
        if message.type in ("error", "warning") and "status of 40" not in message.text:
            self.complaints.append(message.text)

    def enter(self, username):
        self.page.goto(f"{self.address}/inloggen/")
        self.follow(self.page.locator(f'form[action="/demo/{username}/"] button'))

    def go(self, path):
        return self.page.goto(self.address + path)

    def follow(self, locator):
        """Click on what leads to another page, and wait until that page is there."""
        with self.page.expect_navigation():
            locator.click()

    def fill(self, locator, text):
        locator.fill(text)

    def select(self, locator, label):
        locator.select_option(label=label)

    def tick(self, locator):
        locator.check()

    def choose(self, locator):
        """One of a group of which one can be chosen."""
        locator.check()

    def look(self, name):
        """Keep a picture at two sizes, and check what a machine can check about accessibility."""
        for width in ALL_WIDTHS if DRILL else (1280, 390, 320):
            self.page.set_viewport_size({"width": width, "height": 900})
            overflow = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert overflow <= 0, f"{name} scrolls sideways at {width} px"
            if width in (1280, 390):
                # Hiding the caret leaves style="" on the fields, which htmx would carry over to
                # the next list and the page's policy would refuse.
                self.page.screenshot(
                    path=ARTEFACTS / f"{name}-{width}.png", full_page=True, caret="initial"
                )
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.check_accessibility(name)

    def check_accessibility(self, name):
        results = Axe().run(self.page, options=WCAG)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
        title = self.page.title()
        assert re.fullmatch(r"\S.* – \S.*", title), f"{name} has the title {title!r}"


class KeyboardVisitor(Visitor):
    """Somebody who has no mouse: walks to everything with Tab, and sees where they are."""

    FURTHEST = 600

    def reach(self, locator):
        wanted = locator.element_handle()
        for _ in range(self.FURTHEST):
            if wanted.evaluate("element => element === document.activeElement"):
                self.check_focus_shows()
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{locator} cannot be reached with Tab")

    def check_focus_shows(self):
        style, width = self.page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return [style.outlineStyle, parseFloat(style.outlineWidth)];
            }"""
        )
        assert style == "solid"
        assert width >= 2

    def follow(self, locator):
        self.reach(locator)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, locator, text):
        self.reach(locator)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def select(self, locator, label):
        """By typing what it begins with, as a list of choices lets one do."""
        self.reach(locator)
        self.page.keyboard.type(label)
        chosen = locator.evaluate("element => element.selectedOptions[0].label.trim()")
        assert chosen == label

    def tick(self, locator):
        self.reach(locator)
        self.page.keyboard.press("Space")
        assert locator.is_checked()

    def choose(self, locator):
        """Tab comes to the one that is chosen, or the first; the arrows go on from there."""
        group = f'[name="{locator.get_attribute("name")}"]'
        one = self.page.locator(f"{group}:checked")
        self.reach(one if one.count() else self.page.locator(group).first)
        self.page.keyboard.press("Space")
        for _ in range(self.page.locator(group).count()):
            if locator.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{locator} cannot be chosen with the arrows")


# How somebody works: what journeys that anybody must be able to make are done with.
EVERY_WAY = {
    "mouse": {},
    "keyboard": {"keyboard": True},
    "without JavaScript": {"java_script_enabled": False},
}


@pytest.fixture
def visitor(chromium, demo, request):
    """`visitor` for a browser; parametrise indirectly with one of EVERY_WAY for another way."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    options = dict(getattr(request, "param", {}))
    kind = KeyboardVisitor if options.pop("keyboard", False) else Visitor
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        **options,
    )
    context.set_default_timeout(15_000)
    somebody = kind(context.new_page(), demo)
    yield somebody
    context.close()
    assert somebody.complaints == []
