from django.db import models

from participants.import_columns import keys
from participants.import_files import LONGEST_HEADING
from pilot.models import Pilot


class ImportColumnManager(models.Manager):
    def remembered(self, pilot) -> dict[str, str]:
        return dict(self.filter(pilot=pilot).values_list("heading", "field"))

    def remember(self, pilot, headings, columns):
        chosen = {key: name for key, name in zip(keys(headings), columns, strict=True) if key}
        self.bulk_create(
            [ImportColumn(pilot=pilot, heading=key, field=name) for key, name in chosen.items()],
            update_conflicts=True,
            unique_fields=["pilot", "heading"],
            update_fields=["field"],
        )


class ImportColumn(models.Model):
    """What a column with this heading is in the lists of a pilot, as chosen the last time.

    `heading`: as `import_columns.keys` gives it. `field`: "" for a column that is not used.
    """

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="import_columns")
    # Folded, a letter can become three.
    heading = models.CharField("kolomkop", max_length=4 * LONGEST_HEADING)
    field = models.CharField("veld", max_length=30, blank=True)

    objects = ImportColumnManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pilot", "heading"], name="import_column_once"),
        ]

    def __str__(self):
        return self.heading
