"""Reading and checking a list of candidates: .xlsx, or .csv as Dutch Excel and others write it.

No Django and no database in this module. `read_list` gives the rows of a file as text, `check_rows`
gives each row its outcome. A file that cannot be read at all raises UnreadableList, whose text is
meant for the user; there is no other error.
"""

import csv
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from io import BytesIO, StringIO
from itertools import islice

from openpyxl import load_workbook

from participants.import_fields import (
    BY_HEADER,
    FIELDS,
    LABELS,
    MAX_TYPED,
    WHOLE_ROW,
    Field,
    Refused,
    Rules,
    check_value,
    folded,
    tidy,
)

MAX_ROWS = 5_000
# Below these a list is empty cells with a border at best, or was made to harm.
MAX_LINES = 100_000
MAX_COLUMNS = 100
MAX_UNZIPPED_BYTES = 50 * 1024 * 1024
# A list of 5,000 rows has some 150,000; parsing takes up to 250 bytes and 10 µs for each.
MAX_XML_TAGS = 600_000
HEADER_WITHIN_LINES = 50
REASON_COLUMN = "Wat er mis is"

DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab"}
ZIP_MAGIC = b"PK\x03\x04"
# The container of an old .xls, and of an .xlsx with a password.
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Line = tuple[int, Sequence[str]]


class UnreadableList(ValueError):
    """The file is not a list of candidates; says in Dutch why."""


class RowOutcome(StrEnum):
    NEW = auto()
    KNOWN = auto()
    REFUSED = auto()


@dataclass(frozen=True)
class ListRow:
    line: int
    typed: dict[str, str]
    # More cells than the header: a delimiter inside a value moved the rest to the right.
    too_long: bool = False


@dataclass(frozen=True, kw_only=True)
class CandidateList:
    read_as: str
    columns: list[str]
    ignored_columns: list[str]
    rows: list[ListRow]


@dataclass(frozen=True, kw_only=True)
class CheckedRow:
    """`values`: for a new row what goes into the database, for the others what was typed.

    `errors`: per field the reason of refusal.
    """

    line: int
    outcome: RowOutcome
    values: dict[str, str]
    errors: dict[str, str]


def check_rows(rows: Iterable[ListRow], rules: Rules) -> list[CheckedRow]:
    checked = []
    first_line: dict[str, int] = {}
    for row in rows:
        values, errors = check_row(row, rules)
        client = row.typed["client_number"]
        first = first_line.setdefault(client, row.line) if client else row.line
        if first != row.line:
            errors["client_number"] = f"staat ook al op regel {first}"
        # Someone who is known stays as they are, so the rest of that row does not matter.
        if client in rules.known and first == row.line:
            outcome, errors = RowOutcome.KNOWN, {}
        else:
            outcome = RowOutcome.REFUSED if errors else RowOutcome.NEW
        kept = values if outcome == RowOutcome.NEW else row.typed
        checked.append(CheckedRow(line=row.line, outcome=outcome, values=kept, errors=errors))
    return checked


def check_row(row: ListRow, rules: Rules) -> tuple[dict[str, str], dict[str, str]]:
    """The values of one row, and all its errors."""
    values, errors = {}, {}
    for field in FIELDS:
        try:
            values[field.name] = check_value(field, row.typed.get(field.name, ""), rules)
        except Refused as refusal:
            errors[field.name] = str(refusal)
    if row.too_long:
        errors[WHOLE_ROW] = (
            "meer cellen dan de kopregel, staat er een scheidingsteken in een waarde?"
        )
    return values, errors


def errors_in_words(typed: Mapping[str, str], errors: Mapping[str, str]) -> str:
    """'voornaam: niet ingevuld; geboortedatum ‘31-2-1990’: geen datum zoals 15-1-2017'."""
    return "; ".join(
        f"{label} ‘{typed[name]}’: {errors[name]}"
        if typed.get(name)
        else f"{label}: {errors[name]}"
        for name, label in LABELS.items()
        if name in errors
    )


def read_list(file_name: str, content: bytes) -> CandidateList:
    extension = file_name.rpartition(".")[2].casefold()
    if extension not in ("csv", "xlsx"):
        raise UnreadableList(
            "Kies een bestand dat eindigt op .xlsx of .csv. Sla een andere lijst in Excel zo op."
        )
    if content.startswith(OLE_MAGIC):
        raise UnreadableList(
            "Dit bestand is beveiligd met een wachtwoord, of van een oude Excel (.xls). "
            "Sla het in Excel op als .xlsx zonder wachtwoord."
        )
    return _read_xlsx(content) if extension == "xlsx" else _read_csv(content)


def _collect(
    read_as: str, header: Sequence[str], lines: Iterable[Line], *, bounded: bool
) -> CandidateList:
    """`bounded`: a row with more cells than the header is wrong, as in a .csv."""
    columns, ignored = _columns(header)
    rows = []
    for line, cells in lines:
        typed = {
            field.name: tidy(cells[place]) if place < len(cells) else ""
            for place, field in columns.items()
        }
        if not any(typed.values()):
            continue
        if len(rows) == MAX_ROWS:
            raise UnreadableList(
                f"Deze lijst heeft meer dan {MAX_ROWS} regels. Deel haar in stukken."
            )
        too_long = bounded and any(cell.strip() for cell in cells[len(header) :])
        rows.append(ListRow(line, typed, too_long))
    if not rows:
        raise UnreadableList("Onder de kolomkoppen staat geen enkele kandidaat.")
    names = [field.name for field in columns.values()]
    return CandidateList(read_as=read_as, columns=names, ignored_columns=ignored, rows=rows)


