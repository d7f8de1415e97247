"""What people do on their route, how they left, with which papers, and how it goes now."""

import random
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pghistory

from participants.aftercare import Moment, due_on
from participants.files import check_file
from participants.models import Business, Evidence, FollowUp, Outcome, Placement, Study
from participants.outcomes import COUNTS_BROAD, OutcomeKind
from participants.trajectory import Phase
from pilot.demo.files import pdf

# Invented, all of them.
EMPLOYERS = {
    "Bakkerij De Gouden Korst": "medewerker bakkerij",
    "Hotel Aan de Kade": "kamerdienst",
    "Zorghuis De Linde": "assistent in de huiskamer",
    "Fietsatelier Zuid": "fietstechnicus",
    "Schildersbedrijf Maasland": "aankomend schilder",
    "Distributiecentrum Noordpoort": "orderpicker",
    "Restaurant Het Hoekhuis": "keukenhulp",
    "Groenbedrijf Heuvelrand": "medewerker groen",
}
TRYING_OUT = ["work_experience", "trial", "learn_work"]
STUDIES = [
    ("Leeuwenborgh", "Helpende zorg en welzijn", "mbo"),
    ("Leeuwenborgh", "Entree techniek", "mbo"),
    ("Leeuwenborgh", "Nederlands als tweede taal, B1", "language"),
    ("Universiteit Maastricht", "Voorbereidend jaar", "bridging"),
    ("Hogeschool Heuvelland", "Verpleegkunde", "hbo"),
]
BUSINESSES = ["Kleermakerij", "Syrische broodjeszaak", "Fietsenmaker aan huis", "Kapsalon"]
CONDITIONS = "Twee jaar; slaagt voor ten minste twee derde van de vakken; ouder dan 30."
WORK = {
    OutcomeKind.PAID_FULL: "regular",
    OutcomeKind.PAID_PARTIAL: "regular",
    OutcomeKind.SUBSIDISED_FULL: "subsidised",
    OutcomeKind.SUBSIDISED_PARTIAL: "subsidised",
}
PAPERS = {
    "study": ("enrolment", "inschrijving.pdf"),
    "business": ("benefit", "beschikking-bbz.pdf"),
}


def led_to(participant, consultant, kind, hours, on):
    """What came before an outcome of the demo, None where that was nothing of these.

    With chance of its own for each person, so that the rest of their story stays as it is.
    """
    rng = random.Random(participant.number)
    tell = Engaged(participant, consultant, rng)
    if kind in WORK:
        return tell.work(WORK[kind], on=on, hours=hours)
    if kind in (OutcomeKind.STUDY_GRANT, OutcomeKind.STUDY_BENEFIT):
        return tell.study(on, "grant" if kind == OutcomeKind.STUDY_GRANT else "benefit")
    if kind == OutcomeKind.BUSINESS_PARTIAL:
        return tell.business(on, "started")
    return None


class Engaged:
    """What one person begins."""

    def __init__(self, participant, consultant, rng):
        self.participant, self.consultant, self.rng = participant, consultant, rng

    def record(self, model, **fields):
        uuid = UUID(int=self.rng.getrandbits(128), version=4)
        with pghistory.context(user=self.consultant.pk):
            return model.objects.record(self.participant, uuid=uuid, by=self.consultant, **fields)

    def work(self, kind, *, on, hours, ends_on=None):
        employer = self.rng.choice(list(EMPLOYERS))
        return self.record(
            Placement,
            kind=kind,
            employer=employer,
            job_title=EMPLOYERS[employer],
            hours=Decimal(hours),
            starts_on=on,
            ends_on=ends_on,
        )

    def study(self, on, financing):
        institution, course, level = self.rng.choice(STUDIES)
        retained = financing == "benefit"
        return self.record(
            Study,
            institution=institution,
            course=course,
            level=level,
            financing=financing,
            conditions=CONDITIONS if retained else "",
            uaf=level in ("bridging", "hbo"),
            starts_on=on,
            ends_on=on + timedelta(days=730) if retained else None,
        )

    def business(self, on, stage):
        return self.record(
            Business,
            what=self.rng.choice(BUSINESSES),
            stage=stage,
            bbz="granted" if stage == "started" else "asked",
            registered_on=on if stage == "started" else None,
            starts_on=on,
        )


def add_placements(pilot, *, rng):
    """Of those still on their route, the papers of those who left, and the first aftercare."""
    for participant in pilot.participants.filter(
        phase__in=(Phase.PLACEMENT, Phase.EDUCATION, Phase.ENTREPRENEURSHIP)
    ).select_related("pilot", "consultant"):
        go_on(participant, rng)
    outcomes = Outcome.objects.filter(participant__pilot=pilot, kind__in=COUNTS_BROAD)
    proven = list(outcomes.select_related("participant", "by").order_by("on", "pk"))[:-1]
    for outcome in proven:
        prove(outcome)
    plan_beside_a_study(pilot, rng)
    ask_how_it_goes(pilot, outcomes, rng)


def go_on(participant, rng):
    """What somebody does who is on a route: some not yet, some with an end that comes near."""
    today, since = participant.pilot.today(), participant.transitions.last().on
    tell = Engaged(participant, participant.consultant, rng)
    if participant.engagements:
        return
    if participant.phase == Phase.EDUCATION:
        tell.study(since, "other")
    elif participant.phase == Phase.ENTREPRENEURSHIP:
        tell.business(since, rng.choice(["idea", "plan", "tested"]))
    elif rng.random() < 0.5 and since < today:
        ends_on = today + timedelta(days=rng.choice([12, 24, 60, 90]))
        hours = rng.choice([16, 20, 24])
        row = tell.work(rng.choice(TRYING_OUT), on=since, hours=hours, ends_on=ends_on)
        if rng.random() < 0.1:
            row.end(on=today, reason="own", by=participant.consultant)


def prove(outcome):
    """A PDF of one empty page."""
    kind, name = "contract", "arbeidscontract.pdf"
    if outcome.follows:
        kind, name = PAPERS.get(outcome.follows._meta.model_name, (kind, name))
    file = check_file(name, pdf(), at_most=1000)
    with pghistory.context(user=outcome.by_id):
        Evidence.objects.add(outcome, kind=kind, file=file, by=outcome.by)


def ask_how_it_goes(pilot, outcomes, rng):
    """Every other of those who left was asked, and one has lost the work; the rest is due."""
    left = [
        row
        for row in outcomes.filter(participant__phase=Phase.OUTFLOW)
        .select_related("participant__consultant")
        .order_by("on", "pk")
        if due_on(row.on, Moment.ONE_MONTH) <= pilot.today()
    ]
    for place, outcome in enumerate(left[::2]):
        consultant, fell_back = outcome.participant.consultant, place == 1
        with pghistory.context(user=consultant.pk):
            FollowUp.objects.record(
                outcome,
                uuid=UUID(int=rng.getrandbits(128), version=4),
                by=consultant,
                moment=Moment.ONE_MONTH.value,
                situation="benefit" if fell_back else "same",
                hours=None if fell_back else outcome.hours,
                source="person",
                on=due_on(outcome.on, Moment.ONE_MONTH),
            )


def plan_beside_a_study(pilot, rng):
    """One in each caseload thinks of a business beside the study: the first by name."""
    studying = pilot.participants.filter(phase=Phase.EDUCATION).select_related("consultant")
    first = {}
    for participant in studying.order_by("last_name", "first_name", "pk"):
        first.setdefault(participant.consultant_id, participant)
    for participant in first.values():
        since = participant.transitions.last().on
        Engaged(participant, participant.consultant, rng).business(since, "idea")
