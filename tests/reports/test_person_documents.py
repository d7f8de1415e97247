"""The own sheet and the CV: what stands in them, who gets them, how long they stay."""

import re
from datetime import time, timedelta
from io import BytesIO
from uuid import uuid4

import page
import pdfplumber
import pytest
import time_machine
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import DiagnosisFile, Occupation, Reading, Schooling, StepType
from participants.models.plans import Goal, Owner
from participants.trajectory import Phase
from pilot.roles import Role
from reports.models import Document
from reports.models.documents import KEPT_ABOUT_PERSONS
from reports.person_documents import AGREEMENTS, APPOINTMENTS, cv_of, sheet_of
from reports.tasks import sweep
from tests.factories import TODAY, OrganisationFactory, ParticipantFactory
from tests.mediation import refer


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(
        pilot=pilot,
        consultant=consultant,
        phase=Phase.PLACEMENT,
        first_name="Şükran",
        last_name="Al-Masri",
    )


def plan(participant, number=2):
    """A goal with actions of the participant and of a partner, and appointments."""
    by, partner = participant.consultant, OrganisationFactory(pilot=participant.pilot)
    goal = Goal.set_for(
        participant, uuid=uuid4(), what="Werk in de techniek vinden", by=by, on=TODAY
    )
    for place in range(number):
        goal.add_action(
            uuid=uuid4(),
            what=f"Taak {place}",
            owner=Owner.PARTNER if place % 2 else Owner.PARTICIPANT,
            partner=partner if place % 2 else None,
            due_on=TODAY + timedelta(days=place + 1),
            by=by,
            on=TODAY,
        )
        participant.steps.create(
            type=StepType.objects.get(name="Taaltoets"),
            on=TODAY + timedelta(days=place + 1),
            by=by,
            planned=True,
        )


def describe(participant):
    """A diagnosis with everything that an employer may and may not know."""
    Schooling.objects.add(participant, level="higher", field="bouwkunde", finished=True)
    participant.work_experience.create(
        occupation=Occupation.objects.first(), years=4, place="abroad"
    )
    DiagnosisFile.objects.of(participant).change(
        version=1, hours=24, ambition="Geheime ambitie", licence="", mismatch=["health"]
    )


def url(participant, route="person-documents", *args):
    return reverse(f"reports:{route}", args=[participant.pilot.slug, participant.number, *args])


def ask(client, participant, kind):
    client.post(url(participant), {"soort": kind})
    return Document.objects.filter(participant=participant, kind=kind).last()


def made(document) -> bytes:
    """The document as a worker makes it."""
    Document.objects.claim(document.pk).make()
    return bytes(Document.objects.defer(None).get(pk=document.pk).content)


def text_of(content) -> str:
    with pdfplumber.open(BytesIO(content)) as opened:
        assert len(opened.pages) == 1
        return opened.pages[0].extract_text()


def test_page_of_the_documents_has_the_tabs_of_the_participant(client, participant):
    of = [participant.pilot.slug, participant.number]
    here = url(participant)

    documents = client.get(here)
    diagnosis = client.get(reverse("participants:diagnosis", args=of))

    labels = ["Overzicht", "Diagnose", "Documenten", "Wijzigingen"]
    assert [label for label, _, _ in documents.context["tabs"]] == labels
    assertContains(documents, 'aria-label="Over deze deelnemer"', count=1)
    assertContains(documents, f'<a href="{here}" aria-current="page">Documenten</a>', html=True)
    for _, address, _ in diagnosis.context["tabs"]:
        assertContains(documents, f'<li><a href="{address}"')


def test_sheet_says_what_was_agreed_on_one_accessible_page(client, participant):
    plan(participant, number=AGREEMENTS + 3)

    content = made(ask(client, participant, "sheet"))

    assert page.validate_pdf_bytes(content, profile="ua1").failures == []
    text = text_of(content)
    for title in [
        "Uw blad",
        "Wat wilt u bereiken?",
        "Wanneer moet u komen?",
        "Met wie kunt u praten?",
    ]:
        assert title in text
    assert not re.search(r"\b(ik|mijn)\b", text, re.IGNORECASE)
    for said in ["Şükran Al-Masri", "Werk in de techniek vinden", "Taak 0 u 16 januari 2017"]:
        assert said in text
    assert "maandag 16 januari 2017 Taaltoets" in text
    assert str(participant.consultant) in text
    assert text.count("Taaltoets") == APPOINTMENTS
    assert text.count("Taak") == AGREEMENTS


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"phone": "043 000 01 02", "email": "s@szmh.example"}, "Bel of mail dan op tijd."),
        ({"phone": "043 000 01 02"}, "Bel dan op tijd."),
        ({"email": "s@szmh.example"}, "Mail dan op tijd."),
        ({}, "Zeg het dan op tijd."),
    ],
)
def test_sheet_says_how_to_reach_the_consultant_as_far_as_that_is_known(
    client, participant, consultant, known, says
):
    plan(participant, number=1)
    type(consultant).objects.filter(pk=consultant.pk).update(**known)

    text = text_of(made(ask(client, participant, "sheet")))

    assert says in text
    assert all(value in text for value in known.values())
    assert ("telefoon" in text) == ("phone" in known)


