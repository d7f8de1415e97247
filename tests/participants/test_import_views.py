import re
from datetime import date, datetime, timedelta
from io import BytesIO
from threading import Barrier, Thread

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from pytest_django.asserts import assertContains, assertRedirects

from participants.models import CandidateImport, ImportRow, Participant
from participants.models.imports import AlreadyConfirmed
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory, UserFactory

HEADER = ["Clientnummer", "Voornaam", "Achternaam", "Geboortedatum", "Geslacht", "Toegewezen op"]
# Seven candidates of whom five are faulty, each in another way.
FIVE_FAULTS = [
    ["00101", "Zoë", "Ağaoğlu", "17-5-1985", "v", "2-3-2015"],
    ["00102", "", "Zonder-voornaam", "17-5-1985", "m", "2-3-2015"],
    ["00103", "Berend", "Geen-datum", "31-2-1990", "m", "2-3-2015"],
    ["00104", "Carla", "Te-jong", "17-5-2005", "v", "2-3-2015"],
    ["00105", "Dirk", "Te-vroeg", "17-5-1985", "q", "31-12-2013"],
    ["00101", "Evi", "Zelfde-nummer", "17-5-1985", "v", "2-3-2015"],
    ["00106", "Frans", "Bolle", "30-1-1990", "", "2-3-2015"],
]
# Letters that cp1252 does not have cannot be in such a file.
IN_WINDOWS = [[text.replace("ğ", "g") for text in row] for row in FIVE_FAULTS]
REASONS = {
    3: {"first_name": "niet ingevuld"},
    4: {"birth_date": "geen datum zoals 15-1-2017"},
    5: {"birth_date": "nog geen 18 jaar op 15-01-2017"},
    6: {
        "sex": "kies uit: vrouw / man / onbekend",
        "assigned_on": "niet van de doelgroep, die is toegewezen vanaf 01-01-2014",
    },
    7: {"client_number": "staat ook al op regel 2"},
}


def csv_of(*rows, encoding="utf-8-sig", delimiter=";"):
    return "".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding)


