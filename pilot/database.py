"""Two roles in the database: one makes the tables, the other, which serves the pages, fills them.

The second one can add to what nobody may rewrite (history, read log), and cannot change the rules.
"""

from contextlib import contextmanager

import environ
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.db import connections, transaction
from psycopg import sql

# What a model says of itself (`append_only = True`) when its rows may be added and read only.
APPEND_ONLY = "append_only"


@contextmanager
def as_owner(alias):
    """Connect as the owner of the tables meanwhile."""
    if not settings.DATABASE_OWNER_URL:
        if settings.PRODUCTION:
            raise CommandError("Set DATABASE_OWNER_URL: the role that may change the tables.")
        yield
        return
    connection = connections[alias]
    owner = environ.Env.db_url_config(settings.DATABASE_OWNER_URL)
    usual = connection.settings_dict["USER"], connection.settings_dict["PASSWORD"]
    try:
        connect_as(connection, owner["USER"], owner["PASSWORD"])
        yield
    finally:
        connect_as(connection, *usual)


def connect_as(connection, user, password):
    connection.close()
    connection.settings_dict |= {"USER": user, "PASSWORD": password}


def append_only_tables():
    """The tables of history and read log."""
    return sorted(
        model._meta.db_table for model in apps.get_models() if getattr(model, APPEND_ONLY, False)
    )


def grant(connection, role):
    """Give the role that serves pages its rights on all tables, and no more than those."""
    if role == connection.settings_dict["USER"]:
        return
    role = sql.Identifier(role)
    statements = [
        "GRANT USAGE ON SCHEMA public TO {role}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    ]
    closed = [("django_migrations", "INSERT, UPDATE, DELETE")]
    closed += [(table, "UPDATE, DELETE") for table in append_only_tables()]
    existing = set(connection.introspection.table_names())
    # At once, so that pages that are being served never find a table closed.
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(sql.SQL(statement).format(role=role))
        for table, rights in closed:
            if table in existing:
                cursor.execute(
                    sql.SQL("REVOKE {rights} ON {table} FROM {role}").format(
                        rights=sql.SQL(rights), table=sql.Identifier(table), role=role
                    )
                )
