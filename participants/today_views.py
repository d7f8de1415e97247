"""What somebody begins with: what today asks for, whom they look for, for whom they log a step."""

from urllib.parse import urlencode

from django.db.models import Q
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants.columns import (
    consultant_column,
    name_column,
    number_column,
    phase_column,
    planned_column,
)
from participants.consultants import own_norm
from participants.filters import PhaseFilter
from participants.handed_over import handed_over
from participants.list_views import PeopleList
from participants.models import Participant, Reading, StandIn, TrajectoryRules
from participants.on_behalf import stood_in_by
from participants.reasons import act_url, why
from participants.signals import ABOUT, Signal
from pilot.access import PilotAccessMixin
from pilot.lists import Column
from pilot.roles import Permission

ROWS_SHOWN = 10
MATCHES_SHOWN = 50
LONGEST_QUERY = 80
# Where the day begins, by the right that it needs.
TODAYS = [
    (Permission.TODAY_VIEW, "participants:today"),
    (Permission.MEDIATION_TODAY_VIEW, "participants:mediation-today"),
]
QUERY = "search"  # in the session: a name never stands in an address


class Today(PilotAccessMixin, TemplateView):
    """The own caseload by what it asks for, and apart from it those that somebody stands in for.

    Each count is the filter that the list opens with.
    """

    permission = Permission.TODAY_VIEW
    template_name = "participants/today.html"

    @cached_property
    def limits(self):
        return TrajectoryRules.objects.of(self.pilot).limits

    @cached_property
    def stand_ins(self):
        """Who stands in for this user, or for whom they do, now or later."""
        user, today = self.request.user, self.pilot.today()
        theirs = StandIn.objects.filter(Q(stand_in=user) | Q(consultant=user), pilot=self.pilot)
        rows = theirs.to_come_or_current(on=today).order_by("starts_on", "pk")
        return list(rows.select_related("consultant", "stand_in"))

    @cached_property
    def stood_in(self):
        """By which of these they see participants of a colleague today."""
        user, today = self.request.user, self.pilot.today()
        return [row for row in self.stand_ins if row.stand_in == user and row.starts_on <= today]

    def get_context_data(self, **kwargs):
        groups = [self.group(self.request.user)]
        groups += [self.group(row.consultant, row) for row in self.stood_in]
        asked = self.request.GET.get("van", "")
        shown = [group for group in groups if group["key"] == asked] or groups
        sections = [section for group in shown for section in group["sections"]]
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        drafts = self.request.user.step_drafts.filter(participant__in=visible)
        drafts = list(drafts.select_related("participant__pilot"))
        seen = {person.pk for section in sections for person in section["people"]}
        seen |= {draft.participant_id for draft in drafts}
        Reading.objects.record(self.request, ids=seen)
        caseload, norm = groups[0]["caseload"], own_norm(self.request.user, self.pilot)
        return super().get_context_data(
            groups=shown,
            sections=sections,
            whose=self.whose(groups, asked) if self.stood_in else [],
            notices=[row for row in self.stand_ins if row not in self.stood_in],
            drafts=drafts,
            handed_over=handed_over(self.request.user, pilot=self.pilot),
            calm=not drafts and not sections,
            caseload=caseload,
            norm=norm,
            above=caseload - norm,
            list_url=groups[0]["url"],
            **kwargs,
        )

    def whose(self, groups, asked):
        """The choice whose caseload to look at, as tabs."""
        here = self.request.path
        known = asked if asked in [group["key"] for group in groups] else ""
        return [("Iedereen", here, not known)] + [
            (group["label"], f"{here}?{urlencode({'van': group['key']})}", group["key"] == known)
            for group in groups
        ]

    def group(self, consultant, stand_in=None):
        """The caseload of one consultant by what it asks for; `stand_in`: why they see it."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        theirs = visible.filter(consultant=consultant)
        people = theirs.select_related("pilot").with_steps()
        # Only a stand-in has more than one caseload to choose from.
        chosen = {"consulent": consultant.username} if self.stood_in else {}
        sections = [self.section(people, signal, chosen) for signal in Signal]
        return {
            "key": consultant.username,
            "label": str(consultant) if stand_in else "Uzelf",
            "stand_in": stand_in,
            # Behind the names of its sections, so that each is in the page once.
            "suffix": f"-{consultant.username}" if stand_in else "",
            "sections": [section for section in sections if section["count"]],
            "caseload": theirs.in_caseload(on=self.pilot.today()).count(),
            "url": self.list_url(**chosen),
        }

    def list_url(self, **chosen) -> str:
        query = f"?{urlencode(chosen)}" if chosen else ""
        return f"{self.url('participants:list')}{query}"

    def section(self, people, signal, chosen):
        """One signal: how many, and the first of them, those who wait longest on top."""
        about, today = ABOUT[signal], self.pilot.today()
        asked = people.signalled(signal, on=today, limits=self.limits)
        order = filter(None, [about.since, about.time, "pk"])
        first = list(asked.order_by(*order)[:ROWS_SHOWN])
        for person in first:
            person.why = why(signal, person, today)
            person.act_url = act_url(signal, person, came_from="vandaag")
        count = len(first) if len(first) < ROWS_SHOWN else asked.count()
        return {
            "signal": signal,
            "heading": about.heading,
            "act_label": about.act_label,
            "count": count,
            "more": count - len(first),
            "people": first,
            "url": self.list_url(telling="", signaal=signal, sorteer=about.sort, **chosen),
        }


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

    @cached_property
    def stood_in(self):
        return stood_in_by(self.request.user, pilot=self.pilot)

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
            Column("tijd", "Tijd", lambda p: p.next_step_time),
            *([consultant_column()] if self.stood_in else []),
        ]


class StepStart(StepList):
    """For whom is the step? The ones with an appointment first; each row leads to their form."""

    template_name = "participants/step_start.html"
    title = "Stap vastleggen: voor wie?"
    default_sort = "gepland"
    export_name = "stap-vastleggen"

    def row_url(self, participant):
        return f"{self.url('participants:step-create', participant.number)}?van=voor-wie"
