import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from pilot.charts import (
    INK,
    ROW,
    SHADES,
    WIDTH,
    Bar,
    Line,
    Series,
    bar_chart,
    label_heights,
    stock_chart,
)

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>"
QUOTES = '"&\' onload="alert(1)'


def chart(*bars, line=None, name="proef", title="Vijf en tien.", description="Twee balken."):
    return bar_chart(name, bars, title=title, description=description, line=line)


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314


def texts(svg):
    return [element.text for element in parsed(svg).iter(f"{SVG}text")]


def drawn_bars(svg):
    """The width and the colour of every bar, from above."""
    paths = [path for path in parsed(svg).iter(f"{SVG}path") if path.get("fill")]
    return [(float(re.search(r"h([\d.]+)", path.get("d"))[1]), path.get("fill")) for path in paths]


def widths(svg):
    return [width for width, _ in drawn_bars(svg)]


def lines(svg):
    """Of every line its place from the left and how far it goes down."""
    return [
        (float(re.search(r"\(([\d.]+)", line.get("transform"))[1]), float(line.get("y2")))
        for line in parsed(svg).iter(f"{SVG}line")
    ]


def test_chart_says_its_numbers_in_words():
    svg = parsed(chart(Bar("a", 5), Bar("b", 10)))

    title, description = svg[0], svg[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Vijf en tien.")
    assert (description.tag, description.text) == (f"{SVG}desc", "Twee balken.")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_charts_with_other_names_share_no_ids():
    both = chart(Bar("a", 5), name="een") + chart(Bar("a", 5), name="twee")

    ids = re.findall(r' id="([^"]+)"', both)
    assert ids == ["een-title", "een-description", "twee-title", "twee-description"]


def test_chart_passes_the_strict_policy():
    svg = parsed(chart(Bar("a", 5), Bar("b", 10), line=Line("norm", 8)))

    names = {name for element in svg.iter() for name in element.attrib}
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "text",
        "line",
    }
    assert [name for name in names if name == "style" or name.startswith("on")] == []


def test_chart_holds_no_roles_or_labels_but_its_own():
    svg = parsed(chart(Bar("a", 5)))

    inside = {name for element in svg.iter() if element is not svg for name in element.attrib}
    assert {name for name in inside if name.startswith(("aria", "role", "class"))} == set()


@pytest.mark.parametrize("hostile", [HOSTILE, QUOTES])
def test_chart_escapes_what_it_is_given(hostile):
    svg = chart(
        Bar(hostile, 5), title=hostile, description=hostile, line=Line(hostile, 3), name="proef"
    )

    page = Template("<p>{{ svg }}</p>").render(Context({"svg": svg}))
    assert page == f"<p>{svg}</p>"
    assert "<script" not in page
    assert texts(svg) == [hostile, "5", hostile]
    assert [parsed(svg)[0].text, parsed(svg)[1].text] == [hostile, hostile]
    assert [element for element in parsed(svg).iter() if "onload" in element.attrib] == []


def test_chart_escapes_a_hostile_name():
    svg = chart(Bar("a", 5), name='"><script>')

    assert "<script" not in svg
    assert parsed(svg)[0].get("id") == '"><script>-title'


def test_bars_are_as_long_as_their_values():
    small, large, none = widths(chart(Bar("a", 5), Bar("b", 10), Bar("c", 0)))

    assert none == 0
    assert small > 0
    assert large == 2 * small
    assert large < WIDTH


def test_bars_are_drawn_in_the_order_given_with_label_and_number():
    svg = chart(Bar("b", 1), Bar("a", 1234), Bar("c", 2))

    assert texts(svg) == ["b", "a", "c", "1", "1.234", "2"]
    first, second, third = widths(svg)
    assert first < third < second


def test_bars_with_the_same_label_stay_apart():
    assert widths(chart(Bar("a", 10), Bar("a", 5))) == [344, 172]


def test_bars_have_the_shade_they_are_given():
    svg = chart(Bar("a", 1, "strong"), Bar("b", 2), Bar("c", 3, "soft"))

    colours = [colour for _, colour in drawn_bars(svg)]
    assert colours == [SHADES["strong"], SHADES["normal"], SHADES["soft"]]


def test_chart_of_zeros_has_bars_without_length():
    svg = chart(Bar("a", 0), Bar("b", 0))

    assert widths(svg) == [0, 0]
    assert texts(svg) == ["a", "b", "0", "0"]


def test_chart_without_bars_is_still_an_svg():
    svg = chart(line=Line("norm 50", 50))

    assert widths(svg) == []
    assert parsed(svg)[0].text == "Vijf en tien."


def test_line_stands_at_its_value_on_the_scale_of_the_bars():
    svg = chart(Bar("a", 20), Bar("b", 40), line=Line("norm 30", 30))

    [(place, _)] = lines(svg)
    small, large = widths(svg)
    assert place == pytest.approx((small + large) / 2)
    assert texts(svg)[-1] == "norm 30"


