"""The forms about steps: log one, for a group, plan one, correct one."""

import uuid

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.functional import cached_property

from participants.choices import PHASE_LABELS, Attendance, Manner
from participants.forms import (
    A_YEAR,
    NOTE_WARNING,
    TOO_FAR,
    PastDayForm,
    WarningMixin,
    note_field,
)
from participants.models import Step, StepType, TrajectoryRules
from participants.models.steps import LONGEST_PLACE
from participants.trajectory import Phase
from participants.versioned_forms import VersionedMixin
from pilot.forms import CrispyMixin, DateField, TimeField, check_not_after
from pilot.models import Organisation, Pilot

MISSED = (Attendance.EXCUSED, Attendance.ABSENT)
USUAL_MINUTES = (15, 30, 45, 60, 90)
WITHDRAWN = "Deze stap is intussen ingetrokken: er is niets meer te wijzigen."
# To look for somebody there, not to know why they come.
PLACE_HELP = "Bijvoorbeeld “Mosae Forum, balie 2”. Noem geen zorgverlener en niets over gezondheid."


def place_field():
    # As of a note: what is pasted is refused when it is too long, and not cut off.
    limit = MaxLengthValidator(LONGEST_PLACE)
    return forms.CharField(label="Waar", required=False, validators=[limit], help_text=PLACE_HELP)


class MinutesInput(forms.TextInput):
    """A number to type; with JavaScript the usual ones are also buttons."""

    template_name = "participants/widgets/minutes.html"

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"usual": USUAL_MINUTES}


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
            widget=MinutesInput(attrs={"inputmode": "numeric", "class": "date-input"}),
            **kwargs,
        )


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


class StepFields(StepTypes, PastDayForm):
    """What is said of a step that was done."""

    type = forms.ChoiceField(label="Wat is er gedaan?")
    manner = forms.ChoiceField(label="Hoe?", choices=[("", "kies"), *Manner.choices])
    attendance = forms.ChoiceField(
        label="Aanwezigheid", choices=Attendance.choices, widget=forms.RadioSelect
    )
    minutes = MinutesField()
    partner = forms.ModelChoiceField(
        label="Met welke partner?",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="geen",
    )
    interpreter = forms.BooleanField(label="Er was een tolk bij", required=False)
    note = note_field("Notitie", help_text=NOTE_WARNING)

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        self.fields["type"].choices = [("", "kies"), *self.type_choices()]
        self.fields["partner"].queryset = Organisation.objects.of(participant.pilot)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("attendance") in MISSED and cleaned.get("minutes"):
            self.add_error("minutes", "De deelnemer was er niet bij: maak de minuten leeg.")
        return cleaned

    def what_was_done(self):
        """The layout of these fields."""
        return [
            Row(Column("on", css_class="col-md-4"), Column("type", css_class="col-md-8")),
            Row(Column("manner", css_class="col-md-6"), Column("minutes", css_class="col-md-6")),
            "attendance",
            Row(
                Column("partner", css_class="col-md-6"),
                Column("interpreter", css_class="col-md-6 beside-select"),
            ),
            "note",
        ]


class NextStep(StepTypes, forms.Form):
    """What comes next, for a form about what was done: all of it may be left empty."""

    LACKING = {
        "next_type": "Kies ook wat de volgende stap is.",
        "next_on": "Kies ook de dag van de volgende stap.",
    }

    next_type = forms.ChoiceField(label="Volgende stap", required=False)
    next_on = DateField(label="Gepland op", required=False, help_text="De dag van de afspraak.")
    next_time = TimeField(required=False)
    next_place = place_field()

    def offer_next(self):
        """The same choices as for what was done."""
        self.fields["next_type"].choices = [("", "geen"), *self.fields["type"].choices[1:]]

    def what_comes_next(self, legend):
        """The layout of these fields."""
        return Fieldset(
            legend,
            Row(Column("next_type", css_class="col-md-8"), Column("next_on", css_class="col-md-4")),
            Row(
                Column("next_time", css_class="col-md-4"),
                Column("next_place", css_class="col-md-8"),
            ),
        )

    def clean_next_type(self):
        return self.types.get(self.cleaned_data["next_type"])

    def what_was_planned(self) -> str:
        """Of what is filled in, in words."""
        what = {name: self.cleaned_data[f"next_{name}"] for name in ("type", "on", "time")}
        return str(Step(**what))

    def check_next(self, cleaned):
        """Say what the appointment lacks, or that its day cannot be."""
        names = ("next_type", "next_on", "next_time", "next_place")
        if any(cleaned.get(name) for name in names):
            for name, sentence in self.LACKING.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        day, next_day = cleaned.get("on"), cleaned.get("next_on")
        if day and next_day and next_day < day:
            self.add_error("next_on", "De volgende stap kan niet vóór deze stap liggen.")
        if next_day and next_day > self.about()[0].today() + A_YEAR:
            self.add_error("next_on", TOO_FAR)


