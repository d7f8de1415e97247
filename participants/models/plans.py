"""The plan of a participant: goals, and for each goal the actions that lead there."""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from participants.models.facts import Fact
from participants.models.steps import SENT_AGAIN_WITHIN
from participants.models.versions import Versioned
from pilot.history import tracked
from pilot.models import Organisation
from pilot.roles import Permission


class GoalState(models.TextChoices):
    OPEN = "open", "open"
    REACHED = "reached", "bereikt"
    PARTLY = "partly", "deels bereikt"
    MISSED = "missed", "niet bereikt"


class Owner(models.TextChoices):
    """Who does an action."""

    CONSULTANT = "consultant", "consulent"
    PARTICIPANT = "participant", "deelnemer"
    RECRUITER = "recruiter", "recruiter"
    PARTNER = "partner", "partner"


class StillOpen(Exception):
    """A goal cannot be closed while these actions, its argument, are open."""


class GoalClosed(Exception):
    """Nothing is added to a goal that is closed, and nothing in it is taken up again."""


class ActionCancelled(Exception):
    """What is not needed any more cannot be done."""


class PlanPart(Versioned):
    """What goals and actions share; not a row by itself.

    The uuid is made with the empty form, so that sending the form twice gives one row.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    what = models.CharField("wat", max_length=200)
    on = models.DateField("vastgesteld op")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.what

    def _lock(self):
        """Take the participant, and then the row as it is now."""
        self.participant._lock()
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))


class SentOnce(models.QuerySet):
    def sent_before(self, *, uuid, by, **what):
        """The row that this form made already: the same form, or the same again minutes later."""
        again = Q(by=by, at__gte=timezone.now() - SENT_AGAIN_WITHIN, **what)
        return self.filter(Q(uuid=uuid) | again).first()


class GoalQuerySet(SentOnce):
    def open(self):
        return self.filter(state=GoalState.OPEN)


@tracked()
class Goal(PlanPart):
    """What the participant wants to have reached by a day."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="goals",
        verbose_name="deelnemer",
    )
    due_on = models.DateField("te bereiken op", null=True, blank=True)
    state = models.CharField("stand", max_length=10, choices=GoalState, default=GoalState.OPEN)
    closed_on = models.DateField("afgerond op", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgerond door",
    )
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    remark = models.TextField("opmerking", blank=True)

    objects = GoalQuerySet.as_manager()
    NAMED_BY = ("what",)

    class Meta:
        verbose_name = "doel"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "uuid"], name="goal_sent_once"),
            models.CheckConstraint(
                condition=Q(state__in=GoalState.values), name="goal_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=GoalState.OPEN, closed_on=None, closed_by=None, remark="")
                | ~Q(state=GoalState.OPEN) & ~Q(closed_on=None) & ~Q(closed_by=None),
                name="goal_closed_on_a_day",
            ),
        ]

    @classmethod
    @transaction.atomic
    def set_for(cls, participant, *, uuid, what, by, on, due_on=None):
        """Set a goal; the same form sent again gives the goal that is there."""
        participant._lock()
        goals = participant.goals
        if made := goals.sent_before(uuid=uuid, by=by, what=what, due_on=due_on):
            return made
        return goals.create(uuid=uuid, what=what, due_on=due_on, on=on, by=by)

    @property
    def is_open(self) -> bool:
        return self.state == GoalState.OPEN

    @transaction.atomic
    def add_action(self, *, uuid, what, owner, due_on, by, on, partner=None):
        """Add an action; the same form sent again gives the action that is there.

        Raises GoalClosed.
        """
        self._lock()
        action = {"what": what, "owner": owner, "partner": partner, "due_on": due_on}
        actions = self.participant.actions.all()
        if made := actions.sent_before(uuid=uuid, by=by, goal=self, **action):
            return made
        if not self.is_open:
            raise GoalClosed(self)
        return self.actions.create(participant=self.participant, uuid=uuid, on=on, by=by, **action)

    @transaction.atomic
    def close(self, *, state, on, by, remark=""):
        """Say how far it was reached. Closed already, it stays as it is; raises StillOpen."""
        self._lock()
        if not self.is_open:
            return
        if still_open := list(self.actions.open()):
            raise StillOpen(still_open)
        self._store(state, on, by, timezone.now(), remark)

    @transaction.atomic
    def reopen(self):
        """Take it up again; the history keeps how it was closed."""
        self._lock()
        if self.is_open:
            return
        self._store(GoalState.OPEN, None, None, None, "")

    def _store(self, state, on, by, at, remark):
        # As the next version: who has its form open is told of it.
        closed = {"closed_on": on, "closed_by": by, "closed_at": at}
        self.store({"state": state, "remark": remark} | closed)


