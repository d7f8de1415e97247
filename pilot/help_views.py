from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from django.views.generic import FormView, TemplateView

from pilot import handbook
from pilot.access import LOGGED_IN, PUBLIC, SiteAccessMixin
from pilot.feedback import tell
from pilot.forms import PreferencesForm
from pilot.lists import ListPage

LONGEST_KEY = 40
LONGEST_VIEW = 1000


@method_decorator(login_not_required, name="dispatch")
class Help(TemplateView):
    """The contents of the handbook, and what is found in it. It holds nobody, so all may read."""

    permission = PUBLIC
    template_name = "pilot/help.html"

    def get_context_data(self, **kwargs):
        query = self.request.GET.get("zoek", "").strip()
        return super().get_context_data(
            query=query, found=handbook.search(query), pages=handbook.pages().values(), **kwargs
        )


@method_decorator(login_not_required, name="dispatch")
class HelpPage(TemplateView):
    permission = PUBLIC
    template_name = "pilot/help_page.html"

    def get_context_data(self, **kwargs):
        page = handbook.pages().get(self.kwargs["slug"])
        if page is None:
            raise Http404
        return super().get_context_data(
            page=page,
            pages=handbook.pages().values(),
            trail=[("Handleiding", reverse("help"))],
            **kwargs,
        )


class HintClose(SiteAccessMixin, View):
    """Do not show an explanation again to this user."""

    permission = LOGGED_IN
    http_method_names = ["post"]

    def post(self, request, key):
        user = request.user
        if key not in user.closed_hints and len(key) <= LONGEST_KEY:
            user.closed_hints = [*user.closed_hints, key]
            user.save(update_fields=["closed_hints"])
            tell(
                request,
                "De uitleg is gesloten.",
                ("Weer tonen kan bij Voorkeuren", reverse("preferences")),
            )
        back = request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
        return redirect(back if safe else "home")


class ViewSave(SiteAccessMixin, View):
    """Remember a list as it is shown now, or forget it; back to that list."""

    permission = LOGGED_IN
    http_method_names = ["post"]

    def post(self, request):
        path, name = request.POST.get("pad", ""), request.POST.get("naam", "").strip()
        if not is_list(path):
            raise Http404
        query = request.POST.get("vraag", "")
        if not name or len(name) > LONGEST_KEY or len(query) > LONGEST_VIEW or "\0" in name + query:
            messages.error(
                request, f"Geef de weergave een naam van hoogstens {LONGEST_KEY} tekens."
            )
        elif "weg" in request.POST:
            request.user.save_view(path, name, None)
            messages.success(request, f"De weergave “{name}” is verwijderd.")
        else:
            replaced = request.user.save_view(path, name, shown_again(query))
            instead = ", in plaats van wat onder die naam bewaard was" if replaced else ""
            messages.success(request, f"Deze weergave is bewaard als “{name}”{instead}.")
        return redirect(f"{path}?{shown_again(query)}" if query else path)


def is_list(path: str) -> bool:
    """It is the address of one of our pages with a list, so nothing else can be led to."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return issubclass(getattr(found.func, "view_class", object), ListPage)


def shown_again(query: str) -> str:
    """The part of an address that says how a list is shown, without the place in it."""
    values = QueryDict(query, mutable=True)
    for name in ("pagina", "export"):
        values.pop(name, None)
    return values.urlencode()


class Preferences(SiteAccessMixin, FormView):
    """How somebody wants the program to be: only for themselves."""

    permission = LOGGED_IN
    template_name = "pilot/preferences.html"
    form_class = PreferencesForm
    success_url = reverse_lazy("preferences")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.request.user}

    def form_valid(self, form):
        form.save()
        again = form.cleaned_data["show_hints_again"]
        more = " De uitleg boven de pagina's komt terug." if again else ""
        messages.success(self.request, f"Uw voorkeuren zijn opgeslagen.{more}")
        return super().form_valid(form)
