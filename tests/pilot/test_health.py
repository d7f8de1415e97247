"""The health page names what is wrong."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from pilot.database import as_owner
from pilot.health import PATIENCE
from pilot.models import Heartbeat
from tests.broker import deaf_redis, publishing_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def alive():
    Heartbeat.objects.beat()


@pytest.mark.usefixtures("alive")
def test_nothing_is_wrong(client):
    response = client.get("/health/")

    assert response.status_code == 200
    assert response.json() == dict.fromkeys(
        ["database", "migrations", "queue", "worker"], "in orde"
    )
    assert response["Cache-Control"] == "no-store"


def test_worker_that_never_came_is_named(client):
    response = client.get("/health/")

    assert response.status_code == 503
    assert "nooit gemeld" in response.json()["worker"]
    assert response.json()["database"] == "in orde"


def test_worker_that_fell_silent_is_named(client, alive):
    Heartbeat.objects.update(at=timezone.now() - PATIENCE - timedelta(seconds=1))

    assert "zwijgt sinds" in client.get("/health/").json()["worker"]


def test_part_is_examined_alone(client):
    response = client.get("/health/database/")

    assert (response.status_code, response.json()) == (200, {"database": "in orde"})
    assert client.get("/health/keuken/").status_code == 404


@pytest.mark.parametrize("kind", ["closed", "silent"])
def test_queue_that_does_not_answer_is_named(client, kind):
    with deaf_redis(kind) as url, publishing_to(url):
        response = client.get("/health/queue/")

    assert response.status_code == 503
    assert "Redis antwoordt niet" in response.json()["queue"]


@pytest.mark.django_db(transaction=True)
def test_migration_that_was_not_run_is_named(client):
    app_and_name = MigrationLoader(connection).graph.leaf_nodes("reports")[0]
    with as_owner("default"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = %s AND name = %s", app_and_name)
    try:
        response = client.get("/health/migrations/")
    finally:
        with as_owner("default"), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())",
                app_and_name,
            )

    assert response.status_code == 503
    assert "manage.py migrate" in response.json()["migrations"]
