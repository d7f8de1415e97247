from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.choices import PHASE_LABELS
from participants.columns import (
    consultant_column,
    name_column,
    number_column,
    phase_column,
    planned_column,
)
from participants.filters import CandidateFilter, ParticipantFilter
from participants.forms import (
    AppointmentForm,
    AssignForm,
    DiagnosisForm,
    OutcomeForm,
    SelectForm,
    StepForm,
    TransitionForm,
    refusal_sentence,
)
from participants.history import history
from participants.models import Participant, Reading, TrajectoryRules
from participants.models.participant import AssignedLater, OutcomeNotAllowed
from participants.models.readings import Action
from participants.models.steps import AppointmentSettled
from participants.outcomes import closing_phase, possible_in
from participants.timeline import timeline
from participants.trajectory import CAN_BE_DIAGNOSED, CLOSED, NEXT, MoveNotAllowed, Phase, Refusal
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.navigation import people_label
from pilot.roles import Permission


class PeopleList(PilotAccessMixin, ListPage):
    """A list of persons: who sees it leaves a trace."""

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        Reading.objects.record(self.request, ids=[person.pk for person in rows], action=action)


class ParticipantList(PeopleList):
    permission = Permission.PARTICIPANT_VIEW
    template_name = "participants/participant_list.html"
    unit = "deelnemer,deelnemers"
    filterset_class = ParticipantFilter
    default_sort = "naam"
    export_name = "deelnemers"

    @property
    def empty_text(self):
        if self.sees_all:
            return "Nog geen deelnemers."
        if self.may(Permission.PARTICIPANT_VIEW_REFERRED):
            return "Er is nog niemand in bemiddeling."
        return "Nog geen deelnemers: de projectleider wijst ze aan u toe."

    def what_next(self):
        if not self.may(Permission.PARTICIPANT_SELECT):
            return []
        candidates = self.url("participants:candidate-list")
        return [("Selecteer wie meedoet", candidates)]

    @cached_property
    def sees_all(self):
        return self.may(Permission.PARTICIPANT_VIEW_ALL)

    @property
    def title(self):
        return people_label(self.request.user, self.pilot)

    def filter_values(self):
        """The caseload of a consultant is whom they guide now, unless they ask for others."""
        if self.sees_all or "telling" in self.request.GET:
            return self.request.GET
        values = self.request.GET.copy()
        values["telling"] = "caseload"
        return values

    def unfiltered_url(self):
        return f"{self.request.path}?telling="

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return (
            visible.selected(on=self.pilot.today())
            .select_related("pilot", "consultant")
            .with_steps()
        )

    def filter_kwargs(self):
        return {"pilot": self.pilot}

    def columns(self):
        today = self.pilot.today()
        columns = [
            name_column(),
            number_column(),
            phase_column(),
            Column("stap", "Laatste stap", lambda p: p.last_step_type),
            Column(
                "dagen",
                "Dagen sinds",
                lambda p: (today - p.last_contact_on).days,
                sort=("-last_contact_on",),
                numeric=True,
            ),
            Column("volgende", "Volgende stap", lambda p: p.next_step_type),
            planned_column(today),
        ]
        if self.sees_all:
            columns.append(consultant_column())
        return columns

    def row_url(self, participant):
        return participant.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            may_assign=self.may(Permission.PARTICIPANT_ASSIGN),
            mediates=self.may(Permission.PARTICIPANT_VIEW_REFERRED),
            **kwargs,
        )


