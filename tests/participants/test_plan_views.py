"""The plan on the page of a participant: making it, doing it, and what stays open."""

from datetime import date, timedelta
from uuid import uuid4

import pghistory
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import Goal, Participant, StepType
from participants.models.plans import Owner
from participants.signals import DAYS, Signal
from participants.trajectory import Phase
from pilot.roles import Role
from tests.conftest import enter
from tests.factories import TODAY, MembershipFactory, OrganisationFactory, ParticipantFactory
from tests.mediation import refer
from tests.participants.test_plan import add_action, set_goal


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def page(participant, name, row=None):
    args = [participant.pilot.slug, participant.number, *([row.uuid] if row else [])]
    return reverse(f"participants:{name}", args=args)


def test_goal_with_its_first_action_by_a_partner(client, participant, pilot):
    partner = OrganisationFactory(pilot=pilot, name="Het roc")
    OrganisationFactory(name="Van een andere pilot")
    form = client.get(page(participant, "goal-create"))
    assertNotContains(form, "Van een andere pilot")
    sent = {
        "uuid": uuid4(),
        "what": "Werken als kok",
        "due_on": "1-6-2017",
        "action_what": "Intake op het roc",
        "action_who": str(partner.uuid),
        "action_due_on": "30-1-2017",
    }

    for _ in range(2):
        response = client.post(page(participant, "goal-create"), sent, follow=True)

    assertContains(response, "Vastgelegd: Werken als kok.")
    assertContains(response, "door Het roc")
    action = participant.actions.get()
    assert (action.goal, action.partner) == (participant.goals.get(), partner)
    assert (action.due_on, action.owner) == (date(2017, 1, 30), Owner.PARTNER)


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"what": ""}, ["what"]),
        ({"what": "x" * 201}, ["what"]),
        ({"due_on": "14-1-2017"}, ["due_on"]),
        ({"due_on": "1-6-2107"}, ["due_on"]),
        ({"action_what": "Bellen"}, ["action_who", "action_due_on"]),
        ({"action_due_on": "30-1-2017"}, ["action_what", "action_who"]),
        ({"action_what": "Bellen", "action_who": "x", "action_due_on": "31-2"}, None),
    ],
)
def test_wrong_goal_says_so_at_the_field_and_keeps_what_was_typed(
    client, participant, change, errors
):
    sent = {"uuid": uuid4(), "what": "Werken als kok", "due_on": ""} | change

    response = client.post(page(participant, "goal-create"), sent)

    assert list(response.context["form"].errors) == (errors or ["action_who", "action_due_on"])
    assert participant.goals.count() == 0
    assertContains(response, sent["what"])


def test_action_belongs_to_a_goal_so_without_one_that_comes_first(client, participant):
    url = page(participant, "action-create")
    assertRedirects(client.get(url), page(participant, "goal-create"))
    goal = set_goal(participant)
    sent = {"uuid": uuid4(), "goal": goal.uuid, "what": "Bellen", "who": "participant"}

    response = client.post(url, sent | {"due_on": "20-1-2017"}, follow=True)

    assertContains(response, "Vastgelegd: Bellen. Deelnemer doet dit uiterlijk op 20-01-2017.")


def test_one_click_marks_an_action_done_and_asks_for_the_next(client, participant, consultant):
    action = add_action(set_goal(participant), days=-3)
    assertContains(client.get(participant.get_absolute_url()), "te laat")

    for _ in range(2):
        response = client.post(page(participant, "action-done", action), follow=True)

    assertContains(response, "Gedaan: Bellen met het roc.")
    assertContains(response, "Wat wordt de volgende actie?")
    assertContains(response, "✓ gedaan 15-01-2017")
    assertContains(response, "Actie gedaan: Bellen met het roc")
    action.refresh_from_db()
    assert (action.done_on, action.settled_by) == (TODAY, consultant)
    response = client.post(page(participant, "action-reopen", action), follow=True)
    assertContains(response, "De actie is weer open")
    assert participant.actions.open().count() == 1


