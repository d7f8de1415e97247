from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Greatest

from participants import outcomes
from participants.choices import OUTCOME_KINDS, PHASES
from participants.diagnosis_choices import LAWS
from participants.integration import Law
from participants.limits import Limits
from participants.trajectory import Phase
from pilot.models import Pilot


def every_phase():
    return list(Phase)


def counts_broad():
    return sorted(outcomes.COUNTS_BROAD)


def counts_narrow():
    return sorted(outcomes.COUNTS_NARROW)


class TrajectoryRulesManager(models.Manager):
    def of(self, pilot):
        """The rules of a pilot; one without rules of its own follows the action plan."""
        return self.filter(pilot=pilot).first() or TrajectoryRules(pilot=pilot)

    def set_limits(self, pilot, own):
        """What the pilot sets itself of the limits of its signals."""
        rules, _ = self.get_or_create(pilot=pilot)
        self.filter(pk=rules.pk).update(signal_days=own)

    def close(self, pilot, *, until):
        """Up to a day nothing changes any more without a reason. A later day stays."""
        rules, _ = self.get_or_create(pilot=pilot)
        later = Greatest("final_until", models.Value(until))
        self.filter(pk=rules.pk).update(final_until=later)


class TrajectoryRules(models.Model):
    """What differs from pilot to pilot: the phases in use, and which outcomes count."""

    pilot = models.OneToOneField(Pilot, models.CASCADE, related_name="trajectory_rules")
    phases = ArrayField(models.CharField(max_length=20, choices=PHASES), default=every_phase)
    counts_broad = ArrayField(
        models.CharField(max_length=20, choices=OUTCOME_KINDS), default=counts_broad
    )
    counts_narrow = ArrayField(
        models.CharField(max_length=20, choices=OUTCOME_KINDS), default=counts_narrow
    )

    # The limits of the signals that this pilot set itself, in days (participants/limits.py).
    signal_days = models.JSONField("signalen", default=dict, blank=True)

    # Up to and including this day the evaluations have been finalised.
    final_until = models.DateField("vastgesteld tot en met", null=True, blank=True)
    # The law by which its participants have to integrate (participants/integration.py).
    integration_law = models.CharField(
        "inburgeringswet", max_length=4, choices=LAWS, default=Law.OF_2013
    )

    objects = TrajectoryRulesManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(integration_law__in=[law.value for law in Law]),
                name="rules_law_known",
            ),
        ]

    def __str__(self):
        return f"Trajectregels van {self.pilot}"

    def is_final(self, day) -> bool:
        """The evaluation of the quarter that this day lies in has been finalised."""
        return self.final_until is not None and day <= self.final_until

    @property
    def limits(self) -> Limits:
        return Limits(self.signal_days)
