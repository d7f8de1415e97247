"""What stands in a document about one participant: frozen when it is asked for."""

from typing import Any

from participants.choices import Education
from participants.diagnosis_choices import Place, Skill
from participants.models import Participant
from participants.models.plans import Owner
from participants.profiles import wishes_of
from pilot.models import User
from pilot.templatetags.ui import decimal_comma

# How many of each fit on one page of A4.
AGREEMENTS, APPOINTMENTS = 10, 8
YOU = "u"


def sheet_of(participant: Participant, *, by: User) -> dict[str, Any]:
    """The participant's own sheet: what was agreed, which appointments, whom to ask."""
    actions = participant.actions.open().select_related("partner", "goal").order_by("due_on", "pk")
    planned = participant.steps.planned().select_related("type")
    today = participant.pilot.today()
    return {
        "name": str(participant),
        "number": participant.number,
        "pilot": str(participant.pilot),
        "made_on": today.isoformat(),
        "phase": participant.phase,
        "goals": [goal.what for goal in participant.goals.open()],
        "actions": [
            {
                "what": action.what,
                "who": YOU if action.owner == Owner.PARTICIPANT else action.who,
                "until_on": action.due_on.isoformat(),
            }
            for action in actions[:AGREEMENTS]
        ],
        "appointments": [
            {
                "what": step.type.name,
                "on": step.on.isoformat(),
                "time": f"{step.time:%H:%M}" if step.time else "",
                "place": step.place,
            }
            for step in planned.filter(on__gte=today)[:APPOINTMENTS]
        ],
        "contact": contact(participant.consultant or by),
    }


def contact(user: User) -> dict[str, str]:
    return {"name": str(user), "email": user.email, "phone": user.phone}


def cv_of(participant: Participant, *, by: User) -> dict[str, Any]:
    """What an employer may know: what somebody learned, did, speaks and wants, and no more."""
    wishes = wishes_of(participant)
    return {
        "name": str(participant),
        "number": participant.number,
        "pilot": str(participant.pilot),
        "made_on": participant.pilot.today().isoformat(),
        "wanted": [occupation.name for occupation in wishes.occupations],
        "hours": wishes.hours_words,
        "work": [*jobs_now(participant), *earlier_jobs(participant)],
        "education": education_held(participant),
        "schoolings": [
            {
                "what": str(schooling),
                "finished": schooling.finished,
                "recognised_as": schooling.get_recognised_as_display(),
            }
            for schooling in participant.schoolings.all()
        ],
        "languages": languages(participant),
        "licence": wishes.licence_words,
        "transport": wishes.file.transport_words,
        "contact": contact(by),
    }


def jobs_now(participant: Participant) -> list[dict[str, Any]]:
    """The placements that run: work in the Netherlands too."""
    today = participant.pilot.today()
    return [
        {
            "what": placement.work,
            "years": "",
            "place": Place.NETHERLANDS.label,
            "since": placement.starts_on.year,
            "until": None,
        }
        for placement in participant.placements.running().select_related("occupation")
        if placement.work and placement.starts_on <= today
    ]


def earlier_jobs(participant: Participant) -> list[dict[str, Any]]:
    return [
        {
            "what": job.occupation.name,
            "years": decimal_comma(job.years),
            "place": job.get_place_display(),
            "since": job.since_year,
            "until": job.until_year,
        }
        for job in participant.work_experience.select_related("occupation")
    ]


def education_held(participant: Participant) -> str:
    """The level as it was registered, "" where that is not known either."""
    known = participant.education != Education.UNKNOWN
    return participant.get_education_display() if known else ""


def languages(participant: Participant) -> list[dict[str, str]]:
    """How well they know Dutch: by skill where it was measured, otherwise as it was registered."""
    latest = participant.skill_levels.latest_by_skill()
    measured = [
        {"skill": skill.label, "level": latest[skill].get_level_display()}
        for skill in Skill
        if skill in latest
    ]
    level = participant.get_language_level_display()
    return measured or [{"skill": "Nederlands", "level": level}]


SOURCES = {"sheet": sheet_of, "cv": cv_of}
