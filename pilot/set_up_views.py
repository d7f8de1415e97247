"""How a pilot is set up by its project leader (Inrichting): its partners, its limits."""

from django.views.generic import CreateView, UpdateView

from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.forms import OrganisationForm
from pilot.lists import Column, ListPage
from pilot.models import Organisation, letters
from pilot.roles import Permission

# The pages of Inrichting: what each is called, and its route.
PAGES = [
    ("Partners", "organisation-list"),
    ("Team", "team"),
    ("Signalen", "participants:limits"),
    ("Beroepen", "participants:occupation-list"),
    ("Inburgering", "participants:integration-law"),
]


class SetUpPage(PilotAccessMixin):
    """One of the pages of Inrichting, with tabs to the others."""

    permission = Permission.PILOT_SET_UP

    def get_context_data(self, **kwargs):
        tabs = [
            (label, self.url(route), self.request.path == self.url(route)) for label, route in PAGES
        ]
        return super().get_context_data(tabs=tabs, **kwargs)


class OrganisationList(SetUpPage, ListPage):
    template_name = "pilot/organisation_list.html"
    title = "Partners"
    unit = "partner,partners"
    default_sort = "naam"
    export_name = "partners"
    empty_text = "Nog geen partners."

    def what_next(self):
        return [("Voeg er een toe", self.url("organisation-create"))]

    def rows(self):
        return Organisation.objects.filter(pilot=self.pilot).annotate(letters=letters("name"))

    def columns(self):
        return [
            Column("naam", "Naam", str, sort=("letters",)),
            Column("aanbod", "Wat zij doet", lambda row: row.offers),
            Column(
                "actief",
                "Doet mee",
                lambda row: "ja" if row.active else "nee",
                sort=("-active",),
            ),
        ]

    def row_url(self, row):
        return self.url("organisation-edit", row.uuid)


class OrganisationFormPage(PilotAccessMixin):
    permission = Permission.PILOT_SET_UP
    template_name = "pilot/form.html"
    form_class = OrganisationForm
    model = Organisation
    slug_field = slug_url_kwarg = "uuid"

    def get_queryset(self):
        return Organisation.objects.filter(pilot=self.pilot)

    def trail(self):
        return [("Inrichting", self.url("organisation-list"))]

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        # Also while it is checked, so that a name that is there already is found.
        kwargs["instance"] = kwargs.get("instance") or Organisation(pilot=self.pilot)
        return kwargs

    def form_valid(self, form):
        self.object = form.save()
        tell(self.request, f"{self.object} is opgeslagen.")
        return super().form_valid(form)

    def get_success_url(self):
        return self.url("organisation-list")


class OrganisationCreate(OrganisationFormPage, CreateView):
    extra_context = {"heading": "Partner toevoegen"}


class OrganisationEdit(OrganisationFormPage, UpdateView):
    def get_context_data(self, **kwargs):
        stored = self.get_queryset().get(pk=self.object.pk)
        return super().get_context_data(heading=f"Partner {stored}", **kwargs)
