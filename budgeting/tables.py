"""A budget in rows with Dutch labels, as the page and the spreadsheet show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from budgeting.calculation import (
    Amounts,
    BudgetTable,
    Column,
    Comparison,
    Row,
    StaffLine,
    YearTable,
    compare,
)
from budgeting.models import Budget
from pilot.templatetags.ui import decimal_comma, euro

COLUMN_LABELS = {
    Column.REGULAR: "Regulier",
    Column.EXTRA: "Extra",
    Column.ESF_BASE: "Kosten excl. overhead",
    Column.ESF: "ESF",
    Column.ESF_BEFORE: "ESF van het jaar ervoor",
    Column.NET: "Nog te dekken",
}
ROW_LABELS = {
    Row.STAFF: "Personeel",
    Row.INSTRUMENTS: "Re-integratie-instrumenten",
    Row.TOTAL: "Totaal",
}


def in_hundredths(fte: Fraction) -> Decimal:
    """5/3 -> 1.67, for showing."""
    exact = Decimal(fte.numerator) / fte.denominator
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class ComparisonTable:
    """One year of two budgets side by side; `year` None: all years together."""

    year: int | None
    columns: dict[str, list[tuple[str, Comparison]]]


def comparison_tables(adopted: BudgetTable, variant: BudgetTable) -> list[ComparisonTable]:
    """All cells in which one of the two has an amount, by year and by column of the table."""
    tables: dict[int | None, ComparisonTable] = {}
    for comparison in compare(adopted, variant):
        if comparison.adopted or comparison.variant:
            cell = comparison.cell
            table = tables.setdefault(cell.year, ComparisonTable(cell.year, {}))
            rows = table.columns.setdefault(COLUMN_LABELS[cell.column], [])
            rows.append((cell.function or ROW_LABELS[cell.row], comparison))
    return list(tables.values())


def starting_points(budget: Budget) -> dict[str, str]:
    """The parameters in the words of the page; what follows from them has its sum beside it."""
    caseload = budget.caseload
    points = {
        "Deelnemers": str(caseload.participants),
        "Caseloadnorm in de pilot": str(caseload.norm),
        "Caseloadnorm regulier": str(caseload.regular_norm),
    }
    for function, line in zip(budget.staff.all(), budget.table.staff, strict=True):
        if function.from_caseload:
            points[f"{line.label}: nodig"] = quotient(
                caseload.participants, caseload.norm, line.fte
            )
            points[f"{line.label}: waarvan regulier"] = quotient(
                caseload.participants, caseload.regular_norm, line.regular_fte
            )
        else:
            points[f"{line.label}: nodig"] = f"{fte(line.fte)} fte"
        points[f"{line.label}: kosten per fte per jaar"] = euro(line.cost_per_year)
        points[f"{line.label}: daarvan zonder overhead, voor ESF"] = (
            euro(line.esf_base_per_year) if line.esf_base_per_year else "geen ESF"
        )
    for year in budget.years.all():
        points[f"Maanden in {year}"] = str(year.months)
        points[f"Instrumenten in {year}"] = str(year.instruments)
    points["Prijs per instrument"] = euro(budget.instrument_price)
    points["ESF-percentage"] = f"{decimal_comma(budget.esf_percentage)} %"
    return points


def fte(number: Fraction) -> str:
    return decimal_comma(in_hundredths(number))


def quotient(participants: int, norm: int, number: Fraction) -> str:
    return f"{participants} / {norm} = {fte(number)} fte"


def starting_points_beside(budgets: list[Budget]) -> list[tuple[str, list[str], bool]]:
    """Of each starting point its label, its value in each budget, and whether those differ."""
    columns = [starting_points(budget) for budget in budgets]
    labels = dict.fromkeys(label for column in columns for label in column)
    rows = [(label, [column.get(label, "–") for column in columns]) for label in labels]
    return [(label, values, len(set(values)) > 1) for label, values in rows]


SHEET_HEADER = [
    "Begroting",
    "Jaar",
    "Kostenpost",
    "Fte",
    "Regulier fte",
    "Regulier bedrag",
    "Dekking regulier",
    "Extra fte",
    "Extra bedrag",
    "Kosten excl. overhead",
    "ESF",
    "ESF van het jaar ervoor",
    "Nog te dekken",
]


def sheet(budgets: list[Budget]) -> list[list[object]]:
    """The tables of all budgets under each other, with the amounts as they were calculated."""
    return [
        SHEET_HEADER,
        *(
            [budget.name, *row]
            for budget in budgets
            for year in budget.table.years
            for row in sheet_rows(year)
        ),
        *(
            [budget.name, "alle jaren", *sheet_row(ROW_LABELS[Row.TOTAL], budget.table.total)]
            for budget in budgets
        ),
    ]


def sheet_rows(year: YearTable) -> Iterator[list[object]]:
    number = year.period.year
    for line, amounts in year.staff:
        yield [number, *sheet_row(line.label, amounts, line)]
    yield [number, *sheet_row(ROW_LABELS[Row.STAFF], year.staff_total)]
    yield [number, *sheet_row(ROW_LABELS[Row.INSTRUMENTS], year.instruments)]
    yield [number, *sheet_row(ROW_LABELS[Row.TOTAL], year.total)]


def sheet_row(label: str, amounts: Amounts, line: StaffLine | None = None) -> list[object]:
    return [
        label,
        in_hundredths(line.fte) if line else None,
        in_hundredths(line.regular_fte) if line else None,
        amounts.regular,
        line.regular_funding if line else None,
        in_hundredths(line.extra_fte) if line else None,
        amounts.extra,
        amounts.esf_base,
        amounts.esf,
        amounts.esf_before,
        amounts.net,
    ]
