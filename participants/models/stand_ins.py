import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value

from participants.choices import AbsenceReason
from pilot.history import tracked
from pilot.models import Pilot

LONGEST = timedelta(days=366)
OVERLAP = "stand_in_pair_once_at_a_time"


class StandInOverlaps(ValueError):
    """In a part of this time the one stands in for the other already."""


class StandInOver(ValueError):
    """It has ended already."""


def range_of(first, last, *, kind):
    """A range with both ends in it, as PostgreSQL can compare it."""
    return Func(F(first), F(last), Value("[]"), function=kind)


class StandInQuerySet(models.QuerySet):
    def current(self, *, on):
        return self.filter(starts_on__lte=on, ends_on__gte=on, ended_on=None)

    def to_come_or_current(self, *, on):
        return self.filter(ends_on__gte=on, ended_on=None)

    @transaction.atomic
    def appoint(self, *, uuid, **values):
        """Let somebody stand in for a colleague; the same uuid again changes nothing.

        Raises StandInOverlaps.
        """
        try:
            with transaction.atomic():
                return self.get_or_create(uuid=uuid, defaults=values)[0]
        except IntegrityError as error:
            if OVERLAP in str(error):
                raise StandInOverlaps from error
            raise


@tracked()
class StandIn(models.Model):
    """A consultant stands in for a colleague (waarneming), with both days included."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="stand_ins", editable=False)
    consultant = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="voor wie"
    )
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="waarnemer"
    )
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met")
    reason = models.CharField("reden", max_length=20, choices=AbsenceReason)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    # Where it ended before its last day.
    ended_on = models.DateField("eerder beëindigd op", null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="beëindigd door",
    )

    objects = StandInQuerySet.as_manager()

    class Meta:
        verbose_name = "waarneming"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(consultant=F("stand_in")), name="stand_in_for_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="stand_in_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__lte=F("starts_on") + LONGEST), name="stand_in_at_most_a_year"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=AbsenceReason.values), name="stand_in_reason_known"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) ^ Q(ended_by__isnull=False), name="stand_in_end_signed"
            ),
            # Ranges of one key each, as those can be compared without an extension.
            ExclusionConstraint(
                name=OVERLAP,
                expressions=[
                    (range_of("pilot", "pilot", kind="int8range"), "&&"),
                    (range_of("consultant", "consultant", kind="int8range"), "&&"),
                    (range_of("stand_in", "stand_in", kind="int8range"), "&&"),
                    (range_of("starts_on", "ends_on", kind="daterange"), "&&"),
                ],
                condition=Q(ended_on=None),
            ),
        ]

    def __str__(self):
        return f"{self.stand_in} voor {self.consultant}"

    @property
    def last_day(self):
        return self.ended_on or self.ends_on

    @property
    def never_began(self) -> bool:
        return self.ended_on is not None and self.ended_on < self.starts_on

    def state(self, today) -> str:
        """Where it stands on a day, in a word or two."""
        if self.never_began:
            return "gaat niet door"
        if self.ended_on:
            return "eerder beëindigd"
        if today < self.starts_on:
            return "gaat nog in"
        return "loopt" if today <= self.ends_on else "voorbij"

    @transaction.atomic
    def end(self, *, by, on):
        """End it today and not on its last day; what was to come never begins.

        Raises StandInOver.
        """
        still = StandIn.objects.to_come_or_current(on=on).select_for_update(of=("self",))
        if not still.filter(pk=self.pk).exists():
            raise StandInOver(self)
        self.ended_on, self.ended_by = on, by
        self.save(update_fields=["ended_on", "ended_by"])
