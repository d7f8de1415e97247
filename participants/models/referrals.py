"""Who was referred for mediation (verwezen naar Podium24), what for, and what they look for."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from participants.choices import Sector
from participants.mediation_choices import Licence, Purpose, Reach, ReferralEnd
from participants.models.occupations import Occupation
from participants.models.versions import Versioned
from pilot.history import tracked


class AlreadyReferred(ValueError):
    """There is an open referral."""


class ReferralNotAllowed(ValueError):
    """A candidate, or somebody whose trajectory is closed, is not referred."""


class ReferralEnded(ValueError):
    """A colleague ended the referral meanwhile."""


class ReferralQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ended_on=None)


@tracked()
class SoughtOccupation(models.Model):
    """An occupation that somebody looks for."""

    referral = models.ForeignKey("participants.Referral", models.CASCADE, related_name="wanted")
    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    occupation = models.ForeignKey(Occupation, models.PROTECT, verbose_name="beroep")

    class Meta:
        verbose_name = "gewenst beroep"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "occupation"], name="sought_occupation_once"
            )
        ]

    def __str__(self):
        return str(self.occupation)


@tracked()
class Referral(Versioned):
    """As long as it is open, the recruiter sees the participant; with it the search profile."""

    # Made with the empty form, so that sending the form twice gives one referral.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="referrals", editable=False
    )
    on = models.DateField("verwezen op", editable=False)
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    purpose = models.CharField("doel", max_length=20, choices=Purpose)
    note = models.TextField("wat de recruiter moet weten", blank=True)
    occupations = models.ManyToManyField(
        Occupation, through="SoughtOccupation", related_name="+", verbose_name="gewenste beroepen"
    )
    sectors = ArrayField(
        models.CharField(max_length=20, choices=Sector),
        default=list,
        blank=True,
        verbose_name="gewenste sectoren",
    )
    hours_from = models.PositiveSmallIntegerField("uren per week, vanaf", null=True, blank=True)
    hours_until = models.PositiveSmallIntegerField("uren per week, tot", null=True, blank=True)
    times = models.CharField("dagen en tijden", max_length=120, blank=True)
    driving_licence = models.CharField(
        "rijbewijs", max_length=10, choices=Licence, default=Licence.UNKNOWN
    )
    reach = models.CharField("kan werken", max_length=10, choices=Reach, blank=True)
    ended_on = models.DateField("beëindigd op", null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="beëindigd door",
    )
    end_reason = models.CharField(
        "reden van het einde", max_length=20, choices=ReferralEnd, blank=True, editable=False
    )

    objects = ReferralQuerySet.as_manager()

    ROWS = {"sought": SoughtOccupation}

    class Meta:
        verbose_name = "verwijzing"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(ended_on=None), name="referral_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_at=None, ended_by=None, end_reason="")
                | Q(ended_on__gte=F("on"), ended_at__isnull=False, ended_by__isnull=False)
                & ~Q(end_reason=""),
                name="referral_end_signed",
            ),
            models.CheckConstraint(
                condition=Q(hours_from=None, hours_until=None)
                | Q(hours_from__gte=1, hours_until__gte=F("hours_from"), hours_until__lte=60),
                name="referral_hours_in_a_week",
            ),
        ]

    def __str__(self):
        return f"Verwezen voor {self.get_purpose_display()}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def sector_labels(self) -> list[str]:
        return [str(Sector(sector).label) for sector in self.sectors]

    @property
    def sought(self) -> set[Occupation]:
        return set(self.occupations.all())

    def write_sought(self, occupations):
        """These occupations and no others."""
        self.wanted.exclude(occupation__in=occupations).delete()
        for occupation in occupations:
            self.wanted.get_or_create(
                occupation=occupation, defaults={"participant": self.participant}
            )

    def _locked(self):
        """Open, as what ended is changed no more: raises ReferralEnded."""
        self.participant._lock()
        now = super()._locked()
        if not now.is_open:
            raise ReferralEnded(self)
        return now

    @transaction.atomic
    def end(self, *, reason, on, by):
        """The recruiter sees the participant no more, and what waits for an answer is withdrawn.

        Raises ReferralEnded.
        """
        self._locked()
        for proposal in self.participant.proposals.waiting():
            proposal.withdraw(on=on, by=by)
        self.ended_on, self.ended_at, self.ended_by = on, timezone.now(), by
        self.end_reason = reason
        self.save(update_fields=["ended_on", "ended_at", "ended_by", "end_reason"])
