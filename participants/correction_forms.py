from crispy_forms.layout import Column, Row
from django import forms

from participants.choices import Education, Household, LanguageLevel, Sex
from participants.forms import NOTE_WARNING, note_field
from participants.models import Participant
from participants.plan_forms import PlanForm
from participants.versioned_forms import VersionedMixin
from pilot.forms import DateField, check_not_after

OLDEST = 1900


class CorrectionForm(VersionedMixin, PlanForm):
    """What was read in about a person, put right; why is kept beside what it was."""

    submit_label = "Corrigeren"

    client_number = forms.CharField(label="Clientnummer")
    first_name = forms.CharField(label="Voornaam")
    last_name = forms.CharField(label="Achternaam")
    birth_date = DateField(label="Geboortedatum")
    sex = forms.ChoiceField(label="Geslacht", choices=Sex.choices)
    household = forms.ChoiceField(label="Huishouden", choices=Household.choices)
    education = forms.ChoiceField(label="Opleiding", choices=Education.choices)
    language_level = forms.ChoiceField(label="Taalniveau", choices=LanguageLevel.choices)
    assigned_on = DateField(label="Toegewezen aan de gemeente op")
    reason = note_field("Reden van de correctie", help_text=NOTE_WARNING)

    FIELDS = (
        "client_number",
        "first_name",
        "last_name",
        "birth_date",
        "sex",
        "household",
        "education",
        "language_level",
        "assigned_on",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("client_number", "first_name", "last_name"):
            limit = Participant._meta.get_field(name).max_length
            self.fields[name].validators.append(at_most(limit))

    def layout(self):
        self.fields["reason"].required = True
        halves = [
            Row(Column(left, css_class="col-md-6"), Column(right, css_class="col-md-6"))
            for left, right in (
                ("first_name", "last_name"),
                ("client_number", "birth_date"),
                ("sex", "household"),
                ("education", "language_level"),
            )
        ]
        return [*halves, "assigned_on", "reason"]

    def clean_client_number(self):
        number = self.cleaned_data["client_number"]
        same = Participant.objects.filter(pilot=self.participant.pilot, client_number=number)
        if same.exclude(pk=self.participant.pk).exists():
            raise forms.ValidationError("Dit clientnummer is al van iemand anders in deze pilot.")
        return number

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        check_not_after(day, self.today)
        if day.year < OLDEST:
            raise forms.ValidationError(f"Deze dag ligt vóór {OLDEST}. Klopt het jaartal?")
        return day

    def clean_assigned_on(self):
        day, since = self.cleaned_data["assigned_on"], self.participant.pilot.assigned_from
        check_not_after(day, self.today)
        if since and day < since and day != self.participant.assigned_on:
            raise forms.ValidationError(
                f"De doelgroep van deze pilot is toegewezen vanaf {since:%d-%m-%Y}."
            )
        selected = self.participant.selected_on
        if selected and day > selected:
            raise forms.ValidationError(
                f"Deze persoon is op {selected:%d-%m-%Y} al geselecteerd voor de pilot."
            )
        return day

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.FIELDS}


def at_most(limit: int):
    def check(text: str) -> None:
        if len(text) > limit:
            raise forms.ValidationError(f"Typ hoogstens {limit} tekens.")

    return check
