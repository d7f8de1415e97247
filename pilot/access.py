"""Access to pages: closed by default, a stranger gets 404, a member without the right 403."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property

from pilot.models import Pilot
from pilot.roles import Permission

# What a view outside a pilot may declare as its permission, besides a Permission.
PUBLIC = "public"
LOGGED_IN = "logged_in"


class PilotAccessMixin:
    """A page inside a pilot: find the pilot, and refuse who may not see the page.

    `permission` None closes the page, so a forgotten line does no harm.
    """

    permission: Permission | None = None

    @cached_property
    def pilot(self):
        visible = Pilot.objects.visible_to(self.request.user)
        return get_object_or_404(visible, slug=self.kwargs["pilot"])

    def dispatch(self, request, *args, **kwargs):
        request.pilot = self.pilot
        if not request.user.can(self.permission, pilot=self.pilot):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        # The address names the pilot by its slug; the page gets the pilot itself.
        return super().get_context_data(**kwargs | {"pilot": self.pilot})


class SiteAccessMixin:
    """A page outside the pilots: for everybody who is logged in, or with a right in some pilot."""

    permission: Permission | str | None = None

    def dispatch(self, request, *args, **kwargs):
        allowed = self.permission == LOGGED_IN or (
            isinstance(self.permission, Permission) and request.user.can_anywhere(self.permission)
        )
        if not allowed:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class NeverStoredMiddleware:
    """What somebody sees who is logged in is never kept: not by a proxy, not by the browser."""

    def __init__(self, next_layer):
        self.next_layer = next_layer

    def __call__(self, request):
        response = self.next_layer(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response


@dataclass(frozen=True)
class NavigationItem:
    label: str
    url: str
    active: bool


# What each right adds to the menu, in the order in which it is shown.
IN_PILOT = [
    (Permission.DASHBOARD_VIEW, "Dashboard", "reports:dashboard"),
    (Permission.PARTICIPANT_VIEW, "Deelnemers", "participants:list"),
    (Permission.PARTICIPANT_SELECT, "Kandidaten", "participants:candidate-list"),
    (Permission.CANDIDATE_IMPORT, "Import", "participants:import-list"),
    (Permission.EVALUATION_DOWNLOAD, "Evaluaties", "reports:evaluation-list"),
    (Permission.BUDGET_VIEW, "Begroting", "budgeting:budget"),
]
OUTSIDE = [
    (Permission.USER_MANAGE, "Gebruikers", "user-list"),
    (Permission.PILOT_MANAGE, "Pilots", "pilot-list"),
]


def menu(user, pilot, path) -> list[NavigationItem]:
    items = []
    if pilot:
        items = [
            (label, reverse(name, args=[pilot.slug]))
            for permission, label, name in IN_PILOT
            if user.can(permission, pilot=pilot)
        ]
    items += [
        (label, reverse(name))
        for permission, label, name in OUTSIDE
        if user.can_anywhere(permission)
    ]
    return [NavigationItem(label, url, path.startswith(url)) for label, url in items]


def navigation(request: HttpRequest) -> dict:
    """What the header shows: the pilot, the day it reckons by, the menu, the other pilots."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"menu": [], "pilots": [], "current_pilot": None}
    pilots = list(Pilot.objects.visible_to(user))
    pilot = getattr(request, "pilot", None)
    role = user.role_in(pilot) if pilot else None
    return {
        "menu": menu(user, pilot, request.path),
        "pilots": pilots,
        "current_pilot": pilot,
        "role_label": role.label if role else "",
        "today": pilot.today() if pilot else None,
    }
