"""Forms about a row that is there already, of which nothing may be overwritten unseen."""

from django import forms
from django.utils import timezone

from pilot.history import Change, version_of


class VersionField(forms.IntegerField):
    """The version of the row that this was typed on; without it, an older one."""

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput)


class VersionedMixin:
    """For a form with a VersionField called `version`."""

    def overrule(self, row, newer: list[Change]):
        """Say what a colleague changed, and show what was typed as if typed on top of that."""
        self.data = self.data.copy()
        self.data["version"] = version_of(row)
        self.add_error(None, changed_meanwhile(newer))


def changed_meanwhile(newer: list[Change]) -> str:
    at = timezone.localtime(newer[0].at)
    changed = {}
    for change in reversed(newer):
        for field in change.fields:
            first, _ = changed.get(field.label, (field.before, ""))
            changed[field.label] = first, field.after
    told = ", ".join(f"{label} van “{was}” naar “{now}”" for label, (was, now) in changed.items())
    return (
        f"Een collega was u voor: {newer[0].by} wijzigde op {at:%d-%m-%Y} om {at:%H:%M} {told}."
        " Wat u typte staat hieronder en is nog niet opgeslagen. Slaat u nu op, dan vervangt het"
        " dat van uw collega."
    )
