from django.urls import path

from budgeting import views

app_name = "budgeting"

urlpatterns = [
    path("", views.BudgetDetail.as_view(), name="budget"),
    path("klaarzetten/", views.BudgetStart.as_view(), name="start"),
    path("<int:position>/wijzigen/", views.BudgetEdit.as_view(), name="edit"),
]
