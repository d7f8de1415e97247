"""Dutch formats, for every template without loading them."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
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
def euro_exact(amount: Decimal) -> str:
    """1250.50 -> '€ 1.250,50' and 1250 -> '€ 1.250': what was paid for one person, to the cent."""
    text = f"{Decimal(amount):,.2f}".removesuffix(".00")
    return "€ " + text.translate(str.maketrans(",.", ".,"))


@register.filter
def decimal_comma(number: Decimal) -> str:
    """1.75 -> '1,75' and 3.00 -> '3': without zeros at the end."""
    text = f"{Decimal(number):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


@register.filter
def share(percentage: Decimal) -> str:
    """14 -> '14,0 %': below one another, each with one decimal."""
    return f"{Decimal(percentage):.1f} %".replace(".", ",")


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
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return decimal_comma(value)
    return str(value)


@register.filter
def attribute(thing: object, column: object) -> str:
    """The value of a list column for one row, as text; a day is never broken in two."""
    value = column.value(thing)
    return format_html('<span class="day">{}</span>', cell(value)) if is_day(value) else cell(value)


def is_day(value: object) -> bool:
    return isinstance(value, date)


@register.filter
def link(thing: object, column: object) -> str:
    """The address of a list column for one row, "" where it links to nothing."""
    return column.url(thing) if column.url else ""


@register.filter
def signed(number: int) -> str:
    """A change: +5, or −2 with a real minus."""
    return f"+{number}" if number > 0 else f"{MINUS}{abs(number)}"


@register.filter
def by(who: str) -> str:
    """Who did something, behind what was done; nobody is nothing."""
    return f"door {who}" if who else ""


@register.filter
def days_until(earlier: date, later: date) -> int:
    return (later - earlier).days


@register.filter
def machine(value: date | datetime) -> str:
    """A moment as <time datetime> wants it."""
    return localtime(value).isoformat("T", "seconds") if isinstance(value, datetime) else str(value)


@register.filter
def value_of(mapping: dict, key: object) -> object:
    return mapping.get(key, "")


@register.filter
def badge_kind(thing: object, column: object) -> str:
    """The kind of badge that a list column is shown as for one row, "" where it is plain text."""
    return column.badge(thing) if column.badge else ""


@register.filter
def warning(thing: object, column: object) -> str:
    """What has to be said behind the value of a list column, "" where nothing has."""
    return column.mark(thing) if column.mark else ""
