"""Charts as SVG, drawn on the server: the same drawing for a page and for a PDF.

Bars stand under one another, each with its label above it, so that they stay readable on a narrow
screen. A chart holds no inline style, so the strict policy of the pages lets it through, and it
differs by lightness and dashes, so that it can be read in grey.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring
from django.utils.safestring import SafeString, mark_safe

WIDTH = 380
BAR = 14
ROW = 40
# Room at the right for the numbers.
MARGIN = 36
# Room at the top for the word that names the line.
HEADROOM = 18
FONT = "Source Sans 3, sans-serif"
INK = "#1f2933"
PAPER = "#ffffff"
GRID = "#d3d9e0"
SHADES = {"strong": "#1f4e79", "normal": "#5b8db8", "soft": "#b9cbdb"}
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Bar:
    label: str
    value: int
    # One of SHADES.
    shade: str = "normal"
    # What it should be: a tick across the bar.
    target: int | None = None
    # What stands at the right instead of the number.
    text: str = ""


@dataclass(frozen=True)
class Line:
    """A line across the first `rows` bars (0: across all), such as a target or a norm."""

    label: str
    value: int
    rows: int = 0


@lru_cache(maxsize=128)
def bar_chart(
    name: str, bars: tuple[Bar, ...], *, title: str, description: str, line: Line | None = None
) -> SafeString:
    """An <svg> for in a page. `name` is unique in the page; `title` is the alternative text.

    In a PDF the title is all that stands in for the drawing, so it says the numbers.
    """
    return labelled(drawn(specification(bars, line)), name, title, description)


def labelled(drawing: str, name: str, title: str, description: str) -> SafeString:
    """A drawing as it may stand in a page, with its name for who does not see it."""
    root = fromstring(drawing)
    svg = ElementTree.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": root.get("viewBox"),
            "class": "chart",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
        },
    )
    ElementTree.SubElement(svg, "title", {"id": f"{name}-title"}).text = title
    ElementTree.SubElement(svg, "desc", {"id": f"{name}-description"}).text = description
    svg.extend(root)
    for element in svg.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        for noise in ("class", "role", "aria-label", "aria-roledescription", "aria-hidden"):
            if element is not svg:
                element.attrib.pop(noise, None)
    # Safe: the writer of the XML has just escaped every text and attribute in it.
    return mark_safe(ElementTree.tostring(svg, encoding="unicode"))  # noqa: S308


def drawn(spec: dict[str, Any]) -> str:
    """The SVG of a Vega-Lite specification; no address is allowed to be fetched for it."""
    # Loaded with the first chart, so that the commands and pages without one start sooner.
    import vl_convert

    return vl_convert.vegalite_to_svg(
        json.dumps(spec), format_locale="nl-NL", time_format_locale="nl-NL", allowed_base_urls=[]
    )


def specification(bars: tuple[Bar, ...], line: Line | None) -> dict[str, Any]:
    import altair as alt

    rows = [
        {
            "place": place,
            "label": bar.label,
            "value": bar.value,
            "shade": SHADES[bar.shade],
            "target": bar.target,
            "text": bar.text or f"{bar.value:,}".replace(",", "."),
        }
        for place, bar in enumerate(bars)
    ]
    highest = max([1, *(max(bar.value, bar.target or 0) for bar in bars)])
    highest = max(highest, line.value if line else 0)
    # A text is longer than a number: it stands above its bar, which then needs no room for it.
    margin = 2 if any(bar.text for bar in bars) else MARGIN
    scale = alt.Scale(domain=[0, highest], range=[0, WIDTH - margin])
    place = alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    length = alt.X("value:Q", axis=None, scale=scale)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=place)
    text = {"fontSize": 14, "color": INK, "baseline": "middle", "align": "left"}
    layers = [
        base.mark_bar(height=BAR, yOffset=8).encode(
            x=length, color=alt.Color("shade:N", scale=None)
        ),
        base.mark_text(dy=-9, **text).encode(x=alt.value(0), text="label:N"),
        # In a column of their own, where no line can run through them.
        base.mark_text(
            dy=8 if margin == MARGIN else -9, fontWeight="bold", **text | {"align": "right"}
        ).encode(x=alt.value(WIDTH), text="text:N"),
    ]
    if any(bar.target is not None for bar in bars):
        layers.append(
            base.transform_filter("isValid(datum.target)")
            .mark_tick(color=INK, opacity=1, thickness=3, height=BAR + 10, yOffset=8)
            .encode(x=alt.X("target:Q", axis=None, scale=scale))
        )
    if line:
        layers += line_layers(line, scale, rows=line.rows or len(bars))
    return (
        alt.layer(*layers)
        .properties(
            width=WIDTH,
            height=ROW * len(bars),
            padding={"left": 0, "right": 0, "bottom": 0, "top": HEADROOM if line else 0},
            autosize="none",
            background="transparent",
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .to_dict()
    )


def line_layers(line: Line, scale: Any, *, rows: int) -> list[Any]:
    import altair as alt

    base = alt.Chart(alt.InlineData(values=[{"value": line.value, "label": line.label}]))
    length = alt.X("value:Q", axis=None, scale=scale)
    # The word stands on the side of the line where there is room for it.
    align = "right" if line.value > scale.domain[1] / 2 else "left"
    return [
        base.mark_rule(color=INK, strokeWidth=2, strokeDash=[5, 3]).encode(
            x=length, y=alt.value(0), y2=alt.value(ROW * rows)
        ),
        base.mark_text(
            color=INK, fontSize=14, fontStyle="italic", baseline="bottom", align=align
        ).encode(x=length, y=alt.value(-3), text="label:N"),
    ]


@dataclass(frozen=True)
class Series:
    """A number that was counted on some days, such as how many had flowed out by then."""

    label: str
    points: tuple[tuple[date, int], ...]
    # One of SHADES.
    shade: str = "strong"


PLOT_HEIGHT = 200
# Between the labels along the bottom, so that they do not run into each other.
MONTHS_BETWEEN_LABELS = 4
# How much of the height of the plot a line of words takes.
LABEL_SHARE = 0.1
LEFT_OF_LINE = {"align": "right", "dx": -6}
RIGHT_OF_LINE = {"align": "left", "dx": 6}
BEHIND_WORDS = {"stroke": PAPER, "strokeWidth": 10, "strokeJoin": "round"}
PLOT_TEXT = {"fontSize": 14, "color": INK, "baseline": "bottom"}


@lru_cache(maxsize=128)
def stock_chart(
    name: str,
    series: tuple[Series, ...],
    *,
    since: date,
    until: date,
    target: int,
    title: str,
    description: str,
) -> SafeString:
    """Stocks over time, against a dashed line from nothing on `since` to the target on `until`."""
    spec = stock_specification(series, since, until, target)
    return labelled(drawn(spec), name, title, description)


def label_heights(series: tuple[Series, ...], highest: int) -> list[float]:
    """Where the words at the end of each line stand: at the line, but never over each other."""
    room = highest * LABEL_SHARE
    heights: dict[int, float] = {}
    lowest = -room / 2
    for place in sorted(range(len(series)), key=lambda place: series[place].points[-1][1]):
        heights[place] = lowest = max(series[place].points[-1][1], lowest + room)
    return [heights[place] for place in range(len(series))]


def stock_specification(
    series: tuple[Series, ...], since: date, until: date, target: int
) -> dict[str, Any]:
    import altair as alt

    highest = max([target, 1, *(n for one in series for _, n in one.points)])
    frame = plot_frame(since, until, highest)
    expected = alt.Chart(on_days([(since, 0), (until, target)]))
    layers = [
        expected.mark_line(color=INK, strokeWidth=2, strokeDash=[5, 3]).encode(**frame),
        alt.Chart(on_days([(until, target)]))
        .mark_text(align="right", fontStyle="italic", dy=-4, **PLOT_TEXT)
        .encode(**frame, text=alt.value(f"streefcijfer {target}")),
    ]
    layers += [series_line(one, frame) for one in series]
    for one, height in zip(series, label_heights(series, highest), strict=True):
        # The words stand on the side where there is room for them.
        early = one.points[-1][0] - since < (until - since) / 2
        layers += series_words(one, frame, height, side=RIGHT_OF_LINE if early else LEFT_OF_LINE)
    return (
        alt.layer(*layers)
        .properties(width=WIDTH - MARGIN, height=PLOT_HEIGHT, padding=2, background="transparent")
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=14,
            labelColor=INK,
            gridColor=GRID,
            domainColor=INK,
            tickColor=INK,
        )
        .to_dict()
    )


def on_days(points: Iterable[tuple[date, float]]) -> Any:
    import altair as alt

    return alt.InlineData(values=[{"on": f"{on}T00:00:00", "n": n} for on, n in points])


def plot_frame(since: date, until: date, highest: int) -> dict[str, Any]:
    """Time along the bottom, persons up to a bit above the highest."""
    import altair as alt

    return {
        "x": alt.X(
            "on:T",
            scale=alt.Scale(domain=[f"{since}T00:00:00", f"{until}T00:00:00"]),
            axis=alt.Axis(
                format="%b %Y",
                tickCount={"interval": "month", "step": MONTHS_BETWEEN_LABELS},
                labelOverlap=True,
                title=None,
            ),
        ),
        "y": alt.Y(
            "n:Q",
            scale=alt.Scale(domain=[0, highest * 1.08], nice=False),
            axis=alt.Axis(title=None, tickCount=4, tickMinStep=1, grid=True),
        ),
    }


def series_line(one: Series, frame: dict[str, Any]) -> Any:
    import altair as alt

    line = alt.Chart(on_days(one.points))
    return line.mark_line(color=SHADES[one.shade], strokeWidth=3, interpolate="step-after").encode(
        **frame
    )


def series_words(
    one: Series, frame: dict[str, Any], height: float, *, side: dict[str, Any]
) -> list[Any]:
    """At the end of a line what it is and how many: at `height`."""
    import altair as alt

    day, number = one.points[-1]
    end = alt.Chart(on_days([(day, height)]))
    words = alt.value(f"{one.label}: {number}")
    bold = {"dy": 7, "fontWeight": "bold"} | PLOT_TEXT | side
    return [
        # First in white and so wide that it fills the gaps: no line runs through the words.
        end.mark_text(**bold, **BEHIND_WORDS).encode(**frame, text=words),
        end.mark_text(**bold).encode(**frame, text=words),
    ]