def test_line_beyond_the_bars_makes_them_shorter():
    svg = chart(Bar("a", 25), line=Line("norm 50", 50))

    [(place, _)] = lines(svg)
    assert place == pytest.approx(2 * widths(svg)[0])
    assert place < WIDTH


@pytest.mark.parametrize(("rows", "height"), [(0, 3 * ROW), (1, ROW), (2, 2 * ROW)])
def test_line_crosses_the_bars_it_is_for(rows, height):
    svg = chart(Bar("a", 1), Bar("b", 2), Bar("c", 3), line=Line("norm", 2, rows=rows))

    [(_, down)] = lines(svg)
    assert down == height


@pytest.mark.parametrize(("value", "anchor"), [(9, "end"), (2, "start")])
def test_name_of_the_line_stands_where_there_is_room(value, anchor):
    svg = chart(Bar("a", 10), line=Line("norm", value))

    name = list(parsed(svg).iter(f"{SVG}text"))[-1]
    assert name.get("text-anchor") == anchor


def test_chart_without_a_line_draws_none():
    assert lines(chart(Bar("a", 5))) == []


def test_chart_grows_with_its_bars():
    def height(svg):
        return float(parsed(svg).get("viewBox").split()[3])

    assert height(chart(Bar("a", 1))) == ROW
    assert height(chart(Bar("a", 1), Bar("b", 1), Bar("c", 1))) == 3 * ROW


def test_same_bars_give_the_same_drawing():
    title, description = "Vijf.", "Een balk."

    def draw():
        bar_chart.cache_clear()
        bars = (Bar("a", 5), Bar("b", 7))
        return bar_chart("x", bars, title=title, description=description, line=Line("n", 6))

    first, second = draw(), draw()

    assert first is not second
    assert first == second


def test_same_bars_are_drawn_once():
    assert chart(Bar("a", 5), line=Line("n", 6)) is chart(Bar("a", 5), line=Line("n", 6))
    assert chart(Bar("a", 5)) != chart(Bar("a", 6))


# Bars with a target, and stocks over time.


def ticks(svg):
    """Where the middles of the ticks of the targets stand, from the left."""
    found = [
        re.match(r"M([\d.]+),[\d.]+h([\d.]+)", path.get("d"))
        for path in parsed(svg).iter(f"{SVG}path")
        if path.get("fill") == INK
    ]
    return [float(tick[1]) + float(tick[2]) / 2 for tick in found]


def test_target_is_a_tick_where_a_bar_of_that_length_would_end():
    svg = chart(Bar("a", 50, target=100), Bar("b", 100, text="100 van 100", target=100))

    bars = [width for width, fill in drawn_bars(svg) if fill != INK]
    assert bars == [(WIDTH - 2) / 2, WIDTH - 2]
    assert ticks(svg) == [WIDTH - 2, WIDTH - 2]


def test_text_takes_the_place_of_the_number():
    assert texts(chart(Bar("a", 1234, text="€ 1.234"))) == ["a", "€ 1.234"]
    assert texts(chart(Bar("a", 1234))) == ["a", "1.234"]


def stock(*points, target=30, **kwargs):
    return stock_chart(
        "proef",
        (Series("reeks", points),),
        since=date(2016, 8, 1),
        until=date(2017, 12, 31),
        target=target,
        title="Proef.",
        description="Een lijn.",
        **kwargs,
    )


def test_stock_chart_names_the_target_the_last_number_and_the_months_in_dutch():
    svg = stock((date(2016, 8, 31), 0), (date(2016, 10, 31), 12))

    said = texts(svg)
    assert "streefcijfer 30" in said
    assert "reeks: 12" in said
    assert {"jan 2017", "mei 2017"} <= set(said)
    assert parsed(svg)[0].text == "Proef."


def test_stock_chart_stays_inside_its_frame_beyond_the_target():
    svg = parsed(stock((date(2016, 8, 31), 0), (date(2017, 12, 31), 75)))

    _, _, width, height = map(float, svg.get("viewBox").split())
    assert width <= WIDTH + 10
    steps = [
        path.get("d") for path in svg.iter(f"{SVG}path") if path.get("stroke") in SHADES.values()
    ]
    numbers = [float(n) for d in steps for n in re.findall(r"-?[\d.]+", d)]
    assert numbers
    assert all(-1 <= n <= max(width, height) for n in numbers)


def test_stock_chart_holds_no_style_and_no_script():
    svg = stock((date(2016, 8, 31), 3))

    assert not re.search(r"\sstyle=|<script|onload", svg)


@pytest.mark.parametrize("numbers", [(0, 0), (14, 14), (20, 14), (14, 15), (30, 30)])
def test_words_at_the_ends_of_two_lines_stand_apart(numbers):
    series = tuple(Series("x", ((date(2016, 8, 31), n),)) for n in numbers)

    first, second = label_heights(series, 30)

    assert abs(first - second) >= 3
    # The higher number is never below the lower one.
    assert (first - second) * (numbers[0] - numbers[1]) >= 0
