import json
from datetime import date
from decimal import Decimal

import pytest

from participants.choices import OUTCOME_KINDS, PHASES, Attendance
from participants.models import StepType, TrajectoryRules
from participants.outcomes import COUNTS_BROAD, COUNTS_NARROW, OutcomeKind
from participants.trajectory import Phase
from pilot.models import Membership
from pilot.roles import Role
from reports.figures import Count, Figures, percentage
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory
from tests.reports.world import ANN, World

AUTUMN = (date(2016, 8, 1), date(2016, 9, 30))
WINTER = (date(2016, 10, 1), date(2016, 12, 31))
SPRING = (date(2017, 1, 1), date(2017, 3, 31))


@pytest.fixture
def world(pilot):
    """All of it, beside another pilot in which Ann works too, and where somebody flowed out."""
    world = World(pilot)
    other = PilotFactory()
    Membership.objects.create(user=world.team[ANN], pilot=other, role=Role.CONSULTANT)
    MembershipFactory(pilot=other, user__username="elsewhere")
    theirs = ParticipantFactory(pilot=other, consultant=world.team[ANN], phase=Phase.PLACEMENT)
    theirs.record_outcome(kind=OutcomeKind.PAID_PARTIAL, by=world.team[ANN], on=date(2016, 9, 2))
    log(theirs, "2016-09-03", minutes=30)
    world.play()
    return world


def figures_of(pilot, period):
    since, on = period
    return Figures.of(pilot, since=since, on=on)


def occurring(rows):
    """Key and number, of what there is at all."""
    return {row.key: row.count for row in rows if row.count}


def log(participant, day, *, attendance=Attendance.PRESENT, minutes=None):
    participant.steps.create(
        type=StepType.objects.first(),
        on=date.fromisoformat(day),
        attendance=attendance,
        minutes=minutes,
        by=participant.consultant,
    )


def test_figures_of_autumn_are_what_one_counts_by_hand(pilot, world):
    figures = figures_of(pilot, AUTUMN)

    assert figures.participants == 12
    assert occurring(figures.phases) == {
        "selection": 1,
        "intake": 2,
        "diagnosis": 4,
        "placement": 1,
        "education": 1,
        "entrepreneurship": 1,
        "outflow": 1,
        "stopped": 1,
    }
    assert figures.diagnosed == 6
    assert figures.started == 4
    assert figures.diagnosed_and_started == 4
    assert occurring(figures.outcomes) == {"paid_full": 1, "paid_partial": 1, "dropout": 1}
    assert (figures.flowed_out, figures.flowed_out_narrow) == (2, 1)
    assert (figures.outflow_share, figures.started_share) == (Decimal("1.3"), Decimal("50.0"))
    assert occurring(figures.dropouts) == {"motivation": 1}
    assert occurring(figures.caseload) == {"ann": 6, "bert": 3, "geen": 1}
    assert (figures.new_diagnoses, figures.new_started, figures.new_outcomes) == (6, 4, 2)


def test_figures_of_winter_are_what_one_counts_by_hand(pilot, world):
    figures = figures_of(pilot, WINTER)

    assert figures.participants == 13
    assert occurring(figures.phases) == {
        "selection": 1,
        "intake": 3,
        "diagnosis": 2,
        "placement": 2,
        "education": 1,
        "entrepreneurship": 1,
        "outflow": 2,
        "stopped": 1,
    }
    assert figures.diagnosed == 8
    assert figures.started == 6
    assert figures.diagnosed_and_started == 6
    # Who lost the job is back in the trajectory, and who came back no longer dropped out.
    assert occurring(figures.outcomes) == {
        "paid_full": 1,
        "subsidised_partial": 1,
        "study_grant": 1,
        "study_benefit": 1,
        "business_partial": 1,
        "participation": 1,
        "dropout": 1,
    }
    assert (figures.flowed_out, figures.flowed_out_narrow) == (5, 2)
    assert (figures.outflow_share, figures.started_share) == (Decimal("3.3"), Decimal("83.3"))
    assert occurring(figures.dropouts) == {"moved": 1}
    assert occurring(figures.caseload) == {"ann": 4, "bert": 5, "geen": 1}
    # Somebody was diagnosed anew, one started anew, and one had two outcomes.
    assert (figures.new_diagnoses, figures.new_started, figures.new_outcomes) == (2, 2, 5)


