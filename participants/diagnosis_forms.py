"""The forms of the parts of a diagnosis, and of inburgering."""

from itertools import groupby

from crispy_forms.layout import HTML, Column, Fieldset, Row
from django import forms
from django.utils.html import format_html

from participants.choices import Sector
from participants.completeness import Part
from participants.diagnosis_choices import (
    EXAM_PARTS,
    PART_LABELS,
    STATUSES,
    Basis,
    Hampers,
    Mismatch,
    Moment,
    Recognition,
    Rung,
    Skill,
    Theme,
    Transport,
)
from participants.history import DIAGNOSIS_FILE, INTEGRATION, last_change
from participants.integration import EXAM_PARTS as EXAM_PARTS_BY_LAW
from participants.integration import STATUSES as STATUSES_BY_LAW
from participants.integration import Law, Status, end_of_term
from participants.models import (
    CivicIntegration,
    DiagnosisFile,
    LadderRung,
    Occupation,
    Schooling,
    SkillLevel,
    WorkExperience,
)
from participants.models.diagnosis_file import MEASURED_LEVELS, WANTED_AT_MOST
from pilot.forms import CrispyMixin, DateField, check_not_after
from pilot.models import Organisation

NO_DETAIL = (
    "Noteer alleen of iets belemmert en wie het volgt, nooit wát er is: geen ziekte, geen schuld,"
    " geen verhaal."
)
PLAIN_NUMBER = {"inputmode": "numeric", "class": "date-input"}


class NumberField(forms.IntegerField):
    """A whole number in a text field, so that what is wrong can be shown again."""

    def __init__(self, *, label, highest, lowest=0, **kwargs):
        super().__init__(
            label=label,
            min_value=lowest,
            max_value=highest,
            widget=forms.TextInput(attrs=PLAIN_NUMBER),
            error_messages={
                "invalid": "Typ een heel getal.",
                "min_value": f"Typ ten minste {lowest}.",
                "max_value": f"Typ hoogstens {highest}.",
            },
            **kwargs,
        )


def occupation_choices(pilot, *chosen) -> list:
    """By sector, shortages marked; what was chosen stays, also when it went out of use."""
    offered = {row.pk: row for row in Occupation.objects.of(pilot)}
    offered |= {row.pk: row for row in chosen if row}
    rows = sorted(offered.values(), key=lambda row: (row.get_sector_display(), row.name))
    return [
        (Sector(sector).label.capitalize(), [(row.uuid, occupation_label(row)) for row in of])
        for sector, of in groupby(rows, key=lambda row: row.sector)
    ]


def occupation_label(row) -> str:
    return f"{row.name} (knelpuntberoep)" if row.shortage else row.name


class OccupationField(forms.TypedChoiceField):
    """One of the occupations of the pilot; gives the Occupation, None for none."""

    def __init__(self, **kwargs):
        super().__init__(coerce=self.by_uuid, empty_value=None, **kwargs)

    @staticmethod
    def by_uuid(value):
        return Occupation.objects.get(uuid=value)

    def offer(self, pilot, *chosen, empty="kies"):
        self.choices = [("", empty), *occupation_choices(pilot, *chosen)]


def partners(pilot, *chosen):
    """The partners that a pilot works with, and whoever was chosen before."""
    now = Organisation.objects.of(pilot).values("pk")
    return Organisation.objects.filter(pk__in=[*(row["pk"] for row in now), *chosen])


def name_the_empty_choice(fields):
    """Not the dashes of the framework, but what it means to choose nothing."""
    for field in fields:
        choices = list(getattr(field, "choices", []))
        if isinstance(field, forms.TypedChoiceField) and choices[:1] == [("", "---------")]:
            field.choices = [("", "kies" if field.required else "nog niet bekend"), *choices[1:]]


