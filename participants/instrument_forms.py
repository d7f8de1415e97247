import re
from decimal import Decimal

from crispy_forms.layout import Column, Row
from django import forms

from participants.forms import A_YEAR, NOTE_WARNING, TOO_FAR, PastDayForm, note_field
from participants.models.instruments import InstrumentKind, Purchase
from participants.plan_forms import PlanForm
from participants.versioned_forms import VersionedMixin
from pilot.forms import DateField
from pilot.models import Organisation


class ProviderField(forms.ModelChoiceField):
    def __init__(self):
        super().__init__(
            label="Aanbieder",
            queryset=Organisation.objects.none(),
            to_field_name="uuid",
            required=False,
            empty_label="geen of nog niet bekend",
        )

    def offer(self, pilot, *, also=None):
        offered = Organisation.objects.of(pilot)
        self.queryset = offered | Organisation.objects.filter(pk=also) if also else offered


class EuroField(forms.DecimalField):
    """An amount as people type it: 4500, 4500,50, 4.500,50 or € 4.500."""

    def to_python(self, value):
        text = str(value or "").replace("€", "").replace(" ", "")
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d*)?", text, re.ASCII):
            text = text.replace(".", "")
        return super().to_python(text)


class InstrumentFields(forms.Form):
    kind = forms.ChoiceField(label="Instrument", choices=[("", "kies"), *InstrumentKind.choices])
    provider = ProviderField()
    starts_on = DateField(label="Vanaf")
    ends_on = DateField(label="Tot en met", required=False, help_text="Leeg: nog niet bekend.")
    purchase = forms.ChoiceField(
        label="Hoe is het ingekocht?",
        choices=Purchase.choices,
        widget=forms.RadioSelect,
        help_text="Wat de gemeente al heeft ingekocht, gaat voor.",
    )
    amount = EuroField(
        label="Bedrag in euro",
        required=False,
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        localize=True,
        help_text="Bijvoorbeeld 4500 of 4500,50. Leeg: nog niet bekend.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "date-input"}),
        error_messages={
            "invalid": "Typ een bedrag, bijvoorbeeld 4500 of 4500,50.",
            "min_value": "Een bedrag is meer dan nul; laat het leeg als u het niet weet.",
            "max_digits": "Typ een bedrag onder een miljoen euro.",
            "max_whole_digits": "Typ een bedrag onder een miljoen euro.",
            "max_decimal_places": "Typ hoogstens twee cijfers achter de komma.",
        },
    )
    note = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        also = self.row.provider_id if self.row else None
        self.fields["provider"].offer(self.participant.pilot, also=also)

    def layout(self):
        return [
            "kind",
            "provider",
            Row(Column("starts_on", css_class="col-md-6"), Column("ends_on", css_class="col-md-6")),
            "purchase",
            "amount",
            "note",
        ]

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day < self.participant.selected_on:
            raise forms.ValidationError("Op deze dag was deze persoon nog niet geselecteerd.")
        if day > self.today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("starts_on"), cleaned.get("ends_on")
        if since and until and until < since:
            self.add_error("ends_on", "De laatste dag kan niet vóór de eerste liggen.")
        return cleaned

    @property
    def instrument(self) -> dict:
        return {name: self.cleaned_data[name] for name in InstrumentFields.base_fields}


class InstrumentForm(InstrumentFields, PlanForm):
    submit_label = "Instrument vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)

    def layout(self):
        return ["uuid", *super().layout()]


class InstrumentEditForm(VersionedMixin, InstrumentFields, PlanForm):
    pass


class InstrumentEndForm(PastDayForm):
    submit_label = "Instrument beëindigen"

    def __init__(self, *args, row, **kwargs):
        self.row = row
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Laatste dag"

    def clean_on(self):
        day = super().clean_on()
        if day < self.row.starts_on:
            raise forms.ValidationError(f"Het begon pas op {self.row.starts_on:%d-%m-%Y}.")
        return day
