"""Who is in the demo: the team, the pilots, and the list of candidates."""

import csv
import io
from datetime import date, timedelta

from pilot.models import Membership, Pilot, User
from pilot.roles import Role

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


def make_user(username):
    first_name, last_name, _ = TEAM[username]
    user = User(
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=f"{username}@szmh.example",
    )
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
    add_partners(pilot, PARTNERS)
    return pilot


# From the action plan and the letter of 2024.
PARTNERS = {
    "COA": "opvang en overdracht",
    "DUO": "financiert de inburgering",
    "Leeuwenborgh": "roc: taal, mbo en entree",
    "MTB": "leerwerkplekken",
    "Movisie": "groepstraining K!X Works",
    "Podium24": "bemiddeling naar werkgevers",
    "Stichting Wereldwijd": "taalmaatjes en participatie",
    "Trajekt": "maatschappelijke begeleiding",
    "UAF": "begeleiding van studenten",
    "Universiteit Maastricht": "voorbereidend jaar",
    "VluchtelingenWerk": "maatschappelijke begeleiding",
}
PARTNERS_2024 = ["COA", "Podium24", "Startfoundation", "VluchtelingenWerk"]


def add_partners(pilot, names):
    for name in names:
        pilot.organisations.create(name=name, offers=PARTNERS.get(name, ""))


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
    add_partners(pilot, PARTNERS_2024)
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
