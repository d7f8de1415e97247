"""Which parts a complete diagnosis has, and what of them is still missing, in words.

No Django in this module. A conclusion may be recorded while parts are missing; then it says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The values stand in addresses, so they are Dutch."""

    EDUCATION = "opleiding"
    EXPERIENCE = "werkervaring"
    LANGUAGE = "taal"
    BARRIERS = "belemmeringen"
    WISHES = "wensen"
    MOBILITY = "mobiliteit"
    MISMATCH = "mismatch"
    LADDER = "participatieladder"


@dataclass(frozen=True)
class Filled:
    """What is known of somebody. `unmeasured`, `undiscussed`: the skills and the themes, in words,
    of which nothing is known yet. `studied`, `worked`: rows are there, or it is said that there
    is nothing to tell."""

    studied: bool = False
    worked: bool = False
    unmeasured: tuple[str, ...] = ()
    undiscussed: tuple[str, ...] = ()
    wishes: bool = False
    licence: bool = False
    transport: bool = False
    mismatch: bool = False
    ladder: bool = False


def listed(words: tuple[str, ...]) -> str:
    """lezen, schrijven en spreken"""
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def mobility(filled: Filled) -> str:
    lacking = ("rijbewijs",) * (not filled.licence) + ("vervoer",) * (not filled.transport)
    return listed(lacking)


# For each part what it misses, in words; "" where it is complete.
MISSING: dict[Part, Callable[[Filled], str]] = {
    Part.EDUCATION: lambda f: "" if f.studied else "een opleiding, of dat die er niet is",
    Part.EXPERIENCE: lambda f: "" if f.worked else "een baan, of dat die er niet was",
    Part.LANGUAGE: lambda f: listed(f.unmeasured),
    Part.BARRIERS: lambda f: listed(f.undiscussed),
    Part.WISHES: lambda f: "" if f.wishes else "een gewenst beroep of een korte tekst",
    Part.MOBILITY: mobility,
    Part.MISMATCH: lambda f: "" if f.mismatch else "een keuze",
    Part.LADDER: lambda f: "" if f.ladder else "een eerste meting",
}


def missing(filled: Filled) -> dict[Part, str]:
    """The parts that are not complete, with what each misses; nothing for a complete diagnosis."""
    return {part: what for part, of in MISSING.items() if (what := of(filled))}


class Purpose(StrEnum):
    """What the data of a participant have to be complete for; as it stands in an address."""

    DIAGNOSIS = "diagnose"
    REPORT = "evaluatie"
    ESF = "esf"


@dataclass(frozen=True)
class Registered:
    """What is registered of somebody. `proven`: every outcome that counts has its evidence.

    `entered`: was at a first activity (domain: the day of entry by the ESF).
    """

    assigned: bool
    sex: bool
    household: bool
    education: bool
    entered: bool
    proven: bool


# Our reading: what the breakdowns of the evaluation and the list of participants of the ESF ask.
# That list has the BSN too, which is not kept here: it comes from the client administration.
ASKED: dict[Purpose, dict[str, Callable[[Registered], bool]]] = {
    Purpose.REPORT: {
        "consulent": lambda r: r.assigned,
        "geslacht": lambda r: r.sex,
        "huishouden": lambda r: r.household,
        "opleiding": lambda r: r.education,
    },
    Purpose.ESF: {
        "geslacht": lambda r: r.sex,
        "opleiding": lambda r: r.education,
        "eerste activiteit": lambda r: r.entered,
        "bewijs van uitstroom": lambda r: r.proven,
    },
}


def lacking(purpose: Purpose, registered: Registered) -> list[str]:
    """What misses for the evaluation or the ESF, in words."""
    return [what for what, there in ASKED[purpose].items() if not there(registered)]
