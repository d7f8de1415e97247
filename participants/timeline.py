"""Everything that happened to a participant, newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from participants.on_behalf import OnBehalf
from pilot.templatetags.ui import decimal_comma


@dataclass(frozen=True)
class Event:
    on: date
    at: datetime
    by: str
    what: str
    detail: str = ""
    note: str = ""


def timeline(participant, *, reader, notes: bool) -> list[Event]:
    """`notes`: whether the reader may read what others noted; own notes can always be read."""

    def readable(row, text):
        return text if notes or row.by_id == reader.pk else ""

    on_behalf = OnBehalf(participant)

    def who(row):
        return on_behalf.told(row.by, at=row.at, on=row.on)

    events = [
        Event(t.on, t.at, who(t), f"Fase: {t}", note=readable(t, t.reason))
        for t in participant.transitions.select_related("by")
    ]
    events += [
        Event(a.on, a.at, str(a.by), str(a), transfer_detail(a, notes), readable(a, a.explanation))
        for a in participant.assignments.select_related("by", "consultant", "previous")
    ]
    events += [
        Event(d.on, d.at, who(d), str(d), note=readable(d, d.explanation))
        for d in participant.diagnoses.select_related("by")
    ]
    events += [
        Event(o.on, o.at, who(o), f"Uitstroom: {o}", outcome_detail(o), readable(o, o.note))
        for o in participant.outcomes.select_related("by")
    ]
    events += [
        Event(s.on, s.at, who(s), s.type.name, step_detail(s), readable(s, s.note))
        for s in participant.steps.done().select_related("by", "type")
    ]
    if participant.selected_on:
        events.append(
            Event(
                participant.selected_on,
                participant.selected_at,
                str(participant.selected_by),
                "Geselecteerd voor de pilot",
            )
        )
    return sorted(events, key=lambda event: (event.on, event.at), reverse=True)


def transfer_detail(assignment, notes: bool) -> str:
    """Why somebody was transferred: not for who may not read what was noted."""
    return assignment.get_reason_display() if notes else ""


def step_detail(step) -> str:
    parts = [step.get_manner_display(), step.get_attendance_display()]
    if step.minutes is not None:
        parts.append(f"{step.minutes} minuten")
    return ", ".join(part for part in parts if part)


def outcome_detail(outcome) -> str:
    parts = [outcome.get_dropout_reason_display()]
    if outcome.hours is not None:
        parts.append(f"{decimal_comma(outcome.hours)} uur per week")
    return ", ".join(part for part in parts if part)
