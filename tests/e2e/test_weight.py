"""What a visit costs: over the wire, in movement on the screen, and by Lighthouse."""

import pytest

from tests.browser import FLAGS, PILOT
from tests.node import lighthouse

pytestmark = pytest.mark.xdist_group("demo")

MAIN_PAGES = {
    "consulent1": [f"{PILOT}/vandaag/", f"{PILOT}/deelnemers/"],
    "projectleider": [f"{PILOT}/dashboard/", f"{PILOT}/begroting/", f"{PILOT}/evaluaties/2016-4/"],
}
FIRST_VISIT = 250_000  # bytes, fonts included
NEXT_PAGE = 30_000

SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 300);
})"""


class Wire:
    """Counts the bytes that come in, headers and all, as the browser itself sees them."""

    def __init__(self, page):
        self.bytes = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self.count)

    def count(self, event):
        self.bytes += event["encodedDataLength"]

    def of(self, action) -> int:
        before = self.bytes
        action()
        return self.bytes - before


@pytest.mark.parametrize("user", MAIN_PAGES)
def test_first_visit_and_every_next_page_are_light(visitor, user):
    page = visitor.page
    wire = Wire(page)

    def load(path):
        visitor.go(path)
        page.wait_for_load_state("networkidle")

    first = wire.of(lambda: load("/inloggen/"))
    visitor.enter(user)
    page.wait_for_load_state("networkidle")
    pages = {path: wire.of(lambda path=path: load(path)) for path in MAIN_PAGES[user]}

    # So that a browser that counts nothing cannot pass: the fonts alone are more.
    assert 50_000 < first <= FIRST_VISIT
    assert all(1_000 < size <= NEXT_PAGE for size in pages.values()), pages


def test_nothing_moves_while_a_page_loads_also_when_the_font_is_late(visitor):
    page = visitor.page
    visitor.enter("projectleider")
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(400), route.continue_()))
    for path in MAIN_PAGES["projectleider"]:
        visitor.go(path)
        page.wait_for_load_state("networkidle")

        assert page.evaluate(SHIFTS) == 0, path


@pytest.mark.parametrize("path", [path for paths in MAIN_PAGES.values() for path in paths])
def test_lighthouse_finds_nothing(visitor, path):
    user = next(user for user, paths in MAIN_PAGES.items() if path in paths)
    visitor.enter(user)
    cookies = visitor.page.context.cookies()

    report = lighthouse(
        visitor.address + path,
        "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in cookies),
        FLAGS,
    )

    assert report["finalDisplayedUrl"] == visitor.address + path
    scores = {name: category["score"] for name, category in report["categories"].items()}
    assert scores["accessibility"] == 1
    assert scores["best-practices"] >= 0.95
