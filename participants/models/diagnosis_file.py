"""The diagnosis as a file in parts, beside the dated conclusion (facts.Diagnosis)."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q

from participants.choices import LanguageLevel
from participants.completeness import Filled
from participants.diagnosis_choices import (
    STUDY_LEVELS,
    Basis,
    Hampers,
    Licence,
    Mismatch,
    Moment,
    Place,
    Recognition,
    Rung,
    Skill,
    Theme,
    Transport,
)
from participants.models.facts import Fact
from participants.models.occupations import Occupation
from participants.models.versions import Sheet, Versioned
from pilot.history import tracked
from pilot.models import Organisation

WANTED_AT_MOST = 3
MEASURED_LEVELS = [choice for choice in LanguageLevel.choices if choice[0] != LanguageLevel.UNKNOWN]


class FileRowManager(models.Manager):
    @transaction.atomic
    def add(self, participant, **values):
        """Add a row; the same again, as with a double click, gives the row that is there."""
        participant._lock()
        same = self.filter(participant=participant, **values).first()
        return same or self.create(participant=participant, **values)


class FileRow(Versioned):
    """One of several in a part of the file."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = FileRowManager()

    class Meta:
        abstract = True


@tracked()
class Schooling(FileRow):
    """An education from before (no country: that says too much about who somebody is)."""

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="schoolings", editable=False
    )
    level = models.CharField("niveau", max_length=10, choices=STUDY_LEVELS)
    field = models.CharField("richting", max_length=80, blank=True)
    years = models.PositiveSmallIntegerField("jaren", null=True, blank=True)
    finished = models.BooleanField("afgerond met een diploma", default=False)
    recognition = models.CharField(
        "diplomawaardering",
        max_length=15,
        choices=Recognition,
        default=Recognition.NOT_REQUESTED,
    )
    recognition_on = models.DateField("datum van aanvraag of besluit", null=True, blank=True)
    recognised_as = models.CharField(
        "gewaardeerd als", max_length=10, choices=STUDY_LEVELS, blank=True
    )

    class Meta:
        verbose_name = "opleiding"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__in=list(dict(STUDY_LEVELS))), name="schooling_level_known"
            ),
            models.CheckConstraint(
                condition=Q(recognition__in=Recognition.values), name="schooling_recognition_known"
            ),
            models.CheckConstraint(
                condition=Q(years=None) | Q(years__lte=25), name="schooling_years"
            ),
            models.CheckConstraint(
                condition=Q(recognition=Recognition.RECOGNISED) ^ Q(recognised_as=""),
                name="schooling_recognised_as_something",
            ),
            models.CheckConstraint(
                condition=~Q(recognition=Recognition.REQUESTED) | ~Q(recognition_on=None),
                name="schooling_request_dated",
            ),
            models.CheckConstraint(
                condition=~Q(recognition=Recognition.NOT_REQUESTED) | Q(recognition_on=None),
                name="schooling_not_requested_undated",
            ),
        ]

    def __str__(self):
        return f"{self.get_level_display()}, {self.field}" if self.field else self.level_label

    @property
    def level_label(self) -> str:
        return self.get_level_display()


@tracked()
class WorkExperience(FileRow):
    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="work_experience", editable=False
    )
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, related_name="+", verbose_name="beroep"
    )
    years = models.DecimalField("jaren", max_digits=3, decimal_places=1)
    since_year = models.PositiveSmallIntegerField("van", null=True, blank=True)
    until_year = models.PositiveSmallIntegerField("tot", null=True, blank=True)
    place = models.CharField("waar", max_length=12, choices=Place)

    class Meta:
        verbose_name = "werkervaring"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(place__in=Place.values), name="work_experience_place_known"
            ),
            models.CheckConstraint(
                condition=Q(years__gt=0, years__lte=60), name="work_experience_years"
            ),
            models.CheckConstraint(
                condition=Q(until_year=None)
                | Q(since_year=None)
                | Q(until_year__gte=F("since_year")),
                name="work_experience_ends_after_start",
            ),
        ]

    def __str__(self):
        return str(self.occupation)


