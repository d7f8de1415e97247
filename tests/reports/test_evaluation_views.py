from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pilot.roles import Role
from reports.models import Document, Evaluation
from tests.conftest import enter
from tests.database import meddle
from tests.factories import MembershipFactory, ParticipantFactory, PilotFactory
from tests.reports.conftest import make_all

TEXT = {
    "progress_text": "De eerste deelnemer heeft werk.\r\n\r\nEn een tweede bijna.",
    "issues_text": "Te weinig taalstages.",
    "proposals_text": "Koop meer taalstages in.",
}
OUTDATED = "De tekst is gewijzigd na het maken van de PDF: maak haar opnieuw en bekijk haar eerst."


@pytest.fixture
def url(pilot):
    def of(name, quarter="2016-4"):
        bare = name in ("list", "create")
        args = [pilot.slug] if bare else [pilot.slug, quarter]
        return reverse(f"reports:evaluation-{name}", args=args)

    return of


@pytest.fixture
def as_leader(client, leader, pilot):
    enter(client, leader, pilot)
    return client


@pytest.fixture
def as_management(client, login):
    login(Role.MANAGEMENT)
    return client


def stored():
    return Evaluation.objects.get()


# Beginning


def test_create_begins_the_evaluation_of_a_quarter(as_leader, pilot, url):
    response = as_leader.post(url("create"), {"quarter": "2016-3"})

    assertRedirects(response, url("edit", "2016-3"))
    assert (stored().since, stored().reference_on) == (date(2016, 8, 1), date(2016, 9, 30))


def test_create_of_a_quarter_that_is_not_over_is_refused(as_leader, url):
    response = as_leader.post(url("create"), {"quarter": "2017-1"})

    assertContains(
        response,
        "Het 1e kwartaal 2017 is nog niet voorbij: de peildatum is 31-03-2017. "
        "Begin de evaluatie na die dag.",
    )
    assert Evaluation.objects.count() == 0


@pytest.mark.parametrize("quarter", ["", "2016-2", "2017-2", "2016-5", "x"])
def test_create_of_another_quarter_is_refused(as_leader, url, quarter):
    response = as_leader.post(url("create"), {"quarter": quarter})

    assert response.status_code == 200
    assert Evaluation.objects.count() == 0


def test_create_offers_no_quarter_that_has_an_evaluation(as_leader, evaluation, url):
    response = as_leader.get(url("create"))

    assertContains(response, "3e kwartaal 2016")
    assertNotContains(response, "4e kwartaal 2016")


# Writing


def test_edit_shows_the_text_and_the_figures(as_leader, evaluation, url):
    response = as_leader.get(url("edit"))

    assertContains(response, "De eerste deelnemer heeft werk.")
    assertContains(response, "<dt>Deelnemers</dt><dd>2 van 150</dd>", html=True)
    assertContains(response, "<dt>Uitgestroomd, breed</dt><dd>1 van 30</dd>", html=True)


def test_edit_stores_the_text(as_leader, evaluation, url):
    response = as_leader.post(url("edit"), TEXT | {"version": 1})

    assertRedirects(response, url("edit"))
    assert stored().progress_text == "De eerste deelnemer heeft werk.\n\nEn een tweede bijna."
    assert stored().draft is None


def test_edit_of_an_older_version_is_refused_and_keeps_what_was_typed(
    as_leader, evaluation, pilot, url
):
    colleague = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    evaluation.write(TEXT | {"progress_text": "Van de collega."}, version=1, by=colleague)

    response = as_leader.post(url("edit"), TEXT | {"version": 1})

    assertContains(response, f"{colleague} heeft de tekst intussen gewijzigd")
    assertContains(response, "En een tweede bijna.")
    assertContains(response, "<p>Van de collega.</p>", html=True)
    assert response.context["form"]["version"].value() == 2
    assert stored().progress_text == "Van de collega."


def test_edit_with_too_long_a_text_keeps_it(as_leader, evaluation, url):
    response = as_leader.post(url("edit"), TEXT | {"issues_text": "a" * 100_001, "version": 1})

    assertContains(response, "Deze tekst is te lang: hoogstens 100000 tekens.")
    assertContains(response, "a" * 100_001)


def test_edit_tells_when_the_figures_changed_since_the_pdf(as_leader, drafted, leader, url):
    ParticipantFactory(pilot=drafted.pilot, consultant=leader)

    response = as_leader.get(url("edit"))

    assertContains(response, "Sinds de PDF is er iets vastgelegd dat deze cijfers verandert.")


def test_edit_of_a_finalised_evaluation_is_refused(as_leader, finalised, url):
    response = as_leader.post(url("edit"), TEXT | {"version": 1})

    assertContains(response, "Deze evaluatie is inmiddels vastgesteld en kan niet meer wijzigen.")
    assertNotContains(response, "<textarea")
    assert stored().progress_text == "De eerste deelnemer heeft werk."


