from django.urls import include, path

from pilot import help_views, set_up_views, style_guide, team_views, views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("inloggen/", views.Login.as_view(), name="login"),
    path("uitloggen/", views.Logout.as_view(), name="logout"),
    path("wachtwoord/", views.PasswordChange.as_view(), name="password-change"),
    path("voorkeuren/", help_views.Preferences.as_view(), name="preferences"),
    path("help/", help_views.Help.as_view(), name="help"),
    path("help/<slug:slug>/", help_views.HelpPage.as_view(), name="help-page"),
    path("uitleg/<slug:key>/sluiten/", help_views.HintClose.as_view(), name="hint-close"),
    path("weergave/", help_views.ViewSave.as_view(), name="view-save"),
    path("stijlgids/", style_guide.StyleGuide.as_view(), name="style-guide"),
    path("health/", views.Health.as_view(), name="health"),
    path("health/<slug:part>/", views.Health.as_view(), name="health-part"),
    path("demo/<str:username>/", views.DemoLogin.as_view(), name="demo-login"),
    path("beheer/gebruikers/", views.UserList.as_view(), name="user-list"),
    path("beheer/gebruiker-toevoegen/", views.UserCreate.as_view(), name="user-create"),
    path("beheer/gebruikers/<str:username>/", views.UserEdit.as_view(), name="user-edit"),
    path("beheer/pilots/", views.PilotList.as_view(), name="pilot-list"),
    path("beheer/pilot-toevoegen/", views.PilotCreate.as_view(), name="pilot-create"),
    path("beheer/pilots/<slug:slug>/", views.PilotEdit.as_view(), name="pilot-edit"),
    path("<slug:pilot>/", views.PilotHome.as_view(), name="pilot-home"),
    path(
        "<slug:pilot>/inrichting/",
        set_up_views.OrganisationList.as_view(),
        name="organisation-list",
    ),
    path(
        "<slug:pilot>/inrichting/partners/nieuw/",
        set_up_views.OrganisationCreate.as_view(),
        name="organisation-create",
    ),
    path(
        "<slug:pilot>/inrichting/partners/<uuid:uuid>/",
        set_up_views.OrganisationEdit.as_view(),
        name="organisation-edit",
    ),
    path("<slug:pilot>/inrichting/team/", team_views.TeamList.as_view(), name="team"),
    path(
        "<slug:pilot>/inrichting/team/<str:username>/",
        team_views.TeamEdit.as_view(),
        name="team-edit",
    ),
    path("<slug:pilot>/", include("participants.urls")),
    path("<slug:pilot>/begroting/", include("budgeting.urls")),
    path("<slug:pilot>/", include("reports.urls")),
]

handler400 = views.bad_request
handler403 = views.no_access
handler404 = views.not_found
handler500 = views.server_error
