"""What a participant does on the way or in the end: a placement, a study, an own business.

No Django in this module.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from participants.outcomes import OutcomeKind

# From so many hours a week on, work is proposed as full; who fills in the outcome decides.
FULL_FROM = Decimal(32)
# To study with the benefit retained is for who is older (actieplan 2016, § 4).
BENEFIT_ABOVE = 30


class PlacementKind(StrEnum):
    WORK_EXPERIENCE = "work_experience"
    TRIAL = "trial"
    LEARN_WORK = "learn_work"
    SUBSIDISED = "subsidised"
    REGULAR = "regular"


class Financing(StrEnum):
    """What somebody lives on while they study."""

    GRANT = "grant"
    BENEFIT = "benefit"
    OTHER = "other"


class Bbz(StrEnum):
    """Assistance for the self-employed (Besluit bijstandverlening zelfstandigen)."""

    NONE = "none"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


class Standing(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    # Past the day agreed on, and nobody said what became of it.
    OVERDUE = "overdue"
    ENDED = "ended"

    @classmethod
    def on(cls, day: date, *, starts: date, agreed: date | None, ended: date | None) -> "Standing":
        """How it stands on a day, with what was recorded by now."""
        if ended:
            return cls.ENDED
        if day < starts:
            return cls.PLANNED
        return cls.OVERDUE if agreed and agreed < day else cls.RUNNING


def outcome_of_placement(kind: str, hours: Decimal | None) -> OutcomeKind | None:
    """The outcome that a placement leads to; to try out or to learn work is none yet."""
    full = hours is not None and hours >= FULL_FROM
    if kind == PlacementKind.REGULAR:
        return OutcomeKind.PAID_FULL if full else OutcomeKind.PAID_PARTIAL
    if kind == PlacementKind.SUBSIDISED:
        return OutcomeKind.SUBSIDISED_FULL if full else OutcomeKind.SUBSIDISED_PARTIAL
    return None


def outcome_of_study(financing: str) -> OutcomeKind | None:
    return {
        Financing.GRANT: OutcomeKind.STUDY_GRANT,
        Financing.BENEFIT: OutcomeKind.STUDY_BENEFIT,
    }.get(Financing(financing))


def outcome_of_business(bbz: str) -> OutcomeKind:
    """Who is granted Bbz has left the ordinary benefit (our reading)."""
    return OutcomeKind.BUSINESS_FULL if bbz == Bbz.GRANTED else OutcomeKind.BUSINESS_PARTIAL


def overlaps(start: date, end: date | None, other_start: date, other_end: date | None) -> bool:
    """Whether two periods share a day; the last day belongs to it, None is without an end."""
    return (end is None or other_start <= end) and (other_end is None or start <= other_end)