def test_cancelled_meanwhile_is_not_done(client, participant):
    action = add_action(set_goal(participant))
    url = page(participant, "action-cancel", action)
    assert list(client.post(url, {"reason": ""}).context["form"].errors) == ["reason"]
    response = client.post(url, {"reason": "Is al geregeld"}, follow=True)
    assertContains(response, "; Is al geregeld")

    response = client.post(page(participant, "action-done", action), follow=True)

    assertContains(response, "Deze actie is intussen vervallen")


def test_edit_on_top_of_an_older_version_keeps_what_was_typed_and_saves_the_second_time(
    client, participant
):
    action = add_action(set_goal(participant))
    url = page(participant, "action-edit", action)
    sent = {"version": action.version, "who": "consultant", "due_on": "22-1-2017"}
    colleague = MembershipFactory(pilot=participant.pilot).user
    with pghistory.context(user=colleague.pk):
        action.change(version=action.version, what="Mailen met het roc")

    response = client.post(url, sent | {"what": "Langsgaan bij het roc"})

    assertContains(response, f"Dit is intussen gewijzigd: {colleague} wijzigde")
    assertContains(response, "Wat van “Bellen met het roc” naar “Mailen met het roc”")
    assertContains(response, 'value="Langsgaan bij het roc"')
    newer = response.context["form"]["version"].value()
    client.post(url, sent | {"what": "Langsgaan bij het roc", "version": newer})
    action.refresh_from_db()
    assert action.what == "Langsgaan bij het roc"


@pytest.mark.parametrize(
    ("settle", "told"),
    [
        (lambda action, **who: action.mark_done(**who), "Gedaan op van “leeg” naar “15-01-2017”"),
        (
            lambda action, **who: action.cancel(reason="Al geregeld", **who),
            "Waarom vervallen van “leeg” naar “Al geregeld”",
        ),
    ],
)
def test_action_settled_meanwhile_is_not_edited_without_a_word(client, participant, settle, told):
    action = add_action(set_goal(participant))
    url = page(participant, "action-edit", action)
    sent = {"version": action.version, "who": "consultant", "due_on": "22-1-2017"}
    colleague = MembershipFactory(pilot=participant.pilot).user
    with pghistory.context(user=colleague.pk):
        settle(action, on=TODAY, by=colleague)

    response = client.post(url, sent | {"what": "Langsgaan bij het roc"})

    assertContains(response, f"Dit is intussen gewijzigd: {colleague} wijzigde")
    assertContains(response, told)
    assertContains(response, 'value="Langsgaan bij het roc"')
    assert list(response.context["form"].errors) == ["__all__"]
    action.refresh_from_db()
    assert action.what == "Bellen met het roc"


def test_goal_closed_meanwhile_is_not_edited_without_a_word(client, participant):
    goal = set_goal(participant)
    sent = {"version": goal.version, "what": "Werken als bakker", "due_on": ""}
    colleague = MembershipFactory(pilot=participant.pilot).user
    with pghistory.context(user=colleague.pk):
        goal.close(state="reached", on=TODAY, by=colleague)

    response = client.post(page(participant, "goal-edit", goal), sent)

    assertContains(response, f"Dit is intussen gewijzigd: {colleague} wijzigde")
    assertContains(response, "Stand van “open” naar “bereikt”")
    assertContains(response, 'value="Werken als bakker"')
    goal.refresh_from_db()
    assert goal.what == "Werken als kok"


def test_day_that_an_action_was_done_can_be_put_right(client, participant, consultant):
    action = add_action(set_goal(participant))
    action.mark_done(on=TODAY, by=consultant)
    sent = {
        "version": action.version,
        "what": action.what,
        "who": "consultant",
        "due_on": "22-1-2017",
    }
    url = page(participant, "action-edit", action)
    assert "done_on" in client.post(url, sent | {"done_on": "16-1-2017"}).context["form"].errors

    client.post(url, sent | {"done_on": "12-1-2017"})

    action.refresh_from_db()
    assert action.done_on == date(2017, 1, 12)


