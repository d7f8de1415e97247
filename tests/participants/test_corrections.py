"""What was logged is corrected or withdrawn: the old stays to be seen, nothing goes unnoticed."""

from datetime import date, time
from uuid import uuid4

import pghistory
import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Attendance, Manner
from participants.history import history
from participants.models import Step, StepCorrection, StepType, TrajectoryRules
from participants.models.steps import LOGGED_LATE, ReasonNeeded
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from pilot.roles import Role
from reports.figures import Figures
from tests.factories import TODAY, MembershipFactory, OrganisationFactory, ParticipantFactory
from tests.mediation import refer

IN_SEPTEMBER = date(2016, 9, 12)


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


@pytest.fixture
def step(participant, consultant):
    return log(participant, by=consultant)


def log(participant, **values):
    given = {"on": IN_SEPTEMBER, "type": StepType.objects.get(name="Diagnosegesprek")}
    given |= {"manner": Manner.TALK, "attendance": Attendance.PRESENT, "minutes": 45}
    return participant.log_step(**{"uuid": uuid4()} | given | values)


def url(step, route="step-correct"):
    of = step.participant
    return reverse(f"participants:{route}", args=[of.pilot.slug, of.number, step.uuid])


def sent(step, **changed):
    values = {"version": 1, "on": "12-9-2016", "type": step.type_id, "manner": "talk"}
    return values | {"attendance": "present", "minutes": "45", "note": step.note} | changed


def close_the_quarter(pilot):
    TrajectoryRules.objects.close(pilot, until=date(2016, 9, 30))


def test_correction_changes_the_step_and_the_history_keeps_what_it_was(client, step, participant):
    partner = OrganisationFactory(pilot=participant.pilot, name="Trajekt")

    response = client.post(
        url(step), sent(step, minutes="60", partner=partner.pk, interpreter="on")
    )

    assertRedirects(response, participant.get_absolute_url())
    step.refresh_from_db()
    assert (step.minutes, step.partner, step.interpreter, step.version) == (60, partner, True, 2)
    assert step.corrections.get().changes == [
        ["minuten", "45", "60"],
        ["partner", "–", "Trajekt"],
        ["met tolk", "nee", "ja"],
    ]
    newest = history(participant)[0]
    assert newest.heading == "Trajectstap gecorrigeerd: Diagnosegesprek, 12-09-2016"
    changed = {field.label: (field.before, field.after) for field in newest.fields}
    assert changed["Minuten"] == ("45", "60")
    page = client.get(participant.get_absolute_url())
    assertContains(page, "60 minuten, met Trajekt, met tolk")
    assertContains(page, "Gecorrigeerd: Diagnosegesprek van 12-09-2016")
    assertContains(page, "minuten was 45")


@pytest.mark.parametrize("attendance", ["excused", "absent"])
def test_who_turns_out_not_to_have_been_there_has_no_minutes(client, step, attendance):
    refused = client.post(url(step), sent(step, attendance=attendance, minutes="30"))
    assertContains(refused, "De deelnemer was er niet bij: maak de minuten leeg.")

    response = client.post(url(step), sent(step, attendance=attendance), follow=True)

    assertContains(response, "De minuten zijn leeg: de deelnemer was er niet bij.")
    assertContains(response, "minuten was 45")
    step.refresh_from_db()
    assert (step.attendance, step.minutes) == (attendance, None)
    assert ["minuten", "45", "–"] in step.corrections.get().changes


def test_what_is_saved_unchanged_is_no_correction(client, step):
    response = client.post(url(step), sent(step), follow=True)

    assertContains(response, "Er was niets veranderd.")
    assert StepCorrection.objects.count() == 0


def test_after_the_evaluation_a_correction_needs_a_reason(client, step, pilot):
    close_the_quarter(pilot)

    refused = client.post(url(step), sent(step, minutes="60"))
    assertContains(refused, "De evaluatie van dit kwartaal is vastgesteld.")
    assertContains(refused, 'value="60"')
    with pytest.raises(ReasonNeeded):
        step.correct(by=step.by, version=1, minutes=60)

    client.post(url(step), sent(step, minutes="60", reason="Verkeerd opgeschreven"))

    correction = step.corrections.get()
    assert (correction.final, correction.reason, correction.on) == (
        True,
        "Verkeerd opgeschreven",
        TODAY,
    )


