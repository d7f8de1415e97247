"""What the rules of participants/matching.py are asked: of rows, the profiles and the demands."""

from collections.abc import Iterable

from participants import matching
from participants.diagnosis_choices import Skill
from participants.mediation_choices import Licence, Purpose
from participants.models import Participant, Referral, Vacancy
from participants.models.referrals import ReferralQuerySet

LICENCES = {Licence.YES: True, Licence.NO: False}


def language_level_of(participant: Participant) -> str:
    """The level that the matching goes by: what they could say when it was measured last.

    As long as it was not measured: what the list of candidates said.
    """
    spoken = [row for row in participant.skill_levels.all() if row.skill == Skill.SPEAKING]
    if not spoken:
        return participant.language_level
    return max(spoken, key=lambda row: (row.on, row.pk)).level


def open_referrals(people) -> ReferralQuerySet:
    """Of some participants, with what the matching needs."""
    referrals = Referral.objects.open().filter(participant__in=people)
    return referrals.select_related("participant__pilot").prefetch_related(
        "occupations", "participant__skill_levels"
    )


def profile_of(referral: Referral) -> matching.Profile:
    return matching.Profile(
        key=referral.participant.number,
        language=language_level_of(referral.participant),
        occupations=frozenset(occupation.name for occupation in referral.occupations.all()),
        sectors=frozenset(referral.sector_labels),
        hours_from=referral.hours_from,
        hours_until=referral.hours_until,
        driving_licence=LICENCES.get(referral.driving_licence),
        reach=referral.reach,
        paid_only=referral.purpose == Purpose.PAID_WORK,
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
    matches = [matching.match(profile_of(one), demands) for one in by_number.values()]
    return [(by_number[match.profile.key], match) for match in matching.ranked(matches)]


def ranked_vacancies(
    referral: Referral, vacancies: Iterable[Vacancy]
) -> list[tuple[Vacancy, matching.Match]]:
    """What fits somebody best comes first."""
    by_key = {vacancy.pk: vacancy for vacancy in vacancies}
    profile = profile_of(referral)
    matches = [matching.match(profile, demands_of(one)) for one in by_key.values()]
    return [(by_key[match.vacancy.key], match) for match in matching.ranked(matches)]
