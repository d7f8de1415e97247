"""A demo as `make demo` starts it, and the browser that looks at it."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tests.servers import free_port, wait_until

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium")
START_TIMEOUT = 300
PILOT = "/vergunninghouders-2016"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def running_demo(folder: Path):
    """The address of a demo with its servers in this folder; it ends as Ctrl-C ends it."""
    port = free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    }
    environment |= {"DEMO": "1", "EMBEDDED_DIR": str(folder)}
    log = folder / "demo.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until(
            lambda: "Stoppen: Ctrl-C." in log.read_text() or process.poll() is not None,
            START_TIMEOUT,
        )
        assert process.poll() is None, log.read_text()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    assert process.returncode == 0, log.read_text()
    assert "Traceback" not in log.read_text()
