"""To add, change and end a placement, a study or a business."""

from uuid import uuid4

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from participants.engagement_forms import BusinessForm, EndForm, PlacementForm, StudyForm
from participants.models import Business, Placement, Study
from participants.models.engagements import EndedAlready, LedToOutcome, OverlappingPlacement
from participants.outcomes import possible_in
from participants.proposal_placements import FromProposal, SuggestsEmployers
from participants.trajectory import Phase
from participants.views import ParticipantForm
from participants.withdrawal_forms import WITHDRAWN, WithdrawalForm
from participants.withdrawal_views import UnlessWithdrawn, WithdrawalPage
from pilot.history import ChangedMeanwhile
from pilot.roles import Permission


class EngagementPage(ParticipantForm):
    def lead_on(self, row) -> list[tuple[str, str]]:
        """To the outcome, where this leads to one and who asks may record it."""
        leads = row.may_lead_on(self.pilot.today()) and possible_in(Phase(self.participant.phase))
        if not (leads and self.may(Permission.OUTCOME_RECORD)) or row.outcomes.exists():
            return []
        return [("Is dit de uitstroom?", f"{self.address('outcome-create')}?bij={row.uuid}")]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"reads_note": True}


class EngagementCreate(EngagementPage):
    def get_initial(self):
        return {"uuid": uuid4(), "starts_on": self.pilot.today()}

    def form_valid(self, form):
        try:
            row = self.model.objects.record(
                self.participant,
                uuid=form.cleaned_data["uuid"],
                by=self.request.user,
                **form.values,
            )
        except OverlappingPlacement as overlapping:
            form.refuse_overlap(overlapping.args[0])
            return self.form_invalid(form)
        return self.done(f"Vastgelegd: {row}.", *self.lead_on(row))


class OfOne(UnlessWithdrawn, EngagementPage):
    """About one that is there."""

    @cached_property
    def row(self):
        own = self.model.recorded.filter(participant=self.participant)
        return get_object_or_404(own, uuid=self.kwargs["uuid"])

    def get_context_data(self, **kwargs):
        """Where it ends, as long as it did not, and where it is withdrawn."""
        name = self.model._meta.model_name
        begun = self.row.is_running and self.row.has_begun(self.pilot.today())
        return super().get_context_data(
            end_url=self.address(f"{name}-end", self.row.uuid) if begun else "",
            withdraw_url=self.address(f"{name}-withdraw", self.row.uuid),
            **kwargs,
        )


class EngagementEdit(OfOne):
    template_name = "participants/engagement_form.html"

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        reads = self.may(Permission.PARTICIPANT_NOTES_VIEW) or self.row.by == self.request.user
        return super().get_form_kwargs() | {"instance": self.row, "reads_note": reads}

    def form_valid(self, form):
        try:
            row = self.row.change(version=form.cleaned_data["version"], **form.values)
        except OverlappingPlacement as overlapping:
            form.refuse_overlap(overlapping.args[0])
            return self.form_invalid(form)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.done(f"Opgeslagen: {row}.")


class EngagementEnd(OfOne):
    template_name = "participants/engagement_end.html"

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"row": self.row}
        del kwargs["reads_note"]
        return kwargs

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.row, **kwargs)

    def form_valid(self, form):
        try:
            row = self.row.end(by=self.request.user, **form.cleaned_data)
        except EndedAlready:
            form.add_error(None, "Een collega heeft dit intussen al beëindigd.")
            return self.form_invalid(form)
        except ChangedMeanwhile:
            form.add_error(None, WITHDRAWN)
            return self.form_invalid(form)
        return self.done(f"Beëindigd: {row}.", *self.lead_on(row))


class EngagementWithdraw(WithdrawalPage, OfOne):
    template_name = "participants/engagement_withdraw.html"
    example = "de werkgever zag ervan af"

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["reads_note"]
        return kwargs

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.row, **kwargs)

    def form_valid(self, form):
        try:
            row = self.row.withdraw(by=self.request.user, **form.cleaned_data)
        except LedToOutcome as error:
            form.add_error(None, led_to(error.args[0]))
            return self.form_invalid(form)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.done(f"Ingetrokken: {row}.")


def led_to(outcome) -> str:
    return (
        f"Hieruit volgt een uitstroom: {outcome}, van {outcome.on:%d-%m-%Y}. Die kan de consulent"
        " eerst intrekken, als zij ook niet klopt."
    )


class PlacementPage(SuggestsEmployers):
    permission = Permission.PLACEMENT_RECORD
    model, form_class = Placement, PlacementForm


class StudyPage:
    permission = Permission.STUDY_RECORD
    model, form_class = Study, StudyForm


class BusinessPage:
    permission = Permission.STUDY_RECORD
    model, form_class = Business, BusinessForm


class PlacementCreate(FromProposal, PlacementPage, EngagementCreate):
    heading = "Plaatsing toevoegen"


class PlacementEdit(PlacementPage, EngagementEdit):
    heading = "Plaatsing wijzigen"


class PlacementEnd(PlacementPage, EngagementEnd):
    heading = "Plaatsing beëindigen"
    form_class = EndForm


class PlacementWithdraw(PlacementPage, EngagementWithdraw):
    heading = "Plaatsing intrekken"
    form_class = WithdrawalForm


class StudyCreate(StudyPage, EngagementCreate):
    heading = "Studie toevoegen"


class StudyEdit(StudyPage, EngagementEdit):
    heading = "Studie wijzigen"


class StudyEnd(StudyPage, EngagementEnd):
    heading = "Studie beëindigen"
    form_class = EndForm


class StudyWithdraw(StudyPage, EngagementWithdraw):
    heading = "Studie intrekken"
    form_class = WithdrawalForm


class BusinessCreate(BusinessPage, EngagementCreate):
    heading = "Onderneming toevoegen"


class BusinessEdit(BusinessPage, EngagementEdit):
    heading = "Onderneming wijzigen"


class BusinessEnd(BusinessPage, EngagementEnd):
    heading = "Onderneming beëindigen"
    form_class = EndForm


class BusinessWithdraw(BusinessPage, EngagementWithdraw):
    heading = "Onderneming intrekken"
    form_class = WithdrawalForm
