"""What the list of participants shows to who mediates: what for, what they want, and how long ago.

What somebody wants is read from the same wishes as the matching (participants/profiles.py).
"""

from dataclasses import replace

from django.db.models import Prefetch

from participants.columns import (
    consultant_column,
    hours_column,
    name_column,
    number_column,
    phase_column,
)
from participants.matching import LEVELS
from participants.models import Referral
from participants.profiles import Wishes, files_of, level_of
from pilot.lists import Column


def with_wishes(people):
    """With what the columns need of each row; `attach_wishes` gives the rest."""
    referrals = Referral.objects.open().prefetch_related("wanted__occupation")
    return people.with_mediation().prefetch_related(
        Prefetch("referrals", referrals, to_attr="open_referrals"),
        "wanted_occupations__occupation",
        "skill_levels",
    )


def attach_wishes(people) -> None:
    """Give each row its `wishes`."""
    files = files_of(people)
    for person in people:
        person.wishes = Wishes(person.open_referrals[0], files[person.pk])


def purpose(person) -> str:
    return person.open_referrals[0].get_purpose_display()


def language(person) -> str | None:
    level, _ = level_of(person)
    return LEVELS.get(level)


def mediation_columns(today) -> list[Column]:
    return [
        name_column(),
        number_column(),
        Column("doel", "Doel", purpose),
        Column("beroep", "Gewenst beroep", lambda p: ", ".join(map(str, p.wishes.occupations))),
        Column("taal", "Taal", language),
        hours_column(lambda p: p.wishes.hours or (None, None), lambda p: p.wishes.hours_words),
        Column(
            "contact",
            "Uw laatste contact",
            lambda p: p.met_on,
            sort=("-met_on",),
        ),
        Column(
            "dagen",
            "Dagen sinds uw contact",
            lambda p: (today - p.met_on).days if p.met_on else None,
            sort=("-met_on",),
            numeric=True,
            optional=True,
        ),
        Column("volgende", "Volgende stap", lambda p: p.next_step_type, optional=True),
        Column(
            "gepland",
            "Gepland op",
            lambda p: p.next_step_on,
            sort=("next_step_on", "mediated_on"),
            mark=lambda p: "te laat" if p.next_step_on and p.next_step_on < today else "",
        ),
        # Nearly everybody who is referred is in the same phase.
        replace(phase_column(), optional=True),
        consultant_column(),
    ]
