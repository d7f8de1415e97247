"""The draw: who belongs to the target group, a selection that mirrors it, and how it does."""

from urllib.parse import urlencode

import django_filters
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from participants.choices import Education, Household, Sex
from participants.columns import name_column, number_column
from participants.comparisons import (
    VALUE_LABELS,
    feature_tables,
    group_label,
    group_order,
    in_decimals,
)
from participants.consultants import NOBODY
from participants.draw_forms import (
    DrawCarryOutForm,
    DrawChangeForm,
    DrawExchangeForm,
    DrawForm,
    too_few,
)
from participants.list_views import PeopleList, in_words
from participants.models import Draw, DrawEntry, Participant, Reading
from participants.models.draws import (
    CannotCarryOut,
    ChangeNotPossible,
    DrawSettled,
    DrawState,
    features,
    refusals,
    sort_out,
)
from participants.models.readings import Action
from participants.selection import FEATURE_LABELS, Feature, TooFew, group_of
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.filters import FilterSet
from pilot.lists import Column, ListPage
from pilot.roles import Permission

STATE_KINDS = {
    DrawState.CONCEPT: "info",
    DrawState.CARRIED_OUT: "success",
    DrawState.DISCARDED: "neutral",
}
# By which filter of the list of people a feature is found.
FILTER_NAMES = {
    Feature.SEX: "geslacht",
    Feature.AGE: "leeftijd",
    Feature.EDUCATION: "opleiding",
    Feature.ARRIVAL: "jaar",
    Feature.HOUSEHOLD: "huishouden",
}


class SelectionPage(PilotAccessMixin):
    """A page below Kandidaten."""

    permission = Permission.PARTICIPANT_SELECT

    def trail(self):
        return [("Kandidaten", self.url("participants:candidate-list"))]


class DrawList(SelectionPage, ListPage):
    template_name = "participants/draw_list.html"
    title = "Lotingen"
    unit = "loting,lotingen"
    default_sort = "-loting"
    export_name = "lotingen"
    empty_text = "Er is nog niet geloot."

    def what_next(self):
        return [("Maak een loting", self.url("participants:draw-create"))]

    def rows(self):
        draws = Draw.objects.filter(pilot=self.pilot).with_counts()
        return draws.select_related("pilot", "by")

    def columns(self):
        return [
            Column("loting", "Loting", str, sort=("number",)),
            Column(
                "stand",
                "Stand",
                lambda draw: draw.get_state_display(),
                sort=("state",),
                badge=lambda draw: STATE_KINDS[draw.state],
            ),
            Column("aantal", "Personen", lambda draw: draw.chosen, sort=("chosen",), numeric=True),
            Column("uit", "Uit", lambda draw: draw.pool_size, sort=("pool_size",), numeric=True),
            Column("kenmerken", "Verdeeld over", lambda draw: draw.features_in_words),
            Column("gemaakt", "Geloot op", lambda draw: draw.on, sort=("on", "number")),
            Column("door", "Door", lambda draw: draw.by, sort=("by__last_name", "by__first_name")),
        ]

    def row_url(self, draw):
        return draw.get_absolute_url()


class DrawCreate(SelectionPage, FormView):
    template_name = "participants/draw_form.html"
    form_class = DrawForm

    def trail(self):
        return [*super().trail(), draws_crumb(self)]

    @cached_property
    def sorted_out(self):
        return sort_out(self.pilot)

    @property
    def available(self) -> int:
        return len(self.sorted_out[0])

    def get_initial(self):
        taken = self.pilot.participants.exclude(selected_on=None).count()
        places = self.pilot.participants_target - taken
        return DrawForm.starting_values(places=places, available=self.available)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"available": self.available}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            available=self.available, refused=len(self.sorted_out[1]), **kwargs
        )

    def form_valid(self, form):
        form.warn_of_groups(self.groups(form.cleaned_data["features"]))
        if not form.is_valid():
            return self.form_invalid(form)
        try:
            draw = Draw.objects.make(pilot=self.pilot, by=self.request.user, **form.draw)
        except TooFew:
            # A colleague selected some of them since the page was made.
            form.add_error("size", too_few(len(sort_out(self.pilot)[0])))
            return self.form_invalid(form)
        tell(self.request, f"{draw} is gemaakt. Er is nog niemand geselecteerd.")
        return redirect(draw)

    def groups(self, chosen) -> int:
        """How many groups these features make of who can be drawn from."""
        today = self.pilot.today()
        people = (features(person, on=today) for person in self.sorted_out[0])
        return len({group_of(person, chosen) for person in people})


