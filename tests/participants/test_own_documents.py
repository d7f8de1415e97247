"""The papers for an employer: how they are kept, how many there may be, and what is left."""

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from participants.history import history
from participants.mediation_choices import OwnDocumentKind
from participants.models import OwnDocument
from participants.models.own_documents import AT_MOST, FileIsThere, TooManyDocuments
from participants.models.sealed_files import FileDamaged, FileGone
from participants.own_document_forms import LONGEST, OwnDocumentForm
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.participants.outflow import JPEG, PDF, PNG, checked


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def paper(number: int) -> bytes:
    """A PDF unlike those with another number."""
    return PDF.replace(b"1 0 obj", b"%d 0 obj" % (number + 2))


def keep(participant, *, by=None, name="diploma.pdf", content=PDF, **words):
    words = {"kind": "diploma", "description": "Elektricien"} | words
    return OwnDocument.objects.add(
        participant,
        file=checked(name, content),
        by=by or participant.consultant,
        on=TODAY,
        **words,
    )


def test_document_lies_sealed_and_comes_out_as_it_went_in(participant):
    kept = keep(participant)

    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM participants_owndocument")
        stored = bytes(cursor.fetchone()[0])
    assert b"PDF" not in stored
    assert OwnDocument.objects.get(pk=kept.pk).checked_content() == PDF
    assert (str(kept), kept.content_type) == ("diploma (diploma.pdf)", "application/pdf")


def test_lists_do_not_fetch_the_files(participant, django_assert_num_queries):
    keep(participant)

    with django_assert_num_queries(1):
        rows = list(participant.own_documents.there())

    assert "sealed" in rows[0].get_deferred_fields()


def test_file_that_was_meddled_with_is_not_given(participant):
    kept = keep(participant)
    OwnDocument.objects.filter(pk=kept.pk).update(sealed=b"onzin")

    with pytest.raises(FileDamaged):
        OwnDocument.objects.get(pk=kept.pk).checked_content()


def test_same_document_sent_again_is_one(participant):
    first, again = keep(participant), keep(participant)

    assert first == again
    assert participant.own_documents.count() == 1


@pytest.mark.parametrize("other", [{"kind": "certificate"}, {"description": "Lasser"}])
def test_same_file_with_other_words_is_not_kept_twice_and_not_rewritten(participant, other):
    first = keep(participant)

    with pytest.raises(FileIsThere) as error:
        keep(participant, **other)

    assert error.value.args == (first,)
    assert (first.kind, first.description) == ("diploma", "Elektricien")
    assert participant.own_documents.count() == 1


def test_same_file_of_somebody_else_is_another_document(participant, pilot, consultant):
    other = ParticipantFactory(pilot=pilot, consultant=consultant)

    assert keep(participant) != keep(other)


def test_there_are_at_most_twenty_and_one_taken_away_makes_room(participant, consultant):
    kept = [keep(participant, content=paper(number)) for number in range(AT_MOST)]
    assert AT_MOST == 20
    with pytest.raises(TooManyDocuments):
        keep(participant)
    # Sent again it is still the same, however full it is.
    assert keep(participant, content=paper(3)) == kept[3]

    kept[0].remove(by=consultant, reason="Verouderd")

    assert keep(participant).is_there


def test_taken_away_the_bytes_are_gone_and_the_history_says_who_and_why(participant, consultant):
    kept = keep(participant)

    kept.remove(by=consultant, reason="Verkeerde persoon")

    row = OwnDocument.objects.get()
    assert (row.sealed, row.name, row.removed_by) == (None, "diploma.pdf", consultant)
    with pytest.raises(FileGone):
        row.remove(by=consultant, reason="Nog eens")
    assert "sealed" not in {field.name for field in OwnDocument.pgh_event_model._meta.fields}
    removed, added = history(participant)[:2]
    assert (added.what, removed.what) == ("Eigen document toegevoegd", "Eigen document gewijzigd")
    told = {field.label: field.after for field in removed.fields}
    assert told["Weggehaald door"] == str(consultant)
    assert told["Reden van weghalen"] == "Verkeerde persoon"
    assert {field.label: field.after for field in added.fields}["Soort document"] == "diploma"
    # The same file can come back.
    assert keep(participant).pk != row.pk


def test_recruiter_takes_away_only_what_they_added(participant, pilot, consultant):
    recruiter, colleague = (
        MembershipFactory(pilot=pilot, role=Role.RECRUITER).user for _ in range(2)
    )
    leader = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    stranger = MembershipFactory(role=Role.PROJECT_LEADER).user
    callers = [consultant, leader, recruiter, colleague, stranger]
    of_recruiter = keep(participant, by=recruiter)
    of_consultant = keep(participant, content=paper(1))

    allowed = [
        [row.can_be_removed_by(user) for user in callers] for row in (of_recruiter, of_consultant)
    ]

    assert allowed == [[True, True, True, False, False], [True, True, False, False, False]]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"sealed": None}, "owndocument_removed_with_reason"),
        ({"removed_reason": "zomaar"}, "owndocument_removed_with_reason"),
        ({"size": 0}, "owndocument_size_limited"),
        ({"size": 10 * 1024 * 1024 + 1}, "owndocument_size_limited"),
        ({"content_type": "text/html"}, "owndocument_type_known"),
        ({"kind": "medisch"}, "owndocument_kind_known"),
    ],
)
def test_database_keeps_the_rule(participant, fields, rule):
    kept = keep(participant)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        OwnDocument.objects.filter(pk=kept.pk).update(**fields)


def test_database_keeps_a_file_once(participant):
    kept, other = keep(participant), keep(participant, name="b.jpg", content=JPEG)

    with pytest.raises(IntegrityError, match="owndocument_file_once"), transaction.atomic():
        OwnDocument.objects.filter(pk=other.pk).update(sha256=kept.sha256)


def test_every_kind_can_be_kept(participant):
    for number, kind in enumerate(OwnDocumentKind):
        keep(participant, kind=kind, content=paper(number))
    keep(participant, name="rijbewijs.png", content=PNG, kind="licence")

    assert participant.own_documents.count() == len(OwnDocumentKind) + 1


@given(st.text(max_size=LONGEST + 20))
def test_what_the_form_lets_through_fits_the_column(description):
    form = OwnDocumentForm({"kind": "cv", "description": description}, participant=None)
    form.is_valid()

    if "description" not in form.errors:
        assert len(form.cleaned_data["description"]) <= LONGEST
