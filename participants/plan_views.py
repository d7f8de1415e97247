"""The plan of a participant: goals, the actions for each, and that it was agreed."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import View

from participants.models import Goal, PlanAgreement
from participants.models.plans import ActionCancelled, GoalClosed, StillOpen
from participants.plan_forms import (
    ActionCancelForm,
    ActionEditForm,
    ActionForm,
    AgreementForm,
    GoalCloseForm,
    GoalEditForm,
    GoalForm,
)
from participants.views import ParticipantForm, ParticipantPage
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.roles import Permission

CLOSED = "Het doel van deze actie is intussen afgerond. Heropen eerst het doel."


class PlanPage(ParticipantPage):
    """A page about something in the plan; a candidate has no plan yet."""

    permission = Permission.PLAN_EDIT

    @cached_property
    def participant(self):
        if (participant := super().participant).is_candidate:
            raise Http404
        return participant


class EditPage(ParticipantForm):
    """A form about `row`, which is not overwritten unseen: `changed` are its values then."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.row}

    def get_initial(self):
        return self.initial_values() | {"version": self.row.version}

    def form_valid(self, form):
        try:
            row = self.row.change(version=form.cleaned_data["version"], **self.changed(form))
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.done(f"Opgeslagen: {row}.")


class GoalPage(PlanPage):
    @cached_property
    def row(self):
        return get_object_or_404(self.participant.goals, uuid=self.kwargs["uuid"])


class ActionPage(PlanPage):
    @cached_property
    def row(self):
        actions = self.participant.actions.select_related("goal", "partner")
        return get_object_or_404(actions, uuid=self.kwargs["uuid"])


class GoalCreate(PlanPage, ParticipantForm):
    form_class = GoalForm
    heading = "Doel toevoegen"

    def get_initial(self):
        return {"uuid": uuid.uuid4()}

    def form_valid(self, form):
        given, made = form.cleaned_data, {"by": self.request.user, "on": self.pilot.today()}
        goal = Goal.set_for(
            self.participant,
            uuid=given["uuid"],
            what=given["what"],
            due_on=given["due_on"],
            **made,
        )
        if form.action:
            # Sent twice it is the same action: its uuid follows from that of the form.
            goal.add_action(uuid=uuid.uuid5(given["uuid"], "actie"), **form.action, **made)
        onward = f"{self.address('action-create')}?doel={goal.uuid}"
        return self.done(f"Vastgelegd: {goal}.", ("Actie toevoegen aan dit doel", onward))


class GoalEdit(GoalPage, EditPage):
    form_class = GoalEditForm
    heading = "Doel wijzigen"

    def initial_values(self):
        return {"what": self.row.what, "due_on": self.row.due_on}

    def changed(self, form):
        return {name: form.cleaned_data[name] for name in ("what", "due_on")}


class GoalClose(GoalPage, ParticipantForm):
    form_class = GoalCloseForm
    template_name = "participants/plan_goal_close.html"
    heading = "Doel afronden"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.row}

    def get_context_data(self, **kwargs):
        return super().get_context_data(goal=self.row, **kwargs)

    def form_valid(self, form):
        try:
            self.row.close(by=self.request.user, **form.cleaned_data)
        except StillOpen as error:
            still_open = ", ".join(f"“{action}”" for action in error.args[0])
            form.add_error(
                None,
                f"Rond eerst af wat bij dit doel open staat, of laat dat vervallen: {still_open}.",
            )
            return self.form_invalid(form)
        return self.done(f"Afgerond: {self.row} ({self.row.get_state_display()}).")


class GoalReopen(GoalPage, View):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        self.row.reopen()
        tell(request, f"Het doel is weer open: {self.row}.")
        return redirect(self.participant)


