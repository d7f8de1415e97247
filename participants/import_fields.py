"""The columns of a list of candidates, and how what is typed in them is understood.

No Django and no database in this module.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

ADULT_AGE = 18
FIRST_YEAR = 1900
# What is read, and what is kept, of a text that is too long for any field.
MAX_RAW = 2_000
MAX_TYPED = 200
CUT_OFF = "…"
# Also what a control character becomes, because a database cannot store a NUL.
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
BSN = "bsn"
JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


class Refused(ValueError):
    """One value is refused; says in Dutch why, to be read after the value."""


@dataclass(frozen=True)
class KnownPerson:
    """Somebody in the pilot. `born`: as in a row, 1985-05-17. `fingerprint`: of the BSN, or ""."""

    client_number: str
    name: str
    born: str
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the rows are held against. `choices`: per field the (code, label) pairs.

    `assigned_from`: who was assigned to the municipality before it is not in the target group.
    """

    today: date
    assigned_from: date | None
    known: Collection[KnownPerson]
    choices: Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column of the list. `read` gives the value for the database, or raises Refused."""

    name: str
    label: str
    read: Callable[[str, Rules], str]
    required: bool = False
    hint: str = ""
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """For comparing: 'Cliënt-nummer *' -> 'clientnummer'."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in decomposed if char.isalnum())


def tidy(text: str) -> str:
    """NFC, single spaces, without invisible marks; a control character becomes UNREADABLE."""
    start = text[:MAX_RAW]
    # Most is plain already, and a file has millions of characters.
    if not (start.isascii() and start.isprintable()):
        start = "".join(map(_visible, unicodedata.normalize("NFC", start)))
    tidied = " ".join(start.split())
    if len(tidied) > MAX_TYPED or len(text) > MAX_RAW:
        return tidied[:MAX_TYPED] + CUT_OFF
    return tidied


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf" and char not in JOINERS:
        # Direction marks come along when a number is copied from a mail, and make it another one.
        return ""
    if char in "\t\r\n":
        return " "
    return UNREADABLE if category in ("Cc", "Cs") else char


def read_date(text: str, latest: date) -> date:
    """A day as people type it. Two digits for the year: the last such year up to `latest`."""
    day, month, year = _date_parts(text.casefold())
    if len(year) == 2:
        century = latest.year // 100 * 100
        year = century + int(year) if int(year) <= latest.year % 100 else century - 100 + int(year)
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise Refused("geen datum zoals 15-1-2017") from None
    if found.year < FIRST_YEAR:
        raise Refused(f"ligt vóór {FIRST_YEAR}")
    return found


def _date_parts(text: str) -> tuple[str, str, str]:
    """Day, month and year of 15-1-2017, 15/01/17, 15 jan 2017, 15012017, 2017-01-15, 20170115."""
    if found := re.fullmatch(
        r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d\d)( 0?0:00(:00)?)?", text, re.A
    ):
        return found[1], found[2], found[3]
    if found := re.fullmatch(
        r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([t ]0?0:00(:00)?(\.0+)?)?", text, re.A
    ):
        return found[3], found[2], found[1]
    if found := re.fullmatch(r"(\d{1,2})[-. ]*([a-z]+)\.?[-. ]*(\d{4}|\d\d)", text, re.A):
        word = "maart" if found[2] == "mrt" else found[2]
        for month, name in enumerate(MONTHS, start=1):
            if len(word) >= 3 and name.startswith(word):
                return found[1], str(month), found[3]
    if re.fullmatch(r"\d{7,8}", text, re.A):
        digits = text.zfill(8)  # Excel drops the zero of 05011990
        # Read the other way round, 20170115 would be of the year 115.
        if int(digits[4:]) < FIRST_YEAR and len(text) == 8:
            return digits[6:], digits[4:6], digits[:4]
        return digits[:2], digits[2:4], digits[4:]
    raise Refused("geen datum zoals 15-1-2017")


def _past_date(text: str, rules: Rules) -> date:
    day = read_date(text, rules.today)
    if day > rules.today:
        raise Refused(f"deze dag is nog niet geweest, het is nu {rules.today:%d-%m-%Y}")
    return day


def read_birth_date(text: str, rules: Rules) -> str:
    born, today = _past_date(text, rules), rules.today
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if age < ADULT_AGE:
        raise Refused(f"nog geen {ADULT_AGE} jaar op {today:%d-%m-%Y}")
    return born.isoformat()


def read_assigned_on(text: str, rules: Rules) -> str:
    assigned = _past_date(text, rules)
    if rules.assigned_from and assigned < rules.assigned_from:
        raise Refused(
            f"niet van de doelgroep, die is toegewezen vanaf {rules.assigned_from:%d-%m-%Y}"
        )
    return assigned.isoformat()


def read_client_number(text: str, rules: Rules) -> str:
    if re.fullmatch(r"\d([.,]\d+)?E\+\d+", text, re.A | re.I):
        raise Refused("door Excel afgerond: maak de kolom Tekst en typ het hele nummer")
    return text_up_to(20)(text, rules)