def test_figures_of_spring_are_what_one_counts_by_hand(pilot, world):
    figures = figures_of(pilot, SPRING)

    assert figures.participants == 13
    assert occurring(figures.phases) == {
        "selection": 1,
        "intake": 3,
        "diagnosis": 2,
        "placement": 1,
        "education": 1,
        "outflow": 4,
        "stopped": 1,
    }
    assert figures.diagnosed == 8
    assert figures.started == 6
    assert figures.diagnosed_and_started == 6
    assert occurring(figures.outcomes) == {
        "paid_full": 1,
        "subsidised_full": 1,
        "study_grant": 1,
        "study_benefit": 1,
        "business_full": 1,
        "participation": 1,
        "dropout": 1,
    }
    assert (figures.flowed_out, figures.flowed_out_narrow) == (5, 4)
    assert (figures.outflow_share, figures.started_share) == (Decimal("3.3"), Decimal("83.3"))
    assert occurring(figures.dropouts) == {"moved": 1}
    assert occurring(figures.caseload) == {"ann": 4, "bert": 3, "geen": 1}
    assert (figures.new_diagnoses, figures.new_started, figures.new_outcomes) == (0, 0, 2)


def test_figures_say_what_the_pilot_is_held_to(pilot):
    figures = figures_of(pilot, WINTER)

    assert (figures.pilot_name, figures.target_group) == (pilot.name, pilot.target_group)
    assert (figures.since, figures.on) == WINTER
    assert figures.participants_target == 150
    assert (figures.outflow_target, figures.outflow_target_percentage) == (30, 20)
    assert figures.caseload_norm == 50


def test_figures_of_an_empty_pilot_are_zero(pilot):
    figures = figures_of(pilot, WINTER)

    assert figures.participants == 0
    assert [(row.key, row.label) for row in figures.phases] == PHASES
    assert [(row.key, row.label) for row in figures.outcomes] == OUTCOME_KINDS
    assert occurring((*figures.phases, *figures.outcomes, *figures.dropouts)) == {}
    assert (figures.outflow_share, figures.started_share) == (Decimal("0.0"), Decimal("0.0"))
    assert [(row.label, row.count) for row in figures.caseload] == [("Nog niet toegewezen", 0)]
    assert (figures.new_steps, figures.minutes) == (0, 0)


def test_figures_add_up(pilot, world):
    figures = figures_of(pilot, WINTER)

    assert sum(row.count for row in figures.phases) == figures.participants
    closed = sum(row.count for row in figures.phases if row.key in ("outflow", "stopped"))
    assert figures.in_caseload == figures.participants - closed == 10
    assert figures.dropped_out == 1


def test_what_happens_later_changes_nothing(pilot):
    world = World(pilot)
    world.play(until=AUTUMN[1])
    then = figures_of(pilot, AUTUMN)

    world.play(after=AUTUMN[1])

    assert figures_of(pilot, AUTUMN) == then


def test_what_is_recorded_later_for_an_earlier_day_does_count(pilot, world):
    participant = world.people["diagnosed"]

    participant.record_outcome(
        kind=OutcomeKind.PAID_PARTIAL, by=world.team[ANN], on=WINTER[1], hours=16
    )

    winter = figures_of(pilot, WINTER)
    assert occurring(winter.outcomes)["paid_partial"] == 1
    assert (winter.flowed_out, winter.flowed_out_narrow, winter.new_outcomes) == (6, 2, 6)
    assert figures_of(pilot, AUTUMN).flowed_out == 2


def test_what_is_recorded_later_yields_to_what_happened_later(pilot, world):
    participant = world.people["studies"]

    participant.record_outcome(
        kind=OutcomeKind.PAID_PARTIAL, by=world.team[ANN], on=AUTUMN[1], hours=8
    )

    assert occurring(figures_of(pilot, AUTUMN).outcomes)["paid_partial"] == 2
    winter = occurring(figures_of(pilot, WINTER).outcomes)
    assert (winter["study_benefit"], winter.get("paid_partial")) == (1, None)


def test_which_outcomes_count_is_what_the_rules_of_the_pilot_say(pilot, world):
    TrajectoryRules.objects.create(
        pilot=pilot,
        counts_broad=[OutcomeKind.PARTICIPATION, OutcomeKind.PAID_FULL],
        counts_narrow=[OutcomeKind.STUDY_BENEFIT],
    )

    figures = figures_of(pilot, WINTER)

    assert [row.key for row in figures.outcomes if row.broad] == ["paid_full", "participation"]
    assert [row.key for row in figures.outcomes if row.narrow] == ["study_benefit"]
    assert (figures.flowed_out, figures.flowed_out_narrow) == (2, 1)
    assert figures.new_outcomes == 2
    # Who participates never started a trajectory: one of six.
    assert figures.started_share == Decimal("16.7")


def test_without_rules_of_its_own_a_pilot_follows_the_action_plan(pilot):
    figures = figures_of(pilot, WINTER)

    assert {row.key for row in figures.outcomes if row.broad} == COUNTS_BROAD
    assert {row.key for row in figures.outcomes if row.narrow} == COUNTS_NARROW


def test_diagnosed_and_started_are_those_who_are_both(pilot, world):
    """As after an import, which can bring somebody in a trajectory without a diagnosis."""
    world.people["talks"].transitions.create(
        from_phase=Phase.INTAKE, to_phase=Phase.PLACEMENT, on=WINTER[1], by=world.team[ANN]
    )

    figures = figures_of(pilot, WINTER)

    assert (figures.diagnosed, figures.started, figures.diagnosed_and_started) == (8, 7, 6)


