"""A second list of candidates in the demo, with headings of its own: it waits for its decisions."""

import csv
import io
from datetime import date, timedelta

import pghistory
from django.core.files.uploadedfile import SimpleUploadedFile

from participants.importing import Decision
from participants.models import CandidateImport
from pilot.demo.people import FAMILY, FEMALE, MALE

HEADINGS = ["Kenmerk", "BSN", "Roepnaam", "Achternaam", "Geboren", "In gemeente sinds", "Telefoon"]
COLUMNS = ["client_number", "bsn", "first_name", "last_name", "birth_date", "assigned_on", ""]
NEW, TWINS, KNOWN = 5, 3, 2


def bring_second_list(pilot, users, *, rng):
    """Read a list in which some are new, some are known and some may be."""
    leader = users["projectleider"]
    with pghistory.context(user=leader.pk):
        made = CandidateImport.objects.read(
            SimpleUploadedFile("nieuwe-instroom-januari.csv", second_list(pilot, rng)),
            pilot=pilot,
            by=leader,
        )
        made.choose_columns(COLUMNS)
        # One was decided already: a namesake.
        first = made.rows.possible().first()
        made.decide([first.line], Decision.OTHER, by=leader)


def second_list(pilot, rng) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    people = list(pilot.participants.order_by("number"))
    assigned = pilot.today() - timedelta(days=40)
    for place in range(NEW):
        first_name = rng.choice([*FEMALE, *MALE])
        born = date(1984 + 2 * place, 1, 1) + timedelta(days=rng.randrange(365))
        writer.writerow(row(f"17{place + 1:05}", first_name, rng.choice(FAMILY), born, assigned))
    for place, twin in enumerate(rng.sample(people[:150], TWINS), start=NEW):
        # The same name the other way round, under a number that nobody has.
        name = twin.last_name, twin.first_name
        writer.writerow(row(f"17{place + 1:05}", *name, twin.birth_date, assigned))
    for person in people[-KNOWN:]:
        name = person.first_name, person.last_name
        writer.writerow(row(person.client_number, *name, person.birth_date, assigned))
    writer.writerow(
        ["1700099", "123456789", "Selam", "Tekle", "03-03-1991", f"{assigned:%d-%m-%Y}"]
    )
    return text.getvalue().encode("cp1252")


def row(number, first_name, last_name, born, assigned, *, bsn="") -> list[str]:
    return [
        number,
        bsn,
        first_name,
        last_name,
        f"{born:%d-%m-%Y}",
        f"{assigned:%d-%m-%Y}",
        "043-0000000",
    ]
