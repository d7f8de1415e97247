import django_filters
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import FormView

from participants.import_forms import ImportForm
from participants.importing import FIELDS, LABELS, REASON_COLUMN, RowOutcome, UnreadableList
from participants.models import CandidateImport, ImportRow, Reading
from participants.models.imports import CHOICES, KEPT_UNCONFIRMED, OUTCOMES, AlreadyConfirmed
from participants.models.readings import Action, Subject
from pilot.access import PilotAccessMixin
from pilot.filters import FilterSet
from pilot.lists import Column, ListPage, as_xlsx
from pilot.roles import Permission


class ImportList(PilotAccessMixin, ListPage):
    permission = Permission.CANDIDATE_IMPORT
    template_name = "participants/import_list.html"
    title = "Ingelezen lijsten"
    unit = "lijst,lijsten"
    default_sort = "-ingelezen"
    empty_text = "Er is nog geen lijst met kandidaten ingelezen."
    export_name = "ingelezen-lijsten"

    def what_next(self):
        return [("Lees een lijst in", self.url("participants:import-create"))]

    def rows(self):
        return (
            CandidateImport.objects.filter(pilot=self.pilot)
            .with_counts()
            .select_related("by", "pilot")
        )

    def columns(self):
        return [
            Column("bestand", "Bestand", lambda made: made.file_name, sort=("file_name",)),
            Column("ingelezen", "Ingelezen", lambda made: made.at, sort=("at",)),
            Column("door", "Door", lambda made: made.by, sort=("by__last_name", "by__first_name")),
            Column("nieuw", "Nieuw", lambda made: made.new, sort=("new",), numeric=True),
            Column("bekend", "Al bekend", lambda made: made.known, sort=("known",), numeric=True),
            Column(
                "geweigerd",
                "Geweigerd",
                lambda made: made.refused,
                sort=("refused",),
                numeric=True,
            ),
            Column("bevestigd", "Bevestigd", confirmed_in_words, sort=("confirmed_at",)),
        ]

    def row_url(self, made):
        return made.get_absolute_url()


def confirmed_in_words(made):
    return made.confirmed_at or "nog niet"


class ImportCreate(PilotAccessMixin, FormView):
    permission = Permission.CANDIDATE_IMPORT
    template_name = "participants/import_form.html"
    form_class = ImportForm
    extra_context = {"days_kept": KEPT_UNCONFIRMED.days}

    def trail(self):
        return [imports_crumb(self.pilot)]

    def form_valid(self, form):
        # The personal data of previews that nobody came back for go when the next list comes.
        CandidateImport.objects.filter(pilot=self.pilot).abandoned().delete()
        upload = form.cleaned_data["file"]
        try:
            made = CandidateImport.objects.read(upload, pilot=self.pilot, by=self.request.user)
        except UnreadableList as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        return redirect(made)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            columns=[(field, allowed(field)) for field in FIELDS], **kwargs
        )


def imports_crumb(pilot) -> tuple[str, str]:
    return "Import", reverse("participants:import-list", args=[pilot.slug])


def allowed(field) -> str:
    if field.name in CHOICES:
        return " / ".join(label for _, label in CHOICES[field.name])
    return field.hint


class ImportMixin(PilotAccessMixin):
    """A page about one import of this pilot."""

    permission = Permission.CANDIDATE_IMPORT

    @cached_property
    def source(self):
        imports = CandidateImport.objects.filter(pilot=self.pilot).with_counts()
        return get_object_or_404(
            imports.select_related("pilot", "by", "confirmed_by"), uuid=self.kwargs["uuid"]
        )

    def trail(self):
        return [imports_crumb(self.pilot)]


class RowFilter(FilterSet):
    uitkomst = django_filters.ChoiceFilter(
        label="Uitkomst", field_name="outcome", choices=OUTCOMES, empty_label="alle"
    )

    class Meta:
        model = ImportRow
        fields = []


class ImportDetail(ImportMixin, ListPage):
    """The preview, worst first; once confirmed the rows that were refused."""

    template_name = "participants/import_detail.html"
    empty_text = "Geen enkele regel is geweigerd."
    # Refused, new, known: the codes of the outcomes from z to a.
    default_sort = "uitkomst"
    export_name = "importregels"

    @property
    def title(self):
        return f"{'Resultaat' if self.source.confirmed_at else 'Voorbeeld'} van {self.source}"

    @property
    def unit(self):
        return "geweigerde regels" if self.source.confirmed_at else "regels"

    @property
    def filterset_class(self):
        return None if self.source.confirmed_at else RowFilter

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        if rows:
            record_reading(self, action)

    def rows(self):
        rows = self.source.rows.all()
        return rows.filter(outcome=RowOutcome.REFUSED) if self.source.confirmed_at else rows

    def columns(self):
        return [
            Column("regel", "Regel", lambda row: row.line, sort=("line",)),
            Column(
                "uitkomst",
                "Uitkomst",
                lambda row: row.get_outcome_display(),
                sort=("-outcome", "line"),
            ),
            Column("fout", REASON_COLUMN, lambda row: row.reasons),
            *(value_column(name) for name in self.source.columns),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(source=self.source, outcomes=RowOutcome, **kwargs)


def value_column(name):
    return Column(name, LABELS[name].capitalize(), lambda row: row.shown(name))


class ImportConfirm(ImportMixin, View):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            self.source.confirm(by=request.user)
        except AlreadyConfirmed:
            messages.info(request, "Deze lijst was al bevestigd: er is niets dubbel toegevoegd.")
        else:
            confirmed = CandidateImport.objects.with_counts().get(pk=self.source.pk)
            messages.success(request, result_in_words(confirmed))
        return redirect(self.source)


def result_in_words(made) -> str:
    added = "1 kandidaat" if made.new == 1 else f"{made.new} kandidaten"
    known = "1 was" if made.known == 1 else f"{made.known} waren"
    return f"{added} toegevoegd, {known} al bekend, {made.refused} geweigerd."


class ImportDiscard(ImportMixin, View):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            self.source.discard()
        except AlreadyConfirmed:
            messages.info(request, "Deze lijst is al bevestigd en kan niet meer worden weggegooid.")
            return redirect(self.source)
        messages.success(request, "De lijst is weggegooid: er is niets van bewaard.")
        return redirect("participants:import-list", self.pilot.slug)


def record_reading(page, action):
    """The rows are no participants yet, so the trace is of the list as a whole."""
    Reading.objects.record(
        page.request, ids=[page.source.pk], action=action, subject=Subject.IMPORT
    )


class ImportRefused(ImportMixin, View):
    """The refused rows in the columns of the list itself, to be mended and read in again."""

    def get(self, request, *args, **kwargs):
        record_reading(self, Action.EXPORTED)
        columns = self.source.columns
        refused = self.source.rows.filter(outcome=RowOutcome.REFUSED)
        table = [[LABELS[name] for name in columns] + [REASON_COLUMN]]
        table += [[row.values.get(name, "") for name in columns] + [row.reasons] for row in refused]
        about = [f"Geweigerde regels van {self.source}"]
        # Not a .csv: Excel would make the number 123 of the client number 00123.
        content, content_type = as_xlsx(about, table)
        response = HttpResponse(content, content_type=content_type)
        name = f"geweigerde-regels-{timezone.localdate():%Y-%m-%d}.xlsx"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