class StepForm(WarningMixin, NextStep, StepFields):
    submit_label = "Stap vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    planned_step = forms.ModelChoiceField(
        label="Was dit een afspraak?",
        queryset=Step.objects.none(),
        required=False,
        empty_label="nee, een andere stap",
        error_messages={
            "invalid_choice": "Deze afspraak is intussen vastgelegd of verwijderd. Was dit iets"
            " anders, laat het dan op “nee, een andere stap” staan."
        },
    )

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        self.offer_next()
        appointments = participant.steps.planned().select_related("type")
        self.fields["planned_step"].queryset = appointments
        if not appointments and not self.data.get("planned_step"):
            self.fields["planned_step"].widget = forms.HiddenInput()
        # An appointment says what it was.
        self.fields["type"].required = not self.data.get("planned_step")

    def layout(self):
        return [
            "uuid",
            "confirmed",
            "planned_step",
            *self.what_was_done(),
            self.what_comes_next("Wat komt hierna?"),
        ]

    def clean_type(self):
        return self.types.get(self.cleaned_data["type"])

    def clean(self):
        cleaned = super().clean()
        appointment, chosen = cleaned.get("planned_step"), cleaned.get("type")
        if appointment and not chosen and "type" not in self.errors:
            cleaned["type"] = appointment.type
        elif not chosen and not self.errors.keys() & {"type", "planned_step"}:
            self.add_error("type", self.fields["type"].error_messages["required"])
        if appointment and chosen and chosen != appointment.type:
            self.add_error(
                "type",
                f"De afspraak was {appointment.type}. Was dit iets anders, kies dan hierboven"
                f" “{self.fields['planned_step'].empty_label}”: de afspraak blijft dan staan.",
            )
        self.check_next(cleaned)
        if not self.errors:
            self.warn(self.another_day(cleaned) or self.twice(cleaned))
        # Shown again it has its star, as it had before.
        self.fields["type"].required = True
        return cleaned

    def another_day(self, cleaned) -> str:
        """That the appointment is still to come, or was for an earlier day."""
        appointment = cleaned.get("planned_step")
        if not appointment or appointment.on == cleaned["on"]:
            return ""
        was = "is pas" if appointment.on > cleaned["on"] else "was"
        return (
            f"De afspraak {was} op {appointment.on:%d-%m-%Y} en u legt {cleaned['on']:%d-%m-%Y}"
            " vast. Was dit iets anders, kies dan bij de afspraak"
            f" “{self.fields['planned_step'].empty_label}”: zij blijft dan staan."
        )

    def twice(self, cleaned) -> str:
        """That the same was done on this day, as when somebody came back to a form they sent."""
        logged = self.participant.steps.done().exclude(uuid=cleaned["uuid"])
        same = logged.filter(type=cleaned["type"], on=cleaned["on"]).select_related("by").last()
        if same is None:
            return ""
        return (
            f"{same} is al vastgelegd, door {same.by}. Wilt u daar iets aan veranderen, corrigeer"
            " dan die stap; hiermee legt u een tweede vast."
        )

    @property
    def step(self) -> dict:
        """What `Participant.log_step` asks."""
        return {name: value for name, value in self.cleaned_data.items() if name != "confirmed"}

    @classmethod
    def starting_values(cls, participant, appointment=None) -> dict:
        """Today, and the appointment that it is about or that is due, visibly filled in."""
        today = participant.pilot.today()
        due = appointment or participant.steps.planned().filter(on__lte=today).first()
        return {
            "uuid": uuid.uuid4(),
            # The day that was agreed upon, for who comes to log that appointment.
            "on": min(appointment.on, today) if appointment else today,
            "manner": Manner.TALK,
            "attendance": Attendance.PRESENT,
            "planned_step": due,
            "type": due.type_id if due else "",
        }


