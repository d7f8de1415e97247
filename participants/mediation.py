"""What asks for the attention of the recruiter: the limits, in days (our proposals).

No Django in this module.
"""

from enum import StrEnum

# What comes within so many days is near.
DAYS_AHEAD = 7


class Silence(StrEnum):
    """Of whom nothing was heard; the values are kept in the database."""

    ANSWER = "antwoord"
    CONTACT = "contact"


LABELS = {
    Silence.ANSWER: "geen antwoord van de werkgever op een voorstel",
    Silence.CONTACT: "geen contact van de recruiter met wie is verwezen",
}
# Longer than this is too long; a pilot can set its own (participants/limits.py).
DAYS = {Silence.ANSWER: 7, Silence.CONTACT: 14}


class MediationSignal(StrEnum):
    """Whom it is about; the values stand in addresses, so they are Dutch."""

    NEW = "nieuw"
    OVERDUE = "afspraak-voorbij"
    AHEAD = "afspraak"
    NO_CONTACT = "geen-contact"
