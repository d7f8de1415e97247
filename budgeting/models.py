from dataclasses import asdict
from functools import cached_property

from django.db import models, transaction
from django.db.models import F, Q

from budgeting import action_plan
from budgeting.calculation import BudgetTable, Caseload, Period, StaffLine
from pilot.models import Pilot


class BudgetQuerySet(models.QuerySet):
    def of(self, pilot):
        """The budgets of a pilot, the adopted one first, with what their tables need."""
        return (
            self.filter(pilot=pilot)
            .order_by("-adopted", "position")
            .prefetch_related("staff", "years")
        )

    @transaction.atomic
    def start_from_action_plan(self, pilot) -> bool:
        """Make the adopted budget and its variant; False where the pilot has a budget already.

        The rates are those of the action plan; participants, norms and dates are the pilot's own.
        Raises ValidationError where no budget can be made of those.
        """
        # Who presses the button at the same moment waits here, and then finds the budget.
        Pilot.objects.select_for_update().get(pk=pilot.pk)
        if self.filter(pilot=pilot).exists():
            return False
        adopted = Budget(pilot=pilot, position=1, adopted=True, name="Begroting zoals vastgesteld")
        adopted.fill_from_action_plan(project_leader_rate=action_plan.RATE)
        variant = Budget(pilot=pilot, position=2, name="Variant: tarieven uit de tekst")
        variant.fill_from_action_plan(project_leader_rate=action_plan.PROJECT_LEADER_RATE_IN_TEXT)
        return True


class Budget(models.Model):
    """The starting points of a budget; its table is calculated from them and never stored."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="budgets", verbose_name="pilot")
    position = models.PositiveSmallIntegerField("volgorde")
    name = models.CharField("naam", max_length=80)
    adopted = models.BooleanField("vastgesteld", default=False)
    from_action_plan = models.BooleanField("volgens het actieplan", default=False)
    participants = models.PositiveSmallIntegerField("aantal deelnemers")
    caseload_norm = models.PositiveSmallIntegerField("caseloadnorm in de pilot")
    regular_caseload_norm = models.PositiveSmallIntegerField("caseloadnorm regulier")
    instrument_price = models.DecimalField(
        "prijs per instrument", max_digits=10, decimal_places=2, default=0
    )
    esf_percentage = models.DecimalField(
        "ESF-percentage", max_digits=5, decimal_places=2, default=0
    )

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "begroting"
        verbose_name_plural = "begrotingen"
        ordering = ["pilot", "position"]
        constraints = [
            models.UniqueConstraint(fields=["pilot", "position"], name="budget_position_once"),
            models.UniqueConstraint(
                fields=["pilot"], condition=Q(adopted=True), name="budget_one_adopted_per_pilot"
            ),
            models.CheckConstraint(
                condition=Q(participants__gt=0, caseload_norm__gt=0, regular_caseload_norm__gt=0),
                name="budget_norms_positive",
            ),
            # Otherwise more consultants would be there already than are needed.
            models.CheckConstraint(
                condition=Q(regular_caseload_norm__gte=F("caseload_norm")),
                name="budget_pilot_norm_at_most_regular",
                violation_error_message=(
                    "De caseloadnorm in de pilot is hoogstens de reguliere caseloadnorm."
                ),
            ),
            models.CheckConstraint(
                condition=Q(instrument_price__gte=0), name="budget_price_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(esf_percentage__gte=0, esf_percentage__lte=100),
                name="budget_esf_is_percentage",
            ),
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def fill_from_action_plan(self, *, project_leader_rate):
        self.from_action_plan = True
        self.participants = self.pilot.participants_target
        self.caseload_norm = self.pilot.caseload_norm
        self.regular_caseload_norm = self.pilot.regular_caseload_norm
        self.instrument_price = action_plan.INSTRUMENT_PRICE
        self.esf_percentage = action_plan.ESF_PERCENTAGE
        # The pilot's own norms can be such that no budget can be made from them.
        self.full_clean()
        self.save()
        functions = action_plan.functions(project_leader_rate=project_leader_rate)
        for position, function in enumerate(functions, start=1):
            self.staff.create(position=position, **asdict(function))
        for period in action_plan.periods(self.pilot.starts_on, self.pilot.ends_on):
            self.years.create(**asdict(period))

    @property
    def caseload(self) -> Caseload:
        return Caseload(
            participants=self.participants,
            norm=self.caseload_norm,
            regular_norm=self.regular_caseload_norm,
        )

    @cached_property
    def table(self) -> BudgetTable:
        return BudgetTable(
            staff=tuple(function.line(self.caseload) for function in self.staff.all()),
            periods=tuple(year.period for year in self.years.all()),
            instrument_price=self.instrument_price,
            esf_percentage=self.esf_percentage,
        )

    @property
    def equals_action_plan(self) -> bool:
        """Whether all starting points are still those of the table, or of the text, of the plan."""
        source = action_plan.AS_ADOPTED if self.adopted else action_plan.AS_IN_TEXT
        return self.from_action_plan and self.table == source


class StaffCost(models.Model):
    """A function in a budget. Without `fte` it is the consultants: as many as the caseload asks."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="staff")
    position = models.PositiveSmallIntegerField("volgorde")
    label = models.CharField("functie", max_length=60)
    fte = models.DecimalField("fte", max_digits=5, decimal_places=2, null=True, blank=True)
    cost_per_year = models.DecimalField("kosten per fte per jaar", max_digits=10, decimal_places=2)
    esf_base_per_year = models.DecimalField(
        "kosten excl. overhead per fte per jaar", max_digits=10, decimal_places=2, default=0
    )
    regular_funding = models.CharField("dekking van het reguliere deel", max_length=80, blank=True)

    class Meta:
        verbose_name = "functie"
        ordering = ["budget", "position"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "position"], name="staff_position_once"),
            models.UniqueConstraint(fields=["budget", "label"], name="staff_label_once"),
            models.CheckConstraint(condition=Q(fte=None) | Q(fte__gt=0), name="staff_fte_positive"),
            models.CheckConstraint(
                condition=Q(esf_base_per_year__gte=0, esf_base_per_year__lte=F("cost_per_year")),
                name="staff_esf_base_within_cost",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def from_caseload(self) -> bool:
        return self.fte is None

    def line(self, caseload: Caseload) -> StaffLine:
        return caseload.staff_line(
            label=self.label,
            fte=self.fte,
            cost_per_year=self.cost_per_year,
            esf_base_per_year=self.esf_base_per_year,
            regular_funding=self.regular_funding,
        )


class BudgetYear(models.Model):
    """The months of a calendar year in which the pilot runs, and the instruments bought in it."""

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField("jaar")
    months = models.PositiveSmallIntegerField("maanden")
    instruments = models.PositiveSmallIntegerField("instrumenten", default=0)

    class Meta:
        verbose_name = "begrotingsjaar"
        ordering = ["budget", "year"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "year"], name="budget_year_once"),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=12), name="budget_year_months_in_a_year"
            ),
        ]

    def __str__(self):
        return str(self.year)

    @property
    def period(self) -> Period:
        return Period(year=self.year, months=self.months, instruments=self.instruments)