def _recognised(cells: Sequence[str]) -> int:
    return sum(folded(cell) in BY_HEADER for cell in cells[:MAX_COLUMNS] if len(cell) <= MAX_TYPED)


def _header(lines: Iterator[Line]) -> Sequence[str] | None:
    """The first line that names a column of ours; `lines` then stands below it."""
    return next(
        (cells for _, cells in islice(lines, HEADER_WITHIN_LINES) if _recognised(cells)), None
    )


def _columns(header: Sequence[str]) -> tuple[dict[int, Field], list[str]]:
    """The place of each field in the header, and the columns that are not read."""
    columns: dict[int, Field] = {}
    ignored = []
    for place, cell in enumerate(header[:MAX_COLUMNS]):
        title = tidy(cell)
        field = BY_HEADER.get(folded(title))
        if field in columns.values():
            raise UnreadableList(f"De kolom {field.label} staat er twee keer in. Verwijder er een.")
        if field:
            columns[place] = field
        elif title and folded(title) != folded(REASON_COLUMN):
            ignored.append(title[:60])
    missing = [field.label for field in FIELDS if field.required and field not in columns.values()]
    if missing:
        raise UnreadableList(
            f"In deze lijst ontbreekt: {', '.join(missing)}. Zet dat in de kolomkop."
        )
    return columns, ignored


def _no_header() -> UnreadableList:
    required = ", ".join(field.label for field in FIELDS if field.required)
    return UnreadableList(
        f"Dit is geen lijst met kandidaten: er is geen kopregel gevonden. Nodig zijn {required}."
    )


def _read_csv(content: bytes) -> CandidateList:
    if content.startswith(ZIP_MAGIC):
        raise UnreadableList(
            "Dit is geen .csv. Is het een Excel-bestand, laat de naam dan eindigen op .xlsx."
        )
    text, encoding = _decoded(content)
    if not text.strip():
        raise UnreadableList("Dit bestand is leeg.")
    delimiter = _delimiter(text)
    lines = _csv_lines(text, delimiter)
    header = _header(lines)
    if header is None:
        raise _no_header()
    read_as = f"{encoding}, kolommen gescheiden door een {DELIMITERS[delimiter]}"
    return _collect(read_as, header, lines, bounded=True)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "Unicode (UTF-16)"
    try:
        return content.decode("utf-8-sig"), "Unicode (UTF-8)"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "Windows (cp1252)"


def _delimiter(text: str) -> str:
    """The one with which most columns of ours are found in a line near the top."""
    top = list(islice(StringIO(text, newline=""), HEADER_WITHIN_LINES))

    def found(delimiter: str) -> int:
        return max(_recognised(line.split(delimiter, MAX_COLUMNS)) for line in top)

    return max(DELIMITERS, key=found)


def _csv_lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    try:
        for line, cells in enumerate(reader, start=1):
            yield line, cells
    except csv.Error as error:
        raise UnreadableList(
            f"Regel {line + 1} is niet te lezen. "
            "Ontbreekt daar een aanhalingsteken, of staat er een te veel?"
        ) from error


def _read_xlsx(content: bytes) -> CandidateList:
    _check_zip(content)
    try:
        # openpyxl warns with the content of a cell, and that does not belong in a log.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read_workbook(content)
    except UnreadableList:
        raise
    except Exception as error:
        # Of a file that is not as it should be, openpyxl raises whatever it runs into.
        raise UnreadableList(
            "Dit Excel-bestand is beschadigd. Open het in Excel en sla het opnieuw op."
        ) from error


def _check_zip(content: bytes) -> None:
    """Refuse what is small in the file and enormous in memory, before it is parsed."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            # A file that lies about its size is cut off there, and then fails its checksum.
            too_big = sum(part.file_size for part in archive.infolist()) > MAX_UNZIPPED_BYTES
            if too_big or sum(map(_tags(archive), archive.namelist())) > MAX_XML_TAGS:
                raise UnreadableList(
                    "Dit Excel-bestand is te groot voor een lijst. Bewaar alleen wat nodig is."
                )
    except UnreadableList:
        raise
    except Exception as error:
        raise UnreadableList(
            "Dit is geen Excel-bestand, of het is beschadigd. Sla het in Excel opnieuw op."
        ) from error


def _tags(archive: zipfile.ZipFile) -> Callable[[str], int]:
    def count(name: str) -> int:
        with archive.open(name) as part:
            chunks = iter(lambda: part.read(1 << 20), b"")
            return sum(chunk.count(b"<") - chunk.count(b"</") for chunk in chunks)

    return count


def _read_workbook(content: bytes) -> CandidateList:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        # What the file says of its own size is often wrong.
        sheet.reset_dimensions()
        lines = _sheet_lines(sheet)
        if header := _header(lines):
            others = len(book.worksheets) - 1
            read_as = f"Excel, blad ‘{tidy(sheet.title)[:60]}’"
            if others:
                read_as += (
                    f" ({others} {'ander blad' if others == 1 else 'andere bladen'} niet gelezen)"
                )
            return _collect(read_as, header, lines, bounded=False)
    raise _no_header()


def _sheet_lines(sheet) -> Iterator[Line]:
    for line, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if line > MAX_LINES:
            raise UnreadableList(
                f"Dit blad loopt door tot voorbij regel {MAX_LINES}: wis wat onder de lijst staat."
            )
        yield line, [_cell_text(cell) for cell in cells]


def _cell_text(cell) -> str:
    """The value of a cell as it reads in Dutch Excel."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, int | float):
        whole = float(value).is_integer() and abs(value) < 10**15
        text = str(int(value)) if whole else str(value).replace(".", ",")
        # A number shown as 00123 is the client number 00123.
        return text.zfill(len(cell.number_format)) if set(cell.number_format) == {"0"} else text
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    return str(value)
