"""Rows that are edited by several people: nothing is overwritten without a word."""

from django.conf import settings
from django.db import models, transaction

from pilot.templatetags.ui import cell


class ChangedMeanwhile(Exception):
    """A colleague saved the row after it was opened.

    `row`: as it is now. `differences`: what changed since, in words.
    """

    def __init__(self, row, differences: list[str]):
        self.row = row
        self.differences = differences
        super().__init__(f"{row._meta.model_name} {row.pk}")


class Versioned(models.Model):
    """What every edited row has; not a row by itself. The model is tracked as well."""

    version = models.PositiveIntegerField(default=1, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        abstract = True

    @transaction.atomic
    def edit(self, values: dict, *, version: int, by, changed=False) -> None:
        """Store values over the version that they were typed over, or raise ChangedMeanwhile.

        `changed`: something that belongs to the row changes as well.
        """
        now = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if not changed and all(getattr(now, field) == value for field, value in values.items()):
            return
        if now.version != version:
            raise ChangedMeanwhile(now, now.differences_since(version))
        for field, value in values.items():
            setattr(self, field, value)
        self.version, self.edited_by = version + 1, by
        self.save(update_fields=[*values, "version", "edited_by"])

    def differences_since(self, version: int) -> list[str]:
        """What was changed after a version, as 'Plaats: van Meerssen naar Gulpen'."""
        was = self.pgh_event_model.objects.filter(pgh_obj=self.pk, version=version).last()
        return [
            f"{field.verbose_name}: van {in_words(was, field)} naar {in_words(self, field)}"
            for field in self._meta.concrete_fields
            if was and field.editable and in_words(was, field) != in_words(self, field)
        ]


def in_words(row, field) -> str:
    """The value of a field of a row, or of an earlier version of it."""
    value = getattr(row, field.name)
    if value in (None, "", []):
        return "leeg"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        labels = dict(field.base_field.flatchoices)
        return ", ".join(str(labels.get(one, one)) for one in value)
    display = getattr(row, f"get_{field.name}_display", None)
    return display() if display else cell(value)
