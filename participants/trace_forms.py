"""What the timeline and the history of a participant can be filtered by: codes and days."""

from dataclasses import replace

from django import forms
from django.utils import timezone

from participants.timeline import sources_for
from pilot.filters import FilterForm
from pilot.forms import DateField
from pilot.history import Change, FieldChange

PROGRAM = "programma"
BEFORE_SINCE = "Deze dag ligt vóór de dag ernaast."


class PeriodForm(FilterForm):
    vanaf = DateField(label="Vanaf", required=False, help_text="")
    tot = DateField(label="Tot en met", required=False, help_text="")

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("vanaf"), cleaned.get("tot")
        if since and until and until < since:
            self.add_error("tot", BEFORE_SINCE)
        return cleaned


class TimelineForm(PeriodForm):
    soort = forms.ChoiceField(label="Wat", required=False)

    field_order = ["soort", "vanaf", "tot"]

    def __init__(self, *args, reader, pilot, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = {source.kind: source.label for source in sources_for(reader, pilot)}
        self.fields["soort"].choices = [("", "alles"), *kinds.items()]


class HistoryForm(PeriodForm):
    """`told`: all changes, of which the form offers only what occurs in them."""

    wat = forms.ChoiceField(label="Onderdeel", required=False)
    veld = forms.ChoiceField(label="Gegeven", required=False)
    wie = forms.ChoiceField(label="Wie", required=False)

    field_order = ["wat", "veld", "wie", "vanaf", "tot"]

    def __init__(self, *args, told, **kwargs):
        super().__init__(*args, **kwargs)
        self.told = told
        parts, fields, people = {}, {}, {}
        for change in told:
            parts[change.model._meta.model_name] = part(change)
            people[change.user or PROGRAM] = change.by or "het programma"
            for field in change.fields:
                fields[code(change, field)] = in_part(change, field)
        # Two tables that are called the same are one to who reads this.
        self.parts, self.of_parts = parts, fields
        for name, choices in (("wat", once(parts)), ("veld", once(fields)), ("wie", people)):
            ordered = sorted(choices.items(), key=lambda choice: choice[1])
            self.fields[name].choices = [("", "alles" if name != "wie" else "iedereen"), *ordered]

    def kept(self) -> list[Change]:
        """The changes that are asked for; of a field that is asked for, nothing else is told."""
        asked = self.cleaned_data
        told = [change for change in self.told if self.is_asked(change)]
        if asked["veld"]:
            wanted = self.of_parts[asked["veld"]]
            told = [replace(change, fields=only(wanted, change)) for change in told]
            told = [change for change in told if change.fields]
        return told

    def is_asked(self, change) -> bool:
        asked, on = self.cleaned_data, timezone.localtime(change.at).date()
        return (
            self.parts.get(asked["wat"], part(change)) == part(change)
            and asked["wie"] in ("", change.user or PROGRAM)
            and (asked["vanaf"] is None or on >= asked["vanaf"])
            and (asked["tot"] is None or on <= asked["tot"])
        )


def code(change, field) -> str:
    """How a field of a table stands in an address."""
    return f"{change.model._meta.model_name}.{field.name}"


def part(change) -> str:
    return str(change.model._meta.verbose_name)


def in_part(change, field) -> str:
    return f"{part(change)}: {field.label[:1].lower()}{field.label[1:]}"


def once(choices: dict[str, str]) -> dict[str, str]:
    """Of the choices with the same label only one."""
    codes = {label: code for code, label in sorted(choices.items(), reverse=True)}
    return {code: label for label, code in codes.items()}


def only(wanted: str, change) -> tuple[FieldChange, ...]:
    return tuple(field for field in change.fields if in_part(change, field) == wanted)
