"""The forms of a placement, a study and a business: one to add and to change, one to end."""

from datetime import timedelta

from crispy_forms.layout import Column, Row
from django import forms

from participants.diagnosis_fields import OccupationField
from participants.engagements import BENEFIT_ABOVE, Bbz, Financing
from participants.forms import (
    A_YEAR,
    NOTE_WARNING,
    TOO_FAR,
    PastDayForm,
    WarningMixin,
    note_field,
)
from participants.models import Business, Placement, Study
from participants.outcome_forms import HoursField
from participants.outflow_choices import BusinessStage
from participants.versioned_forms import VersionedForm
from participants.withdrawal_forms import WITHDRAWN
from pilot.forms import DateField

TEN_YEARS = timedelta(days=3653)
NOBODY_YET = "Deze persoon is nog niet geselecteerd voor de pilot."
ENDED = ["ended_on", "ended_reason"]


def text_input(**attrs):
    return forms.TextInput(attrs={"autocomplete": "off"} | attrs)


def pair(first, second):
    """Two fields beside each other."""
    return Row(Column(first, css_class="col-md-6"), Column(second, css_class="col-md-6"))


class EngagementFields(forms.ModelForm):
    """The fields that all three have; which of them stay, before the layout is made of them.

    `reads_note`: a note of a colleague is not for everybody.
    """

    # What has to be chosen from a list.
    ASKED = ["kind", "level", "financing", "stage", "ended_reason"]

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    starts_on = DateField(label="Van")
    ends_on = DateField(label="Tot en met", required=False)
    note = note_field("Toelichting", help_text=NOTE_WARNING)
    ended_on = DateField(label="Beëindigd op", required=False)

    def __init__(self, *args, participant, reads_note, **kwargs):
        self.participant = participant
        self.today = participant.pilot.today()
        super().__init__(*args, **kwargs)
        unused = ["uuid"] if self.instance.pk else []
        if not reads_note:
            unused.append("note")
        if self.instance.is_running:
            unused += ENDED
        for name in unused:
            del self.fields[name]
        for name in self.ASKED:
            field = self.fields.get(name)
            if field:
                field.choices = [("", "kies"), *field.choices[1:]]


class EngagementForm(VersionedForm, EngagementFields):
    GONE = WITHDRAWN

    def layout(self):
        parts = ["uuid", *self.own_layout(), pair("starts_on", "ends_on"), "note", *ENDED]
        return [part for part in parts if not isinstance(part, str) or part in self.fields]

    @property
    def not_yet(self) -> str:
        return f"Deze dag is nog niet geweest: het is nu {self.today:%d-%m-%Y}."

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day < self.participant.assigned_on:
            raise forms.ValidationError(
                "Toen was deze persoon nog niet aan de gemeente toegewezen. Klopt het jaartal?"
            )
        if day > self.today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day

    def clean(self):
        cleaned = super().clean()
        if self.participant.is_candidate:
            raise forms.ValidationError(NOBODY_YET)
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", "Het einde kan niet vóór het begin liggen.")
        if start and end and end > start + TEN_YEARS:
            self.add_error("ends_on", "Dat is meer dan tien jaar later. Klopt het jaartal?")
        if "ended_on" in self.fields:
            self.clean_ended(cleaned)
        return cleaned

    def clean_ended(self, cleaned):
        """An end recorded by mistake is undone by emptying both."""
        start, ended, reason = (cleaned.get(name) for name in ("starts_on", *ENDED))
        if ended and not reason:
            self.add_error("ended_reason", "Kies ook hoe het eindigde.")
        if reason and not ended and "ended_on" not in self.errors:
            self.add_error("ended_on", "Vul ook de dag in, of maak allebei leeg.")
        if ended and ended > self.today:
            self.add_error(
                "ended_on", f"Deze dag is nog niet geweest: het is nu {self.today:%d-%m-%Y}."
            )
        elif ended and start and ended < start:
            self.add_error("ended_on", "Het einde kan niet vóór het begin liggen.")

    def refuse_overlap(self, other):
        until = f"tot en met {other.last_day:%d-%m-%Y}" if other.last_day else "en loopt door"
        self.add_error(
            "employer",
            "Er staat al regulier werk bij deze werkgever in deze tijd:"
            f" van {other.starts_on:%d-%m-%Y} {until}. Wijzig of beëindig dat eerst.",
        )


