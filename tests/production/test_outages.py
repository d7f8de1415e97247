"""Redis, PostgreSQL or the web server itself goes away while people work."""

import re
import signal
import socket
import threading
import time
from collections import Counter
from contextlib import contextmanager

import psycopg
import pytest

from tests.e2e.conftest import free_port
from tests.production.conftest import Visitor
from tests.servers import wait_until

pytestmark = [pytest.mark.xdist_group("production"), pytest.mark.usefixtures("people")]


@contextmanager
def deaf_redis(kind):
    """An address where nobody listens, or where nobody answers."""
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        if kind == "silent":
            port.listen()
        yield f"redis://127.0.0.1:{port.getsockname()[1]}/0"


@pytest.mark.parametrize(("kind", "quarter"), [("closed", 2), ("silent", 3)])
def test_request_without_redis_takes_no_two_seconds_and_is_made_later(installation, kind, quarter):
    page = f"/pilot-2024/evaluaties/2024-{quarter}"
    port = free_port()
    with deaf_redis(kind) as url:
        web = installation.start_web(port, REDIS_URL=url)
        try:
            leader = Visitor(installation, port).log_in("leider")
            leader.send("/pilot-2024/evaluaties/nieuw/", quarter=f"2024-{quarter}")
            form = leader.ask(f"{page}/")
            fields = dict(
                re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', form)
            )
            began = time.monotonic()
            leader.ask(f"{page}/pdf-maken/", fields | {"progress_text": "Alles loopt."})
            took = time.monotonic() - began
            status = leader.ask(f"{page}/")
        finally:
            installation.stop(web)
    assert took < 2
    assert leader.status == 200
    assert "aangevraagd" in status

    # Redis is back: nobody asks again.
    worker, beat = installation.start_worker(), installation.start_beat()
    try:
        leader = Visitor(installation).log_in("leider")
        wait_until(lambda: "Bekijk het concept" in leader.ask(f"{page}/"), 60)
    finally:
        installation.stop(beat)
        installation.stop(worker)


class Load:
    """Four colleagues who ask for pages one after another, and what they got."""

    PATHS = ("/pilot-2024/dashboard/", "/pilot-2024/deelnemers/", "/inloggen/")

    def __init__(self, installation):
        self.answers = []  # when it was asked for, and the status or the fault
        self.wrong_pages = []
        self.ended = threading.Event()
        visitors = [Visitor(installation).log_in("leider") for _ in range(4)]
        self.threads = [threading.Thread(target=self.work, args=[one]) for one in visitors]

    def work(self, visitor):
        while not self.ended.is_set():
            for path in self.PATHS:
                began = time.monotonic()
                try:
                    text = visitor.ask(path)
                except OSError as error:
                    self.answers.append((began, repr(error)))
                    continue
                self.answers.append((began, visitor.status))
                if visitor.status == 503 and "De database antwoordt niet" not in text:
                    self.wrong_pages.append(text)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        wait_until(lambda: len(self.answers) > 20)
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def count(self, since=0.0) -> Counter:
        return Counter(status for began, status in self.answers if began >= since)


def test_after_a_restart_of_postgres_no_request_fails(installation):
    with Load(installation) as load:
        before = load.count()
        installation.machine.kill("postgres")
        wait_until(lambda: reachable(installation))
        back = time.monotonic()
        wait_until(lambda: load.count(back).total() > 60, 30)

    assert set(before) == {200}
    assert set(load.count(back)) == {200}
    # In between: a page that says so, and never anything else.
    assert set(load.count()) == {200, 503}
    assert load.wrong_pages == []


def reachable(installation) -> bool:
    try:
        with installation.database() as database:
            return database.execute("SELECT true").fetchone()[0]
    except psycopg.OperationalError:
        return False


def test_rolling_restart_of_the_web_server_loses_no_request(installation, web):
    with Load(installation) as load:
        for _ in range(2):
            started = web.log.read_text().count("Booting worker")
            web.send_signal(signal.SIGHUP)
            wait_until(
                lambda started=started: web.log.read_text().count("Booting worker") >= started + 3
            )
            asked = load.count().total()
            wait_until(lambda asked=asked: load.count().total() > asked + 60, 30)

    assert set(load.count()) == {200}