class EditForm(CrispyMixin):
    """A form over something that a colleague can change at the same time.

    `save` raises ChangedMeanwhile; `warn` then says what the colleague did, keeps what was typed,
    and takes sending it again for the answer.
    """

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        self.today = participant.pilot.today()
        super().__init__(*args, **kwargs)
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=self.instance.version
        )
        self.helper.layout.insert(0, "version")
        name_the_empty_choice(self.fields.values())

    def warn(self, now):
        told = "Een collega heeft dit intussen verwijderd."
        if now is not None:
            self.data = self.data.copy()
            self.data["version"] = now.version
            told = f"{self.changed(now)} Klik nog eens op Opslaan om te bewaren wat hier staat."
        self.add_error(None, told)

    def changed(self, now) -> str:
        return last_change(DIAGNOSIS_FILE, self.participant.pk)

    def check_past(self, name):
        check_not_after(self.cleaned_data[name], self.today)
        return self.cleaned_data[name]


class RowForm(EditForm, forms.ModelForm):
    """One education, or one job."""

    def changed(self, now):
        return last_change((type(now),), now.pk, column="pgh_obj_id")

    def save(self, by):
        values = {name: self.cleaned_data[name] for name in self._meta.fields}
        if self.instance.pk:
            self.instance.change(version=self.cleaned_data["version"], **values)
        else:
            type(self.instance).objects.add(self.participant, **values)


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
        return cleaned


class SheetForm(EditForm, forms.ModelForm):
    """A part of the file that is there once."""

    def __init__(self, *args, participant, instance=None, **kwargs):
        sheet = self._meta.model.objects.of(participant)
        super().__init__(*args, participant=participant, instance=sheet, **kwargs)

    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def save(self, by):
        self._meta.model.objects.of(self.participant).write(
            version=self.cleaned_data["version"], **self.values()
        )


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


class WishesForm(SheetForm):
    hours = NumberField(label="Gewenste uren per week", required=False, lowest=1, highest=60)

    class Meta:
        model = DiagnosisFile
        fields = ("ambition", "hours")
        labels = {"ambition": "Wat wil deze persoon bereiken?"}
        help_texts = {
            "ambition": "In een of twee zinnen. Schrijf niets op over gezondheid, geloof of"
            " afkomst: ook de recruiter leest dit."
        }
        widgets = {"ambition": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, participant, **kwargs):
        self.places = [f"wanted_{place}" for place in range(1, WANTED_AT_MOST + 1)]
        super().__init__(*args, participant=participant, **kwargs)
        wanted = self.instance.wanted
        for place, name in enumerate(self.places):
            self.fields[name].offer(participant.pilot, *wanted, empty="geen")
            if place < len(wanted):
                self.initial[name] = wanted[place].uuid

    def layout(self):
        for place, name in enumerate(self.places, start=1):
            self.fields[name] = OccupationField(
                label=f"Gewenst beroep, {place}e keus", required=False
            )
        return [*self.places, "hours", "ambition"]

    def clean(self):
        cleaned = super().clean()
        chosen = [cleaned.get(name) for name in self.places]
        for place, name in enumerate(self.places):
            if chosen[place] and chosen[place] in chosen[:place]:
                self.add_error(name, "Dit beroep is hierboven al gekozen.")
        return cleaned

    def values(self):
        wanted = [self.cleaned_data[name] for name in self.places if self.cleaned_data[name]]
        return super().values() | {"wanted": wanted}


