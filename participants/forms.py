import uuid
from datetime import timedelta
from decimal import Decimal

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Count, Q
from django.utils.functional import cached_property

from participants import outcomes
from participants.choices import (
    DROPOUT_REASONS,
    OUTCOME_LABELS,
    PHASE_LABELS,
    Attendance,
    Manner,
    Route,
)
from participants.completeness import missing
from participants.diagnosis_choices import PART_LABELS
from participants.models import DiagnosisFile, Step, StepType, TrajectoryRules
from participants.outcomes import OutcomeKind
from participants.trajectory import CAN_BE_DIAGNOSED, CLOSED, NEXT, Phase, Refusal
from pilot.forms import CrispyMixin, DateField, check_not_after
from pilot.models import Pilot, User
from pilot.roles import Role

NOTE_WARNING = "Schrijf niets op over gezondheid, geloof of afkomst."
LONGEST_NOTE = 4000
A_YEAR = timedelta(days=366)
TOO_FAR = "Dat is meer dan een jaar vooruit. Klopt het jaartal?"


def note_field(label, **kwargs):
    widget = forms.Textarea(attrs={"rows": 3})
    # Not `max_length=`: with that the browser cuts off what is pasted, without a word.
    limit = MaxLengthValidator(LONGEST_NOTE)
    return forms.CharField(label=label, required=False, validators=[limit], widget=widget, **kwargs)


