"""What changed of an employer and of a vacancy, and who may read it."""

import pghistory
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import MembershipFactory, ParticipantFactory
from tests.mediation import EmployerFactory, VacancyFactory, contact, propose, refer


@pytest.fixture
def recruiter(login):
    return login(Role.RECRUITER)


@pytest.fixture
def employer(pilot, recruiter):
    with pghistory.context(user=recruiter.pk):
        return EmployerFactory(pilot=pilot, name="Bakkerij Proef", by=recruiter)


def page(thing, kind="employer", **asked):
    pilot = (thing if kind == "employer" else thing.employer).pilot
    return reverse(f"participants:{kind}-history", args=[pilot.slug, thing.uuid], query=asked)


def edit(employer, by, **values):
    with pghistory.context(user=by.pk):
        employer = type(employer).objects.get(pk=employer.pk)
        employer.change(version=employer.version, **values)


def test_employer_tells_who_changed_what_from_what_to_what(client, employer, recruiter, pilot):
    leader = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    edit(employer, leader, place="Gulpen")
    with pghistory.context(user=recruiter.pk):
        contact(employer, note="Belt later terug", next_in=3)
    other = EmployerFactory(pilot=pilot, name="Kapsalon Anders")
    edit(other, leader, place="Vaals")

    response = client.get(page(employer))

    told = [(change.what, change.by) for change in response.context["page"]]
    assert told == [
        ("Contact met een werkgever toegevoegd", str(recruiter)),
        ("Werkgever gewijzigd", str(leader)),
        ("Werkgever toegevoegd", str(recruiter)),
    ]
    changed = "Plaats: van <q><bdi>Meerssen</bdi></q> naar <q><bdi>Gulpen</bdi></q>"
    assertContains(response, changed)
    assertContains(response, "Notitie: <bdi>Belt later terug</bdi>")
    assertContains(response, "Werkgever: <bdi>Bakkerij Proef</bdi>")
    assertNotContains(response, "Vaals")
    own = reverse("participants:employer-detail", args=[pilot.slug, employer.uuid])
    assertContains(client.get(own), f'href="{page(employer)}"')


def test_history_can_be_filtered_and_downloaded(client, employer, recruiter):
    edit(employer, recruiter, place="Gulpen")

    filtered = client.get(page(employer, veld="employer.place"))
    exported = client.get(page(employer, veld="employer.place", export="csv")).content.decode()

    assertContains(filtered, "2 wijzigingen")
    assert "Werkgever gewijzigd;Plaats;Meerssen;Gulpen" in exported
    assert "Naam" not in exported


def test_vacancy_tells_its_changes_and_nothing_about_who_was_proposed(client, employer, recruiter):
    vacancy = VacancyFactory(employer=employer, title="Bakker")
    consultant = MembershipFactory(pilot=employer.pilot).user
    participant = ParticipantFactory(
        pilot=employer.pilot,
        consultant=consultant,
        phase=Phase.PLACEMENT,
        last_name="Kanarie-Zevenblad",
    )
    refer(participant)
    propose(participant, vacancy)
    edit(vacancy, recruiter, places=3, driving_licence=True)

    response = client.get(page(vacancy, "vacancy"))

    assert [change.what for change in response.context["page"]] == [
        "Vacature gewijzigd",
        "Vacature toegevoegd",
    ]
    assertContains(response, "Aantal plaatsen: van <q><bdi>1</bdi></q> naar <q><bdi>3</bdi></q>")
    assertNotContains(response, "Kanarie")
    own = reverse("participants:vacancy-detail", args=[employer.pilot.slug, vacancy.uuid])
    assertContains(client.get(own), f'href="{page(vacancy, "vacancy")}"')


def test_only_who_mediates_reads_it(client, login, employer):
    vacancy = VacancyFactory(employer=employer)
    addresses = [page(employer), page(vacancy, "vacancy")]

    def answers():
        return {client.get(address).status_code for address in addresses}

    for role in (Role.CONSULTANT, Role.MANAGEMENT, Role.ADMINISTRATOR):
        login(role)
        assert answers() == {403}
    login(Role.PROJECT_LEADER)
    assert answers() == {200}
    login(Role.RECRUITER, of=MembershipFactory().pilot)
    assert answers() == {404}


def test_employer_of_another_pilot_has_no_history_here(client, recruiter, pilot):
    other = EmployerFactory()

    address = reverse("participants:employer-history", args=[pilot.slug, other.uuid])

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_history_makes_the_same_queries_for_one_as_for_many(
    client, employer, recruiter, pilot, count, django_assert_num_queries
):
    for place in range(count):
        edit(employer, MembershipFactory(pilot=pilot).user, place=f"Plaats {place}")

    with django_assert_num_queries(8):
        response = client.get(page(employer))

    assert len(response.context["page"]) == count + 1