# Making the PDF


def test_render_stores_the_text_and_asks_for_the_pdf(
    as_leader, evaluation, url, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        response = as_leader.post(url("render"), TEXT | {"version": 1})

    assertRedirects(response, url("edit"))
    assert len(callbacks) == 1
    assert stored().draft.state == "requested"
    assert stored().draft.source["narrative"]["progress_text"].endswith("En een tweede bijna.")


@pytest.mark.usefixtures("deaf_broker")
def test_render_without_a_queue_is_no_error(
    as_leader, evaluation, url, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = as_leader.post(url("render"), TEXT | {"version": 1}, follow=True)

    assertContains(response, "De PDF is aangevraagd.")


def test_render_pressed_twice_asks_for_one_pdf(as_leader, evaluation, url):
    as_leader.post(url("render"), TEXT | {"version": 1})
    as_leader.post(url("render"), TEXT | {"version": 1})

    assert Document.objects.count() == 1


def test_render_of_a_failed_pdf_tries_again(as_leader, evaluation, leader, url):
    evaluation.request_draft(by=leader)
    Document.objects.claim(evaluation.draft.pk).fail(MemoryError())
    assertContains(as_leader.get(url("edit")), "Er was te weinig geheugen om de PDF te maken.")

    as_leader.post(url("render"), {"retry": "1"})
    make_all()

    assert stored().draft.state == "ready"
    assert stored().progress_text == "De eerste deelnemer heeft werk."


def test_status_asks_for_itself_again_while_the_pdf_is_made(as_leader, evaluation, leader, url):
    evaluation.request_draft(by=leader)
    Document.objects.claim(evaluation.draft.pk)
    Document.objects.update(progress=40)

    response = as_leader.get(url("status"), headers={"HX-Request": "true"})

    assertContains(response, f'data-hx-get="{url("status")}" data-hx-trigger="every 2s"')
    assertContains(response, "De PDF is bezig.")
    assertContains(response, "40 %")
    assertNotContains(response, "<html")


def test_status_stops_asking_when_the_pdf_is_ready(as_leader, drafted, url):
    response = as_leader.get(url("status"), headers={"HX-Request": "true"})

    assertNotContains(response, "hx-get")
    assertContains(response, url("preview"))
    assertContains(response, url("finalise"))


def test_status_is_a_page_without_htmx(as_leader, drafted, url):
    response = as_leader.get(url("status"))

    assertContains(response, "<h1><bdi>Kwartaalevaluatie 4e kwartaal 2016</bdi></h1>", html=True)
    assertContains(response, "De concept-PDF van versie 1 van de tekst is gereed.")


def test_preview_is_the_concept(as_leader, drafted, pilot, url):
    response = as_leader.get(url("preview"))

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        f'attachment; filename="kwartaalevaluatie-{pilot.slug}-2016-4-concept.pdf"'
    )
    with pdfplumber.open(BytesIO(response.content)) as opened:
        assert "CONCEPT – NIET VASTGESTELD" in opened.pages[0].extract_text()


def test_preview_that_is_not_ready_is_not_there(as_leader, evaluation, url):
    assert as_leader.get(url("preview")).status_code == 404


# Finalising


def finalise(client, url):
    draft = stored().draft
    return client.post(url("finalise"), {"reviewed": draft.uuid if draft else ""}, follow=True)


def test_finalise_asks_before_it_does(as_leader, drafted, url):
    response = as_leader.get(url("finalise"))

    assertContains(response, "Daarna kan de evaluatie niet meer wijzigen")
    assertContains(response, f'value="{drafted.draft.uuid}"')
    assert not stored().is_finalised


def test_finalise_makes_the_final_pdf(as_leader, drafted, url):
    response = finalise(as_leader, url)
    make_all()

    assertContains(response, "De evaluatie van het 4e kwartaal 2016 is vastgesteld.")
    assert stored().final.state == "ready"
    assert stored().final != stored().draft


def test_finalise_of_changed_text_is_refused(as_leader, drafted, url):
    as_leader.post(url("edit"), TEXT | {"version": 1})

    assertContains(finalise(as_leader, url), OUTDATED)
    assertContains(as_leader.get(url("finalise"), follow=True), OUTDATED)
    assert not stored().is_finalised


@pytest.mark.usefixtures("evaluation")
def test_finalise_without_a_pdf_is_refused(as_leader, url):
    assertContains(finalise(as_leader, url), OUTDATED)


def test_finalise_twice_is_refused(as_leader, finalised, url):
    response = finalise(as_leader, url)

    assertContains(response, "Deze evaluatie is inmiddels vastgesteld en kan niet meer wijzigen.")


# Reading


def test_download_gives_the_same_bytes_twice(as_management, finalised, pilot, url):
    first, second = as_management.get(url("download")), as_management.get(url("download"))

    assert first.status_code == 200
    assert first.content == second.content == bytes(stored().final.content)
    assert first["ETag"] == f'"{stored().final.sha256}"'
    assert first["Content-Disposition"] == (
        f'attachment; filename="kwartaalevaluatie-{pilot.slug}-2016-4.pdf"'
    )
    assert first["Cache-Control"] == "private, no-store"


def test_download_of_what_one_has_is_not_sent_again(as_management, finalised, url):
    response = as_management.get(
        url("download"), headers={"If-None-Match": f'"{stored().final.sha256}"'}
    )

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.django_db(transaction=True)
def test_download_of_damaged_bytes_is_refused(as_management, finalised, url):
    meddle(
        "reports_document",
        "UPDATE reports_document SET content = %s WHERE id = %s",
        [b"%PDF-1.7 anders", finalised.final.pk],
    )

    response = as_management.get(url("download"))

    assertContains(response, "Deze PDF is beschadigd", status_code=500)
    assert b"%PDF" not in response.content


@pytest.mark.usefixtures("drafted")
def test_management_does_not_see_a_concept(as_management, url):
    assert as_management.get(url("download")).status_code == 404
    assertContains(as_management.get(url("list")), "Er is nog geen evaluatie vastgesteld.")


def test_management_does_not_see_a_final_pdf_that_is_not_ready(as_management, drafted, leader, url):
    drafted.finalise(reviewed=drafted.draft.uuid, by=leader)

    assert as_management.get(url("download")).status_code == 404
    assertNotContains(as_management.get(url("list")), "4e kwartaal 2016")


@pytest.mark.usefixtures("finalised")
@pytest.mark.parametrize("name", ["create", "edit", "status", "preview", "finalise"])
def test_management_does_not_write(as_management, url, name):
    assert as_management.get(url(name)).status_code == 403


@pytest.mark.usefixtures("finalised")
def test_evaluation_of_another_pilot_is_not_there(client, login, url):
    login(Role.PROJECT_LEADER, of=PilotFactory())

    for name in ("list", "edit", "status", "preview", "download"):
        assert client.get(url(name)).status_code == 404


@pytest.mark.parametrize("quarter", ["2016-3", "2016-5", "kwartaal"])
def test_quarter_without_an_evaluation_is_not_there(as_leader, evaluation, url, quarter):
    assert as_leader.get(url("edit", quarter)).status_code == 404


def test_list_shows_management_only_what_can_be_downloaded(as_management, finalised, url):
    Evaluation.objects.create(
        pilot=finalised.pilot,
        year=2016,
        number=3,
        since=date(2016, 8, 1),
        reference_on=date(2016, 9, 30),
        written_by=finalised.written_by,
    )

    response = as_management.get(url("list"))

    assertContains(response, "4e kwartaal 2016")
    assertContains(response, url("download"))
    assertNotContains(response, "3e kwartaal 2016")
    assertNotContains(response, "concept")


@pytest.mark.parametrize("count", [1, 3])
def test_list_makes_the_same_queries_for_one_as_for_many(
    as_leader, pilot, leader, url, count, django_assert_num_queries
):
    for number in range(count):
        evaluation = Evaluation.objects.create(
            pilot=pilot,
            year=2015,
            number=number + 1,
            since=date(2015, 1, 1),
            reference_on=date(2015, 12, 31),
            written_by=leader,
        )
        evaluation.request_draft(by=leader)

    with django_assert_num_queries(7):
        response = as_leader.get(url("list"))

    assertContains(response, "concept, pdf aangevraagd", count=count)


def test_name_of_a_participant_in_the_text_is_pointed_out_before_the_end(
    as_leader, pilot, leader, url
):
    ParticipantFactory(pilot=pilot, first_name="Rahël", last_name="Abdo")
    ParticipantFactory(pilot=pilot, first_name="Niet", last_name="Genoemd")
    ParticipantFactory(first_name="Elders", last_name="Genoemd")
    text = "Volgens RAHEL\n abdo gaat het goed. Elders Genoemd niet."
    as_leader.post(url("create"), {"quarter": "2016-4"})

    as_leader.post(url("edit"), {"progress_text": text, "version": 1})
    response = as_leader.get(url("edit"))

    assert response.context["named"] == ["Rahël Abdo"]
    assertContains(response, "staat een naam van een deelnemer: Rahël Abdo.")


def test_unfinished_quarter_says_so_before_it_is_chosen(as_leader, url):
    assertContains(
        as_leader.get(url("create")), "1e kwartaal 2017 (loopt nog, tot en met 31-03-2017)"
    )
