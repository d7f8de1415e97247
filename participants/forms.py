from datetime import timedelta

from crispy_forms.layout import Column, Row
from django import forms
from django.core.validators import MaxLengthValidator

from participants.caseload import norm_for, warning
from participants.choices import (
    PHASE_LABELS,
    Route,
)
from participants.completeness import missing
from participants.consultants import team_with_caseload
from participants.diagnosis_choices import PART_LABELS
from participants.models import DiagnosisFile, TrajectoryRules
from participants.trajectory import CAN_BE_DIAGNOSED, CLOSED, NEXT, Phase, Refusal
from pilot.forms import CrispyMixin, DateField, check_not_after, check_not_before_start
from pilot.models import User

NOTE_WARNING = "Schrijf niets op over gezondheid, geloof of afkomst."
LONGEST_NOTE = 4000
A_YEAR = timedelta(days=366)
TOO_FAR = "Dat is meer dan een jaar vooruit. Klopt het jaartal?"


def note_field(label, **kwargs):
    widget = forms.Textarea(attrs={"rows": 3})
    # Not `max_length=`: with that the browser cuts off what is pasted, without a word.
    limit = MaxLengthValidator(LONGEST_NOTE)
    return forms.CharField(label=label, required=False, validators=[limit], widget=widget, **kwargs)


class PastDayForm(CrispyMixin, forms.Form):
    """A form about something that happened on a day, in a pilot."""

    on = DateField(label="Datum")

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        self.today = participant.pilot.today()
        super().__init__(*args, **kwargs)

    def clean_on(self):
        day = self.cleaned_data["on"]
        check_not_after(day, self.today)
        if self.participant.is_candidate:
            raise forms.ValidationError("Deze persoon is nog niet geselecteerd voor de pilot.")
        if day < self.participant.selected_on:
            raise forms.ValidationError("Op deze dag was deze persoon nog niet geselecteerd.")
        return day


