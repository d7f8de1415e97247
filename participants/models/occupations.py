import uuid

from django.db import models
from django.db.models import Q

from participants.choices import Sector
from participants.models.versions import Versioned
from pilot.history import tracked
from pilot.models import Pilot


class OccupationQuerySet(models.QuerySet):
    def of(self, pilot):
        """What can be chosen in a pilot: what all pilots share and what it added itself."""
        return self.filter(Q(pilot=pilot) | Q(pilot=None), active=True)


@tracked()
class Occupation(Versioned):
    """A beroep, with whether the region is short of people for it (knelpuntberoep)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(
        Pilot, models.CASCADE, null=True, blank=True, related_name="occupations", editable=False
    )
    # ISCO-08, four digits; "" where the pilot added one without knowing it.
    code = models.CharField("ISCO-08", max_length=4, blank=True)
    name = models.CharField("naam", max_length=80)
    sector = models.CharField("sector", max_length=20, choices=Sector)
    shortage = models.BooleanField("knelpuntberoep in de regio", default=False)
    source = models.CharField("bron", max_length=200, blank=True)
    active = models.BooleanField("in gebruik", default=True)

    objects = OccupationQuerySet.as_manager()

    class Meta:
        verbose_name = "beroep"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "name"], name="occupation_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(sector__in=Sector.values), name="occupation_sector_known"
            ),
            models.CheckConstraint(
                condition=Q(code="") | Q(code__regex=r"^[0-9]{4}$"), name="occupation_code_isco"
            ),
        ]

    def __str__(self):
        return self.name
