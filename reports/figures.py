"""The figures of a pilot as of a day: one object for the dashboard, the evaluation and its PDF.

Everything goes by `on`, the day something happened, so what is recorded later for a later day
changes nothing here.
"""

from collections import Counter
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Self

from django.db.models import Count as CountRows
from django.db.models import QuerySet, Sum

from participants.choices import DROPOUT_REASONS, OUTCOME_KINDS, PHASES, Attendance
from participants.consultants import norms_of
from participants.models import (
    Outcome,
    OutcomeCorrection,
    Participant,
    Step,
    StepCorrection,
    TrajectoryRules,
    Transition,
)
from participants.models.queryset import last_on
from participants.outcomes import OutcomeKind
from participants.trajectory import Phase
from pilot.models import Pilot, User
from reports.periods import Quarter
from reports.stocks import Stock, month_ends, stocks

UNASSIGNED = "geen"


@dataclass(frozen=True)
class Count:
    """How many there are of one kind; `key` is what a list is filtered by."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class OutcomeCount(Count):
    """`broad` and `narrow`: whether this pilot counts the kind towards its target."""

    broad: bool
    narrow: bool


@dataclass(frozen=True)
class CaseloadCount(Count):
    """`key` is the username of the consultant, or UNASSIGNED.

    `norm`: for the hours that this consultant works; None of who is not a consultant in the team.
    """

    norm: int | None = None

    @property
    def room(self) -> int | None:
        """How many can be added; below zero it is above the norm."""
        return None if self.norm is None else self.norm - self.count

    @property
    def above_norm(self) -> bool:
        return self.room is not None and self.room < 0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Persons are counted once, among those selected on or before `on`.

    What is called new happened from `since` up to and including `on`. Shares are percentages
    with one decimal.
    """

    pilot_name: str
    target_group: str
    since: date
    on: date
    participants: int
    participants_target: int
    diagnosed: int
    started: int
    diagnosed_and_started: int
    flowed_out: int
    flowed_out_narrow: int
    outflow_target: int
    outflow_target_percentage: int
    # Of the number of participants the pilot is for: what the target is a share of.
    outflow_share: Decimal
    # Of those who ever started a trajectory, the ones among them who flowed out.
    started_share: Decimal
    caseload_norm: int
    phases: tuple[Count, ...]
    outcomes: tuple[OutcomeCount, ...]
    dropouts: tuple[Count, ...]
    caseload: tuple[CaseloadCount, ...]
    new_steps: int
    # Persons who had their first diagnosis, or entered their first trajectory, in the period.
    new_diagnoses: int
    new_started: int
    # Persons for whom an outcome that counts (broad) was reached in the period.
    new_outcomes: int
    attendance: tuple[Count, ...]
    minutes: int
    # Evaluations from before these two were kept have none.
    # Who ever came that far, in the order of the trajectory; `key` as in a list of participants.
    reached: tuple[Count, ...] = ()
    # At the end of every month since the pilot began, and on the day itself.
    outflow_over_time: tuple[Stock, ...] = ()
    pilot_starts_on: date | None = None
    pilot_ends_on: date | None = None
    # Of steps in quarters that were finalised: what was corrected in this period, and how often.
    corrections: tuple[Count, ...] | None = None

    @classmethod
    def of(cls, pilot: Pilot, *, since: date, on: date) -> Self:
        participants = Participant.objects.filter(pilot=pilot).selected(on=on)
        rules = TrajectoryRules.objects.of(pilot)
        numbers = stock(participants, on=on)
        numbers |= outflow(pilot, participants, rules, since=since, on=on)
        return cls(
            pilot_name=pilot.name,
            target_group=pilot.target_group,
            since=since,
            on=on,
            pilot_starts_on=pilot.starts_on,
            pilot_ends_on=pilot.ends_on,
            participants_target=pilot.participants_target,
            outflow_target=pilot.outflow_target,
            outflow_target_percentage=pilot.outflow_target_percentage,
            caseload_norm=pilot.caseload_norm,
            caseload=caseload_of(pilot, participants, on=on),
            reached=reached(participants, numbers, on=on),
            outflow_over_time=outflow_over_time(pilot, participants, rules, on=on),
            corrections=corrections(pilot, since=since, on=on),
            **numbers,
            **period(participants, since=since, on=on),
        )

    @property
    def dropped_out(self) -> int:
        return sum(reason.count for reason in self.dropouts)

    @property
    def in_caseload(self) -> int:
        return sum(row.count for row in self.caseload)

    def as_json(self) -> dict[str, Any]:
        """What JSON can hold, for keeping the figures of a report as they were."""
        return {name: plain(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        stored = with_norms(stored)
        return cls(
            **{
                field.name: restored(field.name, stored[field.name])
                for field in fields(cls)
                if field.name in stored
            }
        )


def with_norms(stored: dict[str, Any]) -> dict[str, Any]:
    """Evaluations from before part-time work was reckoned with held everybody to the same norm."""
    rows = [
        {"norm": None if row["key"] == UNASSIGNED else stored["caseload_norm"]} | row
        for row in stored["caseload"]
    ]
    return stored | {"caseload": rows}


COUNTED = {
    "phases": Count,
    "outcomes": OutcomeCount,
    "dropouts": Count,
    "caseload": CaseloadCount,
    "attendance": Count,
    "reached": Count,
    "corrections": Count,
}
DAYS = {"since", "on", "pilot_starts_on", "pilot_ends_on"}
SHARES = {"outflow_share", "started_share"}


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return str(value) if isinstance(value, date | Decimal) else value


def restored(name: str, value: Any) -> Any:
    if name in COUNTED and value is not None:
        return tuple(COUNTED[name](**row) for row in value)
    if name == "outflow_over_time":
        return tuple(Stock(**row | {"on": date.fromisoformat(row["on"])}) for row in value)
    if name in DAYS:
        return date.fromisoformat(value) if value else None
    return Decimal(value) if name in SHARES else value


def percentage(part: int, whole: int) -> Decimal:
    """With one decimal, rounded half up; of nothing it is 0.0."""
    share = Decimal(100 * part) / whole if whole else Decimal(0)
    return share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def counted(rows: QuerySet, field: str) -> dict[str, int]:
    """How many rows there are for every value of a field, by one query."""
    return dict(rows.order_by().values_list(field).annotate(n=CountRows("pk")))


def counts(choices: list[tuple[str, str]], numbers: dict[str, int]) -> tuple[Count, ...]:
    """Every choice in its own order, those that do not occur with 0."""
    return tuple(Count(str(key), label, numbers.get(key, 0)) for key, label in choices)


def stock(participants: QuerySet, *, on: date) -> dict[str, Any]:
    """How many participants there are, and how far they have come."""
    phases = participants.count_by_phase(on=on)
    diagnosed = participants.diagnosed(on=on)
    return {
        "participants": sum(phases.values()),
        "phases": counts(PHASES, phases),
        "diagnosed": diagnosed.count(),
        "started": participants.started(on=on).count(),
        "diagnosed_and_started": diagnosed.started(on=on).count(),
    }


def outflow(
    pilot: Pilot, participants: QuerySet, rules: TrajectoryRules, *, since: date, on: date
) -> dict[str, Any]:
    """Who flowed out, by the outcome that holds on the day, and by what this pilot counts."""
    outcomes = outcome_counts(participants, rules, on=on)
    flowed_out = sum(outcome.count for outcome in outcomes if outcome.broad)
    started = participants.started(on=on)
    started_and_out = started.flowed_out(on=on, kinds=rules.counts_broad)
    reached = Outcome.objects.filter(
        participant__in=participants, kind__in=rules.counts_broad, on__range=(since, on)
    )
    return {
        "outcomes": outcomes,
        "flowed_out": flowed_out,
        "flowed_out_narrow": sum(outcome.count for outcome in outcomes if outcome.narrow),
        "outflow_share": percentage(flowed_out, pilot.participants_target),
        "started_share": percentage(started_and_out.count(), started.count()),
        "new_outcomes": reached.values("participant").distinct().count(),
        "dropouts": dropout_counts(participants, on=on),
    }


def reached(participants: QuerySet, numbers: dict[str, Any], *, on: date) -> tuple[Count, ...]:
    """The funnel: each stage with who has ever entered it."""
    entered = dict(
        Transition.objects.filter(participant__in=participants, on__lte=on)
        .order_by()
        .values_list("to_phase")
        .annotate(CountRows("participant", distinct=True))
    )
    return (
        Count("deelnemers", "Geselecteerd", numbers["participants"]),
        Count("gesproken", "Vraagverheldering begonnen", entered.get(Phase.INTAKE, 0)),
        Count("in-diagnose", "Diagnose begonnen", entered.get(Phase.DIAGNOSIS, 0)),
        Count("gediagnosticeerd", "Gediagnosticeerd", numbers["diagnosed"]),
        Count("gestart", "In een traject geplaatst", numbers["started"]),
        Count("uitgestroomd", "Uitgestroomd, breed geteld", numbers["flowed_out"]),
    )


def outflow_over_time(
    pilot: Pilot, participants: QuerySet, rules: TrajectoryRules, *, on: date
) -> tuple[Stock, ...]:
    facts = {"participant__in": participants, "on__lte": on}
    return stocks(
        month_ends(pilot.starts_on, min(on, pilot.ends_on)),
        outcomes=list(Outcome.objects.filter(**facts).values_list("participant", "on", "kind")),
        moves=list(Transition.objects.filter(**facts).values_list("participant", "on", "to_phase")),
        broad=rules.counts_broad,
        narrow=rules.counts_narrow,
    )


def headline(pilot: Pilot, *, on: date) -> dict[str, int]:
    """The four figures that a pilot is judged by, on a day: for how they changed since."""
    participants = Participant.objects.filter(pilot=pilot).selected(on=on)
    kinds = TrajectoryRules.objects.of(pilot).counts_broad
    return {
        "participants": participants.count(),
        "diagnosed": participants.diagnosed(on=on).count(),
        "started": participants.started(on=on).count(),
        "flowed_out": participants.flowed_out(on=on, kinds=kinds).count(),
    }


def outcome_counts(
    participants: QuerySet, rules: TrajectoryRules, *, on: date
) -> tuple[OutcomeCount, ...]:
    numbers = counted(participants.with_outcome_on(on), "outcome_on")
    return tuple(
        OutcomeCount(
            str(kind),
            label,
            numbers.get(kind, 0),
            broad=kind in rules.counts_broad,
            narrow=kind in rules.counts_narrow,
        )
        for kind, label in OUTCOME_KINDS
    )


def dropout_counts(participants: QuerySet, *, on: date) -> tuple[Count, ...]:
    dropped_out = participants.flowed_out(on=on, kinds=[OutcomeKind.DROPOUT])
    reasons = dropped_out.annotate(reason=last_on(Outcome, on, "dropout_reason"))
    return counts(DROPOUT_REASONS, counted(reasons, "reason"))


def caseload_of(pilot: Pilot, participants: QuerySet, *, on: date) -> tuple[CaseloadCount, ...]:
    """The open caseload of every consultant, also of one who left but still has participants.

    Beside it the norm for the hours that they work now.
    """
    open_files = participants.in_caseload(on=on).with_consultant_on(on)
    numbers = counted(open_files, "consultant_on")
    norms = norms_of(pilot)
    shown = User.objects.filter(pk__in=[*norms, *(key for key in numbers if key)])
    rows = [
        CaseloadCount(user.username, str(user), numbers.get(user.pk, 0), norms.get(user.pk))
        for user in shown
    ]
    return (*rows, CaseloadCount(UNASSIGNED, "Nog niet toegewezen", numbers.get(None, 0)))


def corrections(pilot: Pilot, *, since: date, on: date) -> tuple[Count, ...]:
    """What was corrected, in words that tell nothing of whom: the same words are one line."""
    asked = {"pilot": pilot, "since": since, "until": on}
    of_steps = StepCorrection.objects.of_final(**asked).select_related("step__type")
    of_outcomes = OutcomeCorrection.objects.of_final(**asked).select_related("outcome")
    lines = Counter(
        (Quarter.of(correction.step_on), in_words(correction.step.type, correction))
        for correction in of_steps
    )
    lines.update(
        (Quarter.of(correction.outcome_on), of_outcome_in_words(correction))
        for correction in of_outcomes
    )
    return tuple(
        Count(quarter.slug, f"{quarter.label}: {words}", count)
        for (quarter, words), count in sorted(lines.items())
    )


def of_outcome_in_words(correction: OutcomeCorrection) -> str:
    if correction.kind:
        return f"Uitstroom {correction.kind}: {correction.outcome}"
    return in_words("Uitstroom", correction)


def in_words(what: object, correction: StepCorrection | OutcomeCorrection) -> str:
    changes = [
        f"{label} {before} werd {after}" if after else label
        for label, before, after in correction.changes
    ]
    return f"{what}, {', '.join(changes)}"


def period(participants: QuerySet, *, since: date, on: date) -> dict[str, Any]:
    """What happened from `since` up to and including `on`."""
    before = since - timedelta(days=1)
    steps = Step.objects.done().filter(participant__in=participants, on__range=(since, on))
    by_attendance = {
        key: (number, minutes or 0)
        for key, number, minutes in steps.order_by()
        .values_list("attendance")
        .annotate(CountRows("pk"), Sum("minutes"))
    }
    numbers = {key: number for key, (number, _) in by_attendance.items()}
    return {
        "new_steps": sum(numbers.values()),
        "attendance": counts(Attendance.choices, numbers),
        "minutes": sum(minutes for _, minutes in by_attendance.values()),
        "new_diagnoses": first_in_period(participants.diagnosed, before, on),
        "new_started": first_in_period(participants.started, before, on),
    }


def first_in_period(reached: Any, before: date, on: date) -> int:
    """Once reached it stays reached, so who is new is the difference between two days."""
    return reached(on=on).count() - reached(on=before).count()