class MinutesField(forms.IntegerField):
    """How long a step took; a text field, so that what is wrong can be shown again."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Minuten",
            required=False,
            min_value=0,
            max_value=600,
            error_messages={
                "invalid": "Typ een heel aantal minuten, bijvoorbeeld 45.",
                "min_value": "Minuten kunnen niet minder dan nul zijn.",
                "max_value": "Een stap duurt hoogstens 600 minuten: tien uur.",
            },
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date-input"}),
            **kwargs,
        )


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


class StepTypes:
    """For a form with a field `type`: what can be done in a pilot, and what is chosen."""

    def about(self) -> tuple[Pilot, str]:
        """The pilot, and the phase of which the types stand on top ("" for none)."""
        return self.participant.pilot, self.participant.phase

    @cached_property
    def types(self) -> dict[str, StepType]:
        return {str(row.pk): row for row in StepType.objects.of(self.about()[0])}

    def type_choices(self):
        """The catalogue by phase: that of this participant on top, and in it what is done most."""
        pilot, current = self.about()
        used = Step.objects.done().filter(participant__pilot=pilot).count_by_type()
        groups = {}
        for key, row in sorted(self.types.items(), key=lambda item: -used.get(item[1].pk, 0)):
            groups.setdefault(row.phase, []).append((key, row.name))
        ordered = sorted(groups, key=lambda phase: (phase != current, list(Phase).index(phase)))
        return [(PHASE_LABELS[Phase(phase)], groups[phase]) for phase in ordered]

    def clean_type(self):
        return self.types[self.cleaned_data["type"]]


class StepForm(StepTypes, PastDayForm):
    submit_label = "Stap vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    planned_step = forms.ModelChoiceField(
        label="Was dit een afspraak?",
        queryset=Step.objects.none(),
        required=False,
        empty_label="nee, een andere stap",
    )
    type = forms.ChoiceField(label="Wat is er gedaan?")
    manner = forms.ChoiceField(label="Hoe?", choices=[("", "kies"), *Manner.choices])
    attendance = forms.ChoiceField(
        label="Aanwezigheid", choices=Attendance.choices, widget=forms.RadioSelect
    )
    minutes = MinutesField()
    note = note_field("Notitie", help_text=NOTE_WARNING)
    next_type = forms.ChoiceField(label="Volgende stap", required=False)
    next_on = DateField(label="Gepland op", required=False)

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        choices = self.type_choices()
        self.fields["type"].choices = [("", "kies"), *choices]
        self.fields["next_type"].choices = [("", "geen"), *choices]
        appointments = participant.steps.planned().select_related("type")
        self.fields["planned_step"].queryset = appointments
        if not appointments:
            self.fields["planned_step"].widget = forms.HiddenInput()
        self.fields["next_on"].help_text = "De dag van de afspraak."

    def layout(self):
        return [
            "uuid",
            "planned_step",
            Row(Column("on", css_class="col-md-4"), Column("type", css_class="col-md-8")),
            Row(Column("manner", css_class="col-md-8"), Column("minutes", css_class="col-md-4")),
            "attendance",
            "note",
            Fieldset(
                "Wat komt hierna?",
                Row(
                    Column("next_type", css_class="col-md-8"),
                    Column("next_on", css_class="col-md-4"),
                ),
            ),
        ]

    def clean_next_type(self):
        return self.types.get(self.cleaned_data["next_type"])

    def clean(self):
        cleaned = super().clean()
        appointment, chosen = cleaned.get("planned_step"), cleaned.get("type")
        if appointment and chosen and chosen != appointment.type:
            self.add_error(
                "type",
                f"De afspraak was {appointment.type}. Was dit iets anders, kies dan hierboven"
                f" “{self.fields['planned_step'].empty_label}”: de afspraak blijft dan staan.",
            )
        if cleaned.get("next_type") and not cleaned.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", "Kies ook de dag van de volgende stap.")
        if (
            cleaned.get("next_on")
            and not cleaned.get("next_type")
            and "next_type" not in self.errors
        ):
            self.add_error("next_type", "Kies ook wat de volgende stap is.")
        day, next_day = cleaned.get("on"), cleaned.get("next_on")
        if day and next_day and next_day < day:
            self.add_error("next_on", "De volgende stap kan niet vóór deze stap liggen.")
        if next_day and next_day > self.today + A_YEAR:
            self.add_error("next_on", TOO_FAR)
        return cleaned

    @classmethod
    def starting_values(cls, participant, appointment=None) -> dict:
        """Today, and the appointment that it is about or that is due, visibly filled in."""
        today = participant.pilot.today()
        due = appointment or participant.steps.planned().filter(on__lte=today).first()
        return {
            "uuid": uuid.uuid4(),
            "on": today,
            "attendance": Attendance.PRESENT,
            "planned_step": due,
            "type": due.type_id if due else "",
        }


class GroupStepForm(StepTypes, CrispyMixin, forms.Form):
    """One activity for everybody who is ticked; how it went for each stands in the list."""

    submit_label = "Vastleggen voor iedereen die is aangevinkt"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    on = DateField(label="Datum")
    type = forms.ChoiceField(label="Wat is er gedaan?")
    manner = forms.ChoiceField(label="Hoe?", choices=Manner.choices)
    minutes = MinutesField()
    note = note_field(
        "Notitie",
        help_text=f"Dezelfde bij iedereen: noem dus niemand. {NOTE_WARNING}",
    )

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        # The rows stand outside the form and point at it by this name.
        self.helper.form_id = "bulk"
        self.fields["type"].choices = [("", "kies"), *self.type_choices()]

    def about(self):
        return self.pilot, ""

    def layout(self):
        return [
            "uuid",
            Row(Column("on", css_class="col-md-4"), Column("type", css_class="col-md-8")),
            Row(Column("manner", css_class="col-md-8"), Column("minutes", css_class="col-md-4")),
            "note",
        ]

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.pilot.today())
        return self.cleaned_data["on"]


class AppointmentForm(StepTypes, CrispyMixin, forms.Form):
    """Another day for an appointment, or another kind."""

    submit_label = "Afspraak wijzigen"

    type = forms.ChoiceField(label="Wat is er gepland?")
    on = DateField(label="Gepland op")

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = self.type_choices()

    def layout(self):
        return [Row(Column("type", css_class="col-md-8"), Column("on", css_class="col-md-4"))]

    def clean_on(self):
        day, today = self.cleaned_data["on"], self.participant.pilot.today()
        if day < today:
            raise forms.ValidationError(
                "Een afspraak ligt vandaag of later. Is zij geweest, leg dan de stap vast."
            )
        if day > today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
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
    }
    return sentences[refusal]


class DiagnosisForm(PastDayForm):
    submit_label = "Diagnose vastleggen"

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


class OutcomeForm(PastDayForm):
    submit_label = "Uitstroom vastleggen"

    kind = forms.ChoiceField(label="Soort uitstroom")
    hours = forms.DecimalField(
        label="Uren per week",
        required=False,
        min_value=Decimal(1),
        max_value=Decimal(60),
        decimal_places=1,
        localize=True,
        help_text="Verplicht bij betaald en gesubsidieerd werk.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "date-input"}),
        error_messages={
            "invalid": "Typ een aantal uren, bijvoorbeeld 24 of 28,5.",
            "min_value": "Typ ten minste 1 uur.",
            "max_value": "Een werkweek heeft hoogstens 60 uur.",
        },
    )
    dropout_reason = forms.ChoiceField(
        label="Reden van uitval",
        required=False,
        choices=[("", "niet van toepassing"), *DROPOUT_REASONS],
        help_text="Alleen bij uitval.",
    )
    note = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        possible = outcomes.possible_in(Phase(participant.phase))
        goes_on = [
            (kind, OUTCOME_LABELS[kind]) for kind in possible if not outcomes.closing_phase(kind)
        ]
        closes = [(kind, OUTCOME_LABELS[kind]) for kind in possible if outcomes.closing_phase(kind)]
        self.fields["kind"].choices = [
            ("", "kies"),
            ("Sluit het traject af", closes),
            *([("De begeleiding gaat door", goes_on)] if goes_on else []),
        ]

    def layout(self):
        return [
            Row(Column("kind", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            Row(
                Column("hours", css_class="col-md-4"),
                Column("dropout_reason", css_class="col-md-8"),
            ),
            "note",
        ]

    def clean(self):
        cleaned = super().clean()
        if self.participant.is_closed:
            raise forms.ValidationError(
                "Dit traject is afgesloten. Neem het eerst weer op, met Fase wijzigen."
            )
        kind = cleaned.get("kind")
        if kind in outcomes.WORK and cleaned.get("hours") is None and "hours" not in self.errors:
            self.add_error("hours", "Vul bij werk de uren per week in.")
        if kind == OutcomeKind.DROPOUT and not cleaned.get("dropout_reason"):
            self.add_error("dropout_reason", "Kies de reden van uitval.")
        if kind and kind != OutcomeKind.DROPOUT and cleaned.get("dropout_reason"):
            self.add_error("dropout_reason", "Een reden hoort alleen bij uitval.")
        if (
            kind
            and "on" in cleaned
            and self.participant.outcomes.filter(kind=kind, on=cleaned["on"]).exists()
        ):
            self.add_error("kind", "Deze uitstroom is op deze dag al vastgelegd.")
        return cleaned


class ConsultantField(forms.ModelChoiceField):
    """A consultant, with how full the caseload is beside the norm."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Consulent", queryset=User.objects.none(), to_field_name="username", **kwargs
        )

    def label_from_instance(self, user):
        return f"{user} ({user.open_caseload} van {self.norm})"


