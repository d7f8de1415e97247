"""A burgerservicenummer: known again, and never kept.

No Django in this module.
"""

import re
import unicodedata

SEPARATORS = re.compile(r"[ .\-]")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def normalised(text: str) -> str | None:
    """The nine digits of a BSN however it is typed, None for what is no BSN (elfproef)."""
    typed = SEPARATORS.sub("", text)
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


def are_bsns(values: list[str]) -> bool:
    """Whether a column is one of BSNs, whatever it is called: of other numbers 1 in 11 passes."""
    filled = [value for value in values if value]
    return bool(filled) and 2 * sum(normalised(value) is not None for value in filled) > len(filled)
