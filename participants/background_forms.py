"""The forms of what somebody studied and did for work: rows, or that there is nothing to tell."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from participants.diagnosis_choices import Recognition
from participants.diagnosis_fields import NumberField, OccupationField, PartForm, SheetForm
from participants.models import DiagnosisFile, Schooling, WorkExperience
from pilot.forms import DateField


class RowForm(PartForm):
    """One education, or one job."""

    def save(self, by):
        if self.instance.pk:
            super().save(by)
        else:
            type(self.instance).objects.add(self.participant, **self.values)


class StudyForm(RowForm):
    years = NumberField(label="Jaren gevolgd", required=False, highest=25)
    recognition_on = DateField(label="Datum van aanvraag of besluit", required=False)

    class Meta:
        model = Schooling
        fields = (
            "level",
            "field",
            "years",
            "finished",
            "recognition",
            "recognition_on",
            "recognised_as",
        )
        help_texts = {
            "field": "Bijvoorbeeld bouwkunde of verpleging. Noem geen land en geen school.",
            "recognised_as": "Alleen als het diploma gewaardeerd is.",
        }

    def layout(self):
        return [
            Row(Column("level", css_class="col-md-6"), Column("years", css_class="col-md-6")),
            "field",
            "finished",
            Fieldset(
                "Waardering van het diploma",
                "recognition",
                Row(
                    Column("recognition_on", css_class="col-md-6"),
                    Column("recognised_as", css_class="col-md-6"),
                ),
            ),
        ]

    def clean_recognition_on(self):
        return self.check_past("recognition_on")

    def clean(self):
        cleaned = super().clean()
        recognition, level = cleaned.get("recognition"), cleaned.get("recognised_as")
        day = cleaned.get("recognition_on")
        if recognition == Recognition.RECOGNISED and not level:
            self.add_error("recognised_as", "Kies als welk niveau het diploma gewaardeerd is.")
        if recognition != Recognition.RECOGNISED and level:
            self.add_error("recognised_as", "Dit hoort alleen bij een gewaardeerd diploma.")
        if recognition == Recognition.RECOGNISED and not cleaned.get("finished"):
            self.add_error(
                "finished",
                "Alleen een diploma wordt gewaardeerd. Is de opleiding afgerond, vink dat dan aan;"
                " zo niet, kies bij de waardering iets anders.",
            )
        if recognition == Recognition.REQUESTED and not day and "recognition_on" not in self.errors:
            self.add_error("recognition_on", "Vul de dag van de aanvraag in.")
        if recognition == Recognition.NOT_REQUESTED and day:
            self.add_error("recognition_on", "Er is nog niets aangevraagd: laat dit leeg.")
        return cleaned


class WorkExperienceForm(RowForm):
    occupation = OccupationField(label="Beroep")
    years = forms.DecimalField(
        label="Hoeveel jaar?",
        max_digits=3,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "date-input"}),
        error_messages={"invalid": "Typ een aantal jaren, bijvoorbeeld 2 of 0,5."},
    )
    since_year = NumberField(label="Van (jaar)", required=False, lowest=1940, highest=2100)
    until_year = NumberField(label="Tot (jaar)", required=False, lowest=1940, highest=2100)

    class Meta:
        model = WorkExperience
        fields = ("occupation", "years", "since_year", "until_year", "place")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        current = self.instance.occupation if self.instance.pk else None
        self.fields["occupation"].offer(self.participant.pilot, current)
        self.initial["occupation"] = current and current.uuid

    def layout(self):
        return [
            "occupation",
            Row(Column("years", css_class="col-md-6"), Column("place", css_class="col-md-6")),
            Row(
                Column("since_year", css_class="col-md-6"),
                Column("until_year", css_class="col-md-6"),
            ),
        ]

    def clean_years(self):
        years = self.cleaned_data["years"]
        if not 0 < years <= 60:
            raise forms.ValidationError("Typ meer dan 0 en hoogstens 60 jaar.")
        return years

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since_year"), cleaned.get("until_year")
        if since and until and until < since:
            self.add_error("until_year", "Dit jaar ligt vóór het jaar waarin het begon.")
        for name, year in (("since_year", since), ("until_year", until)):
            if year and year > self.today.year:
                self.add_error(name, "Dit jaar is nog niet begonnen.")
            if year and year <= self.participant.birth_date.year:
                self.add_error(name, "Toen was deze persoon nog niet geboren.")
        if not self.errors:
            self.check_years(cleaned["years"], since, until or self.today.year)
        return cleaned

    def check_years(self, years, since, until):
        """Refuse more years than there are from the first to the last, both included."""
        if since and years > until - since + 1:
            most = until - since + 1
            self.add_error("years", f"Van {since} tot en met {until} is hoogstens {most} jaar.")


class NoEducationForm(SheetForm):
    """That there is nothing to tell: also an answer."""

    class Meta:
        model = DiagnosisFile
        fields = ("no_education",)

    def clean_no_education(self):
        nothing = self.cleaned_data["no_education"]
        if nothing and self.participant.schoolings.exists():
            raise forms.ValidationError("Er staat al een opleiding in het dossier.")
        return nothing


class NoExperienceForm(SheetForm):
    class Meta:
        model = DiagnosisFile
        fields = ("no_experience",)

    def clean_no_experience(self):
        nothing = self.cleaned_data["no_experience"]
        if nothing and self.participant.work_experience.exists():
            raise forms.ValidationError("Er staat al werkervaring in het dossier.")
        return nothing
