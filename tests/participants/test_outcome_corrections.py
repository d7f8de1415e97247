"""An outcome that was a mistake: corrected or withdrawn, and then it counts nowhere."""

from datetime import date
from itertools import pairwise
from uuid import uuid4

import pghistory
import pytest
from django.db import IntegrityError, transaction

from participants.history import history
from participants.models import (
    Outcome,
    OutcomeCorrection,
    Participant,
    StepType,
    TrajectoryRules,
    Transition,
)
from participants.models.aftercare import NotFollowed
from participants.models.steps import ReasonNeeded
from participants.outcomes import COUNTS_BROAD
from participants.signals import Signal
from participants.timeline import timeline
from participants.trajectory import CLOSED, IN_TRAJECTORY, MoveNotAllowed, Phase
from pilot.history import ChangedMeanwhile
from pilot.roles import Role
from reports.figures import Figures
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import refer
from tests.participants.test_aftercare import ask

BEGAN = date(2016, 10, 1)
LEFT = date(2016, 11, 30)
BACK = date(2016, 12, 20)


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)
    person.diagnose(route="placement", by=consultant, on=BEGAN)
    person.move_to(Phase.EDUCATION, by=consultant, on=BEGAN)
    return person


@pytest.fixture
def outcome(participant):
    return leave(participant)


def leave(participant, kind="paid_full", on=LEFT, **more):
    if kind == "dropout":
        more = {"dropout_reason": "moved"} | more
    return participant.record_outcome(kind=kind, by=participant.consultant, on=on, **more)


def withdraw(outcome, **fields):
    given = {"by": outcome.by, "version": outcome.version, "reason": "Verkeerde persoon"}
    return outcome.withdraw(**given | fields)


def correct(outcome, **fields):
    given = {"by": outcome.by, "version": outcome.version, "reason": "Verkeerd gelezen"}
    return outcome.correct(**given | fields)


def moves(participant):
    """The moves that hold, each with where it began and ended."""
    return [
        (row.from_phase, row.to_phase, row.on)
        for row in participant.transitions.filter(on__gte=BEGAN)
    ]


BEGINNING = (Phase.DIAGNOSIS, Phase.EDUCATION, BEGAN)


def phase_of(participant):
    participant.refresh_from_db()
    return participant.phase


def check_chain(participant):
    """Every move begins where the one before it ended, and the last is where they are."""
    rows = list(participant.transitions.all())
    for earlier, later in pairwise(rows):
        assert (later.from_phase, later.on >= earlier.on) == (earlier.to_phase, True)
    assert rows[-1].to_phase == phase_of(participant)


def test_withdrawn_outcome_puts_the_participant_back_where_they_were(participant, outcome):
    assert phase_of(participant) == Phase.OUTFLOW

    correction = withdraw(outcome)

    assert phase_of(participant) == Phase.EDUCATION
    assert moves(participant) == [BEGINNING]
    assert Transition.recorded.get(withdrawn=True).to_phase == Phase.OUTFLOW
    assert (correction.is_withdrawal, correction.reason, correction.on, correction.final) == (
        True,
        "Verkeerde persoon",
        TODAY,
        False,
    )
    check_chain(participant)


def test_withdrawn_outcome_counts_on_no_day_and_in_no_list(participant, outcome, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=outcome.by, phase=Phase.PLACEMENT)
    leave(other)
    people = Participant.objects.filter(pilot=pilot)
    before = Figures.of(pilot, since=BEGAN, on=TODAY)
    assert (before.flowed_out, before.new_outcomes) == (2, 2)

    withdraw(outcome)

    for day in (LEFT, date(2016, 12, 31), TODAY):
        figures = Figures.of(pilot, since=BEGAN, on=day)
        assert (figures.flowed_out, figures.flowed_out_narrow, figures.new_outcomes) == (1, 1, 1)
        assert figures.outflow_over_time[-1].broad == 1
        assert {row.key: row.count for row in figures.phases}["outflow"] == 1
        assert list(people.flowed_out(on=day, kinds=COUNTS_BROAD)) == [other]
        assert participant in people.in_caseload(on=day)
    for signal in (Signal.NO_EVIDENCE, Signal.AFTERCARE_1):
        assert list(people.signalled(signal, on=TODAY)) == [other]
    participant.log_step(
        uuid=uuid4(),
        by=outcome.by,
        on=date(2016, 8, 9),
        type=StepType.objects.first(),
        attendance="present",
    )
    days = people.with_participation_days(on=TODAY).get(pk=participant.pk)
    assert (days.first_entry_on, days.last_exit_on) == (date(2016, 8, 9), None)
    assert participant.last_exit is None
    with pytest.raises(NotFollowed):
        ask(outcome)


