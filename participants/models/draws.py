"""The draw (loting) by which participants are selected, and all that is needed to repeat it."""

import uuid
from datetime import date

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone

from participants import selection
from participants.choices import Education, Household, Sex
from participants.models.participant import Participant
from participants.selection import FEATURE_LABELS, Feature
from pilot.history import tracked
from pilot.models import Pilot


class DrawState(models.TextChoices):
    CONCEPT = "concept", "concept"
    CARRIED_OUT = "carried_out", "uitgevoerd"
    DISCARDED = "discarded", "weggelegd"


class How(models.TextChoices):
    """How somebody came into a draw."""

    NOT = "", "niet geloot"
    DRAWN = "drawn", "geloot"
    EXCHANGED = "exchanged", "in ruil"
    ADDED = "added", "met de hand"


class DrawSettled(Exception):
    """It was carried out or put away already."""


class ChangeNotPossible(Exception):
    """Somebody changed the draw meanwhile, or it would be left without anybody."""


class CannotCarryOut(Exception):
    """Its argument: who cannot be selected any more, each with the reasons."""


def refusals(participant, *, on: date) -> tuple[str, ...]:
    """Why somebody does not belong to the target group of their pilot, in words."""
    return selection.refusals(
        age=participant.age(on),
        assigned_on=participant.assigned_on,
        assigned_from=participant.pilot.assigned_from,
        on=on,
    )


def features(participant, *, on: date) -> dict[Feature, str]:
    return {
        Feature.SEX: participant.sex,
        Feature.AGE: selection.age_class(participant.age(on)),
        Feature.EDUCATION: participant.education,
        Feature.ARRIVAL: str(participant.assigned_on.year),
        Feature.HOUSEHOLD: participant.household,
    }


def sort_out(pilot) -> tuple[list[Participant], list[Participant]]:
    """The candidates of a pilot who belong to its target group, and those who do not."""
    today = pilot.today()
    candidates = pilot.participants.candidates().select_related("pilot").order_by("number")
    fit, unfit = [], []
    for candidate in candidates:
        (unfit if refusals(candidate, on=today) else fit).append(candidate)
    return fit, unfit


class DrawQuerySet(models.QuerySet):
    def with_counts(self):
        """`chosen`: how many are in it now; `pool_size`: out of how many."""
        return self.annotate(
            chosen=Count("entries", filter=Q(entries__chosen=True)), pool_size=Count("entries")
        )

    @transaction.atomic
    def make(self, *, uuid, pilot, by, features: list[Feature], size: int, seed: int):
        """Draw from the candidates of today and keep the pool as it is now, or raise TooFew.

        The same uuid again gives the draw that was made with it.
        """
        # Numbers are given out one draw at a time; no_key, so that others can go on logging.
        Pilot.objects.select_for_update(no_key=True).get(pk=pilot.pk)
        if made := self.filter(uuid=uuid, pilot=pilot).first():
            return made
        last = self.filter(pilot=pilot).aggregate(last=Max("number"))["last"] or 0
        made = self.model(
            uuid=uuid,
            pilot=pilot,
            number=last + 1,
            features=selection.in_order(features),
            size=size,
            seed=seed,
            on=pilot.today(),
            by=by,
        )
        made.keep_pool(sort_out(pilot)[0])
        return made


