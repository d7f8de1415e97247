"""The limits of the signals of a pilot, under Inrichting."""

from django.views.generic import FormView

from participants.limit_forms import LimitsForm
from participants.models import TrajectoryRules
from pilot.feedback import tell
from pilot.set_up_views import SetUpPage


class Limits(SetUpPage, FormView):
    form_class = LimitsForm
    template_name = "participants/limits.html"

    def get_form_kwargs(self):
        rules = TrajectoryRules.objects.of(self.pilot)
        return super().get_form_kwargs() | {"limits": rules.limits}

    def form_valid(self, form):
        TrajectoryRules.objects.set_limits(self.pilot, form.own_limits())
        tell(self.request, "De termijnen zijn opgeslagen. Ze gelden meteen.")
        return super().form_valid(form)

    def get_success_url(self):
        return self.request.path
