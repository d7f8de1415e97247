import os

# Tests run on a PostgreSQL and a Redis of their own, beside those of a demo that may be open.
os.environ.setdefault("EMBEDDED_DIR", os.path.join(os.path.dirname(__file__), "..", "var", "test"))
os.environ.setdefault("EMBEDDED_FSYNC", "off")
os.environ.pop("DEMO", None)

import environ
import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from hypothesis import settings as hypothesis_settings

from pilot.database import append_only_tables, as_owner, connect_as, grant
from pilot.roles import Role
from tests.factories import MembershipFactory, PilotFactory, UserFactory

# `make drill`: the tests that are marked with it do all that they can, and not a sample.
DRILL = os.environ.get("DRILL") == "1"
REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"


# A fixed sample every day; in the drill many more, and other ones each time.
hypothesis_settings.register_profile("sample", deadline=None, derandomize=True, max_examples=200)
hypothesis_settings.register_profile("drill", deadline=None, max_examples=5000)
hypothesis_settings.load_profile("drill" if DRILL else "sample")


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


OWNER = environ.Env.db_url_config(django_settings.DATABASE_OWNER_URL)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """The database of the tests is made by the owner, as in real life ..."""
    usual = connection.settings_dict["USER"], connection.settings_dict["PASSWORD"]
    connect_as(connection, OWNER["USER"], OWNER["PASSWORD"])
    return usual


@pytest.fixture(scope="session")
def django_db_setup(django_db_modify_db_settings, django_db_setup, django_db_blocker):
    """... and used by the role that serves the pages, which may do no more than it needs."""
    with django_db_blocker.unblock():
        grant(connection, django_db_modify_db_settings[0])
        connect_as(connection, *django_db_modify_db_settings)
    yield
    with django_db_blocker.unblock():
        connect_as(connection, OWNER["USER"], OWNER["PASSWORD"])


@pytest.fixture(autouse=True, scope="session")
def emptied_by_the_owner():
    """After a test that committed Django empties all tables: nobody else may, history included."""

    def empty(self, statements):
        tables = [self.quote_name(table) for table in append_only_tables()]
        with as_owner("default"), transaction.atomic(), self.connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in statements:
                cursor.execute(statement)
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", empty)
        yield


@pytest.fixture
def pilot(db):
    return PilotFactory()


def enter(client, user, pilot):
    """Log in as somebody who was in this pilot last, so that no request has to write that down."""
    client.force_login(user)
    user.last_pilot = pilot
    user.save(update_fields=["last_pilot"])


@pytest.fixture
def login(client, pilot):
    """Log the client in as a new user with a role in `pilot`, and give that user."""

    def as_role(role=Role.CONSULTANT, *, of=None):
        user = MembershipFactory(pilot=of or pilot, role=role).user
        enter(client, user, of or pilot)
        return user

    return as_role


@pytest.fixture
def stranger(db):
    return UserFactory()