@tracked()
class Draw(models.Model):
    """A draw of `size` people out of the pool of a day, divided over the chosen features."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField("nummer")
    features = ArrayField(
        models.CharField(
            max_length=20, choices=[(str(key), label) for key, label in FEATURE_LABELS.items()]
        ),
        verbose_name="kenmerken",
    )
    size = models.PositiveSmallIntegerField("aantal")
    seed = models.PositiveIntegerField("startgetal")
    on = models.DateField("peildatum")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(
        "stand", max_length=12, choices=DrawState, default=DrawState.CONCEPT, editable=False
    )
    selected_on = models.DateField("geselecteerd op", null=True, editable=False)
    settled_at = models.DateTimeField("afgesloten", null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = DrawQuerySet.as_manager()

    class Meta:
        verbose_name = "loting"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["pilot", "number"], name="draw_number_once"),
            models.CheckConstraint(condition=Q(size__gt=0), name="draw_of_somebody"),
            models.CheckConstraint(condition=~Q(features=[]), name="draw_by_some_feature"),
            models.CheckConstraint(
                condition=Q(state__in=DrawState.values), name="draw_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=DrawState.CONCEPT, settled_at=None, settled_by=None)
                | ~Q(state=DrawState.CONCEPT)
                & Q(settled_at__isnull=False, settled_by__isnull=False),
                name="draw_settled_signed",
            ),
            models.CheckConstraint(
                condition=Q(state=DrawState.CARRIED_OUT) ^ Q(selected_on=None),
                name="draw_carried_out_on_a_day",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="settled_stays",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__state=DrawState.CONCEPT.value),
            ),
        ]

    def __str__(self):
        return f"Loting {self.number}"

    def get_absolute_url(self):
        return reverse("participants:draw-detail", args=[self.pilot.slug, self.uuid])

    @property
    def is_concept(self) -> bool:
        return self.state == DrawState.CONCEPT

    @property
    def features_in_words(self) -> str:
        return ", ".join(FEATURE_LABELS[Feature(feature)].lower() for feature in self.features)

    def keep_pool(self, people):
        """Draw from these people, and keep what is needed to do it over."""
        pool = {person.number: features(person, on=self.on) for person in people}
        drawn = selection.draw(pool, features=self.features, size=self.size, seed=self.seed)
        self.save()
        DrawEntry.objects.bulk_create(
            DrawEntry(
                draw=self,
                participant=person,
                lot=drawn.lots[person.number],
                drawn=person.number in drawn.numbers,
                chosen=person.number in drawn.numbers,
                how=How.DRAWN if person.number in drawn.numbers else How.NOT,
                **pool[person.number],
            )
            for person in people
        )

    def repeat(self) -> selection.Drawn:
        """The same draw once more, from the pool as it was kept."""
        entries = self.entries.select_related("participant")
        pool = {entry.participant.number: entry.features for entry in entries}
        return selection.draw(pool, features=self.features, size=self.size, seed=self.seed)

    def _lock(self):
        """Take the row, so that two people who act at once do so after one another."""
        self.state = Draw.objects.select_for_update(of=("self",)).get(pk=self.pk).state

    def _lock_open(self):
        self._lock()
        if not self.is_concept:
            raise DrawSettled(self)

    @transaction.atomic
    def change(self, *, uuid, by, reason, removed=None, added=None):
        """Take somebody out by hand, put somebody in, or both at once; the same again does nothing.

        Raises DrawSettled or ChangeNotPossible.
        """
        self._lock()
        if made := self.changes.filter(uuid=uuid).first():
            return made
        self._lock_open()
        if removed and not self._mark(removed, chosen=False, reason=reason):
            raise ChangeNotPossible(f"{removed} zit niet meer in de loting.")
        how = How.EXCHANGED if removed else How.ADDED
        if added and not self._mark(added, chosen=True, how=how, reason=reason):
            raise ChangeNotPossible(f"{added} zit al in de loting of is intussen geselecteerd.")
        if not self.entries.filter(chosen=True).exists():
            raise ChangeNotPossible("Dan zit er niemand meer in: leg de loting liever weg.")
        return self.changes.create(uuid=uuid, by=by, reason=reason, removed=removed, added=added)

    def _mark(self, participant, *, chosen, **values) -> bool:
        """Whether it could be done: once, and only with somebody who is still a candidate."""
        entries = self.entries.filter(participant=participant, chosen=not chosen)
        if chosen:
            entries = entries.filter(participant__in=Participant.objects.candidates())
        return bool(entries.update(chosen=chosen, **values))

    def people(self):
        """Who is in it now."""
        return Participant.objects.filter(draw_entries__draw=self, draw_entries__chosen=True)

    def obstacles(self, *, on: date) -> list[tuple[Participant, str]]:
        """Who cannot be selected on a day, each with why in words."""
        return find_obstacles(self.people().select_related("pilot").order_by("number"), on=on)

    @transaction.atomic
    def carry_out(self, *, by, on):
        """Make participants of everybody in the draw, or raise CannotCarryOut or DrawSettled."""
        self._lock_open()
        # In one order, so that two who do this at once do not wait for each other.
        people = self.people().select_related("pilot").order_by("pk")
        people = list(people.select_for_update(of=("self",)))
        if found := find_obstacles(people, on=on):
            raise CannotCarryOut(found)
        for person in people:
            person.select(by=by, on=on)
        self.selected_on = on
        self._settle(DrawState.CARRIED_OUT, by=by)

    @transaction.atomic
    def discard(self, *, by):
        """Put a concept away; it can still be read. Raises DrawSettled."""
        self._lock_open()
        self._settle(DrawState.DISCARDED, by=by)

    def _settle(self, state, *, by):
        self.state, self.settled_by, self.settled_at = state, by, timezone.now()
        self.save(update_fields=["state", "settled_by", "settled_at", "selected_on"])


def find_obstacles(people, *, on: date) -> list[tuple[Participant, str]]:
    found = []
    for person in people:
        reasons = refusals(person, on=on)
        if not person.is_candidate:
            reasons = (f"is op {person.selected_on:%d-%m-%Y} al geselecteerd",)
        if reasons:
            found.append((person, ", ".join(reasons)))
    return found


@tracked(exclude=[str(feature) for feature in Feature])
class DrawEntry(models.Model):
    """Somebody in the pool of a draw, with the features of that day and the lot number they got.

    `drawn`: by the draw itself, which stays so. `chosen`: in it now, after what was done by hand.
    """

    draw = models.ForeignKey(
        Draw, models.CASCADE, related_name="entries", verbose_name="loting", editable=False
    )
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="draw_entries")
    lot = models.PositiveIntegerField("lotnummer")
    sex = models.CharField("geslacht", max_length=10, choices=Sex)
    age_class = models.CharField("leeftijd", max_length=10)
    education = models.CharField("opleiding", max_length=10, choices=Education)
    arrival_year = models.CharField("jaar van toewijzing", max_length=4)
    household = models.CharField("huishouden", max_length=25, choices=Household)
    drawn = models.BooleanField("geloot")
    chosen = models.BooleanField("in de selectie")
    how = models.CharField("hoe erin gekomen", max_length=10, choices=How, blank=True)
    # Of the last change by hand.
    reason = models.TextField("reden", blank=True)

    class Meta:
        verbose_name = "plaats in een loting"
        ordering = ["lot"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "participant"], name="draw_entry_once"),
            models.UniqueConstraint(fields=["draw", "lot"], name="draw_entry_lot_once"),
            models.CheckConstraint(condition=Q(how__in=How.values), name="draw_entry_how_known"),
            models.CheckConstraint(
                condition=Q(chosen=False) | ~Q(how=How.NOT), name="draw_entry_chosen_somehow"
            ),
            models.CheckConstraint(
                condition=Q(drawn=models.F("chosen")) | ~Q(reason=""),
                name="draw_entry_by_hand_with_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="pool_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "draw", "participant", "lot", "drawn", *map(str, Feature)
                ),
            ),
        ]

    def __str__(self):
        return str(self.participant)

    @property
    def features(self) -> dict[Feature, str]:
        return {feature: getattr(self, feature) for feature in Feature}

    @property
    def status(self) -> str:
        """How somebody is in the draw or not, in words."""
        if self.chosen or self.how == How.NOT:
            return self.get_how_display()
        return "eruit gehaald"


@tracked()
class DrawChange(models.Model):
    """What was changed by hand: who went out, who came in, and why. Rows are only added."""

    uuid = models.UUIDField(unique=True, editable=False)
    draw = models.ForeignKey(Draw, models.CASCADE, related_name="changes")
    removed = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    added = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    reason = models.TextField("reden")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "wijziging van een loting"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed__isnull=False) | Q(added__isnull=False),
                name="draw_change_of_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(removed=models.F("added")), name="draw_change_changes"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="draw_change_with_reason"),
        ]

    def __str__(self):
        out = f"{self.removed} eruit" if self.removed_id else ""
        into = f"{self.added} erbij" if self.added_id else ""
        return ", ".join(filter(None, [out, into]))
