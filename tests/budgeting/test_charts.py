from decimal import Decimal

from budgeting.action_plan import AS_ADOPTED
from budgeting.charts import budget_chart, cost_lines
from pilot.templatetags.ui import euro


def test_cost_lines_are_the_extra_costs_of_the_plan():
    lines = [(label, euro(amount)) for label, amount in cost_lines(AS_ADOPTED)]

    assert lines == [
        ("Consulenten", "€ 245.438"),
        ("Recruiter", "€ 140.250"),
        ("Projectleider", "€ 70.125"),
        ("Re-integratie-instrumenten", "€ 250.000"),
    ]
    assert euro(sum(amount for _, amount in cost_lines(AS_ADOPTED))) == "€ 705.813"


def test_chart_says_the_amounts_of_the_budget():
    svg = budget_chart(cost_lines(AS_ADOPTED))

    assert "Extra kosten, begroot: Consulenten € 245.438, Recruiter € 140.250" in svg
    assert svg.count("€ 245.438") == 2


def test_chart_sets_what_was_spent_against_the_budget():
    lines = [("Consulenten", Decimal("245437.5")), ("Recruiter", Decimal(140250))]

    svg = budget_chart(lines, actuals={"Consulenten": Decimal("100000.5"), "Recruiter": Decimal(0)})

    assert "Realisatie tegen begroting: Consulenten € 100.001 van € 245.438" in svg
    assert "Recruiter € 0 van € 140.250" in svg


def test_budget_and_actuals_are_drawn_to_one_scale():
    """The tick of a budget that is spent to the last euro stands at the end of its bar."""
    one = [("Post", Decimal(1000))]

    spent = budget_chart(one, actuals={"Post": Decimal(1000)})
    half = budget_chart(one, actuals={"Post": Decimal(500)})

    assert spent != half
    assert spent.count("<path") == half.count("<path")
