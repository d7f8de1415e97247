"""Inburgering, beside the trajectory: the obligation, its term, and what was passed."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from participants.diagnosis_choices import (
    EXAM_PARTS,
    LAWS,
    LEARNING_ROUTES,
    STATUSES,
    ExamLevel,
)
from participants.integration import STATUSES as STATUSES_BY_LAW
from participants.integration import UNSETTLED, ExamPart, Law, LearningRoute, Status
from participants.models.rules import TrajectoryRules
from participants.models.versions import Sheet, SheetManager
from pilot.history import tracked
from pilot.models import Organisation


def values(members) -> list[str]:
    """As plain words, so that a migration does not depend on the enums of today."""
    return [member.value for member in members]


class CivicIntegrationManager(SheetManager):
    def of(self, participant):
        """An empty one is by the law of the pilot."""
        sheet = super().of(participant)
        if sheet.pk is None:
            sheet.law = TrajectoryRules.objects.of(participant.pilot).integration_law
        return sheet

    def unsettled(self):
        """Who still has to meet the obligation, with `deadline`: the last day to do so, if any."""
        return self.filter(status__in=UNSETTLED).annotate(
            deadline=Coalesce("extended_until", "ends_on")
        )


@tracked()
class PassedPart(models.Model):
    """A part of the exam, or of the law of 2021, that was passed or done on a day."""

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="passed_parts"
    )
    part = models.CharField("onderdeel", max_length=15, choices=EXAM_PARTS)
    on = models.DateField("behaald op")

    class Meta:
        verbose_name = "onderdeel van de inburgering"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "part"], name="passed_part_once"),
            models.CheckConstraint(
                condition=Q(part__in=values(ExamPart)), name="passed_part_known"
            ),
        ]

    def __str__(self):
        return self.get_part_display()


@tracked()
class CivicIntegration(Sheet):
    law = models.CharField("wet", max_length=4, choices=LAWS, editable=False)
    status = models.CharField("stand", max_length=20, choices=STATUSES, default=Status.NOT_STARTED)
    obliged_from = models.DateField("inburgeringsplichtig vanaf", null=True, blank=True)
    started_on = models.DateField("begin van de termijn", null=True, blank=True)
    ends_on = models.DateField("einde van de termijn", null=True, blank=True)
    extended_until = models.DateField("verlengd tot en met", null=True, blank=True)
    learning_route = models.CharField(
        "leerroute", max_length=15, choices=LEARNING_ROUTES, blank=True
    )
    exam_level = models.CharField("examenniveau", max_length=2, choices=ExamLevel, blank=True)
    provider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="aanbieder (partner)",
    )
    provider_name = models.CharField("andere aanbieder", max_length=80, blank=True)

    objects = CivicIntegrationManager()

    ROWS = {"passed": PassedPart}

    class Meta:
        verbose_name = "inburgering"
        constraints = [
            models.CheckConstraint(
                condition=Q(law="2013", status__in=values(STATUSES_BY_LAW[Law.OF_2013]))
                | Q(law="2021", status__in=values(STATUSES_BY_LAW[Law.OF_2021])),
                name="integration_status_of_the_law",
            ),
            models.CheckConstraint(
                condition=Q(learning_route="")
                | Q(law="2021", learning_route__in=values(LearningRoute)),
                name="integration_route_of_2021",
            ),
            models.CheckConstraint(
                condition=Q(exam_level="") | Q(exam_level__in=ExamLevel.values),
                name="integration_exam_level_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(started_on=None) | Q(ends_on__gt=F("started_on")),
                name="integration_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(extended_until=None)
                | Q(ends_on__isnull=False, extended_until__gt=F("ends_on")),
                name="integration_extended_beyond_the_end",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.EXTENDED) | Q(extended_until__isnull=False),
                name="integration_extended_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(provider=None) | Q(provider_name=""),
                name="integration_one_provider",
            ),
        ]

    def __str__(self):
        return self.get_status_display()

    @property
    def is_settled(self) -> bool:
        return self.status not in UNSETTLED

    @property
    def last_day(self):
        """The last day to meet the obligation, None where it is not known."""
        return self.extended_until or self.ends_on

    @property
    def by_whom(self) -> str:
        return self.provider.name if self.provider else self.provider_name

    @property
    def passed(self) -> dict:
        """The day on which each part was passed, by part."""
        return dict(self.participant.passed_parts.values_list("part", "on"))

    def write_passed(self, days):
        self.participant.passed_parts.exclude(part__in=days).delete()
        current = self.passed
        for part, day in days.items():
            if current.get(part) != day:
                self.participant.passed_parts.update_or_create(part=part, defaults={"on": day})
