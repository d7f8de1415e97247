"""Propose participants for vacancies, and record what the employer answered."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants.elsewhere import known_of, remarks, said_here
from participants.limits import Subject
from participants.matching import HIGHEST_SCORE, match
from participants.mediation import Silence
from participants.mediation_choices import VacancyState
from participants.mediation_filters import ProposalFilter
from participants.mediation_forms import AnswerEditForm, AnswerForm, ProposalForm
from participants.models import Participant, Proposal, Reading, TrajectoryRules, Vacancy
from participants.models.proposals import (
    AlreadyProposed,
    AnsweredLater,
    EmployerStopped,
    NotReferred,
    NotTheLast,
    VacancyClosed,
    VacancyFull,
)
from participants.models.readings import Action
from participants.profiles import demands_of, open_referrals, profile_of
from participants.proposals import NEXT, Answer, AnswerNotPossible
from participants.views import ParticipantForm, ParticipantPage
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.lists import Column, ListPage
from pilot.roles import Permission

REFUSED = {
    EmployerStopped: "Deze werkgever werkt niet meer mee: u kunt hier niemand voorstellen.",
    VacancyClosed: "Deze vacature is niet meer open.",
    VacancyFull: "Alle plaatsen van deze vacature zijn bezet.",
    AlreadyProposed: "Deze deelnemer is al voorgesteld voor deze vacature.",
}
CANNOT_BE_PUT_RIGHT = (NotTheLast, AnswerNotPossible, AnsweredLater, NotReferred, *REFUSED)
ANSWERED_ALREADY = "Een collega was u voor: het antwoord is nu {}."


def not_referred(participant) -> str:
    """Why somebody cannot be proposed who is not referred."""
    last = participant.referrals.last()
    if last is None or last.is_open:
        return "Deze deelnemer is niet verwezen."
    return (
        f"De verwijzing is beëindigd op {last.ended_on:%d-%m-%Y}. Wat u typte staat hieronder en is"
        " niet vastgelegd."
    )


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
        return {
            "pilot": self.pilot,
            "today": self.pilot.today(),
            "days": limits.each(Subject.MEDIATION)[Silence.ANSWER],
        }

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        Reading.objects.record(
            self.request, ids={row.participant_id for row in rows}, action=action
        )

    def columns(self):
        columns = [
            Column(
                "naam",
                "Naam",
                lambda row: row.participant,
                sort=("participant__last_name", "participant__first_name"),
            ),
            Column(
                "nummer",
                "Nummer",
                lambda row: row.participant.number,
                sort=("participant__number",),
                numeric=True,
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
                lambda row: row.answer_words,
                sort=("answer",),
                badge=lambda row: row.answer_kind,
            ),
            Column(
                "reden",
                "Reden van afwijzing",
                lambda row: row.get_reason_display() or None,
                sort=("reason",),
            ),
            Column("van", "Antwoord van", lambda row: row.answered_on, sort=("answered_on",)),
        ]
        return [*columns, self.answer_column()] if self.may(Permission.MEDIATE) else columns

    def answer_column(self) -> Column:
        """To what the employer said, without opening the page of the participant first."""
        return Column(
            "doen",
            "Voorstel",
            lambda row: row.answering,
            url=lambda row: self.url(
                "participants:proposal-answer", row.participant.number, row.uuid
            ),
            exported=False,
        )

    def row_url(self, row):
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

    @cached_property
    def known(self):
        return known_of(self.participant)

    def get_initial(self):
        return {"uuid": uuid4(), "on": self.pilot.today()}

    def get_form_kwargs(self):
        proposals, _ = self.known
        return super().get_form_kwargs() | {"said": said_here(self.vacancy, proposals)}

    def get_context_data(self, **kwargs):
        referral = open_referrals([self.participant]).first()
        found = match(profile_of(referral), demands_of(self.vacancy)) if referral else None
        return super().get_context_data(
            vacancy=self.vacancy,
            match=found,
            highest=HIGHEST_SCORE,
            remarks=remarks(self.vacancy, *self.known),
            **kwargs,
        )

    def form_valid(self, form):
        del form.cleaned_data["confirmed"]
        try:
            Proposal.objects.propose(
                self.participant, self.vacancy, by=self.request.user, **form.cleaned_data
            )
        except NotReferred:
            form.add_error(None, not_referred(self.participant))
            return self.form_invalid(form)
        except tuple(REFUSED) as error:
            form.add_error(None, REFUSED[type(error)])
            return self.form_invalid(form)
        tell(
            self.request,
            f"{self.participant} is voorgesteld voor {self.vacancy}.",
            ("Naar de deelnemer", self.participant.get_absolute_url()),
        )
        return redirect(self.url("participants:vacancy-detail", self.vacancy.uuid))


class ProposalPage:
    """A page about one proposal; afterwards one goes to its vacancy."""

    permission = Permission.MEDIATE

    def answered(self, told, form=None):
        links = [("Naar de deelnemer", self.participant.get_absolute_url())]
        if form and form.ignored:
            told += f" Niet opgeslagen, want dat hoort bij een ander antwoord: {form.not_kept}."
        if self.proposal.answer == Answer.ACCEPTED:
            told += " De plaatsing zelf moet nog worden vastgelegd."
            links = [*self.placement_link(), *links]
        vacancy = Vacancy.objects.get(pk=self.proposal.vacancy_id)
        if vacancy.state == VacancyState.FILLED and not vacancy.is_full():
            told += f" {vacancy} staat op vervuld, en er is weer plaats."
            reopen = self.url("participants:vacancy-edit", vacancy.uuid)
            links = [("Zet de vacature weer open", f"{reopen}?staat=open"), *links]
        tell(self.request, told, *links)
        return redirect(self.url("participants:vacancy-detail", vacancy.uuid))

    def placement_link(self) -> list[tuple[str, str]]:
        if not self.may(Permission.PLACEMENT_RECORD):
            return []
        url = f"{self.address('placement-create')}?voorstel={self.proposal.uuid}"
        return [("Leg de plaatsing vast", url)]


class ProposalAnswerCreate(ProposalPage, ParticipantForm):
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
        answers = list(self.proposal.answers.select_related("by"))
        return super().get_context_data(
            proposal=self.proposal, answers=answers, last=answers[-1] if answers else None, **kwargs
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
                ANSWERED_ALREADY.format(now),
            )
        else:
            return self.answered(f"Vastgelegd voor {self.participant}: {answer}.", form)
        return self.form_invalid(form)


class AnswerPage(ProposalPage):
    """About the last answer of a proposal, which can still be put right."""

    LATER = "Een collega was u voor: er is intussen iets anders vastgelegd."

    @cached_property
    def given(self):
        answers = self.participant.proposal_answers.select_related("proposal__vacancy__employer")
        return get_object_or_404(answers, uuid=self.kwargs["uuid"])

    @cached_property
    def proposal(self):
        proposal = self.given.proposal
        proposal.participant = self.participant
        return proposal

    def trail(self):
        answering = self.address("proposal-answer", self.proposal.uuid)
        return [*super().trail(), ("Antwoord", answering)]

    def get_context_data(self, **kwargs):
        return super().get_context_data(proposal=self.proposal, given=self.given, **kwargs)

    def refused(self, error) -> str:
        """What stands in the way, in a sentence."""
        if isinstance(error, AnsweredLater):
            return f"Er is al iets vastgelegd op {error.args[0]:%d-%m-%Y}."
        if isinstance(error, NotReferred):
            return not_referred(self.participant)
        return REFUSED.get(type(error), self.LATER)


class AnswerEdit(AnswerPage, ParticipantForm):
    form_class = AnswerEditForm
    heading = "Antwoord corrigeren"
    template_name = "participants/answer_edit.html"

    def get_initial(self):
        names = ("version", "on", "answer", "interview_on", "reason", "note")
        return {name: getattr(self.given, name) for name in names}

    def get_form_kwargs(self):
        before, _ = self.proposal.before_last
        return super().get_form_kwargs() | {"proposal": self.proposal, "after": before}

    def get_context_data(self, **kwargs):
        remove_url = self.address("answer-remove", self.given.uuid)
        return super().get_context_data(remove_url=remove_url, **kwargs)

    def form_valid(self, form):
        version = form.cleaned_data.pop("version")
        try:
            answer = self.proposal.correct_answer(self.given, version=version, **form.cleaned_data)
        except ChangedMeanwhile as error:
            form.overrule(error)
        except CANNOT_BE_PUT_RIGHT as error:
            form.add_error(None, self.refused(error))
        else:
            return self.answered(f"Gecorrigeerd voor {self.participant}: {answer}.", form)
        return self.form_invalid(form)


class AnswerRemove(AnswerPage, ParticipantPage, TemplateView):
    template_name = "participants/answer_remove.html"

    def get_context_data(self, **kwargs):
        placement = self.proposal.placement
        return super().get_context_data(
            fields=[("version", self.given.version)],
            placement=placement if placement and not placement.withdrawn else None,
            may_place=self.may(Permission.PLACEMENT_RECORD),
            reads_history=self.may(Permission.PARTICIPANT_NOTES_VIEW),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        version = request.POST.get("version", "")
        try:
            self.proposal.take_back_answer(
                self.given, version=int(version) if version.isdecimal() else None
            )
        except ChangedMeanwhile:
            messages.error(request, self.LATER)
            return redirect(request.path)
        except CANNOT_BE_PUT_RIGHT as error:
            messages.error(request, self.refused(error))
            return redirect(self.address("proposal-answer", self.proposal.uuid))
        told = f"Weggehaald voor {self.participant}: {self.given}."
        return self.answered(f"{told} Nu staat er: {self.proposal.answer_words}.")
