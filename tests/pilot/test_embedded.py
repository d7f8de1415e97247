"""PostgreSQL and Redis of our own, with real processes that are really killed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from kombu import Connection

from pilot.embedded import Folder
from tests.servers import PROJECT, Machine, visits, wait_until

NOBODY = 65534


def modes(path: Path) -> dict[str, int]:
    return {str(parent): parent.stat().st_mode for parent in path.parents}


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    """A stopped folder with a database in it, copied by the tests: initdb is the slow part."""
    with tempfile.TemporaryDirectory(prefix="pilot-test-", dir="/tmp") as parent:
        machine = Machine(Path(parent) / "template")
        machine.start_and_count_visits()
        machine.close()
        yield machine.folder


@pytest.fixture
def machine(template) -> Iterator[Machine]:
    with tempfile.TemporaryDirectory(prefix="pilot-test-", dir="/tmp") as parent:
        folder = Path(parent) / "Var"
        subprocess.run(["cp", "-a", template, folder], check=True)
        machine = Machine(folder)
        yield machine
        machine.close()


def test_clients_share_one_server_also_when_they_start_together(machine):
    clients = [machine.start() for _ in range(4)]
    counts = [visits(client) for client in clients]

    # Two that come in at the same moment may both see both; the last one sees all of them.
    assert max(counts) == 5
    assert min(counts) >= 2
    assert machine.pids().keys() == {"owner", "postgres", "redis"}


def test_servers_stay_until_the_last_client_ended(machine):
    first, last = machine.start(), machine.start()
    visits(first), visits(last)
    before = machine.pids()

    first.communicate()
    time.sleep(1.5)  # longer than the grace and a poll of the owner
    assert machine.pids() == before

    last.communicate()
    wait_until(lambda: not machine.pids())


def test_nothing_stays_after_a_client_was_killed(machine):
    client = machine.start()
    visits(client)

    client.kill()
    client.communicate()

    wait_until(lambda: not machine.pids())


def test_nothing_stays_after_the_owner_was_killed_and_the_next_client_finds_its_data(machine):
    machine.start_and_count_visits()

    machine.kill("owner")
    wait_until(lambda: not machine.pids())

    assert machine.start_and_count_visits() == 3


def test_a_client_that_comes_at_once_after_the_owner_was_killed_is_served(machine):
    machine.start_and_count_visits()

    machine.kill("owner")

    assert machine.start_and_count_visits() == 3
    assert machine.pids().keys() == {"owner", "postgres", "redis"}


@pytest.mark.parametrize("server", ["postgres", "redis"])
def test_a_killed_server_answers_again(machine, server):
    machine.start_and_count_visits()

    killed = machine.kill(server)
    wait_until(lambda: machine.pids().get(server, killed) != killed)
    wait_until(lambda: (machine.sockets / ".s.PGSQL.5432").exists())

    assert machine.start_and_count_visits() == 3


def test_nothing_stays_after_all_were_killed_at_once(machine):
    client = machine.start()
    visits(client)

    client.kill()
    for pid in machine.pids().values():  # the owner first: it would start the others again
        os.kill(pid, signal.SIGKILL)

    wait_until(lambda: not machine.pids())
    assert machine.start_and_count_visits() == 3


def test_a_pid_file_that_names_another_program_is_not_believed(machine):
    machine.start_and_count_visits()
    pid_file = machine.folder / "postgres" / "postmaster.pid"
    lines = pid_file.read_text().split("\n")
    machine.close()

    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    assert machine.start_and_count_visits() == 3


def test_an_interrupted_first_start_is_done_again(machine):
    shutil.rmtree(machine.folder / "postgres")
    unfinished = machine.folder / "postgres.new"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18")

    assert machine.start_and_count_visits() == 1


@pytest.mark.parametrize("name", ["long" * 40, "with space, comma and 'é"])
def test_a_folder_whose_name_fits_in_no_socket_works(machine, name):
    machine.folder = machine.folder.rename(machine.folder.parent / name)

    assert machine.start_and_count_visits() == 2
    assert machine.sockets.parent == Path("/tmp")  # noqa: S108
    assert machine.sockets.stat().st_mode & 0o777 == 0o700

    machine.close()
    shutil.rmtree(machine.sockets, ignore_errors=True)


def test_the_owner_ends_when_its_folder_is_removed(machine):
    machine.start_and_count_visits()

    shutil.rmtree(machine.folder)

    wait_until(lambda: not machine.pids())


def test_celery_reads_the_url_of_redis(machine):
    machine.start_and_count_visits()
    password = Folder(machine.folder).password.read_text()

    with Connection(
        f"redis+socket://:{password}@{machine.sockets}/redis.sock?virtual_host=0"
    ) as broker:
        assert broker.default_channel.client.ping()


def test_no_other_user_can_enter(machine):
    machine.start_and_count_visits()

    assert machine.sockets.stat().st_mode & 0o777 == 0o700
    assert (machine.folder / "postgres").stat().st_mode & 0o777 == 0o700
    assert (machine.folder / "postgres" / "pilot.password").stat().st_mode & 0o777 == 0o600


def test_a_closed_home_works_and_stays_closed(machine):
    home = machine.folder.parent
    home.chmod(0o700)
    before = modes(machine.folder)

    assert machine.start_and_count_visits() == 2
    machine.close()

    assert modes(machine.folder) == before


def test_a_folder_that_cannot_be_used_is_told_in_one_sentence(tmp_path):
    (tmp_path / "var").write_text("not a folder")
    result = subprocess.run(
        [sys.executable, "-c", "from pilot import embedded; embedded.database_url()"],
        cwd=PROJECT,
        env=os.environ | {"EMBEDDED_DIR": str(tmp_path / "var")},
        capture_output=True,
        text=True,
    )

    assert result.returncode == 1
    assert result.stderr.startswith(f"De map {tmp_path}/var is niet te gebruiken (")
    assert "Traceback" not in result.stderr


def test_a_folder_of_the_first_version_gets_its_second_role(machine):
    """There `pilot` was the only role, and owned the tables."""
    machine.start_and_count_visits()
    password = (machine.folder / "postgres" / "pilot.password").read_text()
    with psycopg.connect(
        host=str(machine.sockets), user="postgres", password=password, autocommit=True
    ) as database:
        database.execute("DROP ROLE pilot")
        database.execute("ALTER ROLE pilot_owner RENAME TO pilot")
    machine.close()
    (machine.folder / "postgres" / "pilot.two-roles").unlink()

    assert machine.start_and_count_visits() == 3

    with psycopg.connect(
        host=str(machine.sockets), user="pilot", password=password, dbname="pilot"
    ) as database:
        owners = database.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'visit'")
        assert owners.fetchall() == [("pilot_owner",)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            database.execute("CREATE TABLE mine ()")


def test_an_ordinary_user_can_run_it_too(machine):
    if os.geteuid() == 0:
        machine.prefix = as_nobody()
        machine.folder.parent.chmod(0o755)
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", machine.folder], check=True)

    assert machine.start_and_count_visits() == 2


def as_nobody() -> tuple[str, ...]:
    """Makes root run a command as nobody, who may read all where Python lies in a closed folder."""
    prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    needs_python = [*prefix, "env", sys.executable, "-c", "import environ, psycopg"]
    if subprocess.run(needs_python, capture_output=True).returncode:
        prefix += ("--securebits=+no_setuid_fixup",)
        prefix += ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    return (*prefix, "env")
