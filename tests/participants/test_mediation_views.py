"""The pages of the mediation: what is shown to whom, and what is done with it."""

import re
from datetime import date, timedelta
from functools import partial
from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Attendance
from participants.limits import Limits, Subject
from participants.mediation import Silence
from participants.mediation_views import ROWS_SHOWN
from participants.models import (
    Employer,
    Participant,
    Reading,
    StepType,
    TrajectoryRules,
    Vacancy,
)
from participants.trajectory import Phase
from participants.vacancy_views import SHOWN
from pilot.roles import Role
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


def log(participant, *, by, days_ago, attendance=Attendance.PRESENT):
    participant.log_step(
        uuid=uuid4(),
        by=by,
        on=TODAY - timedelta(days=days_ago),
        type=StepType.objects.first(),
        attendance=attendance,
    )


# Referring


def test_consultant_refers_and_the_recruiter_sees_the_profile_and_nothing_else(
    client, login, pilot
):
    consultant = login(Role.CONSULTANT)
    cook = OccupationFactory(name="proefkok", shortage=True)
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    person.diagnoses.create(
        on=TODAY, by=consultant, route="placement", explanation="Alleen voor ons"
    )
    assertContains(client.get(person.get_absolute_url()), "Nog niet verwezen")
    form = client.get(of(person, "referral-create"))
    assertContains(form, "proefkok (knelpuntberoep)")

    filled = sent(form) | {"purpose": "paid_work", "note": "Werkt graag in een team."}
    filled |= {"first_occupation": cook.pk, "hours_from": "24", "hours_until": "32"}
    for _ in range(2):
        response = client.post(of(person, "referral-create"), filled, follow=True)

    assertContains(response, "De recruiter ziet deze deelnemer nu.")
    assert person.referrals.count() == 1
    login(Role.RECRUITER)
    page = client.get(person.get_absolute_url())
    for shown in ["Werkt graag in een team.", "betaald werk", "24 tot 32 per week", "proefkok"]:
        assertContains(page, shown)
    for secret in ["Alleen voor ons", person.client_number, "Verwijzing beëindigen"]:
        assertNotContains(page, secret)


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"purpose": ""}, "purpose", "verplicht"),
        ({"hours_from": "veel"}, "hours_from", "Typ een heel aantal uren"),
        ({"hours_from": "20"}, "hours_until", "Vul beide uren in"),
        ({"hours_from": "20", "hours_until": "10"}, "hours_until", "minder dan vanaf 20 uur"),
        ({"on": "16-1-2017"}, "on", "nog niet geweest"),
        ({"on": "1-7-2016"}, "on", "nog niet geselecteerd"),
    ],
)
def test_wrong_referral_says_so_at_the_field_and_keeps_what_was_typed(
    client, login, pilot, values, field, says
):
    consultant = login(Role.CONSULTANT)
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    filled = sent(client.get(of(person, "referral-create")))

    response = client.post(
        of(person, "referral-create"),
        filled | {"purpose": "trial", "note": "Blijft staan."} | values,
    )

    assert list(response.context["form"].errors) == [field]
    assertContains(response, says)
    assertContains(response, "Blijft staan.")
    assert not person.referrals.exists()


def test_second_referral_and_a_closed_trajectory_are_refused(client, login, participant):
    login(Role.PROJECT_LEADER)
    page = of(participant, "referral-create")
    filled = sent(client.get(page)) | {"purpose": "trial"}
    assertContains(client.post(page, filled), "al verwezen")

    participant.record_outcome(kind="paid_full", hours=36, by=participant.consultant, on=TODAY)

    assertContains(client.post(page, filled), "Dit traject is afgesloten")


