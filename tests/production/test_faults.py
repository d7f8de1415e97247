"""Whatever is killed while documents are being made: each of them comes once, or says why not.

`make test` lets every kind of fault happen once, in an order that is fixed by a seed; `make drill`
makes a storm of it.
"""

import hashlib
import json
import os
import random
import signal
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from celery import Celery

from tests.conftest import DRILL
from tests.reports.conftest import FIGURES
from tests.servers import wait_until

pytestmark = pytest.mark.xdist_group("production")

SEED = 20160801
DURABLE = "reports.tasks.make_document"
# Renders for about a second, so that a fault can come in between.
A_SECOND = 600
FOR_EVER = 200_000


class Desk:
    """Documents of one test in the database of the installation."""

    def __init__(self, installation):
        self.installation = installation
        url = installation.environment_of("worker")["REDIS_URL"]
        self.publisher = Celery("publisher", broker=url, set_as_current=False)
        self.keys = []

    def sql(self, statement, *parameters):
        """The rows of a query; while PostgreSQL is away it waits until it is back."""
        deadline = time.monotonic() + 30
        while True:
            try:
                with self.installation.database() as database:
                    return database.execute(statement, parameters).fetchall()
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def ask(self, lines=A_SECOND) -> int:
        """A document that was asked for, but of which no message was sent."""
        text = "\n\n".join(f"Regel {number} van {uuid4()}." for number in range(lines))
        source = {
            "quarter": "2016-4",
            "since": "2016-10-01",
            "reference_on": "2016-12-31",
            "version": 1,
            "figures": FIGURES.as_json(),
            "budget": None,
            "narrative": {"progress_text": text, "issues_text": "", "proposals_text": ""},
            "finalised_on": None,
        }
        ((key,),) = self.sql(
            "INSERT INTO reports_document (uuid, pilot_id, kind, source, source_sha256, state,"
            " progress, attempts, attempts_allowed, error, requested_by_id, requested_at, sha256)"
            " SELECT gen_random_uuid(), p.id, 'evaluation', %s, %s, 'requested', 0, 0, 5, '',"
            " u.id, now(), '' FROM pilot_pilot p, pilot_user u WHERE u.username = 'leider'"
            " RETURNING id",
            json.dumps(source),
            hashlib.sha256(text.encode()).hexdigest(),
        )
        self.keys.append(key)
        return key

    def ring(self, task, keys):
        """Send the messages; what Redis refuses is lost."""
        for key in keys:
            with suppress(Exception):
                self.publisher.send_task(task, [key], retry=False)

    def let_leases_run_out(self):
        """Also of who still works on it: two at once must do no harm."""
        self.sql(
            "UPDATE reports_document SET lease_until = now()"
            " WHERE id = ANY(%s) AND state = 'busy' RETURNING id",
            self.keys,
        )

    def states(self) -> list[str]:
        rows = self.sql("SELECT state FROM reports_document WHERE id = ANY(%s)", self.keys)
        return [state for (state,) in rows]

    def rendering(self, attempt=0) -> bool:
        """Some document is half way, for the first time or for a later one."""
        return bool(
            self.sql(
                "SELECT id FROM reports_document"
                " WHERE id = ANY(%s) AND progress = 40 AND attempts >= %s",
                self.keys,
                attempt,
            )
        )

    def check_ready(self):
        """All are there, whole, and made once."""
        rows = self.sql(
            "SELECT state, error, attempts, attempts_allowed, content, sha256"
            " FROM reports_document WHERE id = ANY(%s)",
            self.keys,
        )
        for state, error, attempts, allowed, content, fingerprint in rows:
            assert state == "ready", error
            assert attempts <= allowed
            assert content.startswith(b"%PDF-1.7")
            assert content.rstrip().endswith(b"%%EOF")
            assert hashlib.sha256(content).hexdigest() == fingerprint


@pytest.fixture
def desk(installation, people):
    desk = Desk(installation)
    yield desk
    # Nothing of this test is taken up in the next one.
    installation.redis().flushall()
    desk.sql(
        "UPDATE reports_document SET state = 'failed', lease_until = NULL, error = 'test'"
        " WHERE state IN ('requested', 'busy') RETURNING id"
    )


