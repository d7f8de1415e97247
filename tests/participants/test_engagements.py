"""Placements, studies and businesses: the rules, and two people at once."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pghistory
import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from participants.engagements import (
    Bbz,
    Financing,
    PlacementKind,
    Standing,
    outcome_of_business,
    outcome_of_placement,
    outcome_of_study,
    overlaps,
)
from participants.history import history
from participants.limits import Limits
from participants.models import Business, Participant, Placement, Study
from participants.models.engagements import (
    EndedAlready,
    OverlappingPlacement,
)
from participants.outcomes import OutcomeKind
from participants.signals import DAYS, Signal
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.participants.outflow import business, placement, study

DAYS_OF_A_YEAR = st.dates(min_value=date(2016, 1, 1), max_value=date(2016, 12, 31))
MAYBE = st.none() | DAYS_OF_A_YEAR


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def end(row, on, reason):
    return row.end(on=on, reason=reason, by=row.by)


@pytest.mark.parametrize(
    ("agreed", "ended", "standings"),
    [
        (None, None, ["planned", "running", "running", "running"]),
        (2, None, ["planned", "running", "running", "overdue"]),
        (2, 3, ["ended"] * 4),
    ],
)
def test_standing_of_what_begins_on_the_first(agreed, ended, standings):
    def day(number):
        return number and date(2017, 1, number)

    days = (date(2016, 12, 31), day(1), day(2), day(3))
    found = [Standing.on(on, starts=day(1), agreed=day(agreed), ended=day(ended)) for on in days]
    assert found == standings


@pytest.mark.parametrize(
    ("kind", "hours", "proposed"),
    [
        (PlacementKind.REGULAR, "32", OutcomeKind.PAID_FULL),
        (PlacementKind.REGULAR, "31.5", OutcomeKind.PAID_PARTIAL),
        (PlacementKind.SUBSIDISED, "36", OutcomeKind.SUBSIDISED_FULL),
        (PlacementKind.SUBSIDISED, "16", OutcomeKind.SUBSIDISED_PARTIAL),
        (PlacementKind.TRIAL, "36", None),
        (PlacementKind.LEARN_WORK, "36", None),
        (PlacementKind.WORK_EXPERIENCE, "36", None),
    ],
)
def test_placement_proposes_the_outcome_it_leads_to(kind, hours, proposed):
    assert outcome_of_placement(kind, Decimal(hours)) == proposed


def test_study_and_business_propose_by_what_somebody_lives_on():
    assert [outcome_of_study(way) for way in Financing] == [
        OutcomeKind.STUDY_GRANT,
        OutcomeKind.STUDY_BENEFIT,
        None,
    ]
    assert {bbz: outcome_of_business(bbz) for bbz in Bbz} == {
        Bbz.NONE: OutcomeKind.BUSINESS_PARTIAL,
        Bbz.ASKED: OutcomeKind.BUSINESS_PARTIAL,
        Bbz.GRANTED: OutcomeKind.BUSINESS_FULL,
        Bbz.REFUSED: OutcomeKind.BUSINESS_PARTIAL,
    }


@given(DAYS_OF_A_YEAR, MAYBE, DAYS_OF_A_YEAR, MAYBE)
def test_periods_overlap_when_some_day_is_in_both(start, end, other_start, other_end):
    far = date(2017, 1, 1)
    one = range(start.toordinal(), (end or far).toordinal() + 1)
    other = range(other_start.toordinal(), (other_end or far).toordinal() + 1)
    if not one or not other:
        return  # no period at all; the database refuses those

    assert overlaps(start, end, other_start, other_end) == bool(set(one) & set(other))


def test_sending_a_placement_twice_records_it_once(participant):
    uuid = uuid4()

    same = [placement(participant, uuid=uuid) for _ in range(2)]

    # The back button gives a form with another uuid.
    again = placement(participant, kind="trial", employer="Hotel")
    assert placement(participant, kind="trial", employer="Hotel") == again
    assert same[0] == same[1]
    assert participant.placements.count() == 2


@pytest.mark.parametrize("name", ["Bakkerij Het Voorbeeld", "bakkerij het voorbeeld"])
def test_regular_work_with_one_employer_is_there_once_at_a_time(participant, name):
    first = placement(participant, ends_on=date(2016, 12, 31))

    with pytest.raises(OverlappingPlacement) as refused:
        placement(participant, employer=name, starts_on=date(2016, 12, 31))

    assert refused.value.args == (first,)
    placement(participant, employer=name, starts_on=date(2017, 1, 1))
    placement(participant, employer="Een ander", starts_on=date(2016, 12, 1))
    placement(participant, kind="trial", starts_on=date(2016, 12, 1))


def test_placement_that_ended_early_leaves_room(participant):
    first = placement(participant)
    end(first, date(2016, 11, 30), "contract")

    placement(participant, starts_on=date(2016, 12, 1))

    assert participant.placements.count() == 2


def test_change_cannot_make_regular_work_overlap_either(participant):
    first = placement(participant, ends_on=date(2016, 12, 31))
    placement(participant, starts_on=date(2017, 1, 1))

    with pytest.raises(OverlappingPlacement):
        first.change(version=1, ends_on=date(2017, 1, 31))

    first.refresh_from_db()
    assert (first.ends_on, first.version) == (date(2016, 12, 31), 1)


def test_who_changes_after_a_colleague_is_told_what_changed(participant, consultant):
    mine = placement(participant, hours=Decimal(24))
    theirs = Placement.objects.get(pk=mine.pk)
    with pghistory.context(user=consultant.pk):
        theirs.change(version=1, hours=Decimal(32), employer="Hotel")

    with pytest.raises(ChangedMeanwhile) as refused:
        mine.change(version=1, hours=Decimal(20))

    assert refused.value.version == 2
    (change,) = refused.value.newer
    assert change.by == str(consultant)
    assert sorted((field.label, field.before, field.after) for field in change.fields) == [
        ("Uren per week", "24", "32"),
        ("Werkgever", "Bakkerij Het Voorbeeld", "Hotel"),
    ]
    mine.refresh_from_db()
    assert mine.hours == 32
    mine.change(version=2, hours=Decimal(20))
    mine.refresh_from_db()
    assert (mine.hours, mine.version) == (20, 3)


def test_change_of_nothing_is_no_change(participant):
    row = placement(participant)

    row.change(version=1, hours=row.hours)

    row.refresh_from_db()
    assert row.version == 1


def test_what_ended_cannot_end_again(participant):
    row = study(participant)
    end(row, date(2016, 12, 1), "diploma")

    with pytest.raises(EndedAlready):
        end(row, date(2016, 12, 2), "stopped")

    row.refresh_from_db()
    assert (row.ended_on, row.ended_reason, row.version) == (date(2016, 12, 1), "diploma", 2)


def test_history_of_the_participant_tells_of_all_three(participant):
    row = placement(participant)
    study(participant)
    business(participant)
    row.change(version=1, hours=Decimal(20))

    told = history(participant)

    assert [change.what for change in told[:4]] == [
        "Plaatsing gewijzigd",
        "Onderneming toegevoegd",
        "Studie toegevoegd",
        "Plaatsing toegevoegd",
    ]
    assert [(field.label, field.before, field.after) for field in told[0].fields] == [
        ("Uren per week", "36", "20")
    ]


def ending():
    return list(Participant.objects.signalled(Signal.CONTRACT_ENDS, on=TODAY))


@pytest.mark.parametrize(("days", "asks"), [(-3, True), (0, True), (30, True), (31, False)])
def test_contract_that_ends_asks_for_attention_in_time(participant, days, asks):
    assert DAYS[Signal.CONTRACT_ENDS] == 30
    placement(participant, ends_on=TODAY + timedelta(days=days))

    assert ending() == ([participant] if asks else [])


def test_limit_of_the_pilot_holds_for_the_contract(participant):
    placement(participant, ends_on=TODAY + timedelta(days=31))
    limits = Limits({"contract-loopt-af": 31})

    found = Participant.objects.signalled(Signal.CONTRACT_ENDS, on=TODAY, limits=limits)

    assert [(row.contract_until, row.contract_with) for row in found] == [
        (TODAY + timedelta(days=31), "Bakkerij Het Voorbeeld")
    ]


SOON = TODAY + timedelta(days=10)
SETTLED = {
    "extended": lambda p, row: row.change(version=1, ends_on=date(2017, 6, 30)),
    "without an end": lambda p, row: row.change(version=1, ends_on=None),
    "ended": lambda p, row: end(row, TODAY, "contract"),
    "other work follows": lambda p, row: placement(p, employer="Hotel", starts_on=SOON),
    "study follows": lambda p, row: study(p, starts_on=SOON),
    "business follows": lambda p, row: business(p, starts_on=SOON),
    "flowed out": lambda p, row: p.record_outcome(
        kind="paid_full", hours=36, by=p.consultant, on=TODAY
    ),
}


@pytest.mark.parametrize("how", SETTLED)
def test_contract_asks_no_more_when_it_is_settled(participant, how):
    row = placement(participant, ends_on=SOON)
    assert ending() == [participant]

    SETTLED[how](participant, row)

    assert ending() == []


def test_other_work_that_began_before_does_not_follow_on_it(participant):
    placement(participant, ends_on=SOON)
    placement(participant, employer="Hotel", starts_on=TODAY)
    placement(
        ParticipantFactory(pilot=participant.pilot, consultant=participant.consultant),
        starts_on=SOON,
    )

    assert ending() == [participant]


def change(row, **fields):
    return type(row).objects.filter(pk=row.pk).update(**fields)


@pytest.mark.parametrize(
    ("make", "fields", "rule"),
    [
        (placement, {"ends_on": date(2016, 10, 31)}, "placement_ends_after_start"),
        (
            placement,
            {"ended_on": date(2016, 10, 31), "ended_reason": "other"},
            "placement_ended_after_start",
        ),
        (placement, {"ended_on": date(2016, 12, 1)}, "placement_ended_with_reason"),
        (placement, {"ended_reason": "other"}, "placement_ended_with_reason"),
        (
            placement,
            {"ended_on": date(2016, 12, 1), "ended_reason": "other"},
            "placement_end_signed",
        ),
        (placement, {"kind": "holiday"}, "placement_kind_known"),
        (placement, {"hours": 0}, "placement_hours_in_a_week"),
        (placement, {"hours": 61}, "placement_hours_in_a_week"),
        (placement, {"employer": ""}, "placement_with_employer"),
        (study, {"ends_on": date(2016, 10, 31)}, "study_ends_after_start"),
        (
            study,
            {"ended_on": date(2016, 10, 31), "ended_reason": "part"},
            "study_ended_after_start",
        ),
        (study, {"ended_on": date(2016, 12, 1)}, "study_ended_with_reason"),
        (study, {"ended_on": date(2016, 12, 1), "ended_reason": "part"}, "study_end_signed"),
        (study, {"level": "phd"}, "study_level_known"),
        (study, {"financing": "lottery"}, "study_financing_known"),
        (study, {"financing": "benefit"}, "study_benefit_on_conditions"),
        (study, {"financing": "benefit", "conditions": "x"}, "study_benefit_on_conditions"),
        (
            study,
            {"financing": "benefit", "ends_on": date(2017, 7, 1)},
            "study_benefit_on_conditions",
        ),
        (business, {"ends_on": date(2016, 10, 31)}, "business_ends_after_start"),
        (
            business,
            {"ended_on": date(2016, 10, 31), "ended_reason": "other"},
            "business_ended_after_start",
        ),
        (business, {"ended_on": date(2016, 12, 1)}, "business_ended_with_reason"),
        (
            business,
            {"ended_on": date(2016, 12, 1), "ended_reason": "other"},
            "business_end_signed",
        ),
        (business, {"stage": "dream"}, "business_stage_known"),
        (business, {"bbz": "perhaps"}, "business_bbz_known"),
        (business, {"stage": "idea", "bbz": "granted"}, "business_bbz_granted_for_a_plan"),
        (placement, {"withdrawn": True}, "placement_withdrawn_signed"),
        (study, {"withdrawn_reason": "Nee"}, "study_withdrawn_signed"),
        (business, {"withdrawn_on": date(2016, 12, 1)}, "business_withdrawn_signed"),
    ],
)
def test_database_keeps_the_rule(participant, make, fields, rule):
    row = make(participant)
    if "ended_on" in fields and not rule.endswith("signed"):
        fields |= {"ended_by": row.by, "ended_at": row.at}

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        change(row, **fields)


def test_what_was_withdrawn_counts_nowhere(participant, consultant):
    row = placement(participant, ends_on=SOON)
    assert ending() == [participant]

    row.withdraw(version=1, reason="Werkgever failliet", by=consultant)

    assert ending() == []
    assert (participant.engagements, participant.placements.count()) == ([], 0)
    # Room for the same again, and the form of the first time gives what was withdrawn.
    assert placement(participant, uuid=row.uuid) == row
    again = placement(participant)
    assert list(Placement.objects.all()) == [again]
    for refused in (lambda: end(row, TODAY, "contract"), lambda: row.change(version=2, note="x")):
        with pytest.raises(ChangedMeanwhile):
            refused()


def test_study_that_was_withdrawn_does_not_follow_on_a_contract(participant, consultant):
    placement(participant, ends_on=SOON)
    row = study(participant, starts_on=SOON)
    assert ending() == []

    row.withdraw(version=1, reason="Niet toegelaten", by=consultant)

    assert ending() == [participant]


def test_each_has_one_uuid(participant):
    for make in (placement, study, business):
        first = make(participant)
        other = ParticipantFactory(pilot=participant.pilot, consultant=participant.consultant)
        with pytest.raises(IntegrityError, match="uuid"), transaction.atomic():
            make(other, uuid=first.uuid)
    assert [model.objects.count() for model in (Placement, Study, Business)] == [1, 1, 1]
