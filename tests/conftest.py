import os

# Tests run on a PostgreSQL and a Redis of their own, beside those of a demo that may be open.
os.environ.setdefault("EMBEDDED_DIR", os.path.join(os.path.dirname(__file__), "..", "var", "test"))
os.environ.setdefault("EMBEDDED_FSYNC", "off")
os.environ.pop("DEMO", None)

import pytest
from django.conf import settings as django_settings

from pilot.roles import Role
from tests.factories import MembershipFactory, PilotFactory, UserFactory

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


def pytest_configure(config):
    # Hashing a password costs 0.2 s by design; tests log in without one.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # No manifest and no collected files: the static files are served as they are.
    django_settings.WHITENOISE_AUTOREFRESH = True
    django_settings.WHITENOISE_USE_FINDERS = True
    django_settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """With REQUIRE_ALL=1, as CI runs, a test that was skipped is a test that failed."""
    outcome = yield
    report = outcome.get_result()
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, but everything is required: {report.longrepr}"


@pytest.fixture
def pilot(db):
    return PilotFactory()


@pytest.fixture
def login(client, pilot):
    """Log the client in as a new user with a role in `pilot`, and give that user."""

    def as_role(role=Role.CONSULTANT, *, of=None):
        user = MembershipFactory(pilot=of or pilot, role=role).user
        client.force_login(user)
        return user

    return as_role


@pytest.fixture
def stranger(db):
    return UserFactory()