class Crew:
    """The worker and the schedule, which the faults strike."""

    def __init__(self, installation, app="pilot", **environment):
        self.installation = installation
        self.start_worker = partial(installation.start_worker, app, **environment)
        self.worker = self.start_worker()
        self.beat = installation.start_beat()

    def tend(self):
        """Start again what ended by itself, as Docker and systemd do.

        Celery's worker does so now and then: when Redis is gone while it has to confirm a message.
        """
        if self.worker.poll() is not None:
            self.installation.processes.remove(self.worker)
            self.worker = self.start_worker()
        if self.beat.poll() is not None:
            self.installation.processes.remove(self.beat)
            self.beat = self.installation.start_beat()

    def kill_child(self):
        # Unless it just ended by itself.
        with suppress(FileNotFoundError, ProcessLookupError):
            for child in children(self.worker.pid):
                os.kill(child, signal.SIGKILL)

    def kill_worker(self):
        self.installation.stop(self.worker, signal.SIGKILL)
        self.worker = self.start_worker()

    def kill_schedule(self):
        self.installation.stop(self.beat, signal.SIGKILL)
        self.beat = self.installation.start_beat()

    def kill_redis(self):
        self.installation.machine.kill("redis")
        wait_until(lambda: is_there(self.installation.redis().ping))

    def empty_redis(self):
        self.installation.redis().flushall()

    def kill_postgres(self):
        self.installation.machine.kill("postgres")

    def close(self):
        for process in (self.worker, self.beat):
            self.installation.stop(process, signal.SIGKILL)


FAULTS = [
    "kill_child",
    "kill_worker",
    "kill_schedule",
    "kill_redis",
    "empty_redis",
    "kill_postgres",
]


def children(pid) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_there(ask) -> bool:
    with suppress(Exception):
        return bool(ask())
    return False


def storm(desk, *, app, task, documents, faults):
    """Let the faults strike one after another while documents are asked for and made."""
    crew = Crew(desk.installation, app)
    try:
        for number, fault in enumerate(faults):
            asked = [desk.ask() for _ in range(documents // len(faults))]
            # Delivered, delivered three times, or not at all.
            desk.ring(task, asked * ([1, 3, 0][number % 3] if task == DURABLE else 1))
            happens(desk.rendering, 3)
            crew.tend()
            getattr(crew, fault)()
            if task == DURABLE:
                desk.let_leases_run_out()
        desk.installation.wait(partial(calm, desk, crew, task), 900 if DRILL else 240)
    finally:
        crew.close()


def calm(desk, crew, task) -> bool:
    """Everything that will come has come."""
    crew.tend()
    if task == DURABLE:
        return set(desk.states()) <= {"ready", "failed"}
    return idle(desk)


def happens(condition, seconds) -> bool:
    with suppress(AssertionError):
        wait_until(condition, seconds)
    return condition()


def idle(desk) -> bool:
    """The naive worker has nothing to do: no message waits, and nothing gets done any more."""
    before = desk.states()
    time.sleep(4)
    return desk.installation.redis().llen("celery") == 0 and desk.states() == before


@pytest.mark.drill
def test_every_document_comes_whatever_is_killed_while_a_naive_task_loses_some(desk):
    faults = FAULTS * (4 if DRILL else 1)
    documents = 48 if DRILL else 6
    random.Random(SEED).shuffle(faults)

    storm(desk, app="pilot", task=DURABLE, documents=documents, faults=faults)

    assert len(desk.keys) == documents
    desk.check_ready()

    naive = Desk(desk.installation)
    storm(naive, app="tests.production.naive", task="naive", documents=documents, faults=faults)
    lost = len(naive.keys) - naive.states().count("ready")
    assert lost > 0, "The storm is too weak to prove anything."


def test_rendering_that_never_ends_says_so(desk):
    desk.ask(FOR_EVER)
    crew = Crew(desk.installation, DOCUMENT_SECONDS="6")
    try:
        desk.installation.wait(lambda: desk.states() == ["failed"])
    finally:
        crew.close()

    ((error, attempts),) = desk.sql(
        "SELECT error, attempts FROM reports_document WHERE id = %s", desk.keys[0]
    )
    assert error == "Het maken van de PDF duurde langer dan 6 seconden. Kort de tekst in."
    assert attempts == 1


def test_document_that_ends_every_worker_is_given_up_with_the_reason(desk):
    desk.ask()
    crew = Crew(desk.installation)
    try:
        for attempt in range(1, 6):
            desk.installation.wait(lambda attempt=attempt: desk.rendering(attempt))
            crew.kill_child()
            desk.let_leases_run_out()
        desk.installation.wait(lambda: desk.states() == ["failed"])
    finally:
        crew.close()

    ((error, attempts),) = desk.sql(
        "SELECT error, attempts FROM reports_document WHERE id = %s", desk.keys[0]
    )
    assert "stopte 5 keer halverwege" in error
    assert attempts == 5
