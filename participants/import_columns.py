"""What each column of a list is: recognised by its heading, or chosen by the user.

No Django and no database in this module. A field is named by `Field.name`; "" is a column that is
not used.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from participants.bsn import are_bsns, is_masked, masked, normalised
from participants.import_fields import BSN, BY_HEADER, FIELDS, folded
from participants.import_files import Sheet, SheetLine

UNUSED = ""
# In the place of a fingerprint, where a list holds only what a download of ours gave of a BSN.
NOT_IN_LIST = "~"
# Of the download of refused rows, which is mended and read in again.
LINE_COLUMN = "Regel"
REASON_COLUMN = "Wat er mis is"
OURS = {folded(LINE_COLUMN), folded(REASON_COLUMN)}
BY_NAME = {heading: field.name for heading, field in BY_HEADER.items()} | dict.fromkeys(
    OURS, UNUSED
)
FIRST_VALUES = 3


def keys(headings: Sequence[str]) -> list[str]:
    """By what each column is remembered: its heading, and which of those where it comes again."""
    seen: Counter[str] = Counter()
    made = []
    for heading in map(folded, headings):
        seen[heading] += 1
        made.append(heading if seen[heading] == 1 or not heading else f"{heading} {seen[heading]}")
    return made


def recognise(headings: Sequence[str], remembered: Mapping[str, str]) -> list[str | None]:
    """The field of each column, by what was chosen before or else by its name; None: unknown."""
    by_key = BY_NAME | remembered
    return [by_key.get(key) if key else UNUSED for key in keys(headings)]


def proposal(recognised: Sequence[str | None]) -> list[str]:
    """What is filled in beforehand: what was recognised, each field once."""
    return [
        name if name and name not in recognised[:place] else UNUSED
        for place, name in enumerate(recognised)
    ]


def is_settled(recognised: Sequence[str | None]) -> bool:
    """Whether there is nothing to ask."""
    if None in recognised:
        return False
    columns = [name for name in recognised if name]
    return not missing(columns) and len(set(columns)) == len(columns)


def missing(columns: Sequence[str]) -> list[str]:
    """The labels of the fields that a list must have and that no column gives."""
    return [field.label for field in FIELDS if field.required and field.name not in columns]


def twice(columns: Sequence[str]) -> dict[int, int]:
    """The columns that are chosen for a field that an earlier one gives already: place, place."""
    first: dict[str, int] = {}
    return {
        place: first[name]
        for place, name in enumerate(columns)
        if name and first.setdefault(name, place) != place
    }


def hide_bsns(sheet: Sheet, columns: Sequence[str | None], fingerprint: Callable[[str], str]):
    """The sheet without the BSNs: '…782' and a fingerprint instead, or for a wrong one only '…782'.

    What was masked already, in a download of ours, gets '~' for a fingerprint.

    Of the column that is chosen for them, and of one that nobody chose but that is full of them.
    """
    places = [
        place
        for place, name in enumerate(columns)
        if place not in sheet.hidden
        and (name == BSN or (not name and are_bsns(sheet.values(place))))
    ]

    def hidden(place: int, cell: str) -> str:
        if place not in places or not cell:
            return cell
        if is_masked(cell):
            return f"{cell} {NOT_IN_LIST}"
        number = normalised(cell)
        return f"{masked(cell)} {fingerprint(number)}" if number else masked(cell)

    lines = [
        replace(line, cells=[hidden(place, cell) for place, cell in enumerate(line.cells)])
        for line in sheet.lines
    ]
    return replace(sheet, lines=lines, hidden=tuple(sorted({*sheet.hidden, *places})))


def unreadable(sheet: Sheet, columns: Sequence[str]) -> bool:
    """Whether a column is used of which only a fingerprint is left, and not as a BSN."""
    return any(columns[place] not in (UNUSED, BSN) for place in sheet.hidden)


def first_values(sheet: Sheet, place: int) -> list[str]:
    """What stands at the top of a column, to see what it is."""
    values = dict.fromkeys(shown(sheet, line, place) for line in sheet.lines)
    return [value for value in values if value][:FIRST_VALUES]


def shown(sheet: Sheet, line: SheetLine, place: int) -> str:
    cell = line.cells[place]
    return cell.partition(" ")[0] if place in sheet.hidden else cell


def fingerprint_in(sheet: Sheet, line: SheetLine, place: int) -> str:
    return line.cells[place].partition(" ")[2] if place in sheet.hidden else ""


def unused(headings: Sequence[str], columns: Sequence[str]) -> list[str]:
    """The headings of what is not read."""
    return [
        heading
        for heading, name in zip(headings, columns, strict=True)
        if heading and not name and folded(heading) not in OURS
    ]