def draws_crumb(page) -> tuple[str, str]:
    return "Lotingen", page.url("participants:draw-list")


class TargetGroup(SelectionPage, PeopleList):
    """What the criteria are, who checks them, and which candidates do not meet them."""

    template_name = "participants/draw_refused.html"
    title = "Voorwaarden van de doelgroep"
    unit = "kandidaat voldoet niet,kandidaten voldoen niet"
    each = "een kandidaat die niet aan de voorwaarden voldoet"
    default_sort = "naam"
    export_name = "buiten-de-doelgroep"
    empty_text = "Alle kandidaten voldoen aan de voorwaarden."

    def trail(self):
        return [*super().trail(), draws_crumb(self)]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        unfit = [candidate.pk for candidate in sort_out(self.pilot)[1]]
        return visible.filter(pk__in=unfit).select_related("pilot")

    def columns(self):
        today = self.pilot.today()
        return [
            name_column(),
            number_column(),
            Column("reden", "Waarom niet", lambda p: ", ".join(refusals(p, on=today))),
            Column(
                "leeftijd", "Leeftijd", lambda p: p.age(today), sort=("-birth_date",), numeric=True
            ),
            Column(
                "toegewezen",
                "Aan gemeente toegewezen",
                lambda p: p.assigned_on,
                sort=("assigned_on",),
            ),
        ]

    def row_url(self, participant):
        return participant.get_absolute_url()


class DrawComparison(SelectionPage, TemplateView):
    """The participants beside the target group, as they are now or with a concept added."""

    template_name = "participants/draw_comparison.html"

    def trail(self):
        return [*super().trail(), draws_crumb(self)]

    def get_context_data(self, **kwargs):
        today = self.pilot.today()
        concepts = Draw.objects.filter(pilot=self.pilot, state=DrawState.CONCEPT)
        asked = self.request.GET.get("loting", "")
        added = next((draw for draw in concepts if str(draw.number) == asked), None)
        selected = list(self.pilot.participants.exclude(selected_on=None))
        in_draw = list(added.people().candidates()) if added else []
        fit = sort_out(self.pilot)[0]
        everybody = {person.pk: person for person in [*selected, *in_draw, *fit]}
        return super().get_context_data(
            tables=feature_tables(
                [features(person, on=today) for person in everybody.values()],
                [features(person, on=today) for person in [*selected, *in_draw]],
            ),
            # There is no list of participants by these features to lead to.
            links={},
            pool_size=len(everybody),
            selected=len(selected) + len(in_draw),
            added=added,
            tabs=self.tabs(concepts, added),
            **kwargs,
        )

    def tabs(self, concepts, added):
        here = self.request.path
        tabs = [("Deelnemers nu", here, added is None)]
        return tabs + [
            (f"Samen met {str(draw).lower()}", f"{here}?loting={draw.number}", draw == added)
            for draw in concepts
        ]