class TickPage(PeopleList):
    """A list of which rows can be ticked, with a form that says what happens to them."""

    form_class = None

    def post(self, request, *args, **kwargs):
        self.numbers = {
            int(n) for n in request.POST.getlist("nummer") if n.isdecimal() and len(n) < 9
        }
        form = self.form_class(request.POST, pilot=self.pilot)
        chosen = list(self.rows().filter(number__in=self.numbers))
        if form.is_valid() and not chosen:
            form.add_error(None, "Vink eerst in de lijst aan om wie het gaat.")
        if form.is_valid():
            self.check(form, chosen)
        if form.is_valid():
            self.carry_out(form, chosen)
            if form.is_valid():
                return redirect(request.get_full_path())
        self.form = form
        return self.get(request, *args, **kwargs)

    def check(self, form, chosen):
        """Put in the form what stands in the way, or what should be known first."""

    def carry_out(self, form, chosen):
        raise NotImplementedError

    def initial(self) -> dict:
        return {"on": self.pilot.today()}

    def get_context_data(self, **kwargs):
        form = getattr(self, "form", None) or self.form_class(
            pilot=self.pilot, initial=self.initial()
        )
        ticked = getattr(self, "numbers", set())
        return super().get_context_data(form=form, selectable=True, ticked=ticked, **kwargs)


class BulkPage(TickPage):
    """The ticked rows go to a consultant on a day."""

    def check(self, form, chosen):
        form.warn(self.warning(chosen, form.cleaned_data["consultant"]))

    def warning(self, chosen, consultant) -> str:
        if consultant is None:
            return ""
        new = sum(person.consultant_id != consultant.pk for person in chosen)
        caseload, norm = consultant.open_caseload + new, self.pilot.caseload_norm
        if not new or caseload <= norm:
            return ""
        return (
            f"De caseload van {consultant} wordt dan {caseload}: {caseload - norm} boven de norm"
            f" van {norm}."
        )

    def carry_out(self, form, chosen):
        try:
            # Everybody or nobody.
            with transaction.atomic():
                self.hand_over(
                    chosen,
                    by=self.request.user,
                    consultant=form.cleaned_data["consultant"],
                    on=form.cleaned_data["on"],
                )
        except AssignedLater as error:
            form.add_error(
                "on",
                f"Iemand die u aanvinkte is op {error.args[0]:%d-%m-%Y} geselecteerd of"
                " toegewezen. Kies die dag of een latere.",
            )

    def hand_over(self, chosen, *, by, consultant, on):
        raise NotImplementedError


class CandidateList(BulkPage):
    permission = Permission.PARTICIPANT_SELECT
    template_name = "participants/candidate_list.html"
    form_class = SelectForm
    filterset_class = CandidateFilter
    title = "Kandidaten"
    unit = "kandidaat,kandidaten"
    default_sort = "naam"
    export_name = "kandidaten"
    empty_text = "Er zijn geen kandidaten (meer)."

    def what_next(self):
        return [("Lees een lijst in", self.url("participants:import-create"))]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return visible.candidates().select_related("pilot")

    def columns(self):
        today = self.pilot.today()
        return [
            name_column(),
            number_column(),
            Column(
                "leeftijd", "Leeftijd", lambda p: p.age(today), sort=("-birth_date",), numeric=True
            ),
            Column("geslacht", "Geslacht", lambda p: p.get_sex_display(), sort=("sex",)),
            Column(
                "opleiding", "Opleiding", lambda p: p.get_education_display(), sort=("education",)
            ),
            Column(
                "taal",
                "Taalniveau",
                lambda p: p.get_language_level_display(),
                sort=("language_level",),
            ),
            Column(
                "toegewezen",
                "Aan gemeente toegewezen",
                lambda p: p.assigned_on,
                sort=("assigned_on",),
            ),
        ]

    def row_url(self, participant):
        return participant.get_absolute_url()

    def check(self, form, chosen):
        late = max(chosen, key=lambda person: person.assigned_on)
        if late.assigned_on > form.cleaned_data["on"]:
            form.add_error(
                "on", f"{late} is pas op {late.assigned_on:%d-%m-%Y} aan de gemeente toegewezen."
            )
        else:
            super().check(form, chosen)

    def warning(self, chosen, consultant) -> str:
        selected = Participant.objects.filter(pilot=self.pilot).exclude(selected_on=None).count()
        together, target = selected + len(chosen), self.pilot.participants_target
        full = (
            f"De pilot heeft dan {together} deelnemers: {together - target} meer dan de {target}"
            " waarvoor zij is."
        )
        warnings = [full if together > target else "", super().warning(chosen, consultant)]
        return " ".join(filter(None, warnings))

    def hand_over(self, chosen, *, by, consultant, on):
        for participant in chosen:
            participant.select(by=by, on=on)
            if consultant:
                participant.assign_to(consultant, by=by, on=on)
        to_whom = f" en toegewezen aan {consultant}" if consultant else ""
        everybody = self.url("participants:list")
        tell(
            self.request,
            f"{in_words(chosen)} geselecteerd{to_whom}.",
            ("Naar de deelnemers", everybody),
        )


