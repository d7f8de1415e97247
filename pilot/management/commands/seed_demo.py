"""Fill the demo: a pilot of 150 people with a believable history, and a second, small one.

Everybody is invented. The same seed gives the same people and the same history, made through the
methods that the pages use, so what the demo shows is what the program does.
"""

import csv
import io
import random
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pghistory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.base import BaseCommand
from django.db import transaction

from budgeting.models import Budget
from participants.choices import Attendance, Manner
from participants.models import CandidateImport, StepType
from participants.outcomes import DropoutReason, OutcomeKind
from participants.trajectory import Phase
from pilot.models import Membership, Pilot, User
from pilot.roles import Role
from reports.models import Document, Evaluation
from reports.periods import Quarter

SEED = 2016

TEAM = {
    "consulent1": ("Sanne", "Vermeulen", Role.CONSULTANT),
    "consulent2": ("Ruben", "Hoenjet", Role.CONSULTANT),
    "consulent3": ("Yasmina", "Bouali", Role.CONSULTANT),
    "recruiter": ("Tom", "Pluijmen", Role.RECRUITER),
    "projectleider": ("Ingrid", "Schrijnemakers", Role.PROJECT_LEADER),
    "directie": ("Hans", "Bovens", Role.MANAGEMENT),
    "beheerder": ("Petra", "Lousberg", Role.ADMINISTRATOR),
}

FEMALE = ["Amal", "Rahel", "Shirin", "Layla", "Selam", "Nour", "Fatuma", "Zahra", "Hiba", "Miriam"]
FEMALE += ["Senait", "Parisa", "Rima", "Hodan", "Yara", "Almaz", "Samira", "Lina", "Dunya", "Ruta"]
MALE = ["Samir", "Yonas", "Omid", "Karim", "Tesfay", "Rami", "Abdi", "Farhad", "Bilal", "Elias"]
MALE += ["Mehari", "Navid", "Anas", "Liban", "Ziad", "Filmon", "Tarek", "Jawad", "Idris", "Robel"]
FAMILY = [
    "Al-Masri",
    "Haile",
    "Rahimi",
    "Khoury",
    "Tekle",
    "Darwish",
    "Warsame",
    "Noori",
    "Sabbagh",
]
FAMILY += ["Gebre", "Karimi", "Nasser", "Berhane", "Farah", "Hakimi", "Issa", "Kidane", "Mansour"]
FAMILY += ["Zaman", "Abdo", "Habte", "Sharifi", "Salim", "Weldu", "Azizi", "Jabbour", "Mohamud"]

COLUMNS = ["Clientnummer", "Voornaam", "Achternaam", "Geboortedatum", "Geslacht", "Huishouden"]
COLUMNS += ["Opleiding", "Taalniveau", "Toegewezen op"]

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


class Command(BaseCommand):
    help = "Fill an empty database with the demo pilots; where they are already, do nothing."

    def handle(self, *args, **options):
        if Pilot.objects.exists():
            return
        with transaction.atomic():
            users = {name: make_user(name) for name in TEAM}
            with pghistory.context(user=users["beheerder"].pk):
                first = make_first_pilot(users)
                second = make_second_pilot(users)
            tell_history(first, users, rng=random.Random(SEED), people=190, selected=150)
            tell_history(second, users, rng=random.Random(SEED + 1), people=16, selected=12)
            Budget.objects.start_from_action_plan(first)
            write_evaluations(first, users["projectleider"])


def make_user(username):
    first_name, last_name, _ = TEAM[username]
    user = User(username=username, first_name=first_name, last_name=last_name)
    # Entered with one click in the demo, and in no other way.
    user.set_unusable_password()
    user.save()
    return user


def make_first_pilot(users):
    pilot = Pilot.objects.create(
        name="Pilot re-integratie vergunninghouders",
        slug="vergunninghouders-2016",
        target_group="Vergunninghouders, aan Maastricht toegewezen vanaf 1 januari 2014",
        starts_on=date(2016, 8, 1),
        ends_on=date(2017, 12, 31),
        assigned_from=date(2014, 1, 1),
        demo_today=date(2017, 1, 15),
    )
    for username, (_, _, role) in TEAM.items():
        Membership.objects.create(pilot=pilot, user=users[username], role=role)
    return pilot


def make_second_pilot(users):
    pilot = Pilot.objects.create(
        name="Kansrijke asielzoekers 2024",
        slug="kansrijke-asielzoekers-2024",
        target_group="Kansrijke asielzoekers in de lokale opvanglocatie",
        starts_on=date(2024, 3, 1),
        ends_on=date(2025, 2, 28),
        participants_target=20,
        caseload_norm=25,
        demo_today=date(2024, 9, 16),
    )
    for username in ["consulent3", "projectleider", "beheerder"]:
        Membership.objects.create(pilot=pilot, user=users[username], role=TEAM[username][2])
    return pilot


