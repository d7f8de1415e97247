from crispy_forms.layout import Fieldset
from django import forms

from participants.choices import PHASE_LABELS
from participants.signals import ABOUT, DAYS, Limits
from pilot.forms import CrispyMixin

LONGEST = 730


def days_field(label, standard) -> forms.IntegerField:
    wrong = f"Typ een heel aantal dagen, van 1 tot en met {LONGEST}."
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=LONGEST,
        help_text=f"Gebruikelijk: {standard} dagen.",
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
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
        """For each signal a group, with a field for each phase that it has a limit for."""
        return [self.group(signal, standard) for signal, standard in DAYS.items()]

    def group(self, signal, standard) -> Fieldset:
        by_phase = isinstance(standard, dict)
        limits = standard if by_phase else {None: standard}
        for phase, days in limits.items():
            key = Limits.key(signal, phase)
            self.standard[key] = days
            self.fields[key] = days_field(PHASE_LABELS[phase] if by_phase else "Dagen", days)
        keys = [Limits.key(signal, phase) for phase in limits]
        return Fieldset(ABOUT[signal].label.capitalize(), *keys)

    def own_limits(self) -> dict[str, int]:
        """What differs from what is usual."""
        return {key: days for key, days in self.cleaned_data.items() if days != self.standard[key]}
