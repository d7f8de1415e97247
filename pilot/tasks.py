from celery import shared_task
from django.core.management import call_command


@shared_task(ignore_result=True)
def clear_sessions():
    """Forget who was logged in and let it run out."""
    call_command("clearsessions")