def candidate_list(pilot, rng, people) -> bytes:
    """A list as the municipality would send it, in the way Dutch Excel writes it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    assigned_between = (pilot.starts_on - timedelta(days=900), pilot.starts_on - timedelta(days=60))
    for n in range(people):
        sex = rng.choices(["vrouw", "man"], [38, 62])[0]
        birth = date(
            pilot.starts_on.year - rng.choice([20, 23, 25, 27, 29, 31, 34, 38, 43, 49, 55]), 1, 1
        )
        assigned = assigned_between[0] + timedelta(
            days=rng.randrange((assigned_between[1] - assigned_between[0]).days)
        )
        writer.writerow(
            [
                f"{pilot.starts_on:%y}{n + 1:05}",
                rng.choice(FEMALE if sex == "vrouw" else MALE),
                rng.choice(FAMILY),
                f"{birth + timedelta(days=rng.randrange(365)):%d-%m-%Y}",
                sex,
                rng.choice(
                    ["alleenstaand", "partner met kinderen", "partner zonder kinderen", "eenouder"]
                ),
                rng.choices(
                    [
                        "geen onderwijs",
                        "basisonderwijs",
                        "vo of mbo 1",
                        "mbo 2-4, havo of vwo",
                        "hbo of wo",
                    ],
                    [8, 20, 27, 27, 18],
                )[0],
                rng.choices(["A0", "A1", "A2", "B1"], [20, 40, 30, 10])[0],
                f"{max(assigned, date(2014, 1, 1)):%d-%m-%Y}",
            ]
        )
    # Two rows that the import refuses, so that a newcomer sees what becomes of those.
    writer.writerow([f"{pilot.starts_on:%y}99998", "Amal", "", "31-02-1990"])
    writer.writerow([f"{pilot.starts_on:%y}99999", "Rami", "Darwish", "14-05-2010", "man"])
    return text.getvalue().encode("cp1252")


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
        self.participant.record_outcome(kind=kind, hours=hours, by=self.consultant, on=self.day)


FIRST_QUARTER = {
    "progress_text": (
        "De pilot is op 1 augustus 2016 begonnen. In augustus zijn 120 mensen geselecteerd, in"
        " september nog eens 30; drie consulenten begeleiden elk een caseload van 50.\n\n"
        "De eerste gesprekken laten zien dat vraagverheldering meer tijd kost dan gedacht: twee tot"
        " drie gesprekken per persoon, vaak met een tolk."
    ),
    "issues_text": (
        "De wachttijd voor een taaltoets is vijf weken. Daardoor schuift de diagnose op.\n\n"
        "Diploma's uit het land van herkomst zijn nog niet gewaardeerd; dat duurt drie maanden."
    ),
    "proposals_text": (
        "Vaste plaatsen voor de taaltoets inkopen bij het roc.\n\n"
        "De waardering van diploma's meteen na de selectie aanvragen, en niet pas bij de diagnose."
    ),
}
SECOND_QUARTER = {
    "progress_text": (
        "In het vierde kwartaal is de laatste groep gestart. De meeste deelnemers hebben nu een"
        " diagnose en een traject.\n\n"
        "De eerste mensen zijn uitgestroomd naar werk of volgen een studie."
    ),
    "issues_text": (
        "De reistijd naar werkgevers buiten de stad is voor ouders met kinderen een knelpunt."
    ),
    "proposals_text": "Met werkgevers afspraken maken over werktijden die bij schooltijden passen.",
}


def write_evaluations(pilot, leader):
    """The first quarter finalised in its time, the second written and waiting for its PDF."""
    today = pilot.demo_today
    move_to(pilot, date(2016, 10, 20))
    first = start_evaluation(pilot, Quarter(2016, 3), leader, FIRST_QUARTER)
    first.request_draft(by=leader)
    Document.objects.claim(first.draft.pk).make()
    first.finalise(reviewed=first.draft.uuid, by=leader)
    Document.objects.claim(first.final.pk).make()
    move_to(pilot, today)
    start_evaluation(pilot, Quarter(2016, 4), leader, SECOND_QUARTER)


def move_to(pilot, day):
    """Let it be another day in a demo pilot."""
    pilot.demo_today = day
    pilot.save(update_fields=["demo_today"])


def start_evaluation(pilot, quarter, leader, narrative) -> Evaluation:
    since, reference_on = quarter.within(pilot.starts_on, pilot.ends_on)
    evaluation = Evaluation.objects.create(
        pilot=pilot,
        year=quarter.year,
        number=quarter.number,
        since=since,
        reference_on=reference_on,
        written_by=leader,
    )
    evaluation.write(narrative, version=evaluation.version, by=leader)
    return evaluation
