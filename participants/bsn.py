"""A burgerservicenummer: known again, and never kept.

No Django in this module.
"""

import re
import unicodedata

SEPARATORS = re.compile(r"[ .\-]")
DAY, MONTH, YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"(19|20)\d\d"
DATE = re.compile(f"{DAY}[-. ]?{MONTH}[-. ]?{YEAR}|{YEAR}[-. ]?{MONTH}[-. ]?{DAY}", re.A)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def normalised(text: str) -> str | None:
    """The nine digits of a BSN however it is typed, None for what is no BSN (elfproef) or a day."""
    typed = SEPARATORS.sub("", text)
    if typed != text and DATE.fullmatch(text):
        return None
    if not typed.isdecimal() or len(typed) not in (8, 9):
        return None
    # With eight digits Excel dropped the zero in front; other digits than ours become ours.
    digits = "".join(str(unicodedata.decimal(char)) for char in typed).zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return digits if total % 11 == 0 and int(digits) else None


def masked(text: str) -> str:
    """All of a number that may be shown: '…782'."""
    digits = "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())
    return f"…{digits[-3:]}"


def is_masked(text: str) -> bool:
    """Whether this is what we show of a number: the number itself was never in the list."""
    return bool(re.fullmatch(r"…\d{3}", text, re.A))


def are_bsns(values: list[str]) -> bool:
    """Whether a column is one of BSNs, whatever it is called: of other numbers 1 in 11 passes.

    A day written as 02032016 may be one too, but a column of them is not.
    """
    filled = [value for value in values if value]
    found = [value for value in filled if normalised(value) and not DATE.fullmatch(value)]
    return 2 * len(found) > len(filled)
