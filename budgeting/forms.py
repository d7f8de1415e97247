import re
from decimal import Decimal

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from budgeting.models import Budget
from pilot.forms import CrispyMixin

# 99000, 99.000 and 99.000,50; but not 99.5, which could mean two things.
DUTCH_NUMBER = re.compile(r"(?P<whole>[0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,(?P<part>[0-9]+))?")


class NumberField(forms.DecimalField):
    """A number as it is written in Dutch. A text field, so that what was typed wrongly stays."""

    def __init__(self, *, decimal_places=0, example="150", **kwargs):
        super().__init__(
            decimal_places=decimal_places,
            widget=forms.TextInput(
                attrs={
                    "inputmode": "decimal" if decimal_places else "numeric",
                    "autocomplete": "off",
                }
            ),
            error_messages={
                "invalid": f"Dit is geen getal. Typ bijvoorbeeld {example}.",
                "min_value": f"Dit is te laag. Typ bijvoorbeeld {example}.",
            },
            **kwargs,
        )

    def to_python(self, value):
        typed = str(value or "").strip()
        if not typed:
            return None
        number = DUTCH_NUMBER.fullmatch(typed)
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        whole = number["whole"].replace(".", "")
        return super().to_python(f"{whole}.{number['part']}" if number["part"] else whole)

    def prepare_value(self, value):
        if not isinstance(value, int | Decimal):
            return value
        whole, _, part = f"{value:,}".partition(".")
        part = part.rstrip("0")
        return whole.replace(",", ".") + (f",{part}" if part else "")


class MoneyField(NumberField):
    """Euros, with or without cents and the sign."""

    def __init__(self, **kwargs):
        super().__init__(
            decimal_places=2, max_digits=10, min_value=0, example="99.000 of 99.000,50", **kwargs
        )

    def to_python(self, value):
        return super().to_python(str(value or "").strip().removeprefix("€"))


class BudgetForm(CrispyMixin, forms.ModelForm):
    """All starting points of one budget: of itself, of its functions and of its years."""

    submit_label = "Uitgangspunten opslaan"

    participants = NumberField(label="Aantal deelnemers", min_value=1, max_value=10_000)
    caseload_norm = NumberField(
        label="Caseloadnorm in de pilot", min_value=1, max_value=1_000, example="50"
    )
    regular_caseload_norm = NumberField(
        label="Caseloadnorm regulier", min_value=1, max_value=1_000, example="120"
    )
    instrument_price = MoneyField(label="€ per instrument")
    esf_percentage = NumberField(
        label="ESF-percentage",
        decimal_places=2,
        min_value=0,
        max_value=100,
        example="33 of 37,5",
        help_text="0 als er geen ESF is.",
    )

    class Meta:
        model = Budget
        fields = [
            "participants",
            "caseload_norm",
            "regular_caseload_norm",
            "instrument_price",
            "esf_percentage",
        ]

    def layout(self):
        return [
            Fieldset(
                "Deelnemers en consulenten",
                in_columns("participants", "caseload_norm", "regular_caseload_norm"),
            ),
            *(self.function_fields(function) for function in self.instance.staff.all()),
            Fieldset("Instrumenten en ESF", in_columns("instrument_price", "esf_percentage")),
            *(self.year_fields(year) for year in self.instance.years.all()),
        ]

    def function_fields(self, function):
        """The names of the fields end in the position of the function, never in a key."""
        place = function.position
        added = {
            f"cost_{place}": MoneyField(
                label=f"{function}: € per fte per jaar",
                initial=function.cost_per_year,
            ),
            f"esf_base_{place}": MoneyField(
                label=f"{function}: € zonder overhead",
                initial=function.esf_base_per_year,
                help_text="Waarover ESF wordt gerekend, per fte per jaar; 0 als er geen ESF is.",
            ),
        }
        if not function.from_caseload:
            added[f"fte_{place}"] = NumberField(
                label=f"{function}: fte",
                initial=function.fte,
                decimal_places=2,
                max_digits=5,
                min_value=Decimal("0.01"),
                example="1 of 0,5",
            )
        self.fields |= added
        return Fieldset(str(function), in_columns(*added))

    def year_fields(self, year):
        added = {
            f"months_{year}": NumberField(
                label=f"Maanden in {year}",
                initial=year.months,
                min_value=1,
                max_value=12,
                example="12",
            ),
            f"instruments_{year}": NumberField(
                label=f"Instrumenten in {year}",
                initial=year.instruments,
                min_value=0,
                max_value=10_000,
                example="20",
            ),
        }
        self.fields |= added
        return Fieldset(str(year), in_columns(*added))

    def clean(self):
        cleaned = super().clean()
        norm, regular_norm = cleaned.get("caseload_norm"), cleaned.get("regular_caseload_norm")
        if norm and regular_norm and norm > regular_norm:
            self.add_error("caseload_norm", "Dit is hoogstens de reguliere caseloadnorm.")
        for function in self.instance.staff.all():
            cost = cleaned.get(f"cost_{function.position}")
            esf_base = cleaned.get(f"esf_base_{function.position}")
            if cost is not None and esf_base is not None and esf_base > cost:
                self.add_error(
                    f"esf_base_{function.position}",
                    "Zonder overhead is dit hoogstens wat de functie kost.",
                )
        return cleaned

    @transaction.atomic
    def save(self, commit=True):
        budget = super().save()
        for function in budget.staff.all():
            function.cost_per_year = self.cleaned_data[f"cost_{function.position}"]
            function.esf_base_per_year = self.cleaned_data[f"esf_base_{function.position}"]
            if not function.from_caseload:
                function.fte = self.cleaned_data[f"fte_{function.position}"]
            function.save()
        for year in budget.years.all():
            year.months = self.cleaned_data[f"months_{year}"]
            year.instruments = self.cleaned_data[f"instruments_{year}"]
            year.save()
        return budget


def in_columns(*names):
    return Row(*(Column(name, css_class="col-md-4") for name in names))
