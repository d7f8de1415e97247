"""What is chosen before a list is confirmed: what its columns are, and who is the same person."""

import django_filters
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from participants.import_columns import missing
from participants.import_forms import ColumnsForm, DecisionForm
from participants.import_views import (
    CHANGED,
    ImportMixin,
    RowList,
    decision_column,
    decision_in_words,
    record_reading,
)
from participants.importing import People
from participants.models import ImportRow, Participant, Reading
from participants.models.import_rows import DECISIONS
from participants.models.imports import AlreadyConfirmed, ChangedMeanwhile, ReadAgain, known_people
from participants.models.readings import Action
from pilot.feedback import tell
from pilot.filters import FilterSet
from pilot.lists import Column

CONFIRMED = "Deze lijst is al bevestigd: er is niets meer aan te veranderen."

READ_AGAIN = (
    "Uw keuze is onthouden. Eén kolom leek vol BSN's en was daarom niet bewaard: kies hetzelfde"
    " bestand nog een keer, dan wordt die kolom gelezen zoals u koos."
)


class OpenImportMixin(ImportMixin):
    """A page on which something of an import can still be chosen: not once it is confirmed."""

    def dispatch(self, request, *args, **kwargs):
        may = request.user.can(self.permission, pilot=self.pilot)
        if may and self.source.confirmed_at:
            messages.info(request, CONFIRMED)
            return redirect(self.source)
        return super().dispatch(request, *args, **kwargs)

    def trail(self):
        return [*super().trail(), (str(self.source), self.source.get_absolute_url())]

    def renew(self, form):
        """What was filled in stays; the next time it is about what the colleague left."""
        form.data = form.data.copy()
        form.data["version"] = self.source.version


class ImportColumns(OpenImportMixin, FormView):
    """What each column of the list is: chosen once, and remembered for the next list."""

    template_name = "participants/import_columns.html"
    form_class = ColumnsForm

    @cached_property
    def sheet(self):
        if self.source.sheet is None:
            raise Http404("Read before its columns could be chosen.")
        return self.source.opened()

    @cached_property
    def proposed(self):
        return self.source.proposed(self.sheet)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"sheet": self.sheet, "chosen": self.proposed}

    def get_initial(self):
        return {"version": self.source.version}

    def get(self, request, *args, **kwargs):
        record_reading(self, Action.SHOWN)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            self.source.choose_columns(form.chosen(), seen=form.cleaned_data["version"])
        except ChangedMeanwhile:
            return self.shown_again(form, f"{CHANGED}Kijk of dit nog klopt en bewaar het opnieuw.")
        except AlreadyConfirmed:
            messages.info(self.request, CONFIRMED)
        except ReadAgain:
            messages.info(self.request, READ_AGAIN)
            return redirect("participants:import-create", self.pilot.slug)
        return redirect(self.source)

    def shown_again(self, form, error):
        form.add_error(None, error)
        self.renew(form)
        return self.form_invalid(form)

    def form_invalid(self, form):
        record_reading(self, Action.SHOWN)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            source=self.source, missing=missing(self.proposed), **kwargs
        )


class DecisionFilter(FilterSet):
    besluit = django_filters.ChoiceFilter(
        label="Besluit",
        field_name="decision",
        choices=DECISIONS,
        empty_label="alle",
        null_label="nog te nemen",
        null_value="geen",
        method="decided",
    )

    class Meta:
        model = ImportRow
        fields = []

    def decided(self, rows, name, value):
        return rows.filter(decision="" if value == "geen" else value)


class ImportDuplicates(OpenImportMixin, RowList):
    """Who may be in the pilot already: ticked, and then the same person or somebody else."""

    template_name = "participants/import_duplicates.html"
    title = "Mogelijk dubbel"
    unit = "regel,regels"
    empty_text = "In deze lijst is niemand mogelijk dubbel."
    filterset_class = DecisionFilter
    # What is still to be decided comes first.
    default_sort = "besluit"
    export_name = "mogelijk-dubbel"

    def rows(self):
        return self.source.rows.possible().select_related("decided_by")

    def about(self):
        return [
            Column("waarom", "Waarom", lambda row: row.note, sort=("note", "line")),
            Column("al", "Wie er al is", self.who_is_there, url=self.page_of_who_is_there),
            decision_column(),
        ]

    @cached_property
    def people(self):
        """Who is in the pilot, by the client number."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return {person.client_number: person for person in visible.select_related("pilot")}

    @cached_property
    def known(self):
        return People(known_people(self.pilot))

    def namesakes(self, row) -> list[Participant]:
        numbers = self.known.namesakes(row.values)
        return [self.people[number] for number in numbers if number in self.people]

    def who_is_there(self, row) -> str:
        return " en ".join(f"{one}, {one.client_number}" for one in self.namesakes(row))

    def page_of_who_is_there(self, row) -> str:
        """Of the first, where there are more."""
        found = self.namesakes(row)
        return found[0].get_absolute_url() if found else ""

    def will_show(self, rows, *, exported):
        super().will_show(rows, exported=exported)
        action = Action.EXPORTED if exported else Action.SHOWN
        there = {person.pk for row in rows for person in self.namesakes(row)}
        Reading.objects.record(self.request, ids=there, action=action)

    def post(self, request, *args, **kwargs):
        self.lines = {
            int(n) for n in request.POST.getlist("nummer") if n.isdecimal() and len(n) < 9
        }
        self.form = DecisionForm(request.POST)
        if self.form.is_valid() and not self.lines:
            self.form.add_error(None, "Vink eerst in de lijst aan om welke regels het gaat.")
        if self.form.is_valid() and self.is_decided(**self.form.cleaned_data):
            return redirect(request.get_full_path())
        return self.get(request, *args, **kwargs)

    def is_decided(self, decision, version) -> bool:
        """Write the decision down and say so, or say in the form why that cannot be."""
        by = self.request.user
        try:
            count = self.source.decide(self.lines, decision, by=by, seen=version)
        except ChangedMeanwhile:
            self.form.add_error(None, f"{CHANGED}{self.what_changed()}Kijk het na en kies opnieuw.")
            self.renew(self.form)
            return False
        except AlreadyConfirmed:
            messages.info(self.request, CONFIRMED)
            return True
        rows = "1 regel" if count == 1 else f"{count} regels"
        left = self.rows().filter(decision="").count()
        then = f"Nog {left} te beslissen." if left else "Er is niets meer te beslissen."
        back = [] if left else [("Terug naar het voorbeeld", self.source.get_absolute_url())]
        tell(self.request, f"{rows}: {dict(DECISIONS)[decision]}. {then}", *back)
        return True

    def what_changed(self) -> str:
        """What others decided about the rows that were ticked."""
        theirs = self.rows().filter(line__in=self.lines).exclude(decision="")
        return "".join(
            f"Regel {row.line}: {decision_in_words(row)}. "
            for row in theirs.exclude(decided_by=self.request.user)
        )

    def get_context_data(self, **kwargs):
        form = getattr(self, "form", None) or DecisionForm(initial={"version": self.source.version})
        ticked = getattr(self, "lines", set())
        return super().get_context_data(
            source=self.source, form=form, selectable=True, ticked=ticked, **kwargs
        )
