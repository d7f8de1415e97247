"""What the rules of participants/matching.py are asked: of rows, the profiles and the demands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, prefetch_related_objects

from participants import matching
from participants.diagnosis_choices import Licence as Held
from participants.diagnosis_choices import Skill
from participants.mediation_choices import Licence
from participants.models import (
    DiagnosisFile,
    Occupation,
    Participant,
    Placement,
    Proposal,
    Referral,
    Vacancy,
)
from participants.models.referrals import ReferralQuerySet
from participants.proposals import Answer

LICENCES = {Licence.YES: True, Licence.NO: False}
# With one from abroad that was not exchanged, nobody drives for work here.
DRIVES = {
    Held.NONE: False,
    Held.FOREIGN: False,
    Held.LESSONS: False,
    Held.B: True,
    Held.LARGE: True,
}


@dataclass(frozen=True)
class Wishes:
    """What somebody looks for, the same for the matching, the CV and their page.

    What they want is as the referral says it, and where that is silent as the diagnosis does. The
    driving licence and how far they travel are facts: there the diagnosis goes first.
    """

    referral: Referral | None
    file: DiagnosisFile

    @property
    def diagnosed_occupations(self) -> list[Occupation]:
        return [row.occupation for row in self.file.participant.wanted_occupations.all()]

    @property
    def occupations(self) -> list[Occupation]:
        """In the order in which they were typed."""
        rows = self.referral.wanted.all() if self.referral else []
        return [row.occupation for row in rows] or self.diagnosed_occupations

    @property
    def hours(self) -> tuple[int, int] | None:
        """From and until, in a week."""
        if self.referral and self.referral.hours_from:
            return self.referral.hours_from, self.referral.hours_until
        return (self.file.hours, self.file.hours) if self.file.hours else None

    @property
    def hours_words(self) -> str:
        first, last = self.hours or ("", "")
        return str(first) if first == last else f"{first} tot {last}"

    @property
    def drives(self) -> bool | None:
        if self.file.licence:
            return DRIVES[Held(self.file.licence)]
        return LICENCES.get(self.referral.driving_licence) if self.referral else None

    @property
    def licence_words(self) -> str:
        """As the diagnosis says it, and otherwise the referral; "" where neither knows."""
        if self.file.licence:
            return self.file.get_licence_display()
        return "" if self.drives is None else self.referral.get_driving_licence_display()

    @property
    def reach_words(self) -> str:
        if self.file.travel_minutes is not None:
            return f"hoogstens {self.file.travel_minutes} minuten reizen"
        return self.referral.get_reach_display() if self.referral else ""

    @property
    def contradictions(self) -> list[str]:
        """Where the referral and the diagnosis say something else, in sentences."""
        if not self.referral:
            return []
        return [*self._other_wishes(), *self._other_licence()]

    def _other_wishes(self) -> list[str]:
        diagnosed, found = self.diagnosed_occupations, []
        if diagnosed and set(diagnosed) != set(self.occupations):
            found.append(f"De diagnose noemt als gewenst beroep: {', '.join(map(str, diagnosed))}.")
        first, last = self.hours or (None, None)
        if self.file.hours and not first <= self.file.hours <= last:
            found.append(f"De diagnose noemt {self.file.hours} uur per week.")
        return found

    def _other_licence(self) -> list[str]:
        typed = LICENCES.get(self.referral.driving_licence)
        if typed is None or typed == self.drives:
            return []
        said = self.referral.get_driving_licence_display()
        return [f"Bij de verwijzing stond rijbewijs: {said}. De diagnose gaat voor."]


def wishes_of(participant: Participant) -> Wishes:
    referral = participant.referrals.open().prefetch_related("wanted__occupation").first()
    prefetch_related_objects([participant], "wanted_occupations__occupation")
    return Wishes(referral, DiagnosisFile.objects.of(participant))


def level_of(participant: Participant) -> tuple[str, str]:
    """The level that the matching goes by and the skill it is of.

    It is what they could say when it was measured last; as long as it was not measured, what the
    list of candidates said of the language as a whole, with "" for the skill.
    """
    spoken = [row for row in participant.skill_levels.all() if row.skill == Skill.SPEAKING]
    if not spoken:
        return participant.language_level, ""
    return max(spoken, key=lambda row: (row.on, row.pk)).level, Skill.SPEAKING.label


def experience_of(participant: Participant) -> frozenset[str]:
    """The occupations they worked in, before they came here or in a placement."""
    worked = [*participant.work_experience.all(), *participant.placements.all()]
    return frozenset(row.occupation.name for row in worked if row.occupation)


def open_referrals(people) -> ReferralQuerySet:
    """Of some participants, with what the matching needs."""
    referrals = Referral.objects.open().filter(participant__in=people)
    own = {"participant": OuterRef("participant")}
    at_work = Exists(Placement.objects.running().filter(**own))
    accepted = Exists(Proposal.objects.filter(answer=Answer.ACCEPTED, **own))
    return (
        referrals.annotate(free=~(at_work | accepted))
        .select_related("participant__pilot")
        .prefetch_related(
            "wanted__occupation",
            "participant__skill_levels",
            "participant__wanted_occupations__occupation",
            "participant__work_experience__occupation",
            "participant__placements__occupation",
        )
    )


def files_of(people: Iterable[Participant]) -> dict[int, DiagnosisFile]:
    """The file of each, by the key of the participant; empty where nothing was written yet."""
    files = {person.pk: DiagnosisFile(participant=person) for person in people}
    for written in DiagnosisFile.objects.filter(participant__in=files):
        written.participant = files[written.participant_id].participant
        files[written.participant_id] = written
    return files


def profiles_of(referrals: Iterable[Referral]) -> list[matching.Profile]:
    """Of rows that `open_referrals` gives."""
    files = files_of(referral.participant for referral in referrals)
    return [_profile(referral, files[referral.participant_id]) for referral in referrals]


def profile_of(referral: Referral) -> matching.Profile:
    return profiles_of([referral])[0]


def _profile(referral: Referral, file: DiagnosisFile) -> matching.Profile:
    wishes, participant = Wishes(referral, file), referral.participant
    language, skill = level_of(participant)
    hours_from, hours_until = wishes.hours or (None, None)
    return matching.Profile(
        key=participant.number,
        language=language,
        skill=skill,
        occupations=frozenset(occupation.name for occupation in wishes.occupations),
        sectors=frozenset(referral.sector_labels),
        hours_from=hours_from,
        hours_until=hours_until,
        driving_licence=wishes.drives,
        reach=referral.reach,
        travel_minutes=file.travel_minutes,
        experience=experience_of(participant),
        purpose=referral.purpose,
        times=referral.times,
        free=referral.free,
    )


def demands_of(vacancy: Vacancy) -> matching.Vacancy:
    return matching.Vacancy(
        key=vacancy.pk,
        language=vacancy.language_level,
        occupation=vacancy.occupation.name if vacancy.occupation else "",
        sector=vacancy.get_sector_display(),
        hours_from=vacancy.hours_from,
        hours_until=vacancy.hours_until,
        driving_licence=vacancy.driving_licence,
        reach=vacancy.reach,
        paid=vacancy.paid,
    )


def ranked_people(
    vacancy: Vacancy, referrals: Iterable[Referral]
) -> list[tuple[Referral, matching.Match]]:
    """Who fits a vacancy best comes first."""
    by_number = {referral.participant.number: referral for referral in referrals}
    demands = demands_of(vacancy)
    profiles = profiles_of(by_number.values())
    matches = [matching.match(profile, demands) for profile in profiles]
    return [(by_number[match.profile.key], match) for match in matching.ranked(matches)]


def ranked_vacancies(
    referral: Referral, vacancies: Iterable[Vacancy]
) -> list[tuple[Vacancy, matching.Match]]:
    """What fits somebody best comes first."""
    by_key = {vacancy.pk: vacancy for vacancy in vacancies}
    profile = profile_of(referral)
    matches = [matching.match(profile, demands_of(one)) for one in by_key.values()]
    return [(by_key[match.vacancy.key], match) for match in matching.ranked(matches)]