def test_referral_is_changed_and_not_overwritten(client, login, participant):
    login(Role.PROJECT_LEADER)
    page = of(participant, "referral-edit")
    opened = sent(client.get(page))
    client.post(page, opened | {"times": "ochtenden"})

    response = client.post(page, opened | {"times": "avonden"})

    assertContains(response, "Dit is intussen gewijzigd: ")
    assertContains(response, "Dagen en tijden van “leeg” naar “ochtenden”")
    assertContains(response, 'value="avonden"')
    again = sent(response)
    client.post(page, again)
    assert participant.referrals.get().times == "avonden"


def test_ending_the_referral_closes_the_page_for_the_recruiter(client, login, participant, vacancy):
    propose(participant, vacancy)
    login(Role.PROJECT_LEADER)
    page = of(participant, "referral-end")
    assertContains(client.get(page), f"Deze voorstellen worden ingetrokken: {vacancy}")
    early = client.post(page, {"on": "1-11-2016", "reason": "other"})
    assertContains(early, "De verwijzing is van 01-12-2016.")

    assertRedirects(
        client.post(page, {"on": "15-1-2017", "reason": "other"}), participant.get_absolute_url()
    )

    assert client.get(page).status_code == 404
    login(Role.RECRUITER)
    assert client.get(participant.get_absolute_url()).status_code == 404
    assertNotContains(client.get(url("vacancy-detail", participant.pilot, vacancy.uuid)), "Zeven")
    assertNotContains(client.get(url("proposal-list", participant.pilot)), "Zevenster")


def test_transition_to_placement_offers_the_referral(client, login, pilot):
    consultant = login(Role.CONSULTANT)
    person = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)
    person.diagnose(route="placement", by=consultant, on=TODAY)

    response = client.post(
        of(person, "transition-create"), {"phase": "placement", "on": "15-1-2017"}, follow=True
    )

    assertContains(response, "Verwijs nu naar Podium24")


# Employers


def test_employer_is_added_once_and_a_double_name_is_refused(client, login, pilot):
    login(Role.RECRUITER)
    page = url("employer-create", pilot)
    filled = sent(client.get(page)) | {"name": "Bakkerij", "sector": "retail", "place": "Gulpen"}
    for _ in range(2):
        response = client.post(page, filled, follow=True)
    assertContains(response, "Bakkerij")

    twice = client.post(page, filled | {"uuid": uuid4(), "name": "BAKKERIJ"})

    assertContains(twice, "Deze werkgever staat al in de lijst.")
    assert Employer.objects.count() == 1


def test_employer_is_not_overwritten(client, login, vacancy):
    login(Role.RECRUITER)
    page = url("employer-edit", vacancy.employer.pilot, vacancy.employer.uuid)
    opened = sent(client.get(page))
    client.post(page, opened | {"place": "Gulpen"})

    response = client.post(page, opened | {"phone": "043 000 00 00"})

    assertContains(response, "Plaats van “Meerssen” naar “Gulpen”.")
    assertContains(response, 'value="043 000 00 00"')
    assert Employer.objects.get().phone == ""


def test_contact_is_logged_with_the_next_one(client, login, vacancy):
    login(Role.RECRUITER)
    employer = vacancy.employer
    page = url("contact-create", employer.pilot, employer.uuid)
    filled = sent(client.get(page)) | {"kind": "phone", "note": "Zoekt een kok."}
    assertContains(client.post(page, filled | {"next_on": "15-1-2017"}), "ligt na vandaag")
    assertContains(client.post(page, filled | {"on": "16-1-2017"}), "nog niet geweest")

    response = client.post(page, filled | {"next_on": "20-1-2017"}, follow=True)

    assertContains(response, "Volgend contact op 20-01-2017.")
    assertContains(response, "Zoekt een kok.")
    # The next contact is not forgotten when something else is said first.
    assert client.get(page).context["form"]["next_on"].value() == date(2017, 1, 20)


# Vacancies


