"""Employers, and what was said with them. Of companies: nothing about a participant stands here."""

import uuid
from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, DateField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Lower

from participants.choices import Sector
from participants.mediation_choices import ContactKind, VacancyState
from participants.models.versions import Versioned
from pilot.history import tracked
from pilot.models import Pilot


def untold_of(employer):
    """The proposals that lapsed and of which nothing was said with an employer: their answers.

    What was recorded later of a day before it lapsed was not about that.
    """
    said_since = EmployerContact.objects.filter(
        employer=OuterRef("proposal__vacancy__employer"),
        at__gt=OuterRef("at"),
        on__gte=OuterRef("on"),
    )
    lapsed = apps.get_model("participants.ProposalAnswer").objects.filter(
        lapsed=True, proposal__vacancy__employer=employer
    )
    return lapsed.exclude(Exists(said_since)).order_by("on", "pk")


class EmployerQuerySet(models.QuerySet):
    def with_contacts(self):
        """`last_contact_on`; `next_contact_on`: what the last contact planned, None for nothing."""
        newest = EmployerContact.objects.filter(employer=OuterRef("pk")).order_by("-on", "-pk")
        return self.annotate(
            last_contact_on=Subquery(newest.values("on")[:1], output_field=DateField()),
            next_contact_on=Subquery(newest.values("next_on")[:1], output_field=DateField()),
        )

    def with_open_vacancies(self):
        """`open_vacancies`: how many."""
        is_open = Q(vacancies__state=VacancyState.OPEN)
        return self.annotate(open_vacancies=Count("vacancies", filter=is_open))

    def to_contact(self, *, until):
        """Who cooperates, and with whom a contact was planned, on or before a day."""
        return self.with_contacts().filter(cooperates=True, next_contact_on__lte=until)

    def to_tell(self):
        """Who does not know yet that a proposal lapsed: nothing was said with them since.

        `lapsed_on`, `lapsed_for`: the day and the vacancy of the first of these.
        """
        untold = untold_of(OuterRef("pk"))
        return self.annotate(
            lapsed_on=Subquery(untold.values("on")[:1], output_field=DateField()),
            lapsed_for=Subquery(untold.values("proposal__vacancy__title")[:1]),
        ).exclude(lapsed_on=None)

    @transaction.atomic
    def add(self, *, pilot, uuid, by, **values):
        """A new employer; the same form sent again gives the same one."""
        Pilot.objects.select_for_update(no_key=True).get(pk=pilot.pk)
        return self.get_or_create(uuid=uuid, defaults={"pilot": pilot, "by": by} | values)[0]


@tracked()
class Employer(Versioned):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="employers", editable=False)
    name = models.CharField("naam", max_length=120)
    sector = models.CharField("sector", max_length=20, choices=Sector)
    place = models.CharField("plaats", max_length=80)
    contact_name = models.CharField("contactpersoon", max_length=120, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    cooperates = models.BooleanField("werkt mee", default=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = "werkgever"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint("pilot", Lower("name"), name="employer_once_per_pilot"),
            models.CheckConstraint(
                condition=Q(sector__in=Sector.values), name="employer_sector_known"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def planned_contact_on(self):
        """The day that the last contact planned, None for nothing."""
        last = self.contacts.last()
        return last.next_on if last else None

    @property
    def untold(self) -> list[tuple[str, date]]:
        """For which vacancies a proposal lapsed that it does not know of, and the day of each."""
        rows = untold_of(self).values_list("proposal__vacancy__title", "on")
        return list(dict.fromkeys(rows))

    @transaction.atomic
    def log_contact(self, *, uuid, by, **contact):
        """Log a contact; the same form sent again changes nothing."""
        Employer.objects.select_for_update(of=("self",), no_key=True).get(pk=self.pk)
        return self.contacts.get_or_create(uuid=uuid, defaults={"by": by} | contact)[0]


class ContactGone(Exception):
    """A colleague took the contact away meanwhile."""


@tracked()
class EmployerContact(Versioned):
    """A contact with an employer, and when there will be another."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(
        Employer, models.CASCADE, related_name="contacts", verbose_name="werkgever"
    )
    on = models.DateField("datum")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField("hoe", max_length=10, choices=ContactKind)
    note = models.TextField("notitie", blank=True)
    next_on = models.DateField("volgend contact op", null=True, blank=True)

    class Meta:
        verbose_name = "contact met een werkgever"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                name="employer_contact_next_is_later",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} op {self.on:%d-%m-%Y}"

    @transaction.atomic
    def remove(self, *, version):
        """Take away what was recorded by mistake; the history keeps it.

        Raises ContactGone or ChangedMeanwhile.
        """
        now = self._locked()
        if now is None:
            raise ContactGone(self.pk)
        now.check_version(version)
        now.delete()
