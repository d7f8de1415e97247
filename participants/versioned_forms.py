"""Forms about a row that is there already, of which nothing may be overwritten unseen."""

from django import forms
from django.db import models
from django.utils import timezone

from pilot.forms import CrispyMixin
from pilot.history import Change, ChangedMeanwhile

AGAIN = (
    "Wat u typte staat hieronder en is nog niet opgeslagen. Slaat u nu op, dan vervangt het die"
    " wijziging."
)


class VersionedMixin:
    """For a form that is made from a version of a row: stands before CrispyMixin.

    Without the version what is sent was typed on an older one.
    """

    GONE = "Een collega heeft dit intussen verwijderd."

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        self.helper.layout.insert(0, "version")

    def overrule(self, error: ChangedMeanwhile) -> None:
        """Say what a colleague changed, and show what was typed as if typed on top of that."""
        if error.version is None:
            self.add_error(None, self.GONE)
            return
        self.data = self.data.copy()
        self.data["version"] = error.version
        self.add_error(None, f"Dit is intussen gewijzigd{self.told(error.newer)}. {AGAIN}")

    def told(self, newer: list[Change]) -> str:
        """Who changed what and when: each field once, from what it was first to what it is now."""
        first, now, labels = {}, {}, {}
        for change in reversed(newer):
            row = self.row_below(change)
            for field in change.fields:
                if row and field.name in change.model.NAMED_BY:
                    continue
                key = change.model, row or change.row, field.name
                first.setdefault(key, field.before or "leeg")
                now[key] = field.after
                labels[key] = f"{row}: {field.label.lower()}" if row else field.label
        words = []
        for key, was in first.items():
            if was != now[key]:
                told = f" van “{was}” naar “{now[key]}”"
                words.append(labels[key] + told * self.may_tell(key[0], key[2]))
        if not words:
            return ""
        at = timezone.localtime(newer[0].at)
        return f": {newer[0].by} wijzigde op {at:%d-%m-%Y} om {at:%H:%M} {', '.join(words)}"

    def row_below(self, change) -> str:
        """What a row below the participant is called, also where it was removed and added again."""
        rows = getattr(getattr(self, "instance", None), "ROWS", {})
        named_by = getattr(change.model, "NAMED_BY", ())
        if change.model not in rows.values() or not named_by:
            return ""
        return change.which or ", ".join(f.after for f in change.fields if f.name in named_by)

    def may_tell(self, model, name) -> bool:
        """A note that is not in the form may not be meant for who fills it in."""
        return name in self.fields or not isinstance(model._meta.get_field(name), models.TextField)


class VersionedForm(VersionedMixin, CrispyMixin, forms.ModelForm):
    """Over a row of which `values` are stored, new or made from a version."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.fields}
