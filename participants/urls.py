from django.urls import path

from participants import (
    engagement_views,
    group_views,
    import_views,
    list_views,
    outcome_views,
    today_views,
    trace_views,
    views,
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
        "deelnemers/<int:number>/plaatsing/",
        engagement_views.PlacementCreate.as_view(),
        name="placement-create",
    ),
    path(
        "deelnemers/<int:number>/plaatsing/<uuid:uuid>/",
        engagement_views.PlacementEdit.as_view(),
        name="placement-edit",
    ),
    path(
        "deelnemers/<int:number>/plaatsing/<uuid:uuid>/beeindigen/",
        engagement_views.PlacementEnd.as_view(),
        name="placement-end",
    ),
    path(
        "deelnemers/<int:number>/studie/",
        engagement_views.StudyCreate.as_view(),
        name="study-create",
    ),
    path(
        "deelnemers/<int:number>/studie/<uuid:uuid>/",
        engagement_views.StudyEdit.as_view(),
        name="study-edit",
    ),
    path(
        "deelnemers/<int:number>/studie/<uuid:uuid>/beeindigen/",
        engagement_views.StudyEnd.as_view(),
        name="study-end",
    ),
    path(
        "deelnemers/<int:number>/onderneming/",
        engagement_views.BusinessCreate.as_view(),
        name="business-create",
    ),
    path(
        "deelnemers/<int:number>/onderneming/<uuid:uuid>/",
        engagement_views.BusinessEdit.as_view(),
        name="business-edit",
    ),
    path(
        "deelnemers/<int:number>/onderneming/<uuid:uuid>/beeindigen/",
        engagement_views.BusinessEnd.as_view(),
        name="business-end",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/",
        outcome_views.OutcomeCreate.as_view(),
        name="outcome-create",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/",
        outcome_views.OutcomeDetail.as_view(),
        name="outcome-detail",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/bewijs/",
        outcome_views.EvidenceCreate.as_view(),
        name="evidence-create",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/nazorg/",
        outcome_views.FollowUpCreate.as_view(),
        name="follow-up-create",
    ),
    path(
        "deelnemers/<int:number>/bewijs/<uuid:uuid>/",
        outcome_views.EvidenceDownload.as_view(),
        name="evidence-download",
    ),
    path(
        "deelnemers/<int:number>/bewijs/<uuid:uuid>/weghalen/",
        outcome_views.EvidenceRemove.as_view(),
        name="evidence-remove",
    ),
    path("kandidaten/", list_views.CandidateList.as_view(), name="candidate-list"),
    path("toewijzen/", list_views.ParticipantAssign.as_view(), name="assign"),
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
