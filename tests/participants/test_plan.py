"""Goals and actions: what is kept of them, and what two people at once do to them."""

from datetime import date, timedelta
from uuid import uuid4

import pghistory
import pytest
from django.db import IntegrityError, transaction

from participants.history import history
from participants.models import Action, Goal, PlanAgreement
from participants.models.plans import ActionCancelled, GoalClosed, GoalState, Owner, StillOpen
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, OrganisationFactory, ParticipantFactory


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


def set_goal(participant, what="Werken als kok", **given):
    given = {"uuid": uuid4(), "by": participant.consultant, "on": TODAY} | given
    return Goal.set_for(participant, what=what, **given)


def add_action(goal, what="Bellen met het roc", *, days=7, **given):
    given = {
        "uuid": uuid4(),
        "by": goal.participant.consultant,
        "on": TODAY,
        "owner": Owner.CONSULTANT,
        "due_on": TODAY + timedelta(days=days),
    } | given
    return goal.add_action(what=what, **given)


def test_goal_and_action_are_made_once_however_often_the_form_is_sent(participant):
    same = uuid4()
    first = set_goal(participant, uuid=same)

    # Sent twice, and sent from the form that the back button gives.
    assert set_goal(participant, uuid=same, what="Anders") == first
    assert set_goal(participant) == first
    action = add_action(first, uuid=same)
    assert add_action(first, uuid=same) == add_action(first) == action

    assert add_action(first, days=8) != action
    assert (participant.goals.count(), participant.actions.count()) == (1, 2)


def test_form_of_somebody_else_makes_a_goal_of_its_own(participant, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=participant.consultant)
    same = uuid4()

    assert set_goal(participant, uuid=same) != set_goal(other, uuid=same)


def test_action_is_done_once_and_can_be_taken_up_again(participant):
    action = add_action(set_goal(participant))
    colleague = MembershipFactory(pilot=participant.pilot).user

    action.mark_done(on=TODAY, by=participant.consultant)
    action.mark_done(on=TODAY + timedelta(days=1), by=colleague)

    action.refresh_from_db()
    assert (action.done_on, action.settled_by) == (TODAY, participant.consultant)
    assert list(participant.actions.open()) == []
    action.reopen()
    assert list(participant.actions.open()) == [action]


def test_cancelled_action_cannot_be_done_and_a_done_one_stays_done(participant):
    cancelled, done = (add_action(set_goal(participant), days=days) for days in (1, 2))
    by = participant.consultant
    cancelled.cancel(reason="Niet meer nodig", on=TODAY, by=by)
    done.mark_done(on=TODAY, by=by)
    done.cancel(reason="Vergissing", on=TODAY, by=by)

    with pytest.raises(ActionCancelled):
        cancelled.mark_done(on=TODAY, by=by)

    done.refresh_from_db()
    assert (done.done_on, done.cancel_reason) == (TODAY, "")


def test_goal_is_closed_when_nothing_in_it_is_open_and_then_takes_nothing_more(participant):
    goal = set_goal(participant)
    action = add_action(goal)
    by = participant.consultant

    with pytest.raises(StillOpen) as error:
        goal.close(state=GoalState.REACHED, on=TODAY, by=by)
    assert error.value.args[0] == [action]

    action.mark_done(on=TODAY, by=by)
    goal.close(state=GoalState.PARTLY, remark="Bijna", on=TODAY, by=by)
    goal.close(state=GoalState.MISSED, on=TODAY, by=by)
    goal.refresh_from_db()
    assert (goal.state, goal.closed_on, goal.remark) == ("partly", TODAY, "Bijna")
    with pytest.raises(GoalClosed):
        add_action(goal, "Nog iets")
    action.refresh_from_db()
    with pytest.raises(GoalClosed):
        action.reopen()

    goal.reopen()
    action.refresh_from_db()
    action.reopen()
    assert (goal.is_open, goal.remark, action.is_open) == (True, "", True)


def test_change_on_top_of_an_older_version_says_what_the_colleague_changed(participant):
    goal = set_goal(participant)
    opened = goal.version
    colleague = MembershipFactory(pilot=participant.pilot).user
    with pghistory.context(user=colleague.pk):
        Goal.objects.get(pk=goal.pk).change(version=opened, what="Werken in de keuken")

    with pytest.raises(ChangedMeanwhile) as error:
        goal.change(version=opened, what="Werken als bakker")

    (change,) = error.value.newer
    assert error.value.version == opened + 1
    (field,) = change.fields
    assert change.by == str(colleague)
    assert (field.label, field.before, field.after) == (
        "Wat",
        "Werken als kok",
        "Werken in de keuken",
    )
    goal.refresh_from_db()
    assert goal.what == "Werken in de keuken"


def test_same_change_twice_is_no_conflict(participant):
    goal = set_goal(participant)
    opened = goal.version

    for _ in range(2):
        goal.change(version=opened, due_on=date(2017, 6, 1))

    goal.refresh_from_db()
    assert (goal.due_on, goal.version) == (date(2017, 6, 1), opened + 1)


