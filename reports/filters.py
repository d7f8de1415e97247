import django_filters

from pilot.filters import FilterSet
from reports.models import Evaluation
from reports.periods import quarters


class EvaluationFilter(FilterSet):
    jaar = django_filters.ChoiceFilter(
        label="Jaar", field_name="year", choices=[], empty_label="alle"
    )

    class Meta:
        model = Evaluation
        fields = []

    def __init__(self, *args, pilot, **kwargs):
        super().__init__(*args, **kwargs)
        years = dict.fromkeys(quarter.year for quarter in quarters(pilot.starts_on, pilot.ends_on))
        self.filters["jaar"].extra["choices"] = [(year, year) for year in years]