def test_goal_is_closed_and_taken_up_again(client, participant, consultant):
    goal = set_goal(participant)
    action = add_action(goal)
    url = page(participant, "goal-close", goal)
    sent = {"state": "partly", "on": "15-1-2017", "remark": "Bijna"}
    assertContains(client.post(url, sent), "of laat dat vervallen: “Bellen met het roc”.")
    action.mark_done(on=TODAY, by=consultant)
    assert "on" in client.post(url, sent | {"on": "14-1-2017"}).context["form"].errors

    response = client.post(url, sent, follow=True)

    assertContains(response, "Afgerond: Werken als kok (deels bereikt).")
    assertContains(response, "Afgeronde doelen (1)")
    assertContains(response, "Doel deels bereikt: Werken als kok")
    refused = client.post(page(participant, "action-reopen", action), follow=True)
    assertContains(refused, "Heropen eerst het doel.")
    client.post(page(participant, "goal-reopen", goal))
    assert participant.goals.open().get() == goal


def test_plan_says_when_it_was_agreed_and_that_it_grew_since(client, participant, consultant):
    set_goal(participant, on=date(2017, 1, 10))
    url = page(participant, "plan-agree")

    response = client.post(url, {"on": "12-1-2017"}, follow=True)

    assertContains(response, "Afgesproken met de deelnemer op 12-01-2017.")
    set_goal(participant, "Ook nog leren rijden")
    response = client.get(participant.get_absolute_url())
    assertContains(response, "op 12-01-2017; daarna is het plan aangevuld.")


def test_recruiter_sees_and_settles_what_podium24_does_and_nothing_else(
    client, login, participant, pilot
):
    goal = set_goal(participant, "Geheim doel")
    own = add_action(goal, "Geheime actie")
    theirs = add_action(goal, "Drie werkgevers bellen", owner=Owner.RECRUITER)
    refer(participant)
    login(Role.RECRUITER)

    response = client.get(participant.get_absolute_url())

    assertContains(response, "Drie werkgevers bellen")
    assertNotContains(response, "Geheim")
    assertNotContains(response, "doel")
    assert client.post(page(participant, "action-done", own)).status_code == 404
    client.post(page(participant, "action-done", theirs), follow=True)
    assert list(participant.actions.open()) == [own]
    assertNotContains(client.get(participant.get_absolute_url()), "Drie werkgevers")


def test_candidate_has_no_plan(client, login, pilot):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    for route in ("goal-create", "action-create", "plan-agree", "instrument-create"):
        assert client.get(page(candidate, route)).status_code == 404
    assertNotContains(client.get(candidate.get_absolute_url()), "Instrument")


def test_row_of_somebody_else_does_not_exist(client, participant, pilot, consultant):
    other = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    goal = set_goal(other)
    action = add_action(goal)

    for route, row in (("goal-edit", goal), ("goal-close", goal), ("action-edit", action)):
        assert client.get(page(participant, route, row)).status_code == 404
    assert client.post(page(participant, "action-done", action)).status_code == 404


def given_by(person):
    signals = (Signal.ACTION_OVERDUE, Signal.NO_ACTION)
    people = Participant.objects.filter(pk=person.pk)
    return {signal for signal in signals if people.signalled(signal, on=TODAY).exists()}


@pytest.mark.parametrize(("days", "signals"), [(-1, {Signal.ACTION_OVERDUE}), (0, set())])
def test_open_action_asks_for_attention_from_the_day_after(participant, days, signals):
    add_action(set_goal(participant), days=days)

    assert given_by(participant) == signals


