"""What asks for attention today: each signal is one question about participants.

No Django in this module. A signal is gone as soon as what it asks for was done. To add one: a
member and its row in ABOUT here, its question in `ParticipantQuerySet.signalled`, and where it can
be set its limits in DAYS.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from participants.trajectory import Phase


class Signal(StrEnum):
    """The values stand in addresses, so they are Dutch."""

    OVERDUE = "te-laat"
    TODAY = "vandaag"
    THIS_WEEK = "komende-week"
    NO_CONTACT = "geen-contact"
    INTEGRATION = "inburgering"


@dataclass(frozen=True)
class About:
    """`label`: in the filter of a list. `heading`: on Vandaag.

    `since`: the day on each participant that the signal counts from, longest ago first.
    `sort`: how the list of participants is sorted then.
    """

    label: str
    heading: str
    since: str
    sort: str = "gepland"


ABOUT: dict[Signal, About] = {
    Signal.OVERDUE: About("afspraak voorbij", "Voorbij, nog niet vastgelegd", "appointment_on"),
    Signal.TODAY: About("afspraak vandaag", "Vandaag", "appointment_on"),
    Signal.THIS_WEEK: About(
        "afspraak in de komende 7 dagen", "De komende 7 dagen", "appointment_on"
    ),
    Signal.NO_CONTACT: About(
        "te lang geen contact", "Te lang geen contact", "last_contact_on", "-dagen"
    ),
    Signal.INTEGRATION: About(
        "inburgering: termijn loopt af", "Inburgering: de termijn loopt af", "integration_ends_on"
    ),
}
DAYS_AHEAD = 7

# The limits a pilot can set, in days: by phase, or one for all phases.
DAYS: dict[Signal, dict[Phase, int] | int] = {
    # Longer without a contact is too long (our proposal; the sources give no number).
    Signal.NO_CONTACT: {
        Phase.SELECTION: 14,
        Phase.INTAKE: 14,
        Phase.DIAGNOSIS: 21,
        Phase.PLACEMENT: 14,
        Phase.EDUCATION: 30,
        Phase.ENTREPRENEURSHIP: 30,
    },
    # So long before the end of the term; half a year.
    Signal.INTEGRATION: 183,
}


class Limits:
    """The limits of a pilot: DAYS, with what it set itself in their place.

    `own`: days by the name of the limit, see `key`.
    """

    def __init__(self, own: Mapping[str, int]):
        self.own = own

    @staticmethod
    def key(signal: Signal, phase: Phase | None = None) -> str:
        return f"{signal}:{phase}" if phase else str(signal)

    def by_phase(self, signal: Signal) -> dict[Phase, int]:
        standard = DAYS[signal]
        if isinstance(standard, int):
            raise TypeError(f"{signal} has one limit for all phases")
        return {
            phase: self.own.get(self.key(signal, phase), days) for phase, days in standard.items()
        }

    def days(self, signal: Signal) -> int:
        standard = DAYS[signal]
        if not isinstance(standard, int):
            raise TypeError(f"{signal} has a limit for each phase")
        return self.own.get(self.key(signal), standard)


STANDARD = Limits({})
