"""The starting points of the budget in the action plan of Maastricht (2016, § 7 and the table).

No Django in this module.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from budgeting.calculation import BudgetTable, Caseload, Period, months_by_year

STARTS_ON = date(2016, 8, 1)
ENDS_ON = date(2017, 12, 31)
CASELOAD = Caseload(participants=150, norm=50, regular_norm=120)

PROJECT_LEADER = "Projectleider"
RATE = Decimal(99_000)
# The text gives the project leader this rate; the table was calculated with the one above.
PROJECT_LEADER_RATE_IN_TEXT = Decimal(109_000)
RATE_WITHOUT_OVERHEAD = Decimal(61_500)

ESF_PERCENTAGE = Decimal(33)
INSTRUMENT_PRICE = Decimal(5_000)
# In the first and in the second year of the pilot.
INSTRUMENTS = (20, 30)


@dataclass(frozen=True, kw_only=True)
class Function:
    """`fte` None: as many as the caseload asks."""

    label: str
    fte: Decimal | None
    cost_per_year: Decimal
    esf_base_per_year: Decimal
    regular_funding: str = ""


def functions(*, project_leader_rate: Decimal) -> tuple[Function, ...]:
    return (
        Function(
            label="Consulenten",
            fte=None,
            cost_per_year=RATE,
            esf_base_per_year=RATE_WITHOUT_OVERHEAD,
            regular_funding="Regulier budget Soza",
        ),
        Function(
            label="Recruiter",
            fte=Decimal(1),
            cost_per_year=RATE,
            esf_base_per_year=RATE_WITHOUT_OVERHEAD,
        ),
        Function(
            label=PROJECT_LEADER,
            fte=Decimal("0.5"),
            cost_per_year=project_leader_rate,
            # The table prints "ESF 33%" on this line as well, but books no amount.
            esf_base_per_year=Decimal(0),
        ),
    )


def periods(starts_on: date, ends_on: date) -> tuple[Period, ...]:
    """The years of a pilot with the plan's instruments; after the second year there are none."""
    months = months_by_year(starts_on, ends_on)
    instruments = (*INSTRUMENTS, *(0 for _ in months))
    return tuple(
        Period(year=year, months=months[year], instruments=number)
        for year, number in zip(months, instruments, strict=False)
    )


def table(*, project_leader_rate: Decimal) -> BudgetTable:
    return BudgetTable(
        staff=tuple(
            CASELOAD.staff_line(**asdict(function))
            for function in functions(project_leader_rate=project_leader_rate)
        ),
        periods=periods(STARTS_ON, ENDS_ON),
        instrument_price=INSTRUMENT_PRICE,
        esf_percentage=ESF_PERCENTAGE,
    )


AS_ADOPTED = table(project_leader_rate=RATE)
AS_IN_TEXT = table(project_leader_rate=PROJECT_LEADER_RATE_IN_TEXT)
DIFFERENCE = AS_IN_TEXT.total.extra - AS_ADOPTED.total.extra
# In %, with one decimal.
ESF_BASE_SHARE = round(100 * RATE_WITHOUT_OVERHEAD / RATE, 1)
