"""Reading the file of a list: .xlsx, or .csv as Dutch Excel and others write it.

No Django and no database in this module. `read_sheet` gives the rows of a file as text. A file that
cannot be read at all raises UnreadableList, whose text is meant for the user; there is no other
error.
"""

import csv
import json
import warnings
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import Self

from openpyxl import load_workbook

from participants.import_fields import FIELDS, MAX_TYPED, UNREADABLE, folded, tidy

MAX_ROWS = 5_000
# Below these a list is empty cells with a border at best, or was made to harm.
MAX_LINES = 100_000
MAX_COLUMNS = 100
MAX_UNZIPPED_BYTES = 50 * 1024 * 1024
# A list of 5,000 rows has some 150,000; parsing takes up to 250 bytes and 10 µs for each.
MAX_XML_TAGS = 600_000
# A text that stands once in a file can stand in many of its cells.
MAX_TEXT = 5_000_000
HEADER_WITHIN_LINES = 50
LONGEST_HEADING = 60
# A line in which none of the headings is known may still be the header when it has as many.
FEWEST_COLUMNS = sum(field.required for field in FIELDS)

DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab"}
ZIP_MAGIC = b"PK\x03\x04"
# The container of an old .xls, and of an .xlsx with a password.
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Line = tuple[int, Sequence[str]]
Table = tuple[Sequence[str], list[Line]]


class UnreadableList(ValueError):
    """The file is not a list of candidates; says in Dutch why."""


