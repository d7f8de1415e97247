"""The task as one would write it first: no claim, no lease, no sweep, the message is the truth.

The control of the fault storm: it must lose documents, or the storm proves nothing.
"""

import os

import django
from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilot.settings")
django.setup()

# Models can be imported only now.
from django.utils import timezone  # noqa: E402

from reports.models import Document  # noqa: E402
from reports.models.documents import DocumentState, sha256  # noqa: E402
from reports.rendering import render_pdf  # noqa: E402

app = Celery("naive", broker=os.environ["REDIS_URL"])


@app.task(name="naive", ignore_result=True)
def make(document_id):
    document = Document.objects.get(pk=document_id)
    Document.objects.filter(pk=document_id).update(progress=40)
    content = render_pdf(document.as_html())
    Document.objects.filter(pk=document_id).update(
        state=DocumentState.READY,
        progress=100,
        content=content,
        sha256=sha256(content),
        made_at=timezone.now(),
    )
