"""What the budget goes to, drawn; where there are actuals, against those."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from django.utils.safestring import SafeString

from budgeting.calculation import BudgetTable, Row
from pilot.charts import Bar, bar_chart
from pilot.templatetags.ui import euro


def cost_lines(table: BudgetTable) -> list[tuple[str, Decimal]]:
    """What is extra for each cost line, over all years, in euro."""
    lines = [
        (label, amounts.extra)
        for (row, label), amounts in table.rows.items()
        if row == Row.FUNCTION
    ]
    return [*lines, ("Re-integratie-instrumenten", table.instruments.extra)]


def budget_chart(
    lines: list[tuple[str, Decimal]], *, actuals: Mapping[str, Decimal] | None = None
) -> SafeString:
    """`lines`: label and budget in euro. `actuals`: what was really spent, by the same labels."""
    bars = tuple(bar(label, budget, (actuals or {}).get(label)) for label, budget in lines)
    told = ", ".join(f"{one.label} {one.text}" for one in bars)
    spent = actuals is not None
    return bar_chart(
        "kosten",
        bars,
        title=f"{'Realisatie tegen begroting' if spent else 'Extra kosten, begroot'}: {told}.",
        description=(
            "Liggende balken per kostenpost: wat is uitgegeven, met een streepje waar de begroting"
            " ligt."
            if spent
            else "Liggende balken per kostenpost, over alle jaren samen."
        ),
    )


def bar(label: str, budget: Decimal, actual: Decimal | None) -> Bar:
    if actual is None:
        return Bar(label, whole(budget), text=euro(budget))
    text = f"{euro(actual)} van {euro(budget)}"
    return Bar(label, whole(actual), "strong", target=whole(budget), text=text)


def whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
