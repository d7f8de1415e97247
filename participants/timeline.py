"""Everything that happened to a participant, newest first.

To add a kind of event: a row in SOURCES that says which rows there are and what each of them tells.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from participants.models import StepCorrection
from participants.models.plans import GoalState
from participants.on_behalf import OnBehalf
from pilot.roles import Permission
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


def nothing(row: Any) -> str:
    return ""


def nowhere(row: Any) -> None:
    return None


@dataclass(frozen=True)
class Source:
    """Where events come from. `kind`: as it stands in an address; several sources can share it.

    `rows`: those of a participant, with all that the others need of a row, so in one query. `what`,
    `detail` and `note` tell the event; the note is for who may read notes, and for who wrote it.
    `permission`: without it none of these events is there.
    """

    kind: str
    label: str
    rows: Callable[[Any], Iterable]
    what: Callable[[Any], str] = str
    detail: Callable[[Any], str] = nothing
    note: Callable[[Any], str] = nothing
    permission: Permission = Permission.PARTICIPANT_VIEW
    on: Callable[[Any], date] = attrgetter("on")
    at: Callable[[Any], datetime] = attrgetter("at")
    by: Callable[[Any], Any] = attrgetter("by")
    # What can be corrected, by who may read its note.
    step: Callable[[Any], UUID | None] = nowhere

    def events(self, participant, *, reader, notes: bool, told) -> list[Event]:
        """`told`: says who did something, and as whose stand-in."""
        return [
            self.event(row, own=notes or self.by(row) == reader, told=told)
            for row in self.rows(participant)
        ]

    def event(self, row, *, own: bool, told) -> Event:
        on, at = self.on(row), self.at(row)
        return Event(
            on,
            at,
            told(self.by(row), at=at, on=on),
            self.what(row),
            self.detail(row),
            self.note(row) if own else "",
            self.step(row) if own else None,
        )


def why_transferred(assignment) -> str:
    """Not for who may not read what was noted."""
    return ": ".join(filter(None, (assignment.get_reason_display(), assignment.explanation)))


def engaged(related: str, by: str, **asked):
    """The rows of what somebody does, with who did what is told of them."""

    def rows(participant):
        return getattr(participant, related).filter(**asked).select_related(by)

    return rows


def withdrawn(related: str):
    def rows(participant):
        gone = getattr(participant, related)(manager="recorded").filter(withdrawn=True)
        return gone.select_related("withdrawn_by")

    return rows


def begins(row) -> str:
    """What begins later was agreed upon on the day that it was recorded."""
    today = row.participant.pilot.today()
    return f"Begonnen: {row}" if row.has_begun(today) else f"Afgesproken: {row}"


def begins_on(row) -> date:
    pilot = row.participant.pilot
    return row.starts_on if row.has_begun(pilot.today()) else pilot.day_of(row.at)


def begins_detail(row) -> str:
    today = row.participant.pilot.today()
    return "" if row.has_begun(today) else f"begint op {day(row.starts_on)}"


def engagement_sources(kind: str, label: str, related: str, permission: Permission) -> list[Source]:
    """When they began something, when that ended, and what came to nothing."""
    return [
        Source(
            kind,
            label,
            engaged(related, "by"),
            what=begins,
            detail=begins_detail,
            note=attrgetter("note"),
            permission=permission,
            on=begins_on,
        ),
        Source(
            kind,
            label,
            withdrawn(related),
            what=lambda row: f"Ingetrokken: {row} (vanaf {day(row.starts_on)})",
            note=attrgetter("withdrawn_reason"),
            permission=permission,
            on=attrgetter("withdrawn_on"),
            at=attrgetter("withdrawn_at"),
            by=attrgetter("withdrawn_by"),
        ),
        Source(
            kind,
            label,
            engaged(related, "ended_by", ended_on__isnull=False),
            what=lambda row: f"Beëindigd: {row}",
            detail=lambda row: row.get_ended_reason_display(),
            permission=permission,
            on=attrgetter("ended_on"),
            at=attrgetter("ended_at"),
            by=attrgetter("ended_by"),
        ),
    ]


def step_detail(step) -> str:
    parts = [step.get_manner_display(), step.get_attendance_display()]
    if step.minutes is not None:
        parts.append(f"{step.minutes} minuten")
    if step.partner:
        parts.append(f"met {step.partner}")
    if step.interpreter:
        parts.append("met tolk")
    return ", ".join(part for part in parts if part)


def correction_in_words(correction) -> str:
    done = correction.kind.capitalize() or "Gecorrigeerd"
    return f"{done}: {correction.step.type} van {day(correction.step_on)}"


def outcome_correction_in_words(correction) -> str:
    done = correction.kind.capitalize() or "Gecorrigeerd"
    return f"{done}: uitstroom {correction.outcome} van {day(correction.outcome_on)}"


def what_it_was(correction) -> str:
    if correction.kind:
        return ""
    changes = [
        f"{label} was {before}" if after else label for label, before, after in correction.changes
    ]
    return "; ".join(changes)


def outcome_detail(outcome) -> str:
    parts = [outcome.get_dropout_reason_display()]
    if outcome.hours is not None:
        parts.append(f"{decimal_comma(outcome.hours)} uur per week")
    return ", ".join(part for part in parts if part)


def answer_detail(answer) -> str:
    if answer.interview_on:
        return f"op {day(answer.interview_on)}"
    return answer.get_reason_display()


def told(*parts) -> str:
    return ". ".join(str(part) for part in parts if part)


def instrument_detail(instrument) -> str:
    provider = f"bij {instrument.provider}" if instrument.provider else ""
    until = f"tot en met {day(instrument.ends_on)}" if instrument.ends_on else ""
    return ", ".join(part for part in (provider, until) if part)


SOURCES = [
    Source(
        "stap",
        "stappen",
        lambda p: p.steps.done().select_related("by", "type", "partner"),
        what=lambda step: step.type.name,
        detail=step_detail,
        note=attrgetter("note"),
        step=attrgetter("uuid"),
    ),
    Source(
        "correctie",
        "correcties",
        lambda p: StepCorrection.objects.filter(step__participant=p).select_related(
            "by", "step__type"
        ),
        what=correction_in_words,
        detail=what_it_was,
        note=attrgetter("reason"),
    ),
    Source(
        "fase",
        "fase",
        lambda p: p.transitions.select_related("by"),
        what=lambda transition: f"Fase: {transition}",
        note=attrgetter("reason"),
    ),
    Source(
        "diagnose",
        "diagnose",
        lambda p: p.diagnoses.select_related("by"),
        note=attrgetter("explanation"),
    ),
    Source(
        "plan",
        "plan",
        lambda p: p.plan_agreements.select_related("by"),
        permission=Permission.PLAN_EDIT,
    ),
    Source(
        "plan",
        "plan",
        lambda p: p.goals.select_related("by"),
        what=lambda goal: f"Doel: {goal}",
        permission=Permission.PLAN_EDIT,
    ),
    Source(
        "plan",
        "plan",
        lambda p: p.goals.exclude(state=GoalState.OPEN).select_related("closed_by"),
        what=lambda goal: f"Doel {goal.get_state_display()}: {goal}",
        note=attrgetter("remark"),
        permission=Permission.PLAN_EDIT,
        on=attrgetter("closed_on"),
        at=attrgetter("closed_at"),
        by=attrgetter("closed_by"),
    ),
    Source(
        "plan",
        "plan",
        lambda p: p.actions.exclude(done_on=None).select_related("settled_by", "partner"),
        what=lambda action: f"Actie gedaan: {action}",
        detail=attrgetter("who"),
        permission=Permission.PLAN_EDIT,
        on=attrgetter("done_on"),
        at=attrgetter("settled_at"),
        by=attrgetter("settled_by"),
    ),
    Source(
        "instrument",
        "instrumenten",
        lambda p: p.instruments.filter(starts_on__lte=p.pilot.today()).select_related(
            "by", "provider"
        ),
        what=lambda instrument: f"Instrument: {instrument}",
        detail=instrument_detail,
        note=attrgetter("note"),
        on=attrgetter("starts_on"),
    ),
    Source(
        "uitstroom",
        "uitstroom",
        lambda p: p.outcomes.select_related("by"),
        what=lambda outcome: f"Uitstroom: {outcome}",
        detail=outcome_detail,
        note=attrgetter("note"),
    ),
    Source(
        "correctie",
        "correcties",
        lambda p: p.outcomecorrections.select_related("by", "outcome"),
        what=outcome_correction_in_words,
        detail=what_it_was,
        note=attrgetter("reason"),
    ),
    *engagement_sources("plaatsing", "plaatsingen", "placements", Permission.PARTICIPANT_VIEW),
    *engagement_sources("studie", "studies", "studies", Permission.OUTCOME_RECORD),
    *engagement_sources("onderneming", "onderneming", "businesses", Permission.OUTCOME_RECORD),
    Source(
        "nazorg",
        "nazorg",
        lambda p: p.followups.select_related("by"),
        detail=attrgetter("detail"),
        note=attrgetter("note"),
        permission=Permission.OUTCOME_RECORD,
    ),
    # These notes are meant for everybody who sees the participant.
    Source(
        "bemiddeling",
        "bemiddeling",
        lambda p: p.referrals.select_related("by"),
        detail=attrgetter("note"),
    ),
    Source(
        "bemiddeling",
        "bemiddeling",
        lambda p: p.referrals.exclude(ended_on=None).select_related("ended_by"),
        what=lambda referral: "Verwijzing beëindigd",
        detail=lambda referral: referral.get_end_reason_display(),
        on=attrgetter("ended_on"),
        at=attrgetter("ended_at"),
        by=attrgetter("ended_by"),
    ),
    Source(
        "bemiddeling",
        "bemiddeling",
        lambda p: p.proposals.select_related("by", "vacancy__employer"),
        detail=lambda proposal: told(proposal.vacancy.employer, proposal.note),
    ),
    Source(
        "bemiddeling",
        "bemiddeling",
        lambda p: p.proposal_answers.select_related("by", "proposal__vacancy"),
        what=lambda answer: f"{answer.proposal.vacancy}: {answer}",
        detail=lambda answer: told(answer_detail(answer), answer.note),
    ),
    Source(
        "toewijzing",
        "toewijzing",
        lambda p: p.assignments.select_related("by", "consultant", "previous"),
        note=why_transferred,
    ),
    Source(
        "selectie",
        "selectie",
        lambda p: [p] if p.selected_on else [],
        what=lambda p: "Geselecteerd voor de pilot",
        on=attrgetter("selected_on"),
        at=attrgetter("selected_at"),
        by=attrgetter("selected_by"),
    ),
    Source(
        "correctie",
        "correcties",
        lambda p: p.corrections.select_related("by"),
        note=attrgetter("reason"),
        permission=Permission.PARTICIPANT_CORRECT,
    ),
]


def sources_for(reader, pilot) -> list[Source]:
    return [source for source in SOURCES if reader.can(source.permission, pilot=pilot)]


def timeline(participant, *, reader, notes: bool, kind: str = "", since=None, until=None):
    """All events, or those of one kind or between two days.

    `notes`: whether the reader may read what others noted; own notes can always be read.
    """
    told = OnBehalf(participant).told
    events = [
        event
        for source in sources_for(reader, participant.pilot)
        if kind in ("", source.kind)
        for event in source.events(participant, reader=reader, notes=notes, told=told)
        if (since is None or event.on >= since) and (until is None or event.on <= until)
    ]
    return sorted(events, key=lambda event: (event.on, event.at), reverse=True)
