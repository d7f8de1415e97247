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
    events += mediation_events(participant)
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
    return ", ".join(part for part in parts if part)


def outcome_detail(outcome) -> str:
    parts = [outcome.get_dropout_reason_display()]
    if outcome.hours is not None:
        parts.append(f"{decimal_comma(outcome.hours)} uur per week")
    return ", ".join(part for part in parts if part)


def mediation_events(participant) -> list[Event]:
    """To and from the recruiter; these notes are meant for everybody who sees the participant."""
    events = []
    for r in participant.referrals.select_related("by", "ended_by"):
        events.append(Event(r.on, r.at, str(r.by), str(r), note=r.note))
        if not r.is_open:
            reason = r.get_end_reason_display()
            ended = Event(r.ended_on, r.ended_at, str(r.ended_by), "Verwijzing beëindigd", reason)
            events.append(ended)
    events += [
        Event(p.on, p.at, str(p.by), str(p), str(p.vacancy.employer), p.note)
        for p in participant.proposals.select_related("by", "vacancy__employer")
    ]
    events += [
        Event(a.on, a.at, str(a.by), f"{a.proposal.vacancy}: {a}", answer_detail(a), a.note)
        for a in participant.proposal_answers.select_related("by", "proposal__vacancy")
    ]
    return events


def answer_detail(answer) -> str:
    if answer.interview_on:
        return f"op {answer.interview_on:%d-%m-%Y}"
    return answer.get_reason_display()
