from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from participants.models import Outcome, Participant, Step, StepType, TrajectoryRules, Transition
from participants.models.participant import OutcomeNotAllowed
from participants.outcomes import OutcomeKind
from participants.trajectory import MoveNotAllowed, Phase, Refusal
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory, bring_to

DAY = date(2016, 10, 3)


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant)


def test_move_logs_the_transition_and_changes_the_phase(participant, consultant):
    transition = participant.move_to(Phase.INTAKE, by=consultant, on=DAY, reason="Gestart")

    participant.refresh_from_db()
    assert participant.phase == Phase.INTAKE
    assert str(transition) == "Selectie naar Vraagverheldering"
    assert [
        (t.from_phase, t.to_phase, t.on, t.by, t.reason) for t in participant.transitions.all()
    ] == [("selection", "intake", DAY, consultant, "Gestart")]


def test_refused_move_changes_nothing(participant, consultant):
    with pytest.raises(MoveNotAllowed):
        participant.move_to(Phase.PLACEMENT, by=consultant, on=DAY)

    participant.refresh_from_db()
    assert participant.phase == Phase.SELECTION
    assert participant.transitions.count() == 0


def test_move_sees_what_a_colleague_did_meanwhile(participant, consultant):
    mine = Participant.objects.get(pk=participant.pk)
    participant.move_to(Phase.INTAKE, by=consultant, on=DAY)

    with pytest.raises(MoveNotAllowed) as refused:
        mine.move_to(Phase.INTAKE, by=consultant, on=DAY)

    assert refused.value.refusal == Refusal.NOT_NEXT
    assert participant.transitions.count() == 1


def test_move_out_of_a_phase_that_the_pilot_does_not_use_is_refused(participant, consultant):
    TrajectoryRules.objects.create(
        pilot=participant.pilot, phases=[p for p in Phase if p != Phase.ENTREPRENEURSHIP]
    )
    bring_to(participant, Phase.DIAGNOSIS, by=consultant)
    participant.diagnose(route="entrepreneurship", by=consultant, on=DAY)

    with pytest.raises(MoveNotAllowed) as refused:
        participant.move_to(Phase.ENTREPRENEURSHIP, by=consultant, on=DAY)

    assert refused.value.refusal == Refusal.NOT_IN_USE


def test_full_outcome_closes_the_trajectory(participant, consultant):
    bring_to(participant, Phase.PLACEMENT, by=consultant)

    participant.record_outcome(kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=DAY)

    participant.refresh_from_db()
    assert participant.phase == Phase.OUTFLOW
    assert participant.transitions.last().to_phase == Phase.OUTFLOW
    caseload = Participant.objects.in_caseload(on=DAY)
    assert list(caseload) == []


@pytest.mark.parametrize("kind", [OutcomeKind.PAID_PARTIAL, OutcomeKind.STUDY_BENEFIT])
def test_partial_outcome_counts_and_stays_in_the_caseload(participant, consultant, kind):
    bring_to(participant, Phase.PLACEMENT, by=consultant)

    participant.record_outcome(kind=kind, hours=16, by=consultant, on=DAY)

    participant.refresh_from_db()
    assert participant.phase == Phase.PLACEMENT
    counts = TrajectoryRules.objects.of(participant.pilot).counts_broad
    assert list(Participant.objects.flowed_out(on=DAY, kinds=counts)) == [participant]
    assert list(Participant.objects.in_caseload(on=DAY)) == [participant]


def test_outcome_does_not_count_before_its_day(participant, consultant):
    bring_to(participant, Phase.PLACEMENT, by=consultant)
    participant.record_outcome(kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=DAY)

    day_before = date(2016, 10, 2)
    assert list(Participant.objects.flowed_out(on=day_before, kinds=[OutcomeKind.PAID_FULL])) == []
    assert list(Participant.objects.in_caseload(on=day_before)) == [participant]


def test_somebody_who_lost_the_job_does_not_count_any_more(participant, consultant):
    bring_to(participant, Phase.PLACEMENT, by=consultant)
    participant.record_outcome(kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=DAY)

    participant.move_to(Phase.PLACEMENT, by=consultant, on=date(2016, 12, 1))

    kinds = [OutcomeKind.PAID_FULL]
    assert list(Participant.objects.flowed_out(on=date(2016, 11, 30), kinds=kinds)) == [participant]
    assert list(Participant.objects.flowed_out(on=date(2016, 12, 1), kinds=kinds)) == []


def test_last_outcome_is_the_one_that_counts(participant, consultant):
    bring_to(participant, Phase.PLACEMENT, by=consultant)
    participant.record_outcome(kind=OutcomeKind.PAID_PARTIAL, hours=16, by=consultant, on=DAY)
    participant.record_outcome(
        kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=date(2016, 11, 7)
    )

    day = date(2016, 12, 31)
    both = [OutcomeKind.PAID_PARTIAL, OutcomeKind.PAID_FULL]
    assert list(Participant.objects.flowed_out(on=day, kinds=both)) == [participant]
    assert list(Participant.objects.flowed_out(on=day, kinds=[OutcomeKind.PAID_PARTIAL])) == []


def test_only_a_dropout_is_possible_before_the_diagnosis(participant, consultant):
    with pytest.raises(OutcomeNotAllowed):
        participant.record_outcome(kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=DAY)

    participant.record_outcome(
        kind=OutcomeKind.DROPOUT, dropout_reason="moved", by=consultant, on=DAY
    )

    assert participant.phase == Phase.STOPPED