class DrawPage(SelectionPage):
    """A page about one draw of this pilot."""

    @cached_property
    def draw(self):
        draws = Draw.objects.filter(pilot=self.pilot).with_counts()
        return get_object_or_404(
            draws.select_related("pilot", "by", "settled_by"), uuid=self.kwargs["uuid"]
        )

    def trail(self):
        above = [*super().trail(), draws_crumb(self)]
        here = self.request.path == self.draw.get_absolute_url()
        return above if here else [*above, (str(self.draw), self.draw.get_absolute_url())]

    def address(self, route, *args) -> str:
        return self.url(f"participants:{route}", self.draw.uuid, *args)

    def tabs(self):
        pages = [
            ("draw-detail", "Uitkomst"),
            ("draw-people", "Personen"),
            ("draw-repeat", "Nagaan"),
        ]
        return [
            (label, self.address(route), self.request.path == self.address(route))
            for route, label in pages
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            draw=self.draw,
            draw_tabs=self.tabs(),
            state_kind=STATE_KINDS[self.draw.state],
            **kwargs,
        )


class DrawDetail(DrawPage, TemplateView):
    template_name = "participants/draw_detail.html"

    def get_context_data(self, **kwargs):
        entries = list(self.draw.entries.all())
        tables = feature_tables(
            [entry.features for entry in entries],
            [entry.features for entry in entries if entry.chosen],
            first=self.draw.features,
        )
        groups = {group_of(entry.features, self.draw.features) for entry in entries}
        return super().get_context_data(
            tables=tables,
            links={table.feature: self.links(table) for table in tables},
            groups=len(groups),
            by_hand=self.draw.changes.count(),
            **kwargs,
        )

    def links(self, table) -> dict[str, str]:
        """For each value of a feature where the people in the draw who have it are listed."""
        people, name = self.address("draw-people"), FILTER_NAMES[table.feature]
        return {
            row.label: f"{people}?{urlencode({'wie': 'erin', name: row.share.value})}"
            for row in table.rows
        }


class EntryFilter(FilterSet):
    """Codes only: a name never stands in an address."""

    wie = django_filters.ChoiceFilter(
        label="Wie",
        choices=[("erin", "in de loting"), ("eruit", "niet in de loting"), ("hand", "met de hand")],
        method="of_those",
        empty_label="de hele pool",
    )
    geslacht = django_filters.ChoiceFilter(
        label="Geslacht", field_name="sex", choices=Sex.choices, empty_label="alle"
    )
    leeftijd = django_filters.ChoiceFilter(
        label="Leeftijd",
        field_name="age_class",
        choices=list(VALUE_LABELS[Feature.AGE].items()),
        empty_label="alle",
    )
    opleiding = django_filters.ChoiceFilter(
        label="Opleiding", field_name="education", choices=Education.choices, empty_label="alle"
    )
    jaar = django_filters.ChoiceFilter(
        label="Jaar van toewijzing", field_name="arrival_year", choices=[], empty_label="alle"
    )
    huishouden = django_filters.ChoiceFilter(
        label="Huishouden", field_name="household", choices=Household.choices, empty_label="alle"
    )

    class Meta:
        model = DrawEntry
        fields = []

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["jaar"].extra["choices"] = [(year, year) for year in years]

    def of_those(self, entries, name, value):
        if value == "hand":
            return entries.exclude(reason="")
        return entries.filter(chosen=value == "erin")


