"""As whose stand-in somebody read about a participant, or did something for them.

Derived from who was appointed for which days, and from who guided the participant at the moment;
so nothing has to be kept with each trace, and what is kept cannot be made to say something else.
"""

from datetime import date, datetime

from participants.models import StandIn
from pilot.models import User


class OnBehalf:
    """For one participant: two queries, however many traces are asked about."""

    def __init__(self, participant):
        self.pilot = participant.pilot
        self.stand_ins = list(self.pilot.stand_ins.select_related("consultant"))
        self.assignments = list(
            participant.assignments.order_by("pk").values_list("at", "consultant_id")
        )

    def consultant_at(self, moment: datetime) -> int | None:
        """The key of who guided the participant at a moment, as far as was recorded by then."""
        return next((key for at, key in self.assignments[::-1] if at <= moment), None)

    def of(self, user: int, *, at: datetime, on: date | None = None) -> User | None:
        """For whom a user stood in who did something at a moment, about the day `on` if any."""
        days = {self.pilot.day_of(at), on} - {None}
        guiding = self.consultant_at(at) if self.stand_ins else None
        return next(
            (
                row.consultant
                for row in self.stand_ins
                if row.stand_in_id == user
                and row.consultant_id == guiding
                and any(row.starts_on <= day <= row.last_day for day in days)
            ),
            None,
        )

    def told(self, user: User, *, at: datetime, on: date | None = None) -> str:
        """Who did it in words: with for whom they stood in, if they did."""
        consultant = self.of(user.pk, at=at, on=on)
        return f"{user}, als waarnemer van {consultant}" if consultant else str(user)


def stood_in_by(user, *, pilot) -> list[StandIn]:
    """For whom a user stands in today."""
    rows = StandIn.objects.filter(pilot=pilot, stand_in=user).current(on=pilot.today())
    return list(rows.select_related("consultant").order_by("consultant__last_name", "pk"))


def standing_in(user, participant) -> StandIn | None:
    """By which appointment this user may see this participant today, if that is how."""
    if participant.consultant_id in (None, user.pk):
        return None
    today = participant.pilot.today()
    return (
        StandIn.objects.filter(
            pilot=participant.pilot, consultant=participant.consultant_id, stand_in=user
        )
        .current(on=today)
        .select_related("consultant")
        .first()
    )
