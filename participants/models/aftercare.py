import uuid
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Q

from participants.aftercare import DURABLE, Moment, Situation
from participants.models.facts import Fact
from participants.models.versions import Versioned
from participants.outflow_choices import MOMENTS, SITUATIONS, Source
from participants.trajectory import Phase
from pilot.history import tracked
from pilot.templatetags.ui import decimal_comma


class NotFollowed(ValueError):
    """Nobody is followed whose trajectory goes on, or was taken up again."""


class FollowUpQuerySet(models.QuerySet):
    @transaction.atomic
    def record(self, outcome, *, uuid, by, **fields):
        """Write down how it goes; a later answer for the same moment takes its place.

        The same again gives what is there. Raises NotFollowed.
        """
        participant = outcome.participant
        participant._lock()
        own = self.filter(participant=participant, outcome=outcome)
        if there := own.filter(Q(uuid=uuid) | Q(**fields)).first():
            return there
        if participant.phase != Phase.OUTFLOW or participant.last_exit != outcome:
            raise NotFollowed(outcome)
        return self.create(participant=participant, outcome=outcome, uuid=uuid, by=by, **fields)


@tracked()
class FollowUp(Versioned, Fact):
    """How it goes with who flowed out, some months later (nazorg)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outcome = models.ForeignKey(
        "participants.Outcome", models.PROTECT, related_name="followups", verbose_name="uitstroom"
    )
    moment = models.CharField("moment", max_length=2, choices=MOMENTS)
    situation = models.CharField("situatie", max_length=20, choices=SITUATIONS)
    hours = models.DecimalField(
        "uren per week", max_digits=4, decimal_places=1, null=True, blank=True
    )
    source = models.CharField("bron", max_length=20, choices=Source)
    note = models.TextField("toelichting", blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "nazorg"
        constraints = [
            models.CheckConstraint(
                condition=Q(moment__in=[moment.value for moment in Moment]),
                name="follow_up_moment_known",
            ),
            models.CheckConstraint(
                condition=Q(situation__in=[situation.value for situation in Situation]),
                name="follow_up_situation_known",
            ),
            models.CheckConstraint(
                condition=Q(hours=None)
                | Q(
                    hours__gt=Decimal(0),
                    hours__lte=Decimal(60),
                    situation__in=sorted(situation.value for situation in DURABLE),
                ),
                name="follow_up_hours_in_a_week",
            ),
        ]

    def __str__(self):
        return f"Nazorg {self.get_moment_display()}: {self.verdict}"

    @property
    def is_durable(self) -> bool:
        return self.situation in DURABLE

    @property
    def verdict(self) -> str:
        return "duurzaam" if self.is_durable else "teruggevallen"

    @property
    def detail(self) -> str:
        hours = f"{decimal_comma(self.hours)} uur per week" if self.hours else ""
        parts = [self.get_situation_display(), hours, f"bron: {self.get_source_display()}"]
        return ", ".join(part for part in parts if part)
