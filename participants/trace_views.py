"""What somebody left behind at a participant: what they changed, and what they saw."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants.filters import ReadingFilter
from participants.history import history
from participants.models import Reading
from participants.models.readings import Action
from participants.on_behalf import OnBehalf
from participants.views import ParticipantPage
from pilot.lists import PER_PAGE, Column, ListPage
from pilot.models import User
from pilot.roles import Permission


class ParticipantHistory(ParticipantPage, TemplateView):
    """Every change of what is kept of this person, in words."""

    permission = Permission.PARTICIPANT_NOTES_VIEW
    template_name = "participants/participant_history.html"

    def get_context_data(self, **kwargs):
        pages = Paginator(history(self.participant), PER_PAGE)
        page = pages.get_page(self.request.GET.get("pagina"))
        return super().get_context_data(page=page, **kwargs)


class ParticipantReadings(ParticipantPage, ListPage):
    """Who has seen this person, and where."""

    permission = Permission.READINGS_VIEW
    template_name = "participants/participant_readings.html"
    title = "Inzage"
    unit = "keer ingezien,keer ingezien"
    filterset_class = ReadingFilter
    default_sort = "-moment"
    export_name = "inzage"
    empty_text = "Nog door niemand ingezien."

    def rows(self):
        return Reading.objects.of(self.participant).select_related("user")

    def filter_kwargs(self):
        return {"readers": User.objects.filter(pk__in=self.rows().order_by().values("user"))}

    def columns(self):
        return [
            Column("moment", "Moment", lambda reading: reading.at, sort=("pk",)),
            Column("wie", "Wie", lambda reading: reading.user, sort=("user__last_name",)),
            Column("waar", "Waar", lambda reading: reading.get_page_display(), sort=("page",)),
            Column("hoe", "Hoe", lambda reading: reading.get_action_display(), sort=("action",)),
            Column(
                "samen",
                "Personen tegelijk",
                lambda reading: len(reading.ids),
                sort=("ids__len",),
                numeric=True,
            ),
            Column("waarnemer", "Als waarnemer van", self.stood_in_for),
        ]

    @cached_property
    def on_behalf(self):
        return OnBehalf(self.participant)

    def stood_in_for(self, reading):
        return self.on_behalf.of(reading.user_id, at=reading.at)

    def export(self, rows, kind):
        Reading.objects.record(self.request, ids=[self.participant.pk], action=Action.EXPORTED)
        return super().export(rows, kind)
