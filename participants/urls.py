from django.urls import path

from participants import (
    caseload_views,
    group_views,
    import_views,
    list_views,
    stand_in_views,
    today_views,
    trace_views,
    views,
    waiting_views,
)

app_name = "participants"

urlpatterns = [
    path("vandaag/", today_views.Today.as_view(), name="today"),
    path("zoeken/", today_views.Search.as_view(), name="search"),
    path("stap/", today_views.StepStart.as_view(), name="step-start"),
    path("stap/groep/", group_views.GroupStepCreate.as_view(), name="group-step"),
    path("deelnemers/", list_views.ParticipantList.as_view(), name="list"),
    path("deelnemers/<int:number>/", views.ParticipantDetail.as_view(), name="detail"),
    path(
        "deelnemers/<int:number>/geschiedenis/",
        trace_views.ParticipantHistory.as_view(),
        name="history",
    ),
    path(
        "deelnemers/<int:number>/inzage/",
        trace_views.ParticipantReadings.as_view(),
        name="readings",
    ),
    path("deelnemers/<int:number>/stap/", views.StepCreate.as_view(), name="step-create"),
    path(
        "deelnemers/<int:number>/afspraak/<uuid:uuid>/",
        views.AppointmentEdit.as_view(),
        name="appointment-edit",
    ),
    path(
        "deelnemers/<int:number>/afspraak/<uuid:uuid>/verwijderen/",
        views.AppointmentDelete.as_view(),
        name="appointment-delete",
    ),
    path(
        "deelnemers/<int:number>/fase/", views.TransitionCreate.as_view(), name="transition-create"
    ),
    path(
        "deelnemers/<int:number>/diagnose/",
        views.DiagnosisCreate.as_view(),
        name="diagnosis-create",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/", views.OutcomeCreate.as_view(), name="outcome-create"
    ),
    path("kandidaten/", list_views.CandidateList.as_view(), name="candidate-list"),
    path("toewijzen/", list_views.ParticipantAssign.as_view(), name="assign"),
    path(
        "deelnemers/<int:number>/overdragen/",
        caseload_views.Transfer.as_view(),
        name="transfer",
    ),
    path("caseload/", caseload_views.CaseloadList.as_view(), name="caseload"),
    path("caseload/verdelen/", caseload_views.CaseloadSpread.as_view(), name="caseload-spread"),
    path("caseload/wachtlijst/", waiting_views.WaitingList.as_view(), name="waiting-list"),
    path("caseload/waarneming/", stand_in_views.StandInList.as_view(), name="stand-in-list"),
    path(
        "caseload/waarneming/nieuw/", stand_in_views.StandInCreate.as_view(), name="stand-in-create"
    ),
    path(
        "caseload/waarneming/<uuid:uuid>/beeindigen/",
        stand_in_views.StandInEnd.as_view(),
        name="stand-in-end",
    ),
    path("import/", import_views.ImportList.as_view(), name="import-list"),
    path("import/nieuw/", import_views.ImportCreate.as_view(), name="import-create"),
    path("import/<uuid:uuid>/", import_views.ImportDetail.as_view(), name="import-detail"),
    path(
        "import/<uuid:uuid>/bevestigen/",
        import_views.ImportConfirm.as_view(),
        name="import-confirm",
    ),
    path(
        "import/<uuid:uuid>/geweigerd/", import_views.ImportRefused.as_view(), name="import-refused"
    ),
    path(
        "import/<uuid:uuid>/weggooien/", import_views.ImportDiscard.as_view(), name="import-discard"
    ),
]