class BulkForm(CrispyMixin, forms.Form):
    """What happens to the ticked rows of a list: they go to a consultant on a day."""

    consultant = ConsultantField(required=True, empty_label="kies")
    on = DateField(label="Met ingang van")
    # The warning that was shown: sent again with it, it has been read.
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        # The rows stand outside the form and point at it by this name.
        self.helper.form_id = "bulk"
        field = self.fields["consultant"]
        field.norm = pilot.caseload_norm
        guided = Q(caseload__pilot=pilot) & ~Q(caseload__phase__in=CLOSED)
        field.queryset = pilot.team(Role.CONSULTANT).annotate(
            open_caseload=Count("caseload", filter=guided)
        )

    def layout(self):
        return [
            "confirmed",
            Row(Column("consultant", css_class="col-md-8"), Column("on", css_class="col-md-4")),
        ]

    def warn(self, warning: str) -> None:
        """Show a warning once; when it was shown already, sending again is the answer."""
        if warning and self.cleaned_data["confirmed"] != warning:
            self.data = self.data.copy()
            self.data["confirmed"] = warning
            self.add_error(None, f"{warning} Klik nog eens om dat toch te doen.")

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.pilot.today())
        return self.cleaned_data["on"]


class SelectForm(BulkForm):
    submit_label = "Selecteren voor de pilot"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consultant"].required = False
        self.fields["consultant"].empty_label = "nog niet toewijzen"


class AssignForm(BulkForm):
    submit_label = "Toewijzen"
