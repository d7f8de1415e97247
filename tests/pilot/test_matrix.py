"""Every view x every role: who gets in, who is refused, for whom the page does not exist.

The table below is written by hand, apart from the permissions in the code, so that one wrong edit
cannot make both agree. A route that is not in it fails the test.
"""

from io import BytesIO

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from participants.models import Reading
from pilot.checks import every_page_declares_who_may, routed_views
from pilot.lists import XLSX
from pilot.roles import Role
from tests.factories import ParticipantFactory
from tests.pilot.conftest import CANARY

CALLERS = [
    "anonymous",
    "stranger",
    "consultant",
    "other_consultant",
    "recruiter",
    "project_leader",
    "management",
    "administrator",
]

# One letter for each caller, in the order above:
# Ito the login page, 4 not found, 3 refused, y allowed (200, or a redirect onwards).
EXPECTED = {
    "home": "Iyyyyyyy",
    "login": "yyyyyyyy",
    "logout": "Iyyyyyyy",
    "password-change": "Iyyyyyyy",
    "preferences": "Iyyyyyyy",
    "help": "yyyyyyyy",
    "help-page": "yyyyyyyy",
    "hint-close": "Iyyyyyyy",
    "view-save": "I4444444",
    "style-guide": "I333333y",
    "demo-login": "44444444",
    "health": "yyyyyyyy",
    "health-part": "yyyyyyyy",
    "user-list": "I333333y",
    "user-create": "I333333y",
    "user-edit": "I333333y",
    "pilot-list": "I333333y",
    "pilot-create": "I333333y",
    "pilot-edit": "I333333y",
    "pilot-home": "I4yyyyyy",
    "organisation-list": "I4333y33",
    "organisation-create": "I4333y33",
    "organisation-edit": "I4333y33",
    "team": "I4333y33",
    "team-edit": "I4333y33",
    "participants:today": "I4yy3333",
    "participants:limits": "I4333y33",
    "participants:calendar": "I4yy3333",
    "participants:calendar-feed": "44444444",
    "participants:appointment": "I4y4yy33",
    "participants:search": "I4yyyy33",
    "participants:step-start": "I4yyyy33",
    "participants:group-step": "I4yyyy33",
    "participants:list": "I4yyyy33",
    "participants:completeness": "I4yy3y33",
    "participants:detail": "I4y4yy33",
    "participants:history": "I4y43y33",
    "participants:readings": "I4333y33",
    "participants:step-create": "I4y4yy33",
    "participants:step-draft": "I4y4yy33",
    "participants:step-draft-discard": "I4y4yy33",
    "participants:step-correct": "I4y44y33",
    "participants:step-withdraw": "I4y44y33",
    "participants:appointment-create": "I4y4yy33",
    "participants:appointment-edit": "I4y4yy33",
    "participants:appointment-delete": "I4y4yy33",
    "participants:transition-create": "I4y43y33",
    "participants:diagnosis-create": "I4y43y33",
    "participants:outcome-create": "I4y43y33",
    "participants:plan-agree": "I4y43y33",
    "participants:goal-create": "I4y43y33",
    "participants:goal-edit": "I4y43y33",
    "participants:goal-close": "I4y43y33",
    "participants:goal-reopen": "I4y43y33",
    "participants:action-create": "I4y43y33",
    "participants:action-edit": "I4y43y33",
    "participants:action-cancel": "I4y43y33",
    "participants:action-done": "I4y4yy33",
    "participants:action-reopen": "I4y4yy33",
    "participants:instrument-create": "I4y43y33",
    "participants:instrument-edit": "I4y43y33",
    "participants:instrument-end": "I4y43y33",
    "participants:participant-edit": "I4y43y33",
    "participants:outcome-detail": "I4y43y33",
    "participants:outcome-correct": "I4y43y33",
    "participants:outcome-withdraw": "I4y43y33",
    "participants:outcome-closing": "I4y43y33",
    "participants:evidence-create": "I4y43y33",
    "participants:evidence-download": "I4y43y33",
    "participants:evidence-remove": "I4y43y33",
    "participants:own-document-create": "I4y4yy33",
    "participants:own-document-download": "I4y4yy33",
    "participants:own-document-remove": "I4y44y33",
    "participants:follow-up-create": "I4y43y33",
    "participants:follow-up-edit": "I4y43y33",
    "participants:placement-create": "I4y4yy33",
    "participants:placement-edit": "I4y4yy33",
    "participants:placement-end": "I4y4yy33",
    "participants:placement-withdraw": "I4y4yy33",
    "participants:study-create": "I4y43y33",
    "participants:study-edit": "I4y43y33",
    "participants:study-end": "I4y43y33",
    "participants:study-withdraw": "I4y43y33",
    "participants:business-create": "I4y43y33",
    "participants:business-edit": "I4y43y33",
    "participants:business-end": "I4y43y33",
    "participants:business-withdraw": "I4y43y33",
    "participants:diagnosis": "I4y43y33",
    "participants:diagnosis-part": "I4y43y33",
    "participants:diagnosis-row-create": "I4y43y33",
    "participants:diagnosis-row-edit": "I4y43y33",
    "participants:diagnosis-row-delete": "I4y43y33",
    "participants:integration-edit": "I4y43y33",
    "participants:occupation-list": "I4333y33",
    "participants:occupation-create": "I4333y33",
    "participants:occupation-edit": "I4333y33",
    "participants:integration-law": "I4333y33",
    "participants:referral-create": "I4y43y33",
    "participants:referral-edit": "I4y43y33",
    "participants:referral-end": "I4y43y33",
    "participants:matches": "I4y4yy33",
    "participants:proposal-create": "I433yy33",
    "participants:proposal-answer": "I433yy33",
    "participants:answer-edit": "I433yy33",
    "participants:answer-remove": "I433yy33",
    "participants:mediation-today": "I433y333",
    "participants:proposal-list": "I4yyyy33",
    "participants:employer-list": "I433yy33",
    "participants:employer-create": "I433yy33",
    "participants:employer-detail": "I433yy33",
    "participants:employer-edit": "I433yy33",
    "participants:contact-create": "I433yy33",
    "participants:contact-edit": "I433yy33",
    "participants:contact-remove": "I433yy33",
    "participants:vacancy-create": "I433yy33",
    "participants:employer-history": "I433yy33",
    "participants:vacancy-history": "I433yy33",
    "participants:vacancy-list": "I4yyyy33",
    "participants:vacancy-detail": "I4yyyy33",
    "participants:vacancy-edit": "I433yy33",
    "participants:candidate-list": "I4333y33",
    "participants:assign": "I4333y33",
    "participants:draw-refused": "I4333y33",
    "participants:draw-comparison": "I4333y33",
    "participants:draw-list": "I4333y33",
    "participants:draw-create": "I4333y33",
    "participants:draw-detail": "I4333y33",
    "participants:draw-people": "I4333y33",
    "participants:draw-exchange": "I4333y33",
    "participants:draw-add": "I4333y33",
    "participants:draw-repeat": "I4333y33",
    "participants:draw-carry-out": "I4333y33",
    "participants:draw-discard": "I4333y33",
    "participants:transfer": "I4333y33",
    "participants:caseload": "I4333y33",
    "participants:caseload-spread": "I4333y33",
    "participants:waiting-list": "I4yy3y33",
    "participants:stand-in-list": "I4333y33",
    "participants:stand-in-create": "I4333y33",
    "participants:stand-in-end": "I4333y33",
    "participants:import-list": "I4333y33",
    "participants:import-create": "I4333y33",
    "participants:import-detail": "I4333y33",
    "participants:import-columns": "I4333y33",
    "participants:import-duplicates": "I4333y33",
    "participants:import-confirm": "I4333y33",
    "participants:import-refused": "I4333y33",
    "participants:import-discard": "I4333y33",
    "budgeting:budget": "I4333yy3",
    "budgeting:start": "I4333y33",
    "budgeting:edit": "I4333y33",
    "reports:dashboard": "I4333y33",
    "reports:person-documents": "I4y4yy33",
    "reports:person-document": "I4y4yy33",
    "reports:evaluation-list": "I4333yy3",
    "reports:evaluation-create": "I4333y33",
    "reports:evaluation-edit": "I4333y33",
    "reports:evaluation-render": "I4333y33",
    "reports:evaluation-status": "I4333y33",
    "reports:evaluation-preview": "I4333y33",
    "reports:evaluation-finalise": "I4333y33",
    "reports:evaluation-download": "I4333yy3",
}

