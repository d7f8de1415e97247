"""Employers, and what was said with them."""

from datetime import timedelta
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.mediation import DAYS_AHEAD
from participants.mediation_choices import VacancyState
from participants.mediation_filters import COOPERATES, WAITING, EmployerFilter
from participants.mediation_forms import ContactEditForm, ContactForm, EmployerForm
from participants.models import Employer, Participant, Placement, Proposal, Reading
from participants.models.employers import ContactGone
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.lists import Column, ListPage
from pilot.roles import Permission

# So many links fit in a message.
LINKS = 5


class EmployerList(PilotAccessMixin, ListPage):
    permission = Permission.MEDIATE
    template_name = "participants/employer_list.html"
    title = "Werkgevers"
    unit = "werkgever,werkgevers"
    filterset_class = EmployerFilter
    default_sort = "naam"
    export_name = "werkgevers"
    empty_text = "Nog geen werkgevers."

    def what_next(self):
        return [("Voeg er een toe", self.url("participants:employer-create"))]

    def filter_values(self):
        """Who cooperates, unless others are asked for."""
        if "staat" in self.request.GET:
            return self.request.GET
        values = self.request.GET.copy()
        values["staat"] = COOPERATES
        return values

    def unfiltered_url(self):
        return f"{self.request.path}?staat="

    def rows(self):
        employers = Employer.objects.filter(pilot=self.pilot)
        return employers.with_contacts().with_open_vacancies()

    def filter_kwargs(self):
        return {"until": self.pilot.today() + timedelta(days=DAYS_AHEAD)}

    def columns(self):
        today = self.pilot.today()
        return [
            Column(
                "naam",
                "Naam",
                str,
                sort=("name",),
                mark=lambda row: "" if row.cooperates else "werkt niet meer mee",
            ),
            Column("sector", "Sector", lambda row: row.get_sector_display(), sort=("sector",)),
            Column("plaats", "Plaats", lambda row: row.place, sort=("place",)),
            Column(
                "vacatures",
                "Open vacatures",
                lambda row: row.open_vacancies,
                sort=("-open_vacancies",),
                numeric=True,
            ),
            Column(
                "laatste",
                "Laatste contact",
                lambda row: row.last_contact_on,
                sort=("-last_contact_on",),
            ),
            Column(
                "volgende",
                "Volgend contact",
                lambda row: row.next_contact_on,
                sort=("next_contact_on",),
                mark=lambda row: (
                    "te laat"
                    if row.cooperates and row.next_contact_on and row.next_contact_on < today
                    else ""
                ),
            ),
        ]

    def row_url(self, row):
        return self.url("participants:employer-detail", row.uuid)


class EmployerPage(PilotAccessMixin):
    """A page about one employer of this pilot."""

    permission = Permission.MEDIATE

    @cached_property
    def employer(self):
        return get_object_or_404(
            Employer.objects.filter(pilot=self.pilot), uuid=self.kwargs["uuid"]
        )

    def address(self, route) -> str:
        return self.url(f"participants:{route}", self.employer.uuid)

    def trail(self):
        above = ("Werkgevers", self.url("participants:employer-list"))
        own = (str(self.employer), self.address("employer-detail"))
        return [above] if self.request.path == own[1] else [above, own]

    def get_context_data(self, **kwargs):
        return super().get_context_data(employer=self.employer, **kwargs)


