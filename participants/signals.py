"""What asks for attention today: each signal is one question about participants.

No Django in this module. A signal is gone as soon as what it asks for was done.
"""

from enum import StrEnum

from participants.trajectory import Phase


class Signal(StrEnum):
    """The values stand in addresses, so they are Dutch."""

    OVERDUE = "te-laat"
    TODAY = "vandaag"
    THIS_WEEK = "komende-week"
    NO_CONTACT = "geen-contact"


LABELS = {
    Signal.OVERDUE: "afspraak voorbij",
    Signal.TODAY: "afspraak vandaag",
    Signal.THIS_WEEK: "afspraak in de komende 7 dagen",
    Signal.NO_CONTACT: "te lang geen contact",
}
DAYS_AHEAD = 7
# Longer than this many days without a step is too long (our proposal; the sources give no number).
DAYS_WITHOUT_CONTACT: dict[Phase, int] = {
    Phase.SELECTION: 14,
    Phase.INTAKE: 14,
    Phase.DIAGNOSIS: 21,
    Phase.PLACEMENT: 14,
    Phase.EDUCATION: 30,
    Phase.ENTREPRENEURSHIP: 30,
}
