"""Inburgering: which law holds, what can be said of somebody, what has to be passed, until when.

No Django in this module. The laws are of 2013 (Wet inburgering, with a loan of DUO) and of 2021
(in force since 1 January 2022, led by the municipality); see domain.md, section 8.2.
"""

from datetime import date
from enum import StrEnum

YEARS = 3  # the term under both laws
LEAP_DAY = (2, 29)


class Law(StrEnum):
    OF_2013 = "2013"
    OF_2021 = "2021"


class Status(StrEnum):
    NOT_OBLIGED = "not_obliged"
    NOT_STARTED = "not_started"
    BUSY = "busy"
    EXTENDED = "extended"
    MET = "met"
    MET_A2 = "met_a2"
    MET_STATE_1 = "met_state_1"
    MET_STATE_2 = "met_state_2"
    EXEMPT = "exempt"
    RELEASED_MEDICAL = "released_medical"
    RELEASED_EFFORT = "released_effort"


class ExamPart(StrEnum):
    READING = "reading"
    LISTENING = "listening"
    WRITING = "writing"
    SPEAKING = "speaking"
    SOCIETY = "society"
    LABOUR_MARKET = "labour_market"
    DECLARATION = "declaration"
    INTAKE = "intake"
    PLAN = "plan"
    ROUTE = "route"
    MODULE = "module"


class LearningRoute(StrEnum):
    B1 = "b1"
    EDUCATION = "education"
    SELF_RELIANCE = "self_reliance"


UNSETTLED = (Status.NOT_STARTED, Status.BUSY, Status.EXTENDED)
RELEASED = (Status.EXEMPT, Status.RELEASED_MEDICAL, Status.RELEASED_EFFORT)
# Nothing is asked any more of who is in one of these.
SETTLED = frozenset(Status) - frozenset(UNSETTLED)

STATUSES: dict[Law, tuple[Status, ...]] = {
    Law.OF_2013: (
        Status.NOT_OBLIGED,
        *UNSETTLED,
        Status.MET_A2,
        Status.MET_STATE_1,
        Status.MET_STATE_2,
        *RELEASED,
    ),
    Law.OF_2021: (Status.NOT_OBLIGED, *UNSETTLED, Status.MET, *RELEASED),
}
EXAM_PARTS: dict[Law, tuple[ExamPart, ...]] = {
    Law.OF_2013: (
        ExamPart.READING,
        ExamPart.LISTENING,
        ExamPart.WRITING,
        ExamPart.SPEAKING,
        ExamPart.SOCIETY,
        ExamPart.LABOUR_MARKET,
        ExamPart.DECLARATION,
    ),
    Law.OF_2021: (
        ExamPart.INTAKE,
        ExamPart.PLAN,
        ExamPart.DECLARATION,
        ExamPart.MODULE,
        ExamPart.SOCIETY,
        ExamPart.ROUTE,
    ),
}


def end_of_term(started_on: date) -> date:
    """The last day of the term: the day of the start, three years later."""
    if (started_on.month, started_on.day) == LEAP_DAY:
        return date(started_on.year + YEARS, 2, 28)
    return started_on.replace(year=started_on.year + YEARS)