def test_caseload_names_the_team_in_order_with_who_guides_nobody(pilot, world):
    figures = figures_of(pilot, WINTER)

    assert [(row.key, row.label, row.count, row.norm) for row in figures.caseload] == [
        ("ann", "Ann Voorbeeld", 4, 50),
        ("bert", "Bert Voorbeeld", 5, 50),
        ("carl", "Carl Voorbeeld", 0, 50),
        ("geen", "Nog niet toegewezen", 1, None),
    ]


def test_caseload_is_held_to_the_norm_of_the_hours_somebody_works(pilot, world):
    pilot.caseload_norm = 5
    Membership.objects.filter(pilot=pilot, user=world.team["bert"]).update(fte=Decimal("0.7"))

    rows = {row.key: row for row in figures_of(pilot, WINTER).caseload}

    # 3,5 of 5, rounded half up.
    assert (rows["bert"].norm, rows["bert"].room, rows["bert"].above_norm) == (4, -1, True)
    assert (rows["ann"].norm, rows["ann"].room, rows["ann"].above_norm) == (5, 1, False)
    assert (rows["geen"].room, rows["geen"].above_norm) == (None, False)


def test_figures_kept_before_part_time_counted_held_everybody_to_one_norm(pilot, world):
    kept = figures_of(pilot, WINTER).as_json()
    for row in kept["caseload"]:
        del row["norm"]

    rows = Figures.from_json(kept).caseload

    assert [(row.key, row.norm) for row in rows] == [
        ("ann", 50),
        ("bert", 50),
        ("carl", 50),
        ("geen", None),
    ]


def test_caseload_keeps_who_left_for_as_long_as_they_have_participants(pilot, world):
    Membership.objects.filter(pilot=pilot, user__username__in=["bert", "carl"]).delete()

    figures = figures_of(pilot, WINTER)

    assert [(row.key, row.count) for row in figures.caseload] == [
        ("ann", 4),
        ("bert", 5),
        ("geen", 1),
    ]
    assert [row.norm for row in figures.caseload] == [50, None, None]


def test_caseload_follows_the_assignments_day_by_day(pilot, world):
    def numbers(on):
        return occurring(Figures.of(pilot, since=pilot.starts_on, on=on).caseload)

    assert numbers(date(2016, 8, 4)) == {"geen": 12}
    assert numbers(date(2016, 8, 5)) == {"ann": 7, "bert": 4, "geen": 1}
    # On 1 December one goes from Ann to Bert, and one more is selected.
    assert numbers(date(2016, 11, 30)) == {"ann": 6, "bert": 2, "geen": 1}
    assert numbers(date(2016, 12, 1)) == {"ann": 5, "bert": 3, "geen": 2}


def test_period_counts_the_steps_that_were_done_in_it(pilot, world):
    ann, bert = world.people["talks"], world.people["studies"]
    log(ann, "2016-09-30", minutes=500)
    log(ann, "2016-10-01", minutes=45)
    log(ann, "2016-11-15", attendance=Attendance.ABSENT)
    log(bert, "2016-11-15", attendance=Attendance.LATE, minutes=20)
    log(bert, "2016-12-31", minutes=15)
    log(bert, "2017-01-01", minutes=400)
    ann.steps.create(
        type=StepType.objects.first(), on=date(2016, 11, 20), planned=True, by=ann.consultant
    )

    figures = figures_of(pilot, WINTER)

    assert figures.new_steps == 4
    assert figures.minutes == 80
    assert figures.attendance == (
        Count("present", "aanwezig", 2),
        Count("late", "te laat", 1),
        Count("excused", "afgemeld", 0),
        Count("absent", "niet verschenen", 1),
    )


def test_figures_survive_being_kept_as_json(pilot, world):
    figures = figures_of(pilot, WINTER)

    kept = json.loads(json.dumps(figures.as_json()))

    assert Figures.from_json(kept) == figures


@pytest.mark.parametrize("count", [1, 3])
def test_figures_make_the_same_queries_for_one_as_for_many(pilot, count, django_assert_num_queries):
    consultant = MembershipFactory(pilot=pilot).user
    for participant in ParticipantFactory.create_batch(
        count, pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT
    ):
        log(participant, "2016-11-15", minutes=45)
        participant.record_outcome(kind=OutcomeKind.PAID_FULL, by=consultant, on=date(2016, 12, 1))

    with django_assert_num_queries(23):
        figures = figures_of(pilot, WINTER)

    assert figures.flowed_out == count


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 0, "0.0"),
        (23, 150, "15.3"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 2000, "0.1"),
        (3, 3, "100.0"),
        (31, 30, "103.3"),
    ],
)
def test_percentage_has_one_decimal_rounded_half_up(part, whole, expected):
    assert str(percentage(part, whole)) == expected