def test_vacancy_is_added_and_a_group_project_says_what_is_learned(client, login, pilot):
    login(Role.RECRUITER)
    employer = EmployerFactory(pilot=pilot)
    page = url("vacancy-create", pilot, employer.uuid)
    filled = sent(client.get(page)) | {"title": "Leren lassen", "kind": "group_project"}
    filled |= {"hours_from": "24", "hours_until": "32", "places": "6"}

    response = client.post(page, filled)
    assert sorted(response.context["form"].errors) == ["learned", "starts_on"]
    filled |= {"learned": "Basis lassen.", "starts_on": "1-3-2017"}
    for _ in range(2):
        response = client.post(page, filled, follow=True)

    assertContains(response, "Groepsproject bij")
    assertContains(response, "Basis lassen.")
    assert Vacancy.objects.get().state == "open"


def test_vacancy_is_changed_but_not_to_fewer_places_than_are_taken(
    client, login, pilot, participant
):
    login(Role.RECRUITER)
    vacancy = VacancyFactory(employer__pilot=pilot, places=3)
    for person in (participant, referred(pilot, participant.consultant)):
        propose(person, vacancy).record_answer(answer="accepted", on=TODAY, by=vacancy.by)
    page = url("vacancy-edit", pilot, vacancy.uuid)
    opened = sent(client.get(page))

    assertContains(client.post(page, opened | {"places": "1"}), "Er zijn al 2 plaatsen bezet.")
    assertRedirects(
        client.post(page, opened | {"places": "2", "state": "filled"}),
        url("vacancy-detail", pilot, vacancy.uuid),
    )
    stale = client.post(page, opened | {"places": "4"})
    assertContains(stale, "Aantal plaatsen van “3” naar “2”, Staat van “open” naar “vervuld”.")


def test_vacancy_of_another_pilot_does_not_exist(client, login, pilot):
    login(Role.PROJECT_LEADER)
    elsewhere = VacancyFactory()

    for route in ["vacancy-detail", "vacancy-edit"]:
        assert client.get(url(route, pilot, elsewhere.uuid)).status_code == 404
    for route in ["employer-detail", "employer-edit", "contact-create", "vacancy-create"]:
        assert client.get(url(route, pilot, elsewhere.employer.uuid)).status_code == 404


def test_list_shows_what_is_open_unless_asked_otherwise(client, login, pilot):
    login(Role.CONSULTANT)
    VacancyFactory(employer__pilot=pilot, title="Open baan")
    VacancyFactory(employer__pilot=pilot, title="Oude baan", state="filled")

    page = client.get(url("vacancy-list", pilot))

    assertContains(page, "Open baan")
    assertNotContains(page, "Oude baan")
    assertNotContains(page, "Werkgever toevoegen")
    assertContains(client.get(url("vacancy-list", pilot) + "?staat="), "Oude baan")


def test_vacancy_ranks_who_fits_with_the_reasons(client, login, pilot, consultant):
    login(Role.RECRUITER)
    cook = OccupationFactory(name="proefkok")
    wanted = VacancyFactory(employer__pilot=pilot, occupation=cook, language_level="b1")
    low = referred(pilot, consultant, last_name="Laag", language_level="a1")
    fits = referred(
        pilot,
        consultant,
        last_name="Past",
        language_level="b1",
        profile={"occupations": [cook], "sectors": ["hospitality"]},
    )
    ParticipantFactory(
        pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT, last_name="Geheim"
    )

    page = client.get(url("vacancy-detail", pilot, wanted.uuid))

    order = [referral.participant for referral, _, _ in page.context["ranking"]]
    assert order == [fits, low]
    assertContains(page, "taal A1, gevraagd B1")
    assertContains(page, "sector horeca en toerisme gewenst")
    assertContains(page, "harde eis</span>")
    assertNotContains(page, "Geheim")
    reading = Reading.objects.get()
    assert (reading.page, reading.ids) == ("participants:vacancy-detail", [low.pk, fits.pk])


