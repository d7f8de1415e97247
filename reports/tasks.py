from celery import shared_task
from django.conf import settings

from pilot.models import Heartbeat
from reports.models import Document


@shared_task(acks_late=True, reject_on_worker_lost=True, ignore_result=True)
def make_document(document_id):
    document = Document.objects.claim(document_id)
    if document is None:
        return  # made already, or another worker holds it
    try:
        document.make()
    except BaseException as error:
        # WeasyPrint's fatal error and a worker that is stopped are not Exceptions.
        document.fail(error)
        raise


@shared_task(ignore_result=True)
def sweep():
    """Take up what was never delivered, or left behind by a worker that ended."""
    Heartbeat.objects.beat()
    Document.objects.give_up()
    Document.objects.outdated().delete()
    for document_id in Document.objects.unclaimed().values_list("pk", flat=True):
        # The next sweep rings again, so that the messages of a night do not pile up.
        make_document.apply_async([document_id], expires=settings.SWEEP_SECONDS)