def text_up_to(length: int) -> Callable[[str, Rules], str]:
    def read(text: str, rules: Rules) -> str:
        if len(text) > length:
            raise Refused(f"langer dan {length} tekens")
        return text

    return read


def one_of(name: str, also: Mapping[str, str]) -> Callable[[str, Rules], str]:
    """A choice by its label or code, or by another word for it; nothing typed is unknown."""

    def read(text: str, rules: Rules) -> str:
        choices = rules.choices[name]
        words = {"": "unknown"} | {folded(word): code for word, code in also.items()}
        words |= {folded(word): code for code, label in choices for word in (code, label)}
        if (wanted := folded(text)) not in words or (text and not wanted):
            raise Refused(f"kies uit: {' / '.join(label for _, label in choices)}")
        return words[wanted]

    return read


def check_value(field: Field, text: str, rules: Rules) -> str:
    if field.required and not text:
        raise Refused("niet ingevuld")
    if UNREADABLE in text:
        raise Refused("er staat een onleesbaar teken in")
    if text.endswith(CUT_OFF):
        raise Refused("veel te lang")
    if text.startswith("#"):
        raise Refused("dit is een foutmelding van Excel")
    return field.read(text, rules)


FIELDS = [
    Field(
        name="client_number",
        label="clientnummer",
        read=read_client_number,
        required=True,
        hint="hoogstens 20 tekens, elk nummer één keer",
        aliases=("clientnr", "klantnummer", "klantnr", "client"),
    ),
    Field(
        name="first_name",
        label="voornaam",
        read=text_up_to(60),
        required=True,
        hint="hoogstens 60 tekens",
        aliases=("voornamen", "roepnaam"),
    ),
    Field(
        name="last_name",
        label="achternaam",
        read=text_up_to(80),
        required=True,
        hint="hoogstens 80 tekens",
        aliases=("familienaam", "geslachtsnaam"),
    ),
    Field(
        name="birth_date",
        label="geboortedatum",
        read=read_birth_date,
        required=True,
        hint="een datum zoals 17-5-1985",
        aliases=("geboren", "geboren op", "geb.datum", "gebdat"),
    ),
    Field(
        name="sex",
        label="geslacht",
        read=one_of(
            "sex",
            {"v": "female", "f": "female", "m": "male", "o": "unknown"}
            | {"vrouwelijk": "female", "mannelijk": "male"},
        ),
        aliases=("m/v", "v/m", "man/vrouw"),
    ),
    Field(
        name="household",
        label="huishouden",
        read=one_of(
            "household",
            {
                "alleenstaande": "single",
                "thuiswonend": "child_at_home",
                "samenwonend zonder kinderen": "couple",
                "gezin met kinderen": "couple_with_children",
                "samenwonend met kinderen": "couple_with_children",
                "alleenstaande ouder": "single_parent",
                "eenoudergezin": "single_parent",
            },
        ),
        aliases=("type huishouden", "huishoudtype", "samenstelling huishouden", "leefvorm"),
    ),
    Field(
        name="education",
        label="opleiding",
        read=one_of(
            "education",
            {"geen": "none", "basis": "primary", "lagere school": "primary", "vmbo": "lower"}
            | {"vo": "lower", "mbo 1": "lower", "vo/mbo 1": "lower", "mbo 2": "middle"}
            | {"mbo 3": "middle", "mbo 4": "middle", "mbo 2-4": "middle", "havo": "middle"}
            | {"vwo": "middle", "hbo": "higher", "wo": "higher", "hbo/wo": "higher"}
            | {"universiteit": "higher"},
        ),
        aliases=("opleidingsniveau", "hoogste opleiding", "vooropleiding"),
    ),
    Field(
        name="language_level",
        label="taalniveau",
        read=one_of("language_level", {"analfabeet": "illiterate", "alfa": "illiterate"}),
        aliases=("niveau Nederlands", "taalniveau Nederlands", "taal"),
    ),
    Field(
        name="assigned_on",
        label="toegewezen op",
        read=read_assigned_on,
        required=True,
        hint="een datum zoals 2-3-2015",
        aliases=(
            "toegewezen",
            "toegewezen aan de gemeente op",
            "datum toegewezen",
            "datum toewijzing",
            "toewijzingsdatum",
        ),
    ),
    Field(
        name=BSN,
        label="BSN",
        # What comes here is what may be shown of it: '…782'.
        read=text_up_to(MAX_TYPED),
        hint="negen cijfers; alleen om dubbele te vinden, het nummer zelf wordt niet bewaard",
        aliases=("burgerservicenummer", "BSN-nummer", "BSN nr", "sofinummer"),
    ),
]
WHOLE_ROW = "row"
LABELS = {field.name: field.label for field in FIELDS} | {WHOLE_ROW: "hele regel"}
BY_HEADER = {folded(header): field for field in FIELDS for header in (field.label, *field.aliases)}
