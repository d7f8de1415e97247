"""Everything that happened to a participant, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from participants.models import Correction
from pilot.templatetags.ui import day, decimal_comma


@dataclass(frozen=True)
class Event:
    on: date
    at: datetime
    by: str
    what: str
    detail: str = ""
    note: str = ""
    # The step that it is, where the reader may correct it.
    step: UUID | None = None


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
        Event(
            s.on,
            s.at,
            str(s.by),
            s.type.name,
            step_detail(s),
            readable(s, s.note),
            s.uuid if notes or s.by_id == reader.pk else None,
        )
        for s in participant.steps.done().select_related("by", "type", "partner")
    ]
    events += [
        Event(c.on, c.at, str(c.by), *correction_in_words(c), readable(c, c.reason))
        for c in Correction.objects.filter(step__participant=participant).select_related(
            "by", "step__type"
        )
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


def step_detail(step) -> str:
    parts = [step.get_manner_display(), step.get_attendance_display()]
    if step.minutes is not None:
        parts.append(f"{step.minutes} minuten")
    if step.partner:
        parts.append(f"met {step.partner}")
    if step.interpreter:
        parts.append("met tolk")
    return ", ".join(part for part in parts if part)


def correction_in_words(correction) -> tuple[str, str]:
    """What was corrected, and what it was before."""
    changes = [
        f"{label} was {before}" if after else label for label, before, after in correction.changes
    ]
    done = "Ingetrokken" if correction.step.withdrawn else "Gecorrigeerd"
    return f"{done}: {correction.step.type} van {day(correction.step_on)}", "; ".join(changes)


def outcome_detail(outcome) -> str:
    parts = [outcome.get_dropout_reason_display()]
    if outcome.hours is not None:
        parts.append(f"{decimal_comma(outcome.hours)} uur per week")
    return ", ".join(part for part in parts if part)
