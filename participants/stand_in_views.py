"""Waarneming: who stands in for whom."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.caseload_forms import StandInForm
from participants.caseload_views import CaseloadPage
from participants.models import StandIn
from participants.models.stand_ins import StandInOver, StandInOverlaps
from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.roles import Permission


class StandInList(CaseloadPage, ListPage):
    template_name = "participants/stand_in_list.html"
    title = "Waarneming"
    unit = "waarneming,waarnemingen"
    default_sort = "-van"
    export_name = "waarneming"
    empty_text = "Nog niemand neemt waar."

    def what_next(self):
        return [("Wijs een waarnemer aan", self.url("participants:stand-in-create"))]

    def rows(self):
        rows = StandIn.objects.filter(pilot=self.pilot)
        return rows.select_related("consultant", "stand_in", "by")

    def columns(self):
        today = self.pilot.today()
        return [
            Column("voor", "Voor wie", lambda row: row.consultant, sort=("consultant__last_name",)),
            Column(
                "waarnemer", "Waarnemer", lambda row: row.stand_in, sort=("stand_in__last_name",)
            ),
            Column("van", "Van", lambda row: row.starts_on, sort=("starts_on",)),
            # Of what never began: as it was agreed.
            Column(
                "tot",
                "Tot en met",
                lambda row: row.ends_on if row.never_began else row.last_day,
                sort=("ends_on",),
            ),
            Column("reden", "Reden", lambda row: row.get_reason_display(), sort=("reason",)),
            Column("stand", "Stand", lambda row: row.state(today)),
            Column("door", "Aangewezen door", lambda row: row.by, sort=("by__last_name",)),
            Column(
                "beeindigen",
                "Beëindigen",
                lambda row: "Beëindigen" if self.open(row) else "",
                url=lambda row: (
                    self.url("participants:stand-in-end", row.uuid) if self.open(row) else ""
                ),
            ),
        ]

    def open(self, row) -> bool:
        return row.ended_on is None and self.pilot.today() <= row.ends_on


class StandInCreate(CaseloadPage, FormView):
    form_class = StandInForm
    template_name = "participants/stand_in_form.html"

    def trail(self):
        return [("Waarneming", self.url("participants:stand-in-list"))]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def get_initial(self):
        return StandInForm.starting_values(self.pilot)

    def form_valid(self, form):
        try:
            row = StandIn.objects.appoint(
                pilot=self.pilot, by=self.request.user, **form.cleaned_data
            )
        except StandInOverlaps:
            form.add_error(
                "starts_on",
                f"{form.cleaned_data['stand_in']} neemt in deze tijd al waar voor"
                f" {form.cleaned_data['consultant']}.",
            )
            return self.form_invalid(form)
        tell(
            self.request,
            f"{row.stand_in} neemt waar voor {row.consultant}, van {row.starts_on:%d-%m-%Y} tot en"
            f" met {row.ends_on:%d-%m-%Y}.",
        )
        return redirect(self.url("participants:stand-in-list"))


class StandInEnd(CaseloadPage, TemplateView):
    permission = Permission.PARTICIPANT_ASSIGN
    template_name = "participants/stand_in_end.html"

    def trail(self):
        return [("Waarneming", self.url("participants:stand-in-list"))]

    @cached_property
    def stand_in(self):
        rows = StandIn.objects.filter(pilot=self.pilot).select_related("consultant", "stand_in")
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            stand_in=self.stand_in,
            state=self.stand_in.state(self.pilot.today()),
            back=self.url("participants:stand-in-list"),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        early = self.stand_in.starts_on > self.pilot.today()
        after = "Zij gaat niet door." if early else "De waarnemer ziet die caseload niet meer."
        try:
            self.stand_in.end(by=request.user, on=self.pilot.today())
        except StandInOver:
            messages.error(request, "Deze waarneming was al voorbij.")
        else:
            tell(request, f"Beëindigd: {self.stand_in}. {after}")
        return redirect(self.url("participants:stand-in-list"))
