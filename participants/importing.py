"""Checking a list of candidates: each row gets its outcome.

No Django and no database in this module. The file is read by `import_files`, what its columns are
is known by `import_columns`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum, auto

from participants.import_columns import NOT_IN_LIST, fingerprint_in, shown
from participants.import_fields import (
    BSN,
    FIELDS,
    LABELS,
    WHOLE_ROW,
    KnownPerson,
    Refused,
    Rules,
    check_value,
    folded,
)
from participants.import_files import Sheet


class RowOutcome(StrEnum):
    NEW = auto()
    KNOWN = auto()
    POSSIBLE = auto()
    REFUSED = auto()


class Decision(StrEnum):
    """About somebody who may be in the pilot already."""

    SAME = auto()
    OTHER = auto()


@dataclass(frozen=True)
class ListRow:
    """`fingerprint`: that of the BSN, of which `typed` has the last digits only.

    `only_end`: the list itself had no more of it, as in a download of ours.
    """

    line: int
    typed: dict[str, str]
    too_long: bool = False
    fingerprint: str = ""
    only_end: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckedRow:
    """`values`: for a new row what goes into the database, for the others what was typed.

    `errors`: per field the reason of refusal. `note`: of whom it is the same, or may be.
    `translated`: of a new row what was typed where the value is another word.
    """

    line: int
    outcome: RowOutcome
    values: dict[str, str]
    errors: dict[str, str]
    note: str = ""
    fingerprint: str = ""
    translated: dict[str, str] = dataclass_field(default_factory=dict)


class People:
    """Who is in the pilot already, to find again by what a list says of them."""

    def __init__(self, known: Iterable[KnownPerson]):
        self.by_client: dict[str, KnownPerson] = {}
        self.by_bsn: dict[str, KnownPerson] = {}
        self.by_name: dict[tuple, list[str]] = defaultdict(list)
        for person in known:
            self.by_client[person.client_number] = person
            self.by_name[name_key(person.name, person.born)].append(person.client_number)
            if person.fingerprint:
                self.by_bsn[person.fingerprint] = person

    def same(self, client_number: str, fingerprint: str) -> KnownPerson | None:
        return self.by_client.get(client_number) or self.by_bsn.get(fingerprint)

    def namesakes(self, values: Mapping[str, str]) -> list[str]:
        """The client numbers of who has the same name and was born on the same day."""
        return self.by_name.get(key_of(values), [])

    def alike(self, values: Mapping[str, str], fingerprint: str) -> str:
        """The namesakes in words; "" for nobody."""
        if not (found := self.namesakes(values)):
            return ""
        words = f"zelfde naam en geboortedatum als clientnummer {' en '.join(found)}"
        return words + other_bsn(fingerprint, *(self.by_client[one].fingerprint for one in found))


def other_bsn(one: str, *others: str) -> str:
    """To be read after what is the same: that the BSN is not, where that is known of all."""
    differs = one and all(other and other != one for other in others)
    return ", maar het BSN verschilt" if differs else ""


def name_key(name: str, born: str) -> tuple:
    """The same for a name in any order, with or without capitals, accents and hyphens."""
    return (*sorted(filter(None, map(folded, re.split(r"[\s\-]+", name)))), born)


def key_of(values: Mapping[str, str]) -> tuple:
    return name_key(f"{values['first_name']} {values['last_name']}", values["birth_date"])


def identity(values: Mapping[str, str]) -> str:
    """By what a row is known again in a next list: number, name and day of birth."""
    return "\n".join([values["client_number"], *key_of(values)])


def translated(typed: Mapping[str, str], values: Mapping[str, str], rules: Rules) -> dict[str, str]:
    """What was typed, of the choices that were understood from another word.

    And of a BSN of which only the end is in the list. Not where one begins with the other, as 'v'
    for 'vrouw'.
    """

    def is_other(word: str, label: str) -> bool:
        return not (label.startswith(word) or word.startswith(label))

    read = {
        name: typed[name]
        for name, choices in rules.choices.items()
        if typed.get(name)
        and typed[name] != values[name]
        and is_other(folded(typed[name]), folded(dict(choices)[values[name]]))
    }
    if typed.get(BSN) and not values[BSN]:
        read[BSN] = typed[BSN]
    return read


def known_by(person: KnownPerson, values: Mapping[str, str]) -> str:
    """How somebody who is known is known, where it is not by the number in the list.

    By that number: what the list says otherwise of them. `values`: as far as they were understood.
    """
    if person.client_number != values.get("client_number"):
        return f"zelfde BSN als clientnummer {person.client_number}"
    understood = {"first_name", "last_name", "birth_date"} <= values.keys()
    if not understood or key_of(values) == (known := name_key(person.name, person.born)):
        return ""
    *name, born = key_of(values)
    differs = [
        what
        for what, here, there in (
            ("de naam", name, [*known[:-1]]),
            ("de geboortedatum", born, known[-1]),
        )
        if here != there
    ]
    verb = "verschilt" if len(differs) == 1 else "verschillen"
    return f"zelfde clientnummer, maar {' en '.join(differs)} {verb} van wat bekend is"


def rows_of(sheet: Sheet, columns: Sequence[str]) -> list[ListRow]:
    """The rows in which anything stands that is used."""
    places = {name: place for place, name in enumerate(columns) if name}
    rows = []
    for line in sheet.lines:
        typed = {name: shown(sheet, line, place) for name, place in places.items()}
        fingerprint = fingerprint_in(sheet, line, places[BSN]) if BSN in places else ""
        if any(typed.values()):
            only_end = fingerprint == NOT_IN_LIST
            known_again = "" if only_end else fingerprint
            rows.append(ListRow(line.number, typed, line.too_long, known_again, only_end))
    return rows


def check_rows(rows: Iterable[ListRow], rules: Rules) -> list[CheckedRow]:
    people = People(rules.known)
    first_row: dict[tuple, ListRow] = {}
    return [_checked(row, rules, people, first_row) for row in rows]


def _checked(row: ListRow, rules: Rules, people: People, first_row: dict) -> CheckedRow:
    """`first_row`: where each number and each name stood first; this row is added to it."""
    values, errors = check_row(row, rules)
    client = row.typed.get("client_number", "")
    repeated = {
        name: f"staat ook al op regel {first.line}"
        for name, typed in (("client_number", client), (BSN, row.fingerprint))
        if typed and (first := first_row.setdefault((name, typed), row)) is not row
    }
    known = None if repeated else people.same(client, row.fingerprint)
    errors |= repeated
    # Someone who is known stays as they are, so the rest of that row does not matter.
    if known:
        outcome, errors = RowOutcome.KNOWN, {}
        note = known_by(known, values | {"client_number": client})
    elif errors:
        outcome, note = RowOutcome.REFUSED, ""
    else:
        note = people.alike(values, row.fingerprint) or _alike_above(values, row, first_row)
        outcome = RowOutcome.POSSIBLE if note else RowOutcome.NEW
    is_added = outcome in (RowOutcome.NEW, RowOutcome.POSSIBLE)
    return CheckedRow(
        line=row.line,
        outcome=outcome,
        values=values if is_added else row.typed,
        errors=errors,
        note=note,
        fingerprint=row.fingerprint if is_added else "",
        translated=translated(row.typed, values, rules) if is_added else {},
    )


def _alike_above(values: Mapping[str, str], row: ListRow, first_row: dict) -> str:
    first = first_row.setdefault(key_of(values), row)
    if first is row:
        return ""
    words = f"zelfde naam en geboortedatum als op regel {first.line}"
    return words + other_bsn(row.fingerprint, first.fingerprint)


def check_row(row: ListRow, rules: Rules) -> tuple[dict[str, str], dict[str, str]]:
    """The values of one row, and all its errors."""
    values, errors = {}, {}
    for field in FIELDS:
        try:
            values[field.name] = check_value(field, row.typed.get(field.name, ""), rules)
        except Refused as refusal:
            errors[field.name] = str(refusal)
    if row.only_end:
        values[BSN] = ""
    elif row.typed.get(BSN) and not row.fingerprint:
        errors[BSN] = "is geen BSN: typ alle negen cijfers, en kijk of er geen verwisseld zijn"
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