class ActionQuerySet(SentOnce):
    def open(self):
        return self.filter(done_on=None, cancelled_on=None)

    def visible_to(self, user, *, pilot):
        """Who has no part in the plan sees of it what Podium24 is to do."""
        if user.can(Permission.PLAN_EDIT, pilot=pilot):
            return self
        if user.can(Permission.ACTION_SETTLE, pilot=pilot):
            return self.filter(owner=Owner.RECRUITER)
        return self.none()


@tracked()
class Action(PlanPart):
    """What somebody does for a goal, before a day."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="actions",
        verbose_name="deelnemer",
    )
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions", verbose_name="doel")
    owner = models.CharField("wie", max_length=12, choices=Owner)
    partner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name="partner",
    )
    due_on = models.DateField("uiterlijk op")
    done_on = models.DateField("gedaan op", null=True, blank=True)
    cancelled_on = models.DateField("vervallen op", null=True, blank=True)
    cancel_reason = models.CharField("waarom vervallen", max_length=200, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgehandeld door",
    )
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ActionQuerySet.as_manager()
    NAMED_BY = ("what", "goal")

    class Meta:
        verbose_name = "actie"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "uuid"], name="action_sent_once"),
            models.CheckConstraint(condition=Q(owner__in=Owner.values), name="action_owner_known"),
            models.CheckConstraint(
                condition=Q(owner=Owner.PARTNER) ^ Q(partner=None), name="action_of_a_partner_named"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(cancelled_on=None), name="action_done_or_cancelled"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None) ^ ~Q(cancel_reason=""),
                name="action_cancelled_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None, cancelled_on=None) ^ ~Q(settled_by=None),
                name="action_settled_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["participant", "due_on"], name="action_participant_due")]

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.cancelled_on is None

    @property
    def who(self) -> str:
        return str(self.partner) if self.partner else self.get_owner_display()

    @transaction.atomic
    def mark_done(self, *, on, by):
        """It is done; a second time changes nothing. Raises ActionCancelled."""
        self._lock()
        if self.cancelled_on:
            raise ActionCancelled(self)
        if self.is_open:
            self._settle(by, timezone.now(), done_on=on)

    @transaction.atomic
    def cancel(self, *, reason, on, by):
        """It is not needed any more; what was done or cancelled before stays as it was."""
        self._lock()
        if self.is_open:
            self._settle(by, timezone.now(), cancelled_on=on, cancel_reason=reason)

    @transaction.atomic
    def reopen(self):
        """Take it up again; the history keeps how it ended. Raises GoalClosed."""
        self._lock()
        if not self.goal.is_open:
            raise GoalClosed(self.goal)
        undone = {"done_on": None, "cancelled_on": None, "cancel_reason": ""}
        self.store(undone | {"settled_by": None, "settled_at": None})

    def _settle(self, by, at, **values):
        # As the next version: who has its form open is told of it.
        self.store(values | {"settled_by": by, "settled_at": at})


@tracked()
class PlanAgreement(Fact):
    """On this day the participant agreed to the plan as it was."""

    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="plan_agreements",
        verbose_name="deelnemer",
    )

    class Meta(Fact.Meta):
        verbose_name = "afspraak over het plan"
        constraints = [
            models.UniqueConstraint(fields=["participant", "on"], name="plan_agreed_once_a_day"),
        ]

    def __str__(self):
        return "Plan afgesproken met de deelnemer"

    @classmethod
    @transaction.atomic
    def record(cls, participant, *, on, by):
        """Agreed on a day; the same day again changes nothing."""
        participant._lock()
        agreements = participant.plan_agreements
        return agreements.filter(on=on).first() or agreements.create(on=on, by=by)
