import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pilot.models import Pilot, User
from pilot.roles import Role
from tests.factories import MembershipFactory, PilotFactory, UserFactory

PASSWORD = "een-lang-wachtwoord-2016"


@pytest.fixture
def administrator(login):
    return login(Role.ADMINISTRATOR)


@pytest.fixture
def new_user(pilot):
    return {
        "username": "nieuw",
        "first_name": "Nieuwe",
        "last_name": "Collega",
        "email": "",
        "is_active": "on",
        "password": PASSWORD,
        f"role_{pilot.pk}": "recruiter",
    }


def test_login_with_a_password_opens_the_own_pilot(client, pilot):
    user = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    user.set_password(PASSWORD)
    user.save()

    response = client.post(
        reverse("login"), {"username": user.username, "password": PASSWORD}, follow=True
    )

    assert response.request["PATH_INFO"] == reverse("participants:today", args=[pilot.slug])


def test_wrong_password_is_refused_and_keeps_the_name(client, db):
    response = client.post(reverse("login"), {"username": "iemand", "password": "fout"})

    assertContains(response, 'value="iemand"')
    assertContains(response, "Fout: er is iets niet goed ingevuld")


def test_outside_the_demo_there_are_no_one_click_accounts(client, db):
    UserFactory(username="projectleider")

    assertNotContains(client.get(reverse("login")), "Demo:")
    assert client.post(reverse("demo-login", args=["projectleider"])).status_code == 404


def test_demo_account_is_entered_with_one_click(client, pilot, settings):
    settings.DEMO = True
    user = UserFactory(username="projectleider", first_name="Ingrid", last_name="Demo")
    MembershipFactory(user=user, pilot=pilot, role=Role.PROJECT_LEADER)

    assertContains(
        client.get(reverse("login")), "Ingrid Demo <span>projectleider</span>", html=False
    )
    response = client.post(reverse("demo-login", args=["projectleider"]), follow=True)

    assert response.context["user"] == user


def test_only_demo_accounts_can_be_entered_with_one_click(client, settings, db):
    settings.DEMO = True
    UserFactory(username="gewoon")

    assert client.post(reverse("demo-login", args=["gewoon"])).status_code == 404


def test_logging_out_ends_the_session_and_clears_what_the_browser_kept(client, login):
    login(Role.CONSULTANT)

    response = client.post(reverse("logout"))

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assertRedirects(client.get(reverse("home")), "/inloggen/?next=/")


def test_deactivated_user_is_out_at_the_next_request(client, login, pilot):
    user = login(Role.CONSULTANT)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assertRedirects(client.get(reverse("home")), "/inloggen/?next=/")


def test_user_with_two_pilots_chooses_and_begins_there_the_next_time(client, pilot):
    user = MembershipFactory(pilot=pilot).user
    second = MembershipFactory(user=user, pilot=PilotFactory(name="Tweede pilot")).pilot
    client.force_login(user)

    response = client.get(reverse("home"))

    assertContains(response, f'<a href="/{second.slug}/">Tweede pilot</a>', html=True)
    client.get(second.get_absolute_url(), follow=True)
    client.logout()
    client.force_login(user)
    assertRedirects(client.get(reverse("home")), f"/{second.slug}/", target_status_code=302)
    assertContains(client.get("/?kies"), "Uw pilots")


def test_user_without_a_pilot_is_told_whom_to_ask(client, stranger):
    client.force_login(stranger)

    assertContains(client.get(reverse("home")), "Vraag de beheerder")


@pytest.mark.parametrize(
    ("role", "url"),
    [
        (Role.CONSULTANT, "/{}/vandaag/"),
        (Role.RECRUITER, "/{}/bemiddeling/vandaag/"),
        (Role.PROJECT_LEADER, "/{}/dashboard/"),
        (Role.MANAGEMENT, "/{}/evaluaties/"),
        (Role.ADMINISTRATOR, "/beheer/gebruikers/"),
    ],
)
def test_each_role_lands_on_its_own_first_page(client, login, pilot, role, url):
    login(role)

    assertRedirects(
        client.get(pilot.get_absolute_url()), url.format(pilot.slug), fetch_redirect_response=False
    )


def test_header_shows_the_day_of_the_demo_pilot(client, login, pilot):
    login(Role.CONSULTANT)

    response = client.get(reverse("participants:list", args=[pilot.slug]))

    assertContains(response, "Demo: vandaag is het")
    assertContains(response, '<time datetime="2017-01-15">15 januari 2017</time>', html=True)


def test_administrator_adds_a_user_who_can_log_in(client, administrator, new_user, pilot):
    response = client.post(reverse("user-create"), new_user, follow=True)

    assertContains(response, "Nieuwe Collega is opgeslagen.")
    user = User.objects.get(username="nieuw")
    assert user.check_password(PASSWORD)
    assert user.role_in(pilot) == Role.RECRUITER


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"username": ""}, "username"),
        ({"username": "met spatie"}, "username"),
        ({"password": ""}, "password"),
        ({"password": "kort"}, "password"),
        ({"email": "geen-adres"}, "email"),
    ],
)
def test_wrong_user_says_so_at_the_field(client, administrator, new_user, change, field):
    response = client.post(reverse("user-create"), new_user | change)

    assert list(response.context["form"].errors) == [field]
    assertContains(response, 'value="Collega"')
    assert not User.objects.filter(last_name="Collega").exists()


