"""What somebody left behind: what they changed, and what they saw of a participant."""

from django.utils.functional import cached_property

from participants.filters import ReadingFilter
from participants.history import history
from participants.models import Reading
from participants.models.readings import Action
from participants.on_behalf import OnBehalf
from participants.trace_forms import HistoryForm
from participants.views import ParticipantPage
from pilot.history import Change, FieldChange
from pilot.lists import Column, ListPage
from pilot.models import User
from pilot.roles import Permission

# What was taken away shows no field.
NO_FIELD = FieldChange("", "", "")


class HistoryPage(ListPage):
    """Every change of something, in words: what `told` gives, newest first."""

    title = "Wijzigingen"
    unit = "wijziging,wijzigingen"
    each = "een gegeven dat is gewijzigd"
    export_name = "wijzigingen"
    empty_text = "Nog geen wijzigingen."

    def told(self) -> list[Change]:
        raise NotImplementedError

    def get_template_names(self):
        if self.request.htmx:
            return ["participants/includes/history_results.html"]
        return [self.template_name]

    def filtered(self):
        form = HistoryForm(self.request.GET, told=self.told())
        return form, form.kept() if form.is_valid() else []

    def sorted(self, rows):
        return rows  # newest first, as they are told

    def columns(self):
        """Of an export: a line for each field of each change."""
        return [
            Column("moment", "Moment", lambda line: line[0].at),
            Column("wie", "Wie", lambda line: line[0].by or None),
            Column("wat", "Wat", lambda line: line[0].heading),
            Column("veld", "Gegeven", lambda line: line[1].label or None),
            Column("van", "Van", lambda line: line[1].before or None),
            Column("naar", "Naar", lambda line: line[1].after or None),
            Column("waarom", "Reden", lambda line: line[0].why or None),
        ]

    def export(self, rows, kind):
        lines = [(change, field) for change in rows for field in change.fields or [NO_FIELD]]
        return super().export(lines, kind)


class ParticipantHistory(ParticipantPage, HistoryPage):
    permission = Permission.PARTICIPANT_NOTES_VIEW
    template_name = "participants/participant_history.html"

    def told(self):
        return history(self.participant)

    def will_show(self, rows, *, exported):
        if exported:
            Reading.objects.record(self.request, ids=[self.participant.pk], action=Action.EXPORTED)


class ParticipantReadings(ParticipantPage, ListPage):
    """Who has seen this person, and where."""

    permission = Permission.READINGS_VIEW
    template_name = "participants/participant_readings.html"
    title = "Inzage"
    unit = "keer ingezien,keer ingezien"
    each = "een keer dat iemand deze persoon inzag"
    filterset_class = ReadingFilter
    default_sort = "-moment"
    export_name = "inzage"
    empty_text = "Nog door niemand ingezien."

    def rows(self):
        return Reading.objects.of(self.participant).select_related("user")

    def filter_kwargs(self):
        """Only who has been there, and where."""
        rows = self.rows().order_by()
        return {
            "readers": User.objects.filter(pk__in=rows.values("user")),
            "pages": set(rows.values_list("page", flat=True).distinct()),
        }

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
