import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from budgeting.models import Budget
from participants.models import CandidateImport, StepType
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
    UserFactory,
)
from tests.mediation import VacancyFactory, propose, refer

# Part of the name of every person in this world.
CANARY = "Kanarie-Zevenblad"


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
    source = CandidateImport.objects.read(
        SimpleUploadedFile(
            "lijst.csv",
            b"clientnummer;voornaam;achternaam;geboortedatum;toegewezen op\n"
            + f"1;A;{CANARY};1-1-1980;\n".encode(),
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
    refer(participant)
    vacancy = VacancyFactory(employer__pilot=pilot)
    proposal = propose(participant, vacancy)
    employer = {"uuid": vacancy.employer.uuid}
    return {
        "users": users,
        # What an address needs besides what most of them have, by the route.
        "own": {
            "organisation-edit": {"uuid": OrganisationFactory(pilot=pilot).uuid},
            "help-page": {"slug": "vandaag"},
            "participants:appointment-edit": {"uuid": appointment.uuid},
            "participants:appointment-delete": {"uuid": appointment.uuid},
            "participants:proposal-create": {"uuid": vacancy.uuid},
            "participants:proposal-answer": {"uuid": proposal.uuid},
            "participants:employer-detail": employer,
            "participants:employer-edit": employer,
            "participants:contact-create": employer,
            "participants:vacancy-create": employer,
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


def make_ready(document):
    content = b"%PDF-1.7 niet echt"
    Document.objects.filter(pk=document.pk).update(
        state=DocumentState.READY,
        progress=100,
        content=content,
        sha256=sha256(content),
        made_at=timezone.now(),
    )