def test_consultant_sees_the_own_people_and_proposes_nobody(client, login, pilot, participant):
    user = login(Role.CONSULTANT)
    own = referred(pilot, user, last_name="Eigen")
    vacancy = VacancyFactory(employer__pilot=pilot)
    propose(participant, vacancy)

    page = client.get(url("vacancy-detail", pilot, vacancy.uuid))

    assertContains(page, "Eigen")
    assertNotContains(page, "Zevenster")
    assertNotContains(page, "Voorstellen<")
    assert client.get(of(own, "proposal-create", vacancy.uuid)).status_code == 403


def test_long_ranking_shows_the_best_and_all_when_asked(client, login, pilot, consultant, vacancy):
    login(Role.RECRUITER)
    for _ in range(SHOWN + 1):
        referred(pilot, consultant)
    page = url("vacancy-detail", pilot, vacancy.uuid)

    assert len(client.get(page).context["ranking"]) == SHOWN
    assertContains(client.get(page), f"Toon alle {SHOWN + 1}")
    assert len(client.get(f"{page}?alle").context["ranking"]) == SHOWN + 1


def test_fitting_vacancies_of_a_participant(client, login, pilot, participant):
    login(Role.RECRUITER)
    far = VacancyFactory(employer__pilot=pilot, driving_licence=True, title="Chauffeur")
    near = VacancyFactory(employer__pilot=pilot, title="Kok")
    full = VacancyFactory(employer__pilot=pilot, title="Bezet")
    VacancyFactory(employer__pilot=pilot, title="Vervallen", state="withdrawn")
    VacancyFactory(title="Elders")
    other = referred(pilot, participant.consultant)
    propose(other, full).record_answer(answer="accepted", on=TODAY, by=other.consultant)

    page = client.get(of(participant, "matches"))

    assert [vacancy for vacancy, _, _ in page.context["ranking"]] == [near, far]
    assertContains(page, "rijbewijs gevraagd, niet bekend")


def test_who_is_not_referred_has_no_fitting_vacancies(client, login, pilot):
    user = login(Role.CONSULTANT)
    person = ParticipantFactory(pilot=pilot, consultant=user, phase=Phase.PLACEMENT)

    page = client.get(of(person, "matches"))

    assertContains(page, "niet verwezen")
    assertContains(page, of(person, "referral-create"))


# Proposals


def test_recruiter_proposes_and_records_what_the_employer_answers(
    client, login, pilot, participant, vacancy
):
    login(Role.RECRUITER)
    page = of(participant, "proposal-create", vacancy.uuid)
    form = client.get(page)
    assertContains(form, "geen taalniveau gevraagd")
    for _ in range(2):
        response = client.post(page, sent(form), follow=True)
    assertContains(response, f"is voorgesteld voor {vacancy}.")
    proposal = participant.proposals.get()
    again = client.post(page, sent(form) | {"uuid": uuid4()})
    assertContains(again, "al voorgesteld voor deze vacature")

    answer_page = of(participant, "proposal-answer", proposal.uuid)
    opened = sent(client.get(answer_page))
    invited = opened | {"answer": "interview", "interview_on": "20-1-2017"}
    assertContains(client.post(answer_page, invited, follow=True), "gesprek op 20-01-2017")
    accepted = sent(client.get(answer_page)) | {"answer": "accepted"}
    response = client.post(answer_page, accepted, follow=True)

    assertContains(response, "De plaatsing zelf moet nog worden vastgelegd.")
    assertContains(response, "Alle plaatsen zijn bezet")
    assert participant.proposals.get().answer == "accepted"


@pytest.mark.parametrize(
    ("values", "field", "says"),
    [
        ({"answer": "rejected"}, "reason", "Kies de reden van de afwijzing."),
        ({"answer": "interview"}, "interview_on", "Vul de dag van het gesprek in."),
        (
            {"answer": "interview", "interview_on": "14-1-2017"},
            "interview_on",
            "Pas voorgesteld op 15-01-2017.",
        ),
        ({"answer": "onzin"}, "answer", "onzin"),
        ({"answer": "accepted", "on": "14-1-2017"}, "on", "al iets vastgelegd op 15-01-2017"),
    ],
)
def test_wrong_answer_says_so_at_the_field(
    client, login, participant, vacancy, values, field, says
):
    login(Role.RECRUITER)
    page = of(participant, "proposal-answer", propose(participant, vacancy).uuid)

    response = client.post(page, sent(client.get(page)) | {"note": "Blijft."} | values)

    assert list(response.context["form"].errors) == [field]
    assertContains(response, says)
    assertContains(response, "Blijft.")