@dataclass(frozen=True)
class SheetLine:
    """`cells`: as many as there are headings.

    `too_long`: there were more; a delimiter inside a value moved the rest to the right.
    """

    number: int
    cells: list[str]
    too_long: bool = False


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The text of a list. `hidden`: the columns of which only a fingerprint is left."""

    read_as: str
    headings: list[str]
    lines: list[SheetLine]
    hidden: tuple[int, ...] = ()

    def values(self, place: int) -> list[str]:
        return [line.cells[place] for line in self.lines]

    def packed(self) -> bytes:
        return zlib.compress(json.dumps(asdict(self)).encode())

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        kept = json.loads(zlib.decompress(content))
        lines = [SheetLine(**line) for line in kept.pop("lines")]
        return cls(lines=lines, hidden=tuple(kept.pop("hidden")), **kept)


def read_sheet(file_name: str, content: bytes, known: Collection[str]) -> Sheet:
    """`known`: the headings, folded, by which the header is found."""
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
    return _read_xlsx(content, known) if extension == "xlsx" else _read_csv(content, known)


def _collect(read_as: str, header: Sequence[str], lines: Iterable[Line], *, bounded: bool) -> Sheet:
    """`bounded`: a row with more cells than the header is wrong, as in a .csv."""
    headings = _headings(header)
    width, found, size = len(headings), [], 0
    for number, cells in lines:
        kept = [
            tidy(cell) if heading else "" for heading, cell in zip(headings, cells, strict=False)
        ]
        if not any(kept):
            continue
        size += sum(map(len, kept))
        if len(found) == MAX_ROWS or size > MAX_TEXT:
            raise UnreadableList(
                f"Deze lijst heeft meer dan {MAX_ROWS} regels, of te veel tekst. "
                "Deel haar in stukken."
            )
        kept += [""] * (width - len(kept))
        too_long = bounded and any(cell.strip() for cell in cells[len(header) :])
        found.append(SheetLine(number, kept, too_long))
    if not found:
        raise UnreadableList("Onder de kolomkoppen staat geen enkele kandidaat.")
    return Sheet(read_as=read_as, headings=headings, lines=found)


def _headings(header: Sequence[str]) -> list[str]:
    """What the columns are called, up to the last that is called anything."""
    headings = [tidy(cell)[:LONGEST_HEADING] for cell in header]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MAX_COLUMNS:
        raise UnreadableList(
            f"Deze lijst heeft meer dan {MAX_COLUMNS} kolommen. Verwijder wat niet nodig is."
        )
    return headings


def _recognised(cells: Sequence[str], known: Collection[str]) -> int:
    return sum(folded(cell) in known for cell in cells[:MAX_COLUMNS] if len(cell) <= MAX_TYPED)


def _may_be_header(cells: Sequence[str]) -> bool:
    """Whether these can be headings that nobody has seen before: enough of them, all in words."""
    titles = [tidy(cell) for cell in cells if cell.strip()]
    return len(set(titles)) >= FEWEST_COLUMNS and all(
        any(char.isalpha() for char in title) and UNREADABLE not in title for title in titles
    )


def _table(
    lines: Iterator[Line], known: Collection[str]
) -> tuple[Sequence[str], list[Line]] | None:
    """The header, and the lines between it and the 50th; `lines` then stands below those.

    The header is the first line with a heading that is known, else the first that may be one.
    """
    top = list(islice(lines, HEADER_WITHIN_LINES))
    for is_header in (lambda cells: _recognised(cells, known), _may_be_header):
        for place, (_, cells) in enumerate(top):
            if is_header(cells):
                return cells, top[place + 1 :]
    return None


def _no_header() -> UnreadableList:
    required = ", ".join(field.label for field in FIELDS if field.required)
    return UnreadableList(
        f"Dit is geen lijst met kandidaten: er is geen kopregel gevonden. Nodig zijn {required}."
    )


def _read_csv(content: bytes, known: Collection[str]) -> Sheet:
    if content.startswith(ZIP_MAGIC):
        raise UnreadableList(
            "Dit is geen .csv. Is het een Excel-bestand, laat de naam dan eindigen op .xlsx."
        )
    text, encoding = _decoded(content)
    if not text.strip():
        raise UnreadableList("Dit bestand is leeg.")
    delimiter = _delimiter(text, known)
    lines = _csv_lines(text, delimiter)
    table = _table(lines, known)
    if table is None:
        raise _no_header()
    header, top = table
    read_as = f"{encoding}, kolommen gescheiden door een {DELIMITERS[delimiter]}"
    return _collect(read_as, header, chain(top, lines), bounded=True)


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "Unicode (UTF-16)"
    try:
        return content.decode("utf-8-sig"), "Unicode (UTF-8)"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "Windows (cp1252)"


def _delimiter(text: str, known: Collection[str]) -> str:
    """The one with which most known columns are found in a line near the top, else most columns."""
    top = list(islice(StringIO(text, newline=""), HEADER_WITHIN_LINES))

    def found(delimiter: str) -> tuple[int, int]:
        split = [line.split(delimiter, MAX_COLUMNS) for line in top]
        return max(_recognised(cells, known) for cells in split), max(map(len, split))

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


def _read_xlsx(content: bytes, known: Collection[str]) -> Sheet:
    _check_zip(content)
    try:
        # openpyxl warns with the content of a cell, and that does not belong in a log.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read_workbook(content, known)
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
                    "Dit Excel-bestand is te groot voor een lijst. Bewaar alleen wat nodig is, in "
                    f"hoogstens {MAX_ROWS} regels."
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


def _read_workbook(content: bytes, known: Collection[str]) -> Sheet:
    """The first sheet with a heading that is known, else the first with what may be headings."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    sheets = book.worksheets
    for only_known in (True, False):
        for sheet in sheets:
            # What the file says of its own size is often wrong.
            sheet.reset_dimensions()
            lines = _sheet_lines(sheet)
            table = _table(lines, known)
            if table and (_recognised(table[0], known) or not only_known):
                read_as = f"Excel, blad ‘{tidy(sheet.title)[:60]}’{_unread(len(sheets) - 1)}"
                header, top = table
                return _collect(read_as, header, chain(top, lines), bounded=False)
    raise _no_header()


def _unread(others: int) -> str:
    if not others:
        return ""
    return f" ({others} {'ander blad' if others == 1 else 'andere bladen'} niet gelezen)"


def _sheet_lines(sheet) -> Iterator[Line]:
    for line, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
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
