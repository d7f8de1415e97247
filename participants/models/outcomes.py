"""How people leave: an outcome, corrected or withdrawn where it was recorded by mistake."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models, transaction
from django.db.models import Q

from participants.choices import DROPOUT_REASONS, OUTCOME_KINDS, OUTCOME_LABELS
from participants.models.facts import Fact, Transition
from participants.models.rules import TrajectoryRules
from participants.models.steps import LOGGED_LATE, WITHDRAWN, ReasonNeeded
from participants.models.versions import Versioned
from participants.models.withdrawn import Holding, Recorded
from participants.outcomes import STAYS_IN_CASELOAD, OutcomeKind, closing_phase, possible_in
from participants.outflow_choices import BenefitEnd
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile, tracked
from pilot.templatetags.ui import cell

# Why a line about an outcome that was recorded late stands in the next evaluation.
ALREADY_FINAL = "De evaluatie van het kwartaal was al vastgesteld."


# The rows from before it had one got theirs from the database, and their history none.
# The closing move is told by itself.
@tracked(exclude=["uuid", "closing"])
class Outcome(Versioned, Fact):
    """An outcome (uitstroom) or a dropout (uitval); a person can have several after one another."""

    # Made with the empty form, so that sending the form twice gives one.
    uuid = models.UUIDField(
        default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False
    )
    kind = models.CharField("soort uitstroom", max_length=20, choices=OUTCOME_KINDS)
    hours = models.DecimalField(
        "uren per week", max_digits=4, decimal_places=1, null=True, blank=True
    )
    dropout_reason = models.CharField(
        "reden van uitval", max_length=20, choices=DROPOUT_REASONS, blank=True
    )
    note = models.TextField("toelichting", blank=True)
    # What it follows from, one of the three.
    placement = models.ForeignKey(
        "participants.Placement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit plaatsing",
    )
    study = models.ForeignKey(
        "participants.Study",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit studie",
    )
    business = models.ForeignKey(
        "participants.Business",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="uit onderneming",
    )
    # The closing: only where the trajectory ends with it.
    summary = models.TextField("wat hielp", blank=True)
    aftercare = models.TextField("afspraken over nazorg", blank=True)
    benefit_ended = models.CharField(
        "reden beëindiging uitkering", max_length=20, choices=BenefitEnd, blank=True
    )
    # The move with which it closed the trajectory, if it did.
    closing = models.ForeignKey(
        Transition, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    # Recorded by mistake, such as with the wrong person.
    withdrawn = models.BooleanField("ingetrokken", default=False)

    objects = Holding()
    recorded = Recorded()

    class Meta(Fact.Meta):
        verbose_name = "uitstroom"
        constraints = [
            models.CheckConstraint(
                condition=Q(placement=None, study=None)
                | Q(placement=None, business=None)
                | Q(study=None, business=None),
                name="outcome_follows_from_one",
            ),
            models.CheckConstraint(
                condition=Q(benefit_ended="")
                | ~Q(kind__in=sorted(kind.value for kind in STAYS_IN_CASELOAD)),
                name="outcome_benefit_ends_with_trajectory",
            ),
            models.CheckConstraint(
                condition=Q(kind=OutcomeKind.DROPOUT) ^ Q(dropout_reason=""),
                name="outcome_dropout_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=60),
                name="outcome_hours_in_a_week",
            ),
            models.UniqueConstraint(
                fields=["participant", "on", "kind"],
                condition=Q(withdrawn=False),
                name="outcome_kind_once_a_day",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def stays_in_caseload(self) -> bool:
        return self.kind in STAYS_IN_CASELOAD

    @property
    def is_followed(self) -> bool:
        """Whether we ask after some months how it goes."""
        return closing_phase(OutcomeKind(self.kind)) == Phase.OUTFLOW

    @property
    def follows(self):
        """The placement, study or business that led to it, if any."""
        return self.placement or self.study or self.business

    @property
    def taken_up_again(self):
        """The move with which the trajectory went on after this outcome had closed it, if it did.

        From that day on the outcome does not count any more.
        """
        if not self.closing_id:
            return None
        return self.participant.transitions.filter(pk__gt=self.closing_id).first()

    @property
    def superseded_by(self):
        """A later outcome of the same person, which counts instead, if any."""
        later = Q(on__gt=self.on) | Q(on=self.on, pk__gt=self.pk)
        return self.participant.outcomes.filter(later).last()

    @property
    def possible_kinds(self) -> list[OutcomeKind]:
        """What it could have been, from where they were then."""
        phase = self.closing.from_phase if self.closing else self.participant.phase
        possible = possible_in(Phase(phase))
        return [kind for kind in OutcomeKind if kind in possible or kind in STAYS_IN_CASELOAD]

    def _locked(self, rows=None):
        """The phase of the participant may move with it. None where it was withdrawn."""
        self.participant._lock()
        return super()._locked(rows)

    @transaction.atomic
    def correct(self, *, by, version, reason, **values):
        """It was of another kind, on another day or for other hours; None where nothing differs.

        The phase goes along. Raises ReasonNeeded, ChangedMeanwhile or MoveNotAllowed.
        """
        now = self._locked()
        if now is None:
            raise ChangedMeanwhile
        if not reason:
            raise ReasonNeeded(self)
        values = now._with_kind(values)
        changed = {name: value for name, value in values.items() if getattr(now, name) != value}
        if not changed:
            return None
        now.check_version(version)
        days = {now.on, values.get("on", now.on)}
        correction = OutcomeCorrection(
            outcome=now,
            outcome_on=now.on,
            changes=[in_words(now, name, value) for name, value in changed.items()],
        )
        now._close_again(values.get("kind", now.kind), on=values.get("on", now.on), by=by)
        now.store(changed)
        return correction.make(by=by, reason=reason, days=days)

    def tell_when_final(self):
        """An outcome recorded in a quarter that was finalised: the next evaluation lists it."""
        if TrajectoryRules.objects.of(self.participant.pilot).is_final(self.on):
            correction = OutcomeCorrection(
                outcome=self, outcome_on=self.on, changes=[[LOGGED_LATE, "", ""]]
            )
            correction.make(by=self.by, reason=ALREADY_FINAL, days={self.on})

    @staticmethod
    def _with_kind(values) -> dict:
        """What does not go with the kind goes away."""
        if values.get("kind") in STAYS_IN_CASELOAD:
            return values | {"benefit_ended": ""}
        return values

    def _close_again(self, kind, *, on, by):
        """The move that belongs to it, to the phase and on the day that it should have been."""
        phase = closing_phase(OutcomeKind(kind))
        reason = OUTCOME_LABELS[OutcomeKind(kind)]
        if self.closing and phase:
            self.closing.mend(to_phase=phase, on=on, reason=reason)
            return
        if self.closing:
            self.closing.withdraw()
            self.closing = None
        if phase:
            self.closing = self.participant.move_to(phase, by=by, on=on, reason=reason)

    @transaction.atomic
    def withdraw(self, *, by, version, reason):
        """It was a mistake: the participant is where they were before. A referral stays ended.

        Raises ReasonNeeded or ChangedMeanwhile.
        """
        now = self._locked()
        if now is None:
            raise ChangedMeanwhile
        if not reason:
            raise ReasonNeeded(self)
        now.check_version(version)
        if now.closing:
            now.closing.withdraw()
        now.store({"withdrawn": True})
        correction = OutcomeCorrection(outcome=now, outcome_on=now.on, changes=[])
        return correction.make(by=by, reason=reason, days={now.on})


def in_words(outcome, field, value) -> list[str]:
    """What a field is called, what it was and what it becomes."""
    shown = Outcome._meta.get_field(field)
    choices = dict(shown.flatchoices)
    was = getattr(outcome, field)
    return [str(shown.verbose_name), *(cell(choices.get(one, one)) for one in (was, value))]


class OutcomeCorrectionQuerySet(models.QuerySet):
    def of_final(self, *, pilot, since, until):
        """What was corrected in a period of what had been finalised already."""
        return self.filter(participant__pilot=pilot, final=True, on__gte=since, on__lte=until)


# What changed stands in the history of the outcome itself.
@tracked(exclude=["changes", "outcome"])
class OutcomeCorrection(Fact):
    """An outcome was corrected or withdrawn, and why."""

    outcome = models.ForeignKey(
        Outcome, models.PROTECT, related_name="corrections", verbose_name="uitstroom"
    )
    reason = models.TextField("reden")
    # The day of the outcome before it was corrected: of which quarter it was.
    outcome_on = models.DateField("dag van de uitstroom")
    # The evaluation of that quarter had been finalised.
    final = models.BooleanField("na vaststelling")
    # For each field: what it is called, what it was and what it became, in words. A withdrawal
    # changes none of them.
    changes = models.JSONField("wijzigingen")

    objects = OutcomeCorrectionQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "correctie van uitstroom"
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="outcome_correction_has_reason"),
        ]

    def __str__(self):
        return f"{self.kind.capitalize() or 'Gecorrigeerd'}: uitstroom"

    @property
    def is_withdrawal(self) -> bool:
        return not self.changes

    @property
    def kind(self) -> str:
        """As of a step: LOGGED_LATE, WITHDRAWN, or "" where something was changed."""
        if self.is_withdrawal:
            return WITHDRAWN
        return LOGGED_LATE if self.changes == [[LOGGED_LATE, "", ""]] else ""

    def make(self, *, by, reason, days):
        """Keep it, about an outcome that was or came on these days."""
        self.participant = self.outcome.participant
        pilot = self.participant.pilot
        rules = TrajectoryRules.objects.of(pilot)
        self.final = any(rules.is_final(day) for day in days)
        self.on, self.by, self.reason = pilot.today(), by, reason
        self.save()
        return self
