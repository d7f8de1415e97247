"""What came to nothing and what was a mistake: one of each."""

import random
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pghistory

from participants.models import Placement
from participants.trajectory import Phase

EMPLOYER = "Leerbedrijf De Werkbank"


def add_withdrawals(pilot, *, rng: random.Random):
    """Of the last by name among those who study, so that the story of the others stays."""
    studying = pilot.participants.filter(phase=Phase.EDUCATION).select_related(
        "pilot", "consultant"
    )
    wrong, busy = studying.order_by("-last_name", "-first_name", "pk")[:2]
    today = pilot.today()
    with pghistory.context(user=wrong.consultant_id):
        outcome = wrong.record_outcome(
            kind="study_grant", by=wrong.consultant, on=today, uuid=new_uuid(rng)
        )
        outcome.withdraw(
            by=wrong.consultant, version=1, reason="Bij de verkeerde deelnemer vastgelegd."
        )
    with pghistory.context(user=busy.consultant_id):
        trial = Placement.objects.record(
            busy,
            uuid=new_uuid(rng),
            by=busy.consultant,
            kind="trial",
            employer=EMPLOYER,
            hours=Decimal(16),
            starts_on=today + timedelta(days=7),
        )
        trial.withdraw(version=1, reason="De werkgever zag ervan af.", by=busy.consultant)


def new_uuid(rng) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
