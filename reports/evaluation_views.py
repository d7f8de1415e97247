from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import FormView, TemplateView

from pilot.access import PilotAccessMixin
from pilot.lists import Column, ListPage
from pilot.roles import Permission
from reports.filters import EvaluationFilter
from reports.forms import EvaluationStartForm, FinaliseForm, NarrativeForm
from reports.models import (
    ChangedMeanwhile,
    DocumentDamaged,
    DraftOutdated,
    Evaluation,
    EvaluationFinalised,
)
from reports.periods import Quarter

ALREADY_FINALISED = "Deze evaluatie is inmiddels vastgesteld en kan niet meer wijzigen."
OUTDATED = "De tekst is gewijzigd na het maken van de PDF: maak haar opnieuw en bekijk haar eerst."


class EvaluationMixin(PilotAccessMixin):
    """A page about the evaluation of one quarter."""

    permission = Permission.EVALUATION_WRITE

    @cached_property
    def evaluation(self):
        visible = Evaluation.objects.visible_to(self.request.user, pilot=self.pilot)
        try:
            quarter = Quarter.from_slug(self.kwargs["quarter"])
        except ValueError:
            raise Http404 from None
        return get_object_or_404(visible.of(quarter).with_documents().select_related("pilot"))

    def trail(self):
        own = (self.evaluation.quarter.label, self.evaluation.get_absolute_url())
        here = self.request.path == own[1]
        above = ("Evaluaties", self.url("reports:evaluation-list"))
        return [above] if here else [above, own]

    def get_context_data(self, **kwargs):
        return super().get_context_data(evaluation=self.evaluation, **kwargs)


class EvaluationList(PilotAccessMixin, ListPage):
    permission = Permission.EVALUATION_DOWNLOAD
    template_name = "reports/evaluation_list.html"
    title = "Kwartaalevaluaties"
    unit = "evaluatie,evaluaties"
    filterset_class = EvaluationFilter
    default_sort = "-kwartaal"
    export_name = "kwartaalevaluaties"

    @cached_property
    def may_write(self):
        return self.may(Permission.EVALUATION_WRITE)

    @property
    def empty_text(self):
        if self.may_write:
            return "Er is nog geen evaluatie. Dat kan zodra een kwartaal voorbij is."
        return "Er is nog geen evaluatie vastgesteld."

    def what_next(self):
        if not self.may_write:
            return []
        start = self.url("reports:evaluation-create")
        return [("Begin een evaluatie", start)]

    def rows(self):
        visible = Evaluation.objects.visible_to(self.request.user, pilot=self.pilot)
        return visible.with_documents().select_related("pilot")

    def filter_kwargs(self):
        return {"pilot": self.pilot}

    def columns(self):
        columns = [
            Column("kwartaal", "Kwartaal", lambda row: row.quarter.label, sort=("year", "number")),
            Column("peildatum", "Peildatum", lambda row: row.reference_on, sort=("reference_on",)),
            Column("stand", "Stand", lambda row: row.state_in_words, badge=state_badge),
            Column(
                "vastgesteld",
                "Vastgesteld op",
                lambda row: row.finalised_on,
                sort=("finalised_on",),
            ),
            Column("pdf", "PDF", pdf_in_words, url=pdf_address),
        ]
        return columns if self.may_write else [c for c in columns if c.key != "stand"]

    def row_url(self, evaluation):
        return evaluation.get_absolute_url() if self.may_write else ""


def state_badge(evaluation) -> str:
    if evaluation.document and evaluation.document.is_failed:
        return "danger"
    return "success" if evaluation.is_finalised else "info"


def pdf_in_words(evaluation) -> str:
    published = evaluation.final and evaluation.final.is_ready
    return f"Download {evaluation.quarter.label}" if published else ""


def pdf_address(evaluation) -> str:
    if not pdf_in_words(evaluation):
        return ""
    slugs = [evaluation.pilot.slug, evaluation.quarter.slug]
    return reverse("reports:evaluation-download", args=slugs)


class EvaluationCreate(PilotAccessMixin, FormView):
    permission = Permission.EVALUATION_WRITE
    form_class = EvaluationStartForm
    template_name = "reports/evaluation_create.html"
    extra_context = {"heading": "Evaluatie beginnen"}

    def trail(self):
        return [("Evaluaties", self.url("reports:evaluation-list"))]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def form_valid(self, form):
        quarter = form.cleaned_data["quarter"]
        since, reference_on = quarter.within(self.pilot.starts_on, self.pilot.ends_on)
        # Who sends the form twice comes to the same evaluation twice.
        evaluation, _ = Evaluation.objects.get_or_create(
            pilot=self.pilot,
            year=quarter.year,
            number=quarter.number,
            defaults={
                "since": since,
                "reference_on": reference_on,
                "written_by": self.request.user,
            },
        )
        return redirect(evaluation)


