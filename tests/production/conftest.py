"""The program as it runs in production: the very commands of docker-compose.yml, as processes.

Only what they connect to differs: a PostgreSQL and a Redis that this folder starts for itself,
and a port that is free.
"""

import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
import redis
import yaml

from pilot.embedded import _postgres_program
from tests.servers import PROJECT, Machine, free_port, visits, wait_until

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
HOST = "pilot.test"
# So that a test need not wait long for what was lost.
QUICK = {"SWEEP_SECONDS": "1"}
PASSWORD = "een-lang-wachtwoord-2016"


def filled_in(text: str, values: dict[str, str]) -> str:
    """What Compose makes of ${NAME}, ${NAME:-default}, ${NAME:?message} and $$."""

    def value_of(match):
        if match["dollar"]:
            return "$"
        if match["name"] in values:
            return values[match["name"]]
        assert match["default"] is not None, f"{match['name']} is required"
        return match["default"]

    pattern = r"(?P<dollar>\$\$)|\$\{(?P<name>\w+)(?::-(?P<default>[^}]*)|:\?[^}]*)?\}"
    return re.sub(pattern, value_of, text)


class Installation:
    """Servers, a database made by the script of docker-compose.yml, and the program on top."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.machine = Machine(folder / "var")
        visits(self.machine.start())
        self.processes: list[subprocess.Popen] = []
        self.started = 0
        self.port = free_port()
        password = (folder / "var" / "postgres" / "pilot.password").read_text()
        self.values = {
            "SECRET_KEY": "geheim-" * 10,
            "DATA_KEYS": "zegel-" * 10,
            "ALLOWED_HOSTS": HOST,
            "POSTGRES_PASSWORD": password,
            "DATABASE_OWNER_PASSWORD": "owner0123",
            "DATABASE_PASSWORD": "pilot0123",
            "REDIS_PASSWORD": password,
        }
        self.make_roles()

    def make_roles(self):
        """With the script that the database container runs when it is new."""
        with self.as_superuser() as connection:
            for statement in ["DATABASE pilot", "ROLE pilot", "ROLE pilot_owner"]:
                connection.execute(f"DROP {statement}")
        environment = self.environment_of("db") | {
            "PGHOST": str(self.machine.sockets),
            "PGPASSWORD": self.values["POSTGRES_PASSWORD"],
            "PATH": f"{Path(_postgres_program('psql')).parent}:{os.environ['PATH']}",
        }
        script = filled_in(COMPOSE["configs"]["roles"]["content"], self.values)
        subprocess.run(["bash", "-e"], input=script, text=True, env=environment, check=True)

    def as_superuser(self):
        return psycopg.connect(
            host=str(self.machine.sockets),
            user="postgres",
            password=self.values["POSTGRES_PASSWORD"],
            dbname="postgres",
            autocommit=True,
        )

    def database(self):
        """A connection as the role that serves the pages."""
        return psycopg.connect(
            host=str(self.machine.sockets),
            user="pilot",
            password=self.values["DATABASE_PASSWORD"],
            dbname="pilot",
            autocommit=True,
        )

    def redis(self):
        path = self.machine.sockets / "redis.sock"
        return redis.Redis(unix_socket_path=str(path), password=self.values["REDIS_PASSWORD"])

    def environment_of(self, service: str) -> dict[str, str]:
        """What Compose gives to a service, with our servers for those of the containers."""
        sockets = self.machine.sockets
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"}
        # In the image these are collected when it is built.
        environment["STATIC_ROOT"] = str(self.folder / "static")
        for name, text in COMPOSE["services"][service]["environment"].items():
            value = filled_in(text, self.values)
            value = re.sub(r"@db:(\d+)/", rf"@:\1/{sockets}/", value)
            value = re.sub(
                r"^redis://(.*)@redis:\d+/0$",
                rf"redis+socket://\1@{sockets}/redis.sock?virtual_host=0",
                value,
            )
            environment[name] = value
        return environment

    def command_of(self, service: str, port: int = 0) -> list[str]:
        program, *arguments = COMPOSE["services"][service]["command"]
        here = {
            "--bind=0.0.0.0:8000": f"--bind=127.0.0.1:{port or self.port}",
        }
        program = str(Path(sys.executable).parent / program)
        return [program, *(here.get(part, part) for part in arguments)]

    def run(self, service: str, *, command=None, **environment) -> str:
        """Run the command of a service to its end, and give what it printed."""
        done = subprocess.run(
            command or self.command_of(service),
            cwd=PROJECT,
            env=self.environment_of(service) | environment,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def manage(self, *arguments, service="web", **environment) -> str:
        command = [sys.executable, "manage.py", *arguments]
        return self.run(service, command=command, **environment)

    def start(self, service: str, *, ready: str, command=None, **environment) -> subprocess.Popen:
        """Start the command of a service, in a group of its own, and wait for a line of its log."""
        self.started += 1
        log = self.folder / f"{self.started}-{service}.log"
        with log.open("w") as output:
            process = subprocess.Popen(
                command or self.command_of(service),
                cwd=PROJECT,
                env=self.environment_of(service) | QUICK | environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self.processes.append(process)
        process.log = log
        wait_until(lambda: ready in log.read_text() or process.poll() is not None, 60)
        assert process.poll() is None, log.read_text()
        return process

    def start_web(self, port=0, **environment):
        command = self.command_of("web", port)
        return self.start("web", ready="Booting worker", command=command, **environment)

    def start_worker(self, app="pilot", **environment):
        command = [
            f"--app={app}" if part == "--app=pilot" else part for part in self.command_of("worker")
        ]
        return self.start("worker", ready="ready.", command=command, **environment)

    def start_beat(self):
        return self.start("beat", ready="")

    def wait(self, condition, seconds=60):
        """Wait until something is so; where it does not come, tell what there is to know."""
        try:
            wait_until(condition, seconds)
        except AssertionError:
            with self.database() as database:
                documents = database.execute(
                    "SELECT id, state, progress, attempts, attempts_allowed, lease_until, error"
                    " FROM reports_document ORDER BY id DESC LIMIT 12"
                ).fetchall()
            logs = [f"{one.log.name}:\n{one.log.read_text()[-3000:]}" for one in self.processes]
            pytest.fail("\n".join(["It did not happen in time.", *map(str, documents), *logs]))

    def stop(self, process, number=signal.SIGTERM):
        stop(process, number)
        self.processes.remove(process)

    def close(self):
        for process in self.processes:
            stop(process, signal.SIGKILL)
        self.machine.close()


def stop(process, number):
    """Signal the main process, or with SIGKILL all that it started."""
    if process.poll() is None:
        if number == signal.SIGKILL:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
    process.wait(60)


def hidden_fields(page) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', page))


class Visitor:
    """A browser that goes by the proxy: keeps cookies, and says that it came over https."""

    def __init__(self, installation, port=0):
        self.port = port or installation.port
        self.cookies: dict[str, str] = {}
        self.status = 0

    def ask(self, path, data=None) -> str:
        """The text of a page, after following where it leads; `content` holds the bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Host": HOST,
            "X-Forwarded-Proto": "https",
            "Origin": f"https://{HOST}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        body = None
        if data is not None:
            body = urlencode(data, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request("POST" if body is not None else "GET", path, body, headers)
            response = connection.getresponse()
            self.content = response.read()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        self.status, self.headers = response.status, response.headers
        if response.status in (301, 302):
            return self.ask(response.headers["Location"])
        return self.content.decode(errors="replace")

    def send(self, path, *, to="", **data) -> str:
        """Send the form of a page, with what it needs against forgery and what it holds hidden."""
        return self.ask(to or path, hidden_fields(self.ask(path)) | data)

    def log_in(self, username):
        page = self.send("/inloggen/", username=username, password=PASSWORD)
        assert "Uitloggen" in page
        return self


@pytest.fixture(scope="session")
def installation():
    with tempfile.TemporaryDirectory(prefix="pilot-production-", dir="/tmp") as folder:
        made = Installation(Path(folder))
        try:
            with ThreadPoolExecutor() as both:
                both.submit(made.manage, "collectstatic", "--no-input", "--verbosity=0")
                both.submit(made.run, "migrate").result()
            made.manage(
                "createsuperuser",
                "--no-input",
                "--username=eerste",
                "--email=",
                DJANGO_SUPERUSER_PASSWORD=PASSWORD,
            )
            yield made
        finally:
            made.close()


@pytest.fixture(scope="session")
def web(installation):
    """The web server, for all tests that do not stop it."""
    return installation.start_web()


@pytest.fixture(scope="session")
def people(installation, web):
    """A pilot, with somebody who leads it and somebody who manages it, made by the first user."""
    administrator = Visitor(installation).log_in("eerste")
    page = administrator.send(
        "/beheer/pilot-toevoegen/",
        name="Pilot 2024",
        slug="pilot-2024",
        target_group="Kansrijke asielzoekers",
        starts_on="1-1-2024",
        ends_on="31-12-2024",
        participants_target=20,
        outflow_target_percentage=20,
        caseload_norm=25,
        regular_caseload_norm=120,
    )
    assert "Pilot 2024" in page
    form = administrator.ask("/beheer/gebruiker-toevoegen/")
    role_field = re.search(r'name="(role_\d+)"', form)[1]
    for username, role in [("leider", "project_leader"), ("directeur", "management")]:
        page = administrator.send(
            "/beheer/gebruiker-toevoegen/",
            username=username,
            first_name=username.title(),
            last_name="Voorbeeld",
            is_active="on",
            password=PASSWORD,
            **{role_field: role},
        )
        assert "is opgeslagen" in page
