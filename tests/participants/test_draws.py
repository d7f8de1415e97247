"""A draw is made from the candidates of the day, kept, changed by hand and carried out."""

from datetime import date
from threading import Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from participants.choices import Sex
from participants.history import history
from participants.models import Draw, DrawChange, DrawEntry, Participant
from participants.models.draws import (
    CannotCarryOut,
    ChangeNotPossible,
    DrawSettled,
    DrawState,
    How,
    sort_out,
)
from participants.selection import Feature, TooFew
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, UserFactory, make_draw


@pytest.fixture
def leader(pilot):
    return MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user


@pytest.fixture
def pool(pilot):
    """Six women and three men of the target group."""
    women = ParticipantFactory.create_batch(6, pilot=pilot, sex=Sex.FEMALE)
    return women + ParticipantFactory.create_batch(3, pilot=pilot, sex=Sex.MALE)


@pytest.fixture
def draw(pilot, leader, pool):
    return make_draw(pilot, by=leader, size=3)


def chosen(draw):
    return set(draw.people())


def not_chosen(draw):
    return [entry.participant for entry in draw.entries.filter(chosen=False)]


def exchange(draw, leader, **changes):
    out, into = draw.people().first(), not_chosen(draw)[0]
    values = {"uuid": uuid4(), "by": leader, "reason": "verhuist", "removed": out, "added": into}
    draw.change(**values | changes)
    return out, into


def test_draw_keeps_the_pool_of_the_day_and_who_was_drawn(draw, pool, leader):
    assert (str(draw), draw.on, draw.state, draw.by) == ("Loting 1", TODAY, "concept", leader)
    entries = list(draw.entries.all())
    assert {entry.participant for entry in entries} == set(pool)
    assert [entry.lot for entry in entries] == list(range(1, 10))
    assert {(e.education, e.age_class, e.arrival_year) for e in entries} == {
        ("unknown", "25-34", "2015")
    }
    drawn = [entry for entry in entries if entry.drawn]
    assert sorted(entry.sex for entry in drawn) == ["female", "female", "male"]
    assert all(entry.chosen and entry.how == How.DRAWN for entry in drawn)
    # Nobody takes part yet.
    assert Participant.objects.exclude(selected_on=None).count() == 0


def test_only_candidates_of_the_target_group_are_in_the_pool(pilot, leader):
    fit = ParticipantFactory(pilot=pilot)
    minor = ParticipantFactory(pilot=pilot, birth_date=date(2000, 1, 1))
    early = ParticipantFactory(pilot=pilot, assigned_on=date(2013, 12, 31))
    ParticipantFactory(pilot=pilot, consultant=leader)
    ParticipantFactory()

    draw = make_draw(pilot, by=leader, size=1)

    assert [entry.participant for entry in draw.entries.all()] == [fit]
    assert sort_out(pilot) == ([fit], [minor, early])


def test_draw_can_be_repeated_after_everything_changed(draw, leader, pool):
    drawn = {entry.participant.number for entry in draw.entries.filter(drawn=True)}
    Participant.objects.update(sex=Sex.UNKNOWN, birth_date=date(1950, 1, 1))
    exchange(draw, leader)
    ParticipantFactory(pilot=draw.pilot)

    again = Draw.objects.get(pk=draw.pk).repeat()

    assert again.numbers == drawn
    assert again.lots == {entry.participant.number: entry.lot for entry in draw.entries.all()}


def test_same_form_sent_twice_is_one_draw(pilot, leader, pool):
    sent = {"uuid": uuid4(), "features": [Feature.AGE], "size": 2, "seed": 5}

    first, second = (Draw.objects.make(pilot=pilot, by=leader, **sent) for _ in range(2))

    assert first == second
    assert DrawEntry.objects.count() == 9
    assert make_draw(pilot, by=leader).number == 2


def test_more_than_the_pool_holds_makes_no_draw(pilot, leader, pool):
    with pytest.raises(TooFew):
        make_draw(pilot, by=leader, size=10)

    assert Draw.objects.count() == 0


