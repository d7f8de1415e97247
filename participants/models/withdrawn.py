"""What was recorded by mistake is withdrawn: it stays to be read and counts nowhere."""

from django.db import models


class Holding(models.Manager):
    """The manager `objects` of what can be withdrawn: what holds, so that nobody can forget it.

    Beside it stands `recorded`, with what was withdrawn too.
    """

    def get_queryset(self):
        return super().get_queryset().filter(withdrawn=False)


class Recorded(models.Manager):
    pass
