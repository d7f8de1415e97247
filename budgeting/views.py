from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView, UpdateView, View

from budgeting import action_plan, charts, tables
from budgeting.forms import BudgetForm
from budgeting.models import Budget
from pilot.access import PilotAccessMixin
from pilot.lists import as_xlsx
from pilot.roles import Permission


class BudgetDetail(PilotAccessMixin, TemplateView):
    """The table of the adopted budget, the variants beside it, and what is known about both."""

    permission = Permission.BUDGET_VIEW
    template_name = "budgeting/budget.html"

    @cached_property
    def budgets(self):
        return list(Budget.objects.of(self.pilot))

    def get(self, request, *args, **kwargs):
        if self.budgets and request.GET.get("export") == "xlsx":
            return self.export()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = {
            "budgets": self.budgets,
            "may_edit": self.may(Permission.BUDGET_EDIT),
        }
        if self.budgets:
            context |= self.tables_context(*self.budgets)
        return super().get_context_data(**context | kwargs)

    def tables_context(self, adopted, *variants):
        return {
            "budget": adopted,
            "cost_lines": charts.cost_lines(adopted.table),
            "budget_chart": charts.budget_chart(charts.cost_lines(adopted.table)),
            "comparisons": [
                (variant, tables.comparison_tables(adopted.table, variant.table))
                for variant in variants
            ],
            "starting_points": tables.starting_points_beside(self.budgets),
            # The items are about the plan, so they do not follow a budget that was changed since.
            "plan": action_plan.AS_ADOPTED,
            "plan_text": action_plan.AS_IN_TEXT,
            "plan_difference": action_plan.DIFFERENCE,
            "plan_esf_base_share": action_plan.ESF_BASE_SHARE,
        }

    def export(self):
        moment = timezone.localtime()
        about = [
            f"Begroting {self.pilot}, {moment:%d-%m-%Y %H:%M}",
            "De bedragen zijn in euro en niet afgerond. Op het scherm zijn zij afgerond op hele "
            "euro's, een halve euro naar boven.",
        ]
        content, content_type = as_xlsx(about, tables.sheet(self.budgets))
        name = f"begroting-{self.pilot.slug}-{moment:%Y-%m-%d}.xlsx"
        return HttpResponse(
            content,
            content_type=content_type,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class BudgetStart(PilotAccessMixin, View):
    permission = Permission.BUDGET_EDIT
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        try:
            started = Budget.objects.start_from_action_plan(self.pilot)
        except ValidationError as error:
            messages.error(request, f"Dat lukt niet. {' '.join(error.messages)}")
        else:
            if started:
                messages.success(request, "De begroting en haar variant staan klaar.")
            else:
                messages.info(request, "De begroting stond al klaar; er is niets gewijzigd.")
        return redirect("budgeting:budget", self.pilot.slug)


class BudgetEdit(PilotAccessMixin, UpdateView):
    permission = Permission.BUDGET_EDIT
    form_class = BudgetForm
    template_name = "budgeting/edit.html"
    context_object_name = "budget"

    def trail(self):
        return [("Begroting", self.get_success_url())]

    def get_object(self):
        return get_object_or_404(Budget.objects.of(self.pilot), position=self.kwargs["position"])

    def get_success_url(self):
        return self.url("budgeting:budget")

    def form_valid(self, form):
        messages.success(
            self.request, f"Opgeslagen: {form.instance}. De bedragen zijn opnieuw berekend."
        )
        return super().form_valid(form)
