"""Vacancies and group projects: who fits them, and what fits somebody."""

from datetime import timedelta

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.columns import hours_column
from participants.elsewhere import known_of, said_here, standing, with_remarks
from participants.employer_views import LINKS, EmployerPage, counted_as
from participants.matching import HIGHEST_SCORE
from participants.mediation import DAYS_AHEAD
from participants.mediation_choices import VacancyKind, VacancyState
from participants.mediation_filters import VacancyFilter
from participants.mediation_forms import VacancyForm
from participants.models import Participant, Reading, Vacancy
from participants.profiles import open_referrals, ranked_people, ranked_vacancies
from participants.views import ParticipantPage
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.lists import Column, ListPage
from pilot.roles import Permission

# The best of them; the others are one click away.
SHOWN = 15
STATE_KINDS = {
    VacancyState.OPEN: "info",
    VacancyState.FILLED: "success",
    VacancyState.WITHDRAWN: "neutral",
}


class VacancyList(PilotAccessMixin, ListPage):
    permission = Permission.VACANCY_VIEW
    template_name = "participants/vacancy_list.html"
    title = "Vacatures"
    unit = "vacature,vacatures"
    filterset_class = VacancyFilter
    default_sort = "titel"
    export_name = "vacatures"
    empty_text = "Nog geen vacatures."

    def what_next(self):
        if not self.may(Permission.MEDIATE):
            return []
        return [("Voeg er een toe bij een werkgever", self.url("participants:employer-list"))]

    def rows(self):
        return Vacancy.objects.of(self.pilot).select_related("employer", "occupation").with_places()

    def filter_kwargs(self):
        return {"until": self.pilot.today() + timedelta(days=DAYS_AHEAD)}

    def filter_values(self):
        """What is open, unless others are asked for."""
        if "staat" in self.request.GET:
            return self.request.GET
        values = self.request.GET.copy()
        values["staat"] = VacancyState.OPEN
        return values

    def unfiltered_url(self):
        return f"{self.request.path}?staat="

    def columns(self):
        today = self.pilot.today()
        return [
            Column("titel", "Vacature", str, sort=("title",)),
            Column(
                "werkgever",
                "Werkgever",
                lambda row: row.employer,
                sort=("employer__name",),
                mark=lambda row: "" if row.employer.cooperates else "werkt niet meer mee",
            ),
            Column("soort", "Soort", lambda row: row.get_kind_display(), sort=("kind",)),
            Column("beroep", "Beroep", lambda row: row.occupation, sort=("occupation__name",)),
            Column("sector", "Sector", lambda row: row.get_sector_display(), sort=("sector",)),
            hours_column(
                lambda row: (row.hours_from, row.hours_until),
                lambda row: f"{row.hours_from}–{row.hours_until}",
                sort=("hours_from", "hours_until"),
            ),
            Column(
                "plaatsen",
                "Plaatsen bezet",
                lambda row: f"{row.taken} van {row.places}",
                sort=("places",),
                mark=lambda row: "alle bezet" if row.taken >= row.places else "",
                exported_as=(
                    Column("bezet", "Plaatsen bezet", lambda row: row.taken),
                    Column("plaatsen", "Plaatsen", lambda row: row.places),
                ),
            ),
            Column(
                "sluit",
                "Reageren tot en met",
                lambda row: row.closes_on,
                sort=("closes_on",),
                mark=lambda row: (
                    "voorbij" if row.is_open and row.closes_on and row.closes_on < today else ""
                ),
            ),
            Column(
                "staat",
                "Staat",
                lambda row: row.get_state_display(),
                sort=("state",),
                badge=lambda row: STATE_KINDS[VacancyState(row.state)],
            ),
        ]

    def row_url(self, row):
        return self.url("participants:vacancy-detail", row.uuid)

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_mediate=self.may(Permission.MEDIATE), **kwargs)


class VacancyPage(PilotAccessMixin):
    """A page about one vacancy of this pilot."""

    @cached_property
    def vacancy(self):
        vacancies = Vacancy.objects.of(self.pilot).select_related("employer", "occupation")
        return get_object_or_404(vacancies, uuid=self.kwargs["uuid"])

    def own_url(self) -> str:
        return self.url("participants:vacancy-detail", self.vacancy.uuid)

    def trail(self):
        above = ("Vacatures", self.url("participants:vacancy-list"))
        here = self.request.path == self.own_url()
        return [above] if here else [above, (str(self.vacancy), self.own_url())]

    def get_context_data(self, **kwargs):
        return super().get_context_data(vacancy=self.vacancy, **kwargs)


