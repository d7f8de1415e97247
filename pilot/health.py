"""What the program needs to do its work, and whether it is there."""

from collections.abc import Callable
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from kombu.exceptions import OperationalError as QueueError
from redis.exceptions import RedisError

from pilot.models import Heartbeat

# The worker tells once in each sweep that it is there.
PATIENCE = timedelta(seconds=30 + 3 * settings.SWEEP_SECONDS)


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "De database antwoordt niet."
    return ""


def migrations() -> str:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "De database is van een andere versie: voer `manage.py migrate` uit."
    return ""


def queue() -> str:
    try:
        with current_app.connection_for_write() as broker:
            broker.default_channel.client.ping()
    except (QueueError, RedisError, OSError):
        return "Redis antwoordt niet. Documenten worden wel aangevraagd, maar nog niet gemaakt."
    return ""


def worker() -> str:
    heartbeat = Heartbeat.objects.first()
    if heartbeat is None:
        return "De taakverwerker (worker) of het rooster (beat) heeft zich nog nooit gemeld."
    if heartbeat.at < timezone.now() - PATIENCE:
        last = timezone.localtime(heartbeat.at)
        return f"De taakverwerker (worker) of het rooster (beat) zwijgt sinds {last:%d-%m %H:%M}."
    return ""


CHECKS: dict[str, Callable[[], str]] = {
    "database": database,
    "migrations": migrations,
    "queue": queue,
    "worker": worker,
}


def examine(names) -> dict[str, str]:
    """What is wrong with each part in one sentence, "" for nothing."""
    return {name: sentence_of(CHECKS[name]) for name in names}


def sentence_of(check) -> str:
    try:
        return check()
    except DatabaseError:
        return "Niet na te gaan, want de database antwoordt niet."
