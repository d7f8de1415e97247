"""What the page of one participant is made of, from top to bottom.

To add a part: a function that gives what its template needs, or None where there is nothing to
show, and a row in SECTIONS. A part that a role may not see is not made at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from participants.completeness import Part, missing
from participants.diagnosis_choices import EXAM_PARTS, PART_LABELS, Hampers, Skill
from participants.history import history
from participants.integration import EXAM_PARTS as EXAM_PARTS_BY_LAW
from participants.integration import Law
from participants.models import CivicIntegration, DiagnosisFile, Participant
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


def background(reader):
    """What somebody brings and wants: also for whoever looks for work for them."""
    participant = reader.participant
    if participant.is_candidate:
        return None
    measured = participant.skill_levels.order_by("on", "pk")
    return {
        "file": DiagnosisFile.objects.of(participant),
        "studies": participant.studies.all(),
        "work": participant.work_experience.select_related("occupation"),
        "wanted": participant.wanted_occupations.select_related("occupation"),
        "skills": [
            (skill.label.capitalize(), [row for row in measured if row.skill == skill])
            for skill in Skill
        ],
    }


def diagnosis(reader):
    participant = reader.participant
    if participant.is_candidate:
        return None
    file = DiagnosisFile.objects.of(participant)
    lacking = missing(file.filled())
    return {
        "file": file,
        "lacking": [PART_LABELS[part] for part in lacking],
        "complete": len(Part) - len(lacking),
        "parts": len(Part),
        "barriers": participant.barriers.filter(hampers=Hampers.YES).select_related("organisation"),
        "rung": participant.ladder_rungs.last(),
    }


def integration(reader):
    participant = reader.participant
    if participant.is_candidate:
        return None
    of_them = CivicIntegration.objects.of(participant)
    labels = dict(EXAM_PARTS)
    passed = of_them.passed
    return {
        "integration": of_them,
        "passed": [(labels[part], day) for part, day in passed.items()],
        "parts_asked": len(EXAM_PARTS_BY_LAW[Law(of_them.law)]),
        "may_edit": reader.may(Permission.DIAGNOSIS_RECORD),
    }


def happened(reader):
    return {"events": timeline(reader.participant, reader=reader.user, notes=reader.sees_notes)}


def last_change(reader):
    change = next(iter(history(reader.participant)), None)
    return {"change": change} if change else None


SECTIONS = [
    Section("now", now),
    Section("person", person),
    Section("background", background),
    Section("diagnosis", diagnosis, Permission.DIAGNOSIS_VIEW),
    Section("integration", integration, Permission.DIAGNOSIS_VIEW),
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
