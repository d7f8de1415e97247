"""/stijlgids/: every component in all its states, for who makes a page and for the tests."""

from datetime import UTC, date, datetime

import django_filters
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.views.generic import TemplateView

from pilot.access import SiteAccessMixin
from pilot.charts import Bar, Line, Series, bar_chart, stock_chart
from pilot.filters import FilterSet
from pilot.forms import CrispyMixin, DateField
from pilot.lists import Column
from pilot.models import Pilot
from pilot.roles import Permission

COLOURS = ["ink", "ink-soft", "paper", "ground", "line", "line-strong", "accent", "link"]
COLOURS += ["strong", "success", "warning", "danger", "focus"]
KINDS = ["neutral", "info", "success", "warning", "danger"]
CALLOUTS = ["info", "success", "warning", "danger"]
PHASES = [
    ("selection", "Selectie", "been"),
    ("intake", "Vraagverheldering", "been"),
    ("diagnosis", "Diagnose", "next"),
    ("placement", "Plaatsing/bemiddeling", "current"),
    ("education", "Ontwikkeling/onderwijs", "next"),
    ("entrepreneurship", "Ondernemerschap", ""),
]


class ExampleForm(CrispyMixin, forms.Form):
    """One field of every kind that our forms have."""

    name = forms.CharField(label="Tekst", help_text="Uitleg bij het veld.")
    on = DateField(label="Datum")
    choice = forms.ChoiceField(label="Keuze", choices=[("", "kies"), ("a", "eerste")])
    radio = forms.ChoiceField(
        label="Eén uit enkele", choices=[("a", "ja"), ("b", "nee")], widget=forms.RadioSelect
    )
    ticked = forms.BooleanField(label="Aangevinkt", required=False)
    note = forms.CharField(
        label="Notitie", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class StyleGuide(SiteAccessMixin, TemplateView):
    permission = Permission.PILOT_MANAGE
    template_name = "pilot/style_guide.html"

    def dispatch(self, request, *args, **kwargs):
        # In a demo everybody may look: there is nobody's data in it.
        if settings.DEMO:
            self.permission = "logged_in"
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        wrong = ExampleForm({"name": "", "on": "31-02-2017", "note": "Dit blijft staan."})
        # Two of the same form in one page need ids of their own.
        wrong.auto_id = "wrong_%s"
        return super().get_context_data(
            colours=COLOURS,
            kinds=KINDS,
            tab_items=[("Dit blad", "/stijlgids/", True), ("Ander blad", "#knoppen", False)],
            callouts=CALLOUTS,
            phases=[
                {"kind": kind, "label": label, "state": state} for kind, label, state in PHASES
            ],
            **example_list(),
            moment=datetime(2017, 1, 15, 13, 5, tzinfo=UTC),
            form=ExampleForm(initial={"on": date(2017, 1, 15)}),
            wrong_form=wrong,
            bars=example_bars(),
            money=example_money(),
            stock=example_stock(),
            **kwargs,
        )


class ExampleFilter(FilterSet):
    keuze = django_filters.ChoiceFilter(label="Keuze", choices=[("a", "eerste")])

    class Meta:
        model = Pilot
        fields = []


def example_list() -> dict:
    """The second page of a list with a filter on, as components/list_results.html wants it."""
    names = Column("naam", "Naam", str, sort=("naam",))
    counts = Column("aantal", "Aantal", len, sort=("aantal",), numeric=True)
    states = Column("stand", "Stand", lambda row: "concept", badge=lambda row: "info")
    return {
        "list_choosable": [(counts, True), (states, False)],
        "list_views": [("Wie in maart begon", "/stijlgids/")],
        "filterset": ExampleFilter({}, queryset=Pilot.objects.none()),
        "pages": Paginator(range(130), 50).page(2),
        "list_columns": [names, counts, states],
        "list_headers": [
            {"column": names, "sorted": "ascending", "next": "-naam"},
            {"column": counts, "sorted": "", "next": "aantal"},
            {"column": states, "sorted": "", "next": ""},
        ],
        "list_rows": [("eerste regel", "#lijst"), ("tweede regel", "#lijst")],
        "list_filters": [("Keuze: eerste", "/stijlgids/")],
        "what_next": [],
        "list_sizes": [(25, False), (50, True), (100, False)],
    }


def example_bars():
    bars = (Bar("Eerste", 41), Bar("Tweede", 54, "strong"), Bar("Nog niet toegewezen", 3, "soft"))
    return bar_chart(
        "voorbeeld-balken",
        bars,
        title="Voorbeeld: Eerste 41, Tweede 54, Nog niet toegewezen 3.",
        description="Liggende balken met een norm als streeplijn.",
        line=Line("norm 50", 50, rows=2),
    )


def example_money():
    bars = (
        Bar("Consulenten", 61_000, "strong", target=72_188, text="€ 61.000 van € 72.188"),
        Bar("Instrumenten", 105_000, "strong", target=100_000, text="€ 105.000 van € 100.000"),
    )
    return bar_chart(
        "voorbeeld-realisatie",
        bars,
        title="Voorbeeld: Consulenten € 61.000 van € 72.188, Instrumenten € 105.000 van € 100.000.",
        description="Liggende balken met wat is uitgegeven; het streepje is wat is begroot.",
    )


def example_stock():
    points = tuple((date(2016, month, 28), n) for month, n in [(8, 0), (10, 3), (11, 9), (12, 14)])
    return stock_chart(
        "voorbeeld-tijd",
        (Series("uitgestroomd", points),),
        since=date(2016, 8, 1),
        until=date(2017, 12, 31),
        target=30,
        title="Voorbeeld: uitgestroomd 0, 3, 9 en 14 tegen een streefcijfer van 30.",
        description="Een lijn in de tijd; de streeplijn is waar zij op weg naar het doel zou zijn.",
    )