class ActionCreate(PlanPage, ParticipantForm):
    form_class = ActionForm
    heading = "Actie toevoegen"

    def dispatch(self, request, *args, **kwargs):
        may = request.user.can(self.permission, pilot=self.pilot)
        if may and not self.participant.goals.open().exists():
            messages.info(request, "Een actie hoort bij een doel. Leg daarom eerst een doel vast.")
            return redirect(self.address("goal-create"))
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"uuid": uuid.uuid4(), "goal": self.request.GET.get("doel", "")}

    def form_valid(self, form):
        try:
            action = form.cleaned_data["goal"].add_action(
                uuid=form.cleaned_data["uuid"],
                by=self.request.user,
                on=self.pilot.today(),
                **form.action,
            )
        except GoalClosed:
            form.add_error("goal", "Een collega heeft dit doel intussen afgerond.")
            return self.form_invalid(form)
        return self.done(
            f"Vastgelegd: {action}. {action.who[:1].upper()}{action.who[1:]} doet dit uiterlijk op"
            f" {action.due_on:%d-%m-%Y}."
        )


class ActionEdit(ActionPage, EditPage):
    form_class = ActionEditForm
    template_name = "participants/plan_action_edit.html"
    heading = "Actie wijzigen"

    def get_context_data(self, **kwargs):
        return super().get_context_data(action=self.row, **kwargs)

    def initial_values(self):
        row = self.row
        who = str(row.partner.uuid) if row.partner else row.owner
        return {"what": row.what, "who": who, "due_on": row.due_on, "done_on": row.done_on}

    def changed(self, form):
        return form.action


class ActionCancel(ActionPage, ParticipantForm):
    form_class = ActionCancelForm
    template_name = "participants/plan_action_cancel.html"
    heading = "Actie laten vervallen"

    def get_context_data(self, **kwargs):
        return super().get_context_data(action=self.row, **kwargs)

    def form_valid(self, form):
        self.row.cancel(by=self.request.user, on=self.pilot.today(), **form.cleaned_data)
        if self.row.done_on:
            messages.info(self.request, f"Deze actie was intussen al gedaan: {self.row}.")
            return redirect(self.participant)
        return self.done(f"Vervallen: {self.row}.", *next_action(self, self.row))


def next_action(page, action) -> list[tuple[str, str]]:
    """Where to go when nothing is open any more: to the next action, for who may add it."""
    if not page.may(Permission.PLAN_EDIT) or page.participant.actions.open().exists():
        return []
    onward = f"{page.address('action-create')}?doel={action.goal.uuid}"
    return [("Wat wordt de volgende actie?", onward)]


class SettlePage(ActionPage, View):
    """One click on an action; the recruiter can do so for what Podium24 does."""

    permission = Permission.ACTION_SETTLE
    http_method_names = ["post"]

    @cached_property
    def row(self):
        actions = self.participant.actions.select_related("goal", "partner")
        visible = actions.visible_to(self.request.user, pilot=self.pilot)
        return get_object_or_404(visible, uuid=self.kwargs["uuid"])


class ActionDone(SettlePage):
    def post(self, request, *args, **kwargs):
        try:
            self.row.mark_done(on=self.pilot.today(), by=request.user)
        except ActionCancelled:
            messages.error(request, f"Deze actie is intussen vervallen: {self.row}.")
        else:
            tell(request, f"Gedaan: {self.row}.", *next_action(self, self.row))
        return redirect(self.participant)


class ActionReopen(SettlePage):
    def post(self, request, *args, **kwargs):
        try:
            self.row.reopen()
        except GoalClosed:
            messages.error(request, CLOSED)
        else:
            tell(request, f"De actie is weer open: {self.row}.")
        return redirect(self.participant)


class PlanAgree(PlanPage, ParticipantForm):
    form_class = AgreementForm
    template_name = "participants/plan_agree.html"
    heading = "Plan afgesproken met de deelnemer"

    def get_context_data(self, **kwargs):
        return super().get_context_data(goals=self.participant.goals.open(), **kwargs)

    def form_valid(self, form):
        agreed = PlanAgreement.record(self.participant, by=self.request.user, **form.cleaned_data)
        return self.done(f"Vastgelegd: {agreed}, op {agreed.on:%d-%m-%Y}.")
