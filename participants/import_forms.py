import uuid

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from participants.import_columns import first_values, missing, twice
from participants.import_fields import FIELDS, LABELS
from participants.models.import_rows import DECISIONS
from pilot.forms import CrispyMixin

NOT_USED = ("", "niet gebruiken")


def field_choices():
    return [
        NOT_USED,
        *(
            (field.name, f"{field.label} (verplicht)" if field.required else field.label)
            for field in FIELDS
        ),
    ]


class ImportForm(CrispyMixin, forms.Form):
    submit_label = "Inlezen"

    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
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


class ColumnsForm(forms.Form):
    """What each column of a list is. The rows of its table are made by `rows`."""

    # Which version of the import the page shows.
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, sheet, chosen, **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.use_required_attribute = False
        choices = field_choices()
        for place, heading in enumerate(sheet.headings):
            if heading:
                self.fields[self.name_of(place)] = forms.ChoiceField(
                    label=heading,
                    required=False,
                    choices=choices,
                    initial=chosen[place],
                    widget=forms.Select(attrs={"class": "form-select", "aria-label": heading}),
                )

    @staticmethod
    def name_of(place) -> str:
        return f"kolom-{place + 1}"

    def rows(self):
        """For each column its field in the form, the first values in it, and whether they are
        hidden."""
        return [
            (
                self[self.name_of(place)],
                first_values(self.sheet, place),
                place in self.sheet.hidden,
            )
            for place, heading in enumerate(self.sheet.headings)
            if heading
        ]

    def chosen(self) -> list[str]:
        """The field of each column, "" where there is none."""
        places = range(len(self.sheet.headings))
        return [self.cleaned_data.get(self.name_of(place), "") for place in places]

    def clean(self):
        cleaned = super().clean()
        columns = self.chosen()
        for place, first in twice(columns).items():
            self.add_error(
                self.name_of(place),
                f"De kolom ‘{self.sheet.headings[first]}’ is ook al {LABELS[columns[place]]}."
                " Kies er een.",
            )
        if labels := missing(columns):
            self.add_error(
                None, f"Nog geen kolom voor: {', '.join(labels)}. Kies in welke kolom dat staat."
            )
        return cleaned


class DecisionForm(CrispyMixin, forms.Form):
    submit_label = "Besluit vastleggen voor wie is aangevinkt"

    version = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label="Wie is dit?",
        choices=[
            (value, f"{label}: {what}")
            for (value, label), what in zip(
                DECISIONS, ("wordt niet toegevoegd", "wordt toegevoegd"), strict=True
            )
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit dezelfde persoon is of iemand anders."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The rows stand outside the form and point at it by this name.
        self.helper.form_id = "bulk"