def test_earlier_outcome_counts_again_when_the_later_one_is_withdrawn(participant, pilot):
    leave(participant, "paid_partial", on=date(2016, 10, 15), hours=16)
    later = leave(participant)

    withdraw(later)

    figures = Figures.of(pilot, since=BEGAN, on=TODAY)
    assert {row.key: row.count for row in figures.outcomes if row.count} == {"paid_partial": 1}


def test_what_was_taken_up_again_since_goes_on_after_the_withdrawal(participant, outcome):
    participant.move_to(Phase.PLACEMENT, by=outcome.by, on=BACK)

    withdraw(outcome)

    assert moves(participant) == [BEGINNING, (Phase.EDUCATION, Phase.PLACEMENT, BACK)]
    check_chain(participant)


def test_taking_up_what_never_closed_is_no_move(participant, outcome):
    participant.move_to(Phase.EDUCATION, by=outcome.by, on=BACK)
    again = leave(participant, on=TODAY)

    withdraw(outcome)

    assert moves(participant) == [BEGINNING, (Phase.EDUCATION, Phase.OUTFLOW, TODAY)]
    assert participant.last_exit == again
    check_chain(participant)


def test_dropout_before_the_diagnosis_can_be_withdrawn_too(pilot, consultant):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    outcome = leave(person, "dropout")

    withdraw(outcome)

    assert phase_of(person) == Phase.INTAKE
    assert Figures.of(pilot, since=BEGAN, on=TODAY).dropped_out == 0


def test_referral_that_the_outcome_ended_stays_ended(participant):
    referral = refer(participant)
    outcome = leave(participant, on=TODAY)

    withdraw(outcome)

    referral.refresh_from_db()
    assert not referral.is_open


def test_withdrawn_outcome_stays_to_be_read_with_who_and_why(participant, outcome):
    with pghistory.context(user=outcome.by.pk):
        withdraw(outcome)

    told = {change.what: change for change in history(participant)[:3]}
    assert told["Uitstroom gewijzigd"].why == "Verkeerde persoon"
    assert told["Uitstroom gewijzigd"].by == str(outcome.by)
    assert [(field.label, field.after) for field in told["Uitstroom gewijzigd"].fields] == [
        ("Ingetrokken", "ja")
    ]
    events = timeline(participant, reader=outcome.by, notes=True)
    assert (events[0].what, events[0].note, events[0].on) == (
        "Ingetrokken: uitstroom Betaald werk, volledig van 30-11-2016",
        "Verkeerde persoon",
        TODAY,
    )
    assert not [event for event in events if event.what.startswith("Uitstroom:")]


def test_withdrawal_needs_a_reason_and_happens_once(outcome):
    with pytest.raises(ReasonNeeded):
        withdraw(outcome, reason="")
    withdraw(outcome)

    with pytest.raises(ChangedMeanwhile):
        withdraw(outcome)
    with pytest.raises(ChangedMeanwhile):
        correct(outcome, hours=20)
    assert OutcomeCorrection.objects.count() == 1


def test_after_a_withdrawal_the_same_can_be_recorded_again(participant, outcome):
    withdraw(outcome)

    again = leave(participant)

    assert again != outcome
    assert participant.outcomes.get() == again
    assert phase_of(participant) == Phase.OUTFLOW
    # The form of the first time, sent once more.
    assert leave(participant, uuid=outcome.uuid) == outcome


def test_day_is_corrected_with_the_move(participant, outcome):
    day = date(2016, 11, 1)

    correction = correct(outcome, on=day)

    assert moves(participant) == [BEGINNING, (Phase.EDUCATION, Phase.OUTFLOW, day)]
    assert (correction.outcome_on, correction.changes) == (
        LEFT,
        [["datum", "30-11-2016", "01-11-2016"]],
    )
    assert Participant.objects.flowed_out(on=day, kinds=COUNTS_BROAD).count() == 1


@pytest.mark.parametrize("day", [date(2016, 9, 30), date(2016, 12, 21)])
def test_day_stays_between_the_moves_around_it(participant, outcome, day):
    participant.move_to(Phase.PLACEMENT, by=outcome.by, on=BACK)

    with pytest.raises(MoveNotAllowed):
        correct(outcome, on=day)

    outcome.refresh_from_db()
    assert (outcome.on, outcome.version) == (LEFT, 1)
    check_chain(participant)


def test_work_that_was_not_full_opens_the_trajectory_again(participant, consultant):
    outcome = leave(participant, benefit_ended="work")

    correct(outcome, kind="paid_partial", hours=16)

    outcome.refresh_from_db()
    assert (outcome.kind, outcome.benefit_ended, outcome.closing) == ("paid_partial", "", None)
    assert moves(participant) == [BEGINNING]
    check_chain(participant)