class MobilityForm(SheetForm):
    transport = forms.MultipleChoiceField(
        label="Kan reizen met",
        choices=Transport.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    travel_minutes = NumberField(
        label="Hoogstens zoveel minuten reizen", required=False, highest=180
    )

    class Meta:
        model = DiagnosisFile
        fields = ("licence", "transport", "travel_minutes")


class MismatchForm(SheetForm):
    mismatch = forms.MultipleChoiceField(
        label="Waar zit het verschil met wat de regio vraagt?",
        choices=Mismatch.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="U kunt er meer kiezen. Dit deel ziet de recruiter niet.",
    )

    class Meta:
        model = DiagnosisFile
        fields = ("mismatch",)

    def clean_mismatch(self):
        chosen = self.cleaned_data["mismatch"]
        if Mismatch.NONE in chosen and len(chosen) > 1:
            raise forms.ValidationError("Geen mismatch past niet bij de andere keuzes.")
        return chosen


class BarriersForm(SheetForm):
    """All themes on one page: whether it hampers, and who follows it."""

    class Meta:
        model = DiagnosisFile
        fields = ()

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        current = self.instance.barriers
        chosen = [partner.pk for _, partner, _ in current.values() if partner]
        for theme in Theme:
            hampers, partner, words = current.get(theme, ("", None, ""))
            self.fields[f"{theme}_partner"].queryset = partners(participant.pilot, *chosen)
            self.initial[theme] = hampers
            self.initial[f"{theme}_partner"] = partner and partner.uuid
            self.initial[f"{theme}_words"] = words

    def layout(self):
        rows = [HTML(format_html("<p>{}</p>", NO_DETAIL))]
        for theme in Theme:
            self.fields[theme] = forms.ChoiceField(
                label="Belemmert dit?",
                required=False,
                choices=[("", "nog niet besproken"), *Hampers.choices],
            )
            self.fields[f"{theme}_partner"] = forms.ModelChoiceField(
                label="Wie volgt het: partner",
                queryset=Organisation.objects.none(),
                required=False,
                to_field_name="uuid",
                empty_label="geen partner",
            )
            self.fields[f"{theme}_words"] = forms.CharField(
                label="of iemand anders", required=False, max_length=60
            )
            names = (theme, f"{theme}_partner", f"{theme}_words")
            columns = [Column(str(name), css_class="col-md-4") for name in names]
            rows.append(Fieldset(theme.label.capitalize(), Row(*columns)))
        return rows

    def clean(self):
        cleaned = super().clean()
        for theme in Theme:
            followed = cleaned.get(f"{theme}_partner") or cleaned.get(f"{theme}_words")
            if followed and cleaned.get(theme) != Hampers.YES:
                self.add_error(
                    theme, f"{theme.label.capitalize()}: wie het volgt, hoort alleen bij ja."
                )
        return cleaned

    def values(self):
        cleaned = self.cleaned_data
        return {
            "barriers": {
                theme.value: (
                    cleaned[theme],
                    cleaned[f"{theme}_partner"],
                    cleaned[f"{theme}_words"],
                )
                for theme in Theme
                if cleaned[theme]
            }
        }


class MeasurementForm(CrispyMixin, forms.Form):
    """What is measured on a day, again and again; a test may be older than the pilot."""

    on = DateField(label="Gemeten op")

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        super().__init__(*args, **kwargs)

    def clean_on(self):
        day = self.cleaned_data["on"]
        check_not_after(day, self.participant.pilot.today())
        if day < self.participant.birth_date:
            raise forms.ValidationError("Deze dag ligt vóór de geboorte. Klopt het jaartal?")
        return day


class LanguageForm(MeasurementForm):
    basis = forms.ChoiceField(
        label="Hoe bepaald", choices=Basis.choices, widget=forms.RadioSelect, initial=Basis.TEST
    )

    def layout(self):
        for skill in Skill:
            self.fields[skill] = forms.ChoiceField(
                label=skill.label.capitalize(),
                required=False,
                choices=[("", "nu niet gemeten"), *MEASURED_LEVELS],
            )
        pairs = [Column(str(skill), css_class="col-md-6") for skill in Skill]
        return ["on", "basis", Row(*pairs[:2]), Row(*pairs[2:])]

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(skill) for skill in Skill):
            self.add_error(Skill.READING, "Kies van ten minste één vaardigheid het niveau.")
        return cleaned

    def save(self, by):
        levels = {
            skill.value: self.cleaned_data[skill] for skill in Skill if self.cleaned_data[skill]
        }
        on, basis = self.cleaned_data["on"], self.cleaned_data["basis"]
        SkillLevel.objects.measure(self.participant, on=on, basis=basis, levels=levels, by=by)


class LadderForm(MeasurementForm):
    moment = forms.ChoiceField(label="Moment", choices=Moment.choices, widget=forms.RadioSelect)
    rung = forms.TypedChoiceField(
        label="Trede", choices=Rung.choices, coerce=int, widget=forms.RadioSelect
    )

    def save(self, by):
        LadderRung.objects.measure(self.participant, by=by, **self.cleaned_data)


