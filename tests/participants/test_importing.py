import tracemalloc
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from participants import import_files
from participants.import_columns import BY_NAME, hide_bsns, recognise
from participants.import_fields import (
    BSN,
    FIELDS,
    MAX_TYPED,
    KnownPerson,
    Refused,
    Rules,
    read_date,
    tidy,
)
from participants.import_files import UnreadableList, read_sheet
from participants.importing import RowOutcome, check_rows, name_key, rows_of
from participants.models import Participant
from participants.models.imports import CHOICES

TODAY = date(2017, 1, 15)
BORN = date(1985, 5, 17)
HEADER = [field.label for field in FIELDS if field.name != BSN]
GOOD = [
    "00123",
    "Zoë",
    "Ağaoğlu",
    "17-5-1985",
    "vrouw",
    "alleenstaand",
    "hbo of wo",
    "A1",
    "2-3-2015",
]
READ = {
    "client_number": "00123",
    "first_name": "Zoë",
    "last_name": "Ağaoğlu",
    "birth_date": "1985-05-17",
    "sex": "female",
    "household": "single",
    "education": "higher",
    "language_level": "a1",
    "assigned_on": "2015-03-02",
    "bsn": "",
}


def rules(*, known=(), assigned_from=date(2014, 1, 1)):
    return Rules(today=TODAY, assigned_from=assigned_from, known=known, choices=CHOICES)


def somebody(client_number, name="Iemand Anders", born="1970-01-01", bsn=""):
    return KnownPerson(client_number, name, born, bsn and sealed(bsn))


def sealed(bsn):
    """Stands for a fingerprint."""
    return f"zegel-van-{bsn[::-1]}"


def sheet_of(file_name, content):
    """What is read of a file, without the BSNs, and its columns as recognised by name."""
    sheet = read_sheet(file_name, content, BY_NAME.keys())
    columns = [name or "" for name in recognise(sheet.headings, {})]
    return hide_bsns(sheet, columns, sealed), columns


def rows_in(file_name, content):
    return rows_of(*sheet_of(file_name, content))


def changed(**typed):
    """A good row with other text in some of its columns."""
    return [typed.get(field.name, text) for field, text in zip(FIELDS, GOOD, strict=False)]


def csv_of(*rows, encoding="utf-8-sig", delimiter=";"):
    return "".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding)


