"""What the recruiter does: referrals, employers with their vacancies, and who was proposed.

The companies are invented, and so is whom one speaks to there.
"""

from datetime import date, timedelta
from uuid import UUID

import pghistory

from participants.choices import Attendance, LanguageLevel, Manner, Sector
from participants.mediation_choices import (
    ContactKind,
    Licence,
    Purpose,
    Reach,
    ReferralEnd,
    RefusalReason,
    VacancyKind,
    VacancyState,
)
from participants.models import (
    DiagnosisFile,
    Employer,
    Occupation,
    Participant,
    Proposal,
    StepType,
    Vacancy,
)
from participants.profiles import open_referrals, ranked_people
from participants.proposals import Answer
from participants.trajectory import Phase
from pilot.roles import Role

OCCUPATIONS = {
    "bakker": Sector.RETAIL,
    "kok": Sector.HOSPITALITY,
    "keukenhulp": Sector.HOSPITALITY,
    "kamermedewerker": Sector.HOSPITALITY,
    "schoonmaker": Sector.CLEANING,
    "helpende zorg": Sector.CARE,
    "monteur zonnepanelen": Sector.BUILDING,
    "lasser": Sector.INDUSTRY,
    "productiemedewerker": Sector.INDUSTRY,
    "orderpicker": Sector.TRANSPORT,
    "chauffeur": Sector.TRANSPORT,
    "medewerker kwekerij": Sector.AGRICULTURE,
}
SHORTAGE = {"helpende zorg", "monteur zonnepanelen", "lasser", "kok"}

# Name, sector, place, whom one speaks to there.
EMPLOYERS = [
    ("Bakkerij Korenwiek-Zuid", Sector.RETAIL, "Maastricht", "mevrouw Ackermans"),
    ("Hotel De Zeven Lindes", Sector.HOSPITALITY, "Valkenburg", "de heer Quaedvlieg"),
    ("Restaurant Het Blauwe Molenrad", Sector.HOSPITALITY, "Maastricht", "mevrouw Dassen"),
    ("Schoonmaakbedrijf Helderveld", Sector.CLEANING, "Maastricht", "de heer Bemelmans"),
    ("Zorghuis Beukenhoek", Sector.CARE, "Meerssen", "mevrouw Habets"),
    ("Zonnestroom Maasvonk", Sector.BUILDING, "Maastricht", "de heer Lemmens"),
    ("Metaalwerk Kruisbeemd", Sector.INDUSTRY, "Sittard", "de heer Goossens"),
    ("Distributie Pakveld", Sector.TRANSPORT, "Born", "mevrouw Wijnands"),
    ("Kwekerij Terhegge-Groen", Sector.AGRICULTURE, "Eijsden", "de heer Pinckaers"),
]
CITY, REGION, FURTHER = Reach.CITY, Reach.REGION, Reach.FURTHER
A1, A2, B1 = LanguageLevel.A1, LanguageLevel.A2, LanguageLevel.B1
# Which employer, title, occupation, hours, language, licence, reach, places, days until it closes.
VACANCIES = [
    (0, "Bakker in opleiding", "bakker", (24, 32), A2, False, CITY, 1, 21),
    (1, "Medewerker kamers", "kamermedewerker", (16, 24), A1, False, REGION, 3, 5),
    (1, "Keukenhulp hotel", "keukenhulp", (20, 32), A1, False, REGION, 1, 30),
    (2, "Zelfstandig werkend kok", "kok", (32, 38), B1, False, CITY, 1, 12),
    (2, "Hulp in de bediening", None, (12, 20), A2, False, CITY, 2, None),
    (3, "Schoonmaker kantoren", "schoonmaker", (12, 20), A1, False, CITY, 4, None),
    (3, "Glazenwasser", "schoonmaker", (32, 38), A2, True, REGION, 1, -4),
    (4, "Helpende in de ouderenzorg", "helpende zorg", (20, 28), B1, False, REGION, 2, 40),
    (4, "Medewerker linnenkamer", None, (16, 20), A1, False, REGION, 1, 3),
    (5, "Leerling-monteur", "monteur zonnepanelen", (32, 38), A2, True, REGION, 2, 25),
    (6, "Lasser", "lasser", (36, 38), A2, False, FURTHER, 2, 45),
    (7, "Orderpicker", "orderpicker", (24, 38), A1, False, FURTHER, 5, None),
    (7, "Chauffeur bestelbus", "chauffeur", (32, 38), A2, True, FURTHER, 1, 18),
    (
        8,
        "Hulp in de kwekerij",
        "medewerker kwekerij",
        (24, 36),
        None,
        False,
        REGION,
        4,
        33,
    ),
]
SAID = [
    "Wil graag meedoen, zoekt mensen die ook op zaterdag kunnen.",
    "Heeft goede ervaringen met leren op de werkvloer.",
    "Vraagt wat er van de begeleiding verwacht mag worden.",
    "Bedrijf bezocht; de teamleider wil een taalmaatje aanwijzen.",
    "Overlegt intern over meer plaatsen.",
]
FOR_RECRUITER = [
    "Is gemotiveerd en komt op tijd. Heeft in een groep gewerkt.",
    "Praktisch ingesteld; leert het snelst door mee te doen.",
    "Heeft referenties van een werkervaringsplaats.",
    "Wil graag weten wat er na een proefperiode mogelijk is.",
    "",
]
PURPOSES = [
    Purpose.PAID_WORK,
    Purpose.WORK_EXPERIENCE,
    Purpose.TRIAL,
    Purpose.LEARNING,
    Purpose.ORIENTATION,
]
TIMES = ["", "", "alleen ochtenden", "niet op vrijdagmiddag", "schooltijden"]
HOURS = [(12, 20), (16, 24), (24, 32), (32, 38), (None, None)]


