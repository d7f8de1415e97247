import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from participants import importing
from participants.import_fields import FIELDS, MAX_TYPED, Refused, Rules, read_date, tidy
from participants.importing import RowOutcome, UnreadableList, check_rows, read_list
from participants.models import Participant
from participants.models.imports import CHOICES

TODAY = date(2017, 1, 15)
BORN = date(1985, 5, 17)
HEADER = [field.label for field in FIELDS]
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
}


def rules(*, known=(), assigned_from=date(2014, 1, 1)):
    return Rules(today=TODAY, assigned_from=assigned_from, known=set(known), choices=CHOICES)


def changed(**typed):
    """A good row with other text in some of its columns."""
    names = [field.name for field in FIELDS]
    return [typed.get(name, text) for name, text in zip(names, GOOD, strict=True)]


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
    return check_rows(read_list(file_name, content).rows, rules(**kwargs))


def only(file_name, content, **kwargs):
    (row,) = checked(file_name, content, **kwargs)
    return row


def errors_of(**typed):
    return only("lijst.csv", csv_of(HEADER, changed(**typed))).errors


def refusal_of(file_name, content):
    with pytest.raises(UnreadableList) as refusal:
        read_list(file_name, content)
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

    assert read_list("lijst.csv", content).read_as == read_as
    assert only("lijst.csv", content).values == READ


def test_csv_of_dutch_excel_is_read():
    content = csv_of(HEADER, changed(last_name="Groß-Ævarð"), encoding="cp1252")

    found = read_list("LIJST.CSV", content)

    assert found.read_as == "Windows (cp1252), kolommen gescheiden door een puntkomma"
    assert found.rows[0].typed["first_name"] == "Zoë"
    assert found.rows[0].typed["last_name"] == "Groß-Ævarð"


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

    found = read_list("lijst.xlsx", content).rows

    # The second has never been calculated.
    assert [row.typed["first_name"] for row in found] == ["ZOË", ""]


def test_xlsx_takes_the_first_sheet_with_a_header_and_says_which():
    content = xlsx_of(HEADER, GOOD, before=[("Uitleg", [["Zo werkt het"]])], title="Kandidaten")

    found = read_list("lijst.xlsx", content)

    assert found.read_as == "Excel, blad ‘Kandidaten’ (1 ander blad niet gelezen)"
    assert [row.line for row in found.rows] == [2]


def test_xlsx_that_is_wrong_about_its_own_size_is_read_whole():
    content = sheet_changed(
        xlsx_of(HEADER, GOOD, changed(client_number="2")),
        lambda text: text.replace('ref="A1:I3"', 'ref="A1"'),
    )

    assert len(read_list("lijst.xlsx", content).rows) == 2


def test_header_is_forgiving_and_may_stand_lower():
    header = ["Cliënt-nr.", " VOORNAAM *", "familienaam", "Geb.datum", "M/V", "Toegewezen  op"]
    row = ["00123", "Zoë", "Ağaoğlu", "17-5-1985", "v", "2-3-2015"]

    found = read_list("lijst.csv", csv_of([], ["Kandidaten 2016"], [], header, [], row, [""] * 6))

    assert found.columns == [
        "client_number",
        "first_name",
        "last_name",
        "birth_date",
        "sex",
        "assigned_on",
    ]
    assert [row.line for row in found.rows] == [6]
    (read,) = check_rows(found.rows, rules())
    assert read.values == READ | dict.fromkeys(
        ("household", "education", "language_level"), "unknown"
    )


def test_unknown_columns_are_named_and_not_read():
    content = csv_of([*HEADER, "BSN", "Wat er mis is"], [*GOOD, "123456782", "voornaam: fout"])

    found = read_list("lijst.csv", content)

    assert found.ignored_columns == ["BSN"]
    assert "123456782" not in str(found)
    assert "fout" not in str(found)


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
        ("lijst.csv", csv_of(HEADER[1:], GOOD[1:]), "In deze lijst ontbreekt: clientnummer."),
        ("lijst.csv", csv_of([*HEADER, "client nr"], GOOD), "De kolom clientnummer staat er twee"),
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
)
def test_file_that_is_no_list_is_refused_with_the_reason(file_name, content, reason):
    assert refusal_of(file_name, content).startswith(reason)


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.xlsx"])
def test_list_of_more_rows_than_allowed_is_refused(name, monkeypatch):
    monkeypatch.setattr(importing, "MAX_ROWS", 2)
    made = csv_of if name == "lijst.csv" else xlsx_of

    assert len(read_list(name, made(HEADER, GOOD, [""], GOOD)).rows) == 2
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
    content = csv_of(HEADER, GOOD, changed(first_name="Ander"), changed(client_number="2"))

    found = checked("lijst.csv", content)

    assert [row.outcome for row in found] == ["new", "refused", "new"]
    assert found[1].errors == {"client_number": "staat ook al op regel 2"}


def test_known_client_is_known_whatever_else_is_typed():
    content = csv_of(HEADER, changed(birth_date="?"), GOOD)

    found = checked("lijst.csv", content, known=["00123"])

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
    for field in FIELDS:
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
        found = check_rows(read_list("lijst.csv", content).rows, rules())
    except UnreadableList:
        return
    for row in found:
        assert (row.outcome == RowOutcome.REFUSED) == bool(row.errors)
        assert not any("\x00" in value for value in row.values.values())


@pytest.mark.drill
@given(st.binary(max_size=400), st.sampled_from(["lijst.csv", "lijst.xlsx"]))
def test_any_bytes_are_a_list_or_are_refused(content, file_name):
    try:
        check_rows(read_list(file_name, content).rows, rules())
    except UnreadableList:
        return


workbook = xlsx_of(HEADER, GOOD)


@pytest.mark.drill
@given(st.integers(0, len(workbook) - 1), st.binary(min_size=1, max_size=8))
def test_any_damaged_workbook_is_a_list_or_is_refused(place, noise):
    content = workbook[:place] + noise + workbook[place + len(noise) :]

    try:
        check_rows(read_list("lijst.xlsx", content).rows, rules())
    except UnreadableList:
        return


def test_text_that_is_cut_off_is_still_too_long_for_every_field():
    columns = [Participant._meta.get_field(field.name) for field in FIELDS]

    assert max(column.max_length or 0 for column in columns) < MAX_TYPED
