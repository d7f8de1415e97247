from django.urls import path

from participants import (
    employer_views,
    group_views,
    import_views,
    list_views,
    mediation_views,
    proposal_views,
    referral_views,
    today_views,
    trace_views,
    vacancy_views,
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
        "deelnemers/<int:number>/uitstroom/", views.OutcomeCreate.as_view(), name="outcome-create"
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
    path(
        "deelnemers/<int:number>/verwijzing/",
        referral_views.ReferralCreate.as_view(),
        name="referral-create",
    ),
    path(
        "deelnemers/<int:number>/verwijzing/wijzigen/",
        referral_views.ReferralEdit.as_view(),
        name="referral-edit",
    ),
    path(
        "deelnemers/<int:number>/verwijzing/beeindigen/",
        referral_views.ReferralEnd.as_view(),
        name="referral-end",
    ),
    path("deelnemers/<int:number>/vacatures/", vacancy_views.Matches.as_view(), name="matches"),
    path(
        "deelnemers/<int:number>/vacatures/<uuid:uuid>/voorstellen/",
        proposal_views.ProposalCreate.as_view(),
        name="proposal-create",
    ),
    path(
        "deelnemers/<int:number>/voorstellen/<uuid:uuid>/",
        proposal_views.ProposalAnswerCreate.as_view(),
        name="proposal-answer",
    ),
    path("bemiddeling/vandaag/", mediation_views.MediationToday.as_view(), name="mediation-today"),
    path("voorstellen/", proposal_views.ProposalList.as_view(), name="proposal-list"),
    path("werkgevers/", employer_views.EmployerList.as_view(), name="employer-list"),
    path("werkgevers/nieuw/", employer_views.EmployerCreate.as_view(), name="employer-create"),
    path(
        "werkgevers/<uuid:uuid>/", employer_views.EmployerDetail.as_view(), name="employer-detail"
    ),
    path(
        "werkgevers/<uuid:uuid>/wijzigen/",
        employer_views.EmployerEdit.as_view(),
        name="employer-edit",
    ),
    path(
        "werkgevers/<uuid:uuid>/contact/",
        employer_views.ContactCreate.as_view(),
        name="contact-create",
    ),
    path(
        "werkgevers/<uuid:uuid>/vacature/",
        vacancy_views.VacancyCreate.as_view(),
        name="vacancy-create",
    ),
    path("vacatures/", vacancy_views.VacancyList.as_view(), name="vacancy-list"),
    path("vacatures/<uuid:uuid>/", vacancy_views.VacancyDetail.as_view(), name="vacancy-detail"),
    path(
        "vacatures/<uuid:uuid>/wijzigen/", vacancy_views.VacancyEdit.as_view(), name="vacancy-edit"
    ),
]