class ParticipantAssign(BulkPage):
    permission = Permission.PARTICIPANT_ASSIGN
    template_name = "participants/assign.html"
    form_class = AssignForm
    filterset_class = ParticipantFilter
    title = "Toewijzen aan een consulent"
    unit = "deelnemer,deelnemers"
    default_sort = "naam"
    export_name = "toewijzing"
    empty_text = "Nog geen deelnemers om toe te wijzen."

    def what_next(self):
        candidates = self.url("participants:candidate-list")
        return [("Selecteer wie meedoet", candidates)]

    def trail(self):
        return [("Deelnemers", self.url("participants:list"))]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        open_ones = visible.selected(on=self.pilot.today()).exclude(phase__in=CLOSED)
        return open_ones.select_related("pilot", "consultant")

    def filter_kwargs(self):
        return {"pilot": self.pilot}

    def columns(self):
        return [
            name_column(),
            number_column(),
            phase_column(),
            Column(
                "geselecteerd", "Geselecteerd op", lambda p: p.selected_on, sort=("selected_on",)
            ),
            consultant_column(),
        ]

    def hand_over(self, chosen, *, by, consultant, on):
        for participant in chosen:
            participant.assign_to(consultant, by=by, on=on)
        theirs = urlencode({"telling": "caseload", "consulent": consultant.username})
        tell(
            self.request,
            f"{in_words(chosen)} toegewezen aan {consultant}.",
            (
                "Naar die caseload",
                f"{self.url('participants:list')}?{theirs}",
            ),
        )


def in_words(participants) -> str:
    return "1 persoon" if len(participants) == 1 else f"{len(participants)} personen"


