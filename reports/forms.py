from crispy_forms.bootstrap import StrictButton
from django import forms
from django.core.exceptions import ValidationError

from pilot.forms import CrispyMixin
from reports.models.evaluations import open_quarters
from reports.periods import Quarter

# Some 60 pages a chapter: beyond that the rendering would run out of its time.
TEXT_MAX_LENGTH = 100_000


class EvaluationStartForm(CrispyMixin, forms.Form):
    submit_label = "Evaluatie beginnen"

    quarter = forms.ChoiceField(
        label="Kwartaal",
        help_text="De kwartalen waarvan nog geen evaluatie is gemaakt. Kies er een dat voorbij is.",
        error_messages={
            "invalid_choice": "Van dit kwartaal kan nu geen evaluatie worden begonnen."
        },
    )

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        choices = [(quarter.slug, self.label_of(quarter)) for quarter in open_quarters(pilot)]
        self.fields["quarter"].choices = [("", "Kies een kwartaal"), *choices]

    def label_of(self, quarter) -> str:
        _, last = quarter.within(self.pilot.starts_on, self.pilot.ends_on)
        if last < self.pilot.today():
            return quarter.label
        return f"{quarter.label} (loopt nog, tot en met {last:%d-%m-%Y})"

    def clean_quarter(self):
        quarter = Quarter.from_slug(self.cleaned_data["quarter"])
        _, reference_on = quarter.within(self.pilot.starts_on, self.pilot.ends_on)
        if reference_on >= self.pilot.today():
            raise ValidationError(
                f"Het {quarter.label} is nog niet voorbij: "
                f"de peildatum is {reference_on:%d-%m-%Y}. Begin de evaluatie na die dag."
            )
        return quarter


def narrative_field(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=TEXT_MAX_LENGTH,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"max_length": "Deze tekst is te lang: hoogstens %(limit_value)d tekens."},
    )


class NarrativeForm(CrispyMixin, forms.Form):
    """The text of an evaluation, with the version of it that this was written on."""

    progress_text = narrative_field(
        "Voortgang", "Wat is er in dit kwartaal bereikt, en wat werkt wel of niet in de methode?"
    )
    issues_text = narrative_field(
        "Knelpunten", "Wat houdt deelnemers, partners of de pilot zelf tegen?"
    )
    proposals_text = narrative_field(
        "Voorstellen tot bijstelling", "Wat stelt de projectgroep de directie voor?"
    )
    # Without it the text counts as written on an older version.
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, render_url, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.layout.append(
            StrictButton(
                "Opslaan en PDF maken",
                type="submit",
                css_class="btn-outline-primary",
                formaction=render_url,
            )
        )

    def clean(self):
        # Browsers send other line ends than the ones that are stored.
        return {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in super().clean().items()
        }

    @property
    def narrative(self) -> dict[str, str]:
        return {name: text for name, text in self.cleaned_data.items() if name != "version"}

    def overrule(self, version: int):
        """Show the same text again, as if it was written on this version."""
        self.data = self.data.copy()
        self.data["version"] = version


class FinaliseForm(forms.Form):
    """Which draft was read before it was finalised: sent along by the confirmation."""

    reviewed = forms.UUIDField(required=False, widget=forms.HiddenInput)
