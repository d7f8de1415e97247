"""The forms of the parts of a diagnosis."""

from crispy_forms.layout import HTML, Column, Div, Row
from django import forms
from django.utils.html import format_html

from participants.background_forms import (
    NoEducationForm,
    NoExperienceForm,
    StudyForm,
    WorkExperienceForm,
)
from participants.completeness import Part
from participants.diagnosis_choices import (
    PART_LABELS,
    Basis,
    Hampers,
    Mismatch,
    Moment,
    Rung,
    Skill,
    Theme,
    Transport,
)
from participants.diagnosis_fields import NumberField, OccupationField, SheetForm, partners
from participants.models import DiagnosisFile, LadderRung, SkillLevel
from participants.models.diagnosis_file import MEASURED_LEVELS, WANTED_AT_MOST
from pilot.forms import CrispyMixin, DateField, check_not_after
from pilot.models import Organisation

NO_DETAIL = (
    "Noteer alleen of iets belemmert en wie het volgt, nooit wát er is: geen ziekte, geen schuld,"
    " geen verhaal."
)


BARRIER_HEADS = (
    '<div class="answer-heads" aria-hidden="true"><span>Thema</span><span>Belemmert dit?</span>'
    "<span>Welke partner volgt het?</span><span>Of wie anders?</span></div>"
)


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

    @property
    def values(self):
        wanted = [self.cleaned_data[name] for name in self.places if self.cleaned_data[name]]
        return super().values | {"wanted": wanted}


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
    """All themes on one page: whether it hampers, and who follows it.

    Each theme is a row; who follows it is only asked where the answer is yes.
    """

    rest = forms.BooleanField(
        label="Wat op “nog niet besproken” staat, belemmert niet",
        required=False,
        help_text="Vink dit aan als u alles hebt besproken: de rest wordt dan “nee”.",
    )

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
        rows = [HTML(format_html("<p>{}</p>", NO_DETAIL)), HTML(BARRIER_HEADS)]
        for theme in Theme:
            self.fields[theme] = forms.ChoiceField(
                label=f"{theme.label.capitalize()}: belemmert dit?",
                required=False,
                choices=[("", "nog niet besproken"), *Hampers.choices],
            )
            self.fields[f"{theme}_partner"] = forms.ModelChoiceField(
                label=f"{theme.label.capitalize()}: partner die het volgt",
                queryset=Organisation.objects.none(),
                required=False,
                to_field_name="uuid",
                empty_label="geen partner",
            )
            self.fields[f"{theme}_words"] = forms.CharField(
                label=f"{theme.label.capitalize()}: of wie anders het volgt",
                required=False,
                max_length=60,
            )
            rows.append(self.row(theme))
        return [*rows, "rest"]

    def row(self, theme):
        name = format_html('<p class="answer-name" aria-hidden="true">{}</p>', theme.label)
        followed = [Div(f"{theme}_{who}", css_class="follower") for who in ("partner", "words")]
        return Div(HTML(name), Div(str(theme)), *followed, css_class="answer-row")

    def clean(self):
        cleaned = super().clean()
        for theme in Theme:
            answered = cleaned.get(theme) or theme in self.errors
            followed = cleaned.get(f"{theme}_partner") or cleaned.get(f"{theme}_words")
            if followed and cleaned.get(theme) != Hampers.YES:
                self.add_error(
                    theme, f"{theme.label.capitalize()}: wie het volgt, hoort alleen bij ja."
                )
            elif cleaned.get("rest") and not answered:
                cleaned[theme] = Hampers.NO
        return cleaned

    @property
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