class PlacementForm(EngagementForm):
    submit_label = "Plaatsing opslaan"

    hours = HoursField()
    occupation = OccupationField(label="Beroep", required=False)

    class Meta:
        model = Placement
        fields = [
            "kind",
            "employer",
            "occupation",
            "job_title",
            "hours",
            "starts_on",
            "ends_on",
            "note",
            *ENDED,
        ]
        widgets = {"employer": text_input(), "job_title": text_input()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.instance.occupation
        self.fields["occupation"].offer(self.participant.pilot, chosen)
        if self.instance.pk:
            self.initial["occupation"] = chosen and chosen.uuid
        self.fields["job_title"].help_text = "In eigen woorden; mag leeg blijven."
        self.fields[
            "ends_on"
        ].help_text = "Leeg: voor onbepaalde tijd. Anders staat zij tegen die tijd bij Vandaag."

    def own_layout(self):
        return [
            pair("kind", "hours"),
            "employer",
            pair("occupation", "job_title"),
        ]


class StudyForm(WarningMixin, EngagementForm):
    submit_label = "Studie opslaan"

    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Study
        fields = [
            "institution",
            "course",
            "level",
            "financing",
            "conditions",
            "uaf",
            "starts_on",
            "ends_on",
            "note",
            *ENDED,
        ]
        widgets = {
            "institution": text_input(),
            "course": text_input(),
            "conditions": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        age = self.participant.age(self.today)
        self.fields["financing"].help_text = (
            "Met behoud van uitkering: voor een bepaalde tijd, onder bijzondere voorwaarden en voor"
            f" wie ouder is dan {BENEFIT_ABOVE}. Deze deelnemer is {age}."
        )
        self.fields[
            "conditions"
        ].help_text = "Verplicht bij behoud van uitkering: wat is afgesproken?"

    def own_layout(self):
        return [
            "confirmed",
            pair("institution", "course"),
            pair("level", "financing"),
            "conditions",
            "uaf",
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("financing") == Financing.BENEFIT:
            if not cleaned.get("conditions") and "conditions" not in self.errors:
                self.add_error("conditions", "Vul bij behoud van uitkering de voorwaarden in.")
            if not cleaned.get("ends_on") and "ends_on" not in self.errors:
                self.add_error("ends_on", "Met behoud van uitkering is voor een bepaalde tijd.")
        if not self.errors:
            self.warn(self.too_young(cleaned))
        return cleaned

    def too_young(self, cleaned) -> str:
        """The warning that studying with the benefit retained is for who is older, or ""."""
        chosen = "financing" in self.changed_data and cleaned["financing"] == Financing.BENEFIT
        age = self.participant.age(cleaned["starts_on"])
        if not chosen or age > BENEFIT_ABOVE:
            return ""
        return (
            f"Met behoud van uitkering studeren is voor wie ouder is dan {BENEFIT_ABOVE}. Bij het"
            f" begin van deze studie is deze deelnemer {age}."
        )


class BusinessForm(EngagementForm):
    submit_label = "Onderneming opslaan"

    registered_on = DateField(
        label="Ingeschreven bij de KvK op", required=False, help_text="Leeg: niet ingeschreven."
    )

    class Meta:
        model = Business
        fields = [
            "what",
            "stage",
            "bbz",
            "registered_on",
            "starts_on",
            "ends_on",
            "note",
            *ENDED,
        ]
        widgets = {"what": text_input()}

    def own_layout(self):
        return [
            "what",
            Row(
                Column("stage", css_class="col-md-4"),
                Column("bbz", css_class="col-md-4"),
                Column("registered_on", css_class="col-md-4"),
            ),
        ]

    def clean_registered_on(self):
        day = self.cleaned_data["registered_on"]
        if day and day > self.today:
            raise forms.ValidationError(self.not_yet)
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("stage") == BusinessStage.IDEA and cleaned.get("bbz") == Bbz.GRANTED:
            self.add_error(
                "bbz",
                "Voor een idee kan Bbz nog niet zijn toegekend. Kies eerst bij Hoe ver wat er is.",
            )
        return cleaned


class EndForm(PastDayForm):
    submit_label = "Beëindigen"

    reason = forms.ChoiceField(label="Hoe eindigde het?", widget=forms.RadioSelect)

    def __init__(self, *args, row, **kwargs):
        self.row = row
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = row._meta.get_field("ended_reason").choices

    def clean_on(self):
        day = super().clean_on()
        if day < self.row.starts_on:
            raise forms.ValidationError(f"Het begon pas op {self.row.starts_on:%d-%m-%Y}.")
        return day
