"""The limits, in days, that a pilot can set for itself, and what is usual.

No Django in this module.
"""

from collections.abc import Mapping
from enum import StrEnum

from participants import mediation, signals, waiting


class Subject(StrEnum):
    """What has limits beside the signals; the values are kept in the database."""

    WAITING = "wachtlijst"
    MEDIATION = "bemiddeling"


# One number, or one for each phase or other part of the subject.
USUAL: Mapping[StrEnum, Mapping[StrEnum, int] | int] = {
    **signals.DAYS,
    Subject.WAITING: waiting.DAYS,
    Subject.MEDIATION: mediation.DAYS,
}


class Limits:
    """The limits of a pilot: USUAL, with what it set itself in their place.

    `own`: days by the name of the limit, see `key`.
    """

    def __init__(self, own: Mapping[str, int]):
        self.own = own

    @staticmethod
    def key(subject: StrEnum, part: StrEnum | None = None) -> str:
        return f"{subject}:{part}" if part else str(subject)

    def each(self, subject: StrEnum) -> dict[StrEnum, int]:
        usual = USUAL[subject]
        if isinstance(usual, int):
            raise TypeError(f"{subject} has one limit")
        return {part: self.own.get(self.key(subject, part), days) for part, days in usual.items()}

    def days(self, subject: StrEnum) -> int:
        usual = USUAL[subject]
        if not isinstance(usual, int):
            raise TypeError(f"{subject} has more than one limit")
        return self.own.get(self.key(subject), usual)


STANDARD = Limits({})
