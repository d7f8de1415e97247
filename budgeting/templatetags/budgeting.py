from decimal import Decimal
from fractions import Fraction

from django import template

from budgeting.tables import in_hundredths
from pilot.templatetags.ui import decimal_comma, euro

register = template.Library()


@register.filter
def amount(euros: Decimal) -> str:
    """As `euro`, with the dash of the printed table for nothing."""
    return euro(euros) if euros else "–"


@register.filter
def difference(euros: Decimal) -> str:
    """2083.33 -> '+€ 2.083': how much more (or less) the variant is."""
    return f"+{euro(euros)}" if euros > 0 else amount(euros)


@register.filter
def fte(number: Fraction) -> str:
    """7/4 -> '1,75' and 3 -> '3'."""
    return decimal_comma(in_hundredths(number))


@register.filter
def fte_in_full(number: Fraction) -> str:
    """1/2 -> '0,50', so that a column of them lines up."""
    return str(in_hundredths(number)).replace(".", ",")
