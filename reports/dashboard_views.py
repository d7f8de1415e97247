from urllib.parse import urlencode

from django.views.generic import TemplateView

from pilot.access import PilotAccessMixin
from pilot.roles import Permission
from reports.charts import (
    caseload_chart,
    funnel_chart,
    outflow_chart,
    outflow_over_time_chart,
    phase_chart,
)
from reports.figures import Figures, headline
from reports.periods import Elapsed, Quarter

# The counts in the figures, and the filter of the list that counts the same.
COUNTS = {
    "participants": "deelnemers",
    "diagnosed": "gediagnosticeerd",
    "started": "gestart",
    "both": "gediagnosticeerd-en-gestart",
    "flowed_out": "uitgestroomd",
    "flowed_out_narrow": "uitgestroomd-smal",
    "caseload": "caseload",
}


class Dashboard(PilotAccessMixin, TemplateView):
    """How the pilot stands today; every number opens the list of exactly those participants."""

    permission = Permission.DASHBOARD_VIEW
    template_name = "reports/dashboard.html"

    def get_context_data(self, **kwargs):
        pilot = self.pilot
        today = pilot.today()
        figures = Figures.of(pilot, since=pilot.starts_on, on=today)
        elapsed = Elapsed.of(pilot.starts_on, pilot.ends_on, on=today)
        before = headline(pilot, on=Quarter.of(today).previous.last_day)
        return super().get_context_data(
            figures=figures,
            elapsed=elapsed,
            expected_outflow=elapsed.share_of(figures.outflow_target),
            lists={count: self.list_of(telling=key) for count, key in COUNTS.items()},
            phases=[(row, self.list_of(fase=row.key)) for row in figures.phases],
            outcomes=[(row, self.list_of(uitstroom=row.key)) for row in figures.outcomes],
            caseload=[
                (row, self.list_of(telling="caseload", consulent=row.key))
                for row in figures.caseload
            ],
            deltas={name: getattr(figures, name) - number for name, number in before.items()},
            reached=[(row, self.list_of(telling=row.key)) for row in figures.reached],
            funnel_chart=funnel_chart(figures),
            outflow_over_time_chart=outflow_over_time_chart(figures),
            phase_chart=phase_chart(figures),
            outflow_chart=outflow_chart(figures),
            caseload_chart=caseload_chart(figures),
            **kwargs,
        )

    def list_of(self, **filters) -> str:
        """The list of participants with these filters."""
        return f"{self.url('participants:list')}?{urlencode(filters)}"
