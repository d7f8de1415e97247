import secrets
import uuid

from crispy_forms.layout import Column, Row
from django import forms

from participants.comparisons import group_label
from participants.forms import NOTE_WARNING, note_field
from participants.selection import FEATURE_LABELS, Feature
from pilot.forms import CrispyMixin, DateField, check_not_after, check_not_before_start

HIGHEST_SEED = 999_999_999
OFFERED_SEEDS = 1_000_000


class NumberField(forms.IntegerField):
    """A whole number in a text field, so that what is wrong can be shown again."""

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.TextInput(
                attrs={"inputmode": "numeric", "class": "date-input", "autocomplete": "off"}
            ),
            **kwargs,
        )


class DrawForm(CrispyMixin, forms.Form):
    """`available`: how many candidates can be drawn from."""

    submit_label = "Loten"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    # The warning that was shown: sent again with it, it has been read.
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    size = NumberField(
        label="Hoeveel mensen?",
        min_value=1,
        error_messages={
            "invalid": "Typ een heel getal, bijvoorbeeld 150.",
            "min_value": "Loot ten minste 1 persoon.",
        },
    )
    features = forms.MultipleChoiceField(
        label="Evenredig verdelen over",
        choices=list(FEATURE_LABELS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Hoe meer kenmerken, hoe kleiner de groepen. Twee of drie is meestal genoeg.",
        error_messages={"required": "Kies ten minste één kenmerk."},
    )
    seed = NumberField(
        label="Startgetal",
        min_value=0,
        max_value=HIGHEST_SEED,
        help_text="Bepaalt de lotnummers: met hetzelfde getal en dezelfde kandidaten komen dezelfde"
        " mensen eruit. Laat het voorstel staan, of spreek samen een getal af.",
        error_messages={
            "invalid": "Typ een heel getal, bijvoorbeeld 2016.",
            "min_value": "Typ een getal van 0 of hoger.",
            "max_value": "Typ een getal van hoogstens 9 cijfers.",
        },
    )

    def __init__(self, *args, available, **kwargs):
        self.available = available
        super().__init__(*args, **kwargs)

    def layout(self):
        return [
            "uuid",
            "confirmed",
            Row(Column("size", css_class="col-md-4"), Column("seed", css_class="col-md-8")),
            "features",
        ]

    def clean_size(self):
        size = self.cleaned_data["size"]
        if size > self.available:
            raise forms.ValidationError(too_few(self.available))
        return size

    @property
    def draw(self) -> dict:
        """What `Draw.objects.make` asks."""
        return {name: self.cleaned_data[name] for name in ("uuid", "size", "features", "seed")}

    def warn_of_groups(self, groups):
        """Say once that there are more groups than places; sending again is the answer."""
        size = self.cleaned_data["size"]
        places = "plaats" if size == 1 else "plaatsen"
        warning = (
            f"Deze kenmerken maken {groups} groepen voor {size} {places}: wie in een kleine groep"
            " zit, maakt dan weinig kans. Kies liever minder kenmerken, of klik nog eens op Loten."
        )
        if groups > size and self.cleaned_data["confirmed"] != warning:
            self.data = self.data.copy()
            self.data["confirmed"] = warning
            self.add_error("features", warning)

    @classmethod
    def starting_values(cls, *, places, available) -> dict:
        """As many as the pilot still has places for, by sex and age, with a seed of chance."""
        return {
            "uuid": uuid.uuid4(),
            "size": min(max(places, 1), available),
            "features": [Feature.SEX, Feature.AGE],
            "seed": secrets.randbelow(OFFERED_SEEDS),
        }


def too_few(available) -> str:
    if not available:
        return "Er is niemand om uit te loten."
    if available == 1:
        return "Er is maar 1 kandidaat die aan de voorwaarden voldoet."
    return f"Er zijn maar {available} kandidaten die aan de voorwaarden voldoen."


class DrawChangeForm(CrispyMixin, forms.Form):
    """Somebody by hand into a draw; in an exchange in the place of `removed`.

    `offered`: the entries of whoever can come in, in the order of their lots.
    """

    submit_label = "Toevoegen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    added = forms.TypedChoiceField(label="Wie komt erin?", coerce=int, empty_value=None)
    reason = note_field("Reden", help_text=f"Waarom wijkt u af van het lot? {NOTE_WARNING}")

    def __init__(self, *args, draw, offered, removed=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.draw, self.removed = draw, removed
        self.by_number = {entry.participant.number: entry for entry in offered}
        self.fields["reason"].required = True
        field = self.fields["added"]
        field.required = removed is None
        nobody = ("", "kies" if removed is None else "niemand: alleen eruit halen")
        field.choices = [nobody, *self.groups(offered)]

    def groups(self, offered):
        """Whoever is of the same group as who goes out stands on top."""
        if self.removed is None:
            return [self.choice(entry) for entry in offered]
        same = [entry for entry in offered if self.group(entry) == self.group(self.removed)]
        others = [entry for entry in offered if entry not in same]
        groups = [
            (f"Zelfde groep: {self.group(self.removed)}", same),
            ("Andere groepen", others),
        ]
        return [(label, list(map(self.choice, entries))) for label, entries in groups if entries]

    def choice(self, entry):
        person = entry.participant
        words = f"{person}, nummer {person.number} (lot {entry.lot}; {self.group(entry)})"
        return person.number, words

    def group(self, entry) -> str:
        features = self.draw.features
        return group_label(features, [entry.features[feature] for feature in features])

    def clean_added(self):
        number = self.cleaned_data["added"]
        return self.by_number[number].participant if number else None

    @classmethod
    def starting_values(cls, *, draw, offered, removed=None) -> dict:
        """In an exchange whose lot is next in the same group, visibly filled in."""
        values = {"uuid": uuid.uuid4()}
        if removed:
            features = draw.features
            same = (
                entry.participant.number
                for entry in offered
                if all(entry.features[key] == removed.features[key] for key in features)
            )
            values["added"] = next(same, "")
        return values


class DrawExchangeForm(DrawChangeForm):
    submit_label = "Ruilen"


class DrawCarryOutForm(CrispyMixin, forms.Form):
    submit_label = "Iedereen in de loting selecteren"

    on = DateField(label="Deelnemer met ingang van")

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)

    def clean_on(self):
        day = self.cleaned_data["on"]
        check_not_after(day, self.pilot.today())
        check_not_before_start(day, self.pilot)
        return day
