from crispy_forms.layout import HTML, Fieldset
from django import forms
from django.utils.text import capfirst

from participants import mediation, waiting
from participants.choices import PHASE_LABELS
from participants.limits import USUAL, Limits, Subject
from participants.signals import ABOUT, Signal
from pilot.forms import CrispyMixin

LONGEST = 730
HEADINGS = {
    **{signal: about.label for signal, about in ABOUT.items()},
    Subject.WAITING: "wachtlijst: wacht te lang op",
    Subject.MEDIATION: "bemiddeling",
}
# What the signal asks.
EXPLANATIONS = {
    Signal.NO_CONTACT: "Met wie is al zo lang geen contact? Telt vanaf het laatste contact.",
    Signal.NO_ACTION: "Voor wie staat er al zo lang geen actie open? Telt vanaf de laatste.",
    Signal.CONTRACT_ENDS: "Wat volgt er op de plaatsing? Zo veel dagen voordat die afloopt.",
    Signal.INTEGRATION: "Hoe staat het met de inburgering? Zo veel dagen voor het einde.",
    Subject.WAITING: "Wie wacht langer dan dit op de volgende stap?",
    Subject.MEDIATION: "Waar moet de recruiter achteraan? Vraagt dit op zijn pagina Vandaag.",
}
PART_LABELS = {None: "dagen", **PHASE_LABELS, **waiting.LABELS, **mediation.LABELS}


def days_field(label, standard, *, heading) -> forms.IntegerField:
    # The same label stands in more than one group.
    wrong = f"Typ bij ‘{heading}’ een heel aantal dagen, van 1 tot en met {LONGEST}."
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=LONGEST,
        help_text=f"Gebruikelijk: {standard} dagen.",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date-input"}),
    )


class LimitsForm(CrispyMixin, forms.Form):
    """A number of days for every limit that there is."""

    submit_label = "Termijnen opslaan"

    def __init__(self, *args, limits, **kwargs):
        self.standard = {}
        super().__init__(*args, **kwargs)
        for key, usual in self.standard.items():
            self.fields[key].initial = limits.own.get(key, usual)

    def layout(self):
        """For each subject a group, with a field for each part that it has a limit for."""
        return [self.group(subject, usual) for subject, usual in USUAL.items()]

    def group(self, subject, usual) -> Fieldset:
        parts = {None: usual} if isinstance(usual, int) else usual
        for part, days in parts.items():
            key = Limits.key(subject, part)
            self.standard[key] = days
            label = capfirst(PART_LABELS[part])
            self.fields[key] = days_field(label, days, heading=HEADINGS[subject])
        keys = [Limits.key(subject, part) for part in parts]
        explanation = HTML(f'<p class="form-text">{EXPLANATIONS[subject]}</p>')
        return Fieldset(capfirst(HEADINGS[subject]), explanation, *keys)

    def own_limits(self) -> dict[str, int]:
        """What differs from what is usual."""
        return {key: days for key, days in self.cleaned_data.items() if days != self.standard[key]}
