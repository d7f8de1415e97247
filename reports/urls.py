from django.urls import path

from reports import dashboard_views, evaluation_views, person_views

app_name = "reports"

urlpatterns = [
    path("dashboard/", dashboard_views.Dashboard.as_view(), name="dashboard"),
    path(
        "deelnemers/<int:number>/documenten/",
        person_views.PersonDocuments.as_view(),
        name="person-documents",
    ),
    path(
        "deelnemers/<int:number>/documenten/<uuid:uuid>.pdf",
        person_views.PersonDocument.as_view(),
        name="person-document",
    ),
    path("evaluaties/", evaluation_views.EvaluationList.as_view(), name="evaluation-list"),
    path(
        "evaluaties/nieuw/", evaluation_views.EvaluationCreate.as_view(), name="evaluation-create"
    ),
    path(
        "evaluaties/<slug:quarter>/",
        evaluation_views.EvaluationEdit.as_view(),
        name="evaluation-edit",
    ),
    path(
        "evaluaties/<slug:quarter>/pdf-maken/",
        evaluation_views.EvaluationRender.as_view(),
        name="evaluation-render",
    ),
    path(
        "evaluaties/<slug:quarter>/status/",
        evaluation_views.EvaluationStatus.as_view(),
        name="evaluation-status",
    ),
    path(
        "evaluaties/<slug:quarter>/concept.pdf",
        evaluation_views.EvaluationPreview.as_view(),
        name="evaluation-preview",
    ),
    path(
        "evaluaties/<slug:quarter>/vaststellen/",
        evaluation_views.EvaluationFinalise.as_view(),
        name="evaluation-finalise",
    ),
    path(
        "evaluaties/<slug:quarter>/evaluatie.pdf",
        evaluation_views.EvaluationDownload.as_view(),
        name="evaluation-download",
    ),
]
