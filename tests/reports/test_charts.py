import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from pilot.charts import INK, ROW, SHADES
from reports.charts import caseload_chart, outflow_chart, phase_chart
from reports.figures import CaseloadCount
from tests.reports.conftest import FIGURES

TICK = re.compile(r"M([\d.]+),[\d.]+h([\d.]+)")
SVG = "{http://www.w3.org/2000/svg}"
STRONG, NORMAL, SOFT = SHADES["strong"], SHADES["normal"], SHADES["soft"]
COLOURS = set(SHADES.values())
UNASSIGNED = CaseloadCount("geen", "Nog niet toegewezen", 29)


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314


def title(svg):
    return parsed(svg).findtext(f"{SVG}title")


def drawn_bars(svg):
    """The width and the colour of every bar, from above."""
    paths = [path for path in parsed(svg).iter(f"{SVG}path") if path.get("fill") in COLOURS]
    return [(float(re.search(r"h([\d.]+)", path.get("d"))[1]), path.get("fill")) for path in paths]


def colours(svg):
    return [colour for _, colour in drawn_bars(svg)]


def in_proportion(svg):
    """The widths of the bars as parts of the longest."""
    widths = [width for width, _ in drawn_bars(svg)]
    return [width / max(widths) for width in widths]


def ticks(svg):
    """Where the middle of each tick across a bar stands, from above."""
    paths = [path.get("d") for path in parsed(svg).iter(f"{SVG}path") if path.get("fill") == INK]
    return [
        float(start) + float(width) / 2 for path in paths for start, width in TICK.findall(path)
    ]


def line(svg):
    """How far the line goes down and what it is called; None without a line."""
    drawn = parsed(svg).find(f".//{SVG}line")
    if drawn is None:
        return None
    return float(drawn.get("y2")), list(parsed(svg).iter(f"{SVG}text"))[-1].text


def nothing_yet(rows):
    return tuple(replace(row, count=0) for row in rows)


def test_phase_chart_shows_every_phase_and_the_closed_ones_lighter():
    svg = phase_chart(FIGURES)

    assert title(svg) == (
        "Deelnemers per fase op 31-12-2016: Selectie 11, Vraagverheldering 14, Diagnose 22, "
        "Plaatsing/bemiddeling 48, Ontwikkeling/onderwijs 25, Ondernemerschap 5, "
        "Uitgestroomd 7, Uitgevallen 6."
    )
    assert in_proportion(svg) == pytest.approx(
        [number / 48 for number in (11, 14, 22, 48, 25, 5, 7, 6)], abs=0.001
    )
    assert colours(svg) == [NORMAL] * 6 + [SOFT] * 2
    assert line(svg) is None


def test_outflow_chart_sets_the_two_totals_against_the_target():
    svg = outflow_chart(FIGURES)

    assert title(svg) == (
        "Uitstroom op 31-12-2016 tegen het streefcijfer van 30: "
        "Uitgestroomd, breed geteld 23, Uitgestroomd, smal geteld 12, "
        "Betaald werk, volledig 6, Betaald werk, partieel (naast uitkering) 5, "
        "Gesubsidieerd werk, volledig 2, Gesubsidieerd werk, partieel (naast uitkering) 3, "
        "Studie met studiefinanciering (Wsf) 3, Studie met behoud van uitkering 2, "
        "Ondernemerschap, volledig 1, Ondernemerschap, partieel (naast uitkering) 1, "
        "Maatschappelijke participatie 4, Uitval 8."
    )
    assert in_proportion(svg) == pytest.approx(
        [number / 23 for number in (23, 12, 6, 5, 2, 3, 3, 2, 1, 1, 4, 8)], abs=0.001
    )
    assert line(svg) == (2 * ROW, "streefcijfer 30")


def test_outflow_chart_draws_lighter_what_does_not_count():
    assert colours(outflow_chart(FIGURES)) == [STRONG] * 2 + [NORMAL] * 8 + [SOFT] * 2


def test_caseload_chart_sets_each_consultant_against_their_own_norm():
    svg = caseload_chart(FIGURES)

    assert title(svg) == (
        "Caseload op 31-12-2016: Çiğdem Şahin-Ağaoğlu 52 (norm 50), "
        "Łukasz Voorbeeld 44 (norm 45), Nog niet toegewezen 29."
    )
    assert in_proportion(svg) == pytest.approx([1, 44 / 52, 29 / 52], abs=0.001)
    longest = drawn_bars(svg)[0][0]
    assert [tick / longest for tick in ticks(svg)] == pytest.approx([50 / 52, 45 / 52], abs=0.001)


def test_caseload_chart_marks_who_is_over_the_norm_and_who_waits():
    rows = (
        CaseloadCount("a", "A", 51, 50),
        CaseloadCount("b", "B", 50, 50),
        CaseloadCount("c", "C", 0, 50),
        replace(UNASSIGNED, count=60),
    )

    svg = caseload_chart(replace(FIGURES, caseload=rows))

    assert colours(svg) == [STRONG, NORMAL, NORMAL, SOFT]


def test_caseload_chart_has_no_norm_without_consultants():
    svg = caseload_chart(replace(FIGURES, caseload=(UNASSIGNED,)))

    assert colours(svg) == [SOFT]
    assert ticks(svg) == []


def test_charts_of_a_pilot_without_participants_are_empty_bars():
    figures = replace(
        FIGURES,
        participants=0,
        flowed_out=0,
        flowed_out_narrow=0,
        outflow_share=Decimal("0.0"),
        phases=nothing_yet(FIGURES.phases),
        outcomes=nothing_yet(FIGURES.outcomes),
        caseload=nothing_yet(FIGURES.caseload),
    )

    charts = [phase_chart(figures), outflow_chart(figures), caseload_chart(figures)]

    assert [{width for width, _ in drawn_bars(svg)} for svg in charts] == [{0}] * 3
    assert line(charts[1]) == (80, "streefcijfer 30")
    assert len(ticks(charts[2])) == 2


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"&'])
def test_chart_escapes_the_name_of_a_consultant(hostile):
    rows = (CaseloadCount("a", hostile, 3, 50), UNASSIGNED)

    svg = caseload_chart(replace(FIGURES, caseload=rows))

    assert "<script" not in svg
    assert next(parsed(svg).iter(f"{SVG}text")).text == hostile
    assert title(svg).endswith(f": {hostile} 3 (norm 50), Nog niet toegewezen 29.")


@pytest.mark.parametrize("draw", [phase_chart, outflow_chart, caseload_chart])
def test_same_figures_are_drawn_once_and_others_anew(draw):
    other = replace(FIGURES, on=FIGURES.since)

    assert draw(FIGURES) is draw(replace(FIGURES))
    assert draw(other) != draw(FIGURES)


def test_charts_on_one_page_share_no_ids():
    page = phase_chart(FIGURES) + outflow_chart(FIGURES) + caseload_chart(FIGURES)

    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 6
