"""HTML to PDF, and the HTML of every kind of document."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from fontTools.ttLib import woff2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reports.charts import (
    caseload_chart,
    outflow_chart,
    outflow_over_time_chart,
    phase_chart,
)
from reports.figures import Figures, percentage
from reports.periods import Quarter

STATIC = settings.BASE_DIR / "static"
FONT_FACES = [(400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")]
# The Turkish and Slavic letters are in files of their own. WeasyPrint takes two files that are
# alike in family, weight, style and width for one font and then mixes up their letters, so
# these files say that they are of another width.
SUBSETS = {
    "latin-ext": (
        "semi-expanded",
        "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF",
    ),
    "latin": (
        "normal",
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, "
        "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    ),
}


def render_pdf(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1). The one place where WeasyPrint is called.

    Whatever stands in the HTML, no address is called and no file is read: only data: is allowed,
    and there is no base to which a relative address could be completed.
    """
    fetcher = URLFetcher(allowed_protocols={"data"})
    fonts = FontConfiguration()
    css = CSS(string=stylesheet(), url_fetcher=fetcher, font_config=fonts)
    document = HTML(string=html, url_fetcher=fetcher)
    return document.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")


@cache
def stylesheet() -> str:
    """Our style with our fonts inside it, as the renderer may not fetch them."""
    faces = [font_face(subset, weight, style) for subset in SUBSETS for weight, style in FONT_FACES]
    return "\n".join([*faces, (STATIC / "css" / "pdf.css").read_text()])


def font_face(subset: str, weight: int, style: str) -> str:
    width, characters = SUBSETS[subset]
    file = STATIC / "fonts" / f"source-sans-3-{subset}-{weight}-{style}.woff2"
    # Unpacked here, once, as WeasyPrint would do it anew for every document.
    unpacked = BytesIO()
    woff2.decompress(file, unpacked)
    source = b64encode(unpacked.getvalue()).decode()
    return (
        "@font-face { font-family: 'Source Sans 3';"
        f" font-weight: {weight}; font-style: {style}; font-stretch: {width};"
        f" src: url(data:font/ttf;base64,{source}); unicode-range: {characters}; }}"
    )


def evaluation_html(source: dict[str, Any]) -> str:
    """`source` is what Evaluation froze."""
    figures = Figures.from_json(source["figures"])
    finalised_on = source["finalised_on"]
    context = {
        "quarter": Quarter.from_slug(source["quarter"]),
        "figures": figures,
        "narrative": source["narrative"],
        "budget": source["budget"],
        "results": results(figures),
        "hours": (Decimal(figures.minutes) / 60).quantize(Decimal(1), rounding=ROUND_HALF_UP),
        "finalised_on": date.fromisoformat(finalised_on) if finalised_on else None,
        "phase_chart": phase_chart(figures),
        "outflow_chart": outflow_chart(figures),
        "outflow_over_time_chart": outflow_over_time_chart(figures),
        "caseload_chart": caseload_chart(figures),
    }
    return render_to_string("reports/pdf/evaluation.html", context)


def results(figures: Figures) -> list[tuple[str, int, int, Decimal]]:
    """Label, number, target, and the number as a percentage of the target."""
    everybody = figures.participants_target
    rows = [
        ("Deelnemers", figures.participants, everybody),
        ("Gediagnosticeerd", figures.diagnosed, everybody),
        ("In een traject geplaatst", figures.started, everybody),
        (
            "Gediagnosticeerd én in een traject geplaatst (resultaat 1)",
            figures.diagnosed_and_started,
            everybody,
        ),
        ("Uitgestroomd, breed geteld (resultaat 2)", figures.flowed_out, figures.outflow_target),
        ("Uitgestroomd, smal geteld", figures.flowed_out_narrow, figures.outflow_target),
    ]
    return [(label, number, target, percentage(number, target)) for label, number, target in rows]


def person_html(template: str) -> Callable[[dict[str, Any]], str]:
    """`source` is what reports/person_documents.py froze; days come back from it as days."""

    def html(source: dict[str, Any]) -> str:
        return render_to_string(f"reports/pdf/{template}.html", with_days(source))

    return html


def with_days(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: with_days(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [with_days(one, name) for one in value]
    return date.fromisoformat(value) if name in ("on", "until_on", "made_on") else value


HTML_OF: dict[str, Callable[[dict[str, Any]], str]] = {
    "evaluation": evaluation_html,
    "sheet": person_html("sheet"),
    "cv": person_html("cv"),
}
