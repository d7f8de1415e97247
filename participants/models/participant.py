from datetime import date

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from participants import trajectory
from participants.choices import (
    OUTCOME_LABELS,
    PHASE_LABELS,
    PHASES,
    Education,
    Household,
    LanguageLevel,
    Sex,
)
from participants.mediation_choices import ReferralEnd
from participants.models.evidence import Evidence
from participants.models.outcomes import Outcome
from participants.models.queryset import ParticipantQuerySet
from participants.models.referrals import AlreadyReferred, ReferralNotAllowed
from participants.models.rules import TrajectoryRules
from participants.models.steps import SENT_AGAIN_WITHIN, Step
from participants.outcomes import STAYS_IN_CASELOAD, OutcomeKind, closing_phase, possible_in
from participants.trajectory import Phase
from participants.waiting import Waiting, waiting
from pilot.history import tracked
from pilot.models import Pilot


class OutcomeNotAllowed(ValueError):
    """This outcome does not fit the phase the participant is in."""


class AssignedLater(ValueError):
    """On a later day, its argument, the participant was selected or assigned already."""


class AssignedMeanwhile(ValueError):
    """Since it was looked at, a colleague brought the participant to another consultant."""


class TransferWithoutReason(ValueError):
    """Who had a consultant goes to another one for a reason."""


