"""The charts of the dashboard and the evaluation."""

from django.utils.safestring import SafeString

from participants.trajectory import CLOSED
from pilot.charts import Bar, Line, Series, bar_chart, stock_chart
from reports.figures import CaseloadCount, Figures


def in_words(bars: tuple[Bar, ...]) -> str:
    return ", ".join(f"{bar.label} {bar.value}" for bar in bars)


def phase_chart(figures: Figures) -> SafeString:
    bars = tuple(
        Bar(phase.label, phase.count, "soft" if phase.key in CLOSED else "normal")
        for phase in figures.phases
    )
    return bar_chart(
        "fases",
        bars,
        title=f"Deelnemers per fase op {figures.on:%d-%m-%Y}: {in_words(bars)}.",
        description=(
            "Liggende balken, in de volgorde van het traject. De lichte balken zijn afgesloten "
            "trajecten."
        ),
    )


def funnel_chart(figures: Figures) -> SafeString:
    """Who ever came how far; "" for the figures of an evaluation from before this was kept."""
    if not figures.reached:
        return SafeString()
    bars = tuple(Bar(stage.label, stage.count) for stage in figures.reached)
    return bar_chart(
        "trechter",
        bars,
        title=f"Hoever de deelnemers op {figures.on:%d-%m-%Y} kwamen: {in_words(bars)}.",
        description="Liggende balken: wie ooit zo ver kwam, ook als die er nu niet meer is.",
    )


def outflow_over_time_chart(figures: Figures) -> SafeString:
    """Outcome against target over the whole pilot; "" where there is nothing to draw yet."""
    if not figures.outflow_over_time:
        return SafeString()
    days = figures.outflow_over_time
    last = days[-1]
    return stock_chart(
        "uitstroom-in-de-tijd",
        (
            Series("smal", tuple((day.on, day.narrow) for day in days), "normal"),
            Series("breed", tuple((day.on, day.broad) for day in days)),
        ),
        since=figures.pilot_starts_on,
        until=figures.pilot_ends_on,
        target=figures.outflow_target,
        title=(
            f"Uitstroom in de tijd: op {last.on:%d-%m-%Y} breed geteld {last.broad} en smal geteld "
            f"{last.narrow}, tegen een streefcijfer van {figures.outflow_target} op "
            f"{figures.pilot_ends_on:%d-%m-%Y}."
        ),
        description=(
            "Twee trapvormige lijnen, met aan het eind hun getal; de streeplijn loopt in gelijke "
            "stappen naar het streefcijfer."
        ),
    )


def outflow_chart(figures: Figures) -> SafeString:
    """The two totals against the target, and below them the kinds that make them up."""
    totals = (
        Bar("Uitgestroomd, breed geteld", figures.flowed_out, "strong"),
        Bar("Uitgestroomd, smal geteld", figures.flowed_out_narrow, "strong"),
    )
    kinds = tuple(
        Bar(kind.label, kind.count, "normal" if kind.broad else "soft") for kind in figures.outcomes
    )
    target = Line(
        f"streefcijfer {figures.outflow_target}", figures.outflow_target, rows=len(totals)
    )
    return bar_chart(
        "uitstroom",
        totals + kinds,
        title=(
            f"Uitstroom op {figures.on:%d-%m-%Y} tegen het streefcijfer van "
            f"{figures.outflow_target}: {in_words(totals + kinds)}."
        ),
        description=(
            "Liggende balken: bovenaan de twee totalen met het streefcijfer als streeplijn, "
            "daaronder de soorten. De lichte balken tellen niet mee voor het streefcijfer."
        ),
        line=target,
    )


def caseload_chart(figures: Figures) -> SafeString:
    bars = tuple(
        Bar(row.label, row.count, shade_of(row), target=row.norm) for row in figures.caseload
    )
    return bar_chart(
        "caseload",
        bars,
        title=f"Caseload op {figures.on:%d-%m-%Y}: {against_norm(figures.caseload)}.",
        description=(
            "Liggende balken per consulent, met de eigen norm als streepje. Een donkere balk is "
            "boven de norm; de lichte is wie nog geen consulent heeft."
        ),
    )


def against_norm(rows: tuple[CaseloadCount, ...]) -> str:
    return ", ".join(
        f"{row.label} {row.count}" + (f" (norm {row.norm})" if row.norm is not None else "")
        for row in rows
    )


def shade_of(row: CaseloadCount) -> str:
    if row.norm is None:
        return "soft"
    return "strong" if row.above_norm else "normal"
