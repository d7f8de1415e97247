"""Many people at once, each on a connection of their own: nothing is lost, nothing comes twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from participants.choices import Attendance
from participants.models import Step, StepCorrection, StepType
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from tests.conftest import DRILL
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, PilotFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]

CONSULTANTS, STEPS_EACH = (30, 20) if DRILL else (6, 5)
EDITORS, EDITS_EACH = (8, 50) if DRILL else (4, 15)


def together(acts):
    """Do all of it at the same moment, and give what each gave; an error is an error here too."""
    start = Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [done.result() for done in [threads.submit(run, act) for act in acts]]


def test_every_step_that_is_sent_twice_at_once_is_one_step():
    pilot = PilotFactory()
    kind = StepType.objects.create(pilot=pilot, phase=Phase.SELECTION, name="Gesprek")
    sent = []
    for _ in range(CONSULTANTS):
        consultant = MembershipFactory(pilot=pilot).user
        participant = ParticipantFactory(pilot=pilot, consultant=consultant)
        sent.append((consultant, participant, [str(uuid4()) for _ in range(STEPS_EACH)]))

    def send_all(consultant, participant, uuids):
        client = Client()
        client.force_login(consultant)
        url = reverse("participants:step-create", args=[pilot.slug, participant.number])
        answers = []
        for place, uuid in enumerate(uuids):
            # Each on a day of its own: a second of the same kind on one day is asked about.
            day = f"{TODAY - timedelta(days=place):%d-%m-%Y}"
            step = {"uuid": uuid, "on": day, "type": kind.pk, "note": f"stap {place}"}
            step |= {"manner": "talk", "attendance": "present"}
            answers.append(client.post(url, step).status_code)
        return answers

    # Each form is sent from two browsers of the same person.
    acts = [lambda one=one: send_all(*one) for one in sent for _ in range(2)]
    answers = together(acts)

    assert {status for each in answers for status in each} == {302}
    assert Step.objects.count() == CONSULTANTS * STEPS_EACH
    logged = {str(uuid) for uuid in Step.objects.values_list("uuid", flat=True)}
    assert logged == {uuid for _, _, uuids in sent for uuid in uuids}


def test_no_edit_is_lost_without_a_word():
    """Who is told that it was saved finds it in the log; who was too late is told so."""
    pilot = PilotFactory()
    consultant = MembershipFactory(pilot=pilot).user
    participant = ParticipantFactory(pilot=pilot, consultant=consultant)
    step = participant.log_step(
        uuid=uuid4(),
        by=consultant,
        on=TODAY,
        type=StepType.objects.create(pilot=pilot, phase=Phase.SELECTION, name="Gesprek"),
        attendance=Attendance.PRESENT,
        note="begin",
    )

    def edit(editor):
        saved, late = [], 0
        for turn in range(EDITS_EACH):
            note = f"{editor}-{turn}"
            while True:
                read = Step.objects.get(pk=step.pk)
                try:
                    read.correct(by=consultant, version=read.version, note=note)
                except ChangedMeanwhile:
                    late += 1
                else:
                    saved.append(note)
                    break
        return saved, late

    results = together([lambda editor=editor: edit(editor) for editor in range(EDITORS)])

    saved = [note for notes, _ in results for note in notes]
    assert len(saved) == EDITORS * EDITS_EACH
    # Otherwise they never met, and nothing was shown.
    assert sum(late for _, late in results) > 0
    step.refresh_from_db()
    assert step.version == 1 + len(saved)
    assert StepCorrection.objects.count() == len(saved)
    kept = Step.pgh_event_model.objects.filter(pgh_obj_id=step.pk, pgh_label="update")
    assert sorted(kept.values_list("note", flat=True)) == sorted(saved)
    assert kept.order_by("pgh_id").last().note == step.note
