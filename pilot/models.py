import uuid
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from pilot.history import tracked
from pilot.roles import PERMISSIONS, Permission, Role

# First parts of addresses that belong to the program, so no pilot can have them as its own.
RESERVED_SLUGS = frozenset(
    {
        *("beheer", "inloggen", "uitloggen", "wachtwoord", "static", "demo", "health"),
        *("help", "stijlgids", "uitleg", "voorkeuren", "weergave"),
    }
)


@tracked(
    exclude=["password", "last_login", "shortcuts", "closed_hints", "last_pilot", "saved_views"]
)
class User(AbstractUser):
    email = models.EmailField("e-mailadres", blank=True)
    # Of the work: participants and employers get it.
    phone = models.CharField(
        "telefoonnummer",
        max_length=20,
        blank=True,
        validators=[
            RegexValidator(
                r"^[+]?[0-9][0-9 ()-]{8,18}$",
                "Typ een telefoonnummer, bijvoorbeeld 043 123 45 67.",
            )
        ],
    )
    # How somebody wants the program to be: their own business, so without a history.
    shortcuts = models.BooleanField("sneltoetsen", default=True)
    closed_hints = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, editable=False
    )
    # For each list, by its address, the names of what they saved of it with its filter and columns.
    saved_views = models.JSONField(default=dict, blank=True, editable=False)
    # Where they were last, so that they begin there and its menu stays outside the pilots.
    last_pilot = models.ForeignKey(
        "Pilot", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["last_name", "first_name", "username"]

    def __str__(self):
        return self.get_full_name() or self.username

    @transaction.atomic
    def save_view(self, path: str, name: str, query: str | None) -> bool:
        """Remember a list as it is shown now under a name, or forget it (None).

        Tells whether there was one of that name.
        """
        now = User.objects.select_for_update(of=("self",)).get(pk=self.pk)
        views = dict(now.saved_views.get(path, {}))
        known = views.pop(name, None) is not None
        if query is not None:
            views[name] = query
        self.saved_views = now.saved_views | {path: views}
        self.save(update_fields=["saved_views"])
        return known

    @cached_property
    def roles(self) -> dict[int, Role]:
        """The role in each pilot, by its key. Every request loads its own user, so none is old."""
        return {key: Role(role) for key, role in self.memberships.values_list("pilot", "role")}

    def role_in(self, pilot) -> Role | None:
        """The role of this user in a pilot, None for a stranger."""
        return Role.ADMINISTRATOR if self.is_superuser else self.roles.get(pilot.pk)

    def can(self, permission: Permission | None, *, pilot) -> bool:
        """Whether this user has a right in a pilot. No permission at all (None) is always no."""
        return permission in PERMISSIONS.get(self.role_in(pilot), ())

    def can_anywhere(self, permission: Permission) -> bool:
        """For what is not inside one pilot: the pages of the beheerder."""
        held = {Role.ADMINISTRATOR} if self.is_superuser else set(self.roles.values())
        return any(permission in PERMISSIONS[role] for role in held)


class PilotQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.is_superuser:
            return self
        return self.filter(memberships__user=user)


def check_slug_free(slug):
    if slug in RESERVED_SLUGS:
        raise ValidationError("Dit adres gebruikt het programma zelf. Kies een ander.")


class Pilot(models.Model):
    name = models.CharField("naam", max_length=120)
    slug = models.SlugField(
        "adres",
        unique=True,
        validators=[check_slug_free],
        help_text="Deel van het webadres, bijvoorbeeld vergunninghouders-2016.",
    )
    target_group = models.CharField("doelgroep", max_length=200)
    starts_on = models.DateField("begint op")
    ends_on = models.DateField("eindigt op", help_text="De laatste dag van de pilot.")
    assigned_from = models.DateField(
        "toegewezen vanaf",
        null=True,
        blank=True,
        help_text="Wie vóór deze dag aan de gemeente is toegewezen, hoort niet tot de doelgroep.",
    )
    participants_target = models.PositiveSmallIntegerField("aantal deelnemers", default=150)
    outflow_target_percentage = models.PositiveSmallIntegerField(
        "streefpercentage uitstroom", default=20
    )
    caseload_norm = models.PositiveSmallIntegerField("caseloadnorm in de pilot", default=50)
    regular_caseload_norm = models.PositiveSmallIntegerField("caseloadnorm regulier", default=120)
    # Only demo pilots have a day of their own; outside the demo this stays empty.
    demo_today = models.DateField(null=True, blank=True, editable=False)

    objects = PilotQuerySet.as_manager()

    class Meta:
        verbose_name = "pilot"
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="pilot_ends_after_start",
                violation_error_message="De pilot kan niet eindigen voordat zij begint.",
            ),
            models.CheckConstraint(
                condition=Q(
                    caseload_norm__gt=0, regular_caseload_norm__gt=0, participants_target__gt=0
                ),
                name="pilot_norms_positive",
                violation_error_message="Normen en aantal deelnemers zijn groter dan nul.",
            ),
            models.CheckConstraint(
                condition=Q(outflow_target_percentage__lte=100),
                name="pilot_outflow_at_most_100",
                violation_error_message="Een percentage is hoogstens 100.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilot-home", args=[self.slug])

    def today(self) -> date:
        """The day by which this pilot reckons: the real one, except in a demo pilot."""
        return self.demo_today or timezone.localdate()

    def day_of(self, moment) -> date:
        """The day on which something was recorded, as this pilot reckons."""
        return self.demo_today or timezone.localdate(moment)

    @property
    def outflow_target(self) -> int:
        """20 % of 150 is 30 persons; a part of a person counts whole."""
        return -(-self.participants_target * self.outflow_target_percentage // 100)

    def team(self, role: Role):
        """The active users with a role in this pilot, by name."""
        return User.objects.filter(
            memberships__pilot=self, memberships__role=role, is_active=True
        ).order_by("last_name", "first_name", "username")


LEAST_FTE, MOST_FTE = Decimal("0.05"), Decimal("1.50")


class FteChanged(ValueError):
    """A colleague changed it meanwhile, into its argument."""


@tracked()
class Membership(models.Model):
    """A role of a user in a pilot: one role per pilot."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="memberships", verbose_name="gebruiker"
    )
    pilot = models.ForeignKey(
        Pilot, models.CASCADE, related_name="memberships", verbose_name="pilot"
    )
    role = models.CharField("rol", max_length=20, choices=Role)
    # How much of a full-time job this person does for the pilot.
    fte = models.DecimalField(
        "fte",
        max_digits=3,
        decimal_places=2,
        default=Decimal("1.00"),
        validators=[MinValueValidator(LEAST_FTE), MaxValueValidator(MOST_FTE)],
    )

    class Meta:
        ordering = ["pilot", "role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "pilot"], name="membership_one_role_per_pilot"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
            models.CheckConstraint(
                condition=Q(fte__gte=LEAST_FTE, fte__lte=MOST_FTE), name="membership_fte_possible"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()} in {self.pilot}"

    @transaction.atomic
    def work(self, fte, *, was):
        """Work so many fte from now on. Raises FteChanged where it is not `was` any more."""
        now = Membership.objects.select_for_update(of=("self",)).get(pk=self.pk).fte
        if now not in (was, fte):
            raise FteChanged(now)
        self.fte = fte
        if now != fte:
            self.save(update_fields=["fte"])


def letters(field: str) -> Lower:
    """A text to sort by: without capitals and accents, which the database puts apart."""
    split = Func(F(field), template="normalize(%(expressions)s, NFD)")
    accents = Value("[\u0300-\u036f]")
    bare = Func(split, accents, Value(""), Value("g"), function="regexp_replace")
    return Lower(bare, output_field=models.TextField())


class OrganisationQuerySet(models.QuerySet):
    def of(self, pilot):
        """The partners that a pilot works with now."""
        return self.filter(pilot=pilot, active=True).order_by(letters("name"), "pk")


@tracked()
class Organisation(models.Model):
    """A partner of a pilot: it does something for participants, or offers it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="organisations", editable=False)
    name = models.CharField("naam", max_length=80)
    offers = models.CharField(
        "wat zij doet", max_length=200, blank=True, help_text="Bijvoorbeeld taalles of werkplekken."
    )
    active = models.BooleanField("doet mee", default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "partner"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "name"],
                name="organisation_once_per_pilot",
                violation_error_message="Deze partner staat er al.",
            ),
        ]

    def __str__(self):
        return self.name


class HeartbeatManager(models.Manager):
    def beat(self):
        self.update_or_create(pk=1, defaults={"at": timezone.now()})


class Heartbeat(models.Model):
    """When the worker last did what the schedule told it: one row, for the health page."""

    at = models.DateTimeField()

    objects = HeartbeatManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="heartbeat_one")]

    def __str__(self):
        return f"{self.at:%d-%m-%Y %H:%M:%S}"
