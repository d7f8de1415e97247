"""What somebody begins with: what today asks for, whom they look for, for whom they log a step."""

from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants.columns import (
    name_column,
    number_column,
    phase_column,
    planned_column,
)
from participants.filters import PhaseFilter
from participants.list_views import PeopleList
from participants.models import Participant, Reading, TrajectoryRules
from participants.signals import ABOUT, Signal
from pilot.access import PilotAccessMixin
from pilot.lists import Column
from pilot.roles import Permission
from pilot.templatetags.ui import day

ROWS_SHOWN = 10
MATCHES_SHOWN = 50
LONGEST_QUERY = 80
QUERY = "search"  # in the session: a name never stands in an address


class Today(PilotAccessMixin, TemplateView):
    """The own caseload by what it asks for; each count is the filter that the list opens with."""

    permission = Permission.TODAY_VIEW
    template_name = "participants/today.html"

    @cached_property
    def limits(self):
        return TrajectoryRules.objects.of(self.pilot).limits

    def get_context_data(self, **kwargs):
        today = self.pilot.today()
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        people = visible.select_related("pilot").with_steps()
        sections = [self.section(people, signal) for signal in Signal]
        seen = {person.pk for section in sections for person in section["people"]}
        Reading.objects.record(self.request, ids=seen)
        return super().get_context_data(
            sections=[section for section in sections if section["count"]],
            calm=not any(section["count"] for section in sections),
            caseload=(caseload := visible.in_caseload(on=today).count()),
            above=caseload - self.pilot.caseload_norm,
            list_url=self.url("participants:list"),
            **kwargs,
        )

    def section(self, people, signal):
        """One signal: how many, and the first of them, those who wait longest on top."""
        about, today = ABOUT[signal], self.pilot.today()
        asked = people.signalled(signal, on=today, limits=self.limits)
        first = list(asked.order_by(about.since, "pk")[:ROWS_SHOWN])
        for person in first:
            person.why = why(signal, person, today)
        count = len(first) if len(first) < ROWS_SHOWN else asked.count()
        return {
            "signal": signal,
            "heading": about.heading,
            "count": count,
            "more": count - len(first),
            "people": first,
            "url": f"{self.url('participants:list')}"
            f"?telling=&signaal={signal}&sorteer={about.sort}",
        }


def why(signal, person, today) -> tuple[str, str]:
    """Why somebody stands under a signal: in words, and of these what matters most."""
    if signal == Signal.INTEGRATION:
        left = (person.integration_ends_on - today).days
        return (
            f"termijn tot en met {day(person.integration_ends_on)},",
            f"nog {left} {'dag' if left == 1 else 'dagen'}" if left >= 0 else "voorbij",
        )
    days = (today - getattr(person, ABOUT[signal].since)).days
    counted = f"{days} dag" if days == 1 else f"{days} dagen"
    if signal == Signal.OVERDUE:
        return f"{person.appointment_type}, {day(person.appointment_on)}:", f"{counted} te laat"
    if signal in (Signal.TODAY, Signal.THIS_WEEK):
        return f"{person.appointment_type}, {date_format(person.appointment_on, 'l j F')}", ""
    return f"laatste contact {day(person.last_contact_on)},", f"{counted} geleden"


class Search(PilotAccessMixin, TemplateView):
    """Find a person by name or number among those this user may see."""

    permission = Permission.PARTICIPANT_VIEW
    template_name = "participants/search.html"

    def post(self, request, *args, **kwargs):
        query = request.POST.get("naam", "").strip()[:LONGEST_QUERY]
        request.session[QUERY] = query
        found = list(self.matches(query)[:2])
        # Who found one person wants that person.
        return redirect(found[0] if len(found) == 1 else self.request.path)

    def matches(self, query):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return visible.named(query).select_related("pilot", "consultant")

    def get(self, request, *args, **kwargs):
        query = request.session.get(QUERY, "")
        shown = list(
            self.matches(query).order_by("last_name", "first_name", "pk")[: MATCHES_SHOWN + 1]
        )
        Reading.objects.record(request, ids=[person.pk for person in shown[:MATCHES_SHOWN]])
        return self.render_to_response(
            self.get_context_data(
                query=query,
                people=shown[:MATCHES_SHOWN],
                more=len(shown) > MATCHES_SHOWN,
                may_log=self.may(Permission.STEP_LOG),
                # The page has a field of its own.
                search_url="",
            )
        )


class StepList(PeopleList):
    """Everybody for whom a step can be logged, with the appointment that they have."""

    permission = Permission.STEP_LOG
    unit = "deelnemer,deelnemers"
    filterset_class = PhaseFilter
    empty_text = "Er is niemand voor wie u een stap kunt vastleggen."

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        guided = visible.in_caseload(on=self.pilot.today())
        return guided.select_related("pilot", "consultant").with_steps()

    def columns(self):
        return [
            name_column(),
            number_column(),
            phase_column(),
            Column("volgende", "Afspraak", lambda p: p.next_step_type),
            planned_column(self.pilot.today()),
        ]


class StepStart(StepList):
    """For whom is the step? The ones with an appointment first; each row leads to their form."""

    template_name = "participants/step_start.html"
    title = "Stap vastleggen: voor wie?"
    default_sort = "gepland"
    export_name = "stap-vastleggen"

    def row_url(self, participant):
        return self.url("participants:step-create", participant.number)