POSTED = {
    "logout",
    "demo-login",
    "hint-close",
    "view-save",
    "participants:goal-reopen",
    "participants:action-done",
    "participants:action-reopen",
    "participants:import-confirm",
    "participants:import-discard",
    "participants:step-draft",
    "participants:step-draft-discard",
    "budgeting:start",
    "reports:evaluation-render",
}
# What a route needs before it does anything.
SENT = {"participants:step-draft": {"uuid": "6a3cbe62-7a1f-4d8b-9d26-2b1d6a4f8f10"}}
# The draft is of one quarter, the finalised evaluation of another.
FINALISED = {"reports:evaluation-download"}


def verdict(response) -> str:
    if response.status_code == 302 and response["Location"].startswith("/inloggen/?next="):
        return "I"
    if response.status_code in (200, 302):
        return "y"
    return {404: "4", 403: "3"}.get(response.status_code, f"({response.status_code})")


def address_for(route, world) -> str:
    pattern = PATTERNS[route]
    known = world["kwargs"] | world["own"].get(route, {})
    kwargs = {name: known[name] for name in pattern.pattern.regex.groupindex}
    if ":" in route:
        kwargs["pilot"] = world["kwargs"]["pilot"]
    if route in FINALISED:
        kwargs["quarter"] = "2016-3"
    return reverse(route, kwargs=kwargs)


