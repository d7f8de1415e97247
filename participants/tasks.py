import logging

from celery import shared_task

from participants.models import CandidateImport, StepDraft
from participants.models.readings import check_chain

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def tidy():
    """Throw away what nobody came back to, and see whether the read log is whole."""
    CandidateImport.objects.abandoned().delete()
    StepDraft.objects.abandoned().delete()
    report = check_chain()
    if report.broken:
        logger.critical("The read log was meddled with, from row %s on", report.broken[0])
    else:
        # Kept where the log of the program is kept: apart from the database.
        logger.info("The read log is whole: %s:%s", *report.head)
