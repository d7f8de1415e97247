"""The forms of an outcome, of the evidence for it, and of the aftercare."""

import uuid
from decimal import Decimal

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from participants import outcomes
from participants.aftercare import DURABLE, Moment, may_be_recorded, recordable_from
from participants.choices import DROPOUT_REASONS, OUTCOME_LABELS
from participants.engagements import FULL_FROM
from participants.file_forms import CHOOSE_AGAIN, FileForm, KeptFileField
from participants.forms import NOTE_WARNING, PastDayForm, WarningMixin, note_field
from participants.outcomes import OutcomeKind
from participants.outflow_choices import (
    MOMENTS,
    SITUATIONS,
    BenefitEnd,
    EvidenceKind,
    Source,
)
from participants.trajectory import Phase
from pilot.templatetags.ui import decimal_comma


class HoursField(forms.DecimalField):
    """Hours a week; a text field, so that what is wrong can be shown again."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Uren per week",
            min_value=Decimal(1),
            max_value=Decimal(60),
            decimal_places=1,
            localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "date-input"}),
            error_messages={
                "invalid": "Typ een aantal uren, bijvoorbeeld 24 of 28,5.",
                "min_value": "Typ ten minste 1 uur.",
                "max_value": "Een werkweek heeft hoogstens 60 uur.",
            },
            **kwargs,
        )

    def prepare_value(self, value):
        # 24 and not 24,0; what was typed is shown as it was typed.
        return decimal_comma(value) if isinstance(value, Decimal) else value


class OutcomeFields(WarningMixin, PastDayForm):
    """What an outcome is."""

    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Soort uitstroom")
    hours = HoursField(required=False, help_text="Verplicht bij betaald en gesubsidieerd werk.")
    dropout_reason = forms.ChoiceField(
        label="Reden van uitval",
        required=False,
        choices=[("", "niet van toepassing"), *DROPOUT_REASONS],
        help_text="Alleen bij uitval.",
    )

    def what_it_is(self):
        """The layout of these fields."""
        return [
            Row(Column("kind", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            Row(
                Column("hours", css_class="col-md-4"),
                Column("dropout_reason", css_class="col-md-8"),
            ),
        ]

    def others(self):
        """The outcomes that there are besides this one."""
        return self.participant.outcomes.all()

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind in outcomes.WORK and cleaned.get("hours") is None and "hours" not in self.errors:
            self.add_error("hours", "Vul bij werk de uren per week in.")
        if kind == OutcomeKind.DROPOUT and not cleaned.get("dropout_reason"):
            self.add_error("dropout_reason", "Kies de reden van uitval.")
        if kind and kind != OutcomeKind.DROPOUT and cleaned.get("dropout_reason"):
            self.add_error("dropout_reason", "Een reden hoort alleen bij uitval.")
        if kind and "on" in cleaned and self.others().filter(kind=kind, on=cleaned["on"]).exists():
            self.add_error("kind", "Deze uitstroom is op deze dag al vastgelegd.")
        self.clean_optional_parts(cleaned, kind)
        if not self.errors:
            self.warn(part_time(kind, cleaned["hours"]))
        return cleaned

    def clean_optional_parts(self, cleaned, kind):
        """What a form has besides."""


def part_time(kind, hours) -> str:
    """The warning that work of so few hours is mostly not what the kind says, or ""."""
    if kind not in outcomes.WORK - outcomes.STAYS_IN_CASELOAD or hours >= FULL_FROM:
        return ""
    return (
        f"{OUTCOME_LABELS[kind]}, met {decimal_comma(hours)} uur per week: meestal is werk onder"
        f" {FULL_FROM} uur partieel. Volledig sluit het traject af."
    )


class OutcomeForm(OutcomeFields):
    submit_label = "Uitstroom vastleggen"

    uuid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    follows = forms.ChoiceField(label="Waaruit volgt het?", required=False)
    note = note_field("Toelichting", help_text=NOTE_WARNING)
    file = KeptFileField(required=False)
    file_kind = forms.ChoiceField(
        label="Wat is het?", required=False, choices=[("", "kies"), *EvidenceKind.choices]
    )
    summary = note_field("Wat hielp deze deelnemer?", help_text=NOTE_WARNING)
    aftercare = note_field("Wat is afgesproken over nazorg?")
    benefit_ended = forms.ChoiceField(
        label="Waarom eindigt de uitkering?",
        required=False,
        choices=[("", "zij eindigt niet, of nog onbekend"), *BenefitEnd.choices],
    )

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
        self.engagements = {str(row.uuid): row for row in participant.engagements}
        rows = [(key, str(row)) for key, row in self.engagements.items()]
        self.fields["follows"].choices = [("", "niet uit een van deze"), *rows]
        if not rows:
            self.fields["follows"].widget = forms.HiddenInput()

    def layout(self):
        return [
            "uuid",
            "confirmed",
            "follows",
            *self.what_it_is(),
            "note",
            Fieldset(
                "Bewijs (mag ook later)",
                Row(
                    Column("file", css_class="col-md-7"), Column("file_kind", css_class="col-md-5")
                ),
            ),
            Fieldset(
                "Alleen bij het afsluiten van het traject (mag leeg blijven)",
                "summary",
                "aftercare",
                "benefit_ended",
            ),
        ]

    def clean_follows(self):
        return self.engagements.get(self.cleaned_data["follows"])

    def clean(self):
        if self.participant.is_closed:
            raise forms.ValidationError(
                "Dit traject is afgesloten. Neem het eerst weer op, met Fase wijzigen."
            )
        cleaned = super().clean()
        if self.errors and cleaned.get("file"):
            self.add_error("file", CHOOSE_AGAIN)
        return cleaned

    def clean_optional_parts(self, cleaned, kind):
        if kind in outcomes.STAYS_IN_CASELOAD and cleaned.get("benefit_ended"):
            self.add_error("benefit_ended", "Bij deze soort uitstroom loopt de uitkering door.")
        if cleaned.get("file") and not cleaned.get("file_kind"):
            self.add_error("file_kind", "Kies wat voor bewijs dit is.")
        if cleaned.get("file_kind") and not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", "Kies ook het bestand.")

    @property
    def outcome(self) -> dict:
        """What `Participant.record_outcome` asks."""
        return {name: value for name, value in self.cleaned_data.items() if name != "confirmed"}

    @classmethod
    def starting_values(cls, participant, asked: str) -> dict:
        """Today, or the day that what it follows from began: what was asked for says the rest."""
        first = {"uuid": uuid.uuid4(), "on": participant.pilot.today()}
        row = next((row for row in participant.engagements if str(row.uuid) == asked), None)
        if row is None:
            return first
        return first | {
            "follows": asked,
            "kind": row.proposed_outcome or "",
            "hours": getattr(row, "hours", None),
            "on": min(row.starts_on, first["on"]),
        }


class EvidenceForm(FileForm):
    submit_label = "Bewijs bewaren"

    kind = forms.ChoiceField(label="Wat is het?", choices=[("", "kies"), *EvidenceKind.choices])


class FollowUpForm(PastDayForm):
    submit_label = "Nazorg vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    moment = forms.ChoiceField(label="Welk moment?", choices=MOMENTS, widget=forms.RadioSelect)
    situation = forms.ChoiceField(
        label="Hoe gaat het nu?", choices=SITUATIONS, widget=forms.RadioSelect
    )
    hours = HoursField(required=False, help_text="Alleen bij werk.")
    source = forms.ChoiceField(label="Van wie weet u dat?", choices=[("", "kies"), *Source.choices])
    note = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, outcome, **kwargs):
        self.outcome = outcome
        super().__init__(*args, **kwargs)

    def layout(self):
        return [
            "uuid",
            "moment",
            "on",
            "situation",
            Row(Column("hours", css_class="col-md-4"), Column("source", css_class="col-md-8")),
            "note",
        ]

    def clean(self):
        cleaned = super().clean()
        moment, on = cleaned.get("moment"), cleaned.get("on")
        exit_on = self.outcome.on
        if moment and on and not may_be_recorded(exit_on, Moment(moment), on=on):
            first = recordable_from(exit_on, Moment(moment))
            self.add_error("on", f"Nog te vroeg voor dit moment: dat kan vanaf {first:%d-%m-%Y}.")
        if cleaned.get("hours") and cleaned.get("situation") not in DURABLE:
            self.add_error("hours", "Uren horen alleen bij wie nog werkt.")
        return cleaned

    @classmethod
    def starting_values(cls, outcome, today) -> dict:
        """The last moment that can be asked now and was not; before that the first to come."""
        asked = set(outcome.followups.values_list("moment", flat=True))
        to_ask = [moment for moment in Moment if moment not in asked]
        now = [moment for moment in to_ask if may_be_recorded(outcome.on, moment, on=today)]
        moment = (now[-1:] or to_ask[:1] or [Moment.SIX_MONTHS])[0]
        return {"uuid": uuid.uuid4(), "on": today, "moment": moment.value}
