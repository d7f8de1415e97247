from django.core.management.commands import migrate
from django.db import connections

from pilot.database import as_owner, grant


class Command(migrate.Command):
    """Django's own, as the role that owns the tables; then the rights of the one that uses them."""

    def handle(self, *args, **options):
        connection = connections[options["database"]]
        serving = connection.settings_dict["USER"]
        with as_owner(options["database"]):
            super().handle(*args, **options)
            grant(connection, serving)