def test_sheet_with_times_and_long_places_stays_one_accessible_page(client, participant):
    plan(participant, number=AGREEMENTS)
    participant.steps.planned().update(time=time(14, 30), place="Mosae Forum, " + "balie 2 " * 5)

    content = made(ask(client, participant, "sheet"))

    assert page.validate_pdf_bytes(content, profile="ua1").failures == []
    assert "maandag 16 januari 2017, 14:30 uur" in text_of(content)


def test_empty_sheet_says_so_in_plain_words(participant, consultant):
    sheet = sheet_of(participant, by=consultant)

    assert (sheet["goals"], sheet["actions"], sheet["appointments"]) == ([], [], [])


def test_cv_holds_what_an_employer_may_know_and_no_more(client, participant):
    describe(participant)

    content = made(ask(client, participant, "cv"))

    assert page.validate_pdf_bytes(content, profile="ua1").failures == []
    text = text_of(content)
    for said in ["hbo of wo, bouwkunde", "afgerond met een diploma", "4 jaar", "24 uur per week"]:
        assert said in text
    for secret in ["Geheime ambitie", "gezondheid", participant.client_number, "1985"]:
        assert secret not in text


def test_cv_says_dutch_by_skill_where_it_was_measured(participant, consultant):
    assert cv_of(participant, by=consultant)["languages"] == [
        {"skill": "Nederlands", "level": "onbekend"}
    ]
    participant.skill_levels.measure(
        participant, on=TODAY, basis="test", levels={"speaking": "b1"}, by=consultant
    )
    assert cv_of(participant, by=consultant)["languages"] == [{"skill": "spreken", "level": "B1"}]


def test_page_shows_how_far_it_is_and_the_download_leaves_a_trace(client, participant):
    document = ask(client, participant, "sheet")
    waiting = client.get(url(participant))
    assertContains(waiting, "Blad voor de deelnemer is aangevraagd.")
    assertContains(waiting, "every 2s")
    assert client.get(url(participant, "person-document", document.uuid)).status_code == 404
    made(document)

    assertContains(client.get(url(participant)), "Download blad voor de deelnemer")
    answer = client.get(url(participant, "person-document", document.uuid))

    assert answer["Content-Type"] == "application/pdf"
    assert f"blad-{participant.number}.pdf" in answer["Content-Disposition"]
    assert Reading.objects.filter(page="reports:person-document", action="exported").count() == 1


def test_asking_twice_for_the_same_makes_one(client, participant):
    ask(client, participant, "sheet")
    ask(client, participant, "sheet")

    assert Document.objects.filter(participant=participant).count() == 1


def test_recruiter_makes_a_cv_of_who_was_referred_and_no_sheet(client, login, participant):
    sheet = ask(client, participant, "sheet")
    login(Role.RECRUITER)
    assert client.get(url(participant)).status_code == 404
    refer(participant)

    page_of = client.get(url(participant))
    assertContains(page_of, "Cv maken")
    assertNotContains(page_of, "Blad voor de deelnemer")
    assert client.post(url(participant), {"soort": "sheet"}).status_code == 404
    assert client.get(url(participant, "person-document", sheet.uuid)).status_code == 404
    assert ask(client, participant, "cv").requested_by.role_in(participant.pilot) == Role.RECRUITER


def test_colleague_gets_nothing(client, login, participant):
    sheet = ask(client, participant, "sheet")
    made(sheet)
    login(Role.CONSULTANT)

    assert client.get(url(participant, "person-document", sheet.uuid)).status_code == 404
    assert client.post(url(participant), {"soort": "cv"}).status_code == 404


def test_document_about_a_person_is_thrown_away_in_time_and_an_evaluation_is_not(
    client, participant
):
    document = ask(client, participant, "sheet")
    made(document)
    with time_machine.travel(timezone.now() + KEPT_ABOUT_PERSONS - timedelta(minutes=1)):
        sweep()
    assert Document.objects.filter(pk=document.pk).exists()
    with time_machine.travel(timezone.now() + KEPT_ABOUT_PERSONS + timedelta(minutes=1)):
        sweep()
    assert not Document.objects.filter(pk=document.pk).exists()


@pytest.mark.parametrize("kind", ["sheet", "evaluation"])
def test_database_knows_whom_a_document_is_about(participant, consultant, kind):
    about = participant if kind == "evaluation" else None
    with pytest.raises(IntegrityError):
        Document.objects.request(
            pilot=participant.pilot, kind=kind, source={}, by=consultant, participant=about
        )


def test_candidate_has_no_documents(client, login, pilot):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    assert client.post(url(candidate), {"soort": "sheet"}).status_code == 404
    assert Document.objects.filter(participant=candidate).count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_page_makes_the_same_queries_for_one_as_for_many(
    client, participant, count, django_assert_num_queries
):
    for number in range(count):
        Document.objects.request(
            pilot=participant.pilot,
            kind="cv",
            source={"n": number},
            by=participant.consultant,
            participant=participant,
        )

    with django_assert_num_queries(9):
        response = client.get(url(participant))

    assert len(response.context["documents"]) == count
