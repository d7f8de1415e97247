import re
import time
from datetime import timedelta
from importlib import import_module
from threading import Barrier, Thread

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    connection,
    transaction,
)
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from weasyprint.urls import FatalURLFetchingError

from reports.models import Document, DocumentDamaged
from reports.models.documents import ATTEMPTS, sha256
from reports.tasks import make_document, sweep
from tests.servers import wait_until

PAST = timedelta(minutes=-1)


def stored(document):
    return Document.objects.get(pk=document.pk)


def abandon(document):
    """As after a worker that was killed: busy, with a lease that has run out."""
    claimed = Document.objects.claim(document.pk)
    Document.objects.filter(pk=document.pk).update(lease_until=timezone.now() + PAST)
    return claimed


def at_once(function, times):
    """Call a function in that many threads at the same moment, and give all answers."""
    answers, start = [], Barrier(times)

    def call():
        try:
            start.wait()
            answers.append(function())
        finally:
            connection.close()

    threads = [Thread(target=call) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


# Asking


def test_request_of_the_same_content_is_one_document(pilot, leader, source, document):
    again = Document.objects.request(pilot=pilot, kind="evaluation", source=source, by=leader)

    assert again == document
    assert Document.objects.count() == 1


def test_request_rings_when_the_transaction_ends(
    pilot, leader, source, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        Document.objects.request(pilot=pilot, kind="evaluation", source=source, by=leader)
        assert callbacks == []

    assert [callback.__name__ for callback in callbacks] == ["ring"]


def test_request_that_is_rolled_back_rings_nobody(
    pilot, leader, source, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        Document.objects.request(pilot=pilot, kind="evaluation", source=source, by=leader)
        transaction.set_rollback(True)

    assert callbacks == []
    assert Document.objects.count() == 0


@pytest.mark.usefixtures("deaf_broker")
def test_request_without_a_queue_waits(document, caplog):
    import_module("kombu.transport.redis")  # as pilot.wsgi does, before the first request
    began = time.monotonic()

    document.ring()

    assert time.monotonic() - began < 2
    assert stored(document).state == "requested"
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_request_for_a_document_that_is_ready_rings_nobody(
    pilot, leader, source, document, django_capture_on_commit_callbacks
):
    make_document(document.pk)

    with django_capture_on_commit_callbacks() as callbacks:
        Document.objects.request(pilot=pilot, kind="evaluation", source=source, by=leader)

    assert callbacks == []


# Claiming


@pytest.mark.django_db(transaction=True)
def test_claim_by_many_workers_is_given_to_one(document):
    claims = at_once(lambda: Document.objects.claim(document.pk), 12)

    assert [claim for claim in claims if claim] == [document]
    assert len(claims) == 12
    assert stored(document).attempts == 1


def test_claim_that_was_abandoned_is_taken_over(document):
    abandon(document)

    assert Document.objects.claim(document.pk).attempts == 2


def test_claim_of_what_another_worker_holds_is_none(document):
    Document.objects.claim(document.pk)

    assert Document.objects.claim(document.pk) is None


def test_claim_of_what_is_ready_is_none(document):
    make_document(document.pk)

    assert Document.objects.claim(document.pk) is None


def test_claim_of_what_is_not_there_is_none(db):
    assert Document.objects.claim(0) is None


# Making


def test_make_stores_the_pdf_with_its_fingerprint(document):
    make_document(document.pk)

    made = stored(document)
    assert (made.state, made.progress, made.attempts, made.error) == ("ready", 100, 1, "")
    assert bytes(made.content).startswith(b"%PDF-1.7")
    assert bytes(made.content).rstrip().endswith(b"%%EOF")
    assert made.sha256 == sha256(bytes(made.content))
    assert made.lease_until is None


def test_make_shows_its_progress(document):
    with CaptureQueriesContext(connection) as queries:
        make_document(document.pk)

    shown = [re.findall(r'SET.*"progress" = (\d+)', query["sql"]) for query in queries]
    assert [number for numbers in shown for number in numbers] == ["0", "10", "40", "100"]


def test_task_that_is_delivered_twice_makes_one_pdf(document):
    make_document(document.pk)
    first = stored(document)

    make_document(document.pk)

    second = stored(document)
    assert bytes(second.content) == bytes(first.content)
    assert (second.attempts, second.made_at) == (1, first.made_at)


@pytest.mark.django_db(transaction=True)
def test_task_that_is_delivered_twice_at_once_makes_one_pdf(document):
    at_once(lambda: make_document(document.pk), 4)

    made = stored(document)
    assert (made.state, made.attempts) == ("ready", 1)


def test_worker_that_lost_its_claim_stores_nothing(document):
    slow = abandon(document)
    Document.objects.claim(document.pk).make()
    made = stored(document)

    slow.make()
    slow.fail(RuntimeError())

    assert bytes(stored(document).content) == bytes(made.content)
    assert stored(document).made_at == made.made_at
    assert stored(document).state == "ready"


# Failing


@pytest.fixture
def broken(document):
    """A document that cannot be rendered."""
    Document.objects.filter(pk=document.pk).update(source={"quarter": "2016-4"})
    return document


def test_rendering_that_raises_keeps_the_reason(broken):
    with pytest.raises(KeyError):
        make_document(broken.pk)

    failed = stored(broken)
    assert failed.state == "failed"
    assert failed.error == (
        "Er ging iets mis bij het maken van de PDF. "
        f"Geef de beheerder dit kenmerk: {str(failed.uuid)[:8]}."
    )
    assert failed.content is None


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (SoftTimeLimitExceeded(), "Het maken van de PDF duurde langer dan 60 seconden. "),
        (MemoryError(), "Er was te weinig geheugen om de PDF te maken."),
        (FatalURLFetchingError(), "Er ging iets mis bij het maken van de PDF. "),
    ],
)
def test_failure_is_told_in_words(document, error, reason):
    Document.objects.claim(document.pk).fail(error)

    assert stored(document).state == "failed"
    assert stored(document).error.startswith(reason)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_document_of_which_the_database_went_away_is_taken_up_again(document, error):
    for attempt in range(1, ATTEMPTS + 1):
        claimed = Document.objects.claim(document.pk)
        assert claimed.attempts == attempt
        claimed.fail(error)
    sweep()

    assert stored(document).state == "failed"


@pytest.mark.parametrize("signal", [SystemExit(), KeyboardInterrupt()])
def test_worker_that_is_stopped_gives_the_document_back(document, signal):
    Document.objects.claim(document.pk).fail(signal)

    assert stored(document).state == "requested"
    assert Document.objects.claim(document.pk).attempts == 2


def test_failed_document_can_be_asked_again(broken, source, django_capture_on_commit_callbacks):
    with pytest.raises(KeyError):
        make_document(broken.pk)
    Document.objects.filter(pk=broken.pk).update(source=source)

    with django_capture_on_commit_callbacks() as callbacks:
        stored(broken).ask_again()
    make_document(broken.pk)

    assert len(callbacks) == 1
    assert stored(broken).state == "ready"


def test_document_that_ends_every_worker_is_given_up(document):
    for _ in range(ATTEMPTS):
        abandon(document)

    assert Document.objects.claim(document.pk) is None
    sweep()

    assert stored(document).state == "failed"
    assert stored(document).error == (
        "Het programma dat de PDF maakt, stopte 5 keer halverwege. "
        "Waarschijnlijk was er te weinig geheugen of is de tekst te lang."
    )


def test_document_that_was_given_up_gets_its_attempts_anew(document):
    for _ in range(ATTEMPTS):
        abandon(document)
    sweep()

    stored(document).ask_again()
    make_document(document.pk)

    assert (stored(document).state, stored(document).attempts) == ("ready", ATTEMPTS + 1)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (2, True)])
