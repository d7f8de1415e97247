"""The HTML of every page for every role, and of every form with everything wrong in it."""

import pytest
from django.template.loader import get_template
from django.test import Client

from reports.models import Evaluation
from reports.rendering import evaluation_html
from tests.node import validate
from tests.pilot.test_matrix import CALLERS, PATTERNS, POSTED, address_for

pytestmark = pytest.mark.django_db

# What gives a file, or is for a machine.
NO_HTML = {"health", "health-part", "participants:import-refused"}
ERROR_PAGES = ["400", "403", "403_csrf", "404", "500", "503"]
# Wrong for every kind of field at once; a field of the same name in another form gets it too.
WRONG = {
    "on": "31-02-2017",
    "next_on": "<31>",
    "starts_on": "gisteren",
    "minutes": "veel",
    "hours": "NaN",
    "type": "bestaat niet",
    "username": "met spatie & <b>",
    "note": '"</textarea><script>',
    "quarter": "nooit",
    "version": "x",
    "slug": "Niet Goed!",
}


def answers(world):
    """Every answer in HTML: by whom, from which route, asked or sent."""
    for caller in CALLERS:
        client = Client()
        if caller in world["users"]:
            client.force_login(world["users"][caller])
        for route in sorted(set(PATTERNS) - POSTED - NO_HTML):
            url = address_for(route, world)
            yield f"{caller}-{route}", client.get(url)
            yield f"{caller}-{route}-fout", client.post(url, WRONG)


def test_html_of_every_page_is_valid(world, tmp_path):
    seen = {}
    for name, response in answers(world):
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        if is_html and response.status_code == 200:
            # Who may see the same page gets the same page: once is enough to look at it.
            seen[name.replace(":", "-")] = response.content
    for name in ERROR_PAGES:
        seen[name] = get_template(f"{name}.html").render().encode()
    for name, content in seen.items():
        (tmp_path / f"{name}.html").write_bytes(content)

    assert len(seen) > 100
    assert sum(b"Fout: " in content for content in seen.values()) > 10
    assert validate(tmp_path) == []


def test_validator_finds_what_is_wrong(tmp_path):
    (tmp_path / "fout.html").write_text(
        '<!DOCTYPE html><html lang="nl"><title>x</title><p><div></div></p><a id=a></a><a id=a></a>'
    )

    complaints = validate(tmp_path)

    assert any("Duplicate ID" in complaint for complaint in complaints)
    assert any("p" in complaint for complaint in complaints)


def test_evaluation_as_the_pdf_is_made_of_is_valid_html(client, world, tmp_path):
    source = Evaluation.objects.get(number=4).draft.source
    (tmp_path / "evaluatie.html").write_text(evaluation_html(source))

    assert validate(tmp_path) == []
