"""Whether somebody and a vacancy fit: a few points, each with its reason in words.

No Django in this module. Nothing is weighed in secret: the score is the sum of the points that
stand behind the reasons, and who does not meet a hard demand comes below, but is never left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

# From low to high; what is not in it is not known.
LEVELS = {
    "illiterate": "anders gealfabetiseerd",
    "a0": "A0",
    "a1": "A1",
    "a2": "A2",
    "b1": "B1",
    "b2": "B2",
    "c1": "C1",
}
# From near to far.
REACHES = {
    "city": "in de stad",
    "region": "in de regio",
    "further": "verder dan de regio",
}
# What somebody can be referred for.
PURPOSES = {
    "paid_work": "betaald werk",
    "subsidised_work": "gesubsidieerd werk",
    "work_experience": "werkervaringsplaats",
    "trial": "proefplaatsing",
    "learning": "leer-werktraject",
    "orientation": "oriëntatie",
}
# Whether paid and unpaid work serve it (our proposal): on trial one works unpaid for a paid job.
SERVED_BY_PAID = frozenset({"paid_work", "subsidised_work", "trial"})
SERVED_BY_UNPAID = frozenset(PURPOSES) - {"paid_work", "subsidised_work"}
# Who travels so many minutes at most gets no further (our proposal); longer is further.
REACH_WITHIN = {"city": 29, "region": 59}
# One level too low can be bridged at work, so many or more cannot (our proposal).
LEVELS_TOO_LOW = 2


class Verdict(StrEnum):
    MET = auto()
    UNMET = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What somebody can and wants. None and "" stand for not known.

    `key`: by which equals keep one order. `sectors`, `occupations`, `experience`: by their names.
    `language`: the level, `skill` of what; "" for the language as a whole. `travel_minutes`: at
    most; where it is known it decides, and not `reach`. `times`: which days and hours, in their own
    words, which nothing judges. `free`: nowhere at work or accepted.
    """

    key: int = 0
    language: str = ""
    skill: str = ""
    occupations: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    hours_from: int | None = None
    hours_until: int | None = None
    driving_licence: bool | None = None
    reach: str = ""
    travel_minutes: int | None = None
    experience: frozenset[str] = frozenset()
    purpose: str = ""
    times: str = ""
    free: bool = True

    @property
    def furthest(self) -> str:
        """How far away they can work."""
        if self.travel_minutes is None:
            return self.reach
        return reach_within(self.travel_minutes)


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """What is asked. "" stands for not asked."""

    key: int = 0
    language: str = ""
    occupation: str = ""
    sector: str = ""
    hours_from: int = 1
    hours_until: int = 40
    driving_licence: bool = False
    reach: str = "city"
    paid: bool = True


@dataclass(frozen=True)
class Reason:
    """`points`: what it adds to the score. `hard`: who does not meet it comes below the others."""

    verdict: Verdict
    text: str
    points: int = 0
    hard: bool = False


@dataclass(frozen=True)
class Match:
    profile: Profile
    vacancy: Vacancy
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        return sum(reason.points for reason in self.reasons)

    @property
    def obstacles(self) -> tuple[Reason, ...]:
        """The hard demands that are not met."""
        return tuple(reason for reason in self.reasons if reason.hard)

    @property
    def order(self) -> tuple[bool, int, bool, int, int]:
        """What comes first sorts first: of equal points, who is free."""
        taken = not self.profile.free
        return bool(self.obstacles), -self.score, taken, self.profile.key, self.vacancy.key


def reach_within(minutes: int) -> str:
    """How far somebody gets in so many minutes."""
    return next((reach for reach, most in REACH_WITHIN.items() if minutes <= most), "further")


def met(text: str, points: int) -> Reason:
    return Reason(Verdict.MET, text, points)


def unmet(text: str, *, hard: bool = False) -> Reason:
    return Reason(Verdict.UNMET, text, hard=hard)


def unknown(text: str) -> Reason:
    return Reason(Verdict.UNKNOWN, text)


def judge_occupation(profile: Profile, vacancy: Vacancy) -> Reason:
    if not vacancy.occupation:
        return unknown("beroep van de vacature niet ingevuld")
    if vacancy.occupation in profile.occupations:
        return met(f"beroep {vacancy.occupation} gewenst", OCCUPATION_POINTS)
    if not profile.occupations:
        return unknown("geen gewenst beroep opgegeven")
    return unmet(f"beroep {vacancy.occupation} niet gewenst")