def ask(route, world, caller, data=None):
    """The answer that a caller gets from a route, with whatever it changed undone.

    `traces` of the answer: what the read log holds of it.
    """
    client = Client()
    if caller in world["users"]:
        client.force_login(world["users"][caller])
    url = address_for(route, world)
    if caller in world["users"]:
        # What they looked for last.
        session = client.session
        session["search"] = "7"
        session.save()
    with transaction.atomic():
        response = (
            client.post(url, data or SENT.get(route)) if route in POSTED else client.get(url, data)
        )
        response.traces = list(Reading.objects.values_list("user__username", "page", "action"))
        transaction.set_rollback(True)
    return response


PATTERNS = dict(routed_views())


def test_the_table_knows_every_route():
    assert sorted(EXPECTED) == sorted(PATTERNS)


@pytest.mark.parametrize("route", sorted(PATTERNS))
def test_route_answers_each_caller_as_the_table_says(route, world):
    answers = {caller: ask(route, world, caller) for caller in CALLERS}

    assert "".join(verdict(answer) for answer in answers.values()) == EXPECTED[route]
    del answers["anonymous"]
    for caller, response in answers.items():
        if route not in ("logout", "demo-login"):
            check_headers(response)
        check_trace(response, route, caller, world["users"][caller].username)


def check_headers(response):
    """What somebody sees who is logged in is never stored, and carries the policy."""
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def check_trace(response, route, caller, username):
    """An answer with a person in it has left a trace of who saw it, and only such an answer."""
    seen = CANARY in readable(response)
    traces = {(user, page) for user, page, _ in response.traces}
    assert traces == ({(username, route)} if seen else set()), caller
    assert not (seen and caller in ("stranger", "management", "administrator"))
    if caller == "project_leader":
        # Otherwise the test could be content because nobody saw anything.
        assert seen == (route in SHOW_PERSONS)


