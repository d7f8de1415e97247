"""Queues for the tests: whereto this process publishes, and addresses where nobody is."""

import socket
from contextlib import contextmanager

from celery import Celery

from pilot.celery import app


@contextmanager
def publishing_to(url):
    """What this process publishes goes to that queue meanwhile."""
    publisher = Celery("publisher", set_as_current=False)
    publisher.config_from_object("django.conf:settings", namespace="CELERY")
    publisher.conf.broker_url = url
    publisher.set_current()
    try:
        yield url
    finally:
        app.set_current()
        publisher.close()


@contextmanager
def deaf_redis(kind):
    """An address where nobody listens ("closed"), or where nobody answers ("silent")."""
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        if kind == "silent":
            port.listen()
        yield f"redis://127.0.0.1:{port.getsockname()[1]}/0"