class CorrectionForm(VersionedMixin, StepFields):
    """What was logged, once more; what is not changed stays as it was."""

    submit_label = "Correctie opslaan"
    GONE = WITHDRAWN

    reason = forms.CharField(label="Reden van de correctie", required=False, max_length=500)

    def __init__(self, *args, step, **kwargs):
        self.step = step
        super().__init__(*args, participant=step.participant, **kwargs)
        # With the partner that it has, also when that one does not take part any more.
        had = Organisation.objects.filter(pk=step.partner_id)
        self.fields["partner"].queryset |= had

    def layout(self):
        return [*self.what_was_done(), "reason"]

    def type_choices(self):
        """With the type that the step has, also when it is not in use any more."""
        self.types.setdefault(str(self.step.type_id), self.step.type)
        return super().type_choices()

    def clean_minutes(self):
        """Who turns out not to have been there has no minutes; what is typed anew is refused."""
        minutes = self.cleaned_data["minutes"]
        self.emptied = (
            minutes is not None
            and minutes == self.step.minutes
            and self.cleaned_data.get("attendance") in MISSED
        )
        return None if self.emptied else minutes

    def clean(self):
        cleaned = super().clean()
        rules = TrajectoryRules.objects.of(self.participant.pilot)
        days = {self.step.on, cleaned.get("on", self.step.on)}
        if any(rules.is_final(day) for day in days) and not cleaned.get("reason"):
            self.add_error(
                "reason",
                "De evaluatie van dit kwartaal is vastgesteld. Zeg waarom u dit nog verandert;"
                " dát het is veranderd, staat in de volgende evaluatie.",
            )
        return cleaned


class WithdrawForm(VersionedMixin, CrispyMixin, forms.Form):
    submit_label = "Deze stap intrekken"
    GONE = WITHDRAWN

    reason = forms.CharField(
        label="Waarom?",
        max_length=500,
        help_text="Bijvoorbeeld: bij de verkeerde persoon vastgelegd.",
    )
    reopen = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args, appointment=None, **kwargs):
        self.appointment = appointment
        super().__init__(*args, **kwargs)
        if appointment:
            agreed = Step(type=appointment.type, on=appointment.on, time=appointment.time)
            self.fields["reopen"].label = f"Zet de afspraak weer open: {agreed}"

    def layout(self):
        return ["reason", *(["reopen"] if self.appointment else [])]


class GroupStepForm(NextStep, CrispyMixin, forms.Form):
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
        self.offer_next()

    def about(self):
        return self.pilot, ""

    def layout(self):
        return [
            "uuid",
            Row(Column("on", css_class="col-md-4"), Column("type", css_class="col-md-8")),
            Row(Column("manner", css_class="col-md-8"), Column("minutes", css_class="col-md-4")),
            "note",
            self.what_comes_next("Wat komt hierna, voor iedereen die is aangevinkt?"),
        ]

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.pilot.today())
        return self.cleaned_data["on"]

    def clean(self):
        cleaned = super().clean()
        self.check_next(cleaned)
        return cleaned


class NewAppointmentForm(StepTypes, CrispyMixin, forms.Form):
    """What will be done, when and where."""

    submit_label = "Afspraak plannen"

    type = forms.ChoiceField(label="Wat is er gepland?")
    on = DateField(label="Gepland op")
    time = TimeField(required=False)
    place = place_field()

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = [("", "kies"), *self.type_choices()]

    def layout(self):
        return [
            Row(Column("type", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            Row(Column("time", css_class="col-md-4"), Column("place", css_class="col-md-8")),
        ]

    def clean_on(self):
        day, today = self.cleaned_data["on"], self.participant.pilot.today()
        if day < today:
            raise forms.ValidationError(
                "Een afspraak ligt vandaag of later. Is de afspraak geweest, leg dan de stap vast."
            )
        if day > today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day


class AppointmentForm(VersionedMixin, NewAppointmentForm):
    """Another moment or place for an appointment, or another kind."""

    submit_label = "Afspraak wijzigen"