SHOW_PERSONS = {
    "participants:completeness",
    "reports:person-documents",
    "reports:person-document",
    "participants:search",
    "participants:step-start",
    "participants:group-step",
    "participants:list",
    "participants:detail",
    "participants:history",
    "participants:readings",
    "participants:step-create",
    "participants:step-correct",
    "participants:step-withdraw",
    "participants:appointment-create",
    "participants:appointment-edit",
    "participants:appointment-delete",
    "participants:transition-create",
    "participants:diagnosis-create",
    "participants:outcome-create",
    "participants:plan-agree",
    "participants:goal-create",
    "participants:goal-edit",
    "participants:goal-close",
    "participants:action-create",
    "participants:action-edit",
    "participants:action-cancel",
    "participants:instrument-create",
    "participants:instrument-edit",
    "participants:instrument-end",
    "participants:participant-edit",
    "participants:placement-create",
    "participants:placement-edit",
    "participants:placement-end",
    "participants:placement-withdraw",
    "participants:study-create",
    "participants:study-edit",
    "participants:study-end",
    "participants:study-withdraw",
    "participants:business-create",
    "participants:business-edit",
    "participants:business-end",
    "participants:business-withdraw",
    "participants:outcome-detail",
    "participants:outcome-correct",
    "participants:outcome-withdraw",
    "participants:outcome-closing",
    "participants:evidence-create",
    "participants:evidence-download",
    "participants:evidence-remove",
    "participants:own-document-create",
    "participants:own-document-download",
    "participants:own-document-remove",
    "participants:follow-up-create",
    "participants:follow-up-edit",
    "participants:diagnosis",
    "participants:diagnosis-part",
    "participants:diagnosis-row-create",
    "participants:diagnosis-row-edit",
    "participants:diagnosis-row-delete",
    "participants:integration-edit",
    "participants:referral-create",
    "participants:referral-edit",
    "participants:referral-end",
    "participants:matches",
    "participants:proposal-create",
    "participants:proposal-answer",
    "participants:proposal-list",
    "participants:answer-edit",
    "participants:answer-remove",
    "participants:employer-detail",
    "participants:vacancy-detail",
    "participants:candidate-list",
    "participants:assign",
    "participants:draw-refused",
    "participants:draw-people",
    "participants:draw-exchange",
    "participants:draw-add",
    "participants:transfer",
    "participants:waiting-list",
    "participants:import-detail",
    "participants:import-columns",
    "participants:import-duplicates",
    "participants:import-refused",
}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_download_of_a_list_leaves_a_trace(kind, world):
    leader = world["users"]["project_leader"].username
    lists = ["list", "candidate-list", "assign", "waiting-list", "import-detail"]
    for route in [*lists, "import-duplicates", "proposal-list", "completeness"]:
        response = ask(f"participants:{route}", world, "project_leader", {"export": kind})

        assert CANARY in readable(response)
        # Of a double row both persons leave one.
        assert set(response.traces) == {(leader, f"participants:{route}", "exported")}


def readable(response) -> str:
    """All the text of an answer, that of a spreadsheet included."""
    if response.headers.get("Content-Type") == XLSX:
        book = load_workbook(BytesIO(response.content))
        return str([list(sheet.values) for sheet in book])
    return response.content.decode(errors="replace")


def test_every_route_declares_its_permission():
    assert every_page_declares_who_may(None) == []


def test_the_check_finds_a_route_without_permission(settings):
    settings.ROOT_URLCONF = "tests.pilot.forgotten_urls"

    errors = every_page_declares_who_may(None)

    assert [error.msg for error in errors] == ["The route forgotten does not declare a permission."]


def test_view_without_permission_is_closed_for_everybody(settings, world):
    settings.ROOT_URLCONF = "tests.pilot.forgotten_urls"
    client = Client()
    client.force_login(world["users"]["project_leader"])

    response = client.get(f"/{world['kwargs']['pilot']}/vergeten/")

    assert response.status_code == 403


def test_participant_of_another_pilot_does_not_exist(client, login):
    consultant = login(Role.PROJECT_LEADER)
    other = ParticipantFactory(consultant=consultant, number=7)

    response = client.get(other.get_absolute_url())

    assert response.status_code == 404


def test_withdrawn_role_closes_the_next_request(client, login, pilot):
    user = login(Role.PROJECT_LEADER)
    url = reverse("participants:list", args=[pilot.slug])
    assert client.get(url).status_code == 200

    user.memberships.all().delete()

    assert client.get(url).status_code == 404
