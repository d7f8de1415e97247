"""Access to pages: closed by default, a stranger gets 404, a member without the right 403."""

from django.core.exceptions import PermissionDenied
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
        if request.user.last_pilot_id != self.pilot.pk:
            request.user.last_pilot = self.pilot
            request.user.save(update_fields=["last_pilot"])
        if not request.user.can(self.permission, pilot=self.pilot):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def url(self, route: str, *args) -> str:
        """The address of a route in this pilot."""
        return reverse(route, args=[self.pilot.slug, *args])

    def may(self, permission: Permission) -> bool:
        """Whether who asks has a right in this pilot."""
        return self.request.user.can(permission, pilot=self.pilot)

    def get_context_data(self, **kwargs):
        # The address names the pilot by its slug; the page gets the pilot itself.
        return super().get_context_data(**{"trail": self.trail()} | kwargs | {"pilot": self.pilot})

    def trail(self) -> list[tuple[str, str]]:
        """The pages above this one, from the menu down: what they are called, and where."""
        return []


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

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"trail": self.trail()} | kwargs)

    def trail(self) -> list[tuple[str, str]]:
        return []


class NeverStoredMiddleware:
    """What somebody sees who is logged in is never kept: not by a proxy, not by the browser."""

    def __init__(self, next_layer):
        self.next_layer = next_layer

    def __call__(self, request):
        response = self.next_layer(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response
