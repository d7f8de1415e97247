"""The placement that comes of a proposal: the form begins with what the vacancy says."""

from uuid import UUID

from django import forms
from django.utils.functional import cached_property

from participants.engagements import PlacementKind
from participants.mediation_choices import Purpose
from participants.models import Employer, Placement
from participants.proposals import Answer

LONGEST_NAME = Placement._meta.get_field("employer").max_length
LONGEST_TITLE = Placement._meta.get_field("job_title").max_length
KIND_FOR = {
    Purpose.PAID_WORK: PlacementKind.REGULAR,
    Purpose.SUBSIDISED_WORK: PlacementKind.SUBSIDISED,
    Purpose.WORK_EXPERIENCE: PlacementKind.WORK_EXPERIENCE,
    Purpose.TRIAL: PlacementKind.TRIAL,
    Purpose.LEARNING: PlacementKind.LEARN_WORK,
}


class SuggestingInput(forms.TextInput):
    """A text field that suggests while one types; `suggestions`: texts."""

    template_name = "participants/widgets/suggesting.html"

    def __init__(self, suggestions, attrs):
        self.suggestions = suggestions
        super().__init__(attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs']['id']}-known"
        return context | {"suggestions": self.suggestions}


class SuggestsEmployers:
    """A page with the form of a placement: the employers of the pilot are suggested."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if "employer" in form.fields:
            known = Employer.objects.filter(pilot=self.pilot).values_list("name", flat=True)
            attrs = form.fields["employer"].widget.attrs
            form.fields["employer"].widget = SuggestingInput(list(known), attrs)
        return form


class FromProposal:
    """The address may say of which accepted proposal the placement comes."""

    template_name = "participants/placement_form.html"

    @cached_property
    def proposal(self):
        try:
            uuid = UUID(self.request.GET.get("voorstel", ""))
        except ValueError:
            return None
        accepted = self.participant.proposals.filter(answer=Answer.ACCEPTED, placement=None)
        return (
            accepted.filter(uuid=uuid)
            .select_related("vacancy__employer", "vacancy__occupation")
            .first()
        )

    def get_initial(self):
        return super().get_initial() | (values_of(self.proposal) if self.proposal else {})

    def get_context_data(self, **kwargs):
        return super().get_context_data(proposal=self.proposal, **kwargs)

    def form_valid(self, form):
        response = super().form_valid(form)
        made = self.participant.placements.filter(uuid=form.cleaned_data["uuid"]).first()
        if self.proposal and made:
            self.proposal.link(made)
        return response


def values_of(proposal) -> dict:
    """What the vacancy says of the work; where it leaves the hours open, the fewest."""
    vacancy = proposal.vacancy
    values = {
        "employer": vacancy.employer.name[:LONGEST_NAME],
        "occupation": vacancy.occupation and vacancy.occupation.uuid,
        "job_title": vacancy.title[:LONGEST_TITLE],
        "hours": vacancy.hours_from,
    }
    if kind := kind_of(proposal):
        values["kind"] = kind
    if vacancy.starts_on and vacancy.starts_on >= proposal.answered_on:
        values["starts_on"] = vacancy.starts_on
    return values


def kind_of(proposal) -> PlacementKind | None:
    """What the referral was for, where that fits paid or unpaid work; otherwise it is asked."""
    referral = proposal.participant.referrals.last()
    kind = KIND_FOR.get(referral.purpose) if referral else None
    paid = kind in (PlacementKind.REGULAR, PlacementKind.SUBSIDISED)
    return kind if paid == proposal.vacancy.paid else None