def test_exchange_keeps_what_was_drawn_and_says_why(draw, leader):
    before = chosen(draw)

    out, into = exchange(draw, leader)

    assert chosen(draw) == before - {out} | {into}
    left, came = (draw.entries.get(participant=person) for person in (out, into))
    assert (left.drawn, left.status, left.reason) == (True, "eruit gehaald", "verhuist")
    assert (came.drawn, came.status, came.reason) == (False, "in ruil", "verhuist")
    change = draw.changes.get()
    assert str(change) == f"{out} eruit, {into} erbij"
    assert (change.by, change.reason) == (leader, "verhuist")
    # Also on the page of whoever it is about.
    told = {field.label: (field.before, field.after) for field in history(out)[0].fields}
    assert told["In de selectie"] == ("ja", "nee")


def test_change_sent_twice_is_made_once(draw, leader):
    sent = {"uuid": uuid4()}
    out, into = exchange(draw, leader, **sent)
    draw.change(by=leader, reason="verhuist", removed=out, added=into, **sent)

    assert DrawChange.objects.count() == 1
    assert len(chosen(draw)) == 3


def test_somebody_can_be_put_in_and_taken_out_without_exchange(draw, leader):
    into = not_chosen(draw)[0]
    draw.change(uuid=uuid4(), by=leader, reason="broer van", added=into)
    assert draw.entries.get(participant=into).status == "met de hand"

    draw.change(uuid=uuid4(), by=leader, reason="toch niet", removed=into)

    assert len(chosen(draw)) == 3
    assert [str(change) for change in draw.changes.all()] == [f"{into} eruit", f"{into} erbij"]


def test_colleague_who_was_first_is_not_overwritten(draw, leader):
    out, into = exchange(draw, leader)

    with pytest.raises(ChangeNotPossible, match=f"{out} zit niet meer in de loting"):
        exchange(draw, leader, removed=out)
    with pytest.raises(ChangeNotPossible, match=f"{into} zit al in de loting"):
        exchange(draw, leader, added=into)

    assert len(chosen(draw)) == 3
    assert draw.changes.count() == 1


def test_somebody_selected_meanwhile_or_outside_the_pool_cannot_be_put_in(draw, leader):
    selected, stranger = not_chosen(draw)[0], ParticipantFactory(pilot=draw.pilot)
    selected.select(by=leader, on=TODAY)

    for person in (selected, stranger):
        with pytest.raises(ChangeNotPossible):
            draw.change(uuid=uuid4(), by=leader, reason="x", added=person)


def test_last_one_stays_in(pilot, leader, pool):
    draw = make_draw(pilot, by=leader, size=1)

    with pytest.raises(ChangeNotPossible, match="niemand meer in"):
        draw.change(uuid=uuid4(), by=leader, reason="x", removed=draw.people().get())

    assert len(chosen(draw)) == 1


def test_carrying_out_selects_everybody_in_it(draw, leader):
    exchange(draw, leader)
    people = chosen(draw)

    draw.carry_out(by=leader, on=TODAY)

    selected = Participant.objects.exclude(selected_on=None)
    assert set(selected) == people
    assert set(selected.values_list("selected_on", "selected_by")) == {(TODAY, leader.pk)}
    draw.refresh_from_db()
    assert (draw.state, draw.selected_on, draw.settled_by) == ("carried_out", TODAY, leader)


def test_with_one_obstacle_nobody_is_selected_and_they_are_named(draw, leader):
    first, second, third = draw.people().order_by("pk")
    first.select(by=leader, on=date(2017, 1, 10))
    Participant.objects.filter(pk=second.pk).update(birth_date=date(2005, 1, 1))

    with pytest.raises(CannotCarryOut) as refused:
        draw.carry_out(by=leader, on=TODAY)

    assert refused.value.args[0] == [
        (first, "is op 10-01-2017 al geselecteerd"),
        (second, "jonger dan 18 jaar"),
    ]
    third.refresh_from_db()
    assert third.is_candidate
    draw.refresh_from_db()
    assert draw.is_concept


