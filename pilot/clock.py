"""A time of the day as people type it.

No Django in this module.
"""

import re
from datetime import time

# 14:30, 14.30, 14u30, 14 30, 14 uur 30, with or without the minutes ...
IN_PARTS = re.compile(r"(\d{1,2})(?:\s*(?::|\.|,|;|h|uur|u|\s)\s*(\d{2}))?\s*(?:h|uur|u)?")
# ... or without anything between them.
TOGETHER = re.compile(r"(\d{1,2})(\d{2})\s*(?:h|uur|u)?")


def read_time(text: str) -> time:
    """What somebody means by 14:30, 14.30, 1430, 14u30, 14 uur. Raises ValueError."""
    typed = text.strip().lower()
    found = IN_PARTS.fullmatch(typed) or TOGETHER.fullmatch(typed)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))