def test_answer_of_a_colleague_comes_first(client, login, participant, vacancy):
    login(Role.RECRUITER)
    proposal = propose(participant, vacancy)
    page = of(participant, "proposal-answer", proposal.uuid)
    opened = sent(client.get(page))
    proposal.record_answer(answer="rejected", reason="filled", on=TODAY, by=participant.consultant)

    response = client.post(page, opened | {"answer": "accepted", "interview_on": ""})

    assert response.status_code == 200
    assert participant.proposals.get().answer == "rejected"
    assertContains(client.get(page), "Dit voorstel is afgehandeld.")


def test_refused_proposals_say_why(client, login, pilot, participant, vacancy):
    login(Role.PROJECT_LEADER)
    page = of(participant, "proposal-create", vacancy.uuid)
    opened = sent(client.get(page))
    early = client.post(page, opened | {"on": "1-11-2016"})
    assertContains(early, "Pas verwezen op 01-12-2016.")
    vacancy.change(version=1, state="filled")
    assertContains(client.post(page, opened), "niet meer open")
    participant.referrals.get().end(reason="other", on=TODAY, by=participant.consultant)

    late = client.post(page, opened | {"note": "Kan maandag beginnen."})
    assertContains(late, "De verwijzing is beëindigd op 15-01-2017.")
    assertContains(late, "Kan maandag beginnen.")


def test_section_shows_the_proposals_to_the_consultant(client, login, pilot, vacancy):
    user = login(Role.CONSULTANT)
    person = referred(pilot, user)
    propose(person, vacancy).record_answer(
        answer="rejected", reason="transport", note="Te ver.", on=TODAY, by=user
    )

    page = client.get(person.get_absolute_url())

    assertContains(page, url("vacancy-detail", pilot, vacancy.uuid))
    assertContains(page, f"{vacancy}: afgewezen")
    assertContains(page, "vervoer")
    assertNotContains(page, "/voorstellen/")


# Vandaag of the recruiter


@pytest.fixture
def recruiter(login):
    return login(Role.RECRUITER)


def sections(client, pilot) -> dict:
    page = client.get(url("mediation-today", pilot))
    return {section["key"]: section for section in page.context["sections"]}


def test_calm_day_says_so(client, recruiter, pilot):
    assertContains(client.get(url("mediation-today", pilot)), "Niets te doen")


def test_new_referral_asks_for_a_step_and_later_for_contact(client, recruiter, pilot, consultant):
    person = referred(pilot, consultant)
    # What a consultant did is not a step of the mediation.
    log(person, by=consultant, days_ago=1)
    assert set(sections(client, pilot)) == {"nieuw"}

    log(person, by=recruiter, days_ago=15)
    assert set(sections(client, pilot)) == {"geen-contact"}
    log(person, by=recruiter, days_ago=0, attendance=Attendance.ABSENT)
    assert set(sections(client, pilot)) == {"geen-contact"}

    log(person, by=recruiter, days_ago=14)
    assert sections(client, pilot) == {}


