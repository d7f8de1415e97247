"""What only the owner of the database can do, and what the tests need of it."""

from django.db import connection

from pilot.database import as_owner


def meddle(table, statement, parameters=()):
    """Change a table past its triggers, as somebody who owns the database could.

    For a test with `transaction=True`: the owner has a connection of its own.
    """
    with as_owner("default"), connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, parameters)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
