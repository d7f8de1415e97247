"""The papers for an employer, on the pages: who sees, adds, gets and takes away which."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import OwnDocument, Reading
from participants.models.own_documents import AT_MOST
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory, StandInFactory
from tests.mediation import refer
from tests.participants.outflow import JPEG, PDF
from tests.participants.test_outcome_views import upload
from tests.participants.test_own_documents import keep, paper

MEDIATING = "Zolang de deelnemer is verwezen, ziet ook de recruiter van Podium24 wat hier staat."


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def page(participant, what="create", document=None):
    args = [participant.pilot.slug, participant.number, *([document.uuid] if document else [])]
    return reverse(f"participants:own-document-{what}", args=args)


def documents(participant):
    return reverse("reports:person-documents", args=[participant.pilot.slug, participant.number])


def send(client, participant, follow=True, **values):
    sent = {"kind": "diploma", "description": "Elektricien, vertaald", "file": upload()} | values
    return client.post(page(participant), sent, follow=follow)


def end_referral(participant):
    referral = participant.referrals.get()
    referral.end(reason="other", on=TODAY, by=participant.consultant)


def test_document_is_added_and_stands_beside_the_cv_and_with_the_mediation(client, participant):
    form = client.get(page(participant))
    assertContains(form, "Geen medische stukken")
    assertContains(form, MEDIATING)

    response = send(client, participant, file=upload("diploma é.jpg", JPEG))

    assertRedirects(response, documents(participant))
    kept = participant.own_documents.get()
    assert (kept.kind, kept.on, kept.by) == ("diploma", TODAY, participant.consultant)
    assertContains(response, "Bewaard: diploma (diploma-e.jpg).")
    for shown in (response, client.get(participant.get_absolute_url())):
        assertContains(shown, ">Diploma</a>, <bdi>Elektricien, vertaald</bdi>", count=1)
        for what in ("download", "remove"):
            assertContains(shown, f'href="{page(participant, what, kept)}"', count=1)
        assertContains(shown, f"15-01-2017 door {participant.consultant}", count=1)


def test_sending_the_form_twice_gives_one_document(client, participant):
    for _ in range(2):
        assertContains(send(client, participant), "Bewaard: diploma (contract.pdf).")

    assert participant.own_documents.count() == 1


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (None, "Kies een bestand."),
        (("leeg.pdf", b""), "Dit bestand is leeg."),
        (("cv.docx", PDF), "Kies een pdf, jpg of png. Andere bestanden worden niet bewaard."),
        (("cv.pdf", b"<!doctype html><script>alert(1)</script>"), "van binnen iets anders"),
        (("cv.pdf", PDF[:20]), "Dit bestand is niet volledig."),
        (("cv.pdf", b"%PDF-1.4" + bytes(10 * 1024 * 1024) + b"%%EOF"), "groter dan 10 MB."),
    ],
)
def test_wrong_file_is_refused_at_the_field_and_the_rest_is_kept(
    client, participant, file, message
):
    response = send(client, participant, file=upload(*file) if file else "")

    assert list(response.context["form"].errors) == ["file"]
    # At the field, and in the summary above it.
    assertContains(response, message, count=2)
    assertContains(response, 'value="Elektricien, vertaald"')
    assertContains(response, '<option value="diploma" selected>diploma</option>', html=True)
    assert not OwnDocument.objects.exists()


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"kind": ""}, "kind", "Dit veld is verplicht."),
        ({"kind": "medisch"}, "kind", "medisch"),
        ({"description": "lang " * 21}, "description", "100"),
    ],
)
def test_wrong_words_say_so_and_ask_for_the_file_again(client, participant, values, field, message):
    response = send(client, participant, **values)

    errors = response.context["form"].errors
    assert set(errors) == {field, "file"}
    assert message in errors[field][0]
    assert errors["file"] == ["Kies het bestand opnieuw: de browser bewaart het niet."]
    assert not OwnDocument.objects.exists()


def test_same_file_with_other_words_says_what_it_is_already(client, participant):
    send(client, participant)

    response = send(client, participant, kind="certificate")

    told = "Dit bestand staat er al, als: diploma, Elektricien, vertaald."
    assert response.context["form"].errors == {"file": [told]}
    assert participant.own_documents.count() == 1


def test_twenty_is_enough_and_the_page_says_so(client, participant):
    for number in range(AT_MOST):
        keep(participant, content=paper(number))

    assertContains(client.get(documents(participant)), "Er staan 20 documenten, meer kan niet")
    assertNotContains(client.get(documents(participant)), "Document toevoegen")
    response = send(client, participant)

    assertContains(response, "Er staan al 20 documenten. Haal er eerst een weg")
    assertContains(response, 'value="Elektricien, vertaald"')
    assert participant.own_documents.count() == AT_MOST


def test_download_gives_the_file_as_a_file_and_leaves_a_trace(client, participant):
    response = client.get(page(participant, "download", keep(participant)))

    assert response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="diploma.pdf"'
    assert "no-store" in response["Cache-Control"]
    reading = Reading.objects.get()
    assert (reading.get_page_display(), reading.action, reading.ids) == (
        "eigen document",
        "exported",
        [participant.pk],
    )


def test_damaged_document_says_so_and_is_not_given(client, participant):
    client.raise_request_exception = False
    kept = keep(participant)
    OwnDocument.objects.filter(pk=kept.pk).update(sealed=b"iets anders")

    response = client.get(page(participant, "download", kept))

    assertContains(response, "Dit bestand is beschadigd", status_code=500)
    assert not Reading.objects.filter(action="exported").exists()


def test_document_is_taken_away_after_a_question_and_the_history_keeps_it(client, participant):
    kept = keep(participant)
    url = page(participant, "remove", kept)
    assertContains(client.get(url), "gaat weg en komt niet terug")
    assertContains(client.post(url, {"reason": " "}), "Zonder reden wordt een bestand niet")
    assert participant.own_documents.there().count() == 1

    response = client.post(url, {"reason": "Verouderd"}, follow=True)

    assertRedirects(response, documents(participant))
    assertContains(response, "Weggehaald: diploma (diploma.pdf).")
    assertContains(response, "Nog geen eigen documenten")
    assert client.get(page(participant, "download", kept)).status_code == 404
    assert client.post(url, {"reason": "Nog eens"}).status_code == 404
    told = client.get(
        reverse("participants:history", args=[participant.pilot.slug, participant.number])
    )
    assertContains(told, "Eigen document toegevoegd")
    assertContains(told, "Verouderd")


def test_recruiter_sees_adds_and_gets_of_who_is_referred(client, login, participant):
    of_consultant = keep(participant)
    refer(participant)
    login(Role.RECRUITER)

    shown = client.get(participant.get_absolute_url())
    assertContains(shown, page(participant, "download", of_consultant))
    assertNotContains(shown, page(participant, "remove", of_consultant))
    assert client.get(page(participant, "download", of_consultant)).content == PDF
    assert client.get(page(participant, "remove", of_consultant)).status_code == 404
    added = send(client, participant, file=upload("ref.jpg", JPEG), kind="reference")
    own = participant.own_documents.get(kind="reference")
    assertContains(added, page(participant, "remove", own))
    removed = client.post(page(participant, "remove", own), {"reason": "Per ongeluk"}, follow=True)
    assertContains(removed, "Weggehaald: referentie of getuigschrift (ref.jpg).")


def test_recruiter_gets_nothing_once_the_referral_ended(client, login, participant):
    kept = keep(participant)
    refer(participant)
    login(Role.RECRUITER)
    assert client.get(page(participant, "download", kept)).status_code == 200
    end_referral(participant)

    answers = [
        client.get(documents(participant)),
        client.get(page(participant)),
        send(client, participant, follow=False, file=upload("ref.jpg", JPEG)),
        client.get(page(participant, "download", kept)),
        client.get(page(participant, "remove", kept)),
    ]

    # What was sent is shown again, without whom it was about.
    assert [answer.status_code for answer in answers] == [404, 404, 410, 404, 404]
    assertNotContains(answers[2], participant.last_name, status_code=410)
    assert participant.own_documents.count() == 1


def test_who_has_nothing_to_do_with_the_participant_gets_nothing(client, login, participant):
    kept = keep(participant)
    refer(participant)

    def answers():
        asked = [
            client.get(page(participant)),
            send(client, participant, follow=False, file=upload("ref.jpg", JPEG)),
            client.get(page(participant, "download", kept)),
            client.post(page(participant, "remove", kept), {"reason": "Zomaar"}),
        ]
        return {answer.status_code for answer in asked}

    login(Role.CONSULTANT)
    assert answers() == {404}
    login(Role.MANAGEMENT)
    assert answers() == {403}
    login(Role.ADMINISTRATOR)
    assert answers() == {403}
    login(Role.PROJECT_LEADER, of=MembershipFactory().pilot)
    assert answers() == {404}
    assert participant.own_documents.there().get() == kept


def test_stand_in_adds_and_gets(client, login, participant, pilot):
    kept = keep(participant)
    stand_in = login(Role.CONSULTANT)
    StandInFactory(pilot=pilot, consultant=participant.consultant, stand_in=stand_in)

    assert client.get(page(participant, "download", kept)).content == PDF
    assertContains(send(client, participant, file=upload("ref.jpg", JPEG)), "Bewaard: diploma")


def test_document_of_somebody_else_is_not_found(client, participant, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=participant.consultant)
    kept = keep(participant)

    for what in ("download", "remove"):
        assert client.get(page(other, what, kept)).status_code == 404


def test_candidate_has_no_documents(client, login, pilot):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    assert client.get(page(candidate)).status_code == 404
    assertNotContains(client.get(candidate.get_absolute_url()), "Eigen documenten")


def test_documents_are_shown_with_the_mediation_before_somebody_is_referred(
    client, pilot, consultant
):
    early = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    assertNotContains(client.get(early.get_absolute_url()), "Eigen documenten")
    keep(early)

    shown = client.get(early.get_absolute_url())

    assertContains(shown, "Eigen documenten")
    assertContains(shown, "de recruiter van Podium24 ziet deze deelnemer niet")


@pytest.mark.parametrize("count", [1, 3])
def test_documents_make_the_same_queries_for_one_as_for_many(
    client, participant, count, django_assert_num_queries
):
    for number in range(count):
        adding = MembershipFactory(pilot=participant.pilot).user
        keep(participant, by=adding, content=paper(number))

    with django_assert_num_queries(9):
        response = client.get(documents(participant))

    assertContains(response, "Weghalen", count=count)
