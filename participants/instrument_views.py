"""What a participant is given besides guidance."""

import uuid

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from participants.instrument_forms import (
    InstrumentEditForm,
    InstrumentEndForm,
    InstrumentFields,
    InstrumentForm,
)
from participants.models import Instrument
from participants.models.instruments import InstrumentEnded, Purchase
from participants.plan_views import EditPage, PlanPage
from participants.views import ParticipantForm
from pilot.roles import Permission


class InstrumentPage(PlanPage):
    permission = Permission.INSTRUMENT_EDIT

    @cached_property
    def row(self):
        return get_object_or_404(self.participant.instruments, uuid=self.kwargs["uuid"])


class InstrumentCreate(PlanPage, ParticipantForm):
    permission = Permission.INSTRUMENT_EDIT
    form_class = InstrumentForm
    heading = "Instrument toevoegen"

    def get_initial(self):
        today = self.pilot.today()
        return {"uuid": uuid.uuid4(), "starts_on": today, "purchase": Purchase.EXISTING}

    def form_valid(self, form):
        instrument = Instrument.give_to(
            self.participant,
            uuid=form.cleaned_data["uuid"],
            by=self.request.user,
            **form.instrument,
        )
        return self.done(f"Vastgelegd: {instrument} vanaf {instrument.starts_on:%d-%m-%Y}.")


class InstrumentEdit(InstrumentPage, EditPage):
    form_class = InstrumentEditForm
    heading = "Instrument wijzigen"

    def initial_values(self):
        values = {name: getattr(self.row, name) for name in InstrumentFields.base_fields}
        return values | {"provider": self.row.provider and self.row.provider.uuid}

    def changed(self, form):
        return form.instrument


class InstrumentEnd(InstrumentPage, ParticipantForm):
    form_class = InstrumentEndForm
    template_name = "participants/instrument_end.html"
    heading = "Instrument beëindigen"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.row}

    def get_context_data(self, **kwargs):
        return super().get_context_data(instrument=self.row, **kwargs)

    def form_valid(self, form):
        try:
            row = self.row.end(**form.cleaned_data)
        except InstrumentEnded as error:
            form.add_error("on", f"Het eindigde al op {error.args[0]:%d-%m-%Y}.")
            return self.form_invalid(form)
        return self.done(f"Beëindigd: {row} op {row.ends_on:%d-%m-%Y}.")
