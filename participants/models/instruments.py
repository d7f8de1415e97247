"""What a participant is given besides guidance: the re-integratie-instrumenten."""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from participants.models.plans import SentOnce
from participants.models.versions import Versioned
from pilot.history import tracked
from pilot.models import Organisation


class InstrumentKind(models.TextChoices):
    """From the action plan, and what the Participatiewet knows (domain: 8.5)."""

    LEARN_WORK = "learn_work", "maatwerk leer/werktraject"
    LANGUAGE_PLACEMENT = "language_placement", "taalstage"
    TRIAL_PLACEMENT = "trial_placement", "proefplaatsing"
    WORK_EXPERIENCE = "work_experience", "werkervaringsplaats"
    PARTICIPATION_PLACE = "participation_place", "participatieplaats"
    WAGE_SUBSIDY = "wage_subsidy", "loonkostensubsidie"
    WAGE_SUBSIDY_TEMPORARY = "wage_subsidy_temporary", "loonkostensubsidie, tijdelijk"
    WAGE_SUBSIDY_FLAT = "wage_subsidy_flat", "loonkostensubsidie, forfaitair"
    JOB_COACH = "job_coach", "jobcoach"
    NO_RISK = "no_risk", "no-riskpolis"
    WORKPLACE = "workplace", "werkplekaanpassing"
    SHELTERED = "sheltered", "beschut werk"
    TRAINING = "training", "training of cursus"
    COACHING = "coaching", "coaching naar werk"
    VOLUNTEERING = "volunteering", "vrijwilligerswerk"
    UAF = "uaf", "UAF-traject"
    KIX_WORKS = "kix_works", "K!X Works"
    BUSINESS = "business", "ondernemerschapstraject"
    CREDENTIALS = "credentials", "diplomawaardering"


class Purchase(models.TextChoices):
    """The pilot buys fifty extra; what the municipality has already bought is used first."""

    EXISTING = "existing", "al ingekocht door de gemeente"
    EXTRA = "extra", "ingekocht voor deze pilot"


class InstrumentEnded(Exception):
    """A colleague ended it meanwhile, on a day, its argument."""


@tracked()
class Instrument(Versioned):
    """An instrument that is given to one participant, for some time."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(
        "participants.Participant",
        models.PROTECT,
        related_name="instruments",
        verbose_name="deelnemer",
    )
    kind = models.CharField("instrument", max_length=25, choices=InstrumentKind)
    provider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="instruments",
        verbose_name="aanbieder",
    )
    starts_on = models.DateField("vanaf")
    ends_on = models.DateField("tot en met", null=True, blank=True)
    purchase = models.CharField(
        "inkoop", max_length=10, choices=Purchase, default=Purchase.EXISTING
    )
    amount = models.DecimalField(
        "bedrag (€)", max_digits=8, decimal_places=2, null=True, blank=True
    )
    note = models.TextField("toelichting", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    objects = SentOnce.as_manager()

    class Meta:
        verbose_name = "instrument"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "uuid"], name="instrument_sent_once"),
            models.CheckConstraint(
                condition=Q(kind__in=InstrumentKind.values), name="instrument_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(purchase__in=Purchase.values), name="instrument_purchase_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="instrument_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gt=0), name="instrument_amount_positive"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()[:1].upper()}{self.get_kind_display()[1:]}"

    @classmethod
    @transaction.atomic
    def give_to(cls, participant, *, uuid, by, kind, starts_on, **values):
        """Give an instrument; the same form sent again gives the one that is there."""
        participant._lock()
        instruments = participant.instruments.all()
        given = {"kind": kind, "starts_on": starts_on, **values}
        made = instruments.sent_before(uuid=uuid, by=by, **given)
        return made or participant.instruments.create(uuid=uuid, by=by, **given)

    def is_running(self, *, on) -> bool:
        return self.ends_on is None or self.ends_on >= on

    @transaction.atomic
    def end(self, *, on):
        """It ends on a day, earlier than was thought. Raises InstrumentEnded."""
        now = self._locked()
        if now.ends_on and now.ends_on < on:
            raise InstrumentEnded(now.ends_on)
        now.store({"ends_on": on})
        return now