def test_administrator_takes_a_role_away_and_keeps_the_password(
    client, administrator, new_user, pilot
):
    client.post(reverse("user-create"), new_user)

    client.post(
        reverse("user-edit", args=["nieuw"]),
        new_user | {"password": "", f"role_{pilot.pk}": ""},
    )

    user = User.objects.get(username="nieuw")
    assert user.role_in(pilot) is None
    assert user.check_password(PASSWORD)


def test_header_names_who_is_logged_in_and_not_who_is_edited(client, administrator, pilot):
    edited = MembershipFactory(pilot=pilot).user

    response = client.get(reverse("user-edit", args=[edited.username]))

    assertContains(response, f"<h1><bdi>Gebruiker {edited}</bdi></h1>", html=True)
    assertContains(response, f"<span>{administrator}, beheerder</span>", html=True)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"is_active": ""}, "is_active"), ({"role": ""}, "role"), ({"role": "recruiter"}, "role")],
)
def test_administrator_cannot_shut_themselves_out(client, administrator, pilot, change, field):
    own = {
        "username": administrator.username,
        "first_name": administrator.first_name,
        "last_name": administrator.last_name,
        "is_active": change.get("is_active", "on"),
        f"role_{pilot.pk}": change.get("role", "administrator"),
    }

    response = client.post(reverse("user-edit", args=[administrator.username]), own)

    name = f"role_{pilot.pk}" if field == "role" else field
    assert list(response.context["form"].errors) == [name]
    assertContains(response, "Vraag een andere beheerder")
    administrator.refresh_from_db()
    assert administrator.is_active
    assert User.objects.get(pk=administrator.pk).role_in(pilot) == Role.ADMINISTRATOR


def test_colleague_can_be_shut_out(client, administrator, pilot):
    colleague = MembershipFactory(pilot=pilot, role=Role.ADMINISTRATOR).user
    values = {"username": colleague.username, "first_name": "A", "last_name": "B"}

    client.post(reverse("user-edit", args=[colleague.username]), values)

    colleague.refresh_from_db()
    assert not colleague.is_active


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("kort", "Dit wachtwoord is te kort: het heeft ten minste 12 tekens."),
        ("123456789012", "Dit wachtwoord bevat alleen cijfers."),
    ],
)
def test_weak_password_is_refused_in_dutch(client, administrator, new_user, password, says):
    response = client.post(reverse("user-create"), new_user | {"password": password})

    assert response.context["form"].errors["password"][-1:] != []
    assertContains(response, says)
    assertNotContains(response, "password is too short")


def test_forged_fields_give_no_extra_rights(client, administrator, new_user):
    client.post(reverse("user-create"), new_user | {"is_superuser": "on", "is_staff": "on"})

    user = User.objects.get(username="nieuw")
    assert (user.is_superuser, user.is_staff) == (False, False)


@pytest.mark.parametrize("count", [1, 3])
def test_user_list_makes_the_same_queries_for_one_as_for_many(
    client, administrator, pilot, count, django_assert_num_queries
):
    for _ in range(count):
        MembershipFactory(pilot=pilot)

    with django_assert_num_queries(8):
        response = client.get(reverse("user-list"))

    assert response.context["page"].paginator.count == count + 1


def test_user_list_filters_by_role(client, administrator, pilot):
    recruiter = MembershipFactory(pilot=pilot, role=Role.RECRUITER).user

    response = client.get(reverse("user-list") + "?rol=recruiter")

    assert list(response.context["page"]) == [recruiter]


@pytest.fixture
def new_pilot():
    return {
        "name": "Kansrijke asielzoekers",
        "slug": "kansrijk-2024",
        "target_group": "Kansrijke asielzoekers",
        "starts_on": "1-3-2024",
        "ends_on": "28-2-2025",
        "participants_target": "20",
        "outflow_target_percentage": "20",
        "caseload_norm": "25",
        "regular_caseload_norm": "120",
    }


def test_administrator_starts_another_pilot(client, administrator, new_pilot):
    client.post(reverse("pilot-create"), new_pilot)

    started = Pilot.objects.get(slug="kansrijk-2024")
    assert (started.caseload_norm, started.outflow_target) == (25, 4)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"slug": "beheer"}, "slug"),
        ({"slug": "met spatie"}, "slug"),
        ({"starts_on": "gisteren"}, "starts_on"),
        ({"ends_on": "1-1-2024"}, "__all__"),
        ({"caseload_norm": "0"}, "__all__"),
        ({"outflow_target_percentage": "101"}, "__all__"),
    ],
)
def test_wrong_pilot_says_so_and_keeps_what_was_typed(
    client, administrator, new_pilot, change, field
):
    response = client.post(reverse("pilot-create"), new_pilot | change)

    assert list(response.context["form"].errors) == [field]
    assertContains(response, f'value="{next(iter(change.values()))}"')


def test_page_that_is_not_there_says_so_in_dutch(client, login, pilot):
    login(Role.CONSULTANT)

    assertContains(client.get("/nergens/"), "Deze pagina is er niet", status_code=404)
    assertContains(
        client.get(reverse("budgeting:budget", args=[pilot.slug])),
        "Deze pagina hoort niet bij uw rol",
        status_code=403,
    )


def test_first_user_of_a_program_without_a_pilot_comes_where_pilots_are_made(client, db):
    client.force_login(UserFactory(is_superuser=True))

    response = client.get("/", follow=True)

    assert response.redirect_chain == [(reverse("pilot-list"), 302)]
    assertContains(response, reverse("pilot-create"))
