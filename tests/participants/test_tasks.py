"""What happens every night."""

import logging
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from participants.models import CandidateImport, ImportRow, Reading
from participants.models.imports import KEPT_UNCONFIRMED
from participants.models.readings import Page
from participants.tasks import tidy
from pilot.celery import app
from pilot.tasks import clear_sessions
from tests.database import meddle

pytestmark = pytest.mark.django_db


def test_every_task_of_the_schedule_exists():
    app.loader.import_default_modules()

    assert {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} <= set(app.tasks)


@pytest.mark.parametrize(("days", "kept"), [(-1, False), (1, True)])
def test_previews_that_nobody_confirmed_are_thrown_away(pilot, stranger, days, kept):
    content = b"clientnummer;voornaam;achternaam;geboortedatum;toegewezen op\n1;A;B;1-1-1980;\n"
    CandidateImport.objects.read(SimpleUploadedFile("lijst.csv", content), pilot=pilot, by=stranger)
    read_at = timezone.now() - KEPT_UNCONFIRMED + timedelta(days=days)
    CandidateImport.objects.update(at=read_at)

    tidy()

    assert CandidateImport.objects.exists() is kept
    assert ImportRow.objects.exists() is kept


def test_state_of_the_read_log_is_noted_outside_the_database(pilot, stranger, caplog):
    Reading.objects.create(user=stranger, pilot=pilot, page=Page.DETAIL, action="shown", ids=[1])

    with caplog.at_level(logging.INFO, "participants.tasks"):
        tidy()

    assert f"whole: 1:{bytes(Reading.objects.get().hash).hex()}" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_read_log_that_was_meddled_with_is_an_alarm(pilot, stranger, caplog):
    Reading.objects.create(user=stranger, pilot=pilot, page=Page.DETAIL, action="shown", ids=[1])
    meddle("participants_reading", "UPDATE participants_reading SET ids = '{2}'")

    tidy()

    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    assert "from row 1 on" in caplog.text


def test_sessions_that_ran_out_are_forgotten(client, login):
    login()
    assert Session.objects.count() == 1
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    clear_sessions()

    assert not Session.objects.exists()
