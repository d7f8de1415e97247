"""The forms of an outcome that is there: what it was, how it was closed, how it goes since."""

from django import forms

from participants.choices import OUTCOME_LABELS
from participants.forms import NOTE_WARNING, note_field
from participants.models import Outcome
from participants.outcome_forms import FollowUpForm, OutcomeFields
from participants.versioned_forms import VersionedForm, VersionedMixin
from participants.withdrawal_forms import WITHDRAWN


class OutcomeCorrectionForm(VersionedMixin, OutcomeFields):
    """What was recorded, once more; what is not changed stays as it was."""

    submit_label = "Correctie opslaan"
    GONE = WITHDRAWN

    reason = forms.CharField(label="Reden van de correctie", max_length=500, help_text=NOTE_WARNING)

    FIELDS = ("kind", "on", "hours", "dropout_reason")

    def __init__(self, *args, outcome, **kwargs):
        self.outcome = outcome
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            (kind, OUTCOME_LABELS[kind]) for kind in outcome.possible_kinds
        ]

    def layout(self):
        return ["confirmed", *self.what_it_is(), "reason"]

    def others(self):
        return super().others().exclude(pk=self.outcome.pk)

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in (*self.FIELDS, "reason", "version")}


class ClosingForm(VersionedForm):
    """What helped and what was agreed upon, filled in or changed later."""

    submit_label = "Afsluiting opslaan"
    GONE = WITHDRAWN

    summary = note_field("Wat hielp deze deelnemer?", help_text=NOTE_WARNING)
    aftercare = note_field("Wat is afgesproken over nazorg?", help_text=NOTE_WARNING)

    class Meta:
        model = Outcome
        fields = ["summary", "aftercare", "benefit_ended"]

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, **kwargs)

    def layout(self):
        if self.instance.stays_in_caseload:
            del self.fields["benefit_ended"]
            return list(self.fields)
        field = self.fields["benefit_ended"]
        field.label = "Waarom eindigt de uitkering?"
        field.choices = [("", "zij eindigt niet, of nog onbekend"), *field.choices[1:]]
        return list(self.fields)


class FollowUpCorrectionForm(VersionedMixin, FollowUpForm):
    """How it went, once more."""

    submit_label = "Correctie opslaan"

    FIELDS = ("moment", "on", "situation", "hours", "source", "note")

    def layout(self):
        del self.fields["uuid"]
        return [part for part in super().layout() if part != "uuid"]

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in (*self.FIELDS, "version")}
