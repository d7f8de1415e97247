"""Redis, PostgreSQL or the web server itself goes away while people work."""

import signal
import threading
import time
from collections import Counter

import psycopg
import pytest

from tests.broker import deaf_redis
from tests.production.conftest import Visitor, hidden_fields
from tests.servers import free_port, wait_until

pytestmark = [pytest.mark.xdist_group("production"), pytest.mark.usefixtures("people")]


def test_request_without_redis_takes_no_two_seconds_and_is_made_later(installation):
    quarters = {"closed": "2024-2", "silent": "2024-3"}
    for kind, quarter in quarters.items():
        with deaf_redis(kind) as url:
            took, page = ask_for_evaluation(installation, quarter, REDIS_URL=url)
        assert took < 2, kind
        assert "aangevraagd" in page

    # Redis is back: nobody asks again.
    worker, beat = installation.start_worker(), installation.start_beat()
    try:
        leader = Visitor(installation).log_in("leider")
        for quarter in quarters.values():
            page = f"/pilot-2024/evaluaties/{quarter}/"
            installation.wait(lambda page=page: "Bekijk het concept" in leader.ask(page))
    finally:
        installation.stop(beat)
        installation.stop(worker)


def ask_for_evaluation(installation, quarter, **environment):
    """How many seconds the request took at a web server of its own, and the page it led to."""
    port = free_port()
    web = installation.start_web(port, **environment)
    try:
        leader = Visitor(installation, port).log_in("leider")
        leader.send("/pilot-2024/evaluaties/nieuw/", quarter=quarter)
        page = f"/pilot-2024/evaluaties/{quarter}"
        fields = hidden_fields(leader.ask(f"{page}/")) | {"progress_text": "Alles loopt."}
        began = time.monotonic()
        text = leader.ask(f"{page}/pdf-maken/", fields)
        return time.monotonic() - began, text
    finally:
        installation.stop(web, signal.SIGKILL)


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
        wait_until(lambda: load.count(back).total() > 40, 120)

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
                lambda started=started: web.log.read_text().count("Booting worker") >= started + 3,
                60,
            )
            asked = load.count().total()
            wait_until(lambda asked=asked: load.count().total() > asked + 40, 120)

    assert set(load.count()) == {200}
