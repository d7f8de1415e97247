"""What the page of one participant is made of, from top to bottom.

To add a part: a function that gives what its template needs, or None where there is nothing to
show, and a row in SECTIONS. A part that a role may not see is not made at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from participants.history import history
from participants.models import Participant
from participants.outflow_sections import engagements, outflow
from participants.timeline import timeline
from pilot.models import User
from pilot.roles import Permission


@dataclass(frozen=True)
class Reader:
    """Who reads the page, and what they may see of it."""

    user: User
    participant: Participant

    def may(self, permission: Permission) -> bool:
        return self.user.can(permission, pilot=self.participant.pilot)

    @property
    def sees_notes(self) -> bool:
        return self.may(Permission.PARTICIPANT_NOTES_VIEW)


@dataclass(frozen=True)
class Section:
    """`template` stands in templates/participants/sections/; `wide`: as broad as the page."""

    template: str
    context: Callable[[Reader], dict | None]
    permission: Permission = Permission.PARTICIPANT_VIEW
    wide: bool = False

    @property
    def path(self) -> str:
        return f"participants/sections/{self.template}.html"


def now(reader):
    participant = reader.participant
    return {
        "planned": participant.steps.planned().select_related("type"),
        "diagnosis": participant.diagnoses.last(),
        "outcome": participant.outcomes.last(),
        "today_of_pilot": participant.pilot.today(),
        "may_log": reader.may(Permission.STEP_LOG),
    }


def person(reader):
    return {"see_all": reader.sees_notes}


def happened(reader):
    return {"events": timeline(reader.participant, reader=reader.user, notes=reader.sees_notes)}


def last_change(reader):
    change = next(iter(history(reader.participant)), None)
    return {"change": change} if change else None


SECTIONS = [
    Section("now", now),
    Section("person", person),
    Section("engagements", engagements, Permission.PLACEMENT_RECORD, wide=True),
    Section("outflow", outflow, Permission.OUTCOME_RECORD, wide=True),
    Section("happened", happened, wide=True),
    Section("last_change", last_change, Permission.PARTICIPANT_NOTES_VIEW, wide=True),
]


def sections_for(reader: Reader) -> list[dict]:
    """What this reader gets to see, in order: the path of each template and what it needs."""
    shown = []
    for section in SECTIONS:
        if reader.may(section.permission) and (context := section.context(reader)) is not None:
            shown.append({"path": section.path, "wide": section.wide} | context)
    return shown