# The fingerprint can then be taken away for good.
@tracked(exclude=["bsn_fingerprint"])
class Participant(models.Model):
    """A person in the pool of a pilot: a candidate, and once selected a participant (deelnemer)."""

    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="participants")
    number = models.PositiveIntegerField("nummer", editable=False)
    client_number = models.CharField("clientnummer", max_length=20)
    first_name = models.CharField("voornaam", max_length=60)
    last_name = models.CharField("achternaam", max_length=80)
    birth_date = models.DateField("geboortedatum")
    sex = models.CharField("geslacht", max_length=10, choices=Sex, default=Sex.UNKNOWN)
    household = models.CharField(
        "huishouden", max_length=25, choices=Household, default=Household.UNKNOWN
    )
    education = models.CharField(
        "opleiding", max_length=10, choices=Education, default=Education.UNKNOWN
    )
    language_level = models.CharField(
        "taalniveau", max_length=12, choices=LanguageLevel, default=LanguageLevel.UNKNOWN
    )
    assigned_on = models.DateField("toegewezen aan de gemeente op")
    # Of the BSN, by which somebody is known again (pilot/sealing.py); the number is not kept.
    bsn_fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    # Changed by the methods below only.
    phase = models.CharField(
        "fase", max_length=20, choices=PHASES, default=Phase.SELECTION, editable=False
    )
    consultant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="caseload",
        verbose_name="consulent",
    )
    selected_on = models.DateField("geselecteerd op", null=True, editable=False)
    selected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    selected_at = models.DateTimeField(null=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["pilot", "number"], name="participant_number_once"),
            models.UniqueConstraint(
                fields=["pilot", "client_number"], name="participant_client_once"
            ),
            models.UniqueConstraint(
                fields=["pilot", "bsn_fingerprint"],
                condition=~Q(bsn_fingerprint=""),
                name="participant_bsn_once",
            ),
            models.CheckConstraint(
                condition=Q(bsn_fingerprint="") | Q(bsn_fingerprint__regex=r"^[0-9a-f]{64}$"),
                name="participant_bsn_is_fingerprint",
            ),
            models.CheckConstraint(
                condition=Q(phase__in=[phase.value for phase in Phase]),
                name="participant_phase_known",
            ),
            models.CheckConstraint(
                condition=Q(selected_on=None) | ~Q(selected_at=None) & ~Q(selected_by=None),
                name="participant_selection_signed",
            ),
            models.CheckConstraint(
                condition=~Q(selected_on=None) | Q(phase=Phase.SELECTION, consultant=None),
                name="participant_selected_before_route",
            ),
        ]
        indexes = [
            models.Index(fields=["pilot", "consultant", "phase"], name="participant_caseload")
        ]

    def __str__(self):
        return f"{self.first_name} {self.last_name}"

    def get_absolute_url(self):
        return reverse("participants:detail", args=[self.pilot.slug, self.number])

    @property
    def is_candidate(self) -> bool:
        return self.selected_on is None

    @property
    def is_closed(self) -> bool:
        return self.phase in trajectory.CLOSED

    def age(self, on: date) -> int:
        """Whole years on a day."""
        before_birthday = (on.month, on.day) < (self.birth_date.month, self.birth_date.day)
        return on.year - self.birth_date.year - before_birthday

    def _lock(self):
        """Take the row, so that two people who act at once do so after one another."""
        now = Participant.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in ("phase", "consultant_id", "selected_on"):
            setattr(self, field, getattr(now, field))

    @transaction.atomic
    def select(self, *, by, on):
        """Make a participant of a candidate; one who is selected already stays as they are."""
        self._lock()
        if self.is_candidate:
            self.selected_on, self.selected_by, self.selected_at = on, by, timezone.now()
            self.save(update_fields=["selected_on", "selected_by", "selected_at"])

    @transaction.atomic
    def assign_to(self, consultant, *, by, on, reason="", explanation="", seen=None):
        """Put the participant in a caseload, from a day on, and log it; who is there stays there,
        and that gives None.

        `reason`: why, of one who had another consultant. `seen`: the number of the last
        assignment that was known to who asks this, None where that does not matter. Raises
        AssignedLater for a day before the selection or the last assignment, AssignedMeanwhile or
        TransferWithoutReason.
        """
        self._lock()
        last = self.assignments.aggregate(day=Max("on"))["day"] or self.selected_on
        if on < last:
            raise AssignedLater(last)
        if self.consultant_id == consultant.pk:
            return None
        if seen is not None and self.assignments.filter(pk__gt=seen).exists():
            raise AssignedMeanwhile(self)
        previous = self.consultant_id
        if previous and not reason:
            raise TransferWithoutReason(self)
        self.consultant = consultant
        self.save(update_fields=["consultant"])
        return self.assignments.create(
            consultant=consultant,
            on=on,
            by=by,
            previous_id=previous,
            # Without somebody to take over from there is nothing to give a reason for.
            reason=reason if previous else "",
            explanation=explanation if previous else "",
        )

    def check_move(self, phase, *, on):
        """Raise MoveNotAllowed, with the reason, where the route does not lead to this phase."""
        trajectory.check_move(
            Phase(self.phase),
            Phase(phase),
            on=on,
            last_move_on=self.transitions.aggregate(day=Max("on"))["day"],
            selected=self.selected_on is not None and self.selected_on <= on,
            assigned=self.consultant_id is not None,
            diagnosed=self.diagnoses.filter(on__lte=on).exists(),
            in_use=TrajectoryRules.objects.of(self.pilot).phases,
        )

    @transaction.atomic
    def move_to(self, phase, *, by, on, reason=""):
        """Enter another phase and log the transition, or raise MoveNotAllowed."""
        self._lock()
        self.check_move(phase, on=on)
        current, self.phase = self.phase, phase
        self.save(update_fields=["phase"])
        if phase in trajectory.CLOSED:
            self._end_referral(by=by, on=on)
        return self.transitions.create(
            from_phase=current, to_phase=phase, on=on, by=by, reason=reason
        )

    def _end_referral(self, *, by, on):
        """Who is guided no more is mediated no more."""
        for referral in self.referrals.open():
            referral.end(reason=ReferralEnd.TRAJECTORY_CLOSED, on=max(on, referral.on), by=by)

    @transaction.atomic
    def refer(self, *, uuid, by, on, occupations=(), **profile):
        """Refer to the recruiter; the same form sent again gives the same referral.

        Raises AlreadyReferred or ReferralNotAllowed.
        """
        self._lock()
        if sent := self.referrals.filter(uuid=uuid).first():
            return sent
        if self.is_candidate or self.is_closed:
            raise ReferralNotAllowed(self.phase)
        if self.referrals.open().exists():
            raise AlreadyReferred(self.pk)
        referral = self.referrals.create(uuid=uuid, by=by, on=on, version=0, **profile)
        # The first version is the one with its occupations.
        referral.store({"sought": occupations})
        return referral

    @transaction.atomic
    def diagnose(self, *, route, by, on, explanation=""):
        """Record the conclusion of a diagnosis; one on a later day takes its place."""
        return self.diagnoses.create(route=route, on=on, by=by, explanation=explanation)

    @transaction.atomic
    def record_outcome(
        self, *, kind, by, on, uuid=None, follows=None, file=None, file_kind="", **more
    ):
        """Record an outcome; one that ends the guidance closes the trajectory with it.

        `follows`: the placement, study or business that led to it. `file`, `file_kind`: evidence
        that was checked. The same uuid again changes nothing. Raises OutcomeNotAllowed or
        MoveNotAllowed.
        """
        self._lock()
        if uuid and (recorded := Outcome.recorded.filter(participant=self, uuid=uuid).first()):
            return recorded
        if kind not in possible_in(Phase(self.phase)):
            raise OutcomeNotAllowed(f"{kind} in {self.phase}")
        if phase := closing_phase(kind):
            more["closing"] = self.move_to(phase, by=by, on=on, reason=OUTCOME_LABELS[kind])
        if follows:
            more[follows._meta.model_name] = follows
        if uuid:
            more["uuid"] = uuid
        outcome = self.outcomes.create(kind=kind, on=on, by=by, **more)
        outcome.tell_when_final()
        if file:
            Evidence.objects.add(outcome, kind=file_kind, file=file, by=by)
        return outcome

    @property
    def engagements(self) -> list:
        """Placements, studies and businesses, the newest first."""
        rows = [*self.placements.select_related("occupation"), *self.studies.all()]
        rows += self.businesses.all()
        return sorted(rows, key=lambda row: (row.is_running, row.starts_on), reverse=True)

    @property
    def led_to_outcome(self) -> set:
        """The uuid of each placement, study or business that an outcome followed from."""
        found = self.outcomes.values_list("placement__uuid", "study__uuid", "business__uuid")
        return {uuid for row in found for uuid in row if uuid}

    @property
    def last_exit(self):
        """The last outcome with which they left for work, a study or a business, if any."""
        return self.outcomes.exclude(kind__in=[*STAYS_IN_CASELOAD, OutcomeKind.DROPOUT]).last()

    @transaction.atomic
    def log_step(
        self,
        *,
        uuid,
        by,
        planned_step=None,
        next_type=None,
        next_on=None,
        next_time=None,
        next_place="",
        **step,
    ):
        """Log what was done, and plan what comes next. The same again changes nothing.

        The same is the same uuid, and also what the same person sent some minutes ago: who goes
        back to a form that was sent gets one with another uuid. `planned_step`: the appointment
        that this step fulfils, if any.
        """
        self._lock()
        self.step_drafts.filter(user=by).delete()
        if logged := Step.objects.filter(uuid=uuid).first():
            return logged
        logged = self._just_logged(by, step) or self._fulfil(
            planned_step, uuid=uuid, by=by, at=timezone.now(), planned=False, **step
        )
        logged.tell_when_final()
        # Also when only this was added to what was sent before, but not twice.
        if next_type:
            self.plan(type=next_type, on=next_on, time=next_time, place=next_place, by=by)
        return logged

    @transaction.atomic
    def plan(self, *, by, place, **when) -> Step:
        """Plan an appointment; the same a second time gives the one that is there."""
        self._lock()
        there = self.steps.planned().filter(**when).first()
        return there or self.steps.create(by=by, planned=True, place=place, **when)

    def _just_logged(self, by, step) -> Step | None:
        since = timezone.now() - SENT_AGAIN_WITHIN
        nothing = {"manner": "", "minutes": None, "note": "", "partner": None}
        same = nothing | {"interpreter": False} | step
        return self.steps.done().filter(by=by, at__gte=since, **same).first()

    def _fulfil(self, planned_step, **step) -> Step:
        """The appointment becomes what was done, unless a colleague settled it meanwhile."""
        open_steps = self.steps.planned()
        done = planned_step and open_steps.filter(pk=planned_step.pk).first()
        done = done or Step(participant=self)
        for field, value in {"time": None, "place": "", **step}.items():
            setattr(done, field, value)
        done.save()
        return done

    @property
    def waiting(self) -> Waiting:
        """What this person waits for; of rows with `ParticipantQuerySet.waiting`."""
        return waiting(
            selected_on=self.selected_on,
            assigned_on=self.first_assigned_on,
            contact_on=self.first_contact_on,
            diagnosed_on=self.diagnosed_on,
        )

    @property
    def phase_label(self) -> str:
        return "Kandidaat" if self.is_candidate else PHASE_LABELS[Phase(self.phase)]

    @property
    def phase_kind(self) -> str:
        """The kind of badge its phase is shown as."""
        return "neutral" if self.is_candidate else str(self.phase)
