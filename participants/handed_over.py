"""Whom somebody guided until lately: where those are now, for who looks for them in vain."""

from datetime import timedelta
from itertools import groupby

from participants.models import Assignment

DAYS_TOLD = 14


def handed_over(user, *, pilot) -> list[dict]:
    """By day and colleague, the newest first: `on`, `to`, and the `numbers` of the participants.

    Only the numbers: what they are called now is for who guides them now.
    """
    today = pilot.today()
    last = (
        Assignment.objects.filter(
            participant__pilot=pilot, previous=user, on__gt=today - timedelta(days=DAYS_TOLD)
        )
        .filter(on__lte=today)
        .exclude(participant__consultant=user)
        .select_related("consultant", "participant")
        .order_by("participant_id", "-on", "-pk")
        .distinct("participant_id")
    )
    rows = sorted(last, key=lambda row: (-row.on.toordinal(), str(row.consultant), row.pk))
    return [
        {"on": on, "to": to, "numbers": sorted(row.participant.number for row in of_them)}
        for (on, to), of_them in groupby(rows, key=lambda row: (row.on, row.consultant))
    ]