# Of the two parts that are lists of rows: that there are none.
PART_FORMS = {
    Part.EDUCATION: NoEducationForm,
    Part.EXPERIENCE: NoExperienceForm,
    Part.LANGUAGE: LanguageForm,
    Part.BARRIERS: BarriersForm,
    Part.WISHES: WishesForm,
    Part.MOBILITY: MobilityForm,
    Part.MISMATCH: MismatchForm,
    Part.LADDER: LadderForm,
}
ROW_FORMS = {Part.EDUCATION: StudyForm, Part.EXPERIENCE: WorkExperienceForm}
PART_HEADINGS = PART_LABELS | {
    Part.EDUCATION: "Geen opleiding",
    Part.EXPERIENCE: "Geen werkervaring",
    Part.LANGUAGE: "Taalniveau vastleggen",
    Part.LADDER: "Trede vastleggen",
}


class IntegrationForm(SheetForm):
    obliged_from = DateField(label="Inburgeringsplichtig vanaf", required=False)
    started_on = DateField(label="Begin van de termijn", required=False)
    ends_on = DateField(
        label="Einde van de termijn", required=False, help_text="Leeg: drie jaar na het begin."
    )
    extended_until = DateField(label="Verlengd tot en met", required=False)

    class Meta:
        model = CivicIntegration
        fields = (
            "status",
            "obliged_from",
            "started_on",
            "ends_on",
            "extended_until",
            "learning_route",
            "exam_level",
            "provider",
            "provider_name",
        )

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, participant=participant, **kwargs)
        allowed = STATUSES_BY_LAW[self.law]
        self.fields["status"].choices = [row for row in STATUSES if row[0] in allowed]
        chosen = [self.instance.provider_id] if self.instance.provider_id else []
        self.fields["provider"].queryset = partners(participant.pilot, *chosen)
        self.fields["provider"].empty_label = "geen partner"
        for part, day in self.instance.passed.items():
            self.initial[f"passed_{part}"] = day

    @property
    def law(self) -> Law:
        return Law(self.instance.law)

    def layout(self):
        if self.law != Law.OF_2021:
            del self.fields["learning_route"]
        labels = dict(EXAM_PARTS)
        self.parts = {f"passed_{part}": part for part in EXAM_PARTS_BY_LAW[self.law]}
        for name, part in self.parts.items():
            label = labels[part][0].upper() + labels[part][1:]
            self.fields[name] = DateField(label=label, required=False, help_text="")
        return [
            "status",
            Row(
                Column("obliged_from", css_class="col-md-6"),
                Column("started_on", css_class="col-md-6"),
            ),
            Row(
                Column("ends_on", css_class="col-md-6"),
                Column("extended_until", css_class="col-md-6"),
            ),
            *(["learning_route"] if "learning_route" in self.fields else []),
            "exam_level",
            Row(
                Column("provider", css_class="col-md-6"),
                Column("provider_name", css_class="col-md-6"),
            ),
            Fieldset(
                "Behaald of gedaan op",
                Row(*[Column(name, css_class="col-md-6") for name in self.parts]),
            ),
        ]

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("started_on"), cleaned.get("ends_on")
        if start and not end and "ends_on" not in self.errors:
            end = cleaned["ends_on"] = end_of_term(start)
        if start and end and end <= start:
            self.add_error("ends_on", "De termijn kan niet eindigen voordat zij begint.")
        self.check_extension(cleaned.get("extended_until"), end)
        if cleaned.get("provider") and cleaned.get("provider_name"):
            self.add_error("provider_name", "Kies een partner of typ een naam, niet allebei.")
        for name in self.parts:
            self.check_passed(name, cleaned.get(name))
        return cleaned

    def check_extension(self, until, end):
        if "extended_until" in self.errors:
            return
        if self.cleaned_data.get("status") == Status.EXTENDED and not until:
            self.add_error("extended_until", "Vul in tot en met welke dag er verlengd is.")
        elif until and not end:
            self.add_error("extended_until", "Vul eerst het begin of het einde van de termijn in.")
        elif until and until <= end:
            self.add_error("extended_until", "Een verlenging eindigt na de gewone termijn.")

    def check_passed(self, name, day):
        try:
            check_not_after(day, self.today)
        except forms.ValidationError as error:
            self.add_error(name, error)

    def values(self):
        given = {name: self.cleaned_data[name] for name in self._meta.fields if name in self.fields}
        days = {part.value: self.cleaned_data[name] for name, part in self.parts.items()}
        return given | {"passed": {part: day for part, day in days.items() if day}}

    def changed(self, now):
        return last_change(INTEGRATION, self.participant.pk)