def test_step_cannot_be_moved_into_a_finalised_quarter_without_a_reason(participant, consultant):
    step = log(participant, by=consultant, on=date(2016, 10, 3))
    close_the_quarter(participant.pilot)

    with pytest.raises(ReasonNeeded):
        step.correct(by=consultant, version=1, on=IN_SEPTEMBER)
    assert step.correct(by=consultant, version=1, on=date(2016, 10, 4)).final is False


def test_next_evaluation_lists_corrections_without_a_person(participant, consultant, pilot):
    first, second, early = (log(participant, by=consultant, minutes=n) for n in (45, 46, 47))
    early.correct(by=consultant, version=1, minutes=30)
    close_the_quarter(pilot)
    for step in (first, second):
        step.correct(by=consultant, version=1, reason=f"{participant} belde", note="Anders")
    first.withdraw(by=consultant, version=2, reason="Was iemand anders")
    log(participant, by=consultant, minutes=20)

    figures = Figures.of(pilot, since=date(2017, 1, 1), on=TODAY)

    assert [(line.key, line.label, line.count) for line in figures.corrections] == [
        ("2016-3", f"3e kwartaal 2016: Diagnosegesprek, {LOGGED_LATE}", 1),
        ("2016-3", "3e kwartaal 2016: Diagnosegesprek, ingetrokken", 1),
        ("2016-3", "3e kwartaal 2016: Diagnosegesprek, notitie gewijzigd", 2),
    ]
    assert Figures.from_json(figures.as_json()) == figures
    before = Figures.of(pilot, since=date(2016, 10, 1), on=date(2016, 12, 31))
    assert before.corrections == ()


def test_withdrawn_step_counts_nowhere_and_can_be_read_back(client, step, participant):
    question = client.get(url(step, "step-withdraw"))
    assertContains(question, "Diagnosegesprek van 12-09-2016")
    asked = client.post(url(step, "step-withdraw"), {"version": 1, "reason": ""})
    assert asked.context["form"].errors["reason"]

    client.post(url(step, "step-withdraw"), {"version": 1, "reason": "Verkeerde persoon"})

    assert list(participant.steps.done()) == []
    page = client.get(participant.get_absolute_url())
    assertContains(page, "Ingetrokken: Diagnosegesprek van 12-09-2016")
    assertContains(page, "Verkeerde persoon")
    assertNotContains(page, "was nee")
    gone = "Deze stap is intussen ingetrokken: er is niets meer te wijzigen."
    assertContains(client.get(url(step), follow=True), gone)
    typed = client.post(url(step), sent(step, note="Nog iets"))
    assertContains(typed, gone)
    assertContains(typed, "Nog iets")
    again = {"version": 1, "reason": "Nog eens"}
    assertContains(client.post(url(step, "step-withdraw"), again, follow=True), gone)


@pytest.mark.parametrize("reopen", [True, False])
def test_appointment_of_a_step_that_is_withdrawn_stands_open_again(
    client, participant, consultant, reopen
):
    kind = StepType.objects.of(participant.pilot).first()
    agreed = {"type": kind, "on": TODAY, "time": time(9, 30), "place": "Mosae Forum"}
    appointment = participant.steps.create(planned=True, by=consultant, **agreed)
    step = log(participant, by=consultant, type=kind, planned_step=appointment, on=TODAY)
    page = url(step, "step-withdraw")
    assertContains(client.get(page), f"Zet de afspraak weer open: {kind} op 15-01-2017 om 09:30")

    sent = {"version": step.version, "reason": "Was iemand anders"}
    response = client.post(page, sent | ({"reopen": "on"} if reopen else {}), follow=True)

    assert list(participant.steps.planned().values_list("place", flat=True)) == (
        ["Mosae Forum"] if reopen else []
    )
    contains = assertContains if reopen else assertNotContains
    contains(response, "De afspraak staat weer open.")


def test_changes_name_the_step_and_say_why(client, step, participant):
    """Of several changes of several steps each has its own reason."""
    other = log(participant, by=step.by, on=date(2016, 9, 19), minutes=15)
    step.correct(by=step.by, version=1, minutes=60, reason="Verkeerd gelezen")
    step.correct(by=step.by, version=2, minutes=30)
    other.withdraw(by=step.by, version=1, reason="Verkeerde persoon")
    step.withdraw(by=step.by, version=3, reason="Dubbel")

    told = [(change.heading, change.why) for change in history(participant)[:4]]

    first, second = "Diagnosegesprek, 12-09-2016", "Diagnosegesprek, 19-09-2016"
    assert told == [
        (f"Trajectstap ingetrokken: {first}", "Dubbel"),
        (f"Trajectstap ingetrokken: {second}", "Verkeerde persoon"),
        (f"Trajectstap gecorrigeerd: {first}", ""),
        (f"Trajectstap gecorrigeerd: {first}", "Verkeerd gelezen"),
    ]
    page = client.get(
        reverse("participants:history", args=[participant.pilot.slug, participant.number])
    )
    assertContains(page, f"Trajectstap ingetrokken: {first}")
    assertContains(page, "Reden: <bdi>Dubbel</bdi>")
    assertNotContains(page, "Ingetrokken: van")


