"""What an employer offers: a vacancy, or a group project (actieplan 2016, par. 5)."""

import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, F, Q

from participants.choices import Sector
from participants.mediation_choices import ASKED_LEVELS, Reach, VacancyKind, VacancyState
from participants.models.employers import Employer
from participants.models.occupations import Occupation
from participants.models.versions import Versioned
from participants.proposals import Answer
from pilot.history import tracked


class VacancyQuerySet(models.QuerySet):
    def of(self, pilot):
        return self.filter(employer__pilot=pilot)

    def open(self):
        return self.filter(state=VacancyState.OPEN)

    def offered(self):
        """Open, with an employer who cooperates."""
        return self.open().filter(employer__cooperates=True)

    def with_places(self):
        """`taken`: how many places were given to somebody."""
        accepted = Q(proposals__answer=Answer.ACCEPTED)
        return self.annotate(taken=Count("proposals", filter=accepted))

    def closing(self, *, until):
        """Open, with a last day on or before this one."""
        return self.open().filter(closes_on__lte=until)

    @transaction.atomic
    def add(self, *, employer, uuid, by, **values):
        """A new vacancy; the same form sent again gives the same one."""
        Employer.objects.select_for_update(of=("self",), no_key=True).get(pk=employer.pk)
        return self.get_or_create(uuid=uuid, defaults={"employer": employer, "by": by} | values)[0]


@tracked()
class Vacancy(Versioned):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(
        Employer, models.CASCADE, related_name="vacancies", editable=False, verbose_name="werkgever"
    )
    kind = models.CharField(
        "soort", max_length=20, choices=VacancyKind, default=VacancyKind.VACANCY
    )
    title = models.CharField("titel", max_length=120)
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="beroep"
    )
    sector = models.CharField("sector", max_length=20, choices=Sector)
    hours_from = models.PositiveSmallIntegerField("uren per week, vanaf")
    hours_until = models.PositiveSmallIntegerField("uren per week, tot")
    language_level = models.CharField("taalniveau", max_length=12, choices=ASKED_LEVELS, blank=True)
    driving_licence = models.BooleanField("rijbewijs gevraagd", default=False)
    paid = models.BooleanField("betaald werk", default=True)
    reach = models.CharField("waar is het werk?", max_length=10, choices=Reach, default=Reach.CITY)
    places = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    starts_on = models.DateField("begint op", null=True, blank=True)
    closes_on = models.DateField("reageren tot en met", null=True, blank=True)
    # Of a group project; "" for a vacancy that asks for somebody who knows the work.
    learned = models.TextField("wat er wordt geleerd", blank=True)
    note = models.TextField("toelichting", blank=True)
    state = models.CharField(
        "staat", max_length=10, choices=VacancyState, default=VacancyState.OPEN
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name = "vacature"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_from__gte=1, hours_until__gte=F("hours_from"))
                & Q(hours_until__lte=60),
                name="vacancy_hours_in_a_week",
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="vacancy_has_a_place"),
            models.CheckConstraint(
                condition=~Q(kind=VacancyKind.GROUP_PROJECT) | ~Q(learned="") & ~Q(starts_on=None),
                name="vacancy_group_project_teaches",
            ),
            models.CheckConstraint(
                condition=Q(state__in=VacancyState.values), name="vacancy_state_known"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == VacancyState.OPEN

    @property
    def is_offered(self) -> bool:
        return self.is_open and self.employer.cooperates

    def places_taken(self) -> int:
        return self.proposals.filter(answer=Answer.ACCEPTED).count()

    def is_full(self) -> bool:
        return self.places_taken() >= self.places
