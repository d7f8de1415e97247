"""From a list with strange headings to candidates, by way of the columns and the duplicates."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import (
    CandidateImport,
    ImportColumn,
    ImportRow,
    Participant,
    Reading,
    SamePerson,
)
from participants.models.imports import ChangedMeanwhile, Undecided, known_people
from pilot.roles import Role
from pilot.sealing import fingerprint
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory
from tests.participants.test_import_views import at_once, confirm, csv_of, page, same_row, xlsx_of

STRANGE = ["Nr", "Roepnaam", "Van achteren", "Geb.", "Instroom", "Geloof"]
CHOSEN = ["client_number", "first_name", "last_name", "birth_date", "assigned_on", ""]
ROW = ["00101", "Zoë", "Ağaoğlu", "17-5-1985", "2-3-2015", "geheim"]
KNOWN_HEADER = ["clientnummer", "voornaam", "achternaam", "geboortedatum", "toegewezen op", "BSN"]
BSN = "123456782"


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def strange(pilot, leader):
    """A list of which nobody ever said what its columns are."""
    return read(pilot, leader, STRANGE, ROW)


@pytest.fixture
def twin(pilot):
    """Somebody in the pilot with the name and the birth date of ROW."""
    return ParticipantFactory(
        pilot=pilot,
        number=7,
        client_number="00777",
        first_name="Zoe",
        last_name="Agaoglu",
        birth_date=date(1985, 5, 17),
    )


@pytest.fixture
def doubtful(pilot, leader, twin):
    """A preview with two rows that may be the twin, and one that is new."""
    other = ["00103", "Bo", *ROW[2:5], ""]
    again = ["00102", "Ağaoğlu", "Zoë", *ROW[3:5], ""]
    return read(pilot, leader, KNOWN_HEADER, [*ROW[:5], ""], again, other)


def read(pilot, by, *rows):
    upload = SimpleUploadedFile("lijst.csv", csv_of(*rows))
    return CandidateImport.objects.read(upload, pilot=pilot, by=by)


def upload(client, pilot, *rows, form=None):
    file = SimpleUploadedFile("lijst.csv", csv_of(*rows))
    sent = {"file": file} | ({"uuid": form} if form else {})
    return client.post(page("import-create", pilot), sent)


def choose(client, source, *columns, version=None):
    fields = {f"kolom-{place}": name for place, name in enumerate(columns, start=1)}
    fields["version"] = same_row(source).version if version is None else version
    return client.post(page("import-columns", source.pilot, source.uuid), fields, follow=True)


def decide(client, source, decision, *lines, version=None):
    version = same_row(source).version if version is None else version
    sent = {"version": version, "decision": decision, "nummer": lines}
    return client.post(page("import-duplicates", source.pilot, source.uuid), sent, follow=True)


def outcomes(source):
    return {row.line: (str(row.outcome), row.decision) for row in source.rows.all()}


# What each column is


def test_list_with_strange_headings_asks_what_its_columns_are(client, leader, pilot):
    response = upload(client, pilot, STRANGE, ROW)

    made = CandidateImport.objects.get()
    assertRedirects(response, made.get_absolute_url(), fetch_redirect_response=False)
    asked = client.get(made.get_absolute_url(), follow=True)
    assertRedirects(client.get(made.get_absolute_url()), page("import-columns", pilot, made.uuid))
    assertContains(asked, "<bdi>Van achteren</bdi>", html=True)
    assertContains(asked, "<bdi>Ağaoğlu</bdi>", html=True)
    assertContains(
        asked,
        "Nog geen kolom voor: clientnummer, achternaam, geboortedatum, toegewezen op.",
    )
    # What was recognised is filled in.
    assertContains(asked, '<option value="first_name" selected>voornaam (verplicht)</option>')
    assert Reading.objects.filter(subject="import", ids=[made.pk]).exists()


def test_chosen_columns_give_the_preview_and_are_remembered(client, strange, pilot, leader):
    response = choose(client, strange, *CHOSEN)

    assertRedirects(response, strange.get_absolute_url())
    assertContains(response, "<bdi>nieuw</bdi>", count=1, html=True)
    assertContains(response, "<dt>Niet gebruikt</dt><dd>Geloof</dd>", html=True)
    assertNotContains(response, "geheim")

    again = read(pilot, leader, [*STRANGE[::-1]], ["", *ROW[4::-1]])
    assert again.columns == CHOSEN[::-1]
    assert outcomes(again) == {2: ("new", "")}


def test_what_is_remembered_is_of_one_pilot(client, strange):
    choose(client, strange, *CHOSEN)
    other = PilotFactory()

    assert ImportColumn.objects.filter(pilot=strange.pilot).count() == 6
    assert read(other, strange.by, STRANGE, ROW).columns == []


def test_columns_chosen_otherwise_are_remembered_otherwise(client, strange):
    choose(client, strange, *CHOSEN)

    choose(client, strange, "client_number", "last_name", "first_name", *CHOSEN[3:])

    assert strange.rows.get().values["last_name"] == "Zoë"
    assert ImportColumn.objects.remembered(strange.pilot)["roepnaam"] == "last_name"


def test_two_columns_for_one_field_are_refused_and_what_lacks_is_named(client, strange):
    response = choose(client, strange, "client_number", "client_number", "last_name", "", "", "")

    assertContains(response, "De kolom ‘Nr’ is ook al clientnummer. Kies er een.")
    assertContains(
        response, "Nog geen kolom voor: voornaam, geboortedatum, toegewezen op. Kies in welke"
    )
    assertContains(response, '<option value="last_name" selected>achternaam (verplicht)</option>')
    assert same_row(strange).columns == []


def test_column_that_is_no_field_is_refused(client, strange):
    response = choose(client, strange, "phase", *CHOSEN[1:])

    assert "kolom-1" in response.context["form"].errors


def test_columns_chosen_by_a_colleague_meanwhile_are_not_overwritten(client, strange):
    strange.choose_columns(CHOSEN)

    response = choose(client, strange, CHOSEN[0], "last_name", "first_name", *CHOSEN[3:], version=0)

    assertContains(response, "Een collega heeft intussen andere kolommen gekozen")
    assert strange.rows.get().values["last_name"] == "Ağaoğlu"
    # Sent once more it is done knowingly.
    choose(client, strange, CHOSEN[0], "last_name", "first_name", *CHOSEN[3:])
    assert strange.rows.get().values["last_name"] == "Zoë"


def test_list_without_columns_cannot_be_confirmed(client, strange):
    response = confirm(client, strange)

    assertContains(response, "Kies eerst wat er in elke kolom staat.")
    assert same_row(strange).confirmed_at is None


def test_what_stood_in_the_file_is_sealed_and_goes_when_it_is_confirmed(client, strange):
    strange.choose_columns(CHOSEN)
    kept = bytes(same_row(strange).sheet)
    assert b"geheim" not in kept
    assert strange.opened().values(5) == ["geheim"]

    confirm(client, strange)

    assert same_row(strange).sheet is None
    response = client.get(page("import-columns", strange.pilot, strange.uuid), follow=True)
    assertContains(response, "Deze lijst is al bevestigd: er is niets meer aan te veranderen.")


def test_list_from_before_the_columns_could_be_chosen_has_no_page_for_it(client, strange):
    CandidateImport.objects.update(sheet=None, columns=CHOSEN[:5])

    assert client.get(strange.get_absolute_url()).status_code == 200
    assert client.get(page("import-columns", strange.pilot, strange.uuid)).status_code == 404


def test_double_click_reads_the_list_once_and_another_list_is_another(client, leader, pilot):
    form = uuid4()

    first, second = (upload(client, pilot, STRANGE, ROW, form=form) for _ in range(2))
    third = upload(client, pilot, STRANGE, ROW, ROW, form=form)

    assert first["Location"] == second["Location"] != third["Location"]
    assert CandidateImport.objects.count() == 2


# The BSN


def everything_kept():
    """All that the database holds of the lists and the people, the sealed sheets opened."""
    tables = [Participant, Participant.pgh_event_model, ImportRow, CandidateImport, Reading]
    sheets = [made.opened() for made in CandidateImport.objects.exclude(sheet=None)]
    return repr([list(table.objects.values()) for table in tables] + sheets)


def test_bsn_is_kept_as_a_fingerprint_and_nowhere_as_a_number(client, pilot, leader):
    source = read(pilot, leader, KNOWN_HEADER, [*ROW[:5], BSN])
    response = client.get(source.get_absolute_url())
    assertContains(response, "<bdi>…782</bdi>", count=1, html=True)
    assertNotContains(response, BSN)
    assert BSN not in everything_kept()

    confirm(client, source)

    participant = Participant.objects.get()
    assert participant.bsn_fingerprint == fingerprint(BSN)
    assert BSN not in everything_kept()
    # Of the import no fingerprint is left, and the history has none that would stay.
    assert source.rows.get().bsn_fingerprint == ""
    assert fingerprint(BSN) not in repr(list(Participant.pgh_event_model.objects.values()))


def test_same_bsn_under_another_number_is_known_and_says_under_which(client, pilot, leader):
    ParticipantFactory(pilot=pilot, client_number="00777", bsn_fingerprint=fingerprint(BSN))

    source = read(pilot, leader, KNOWN_HEADER, [*ROW[:5], f" {BSN} "])

    assertContains(client.get(source.get_absolute_url()), "zelfde BSN als clientnummer 00777")
    assert outcomes(source) == {2: ("known", "")}
    confirm(client, source)
    assert source.rows.get().note == ""


def test_wrong_bsn_is_shown_by_its_last_digits_on_the_page_and_in_the_download(
    client, pilot, leader
):
    source = read(pilot, leader, KNOWN_HEADER, [*ROW[:5], "123456789"])

    assertContains(client.get(source.get_absolute_url()), "BSN ‘…789’: is geen BSN")
    assert "123456789" not in everything_kept()
    download = client.get(page("import-refused", pilot, source.uuid)).content
    again = SimpleUploadedFile("geweigerd.xlsx", download)
    mended = CandidateImport.objects.read(again, pilot=pilot, by=leader)
    # Only the end of it came back, so nobody can say whether it is wrong.
    assert outcomes(mended) == {2: ("new", "")}
    assert mended.rows.get().values["bsn"] == ""
    assertContains(client.get(mended.get_absolute_url()), "BSN ‘…789’ gelezen als niet ingevuld")


def test_column_full_of_bsns_is_kept_by_its_fingerprints(client, pilot, leader):
    source = read(pilot, leader, [*STRANGE, "Kenmerk"], [*ROW, BSN])

    assert BSN not in everything_kept()
    response = client.get(page("import-columns", pilot, source.uuid))
    assertContains(response, "<bdi>…782</bdi>", html=True)
    assertContains(response, "Dit lijken BSN's", count=1)
    choose(client, source, *CHOSEN, "bsn")
    assert source.rows.get().bsn_fingerprint == fingerprint(BSN)


def test_column_that_was_taken_for_bsns_can_be_something_else(client, pilot, leader):
    rows = [STRANGE, ["123456782", *ROW[1:]], ["111222333", "Bo", *ROW[2:]]]
    source = read(pilot, leader, *rows)
    assert "123456782" not in everything_kept()

    response = choose(client, source, *CHOSEN)

    assertRedirects(response, page("import-create", pilot))
    assertContains(response, "kies hetzelfde bestand nog een keer")
    assert not CandidateImport.objects.exists()
    # What was chosen is remembered, so the second time nothing is hidden and nothing asked.
    again = read(pilot, leader, *rows)
    assert outcomes(again) == {2: ("new", ""), 3: ("new", "")}
    assert again.rows.first().values["client_number"] == "123456782"


def test_column_of_days_is_not_taken_for_bsns(client, pilot, leader):
    """The digits of 02-03-2016 pass the check of a BSN."""
    day = datetime.combine(date(2016, 3, 2), datetime.min.time())
    rows = [[*ROW[:3], date(1985, 5, 17), day], ["00102", "Bo", *ROW[2:4], day]]
    file = SimpleUploadedFile("lijst.xlsx", xlsx_of(STRANGE[:5], *rows))
    source = CandidateImport.objects.read(file, pilot=pilot, by=leader)

    response = client.get(page("import-columns", pilot, source.uuid))
    assertContains(response, "<bdi>02-03-2016</bdi>", html=True)
    assertContains(response, "toegewezen op (verplicht)</option>", count=5)
    choose(client, source, *CHOSEN[:5])

    assert [row.values["assigned_on"] for row in source.rows.all()] == ["2016-03-02"] * 2


@pytest.mark.parametrize("bsn", [BSN, "f" * 63, "F" * 64])
def test_only_a_fingerprint_can_be_stored(pilot, bsn):
    with pytest.raises(IntegrityError, match="participant_bsn_is_fingerprint"):
        ParticipantFactory(pilot=pilot, bsn_fingerprint=bsn)


def test_bsn_is_of_one_person_in_a_pilot(pilot):
    ParticipantFactory(pilot=pilot, bsn_fingerprint=fingerprint(BSN))
    ParticipantFactory(bsn_fingerprint=fingerprint(BSN))

    with pytest.raises(IntegrityError, match="participant_bsn_once"):
        ParticipantFactory(pilot=pilot, bsn_fingerprint=fingerprint(BSN))


# Who may be in the pilot already


def test_possible_duplicates_come_before_the_new_rows_and_say_of_whom(client, doubtful):
    response = client.get(doubtful.get_absolute_url())

    assert outcomes(doubtful) == {2: ("possible", ""), 3: ("possible", ""), 4: ("new", "")}
    assert [row.line for row, _ in response.context["table_rows"]] == [2, 3, 4]
    assertContains(response, "zelfde naam en geboortedatum als clientnummer 00777", count=2)
    assertContains(response, "2 mogelijk dubbele regels beoordelen")
    assertNotContains(response, "toevoegen</button>")


def test_nobody_is_added_as_long_as_something_is_to_be_decided(client, doubtful):
    decide(client, doubtful, "other", 2)

    response = confirm(client, doubtful)

    assertContains(response, "Er is nog niets toegevoegd: 1 regel is mogelijk dubbel en daarover")
    assert Participant.objects.count() == 1
    assert same_row(doubtful).confirmed_at is None


def test_same_person_is_not_added_and_somebody_else_is(client, doubtful, leader):
    assertContains(decide(client, doubtful, "same", 2), "1 regel: dezelfde persoon. Nog 1 te")
    assertContains(decide(client, doubtful, "other", 3), "Er is niets meer te beslissen.")

    response = confirm(client, doubtful)

    assertContains(
        response,
        "2 kandidaten toegevoegd, 0 waren al bekend, 1 is dezelfde persoon als een ander, zoals"
        " besloten, 0 geweigerd.",
        count=2,
    )
    added = Participant.objects.filter(number__gt=7).values_list("client_number", flat=True)
    assert list(added) == ["00102", "00103"]
    # What was decided stays, by whom and when; what was typed does not.
    kept = doubtful.rows.get(line=2)
    assert (kept.decision, kept.decided_by, kept.values) == ("same", leader, {})
    assert timezone.now() >= kept.decided_at
    assertContains(response, f"dezelfde persoon ({leader},")
    # The same list again adds nobody: who was somebody else is known by now.
    again = read(doubtful.pilot, leader, KNOWN_HEADER, ["00102", "Ağaoğlu", "Zoë", *ROW[3:5], ""])
    assert outcomes(again) == {2: ("known", "")}


def test_same_person_is_known_again_in_the_next_list(client, doubtful, leader):
    decide(client, doubtful, "same", 2)
    decide(client, doubtful, "other", 3)
    confirm(client, doubtful)
    decided = SamePerson.objects.get()
    assert "00101" not in repr(SamePerson.objects.values())

    again = read(doubtful.pilot, leader, KNOWN_HEADER, [*ROW[:5], ""], ["9", *ROW[1:5], ""])

    # Of another number it is asked.
    assert outcomes(again) == {2: ("possible", "same"), 3: ("possible", "")}
    row = again.rows.get(line=2)
    assert (row.decided_by, row.decided_at) == (leader, decided.decided_at)
    # It can still be decided otherwise, and then that is what counts.
    decide(client, again, "other", 2, 3)
    confirm(client, again)
    assert not SamePerson.objects.exists()


def test_decision_is_of_one_pilot_and_is_not_kept_of_a_list_that_was_thrown_away(
    client, doubtful, leader
):
    decide(client, doubtful, "same", 2, 3)
    client.post(page("import-discard", doubtful.pilot, doubtful.uuid))
    assert not SamePerson.objects.exists()

    again = read(doubtful.pilot, leader, KNOWN_HEADER, [*ROW[:5], ""])
    decide(client, again, "same", 2)
    confirm(client, again)
    other = MembershipFactory(user=leader, role=Role.PROJECT_LEADER).pilot
    ParticipantFactory(
        pilot=other, first_name="Zoë", last_name="Ağaoğlu", birth_date=date(1985, 5, 17)
    )

    assert outcomes(read(other, leader, KNOWN_HEADER, [*ROW[:5], ""])) == {2: ("possible", "")}


@pytest.mark.parametrize(
    ("identity", "constraint"),
    [("f" * 64, "same_person_once"), ("00101", "same_person_is_fingerprint")],
)
def test_database_keeps_one_decision_and_only_a_fingerprint(pilot, leader, identity, constraint):
    decided = {"pilot": pilot, "decided_by": leader, "decided_at": timezone.now()}
    SamePerson.objects.create(identity="f" * 64, **decided)

    with pytest.raises(IntegrityError, match=constraint):
        SamePerson.objects.create(identity=identity, **decided)


def test_who_is_there_already_can_be_opened_and_that_is_kept(client, doubtful, twin):
    response = client.get(page("import-duplicates", doubtful.pilot, doubtful.uuid))

    link = f'<a href="{twin.get_absolute_url()}">Zoe Agaoglu, 00777</a>'
    assertContains(response, link, count=2, html=True)
    reading = Reading.objects.get(subject="participant")
    assert (reading.page, reading.ids) == ("participants:import-duplicates", [twin.pk])


def test_many_are_decided_at_once_and_only_those_that_may_be(client, doubtful):
    response = decide(client, doubtful, "same", 2, 3, 4, 99)

    assertContains(response, "2 regels: dezelfde persoon. Er is niets meer te beslissen.")
    assert outcomes(doubtful) == {2: ("possible", "same"), 3: ("possible", "same"), 4: ("new", "")}


@pytest.mark.parametrize(
    ("decision", "lines", "error"),
    [
        ("", [2], "Kies of dit dezelfde persoon is of iemand anders."),
        ("misschien", [2], "Selecteer een geldige keuze."),
        ("same", [], "Vink eerst in de lijst aan om welke regels het gaat."),
        ("same", ["x", "9" * 40], "Vink eerst in de lijst aan om welke regels het gaat."),
    ],
)
def test_decision_without_a_choice_or_without_rows_is_refused(
    client, doubtful, decision, lines, error
):
    assertContains(decide(client, doubtful, decision, *lines), error)
    assert set(doubtful.rows.values_list("decision", flat=True)) == {""}


def test_decision_of_a_colleague_meanwhile_is_shown_and_not_overwritten(client, doubtful):
    colleague = MembershipFactory(pilot=doubtful.pilot, role=Role.PROJECT_LEADER).user
    seen = same_row(doubtful).version
    doubtful.decide([2], "other", by=colleague)

    response = decide(client, doubtful, "same", 2, 3, version=seen)

    assertContains(response, f"Regel 2: iemand anders ({colleague},")
    assert outcomes(doubtful)[2] == ("possible", "other")
    assert outcomes(doubtful)[3] == ("possible", "")
    # What was ticked stays ticked.
    assert response.context["ticked"] == {2, 3}
    decide(client, doubtful, "same", 2, 3, version=response.context["source"].version)
    assert outcomes(doubtful)[2] == ("possible", "same")


def test_confirming_what_a_colleague_changed_meanwhile_adds_nobody(client, strange):
    strange.choose_columns(CHOSEN)

    response = client.post(
        page("import-confirm", strange.pilot, strange.uuid), {"version": "0"}, follow=True
    )

    assertContains(response, "Er is nog niets toegevoegd: kijk het voorbeeld na.")
    assert Participant.objects.count() == 0


def test_who_came_into_the_pilot_since_the_preview_is_found_when_it_is_confirmed(
    strange, leader, client
):
    strange.choose_columns(CHOSEN)
    assert outcomes(strange) == {2: ("new", "")}
    ParticipantFactory(
        pilot=strange.pilot,
        client_number="1",
        first_name="Zoe",
        last_name="Agaoglu",
        birth_date=date(1985, 5, 17),
    )

    with pytest.raises(Undecided):
        strange.confirm(by=leader)

    assert outcomes(strange) == {2: ("possible", "")}
    decide(client, strange, "other", 2)
    # And once more somebody with that name: that is another question.
    ParticipantFactory(
        pilot=strange.pilot,
        client_number="2",
        first_name="Zoe",
        last_name="Agaoglu",
        birth_date=date(1985, 5, 17),
    )
    with pytest.raises(Undecided):
        strange.confirm(by=leader)
    decide(client, strange, "other", 2)
    strange.confirm(by=leader)
    assert strange.pilot.participants.count() == 3


def test_page_of_duplicates_can_show_what_is_still_to_be_decided(client, doubtful):
    decide(client, doubtful, "same", 2)

    url = page("import-duplicates", doubtful.pilot, doubtful.uuid)
    everything = client.get(url)
    left = client.get(url, {"besluit": "geen"})
    done = client.get(url, {"besluit": "same"})

    assert [row.line for row, _ in everything.context["table_rows"]] == [3, 2]
    assert [row.line for row, _ in left.context["table_rows"]] == [3]
    assert [row.line for row, _ in done.context["table_rows"]] == [2]


def test_list_in_which_nobody_is_double_says_so(client, strange):
    strange.choose_columns(CHOSEN)

    response = client.get(page("import-duplicates", strange.pilot, strange.uuid))

    assertContains(response, "In deze lijst is niemand mogelijk dubbel.")


@pytest.mark.parametrize("count", [1, 3])
def test_duplicates_make_the_same_queries_for_one_row_as_for_many(
    client, leader, pilot, twin, count, django_assert_num_queries
):
    rows = [[f"{number}", *ROW[1:5], ""] for number in range(count)]
    source = read(pilot, leader, KNOWN_HEADER, *rows)
    source.decide(range(1, count + 2), "same", by=leader)

    with django_assert_num_queries(13):
        response = client.get(page("import-duplicates", pilot, source.uuid))

    assertContains(response, "<bdi>dezelfde persoon", count=count)


@pytest.mark.parametrize("name", ["import-columns", "import-duplicates"])
def test_page_of_a_list_of_another_pilot_does_not_exist(client, doubtful, leader, name):
    other = MembershipFactory(user=leader, role=Role.PROJECT_LEADER).pilot
    url = page(name, other, doubtful.uuid)

    assert client.get(url).status_code == 404
    sent = {"version": 0, "decision": "same", "nummer": 2}
    assert client.post(url, sent).status_code == 404
    assert outcomes(doubtful)[2] == ("possible", "")


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_do_so_after_one_another(pilot):
    leaders = [MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user for _ in range(2)]
    source = read(pilot, leaders[0], KNOWN_HEADER, [*ROW[:5], ""], ["2", *ROW[1:5], ""])

    raised = at_once(
        *(
            lambda by=by, decision=decision: same_row(source).decide(
                [3], decision, by=by, seen=source.version
            )
            for by, decision in zip(leaders, ("same", "other"), strict=True)
        )
    )

    assert raised == [ChangedMeanwhile]


@pytest.mark.django_db(transaction=True)
def test_row_that_is_decided_while_the_list_is_confirmed_is_added_or_not(pilot):
    leader = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    source = read(pilot, leader, KNOWN_HEADER, [*ROW[:5], ""], ["2", *ROW[1:5], ""])

    at_once(
        lambda: same_row(source).confirm(by=leader),
        lambda: same_row(source).decide([3], "other", by=leader),
    )

    assert pilot.participants.count() == (2 if same_row(source).confirmed_at else 0)


# What the database itself refuses


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"outcome": "new", "decision": "same"}, "import_row_decision_possible"),
        ({"decision": "misschien"}, "import_row_decision_possible"),
        ({"decided_at": None}, "import_row_decision_signed"),
        ({"decision": ""}, "import_row_decision_signed"),
        ({"note": ""}, "import_row_possible_whom"),
    ],
)
def test_decision_that_contradicts_itself_is_refused(doubtful, leader, changes, constraint):
    doubtful.decide([2], "same", by=leader)

    with pytest.raises(IntegrityError, match=constraint):
        doubtful.rows.filter(line=2).update(**changes)


def test_heading_is_remembered_once(pilot):
    ImportColumn.objects.create(pilot=pilot, heading="nr", field="")

    with pytest.raises(IntegrityError, match="import_column_once"):
        ImportColumn.objects.create(pilot=pilot, heading="nr", field="bsn")


def test_confirmed_list_that_still_holds_the_sheet_is_refused(doubtful, leader):
    doubtful.decide([2, 3], "same", by=leader)
    doubtful.confirm(by=leader)

    with pytest.raises(IntegrityError, match="import_confirmed_is_emptied"):
        CandidateImport.objects.filter(pk=doubtful.pk).update(sheet=b"iets")


def test_people_of_another_pilot_are_not_compared_with(pilot, twin):
    other = PilotFactory()

    assert [person.client_number for person in known_people(pilot)] == ["00777"]
    assert known_people(other) == []
