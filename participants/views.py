from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.choices import PHASE_LABELS
from participants.forms import (
    DiagnosisForm,
    TransitionForm,
)
from participants.lost_sight import no_longer_yours
from participants.models import Participant, Reading, TrajectoryRules
from participants.on_behalf import standing_in
from participants.outcomes import possible_in
from participants.sections import Reader, sections_for
from participants.trajectory import CAN_BE_DIAGNOSED, CLOSED, NEXT, MoveNotAllowed, Phase
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.navigation import people_label
from pilot.roles import Permission


class ParticipantPage(PilotAccessMixin):
    """A page about one participant that this user may see."""

    @cached_property
    def participant(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return get_object_or_404(
            visible.select_related("pilot", "consultant"), number=self.kwargs["number"]
        )

    def get_context_data(self, **kwargs):
        context = {
            "participant": self.participant,
            "tabs": self.tabs(),
            "standing_in": standing_in(self.request.user, self.participant),
        }
        if self.may(Permission.STEP_LOG) and not self.participant.is_candidate:
            # Above the page the button is for this participant.
            context["step_url"] = self.address("step-create")
        return super().get_context_data(**context | kwargs)

    def address(self, route, *args) -> str:
        return self.url(f"participants:{route}", self.participant.number, *args)

    def trail(self):
        """The list, and below it this participant."""
        if self.participant.is_candidate:
            above = ("Kandidaten", self.url("participants:candidate-list"))
        else:
            above = (
                people_label(self.request.user, self.pilot),
                self.url("participants:list"),
            )
        own = (str(self.participant), self.participant.get_absolute_url())
        here = self.request.path == self.participant.get_absolute_url()
        return [above] if here else [above, own]

    def tabs(self):
        """What there is to read about this participant: label, address, and whether it is this."""
        selected = not self.participant.is_candidate
        offered = [
            (True, Permission.PARTICIPANT_VIEW, "participants:detail", "Overzicht"),
            (selected, Permission.DIAGNOSIS_VIEW, "participants:diagnosis", "Diagnose"),
            (selected, Permission.CV_MAKE, "reports:person-documents", "Documenten"),
            (True, Permission.PARTICIPANT_NOTES_VIEW, "participants:history", "Wijzigingen"),
            (True, Permission.READINGS_VIEW, "participants:readings", "Inzage"),
        ]
        addresses = [
            (label, self.url(route, self.participant.number))
            for possible, permission, route, label in offered
            if possible and self.may(permission)
        ]
        return [(label, address, self.request.path == address) for label, address in addresses]

    def render_to_response(self, context, **kwargs):
        # First the trace, then the page: without it nobody sees anything.
        Reading.objects.record(self.request, ids=[self.participant.pk])
        return super().render_to_response(context, **kwargs)


class ParticipantDetail(ParticipantPage, TemplateView):
    permission = Permission.PARTICIPANT_VIEW
    template_name = "participants/participant_detail.html"

    def get_context_data(self, **kwargs):
        # The page itself has the button, beside the name of whom it is for.
        kwargs["step_url"] = ""
        return super().get_context_data(
            age=self.participant.age(self.pilot.today()),
            phase_bar=phase_bar(self.participant),
            actions=self.actions(),
            sections=sections_for(Reader(self.request.user, self.participant, self.request.GET)),
            **self.where_now(),
            **kwargs,
        )

    def where_now(self) -> dict:
        """How long the phase lasts by now, and what comes next."""
        participant, today = self.participant, self.pilot.today()
        since = participant.transitions.aggregate(day=Max("on"))["day"] or participant.selected_on
        ahead = participant.steps.planned().filter(on__gte=today).select_related("type")
        return {
            "phase_since": since,
            "days_in_phase": (today - since).days if since else 0,
            "next_step": ahead.first(),
        }

    def actions(self):
        """What this user can do with this participant now: route and label."""
        participant = self.participant
        if participant.is_candidate:
            return []
        moves = NEXT[Phase(participant.phase)] - CLOSED
        offered = [
            # Also after the outcome: aftercare is a step too.
            (True, Permission.STEP_LOG, "step-create", "Stap vastleggen"),
            (moves, Permission.PHASE_CHANGE, "transition-create", "Fase wijzigen"),
            (
                participant.phase in CAN_BE_DIAGNOSED,
                Permission.DIAGNOSIS_RECORD,
                "diagnosis-create",
                "Conclusie vastleggen",
            ),
            (
                possible_in(Phase(participant.phase)),
                Permission.OUTCOME_RECORD,
                "outcome-create",
                "Uitstroom vastleggen",
            ),
            (
                not participant.is_closed,
                Permission.PARTICIPANT_ASSIGN,
                "transfer",
                "Overdragen" if participant.consultant else "Toewijzen",
            ),
        ]
        return [
            (f"participants:{route}", label)
            for possible, permission, route, label in offered
            if possible and self.may(permission)
        ]


def phase_bar(participant) -> list[dict]:
    """The phases of the pilot in order: where this person is, was, and may go from here."""
    been = set(participant.transitions.values_list("to_phase", "from_phase"))
    been = {phase for pair in been for phase in pair}
    return [
        {"label": PHASE_LABELS[Phase(phase)], "state": phase_state(participant.phase, phase, been)}
        for phase in TrajectoryRules.objects.of(participant.pilot).phases
        if phase not in CLOSED or phase == participant.phase
    ]


def phase_state(current, phase, been) -> str:
    if phase == current:
        return "current"
    if phase in been:
        return "been"
    return "next" if phase in NEXT[Phase(current)] else ""


class ParticipantForm(ParticipantPage, FormView):
    """A form about one participant: after it, back to the participant."""

    template_name = "participants/participant_form.html"
    heading = ""

    def get_initial(self):
        return {"on": self.pilot.today()}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"participant": self.participant}

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=self.heading, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except Http404:
            number = self.kwargs["number"]
            page = no_longer_yours(request, self.pilot, number, self.get_form_class())
            if page is None:
                raise
            return page

    def done(self, message, *links):
        tell(self.request, message, *links)
        return redirect(self.participant)


class TransitionCreate(ParticipantForm):
    permission = Permission.PHASE_CHANGE
    form_class = TransitionForm
    heading = "Fase wijzigen"

    def form_valid(self, form):
        try:
            transition = self.participant.move_to(by=self.request.user, **form.cleaned_data)
        except MoveNotAllowed as error:
            form.refuse(error.refusal, form.cleaned_data["phase"])
            return self.form_invalid(form)
        links = []
        if transition.to_phase == Phase.PLACEMENT and self.may(Permission.REFERRAL_MAKE):
            # The phase alone shows nobody to the recruiter.
            links = [("Verwijs nu naar Podium24", self.address("referral-create"))]
        return self.done(f"Vastgelegd: {transition}.", *links)


class DiagnosisCreate(ParticipantForm):
    permission = Permission.DIAGNOSIS_RECORD
    form_class = DiagnosisForm
    heading = "Conclusie vastleggen"

    def form_valid(self, form):
        given = form.cleaned_data
        diagnosis = self.participant.diagnose(
            route=given["route"],
            on=given["on"],
            explanation=given["explanation"],
            by=self.request.user,
        )
        links = []
        if self.participant.phase == Phase.DIAGNOSIS and self.may(Permission.PHASE_CHANGE):
            links = [("Nu de fase wijzigen", self.address("transition-create"))]
        return self.done(f"Vastgelegd: {diagnosis}.", *links)