def test_document_that_waits_long_is_late(document, minutes, late):
    document.requested_at = timezone.now() - timedelta(minutes=minutes)

    assert document.is_late is late


# Keeping


def test_bytes_that_were_changed_are_refused(document):
    make_document(document.pk)
    damaged = stored(document)
    damaged.content = b"%PDF-1.7 iets anders %%EOF"

    with pytest.raises(DocumentDamaged):
        damaged.checked_content()


def test_document_that_is_ready_stays_as_it_is(document):
    make_document(document.pk)

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(content=b"%PDF-1.7 iets anders %%EOF")
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        Document.objects.filter(pk=document.pk).delete()


def test_bytes_are_read_only_when_asked_for(document):
    assert stored(document).get_deferred_fields() == {"content"}


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("document_state_known", {"state": "lost"}),
        ("document_ready_has_content", {"state": "ready"}),
        ("document_ready_has_content", {"sha256": "0" * 64}),
        ("document_busy_has_lease", {"state": "busy"}),
        ("document_failed_has_reason", {"state": "failed"}),
        ("document_progress_at_most_100", {"progress": 101}),
    ],
)
def test_database_refuses(document, constraint, values):
    with pytest.raises(IntegrityError, match=constraint):
        Document.objects.filter(pk=document.pk).update(**values)


def test_database_refuses_the_same_content_twice(document):
    with pytest.raises(IntegrityError, match="document_source_once"):
        Document.objects.create(
            pilot=document.pilot,
            kind=document.kind,
            source=document.source,
            source_sha256=document.source_sha256,
            requested_by=document.requested_by,
        )


# A real worker, a real queue


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("celery_worker")
def test_worker_makes_what_is_asked_for(document):
    wait_until(lambda: stored(document).state == "ready")

    made = stored(document)
    assert sha256(made.checked_content()) == made.sha256
    assert made.attempts == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("celery_worker")
def test_sweep_takes_up_what_was_never_delivered(pilot, leader, source):
    lost = Document.objects.create(
        pilot=pilot,
        kind="evaluation",
        source=source,
        source_sha256="0" * 64,
        requested_by=leader,
    )

    sweep()

    wait_until(lambda: stored(lost).state == "ready")
