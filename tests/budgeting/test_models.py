from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from budgeting.action_plan import AS_ADOPTED, AS_IN_TEXT
from budgeting.models import Budget
from tests.factories import PilotFactory


@pytest.fixture
def adopted(pilot):
    Budget.objects.start_from_action_plan(pilot)
    return pilot.budgets.get(adopted=True)


def test_start_makes_the_table_of_the_plan_and_the_variant_of_the_text(pilot):
    Budget.objects.start_from_action_plan(pilot)

    adopted, variant = Budget.objects.of(pilot)
    assert (adopted.name, adopted.adopted) == ("Begroting zoals vastgesteld", True)
    assert (variant.name, variant.adopted) == ("Variant: tarieven uit de tekst", False)
    assert adopted.table == AS_ADOPTED
    assert variant.table == AS_IN_TEXT
    assert (adopted.equals_action_plan, variant.equals_action_plan) == (True, True)


def test_start_twice_makes_nothing_twice(pilot):
    first = Budget.objects.start_from_action_plan(pilot)
    second = Budget.objects.start_from_action_plan(pilot)

    assert (first, second) == (True, False)
    assert pilot.budgets.count() == 2


def test_start_leaves_the_budget_of_another_pilot_alone(pilot, adopted):
    other = PilotFactory()

    Budget.objects.start_from_action_plan(other)

    assert (pilot.budgets.count(), other.budgets.count()) == (2, 2)


def test_start_takes_participants_norms_and_dates_from_the_pilot(db):
    pilot = PilotFactory(
        participants_target=60,
        caseload_norm=40,
        regular_caseload_norm=100,
        starts_on=date(2024, 4, 1),
        ends_on=date(2026, 3, 31),
    )

    Budget.objects.start_from_action_plan(pilot)

    budget = pilot.budgets.get(adopted=True)
    assert [(year.year, year.months, year.instruments) for year in budget.years.all()] == [
        (2024, 9, 20),
        (2025, 12, 30),
        (2026, 3, 0),
    ]
    assert (budget.table.staff[0].fte, budget.table.staff[0].regular_fte) == (1.5, Decimal("0.6"))
    assert budget.equals_action_plan is False


def test_start_refuses_norms_of_which_no_budget_can_be_made(db):
    pilot = PilotFactory(caseload_norm=130, regular_caseload_norm=120)

    with pytest.raises(ValidationError, match="hoogstens de reguliere caseloadnorm"):
        Budget.objects.start_from_action_plan(pilot)

    assert pilot.budgets.count() == 0


def test_budget_with_another_rate_no_longer_equals_the_plan(adopted):
    adopted.staff.filter(label="Projectleider").update(cost_per_year=100_000)

    assert Budget.objects.get(pk=adopted.pk).equals_action_plan is False


def test_budget_of_another_origin_does_not_equal_the_plan(adopted):
    Budget.objects.update(from_action_plan=False)

    assert Budget.objects.get(pk=adopted.pk).equals_action_plan is False


def change(**values):
    return lambda budget: Budget.objects.filter(pk=budget.pk).update(**values)


def change_leader(**values):
    return lambda budget: budget.staff.filter(label="Projectleider").update(**values)


def change_2016(**values):
    return lambda budget: budget.years.filter(year=2016).update(**values)


@pytest.mark.parametrize(
    ("constraint", "breaking"),
    [
        ("budget_position_once", change(position=2)),
        ("budget_one_adopted_per_pilot", lambda b: b.pilot.budgets.update(adopted=True)),
        ("budget_norms_positive", change(participants=0)),
        ("budget_pilot_norm_at_most_regular", change(caseload_norm=121)),
        ("budget_price_not_negative", change(instrument_price=-1)),
        ("budget_esf_is_percentage", change(esf_percentage=101)),
        ("staff_position_once", change_leader(position=1)),
        ("staff_label_once", change_leader(label="Recruiter")),
        ("staff_fte_positive", change_leader(fte=0)),
        ("staff_esf_base_within_cost", change_leader(esf_base_per_year=99_001)),
        ("budget_year_once", change_2016(year=2017)),
        ("budget_year_months_in_a_year", change_2016(months=13)),
    ],
)
def test_database_refuses_what_breaks(constraint, breaking, adopted):
    with pytest.raises(IntegrityError, match=f'"{constraint}"'):
        breaking(adopted)
