from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from participants.importing import UnreadableList, read_list
from pilot.forms import CrispyMixin


class ImportForm(CrispyMixin, forms.Form):
    """A list of candidates; `cleaned_data["file"]` is what was read in it."""

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
        self.file_name = file.name
        try:
            return read_list(file.name, file.read())
        except UnreadableList as error:
            raise ValidationError(str(error)) from error
