from django import forms

from pilot.forms import CrispyMixin
from pilot.models import LEAST_FTE, MOST_FTE
from pilot.templatetags.ui import decimal_comma

BOUNDS = f"Van {decimal_comma(LEAST_FTE)} tot {decimal_comma(MOST_FTE)}."


class FteForm(CrispyMixin, forms.Form):
    """How much of a full-time job a consultant does for the pilot."""

    fte = forms.DecimalField(
        label="Fte voor deze pilot",
        min_value=LEAST_FTE,
        max_value=MOST_FTE,
        decimal_places=2,
        localize=True,
        help_text=f"{BOUNDS} De caseloadnorm van de consulent is die van de pilot maal dit getal.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "date-input"}),
        error_messages={
            "invalid": "Typ een getal, bijvoorbeeld 0,8.",
            "min_value": BOUNDS,
            "max_value": BOUNDS,
            "max_decimal_places": "Hoogstens twee cijfers achter de komma.",
        },
    )
    # What it was when the form was made: a colleague may have changed it since.
    was = forms.DecimalField(decimal_places=2, localize=True, widget=forms.HiddenInput)

    def look_again(self, now):
        self.data = self.data.copy()
        self.data["was"] = decimal_comma(now)
        self.add_error(
            "fte",
            f"Een collega maakte er intussen {decimal_comma(now)} van. Klopt uw getal nog, verstuur"
            " het dan opnieuw.",
        )