class SkillLevelQuerySet(models.QuerySet):
    def latest_by_skill(self) -> dict[str, "SkillLevel"]:
        """The last measurement of each skill."""
        return {row.skill: row for row in self.order_by("on", "pk")}

    @transaction.atomic
    def measure(self, participant, *, on, basis, levels: dict, by):
        """Add a measurement of some skills, by skill; what is known already is not added again."""
        participant._lock()
        for skill, level in levels.items():
            of_the_day = self.filter(participant=participant, skill=skill, on=on).last()
            if not of_the_day or (of_the_day.level, of_the_day.basis) != (level, basis):
                self.create(
                    participant=participant, skill=skill, level=level, basis=basis, on=on, by=by
                )


@tracked()
class SkillLevel(Fact):
    """How well somebody reads, listens, writes or speaks Dutch on a day (taalmeting).

    Measured again is another row; measured wrongly too: the last of a day holds.
    """

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="skill_levels"
    )
    skill = models.CharField("vaardigheid", max_length=10, choices=Skill)
    level = models.CharField("niveau", max_length=12, choices=MEASURED_LEVELS)
    basis = models.CharField("hoe bepaald", max_length=10, choices=Basis)

    objects = SkillLevelQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "taalmeting"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    skill__in=Skill.values,
                    level__in=list(dict(MEASURED_LEVELS)),
                    basis__in=Basis.values,
                ),
                name="skill_level_known",
            ),
        ]
        indexes = [models.Index(fields=["participant", "skill", "on"], name="skill_level_latest")]

    def __str__(self):
        return f"{self.get_skill_display()} {self.get_level_display()}"


class LadderQuerySet(models.QuerySet):
    @transaction.atomic
    def measure(self, participant, *, on, rung, moment, by):
        participant._lock()
        of_the_day = self.filter(participant=participant, on=on).last()
        if not of_the_day or (of_the_day.rung, of_the_day.moment) != (rung, moment):
            self.create(participant=participant, rung=rung, moment=moment, on=on, by=by)


@tracked()
class LadderRung(Fact):
    """Where somebody stands on the participatieladder on a day."""

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="ladder_rungs"
    )
    rung = models.PositiveSmallIntegerField("trede", choices=Rung)
    moment = models.CharField("moment", max_length=10, choices=Moment)

    objects = LadderQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "participatieladder"
        constraints = [
            models.CheckConstraint(
                condition=Q(rung__in=Rung.values, moment__in=Moment.values),
                name="ladder_rung_known",
            ),
        ]

    def __str__(self):
        return self.get_rung_display()


@tracked()
class Barrier(models.Model):
    """Whether a theme hampers somebody, and who follows it; never what it is exactly."""

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="barriers"
    )
    theme = models.CharField("thema", max_length=15, choices=Theme)
    hampers = models.CharField("belemmert", max_length=10, choices=Hampers)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gevolgd door partner",
    )
    followed_by = models.CharField("gevolgd door", max_length=60, blank=True)

    NAMED_BY = ("theme",)

    class Meta:
        verbose_name = "belemmering"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "theme"], name="barrier_theme_once"),
            models.CheckConstraint(
                condition=Q(theme__in=Theme.values, hampers__in=Hampers.values),
                name="barrier_known",
            ),
            models.CheckConstraint(
                condition=Q(hampers=Hampers.YES) | Q(organisation=None, followed_by=""),
                name="barrier_followed_when_it_hampers",
            ),
        ]

    def __str__(self):
        return self.get_theme_display()

    @property
    def follower(self) -> str:
        """Who follows it, in words: a partner, somebody else, or both."""
        return ", ".join(
            filter(None, [self.organisation and self.organisation.name, self.followed_by])
        )


@tracked()
class WantedOccupation(models.Model):
    """An occupation that somebody wants, in order of preference."""

    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="wanted_occupations"
    )
    place = models.PositiveSmallIntegerField("keuze")
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, related_name="wanted_by", verbose_name="beroep"
    )

    NAMED_BY = ("occupation",)

    class Meta:
        verbose_name = "gewenst beroep"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "place"], name="wanted_one_a_place"),
            models.UniqueConstraint(
                fields=["participant", "occupation"], name="wanted_occupation_once"
            ),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=WANTED_AT_MOST), name="wanted_place"
            ),
        ]

    def __str__(self):
        return str(self.occupation)