def test_settled_draw_stays_as_it_is(draw, leader):
    draw.discard(by=leader)

    for act in (
        lambda: draw.discard(by=leader),
        lambda: draw.carry_out(by=leader, on=TODAY),
        lambda: exchange(draw, leader),
    ):
        with pytest.raises(DrawSettled):
            act()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Draw.objects.filter(pk=draw.pk).update(state=DrawState.CONCEPT)
    assert Participant.objects.exclude(selected_on=None).count() == 0


@pytest.mark.parametrize(
    "change", [{"drawn": False}, {"lot": 99}, {"sex": Sex.UNKNOWN}, {"age_class": "55+"}]
)
def test_database_keeps_the_pool_as_it_was(draw, change):
    with pytest.raises(ProgrammingError), transaction.atomic():
        draw.entries.filter(drawn=True).update(**change)


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("draw_number_once", {"number": 1}),
        ("draw_of_somebody", {"size": 0}),
        ("draw_by_some_feature", {"features": []}),
        ("draw_state_known", {"state": "lost"}),
        ("draw_settled_signed", {"state": DrawState.DISCARDED}),
        ("draw_carried_out_on_a_day", {"selected_on": TODAY}),
    ],
)
def test_draw_constraints(draw, leader, constraint, change):
    values = {
        "pilot": draw.pilot,
        "number": 2,
        "size": 1,
        "features": ["sex"],
        "seed": 1,
        "on": TODAY,
        "by": leader,
    }
    if constraint == "draw_state_known":
        change = change | {"settled_by": leader, "settled_at": "2017-01-15T12:00Z"}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Draw.objects.create(**values | change)


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("draw_entry_how_known", {"how": "guess"}),
        ("draw_entry_chosen_somehow", {"how": How.NOT}),
        ("draw_entry_by_hand_with_reason", {"chosen": False}),
    ],
)
def test_entry_constraints(draw, constraint, change):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        draw.entries.filter(chosen=True).update(**change)


def test_somebody_and_a_lot_are_in_a_draw_once(draw):
    one = draw.entries.first()
    other = ParticipantFactory(pilot=draw.pilot)
    for constraint, change in [
        ("draw_entry_once", {"lot": 99}),
        ("draw_entry_lot_once", {"participant": other}),
    ]:
        again = DrawEntry.objects.get(pk=one.pk)
        again.pk = None
        for field, value in change.items():
            setattr(again, field, value)
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            again.save()


@pytest.mark.parametrize(
    ("constraint", "people", "reason"),
    [
        ("draw_change_of_somebody", (None, None), "x"),
        ("draw_change_changes", (0, 0), "x"),
        ("draw_change_with_reason", (0, 1), ""),
    ],
)
def test_change_constraints(draw, leader, pool, constraint, people, reason):
    removed, added = (None if place is None else pool[place] for place in people)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        draw.changes.create(uuid=uuid4(), by=leader, reason=reason, removed=removed, added=added)


@pytest.mark.django_db(transaction=True)
def test_two_who_carry_out_at_once_do_it_once(draw, leader):
    went = []

    def carry_out():
        try:
            Draw.objects.get(pk=draw.pk).carry_out(by=leader, on=TODAY)
            went.append("done")
        except DrawSettled:
            went.append("settled")
        finally:
            connection.close()

    threads = [Thread(target=carry_out) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(went) == ["done", "settled"]
    assert Participant.objects.exclude(selected_on=None).count() == 3


def test_selection_is_told_of_whom_it_is_about(draw, leader):
    person = draw.people().first()

    draw.carry_out(by=UserFactory(), on=TODAY)

    told = [change.what for change in history(person)]
    assert told == [
        "Deelnemer gewijzigd",
        "Plaats in een loting toegevoegd",
        "Deelnemer toegevoegd",
    ]
