"""What the mediation does when something changes, was wrong, or is still to be done."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import DiagnosisFile, Employer, Placement, Proposal, StepType
from participants.trajectory import Phase
from pilot.roles import Role
from reports.person_documents import cv_of
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import (
    EmployerFactory,
    OccupationFactory,
    VacancyFactory,
    contact,
    of,
    propose,
    referred,
    sent,
    url,
)


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def participant(pilot, consultant):
    return referred(pilot, consultant, last_name="Zevenster")


@pytest.fixture
def vacancy(pilot):
    return VacancyFactory(employer__pilot=pilot)


@pytest.fixture
def recruiter(login):
    return login(Role.RECRUITER)


def diagnose(participant, **values):
    return DiagnosisFile.objects.of(participant).change(version=1, **values)


def accept(participant, vacancy, **kwargs):
    proposal = propose(participant, vacancy)
    by = participant.consultant
    proposal.record_answer(**{"answer": "accepted", "on": TODAY, "by": by} | kwargs)
    return proposal


# One source for what somebody wants


def test_first_referral_begins_with_the_wishes_of_the_diagnosis(client, login, pilot):
    user = login(Role.CONSULTANT)
    cook, welder = OccupationFactory(name="proefkok"), OccupationFactory(name="proeflasser")
    person = ParticipantFactory(pilot=pilot, consultant=user, phase=Phase.PLACEMENT)
    diagnose(person, wanted=[cook, welder], hours=24, licence="b", travel_minutes=45)

    page = client.get(of(person, "referral-create"))
    filled = sent(page)

    assertContains(page, "Ingevuld vanuit de diagnose")
    assertContains(page, "Uit de diagnose: rijbewijs: B; reist hoogstens 45 minuten.")
    assert (filled["first_occupation"], filled["second_occupation"]) == (cook.pk, welder.pk)
    assert (filled["hours_from"], filled["hours_until"]) == (24, 24)
    assert "driving_licence" not in filled
    response = client.post(of(person, "referral-create"), filled | {"purpose": "subsidised_work"})
    assertRedirects(response, person.get_absolute_url())
    referral = person.referrals.get()
    assert (referral.sought, referral.driving_licence) == ({cook, welder}, "unknown")


def test_referral_of_whom_nothing_is_known_asks_everything(client, login, pilot):
    user = login(Role.CONSULTANT)
    person = ParticipantFactory(pilot=pilot, consultant=user, phase=Phase.PLACEMENT)

    page = client.get(of(person, "referral-create"))

    assertNotContains(page, "diagnose;")
    assert {"driving_licence", "reach"} <= set(page.context["form"].fields)


def test_matching_the_page_and_the_cv_say_the_same(client, recruiter, pilot, consultant):
    cook, welder = OccupationFactory(name="proefkok"), OccupationFactory(name="proeflasser")
    wish = {"occupations": [cook], "hours_from": 20, "hours_until": 32, "driving_licence": "yes"}
    person = referred(pilot, consultant, profile=wish)
    diagnose(person, wanted=[welder], hours=36, licence="foreign", travel_minutes=20)
    person.work_experience.create(occupation=cook, years=3, place="abroad")
    person.skill_levels.measure(
        person, on=TODAY, basis="test", levels={"speaking": "b1"}, by=consultant
    )
    vacancy = VacancyFactory(
        employer__pilot=pilot,
        occupation=cook,
        driving_licence=True,
        reach="region",
        language_level="a2",
    )

    ranked = client.get(url("vacancy-detail", pilot, vacancy.uuid))
    page = client.get(person.get_absolute_url())
    cv = cv_of(person, by=consultant)

    for reason in [
        "beroep proefkok gewenst",
        "ervaring als proefkok",
        "spreken B1, gevraagd A2",
        "20 tot 32 uur gewenst",
        "rijbewijs gevraagd, niet aanwezig",
        "kan werken in de stad (reist hoogstens 20 minuten)",
    ]:
        assertContains(ranked, reason)
    assertContains(page, "<dt>Rijbewijs</dt><dd>buitenlands, nog niet omgezet</dd>")
    assertContains(page, "hoogstens 20 minuten reizen")
    assertContains(page, "De diagnose noemt als gewenst beroep: proeflasser.")
    assertContains(page, "De diagnose noemt 36 uur per week.")
    assertContains(page, "Bij de verwijzing stond rijbewijs: ja.")
    assert (cv["wanted"], cv["hours"]) == (["proefkok"], "20 tot 32")
    assert cv["licence"] == "buitenlands, nog niet omgezet"


def test_where_the_referral_is_silent_the_diagnosis_speaks(client, recruiter, pilot, participant):
    cook = OccupationFactory(name="proefkok")
    diagnose(participant, wanted=[cook], hours=24)
    VacancyFactory(employer__pilot=pilot, occupation=cook)

    page = client.get(of(participant, "matches"))

    assertContains(page, "beroep proefkok gewenst")
    assertContains(page, "24 uur gewenst, gevraagd 24 tot 32 uur")


def test_cv_holds_work_that_runs_and_the_education_held(participant, consultant):
    participant.education = "middle"
    participant.save()
    for starts_on, title in [(TODAY, "kok"), (TODAY + timedelta(days=1), "later")]:
        participant.placements.create(
            kind="regular",
            employer="Hotel",
            job_title=title,
            hours=24,
            starts_on=starts_on,
            by=consultant,
        )

    cv = cv_of(participant, by=consultant)

    assert [(job["what"], job["place"], job["since"]) for job in cv["work"]] == [
        ("kok", "in Nederland", 2017)
    ]
    assert cv["education"] == "mbo 2-4, havo of vwo"


# Somebody of whom one lost sight


def test_recruiter_who_lost_sight_keeps_what_was_typed(client, recruiter, participant, vacancy):
    page = of(participant, "proposal-create", vacancy.uuid)
    opened = sent(client.get(page)) | {"note": "Kan maandag beginnen."}
    participant.referrals.get().end(reason="other", on=TODAY, by=participant.consultant)

    response = client.post(page, opened)

    assert response.status_code == 410
    assertContains(response, "is beëindigd op 15-01-2017", status_code=410)
    assertContains(response, "Kan maandag beginnen.", status_code=410)
    assertNotContains(response, "Zevenster", status_code=410)
    assert client.get(page).status_code == 404
    assert not participant.proposals.exists()


def test_consultant_whose_participant_went_to_a_colleague_keeps_it_too(client, login, pilot):
    user = login(Role.CONSULTANT)
    person = ParticipantFactory(pilot=pilot, consultant=user, phase=Phase.PLACEMENT)
    page = of(person, "transition-create")
    client.get(page)
    colleague = MembershipFactory(pilot=pilot).user
    person.assign_to(colleague, by=user, on=TODAY, reason="spreading")

    response = client.post(page, {"reason": "Wil gaan studeren."})

    assertContains(response, "is niet meer bij u", status_code=410)
    assertContains(response, "Wil gaan studeren.", status_code=410)


def test_who_never_saw_them_learns_nothing(client, recruiter, pilot, consultant, vacancy):
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)

    response = client.post(of(person, "proposal-create", vacancy.uuid), {"note": "Hallo"})

    assert response.status_code == 404


# Contacts with an employer


def test_contact_is_corrected_and_not_overwritten(client, recruiter, pilot):
    employer = EmployerFactory(pilot=pilot)
    said = contact(employer, note="Zoekt een kok", days_ago=9, next_in=-2)
    assertContains(
        client.get(url("employer-detail", pilot, employer.uuid)),
        url("contact-edit", pilot, employer.uuid, said.uuid),
    )
    page = url("contact-edit", pilot, employer.uuid, said.uuid)
    opened = sent(client.get(page))
    # What was planned then may be past by now.
    assertRedirects(
        client.post(page, opened | {"note": "Zoekt een bakker"}),
        url("employer-detail", pilot, employer.uuid),
    )

    late = client.post(page, opened | {"note": "Zoekt niemand"})

    assertContains(late, "Notitie van “Zoekt een kok” naar “Zoekt een bakker”")
    assertContains(late, "Zoekt niemand")
    assert employer.contacts.get().note == "Zoekt een bakker"
    early = client.post(page, sent(client.get(page)) | {"next_on": "1-1-2017"})
    assertContains(early, "Het volgende contact ligt na dit contact.")


def test_contact_is_taken_away_unless_it_changed_meanwhile(client, recruiter, pilot):
    employer = EmployerFactory(pilot=pilot)
    said = contact(employer, note="Verkeerd bedrijf")
    page = url("contact-remove", pilot, employer.uuid, said.uuid)
    assertContains(client.get(page), "Verkeerd bedrijf")
    said.change(version=1, note="Toch goed")
    assertContains(client.post(page, {"version": "1"}, follow=True), "wijzigde dit contact net")
    assert employer.contacts.exists()

    response = client.post(page, {"version": "2"}, follow=True)

    assertContains(response, "Weggehaald: telefoon op 15-01-2017.")
    assertContains(
        client.get(url("employer-history", pilot, employer.uuid)),
        "Contact met een werkgever verwijderd",
    )
    assert client.get(page).status_code == 404


def test_contact_of_another_employer_does_not_exist_here(client, recruiter, pilot):
    said = contact(EmployerFactory(pilot=pilot))
    other = EmployerFactory(pilot=pilot)

    for route in ["contact-edit", "contact-remove"]:
        assert client.get(url(route, pilot, other.uuid, said.uuid)).status_code == 404


def test_note_that_names_a_participant_is_warned_about_once(client, recruiter, pilot, participant):
    ParticipantFactory(pilot=pilot, first_name="Niet", last_name="Verwezen")
    employer = EmployerFactory(pilot=pilot)
    page = url("contact-create", pilot, employer.uuid)
    opened = sent(client.get(page)) | {"kind": "phone"}
    filled = opened | {"note": f"Over {str(participant).upper()} gesproken"}

    warned = client.post(page, filled)
    assertContains(warned, f"Hier staat de naam van een deelnemer: {participant}.")
    assert not employer.contacts.exists()
    assertRedirects(client.post(page, sent(warned)), url("employer-detail", pilot, employer.uuid))

    other = opened | {"uuid": uuid4(), "note": "Niet Verwezen is hier onbekend"}
    client.post(page, other)
    assert employer.contacts.count() == 2


# What is still to be done


def test_vandaag_of_the_recruiter_shows_what_was_begun(client, recruiter, pilot, participant):
    recruiter.step_drafts.create(participant=participant, uuid=uuid4(), values={})
    stranger = ParticipantFactory(
        pilot=pilot, consultant=participant.consultant, last_name="Verborgen"
    )
    recruiter.step_drafts.create(participant=stranger, uuid=uuid4(), values={})

    page = client.get(url("mediation-today", pilot))

    assertContains(page, "Begonnen, nog niet vastgelegd")
    assertContains(page, of(participant, "step-create"))
    assertNotContains(page, "Verborgen")


def test_who_was_accepted_stands_on_vandaag_until_the_placement_is_there(
    client, login, pilot, vacancy
):
    user = login(Role.CONSULTANT)
    person = referred(pilot, user)
    cook = OccupationFactory(name="proefkok")
    vacancy.change(version=1, occupation=cook)
    proposal = accept(person, vacancy)
    form = f"{of(person, 'placement-create')}?voorstel={proposal.uuid}"
    heading = "Aangenomen, plaatsing nog niet vastgelegd"
    own = client.get(url("today", pilot))
    assertContains(own, heading)
    assertContains(own, form)
    assertContains(client.get(person.get_absolute_url()), heading)
    both = [person.get_absolute_url(), url("vacancy-detail", pilot, vacancy.uuid)]
    for about in both:
        assertContains(client.get(about), f'href="{form}">Leg de plaatsing vast')
    login(Role.RECRUITER)
    page = client.get(url("mediation-today", pilot))
    section = {one["key"]: one for one in page.context["sections"]}["zonder-plaatsing"]
    assert section["rows"][0]["action_url"] == form
    assert list(client.get(section["url"]).context["page"]) == [proposal]

    opened = client.get(form)
    assertContains(opened, "Ingevuld vanuit het voorstel")
    assertRedirects(client.post(form, sent(opened)), person.get_absolute_url())

    placement = Placement.objects.get()
    assert (placement.employer, placement.job_title) == (vacancy.employer.name, vacancy.title)
    assert (placement.hours, placement.kind, placement.occupation) == (24, "regular", cook)
    assert Proposal.objects.get().placement == placement
    assertNotContains(client.get(url("mediation-today", pilot)), heading)
    for about in both:
        assertNotContains(client.get(about), "Leg de plaatsing vast")
    login(Role.PROJECT_LEADER)
    listed = client.get(url("list", pilot) + "?signaal=aangenomen-zonder-plaatsing")
    assert list(listed.context["page"]) == []


def test_form_of_a_placement_begins_empty_without_a_proposal_of_theirs(
    client, recruiter, pilot, participant, vacancy
):
    other = accept(referred(pilot, participant.consultant), vacancy)
    EmployerFactory(pilot=pilot, name="Bakkerij Bekend")
    EmployerFactory(name="Bakkerij Elders")

    for asked in ["", "?voorstel=onzin", f"?voorstel={other.uuid}"]:
        page = client.get(of(participant, "placement-create") + asked)
        assertNotContains(page, "Ingevuld vanuit")
        assert page.context["form"]["employer"].value() is None
    assertContains(page, '<option value="Bakkerij Bekend">')
    assertNotContains(page, "Bakkerij Elders")


def test_unpaid_work_is_not_filled_in_as_regular(client, recruiter, pilot, participant):
    unpaid = VacancyFactory(employer__pilot=pilot, paid=False)
    proposal = accept(participant, unpaid)

    page = client.get(f"{of(participant, 'placement-create')}?voorstel={proposal.uuid}")

    assert not page.context["form"]["kind"].value()


def test_employer_of_a_proposal_that_lapsed_is_to_be_told(
    client, recruiter, pilot, participant, vacancy
):
    propose(participant, vacancy)
    participant.referrals.get().end(reason="other", on=TODAY, by=participant.consultant)

    page = client.get(url("mediation-today", pilot))

    assertContains(page, "Voorstel vervallen: laat het de werkgever weten")
    assertNotContains(page, "Zevenster")
    section = page.context["sections"][0]
    assert list(client.get(section["url"]).context["page"]) == [vacancy.employer]
    assert section["rows"][0]["action_url"] == url("contact-create", pilot, vacancy.employer.uuid)


def test_what_lapsed_is_told_by_a_contact_of_that_day_or_later(
    client, recruiter, pilot, participant, vacancy
):
    propose(participant, vacancy, on=TODAY - timedelta(days=9))
    participant.referrals.get().end(
        reason="other", on=TODAY - timedelta(days=3), by=participant.consultant
    )
    page = url("contact-create", pilot, vacancy.employer.uuid)
    form = client.get(page)
    assertContains(form, f"Nog te vertellen: het voorstel voor {vacancy} is vervallen")
    assertNotContains(form, "Zevenster")

    early = sent(form) | {"kind": "phone", "on": "11-1-2017"}
    response = client.post(page, early, follow=True)

    assertContains(response, f"Nog te vertellen, want dat is van na dit contact: {vacancy}.")
    heading = "Voorstel vervallen: laat het de werkgever weten"
    assertContains(client.get(url("mediation-today", pilot)), heading)
    client.post(page, sent(client.get(page)) | {"kind": "phone", "on": "12-1-2017"})
    assertNotContains(client.get(url("mediation-today", pilot)), heading)
    assertNotContains(client.get(page), "Nog te vertellen")


def test_employer_shows_the_placements_and_the_names_one_may_see(
    client, recruiter, pilot, participant, consultant, vacancy
):
    unseen = ParticipantFactory(
        pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT, last_name="Verborgen"
    )
    for person in (participant, unseen):
        person.placements.create(
            kind="trial", employer=vacancy.employer.name, hours=20, starts_on=TODAY, by=consultant
        )

    page = client.get(url("employer-detail", pilot, vacancy.employer.uuid))

    assertContains(page, "Zevenster")
    assertContains(page, "En 1 van wie u de naam niet ziet.")
    assertNotContains(page, "Verborgen")


# The page of a vacancy


def test_who_was_refused_comes_below_with_the_reason(
    client, recruiter, pilot, participant, consultant, vacancy
):
    referred(pilot, consultant, language_level="a0", last_name="Vrij")
    propose(participant, vacancy).record_answer(
        answer="rejected", reason="language", on=TODAY, by=consultant
    )

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    assert [one.participant.last_name for one, _, _ in page.context["ranking"]] == [
        "Vrij",
        "Zevenster",
    ]
    assertContains(page, "afgewezen op 15-01-2017, reden: taal")
    assertContains(page, "afgewezen: taal")


def test_who_has_work_or_hope_elsewhere_is_not_shown_as_free(
    client, recruiter, pilot, participant, consultant, vacancy
):
    hotel, cafe = (EmployerFactory(pilot=pilot, name=name) for name in ("Hotel", "Café"))
    accept(participant, VacancyFactory(employer=hotel))
    propose(participant, VacancyFactory(employer=cafe))
    participant.placements.create(
        kind="trial", employer="Kwekerij", hours=8, starts_on=TODAY, by=consultant
    )

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    [(_, _, remarks)] = page.context["ranking"]
    assert remarks == [
        "loopt: Proefplaatsing bij Kwekerij",
        "ook voorgesteld bij Café",
        "aangenomen bij Hotel",
    ]


def test_fitting_vacancies_say_of_a_refusal_what_the_vacancy_says(
    client, recruiter, pilot, participant, consultant, vacancy
):
    hotel = VacancyFactory(employer=EmployerFactory(pilot=pilot, name="Hotel"))
    accept(participant, hotel)
    lasts = VacancyFactory(employer__pilot=pilot, language_level="b1")
    propose(participant, vacancy).record_answer(
        answer="rejected", reason="language", on=TODAY, by=consultant
    )

    page = client.get(of(participant, "matches"))

    assert [(one, said) for one, _, said in page.context["ranking"]] == [
        (lasts, []),
        (vacancy, ["afgewezen op 15-01-2017, reden: taal"]),
    ]
    assertContains(page, "afgewezen op 15-01-2017, reden: taal")
    assertContains(page, "Aangenomen bij Hotel")


def test_who_was_refused_for_it_is_proposed_again_after_a_second_question(
    client, recruiter, pilot, participant, consultant, vacancy
):
    accept(participant, VacancyFactory(employer=EmployerFactory(pilot=pilot, name="Hotel")))
    propose(participant, vacancy).record_answer(
        answer="rejected", reason="language", on=TODAY, by=consultant
    )
    page = of(participant, "proposal-create", vacancy.uuid)
    opened = client.get(page)
    assertContains(opened, "Afgewezen op 15-01-2017, reden: taal; aangenomen bij Hotel")

    asked = client.post(page, sent(opened) | {"note": "Sprak vlotter."})

    said = "Eerder voorgesteld voor deze vacature: afgewezen op 15-01-2017, reden: taal. Klopt"
    assertContains(asked, said)
    assertContains(asked, "Sprak vlotter.")
    assert not vacancy.proposals.live().exists()
    for _ in range(2):
        client.post(page, sent(asked))
    assert vacancy.proposals.live().get().note == "Sprak vlotter."


def test_who_was_proposed_nowhere_is_proposed_without_a_question(
    client, recruiter, participant, vacancy
):
    page = of(participant, "proposal-create", vacancy.uuid)

    client.post(page, sent(client.get(page)))

    assert vacancy.proposals.get().participant == participant


def test_purpose_decides_on_paid_work_and_both_pages_say_the_same(
    client, recruiter, pilot, consultant, vacancy
):
    learns = referred(pilot, consultant, profile={"purpose": "learning"})
    works = referred(pilot, consultant)

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    people = {one.participant: match for one, match, _ in page.context["ranking"]}
    assert list(people) == [works, learns]
    assertContains(page, "betaald, verwezen voor leer-werktraject")
    for person, found in people.items():
        [(_, match, _)] = client.get(of(person, "matches")).context["ranking"]
        assert match == found


def test_of_equal_points_who_is_free_stands_above_who_is_taken(
    client, recruiter, pilot, consultant, vacancy
):
    placed, accepted, ended, free = (referred(pilot, consultant) for _ in range(4))
    accept(accepted, VacancyFactory(employer__pilot=pilot))
    work = {"kind": "trial", "employer": "Kwekerij", "hours": 8, "starts_on": TODAY}
    placed.placements.create(**work, by=consultant)
    ended.placements.create(**work, by=consultant).end(on=TODAY, reason="other", by=consultant)

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    order = [one.participant for one, _, _ in page.context["ranking"]]
    assert order == [ended, free, placed, accepted]


# Answers


def test_answer_is_corrected_and_taken_back_on_its_pages(client, recruiter, participant, vacancy):
    proposal = propose(participant, vacancy)
    proposal.record_answer(answer="withdrawn", on=TODAY, by=recruiter)
    answer = proposal.answers.get()
    edit, remove = (
        of(participant, route, answer.uuid) for route in ("answer-edit", "answer-remove")
    )
    assertContains(client.get(of(participant, "proposal-answer", proposal.uuid)), edit)
    opened = sent(client.get(edit))

    response = client.post(edit, opened | {"answer": "rejected", "reason": "no_click"}, follow=True)

    assertContains(response, "Gecorrigeerd voor")
    assertContains(response, "afgewezen: geen klik")
    late = client.post(edit, opened | {"answer": "accepted"})
    assertContains(late, "Antwoord van “ingetrokken” naar “afgewezen”")
    assertContains(client.post(remove, {"version": "1"}, follow=True), "intussen iets anders")
    gone = client.post(remove, {"version": "2"}, follow=True)
    assertContains(gone, "Nu staat er: in behandeling.")
    assert client.get(remove).status_code == 404


@pytest.mark.parametrize(("answer", "reason"), [("rejected", "language"), ("withdrawn", "")])
def test_settled_proposal_stays_within_reach_to_put_its_answer_right(
    client, recruiter, pilot, participant, vacancy, answer, reason
):
    proposal = propose(participant, vacancy)
    proposal.record_answer(answer=answer, reason=reason, on=TODAY, by=recruiter)
    answers = of(participant, "proposal-answer", proposal.uuid)

    for page in [
        url("proposal-list", pilot),
        url("vacancy-detail", pilot, vacancy.uuid),
        participant.get_absolute_url(),
    ]:
        shown = client.get(page)
        assertContains(shown, f'href="{answers}"')
        assertContains(shown, "Bekijken")
    assertContains(client.get(answers), "Corrigeer het laatste antwoord")


@pytest.mark.parametrize(
    ("role", "says"),
    [
        (Role.RECRUITER, "De consulent blijft bij Wijzigingen lezen"),
        (Role.PROJECT_LEADER, "Onder Wijzigingen blijft te lezen"),
    ],
)
def test_removing_an_answer_says_what_stays(client, login, participant, vacancy, role, says):
    user = login(role)
    proposal = accept(participant, vacancy)
    page = of(participant, "answer-remove", proposal.answers.get().uuid)
    assertNotContains(client.get(page), "een plaatsing vastgelegd")
    placement = participant.placements.create(
        kind="trial", employer="Kwekerij", hours=8, starts_on=TODAY, by=user
    )
    proposal.link(placement)

    shown = client.get(page)

    assertContains(shown, says)
    assertContains(shown, of(participant, "placement-edit", placement.uuid))
    assertContains(shown, "Proefplaatsing bij Kwekerij")
    placement.withdraw(version=1, reason="Ging niet door.", by=user)
    assertNotContains(client.get(page), "Kwekerij")


def test_earlier_answer_cannot_be_corrected_any_more(client, recruiter, participant, vacancy):
    proposal = propose(participant, vacancy)
    first = proposal.record_answer(answer="interview", interview_on=TODAY, on=TODAY, by=recruiter)
    edit = of(participant, "answer-edit", first.uuid)
    opened = sent(client.get(edit))
    proposal.record_answer(answer="accepted", on=TODAY, by=recruiter)

    assertContains(client.post(edit, opened), "er is intussen iets anders vastgelegd")
    removed = client.post(
        of(participant, "answer-remove", first.uuid), {"version": "1"}, follow=True
    )
    assertContains(removed, "er is intussen iets anders vastgelegd")
    assert proposal.answers.count() == 2


def test_what_belongs_to_another_answer_is_left_out_and_said(
    client, recruiter, participant, vacancy
):
    page = of(participant, "proposal-answer", propose(participant, vacancy).uuid)
    opened = sent(client.get(page)) | {"answer": "accepted"}

    response = client.post(
        page, opened | {"reason": "language", "interview_on": "onzin"}, follow=True
    )

    assertContains(response, "hoort bij een ander antwoord: reden van de afwijzing, gesprek op.")
    assert [(one.answer, one.reason) for one in participant.proposal_answers.all()] == [
        ("accepted", "")
    ]


def test_day_of_an_interview_is_asked_only_where_there_can_be_one(
    client, recruiter, participant, vacancy
):
    proposal = propose(participant, vacancy)
    page = of(participant, "proposal-answer", proposal.uuid)
    assertContains(client.get(page), "Gesprek op")
    proposal.record_answer(answer="accepted", on=TODAY, by=recruiter)

    accepted = client.get(page)

    assertNotContains(accepted, "Gesprek op")
    client.post(page, sent(accepted) | {"answer": "rejected", "reason": "transport"})
    last = proposal.last_answer
    assert last.reason == "transport"
    edit = of(participant, "answer-edit", last.uuid)
    corrected = client.get(edit)
    assertNotContains(corrected, "Gesprek op")
    client.post(edit, sent(corrected) | {"reason": "filled"})
    assert proposal.last_answer.reason == "filled"


def test_other_reason_of_a_refusal_asks_for_a_word_of_explanation(
    client, recruiter, participant, vacancy
):
    proposal = propose(participant, vacancy)
    page = of(participant, "proposal-answer", proposal.uuid)
    filled = sent(client.get(page)) | {"answer": "rejected", "reason": "other"}

    refused = client.post(page, filled)

    assert list(refused.context["form"].errors) == ["note"]
    assert not proposal.answers.exists()
    client.post(page, filled | {"note": "De vacature vervalt."})
    assert proposal.last_answer.note == "De vacature vervalt."


def test_withdrawing_who_was_accepted_asks_whether_the_vacancy_opens_again(
    client, recruiter, pilot, participant, vacancy
):
    proposal = accept(participant, vacancy)
    vacancy.change(version=1, state="filled")
    page = of(participant, "proposal-answer", proposal.uuid)

    response = client.post(page, sent(client.get(page)) | {"answer": "withdrawn"}, follow=True)

    reopen = url("vacancy-edit", pilot, vacancy.uuid) + "?staat=open"
    assertContains(response, f'href="{reopen}"')
    assert client.get(reopen).context["form"]["state"].value() == "open"


def test_proposals_lead_to_the_answer_and_filter_on_the_reason(
    client, recruiter, pilot, participant, consultant, vacancy
):
    waiting = propose(participant, vacancy)
    refused = propose(referred(pilot, consultant), vacancy)
    refused.record_answer(answer="rejected", reason="transport", on=TODAY, by=recruiter)

    page = client.get(url("proposal-list", pilot))
    assertContains(page, of(participant, "proposal-answer", waiting.uuid))
    assertContains(page, f'href="{url("proposal-list", pilot)}"')
    filtered = client.get(url("proposal-list", pilot) + "?reden=transport")

    assert list(filtered.context["page"]) == [refused]
    assertContains(filtered, "vervoer")


# Lists and forms


def test_list_of_the_recruiter_says_what_for_and_what_is_wanted(
    client, recruiter, pilot, consultant
):
    cook = OccupationFactory(name="proefkok")
    trial = referred(
        pilot, consultant, profile={"purpose": "trial", "occupations": [cook]}, language_level="a2"
    )
    diagnose(trial, hours=24)
    referred(pilot, consultant, last_name="Anders")

    page = client.get(url("list", pilot) + "?doel=trial")

    assert list(page.context["page"]) == [trial]
    for shown in ["proefplaatsing", "proefkok", "A2", "24", str(consultant)]:
        assertContains(page, shown)
    assertNotContains(page, "Dagen sinds uw contact</a>")
    form = page.context["filterset"].form
    assert not {"telling", "uitstroom"} & set(form.fields)
    assert "geen-contact" not in dict(form.fields["signaal"].choices)
    phases = [phase for phase, _ in form.fields["fase"].choices if phase]
    assert phases == ["diagnosis", "placement", "education", "entrepreneurship"]
    every = client.get(url("list", pilot) + "?kolom=alle")
    assertContains(every, "Dagen sinds uw contact")
    exported = client.get(url("list", pilot) + "?export=csv&doel=trial").content.decode()
    assert "Taal;Uren vanaf;Uren tot" in exported
    assert "proefplaatsing;proefkok;A2;24;24" in exported


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("taal=b1", {"Kan"}),
        ("taal=a2", {"Kan", "Wil"}),
        ("uren=24", {"Kan"}),
        ("uren=32", {"Kan", "Wil"}),
        ("uren=8", set()),
        ("rijbewijs=ja", {"Kan"}),
        ("rijbewijs=nee", {"Wil"}),
        ("rijbewijs=onbekend", {"Weet"}),
        ("taal=a2&uren=32&rijbewijs=ja", {"Kan"}),
        ("taal=a0", set()),
    ],
)
def test_list_of_the_recruiter_filters_on_what_somebody_can_and_wants(
    client, recruiter, pilot, consultant, asked, found
):
    hours = {"hours_from": 20, "hours_until": 32}
    can = {"last_name": "Kan", "language_level": "b1"}
    # The diagnosis says more of the licence than the referral.
    diagnose(referred(pilot, consultant, profile=hours, **can), licence="b")
    wants = {"driving_licence": "no", "hours_from": 32, "hours_until": 32}
    referred(pilot, consultant, profile=wants, last_name="Wil", language_level="a2")
    referred(pilot, consultant, last_name="Weet", language_level="unknown")
    known = {"phase": Phase.PLACEMENT, "last_name": "Verborgen", "language_level": "b1"}
    ParticipantFactory(pilot=pilot, consultant=consultant, **known)

    page = client.get(f"{url('list', pilot)}?{asked}")

    assert {person.last_name for person in page.context["page"]} == found


def test_hours_and_places_are_numbers_in_a_workbook(client, recruiter, pilot, participant):
    diagnose(participant, hours=24)
    VacancyFactory(employer__pilot=pilot, title="Kok", places=3)

    def exported(route):
        content = client.get(url(route, pilot) + "?export=xlsx").content
        head, *rows = load_workbook(BytesIO(content)).active.values
        return dict(zip(head, rows[0], strict=True))

    people, vacancies = exported("list"), exported("vacancy-list")
    assert (people["Uren vanaf"], people["Uren tot"]) == (24, 24)
    assert (vacancies["Uren vanaf"], vacancies["Uren tot"]) == (24, 32)
    assert (vacancies["Plaatsen bezet"], vacancies["Plaatsen"]) == (0, 3)
    assertContains(client.get(url("vacancy-list", pilot)), "24–32")


def test_without_a_contact_no_day_of_it_is_counted(client, recruiter, pilot, participant):
    met = referred(pilot, participant.consultant, last_name="Gesproken")
    absent = referred(pilot, participant.consultant, last_name="Afwezig")
    for person, attendance in [(met, "present"), (absent, "absent")]:
        person.log_step(
            uuid=uuid4(),
            by=recruiter,
            on=TODAY - timedelta(days=6),
            type=StepType.objects.first(),
            attendance=attendance,
        )

    chosen = "?kolom=contact&kolom=dagen&sorteer=dagen&export=csv"
    rows = client.get(url("list", pilot) + chosen).content.decode().splitlines()

    assert [row.split(";", 1)[1] for row in rows[1:4]] == ["09-01-2017;6", ";", ";"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_the_recruiter_makes_the_same_queries_for_one_as_for_many(
    client, recruiter, pilot, consultant, count, django_assert_num_queries
):
    for _ in range(count):
        diagnose(referred(pilot, consultant), wanted=[OccupationFactory()], hours=24)

    with django_assert_num_queries(16):
        page = client.get(url("list", pilot))

    assert len(page.context["page"]) == count


def test_telephone_is_a_number(client, recruiter, pilot):
    page = url("employer-create", pilot)
    filled = sent(client.get(page)) | {"name": "Bakkerij", "sector": "retail", "place": "Gulpen"}

    wrong = client.post(page, filled | {"phone": "bel maar"})

    assertContains(wrong, "Typ alleen cijfers, spaties, + en -.")
    client.post(page, filled | {"phone": "+31 43-000 00 00"})
    assert Employer.objects.get().phone == "+31 43-000 00 00"


def test_employer_who_does_not_cooperate_any_more_is_found_when_asked_for(client, recruiter, pilot):
    stays = EmployerFactory(pilot=pilot, name="Bakkerij Blijft")
    left = EmployerFactory(pilot=pilot, name="Bakkerij Weg")
    contact(left, days_ago=3, next_in=-1)
    page = url("employer-edit", pilot, left.uuid)
    opened = sent(client.get(page))
    opened.pop("cooperates")
    client.post(page, opened)

    def found(asked):
        return list(client.get(url("employer-list", pilot) + asked).context["page"])

    assert found("") == [stays]
    assert found("?staat=") == [stays, left]
    assert found("?staat=&naam=weg") == [left]
    assert "werkgevers" not in str(client.get(url("mediation-today", pilot)).context["sections"])
    assertContains(client.get(url("employer-detail", pilot, left.uuid)), "werkt niet meer mee")


def test_switching_off_an_employer_tells_what_is_open_there(
    client, recruiter, pilot, participant, consultant
):
    employer = EmployerFactory(pilot=pilot, name="Bakkerij Weg")
    baker, clerk = (VacancyFactory(employer=employer, title=name) for name in ("Bakker", "Verkoop"))
    waiting = propose(participant, baker)
    VacancyFactory(employer=employer, title="Oud", state="filled")
    propose(referred(pilot, consultant), VacancyFactory(employer__pilot=pilot))
    page = url("employer-edit", pilot, employer.uuid)
    opened = sent(client.get(page))
    opened.pop("cooperates")

    response = client.post(page, opened, follow=True)

    left = "2 vacatures en 1 voorstel zonder uitkomst"
    assertContains(response, f"Nog open bij deze werkgever: {left}.")
    for vacancy in (baker, clerk):
        link = url("vacancy-edit", pilot, vacancy.uuid) + "?staat=withdrawn"
        assertContains(response, f'<a href="{link}">Zet {vacancy} op vervallen</a>')
    listed = url("proposal-list", pilot) + f"?wacht=antwoord&werkgever={employer.uuid}"
    assertContains(response, listed.replace("&", "&amp;"))
    assert list(client.get(listed).context["page"]) == [waiting]
    wrong = client.get(url("proposal-list", pilot) + "?werkgever=onzin")
    assert list(wrong.context["page"]) == []


def test_nobody_is_proposed_at_an_employer_who_stopped(client, recruiter, pilot, participant):
    vacancy = VacancyFactory(employer__pilot=pilot, employer__cooperates=False, title="Bakker")
    stopped = "Deze werkgever werkt niet meer mee: u kunt hier niemand voorstellen."
    page = of(participant, "proposal-create", vacancy.uuid)

    response = client.post(page, sent(client.get(page)) | {"note": "Past goed"})

    assertContains(response, stopped)
    assertContains(response, "Past goed")
    assert not participant.proposals.exists()
    own = client.get(url("vacancy-detail", pilot, vacancy.uuid))
    assertContains(own, stopped)
    assertNotContains(own, "Wie erbij past")
    assertNotContains(client.get(of(participant, "matches")), "Bakker")
    assertContains(client.get(url("vacancy-list", pilot)), "werkt niet meer mee")


@pytest.mark.parametrize("state", ["filled", "withdrawn"])
def test_closing_a_vacancy_tells_who_waits_for_an_answer(
    client, recruiter, pilot, participant, consultant, vacancy, state
):
    waiting = propose(participant, vacancy)
    propose(referred(pilot, consultant, last_name="Nee"), vacancy).record_answer(
        answer="rejected", reason="filled", on=TODAY, by=consultant
    )
    page = url("vacancy-edit", pilot, vacancy.uuid)
    opened = sent(client.get(page))
    assertNotContains(client.post(page, opened, follow=True), "op antwoord")

    opened = sent(client.get(page)) | {"state": state}
    response = client.post(page, opened, follow=True)

    assertContains(response, "Nog 1 voorstel wacht op antwoord, ook hieronder bij Voorgesteld.")
    answer = of(participant, "proposal-answer", waiting.uuid)
    assertContains(response, f'<a href="{answer}">Antwoord voor {participant}</a>')
    assertNotContains(response, "Antwoord voor Voornaam Nee")


def test_vacancy_counts_who_one_may_not_see_any_more(
    client, recruiter, pilot, participant, consultant
):
    vacancy = VacancyFactory(employer__pilot=pilot, places=2)
    gone = referred(pilot, consultant, last_name="Verborgen")
    for person in (participant, gone):
        accept(person, vacancy)
    gone.referrals.get().end(reason="work", on=TODAY, by=consultant)

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    assertContains(page, "2 van 2")
    assertContains(page, "En 1 voorstel van iemand die niet (meer) naar u verwezen is.")
    assertNotContains(page, "Verborgen")


def test_closing_day_that_was_is_warned_about_once(client, recruiter, pilot):
    page = url("vacancy-create", pilot, EmployerFactory(pilot=pilot).uuid)
    filled = sent(client.get(page)) | {"title": "Kok", "closes_on": "2-1-2017"}
    filled |= {"hours_from": "24", "hours_until": "32"}

    warned = client.post(page, filled)

    assertContains(warned, "Reageren kon dan tot en met 02-01-2017: die dag is al voorbij.")
    response = client.post(page, sent(warned), follow=True)
    assertContains(response, "Kok is toegevoegd.")
    own = response.context["vacancy"]
    edit = url("vacancy-edit", pilot, own.uuid)
    assertContains(client.post(edit, sent(client.get(edit)), follow=True), "Kok is opgeslagen.")
    assert own.closes_on == date(2017, 1, 2)
