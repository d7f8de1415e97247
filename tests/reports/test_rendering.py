import base64
import logging
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread

import page
import pdfplumber
import pikepdf
import pytest
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetchingError

from reports.rendering import evaluation_html, render_pdf
from tests.reports.conftest import FIGURES


@pytest.fixture(scope="module")
def rendered():
    """The PDFs of this module by their HTML, as every rendering takes a second or two."""
    made = {}

    def pdf_of(html):
        if html not in made:
            made[html] = render_pdf(html)
        return made[html]

    return pdf_of


@pytest.fixture
def pdf(rendered, source):
    with pikepdf.open(BytesIO(rendered(evaluation_html(source)))) as opened:
        yield opened


@pytest.fixture
def final(rendered, source):
    return rendered(evaluation_html(source | {"finalised_on": "2017-01-15"}))


def text_of(content: bytes) -> str:
    with pdfplumber.open(BytesIO(content)) as opened:
        return "\n".join(sheet.extract_text() for sheet in opened.pages)


def elements(pdf, tag):
    """All structure elements of a kind, in the order in which they are read."""

    return [element for element in below(pdf.Root.StructTreeRoot) if element.get("/S") == tag]


def below(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from below(kid)


# Who reads it with something else than eyes


def test_pdf_passes_the_rules_of_pdf_ua(rendered, source):
    report = page.validate_pdf_bytes(rendered(evaluation_html(source)), profile="ua1")

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_final_pdf_passes_the_rules_of_pdf_ua(final):
    assert page.is_pdf_compliant_bytes(final, profile="ua1")


def test_pdf_is_tagged_and_dutch_and_has_a_title(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "nl"
    assert str(pdf.docinfo.Title) == (
        "Kwartaalevaluatie 4e kwartaal 2016 – Re-integratie vergunninghouders (concept)"
    )
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_pdf_has_a_bookmark_for_every_chapter(pdf):
    with pdf.open_outline() as outline:
        top = outline.root
        assert [item.title for item in top] == ["Kwartaalevaluatie 4e kwartaal 2016"]
        assert [item.title for item in top[0].children] == [
            "Samenvatting",
            "Inhoud",
            "1. Resultaten",
            "2. Traject",
            "3. Uitstroom",
            "4. Caseload",
            "5. Voortgang",
            "6. Knelpunten",
            "7. Voorstellen tot bijstelling",
            "8. Begroting",
            "Bijlage: telregels",
        ]


def test_charts_have_a_text_that_says_their_numbers(pdf):
    texts = [str(figure.Alt) for figure in elements(pdf, "/Figure")]

    assert [text.split(":")[0] for text in texts] == [
        "Deelnemers per fase op 31-12-2016",
        "Uitstroom op 31-12-2016 tegen het streefcijfer van 30",
        "Caseload op 31-12-2016",
    ]
    assert re.findall(r" (\d+)[,.]", texts[0]) == [str(phase.count) for phase in FIGURES.phases]


def test_every_table_has_header_cells(pdf):
    tables = elements(pdf, "/Table")

    assert len(tables) == 9
    for table in tables:
        tags = {str(element.get("/S")) for element in below(table)}
        assert {"/TH", "/TD"} <= tags


def test_fonts_are_embedded_and_our_own(pdf):
    fonts = {
        str(descendant.BaseFont).split("+")[1]
        for opened in pdf.pages
        for font in (opened.Resources.get("/Font") or {}).values()
        for descendant in font.DescendantFonts
    }

    assert {name for name in fonts if not name.startswith("Source-Sans-3")} == set()


def test_rendering_logs_nothing(source, caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render_pdf(evaluation_html(source))

    assert [record.getMessage() for record in caplog.records] == []


# What is in it


def test_numbers_are_those_of_the_figures(final):
    lines = text_of(final).splitlines()

    def number_after(label):
        found = [line for line in lines if line.startswith(f"{label} ")]
        numbers = {re.findall(r"\d+", line.removeprefix(label))[0] for line in found}
        assert len(numbers) == 1, (label, found)
        return int(numbers.pop())

    for counts in (FIGURES.phases, FIGURES.outcomes, FIGURES.caseload):
        for count in counts:
            if count.key not in ("outflow", "stopped", "dropout"):
                assert (count.label, number_after(count.label)) == (count.label, count.count)
    for attendance in FIGURES.attendance:
        assert number_after(f"waarvan {attendance.label}") == attendance.count
    assert number_after("Gediagnosticeerd én in een traject geplaatst (resultaat 1)") == 90
    assert number_after("Uitgestroomd, breed geteld (resultaat 2)") == 23
    assert number_after("Alle deelnemers") == 138
    assert number_after("Er zijn") == FIGURES.dropped_out
    assert number_after("Samen") == FIGURES.in_caseload
    assert number_after("Tijd besteed aan trajectstappen, in uren") == 309


def test_reasons_of_dropout_stay_inside_the_team(final):
    """A reason concerns one or two people, who could be recognised by it."""
    text = text_of(final)

    assert FIGURES.dropped_out > 0
    assert [reason.label for reason in FIGURES.dropouts if reason.label in text] == []


def test_summary_names_the_four_figures_with_their_targets(final):
    lines = text_of(final).splitlines()

    place = lines.index("138 104 91 23")
    assert lines[place + 1] == "van 150 van 150 van 150 van 30"


def test_budget_is_rounded_half_up(final):
    assert "2016 € 51.563 € 234.063 € 66.825 € 0 € 234.063" in text_of(final).splitlines()


def test_names_with_turkish_and_slavic_letters_are_readable(final):
    lines = text_of(final).splitlines()

    assert "Çiğdem Şahin-Ağaoğlu 52 50 ja" in lines
    assert "Łukasz Voorbeeld 44 45 nee" in lines


def test_every_page_tells_which_of_how_many(final):
    with pdfplumber.open(BytesIO(final)) as opened:
        last_lines = [sheet.extract_text().splitlines()[-1] for sheet in opened.pages]

    total = len(last_lines)
    assert [line.split("pagina ")[1] for line in last_lines] == [
        f"{number} van {total}" for number in range(1, total + 1)
    ]


def test_concept_says_so_on_every_page(rendered, source):
    with pdfplumber.open(BytesIO(rendered(evaluation_html(source)))) as opened:
        marks = ["CONCEPT" in sheet.extract_text() for sheet in opened.pages]

    assert marks == [True] * len(marks)


def test_final_says_by_whom_it_was_finalised_and_is_no_concept(final):
    text = text_of(final)

    assert "Vastgesteld op 15 januari 2017 door de projectleider namens de projectgroep" in text
    assert "concept" not in text.lower()


def test_empty_chapters_say_so(source):
    source["narrative"] = {"progress_text": "", "issues_text": "", "proposals_text": ""}

    assert evaluation_html(source).count("<p>Geen.</p>") == 3


def test_pilot_without_a_budget_has_no_chapter_about_it(source):
    assert "Begroting" not in evaluation_html(source | {"budget": None})


# What may not come in


class Tripwire(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.visited.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def tripwire():
    """The address of a server on this machine, and what was asked of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tripwire)
    server.visited = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", server.visited
    server.shutdown()
    server.server_close()


CANARY = "CANARY-of-a-file-that-stays-here"
SVG_IMAGE = "<svg xmlns='http://www.w3.org/2000/svg'><image href='ADDRESS'/></svg>"
VECTORS = [
    "<img src='ADDRESS' alt='a'>",
    "<img srcset='ADDRESS 2x' alt='a'>",
    "<picture><source srcset='ADDRESS'><img src='ADDRESS' alt='a'></picture>",
    "<object data='ADDRESS'></object>",
    "<embed src='ADDRESS'>",
    "<iframe src='ADDRESS'></iframe>",
    "<link rel='stylesheet' href='ADDRESS'>",
    "<link rel='attachment' href='ADDRESS'>",
    "<a rel='attachment' href='ADDRESS'>a</a>",
    "<style>@import url(ADDRESS);</style>",
    "<style>@import 'ADDRESS' print;</style>",
    "<style>@font-face {font-family: a; src: url(ADDRESS)} p {font-family: a}</style><p>a</p>",
    "<style>p {background: url(ADDRESS)}</style><p>a</p>",
    "<style>li {list-style-image: url(ADDRESS)}</style><ul><li>a</ul>",
    "<style>p::before {content: url(ADDRESS)}</style><p>a</p>",
    "<style>p {border-image: url(ADDRESS) 1}</style><p>a</p>",
    "<style>@page {background: url(ADDRESS)}</style><p>a</p>",
    "<style>@page {@top-left {content: url(ADDRESS)}}</style><p>a</p>",
    "<p style='background: url(ADDRESS)'>a</p>",
    "<base href='ADDRESS'><img src='a.png' alt='a'>",
    SVG_IMAGE,
    "<svg xmlns='http://www.w3.org/2000/svg'><use href='ADDRESS#a'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><style>@import url(ADDRESS);</style></svg>",
    "<img alt='a' src='data:image/svg+xml;base64,INSIDE'>",
    "<!DOCTYPE html [<!ENTITY a SYSTEM 'ADDRESS'>]><p>&a;</p>",
    "<?xml-stylesheet href='ADDRESS'?><p>a</p>",
]


def aimed_at(vector, address):
    inside = base64.b64encode(SVG_IMAGE.replace("ADDRESS", address).encode()).decode()
    return vector.replace("ADDRESS", address).replace("INSIDE", inside)


def test_tripwire_is_tripped_by_a_renderer_that_may_fetch(tripwire):
    address, visited = tripwire
    vectors = "".join(aimed_at(vector, f"{address}/control") for vector in VECTORS)

    HTML(string=vectors, url_fetcher=URLFetcher()).write_pdf()

    assert "/control" in visited
    visited.clear()


@pytest.mark.parametrize("vector", VECTORS)
def test_rendering_calls_no_address(tripwire, vector):
    address, visited = tripwire

    render_pdf(aimed_at(vector, f"{address}/secret"))

    assert visited == []


@pytest.mark.parametrize("vector", VECTORS)
def test_rendering_reads_no_file(tmp_path, vector):
    (tmp_path / "secret.txt").write_text(CANARY)

    content = render_pdf(aimed_at(vector, (tmp_path / "secret.txt").as_uri()))

    with pikepdf.open(BytesIO(content)) as opened:
        streams = [
            stream.read_bytes()
            for stream in opened.objects
            if isinstance(stream, pikepdf.Stream) and stream.get("/Type") != "/XRef"
        ]
        assert list(opened.attachments) == []
    assert [stream for stream in streams if CANARY.encode() in stream] == []
    assert CANARY not in text_of(content)


def test_rendering_stops_at_a_colour_profile_from_an_address(tripwire):
    address, visited = tripwire

    with pytest.raises(URLFetchingError):
        render_pdf(f"<style>@color-profile --a {{src: url({address})}}</style><p>a</p>")

    assert visited == []


def test_html_in_the_narrative_is_shown_as_it_was_typed(source, tripwire, rendered):
    address, visited = tripwire
    typed = f"<img src={address}/a> <script>alert(1)</script> {{{{ figures }}}}"
    source["narrative"]["issues_text"] = typed

    text = text_of(rendered(evaluation_html(source)))

    assert typed in text.replace("\n", " ")
    assert visited == []
