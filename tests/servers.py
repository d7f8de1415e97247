"""PostgreSQL and Redis of a test by itself, with real processes that are really killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pilot.embedded import Folder

PROJECT = Path(__file__).resolve().parents[1]

# A client: starts or finds the servers, tells that both answer, stays until its input closes.
# It loads the module by itself, because the package brings Celery along and that is slow.
CLIENT = """
import importlib.util, socket, sys
import environ, psycopg

spec = importlib.util.spec_from_file_location("embedded", sys.argv[1])
embedded = importlib.util.module_from_spec(spec)
sys.modules["embedded"] = embedded
spec.loader.exec_module(embedded)

url = environ.Env.db_url_config(embedded.database_owner_url())
address = {name.lower(): url[name] for name in ("HOST", "PORT", "USER", "PASSWORD")}
with psycopg.connect(dbname=url["NAME"], **address) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS visit (at timestamptz DEFAULT now())")
    connection.execute("INSERT INTO visit DEFAULT VALUES")
    connection.commit()
    visits = connection.execute("SELECT count(*) FROM visit").fetchone()[0]
with socket.socket(socket.AF_UNIX) as broker:
    broker.connect(embedded.redis_url().split("@")[1].split("?")[0])
    broker.sendall(b"PING\\r\\n")
    assert broker.recv(100).startswith(b"-NOAUTH")
print(visits, flush=True)
sys.stdin.read()
"""


class Machine:
    """A folder for the servers, and the processes that a test starts on it."""

    def __init__(self, folder: Path, prefix: tuple[str, ...] = ()):
        self.folder = folder
        self.prefix = prefix
        self.clients: list[subprocess.Popen] = []

    def start(self) -> subprocess.Popen:
        client = subprocess.Popen(
            [
                *self.prefix,
                sys.executable,
                "-B",
                "-c",
                CLIENT,
                str(PROJECT / "pilot" / "embedded.py"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ
            | {"EMBEDDED_DIR": str(self.folder), "EMBEDDED_GRACE": "0.3", "EMBEDDED_FSYNC": "off"},
        )
        self.clients.append(client)
        return client

    def start_and_count_visits(self) -> int:
        return visits(self.start())

    def kill(self, name: str) -> int:
        """Kill the owner, PostgreSQL or Redis with -9, and return the pid it had."""
        pid = self.pids()[name]
        os.kill(pid, signal.SIGKILL)
        return pid

    def pids(self) -> dict[str, int]:
        """The running processes of this folder by name."""
        marks = {
            "owner": f"embedded.py\0{self.folder}\0",
            "postgres": f"\0-D\0{self.folder}/postgres\0",
            "redis": f"unixsocket:{self.sockets}/redis.sock",
        }
        lines = {
            int(path.parent.name): command_line(path)
            for path in Path("/proc").glob("[0-9]*/cmdline")
        }
        return {
            name: pid for name, mark in marks.items() for pid, line in lines.items() if mark in line
        }

    @property
    def sockets(self) -> Path:
        return Folder(self.folder).sockets

    def close(self) -> None:
        for client in self.clients:
            client.kill()
            client.communicate()
        wait_until(lambda: not self.pids())


def command_line(path: Path) -> str:
    try:
        return os.fsdecode(path.read_bytes())
    except OSError:  # it ended meanwhile
        return ""


def visits(client: subprocess.Popen) -> int:
    line = client.stdout.readline()
    assert line, client.stderr.read()
    return int(line)


def wait_until(is_true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