def test_step_that_was_corrected_and_then_withdrawn_is_told_as_both(client, step, participant):
    step.correct(by=step.by, version=1, minutes=60)
    step.withdraw(by=step.by, version=2, reason="Dubbel")

    page = client.get(participant.get_absolute_url())

    assertContains(page, "Gecorrigeerd: Diagnosegesprek van 12-09-2016", count=1)
    assertContains(page, "Ingetrokken: Diagnosegesprek van 12-09-2016", count=1)


def test_what_was_logged_late_or_moved_before_has_no_reason_of_a_correction(
    participant, consultant, pilot
):
    close_the_quarter(pilot)
    kind = StepType.objects.get(name="Diagnosegesprek")
    planned = participant.steps.create(type=kind, on=TODAY, by=consultant, planned=True)
    planned.move_to(type=kind, on=date(2017, 1, 16), version=1)
    late = log(participant, by=consultant, planned_step=planned)
    Step.objects.get(pk=late.pk).correct(
        by=consultant, version=late.version, minutes=5, reason="Korter"
    )

    told = [(change.heading, change.why) for change in history(participant)[:3]]

    assert told == [
        ("Trajectstap gecorrigeerd: Diagnosegesprek, 12-09-2016", "Korter"),
        ("Afspraak vastgelegd: Diagnosegesprek, 16-01-2017", ""),
        ("Trajectstap gewijzigd: Diagnosegesprek, 15-01-2017", ""),
    ]


def test_second_of_two_who_correct_sees_what_the_first_did(client, step, participant):
    colleague = MembershipFactory(pilot=participant.pilot, role=Role.PROJECT_LEADER).user
    with pghistory.context(user=colleague.pk):
        step.correct(by=colleague, version=1, minutes=30)

    refused = client.post(url(step), sent(step, minutes="60"))

    assertContains(refused, f"Dit is intussen gewijzigd: {colleague} wijzigde op")
    assertContains(refused, "Minuten van “45” naar “30”.")
    assertContains(refused, 'value="60"')
    assert Step.objects.get(pk=step.pk).minutes == 30
    client.post(url(step), sent(step, minutes="60", version="2"))
    assert Step.objects.get(pk=step.pk).minutes == 60


def test_step_that_was_withdrawn_meanwhile_is_not_corrected(step):
    step.withdraw(by=step.by, version=1, reason="Dubbel")

    with pytest.raises(ChangedMeanwhile):
        step.correct(by=step.by, version=1, minutes=60)


def test_recruiter_corrects_own_steps_only(client, login, pilot, consultant):
    participant = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    refer(participant)
    theirs = log(participant, by=consultant, note="Geheim")
    recruiter = login(Role.RECRUITER)
    own = log(participant, by=recruiter, minutes=15)

    assert client.get(url(theirs)).status_code == 404
    assert client.post(url(theirs), sent(theirs, minutes="5")).status_code == 404
    assert client.get(url(own)).status_code == 200
    page = client.get(participant.get_absolute_url())
    assertContains(page, url(own))
    assertNotContains(page, url(theirs))


def test_corrections_are_added_only(step):
    correction = step.correct(by=step.by, version=1, minutes=60)
    rows = StepCorrection.objects.filter(pk=correction.pk)

    with pytest.raises(ProgrammingError), transaction.atomic():
        rows.update(reason="Anders")
    with pytest.raises(ProgrammingError), transaction.atomic():
        rows.delete()


def test_database_refuses_a_correction_of_what_is_final_without_a_reason(step):
    with pytest.raises(IntegrityError, match="correction_of_final_has_reason"):
        step.corrections.create(
            on=TODAY, by=step.by, step_on=IN_SEPTEMBER, final=True, reason="", changes=[]
        )


def test_database_refuses_an_appointment_that_is_withdrawn(participant, consultant):
    with pytest.raises(IntegrityError, match="step_withdrawn_was_done"):
        participant.steps.create(
            type=StepType.objects.first(), on=TODAY, by=consultant, planned=True, withdrawn=True
        )
