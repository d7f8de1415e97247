from datetime import timedelta

import django_filters

from participants.choices import Sector
from participants.mediation import DAYS_AHEAD
from participants.mediation_choices import ANSWERS, RefusalReason, VacancyKind, VacancyState
from participants.models import Employer, Proposal, Vacancy
from pilot.filters import FilterSet

COOPERATES = "mee"
INTERVIEW = "gesprek"
NO_PLACEMENT = "plaatsing"
UNTOLD = "vervallen"
WAITING = "antwoord"


class EmployerFilter(FilterSet):
    naam = django_filters.CharFilter(label="Naam", field_name="name", lookup_expr="icontains")
    staat = django_filters.ChoiceFilter(
        label="Staat",
        choices=[(COOPERATES, "werkt mee"), ("niet", "werkt niet meer mee")],
        method="cooperating",
        empty_label="alle",
    )
    sector = django_filters.ChoiceFilter(
        label="Sector", field_name="sector", choices=Sector.choices, empty_label="alle"
    )
    contact = django_filters.ChoiceFilter(
        label="Contact",
        choices=[
            ("gepland", "te laat of in de komende 7 dagen"),
            (UNTOLD, "weet nog niet dat een voorstel verviel"),
        ],
        method="to_contact",
        empty_label="alle",
    )

    class Meta:
        model = Employer
        fields = []

    def __init__(self, *args, until, **kwargs):
        super().__init__(*args, **kwargs)
        self.until = until

    def cooperating(self, employers, name, value):
        return employers.filter(cooperates=value == COOPERATES)

    def to_contact(self, employers, name, value):
        if value == UNTOLD:
            return employers.to_tell()
        return employers.to_contact(until=self.until)


class VacancyFilter(FilterSet):
    staat = django_filters.ChoiceFilter(
        label="Staat", field_name="state", choices=VacancyState.choices, empty_label="alle"
    )
    soort = django_filters.ChoiceFilter(
        label="Soort", field_name="kind", choices=VacancyKind.choices, empty_label="alle"
    )
    sector = django_filters.ChoiceFilter(
        label="Sector", field_name="sector", choices=Sector.choices, empty_label="alle"
    )
    sluit = django_filters.ChoiceFilter(
        label="Sluit",
        choices=[("snel", "voorbij of in de komende 7 dagen")],
        method="closing_soon",
        empty_label="alle",
    )

    class Meta:
        model = Vacancy
        fields = []

    def __init__(self, *args, until, **kwargs):
        super().__init__(*args, **kwargs)
        self.until = until

    def closing_soon(self, vacancies, name, value):
        return vacancies.closing(until=self.until)


class ProposalFilter(FilterSet):
    antwoord = django_filters.ChoiceFilter(
        label="Antwoord", field_name="answer", choices=ANSWERS, empty_label="alle"
    )
    reden = django_filters.ChoiceFilter(
        label="Reden van afwijzing",
        field_name="reason",
        choices=RefusalReason.choices,
        empty_label="alle",
    )
    wacht = django_filters.ChoiceFilter(
        label="Wacht",
        choices=[
            ("lang", "te lang zonder antwoord, of het gesprek is geweest"),
            (WAITING, "nog zonder uitkomst"),
            (INTERVIEW, "gesprek vandaag of in de komende 7 dagen"),
            (NO_PLACEMENT, "aangenomen, plaatsing nog niet vastgelegd"),
        ],
        method="waiting_long",
        empty_label="alle",
    )
    werkgever = django_filters.ModelChoiceFilter(
        label="Werkgever",
        field_name="vacancy__employer",
        queryset=Employer.objects.none(),
        to_field_name="uuid",
        empty_label="alle",
    )

    class Meta:
        model = Proposal
        fields = []

    def __init__(self, *args, pilot, today, days, **kwargs):
        super().__init__(*args, **kwargs)
        employers = Employer.objects.filter(pilot=pilot)
        self.filters["werkgever"].queryset = employers
        self.today = today
        self.days = days

    def waiting_long(self, proposals, name, value):
        if value == NO_PLACEMENT:
            return proposals.unplaced()
        if value == WAITING:
            return proposals.waiting()
        if value == INTERVIEW:
            until = self.today + timedelta(days=DAYS_AHEAD)
            return proposals.interviewing(on=self.today, until=until)
        return proposals.without_answer(on=self.today, days=self.days)