class DrawPeople(DrawPage, PeopleList):
    """Everybody in the pool of a draw, and at first only who is in it."""

    template_name = "participants/draw_people.html"
    unit = "persoon,personen"
    filterset_class = EntryFilter
    default_sort = "lot"
    empty_text = "Er zit niemand in deze loting."

    @property
    def title(self):
        return f"{self.draw}: personen"

    @property
    def export_name(self):
        return f"loting-{self.draw.number}"

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        entries = self.draw.entries.filter(participant__in=visible)
        return entries.select_related("participant__pilot")

    def filter_kwargs(self):
        years = self.draw.entries.order_by("arrival_year").values_list("arrival_year", flat=True)
        return {"years": years.distinct()}

    def filter_values(self):
        """Who is in the draw, unless others are asked for."""
        if "wie" in self.request.GET:
            return self.request.GET
        values = self.request.GET.copy()
        values["wie"] = "erin"
        return values

    def unfiltered_url(self):
        return f"{self.request.path}?wie="

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        Reading.objects.record(
            self.request, ids=[entry.participant_id for entry in rows], action=action
        )

    def columns(self):
        columns = [
            Column(
                "naam",
                "Naam",
                str,
                sort=("participant__last_name", "participant__first_name"),
            ),
            Column(
                "nummer",
                "Nummer",
                lambda entry: entry.participant.number,
                sort=("participant__number",),
                numeric=True,
            ),
            Column("lot", "Lotnummer", lambda entry: entry.lot, sort=("lot",), numeric=True),
            Column(
                "hoe",
                "Hoe erin",
                lambda entry: entry.status,
                sort=("how",),
                badge=lambda entry: "info" if entry.reason else "neutral",
            ),
            Column("reden", "Reden", lambda entry: entry.reason),
            *map(feature_column, FILTER_NAMES),
        ]
        if self.draw.is_concept and "export" not in self.request.GET:
            columns.append(Column("wijzigen", "Wijzigen", what_to_do, url=self.change_url))
        return columns

    def row_url(self, entry):
        return entry.participant.get_absolute_url()

    def change_url(self, entry) -> str:
        if entry.chosen:
            return self.address("draw-exchange", entry.participant.number)
        if not entry.participant.is_candidate:
            return ""
        return f"{self.address('draw-add')}?nummer={entry.participant.number}"


def feature_column(feature) -> Column:
    return Column(
        FILTER_NAMES[feature],
        FEATURE_LABELS[feature],
        lambda entry: group_label([feature], [entry.features[feature]]),
        sort=(str(feature),),
    )


def what_to_do(entry) -> str:
    if entry.chosen:
        return "Ruilen"
    return "Toevoegen" if entry.participant.is_candidate else ""


class OpenDrawPage(DrawPage):
    """A page that changes a draw: as long as it is a concept."""

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.draw.is_concept else self.settled()

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.draw.is_concept else self.settled()

    def settled(self):
        """A colleague was first, or the page was sent twice."""
        self.draw.refresh_from_db(fields=["state"])
        messages.info(
            self.request,
            f"{self.draw} is al {self.draw.get_state_display()}: daar verandert niets meer aan.",
        )
        return redirect(self.draw)


class DrawChangePage(OpenDrawPage, FormView):
    """Somebody by hand into the draw, or in the place of somebody else."""

    template_name = "participants/draw_change.html"
    removed = None
    heading = ""

    @cached_property
    def offered(self):
        """The entries of whoever can come in."""
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        entries = self.draw.entries.filter(chosen=False, participant__in=visible.candidates())
        return list(entries.select_related("participant__pilot"))

    def choices(self) -> dict:
        return {"draw": self.draw, "offered": self.offered, "removed": self.removed}

    def get_initial(self):
        asked = self.request.GET.get("nummer", "")
        return {"added": asked} | self.form_class.starting_values(**self.choices())

    def get_form_kwargs(self):
        return super().get_form_kwargs() | self.choices()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=self.heading, removed=self.removed, offered=len(self.offered), **kwargs
        )

    def render_to_response(self, context, **kwargs):
        shown = [*self.offered, *filter(None, [self.removed])]
        Reading.objects.record(self.request, ids=[entry.participant_id for entry in shown])
        return super().render_to_response(context, **kwargs)

    def post(self, request, *args, **kwargs):
        # Sent twice it was done already, and then who came in is not offered any more.
        sent = request.POST.get("uuid", "")
        made = next((one for one in self.draw.changes.all() if str(one.uuid) == sent), None)
        return self.done(made) if made else super().post(request, *args, **kwargs)

    def form_valid(self, form):
        removed = self.removed.participant if self.removed else None
        try:
            change = self.draw.change(by=self.request.user, removed=removed, **form.cleaned_data)
        except DrawSettled:
            return self.settled()
        except ChangeNotPossible as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return self.done(change)

    def done(self, change):
        tell(
            self.request,
            f"{self.draw} gewijzigd: {change}.",
            ("Naar de uitkomst", self.draw.get_absolute_url()),
        )
        return redirect(self.address("draw-people"))


