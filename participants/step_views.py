"""The steps of one participant: log, keep as a draft, plan, correct, withdraw."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.views.generic import TemplateView, View

from participants.models import Step, StepDraft
from participants.models.steps import AppointmentSettled
from participants.step_forms import (
    WITHDRAWN,
    AppointmentForm,
    CorrectionForm,
    NewAppointmentForm,
    StepForm,
    WithdrawForm,
)
from participants.today_views import TODAYS
from participants.views import ParticipantForm, ParticipantPage
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.roles import Permission

DRAFTED = [name for name in StepForm.base_fields if name not in ("uuid", "confirmed")]


# From where one comes to log a step, as it stands in the address: there the way back leads.
CAME_FROM = {
    "vandaag": "participants:today",
    "bemiddeling": "participants:mediation-today",
    "voor-wie": "participants:step-start",
    "zoeken": "participants:search",
    "lijst": "participants:list",
}


class StepCreate(ParticipantForm):
    permission = Permission.STEP_LOG
    form_class = StepForm
    template_name = "participants/step_form.html"
    heading = "Stap vastleggen"

    @cached_property
    def draft(self):
        return self.participant.step_drafts.filter(user=self.request.user).first()

    def get_initial(self):
        if self.draft:
            return self.draft.values | {"uuid": self.draft.uuid}
        return StepForm.starting_values(self.participant, self.appointment)

    @cached_property
    def appointment(self):
        """What is planned and was come for, None for any other step."""
        planned = self.participant.steps.planned().select_related("type")
        asked = self.request.GET.get("afspraak", "")
        return next((step for step in planned if str(step.uuid) == asked), None)

    def came_from(self) -> str:
        route = CAME_FROM.get(self.request.GET.get("van", ""))
        if not route:
            return ""
        # The list as it was filtered and sorted.
        asked = QueryDict(self.request.GET.get("lijst", "")).urlencode()
        return self.url(route) + (f"?{asked}" if asked else "")

    def get_context_data(self, **kwargs):
        shown = self.draft if self.request.method == "GET" else None
        return super().get_context_data(
            draft=shown,
            appointment=self.appointment,
            came_from=self.came_from(),
            draft_url=self.address("step-draft"),
            discard_url=self.address("step-draft-discard"),
            **kwargs,
        )

    def form_valid(self, form):
        step = self.participant.log_step(by=self.request.user, **form.step)
        told = f"Vastgelegd: {step}."
        if form.cleaned_data["next_type"]:
            told += f" Gepland: {form.what_was_planned()}."
        links = [("Terug naar Vandaag", self.url(route)) for may, route in TODAYS if self.may(may)]
        if self.request.GET.get("van") == "lijst":
            links.insert(0, ("Terug naar de lijst", self.came_from()))
        start = ("Stap voor iemand anders", self.url("participants:step-start"))
        return self.done(told, *links, start)


class StepDraftKeep(ParticipantPage, View):
    """Keeps what is being typed; the answer is the notice that says so."""

    permission = Permission.STEP_LOG

    def post(self, request, *args, **kwargs):
        participant = self.participant
        try:
            form_uuid = UUID(request.POST.get("uuid", ""))
        except ValueError:
            return HttpResponse(status=400)
        draft = StepDraft.objects.keep(
            user=request.user,
            participant=participant,
            uuid=form_uuid,
            values={name: request.POST[name] for name in DRAFTED if name in request.POST},
        )
        state = {"state": "saved", "at": draft.at} if draft else {"state": "done", "at": None}
        return HttpResponse(render_to_string("components/autosave_notice.html", state))


class StepDraftDiscard(ParticipantPage, View):
    permission = Permission.STEP_LOG

    def post(self, request, *args, **kwargs):
        self.participant.step_drafts.filter(user=request.user).delete()
        tell(request, "Het concept is weggegooid.")
        return redirect(self.address("step-create"))


class AppointmentCreate(ParticipantForm):
    """Plan what will be done, without logging anything that was."""

    permission = Permission.STEP_LOG
    form_class = NewAppointmentForm
    heading = "Afspraak plannen"

    def get_initial(self):
        return {}

    def form_valid(self, form):
        planned = self.participant.plan(by=self.request.user, **form.cleaned_data)
        return self.done(f"Gepland: {planned}.")


class AppointmentMixin:
    """A page about something planned for a participant; whoever may log it may move it."""

    permission = Permission.STEP_LOG
    SETTLED = "Deze afspraak is intussen vastgelegd of verwijderd."

    @cached_property
    def appointment(self):
        """None when it was logged or taken away meanwhile."""
        planned = self.participant.steps.planned().select_related("type")
        uuid = self.kwargs["uuid"]
        appointment = planned.filter(uuid=uuid).first()
        if appointment is None and not Step.objects.was_planned(self.participant, uuid):
            raise Http404
        return appointment

    def get(self, request, *args, **kwargs):
        if self.appointment is None:
            return self.settled()
        return super().get(request, *args, **kwargs)

    def settled(self):
        messages.info(self.request, self.SETTLED)
        return redirect(self.participant)

    def get_context_data(self, **kwargs):
        return super().get_context_data(appointment=self.appointment, **kwargs)


class AppointmentEdit(AppointmentMixin, ParticipantForm):
    form_class = AppointmentForm
    template_name = "participants/appointment_form.html"
    heading = "Afspraak wijzigen"

    def get_initial(self):
        appointment = self.appointment
        if appointment is None:
            return {}
        return {
            "type": appointment.type_id,
            "on": appointment.on,
            "time": appointment.time,
            "place": appointment.place,
            "version": appointment.version,
        }

    def form_valid(self, form):
        try:
            if self.appointment is None:
                raise AppointmentSettled
            moved = self.appointment.move_to(**form.cleaned_data)
        except AppointmentSettled:
            form.add_error(None, f"{self.SETTLED} Wat u typte, staat hieronder.")
        except ChangedMeanwhile as error:
            form.overrule(error)
        if form.errors:
            return self.form_invalid(form)
        return self.done(f"Gewijzigd: {moved}.")


class AppointmentDelete(AppointmentMixin, ParticipantPage, TemplateView):
    template_name = "participants/appointment_delete.html"

    def post(self, request, *args, **kwargs):
        if self.appointment is None:
            return self.settled()
        try:
            self.appointment.call_off()
        except AppointmentSettled:
            return self.settled()
        tell(request, f"Verwijderd: de afspraak {self.appointment}.")
        return redirect(self.participant)


class StepMixin:
    """A page about a step that was logged; who may not read its note cannot change it either."""

    permission = Permission.STEP_LOG

    @cached_property
    def step(self):
        """Also one that was withdrawn: what is typed about it is not lost, and changes nothing."""
        logged = self.participant.steps.filter(planned=False)
        logged = logged.select_related("type", "partner", "by")
        if not self.may(Permission.PARTICIPANT_NOTES_VIEW):
            logged = logged.filter(by=self.request.user)
        step = get_object_or_404(logged, uuid=self.kwargs["uuid"])
        step.participant = self.participant
        return step

    def get(self, request, *args, **kwargs):
        return self.gone() if self.step.withdrawn else super().get(request, *args, **kwargs)

    def gone(self):
        messages.info(self.request, WITHDRAWN)
        return redirect(self.participant)

    def get_context_data(self, **kwargs):
        return super().get_context_data(step=self.step, **kwargs)


class StepCorrect(StepMixin, ParticipantForm):
    form_class = CorrectionForm
    template_name = "participants/step_correct.html"
    heading = "Stap corrigeren"

    def get_initial(self):
        names = [name for name in CorrectionForm.base_fields if name != "reason"]
        return {
            name: getattr(self.step, f"{name}_id" if name in ("type", "partner") else name)
            for name in ("version", *names)
        }

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"step": self.step}
        del kwargs["participant"]
        return kwargs

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            withdraw_url=self.address("step-withdraw", self.step.uuid), **kwargs
        )

    def form_valid(self, form):
        try:
            correction = self.step.correct(by=self.request.user, **form.cleaned_data)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        if correction is None:
            return self.done("Er was niets veranderd.")
        emptied = " De minuten zijn leeg: de deelnemer was er niet bij." if form.emptied else ""
        return self.done(f"Gecorrigeerd: {correction.step}.{emptied}")


class StepWithdraw(StepMixin, ParticipantForm):
    form_class = WithdrawForm
    template_name = "participants/step_withdraw.html"
    heading = "Stap intrekken"

    def get_initial(self):
        return {"version": self.step.version}

    def post(self, request, *args, **kwargs):
        return self.gone() if self.step.withdrawn else super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"appointment": self.step.appointment}
        del kwargs["participant"]
        return kwargs

    def form_valid(self, form):
        try:
            self.step.withdraw(by=self.request.user, **form.cleaned_data)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        reopened = " De afspraak staat weer open." if form.cleaned_data.get("reopen") else ""
        return self.done(f"Ingetrokken: {self.step}.{reopened}")
