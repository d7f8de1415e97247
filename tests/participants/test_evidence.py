"""The papers behind an outcome: what is accepted, how they are kept, and who gets them."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from participants.files import KINDS, FileRefused, Refused, check_file, harmless_name
from participants.history import history
from participants.models import Evidence, Outcome, Participant
from participants.models.sealed_files import FileDamaged, FileGone
from participants.signals import Signal
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.participants.outflow import (
    JPEG,
    LIMIT,
    PDF,
    PNG,
    business,
    checked,
    placement,
    study,
)

DAY = date(2017, 1, 9)


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


@pytest.fixture
def outcome(participant, consultant):
    return participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=DAY)


@pytest.mark.parametrize(
    ("name", "content", "kept_as", "content_type"),
    [
        ("contract.pdf", PDF, "contract.pdf", "application/pdf"),
        ("SCAN.PDF", PDF, "SCAN.pdf", "application/pdf"),
        ("foto.jpeg", JPEG, "foto.jpg", "image/jpeg"),
        ("foto.JPG", JPEG, "foto.jpg", "image/jpeg"),
        ("scherm.png", PNG, "scherm.png", "image/png"),
        ('../../a"b\r\nc;<x>.pdf', PDF, "a-b-c-x.pdf", "application/pdf"),
        ("C:\\map\\loonstrook é.pdf", PDF, "loonstrook-e.pdf", "application/pdf"),
        ("\u202egnp.pdf", PDF, "gnp.pdf", "application/pdf"),
        ("....pdf", PDF, "bestand.pdf", "application/pdf"),
    ],
)
def test_paper_is_kept_under_a_harmless_name(name, content, kept_as, content_type):
    file = check_file(name, content, at_most=LIMIT)

    assert (file.name, file.content_type, file.content) == (kept_as, content_type, content)


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("leeg.pdf", b"", Refused.EMPTY),
        ("groot.pdf", PDF + b" " * LIMIT, Refused.TOO_LARGE),
        ("brief.docx", PDF, Refused.NAME),
        ("tekening.svg", SVG, Refused.NAME),
        ("pagina.html", HTML, Refused.NAME),
        ("contract.pdf.exe", PDF, Refused.NAME),
        ("geen-extensie", PDF, Refused.NAME),
        ("contract.pdf", HTML, Refused.CONTENT),
        ("contract.pdf", SVG, Refused.CONTENT),
        ("contract.pdf", b"\n" + PDF, Refused.CONTENT),
        ("contract.pdf", b"<html>" + PDF, Refused.CONTENT),
        ("contract.pdf", JPEG, Refused.CONTENT),
        ("foto.jpg", PNG, Refused.CONTENT),
        ("foto.png", b"GIF89a", Refused.CONTENT),
        ("contract.pdf", b"%PDF-1.4 <html>", Refused.CUT_OFF),
        ("scherm.png", PNG[:30], Refused.CUT_OFF),
    ],
)
def test_anything_else_is_refused_with_the_reason(name, content, refused):
    with pytest.raises(FileRefused) as error:
        check_file(name, content, at_most=LIMIT)

    assert error.value.refused == refused


@given(st.binary(max_size=60), st.sampled_from(["a.pdf", "a.jpg", "a.png", "a.html", "a"]))
def test_what_is_kept_always_begins_as_what_it_is_called(content, name):
    try:
        file = check_file(name, content, at_most=LIMIT)
    except FileRefused:
        return
    kind = next(kind for kind in KINDS if kind.content_type == file.content_type)
    assert kind.start.match(content)
    assert name.endswith(kind.extensions)


@given(st.text(max_size=300))
def test_any_name_becomes_a_harmless_one(name):
    kept = harmless_name(name, KINDS[0])

    assert set(kept) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")
    assert kept.count(".") == 1
    assert 4 < len(kept) <= 110


def test_paper_lies_sealed_in_the_database_and_comes_out_as_it_went_in(outcome, consultant):
    kept = Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)

    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM participants_evidence")
        stored = bytes(cursor.fetchone()[0])
    assert b"PDF" not in stored
    assert Evidence.objects.get(pk=kept.pk).checked_content() == PDF
    assert (kept.size, kept.content_type) == (len(PDF), "application/pdf")


def test_lists_do_not_fetch_the_files(outcome, consultant, django_assert_num_queries):
    Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)

    with django_assert_num_queries(1):
        rows = list(outcome.evidence.all())

    assert "sealed" in rows[0].get_deferred_fields()


def test_same_file_is_kept_once_and_again_after_it_was_taken_away(outcome, consultant):
    first, again = (
        Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)
        for _ in range(2)
    )
    assert first == again

    first.remove(by=consultant, reason="Van iemand anders")
    Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)

    assert (outcome.evidence.count(), outcome.evidence.there().count()) == (2, 1)


def test_taken_away_the_bytes_are_gone_and_what_it_was_is_left(outcome, consultant):
    kept = Evidence.objects.add(outcome, kind="payslip", file=checked(), by=consultant)
    sha256 = kept.sha256

    kept.remove(by=consultant, reason="Verkeerde persoon")

    row = Evidence.objects.get()
    assert row.sealed is None
    assert (row.name, row.sha256, row.removed_by) == ("contract.pdf", sha256, consultant)
    assert row.removed_reason == "Verkeerde persoon"
    with pytest.raises(FileGone):
        row.remove(by=consultant, reason="Nog eens")
    # The history has no copy of the file.
    fields = {field.name for field in Evidence.pgh_event_model._meta.fields}
    assert "sealed" not in fields
    assert [change.what for change in history(outcome.participant)[:2]] == [
        "Bewijs gewijzigd",
        "Bewijs toegevoegd",
    ]


@pytest.mark.parametrize("harm", ["other bytes", "other key", "other file"])
def test_file_that_was_meddled_with_is_not_given(outcome, consultant, settings, harm):
    kept = Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)
    other = Evidence.objects.add(
        outcome, kind="payslip", file=checked("b.jpg", JPEG), by=consultant
    )
    if harm == "other bytes":
        Evidence.objects.filter(pk=kept.pk).update(sealed=b"onzin")
    elif harm == "other file":
        Evidence.objects.filter(pk=kept.pk).update(sealed=bytes(other.sealed))
    else:
        settings.DATA_KEYS = ["another key that is long enough to be a key, surely it is"]

    with pytest.raises(FileDamaged):
        Evidence.objects.get(pk=kept.pk).checked_content()


def test_outcome_comes_with_its_paper_or_not_at_all(participant, consultant):
    outcome = participant.record_outcome(
        kind="paid_partial",
        hours=16,
        by=consultant,
        on=DAY,
        file=checked(),
        file_kind="contract",
    )

    assert [row.get_kind_display() for row in outcome.evidence.all()] == ["arbeidscontract"]


def unproven(on=TODAY):
    return list(Participant.objects.signalled(Signal.NO_EVIDENCE, on=on))


def test_outcome_asks_for_evidence_until_it_is_there(outcome, participant, consultant):
    assert [(row, row.unproven_on) for row in unproven()] == [(participant, DAY)]
    assert unproven(on=date(2017, 1, 8)) == []

    kept = Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)
    assert unproven() == []

    kept.remove(by=consultant, reason="Onleesbaar")
    assert unproven() == [participant]


@pytest.mark.parametrize("kind", ["participation", "dropout"])
def test_what_does_not_count_needs_no_evidence(participant, consultant, kind):
    reason = {"dropout_reason": "moved"} if kind == "dropout" else {}
    participant.record_outcome(kind=kind, by=consultant, on=DAY, **reason)

    assert unproven() == []


def test_every_outcome_has_an_address_of_its_own_also_one_in_plain_sql(outcome):
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO participants_outcome (participant_id, kind, "on", at, by_id,'
            " dropout_reason, note, summary, aftercare, benefit_ended, version, withdrawn)"
            " SELECT participant_id, 'participation', \"on\", at, by_id, '', '', '', '', '',"
            " 1, false FROM participants_outcome"
        )

    assert len(set(Outcome.objects.values_list("uuid", flat=True))) == 2


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"sealed": None}, "evidence_removed_with_reason"),
        ({"removed_reason": "zomaar"}, "evidence_removed_with_reason"),
        ({"size": 0}, "evidence_size_limited"),
        ({"size": 10 * 1024 * 1024 + 1}, "evidence_size_limited"),
        ({"content_type": "text/html"}, "evidence_type_known"),
    ],
)
def test_database_keeps_the_rule(outcome, consultant, fields, rule):
    kept = Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Evidence.objects.filter(pk=kept.pk).update(**fields)


def test_database_keeps_a_file_once(outcome, consultant):
    kept = Evidence.objects.add(outcome, kind="contract", file=checked(), by=consultant)
    other = Evidence.objects.add(
        outcome, kind="contract", file=checked("b.jpg", JPEG), by=consultant
    )

    with pytest.raises(IntegrityError, match="evidence_file_once"), transaction.atomic():
        Evidence.objects.filter(pk=other.pk).update(sha256=kept.sha256)


def test_outcome_follows_from_one_thing(participant, outcome):
    rows = {
        "placement": placement(participant),
        "study": study(participant),
        "business": business(participant),
    }
    names = list(rows)
    for one, two in zip(names, names[1:] + names[:1], strict=True):
        with pytest.raises(IntegrityError, match="follows_from_one"), transaction.atomic():
            Outcome.objects.filter(pk=outcome.pk).update(**{one: rows[one], two: rows[two]})


def test_benefit_ends_only_with_the_trajectory(participant, consultant):
    partial = participant.record_outcome(kind="paid_partial", hours=16, by=consultant, on=DAY)

    with (
        pytest.raises(IntegrityError, match="outcome_benefit_ends_with_trajectory"),
        transaction.atomic(),
    ):
        Outcome.objects.filter(pk=partial.pk).update(benefit_ended="work")
