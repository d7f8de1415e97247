import os

# Celery would load this with the first message, and a request would wait a second for it.
import kombu.transport.redis  # noqa: F401
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilot.settings")

application = get_wsgi_application()