class EvaluationEdit(EvaluationMixin, FormView):
    form_class = NarrativeForm
    template_name = "reports/evaluation_edit.html"

    def get_initial(self):
        return {**self.evaluation.narrative, "version": self.evaluation.version}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "render_url": self.url("reports:evaluation-render", self.evaluation.quarter.slug),
        }

    def get_context_data(self, **kwargs):
        frozen = self.evaluation.figures
        figures = frozen if self.evaluation.is_finalised else self.evaluation.current_figures()
        return super().get_context_data(
            figures=figures,
            figures_changed=frozen not in (None, figures),
            named=[] if self.evaluation.is_finalised else self.evaluation.named,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            self.evaluation.write(
                form.narrative, version=form.cleaned_data["version"], by=self.request.user
            )
        except EvaluationFinalised:
            form.add_error(None, ALREADY_FINALISED)
            return self.form_invalid(form)
        except ChangedMeanwhile:
            form.overrule(self.evaluation.version)
            form.add_error(None, changed_meanwhile(self.evaluation))
            return self.render_to_response(self.get_context_data(form=form, newer=True))
        return self.stored()

    def stored(self):
        messages.success(self.request, "De tekst is opgeslagen.")
        return redirect(self.evaluation)


def changed_meanwhile(evaluation: Evaluation) -> str:
    at = timezone.localtime(evaluation.written_at)
    return (
        f"{evaluation.written_by} heeft de tekst intussen gewijzigd, "
        f"op {at:%d-%m-%Y} om {at:%H:%M}. "
        "Uw tekst staat hieronder en is nog niet opgeslagen; de andere staat eronder. "
        "Neem over wat u wilt houden: als u nu opslaat, vervangt uw tekst de andere."
    )


class EvaluationRender(EvaluationEdit):
    """Store the text and have the PDF made of it; or try again what did not succeed."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if "retry" in request.POST:
            self.evaluation.retry()
            return redirect(self.evaluation)
        return super().post(request, *args, **kwargs)

    def stored(self):
        try:
            self.evaluation.request_draft(by=self.request.user)
        except EvaluationFinalised:
            messages.error(self.request, ALREADY_FINALISED)
        else:
            messages.success(self.request, "De tekst is opgeslagen en de PDF is aangevraagd.")
        return redirect(self.evaluation)


class EvaluationStatus(EvaluationMixin, TemplateView):
    """How far the PDF is. A page of its own for who has no JavaScript."""

    def get_template_names(self):
        if self.request.htmx:
            return ["reports/includes/evaluation_status.html"]
        return ["reports/evaluation_status.html"]


class EvaluationFinalise(EvaluationMixin, FormView):
    form_class = FinaliseForm
    template_name = "reports/evaluation_finalise.html"

    def get(self, request, *args, **kwargs):
        if not self.evaluation.can_be_finalised:
            finalised = self.evaluation.is_finalised
            messages.error(request, ALREADY_FINALISED if finalised else OUTDATED)
            return redirect(self.evaluation)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        draft = self.evaluation.draft
        return super().get_context_data(
            sent=[("reviewed", draft and draft.uuid)], named=self.evaluation.named, **kwargs
        )

    def form_valid(self, form):
        try:
            self.evaluation.finalise(reviewed=form.cleaned_data["reviewed"], by=self.request.user)
        except EvaluationFinalised:
            messages.error(self.request, ALREADY_FINALISED)
        except DraftOutdated:
            messages.error(self.request, OUTDATED)
        else:
            messages.success(
                self.request,
                f"De evaluatie van het {self.evaluation.quarter.label} is vastgesteld. "
                "De directie ziet haar zodra de PDF klaar is.",
            )
        return redirect(self.evaluation)

    def form_invalid(self, form):
        messages.error(self.request, OUTDATED)
        return redirect(self.evaluation)


class EvaluationPreview(EvaluationMixin, View):
    def get(self, request, *args, **kwargs):
        draft = self.evaluation.draft
        if draft is None or not draft.is_ready:
            raise Http404
        return pdf_response(request, draft, f"{file_name(self.evaluation)}-concept.pdf")


class EvaluationDownload(EvaluationMixin, View):
    permission = Permission.EVALUATION_DOWNLOAD

    def get(self, request, *args, **kwargs):
        final = self.evaluation.final
        if final is None or not final.is_ready:
            raise Http404
        return pdf_response(request, final, f"{file_name(self.evaluation)}.pdf")


def file_name(evaluation: Evaluation) -> str:
    return f"kwartaalevaluatie-{evaluation.pilot.slug}-{evaluation.quarter.slug}"


def pdf_response(request, document, name: str) -> HttpResponse:
    try:
        content = document.checked_content()
    except DocumentDamaged:
        return render(request, "reports/evaluation_damaged.html", status=500)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = f'"{document.sha256}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)
