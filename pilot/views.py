import sys

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError, transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template import loader
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import CreateView, TemplateView, UpdateView

from pilot import health
from pilot.access import LOGGED_IN, PUBLIC, PilotAccessMixin, SiteAccessMixin
from pilot.filters import UserFilter
from pilot.forms import LoginForm, OwnPasswordForm, PilotForm, UserForm
from pilot.lists import Column, ListPage
from pilot.models import Pilot, User
from pilot.navigation import IN_PILOT, pilot_at_hand
from pilot.roles import Permission, Role


class Login(auth_views.LoginView):
    permission = PUBLIC
    template_name = "pilot/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        return super().get_context_data(demo_accounts=demo_accounts(), **kwargs)


class Logout(auth_views.LogoutView):
    permission = LOGGED_IN

    def post(self, request, *args, **kwargs):
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class PasswordChange(SiteAccessMixin, auth_views.PasswordChangeView):
    permission = LOGGED_IN
    template_name = "pilot/form.html"
    form_class = OwnPasswordForm
    success_url = reverse_lazy("home")
    extra_context = {"heading": "Wachtwoord wijzigen"}

    def trail(self):
        return [("Voorkeuren", reverse("preferences"))]

    def form_valid(self, form):
        messages.success(self.request, "Uw wachtwoord is gewijzigd.")
        return super().form_valid(form)


@method_decorator(login_not_required, name="dispatch")
class Health(View):
    """What is wrong, for a monitor: 200 when nothing is, 503 otherwise. With a part: only that."""

    permission = PUBLIC

    def get(self, request, part=None):
        if part and part not in health.CHECKS:
            raise Http404
        parts = health.examine([part] if part else health.CHECKS)
        wrong = any(parts.values())
        response = JsonResponse(
            {name: sentence or "in orde" for name, sentence in parts.items()},
            status=503 if wrong else 200,
            json_dumps_params={"ensure_ascii": False},
        )
        response["Cache-Control"] = "no-store"
        return response


def error_page(name: str, status: int) -> HttpResponse:
    """Without the request, so that nothing of the page asks the database."""
    return HttpResponse(loader.get_template(f"{name}.html").render(), status=status)


def bad_request(request, exception):
    return error_page("400", 400)


def no_access(request, exception):
    return error_page("403", 403)


def form_outdated(request, reason=""):
    return error_page("403_csrf", 403)


def not_found(request, exception):
    return error_page("404", 404)


