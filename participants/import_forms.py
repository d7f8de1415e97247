from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from pilot.forms import CrispyMixin


class ImportForm(CrispyMixin, forms.Form):
    submit_label = "Voorbeeld bekijken"

    file = forms.FileField(
        label="Bestand",
        max_length=255,
        help_text=f"Een .xlsx of .csv van hoogstens {filesizeformat(settings.UPLOAD_MAX_BYTES)}.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg.",
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_MAX_BYTES:
            most = filesizeformat(settings.UPLOAD_MAX_BYTES)
            raise ValidationError(f"Dit bestand is groter dan {most}. Deel de lijst in stukken.")
        return file
