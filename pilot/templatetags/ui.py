"""What every template may use, without loading it: Dutch formats and the components."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.timezone import localtime

register = template.Library()

MINUS = "\N{MINUS SIGN}"


@register.filter
def euro(amount: Decimal) -> str:
    """51562.50 -> '€ 51.563': the one place where money is rounded for display."""
    whole = Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    sign = MINUS if whole < 0 else ""
    return f"€ {sign}{abs(whole):,}".replace(",", ".")


@register.filter
def decimal_comma(number: Decimal) -> str:
    """1.75 -> '1,75' and 3.00 -> '3': without zeros at the end."""
    text = f"{Decimal(number):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


@register.filter
def day(value: date | None) -> str:
    """A day in a table: 15-01-2017; nothing known is a dash."""
    return f"{value:%d-%m-%Y}" if value else "–"


@register.filter
def cell(value: object) -> str:
    """Any value as the text of a table cell."""
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        return date_format(localtime(value), "d-m-Y H:i")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return decimal_comma(value)
    return str(value)


@register.filter
def attribute(thing: object, column: object) -> str:
    """The value of a list column for one row, as text."""
    return cell(column.value(thing))


@register.filter
def link(thing: object, column: object) -> str:
    """The address of a list column for one row, "" where it links to nothing."""
    return column.url(thing) if column.url else ""


@register.simple_block_tag
def card(content: str, title: str, css_class: str = "") -> str:
    context = {"title": title, "css_class": css_class, "content": content}
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def page_header(content: str, title: str, lead: str = "") -> str:
    """The heading of a page; its content are the actions beside it."""
    context = {"title": title, "lead": lead, "content": content}
    return render_to_string("components/page_header.html", context)


@register.simple_block_tag
def callout(content: str, kind: str = "info") -> str:
    return render_to_string("components/callout.html", {"kind": kind, "content": content})


@register.simple_tag
def stat(label: str, value: int, url: str, target: int | None = None, note: str = "") -> str:
    """One figure with its target; the figure is a link to what it counts."""
    share = min(100, round(100 * value / target)) if target else None
    context = {
        "label": label,
        "value": value,
        "url": url,
        "target": target,
        "share": share,
        "note": note,
    }
    return render_to_string("components/stat.html", context)
