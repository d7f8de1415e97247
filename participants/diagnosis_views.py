"""The diagnosis of a participant in parts, with what is missing, and inburgering beside it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants.completeness import Part, missing
from participants.diagnosis_choices import PART_LABELS
from participants.diagnosis_forms import (
    PART_FORMS,
    PART_HEADINGS,
    ROW_FORMS,
)
from participants.integration_forms import IntegrationForm
from participants.models import DiagnosisFile
from participants.sections import background, integration
from participants.trajectory import CAN_BE_DIAGNOSED
from participants.views import ParticipantForm, ParticipantPage
from pilot.feedback import tell
from pilot.history import ChangedMeanwhile
from pilot.roles import Permission

ROW_LABELS = {Part.EDUCATION: "Opleiding", Part.EXPERIENCE: "Werkervaring"}


class SelectedMixin:
    """Of a candidate nothing is written down yet."""

    @cached_property
    def participant(self):
        participant = super().participant
        if participant.is_candidate:
            raise Http404
        return participant


class Diagnosis(SelectedMixin, ParticipantPage, TemplateView):
    """All parts on one page: what is known, what is missing, and the conclusions."""

    permission = Permission.DIAGNOSIS_VIEW
    template_name = "participants/diagnosis.html"

    def get_context_data(self, **kwargs):
        file = DiagnosisFile.objects.of(self.participant)
        lacking = missing(file.filled())
        parts = [
            {
                "part": part,
                "label": PART_LABELS[part],
                "missing": lacking.get(part, ""),
                "template": f"participants/diagnosis/{part.name.lower()}.html",
            }
            for part in Part
        ]
        return super().get_context_data(
            file=file,
            parts=parts,
            complete=len(Part) - len(lacking),
            conclusions=self.participant.diagnoses.select_related("by").order_by("-on"),
            rungs=self.participant.ladder_rungs.select_related("by").order_by("-on", "-pk"),
            barriers=self.participant.barriers.select_related("organisation"),
            may_edit=(may_edit := self.may(Permission.DIAGNOSIS_RECORD)),
            may_conclude=may_edit and self.participant.phase in CAN_BE_DIAGNOSED,
            section=background(self) | integration(self),
            **kwargs,
        )


class DiagnosisFormPage(SelectedMixin, ParticipantForm):
    """A form about the diagnosis; after it, back to the diagnosis."""

    permission = Permission.DIAGNOSIS_RECORD
    back_to = "diagnosis"

    def trail(self):
        return [*super().trail(), ("Diagnose", self.address("diagnosis"))]

    def get_initial(self):
        return {}

    def form_valid(self, form):
        try:
            form.save(by=self.request.user)
        except ChangedMeanwhile as error:
            form.overrule(error)
            return self.form_invalid(form)
        return self.saved(f"Opgeslagen: {self.subject[:1].lower()}{self.subject[1:]}.")

    @property
    def subject(self) -> str:
        """What the form is about: the heading says what one does."""
        return self.heading

    def saved(self, message):
        tell(self.request, message)
        return redirect(self.address(self.back_to))


class DiagnosisPart(DiagnosisFormPage):
    """The form of one part; which one stands in the address."""

    @cached_property
    def part(self):
        try:
            return Part(self.kwargs["part"])
        except ValueError as error:
            raise Http404 from error

    @property
    def heading(self):
        return PART_HEADINGS[self.part]

    @property
    def subject(self):
        return PART_LABELS[self.part]

    def get_form_class(self):
        return PART_FORMS[self.part]


class RowMixin:
    """One of the rows of a part that is a list."""

    @cached_property
    def part(self):
        part = next((part for part in ROW_FORMS if part == self.kwargs["part"]), None)
        if part is None:
            raise Http404
        return part

    @cached_property
    def row(self):
        rows = ROW_FORMS[self.part]._meta.model.objects.filter(participant=self.participant)
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    @property
    def subject(self):
        return ROW_LABELS[self.part]

    def get_form_class(self):
        return ROW_FORMS[self.part]


class DiagnosisRowCreate(RowMixin, DiagnosisFormPage):
    @property
    def heading(self):
        return f"{ROW_LABELS[self.part]} toevoegen"


class DiagnosisRowEdit(RowMixin, DiagnosisFormPage):
    template_name = "participants/diagnosis_row_form.html"

    @property
    def heading(self):
        return f"{ROW_LABELS[self.part]} wijzigen"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.row}

    def get_context_data(self, **kwargs):
        return super().get_context_data(part=self.part, row=self.row, **kwargs)


class DiagnosisRowDelete(RowMixin, SelectedMixin, ParticipantPage, TemplateView):
    permission = Permission.DIAGNOSIS_RECORD
    template_name = "participants/diagnosis_row_delete.html"

    def trail(self):
        return [*super().trail(), ("Diagnose", self.address("diagnosis"))]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            row=self.row, label=ROW_LABELS[self.part], back=self.address("diagnosis"), **kwargs
        )

    def post(self, request, *args, **kwargs):
        self.row.delete()
        tell(request, f"Verwijderd: {self.row}.")
        return redirect(self.address("diagnosis"))


class IntegrationEdit(DiagnosisFormPage):
    form_class = IntegrationForm
    heading = "Inburgering"
    back_to = "detail"

    def trail(self):
        return ParticipantForm.trail(self)
