"""To withdraw what was recorded by mistake: an outcome, a placement, a study, a business."""

from django.contrib import messages
from django.shortcuts import redirect

from participants.withdrawal_forms import WITHDRAWN, WithdrawalForm


class UnlessWithdrawn:
    """Before a form about one row, its property `row`: what was withdrawn is changed no more."""

    def get(self, request, *args, **kwargs):
        return self.gone() if self.row.withdrawn else super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return self.gone() if self.row.withdrawn else super().post(request, *args, **kwargs)

    def gone(self):
        messages.info(self.request, WITHDRAWN)
        return redirect(self.participant)


class WithdrawalPage(UnlessWithdrawn):
    """`example`: a reason that somebody could have."""

    form_class = WithdrawalForm
    example = "bij de verkeerde persoon vastgelegd"

    def get_initial(self):
        return {"version": self.row.version}

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"example": self.example}
        return {name: value for name, value in kwargs.items() if name != "participant"}
