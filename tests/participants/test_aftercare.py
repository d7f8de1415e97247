"""Aftercare: the moments, who is due, and the days by which the ESF counts."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from participants.aftercare import (
    Moment,
    add_months,
    due_on,
    last_exit_due,
    may_be_recorded,
    opens_on,
    result_until,
)
from participants.models import FollowUp, Participant, StepType
from participants.models.aftercare import NotFollowed
from participants.signals import Signal
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory

EXIT = date(2016, 11, 30)
MONTH_LATER = date(2016, 12, 30)
HALF_YEAR_LATER = date(2017, 5, 30)
SOME_DAYS = st.dates(min_value=date(2014, 1, 1), max_value=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("asked", "on", "opens"),
    [
        ([], date(2016, 12, 22), date(2016, 12, 23)),
        ([], date(2016, 12, 23), None),
        (["1"], date(2016, 12, 30), date(2017, 5, 23)),
        (["1"], date(2017, 5, 23), None),
        (["6"], date(2017, 5, 23), None),
        # A later answer takes the place of the first.
        (["1", "6"], date(2017, 5, 23), None),
    ],
)
def test_something_can_be_recorded_from_a_week_before_the_next_moment(asked, on, opens):
    assert opens_on(EXIT, asked, on=on) == opens


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


@pytest.fixture
def outcome(participant, consultant):
    return participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=EXIT)


def ask(outcome, moment=Moment.ONE_MONTH, **fields):
    """Write down how it goes with somebody."""
    return FollowUp.objects.record(
        outcome,
        **{
            "uuid": uuid4(),
            "by": outcome.by,
            "moment": moment,
            "situation": "same",
            "source": "person",
            "on": MONTH_LATER,
        }
        | fields,
    )


@pytest.mark.parametrize(
    ("exit_on", "month", "half_year"),
    [
        (date(2016, 12, 15), date(2017, 1, 15), date(2017, 6, 15)),
        (date(2017, 1, 31), date(2017, 2, 28), date(2017, 7, 31)),
        (date(2016, 1, 31), date(2016, 2, 29), date(2016, 7, 31)),
        (date(2016, 8, 31), date(2016, 9, 30), date(2017, 2, 28)),
        (date(2016, 12, 31), date(2017, 1, 31), date(2017, 6, 30)),
    ],
)
def test_moments_are_by_the_calendar(exit_on, month, half_year):
    assert due_on(exit_on, Moment.ONE_MONTH) == month
    assert due_on(exit_on, Moment.SIX_MONTHS) == half_year


@given(SOME_DAYS, st.integers(min_value=0, max_value=24))
def test_month_later_is_in_that_month_and_never_on_a_later_day(day, months):
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert add_months(day, months) <= add_months(day + timedelta(days=1), months)


@given(SOME_DAYS, st.integers(min_value=-40, max_value=240), st.sampled_from(Moment))
def test_who_is_due_is_asked_of_the_exit_as_of_the_due_day(today, days_ago, moment):
    exit_on = today - timedelta(days=days_ago)

    assert (exit_on <= last_exit_due(today, moment)) == (due_on(exit_on, moment) <= today)


def test_result_counts_four_weeks_after_leaving():
    assert result_until(EXIT) == date(2016, 12, 28)


def test_a_few_days_early_is_in_time():
    assert not may_be_recorded(EXIT, Moment.ONE_MONTH, on=date(2016, 12, 22))
    assert may_be_recorded(EXIT, Moment.ONE_MONTH, on=date(2016, 12, 23))


def due(signal, on):
    return list(Participant.objects.signalled(signal, on=on))


@pytest.mark.parametrize(
    ("on", "signals"),
    [
        (date(2016, 12, 29), set()),
        (MONTH_LATER, {Signal.AFTERCARE_1}),
        (date(2017, 5, 29), {Signal.AFTERCARE_1}),
        # What was missed makes place for the next moment.
        (HALF_YEAR_LATER, {Signal.AFTERCARE_6}),
        (date(2018, 1, 1), {Signal.AFTERCARE_6}),
    ],
)
def test_who_left_is_due_after_one_and_after_six_months(outcome, participant, on, signals):
    given_by = {
        signal
        for signal in (Signal.AFTERCARE_1, Signal.AFTERCARE_6)
        if due(signal, on) == [participant]
    }

    assert given_by == signals


def test_recording_takes_the_signal_of_that_moment_away(outcome, participant):
    ask(outcome)

    assert due(Signal.AFTERCARE_1, MONTH_LATER) == []
    assert due(Signal.AFTERCARE_6, HALF_YEAR_LATER) == [participant]
    ask(outcome, Moment.SIX_MONTHS, on=HALF_YEAR_LATER)
    assert due(Signal.AFTERCARE_6, HALF_YEAR_LATER) == []


@pytest.mark.parametrize(
    "outcome_of_another_kind",
    [
        {"kind": "paid_partial", "hours": 16},
        {"kind": "study_benefit"},
        {"kind": "participation"},
        {"kind": "dropout", "dropout_reason": "moved"},
    ],
)
def test_who_stays_or_dropped_out_gets_no_aftercare(
    participant, consultant, outcome_of_another_kind
):
    outcome = participant.record_outcome(by=consultant, on=EXIT, **outcome_of_another_kind)

    assert not outcome.is_followed
    assert due(Signal.AFTERCARE_1, MONTH_LATER) == []
    with pytest.raises(NotFollowed):
        ask(outcome)


def test_aftercare_is_about_the_last_time_somebody_left(outcome, participant, consultant):
    ask(outcome, situation="benefit")
    participant.move_to(Phase.PLACEMENT, by=consultant, on=date(2017, 1, 2))
    assert due(Signal.AFTERCARE_6, HALF_YEAR_LATER) == []
    with pytest.raises(NotFollowed):
        ask(outcome, Moment.SIX_MONTHS)

    again = participant.record_outcome(
        kind="paid_full", hours=32, by=consultant, on=date(2017, 3, 1)
    )

    assert due(Signal.AFTERCARE_1, date(2017, 3, 31)) == []
    assert due(Signal.AFTERCARE_1, date(2017, 4, 1)) == [participant]
    with pytest.raises(NotFollowed):
        ask(outcome, Moment.SIX_MONTHS)
    ask(again, on=date(2017, 4, 1))
    assert due(Signal.AFTERCARE_1, date(2017, 4, 1)) == []


def test_same_answer_twice_is_one_and_another_takes_its_place(outcome):
    uuid = uuid4()
    first, again, resent = ask(outcome, uuid=uuid), ask(outcome, uuid=uuid), ask(outcome)

    other = ask(outcome, situation="benefit")

    assert first == again == resent
    assert list(outcome.followups.all()) == [first, other]
    assert [str(row) for row in (first, other)] == [
        "Nazorg na 1 maand: duurzaam",
        "Nazorg na 1 maand: teruggevallen",
    ]


def log(participant, on, attendance="present"):
    participant.log_step(
        uuid=uuid4(),
        by=participant.consultant,
        type=StepType.objects.first(),
        on=on,
        attendance=attendance,
    )


def participation(participant, on):
    row = Participant.objects.with_participation_days(on=on).get(pk=participant.pk)
    return row.first_entry_on, row.last_exit_on


def test_entry_is_the_first_activity_they_were_there_for(participant):
    log(participant, date(2016, 8, 3), "absent")
    log(participant, date(2016, 8, 4), "excused")
    assert participation(participant, date(2016, 12, 31)) == (None, None)

    log(participant, date(2016, 8, 9), "late")
    log(participant, date(2016, 9, 9))
    participant.steps.create(
        type=StepType.objects.first(), on=date(2016, 8, 5), by=participant.consultant, planned=True
    )

    assert participation(participant, date(2016, 12, 31)) == (date(2016, 8, 9), None)
    assert participation(participant, date(2016, 8, 8)) == (None, None)


def test_activity_before_the_selection_is_no_entry(participant):
    log(participant, date(2016, 7, 31))
    log(participant, date(2016, 8, 1))

    assert participation(participant, date(2016, 12, 31))[0] == date(2016, 8, 1)


def test_coming_back_keeps_the_entry_and_moves_the_exit(participant, consultant):
    log(participant, date(2016, 8, 9))
    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=EXIT)
    assert participation(participant, EXIT) == (date(2016, 8, 9), EXIT)

    participant.move_to(Phase.PLACEMENT, by=consultant, on=date(2017, 1, 2))
    log(participant, date(2017, 1, 3))
    assert participation(participant, date(2017, 1, 3)) == (date(2016, 8, 9), None)

    last = date(2017, 3, 1)
    participant.record_outcome(kind="dropout", dropout_reason="moved", by=consultant, on=last)
    assert participation(participant, last) == (date(2016, 8, 9), last)
    # As it was on an earlier day.
    assert participation(participant, date(2016, 12, 15)) == (date(2016, 8, 9), EXIT)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"moment": "3"}, "follow_up_moment_known"),
        ({"situation": "fine"}, "follow_up_situation_known"),
        ({"hours": 61}, "follow_up_hours_in_a_week"),
        ({"hours": 20, "situation": "benefit"}, "follow_up_hours_in_a_week"),
    ],
)
def test_database_keeps_the_rule(outcome, fields, rule):
    row = ask(outcome)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        FollowUp.objects.filter(pk=row.pk).update(**fields)


def test_follow_up_has_one_uuid(outcome, pilot, consultant):
    row = ask(outcome)
    other = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    theirs = other.record_outcome(kind="paid_full", hours=36, by=consultant, on=EXIT)

    with pytest.raises(IntegrityError, match="uuid"), transaction.atomic():
        ask(theirs, uuid=row.uuid)
