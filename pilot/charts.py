"""Bar charts as SVG, drawn on the server: the same drawing for a page and for a PDF.

A chart is a list of bars under one another, each with its label above it, so that it stays
readable on a narrow screen. It holds no inline style, so the strict policy of the pages lets it
through, and it differs by lightness, so that it can be read in grey.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring
from django.utils.safestring import SafeString, mark_safe

WIDTH = 440
BAR = 14
ROW = 40
# Room at the right for the numbers.
MARGIN = 36
# Room at the top for the word that names the line.
HEADROOM = 18
FONT = "Source Sans 3, sans-serif"
INK = "#1f2933"
SHADES = {"strong": "#1f4e79", "normal": "#5b8db8", "soft": "#b9cbdb"}
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Bar:
    label: str
    value: int
    # One of SHADES.
    shade: str = "normal"


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
    root = fromstring(drawn(specification(bars, line)))
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
        {"place": place, "label": bar.label, "value": bar.value, "shade": SHADES[bar.shade]}
        for place, bar in enumerate(bars)
    ]
    highest = max([1, *(bar.value for bar in bars), *([line.value] if line else [])])
    scale = alt.Scale(domain=[0, highest], range=[0, WIDTH - MARGIN])
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
        base.mark_text(dy=8, fontWeight="bold", **text | {"align": "right"}).encode(
            x=alt.value(WIDTH), text=alt.Text("value:Q", format=",")
        ),
    ]
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