def test_goal_that_was_closed_or_taken_up_again_meanwhile_is_not_changed_unseen(participant):
    goal = set_goal(participant)
    opened = goal.version
    colleagues = Goal.objects.get(pk=goal.pk)
    # It is open: nothing changes.
    colleagues.reopen()
    assert colleagues.version == opened

    colleagues.close(state=GoalState.PARTLY, on=TODAY, by=participant.consultant)
    with pytest.raises(ChangedMeanwhile):
        goal.change(version=opened, due_on=date(2017, 6, 1))
    opened = colleagues.version
    colleagues.reopen()
    with pytest.raises(ChangedMeanwhile):
        goal.change(version=opened, due_on=date(2017, 6, 1))


def test_action_that_was_taken_up_again_meanwhile_is_not_done_by_changing_it(participant):
    action = add_action(set_goal(participant))
    action.mark_done(on=TODAY, by=participant.consultant)
    opened = action.version
    Action.objects.get(pk=action.pk).reopen()

    with pytest.raises(ChangedMeanwhile):
        action.change(version=opened, done_on=TODAY - timedelta(days=1))

    action.refresh_from_db()
    assert action.is_open


def test_plan_is_agreed_once_a_day(participant):
    by = participant.consultant

    assert PlanAgreement.record(participant, on=TODAY, by=by) == PlanAgreement.record(
        participant, on=TODAY, by=by
    )
    assert participant.plan_agreements.count() == 1


def test_history_tells_of_the_plan(participant):
    goal = set_goal(participant)
    action = add_action(goal, owner=Owner.PARTNER, partner=OrganisationFactory(name="Het roc"))
    with pghistory.context(user=participant.consultant_id):
        action.mark_done(on=TODAY, by=participant.consultant)

    done, added, *_ = history(participant)

    heading = f"Actie gewijzigd: {action.what}, {goal.what}"
    assert (done.heading, done.by) == (heading, str(participant.consultant))
    assert [(field.label, field.after) for field in done.fields] == [
        ("Gedaan op", "15-01-2017"),
        ("Afgehandeld door", str(participant.consultant)),
    ]
    assert ("Partner", "Het roc") in [(field.label, field.after) for field in added.fields]


WRONG_GOALS = {
    "goal_state_known": {"state": "misschien", "closed_on": TODAY},
    "goal_closed_on_a_day": {"state": "reached"},
}
WRONG_ACTIONS = {
    "action_owner_known": {"owner": "iemand"},
    "action_of_a_partner_named": {"owner": "partner"},
    "action_done_or_cancelled": {
        "done_on": TODAY,
        "cancelled_on": TODAY,
        "cancel_reason": "x",
    },
    "action_cancelled_with_reason": {"cancelled_on": TODAY},
    "action_settled_by_somebody": {"done_on": TODAY, "settled_by": None},
}


@pytest.mark.parametrize("name", WRONG_GOALS)
def test_database_refuses_a_goal_that_cannot_be(participant, name):
    goal = set_goal(participant)
    goal.closed_by = participant.consultant
    for field, value in WRONG_GOALS[name].items():
        setattr(goal, field, value)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        goal.save()


@pytest.mark.parametrize("name", WRONG_ACTIONS)
def test_database_refuses_an_action_that_cannot_be(participant, name):
    action = add_action(set_goal(participant))
    given = {"settled_by": participant.consultant} | WRONG_ACTIONS[name]
    if not {"done_on", "cancelled_on"} & set(given):
        given["settled_by"] = None
    for field, value in given.items():
        setattr(action, field, value)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        action.save()


@pytest.mark.parametrize("rule", ["goal_sent_once", "action_sent_once", "plan_agreed_once_a_day"])
def test_database_keeps_one_of_each(participant, rule):
    goal = set_goal(participant)
    row = {
        "goal_sent_once": goal,
        "action_sent_once": add_action(goal),
        "plan_agreed_once_a_day": PlanAgreement.record(
            participant, on=TODAY, by=participant.consultant
        ),
    }[rule]
    row.pk = None

    with pytest.raises(IntegrityError, match=rule):
        row.save(force_insert=True)


def test_recruiter_sees_of_the_plan_only_what_podium24_does(participant, pilot):
    goal = set_goal(participant)
    add_action(goal, "Van de consulent")
    theirs = add_action(goal, "Van Podium24", owner=Owner.RECRUITER)
    recruiter = MembershipFactory(pilot=pilot, role=Role.RECRUITER).user
    management = MembershipFactory(pilot=pilot, role=Role.MANAGEMENT).user

    assert list(Action.objects.visible_to(recruiter, pilot=pilot)) == [theirs]
    assert list(Action.objects.visible_to(management, pilot=pilot)) == []
    assert Action.objects.visible_to(participant.consultant, pilot=pilot).count() == 2
