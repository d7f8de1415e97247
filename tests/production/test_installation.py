"""From an empty database to an evaluation that the directie downloads, as docker-compose.yml runs
it; and an installation that is half right does not start."""

import hashlib
import re
import subprocess
import sys

import pytest

from tests.production.conftest import COMPOSE, Visitor
from tests.servers import PROJECT

pytestmark = pytest.mark.xdist_group("production")

PAGE = "/pilot-2024/evaluaties/2024-1"


def test_compose_file_keeps_to_the_specification():
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.compose-spec",
            "docker-compose.yml",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_only_migrate_knows_the_password_of_the_owner():
    knows = {
        name
        for name, service in COMPOSE["services"].items()
        if "DATABASE_OWNER" in str(service.get("environment"))
    }

    assert knows == {"migrate", "db"}


def test_what_ends_by_itself_is_started_again():
    restarts = {name: service["restart"] for name, service in COMPOSE["services"].items()}

    assert restarts.pop("migrate") == "no"
    assert set(restarts.values()) == {"unless-stopped"}


def test_image_holds_every_room():
    copied = set(re.findall(r"^COPY (\w+) \1$", (PROJECT / "Dockerfile").read_text(), re.M))

    assert copied == {"pilot", "participants", "budgeting", "reports", "templates", "static"}


def test_dockerfile_starts_the_web_server_as_compose_does():
    command = re.search(r"^CMD \[(.*)\]", (PROJECT / "Dockerfile").read_text(), re.M)[1]

    assert set(re.findall(r'"([^"]+)"', command)) <= set(COMPOSE["services"]["web"]["command"])


def test_check_deploy_is_clean(installation):
    printed = installation.manage(
        "check", "--deploy", "--fail-level", "WARNING", "--database", "default"
    )

    assert "no issues" in printed


def test_check_deploy_names_a_role_that_can_do_too_much(installation):
    owner = installation.environment_of("migrate")["DATABASE_OWNER_URL"]
    with pytest.raises(AssertionError, match=r"pilot\.E002"):
        installation.manage("check", "--deploy", "--database", "default", DATABASE_URL=owner)


def test_tables_cannot_be_made_without_the_owner(installation):
    with pytest.raises(AssertionError, match="Set DATABASE_OWNER_URL"):
        installation.manage("migrate")


@pytest.mark.parametrize("switch", ["DEMO", "DEBUG"])
def test_demo_and_debug_cannot_be_on(installation, switch):
    with pytest.raises(AssertionError, match="cannot be on in production"):
        installation.manage("check", **{switch: "True"})


def test_all_that_is_missing_is_named_at_once(installation):
    with pytest.raises(AssertionError) as refused:
        installation.manage(
            "check", SECRET_KEY="", DATA_KEYS="", DATABASE_URL="", REDIS_URL="", ALLOWED_HOSTS=""
        )

    assert (
        "Set these environment variables: SECRET_KEY, DATA_KEYS, DATABASE_URL, REDIS_URL,"
        " ALLOWED_HOSTS." in str(refused.value)
    )


WEAK = ["te-kort", "only-for-a-demo-on-one-machine-never-in-production-0123456789"]


@pytest.mark.parametrize("key", WEAK)
def test_weak_secret_key_is_refused(installation, key):
    with pytest.raises(AssertionError, match="SECRET_KEY must be one of your own"):
        installation.manage("check", SECRET_KEY=key)


@pytest.mark.parametrize("key", WEAK)
def test_weak_data_key_is_refused(installation, key):
    with pytest.raises(AssertionError, match="DATA_KEYS must be your own"):
        installation.manage("check", DATA_KEYS=f"{'goed-' * 12},{key}")


def test_secret_can_stand_in_a_file(installation, tmp_path):
    (tmp_path / "key").write_text("geheim-" * 10)

    printed = installation.manage("check", SECRET_KEY="", SECRET_KEY_FILE=str(tmp_path / "key"))

    assert "no issues" in printed


@pytest.mark.usefixtures("web")
def test_healthcheck_of_the_container_tells_whether_the_server_answers(installation):
    command = COMPOSE["services"]["web"]["healthcheck"]["test"]
    assert command[:3] == ["CMD", "python", "pilot/healthcheck.py"]

    printed = installation.run(
        "web", command=[sys.executable, "pilot/healthcheck.py", str(installation.port)]
    )

    assert "in orde" in printed
    with pytest.raises(AssertionError, match="antwoordt niet"):
        installation.run("web", command=[sys.executable, "pilot/healthcheck.py", "1"])


@pytest.mark.usefixtures("people")
def test_from_a_request_to_the_evaluation_that_the_directie_downloads(installation):
    administrator = Visitor(installation).log_in("eerste")
    leader = Visitor(installation).log_in("leider")
    page = leader.send("/pilot-2024/evaluaties/nieuw/", quarter="2024-1")
    assert leader.status == 200, page

    # Nobody is there to make it.
    page = leader.send(f"{PAGE}/", to=f"{PAGE}/pdf-maken/", progress_text="Alles loopt.")
    assert "aangevraagd" in page
    with installation.database() as database:
        database.execute("DELETE FROM pilot_heartbeat")
    health = administrator.ask("/health/")
    assert administrator.status == 503
    assert "nooit gemeld" in health

    # The message of the request is lost, and the sweep finds the row.
    installation.redis().flushall()
    worker, beat = installation.start_worker(), installation.start_beat()
    try:
        installation.wait(lambda: "Bekijk het concept" in leader.ask(f"{PAGE}/"))
        assert '"worker": "in orde"' in administrator.ask("/health/")
        leader.send(f"{PAGE}/vaststellen/")
        installation.wait(lambda: "Download de PDF" in leader.ask(f"{PAGE}/"))
    finally:
        installation.stop(beat)
        installation.stop(worker)

    management = Visitor(installation).log_in("directeur")
    downloads = []
    for _ in range(2):
        management.ask(f"{PAGE}/evaluatie.pdf")
        assert management.status == 200
        downloads.append(management.content)
    assert downloads[0] == downloads[1]
    assert downloads[0].startswith(b"%PDF-1.7")
    with installation.database() as database:
        stored = database.execute(
            "SELECT d.sha256 FROM reports_evaluation e JOIN reports_document d ON d.id = e.final_id"
        ).fetchone()
    assert stored == (hashlib.sha256(downloads[0]).hexdigest(),)