def server_error(request):
    """The page for what goes wrong at our side; a database that is away is a reason by itself."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        page = error_page("503", 503)
        page["Retry-After"] = "10"
        return page
    return error_page("500", 500)


def demo_accounts():
    """The accounts that can be entered with one click, by role; outside the demo there are none."""
    if not settings.DEMO:
        return []
    users = User.objects.filter(is_active=True, username__in=settings.DEMO_USERNAMES)
    order = {name: place for place, name in enumerate(settings.DEMO_USERNAMES)}
    return [
        {"user": user, "role": membership.get_role_display(), "pilot": membership.pilot}
        for user in sorted(users, key=lambda user: order[user.username])
        for membership in user.memberships.select_related("pilot").order_by("pilot__pk")[:1]
    ]


@method_decorator(login_not_required, name="dispatch")
class DemoLogin(View):
    """Enter as one of the demo accounts. Outside the demo this page does not exist."""

    permission = PUBLIC
    http_method_names = ["post"]

    def post(self, request, username):
        if not settings.DEMO or username not in settings.DEMO_USERNAMES:
            raise Http404
        user = get_object_or_404(User, username=username, is_active=True)
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("home")


class Home(SiteAccessMixin, TemplateView):
    """To the pilot this user was in last, or the only one; with `kies` in the address: which one?

    A beheerder works outside them.
    """

    permission = LOGGED_IN
    template_name = "pilot/home.html"

    def get(self, request, *args, **kwargs):
        pilots = list(Pilot.objects.visible_to(request.user))
        if not pilots and request.user.can_anywhere(Permission.PILOT_MANAGE):
            # The very first user, of a program without a pilot.
            return redirect("pilot-list")
        if pilots and {request.user.role_in(pilot) for pilot in pilots} == {Role.ADMINISTRATOR}:
            return redirect("user-list")
        last = pilot_at_hand(request, pilots)
        if last and "kies" not in request.GET:
            return redirect(last)
        return self.render_to_response(self.get_context_data(own_pilots=pilots))


class PilotHome(PilotAccessMixin, View):
    """To the first page of the menu of this role: what this person does every day."""

    permission = LOGGED_IN

    def dispatch(self, request, *args, **kwargs):
        for permission, _, name in IN_PILOT:
            if request.user.can(permission, pilot=self.pilot):
                return redirect(name, self.pilot.slug)
        return redirect("user-list")


class UserList(SiteAccessMixin, ListPage):
    permission = Permission.USER_MANAGE
    template_name = "pilot/user_list.html"
    title = "Gebruikers"
    unit = "gebruiker,gebruikers"
    filterset_class = UserFilter
    default_sort = "naam"
    export_name = "gebruikers"

    def rows(self):
        return User.objects.prefetch_related("memberships__pilot")

    def columns(self):
        return [
            Column("naam", "Naam", str, sort=("last_name", "first_name")),
            Column(
                "gebruikersnaam", "Gebruikersnaam", lambda user: user.username, sort=("username",)
            ),
            Column("rollen", "Rollen", roles_in_words),
            Column(
                "actief",
                "Mag inloggen",
                lambda user: "ja" if user.is_active else "nee",
                sort=("-is_active",),
            ),
            Column(
                "ingelogd", "Laatst ingelogd", lambda user: user.last_login, sort=("last_login",)
            ),
        ]

    def row_url(self, user):
        return reverse("user-edit", args=[user.username])


def roles_in_words(user) -> str:
    return "; ".join(f"{m.get_role_display()} ({m.pilot})" for m in user.memberships.all())


class UserFormPage(SiteAccessMixin):
    permission = Permission.USER_MANAGE
    template_name = "pilot/form.html"
    model = User
    form_class = UserForm
    slug_field = slug_url_kwarg = "username"
    # Without this the edited user would be `user` in the page: the one who is logged in.
    context_object_name = "edited"
    success_url = reverse_lazy("user-list")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"editor": self.request.user}

    def trail(self):
        return [("Gebruikers", reverse("user-list"))]

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, f"{self.object} is opgeslagen.")
        return response


class UserCreate(UserFormPage, CreateView):
    extra_context = {"heading": "Gebruiker toevoegen"}


class UserEdit(UserFormPage, UpdateView):
    def get_context_data(self, **kwargs):
        # The name in the database, not the one that was just typed wrongly.
        stored = User.objects.get(pk=self.object.pk)
        return super().get_context_data(heading=f"Gebruiker {stored}", **kwargs)


class PilotList(SiteAccessMixin, ListPage):
    permission = Permission.PILOT_MANAGE
    template_name = "pilot/pilot_list.html"
    title = "Pilots"
    unit = "pilot,pilots"
    default_sort = "-begin"
    export_name = "pilots"

    def rows(self):
        return Pilot.objects.all()

    def columns(self):
        return [
            Column("naam", "Naam", str, sort=("name",)),
            Column("begin", "Begint op", lambda pilot: pilot.starts_on, sort=("starts_on",)),
            Column("eind", "Eindigt op", lambda pilot: pilot.ends_on, sort=("ends_on",)),
            Column(
                "deelnemers",
                "Deelnemers",
                lambda pilot: pilot.participants_target,
                sort=("participants_target",),
                numeric=True,
            ),
            Column(
                "norm",
                "Caseloadnorm",
                lambda pilot: pilot.caseload_norm,
                sort=("caseload_norm",),
                numeric=True,
            ),
        ]

    def row_url(self, pilot):
        return reverse("pilot-edit", args=[pilot.slug])


class PilotFormPage(SiteAccessMixin):
    permission = Permission.PILOT_MANAGE
    template_name = "pilot/form.html"
    model = Pilot
    form_class = PilotForm
    success_url = reverse_lazy("pilot-list")

    def trail(self):
        return [("Pilots", reverse("pilot-list"))]

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, f"{self.object} is opgeslagen.")
        return response


class PilotCreate(PilotFormPage, CreateView):
    extra_context = {"heading": "Pilot toevoegen"}


class PilotEdit(PilotFormPage, UpdateView):
    def get_context_data(self, **kwargs):
        stored = Pilot.objects.get(pk=self.object.pk)
        return super().get_context_data(heading=f"{stored} wijzigen", **kwargs)