class ParticipantPage(PilotAccessMixin):
    """A page about one participant that this user may see."""

    @cached_property
    def participant(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return get_object_or_404(
            visible.select_related("pilot", "consultant"), number=self.kwargs["number"]
        )

    def get_context_data(self, **kwargs):
        context = {"participant": self.participant, "tabs": self.tabs()}
        if self.may(Permission.STEP_LOG) and not self.participant.is_candidate:
            # Above the page the button is for this participant.
            context["step_url"] = self.address("step-create")
        return super().get_context_data(**context | kwargs)

    def address(self, route) -> str:
        return self.url(f"participants:{route}", self.participant.number)

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
        offered = [
            (Permission.PARTICIPANT_VIEW, "detail", "Overzicht"),
            (Permission.PARTICIPANT_NOTES_VIEW, "history", "Wijzigingen"),
            (Permission.READINGS_VIEW, "readings", "Inzage"),
        ]
        return [
            (label, self.address(route), self.request.path == self.address(route))
            for permission, route, label in offered
            if self.may(permission)
        ]

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
        today = self.pilot.today()
        notes = self.may(Permission.PARTICIPANT_NOTES_VIEW)
        participant = self.participant
        return super().get_context_data(
            age=participant.age(today),
            see_notes=notes,
            phase_bar=phase_bar(participant),
            planned=participant.steps.planned().select_related("type"),
            diagnosis=participant.diagnoses.last(),
            outcome=participant.outcomes.last(),
            events=timeline(participant, reader=self.request.user, notes=notes),
            last_change=next(iter(history(participant)), None) if notes else None,
            actions=self.actions(),
            may_log=self.may(Permission.STEP_LOG),
            today_of_pilot=today,
            **kwargs,
        )

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
                "Diagnose vastleggen",
            ),
            (
                possible_in(Phase(participant.phase)),
                Permission.OUTCOME_RECORD,
                "outcome-create",
                "Uitstroom vastleggen",
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

    def done(self, message, *links):
        tell(self.request, message, *links)
        return redirect(self.participant)


class StepCreate(ParticipantForm):
    permission = Permission.STEP_LOG
    form_class = StepForm
    heading = "Stap vastleggen"

    def get_initial(self):
        planned = self.participant.steps.planned()
        asked = self.request.GET.get("afspraak", "")
        appointment = next((step for step in planned if str(step.uuid) == asked), None)
        return StepForm.starting_values(self.participant, appointment)

    def form_valid(self, form):
        step = self.participant.log_step(by=self.request.user, **form.cleaned_data)
        told = f"Vastgelegd: {step}."
        if next_type := form.cleaned_data["next_type"]:
            told += f" Gepland: {next_type} op {form.cleaned_data['next_on']:%d-%m-%Y}."
        onward = [(Permission.TODAY_VIEW, "Terug naar Vandaag", "participants:today")]
        onward += [(Permission.STEP_LOG, "Stap voor iemand anders", "participants:step-start")]
        links = [
            (label, self.url(route)) for permission, label, route in onward if self.may(permission)
        ]
        return self.done(told, *links)


class AppointmentMixin:
    """A page about something planned for a participant; whoever may log it may move it."""

    permission = Permission.STEP_LOG
    SETTLED = "Deze afspraak is intussen vastgelegd of verwijderd."

    @cached_property
    def appointment(self):
        planned = self.participant.steps.planned().select_related("type")
        return get_object_or_404(planned, uuid=self.kwargs["uuid"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(appointment=self.appointment, **kwargs)


class AppointmentEdit(AppointmentMixin, ParticipantForm):
    form_class = AppointmentForm
    template_name = "participants/appointment_form.html"
    heading = "Afspraak wijzigen"

    def get_initial(self):
        return {"type": self.appointment.type_id, "on": self.appointment.on}

    def form_valid(self, form):
        try:
            self.appointment.move_to(**form.cleaned_data)
        except AppointmentSettled:
            form.add_error(None, self.SETTLED)
            return self.form_invalid(form)
        return self.done(f"Gewijzigd: {self.appointment}.")


class AppointmentDelete(AppointmentMixin, ParticipantPage, TemplateView):
    template_name = "participants/appointment_delete.html"

    def post(self, request, *args, **kwargs):
        try:
            self.appointment.call_off()
        except AppointmentSettled:
            messages.error(request, self.SETTLED)
        else:
            tell(request, f"Verwijderd: de afspraak {self.appointment}.")
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
        return self.done(f"Vastgelegd: {transition}.")


class DiagnosisCreate(ParticipantForm):
    permission = Permission.DIAGNOSIS_RECORD
    form_class = DiagnosisForm
    heading = "Diagnose vastleggen"

    def form_valid(self, form):
        diagnosis = self.participant.diagnose(by=self.request.user, **form.cleaned_data)
        links = []
        if self.participant.phase == Phase.DIAGNOSIS and self.may(Permission.PHASE_CHANGE):
            links = [("Nu de fase wijzigen", self.address("transition-create"))]
        return self.done(f"Vastgelegd: {diagnosis}.", *links)


class OutcomeCreate(ParticipantForm):
    permission = Permission.OUTCOME_RECORD
    form_class = OutcomeForm
    heading = "Uitstroom vastleggen"

    def form_valid(self, form):
        try:
            outcome = self.participant.record_outcome(by=self.request.user, **form.cleaned_data)
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
        closed = (
            "Het traject is afgesloten."
            if self.participant.is_closed
            else "De begeleiding gaat door."
        )
        return self.done(f"Vastgelegd: {outcome}. {closed}")
