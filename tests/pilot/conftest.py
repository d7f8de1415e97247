from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from budgeting.models import Budget
from participants.choices import Attendance
from participants.models import (
    CandidateImport,
    Goal,
    Instrument,
    Occupation,
    OwnDocument,
    Schooling,
    StepType,
)
from participants.models.instruments import InstrumentKind
from participants.models.plans import Owner
from participants.trajectory import Phase
from pilot.models import Heartbeat
from pilot.roles import Role
from reports.models import Document, Evaluation
from reports.models.documents import DocumentState, sha256
from reports.periods import Quarter
from tests.factories import (
    TODAY,
    MembershipFactory,
    OrganisationFactory,
    ParticipantFactory,
    StandInFactory,
    UserFactory,
    make_draw,
)
from tests.mediation import VacancyFactory, contact, propose, refer
from tests.participants.outflow import business, checked, placement, study
from tests.participants.test_aftercare import ask

# Part of the name of every person in this world.
CANARY = "Kanarie-Zevenblad"
DRAW_PAGES = ["detail", "people", "exchange", "add", "repeat", "carry-out", "discard"]


@pytest.fixture
def world(pilot):
    """A pilot with everything in it, and the callers."""
    users = {role.value: MembershipFactory(pilot=pilot, role=role).user for role in Role}
    users["other_consultant"] = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    users["stranger"] = UserFactory()
    leader = users["project_leader"]
    participant = ParticipantFactory(
        pilot=pilot,
        number=7,
        last_name=CANARY,
        consultant=users["consultant"],
        phase=Phase.PLACEMENT,
    )
    ParticipantFactory(pilot=pilot, number=8, last_name=CANARY)
    ParticipantFactory(pilot=pilot, number=9, last_name=CANARY, consultant=users["consultant"])
    absent = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    stand_in = StandInFactory(pilot=pilot, consultant=absent, stand_in=users["consultant"])
    source = CandidateImport.objects.read(
        SimpleUploadedFile(
            "lijst.csv",
            b"clientnummer;voornaam;achternaam;geboortedatum;toegewezen op\n"
            + f"1;A;{CANARY};1-1-1980;\n".encode()
            # May be the participant above.
            + f"2;{participant.first_name};{CANARY};17-5-1985;2-3-2015\n".encode(),
        ),
        pilot=pilot,
        by=leader,
    )
    Budget.objects.start_from_action_plan(pilot)
    Heartbeat.objects.beat()
    make_evaluation(pilot, Quarter(2016, 3), leader, finalised=True)
    make_evaluation(pilot, Quarter(2016, 4), leader, finalised=False)
    appointment = participant.steps.create(
        type=StepType.objects.first(), on=TODAY, by=users["consultant"], planned=True
    )
    step = participant.log_step(
        uuid=uuid4(),
        by=users["consultant"],
        on=TODAY,
        type=StepType.objects.first(),
        attendance=Attendance.PRESENT,
    )
    # One in the draw and two who are not: a candidate, and one who is too young for it.
    ParticipantFactory(pilot=pilot, number=21, last_name=CANARY)
    ParticipantFactory(pilot=pilot, number=22, last_name=CANARY, birth_date=date(2005, 5, 17))
    draw = make_draw(pilot, by=leader, size=1)
    goal = Goal.set_for(participant, uuid=uuid4(), what="Werk", by=users["consultant"], on=TODAY)
    action = goal.add_action(
        uuid=uuid4(),
        what="Bellen",
        owner=Owner.RECRUITER,
        due_on=TODAY,
        by=users["consultant"],
        on=TODAY,
    )
    instrument = Instrument.give_to(
        participant,
        uuid=uuid4(),
        by=users["consultant"],
        kind=InstrumentKind.JOB_COACH,
        starts_on=TODAY,
    )
    in_plan = dict.fromkeys(("goal-edit", "goal-close", "goal-reopen"), goal)
    in_plan |= dict.fromkeys(
        ("action-edit", "action-cancel", "action-done", "action-reopen"), action
    )
    in_plan |= dict.fromkeys(("instrument-edit", "instrument-end"), instrument)
    outflow = outflow_of(participant, users["consultant"])
    document = OwnDocument.objects.add(
        participant,
        kind="diploma",
        file=checked(content=b"%PDF-1.4 " + CANARY.encode() + b" %%EOF"),
        on=TODAY,
        by=users["consultant"],
    )
    study = Schooling.objects.add(participant, level="higher")
    refer(participant)
    vacancy = VacancyFactory(employer__pilot=pilot, employer__name="Bakkerij Het Voorbeeld")
    cv = Document.objects.request(
        pilot=pilot, kind="cv", source={}, by=leader, participant=participant
    )
    make_ready(cv, f"%PDF-1.7 cv van {CANARY}".encode())
    proposal = propose(participant, vacancy)
    answer = proposal.record_answer(
        answer="interview", interview_on=TODAY, on=TODAY, by=users["recruiter"]
    )
    employer = {"uuid": vacancy.employer.uuid}
    said = employer | {"contact": contact(vacancy.employer).uuid}
    return {
        "users": users,
        # What an address needs besides what most of them have, by the route.
        "own": {
            "reports:person-document": {"uuid": cv.uuid},
            "participants:own-document-download": {"uuid": document.uuid},
            "participants:own-document-remove": {"uuid": document.uuid},
            "participants:calendar-feed": {"token": "van-niemand"},
            "organisation-edit": {"uuid": OrganisationFactory(pilot=pilot).uuid},
            "team-edit": {"username": users["consultant"].username},
            "participants:stand-in-end": {"uuid": stand_in.uuid},
            "help-page": {"slug": "vandaag"},
            "participants:step-correct": {"uuid": step.uuid},
            "participants:step-withdraw": {"uuid": step.uuid},
            "participants:appointment": {"uuid": appointment.uuid},
            "participants:appointment-edit": {"uuid": appointment.uuid},
            "participants:appointment-delete": {"uuid": appointment.uuid},
            **{
                f"participants:draw-{page}": {
                    "uuid": draw.uuid,
                    "number": draw.people().get().number,
                }
                for page in DRAW_PAGES
            },
            **{f"participants:{route}": {"uuid": row.uuid} for route, row in in_plan.items()},
            **outflow,
            "participants:diagnosis-part": {"part": "belemmeringen"},
            "participants:diagnosis-row-create": {"part": "werkervaring"},
            "participants:diagnosis-row-edit": {"part": "opleiding", "uuid": study.uuid},
            "participants:diagnosis-row-delete": {"part": "opleiding", "uuid": study.uuid},
            "participants:occupation-edit": {"uuid": Occupation.objects.first().uuid},
            "participants:proposal-create": {"uuid": vacancy.uuid},
            "participants:proposal-answer": {"uuid": proposal.uuid},
            "participants:employer-detail": employer,
            "participants:employer-edit": employer,
            "participants:contact-create": employer,
            "participants:contact-edit": said,
            "participants:contact-remove": said,
            "participants:answer-edit": {"uuid": answer.uuid},
            "participants:answer-remove": {"uuid": answer.uuid},
            "participants:vacancy-create": employer,
            "participants:employer-history": employer,
            "participants:vacancy-history": {"uuid": vacancy.uuid},
            "participants:vacancy-detail": {"uuid": vacancy.uuid},
            "participants:vacancy-edit": {"uuid": vacancy.uuid},
        },
        "kwargs": {
            "pilot": pilot.slug,
            "slug": pilot.slug,
            "number": participant.number,
            "uuid": source.uuid,
            "username": users["recruiter"].username,
            "position": 1,
            "part": "database",
            "key": "vandaag",
            "quarter": "2016-4",
        },
    }


