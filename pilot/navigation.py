"""What stands above every page: the menu of this person, the pilots, the search, the help."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from pilot import handbook
from pilot.models import Pilot
from pilot.roles import Permission

# What each right adds to the menu. The first that somebody has is where their day begins.
IN_PILOT = [
    (Permission.DASHBOARD_VIEW, "Dashboard", "reports:dashboard"),
    (Permission.TODAY_VIEW, "Vandaag", "participants:today"),
    (Permission.MEDIATION_TODAY_VIEW, "Vandaag", "participants:mediation-today"),
    (Permission.PARTICIPANT_VIEW, "Deelnemers", "participants:list"),
    (Permission.PARTICIPANT_ASSIGN, "Caseload", "participants:caseload"),
    (Permission.PARTICIPANT_SELECT, "Kandidaten", "participants:candidate-list"),
    (Permission.CANDIDATE_IMPORT, "Import", "participants:import-list"),
    # Others who may see the employers find them from the vacancies.
    (Permission.MEDIATION_TODAY_VIEW, "Werkgevers", "participants:employer-list"),
    (Permission.VACANCY_VIEW, "Vacatures", "participants:vacancy-list"),
    # Others find them from the vacancies too.
    (Permission.MEDIATION_TODAY_VIEW, "Voorstellen", "participants:proposal-list"),
    (Permission.EVALUATION_DOWNLOAD, "Evaluaties", "reports:evaluation-list"),
    (Permission.BUDGET_VIEW, "Begroting", "budgeting:budget"),
    (Permission.PILOT_SET_UP, "Inrichting", "organisation-list"),
]
OUTSIDE = [
    (Permission.USER_MANAGE, "Gebruikers", "user-list"),
    (Permission.PILOT_MANAGE, "Pilots", "pilot-list"),
    (Permission.PILOT_MANAGE, "Stijlgids", "style-guide"),
]
ABOUT_WHO_IS_REFERRED = {"participants:list", "participants:detail"}
# More than this beside each other and nobody finds theirs: then a list of them is one click away.
PILOTS_BESIDE_EACH_OTHER = 4


@dataclass(frozen=True)
class NavigationItem:
    label: str
    url: str
    active: bool


def people_label(user, pilot) -> str:
    """What the list of participants is called by whom."""
    if user.can(Permission.PARTICIPANT_VIEW_ALL, pilot=pilot):
        return "Deelnemers"
    if user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot):
        return "Bemiddeling"
    return "Mijn caseload"


def menu(user, pilot, path) -> list[NavigationItem]:
    items = []
    if pilot:
        items = [
            (
                people_label(user, pilot) if name == "participants:list" else label,
                reverse(name, args=[pilot.slug]),
            )
            for permission, label, name in IN_PILOT
            if user.can(permission, pilot=pilot)
        ]
    items += [
        (label, reverse(name))
        for permission, label, name in OUTSIDE
        if user.can_anywhere(permission)
    ]
    return [NavigationItem(label, url, path.startswith(url)) for label, url in items]


def pilot_at_hand(request, pilots):
    """The pilot of this page; outside the pilots the one this person was in last, or the only."""
    if inside := getattr(request, "pilot", None):
        return inside
    last = request.user.last_pilot_id
    return next((pilot for pilot in pilots if pilot.pk == last or len(pilots) == 1), None)


def navigation(request: HttpRequest) -> dict:
    match = request.resolver_match
    always = {
        "help_url": handbook.address_for(match.view_name) if match else None,
        "menu": [],
        "pilots": [],
        "current_pilot": None,
    }
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return always
    pilots = list(Pilot.objects.visible_to(user))
    pilot = pilot_at_hand(request, pilots)
    role = user.role_in(pilot) if pilot else None
    return always | {
        "help_url": help_for(match, user, pilot) or always["help_url"],
        "menu": menu(user, pilot, request.path),
        "pilots": pilots,
        "pilots_fit": len(pilots) <= PILOTS_BESIDE_EACH_OTHER,
        "current_pilot": pilot,
        "role_label": role.label if role else "",
        "today": pilot.today() if pilot else None,
        "search_url": address(Permission.PARTICIPANT_VIEW, "participants:search", user, pilot),
        # The page of one participant gives the form for that participant instead.
        "step_url": address(Permission.STEP_LOG, "participants:step-start", user, pilot),
    }


def help_for(match, user, pilot) -> str | None:
    """To who mediates, the list and the page of a participant are about the mediation."""
    mediates = pilot and user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot)
    if not (match and mediates and match.view_name in ABOUT_WHO_IS_REFERRED):
        return None
    return handbook.address_for("participants:mediation-today")


def address(permission, route, user, pilot) -> str:
    """The address of a route in a pilot for who has the right, otherwise ""."""
    allowed = pilot and user.can(permission, pilot=pilot)
    return reverse(route, args=[pilot.slug]) if allowed else ""
