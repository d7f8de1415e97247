"""The data of a person put right, with the reason."""

from django.contrib import messages
from django.shortcuts import redirect

from participants.correction_forms import CorrectionForm
from participants.models import Correction
from participants.views import ParticipantForm
from pilot.history import ChangedMeanwhile, version_of
from pilot.roles import Permission


class ParticipantEdit(ParticipantForm):
    permission = Permission.PARTICIPANT_CORRECT
    form_class = CorrectionForm
    heading = "Gegevens corrigeren"

    def get_initial(self):
        values = {name: getattr(self.participant, name) for name in CorrectionForm.FIELDS}
        return values | {"version": version_of(self.participant)}

    def form_valid(self, form):
        try:
            correction = Correction.make(
                self.participant,
                version=form.cleaned_data["version"],
                reason=form.cleaned_data["reason"],
                on=self.pilot.today(),
                by=self.request.user,
                **form.values,
            )
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        if correction is None:
            messages.info(self.request, "Er is niets gecorrigeerd: alles was al zo.")
            return redirect(self.participant)
        told = [("Wijzigingen", self.address("history"))]
        return self.done("De gegevens zijn gecorrigeerd.", *told)