@pytest.mark.parametrize(("phase", "days"), DAYS[Signal.NO_ACTION].items())
def test_without_an_open_action_for_longer_than_the_limit_of_the_phase(
    pilot, consultant, phase, days
):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=phase)
    assert given_by(person) == {Signal.NO_ACTION}
    action = add_action(set_goal(person))
    assert given_by(person) == set()

    action.mark_done(on=TODAY - timedelta(days=days), by=consultant)
    assert given_by(person) == set()

    action.reopen()
    action.cancel(reason="x", on=TODAY - timedelta(days=days + 1), by=consultant)
    assert given_by(person) == {Signal.NO_ACTION}


@pytest.mark.parametrize("phase", [Phase.SELECTION, Phase.INTAKE])
def test_before_the_diagnosis_nobody_needs_an_action(pilot, consultant, phase):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=phase)

    assert given_by(person) == set()


def test_who_is_out_has_nothing_late(participant, consultant):
    add_action(set_goal(participant), days=-1)
    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=TODAY)

    assert given_by(participant) == set()


def test_today_leads_to_the_act_and_the_act_takes_the_signal_away(client, participant, pilot):
    today = reverse("participants:today", args=[pilot.slug])
    assertContains(client.get(today), "Geen open actie")
    action = add_action(set_goal(participant), days=-3)
    response = client.get(today)
    assertNotContains(response, "Geen open actie")
    assertContains(response, "Bellen met het roc, 12-01-2017:")
    assertContains(response, "Naar de actie")

    client.post(page(participant, "action-done", action))

    assertNotContains(client.get(today), "Naar de actie")


def test_page_says_what_asks_for_attention_with_the_way_to_the_act(client, participant):
    response = client.get(participant.get_absolute_url())

    assertContains(response, "Te lang geen contact")
    assertContains(response, "Geen open actie")
    assertContains(response, f'href="{page(participant, "action-create")}"')


def test_page_says_how_long_the_phase_lasts_and_what_comes_next(client, participant, consultant):
    participant.steps.create(
        type=StepType.objects.get(name="Taaltoets"),
        on=TODAY + timedelta(days=5),
        by=consultant,
        planned=True,
    )

    response = client.get(participant.get_absolute_url())

    days = (TODAY - date(2016, 9, 1)).days
    assertContains(response, f"<strong>{days} dagen</strong> in Plaatsing/bemiddeling")
    assertContains(response, "<strong>Taaltoets</strong> op vrijdag 20 januari 2017.")


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_a_participant_makes_the_same_queries_for_one_as_for_many(
    client, participant, consultant, pilot, count, django_assert_num_queries
):
    fill(participant, consultant, pilot, count)
    enter(client, consultant, pilot)

    with django_assert_num_queries(91):
        response = client.get(participant.get_absolute_url())

    assertContains(response, "uiterlijk", count=count)


def fill(participant, consultant, pilot, count):
    step = {"by": consultant, "type": StepType.objects.first()}
    for number in range(count):
        day = TODAY - timedelta(days=number)
        goal = set_goal(participant, f"Doel {number}")
        add_action(
            goal,
            f"Open {number}",
            owner=Owner.PARTNER,
            partner=OrganisationFactory(pilot=pilot),
        )
        add_action(goal, f"Klaar {number}", days=1).mark_done(on=day, by=consultant)
        Goal.set_for(
            participant, uuid=uuid4(), what=f"Bereikt {number}", by=consultant, on=day
        ).close(state="reached", on=TODAY, by=consultant)
        participant.instruments.create(
            kind="job_coach",
            provider=OrganisationFactory(pilot=pilot),
            starts_on=day,
            by=consultant,
        )
        participant.corrections.create(reason="x", on=day, by=consultant)
        participant.plan_agreements.create(on=day, by=consultant)
        participant.log_step(uuid=uuid4(), on=day, attendance="present", **step)
        participant.steps.create(on=TODAY + timedelta(days=number), planned=True, **step)
