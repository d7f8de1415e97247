"""The form of inburgering, by the law that somebody falls under."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from participants.diagnosis_choices import EXAM_PARTS, STATUSES
from participants.diagnosis_fields import SheetForm, partners
from participants.integration import EXAM_PARTS as EXAM_PARTS_BY_LAW
from participants.integration import STATUSES as STATUSES_BY_LAW
from participants.integration import UNSETTLED, Law, Status, end_of_term
from participants.models import CivicIntegration
from pilot.forms import DateField, check_not_after

NOT_EXTENDED = set(UNSETTLED) - {Status.EXTENDED}
SAY_EXTENDED = (
    "U vulde in dat de termijn verlengd is. Kies hier “termijn verlengd”, of maak “Verlengd tot en"
    " met” leeg."
)


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
        # Who met the obligation may have done so in a term that was extended.
        if cleaned.get("extended_until") and cleaned.get("status") in NOT_EXTENDED:
            self.add_error("status", SAY_EXTENDED)
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

    @property
    def values(self):
        days = {part.value: self.cleaned_data[name] for name, part in self.parts.items()}
        return super().values | {"passed": {part: day for part, day in days.items() if day}}
