"""Who waits, for what, and how long."""

from django.utils.functional import cached_property

from participants.caseload_views import CaseloadPage, SortedInMemory
from participants.columns import consultant_column, name_column, number_column, phase_column
from participants.filters import WaitingFilter
from participants.limits import Subject
from participants.list_views import PeopleList
from participants.models import Participant, TrajectoryRules
from participants.on_behalf import stood_in_by
from participants.waiting import LABELS
from pilot.lists import Column
from pilot.roles import Permission


class WaitingList(SortedInMemory, CaseloadPage, PeopleList):
    """Selected, but not placed in a trajectory yet; who waits longest on top."""

    permission = Permission.PARTICIPANT_WAITING_VIEW
    template_name = "participants/waiting_list.html"
    title = "Wachtlijst"
    unit = "deelnemer wacht,deelnemers wachten"
    each = "een deelnemer die wacht"
    filterset_class = WaitingFilter
    default_sort = "-dagen"
    export_name = "wachtlijst"
    empty_text = "Niemand wacht: iedereen is in een traject geplaatst."

    @cached_property
    def sees_all(self):
        return self.may(Permission.PARTICIPANT_VIEW_ALL)

    @cached_property
    def stood_in(self):
        return [] if self.sees_all else stood_in_by(self.request.user, pilot=self.pilot)

    @cached_property
    def limits(self):
        return TrajectoryRules.objects.of(self.pilot).limits.each(Subject.WAITING)

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return visible.waiting(on=self.pilot.today()).select_related("pilot", "consultant")

    def filter_kwargs(self):
        return {"pilot": self.pilot, "whose": [row.consultant for row in self.stood_in]}

    def columns(self):
        today = self.pilot.today()
        columns = [
            name_column(),
            number_column(),
            phase_column(),
            Column("wacht", "Wacht op", lambda p: LABELS[p.waiting.what], sort=("waiting_order",)),
            Column(
                "sinds", "Sinds", lambda p: p.waiting.since, sort=("waiting_since", "last_name")
            ),
            Column(
                "wachtdagen",
                "Dagen daarop",
                lambda p: p.waiting.days(today),
                sort=("-waiting_since", "last_name"),
                numeric=True,
                mark=lambda p: "te lang" if p.waiting.too_long(today, self.limits) else "",
            ),
            Column(
                "dagen",
                "Dagen sinds selectie",
                lambda p: (today - p.selected_on).days,
                sort=("-selected_on", "-waiting_since", "-number"),
                numeric=True,
            ),
        ]
        if self.sees_all or self.stood_in:
            columns.append(consultant_column())
        return columns

    def sorted(self, rows):
        people = list(rows)
        for person in people:
            person.waiting_since = person.waiting.since
            person.waiting_order = list(LABELS).index(person.waiting.what)
            person.consultant__last_name = person.consultant and person.consultant.last_name
        return super().sorted(people)

    def row_url(self, participant):
        return participant.get_absolute_url()

    def trail(self):
        return [] if self.sees_all else [("Mijn caseload", self.url("participants:list"))]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Who does not divide the work has this page only.
        return context | ({} if self.may(Permission.PARTICIPANT_ASSIGN) else {"tabs": []})
