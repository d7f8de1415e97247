from django import forms

from participants.forms import NOTE_WARNING
from participants.versioned_forms import VersionedMixin
from pilot.forms import CrispyMixin

WITHDRAWN = "Dit is intussen ingetrokken: er is niets meer te wijzigen."


class WithdrawalForm(VersionedMixin, CrispyMixin, forms.Form):
    """Why something that was recorded counts no more."""

    submit_label = "Intrekken"
    GONE = WITHDRAWN

    reason = forms.CharField(label="Waarom?", max_length=500)

    def __init__(self, *args, example, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = f"Bijvoorbeeld: {example}. {NOTE_WARNING}"