def outflow_of(participant, consultant):
    """What they did and how they left, once; by now they are back. The uuid of each, by route."""
    work, school, shop = (make(participant) for make in (placement, study, business))
    paper = b"%PDF-1.4 " + CANARY.encode() + b" %%EOF"
    outcome = participant.record_outcome(
        kind="paid_full",
        hours=36,
        by=consultant,
        on=date(2016, 10, 3),
        file=checked(content=paper),
        file_kind="contract",
    )
    follow_up = ask(outcome, on=date(2016, 11, 3))
    participant.move_to(Phase.PLACEMENT, by=consultant, on=date(2016, 12, 1))
    evidence = outcome.evidence.get()
    of = {"placement": work, "study": school, "business": shop}
    acts = ("edit", "end", "withdraw")
    own = {f"{name}-{what}": row for name, row in of.items() for what in acts}
    own |= {f"outcome-{what}": outcome for what in ("detail", "correct", "withdraw", "closing")}
    own |= dict.fromkeys(("evidence-create", "follow-up-create"), outcome)
    own["follow-up-edit"] = follow_up
    own |= dict.fromkeys(("evidence-download", "evidence-remove"), evidence)
    return {f"participants:{route}": {"uuid": row.uuid} for route, row in own.items()}


def make_evaluation(pilot, quarter, by, *, finalised):
    """An evaluation with its PDF, of which the bytes do not matter here."""
    since, on = quarter.within(pilot.starts_on, pilot.ends_on)
    evaluation = Evaluation.objects.create(
        pilot=pilot,
        year=quarter.year,
        number=quarter.number,
        since=since,
        reference_on=on,
        written_by=by,
    )
    evaluation.request_draft(by=by)
    make_ready(evaluation.draft)
    if finalised:
        evaluation.finalise(reviewed=evaluation.draft.uuid, by=by)
        make_ready(evaluation.final)


def make_ready(document, content=b"%PDF-1.7 niet echt"):
    Document.objects.filter(pk=document.pk).update(
        state=DocumentState.READY,
        progress=100,
        content=content,
        sha256=sha256(content),
        made_at=timezone.now(),
    )
