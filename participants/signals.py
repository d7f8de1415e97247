"""What asks for attention today: each signal is one question about participants.

No Django in this module. A signal is gone as soon as what it asks for was done. To add one: a
member and its row in ABOUT here, its question in `ParticipantQuerySet.signalled`, and where it can
be set its usual limits in DAYS.
"""

from dataclasses import dataclass
from enum import StrEnum

from participants.trajectory import Phase


class Signal(StrEnum):
    """The values stand in addresses, so they are Dutch."""

    OVERDUE = "te-laat"
    TODAY = "vandaag"
    THIS_WEEK = "komende-week"
    NO_CONTACT = "geen-contact"
    ACTION_OVERDUE = "actie-te-laat"
    NO_ACTION = "geen-actie"
    CONTRACT_ENDS = "contract-loopt-af"
    UNPLACED = "aangenomen-zonder-plaatsing"
    NO_EVIDENCE = "uitstroom-zonder-bewijs"
    AFTERCARE_1 = "nazorg-1-maand"
    AFTERCARE_6 = "nazorg-6-maanden"
    INTEGRATION = "inburgering"


@dataclass(frozen=True)
class About:
    """`label`: in the filter of a list. `heading`: on Vandaag.

    `since`: the day on each participant that the signal counts from, longest ago first; `time`: of
    that day, where it may be known.
    `sort`: how the list of participants is sorted then. `act`: the route of what makes it go away,
    `place` the part of that page, and `act_label` what the link to it says. `listed`: what it is
    about stands by itself among what is open on the page of the participant.
    """

    label: str
    heading: str
    since: str
    sort: str = "gepland"
    act: str = "participants:step-create"
    place: str = ""
    act_label: str = "Vastleggen"
    listed: bool = False
    time: str = ""


ABOUT: dict[Signal, About] = {
    Signal.OVERDUE: About(
        "afspraak voorbij",
        "Voorbij, nog niet vastgelegd",
        "appointment_on",
        listed=True,
        time="appointment_time",
    ),
    Signal.TODAY: About(
        "afspraak vandaag", "Vandaag", "appointment_on", listed=True, time="appointment_time"
    ),
    Signal.THIS_WEEK: About(
        "afspraak in de komende 7 dagen",
        "De komende 7 dagen",
        "appointment_on",
        listed=True,
        time="appointment_time",
    ),
    Signal.NO_CONTACT: About(
        "te lang geen contact", "Te lang geen contact", "last_contact_on", "-dagen"
    ),
    Signal.ACTION_OVERDUE: About(
        "actie te laat",
        "Actie te laat",
        "action_due_on",
        "naam",
        act="participants:detail",
        place="plan",
        act_label="Naar de actie",
        listed=True,
    ),
    Signal.NO_ACTION: About(
        "geen open actie",
        "Geen open actie",
        "without_action_since",
        "naam",
        act="participants:action-create",
        act_label="Actie toevoegen",
    ),
    Signal.CONTRACT_ENDS: About(
        "contract loopt af",
        "Contract loopt af",
        "contract_until",
        "naam",
        act="participants:detail",
        place="engagements",
        act_label="Naar de plaatsing",
    ),
    Signal.UNPLACED: About(
        "aangenomen, plaatsing nog niet vastgelegd",
        "Aangenomen, plaatsing nog niet vastgelegd",
        "accepted_on",
        "naam",
        act="participants:placement-create",
        act_label="Vastleggen",
    ),
    Signal.NO_EVIDENCE: About(
        "uitstroom zonder bewijs",
        "Uitstroom zonder bewijs",
        "unproven_on",
        "naam",
        act="participants:detail",
        place="outflow",
        act_label="Naar de uitstroom",
    ),
    Signal.AFTERCARE_1: About(
        "nazorg na 1 maand",
        "Nazorg na 1 maand",
        "exited_on",
        "naam",
        act="participants:follow-up-create",
        act_label="Nazorg vastleggen",
    ),
    Signal.AFTERCARE_6: About(
        "nazorg na 6 maanden",
        "Nazorg na 6 maanden",
        "exited_on",
        "naam",
        act="participants:follow-up-create",
        act_label="Nazorg vastleggen",
    ),
    Signal.INTEGRATION: About(
        "inburgering: termijn loopt af",
        "Inburgering: de termijn loopt af",
        "integration_ends_on",
        "naam",
        act="participants:integration-edit",
        act_label="Bijwerken",
    ),
}
DAYS_AHEAD = 7

# What is usual, in days: by phase, or one number for all phases (participants/limits.py).
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
    # From the diagnosis on somebody has a plan; longer without an open action is too long (our
    # proposal too).
    Signal.NO_ACTION: {
        Phase.DIAGNOSIS: 21,
        Phase.PLACEMENT: 14,
        Phase.EDUCATION: 30,
        Phase.ENTREPRENEURSHIP: 30,
    },
    # So many days before a placement ends there is time to see to what follows (our proposal).
    Signal.CONTRACT_ENDS: 30,
    # So long before the end of the term; half a year.
    Signal.INTEGRATION: 183,
}