def test_outcome_that_cannot_close_leaves_no_outcome_behind(participant, consultant):
    bring_to(participant, Phase.PLACEMENT, by=consultant, on=date(2016, 11, 1))

    with pytest.raises(MoveNotAllowed):
        participant.record_outcome(kind=OutcomeKind.PAID_FULL, hours=36, by=consultant, on=DAY)

    assert participant.outcomes.count() == 0


def test_phase_on_a_day_follows_the_transitions(participant, consultant):
    bring_to(participant, Phase.INTAKE, by=consultant, on=date(2016, 9, 5))
    participant.move_to(Phase.DIAGNOSIS, by=consultant, on=date(2016, 10, 5))

    def phase_on(day):
        return Participant.objects.with_phase_on(day).get().phase_on

    assert phase_on(date(2016, 9, 4)) == "selection"
    assert phase_on(date(2016, 10, 4)) == "intake"
    assert phase_on(date(2016, 10, 5)) == "diagnosis"


def test_caseload_on_a_day_follows_the_assignments(participant, consultant, pilot):
    colleague = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    participant.assign_to(colleague, by=consultant, on=DAY, reason="other")

    def consultant_on(day):
        return Participant.objects.with_consultant_on(day).get().consultant_on

    assert consultant_on(date(2016, 7, 31)) is None
    assert consultant_on(date(2016, 10, 2)) == consultant.pk
    assert consultant_on(DAY) == colleague.pk


def log(participant, by, **changes):
    step = {
        "uuid": uuid4(),
        "type": StepType.objects.get(name="Intakegesprek"),
        "on": DAY,
        "manner": "talk",
        "attendance": "present",
        "minutes": 45,
        "note": "",
    }
    return participant.log_step(by=by, **step | changes)


def test_step_with_the_same_uuid_is_logged_once(participant, consultant):
    same = uuid4()

    first = log(participant, consultant, uuid=same)
    second = log(participant, consultant, uuid=same, note="Nog eens verzonden")

    assert second == first
    assert Step.objects.count() == 1


def test_step_plans_the_next_one(participant, consultant):
    next_type = StepType.objects.get(name="Taaltoets")

    log(participant, consultant, next_type=next_type, next_on=date(2016, 10, 20))

    planned = participant.steps.planned().get()
    assert (planned.type, planned.on) == (next_type, date(2016, 10, 20))
    row = Participant.objects.with_steps().get()
    assert (row.last_step_on, row.last_step_type) == (DAY, "Intakegesprek")
    assert (row.next_step_on, row.next_step_type) == (date(2016, 10, 20), "Taaltoets")


def test_appointment_becomes_the_step_that_was_done(participant, consultant):
    log(participant, consultant, next_type=StepType.objects.get(name="Taaltoets"), next_on=DAY)
    appointment = participant.steps.planned().get()

    log(participant, consultant, planned_step=appointment, on=date(2016, 10, 4))

    assert participant.steps.planned().count() == 0
    assert [step.on for step in participant.steps.done()] == [DAY, date(2016, 10, 4)]


def test_age_counts_whole_years():
    person = Participant(birth_date=date(1990, 3, 1))

    assert person.age(date(2016, 2, 29)) == 25
    assert person.age(date(2016, 3, 1)) == 26


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda p, by: Participant.objects.update(phase="elsewhere"), "participant_phase_known"),
        (
            lambda p, by: Participant.objects.update(selected_by=None),
            "participant_selection_signed",
        ),
        (
            lambda p, by: Participant.objects.update(selected_on=None),
            "participant_selected_before_route",
        ),
        (
            lambda p, by: ParticipantFactory(pilot=p.pilot, number=p.number),
            "participant_number_once",
        ),
        (
            lambda p, by: ParticipantFactory(pilot=p.pilot, client_number=p.client_number),
            "participant_client_once",
        ),
        (
            lambda p, by: Transition.objects.create(
                participant=p, from_phase="intake", to_phase="intake", on=DAY, by=by
            ),
            "transition_changes_phase",
        ),
        (
            lambda p, by: [p.diagnose(route="placement", on=DAY, by=by) for _ in range(2)],
            "diagnosis_one_a_day",
        ),
        (
            lambda p, by: Outcome.objects.create(participant=p, kind="dropout", on=DAY, by=by),
            "outcome_dropout_has_reason",
        ),
        (
            lambda p, by: Outcome.objects.create(
                participant=p, kind="paid_full", dropout_reason="moved", on=DAY, by=by
            ),
            "outcome_dropout_has_reason",
        ),
        (
            lambda p, by: Outcome.objects.create(
                participant=p, kind="paid_full", hours=61, on=DAY, by=by
            ),
            "outcome_hours_in_a_week",
        ),
        (
            lambda p, by: [
                Outcome.objects.create(participant=p, kind="participation", on=DAY, by=by)
                for _ in range(2)
            ],
            "outcome_kind_once_a_day",
        ),
        (lambda p, by: log(p, by, attendance=""), "step_attended_when_done"),
        (lambda p, by: log(p, by, minutes=601), "step_minutes_in_a_day"),
        (
            lambda p, by: StepType.objects.create(phase="diagnosis", name="Taaltoets"),
            "step_type_once_per_phase",
        ),
    ],
)
def test_database_keeps_the_rule(participant, consultant, change, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        change(participant, consultant)
