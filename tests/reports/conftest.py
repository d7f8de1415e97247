import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from django.conf import settings
from django.db import connection

from participants.choices import DROPOUT_REASONS, OUTCOME_KINDS, PHASES, Attendance
from participants.outcomes import COUNTS_BROAD, COUNTS_NARROW, OutcomeKind
from participants.trajectory import Phase
from pilot.roles import Role
from reports import rendering
from reports.figures import CaseloadCount, Count, Figures, OutcomeCount
from reports.models import Document, Evaluation
from reports.tasks import make_document
from tests.broker import deaf_redis, publishing_to
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory
from tests.servers import wait_until

FIGURES = Figures(
    pilot_name="Re-integratie vergunninghouders",
    target_group="Vergunninghouders, toegewezen vanaf 1 januari 2014",
    since=date(2016, 10, 1),
    on=date(2016, 12, 31),
    participants=138,
    participants_target=150,
    diagnosed=104,
    started=91,
    diagnosed_and_started=90,
    flowed_out=23,
    flowed_out_narrow=12,
    outflow_target=30,
    outflow_target_percentage=20,
    outflow_share=Decimal("15.3"),
    started_share=Decimal("25.3"),
    caseload_norm=50,
    phases=tuple(
        Count(str(key), label, number)
        for (key, label), number in zip(PHASES, [11, 14, 22, 48, 25, 5, 7, 6], strict=True)
    ),
    outcomes=tuple(
        OutcomeCount(str(key), label, number, key in COUNTS_BROAD, key in COUNTS_NARROW)
        for (key, label), number in zip(OUTCOME_KINDS, [6, 5, 2, 3, 3, 2, 1, 1, 4, 8], strict=True)
    ),
    dropouts=tuple(
        Count(str(key), label, number)
        for (key, label), number in zip(DROPOUT_REASONS, [2, 1, 0, 3, 1, 0, 1, 0, 0], strict=True)
    ),
    caseload=(
        CaseloadCount("consulent1", "Çiğdem Şahin-Ağaoğlu", 52, 50),
        CaseloadCount("consulent2", "Łukasz Voorbeeld", 44, 45),
        CaseloadCount("geen", "Nog niet toegewezen", 29),
    ),
    new_steps=412,
    new_diagnoses=58,
    new_started=61,
    new_outcomes=15,
    attendance=tuple(
        Count(key, label, number)
        for (key, label), number in zip(Attendance.choices, [352, 21, 25, 14], strict=True)
    ),
    minutes=18540,
)


@pytest.fixture
def source():
    """What an evaluation freezes, with figures that all differ."""
    return {
        "quarter": "2016-4",
        "since": "2016-10-01",
        "reference_on": "2016-12-31",
        "version": 2,
        "figures": FIGURES.as_json(),
        "budget": {
            "name": "Begroting zoals vastgesteld",
            "rows": [
                {
                    "label": "2016",
                    "regular": "51562.50",
                    "extra": "234062.50",
                    "esf": "66825",
                    "esf_before": "0",
                    "net": "234062.50",
                }
            ],
        },
        "narrative": {
            "progress_text": "De selectie is vrijwel afgerond.",
            "issues_text": "Te weinig taalstages.",
            "proposals_text": "Koop meer taalstages in.",
        },
        "finalised_on": None,
    }


@pytest.fixture(scope="session", autouse=True)
def rendered_once():
    """Documents with the very same text are rendered once a session: that takes a second each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "render_pdf", cache(rendering.render_pdf))
        yield


@pytest.fixture
def pilot(db):
    # One name, so that the same evaluation gives the same text in each test.
    return PilotFactory(name="Pilot in Maastricht")


@pytest.fixture
def leader(pilot):
    return MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user


@pytest.fixture
def document(pilot, leader, source):
    return Document.objects.request(pilot=pilot, kind="evaluation", source=source, by=leader)


@pytest.fixture
def evaluation(pilot, leader):
    """The evaluation of the fourth quarter of 2016, of a pilot in which somebody found a job."""
    consultant = MembershipFactory(pilot=pilot, user__last_name="Begeleider").user
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    working = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    working.record_outcome(kind=OutcomeKind.PAID_FULL, by=consultant, on=date(2016, 11, 1))
    return Evaluation.objects.create(
        pilot=pilot,
        year=2016,
        number=4,
        since=date(2016, 10, 1),
        reference_on=date(2016, 12, 31),
        progress_text="De eerste deelnemer heeft werk.",
        issues_text="Te weinig taalstages.",
        proposals_text="Koop meer taalstages in.",
        written_by=leader,
    )


def make_all():
    """Do what the worker does, in this process."""
    for document in Document.objects.unclaimed():
        make_document(document.pk)


@pytest.fixture
def drafted(evaluation, leader):
    """With a concept PDF of its text."""
    evaluation.request_draft(by=leader)
    make_all()
    evaluation.refresh_from_db()
    return evaluation


@pytest.fixture
def finalised(drafted, leader):
    """Finalised, with its PDF."""
    drafted.finalise(reviewed=drafted.draft.uuid, by=leader)
    make_all()
    drafted.refresh_from_db()
    return drafted


@pytest.fixture
def broker(request):
    """The address of a queue that only this process uses; what it publishes goes there."""
    process = getattr(request.config, "workerinput", {}).get("workerid", "gw0")
    number = int(process.removeprefix("gw")) + 1
    url = re.sub(r"(virtual_host=|/)\d+$", rf"\g<1>{number}", settings.REDIS_URL)
    with publishing_to(url):
        yield url


@pytest.fixture(params=["closed", "silent"])
def deaf_broker(request):
    """A queue where nobody listens, or where nobody answers."""
    with deaf_redis(request.param) as url, publishing_to(url):
        yield url


def test_database_url():
    """The address of the database that the tests run on, as DATABASE_URL holds it."""
    database = connection.settings_dict
    account = f"{database['USER']}:{database['PASSWORD']}"
    # A socket is written as a folder before the name of the database.
    host, folder = database["HOST"], ""
    if host.startswith("/"):
        host, folder = "", f"/{host}"
    port = f":{database['PORT']}" if database["PORT"] else ""
    return f"postgres://{account}@{host}{port}{folder}/{database['NAME']}"


@pytest.fixture
def celery_worker(transactional_db, broker, tmp_path):
    """A real worker on the test database, in a process of its own."""
    log = tmp_path / "worker.log"
    environment = os.environ | {
        "DATABASE_URL": test_database_url(),
        "REDIS_URL": broker,
    }
    command = [sys.executable, "-W", "ignore", "-m", "celery", "--app", "pilot", "worker"]
    command += ["--concurrency", "1", "--loglevel", "info", "--without-mingle", "--without-gossip"]
    with log.open("w") as output:
        worker = subprocess.Popen(
            command, env=environment, cwd=settings.BASE_DIR, stdout=output, stderr=output
        )
    try:
        wait_until(lambda: "ready." in log.read_text() or worker.poll() is not None)
        assert worker.poll() is None, log.read_text()
        yield worker
    finally:
        worker.terminate()
        worker.wait(30)
    assert "Traceback" not in log.read_text(), log.read_text()
