import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from pilot import embedded

ANSWER_TIMEOUT = 60  # seconds
STOP_TIMEOUT = 10
# A demo that is started by root runs Celery as root too: that needs no warning of ten lines.
WORKER = [
    *("-W", "ignore::UserWarning:celery.platforms", "-m"),
    *(
        "celery",
        "--quiet",
        "--app",
        "pilot",
        "worker",
        "--beat",
        "--concurrency",
        "1",
        "--loglevel",
        "warning",
    ),
]
# Threads, because a worker with threads notices within a second that gunicorn itself was killed.
SERVER = [
    *("-m", "gunicorn", "pilot.wsgi", "--workers", "2", "--threads", "2"),
    *("--log-level", "warning", "--no-control-socket"),
]


class Command(BaseCommand):
    help = "Vult een demopilot en serveert hem, tot Ctrl-C. Gebruik `make demo`."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        refuse_port_in_use(port)
        if not settings.DEMO:
            raise CommandError(
                "Dit vult de database met een demo. Gebruik `make demo`, of zet DEMO=1."
            )
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        try:
            self.run(port)
        except KeyboardInterrupt:
            self.stdout.write("\nDe demo is gestopt.")

    def run(self, port):
        self.stdout.write("De demo wordt klaargezet ...")
        self.stdout.flush()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("seed_demo")
        call_command("collectstatic", interactive=False, verbosity=0)
        accounts = [f"  {user.username:15} {user}" for user in demo_accounts()]
        connections.close_all()
        with ExitStack() as stack:
            children = {
                "De taakverwerker (celery)": stack.enter_context(running(WORKER)),
                "De webserver (gunicorn)": stack.enter_context(
                    running([*SERVER, "--bind", f"127.0.0.1:{port}"])
                ),
            }
            wait_for_answer(port, children)
            self.stdout.write(
                "\n".join(
                    [
                        "",
                        f"De demo draait op http://127.0.0.1:{port}/",
                        "Kies op de inlogpagina een van deze accounts, zonder wachtwoord:",
                        *accounts,
                        "Stoppen: Ctrl-C.",
                    ]
                )
            )
            self.stdout.flush()
            while True:
                refuse_ended(children)
                if not os.environ.get("DATABASE_URL"):
                    embedded.database_url()  # starts its owner again, should that have been killed
                time.sleep(1)


def refuse_port_in_use(port):
    with socket.socket() as probe:
        # As gunicorn does: a port that was left a minute ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Poort {port} is niet vrij ({error}). Draait de demo al? "
                "Kies anders een andere poort: make demo PORT=9000"
            ) from error


def demo_accounts():
    users = get_user_model().objects.filter(is_active=True, username__in=settings.DEMO_USERNAMES)
    return sorted(users, key=lambda user: settings.DEMO_USERNAMES.index(user.username))


@contextmanager
def running(arguments):
    """A child in a session of its own: Ctrl-C reaches only us, and we stop it in order."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        start_new_session=True,
        preexec_fn=embedded.dying_with_me(),
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def refuse_ended(children):
    for name, process in children.items():
        if process.poll() is not None:
            raise CommandError(
                f"{name} is onverwacht gestopt (code {process.returncode}); de demo stopt ook."
            )


def wait_for_answer(port, children):
    deadline = time.monotonic() + ANSWER_TIMEOUT
    while time.monotonic() < deadline:
        refuse_ended(children)
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_TIMEOUT)
            connection.request("GET", "/")
            if connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise CommandError("De demo antwoordt niet; zie de meldingen hierboven.")
