"""What changed of an employer and of a vacancy. About companies: no person is in it."""

from participants.employer_views import EmployerPage
from participants.models import Employer, EmployerContact, Vacancy
from participants.trace_views import HistoryPage
from participants.vacancy_views import VacancyPage
from pilot.history import changes
from pilot.roles import Permission


class EmployerHistory(EmployerPage, HistoryPage):
    """With the contacts."""

    template_name = "participants/mediation_history.html"

    def told(self):
        sources = {Employer: "pgh_obj_id", EmployerContact: "employer_id"}
        return changes(sources, self.employer.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.employer, **kwargs)


class VacancyHistory(VacancyPage, HistoryPage):
    """Without the proposals: those are about persons, and stand in their history."""

    permission = Permission.MEDIATE
    template_name = "participants/mediation_history.html"

    def told(self):
        return changes({Vacancy: "pgh_obj_id"}, self.vacancy.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=self.vacancy, **kwargs)
