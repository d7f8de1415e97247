"""The team of a pilot, with how much each consultant works for it."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.models import FteChanged, Membership
from pilot.roles import Permission, Role
from pilot.set_up_views import SetUpPage
from pilot.team_forms import FteForm
from pilot.templatetags.ui import decimal_comma


class TeamList(SetUpPage, ListPage):
    template_name = "pilot/team_list.html"
    title = "Team"
    unit = "medewerker,medewerkers"
    default_sort = "rol"
    export_name = "team"
    empty_text = "Nog niemand in het team: de beheerder voegt gebruikers toe."

    def rows(self):
        return Membership.objects.filter(pilot=self.pilot).select_related("user")

    def columns(self):
        return [
            Column("naam", "Naam", lambda row: row.user, sort=("user__last_name",)),
            Column(
                "rol", "Rol", lambda row: row.get_role_display(), sort=("role", "user__last_name")
            ),
            Column(
                "fte",
                "Fte voor deze pilot",
                # Only of a consultant it counts: for the caseload.
                lambda row: row.fte if row.role == Role.CONSULTANT else None,
                sort=("fte",),
                numeric=True,
            ),
            Column(
                "actief",
                "Mag inloggen",
                lambda row: "ja" if row.user.is_active else "nee",
                sort=("-user__is_active",),
            ),
        ]

    def row_url(self, row):
        return self.url("team-edit", row.user.username) if row.role == Role.CONSULTANT else ""


class TeamEdit(SetUpPage, FormView):
    permission = Permission.PILOT_SET_UP
    form_class = FteForm
    template_name = "pilot/form.html"

    def trail(self):
        return [("Team", self.url("team"))]

    @cached_property
    def membership(self):
        consultants = Membership.objects.filter(pilot=self.pilot, role=Role.CONSULTANT)
        return get_object_or_404(
            consultants.select_related("user"), user__username=self.kwargs["username"]
        )

    def get_initial(self):
        return {"fte": self.membership.fte, "was": self.membership.fte}

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=f"Fte van {self.membership.user}", **kwargs)

    def form_valid(self, form):
        try:
            self.membership.work(form.cleaned_data["fte"], was=form.cleaned_data["was"])
        except FteChanged as error:
            form.look_again(error.args[0])
            return self.form_invalid(form)
        fte = decimal_comma(self.membership.fte)
        tell(self.request, f"{self.membership.user} werkt {fte} fte voor deze pilot.")
        return redirect(self.url("team"))