@tracked()
class DiagnosisFile(Sheet):
    """What of the diagnosis is there once: wishes, mobility, the mismatch."""

    no_education = models.BooleanField("nooit een opleiding gevolgd", default=False)
    no_experience = models.BooleanField("nog nooit gewerkt", default=False)
    hours = models.PositiveSmallIntegerField("gewenste uren per week", null=True, blank=True)
    ambition = models.CharField("wat wil deze persoon bereiken?", max_length=300, blank=True)
    licence = models.CharField("rijbewijs", max_length=10, choices=Licence, blank=True)
    transport = ArrayField(
        models.CharField(max_length=10, choices=Transport),
        verbose_name="vervoer",
        default=list,
        blank=True,
    )
    travel_minutes = models.PositiveSmallIntegerField(
        "hoogstens minuten reizen", null=True, blank=True
    )
    mismatch = ArrayField(
        models.CharField(max_length=12, choices=Mismatch),
        verbose_name="kwalitatieve mismatch",
        default=list,
        blank=True,
    )

    ROWS = {"wanted": WantedOccupation, "barriers": Barrier}

    class Meta:
        verbose_name = "diagnosedossier"
        constraints = [
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gte=1, hours__lte=60),
                name="diagnosis_file_hours_in_a_week",
            ),
            models.CheckConstraint(
                condition=Q(travel_minutes=None) | Q(travel_minutes__lte=180),
                name="diagnosis_file_travel",
            ),
            models.CheckConstraint(
                condition=Q(licence="") | Q(licence__in=Licence.values),
                name="diagnosis_file_licence_known",
            ),
            models.CheckConstraint(
                condition=Q(transport__contained_by=Transport.values),
                name="diagnosis_file_transport_known",
            ),
            models.CheckConstraint(
                condition=Q(mismatch__contained_by=Mismatch.values),
                name="diagnosis_file_mismatch_known",
            ),
            models.CheckConstraint(
                condition=~Q(mismatch__contains=[Mismatch.NONE]) | Q(mismatch=[Mismatch.NONE]),
                name="diagnosis_file_no_mismatch_alone",
            ),
        ]

    def __str__(self):
        return f"Diagnosedossier van {self.participant}"

    @property
    def transport_words(self) -> str:
        return ", ".join(str(Transport(kind).label) for kind in self.transport)

    @property
    def mismatch_words(self) -> str:
        return ", ".join(str(Mismatch(kind).label) for kind in self.mismatch)

    @property
    def wanted(self) -> list[Occupation]:
        rows = self.participant.wanted_occupations.select_related("occupation")
        return [row.occupation for row in rows]

    def write_wanted(self, occupations):
        new = dict(enumerate(occupations, start=1))
        # First away with what stands elsewhere now: an occupation has only one place.
        for row in self.participant.wanted_occupations.select_related("occupation"):
            if new.get(row.place) == row.occupation:
                del new[row.place]
            else:
                row.delete()
        for place, occupation in new.items():
            self.participant.wanted_occupations.create(place=place, occupation=occupation)

    @property
    def barriers(self) -> dict[str, tuple[str, Organisation | None, str]]:
        """By theme: whether it hampers, and the partner and the words for who follows it."""
        rows = self.participant.barriers.select_related("organisation")
        return {row.theme: (row.hampers, row.organisation, row.followed_by) for row in rows}

    def write_barriers(self, answers):
        self.participant.barriers.exclude(theme__in=answers).delete()
        current = self.barriers
        for theme, answer in answers.items():
            if current.get(theme) != answer:
                hampers, organisation, followed_by = answer
                self.participant.barriers.update_or_create(
                    theme=theme,
                    defaults={
                        "hampers": hampers,
                        "organisation": organisation,
                        "followed_by": followed_by,
                    },
                )

    def filled(self) -> Filled:
        """What is known of the participant, for participants/completeness.py."""
        participant = self.participant
        # All the rows, as these may have been fetched for a whole list at once.
        measured = {row.skill for row in participant.skill_levels.all()}
        discussed = {row.theme for row in participant.barriers.all()}
        return Filled(
            studied=self.no_education or bool(participant.schoolings.all()),
            worked=self.no_experience or bool(participant.work_experience.all()),
            unmeasured=tuple(str(s.label) for s in Skill if s not in measured),
            undiscussed=tuple(str(t.label) for t in Theme if t not in discussed),
            wishes=bool(self.ambition) or bool(participant.wanted_occupations.all()),
            licence=bool(self.licence),
            transport=bool(self.transport),
            mismatch=bool(self.mismatch),
            ladder=bool(participant.ladder_rungs.all()),
        )
