"""Propose participants for vacancies, and record what the employer answered."""

from uuid import uuid4

from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, resolve
from django.utils.functional import cached_property

from participants.limits import Subject
from participants.matching import HIGHEST_SCORE, match
from participants.mediation import Silence
from participants.mediation_filters import ProposalFilter
from participants.mediation_forms import AnswerForm, ProposalForm
from participants.models import Participant, Proposal, Reading, TrajectoryRules, Vacancy
from participants.models.proposals import (
    AlreadyProposed,
    AnsweredLater,
    NotReferred,
    VacancyClosed,
    VacancyFull,
)
from participants.models.readings import Action
from participants.profiles import demands_of, open_referrals, profile_of
from participants.proposals import NEXT, Answer, AnswerNotPossible
from participants.views import ParticipantForm
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.roles import Permission

REFUSED = {
    NotReferred: "Deze deelnemer is niet (meer) verwezen.",
    VacancyClosed: "Deze vacature is niet meer open.",
    VacancyFull: "Alle plaatsen van deze vacature zijn bezet.",
    AlreadyProposed: "Deze deelnemer is al voorgesteld voor deze vacature.",
}
# The page of a colleague's part of the program on which the work itself is recorded.
PLACEMENT = "participants:placement-create"


class ProposalList(PilotAccessMixin, ListPage):
    """Every proposal for somebody whom this user may see."""

    permission = Permission.VACANCY_VIEW
    title = "Voorstellen"
    unit = "voorstel,voorstellen"
    filterset_class = ProposalFilter
    default_sort = "-datum"
    export_name = "voorstellen"
    empty_text = "Nog niemand is voorgesteld."

    def what_next(self):
        return [("Naar de vacatures", self.url("participants:vacancy-list"))]

    def trail(self):
        return [("Vacatures", self.url("participants:vacancy-list"))]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        proposals = Proposal.objects.filter(participant__in=visible)
        return proposals.select_related("participant__pilot", "vacancy__employer")

    def filter_kwargs(self):
        limits = TrajectoryRules.objects.of(self.pilot).limits
        return {"today": self.pilot.today(), "days": limits.each(Subject.MEDIATION)[Silence.ANSWER]}

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        Reading.objects.record(
            self.request, ids={row.participant_id for row in rows}, action=action
        )

    def columns(self):
        return [
            Column(
                "naam",
                "Naam",
                lambda row: row.participant,
                sort=("participant__last_name", "participant__first_name"),
            ),
            Column(
                "vacature",
                "Vacature",
                lambda row: row.vacancy,
                sort=("vacancy__title",),
                url=lambda row: self.url("participants:vacancy-detail", row.vacancy.uuid),
            ),
            Column(
                "werkgever",
                "Werkgever",
                lambda row: row.vacancy.employer,
                sort=("vacancy__employer__name",),
            ),
            Column("datum", "Voorgesteld op", lambda row: row.on, sort=("on",)),
            Column(
                "antwoord",
                "Antwoord",
                lambda row: row.answer_label,
                sort=("answer",),
                badge=lambda row: row.answer_kind,
            ),
            Column("van", "Antwoord van", lambda row: row.answered_on, sort=("answered_on",)),
        ]

    def row_url(self, row):
        if self.may(Permission.MEDIATE) and row.can_be_answered:
            return self.url("participants:proposal-answer", row.participant.number, row.uuid)
        return row.participant.get_absolute_url()


class ProposalCreate(ParticipantForm):
    permission = Permission.MEDIATE
    form_class = ProposalForm
    heading = "Voorstellen voor een vacature"
    template_name = "participants/proposal_form.html"

    @cached_property
    def vacancy(self):
        vacancies = Vacancy.objects.of(self.pilot).select_related("employer", "occupation")
        return get_object_or_404(vacancies, uuid=self.kwargs["uuid"])

    def get_initial(self):
        return {"uuid": uuid4(), "on": self.pilot.today()}

    def get_context_data(self, **kwargs):
        referral = open_referrals([self.participant]).first()
        found = match(profile_of(referral), demands_of(self.vacancy)) if referral else None
        return super().get_context_data(
            vacancy=self.vacancy, match=found, highest=HIGHEST_SCORE, **kwargs
        )

    def form_valid(self, form):
        try:
            Proposal.objects.propose(
                self.participant, self.vacancy, by=self.request.user, **form.cleaned_data
            )
        except tuple(REFUSED) as error:
            form.add_error(None, REFUSED[type(error)])
            return self.form_invalid(form)
        tell(
            self.request,
            f"{self.participant} is voorgesteld voor {self.vacancy}.",
            ("Naar de deelnemer", self.participant.get_absolute_url()),
        )
        return redirect(self.url("participants:vacancy-detail", self.vacancy.uuid))


class ProposalAnswerCreate(ParticipantForm):
    permission = Permission.MEDIATE
    form_class = AnswerForm
    heading = "Antwoord van de werkgever"
    template_name = "participants/proposal_answer.html"

    @cached_property
    def proposal(self):
        proposals = self.participant.proposals.select_related("vacancy__employer")
        return get_object_or_404(proposals, uuid=self.kwargs["uuid"])

    def get_initial(self):
        return {"uuid": uuid4(), "on": self.pilot.today()}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"proposal": self.proposal}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            proposal=self.proposal,
            answers=self.proposal.answers.select_related("by"),
            **kwargs,
        )

    def form_valid(self, form):
        try:
            answer = self.proposal.record_answer(by=self.request.user, **form.cleaned_data)
        except AnsweredLater as error:
            form.add_error("on", f"Er is al iets vastgelegd op {error.args[0]:%d-%m-%Y}.")
        except VacancyFull:
            form.add_error("answer", REFUSED[VacancyFull])
        except AnswerNotPossible:
            possible = NEXT[Answer(self.proposal.answer)]
            now = self.proposal.get_answer_display()
            form.add_error(
                "answer" if possible else None,
                f"Een collega was u voor: het antwoord is nu {now}.",
            )
        else:
            return self.answered(answer)
        return self.form_invalid(form)

    def answered(self, answer):
        told = f"Vastgelegd voor {self.participant}: {answer}."
        links = [("Naar de deelnemer", self.participant.get_absolute_url())]
        if answer.answer == Answer.ACCEPTED:
            told += " De plaatsing zelf moet nog worden vastgelegd."
            links = [*self.placement_link(), *links]
        tell(self.request, told, *links)
        return redirect(self.url("participants:vacancy-detail", self.proposal.vacancy.uuid))

    def placement_link(self) -> list[tuple[str, str]]:
        """Where the placement is recorded, where that page is there and this user may see it."""
        try:
            url = self.url(PLACEMENT, self.participant.number)
        except NoReverseMatch:
            return []
        allowed = self.may(resolve(url).func.view_class.permission)
        return [("Leg de plaatsing vast", url)] if allowed else []
