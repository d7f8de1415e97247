"""What somebody sees when a page cannot be shown: what happened and what to do, in Dutch."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import path
from pytest_django.asserts import assertContains

from pilot import views
from pilot.urls import handler400, handler403, handler404, handler500  # noqa: F401
from pilot.urls import urlpatterns as real


def raising(error):
    def view(request):
        raise error

    view.login_required = False
    return view


urlpatterns = [
    path("verdacht/", raising(SuspiciousOperation())),
    path("stuk/", raising(RuntimeError())),
    path("weg/", raising(OperationalError())),
    path("dicht/", raising(InterfaceError())),
    *real,
]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/verdacht/", 400, "Dit verzoek is niet te begrijpen"),
        ("/stuk/", 500, "Er ging iets mis aan onze kant"),
        ("/weg/", 503, "Het programma is even niet bereikbaar"),
        ("/dicht/", 503, "Het programma is even niet bereikbaar"),
    ],
)
def test_page_says_what_happened_without_the_database(visitor, address, status, says):
    # No mark that opens the database: a query would fail this test.
    response = visitor.get(address)

    assertContains(response, f"<h1>{says}</h1>", status_code=status)
    assertContains(response, 'lang="nl"', status_code=status)
    assertContains(response, "Naar de startpagina", status_code=status)


def test_missing_page_and_missing_right_ask_nothing_of_the_database(rf):
    for view, status in [(views.not_found, 404), (views.no_access, 403)]:
        assert view(rf.get("/"), None).status_code == status


def test_form_without_its_token_says_that_nothing_was_stored(db):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/inloggen/", {"username": "iemand", "password": "iets"})

    assertContains(response, "Er is niets opgeslagen", status_code=403)


@pytest.mark.urls(__name__)
def test_error_page_carries_the_policy_too(visitor):
    assert "default-src 'none'" in visitor.get("/stuk/")["Content-Security-Policy"]
