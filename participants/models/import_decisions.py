from django.conf import settings
from django.db import models
from django.db.models import Q

from participants.importing import Decision
from pilot.models import Pilot


class SamePersonManager(models.Manager):
    def remember(self, pilot, rows):
        """What was decided about these rows of a list that is being confirmed."""
        same = [row for row in rows if row.decision == Decision.SAME]
        self.filter(pilot=pilot, identity__in=[row.identity for row in rows]).delete()
        self.bulk_create(
            [
                SamePerson(
                    pilot=pilot,
                    identity=row.identity,
                    decided_by_id=row.decided_by_id,
                    decided_at=row.decided_at,
                )
                for row in same
            ],
            # The same twice in one list.
            ignore_conflicts=True,
        )

    def apply(self, pilot, rows):
        """Decide about rows that are not saved yet what was decided about them before."""
        known = {same.identity: same for same in self.filter(pilot=pilot)}
        for row in rows:
            if row.is_possible and (same := known.get(row.identity)):
                row.decision = Decision.SAME
                row.decided_by_id, row.decided_at = same.decided_by_id, same.decided_at


class SamePerson(models.Model):
    """Who stands in the lists of a pilot with this number, name and day of birth is somebody who
    is in it already, so it was decided. Only a fingerprint of them is kept."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="same_people")
    identity = models.CharField(max_length=64, editable=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("besloten")

    objects = SamePersonManager()

    class Meta:
        verbose_name = "besluit over een dubbele regel"
        constraints = [
            models.UniqueConstraint(fields=["pilot", "identity"], name="same_person_once"),
            models.CheckConstraint(
                condition=Q(identity__regex=r"^[0-9a-f]{64}$"),
                name="same_person_is_fingerprint",
            ),
        ]

    def __str__(self):
        return f"Besluit {self.pk}"