class VacancyDetail(VacancyPage, TemplateView):
    """What is asked, who was proposed, and of whom this user may see who fits it."""

    permission = Permission.VACANCY_VIEW
    template_name = "participants/vacancy_detail.html"

    def get_context_data(self, **kwargs):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        proposals = list(
            self.vacancy.proposals.filter(participant__in=visible)
            .with_unplaced()
            .select_related("participant__pilot")
            .order_by("-on", "-pk")
        )
        taken = self.vacancy.places_taken()
        can_be_proposed = self.vacancy.is_offered and taken < self.vacancy.places
        ranking = self.ranking(visible, proposals) if can_be_proposed else []
        shown = ranking if "alle" in self.request.GET else ranking[:SHOWN]
        seen = {proposal.participant_id for proposal in proposals}
        seen |= {referral.participant_id for referral, _ in shown}
        Reading.objects.record(self.request, ids=seen)
        return super().get_context_data(
            proposals=proposals,
            unseen=self.vacancy.proposals.count() - len(proposals),
            mediates=self.may(Permission.PARTICIPANT_VIEW_REFERRED),
            ranking=with_remarks(shown, self.vacancy),
            ranked=len(ranking),
            taken=taken,
            can_be_proposed=can_be_proposed,
            highest=HIGHEST_SCORE,
            may_mediate=self.may(Permission.MEDIATE),
            may_place=self.may(Permission.PLACEMENT_RECORD),
            state_kind=STATE_KINDS[VacancyState(self.vacancy.state)],
            past=self.vacancy.closes_on and self.vacancy.closes_on < self.pilot.today(),
            **kwargs,
        )

    def ranking(self, visible, proposals):
        """Who was referred, without those for whom a proposal holds already."""
        held = {proposal.participant_id for proposal in proposals if proposal.is_live}
        refused = {proposal.participant_id for proposal in proposals} - held
        others = open_referrals(visible).exclude(participant__in=held)
        ranking = ranked_people(self.vacancy, others)
        # Who was refused comes below who was not, each in the order of the ranking.
        return sorted(ranking, key=lambda pair: pair[0].participant_id in refused)


class VacancyCreate(EmployerPage, FormView):
    form_class = VacancyForm
    template_name = "pilot/form.html"
    extra_context = {"heading": "Vacature of groepsproject toevoegen"}

    def get_initial(self):
        return {"sector": self.employer.sector, "kind": VacancyKind.VACANCY}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def form_valid(self, form):
        vacancy = Vacancy.objects.add(
            employer=self.employer,
            uuid=form.cleaned_data["uuid"],
            by=self.request.user,
            **form.values,
        )
        tell(self.request, f"{vacancy} is toegevoegd. Hieronder staat wie erbij past.")
        return redirect(self.url("participants:vacancy-detail", vacancy.uuid))


class VacancyEdit(VacancyPage, FormView):
    permission = Permission.MEDIATE
    form_class = VacancyForm
    template_name = "pilot/form.html"

    def get_initial(self):
        # From the message that there is a place again.
        asked = self.request.GET.get("staat")
        return {"state": asked} if asked in VacancyState.values else {}

    def get_form_kwargs(self):
        # The form changes what it is given; the page goes on to name what is stored.
        own = Vacancy.objects.get(pk=self.vacancy.pk)
        return super().get_form_kwargs() | {"pilot": self.pilot, "instance": own}

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=f"{self.vacancy} wijzigen", **kwargs)

    def form_valid(self, form):
        try:
            vacancy = self.vacancy.change(version=form.cleaned_data["version"], **form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        waiting = [] if vacancy.is_open else self.waiting()
        told = f"{vacancy} is opgeslagen."
        if waiting:
            many = counted_as(len(waiting), "voorstel wacht", "voorstellen wachten")
            told += f" Nog {many} op antwoord, ook hieronder bij Voorgesteld."
        tell(self.request, told, *map(self.answer_link, waiting[:LINKS]))
        return redirect(self.own_url())

    def waiting(self):
        """The proposals without an outcome, of whom this user may see."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        waiting = self.vacancy.proposals.waiting().filter(participant__in=visible)
        return list(waiting.select_related("participant").order_by("on", "pk"))

    def answer_link(self, proposal) -> tuple[str, str]:
        person = proposal.participant
        address = self.url("participants:proposal-answer", person.number, proposal.uuid)
        return f"Antwoord voor {person}", address


class Matches(ParticipantPage, TemplateView):
    """The open vacancies for one participant, what fits best on top."""

    permission = Permission.VACANCY_VIEW
    template_name = "participants/matches.html"

    def get_context_data(self, **kwargs):
        referral = open_referrals([self.participant]).first()
        proposals, placements = known_of(self.participant)
        ranking = self.ranking(referral, proposals) if referral else []
        shown = ranking if "alle" in self.request.GET else ranking[:SHOWN]
        return super().get_context_data(
            referral=referral,
            ranking=[(vacancy, match, said_here(vacancy, proposals)) for vacancy, match in shown],
            standing=standing(proposals, placements),
            ranked=len(ranking),
            highest=HIGHEST_SCORE,
            may_mediate=self.may(Permission.MEDIATE),
            may_refer=self.may(Permission.REFERRAL_MAKE),
            **kwargs,
        )

    def ranking(self, referral, proposals):
        """Where they can be proposed; as on a vacancy, where they were refused comes below."""
        held = {proposal.vacancy_id for proposal in proposals if proposal.is_live}
        refused = {proposal.vacancy_id for proposal in proposals} - held
        ranking = ranked_vacancies(referral, self.possible(held))
        return sorted(ranking, key=lambda pair: pair[0].pk in refused)

    def possible(self, held):
        """Offered, with a place left, and not one for which they were proposed already."""
        vacancies = Vacancy.objects.of(self.pilot).offered().exclude(pk__in=held)
        with_room = vacancies.select_related("employer", "occupation").with_places()
        return [vacancy for vacancy in with_room if vacancy.taken < vacancy.places]