def test_work_that_was_full_closes_the_trajectory(participant):
    outcome = leave(participant, "paid_partial", hours=16)

    correct(outcome, kind="paid_full", hours=36)

    outcome.refresh_from_db()
    assert moves(participant) == [BEGINNING, (Phase.EDUCATION, Phase.OUTFLOW, LEFT)]
    withdraw(outcome)
    assert moves(participant) == [BEGINNING]
    check_chain(participant)


def test_dropout_that_was_work_goes_to_the_other_end(participant):
    outcome = leave(participant, "dropout")

    correct(outcome, kind="paid_full", dropout_reason="", hours=36)

    assert phase_of(participant) == Phase.OUTFLOW
    assert Transition.objects.last().reason == "Betaald werk, volledig"
    check_chain(participant)


def test_full_work_cannot_close_what_moved_on_since(participant):
    outcome = leave(participant, "paid_partial", hours=16)
    participant.move_to(Phase.PLACEMENT, by=outcome.by, on=BACK)

    with pytest.raises(MoveNotAllowed):
        correct(outcome, kind="paid_full")

    outcome.refresh_from_db()
    assert outcome.kind == "paid_partial"


def test_correction_of_nothing_is_none_and_on_an_older_version_is_refused(outcome):
    assert correct(outcome, kind="paid_full") is None
    correct(outcome, hours=36)

    with pytest.raises(ChangedMeanwhile) as refused:
        correct(outcome, hours=20)

    assert [field.label for field in refused.value.newer[0].fields] == ["Uren per week"]
    outcome.refresh_from_db()
    assert (outcome.hours, outcome.version) == (36, 2)
    with pytest.raises(ReasonNeeded):
        correct(outcome, hours=20, reason="")


def test_what_it_could_have_been_goes_by_where_they_were(participant, outcome, pilot):
    early = ParticipantFactory(pilot=pilot, consultant=outcome.by, phase=Phase.INTAKE)

    assert set(outcome.possible_kinds) >= {"paid_full", "paid_partial", "dropout"}
    dropout = leave(early, "dropout")
    assert "paid_full" not in dropout.possible_kinds


def test_taken_up_again_from_that_day_on_it_counts_no_more(participant, outcome):
    assert outcome.taken_up_again is None
    participant.move_to(Phase.PLACEMENT, by=outcome.by, on=BACK)

    assert outcome.taken_up_again.on == BACK
    assert not Participant.objects.flowed_out(on=BACK, kinds=COUNTS_BROAD).exists()
    again = leave(participant, on=TODAY)
    assert (outcome.superseded_by, again.superseded_by) == (again, None)


def test_next_evaluation_lists_corrections_of_finalised_quarters_without_a_person(
    participant, outcome, pilot, consultant
):
    other = leave(ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT))
    early = leave(ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT))
    correct(early, hours=20)
    TrajectoryRules.objects.close(pilot, until=date(2016, 12, 31))
    correct(outcome, kind="paid_partial", hours=16, reason=f"{participant} belde")
    withdraw(other)
    late = leave(ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT))
    leave(ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT), on=TODAY)

    figures = Figures.of(pilot, since=date(2017, 1, 1), on=TODAY)

    assert [(line.label, line.count) for line in figures.corrections] == [
        (
            "4e kwartaal 2016: Uitstroom alsnog vastgelegd: Betaald werk, volledig",
            1,
        ),
        (
            "4e kwartaal 2016: Uitstroom ingetrokken: Betaald werk, volledig",
            1,
        ),
        (
            "4e kwartaal 2016: Uitstroom, soort uitstroom Betaald werk, volledig werd"
            " Betaald werk, partieel (naast uitkering), uren per week – werd 16",
            1,
        ),
    ]
    assert Figures.from_json(figures.as_json()) == figures
    told = [item.what for item in timeline(late.participant, reader=late.by, notes=True)]
    assert f"Alsnog vastgelegd: uitstroom {late} van 30-11-2016" in told


def test_database_keeps_a_reason_and_one_outcome_that_holds(outcome):
    withdraw(outcome)
    with pytest.raises(IntegrityError, match="reason"), transaction.atomic():
        OutcomeCorrection.objects.update(reason="")

    again = leave(outcome.participant)
    with pytest.raises(IntegrityError, match="outcome_kind_once_a_day"), transaction.atomic():
        Outcome.recorded.filter(pk=outcome.pk).update(withdrawn=False)
    assert again.closing.to_phase in CLOSED
    assert again.closing.from_phase in IN_TRAJECTORY