def mediate(pilot, *, rng):
    """Everything up to the day of the demo, as the consultants and the recruiter recorded it."""
    recruiter = pilot.team(Role.RECRUITER).get()
    occupations = add_occupations(pilot)
    refer_who_is_in_placement(pilot, rng, occupations)
    with pghistory.context(user=recruiter.pk):
        meet(pilot, rng, recruiter)
        employers = add_employers(pilot, rng, recruiter)
        vacancies = add_vacancies(pilot, rng, recruiter, employers, occupations)
        propose(pilot, rng, recruiter, vacancies)
    end_a_referral(pilot)


def new_uuid(rng) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def working_day(day: date) -> date:
    """This day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def add_occupations(pilot) -> dict[str, Occupation]:
    """Those of the list that is there, and what is missing as an occupation of this pilot."""
    known = {row.name: row for row in Occupation.objects.of(pilot)}
    for name, sector in OCCUPATIONS.items():
        if name not in known:
            known[name] = Occupation.objects.create(
                pilot=pilot, name=name, sector=sector, shortage=name in SHORTAGE
            )
    return {name: known[name] for name in OCCUPATIONS}


def refer_who_is_in_placement(pilot, rng, occupations):
    people = Participant.objects.filter(pilot=pilot, phase=Phase.PLACEMENT)
    for person in people.select_related("pilot", "consultant").order_by("number"):
        wanted = rng.sample(sorted(occupations), rng.choice([0, 1, 1, 2]))
        sectors = {occupations[name].sector for name in wanted}
        sectors |= set(rng.sample(Sector.values, rng.choice([0, 1, 1, 2])))
        first, last = rng.choice(HOURS)
        told = {
            "uuid": new_uuid(rng),
            "by": person.consultant,
            "on": person.transitions.filter(to_phase=Phase.PLACEMENT).last().on,
            "purpose": rng.choices(PURPOSES, [55, 15, 12, 12, 6])[0],
            "note": rng.choice(FOR_RECRUITER),
            "occupations": [occupations[name] for name in wanted],
            "sectors": sorted(sectors),
            "hours_from": first,
            "hours_until": last,
            "times": rng.choice(TIMES),
            "driving_licence": rng.choices(list(Licence), [25, 60, 15])[0],
            "reach": rng.choice([*Reach, ""]),
        }
        with pghistory.context(user=person.consultant_id):
            person.refer(**told | from_diagnosis(person))


def from_diagnosis(person) -> dict:
    """What the form of the referral begins with, or does not ask, as the diagnosis says it."""
    file = DiagnosisFile.objects.of(person)
    known = {}
    if file.wanted:
        known["occupations"] = file.wanted
    if file.hours:
        known |= {"hours_from": file.hours, "hours_until": file.hours}
    if file.licence:
        known["driving_licence"] = Licence.UNKNOWN
    if file.travel_minutes is not None:
        known["reach"] = ""
    return known


def meet(pilot, rng, recruiter):
    """The first talk after the referral, and with many one more since; a few still wait."""
    types = list(StepType.objects.of(pilot).filter(phase=Phase.PLACEMENT))
    today = pilot.today()
    referred = pilot.participants.filter(referrals__ended_on=None).exclude(referrals=None)
    for person in referred.order_by("number"):
        referral = person.referrals.get()
        days = [referral.on + timedelta(days=rng.randrange(2, 12))]
        days += [today - timedelta(days=rng.randrange(0, 18))]
        for day in sorted(map(working_day, days)):
            if rng.random() < 0.9 and referral.on <= day <= today:
                person.log_step(
                    uuid=new_uuid(rng),
                    by=recruiter,
                    on=day,
                    type=rng.choice(types),
                    manner=rng.choice([Manner.TALK, Manner.PHONE]),
                    attendance=Attendance.PRESENT,
                    minutes=rng.choice([30, 45, 60]),
                )


def add_employers(pilot, rng, recruiter) -> list[Employer]:
    today, made = pilot.today(), []
    for name, sector, place, contact in EMPLOYERS:
        employer = Employer.objects.add(
            pilot=pilot,
            uuid=new_uuid(rng),
            by=recruiter,
            name=name,
            sector=sector,
            place=place,
            contact_name=contact,
            phone=f"043 000 {rng.randrange(10, 99)} {rng.randrange(10, 99)}",
            email=f"contact@{name.split()[-1].lower()}.example",
        )
        days = sorted(rng.sample(range(3, 90), rng.choice([1, 2, 3])), reverse=True)
        for place_in_row, ago in enumerate(days):
            is_last = place_in_row == len(days) - 1
            on = working_day(today - timedelta(days=ago))
            ahead = rng.choice([-2, 2, 4, 16, None]) if is_last else None
            planned = None if ahead is None else today + timedelta(days=ahead)
            employer.log_contact(
                uuid=new_uuid(rng),
                by=recruiter,
                on=on,
                kind=rng.choice(list(ContactKind)),
                note=rng.choice(SAID),
                next_on=planned if planned and planned > on else None,
            )
        made.append(employer)
    return made


def add_vacancies(pilot, rng, recruiter, employers, occupations) -> list[Vacancy]:
    today, made = pilot.today(), []
    for place, title, name, hours, level, licence, reach, places, closes_in in VACANCIES:
        occupation = occupations.get(name)
        made.append(
            Vacancy.objects.add(
                employer=employers[place],
                uuid=new_uuid(rng),
                by=recruiter,
                title=title,
                occupation=occupation,
                sector=occupation.sector if occupation else employers[place].sector,
                hours_from=hours[0],
                hours_until=hours[1],
                language_level=level or "",
                driving_licence=licence,
                reach=reach,
                places=places,
                closes_on=None if closes_in is None else today + timedelta(days=closes_in),
            )
        )
    welding = Vacancy.objects.add(
        employer=employers[6],
        uuid=new_uuid(rng),
        by=recruiter,
        kind=VacancyKind.GROUP_PROJECT,
        title="Groepsproject: leren lassen",
        occupation=occupations["lasser"],
        sector=Sector.INDUSTRY,
        hours_from=24,
        hours_until=32,
        language_level=A1,
        paid=False,
        reach=REGION,
        places=6,
        starts_on=today + timedelta(days=45),
        closes_on=today + timedelta(days=30),
        learned="Basis van het lassen, tekening lezen, veilig werken (VCA) en de woorden die"
        " daarbij horen. Wie het haalt, krijgt een gesprek over een leerbaan.",
    )
    made[6] = made[6].change(version=made[6].version, state=VacancyState.WITHDRAWN)
    return [*made, welding]


def propose(pilot, rng, recruiter, vacancies):
    """The best of the ranking for most vacancies, with an answer for many of them."""
    people = Participant.objects.filter(pilot=pilot)
    for vacancy in vacancies:
        if not vacancy.is_open:
            continue
        best = ranked_people(vacancy, open_referrals(people))[: rng.choice([0, 1, 2, 3])]
        for referral, _ in best:
            on = working_day(pilot.today() - timedelta(days=rng.randrange(1, 24)))
            if on < referral.on or vacancy.is_full():
                continue
            proposal = Proposal.objects.propose(
                referral.participant, vacancy, uuid=new_uuid(rng), on=on, by=recruiter
            )
            answer(pilot, rng, recruiter, proposal)


def answer(pilot, rng, recruiter, proposal):
    today = pilot.today()
    on = working_day(min(today, proposal.on + timedelta(days=rng.randrange(1, 9))))
    kind = rng.choices(list(Answer), [30, 22, 22, 20, 6])[0]
    if kind == Answer.PENDING or on < proposal.on:
        return
    details = {"uuid": new_uuid(rng), "on": on, "by": recruiter}
    if kind == Answer.INTERVIEW:
        soon = working_day(today + timedelta(days=rng.randrange(-3, 12)))
        details["interview_on"] = max(on, soon)
    if kind == Answer.REJECTED:
        details["reason"] = rng.choice(list(RefusalReason)[:5])
    proposal.record_answer(answer=kind, **details)


def end_a_referral(pilot):
    """The day before the demo, with a proposal open, so that an employer is to be told."""
    waiting = Proposal.objects.filter(participant__pilot=pilot).waiting().order_by("on", "pk")
    person = waiting.exclude(participant__consultant__username="consulent1").last().participant
    with pghistory.context(user=person.consultant_id):
        person.referrals.open().get().end(
            reason=ReferralEnd.NOT_AVAILABLE,
            on=pilot.today() - timedelta(days=1),
            by=person.consultant,
        )