class TransitionForm(PastDayForm):
    submit_label = "Fase wijzigen"

    phase = forms.ChoiceField(label="Nieuwe fase")
    reason = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        open_phases = [
            phase
            for phase in TrajectoryRules.objects.of(participant.pilot).phases
            if phase not in CLOSED and phase != participant.phase
        ]
        reachable = NEXT[Phase(participant.phase)]
        labelled = [(phase, PHASE_LABELS[Phase(phase)]) for phase in open_phases]
        self.fields["phase"].choices = [
            ("", "kies"),
            ("Mogelijk", [choice for choice in labelled if choice[0] in reachable]),
            ("Niet rechtstreeks", [choice for choice in labelled if choice[0] not in reachable]),
        ]

    def layout(self):
        return [
            Row(Column("phase", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            "reason",
        ]

    def refuse(self, refusal, phase):
        """The refusal of the trajectory as a sentence at the field that can mend it."""
        field = "on" if refusal == Refusal.BEFORE_LAST_MOVE else "phase"
        self.add_error(field, refusal_sentence(refusal, self.participant, phase))


def refusal_sentence(refusal, participant, phase) -> str:
    current = PHASE_LABELS[Phase(participant.phase)]
    open_next = [PHASE_LABELS[p] for p in Phase if p in NEXT[Phase(participant.phase)] - CLOSED]
    wanted = PHASE_LABELS[Phase(phase)]
    sentences = {
        Refusal.NOT_NEXT: (
            f"Vanuit {current} kan een deelnemer niet rechtstreeks naar {wanted}."
            f" Wel mogelijk: {', '.join(open_next) or 'niets'}."
        ),
        Refusal.NOT_IN_USE: "Deze pilot werkt niet met deze fase.",
        Refusal.NOT_SELECTED: "Deze persoon was op die dag nog niet geselecteerd voor de pilot.",
        Refusal.NOT_ASSIGNED: "Wijs de deelnemer eerst toe aan een consulent.",
        Refusal.NOT_DIAGNOSED: "Leg eerst de conclusie van de diagnose vast, op of vóór deze dag.",
        Refusal.BEFORE_LAST_MOVE: "Deze dag ligt vóór de vorige faseovergang van deze deelnemer.",
        Refusal.AFTER_NEXT_MOVE: "Deze dag ligt na de volgende faseovergang van deze deelnemer.",
    }
    return sentences[refusal]


class DiagnosisForm(PastDayForm):
    submit_label = "Conclusie vastleggen"

    route = forms.ChoiceField(
        label="Conclusie: welke route past?", choices=Route.choices, widget=forms.RadioSelect
    )
    explanation = note_field("Toelichting", help_text=NOTE_WARNING)
    incomplete = forms.BooleanField(
        label="De diagnose is nog niet compleet; leg de conclusie toch vast",
        error_messages={"required": "Vink dit aan, of maak eerst de diagnose compleet."},
    )

    def __init__(self, *args, participant, **kwargs):
        lacking = missing(DiagnosisFile.objects.of(participant).filled())
        self.lacking = [PART_LABELS[part] for part in lacking]
        super().__init__(*args, participant=participant, **kwargs)

    def layout(self):
        if self.lacking:
            self.fields["incomplete"].help_text = f"Er ontbreekt nog: {', '.join(self.lacking)}."
        else:
            del self.fields["incomplete"]
        return list(self.fields)

    def clean_on(self):
        day = super().clean_on()
        if self.participant.diagnoses.filter(on=day).exists():
            raise forms.ValidationError("Op deze dag is al een diagnose vastgelegd.")
        return day

    def clean(self):
        if self.participant.phase not in CAN_BE_DIAGNOSED:
            raise forms.ValidationError(
                f"In de fase {self.participant.phase_label} wordt geen diagnose vastgelegd:"
                " breng de deelnemer eerst naar de fase Diagnose."
            )
        return super().clean()


class WarningMixin:
    """For a form with a hidden field `confirmed`: the warning that was shown.

    Sent again with it, it has been read.
    """

    def warn(self, warning: str) -> None:
        """Show a warning once; when it was shown already, sending again is the answer."""
        if warning and self.cleaned_data["confirmed"] != warning:
            self.data = self.data.copy()
            self.data["confirmed"] = warning
            self.add_error(None, f"{warning} Klopt het zo, klik dan nog eens op de knop.")


class ConsultantField(forms.ModelChoiceField):
    """A consultant, with how full the caseload is beside the norm."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Consulent", queryset=User.objects.none(), to_field_name="username", **kwargs
        )

    def label_from_instance(self, user):
        return f"{user} ({user.open_caseload} van {norm_for(self.norm, user.fte)})"


class BulkForm(WarningMixin, CrispyMixin, forms.Form):
    """What happens to the ticked rows of a list: they go to a consultant on a day."""

    consultant = ConsultantField(required=True, empty_label="kies")
    on = DateField(label="Met ingang van")
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        # The rows stand outside the form and point at it by this name.
        self.helper.form_id = "bulk"
        field = self.fields["consultant"]
        field.norm = pilot.caseload_norm
        field.queryset = team_with_caseload(pilot)

    def layout(self):
        return [
            "confirmed",
            Row(Column("consultant", css_class="col-md-8"), Column("on", css_class="col-md-4")),
        ]

    def over_norm(self, chosen) -> str:
        """The warning that the caseload would be above the norm with these persons, or ""."""
        consultant = self.cleaned_data["consultant"]
        new = sum(person.consultant_id != consultant.pk for person in chosen) if consultant else 0
        if not new:
            return ""
        norm = norm_for(self.pilot.caseload_norm, consultant.fte)
        return warning(consultant, consultant.open_caseload + new, norm)

    def look_again(self, sentence):
        """Say what a colleague did meanwhile."""
        self.add_error(None, sentence)

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.pilot.today())
        return self.cleaned_data["on"]


class SelectForm(BulkForm):
    submit_label = "Selecteren voor de pilot"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consultant"].required = False
        self.fields["consultant"].empty_label = "nog niet toewijzen"

    def clean_on(self):
        day = super().clean_on()
        check_not_before_start(day, self.pilot)
        return day
