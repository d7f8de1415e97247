"""The plans of the people in the demo, what they were given, and a date that was put right."""

from datetime import date, timedelta
from uuid import UUID

import pghistory

from participants.models import Correction, Goal, Instrument, PlanAgreement
from participants.models.instruments import Purchase
from participants.models.plans import GoalState, Owner
from participants.trajectory import IN_TRAJECTORY, Phase
from pilot.history import version_of

# For each phase: what is wanted, and the actions that lead there, each with its owner.
GOALS = {
    Phase.DIAGNOSIS: [
        (
            "Weten welk werk past bij wat ik kan",
            [
                ("Taaltoets maken", "Leeuwenborgh"),
                ("Cv met werkervaring uit het land van herkomst maken", Owner.PARTICIPANT),
                ("Diploma opsturen voor waardering", Owner.CONSULTANT),
            ],
        ),
        (
            "Nederlands op niveau A2",
            [("Twee keer per week oefenen met een taalmaatje", "Stichting Wereldwijd")],
        ),
    ],
    Phase.PLACEMENT: [
        (
            "Werk voor ten minste 24 uur per week",
            [
                ("Drie werkgevers benaderen", Owner.RECRUITER),
                ("Kennismaken op een leerwerkplek", "MTB"),
                ("Sollicitatiebrief oefenen", Owner.PARTICIPANT),
                ("Proefplaatsing regelen", Owner.CONSULTANT),
            ],
        ),
        (
            "Zelf op tijd op het werk kunnen komen",
            [("Reisroute oefenen en fiets regelen", "Trajekt")],
        ),
    ],
    Phase.EDUCATION: [
        (
            "Een mbo-opleiding beginnen in september",
            [
                ("Intakegesprek op het roc", "Leeuwenborgh"),
                ("Studiefinanciering uitzoeken", "UAF"),
                ("Open dag bezoeken", Owner.PARTICIPANT),
            ],
        ),
    ],
    Phase.ENTREPRENEURSHIP: [
        (
            "Een ondernemingsplan dat de toets doorstaat",
            [
                ("Eerste versie van het plan schrijven", Owner.PARTICIPANT),
                ("Gesprek over startkapitaal regelen", Owner.CONSULTANT),
            ],
        ),
    ],
}
# kind, provider, months, amount in euro where it was bought for the pilot.
INSTRUMENTS = [
    ("kix_works", "Movisie", 3, 4800),
    ("work_experience", "MTB", 6, 5000),
    ("language_placement", "Stichting Wereldwijd", 4, None),
    ("learn_work", "Leeuwenborgh", 6, 5000),
    ("uaf", "UAF", 10, None),
    ("job_coach", "", 6, 4650),
    ("credentials", "", 3, None),
]
GIVEN = 21


def make_plans(pilot, users, *, rng):
    """A plan for most who came as far as the diagnosis; instruments for some."""
    partners = {partner.name: partner for partner in pilot.organisations.all()}
    people = pilot.participants.filter(phase__in=GOALS).select_related("consultant", "pilot")
    for participant in people.order_by("number"):
        if rng.random() < 0.9:
            with pghistory.context(user=participant.consultant_id):
                make_plan(participant, partners, rng)
    placed = [one for one in people.order_by("number") if one.phase in IN_TRAJECTORY]
    for place, participant in enumerate(rng.sample(placed, min(GIVEN, len(placed)))):
        with pghistory.context(user=participant.consultant_id):
            give_instrument(participant, INSTRUMENTS[place % len(INSTRUMENTS)], partners, rng)
    correct_one(people.order_by("number").first())


def new_uuid(rng):
    return UUID(int=rng.getrandbits(128), version=4)


def make_plan(participant, partners, rng):
    since = participant.transitions.last().on
    today, by = participant.pilot.today(), participant.consultant
    goals = GOALS[participant.phase]
    for what, steps in goals[: rng.choice([1, len(goals)])]:
        goal = Goal.set_for(
            participant,
            uuid=new_uuid(rng),
            what=what,
            due_on=today + timedelta(days=rng.randrange(60, 240)),
            by=by,
            on=since,
        )
        make_actions(goal, steps, partners, rng)
    if rng.random() < 0.7:
        PlanAgreement.record(participant, on=since, by=by)


def make_actions(goal, steps, partners, rng):
    """The first ones done as time went by; the others ahead, and now and then one late."""
    today, by = goal.participant.pilot.today(), goal.by
    for place, (what, who) in enumerate(steps):
        partner = partners.get(who)
        if partner is None and who not in Owner.values:
            continue  # a partner of the other pilot
        late = rng.random() < 0.12
        ahead = -rng.randrange(1, 15) if late else rng.randrange(3, 45)
        due_on = today + timedelta(days=ahead)
        done_on = None
        if place == 0 and rng.random() < 0.6:
            done_on = goal.on + timedelta(days=rng.randrange(0, (today - goal.on).days + 1))
            due_on = done_on + timedelta(days=rng.randrange(0, 8))
        action = goal.add_action(
            uuid=new_uuid(rng),
            what=what,
            owner=Owner.PARTNER if partner else who,
            partner=partner,
            due_on=max(due_on, goal.on),
            by=by,
            on=goal.on,
        )
        if done_on:
            action.mark_done(on=done_on, by=by)
    if len(steps) == 1 and not goal.actions.open().exists() and rng.random() < 0.5:
        goal.close(state=GoalState.REACHED, on=today, by=by)


def give_instrument(participant, instrument, partners, rng):
    kind, provider, months, amount = instrument
    starts_on = participant.transitions.last().on
    Instrument.give_to(
        participant,
        uuid=new_uuid(rng),
        by=participant.consultant,
        kind=kind,
        provider=partners.get(provider),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=months * 30),
        purchase=Purchase.EXTRA if amount else Purchase.EXISTING,
        amount=amount,
    )


def correct_one(participant):
    """Day and month of a birth date had changed places in the list."""
    born = participant.birth_date
    with pghistory.context(user=participant.consultant_id):
        Correction.make(
            participant,
            version=version_of(participant),
            reason="Volgens het identiteitsbewijs; in de aangeleverde lijst stond een andere dag.",
            birth_date=date(born.year, born.month, born.day % 28 + 1),
            on=participant.pilot.today(),
            by=participant.consultant,
        )
