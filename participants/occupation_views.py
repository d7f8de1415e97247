"""Inrichting: the occupations to choose from, and the law by which people integrate."""

import django_filters
from django import forms
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from participants.choices import Sector
from participants.diagnosis_choices import LAWS
from participants.diagnosis_fields import name_the_empty_choice
from participants.models import Occupation, TrajectoryRules
from participants.versioned_forms import VersionedForm
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.filters import FilterSet
from pilot.forms import CrispyMixin
from pilot.history import ChangedMeanwhile
from pilot.lists import Column, ListPage
from pilot.roles import Permission
from pilot.set_up_views import SetUpPage

YES_NO = [("1", "ja"), ("0", "nee")]


class OccupationFilter(FilterSet):
    sector = django_filters.ChoiceFilter(label="Sector", choices=Sector.choices, empty_label="alle")
    knelpunt = django_filters.ChoiceFilter(
        label="Knelpuntberoep", field_name="shortage", choices=YES_NO, empty_label="alle"
    )
    gebruik = django_filters.ChoiceFilter(
        label="In gebruik", field_name="active", choices=YES_NO, empty_label="alle"
    )

    class Meta:
        model = Occupation
        fields = []


def occupations_of(pilot):
    """All that a pilot could choose from, also what is out of use."""
    return Occupation.objects.filter(Q(pilot=pilot) | Q(pilot=None))


def yes_no(value: bool) -> str:
    return "ja" if value else "nee"


class OccupationList(SetUpPage, ListPage):
    template_name = "participants/occupation_list.html"
    title = "Beroepen"
    unit = "beroep,beroepen"
    filterset_class = OccupationFilter
    default_sort = "naam"
    export_name = "beroepen"
    empty_text = "Nog geen beroepen."

    def what_next(self):
        return [("Voeg er een toe", self.url("participants:occupation-create"))]

    def rows(self):
        return occupations_of(self.pilot)

    def columns(self):
        return [
            Column("naam", "Naam", str, sort=("name",)),
            Column("sector", "Sector", lambda row: row.get_sector_display(), sort=("sector",)),
            Column(
                "knelpunt",
                "Knelpuntberoep",
                lambda row: yes_no(row.shortage),
                sort=("-shortage",),
                badge=lambda row: "warning" if row.shortage else "",
            ),
            Column("isco", "ISCO-08", lambda row: row.code, sort=("code",)),
            Column("bron", "Bron", lambda row: row.source, sort=("source",)),
            Column("gebruik", "In gebruik", lambda row: yes_no(row.active), sort=("-active",)),
        ]

    def row_url(self, row):
        return self.url("participants:occupation-edit", row.uuid)


class OccupationForm(VersionedForm):
    class Meta:
        model = Occupation
        fields = ("name", "sector", "shortage", "code", "source", "active")
        labels = {"code": "ISCO-08-code"}
        help_texts = {
            "code": "Vier cijfers; leeg als u de code niet weet.",
            "source": "Waar het vandaan komt, en waarom het een knelpunt is.",
            "active": "Zet dit uit als het beroep niet meer te kiezen is: wat er is, blijft.",
        }
        error_messages = {"name": {"required": "Typ de naam van het beroep."}}

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        name_the_empty_choice(self.fields.values())

    def clean_code(self):
        code = self.cleaned_data["code"]
        if code and not (len(code) == 4 and code.isascii() and code.isdecimal()):
            raise forms.ValidationError("Een ISCO-08-code bestaat uit vier cijfers.")
        return code

    def clean_name(self):
        name = self.cleaned_data["name"]
        same = occupations_of(self.pilot).filter(name__iexact=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Dit beroep staat al in de lijst.")
        return name

    def save(self):
        if self.instance.pk:
            self.instance.change(version=self.cleaned_data["version"], **self.values)
        else:
            Occupation.objects.get_or_create(pilot=self.pilot, **self.values)


class OccupationFormPage(PilotAccessMixin, FormView):
    permission = Permission.PILOT_SET_UP
    template_name = "participants/occupation_form.html"
    form_class = OccupationForm

    def trail(self):
        return [
            ("Inrichting", self.url("organisation-list")),
            ("Beroepen", self.url("participants:occupation-list")),
        ]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot, "instance": self.occupation}

    def get_context_data(self, **kwargs):
        shared = self.occupation is not None and self.occupation.pilot_id is None
        return super().get_context_data(heading=self.heading, shared=shared, **kwargs)

    def form_valid(self, form):
        try:
            form.save()
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        tell(self.request, f"{form.cleaned_data['name']} is opgeslagen.")
        return redirect(self.url("participants:occupation-list"))


class OccupationCreate(OccupationFormPage):
    heading = "Beroep toevoegen"
    occupation = None


class OccupationEdit(OccupationFormPage):
    @cached_property
    def occupation(self):
        return get_object_or_404(occupations_of(self.pilot), uuid=self.kwargs["uuid"])

    @cached_property
    def heading(self):
        return f"Beroep {self.occupation}"


class LawForm(CrispyMixin, forms.Form):
    integration_law = forms.ChoiceField(
        label="Welke inburgeringswet geldt in deze pilot?",
        choices=LAWS,
        widget=forms.RadioSelect,
        help_text="Voor wie er nog geen inburgering is vastgelegd. Wie al is vastgelegd, blijft"
        " onder de wet van toen.",
    )


class IntegrationLaw(SetUpPage, FormView):
    template_name = "participants/integration_law.html"
    form_class = LawForm

    def get_initial(self):
        return {"integration_law": TrajectoryRules.objects.of(self.pilot).integration_law}

    def form_valid(self, form):
        TrajectoryRules.objects.update_or_create(pilot=self.pilot, defaults=form.cleaned_data)
        tell(self.request, "De inburgeringswet is opgeslagen.")
        return redirect(self.request.path)