def test_each_count_is_the_list_that_it_opens(client, recruiter, pilot, consultant):
    people = [referred(pilot, consultant) for _ in range(ROWS_SHOWN + 1)]
    silent = VacancyFactory(employer__pilot=pilot, places=50, closes_on=TODAY + timedelta(days=7))
    VacancyFactory(employer__pilot=pilot, closes_on=TODAY + timedelta(days=8))
    for person in people[:3]:
        propose(person, silent, on=TODAY - timedelta(days=8))
    propose(people[3], silent, on=TODAY - timedelta(days=7))
    log(people[0], by=recruiter, days_ago=20)
    contact(silent.employer, days_ago=9, next_in=-2)
    contact(EmployerFactory(pilot=pilot), next_in=8)

    found = sections(client, pilot)

    counts = {key: (section["count"], len(section["rows"])) for key, section in found.items()}
    assert counts == {
        "nieuw": (ROWS_SHOWN, ROWS_SHOWN),
        "voorstellen": (3, 3),
        "geen-contact": (1, 1),
        "werkgevers": (1, 1),
        "vacatures": (1, 1),
    }
    for section in found.values():
        assert client.get(section["url"]).context["page"].paginator.count == section["count"]


def test_how_long_is_too_long_is_for_the_pilot_to_say(client, recruiter, pilot, consultant):
    person = referred(pilot, consultant)
    log(person, by=recruiter, days_ago=10)
    propose(person, VacancyFactory(employer__pilot=pilot), on=TODAY - timedelta(days=6))
    assert sections(client, pilot) == {}

    key = partial(Limits.key, Subject.MEDIATION)
    own = {key(Silence.CONTACT): 9, key(Silence.ANSWER): 5}
    TrajectoryRules.objects.set_limits(pilot, own)

    found = sections(client, pilot)
    assert set(found) == {"voorstellen", "geen-contact"}
    for section in found.values():
        assert list(client.get(section["url"]).context["page"]) != []


def test_today_is_about_who_was_referred_in_this_pilot(client, recruiter, pilot, consultant):
    gone = referred(pilot, consultant, last_name="Geheim")
    propose(gone, VacancyFactory(employer__pilot=pilot), on=TODAY - timedelta(days=20))
    Participant.objects.get(pk=gone.pk).referrals.get().end(reason="other", on=TODAY, by=consultant)
    elsewhere = VacancyFactory(closes_on=TODAY, title="Elders")
    contact(elsewhere.employer, days_ago=3, next_in=-1)

    page = client.get(url("mediation-today", pilot))
    # That the employer must hear it is all that is left of it.
    assert [section["key"] for section in page.context["sections"]] == ["vervallen"]
    assertNotContains(page, "Geheim")


# Lists


def one_of_each(pilot, consultant):
    vacancy = VacancyFactory(employer__pilot=pilot, closes_on=TODAY)
    contact(vacancy.employer, days_ago=3, next_in=-1)
    propose(referred(pilot, consultant), vacancy, on=TODAY - timedelta(days=9))
    referred(pilot, consultant)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("route", "queries"),
    [
        ("employer-list", 7),
        ("vacancy-list", 8),
        ("proposal-list", 10),
        ("mediation-today", 26),
    ],
)
def test_lists_make_the_same_queries_for_one_as_for_many(
    client, recruiter, pilot, consultant, count, route, queries, django_assert_num_queries
):
    for _ in range(count):
        one_of_each(pilot, consultant)

    with django_assert_num_queries(queries):
        response = client.get(url(route, pilot))

    assert response.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_rankings_make_the_same_queries_for_one_as_for_many(
    client, recruiter, pilot, consultant, count, django_assert_num_queries
):
    vacancies = [VacancyFactory(employer__pilot=pilot) for _ in range(count)]
    people = [referred(pilot, consultant) for _ in range(count)]

    with django_assert_num_queries(19):
        page = client.get(url("vacancy-detail", pilot, vacancies[0].uuid))
    assert len(page.context["ranking"]) == count
    with django_assert_num_queries(18):
        page = client.get(of(people[0], "matches"))
    assert len(page.context["ranking"]) == count


def test_list_of_who_is_mediated_filters_on_the_signals(client, recruiter, pilot, participant):
    log(participant, by=recruiter, days_ago=1)
    new = referred(pilot, participant.consultant)

    page = client.get(url("list", pilot) + "?bemiddeling=nieuw")

    assert list(page.context["page"]) == [new]
    assert re.search(r"Bemiddeling: nieuw", page.content.decode())
