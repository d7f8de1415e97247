"""Everything that happened to a participant, newest first."""

from dataclasses import dataclass
from datetime import date, datetime

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

    events = [
        Event(t.on, t.at, str(t.by), f"Fase: {t}", note=readable(t, t.reason))
        for t in participant.transitions.select_related("by")
    ]
    events += [
        Event(a.on, a.at, str(a.by), str(a))
        for a in participant.assignments.select_related("by", "consultant")
    ]
    events += [
        Event(d.on, d.at, str(d.by), str(d), note=readable(d, d.explanation))
        for d in participant.diagnoses.select_related("by")
    ]
    events += [
        Event(o.on, o.at, str(o.by), f"Uitstroom: {o}", outcome_detail(o), readable(o, o.note))
        for o in participant.outcomes.select_related("by")
    ]
    events += [
        Event(s.on, s.at, str(s.by), s.type.name, step_detail(s), readable(s, s.note))
        for s in participant.steps.done().select_related("by", "type")
    ]
    events += outflow_events(participant, readable, notes)
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


def outflow_events(participant, readable, notes) -> list[Event]:
    """What they began and ended, and how it went afterwards.

    Of that, who may not read notes gets to see the placements only.
    """
    today, rows = (
        participant.pilot.today(),
        list(participant.placements.select_related("by", "ended_by")),
    )
    events = []
    if notes:
        rows += [*participant.studies.select_related("by", "ended_by")]
        rows += [*participant.businesses.select_related("by", "ended_by")]
        events = [
            Event(f.on, f.at, str(f.by), str(f), f.detail, f.note)
            for f in participant.followups.select_related("by")
        ]
    for row in rows:
        what, note = str(row), readable(row, row.note)
        if row.starts_on <= today:
            events.append(Event(row.starts_on, row.at, str(row.by), f"Begonnen: {what}", note=note))
        if row.ended_on:
            how, by = row.get_ended_reason_display(), str(row.ended_by)
            events.append(Event(row.ended_on, row.ended_at, by, f"Beëindigd: {what}", how))
    return events


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