class EmployerDetail(EmployerPage, TemplateView):
    template_name = "participants/employer_detail.html"

    def get_context_data(self, **kwargs):
        contacts = list(self.employer.contacts.select_related("by"))
        return super().get_context_data(
            contacts=contacts[::-1],
            planned_on=contacts[-1].next_on if contacts else None,
            vacancies=self.employer.vacancies.with_places().order_by("state", "title", "pk"),
            today_of_pilot=self.pilot.today(),
            **self.placements(),
            **kwargs,
        )

    def placements(self) -> dict:
        """The work of participants with this employer; of who this user may not see, how many."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        here = Placement.objects.filter(
            participant__pilot=self.pilot, employer__iexact=self.employer.name
        )
        shown = here.filter(participant__in=visible).select_related("participant__pilot")
        shown = list(shown.select_related("occupation").order_by("-starts_on", "-pk"))
        Reading.objects.record(self.request, ids={row.participant_id for row in shown})
        today = self.pilot.today()
        return {
            "placements": [(row, row.standing(today)) for row in shown],
            "unseen": here.count() - len(shown),
        }


def counted_as(number: int, one: str, many: str) -> str:
    """How many, in words; "" for none."""
    return f"{number} {one if number == 1 else many}" if number else ""


class EmployerCreate(PilotAccessMixin, FormView):
    permission = Permission.MEDIATE
    form_class = EmployerForm
    template_name = "pilot/form.html"
    extra_context = {"heading": "Werkgever toevoegen"}

    def trail(self):
        return [("Werkgevers", self.url("participants:employer-list"))]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def form_valid(self, form):
        employer = Employer.objects.add(
            pilot=self.pilot, uuid=form.cleaned_data["uuid"], by=self.request.user, **form.values
        )
        tell(self.request, f"{employer} is toegevoegd.")
        return redirect(self.url("participants:employer-detail", employer.uuid))


class EmployerEdit(EmployerPage, FormView):
    form_class = EmployerForm
    template_name = "pilot/form.html"

    def get_form_kwargs(self):
        # The form changes what it is given; the page goes on to name what is stored.
        own = Employer.objects.get(pk=self.employer.pk)
        return super().get_form_kwargs() | {"pilot": self.pilot, "instance": own}

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=f"{self.employer} wijzigen", **kwargs)

    def form_valid(self, form):
        try:
            employer = self.employer.change(version=form.cleaned_data["version"], **form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        told, links = f"{employer} is opgeslagen.", []
        if not employer.cooperates:
            sentence, links = self.still_open(employer)
            told = f"{told} {sentence}"
        tell(self.request, told, *links)
        return redirect(self.address("employer-detail"))

    def still_open(self, employer) -> tuple[str, list[tuple[str, str]]]:
        """What is left at an employer who stopped, in a sentence, and where that is settled."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        proposals = Proposal.objects.waiting().filter(participant__in=visible)
        vacancies = list(employer.vacancies.open())
        waiting = proposals.filter(vacancy__employer=employer).count()
        counted = [
            counted_as(len(vacancies), "vacature", "vacatures"),
            counted_as(waiting, "voorstel zonder uitkomst", "voorstellen zonder uitkomst"),
        ]
        left = " en ".join(filter(None, counted))
        links = [
            (f"Zet {one} op vervallen", f"{self.vacancy_url(one)}?staat={VacancyState.WITHDRAWN}")
            for one in vacancies[:LINKS]
        ]
        if waiting:
            listed = self.url("participants:proposal-list")
            query = f"wacht={WAITING}&werkgever={employer.uuid}"
            links.append(("Naar de voorstellen", f"{listed}?{query}"))
        return (
            f"Nog open bij deze werkgever: {left}." if left else "Niets staat er meer open.",
            links,
        )

    def vacancy_url(self, vacancy) -> str:
        return self.url("participants:vacancy-edit", vacancy.uuid)


class ContactCreate(EmployerPage, FormView):
    form_class = ContactForm
    template_name = "participants/contact_form.html"

    def get_initial(self):
        today, planned = self.pilot.today(), self.employer.planned_contact_on
        # What is still to come is not forgotten because something else was said first.
        ahead = planned if planned and planned > today else None
        return {"uuid": uuid4(), "on": today, "next_on": ahead}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=f"Contact met {self.employer}", untold=self.employer.untold, **kwargs
        )

    def form_valid(self, form):
        contact = self.employer.log_contact(
            uuid=form.cleaned_data["uuid"], by=self.request.user, **form.values
        )
        told = f"Vastgelegd: {contact}."
        if contact.next_on:
            told += f" Volgend contact op {contact.next_on:%d-%m-%Y}."
        if untold := self.employer.untold:
            titles = ", ".join(title for title, _ in untold)
            told += f" Nog te vertellen, want dat is van na dit contact: {titles}."
        tell(self.request, told)
        return redirect(self.address("employer-detail"))


class ContactPage(EmployerPage):
    """About one contact that was recorded."""

    @cached_property
    def contact(self):
        return get_object_or_404(self.employer.contacts, uuid=self.kwargs["contact"])

    def trail(self):
        return [*super().trail(), (str(self.contact), self.own_address("contact-edit"))]

    def own_address(self, route) -> str:
        return self.url(f"participants:{route}", self.employer.uuid, self.contact.uuid)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs | {"contact": self.contact})


class ContactEdit(ContactPage, FormView):
    form_class = ContactEditForm
    template_name = "participants/contact_edit.html"

    def trail(self):
        return EmployerPage.trail(self)

    def get_initial(self):
        names = ("version", "on", "kind", "note", "next_on")
        return {name: getattr(self.contact, name) for name in names}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            remove_url=self.own_address("contact-remove"),
            heading=f"Contact met {self.employer} corrigeren",
            **kwargs,
        )

    def form_valid(self, form):
        try:
            contact = self.contact.change(version=form.cleaned_data["version"], **form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        tell(self.request, f"Gecorrigeerd: {contact}.")
        return redirect(self.address("employer-detail"))


class ContactRemove(ContactPage, TemplateView):
    template_name = "participants/contact_remove.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(fields=[("version", self.contact.version)], **kwargs)

    def post(self, request, *args, **kwargs):
        version = request.POST.get("version", "")
        try:
            self.contact.remove(version=int(version) if version.isdecimal() else None)
        except ContactGone:
            messages.error(request, "Een collega heeft dit contact intussen al weggehaald.")
        except ChangedMeanwhile:
            messages.error(request, "Een collega wijzigde dit contact net: kijk of het nog klopt.")
            return redirect(request.path)
        else:
            tell(request, f"Weggehaald: {self.contact}.")
        return redirect(self.address("employer-detail"))
