"""What the forms of the diagnosis and of inburgering are made of."""

from itertools import groupby

from django import forms

from participants.choices import Sector
from participants.models import Occupation
from participants.versioned_forms import VersionedForm
from pilot.forms import check_not_after
from pilot.models import Organisation

PLAIN_NUMBER = {"inputmode": "numeric", "class": "date-input"}


class NumberField(forms.IntegerField):
    """A whole number in a text field, so that what is wrong can be shown again."""

    def __init__(self, *, label, highest, lowest=0, **kwargs):
        super().__init__(
            label=label,
            min_value=lowest,
            max_value=highest,
            widget=forms.TextInput(attrs=PLAIN_NUMBER),
            error_messages={
                "invalid": "Typ een heel getal.",
                "min_value": f"Typ ten minste {lowest}.",
                "max_value": f"Typ hoogstens {highest}.",
            },
            **kwargs,
        )


def occupation_choices(pilot, *chosen) -> list:
    """By sector, shortages marked; what was chosen stays, also when it went out of use."""
    offered = {row.pk: row for row in Occupation.objects.of(pilot)}
    offered |= {row.pk: row for row in chosen if row}
    rows = sorted(offered.values(), key=lambda row: (row.get_sector_display(), row.name))
    return [
        (Sector(sector).label.capitalize(), [(row.uuid, occupation_label(row)) for row in of])
        for sector, of in groupby(rows, key=lambda row: row.sector)
    ]


def occupation_label(row) -> str:
    return f"{row.name} (knelpuntberoep)" if row.shortage else row.name


class OccupationField(forms.TypedChoiceField):
    """One of the occupations of the pilot; gives the Occupation, None for none."""

    def __init__(self, **kwargs):
        super().__init__(coerce=self.by_uuid, empty_value=None, **kwargs)

    @staticmethod
    def by_uuid(value):
        return Occupation.objects.get(uuid=value)

    def offer(self, pilot, *chosen, empty="kies"):
        self.choices = [("", empty), *occupation_choices(pilot, *chosen)]


def partners(pilot, *chosen):
    """The partners that a pilot works with, and whoever was chosen before."""
    now = Organisation.objects.of(pilot).values("pk")
    return Organisation.objects.filter(pk__in=[*(row["pk"] for row in now), *chosen])


def name_the_empty_choice(fields):
    """Not the dashes of the framework, but what it means to choose nothing."""
    for field in fields:
        choices = list(getattr(field, "choices", []))
        if isinstance(field, forms.TypedChoiceField) and choices[:1] == [("", "---------")]:
            field.choices = [("", "kies" if field.required else "nog niet bekend"), *choices[1:]]


class PartForm(VersionedForm):
    """A part of what is known of a participant: a row of it, or a sheet."""

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        self.today = participant.pilot.today()
        super().__init__(*args, **kwargs)
        name_the_empty_choice(self.fields.values())

    def check_past(self, name):
        check_not_after(self.cleaned_data[name], self.today)
        return self.cleaned_data[name]

    def save(self, by):
        """Raises ChangedMeanwhile."""
        self.instance.change(version=self.cleaned_data["version"], **self.values)


class SheetForm(PartForm):
    """A part that is there once."""

    def __init__(self, *args, participant, instance=None, **kwargs):
        sheet = self._meta.model.objects.of(participant)
        super().__init__(*args, participant=participant, instance=sheet, **kwargs)