def xlsx_of(*rows, before=(), title="Blad1"):
    """A workbook with the rows, and sheets `before` it: (title, rows) pairs."""
    book = Workbook()
    book.remove(book.active)
    for name, lines in [*before, (title, rows)]:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def zip_of(**parts):
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def with_part(content, name, change):
    """The workbook with one of its parts changed by a function of its text."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, change(text) if part == name else text)
    return made.getvalue()


def sheet_changed(content, change):
    return with_part(content, "xl/worksheets/sheet1.xml", change)


def checked(file_name, content, **kwargs):
    return check_rows(rows_in(file_name, content), rules(**kwargs))


def only(file_name, content, **kwargs):
    (row,) = checked(file_name, content, **kwargs)
    return row


def errors_of(**typed):
    return only("lijst.csv", csv_of(HEADER, changed(**typed))).errors


def refusal_of(file_name, content):
    with pytest.raises(UnreadableList) as refusal:
        read_sheet(file_name, content, BY_NAME.keys())
    return str(refusal.value)


# How a file is written


@pytest.mark.parametrize(
    ("encoding", "delimiter", "read_as"),
    [
        ("utf-8-sig", ";", "Unicode (UTF-8), kolommen gescheiden door een puntkomma"),
        ("utf-8", ",", "Unicode (UTF-8), kolommen gescheiden door een komma"),
        ("utf-16", "\t", "Unicode (UTF-16), kolommen gescheiden door een tab"),
    ],
)
def test_csv_is_read_as_it_was_written(encoding, delimiter, read_as):
    content = csv_of(HEADER, GOOD, encoding=encoding, delimiter=delimiter)

    assert sheet_of("lijst.csv", content)[0].read_as == read_as
    assert only("lijst.csv", content).values == READ


def test_csv_of_dutch_excel_is_read():
    content = csv_of(HEADER, changed(last_name="Groß-Ævarð"), encoding="cp1252")

    found, _ = sheet_of("LIJST.CSV", content)

    assert found.read_as == "Windows (cp1252), kolommen gescheiden door een puntkomma"
    assert found.values(1) == ["Zoë"]
    assert found.values(2) == ["Groß-Ævarð"]


def test_xlsx_is_read_with_real_dates_and_numbers():
    row = [
        12345.0,
        "Zoë",
        "Ağaoğlu",
        datetime.combine(BORN, time.min),
        *GOOD[4:8],
        date(2015, 3, 2),
    ]

    found = only("lijst.xlsx", xlsx_of(HEADER, row))

    assert found.outcome == RowOutcome.NEW
    assert found.values == READ | {"client_number": "12345"}


def test_xlsx_client_number_keeps_the_zeros_of_its_text_and_of_its_format():
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(changed(client_number="00123"))
    book.active.append([77, *GOOD[1:]])
    book.active["A3"].number_format = "00000"
    content = BytesIO()
    book.save(content)

    found = checked("lijst.xlsx", content.getvalue())

    assert [row.values["client_number"] for row in found] == ["00123", "00077"]


def test_xlsx_takes_the_value_of_a_formula_and_not_the_formula():
    content = sheet_changed(
        xlsx_of(HEADER, changed(first_name="=UPPER(A1)"), changed(first_name="=UPPER(A1)")),
        lambda text: text.replace(
            '<c r="B2"><f>UPPER(A1)</f><v></v>', '<c r="B2" t="str"><f>UPPER(A1)</f><v>ZOË</v>'
        ),
    )

    found = rows_in("lijst.xlsx", content)

    # The second has never been calculated.
    assert [row.typed["first_name"] for row in found] == ["ZOË", ""]


def test_xlsx_takes_the_first_sheet_with_a_header_and_says_which():
    content = xlsx_of(HEADER, GOOD, before=[("Uitleg", [["Zo werkt het"]])], title="Kandidaten")

    found, _ = sheet_of("lijst.xlsx", content)

    assert found.read_as == "Excel, blad ‘Kandidaten’ (1 ander blad niet gelezen)"
    assert [line.number for line in found.lines] == [2]


def test_xlsx_that_is_wrong_about_its_own_size_is_read_whole():
    content = sheet_changed(
        xlsx_of(HEADER, GOOD, changed(client_number="2")),
        lambda text: text.replace('ref="A1:I3"', 'ref="A1"'),
    )

    assert len(rows_in("lijst.xlsx", content)) == 2


def test_header_is_forgiving_and_may_stand_lower():
    header = ["Cliënt-nr.", " VOORNAAM *", "familienaam", "Geb.datum", "M/V", "Toegewezen  op"]
    row = ["00123", "Zoë", "Ağaoğlu", "17-5-1985", "v", "2-3-2015"]

    sheet, columns = sheet_of(
        "lijst.csv", csv_of([], ["Kandidaten 2016"], [], header, [], row, [""] * 6)
    )

    assert columns == [
        "client_number",
        "first_name",
        "last_name",
        "birth_date",
        "sex",
        "assigned_on",
    ]
    assert [line.number for line in sheet.lines] == [6]
    (read,) = check_rows(rows_of(sheet, columns), rules())
    assert read.values == READ | dict.fromkeys(
        ("household", "education", "language_level"), "unknown"
    )


# Files that are no list


OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.mark.parametrize(
    ("file_name", "content", "reason"),
    [
        ("lijst.docx", b"PK", "Kies een bestand dat eindigt op .xlsx of .csv."),
        ("lijst", b"x", "Kies een bestand dat eindigt op .xlsx of .csv."),
        ("lijst.csv", b" \r\n ", "Dit bestand is leeg."),
        ("lijst.csv", b"", "Dit bestand is leeg."),
        ("lijst.csv", b"\xff\xfe", "Dit bestand is leeg."),
        ("lijst.csv", b"\xef\xbb\xbf", "Dit bestand is leeg."),
        ("lijst.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "Dit is geen lijst met"),
        ("lijst.csv", csv_of(GOOD), "Dit is geen lijst met kandidaten"),
        ("lijst.csv", csv_of(HEADER), "Onder de kolomkoppen staat geen enkele kandidaat."),
        ("lijst.csv", csv_of(HEADER, changed(first_name='"Zoë')), "Regel 2 is niet te lezen."),
        ("lijst.csv", csv_of(HEADER, GOOD, changed(first_name="x" * 131_073)), "Regel 3 is niet"),
        ("lijst.csv", xlsx_of(HEADER, GOOD), "Dit is geen .csv."),
        ("lijst.xlsx", csv_of(HEADER, GOOD), "Dit is geen Excel-bestand"),
        ("lijst.xlsx", xlsx_of(HEADER, GOOD)[:-900], "Dit is geen Excel-bestand"),
        ("lijst.xlsx", OLD_EXCEL, "Dit bestand is beveiligd met een wachtwoord"),
        ("lijst.xlsx", zip_of(brief="Geachte"), "Dit Excel-bestand is beschadigd."),
        ("lijst.xlsx", xlsx_of(["Beste"]), "Dit is geen lijst met kandidaten"),
        ("lijst.xlsx", xlsx_of(), "Dit is geen lijst met kandidaten"),
        ("lijst.xlsx", zip_of(bom="0" * (51 * 1024 * 1024)), "Dit Excel-bestand is te groot"),
        ("lijst.xlsx", zip_of(bom="<c/>" * 700_000), "Dit Excel-bestand is te groot"),
    ],
    # A workbook holds the time at which it was made, and so would the name of the test.
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_file_that_is_no_list_is_refused_with_the_reason(file_name, content, reason):
    assert refusal_of(file_name, content).startswith(reason)


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.xlsx"])
def test_list_of_more_rows_than_allowed_is_refused(name, monkeypatch):
    monkeypatch.setattr(import_files, "MAX_ROWS", 2)
    made = csv_of if name == "lijst.csv" else xlsx_of

    assert len(rows_in(name, made(HEADER, GOOD, [""], GOOD))) == 2
    assert refusal_of(name, made(HEADER, GOOD, GOOD, GOOD)).startswith("Deze lijst heeft meer dan")


def test_xlsx_with_entities_is_refused():
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = sheet_changed(
        xlsx_of(HEADER, GOOD), lambda text: bomb + text.replace("</worksheet>", "&b;</worksheet>")
    )

    assert refusal_of("lijst.xlsx", content).startswith("Dit Excel-bestand is beschadigd.")


def test_xlsx_with_a_row_very_far_down_is_refused_soon():
    content = sheet_changed(
        xlsx_of(HEADER, GOOD), lambda text: text.replace('<row r="2"', '<row r="999999999"')
    )

    assert refusal_of("lijst.xlsx", content).startswith("Dit blad loopt door tot voorbij regel")


def test_xlsx_with_a_cell_very_far_right_is_read_without_it():
    content = sheet_changed(
        xlsx_of(HEADER, [*GOOD, "ver weg"]), lambda text: text.replace('r="J2"', 'r="XFD2"')
    )

    assert only("lijst.xlsx", content).values == READ


def test_xlsx_that_lies_about_its_unzipped_size_is_refused():
    content = bytearray(xlsx_of(HEADER, GOOD))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = (1).to_bytes(4, "little")

    assert refusal_of("lijst.xlsx", bytes(content)).startswith("Dit is geen Excel-bestand")


# What is typed in a row


def test_row_gives_all_its_errors_at_once():
    row = changed(client_number="", birth_date="31-2-1990", sex="x", assigned_on="1-1-2013")

    found = only("lijst.csv", csv_of(HEADER, row))

    assert found.outcome == RowOutcome.REFUSED
    assert found.errors == {
        "client_number": "niet ingevuld",
        "birth_date": "geen datum zoals 15-1-2017",
        "sex": "kies uit: vrouw / man / onbekend",
        "assigned_on": "niet van de doelgroep, die is toegewezen vanaf 01-01-2014",
    }
    assert found.values["birth_date"] == "31-2-1990"


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"birth_date": "16-1-2017"}, "deze dag is nog niet geweest, het is nu 15-01-2017"),
        ({"birth_date": "16-1-1999"}, "nog geen 18 jaar op 15-01-2017"),
        ({"birth_date": "15-1-1999"}, None),
        ({"birth_date": "31-12-1899"}, "ligt vóór 1900"),
        ({"assigned_on": "16-1-2017"}, "deze dag is nog niet geweest, het is nu 15-01-2017"),
        ({"assigned_on": "15-1-2017"}, None),
        ({"assigned_on": "1-1-2014"}, None),
        ({"client_number": "1" * 21}, "langer dan 20 tekens"),
        ({"client_number": "1,23457E+11"}, "door Excel afgerond: maak de kolom Tekst en typ het"),
        ({"first_name": "a" * 60}, None),
        ({"first_name": "a" * 61}, "langer dan 60 tekens"),
        ({"first_name": "a" * 201}, "veel te lang"),
        ({"first_name": "Zo\x00ë"}, "er staat een onleesbaar teken in"),
        ({"last_name": "#N/B"}, "dit is een foutmelding van Excel"),
        ({"last_name": " \u200b "}, "niet ingevuld"),
        ({"language_level": "A2+"}, None),
        ({"language_level": "?"}, "kies uit: analfabeet of anders gealfabetiseerd / A0"),
        ({"household": "Alleenstaande ouder"}, None),
        ({"education": ""}, None),
    ],
)
def test_value_is_refused_with_the_reason(typed, errors):
    (name,) = typed
    found = errors_of(**typed)

    assert set(found) == ({name} if errors else set())
    assert found.get(name, "").startswith(errors or "")


def test_target_group_of_a_pilot_without_a_first_day_is_not_checked():
    content = csv_of(HEADER, changed(assigned_on="1-1-2013"))

    assert only("lijst.csv", content, assigned_from=None).errors == {}


def test_same_client_number_again_is_refused_with_the_line_of_the_first():
    again, another = changed(first_name="Ander"), changed(client_number="2", first_name="Bo")

    found = checked("lijst.csv", csv_of(HEADER, GOOD, again, another))

    assert [row.outcome for row in found] == ["new", "refused", "new"]
    assert found[1].errors == {"client_number": "staat ook al op regel 2"}


def test_known_client_is_known_whatever_else_is_typed():
    content = csv_of(HEADER, changed(birth_date="?"), GOOD)

    found = checked("lijst.csv", content, known=[somebody("00123")])

    assert [row.outcome for row in found] == ["known", "refused"]


def test_row_with_more_cells_than_the_header_is_refused():
    content = csv_of(HEADER, changed(last_name="Berg, van den"), delimiter=",")

    assert only("lijst.csv", content).errors["row"].startswith("meer cellen dan de kopregel")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17-5-1985", date(1985, 5, 17)),
        ("17-05-85", date(1985, 5, 17)),
        ("17/5/1985", date(1985, 5, 17)),
        ("17.5.1985", date(1985, 5, 17)),
        ("17 5 1985", date(1985, 5, 17)),
        ("17 mei 1985", date(1985, 5, 17)),
        ("1 Maart 1985", date(1985, 3, 1)),
        ("1-mrt-85", date(1985, 3, 1)),
        ("1 sept. 1985", date(1985, 9, 1)),
        ("17051985", date(1985, 5, 17)),
        ("5011990", date(1990, 1, 5)),
        ("19850517", date(1985, 5, 17)),
        ("1985-05-17", date(1985, 5, 17)),
        ("1985-05-17 00:00:00", date(1985, 5, 17)),
        ("17-5-1985 0:00", date(1985, 5, 17)),
        # Two digits are a year that has been.
        ("1-1-17", date(2017, 1, 1)),
        ("1-1-18", date(1918, 1, 1)),
    ],
)
def test_date_is_read_however_it_is_typed(typed, day):
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["5/17/1985", "31-2-1990", "1985", "mei 1985", "17 jannie 1985", "17 m 1985", ""]
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(Refused):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zoe\u0308\u00a0 de\nBoer ", "Zoë de Boer"),
        ("\u202d12345\u202c\ufeff", "12345"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("a\x00b\x1fc\x85", "a�b�c�"),
        ("\ud800", "�"),
        ("x" * 300, "x" * 200 + "…"),
        (" " * 3_000 + "Jan", "…"),
    ],
)
def test_text_is_tidied(typed, kept):
    assert tidy(typed) == kept


def test_lengths_and_choices_are_those_of_the_participant():
    for field in FIELDS[:-1]:
        column = Participant._meta.get_field(field.name)
        if column.choices:
            assert CHOICES[field.name] == column.choices
            for code, label in column.choices:
                assert field.read(label.upper(), rules()) == code
                assert field.read(code, rules()) == code
        elif column.max_length:
            assert field.read("1" * column.max_length, rules())
            with pytest.raises(Refused):
                field.read("1" * (column.max_length + 1), rules())


# Whatever comes, it is a list or it is refused


cells = st.one_of(st.text(max_size=12), st.sampled_from([*HEADER, *GOOD, '"', "\r", "\x00"]))
lines = st.lists(st.lists(cells, max_size=11), max_size=6)


@pytest.mark.drill
@given(lines, st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
@example([GOOD], ";", "utf-8")
def test_any_text_file_is_checked_or_refused(rows, delimiter, encoding):
    text = "\r\n".join(delimiter.join(row) for row in [HEADER, *rows])
    content = text.encode(encoding, errors="replace")

    try:
        found = checked("lijst.csv", content)
    except UnreadableList:
        return
    for row in found:
        assert (row.outcome == RowOutcome.REFUSED) == bool(row.errors)
        assert not any("\x00" in value for value in row.values.values())


@pytest.mark.drill
@given(st.binary(max_size=400), st.sampled_from(["lijst.csv", "lijst.xlsx"]))
def test_any_bytes_are_a_list_or_are_refused(content, file_name):
    try:
        checked(file_name, content)
    except UnreadableList:
        return


workbook = xlsx_of(HEADER, GOOD)


@pytest.mark.drill
@given(st.integers(0, len(workbook) - 1), st.binary(min_size=1, max_size=8))
def test_any_damaged_workbook_is_a_list_or_is_refused(place, noise):
    content = workbook[:place] + noise + workbook[place + len(noise) :]

    try:
        checked("lijst.xlsx", content)
    except UnreadableList:
        return


def test_text_that_is_cut_off_is_still_too_long_for_every_field():
    columns = [Participant._meta.get_field(field.name) for field in FIELDS[:-1]]

    assert max(column.max_length or 0 for column in columns) < MAX_TYPED


# Who is in the pilot already

BSN_TYPED = "123456782"
WITH_BSN = [*HEADER, "BSN"]


def test_same_bsn_under_another_client_number_is_known_and_says_under_which():
    content = csv_of(WITH_BSN, [*GOOD, "1234.56.782"], [*changed(client_number="2"), ""])
    known = [somebody("00777", bsn=BSN_TYPED)]

    first, second = checked("lijst.csv", content, known=known)

    assert (first.outcome, first.note) == ("known", "zelfde BSN als clientnummer 00777")
    assert second.outcome == "new"


def test_client_number_comes_before_bsn():
    content = csv_of(WITH_BSN, [*GOOD, BSN_TYPED])
    known = [somebody("00777", bsn=BSN_TYPED), somebody("00123", "Zoë Ağaoğlu", "1985-05-17")]

    (row,) = checked("lijst.csv", content, known=known)

    assert (row.outcome, row.note) == ("known", "")


def test_wrong_bsn_is_refused_without_being_repeated():
    content = csv_of(WITH_BSN, [*GOOD, "123456789"], [*changed(client_number="2"), "12"])

    sheet, _ = sheet_of("lijst.csv", content)
    wrong, short = checked("lijst.csv", content)

    assert set(wrong.errors) == set(short.errors) == {"bsn"}
    assert wrong.values["bsn"] == "…789"
    for thing in (sheet, wrong):
        assert "123456789" not in repr(thing)
        assert "12345678" not in repr(thing)


def test_masked_bsn_of_our_own_download_is_read_as_not_filled_in():
    content = csv_of(
        WITH_BSN,
        [*GOOD, "…006"],
        [*changed(client_number="2", first_name="Bo"), "…006"],
        [*changed(client_number="3", first_name=""), "…006"],
    )

    first, second, refused = checked("lijst.csv", content)

    assert [row.outcome for row in (first, second, refused)] == ["new", "new", "refused"]
    assert (first.values["bsn"], first.fingerprint) == ("", "")
    assert first.translated == {"bsn": "…006"}
    assert (refused.errors.keys(), refused.values["bsn"]) == ({"first_name"}, "…006")


@pytest.mark.parametrize(
    ("name", "born", "note"),
    [
        ("Agaoglu Zoe", "1985-05-17", ""),
        ("Zoe Jansen", "1985-05-17", "de naam verschilt"),
        ("Zoe Agaoglu", "1985-05-18", "de geboortedatum verschilt"),
        ("Zoe Jansen", "1985-05-18", "de naam en de geboortedatum verschillen"),
    ],
)
def test_known_number_of_somebody_else_says_what_differs(name, born, note):
    (row,) = checked("lijst.csv", csv_of(HEADER, GOOD), known=[somebody("00123", name, born)])

    said = f"zelfde clientnummer, maar {note} van wat bekend is" if note else ""
    assert (row.outcome, row.note) == ("known", said)


OTHER_BSN = "111222333"


def test_namesakes_with_another_bsn_say_so():
    content = csv_of(WITH_BSN, [*GOOD, BSN_TYPED], [*changed(client_number="2"), OTHER_BSN])
    name = ("Zoë Ağaoğlu", "1985-05-17")

    _, in_list = checked("lijst.csv", content)
    first, _ = checked("lijst.csv", content, known=[somebody("00777", *name, bsn=OTHER_BSN)])
    unknown, _ = checked("lijst.csv", content, known=[somebody("00777", *name)])

    assert in_list.note == ("zelfde naam en geboortedatum als op regel 2, maar het BSN verschilt")
    assert first.note.endswith("als clientnummer 00777, maar het BSN verschilt")
    assert unknown.note.endswith("als clientnummer 00777")


def test_same_bsn_again_in_the_list_is_refused_with_the_line_of_the_first():
    content = csv_of(
        WITH_BSN,
        [*GOOD, BSN_TYPED],
        [*changed(client_number="2", first_name="Bo"), "123 456 782"],
    )

    first, second = checked("lijst.csv", content)

    assert (first.outcome, first.fingerprint) == ("new", sealed(BSN_TYPED))
    assert second.errors == {"bsn": "staat ook al op regel 2"}
    assert second.fingerprint == ""


@pytest.mark.parametrize(
    "name",
    ["Zoë Ağaoğlu", "AĞAOĞLU zoe", "Ağaoğlu-Zoë", "Zoe\u0308 Ağaoğlu"],
)
def test_same_name_in_any_order_and_same_birth_date_may_be_the_same(name):
    known = [somebody("00777", name, "1985-05-17"), somebody("00888", name, "1985-05-18")]

    (row,) = checked("lijst.csv", csv_of(HEADER, GOOD), known=known)

    assert row.outcome == RowOutcome.POSSIBLE
    assert row.note == "zelfde naam en geboortedatum als clientnummer 00777"
    assert row.values == READ


def test_somebody_twice_in_the_list_under_two_numbers_may_be_the_same():
    content = csv_of(
        HEADER,
        GOOD,
        changed(client_number="2", birth_date="18-5-1985"),
        changed(client_number="3", first_name="Ağaoğlu", last_name="Zoë"),
        changed(client_number="4", sex="?"),
    )

    found = checked("lijst.csv", content)

    assert [row.outcome for row in found] == ["new", "new", "possible", "refused"]
    assert found[2].note == "zelfde naam en geboortedatum als op regel 2"


words = st.lists(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1), min_size=1)


@given(words, st.randoms(use_true_random=False))
def test_order_capitals_and_hyphens_do_not_make_another_name(names, random):
    turned = random.sample(names, len(names))

    assert name_key(" ".join(names), "1985-05-17") == name_key("-".join(turned), "1985-05-17")


# Files that were made to harm, or that went wrong


def merged():
    book = Workbook()
    for row in [HEADER, GOOD, changed(client_number="2", first_name="Bo")]:
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def many(count):
    return [changed(client_number=f"{number}", last_name=f"N{number}") for number in range(count)]


# What is big is made when it is needed.
HOSTILE = {
    "windows as it is": ("lijst.csv", csv_of(HEADER, GOOD, encoding="cp1254"), "new"),
    "latin-1": ("lijst.csv", csv_of(HEADER, changed(last_name="Groß"), encoding="latin-1"), "new"),
    "utf-16": ("lijst.csv", csv_of(HEADER, GOOD, encoding="utf-16"), "new"),
    "utf-8 with a mark": ("lijst.csv", csv_of(HEADER, GOOD), "new"),
    "right to left": ("lijst.csv", csv_of(HEADER, changed(first_name="\u202eعلي\u202c")), "new"),
    "stacked marks": ("lijst.xlsx", xlsx_of(HEADER, changed(first_name="Zoe\u0308")), "new"),
    "a nul": ("lijst.csv", csv_of(HEADER, changed(first_name="Z\x00")), "refused"),
    "two sheets": ("lijst.xlsx", xlsx_of(HEADER, GOOD, before=[("Uitleg", [["x"]])]), "new"),
    "merged cells": ("lijst.xlsx", merged(), "new, refused"),
    "formula never calculated": (
        "lijst.xlsx",
        xlsx_of(HEADER, changed(first_name="=1+1")),
        "refused",
    ),
    "formula as text": ("lijst.csv", csv_of(HEADER, changed(last_name="=1+1")), "new"),
    "50.000 rows": (
        "lijst.csv",
        lambda: csv_of(HEADER, *many(50_000)),
        "Deze lijst heeft meer dan 5000",
    ),
    "50.000 rows in excel": (
        "lijst.xlsx",
        lambda: xlsx_of(HEADER, *many(50_000)),
        "Dit Excel-bestand is",
    ),
    "300 columns": ("lijst.csv", csv_of([*HEADER, *"x" * 291], GOOD), "Deze lijst heeft meer dan"),
    "300 columns in excel": (
        "lijst.xlsx",
        xlsx_of([*HEADER, *"x" * 291], GOOD),
        "Deze lijst heeft meer dan 100 kolommen",
    ),
    "enormous field": ("lijst.csv", csv_of(HEADER, changed(sex="x" * 140_000)), "Regel 2 is niet"),
    "one text in many cells": (
        "lijst.xlsx",
        lambda: xlsx_of([*HEADER, *["x"] * 90], *[[*GOOD, *["y" * 200] * 90]] * 300),
        "Deze lijst heeft meer dan 5000 regels, of te veel tekst.",
    ),
    "only a heading": ("lijst.xlsx", xlsx_of(HEADER), "Onder de kolomkoppen staat geen enkele"),
    "nothing": ("lijst.csv", b"", "Dit bestand is leeg."),
    "old excel": ("lijst.xlsx", OLD_EXCEL, "Dit bestand is beveiligd met een wachtwoord, of"),
    "pdf": ("lijst.xlsx", b"%PDF-1.7\n" + bytes(range(256)) * 9, "Dit is geen Excel-bestand"),
    "pdf as csv": ("lijst.csv", b"%PDF-1.7\n" + bytes(range(256)) * 9, "Dit is geen lijst met"),
    "bomb": ("lijst.xlsx", lambda: zip_of(bom="0" * 53_000_000), "Dit Excel-bestand is te groot"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_file_has_a_clear_outcome(kind):
    file_name, content, expected = HOSTILE[kind]
    content = content() if callable(content) else content

    try:
        told = ", ".join(row.outcome for row in checked(file_name, content))
    except UnreadableList as refusal:
        told = str(refusal)[: len(expected)]

    assert told == expected


def test_50_000_rows_take_no_more_memory_than_they_should():
    content = csv_of(HEADER, *many(50_000))
    tracemalloc.start()

    refusal_of("lijst.csv", content)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * len(content)


def test_name_from_right_to_left_is_stored_without_direction_marks():
    row = only(
        "lijst.csv", csv_of(HEADER, changed(first_name="\u202eعلي\u202c", last_name="e\u0301"))
    )

    assert (row.values["first_name"], row.values["last_name"]) == ("علي", "é")
