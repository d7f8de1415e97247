"""Refer a participant to the recruiter, change what for, and end it."""

from uuid import uuid4

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from participants.mediation_choices import Licence
from participants.mediation_forms import ReferralEditForm, ReferralEndForm, ReferralForm
from participants.models import DiagnosisFile
from participants.models.referrals import AlreadyReferred, ReferralEnded, ReferralNotAllowed
from participants.views import ParticipantForm
from pilot.history import ChangedMeanwhile
from pilot.roles import Permission

ENDED = "Een collega was u voor: deze verwijzing is al beëindigd."


class ReferralCreate(ParticipantForm):
    permission = Permission.REFERRAL_MAKE
    form_class = ReferralForm
    heading = "Verwijzen naar Podium24"

    def get_initial(self):
        earlier = self.participant.referrals.last()
        if earlier:
            before = ReferralForm.values_of(earlier)
        else:
            before = ReferralForm.values_from(DiagnosisFile.objects.of(self.participant))
            before["driving_licence"] = Licence.UNKNOWN
        return before | {"uuid": uuid4(), "on": self.pilot.today()}

    def form_valid(self, form):
        try:
            referral = self.participant.refer(
                uuid=form.cleaned_data["uuid"],
                on=form.cleaned_data["on"],
                by=self.request.user,
                occupations=form.occupations,
                **form.profile,
            )
        except AlreadyReferred:
            form.add_error(None, "Deze deelnemer is al verwezen: wijzig die verwijzing.")
            return self.form_invalid(form)
        except ReferralNotAllowed:
            form.add_error(None, "Dit traject is afgesloten: neem het eerst weer op.")
            return self.form_invalid(form)
        fitting = ("Passende vacatures", self.address("matches"))
        return self.done(f"{referral}. De recruiter ziet deze deelnemer nu.", fitting)


class OpenReferralMixin:
    """A page about the open referral of a participant."""

    permission = Permission.REFERRAL_MAKE

    @cached_property
    def referral(self):
        return get_object_or_404(self.participant.referrals.open())


class ReferralEdit(OpenReferralMixin, ParticipantForm):
    form_class = ReferralEditForm
    heading = "Verwijzing wijzigen"

    def get_initial(self):
        return ReferralEditForm.values_of(self.referral) | {"version": self.referral.version}

    def form_valid(self, form):
        try:
            self.referral.change(
                version=form.cleaned_data["version"], sought=set(form.occupations), **form.profile
            )
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        except ReferralEnded:
            form.add_error(None, ENDED)
            return self.form_invalid(form)
        fitting = ("Passende vacatures", self.address("matches"))
        return self.done("De verwijzing is opgeslagen.", fitting)


class ReferralEnd(OpenReferralMixin, ParticipantForm):
    form_class = ReferralEndForm
    heading = "Verwijzing beëindigen"
    template_name = "participants/referral_end.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"referral": self.referral}

    def get_context_data(self, **kwargs):
        waiting = self.participant.proposals.waiting().select_related("vacancy__employer")
        return super().get_context_data(waiting=waiting, **kwargs)

    def form_valid(self, form):
        try:
            self.referral.end(by=self.request.user, **form.cleaned_data)
        except ReferralEnded:
            form.add_error(None, ENDED)
            return self.form_invalid(form)
        return self.done("De verwijzing is beëindigd. De recruiter ziet deze deelnemer niet meer.")
