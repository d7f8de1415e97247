import django_filters
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import FormView

from participants.import_columns import LINE_COLUMN, REASON_COLUMN
from participants.import_fields import BSN, FIELDS, LABELS
from participants.import_files import UnreadableList
from participants.import_forms import ImportForm
from participants.importing import RowOutcome
from participants.models import CandidateImport, ImportRow, Reading
from participants.models.import_rows import CHOICES, OUTCOMES
from participants.models.imports import (
    KEPT_UNCONFIRMED,
    AlreadyConfirmed,
    ChangedMeanwhile,
    ColumnsNotChosen,
    Undecided,
)
from participants.models.readings import Action, Subject
from pilot.access import PilotAccessMixin
from pilot.filters import FilterSet
from pilot.lists import COLUMNS, Column, ListPage, as_xlsx
from pilot.roles import Permission


class ImportList(PilotAccessMixin, ListPage):
    permission = Permission.CANDIDATE_IMPORT
    template_name = "participants/import_list.html"
    title = "Ingelezen lijsten"
    unit = "lijst,lijsten"
    each = "een ingelezen lijst"
    default_sort = "-ingelezen"
    empty_text = "Er is nog geen lijst met kandidaten ingelezen."
    export_name = "ingelezen-lijsten"

    def what_next(self):
        return [("Lees een lijst in", self.url("participants:import-create"))]

    def rows(self):
        return (
            CandidateImport.objects.filter(pilot=self.pilot)
            .with_counts()
            .defer("sheet")
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
                "dubbel",
                "Mogelijk dubbel",
                lambda made: made.possible,
                sort=("possible",),
                numeric=True,
            ),
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
            made = CandidateImport.objects.read(
                upload, pilot=self.pilot, by=self.request.user, form=form.cleaned_data["uuid"]
            )
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
        # The sheet is big, and opened on one page only.
        imports = CandidateImport.objects.filter(pilot=self.pilot).with_counts().defer("sheet")
        return get_object_or_404(
            imports.select_related("pilot", "by", "confirmed_by"), uuid=self.kwargs["uuid"]
        )

    def trail(self):
        return [imports_crumb(self.pilot)]


CHANGED = "Een collega heeft intussen andere kolommen gekozen of over regels besloten. "
NOTHING_ADDED = "Er is nog niets toegevoegd"


# The fields that are shown at first.
WHO = {"client_number", "first_name", "last_name", "birth_date", BSN}


class RowFilter(FilterSet):
    uitkomst = django_filters.ChoiceFilter(
        label="Uitkomst", field_name="outcome", choices=OUTCOMES, empty_label="alle"
    )

    class Meta:
        model = ImportRow
        fields = []


class RowList(ImportMixin, ListPage):
    """Rows of one import. They are no participants yet, so the trace is of the whole list."""

    each = "een regel van de ingelezen lijst"

    def will_show(self, rows, *, exported):
        if rows:
            record_reading(self, Action.EXPORTED if exported else Action.SHOWN)

    def columns(self):
        return [
            Column("regel", "Regel", lambda row: row.line, sort=("line",)),
            *self.about(),
            *(value_column(name) for name in self.source.fields),
        ]

    def about(self) -> list[Column]:
        """What stands between the number of a row and what was typed in it."""
        raise NotImplementedError

    def shown_columns(self):
        """Until columns are chosen only what says who it is: all of them do not fit the page."""
        shown = super().shown_columns()
        kept = f"{COLUMNS}:{self.export_name}"
        if self.request.GET.getlist(COLUMNS) or self.request.session.get(kept):
            return shown
        return [column for column in shown if column.key not in LABELS or column.key in WHO]


def decision_column():
    return Column(
        "besluit", "Besluit", decision_in_words, sort=("decision", "line"), badge=decision_kind
    )


def decision_in_words(row):
    if row.outcome != RowOutcome.POSSIBLE:
        return ""
    if not row.decision:
        return "nog te nemen"
    on = timezone.localtime(row.decided_at)
    return f"{row.get_decision_display()} ({row.decided_by}, {on:%d-%m-%Y})"


def decision_kind(row):
    """What is still to be decided stands out."""
    return "warning" if row.outcome == RowOutcome.POSSIBLE and not row.decision else ""