def xlsx_of(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


FILES = {
    "utf-8": ("lijst.csv", csv_of(HEADER, *FIVE_FAULTS, delimiter=",")),
    "cp1252": ("lijst.csv", csv_of(HEADER, *IN_WINDOWS, encoding="cp1252")),
    "xlsx": ("lijst.xlsx", xlsx_of(HEADER, *FIVE_FAULTS)),
}


def list_of(*client_numbers):
    """Everybody has a name of their own, so that nobody may be somebody else."""
    _, first_name, _, *others = FIVE_FAULTS[0]
    rows = [[number, first_name, f"Naam{number}", *others] for number in client_numbers]
    return SimpleUploadedFile("lijst.csv", csv_of(HEADER, *rows))


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def source(pilot, leader):
    """A preview of the list with five faults."""
    upload = SimpleUploadedFile(*FILES["cp1252"])
    return CandidateImport.objects.read(upload, pilot=pilot, by=leader)


def page(name, pilot, *args):
    return reverse(f"participants:{name}", args=[pilot.slug, *args])


def upload_to(client, pilot, name, content):
    """Post a file and give the import that was made of it, or the page with what is wrong."""
    response = client.post(
        page("import-create", pilot), {"file": SimpleUploadedFile(name, content)}, follow=True
    )
    return response.context.get("source") or response


def confirm(client, source):
    return client.post(page("import-confirm", source.pilot, source.uuid), follow=True)


def counts(source):
    found = CandidateImport.objects.with_counts().get(pk=source.pk)
    return {"new": found.new, "known": found.known, "refused": found.refused}


def outcomes(source):
    return {row.line: row.outcome for row in source.rows.all()}


# From file to candidates


@pytest.mark.parametrize("kind", FILES)
def test_list_with_five_faults_gives_every_row_its_outcome_and_imports_the_rest_once(
    client, leader, pilot, kind
):
    first = upload_to(client, pilot, *FILES[kind])

    assert {row.line: row.errors for row in first.rows.all() if row.errors} == REASONS
    assert counts(first) == {"new": 2, "known": 0, "refused": 5}
    assert Participant.objects.count() == 0

    confirm(client, first)

    added = Participant.objects.values_list("number", "client_number", "first_name", "birth_date")
    assert list(added) == [
        (1, "00101", "Zoë", date(1985, 5, 17)),
        (2, "00106", "Frans", date(1990, 1, 30)),
    ]
    assert set(Participant.objects.values_list("pilot", "phase", "selected_on", "sex")) == {
        (pilot.pk, "selection", None, "female"),
        (pilot.pk, "selection", None, "unknown"),
    }

    again = upload_to(client, pilot, *FILES[kind])

    assert counts(again) == {"new": 0, "known": 2, "refused": 5}
    assert {row.line: row.errors for row in again.rows.all() if row.errors} == REASONS
    confirm(client, again)
    assert Participant.objects.count() == 2


def test_preview_shows_what_is_wrong_beside_what_was_typed_worst_first(client, source, pilot):
    response = client.get(source.get_absolute_url())

    assertContains(response, "geboortedatum ‘31-2-1990’: geen datum zoals 15-1-2017")
    assertContains(response, "voornaam: niet ingevuld")
    assertContains(
        response,
        "geslacht ‘q’: kies uit: vrouw / man / onbekend; toegewezen op ‘31-12-2013’: niet van de "
        "doelgroep, die is toegewezen vanaf 01-01-2014",
    )
    assertContains(response, "Windows (cp1252), kolommen gescheiden door een puntkomma")
    assert [row.line for row, _ in response.context["table_rows"]] == [3, 4, 5, 6, 7, 2, 8]


def test_preview_of_one_outcome_shows_the_new_rows_as_they_were_understood(client, source):
    response = client.get(source.get_absolute_url(), {"uitkomst": "new", "kolom": "alle"})

    assert [row.line for row, _ in response.context["table_rows"]] == [2, 8]
    assertContains(response, "<bdi>vrouw</bdi>", count=1, html=True)
    assertContains(response, '<bdi><span class="day">30-01-1990</span></bdi>', count=1, html=True)


def test_preview_shows_at_first_only_the_columns_that_fit(client, source):
    url = source.get_absolute_url()

    first, chosen = client.get(url), client.get(url, {"kolom": ["regel", "sex"]})
    later = client.get(url)

    assert [column.key for column in first.context["columns"]] == [
        *("regel", "uitkomst", "fout"),
        *("client_number", "first_name", "last_name", "birth_date"),
    ]
    assert [column.key for column in chosen.context["columns"]] == ["regel", "sex"]
    assert [column.key for column in later.context["columns"]] == ["regel", "sex"]
    assert len(first.context["choosable"]) == 8


def test_word_that_was_read_as_another_is_told_until_it_is_confirmed(client, leader, pilot):
    header = [*HEADER, "Opleiding"]
    rows = [[*FIVE_FAULTS[0], "Universiteit"], [*FIVE_FAULTS[6], "hbo"]]
    upload = SimpleUploadedFile("lijst.csv", csv_of(header, *rows))
    made = CandidateImport.objects.read(upload, pilot=pilot, by=leader)

    response = client.get(made.get_absolute_url())
    assertContains(response, "<bdi>opleiding ‘Universiteit’ gelezen als hbo of wo</bdi>", html=True)
    assertContains(response, "gelezen als", count=1)
    confirm(client, made)

    assert set(pilot.participants.values_list("education", flat=True)) == {"higher"}
    assert [row.translated for row in made.rows.all()] == [{}, {}]


def test_preview_has_pages_of_fifty(client, leader, pilot):
    upload = list_of(*(str(number) for number in range(51)))
    made = CandidateImport.objects.read(upload, pilot=pilot, by=leader)

    first = client.get(made.get_absolute_url())
    second = client.get(made.get_absolute_url(), {"pagina": "2"})

    assert len(first.context["table_rows"]) == 50
    assert [row.line for row, _ in second.context["table_rows"]] == [52]


def test_file_that_is_no_list_is_refused_at_the_field(client, leader, pilot):
    response = upload_to(client, pilot, "lijst.csv", b"Geachte heer,\r\n")

    assertContains(response, "<title>Fout: Lijst inlezen")
    (error,) = response.context["form"].errors["file"]
    assert error.startswith("Dit is geen lijst met kandidaten")
    assert CandidateImport.objects.count() == 0


def test_file_that_is_too_big_is_refused_before_it_is_read(client, leader, pilot, settings):
    settings.UPLOAD_MAX_BYTES = 100

    response = upload_to(client, pilot, *FILES["utf-8"])

    (error,) = response.context["form"].errors["file"]
    assert error.startswith("Dit bestand is groter dan")


@pytest.mark.parametrize(
    ("posted", "error"),
    [
        ({}, "Kies een bestand."),
        ({"file": SimpleUploadedFile("lijst.csv", b"")}, "Dit bestand is leeg."),
    ],
)
def test_upload_without_content_is_refused(client, leader, pilot, posted, error):
    response = client.post(page("import-create", pilot), posted)

    assert response.context["form"].errors["file"] == [error]


@pytest.mark.parametrize("name", ["kandidaten.csv", "kandidaten.xlsx"])
def test_example_list_is_read_without_a_fault(client, leader, pilot, name):
    path = finders.find(f"voorbeeld/{name}")

    with open(path, "rb") as file:
        made = upload_to(client, pilot, name, file.read())

    assert counts(made) == {"new": 3, "known": 0, "refused": 0}
    assert made.ignored_columns == []
    assert made.rows.first().values["client_number"] == "00123"


def test_row_with_a_nul_is_refused_and_can_be_stored(client, leader, pilot):
    row = ["00101", "Zo\x00ë", *FIVE_FAULTS[0][2:]]

    made = upload_to(client, pilot, "lijst.csv", csv_of(HEADER, row))

    assert made.rows.get().errors == {"first_name": "er staat een onleesbaar teken in"}
    assert made.rows.get().values["first_name"] == "Zo�ë"


# Confirming


def test_confirming_counts_on_from_the_last_number_of_the_pilot(client, pilot, leader):
    ParticipantFactory(pilot=pilot, number=41)
    ParticipantFactory(number=99)

    source = CandidateImport.objects.read(list_of("b", "a"), pilot=pilot, by=leader)
    source.confirm(by=leader)

    added = pilot.participants.filter(number__gt=41)
    assert list(added.values_list("number", "client_number")) == [(42, "b"), (43, "a")]


def test_confirming_says_what_was_done_and_leads_to_the_candidates(client, source, pilot):
    response = confirm(client, source)

    assertContains(response, "2 kandidaten toegevoegd, 0 waren al bekend, 5 geweigerd.")
    assertContains(response, f'href="{page("candidate-list", pilot)}"')
    assert [row.line for row, _ in response.context["table_rows"]] == [3, 4, 5, 6, 7]


def test_confirming_keeps_what_was_typed_of_the_refused_rows_only(client, source):
    confirm(client, source)

    kept = {row.line: row.values.get("client_number") for row in source.rows.all()}
    assert kept == {2: None, 3: "00102", 4: "00103", 5: "00104", 6: "00105", 7: "00101", 8: None}
    assert outcomes(source) == dict.fromkeys(range(3, 8), "refused") | {2: "new", 8: "new"}


def test_row_that_became_known_since_the_preview_is_not_added(client, source, pilot):
    ParticipantFactory(pilot=pilot, client_number="00101", first_name="Eerder", number=1)

    response = confirm(client, source)

    assertContains(response, "1 kandidaat toegevoegd, 1 was al bekend, 5 geweigerd.")
    assert list(pilot.participants.values_list("number", "first_name")) == [
        (1, "Eerder"),
        (2, "Frans"),
    ]


def test_same_client_in_another_pilot_is_new_here(client, source):
    ParticipantFactory(pilot=PilotFactory(), client_number="00101")

    assert counts(source) == {"new": 2, "known": 0, "refused": 5}
    confirm(client, source)
    assert Participant.objects.filter(client_number="00101").count() == 2


def test_confirming_twice_adds_once(client, source):
    confirm(client, source)

    response = confirm(client, source)

    assertContains(response, "Deze lijst was al bevestigd: er is niets dubbel toegevoegd.")
    assert Participant.objects.count() == 2


def at_once(*acts):
    """Do the acts at the same moment, each on a connection of its own; give what they raised."""
    raised = []
    together = Barrier(len(acts))

    def run(act):
        try:
            together.wait()
            act()
        except Exception as error:
            raised.append(type(error))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def same_row(source):
    return CandidateImport.objects.get(pk=source.pk)


@pytest.mark.django_db(transaction=True)
def test_two_people_who_confirm_at_once_add_once(pilot):
    leaders = [MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user for _ in range(2)]
    upload = list_of(*(str(number) for number in range(200)))
    source = CandidateImport.objects.read(upload, pilot=pilot, by=leaders[0])

    raised = at_once(*(lambda by=by: same_row(source).confirm(by=by) for by in leaders))

    assert raised == [AlreadyConfirmed]
    assert sorted(pilot.participants.values_list("number", flat=True)) == list(range(1, 201))


@pytest.mark.django_db(transaction=True)
def test_two_lists_that_overlap_confirmed_at_once_add_everybody_once(pilot):
    leader = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    sources = [
        CandidateImport.objects.read(
            list_of(*(str(number) for number in numbers)), pilot=pilot, by=leader
        )
        for numbers in (range(150), range(100, 250))
    ]

    raised = at_once(*(lambda made=made: same_row(made).confirm(by=leader) for made in sources))

    assert raised == []
    assert sorted(pilot.participants.values_list("number", flat=True)) == list(range(1, 251))
    assert sum(counts(source)["known"] for source in sources) == 50


@pytest.mark.django_db(transaction=True)
def test_list_that_is_confirmed_and_thrown_away_at_once_does_one_of_the_two(pilot):
    leader = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    source = CandidateImport.objects.read(list_of("1", "2"), pilot=pilot, by=leader)

    mine, theirs = same_row(source), same_row(source)

    raised = at_once(lambda: mine.confirm(by=leader), theirs.discard)

    assert raised == [AlreadyConfirmed]
    is_kept = CandidateImport.objects.filter(pk=source.pk).exists()
    assert pilot.participants.count() == (2 if is_kept else 0)


# Throwing away, and what is kept


def test_preview_that_is_thrown_away_leaves_nothing(client, source, pilot):
    response = client.post(page("import-discard", pilot, source.uuid), follow=True)

    assertRedirects(response, page("import-list", pilot))
    assertContains(response, "De lijst is weggegooid: er is niets van bewaard.")
    assert ImportRow.objects.count() == 0


def test_confirmed_list_cannot_be_thrown_away(client, source, pilot):
    confirm(client, source)

    response = client.post(page("import-discard", pilot, source.uuid), follow=True)

    assertContains(response, "Deze lijst is al bevestigd en kan niet meer worden weggegooid.")
    assert ImportRow.objects.count() == 7


def test_previews_of_more_than_a_week_ago_go_when_the_next_list_comes(client, source, pilot):
    confirmed = CandidateImport.objects.read(list_of("1"), pilot=pilot, by=source.by)
    confirmed.confirm(by=source.by)
    CandidateImport.objects.update(at=timezone.now() - timedelta(days=8))

    made = upload_to(client, pilot, "nieuw.csv", csv_of(HEADER, FIVE_FAULTS[0]))

    assert set(CandidateImport.objects.values_list("pk", flat=True)) == {confirmed.pk, made.pk}


# The refused rows


def test_refused_rows_can_be_downloaded_mended_and_read_in_again(client, source, pilot):
    confirm(client, source)

    response = client.get(page("import-refused", pilot, source.uuid))
    book = load_workbook(BytesIO(response.content))
    sheet = book.worksheets[0]
    lines = [[cell or "" for cell in line] for line in sheet.iter_rows(values_only=True)]

    assert lines[0] == [
        "Regel",
        "clientnummer",
        "voornaam",
        "achternaam",
        "geboortedatum",
        "geslacht",
        "toegewezen op",
        "Wat er mis is",
    ]
    assert [line[0] for line in lines[1:]] == [3, 4, 5, 6, 7]
    assert [line[1:-1] for line in lines[1:]] == IN_WINDOWS[1:6]
    assert lines[1][-1] == "voornaam: niet ingevuld"
    about = [line[0].value for line in book.worksheets[1].iter_rows()]
    assert re.fullmatch(r"Geweigerde regels van .+, \d\d-\d\d-\d{4} \d\d:\d\d", about[0])
    assert about[1] == "Elke regel is een geweigerde regel van de ingelezen lijst."

    again = upload_to(client, pilot, "geweigerd.xlsx", response.content)
    # What was refused for a number that is in the pilot by now, is known.
    assert counts(again) == {"new": 0, "known": 1, "refused": 4}
    assert again.ignored_columns == []

    sheet["C2"] = "Anna"
    sheet["E3"] = datetime.combine(date(1990, 2, 28), datetime.min.time())
    mended = BytesIO()
    book.save(mended)
    confirm(client, upload_to(client, pilot, "geweigerd.xlsx", mended.getvalue()))

    added = pilot.participants.filter(number__gt=2).values_list("client_number", "birth_date")
    assert list(added) == [("00102", date(1985, 5, 17)), ("00103", date(1990, 2, 28))]


def test_refused_rows_are_text_in_the_download_and_no_formulas(client, leader, pilot):
    row = ["00101", "=1+1", "", *FIVE_FAULTS[0][3:]]
    made = upload_to(client, pilot, "lijst.csv", csv_of(HEADER, row))

    response = client.get(page("import-refused", pilot, made.uuid))

    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=1+1", "s")


# Who sees it


@pytest.mark.parametrize("name", ["import-detail", "import-refused"])
def test_import_of_another_pilot_does_not_exist(client, source, name):
    other = MembershipFactory(user=source.by, role=Role.PROJECT_LEADER).pilot

    assert client.get(page(name, other, source.uuid)).status_code == 404


@pytest.mark.parametrize("name", ["import-confirm", "import-discard"])
def test_import_of_another_pilot_cannot_be_acted_upon(client, source, name):
    other = MembershipFactory(user=source.by, role=Role.PROJECT_LEADER).pilot

    assert client.post(page(name, other, source.uuid)).status_code == 404
    assert Participant.objects.count() == 0
    assert outcomes(source)[2] == "new"


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.RECRUITER, Role.MANAGEMENT])
def test_import_is_refused_to_who_may_not(client, source, login, pilot, role):
    login(role)

    assert client.get(source.get_absolute_url()).status_code == 403
    assert confirm(client, source).status_code == 403
    assert Participant.objects.count() == 0


