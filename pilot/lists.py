"""A list page: filter, sort, pages, and an export of exactly what is on the screen."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.expressions import OrderBy
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.views.generic import TemplateView
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from pilot.templatetags.ui import cell

PER_PAGE = 50
PAGE_SIZES = (25, 50, 100)
PAGE_SIZE = "regels"  # in the address, and in the session
COLUMNS = "kolom"  # in the address, once for each, and in the session
EVERY_COLUMN = "alle"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """One column: `value` gives what stands in it, `sort` the fields to order by, if any.

    `url` gives the address that the cell links to, "" for none; `badge` the kind of badge that
    it is shown as; `mark` a warning behind it, "" for none. What is `optional` is not shown until
    somebody chooses it. What is not `exported` is something to
    do, which a download cannot; `exported_as`: the columns that a download holds in its place.
    """

    key: str
    label: str
    value: Callable[[Any], object]
    sort: tuple[str, ...] = ()
    numeric: bool = False
    url: Callable[[Any], str] | None = None
    badge: Callable[[Any], str] | None = None
    mark: Callable[[Any], str] | None = None
    exported: bool = True
    exported_as: tuple["Column", ...] = ()
    optional: bool = False


class ListPage(TemplateView):
    """A page with one list. Put PilotAccessMixin or SiteAccessMixin before it.

    `rows` gives the queryset that this user may see, with what the columns need;
    `filterset_class` narrows it; the keys of the columns are what `sorteer=` accepts.
    """

    template_name = "components/list_page.html"
    title = ""
    unit = "regel,regels"
    # What a row of a download is, where that is not simply one of the unit.
    each = ""
    filterset_class = None
    default_sort = ""
    empty_text = "Niets gevonden."
    export_name = ""

    def rows(self):
        raise NotImplementedError

    def columns(self) -> list[Column]:
        raise NotImplementedError

    def shown_columns(self) -> list[Column]:
        """The columns that were chosen, now or before in this session; the first always."""
        columns = self.columns()
        kept = f"{COLUMNS}:{self.export_name}"
        chosen = self.request.GET.getlist(COLUMNS)
        if chosen and chosen != self.request.session.get(kept):
            self.request.session[kept] = chosen
        chosen = chosen or self.request.session.get(kept, [])
        if EVERY_COLUMN in chosen:
            return columns
        if not chosen:
            return [column for column in columns if not column.optional]
        return [columns[0], *(column for column in columns[1:] if column.key in chosen)]

    def choosable(self, shown: list[Column]) -> list[tuple[Column, bool]]:
        """The columns to choose from, each with whether it is shown."""
        keys = {column.key for column in shown}
        return [(column, column.key in keys) for column in self.columns()[1:]]

    def row_url(self, row) -> str:
        return ""

    def counted(self, page) -> int:
        """How many of its unit the list has."""
        return page.paginator.count

    def what_next(self) -> list[tuple[str, str]]:
        """Where to go from an empty list: what each link says, and where it leads."""
        return []

    def will_show(self, rows, *, exported: bool):
        """Is told which rows the answer holds, before it goes out."""

    def get_template_names(self):
        if self.request.htmx:
            return ["components/list_results.html"]
        return super().get_template_names()

    def filtered(self):
        """The filter with its form, and the rows that it leaves; a wrong filter leaves none."""
        rows = self.rows()
        if self.filterset_class is None:
            return None, rows
        filterset = self.filterset_class(
            self.filter_values(), queryset=rows, request=self.request, **self.filter_kwargs()
        )
        return filterset, filterset.qs if filterset.is_valid() else rows.none()

    def filter_kwargs(self) -> dict:
        return {}

    def filter_values(self):
        """What the filter is set to: what the address says."""
        return self.request.GET

    def unfiltered_url(self) -> str:
        return self.request.path

    def per_page(self) -> int:
        """As many rows as were asked for, now or before in this session."""
        wanted = self.request.GET.get(PAGE_SIZE, "")
        if wanted in map(str, PAGE_SIZES) and self.request.session.get(PAGE_SIZE) != int(wanted):
            self.request.session[PAGE_SIZE] = int(wanted)
        return self.request.session.get(PAGE_SIZE, PER_PAGE)

    def sort_key(self) -> str:
        wanted = self.request.GET.get("sorteer", "")
        sortable = {column.key for column in self.columns() if column.sort}
        return wanted if wanted.removeprefix("-") in sortable else self.default_sort

    def sorted(self, rows):
        key = self.sort_key()
        by_key = {column.key: column.sort for column in self.columns()}
        turned = key.startswith("-")
        ordering = [in_order(field, turned) for field in by_key[key.removeprefix("-")]]
        # The key of the row comes last, so that equal rows keep their place from page to page.
        return rows.order_by(*ordering, "pk")

    def get(self, request, *args, **kwargs):
        filterset, rows = self.filtered()
        rows = self.sorted(rows)
        if request.GET.get("export") in EXPORTS:
            self.will_show(rows, exported=True)
            return self.export(rows, request.GET["export"])
        page = Paginator(rows, self.per_page()).get_page(request.GET.get("pagina"))
        self.will_show(page.object_list, exported=False)
        return self.render_to_response(self.get_context_data(filterset=filterset, page=page))

    def get_context_data(self, **kwargs):
        key, shown = self.sort_key(), self.shown_columns()
        headers = [
            {
                "column": column,
                "sorted": {column.key: "ascending", f"-{column.key}": "descending"}.get(key, ""),
                "next": f"-{column.key}" if key == column.key else column.key,
            }
            for column in shown
        ]
        page = kwargs["page"]
        context = {
            "title": self.title,
            "unit": self.unit,
            "counted": self.counted(page),
            "empty_text": self.empty_text,
            "what_next": self.what_next(),
            "columns": shown,
            "choosable": self.choosable(shown),
            "kept_in_address": self.kept_in_address(),
            "saved_views": self.saved_views(),
            "view_query": self.view_query(),
            "headers": headers,
            "table_rows": [(row, self.row_url(row)) for row in page],
            "page_sizes": [(size, size == self.per_page()) for size in PAGE_SIZES],
            "active_filters": self.active_filters(kwargs["filterset"]),
            "unfiltered_url": self.unfiltered_url(),
        }
        filterset = kwargs["filterset"]
        if filterset is not None and not filterset.is_valid():
            context["empty_text"] = "Dit filter bestaat niet, dus er is niets gevonden."
            context["what_next"] = [("Toon alles", self.unfiltered_url())]
        return super().get_context_data(**context | kwargs)

    def kept_in_address(self) -> list[tuple[str, str]]:
        """What the address says of this list, but for its columns and the place in it."""
        return [
            (name, value)
            for name, values in self.request.GET.lists()
            if name not in (COLUMNS, "pagina", "export")
            for value in values
        ]

    def view_query(self) -> str:
        """The part of the address that shows this list again as it is now."""
        query = QueryDict(mutable=True)
        for name, value in self.kept_in_address():
            query.appendlist(name, value)
        query.setlist(COLUMNS, [column.key for column in self.shown_columns()])
        return query.urlencode()

    def saved_views(self) -> list[tuple[str, str]]:
        """What this user saved of this list: the names, and the address of each."""
        saved = self.request.user.saved_views.get(self.request.path, {})
        return [(name, f"{self.request.path}?{query}") for name, query in sorted(saved.items())]

    def active_filters(self, filterset) -> list[tuple[str, str]]:
        """The filters that are on, in words, each with the address of the list without it."""
        if filterset is None or not filterset.is_valid():
            return []
        form = filterset.form
        return [
            (
                f"{field.label}: {chosen_label(field, form.cleaned_data[name])}",
                self.address_without(name),
            )
            for name, field in form.fields.items()
            if form.cleaned_data.get(name) not in (None, "", [])
        ]

    def address_without(self, name: str) -> str:
        """This list with one filter emptied; said in so many words, as one may be on by itself."""
        values = self.request.GET.copy()
        values.pop("pagina", None)
        values[name] = ""
        return f"{self.request.path}?{values.urlencode()}"

    def export(self, rows, kind: str) -> HttpResponse:
        filterset, _ = self.filtered()
        moment = timezone.localtime()
        about = [
            f"{self.title}, {moment:%d-%m-%Y %H:%M}",
            f"Elke regel is {self.each or 'een ' + self.unit.split(',')[0]}.",
            "; ".join(words for words, _ in self.active_filters(filterset)) or "Geen filter",
        ]
        columns = [
            part
            for column in self.shown_columns()
            if column.exported
            for part in column.exported_as or (column,)
        ]
        table = [[column.label for column in columns]]
        table += [[column.value(row) for column in columns] for row in rows]
        content, content_type = EXPORTS[kind](about, table)
        response = HttpResponse(content, content_type=content_type)
        name = f"{self.export_name}-{moment:%Y-%m-%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def in_order(field: str, turned: bool) -> OrderBy:
    """By a field, or the other way round; what is not known comes last both ways."""
    descending = field.startswith("-") != turned
    return OrderBy(F(field.removeprefix("-")), descending=descending, nulls_last=True)


def chosen_label(field, value) -> str:
    choices = getattr(field, "choices", None)
    if choices is None:
        return cell(value)
    wanted = str(getattr(value, "pk", value))
    return next((str(label) for key, label in choices if str(key) == wanted), cell(value))


def harmless(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def as_csv(about: list[str], table: list[list]) -> tuple[bytes, str]:
    """The table as Dutch Excel opens it: semicolons, and a mark that says it is UTF-8.

    What it is about comes below it, so that the first row holds the names of the columns.
    """
    lines = HttpResponse(charset="utf-8")
    writer = csv.writer(lines, delimiter=";")
    writer.writerows(
        [[harmless(cell(value)) if value is not None else "" for value in row] for row in table]
    )
    writer.writerows([[], *([harmless(line)] for line in about)])
    return b"\xef\xbb\xbf" + lines.content, "text/csv; charset=utf-8"


def as_xlsx(about: list[str], table: list[list]) -> tuple[bytes, str]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lijst")
    sheet.freeze_panes = "A2"
    for number, row in enumerate(table):
        sheet.append([xlsx_cell(sheet, value, bold=number == 0) for value in row])
    about_sheet = book.create_sheet("Over deze lijst")
    for line in about:
        about_sheet.append([xlsx_cell(about_sheet, line)])
    content = BytesIO()
    book.save(content)
    return content.getvalue(), XLSX


def xlsx_cell(sheet, value: object, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, datetime):
        value = timezone.localtime(value).replace(tzinfo=None)
    elif not isinstance(value, date | int | Decimal | None):
        value = str(value)
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        # Without this a text that begins with = would be a formula.
        made.data_type = "s"
    if isinstance(value, date):
        made.number_format = "dd-mm-yyyy"
    if bold:
        made.font = Font(bold=True)
    return made


EXPORTS = {"csv": as_csv, "xlsx": as_xlsx}
