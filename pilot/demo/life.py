"""How each of the invented people fares, from selection to the day of the demo."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pghistory
from django.core.files.uploadedfile import SimpleUploadedFile

from participants.choices import Attendance, Manner
from participants.models import CandidateImport, StepType
from participants.outcomes import DropoutReason, OutcomeKind
from participants.trajectory import Phase
from pilot.demo.appointments import hour_and_place
from pilot.demo.people import candidate_list
from pilot.demo.placements import led_to
from pilot.roles import Role

CLOSED_DAYS = [(12, 25), (12, 26), (1, 1)]

NOTES = [
    "Komt goed voorbereid; wil graag in de techniek werken.",
    "Taal gaat vooruit, oefent twee keer per week met een taalmaatje.",
    "Afgesproken: cv aanvullen met werkervaring uit het land van herkomst.",
    "Kinderopvang is geregeld vanaf volgende maand.",
    "Heeft het rijbewijs laten omzetten.",
    "Wil eerst de taalcursus afmaken en dan verder praten over werk.",
    "Zoekt werk voor de ochtenden, als de kinderen op school zijn.",
    "Heeft in eigen land als kok gewerkt en wil dat hier ook.",
    "Gesproken over vrijwilligerswerk om Nederlands te oefenen.",
    "Diploma opgestuurd voor waardering; antwoord duurt drie maanden.",
    "Meegelopen bij een bakkerij; beide kanten zijn tevreden.",
    "Afgesproken dat de contactpersoon van het roc aansluit bij het volgende gesprek.",
    "",
    "",
]


@dataclass(frozen=True)
class Plan:
    """How one invented person fares."""

    selected_on: date
    pace: float
    route: Phase
    outcome: OutcomeKind | None
    drops_out: bool


def tell_history(pilot, users, *, rng, people, selected):
    leader = users["projectleider"]
    upload = SimpleUploadedFile(
        f"kandidaten-{pilot.starts_on:%Y}.csv", candidate_list(pilot, rng, people)
    )
    with pghistory.context(user=leader.pk):
        CandidateImport.objects.read(upload, pilot=pilot, by=leader).confirm(by=leader)

    consultants = list(pilot.team(Role.CONSULTANT))
    pool = list(pilot.participants.order_by("number"))
    rng.shuffle(pool)
    for place, participant in enumerate(pool[:selected]):
        plan = make_plan(pilot, rng, place, selected)
        consultant = consultants[place % len(consultants)]
        with pghistory.context(user=leader.pk):
            participant.select(by=leader, on=plan.selected_on)
            participant.assign_to(consultant, by=leader, on=plan.selected_on)
        with pghistory.context(user=consultant.pk):
            Life(participant, consultant, plan, rng).tell()


def make_plan(pilot, rng, place, selected) -> Plan:
    late = place >= selected * 4 // 5
    outcome = None
    if rng.random() < 0.075:
        outcome = rng.choices(
            [
                OutcomeKind.PAID_FULL,
                OutcomeKind.PAID_PARTIAL,
                OutcomeKind.SUBSIDISED_FULL,
                OutcomeKind.SUBSIDISED_PARTIAL,
                OutcomeKind.STUDY_GRANT,
                OutcomeKind.STUDY_BENEFIT,
                OutcomeKind.BUSINESS_PARTIAL,
                OutcomeKind.PARTICIPATION,
            ],
            [5, 5, 3, 2, 4, 2, 1, 2],
        )[0]
    route = Phase.PLACEMENT
    if outcome in (OutcomeKind.STUDY_GRANT, OutcomeKind.STUDY_BENEFIT):
        route = Phase.EDUCATION
    elif outcome == OutcomeKind.BUSINESS_PARTIAL:
        route = Phase.ENTREPRENEURSHIP
    elif outcome is None:
        route = rng.choices(
            [Phase.PLACEMENT, Phase.EDUCATION, Phase.ENTREPRENEURSHIP], [60, 32, 8]
        )[0]
    return Plan(
        selected_on=pilot.starts_on + timedelta(days=45 if late else rng.choice([0, 0, 7])),
        # Who gets a result early went through the trajectory quickly.
        pace=rng.uniform(0.5, 0.8) if outcome else rng.uniform(0.7, 2.4),
        route=route,
        outcome=outcome,
        drops_out=outcome is None and rng.random() < 0.06,
    )


def is_working_day(day) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in CLOSED_DAYS


class Life:
    """One person, from selection to the day of the demo."""

    def __init__(self, participant, consultant, plan, rng):
        self.participant = participant
        self.consultant = consultant
        self.plan = plan
        self.rng = rng
        self.today = participant.pilot.today()
        self.day = plan.selected_on
        self.types = {}
        for row in StepType.objects.of(participant.pilot):
            self.types.setdefault(row.phase, []).append(row)

    def go_on(self, days) -> bool:
        """Some time later, on a working day; False when that day is still to come."""
        day = self.day + timedelta(days=max(1, round(days * self.plan.pace)))
        while not is_working_day(day):
            day += timedelta(days=1)
        if day > self.today:
            return False
        self.day = day
        return True

    def step(self):
        attendance = self.rng.choices(list(Attendance), [84, 5, 6, 5])[0]
        present = attendance in (Attendance.PRESENT, Attendance.LATE)
        self.participant.log_step(
            uuid=UUID(int=self.rng.getrandbits(128), version=4),
            by=self.consultant,
            on=self.day,
            type=self.rng.choice(self.types[self.participant.phase]),
            manner=self.rng.choices(list(Manner), [50, 12, 6, 8, 6, 6, 6, 4, 2])[0],
            attendance=attendance,
            minutes=self.rng.choice([30, 45, 45, 60, 60, 90]) if present else None,
            note=self.rng.choice(NOTES) if present else "",
        )

    def plan_next(self):
        """An appointment ahead for most, overdue for some, none for a few."""
        chance = self.rng.random()
        if chance < 0.12 or self.participant.is_closed:
            return
        days = -self.rng.randrange(1, 12) if chance < 0.22 else self.rng.randrange(1, 28)
        # Never on the day of a step that was taken, and never in a weekend.
        planned_on = max(self.today + timedelta(days=days), self.day + timedelta(days=1))
        while not is_working_day(planned_on):
            planned_on += timedelta(days=1)
        self.participant.steps.create(
            type=self.rng.choice(self.types[self.participant.phase]),
            on=planned_on,
            by=self.consultant,
            planned=True,
            **hour_and_place(self.participant),
        )

    def tell(self):
        if self.before_the_route() and self.on_the_route():
            self.result()
        self.plan_next()

    def before_the_route(self) -> bool:
        """Until the trajectory starts; False where the demo's today, or a dropout, comes first."""
        move, by = self.participant.move_to, self.consultant
        if not self.go_on(10):
            return False
        self.step()
        if not self.go_on(8):
            return False
        move(Phase.INTAKE, by=by, on=self.day)
        for _ in range(2):
            if not self.go_on(11):
                return False
            self.step()
        if self.plan.drops_out:
            reason = self.rng.choice(
                [DropoutReason.MOVED, DropoutReason.NO_SHOW, DropoutReason.FAMILY]
            )
            self.participant.record_outcome(
                kind=OutcomeKind.DROPOUT, dropout_reason=reason, by=by, on=self.day
            )
            return False
        move(Phase.DIAGNOSIS, by=by, on=self.day)
        for _ in range(2):
            if not self.go_on(12):
                return False
            self.step()
        self.participant.diagnose(route=self.plan.route, by=by, on=self.day)
        if not self.go_on(6):
            return False
        move(self.plan.route, by=by, on=self.day)
        return True

    def on_the_route(self) -> bool:
        """Steps along the route; True when it has led to a result within the time."""
        for _ in range(3 if self.plan.outcome else 12):
            if not self.go_on(14):
                return False
            self.step()
        return self.plan.outcome is not None

    def result(self):
        kind = self.plan.outcome
        hours = None
        if kind in (OutcomeKind.PAID_FULL, OutcomeKind.SUBSIDISED_FULL):
            hours = self.rng.choice([32, 36, 38])
        elif kind in (OutcomeKind.PAID_PARTIAL, OutcomeKind.SUBSIDISED_PARTIAL):
            hours = self.rng.choice([12, 16, 20, 24])
        follows = led_to(self.participant, self.consultant, kind, hours, self.day)
        self.participant.record_outcome(
            kind=kind, hours=hours, by=self.consultant, on=self.day, follows=follows
        )
