"""An outcome that is there: corrected, withdrawn, its closing filled in; and the aftercare."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from participants.choices import PHASE_LABELS
from participants.forms import refusal_sentence
from participants.mediation_choices import ReferralEnd
from participants.models import FollowUp, TrajectoryRules
from participants.outcome_correction_forms import (
    ClosingForm,
    FollowUpCorrectionForm,
    OutcomeCorrectionForm,
)
from participants.outcome_views import AftercareMixin, OutcomeMixin, other_hours, still_runs
from participants.outcomes import closing_phase
from participants.trajectory import MoveNotAllowed, Phase, Refusal
from participants.views import ParticipantForm
from participants.withdrawal_views import UnlessWithdrawn, WithdrawalPage
from pilot.history import ChangedMeanwhile


class OutcomePage(UnlessWithdrawn, OutcomeMixin, ParticipantForm):
    """A form about one outcome: after it, back to the outcome."""

    def get_context_data(self, **kwargs):
        rules = TrajectoryRules.objects.of(self.pilot)
        return super().get_context_data(
            is_final=rules.is_final(self.outcome.on),
            taken_up_again=self.outcome.taken_up_again,
            **kwargs,
        )

    def told(self, message, *links):
        self.done(message, *links)
        return redirect(self.of_outcome())


class OutcomeCorrect(OutcomePage):
    form_class = OutcomeCorrectionForm
    template_name = "participants/outcome_correct.html"
    heading = "Uitstroom corrigeren"

    def get_initial(self):
        names = ("version", *OutcomeCorrectionForm.FIELDS)
        return {name: getattr(self.outcome, name) for name in names}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"outcome": self.outcome}

    def form_valid(self, form):
        try:
            correction = self.outcome.correct(by=self.request.user, **form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        except MoveNotAllowed as error:
            self.refuse(form, error.refusal)
            return self.form_invalid(form)
        if correction is None:
            return self.told("Er was niets veranderd.")
        corrected = correction.outcome
        return self.told(f"Gecorrigeerd: {corrected}.", *other_hours(self, corrected))

    def refuse(self, form, refusal):
        """At the day, unless it is the kind that would close what went on since."""
        phase = closing_phase(form.cleaned_data["kind"])
        by_day = refusal in (Refusal.BEFORE_LAST_MOVE, Refusal.AFTER_NEXT_MOVE)
        field = "on" if by_day and self.outcome.closing else "kind"
        sentence = refusal_sentence(refusal, self.participant, phase)
        if field == "kind":
            sentence = f"Deze soort sluit het traject af, en dat kan op deze dag niet. {sentence}"
        form.add_error(field, sentence)


class OutcomeWithdraw(WithdrawalPage, OutcomePage):
    template_name = "participants/outcome_withdraw.html"
    heading = "Uitstroom intrekken"

    def get_context_data(self, **kwargs):
        closing = self.outcome.closing
        ended = self.participant.referrals.filter(
            end_reason=ReferralEnd.TRAJECTORY_CLOSED, ended_on__gte=self.outcome.on
        )
        return super().get_context_data(
            goes_back_to=PHASE_LABELS[Phase(closing.from_phase)] if closing else "",
            ended_referral=bool(closing) and ended.exists(),
            has_evidence=self.outcome.evidence.there().exists(),
            **kwargs,
        )

    def form_valid(self, form):
        try:
            self.outcome.withdraw(by=self.request.user, **form.cleaned_data)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        self.participant.refresh_from_db(fields=["phase"])
        phase = PHASE_LABELS[Phase(self.participant.phase)]
        told = f"Ingetrokken: {self.outcome}. De deelnemer is in de fase {phase}."
        return self.done(told, *still_runs(self, self.outcome))


class OutcomeClosing(OutcomePage):
    form_class = ClosingForm
    heading = "Afsluiting aanvullen"

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.outcome}

    def form_valid(self, form):
        try:
            self.outcome.change(version=form.cleaned_data["version"], **form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.told("De afsluiting is opgeslagen.")


class FollowUpEdit(AftercareMixin, OutcomePage):
    """What was written down about how it goes, put right; the history keeps what it was."""

    form_class = FollowUpCorrectionForm
    heading = "Nazorg corrigeren"

    @cached_property
    def follow_up(self):
        own = FollowUp.objects.filter(participant=self.participant)
        return get_object_or_404(own.select_related("outcome"), uuid=self.kwargs["uuid"])

    @cached_property
    def outcome(self):
        return self.follow_up.outcome

    def get_initial(self):
        names = ("version", *FollowUpCorrectionForm.FIELDS)
        return {name: getattr(self.follow_up, name) for name in names}

    def form_valid(self, form):
        try:
            row = self.follow_up.change(**form.values)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.told(f"Gecorrigeerd: {row}.")
