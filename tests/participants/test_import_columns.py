import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.import_columns import (
    first_values,
    hide_bsns,
    is_settled,
    keys,
    missing,
    proposal,
    recognise,
    twice,
    unused,
)
from participants.import_files import Sheet, SheetLine

REQUIRED = ["clientnummer", "voornaam", "achternaam", "geboortedatum", "toegewezen op"]
NAMES = ["client_number", "first_name", "last_name", "birth_date", "assigned_on"]


def sheet(*rows, headings):
    lines = [SheetLine(number, list(row)) for number, row in enumerate(rows, start=2)]
    return Sheet(read_as="", headings=headings, lines=lines)


def test_column_is_recognised_by_its_name_and_memory_comes_first():
    headings = ["Cliënt-nr.", "Doopnaam", "Taal", "", "Wat er mis is", "Schoenmaat"]

    found = recognise(headings, {"doopnaam": "first_name", "taal": ""})

    assert found == ["client_number", "first_name", "", "", "", None]


def test_same_heading_twice_is_remembered_apart():
    assert keys(["Datum", "datum", "", ""]) == ["datum", "datum 2", "", ""]


@pytest.mark.parametrize(
    ("headings", "settled"),
    [
        (REQUIRED, True),
        ([*REQUIRED, "Wat er mis is", ""], True),
        (REQUIRED[1:], False),
        ([*REQUIRED, "Schoenmaat"], False),
        ([*REQUIRED, "client nr"], False),
    ],
)
def test_nothing_is_asked_where_every_column_is_known_and_nothing_lacks(headings, settled):
    assert is_settled(recognise(headings, {})) == settled


def test_proposal_gives_each_field_once():
    recognised = recognise([*REQUIRED, "client nr", "Schoenmaat"], {})

    assert proposal(recognised) == [*NAMES, "", ""]


def test_what_lacks_and_what_is_there_twice_is_said():
    columns = ["", "first_name", "first_name", "last_name", ""]

    assert missing(columns) == ["clientnummer", "geboortedatum", "toegewezen op"]
    assert twice(columns) == {2: 1}


def test_columns_that_are_not_used_are_named():
    headings = ["Geloof", "", "Wat er mis is", "Voornaam"]

    assert unused(headings, ["", "", "", "first_name"]) == ["Geloof"]


def test_bsn_is_hidden_in_the_column_chosen_for_it_and_in_one_that_is_full_of_them():
    read = sheet(
        ["123456782", "111222333", "123456782"],
        ["fout 99", "123456782", ""],
        headings=["BSN", "Nummer", "clientnummer"],
    )

    hidden = hide_bsns(read, ["bsn", None, "client_number"], lambda number: "f" * 64)

    # Who chose a column for something else says that these are no BSNs.
    assert hidden.hidden == (0, 1)
    assert [line.cells for line in hidden.lines] == [
        [f"…782 {'f' * 64}", f"…333 {'f' * 64}", "123456782"],
        ["…99", f"…782 {'f' * 64}", ""],
    ]
    assert first_values(hidden, 0) == ["…782", "…99"]
    # A second time there is nothing to hide any more.
    assert hide_bsns(hidden, ["bsn", "", "bsn"], str).lines[0].cells[0] == f"…782 {'f' * 64}"


def test_first_values_are_those_that_are_filled_and_differ():
    read = sheet(["a"], [""], ["a"], ["b"], ["c"], ["d"], headings=["x"])

    assert first_values(read, 0) == ["a", "b", "c"]


cells = st.lists(st.text(max_size=5), min_size=2, max_size=2)


@given(st.lists(cells, max_size=5), st.sets(st.integers(0, 1)))
def test_sheet_comes_out_as_it_was_packed(rows, hidden):
    lines = [SheetLine(number, row, number % 2 == 0) for number, row in enumerate(rows)]
    made = Sheet(read_as="Excel", headings=["a", "b"], lines=lines, hidden=tuple(sorted(hidden)))

    assert Sheet.unpacked(made.packed()) == made