class DrawExchange(DrawChangePage):
    form_class = DrawExchangeForm
    heading = "Ruilen"

    def get(self, request, *args, **kwargs):
        if self.draw.is_concept and not self.removed.chosen:
            messages.info(request, f"{self.removed} zit niet meer in de loting.")
            return redirect(self.draw)
        return super().get(request, *args, **kwargs)

    @cached_property
    def removed(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        entries = self.draw.entries.filter(participant__in=visible)
        return get_object_or_404(
            entries.select_related("participant__pilot"), participant__number=self.kwargs["number"]
        )


class DrawAdd(DrawChangePage):
    form_class = DrawChangeForm
    heading = "Iemand toevoegen"


class DrawRepeat(DrawPage, TemplateView):
    """The draw done over from the pool that was kept, beside what was drawn then."""

    template_name = "participants/draw_repeat.html"

    def get_context_data(self, **kwargs):
        again = self.draw.repeat()
        kept = self.draw.entries.values_list("participant__number", "lot", "drawn")
        drawn_then = {number for number, _, drawn in kept if drawn}
        same_lots = again.lots == {number: lot for number, lot, _ in kept}
        return super().get_context_data(
            same=same_lots and again.numbers == drawn_then,
            drawn=len(drawn_then),
            found=len(drawn_then & again.numbers),
            groups=[
                (group_label(self.draw.features, group.values), group, in_decimals(group.share, 2))
                for group in sorted(
                    again.strata, key=lambda group: group_order(self.draw.features, group.values)
                )
            ],
            **kwargs,
        )


class DrawCarryOut(OpenDrawPage, FormView):
    template_name = "participants/draw_carry_out.html"
    form_class = DrawCarryOutForm

    def get_initial(self):
        return {"on": self.pilot.today()}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    @cached_property
    def obstacles(self):
        return self.draw.obstacles(on=self.pilot.today())

    def get_context_data(self, **kwargs):
        taken = self.pilot.participants.exclude(selected_on=None).count()
        together = taken + self.draw.chosen
        return super().get_context_data(
            obstacles=[
                (person, reasons, self.address("draw-exchange", person.number))
                for person, reasons in self.obstacles
            ],
            together=together,
            above=together - self.pilot.participants_target,
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        Reading.objects.record(self.request, ids=[person.pk for person, _ in self.obstacles])
        return super().render_to_response(context, **kwargs)

    def form_valid(self, form):
        try:
            self.draw.carry_out(by=self.request.user, **form.cleaned_data)
        except DrawSettled:
            return self.settled()
        except CannotCarryOut as error:
            self.refuse(form, error.args[0])
            return self.form_invalid(form)
        tell(
            self.request,
            f"{self.draw} is uitgevoerd: {in_words(self.draw.people())} geselecteerd.",
            ("Wijs hen toe aan een consulent", self.unassigned()),
        )
        return redirect(self.draw)

    def unassigned(self) -> str:
        return f"{self.url('participants:assign')}?{urlencode({'consulent': NOBODY})}"

    def refuse(self, form, found):
        """Say who stands in the way; at the day, where they do only because it is too early."""
        if self.obstacles:
            self.obstacles = found
            form.add_error(None, "Niemand is geselecteerd: wie hieronder staat, kan niet meer.")
        else:
            person, reasons = found[0]
            form.add_error(
                "on",
                f"Op deze dag kan nog niet iedereen deelnemer worden ({in_words(found)} niet):"
                f" {person} is {reasons}. Kies een latere dag.",
            )


class DrawDiscard(OpenDrawPage, TemplateView):
    template_name = "participants/draw_discard.html"

    def post(self, request, *args, **kwargs):
        try:
            self.draw.discard(by=request.user)
        except DrawSettled:
            return self.settled()
        tell(request, f"{self.draw} is weggelegd. Wat eruit kwam, blijft te lezen.")
        return redirect(self.draw)