def judge_experience(profile: Profile, vacancy: Vacancy) -> Reason:
    if not vacancy.occupation:
        return unknown("geen beroep om ervaring mee te vergelijken")
    if vacancy.occupation in profile.experience:
        return met(f"ervaring als {vacancy.occupation}", 1)
    if not profile.experience:
        return unknown("geen werkervaring bekend")
    return unmet(f"geen ervaring als {vacancy.occupation}")


def judge_sector(profile: Profile, vacancy: Vacancy) -> Reason:
    if vacancy.sector in profile.sectors:
        return met(f"sector {vacancy.sector} gewenst", 1)
    if not profile.sectors:
        return unknown("geen gewenste sector opgegeven")
    return unmet(f"sector {vacancy.sector} niet gewenst")


def judge_language(profile: Profile, vacancy: Vacancy) -> Reason:
    if vacancy.language not in LEVELS:
        return met("geen taalniveau gevraagd", LANGUAGE_POINTS)
    asked = f"gevraagd {LEVELS[vacancy.language]}"
    if profile.language not in LEVELS:
        return unknown(f"taalniveau niet bekend, {asked}")
    order = list(LEVELS)
    short = order.index(vacancy.language) - order.index(profile.language)
    text = f"{profile.skill or 'taal'} {LEVELS[profile.language]}, {asked}"
    return unmet(text, hard=short >= LEVELS_TOO_LOW) if short > 0 else met(text, LANGUAGE_POINTS)


def judge_hours(profile: Profile, vacancy: Vacancy) -> Reason:
    asked = f"gevraagd {hours_in_words(vacancy.hours_from, vacancy.hours_until)}"
    times = f" ({profile.times})" if profile.times else ""
    if profile.hours_from is None or profile.hours_until is None:
        return unknown(f"gewenste uren niet bekend{times}, {asked}")
    text = f"{hours_in_words(profile.hours_from, profile.hours_until)} gewenst{times}, {asked}"
    meet = profile.hours_from <= vacancy.hours_until and vacancy.hours_from <= profile.hours_until
    return met(text, 1) if meet else unmet(text)


def judge_licence(profile: Profile, vacancy: Vacancy) -> Reason:
    if not vacancy.driving_licence:
        return met("geen rijbewijs gevraagd", 1)
    if profile.driving_licence is None:
        return unknown("rijbewijs gevraagd, niet bekend")
    if profile.driving_licence:
        return met("rijbewijs gevraagd en aanwezig", 1)
    return unmet("rijbewijs gevraagd, niet aanwezig", hard=True)


def judge_reach(profile: Profile, vacancy: Vacancy) -> Reason:
    where = f"werk {REACHES[vacancy.reach]}"
    if profile.furthest not in REACHES:
        return unknown(f"{where}, reisafstand niet bekend")
    text = f"{where}, kan werken {REACHES[profile.furthest]}"
    if profile.travel_minutes is not None:
        text += f" (reist hoogstens {profile.travel_minutes} minuten)"
    order = list(REACHES)
    near = order.index(vacancy.reach) <= order.index(profile.furthest)
    return met(text, 1) if near else unmet(text)


def judge_purpose(profile: Profile, vacancy: Vacancy) -> Reason:
    work = "betaald" if vacancy.paid else "onbetaald"
    if profile.purpose not in PURPOSES:
        return unknown(f"{work}, doel van de verwijzing niet bekend")
    serving = SERVED_BY_PAID if vacancy.paid else SERVED_BY_UNPAID
    if profile.purpose in serving:
        return met(f"{work}, past bij het doel {PURPOSES[profile.purpose]}", 1)
    return unmet(f"{work}, verwezen voor {PURPOSES[profile.purpose]}")


OCCUPATION_POINTS = 2
LANGUAGE_POINTS = 2
JUDGES = (
    judge_occupation,
    judge_experience,
    judge_sector,
    judge_language,
    judge_hours,
    judge_licence,
    judge_reach,
    judge_purpose,
)
HIGHEST_SCORE = OCCUPATION_POINTS + LANGUAGE_POINTS + 6


def hours_in_words(first: int, last: int) -> str:
    return f"{first} uur" if first == last else f"{first} tot {last} uur"


def match(profile: Profile, vacancy: Vacancy) -> Match:
    return Match(profile, vacancy, tuple(judge(profile, vacancy) for judge in JUDGES))


def ranked(matches: Iterable[Match]) -> list[Match]:
    """The best first; the order in which they came does not matter."""
    return sorted(matches, key=lambda one: one.order)