class ImportDetail(RowList):
    """The preview, worst first; once confirmed the rows that were refused or decided about."""

    template_name = "participants/import_detail.html"
    empty_text = "Geen enkele regel is geweigerd of was mogelijk dubbel."
    # Refused, possible, new, known: the codes of the outcomes from z to a.
    default_sort = "uitkomst"
    export_name = "importregels"
    unit = "regel,regels"
    filterset_class = RowFilter

    @property
    def title(self):
        return f"{'Resultaat' if self.source.confirmed_at else 'Voorbeeld'} van {self.source}"

    def get(self, request, *args, **kwargs):
        if not self.source.columns:
            return redirect("participants:import-columns", self.pilot.slug, self.source.uuid)
        return super().get(request, *args, **kwargs)

    def rows(self):
        rows = self.source.rows.select_related("decided_by")
        if self.source.confirmed_at:
            return rows.filter(outcome__in=[RowOutcome.REFUSED, RowOutcome.POSSIBLE])
        return rows

    def about(self):
        columns = [
            Column(
                "uitkomst",
                "Uitkomst",
                lambda row: row.get_outcome_display(),
                sort=("-outcome", "line"),
            ),
            Column("fout", "Waarom", lambda row: row.reasons),
        ]
        return [*columns, decision_column()] if self.source.possible else columns

    def get_context_data(self, **kwargs):
        source = self.source
        left = source.undecided
        return super().get_context_data(
            source=source,
            added=source.new + source.other,
            result=result_in_words(source),
            possible_note=f"nog {left} te beslissen" if left else "over allemaal is besloten",
            **kwargs,
        )


def value_column(name):
    label = LABELS[name]
    return Column(
        name,
        label[:1].upper() + label[1:],
        lambda row: row.shown(name),
        # Not broken in two.
        numeric=name == BSN,
    )


class ImportConfirm(ImportMixin, View):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        seen = request.POST.get("version", "")
        try:
            # Who sends no version says nothing of what they saw.
            self.source.confirm(by=request.user, seen=int(seen) if seen.isdecimal() else None)
        except AlreadyConfirmed:
            messages.info(request, "Deze lijst was al bevestigd: er is niets dubbel toegevoegd.")
        except ColumnsNotChosen:
            messages.warning(request, "Kies eerst wat er in elke kolom staat.")
        except ChangedMeanwhile:
            messages.warning(request, f"{CHANGED}{NOTHING_ADDED}: kijk het voorbeeld na.")
        except Undecided as error:
            messages.warning(request, undecided_in_words(*error.args))
        else:
            confirmed = CandidateImport.objects.with_counts().get(pk=self.source.pk)
            messages.success(request, result_in_words(confirmed))
        return redirect(self.source)


def undecided_in_words(count) -> str:
    rows = "1 regel is" if count == 1 else f"{count} regels zijn"
    return f"{NOTHING_ADDED}: {rows} mogelijk dubbel en daarover is nog niet besloten."


def result_in_words(made) -> str:
    count = made.new + made.other
    added = "1 kandidaat" if count == 1 else f"{count} kandidaten"
    known = "1 was" if made.known == 1 else f"{made.known} waren"
    parts = [f"{added} toegevoegd", f"{known} al bekend"]
    if made.same:
        same = "1 is" if made.same == 1 else f"{made.same} zijn"
        parts.append(f"{same} dezelfde persoon als een ander, zoals besloten")
    return f"{', '.join(parts)}, {made.refused} geweigerd."


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
        columns = self.source.fields
        refused = self.source.rows.filter(outcome=RowOutcome.REFUSED)
        table = [[LINE_COLUMN, *(LABELS[name] for name in columns), REASON_COLUMN]]
        table += [
            [row.line, *(row.values.get(name, "") for name in columns), row.reasons]
            for row in refused
        ]
        about = [
            f"Geweigerde regels van {self.source}, {timezone.localtime():%d-%m-%Y %H:%M}",
            "Elke regel is een geweigerde regel van de ingelezen lijst.",
        ]
        # Not a .csv: Excel would make the number 123 of the client number 00123.
        content, content_type = as_xlsx(about, table)
        response = HttpResponse(content, content_type=content_type)
        name = f"geweigerde-regels-{timezone.localdate():%Y-%m-%d}.xlsx"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
