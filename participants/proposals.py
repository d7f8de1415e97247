"""What an employer can answer to a proposal, and what can still come after it.

No Django in this module.
"""

from enum import StrEnum


class Answer(StrEnum):
    PENDING = "pending"
    INTERVIEW = "interview"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


# The employer has still to decide.
WAITING = frozenset({Answer.PENDING, Answer.INTERVIEW})
# As long as one of these holds, the same person is not proposed for the same vacancy again.
LIVE = WAITING | {Answer.ACCEPTED}

NEXT: dict[Answer, tuple[Answer, ...]] = {
    Answer.PENDING: (Answer.INTERVIEW, Answer.ACCEPTED, Answer.REJECTED, Answer.WITHDRAWN),
    # Another day for the interview, or a second one.
    Answer.INTERVIEW: (Answer.INTERVIEW, Answer.ACCEPTED, Answer.REJECTED, Answer.WITHDRAWN),
    # Taken back before the work begins: the place is free again.
    Answer.ACCEPTED: (Answer.REJECTED, Answer.WITHDRAWN),
    Answer.REJECTED: (),
    Answer.WITHDRAWN: (),
}


class AnswerNotPossible(ValueError):
    def __init__(self, current: Answer, new: Answer):
        super().__init__(f"{current} -> {new}")


def check_answer(current: Answer, new: Answer) -> None:
    if new not in NEXT[current]:
        raise AnswerNotPossible(current, new)