def test_list_shows_the_imports_of_this_pilot_with_their_counts(client, source, pilot):
    elsewhere = PilotFactory()
    CandidateImport.objects.read(list_of("1"), pilot=elsewhere, by=UserFactory())

    response = client.get(page("import-list", pilot))

    ((row, url),) = response.context["table_rows"]
    assert (row.new, row.known, row.refused, url) == (2, 0, 5, source.get_absolute_url())
    assertContains(response, "<bdi>nog niet</bdi>", count=1, html=True)


@pytest.mark.parametrize("count", [1, 3])
def test_list_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    for number in range(count):
        by = UserFactory()
        CandidateImport.objects.read(list_of(str(number)), pilot=pilot, by=by)

    with django_assert_num_queries(7):
        response = client.get(page("import-list", pilot))

    assertContains(response, "<bdi>lijst.csv</bdi>", count=count, html=True)


@pytest.mark.parametrize("count", [1, 3])
def test_preview_makes_the_same_queries_for_one_row_as_for_many(
    client, leader, pilot, count, django_assert_num_queries
):
    numbers = (str(number) for number in range(count))
    made = CandidateImport.objects.read(list_of(*numbers), pilot=pilot, by=leader)

    with django_assert_num_queries(9):
        response = client.get(made.get_absolute_url())

    assertContains(response, "<bdi>nieuw</bdi>", count=count, html=True)


# What the database itself refuses


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"line": 2}, "import_row_line_once"),
        ({"outcome": "refused"}, "import_row_refused_with_reason"),
        ({"errors": {"sex": "fout"}}, "import_row_refused_with_reason"),
        ({"outcome": "anders"}, "import_row_outcome_known"),
    ],
)
def test_row_that_contradicts_itself_is_refused(source, changes, constraint):
    row = {"line": 99, "outcome": "new", "values": {}, "errors": {}} | changes

    with pytest.raises(IntegrityError, match=constraint):
        source.rows.create(**row)


def test_confirmation_without_who_confirmed_is_refused(source):
    with pytest.raises(IntegrityError, match="import_confirmation_signed"):
        CandidateImport.objects.filter(pk=source.pk).update(confirmed_at=timezone.now())
