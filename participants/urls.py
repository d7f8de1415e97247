from django.urls import path

from participants import (
    calendar_views,
    caseload_views,
    completeness_views,
    correction_views,
    diagnosis_views,
    draw_views,
    employer_views,
    engagement_views,
    group_views,
    import_choice_views,
    import_views,
    instrument_views,
    limit_views,
    list_views,
    mediation_history_views,
    mediation_views,
    occupation_views,
    outcome_correction_views,
    outcome_views,
    own_document_views,
    plan_views,
    proposal_views,
    referral_views,
    stand_in_views,
    step_views,
    today_views,
    trace_views,
    vacancy_views,
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
    path(
        "deelnemers/wat-ontbreekt/",
        completeness_views.CompletenessList.as_view(),
        name="completeness",
    ),
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
    path("deelnemers/<int:number>/stap/", step_views.StepCreate.as_view(), name="step-create"),
    path(
        "deelnemers/<int:number>/stap/concept/",
        step_views.StepDraftKeep.as_view(),
        name="step-draft",
    ),
    path(
        "deelnemers/<int:number>/stap/concept/weggooien/",
        step_views.StepDraftDiscard.as_view(),
        name="step-draft-discard",
    ),
    path(
        "deelnemers/<int:number>/stap/<uuid:uuid>/",
        step_views.StepCorrect.as_view(),
        name="step-correct",
    ),
    path(
        "deelnemers/<int:number>/stap/<uuid:uuid>/intrekken/",
        step_views.StepWithdraw.as_view(),
        name="step-withdraw",
    ),
    path(
        "deelnemers/<int:number>/afspraak/<uuid:uuid>/",
        step_views.AppointmentEdit.as_view(),
        name="appointment-edit",
    ),
    path(
        "deelnemers/<int:number>/afspraak/<uuid:uuid>/verwijderen/",
        step_views.AppointmentDelete.as_view(),
        name="appointment-delete",
    ),
    path(
        "deelnemers/<int:number>/fase/", views.TransitionCreate.as_view(), name="transition-create"
    ),
    path(
        "deelnemers/<int:number>/diagnose/",
        diagnosis_views.Diagnosis.as_view(),
        name="diagnosis",
    ),
    path(
        "deelnemers/<int:number>/diagnose/conclusie/",
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
        "deelnemers/<int:number>/plaatsing/<uuid:uuid>/intrekken/",
        engagement_views.PlacementWithdraw.as_view(),
        name="placement-withdraw",
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
        "deelnemers/<int:number>/studie/<uuid:uuid>/intrekken/",
        engagement_views.StudyWithdraw.as_view(),
        name="study-withdraw",
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
        "deelnemers/<int:number>/onderneming/<uuid:uuid>/intrekken/",
        engagement_views.BusinessWithdraw.as_view(),
        name="business-withdraw",
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
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/corrigeren/",
        outcome_correction_views.OutcomeCorrect.as_view(),
        name="outcome-correct",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/intrekken/",
        outcome_correction_views.OutcomeWithdraw.as_view(),
        name="outcome-withdraw",
    ),
    path(
        "deelnemers/<int:number>/uitstroom/<uuid:uuid>/afsluiting/",
        outcome_correction_views.OutcomeClosing.as_view(),
        name="outcome-closing",
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
        "deelnemers/<int:number>/nazorg/<uuid:uuid>/",
        outcome_correction_views.FollowUpEdit.as_view(),
        name="follow-up-edit",
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
    path(
        "deelnemers/<int:number>/eigen-document/",
        own_document_views.OwnDocumentCreate.as_view(),
        name="own-document-create",
    ),
    path(
        "deelnemers/<int:number>/eigen-document/<uuid:uuid>/",
        own_document_views.OwnDocumentDownload.as_view(),
        name="own-document-download",
    ),
    path(
        "deelnemers/<int:number>/eigen-document/<uuid:uuid>/weghalen/",
        own_document_views.OwnDocumentRemove.as_view(),
        name="own-document-remove",
    ),
    path("inrichting/signalen/", limit_views.Limits.as_view(), name="limits"),
    path(
        "agenda/afspraak/<uuid:uuid>/",
        calendar_views.Appointment.as_view(),
        name="appointment",
    ),
    path("agenda/", calendar_views.CalendarLink.as_view(), name="calendar"),
    path("agenda/<str:token>.ics", calendar_views.CalendarFeed.as_view(), name="calendar-feed"),
    path("deelnemers/<int:number>/plan/", plan_views.PlanAgree.as_view(), name="plan-agree"),
    path("deelnemers/<int:number>/doel/", plan_views.GoalCreate.as_view(), name="goal-create"),
    path(
        "deelnemers/<int:number>/doel/<uuid:uuid>/", plan_views.GoalEdit.as_view(), name="goal-edit"
    ),
    path(
        "deelnemers/<int:number>/doel/<uuid:uuid>/afronden/",
        plan_views.GoalClose.as_view(),
        name="goal-close",
    ),
    path(
        "deelnemers/<int:number>/doel/<uuid:uuid>/heropenen/",
        plan_views.GoalReopen.as_view(),
        name="goal-reopen",
    ),
    path("deelnemers/<int:number>/actie/", plan_views.ActionCreate.as_view(), name="action-create"),
    path(
        "deelnemers/<int:number>/actie/<uuid:uuid>/",
        plan_views.ActionEdit.as_view(),
        name="action-edit",
    ),
    path(
        "deelnemers/<int:number>/actie/<uuid:uuid>/gedaan/",
        plan_views.ActionDone.as_view(),
        name="action-done",
    ),
    path(
        "deelnemers/<int:number>/actie/<uuid:uuid>/vervallen/",
        plan_views.ActionCancel.as_view(),
        name="action-cancel",
    ),
    path(
        "deelnemers/<int:number>/actie/<uuid:uuid>/heropenen/",
        plan_views.ActionReopen.as_view(),
        name="action-reopen",
    ),
    path(
        "deelnemers/<int:number>/instrument/",
        instrument_views.InstrumentCreate.as_view(),
        name="instrument-create",
    ),
    path(
        "deelnemers/<int:number>/instrument/<uuid:uuid>/",
        instrument_views.InstrumentEdit.as_view(),
        name="instrument-edit",
    ),
    path(
        "deelnemers/<int:number>/instrument/<uuid:uuid>/einde/",
        instrument_views.InstrumentEnd.as_view(),
        name="instrument-end",
    ),
    path(
        "deelnemers/<int:number>/gegevens/",
        correction_views.ParticipantEdit.as_view(),
        name="participant-edit",
    ),
    path(
        "deelnemers/<int:number>/diagnose/<slug:part>/",
        diagnosis_views.DiagnosisPart.as_view(),
        name="diagnosis-part",
    ),
    path(
        "deelnemers/<int:number>/diagnose/<slug:part>/nieuw/",
        diagnosis_views.DiagnosisRowCreate.as_view(),
        name="diagnosis-row-create",
    ),
    path(
        "deelnemers/<int:number>/diagnose/<slug:part>/<uuid:uuid>/",
        diagnosis_views.DiagnosisRowEdit.as_view(),
        name="diagnosis-row-edit",
    ),
    path(
        "deelnemers/<int:number>/diagnose/<slug:part>/<uuid:uuid>/verwijderen/",
        diagnosis_views.DiagnosisRowDelete.as_view(),
        name="diagnosis-row-delete",
    ),
    path(
        "deelnemers/<int:number>/inburgering/",
        diagnosis_views.IntegrationEdit.as_view(),
        name="integration-edit",
    ),
    path("kandidaten/", list_views.CandidateList.as_view(), name="candidate-list"),
    path("kandidaten/doelgroep/", draw_views.TargetGroup.as_view(), name="draw-refused"),
    path("kandidaten/vergelijking/", draw_views.DrawComparison.as_view(), name="draw-comparison"),
    path("kandidaten/lotingen/", draw_views.DrawList.as_view(), name="draw-list"),
    path("kandidaten/lotingen/nieuw/", draw_views.DrawCreate.as_view(), name="draw-create"),
    path("kandidaten/lotingen/<uuid:uuid>/", draw_views.DrawDetail.as_view(), name="draw-detail"),
    path(
        "kandidaten/lotingen/<uuid:uuid>/personen/",
        draw_views.DrawPeople.as_view(),
        name="draw-people",
    ),
    path(
        "kandidaten/lotingen/<uuid:uuid>/ruilen/<int:number>/",
        draw_views.DrawExchange.as_view(),
        name="draw-exchange",
    ),
    path(
        "kandidaten/lotingen/<uuid:uuid>/toevoegen/", draw_views.DrawAdd.as_view(), name="draw-add"
    ),
    path(
        "kandidaten/lotingen/<uuid:uuid>/nagaan/",
        draw_views.DrawRepeat.as_view(),
        name="draw-repeat",
    ),
    path(
        "kandidaten/lotingen/<uuid:uuid>/uitvoeren/",
        draw_views.DrawCarryOut.as_view(),
        name="draw-carry-out",
    ),
    path(
        "kandidaten/lotingen/<uuid:uuid>/wegleggen/",
        draw_views.DrawDiscard.as_view(),
        name="draw-discard",
    ),
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
    path(
        "inrichting/beroepen/",
        occupation_views.OccupationList.as_view(),
        name="occupation-list",
    ),
    path(
        "inrichting/beroepen/nieuw/",
        occupation_views.OccupationCreate.as_view(),
        name="occupation-create",
    ),
    path(
        "inrichting/beroepen/<uuid:uuid>/",
        occupation_views.OccupationEdit.as_view(),
        name="occupation-edit",
    ),
    path(
        "inrichting/inburgering/",
        occupation_views.IntegrationLaw.as_view(),
        name="integration-law",
    ),
    path("import/", import_views.ImportList.as_view(), name="import-list"),
    path("import/nieuw/", import_views.ImportCreate.as_view(), name="import-create"),
    path("import/<uuid:uuid>/", import_views.ImportDetail.as_view(), name="import-detail"),
    path(
        "import/<uuid:uuid>/kolommen/",
        import_choice_views.ImportColumns.as_view(),
        name="import-columns",
    ),
    path(
        "import/<uuid:uuid>/dubbel/",
        import_choice_views.ImportDuplicates.as_view(),
        name="import-duplicates",
    ),
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
    path(
        "deelnemers/<int:number>/antwoorden/<uuid:uuid>/",
        proposal_views.AnswerEdit.as_view(),
        name="answer-edit",
    ),
    path(
        "deelnemers/<int:number>/antwoorden/<uuid:uuid>/weghalen/",
        proposal_views.AnswerRemove.as_view(),
        name="answer-remove",
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
        "werkgevers/<uuid:uuid>/contact/<uuid:contact>/",
        employer_views.ContactEdit.as_view(),
        name="contact-edit",
    ),
    path(
        "werkgevers/<uuid:uuid>/contact/<uuid:contact>/weghalen/",
        employer_views.ContactRemove.as_view(),
        name="contact-remove",
    ),
    path(
        "werkgevers/<uuid:uuid>/vacature/",
        vacancy_views.VacancyCreate.as_view(),
        name="vacancy-create",
    ),
    path(
        "werkgevers/<uuid:uuid>/geschiedenis/",
        mediation_history_views.EmployerHistory.as_view(),
        name="employer-history",
    ),
    path(
        "vacatures/<uuid:uuid>/geschiedenis/",
        mediation_history_views.VacancyHistory.as_view(),
        name="vacancy-history",
    ),
    path("vacatures/", vacancy_views.VacancyList.as_view(), name="vacancy-list"),
    path("vacatures/<uuid:uuid>/", vacancy_views.VacancyDetail.as_view(), name="vacancy-detail"),
    path(
        "vacatures/<uuid:uuid>/wijzigen/", vacancy_views.VacancyEdit.as_view(), name="vacancy-edit"
    ),
]
