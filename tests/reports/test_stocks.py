from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.models import Outcome, Participant, TrajectoryRules, Transition
from participants.outcomes import COUNTS_BROAD, COUNTS_NARROW, OutcomeKind
from participants.trajectory import Phase
from reports.figures import Figures
from reports.stocks import Stock, month_ends, stocks
from tests.factories import TODAY
from tests.reports.world import World

DAYS = st.dates(date(2014, 1, 1), date(2027, 12, 31))


def test_month_ends_of_the_pilot_so_far():
    assert month_ends(date(2016, 8, 1), date(2017, 1, 15)) == [
        date(2016, 8, 31),
        date(2016, 9, 30),
        date(2016, 10, 31),
        date(2016, 11, 30),
        date(2016, 12, 31),
        date(2017, 1, 15),
    ]
    assert month_ends(date(2016, 2, 29), date(2016, 2, 29)) == [date(2016, 2, 29)]
    assert month_ends(date(2016, 8, 1), date(2016, 7, 31)) == []


@given(DAYS, DAYS)
def test_month_ends_are_the_last_days_in_order_and_end_with_the_day_itself(since, until):
    days = month_ends(since, until)

    assert (days == []) == (until < since)
    assert days == sorted(set(days))
    assert all((day + timedelta(days=1)).day == 1 for day in days[:-1])
    assert days[-1:] == ([until] if until >= since else [])
    months = (until.year - since.year) * 12 + until.month - since.month + 1
    assert len(days) == (months if until >= since else 0)


def count(day, outcomes, moves):
    [stock] = stocks(
        [day], outcomes=outcomes, moves=moves, broad=COUNTS_BROAD, narrow=COUNTS_NARROW
    )
    return stock


def test_last_outcome_counts_each_person_once():
    outcomes = [
        (1, date(2017, 1, 1), OutcomeKind.PAID_PARTIAL),
        (1, date(2017, 2, 1), OutcomeKind.PAID_FULL),
        (2, date(2017, 1, 1), OutcomeKind.DROPOUT),
    ]
    moves = [(1, date(2017, 2, 1), Phase.OUTFLOW), (2, date(2017, 1, 1), Phase.STOPPED)]

    assert count(date(2016, 12, 31), outcomes, moves) == Stock(date(2016, 12, 31), 0, 0)
    assert count(date(2017, 1, 31), outcomes, moves) == Stock(date(2017, 1, 31), 1, 0)
    assert count(date(2017, 2, 1), outcomes, moves) == Stock(date(2017, 2, 1), 1, 1)


def test_outcome_that_closed_ends_when_the_trajectory_is_taken_up_again():
    outcomes = [(1, date(2017, 1, 1), OutcomeKind.PAID_FULL)]
    moves = [(1, date(2017, 1, 1), Phase.OUTFLOW), (1, date(2017, 3, 1), Phase.PLACEMENT)]

    assert count(date(2017, 2, 1), outcomes, moves).broad == 1
    assert count(date(2017, 3, 1), outcomes, moves).broad == 0


@pytest.mark.django_db
def test_stocks_are_what_the_database_counts_on_every_day(pilot):
    World(pilot).play(until=TODAY)
    rules = TrajectoryRules.objects.of(pilot)
    days = [pilot.starts_on + timedelta(days=n) for n in range((TODAY - pilot.starts_on).days + 1)]

    counted = stocks(
        days,
        outcomes=list(Outcome.objects.values_list("participant", "on", "kind")),
        moves=list(Transition.objects.values_list("participant", "on", "to_phase")),
        broad=rules.counts_broad,
        narrow=rules.counts_narrow,
    )

    participants = Participant.objects.filter(pilot=pilot)
    assert counted == tuple(
        Stock(
            day,
            participants.flowed_out(on=day, kinds=rules.counts_broad).count(),
            participants.flowed_out(on=day, kinds=rules.counts_narrow).count(),
        )
        for day in days
    )
    assert counted[-1].broad == 5


@pytest.mark.django_db
def test_figures_end_with_the_stock_of_the_day_and_survive_json(pilot):
    World(pilot).play(until=TODAY)

    figures = Figures.of(pilot, since=pilot.starts_on, on=TODAY)

    assert figures.outflow_over_time[-1] == Stock(
        TODAY, figures.flowed_out, figures.flowed_out_narrow
    )
    assert [row.count for row in figures.reached] == [13, 12, 8, 8, 6, 5]
    assert Figures.from_json(figures.as_json()) == figures


@pytest.mark.django_db
def test_figures_from_before_these_were_kept_can_still_be_read(pilot):
    stored = Figures.of(pilot, since=pilot.starts_on, on=TODAY).as_json()
    for name in ("reached", "outflow_over_time", "pilot_starts_on", "pilot_ends_on"):
        del stored[name]

    figures = Figures.from_json(stored)

    assert (figures.reached, figures.outflow_over_time) == ((), ())
