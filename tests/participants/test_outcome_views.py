"""The outcome with its papers and its aftercare, on the pages."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import Evidence, FollowUp, Outcome, Reading
from participants.outcome_forms import FollowUpForm
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.participants.outflow import JPEG, PDF, checked, placement, study

DAY = "10-1-2017"


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def page(participant, name, row=None):
    args = [participant.pilot.slug, participant.number, *([row.uuid] if row else [])]
    return reverse(f"participants:{name}", args=args)


def upload(name="contract.pdf", content=PDF, content_type="application/pdf"):
    return SimpleUploadedFile(name, content, content_type)


@pytest.fixture
def full():
    return {"uuid": uuid4(), "kind": "paid_full", "on": DAY, "hours": "36"}


@pytest.fixture
def outcome(participant, consultant):
    return participant.record_outcome(
        kind="paid_full",
        hours=36,
        by=consultant,
        on=date(2016, 12, 14),
        file=checked(),
        file_kind="contract",
    )


@pytest.fixture
def evidence(outcome):
    return outcome.evidence.get()


def test_outcome_with_everything_in_one_form(client, participant, full):
    row = placement(participant)

    response = client.post(
        page(participant, "outcome-create"),
        full
        | {
            "follows": row.uuid,
            "file": upload(),
            "file_kind": "contract",
            "summary": "De taalmaatjes",
            "aftercare": "Bellen in februari",
            "benefit_ended": "work",
        },
        follow=True,
    )

    assertContains(response, "Vastgelegd: Betaald werk, volledig. Het traject is afgesloten.")
    assertContains(response, "1 bewijs")
    outcome = participant.outcomes.get()
    assert outcome.follows == row
    closing = client.get(page(participant, "outcome-detail", outcome))
    for shown in [
        "Regulier werk bij Bakkerij Het Voorbeeld",
        "ja, breed en smal geteld",
        "De taalmaatjes",
        "Bellen in februari",
        "werk boven de norm",
        "arbeidscontract",
        "contract.pdf",
        "07-02-2017",
    ]:
        assertContains(closing, shown)


def test_outcome_is_prefilled_from_what_it_follows_from(client, participant):
    work = placement(participant, hours=Decimal(24))
    school = study(participant, starts_on=date(2017, 2, 1))
    url = page(participant, "outcome-create")

    def filled_in(query):
        form = client.get(url + query).context["form"]
        return [str(form[name].value() or "") for name in ("follows", "kind", "hours", "on")]

    assert filled_in("") == ["", "", "", str(TODAY)]
    assert filled_in(f"?bij={work.uuid}") == [str(work.uuid), "paid_partial", "24", "2016-11-01"]
    assert filled_in(f"?bij={school.uuid}") == [str(school.uuid), "study_grant", "", str(TODAY)]
    assert filled_in(f"?bij={uuid4()}") == ["", "", "", str(TODAY)]
    assert filled_in("?bij=onzin") == ["", "", "", str(TODAY)]


@pytest.mark.parametrize(("hours", "told"), [("36", False), ("32", True)])
def test_outcome_of_other_hours_than_its_placement_leads_to_that(
    client, participant, full, hours, told
):
    row = placement(participant)

    response = client.post(
        page(participant, "outcome-create"),
        full | {"follows": row.uuid, "hours": hours},
        follow=True,
    )

    link = (
        f'<a href="{page(participant, "placement-edit", row)}">'
        "De plaatsing zegt 36 uur: wijzig die zo nodig</a>"
    )
    assert (link in response.content.decode()) is told


def test_sending_the_outcome_twice_says_it_is_there(client, participant, full):
    url = page(participant, "outcome-create")

    for _ in range(2):
        response = client.post(url, full | {"file": upload(), "file_kind": "contract"}, follow=True)
        assertContains(response, "Vastgelegd: Betaald werk, volledig.")

    assert (Outcome.objects.count(), Evidence.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("more", "errors"),
    [
        ({"file": upload()}, {"file_kind", "file"}),
        ({"file_kind": "contract"}, {"file"}),
        ({"hours": "", "file": upload(), "file_kind": "contract"}, {"hours", "file"}),
        ({"kind": "paid_partial", "benefit_ended": "work"}, {"benefit_ended"}),
        ({"file": upload("x.pdf", b"<html>"), "file_kind": "contract"}, {"file"}),
        ({"follows": "11111111-1111-4111-8111-111111111111"}, {"follows"}),
    ],
)
def test_wrong_optional_part_says_so_and_records_nothing(client, participant, full, more, errors):
    if "file" in more:
        more["file"].seek(0)

    response = client.post(page(participant, "outcome-create"), full | more)

    assert set(response.context["form"].errors) == errors
    assert not Outcome.objects.exists()
    participant.refresh_from_db()
    assert participant.phase == Phase.PLACEMENT


def test_outcome_without_evidence_asks_for_it_until_it_is_added(client, participant, full):
    today = reverse("participants:today", args=[participant.pilot.slug])
    response = client.post(page(participant, "outcome-create"), full, follow=True)
    outcome = participant.outcomes.get()
    add = page(participant, "evidence-create", outcome)
    assertContains(response, f'<a href="{add}">Bewijs toevoegen</a>', count=2, html=True)
    assertContains(response, "geen bewijs")
    # Also of who is not in the caseload any more.
    assertContains(client.get(today), "Uitstroom zonder bewijs")

    done = client.post(add, {"kind": "payslip", "file": upload("loon é.jpg", JPEG)}, follow=True)

    assertRedirects(done, page(participant, "outcome-detail", outcome))
    assertContains(done, "Bewaard: loonstrook (loon-e.jpg).")
    assertNotContains(client.get(today), "Uitstroom zonder bewijs")
    assertNotContains(client.get(participant.get_absolute_url()), "geen bewijs")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (None, "Kies een bestand."),
        (("leeg.pdf", b""), "Dit bestand is leeg."),
        (("brief.docx", PDF), "Kies een pdf, jpg of png. Andere bestanden worden niet bewaard."),
        (("x.pdf", b"<svg/>"), "Dit bestand is van binnen iets anders dan zijn naam zegt."),
        (("x.pdf", PDF[:20]), "Dit bestand is niet volledig. Maak het opnieuw en probeer het nog"),
    ],
)
def test_file_that_is_no_evidence_is_refused_at_the_field(
    client, participant, outcome, file, message
):
    values = {"kind": "contract"} | ({"file": upload(*file)} if file else {})

    response = client.post(page(participant, "evidence-create", outcome), values)

    assert list(response.context["form"].errors) == ["file"]
    # At the field, and in the summary above it.
    assertContains(response, message, count=2)
    assert outcome.evidence.count() == 1


def test_file_of_more_than_ten_megabytes_is_refused_without_reading_it(
    client, participant, outcome, settings
):
    assert settings.FILE_MAX_BYTES == 10 * 1024 * 1024
    large = upload(content=b"%PDF-1.4" + bytes(settings.FILE_MAX_BYTES) + b"%%EOF")

    response = client.post(
        page(participant, "evidence-create", outcome), {"kind": "contract", "file": large}
    )

    assertContains(response, "Dit bestand is groter dan 10 MB.", count=2)


def test_file_of_ten_megabytes_is_kept_and_comes_back(client, participant, outcome, settings):
    content = b"%PDF-1.4".ljust(settings.FILE_MAX_BYTES - 5) + b"%%EOF"
    client.post(
        page(participant, "evidence-create", outcome),
        {"kind": "payslip", "file": upload("groot.pdf", content)},
    )

    kept = outcome.evidence.get(name="groot.pdf")
    assert client.get(page(participant, "evidence-download", kept)).content == content


def test_download_gives_the_file_as_a_file_and_leaves_a_trace(client, participant, evidence):
    response = client.get(page(participant, "evidence-download", evidence))

    assert response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="contract.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    reading = Reading.objects.get()
    assert (reading.page, reading.action, reading.ids) == (
        "participants:evidence-download",
        "exported",
        [participant.pk],
    )


def test_evidence_of_somebody_else_is_not_found(client, participant, evidence, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=participant.consultant, phase="placement")

    for route in ("evidence-download", "evidence-remove"):
        assert client.get(page(other, route, evidence)).status_code == 404
    for route in ("outcome-detail", "evidence-create", "follow-up-create"):
        assert client.get(page(other, route, evidence.outcome)).status_code == 404


def test_colleague_gets_no_evidence(client, login, participant, evidence):
    login(Role.CONSULTANT)

    assert client.get(page(participant, "evidence-download", evidence)).status_code == 404
    assert not Reading.objects.exists()


def test_damaged_evidence_says_so_and_is_not_given(client, participant, evidence):
    client.raise_request_exception = False
    Evidence.objects.filter(pk=evidence.pk).update(sealed=b"iets anders")

    response = client.get(page(participant, "evidence-download", evidence))

    assertContains(response, "Dit bestand is beschadigd", status_code=500)
    assert not Reading.objects.filter(action="exported").exists()


def test_evidence_is_taken_away_with_a_reason_only(client, participant, evidence):
    url = page(participant, "evidence-remove", evidence)
    without = client.post(url, {"reason": " "})
    assert without.context["form"].errors == {
        "reason": ["Zonder reden wordt een bestand niet weggehaald."]
    }

    response = client.post(url, {"reason": "Hoort bij een ander"}, follow=True)

    assertContains(response, "Weggehaald: arbeidscontract (contract.pdf).")
    assertContains(response, "<bdi>Hoort bij een ander</bdi>")
    assertNotContains(response, "Downloaden")
    assert client.get(page(participant, "evidence-download", evidence)).status_code == 404
    assert client.post(url, {"reason": "Nog eens"}).status_code == 404


def ask(client, participant, outcome, **values):
    return client.post(
        page(participant, "follow-up-create", outcome),
        {
            "uuid": uuid4(),
            "moment": "1",
            "on": "15-1-2017",
            "situation": "same",
            "hours": "32",
            "source": "person",
        }
        | values,
        follow=True,
    )


def test_aftercare_is_due_on_vandaag_and_gone_when_it_is_recorded(client, participant, outcome):
    today = reverse("participants:today", args=[participant.pilot.slug])
    before = client.get(today)
    assertContains(before, "Nazorg na 1 maand")
    assertContains(before, "uitgestroomd 14-12-2016, <strong>32 dagen geleden</strong>")
    url = page(participant, "follow-up-create", outcome)
    for shown in (before, client.get(participant.get_absolute_url())):
        assertContains(shown, f'<a class="btn btn-outline-primary btn-sm" href="{url}">')
    assert client.get(
        reverse("participants:list", args=[participant.pilot.slug])
        + "?telling=&signaal=nazorg-1-maand"
    ).context["page"].object_list == [participant]
    form = client.get(page(participant, "follow-up-create", outcome)).context["form"]
    assert form["moment"].value() == "1"

    response = ask(client, participant, outcome)

    assertContains(response, "Vastgelegd: Nazorg na 1 maand: duurzaam.")
    assertContains(response, "32 uur per week, bron: de persoon zelf")
    assertNotContains(response, "Het traject weer opnemen")
    assertNotContains(client.get(today), "Nazorg na 1 maand")
    later = client.get(page(participant, "follow-up-create", outcome)).context["form"]
    assert later["moment"].value() == "6"


def test_moment_and_from_when_it_can_be_recorded_are_the_same_on_every_page(
    client, participant, outcome
):
    form = page(participant, "follow-up-create", outcome)
    ahead = "14-06-2017 (vastleggen kan vanaf 07-06-2017)"
    person, closing = participant.get_absolute_url(), page(participant, "outcome-detail", outcome)
    for url in (person, closing):
        assertContains(client.get(url), f'href="{form}"')
    assertContains(client.get(person), ahead)
    assertContains(client.get(form), f"Na 6 maanden: {ahead}.")

    ask(client, participant, outcome)

    for url in (person, closing):
        response = client.get(url)
        assertNotContains(response, f'href="{form}"')
        assertContains(response, "Nazorg vastleggen kan vanaf 07-06-2017.")


@pytest.mark.parametrize(("on", "moment"), [(date(2017, 6, 6), "1"), (date(2017, 6, 7), "6")])
def test_aftercare_that_was_missed_after_a_month_is_asked_after_six(outcome, on, moment):
    assert FollowUpForm.starting_values(outcome, on)["moment"] == moment


def test_who_fell_back_can_be_taken_up_again(client, participant, outcome):
    response = ask(client, participant, outcome, situation="benefit", hours="")

    assertContains(response, "Vastgelegd: Nazorg na 1 maand: teruggevallen.")
    move = page(participant, "transition-create")
    assertContains(response, f'<a href="{move}">Het traject weer opnemen</a>', html=True)
    participant.diagnose(route="placement", by=participant.consultant, on=date(2016, 9, 2))
    back = client.post(move, {"phase": "placement", "on": "15-1-2017"}, follow=True)
    assertContains(back, "Uitgestroomd naar Plaatsing/bemiddeling")
    assertNotContains(back, "Nazorg 6 maanden")


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        (
            {"moment": "6"},
            {"on": ["Nog te vroeg voor dit moment: dat kan vanaf 07-06-2017."]},
        ),
        ({"situation": "benefit"}, {"hours": ["Uren horen alleen bij wie nog werkt."]}),
        ({"on": "16-1-2017"}, {"on": ["Deze dag is nog niet geweest: het is nu 15-01-2017."]}),
        ({"source": ""}, {"source": ["Dit veld is verplicht."]}),
    ],
)
def test_wrong_aftercare_says_so(client, participant, outcome, values, errors):
    response = ask(client, participant, outcome, note="Bellen", **values)

    assert response.context["form"].errors == errors
    assertContains(response, "Bellen")
    assert not FollowUp.objects.exists()


def test_aftercare_of_who_is_back_is_refused_in_words(client, participant, outcome):
    participant.move_to(Phase.PLACEMENT, by=participant.consultant, on=TODAY)

    response = ask(client, participant, outcome)

    assertContains(response, "het traject loopt door of is weer opgenomen", count=1)
    assert not FollowUp.objects.exists()


def test_partial_outcome_has_no_aftercare(client, participant, consultant):
    partial = participant.record_outcome(kind="paid_partial", hours=16, by=consultant, on=TODAY)

    assert client.get(page(participant, "follow-up-create", partial)).status_code == 404
    closing = client.get(page(participant, "outcome-detail", partial))
    assertContains(closing, "ja, breed geteld; smal niet")
    assertNotContains(closing, "Afsluiting")


@pytest.mark.parametrize("count", [1, 3])
def test_closing_makes_the_same_queries_for_one_as_for_many(
    client, participant, outcome, count, django_assert_num_queries
):
    adding = MembershipFactory(pilot=participant.pilot).user
    for number in range(count - 1):
        paper = checked(content=PDF.replace(b"1 0 obj", b"%d 0 obj" % (number + 2)))
        Evidence.objects.add(outcome, kind="payslip", file=paper, by=adding)
    for number in range(count):
        FollowUp.objects.record(
            outcome,
            uuid=uuid4(),
            by=adding,
            moment="1",
            situation="same",
            source="person",
            hours=20 + number,
            on=TODAY,
        )

    with django_assert_num_queries(14):
        response = client.get(page(participant, "outcome-detail", outcome))

    assertContains(response, "Downloaden", count=count)
    assertContains(response, "Nazorg na 1 maand", count=count)
