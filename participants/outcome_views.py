"""The outcome, the papers that prove it, and how it goes afterwards."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants import aftercare
from participants.aftercare import Moment
from participants.file_views import FileDownload, FileRemove
from participants.forms import refusal_sentence
from participants.models import Evidence, FollowUp, Outcome, TrajectoryRules
from participants.models.aftercare import NotFollowed
from participants.models.participant import OutcomeNotAllowed
from participants.outcome_forms import (
    EvidenceForm,
    FollowUpForm,
    OutcomeForm,
)
from participants.outcomes import COUNTS_BROAD, closing_phase
from participants.trajectory import MoveNotAllowed, Phase, Refusal
from participants.views import ParticipantForm, ParticipantPage
from participants.withdrawal_views import UnlessWithdrawn
from pilot.roles import Permission
from pilot.templatetags.ui import decimal_comma


class OutcomeCreate(ParticipantForm):
    permission = Permission.OUTCOME_RECORD
    form_class = OutcomeForm
    template_name = "participants/outcome_form.html"
    heading = "Uitstroom vastleggen"

    def get_initial(self):
        return OutcomeForm.starting_values(self.participant, self.request.GET.get("bij", ""))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            referral=self.participant.referrals.open().first(),
            proposals=self.participant.proposals.waiting().count(),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        # Sent a second time: by now the trajectory is closed, so the form would refuse everything.
        sent = request.POST.get("uuid", "")
        outcomes = Outcome.recorded.filter(participant=self.participant)
        recorded = next((row for row in outcomes if str(row.uuid) == sent), None)
        return self.recorded(recorded) if recorded else super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            outcome = self.participant.record_outcome(by=self.request.user, **form.outcome)
        except MoveNotAllowed as error:
            field = "on" if error.refusal == Refusal.BEFORE_LAST_MOVE else "kind"
            closing = closing_phase(form.cleaned_data["kind"])
            form.add_error(field, refusal_sentence(error.refusal, self.participant, closing))
            return self.form_invalid(form)
        except OutcomeNotAllowed:
            form.add_error(
                "kind", "Een collega was u voor: deze uitstroom past niet meer bij de fase."
            )
            return self.form_invalid(form)
        return self.recorded(outcome)

    def recorded(self, outcome):
        closed = (
            "Het traject is afgesloten."
            if self.participant.is_closed
            else "De begeleiding gaat door."
        )
        links = other_hours(self, outcome)
        if outcome.kind in COUNTS_BROAD and not outcome.evidence.there().exists():
            address = self.url(
                "participants:evidence-create", self.participant.number, outcome.uuid
            )
            links.append(("Bewijs toevoegen", address))
        return self.done(f"Vastgelegd: {outcome}. {closed}", *links)


def other_hours(page, outcome) -> list[tuple[str, str]]:
    """To the placement that it follows from, where that says other hours."""
    row = outcome.placement
    if row is None or outcome.hours in (None, row.hours):
        return []
    said = f"De plaatsing zegt {decimal_comma(row.hours)} uur: wijzig die zo nodig"
    return [(said, page.address("placement-edit", row.uuid))]


def still_runs(page, outcome) -> list[tuple[str, str]]:
    """To the end of what it followed from, where that goes on."""
    row = outcome.follows
    if row is None or not (row.is_running and row.has_begun(page.pilot.today())):
        return []
    name = row._meta.model_name
    said = f"De {row._meta.verbose_name} loopt nog: beëindig die zo nodig"
    return [(said, page.address(f"{name}-end", row.uuid))]


class OutcomeMixin:
    """A page about one outcome of a participant."""

    permission = Permission.OUTCOME_RECORD

    @cached_property
    def outcome(self):
        own = Outcome.recorded.filter(participant=self.participant).select_related(
            "placement", "study", "business", "by", "closing"
        )
        outcome = get_object_or_404(own, uuid=self.kwargs["uuid"])
        outcome.participant = self.participant
        return outcome

    @property
    def row(self):
        return self.outcome

    def get_context_data(self, **kwargs):
        return super().get_context_data(outcome=self.outcome, **kwargs)

    def of_outcome(self) -> str:
        return self.url("participants:outcome-detail", self.participant.number, self.outcome.uuid)

    def trail(self):
        return [*super().trail(), (str(self.outcome), self.of_outcome())]


class OutcomeDetail(OutcomeMixin, ParticipantPage, TemplateView):
    """The closing on one page, also to print."""

    template_name = "participants/outcome_detail.html"

    def get_context_data(self, **kwargs):
        rules = TrajectoryRules.objects.of(self.pilot)
        holds = not self.outcome.withdrawn
        follow_ups = list(self.outcome.followups.select_related("by"))
        return super().get_context_data(
            withdrawal=self.outcome.corrections.select_related("by").last() if not holds else None,
            taken_up_again=self.outcome.taken_up_again if holds else None,
            superseded_by=self.outcome.superseded_by if holds else None,
            broad=self.outcome.kind in rules.counts_broad,
            narrow=self.outcome.kind in rules.counts_narrow,
            evidence=self.outcome.evidence.select_related("by", "removed_by"),
            follow_ups=follow_ups,
            result_until=aftercare.result_until(self.outcome.on),
            may_add=holds,
            may_download=self.may(Permission.EVIDENCE_DOWNLOAD),
            may_follow=holds and is_followed_now(self.outcome, self.participant),
            opens_on=aftercare.opens_on(
                self.outcome.on, {row.moment for row in follow_ups}, on=self.pilot.today()
            ),
            **kwargs,
        )

    def trail(self):
        return super().trail()[:-1]


def is_followed_now(outcome, participant) -> bool:
    """Whether it is asked how it goes: they left with this outcome and are not back."""
    return participant.phase == Phase.OUTFLOW and outcome == participant.last_exit


class EvidenceCreate(UnlessWithdrawn, OutcomeMixin, ParticipantForm):
    form_class = EvidenceForm
    heading = "Bewijs toevoegen"

    def get_initial(self):
        return {}

    def form_valid(self, form):
        evidence = Evidence.objects.add(self.outcome, by=self.request.user, **form.cleaned_data)
        self.done(f"Bewaard: {evidence}.", ("Nog een bewijs toevoegen", self.request.path))
        return redirect(self.of_outcome())


class OneEvidence:
    """A page about one file that is there."""

    @cached_property
    def file(self):
        own = Evidence.objects.there().filter(participant=self.participant)
        return get_object_or_404(own.select_related("outcome"), uuid=self.kwargs["uuid"])


class EvidenceDownload(OneEvidence, FileDownload):
    permission = Permission.EVIDENCE_DOWNLOAD


class EvidenceRemove(OneEvidence, OutcomeMixin, FileRemove):
    heading = "Bewijs weghalen"

    @cached_property
    def outcome(self):
        return self.file.outcome

    def back(self):
        return self.of_outcome()


class AftercareMixin:
    """A page with the form about how it goes: the moments, and what was agreed upon."""

    template_name = "participants/follow_up_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"outcome": self.outcome}

    def get_context_data(self, **kwargs):
        left_on = self.outcome.on
        due = [
            (
                moment.months,
                aftercare.due_on(left_on, moment),
                aftercare.recordable_from(left_on, moment),
            )
            for moment in Moment
        ]
        return super().get_context_data(due=due, **kwargs)


class FollowUpCreate(UnlessWithdrawn, AftercareMixin, OutcomeMixin, ParticipantForm):
    form_class = FollowUpForm
    heading = "Nazorg vastleggen"

    @cached_property
    def outcome(self):
        outcome = super().outcome
        if not outcome.is_followed:
            raise Http404
        return outcome

    def get_initial(self):
        return FollowUpForm.starting_values(self.outcome, self.pilot.today())

    def form_valid(self, form):
        try:
            follow_up = FollowUp.objects.record(
                self.outcome, by=self.request.user, **form.cleaned_data
            )
        except NotFollowed:
            form.add_error(
                None,
                "Bij deze uitstroom hoort geen nazorg (meer): het traject loopt door of is weer"
                " opgenomen.",
            )
            return self.form_invalid(form)
        return self.done(f"Vastgelegd: {follow_up}.", *self.what_next(follow_up))

    def what_next(self, follow_up) -> list[tuple[str, str]]:
        """Of who fell back: to take the trajectory up again, and to end what goes on no more."""
        if follow_up.is_durable:
            return []
        links = []
        if self.may(Permission.PHASE_CHANGE):
            links = [("Het traject weer opnemen", self.address("transition-create"))]
        running = [row for row in self.participant.engagements if row.is_running]
        return links + [
            (f"Beëindigen: {row}", self.address(f"{row._meta.model_name}-end", row.uuid))
            for row in running
            if row.has_begun(follow_up.on)
        ]
