import os

from celery import Celery
from celery.signals import beat_embedded_init, worker_process_init, worker_ready

from pilot import embedded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilot.settings")

app = Celery("pilot")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@beat_embedded_init.connect
@worker_process_init.connect
def end_with_the_worker(**kwargs):
    # A pool process whose worker was killed with -9 would otherwise wait for work for ever.
    embedded.die_with_parent()


@worker_ready.connect
def take_up_what_waits(**kwargs):
    # Without waiting for the schedule: after an outage somebody waits for a document.
    app.send_task("reports.tasks.sweep")
