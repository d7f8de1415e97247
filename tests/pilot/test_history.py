"""What changed is kept by the database, whatever way the change came in."""

from datetime import date

import pghistory
import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError
from django.urls import reverse

from participants.history import history
from participants.models import Assignment, Participant, Reading, Step, StepDraft, Transition
from participants.trajectory import Phase
from pilot.database import append_only_tables, as_owner
from pilot.history import changes, keep_what_is_there
from pilot.models import Membership, User
from pilot.roles import Role
from reports.models import Document
from tests.conftest import enter
from tests.database import meddle
from tests.factories import MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)


def versions(model):
    return list(
        model.pgh_event_model.objects.order_by("pgh_id").values_list("pgh_label", flat=True)
    )


def test_every_table_about_a_person_keeps_its_history():
    about = {
        model
        for model in apps.get_models()
        if model is Participant
        or any(field.related_model is Participant for field in model._meta.concrete_fields)
    }
    kept = {model for model in about if hasattr(model, "pgh_event_models")}
    events = {model.pgh_event_model for model in kept}

    assert Step in kept
    # What is typed and not logged yet, and what can be made again at any time.
    passing = {StepDraft, Document}
    assert about - events - passing == kept


def test_save_update_bulk_and_plain_sql_leave_a_trace(participant):
    with pghistory.context(user=participant.consultant_id):
        participant.first_name = "Anders"
        participant.save()
        Participant.objects.filter(pk=participant.pk).update(first_name="Nog anders")
        Participant.objects.bulk_update([participant], ["last_name"])
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE participants_participant SET first_name = 'Derde' WHERE id = %s",
                [participant.pk],
            )

    told = [
        (field.after, change.by)
        for change in history(participant)
        for field in change.fields
        if field.label == "Voornaam"
    ]
    by = str(participant.consultant)
    assert told[:3] == [("Derde", by), ("Nog anders", by), ("Anders", by)]


def test_deletion_leaves_a_trace(consultant):
    membership = Membership.objects.get(user=consultant)
    key = membership.pk

    membership.delete()

    told = changes({Membership: "pgh_obj_id"}, key)
    assert [change.what for change in told] == ["Membership verwijderd", "Membership toegevoegd"]


def test_a_login_and_a_new_password_are_not_in_the_history(client, consultant):
    before = versions(User)

    consultant.set_password("een-lang-wachtwoord-2016")
    consultant.save()
    client.login(username=consultant.username, password="een-lang-wachtwoord-2016")

    assert versions(User) == before
    stored = {field.name for field in User.pgh_event_model._meta.fields}
    assert "password" not in stored


def test_page_says_who_changed_what_in_words(client, login, participant, pilot, consultant):
    client.force_login(consultant)
    client.post(
        reverse("participants:transition-create", args=[pilot.slug, participant.number]),
        {"phase": Phase.DIAGNOSIS, "on": "2-10-2016", "reason": "Klaar met de intake"},
    )

    page = client.get(reverse("participants:history", args=[pilot.slug, participant.number]))

    newest = page.context["page"][0]
    assert (newest.by, newest.what) == (str(consultant), "Faseovergang toegevoegd")
    assert [(field.label, field.after) for field in newest.fields] == [
        ("Datum", "02-10-2016"),
        ("Van", "Vraagverheldering"),
        ("Naar", "Diagnose"),
        ("Toelichting", "Klaar met de intake"),
    ]
    assert "Faseovergang toegevoegd" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_rows_from_before_the_history_were_there_already(client, pilot):
    consultant = MembershipFactory(pilot=pilot).user
    participant = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)
    for model in (Participant, Assignment, Transition):
        table = model.pgh_event_model._meta.db_table
        meddle(table, f"DELETE FROM {table}")  # noqa: S608 our own name
    assert history(participant) == []
    client.force_login(consultant)
    assert client.get(participant.get_absolute_url()).status_code == 200

    names = ("Participant", "Assignment", "Transition")
    operation = keep_what_is_there("participants", *names)
    for _ in range(2):  # what is kept already is not kept once more
        with as_owner("default"):
            operation.code(apps, connection.schema_editor())
    Participant.objects.filter(pk=participant.pk).update(education="higher")

    told = history(participant)
    assert [change.what for change in told] == [
        "Deelnemer gewijzigd",
        "Faseovergang was er al",
        "Toewijzing was er al",
        "Deelnemer was er al",
    ]
    assert [(field.label, field.before) for field in told[0].fields] == [("Opleiding", "onbekend")]
    assert [change.by for change in told] == ["het programma", "", "", ""]


def test_change_of_phase_is_told_once_but_one_without_a_transition_is_told_too(participant):
    def phases():
        return [
            (field.before, field.after)
            for change in history(participant)
            for field in change.fields
            if field.label == "Fase" and change.what == "Deelnemer gewijzigd"
        ]

    assert phases() == []

    Participant.objects.filter(pk=participant.pk).update(phase=Phase.DIAGNOSIS)

    assert phases() == [("Vraagverheldering", "Diagnose")]


def test_field_that_is_filled_in_later_was_empty(pilot, consultant):
    candidate = ParticipantFactory(pilot=pilot)
    candidate.select(by=consultant, on=date(2016, 8, 8))

    (change, _) = history(candidate)

    assert [(field.before, field.after) for field in change.fields] == [("leeg", "08-08-2016")]


@pytest.mark.django_db(transaction=True)  # the moment of a change is that of its transaction
def test_participant_page_shows_the_last_change(client, participant, consultant):
    client.force_login(consultant)
    Participant.objects.filter(pk=participant.pk).update(education="higher")

    page = client.get(participant.get_absolute_url()).content.decode()

    assert "Laatste wijziging" in page
    assert "Opleiding: van" in page
    assert "door het programma" in page


@pytest.mark.parametrize("count", [1, 3])
def test_history_makes_the_same_queries_for_one_as_for_many(
    client, participant, consultant, count, pilot, django_assert_num_queries
):
    for number in range(count):
        other = MembershipFactory(pilot=pilot).user
        participant.assign_to(other, by=consultant, on=date(2016, 10, 1 + number), reason="other")
    participant.assign_to(consultant, by=consultant, on=date(2016, 11, 1), reason="other")
    enter(client, consultant, pilot)

    with django_assert_num_queries(9):
        client.get(reverse("participants:history", args=[pilot.slug, participant.number]))


def test_role_that_serves_pages_is_not_the_owner(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("pilot", False, False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


REFUSED = {
    "update": "UPDATE {table} SET {column} = {column}",
    "delete": "DELETE FROM {table}",
    "truncate": "TRUNCATE {table} CASCADE",
}


def first_column(table):
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    return model._meta.pk.column


@pytest.fixture
def traces(participant, consultant, client):
    """At least one row in each table that may be added to only."""
    participant.log_step(
        uuid="6a3cbe62-7a1f-4d8b-9d26-2b1d6a4f8f10",
        by=consultant,
        type_id=1,
        on=date(2016, 9, 2),
        attendance="present",
    )
    participant.diagnose(route=Phase.PLACEMENT, by=consultant, on=date(2016, 9, 3))
    participant.record_outcome(
        kind="dropout", dropout_reason="moved", by=consultant, on=date(2016, 9, 4)
    )
    client.force_login(consultant)
    client.get(participant.get_absolute_url())


@pytest.mark.parametrize("operation", REFUSED)
def test_role_that_serves_pages_cannot_rewrite_a_trace(traces, operation):
    for table in append_only_tables():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            run(operation, table)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("operation", REFUSED)
def test_owner_of_the_tables_cannot_rewrite_a_trace_either(operation, pilot):
    consultant = MembershipFactory(pilot=pilot).user
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    with as_owner("default"):
        for table in append_only_tables():
            filled = count(table) > 0
            # Triggers on rows have nothing to refuse where there is no row.
            if not filled and operation != "truncate":
                continue
            with pytest.raises(DatabaseError, match=r"Cannot (update|delete|truncate)"):
                run(operation, table)
            assert (count(table) > 0) == filled


def run(operation, table):
    with connection.cursor() as cursor:
        cursor.execute(REFUSED[operation].format(table=table, column=first_column(table)))


def count(table) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 our own name
        return cursor.fetchone()[0]


def test_read_log_and_all_histories_are_append_only():
    tables = append_only_tables()

    assert Reading._meta.db_table in tables
    assert Participant.pgh_event_model._meta.db_table in tables
    tracked = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
    # The read log, and why steps were corrected.
    assert len(tables) == len(tracked) + 2
    assert len(tracked) >= 9


def test_administrator_is_named_when_a_role_changes(client, login, pilot):
    administrator = login(Role.ADMINISTRATOR)
    user = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    url = reverse("user-edit", args=[user.username])
    form = client.get(url).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    role_field = next(name for name in form.fields if form[name].value() == Role.CONSULTANT)

    client.post(url, data | {role_field: Role.RECRUITER})

    membership = Membership.objects.get(user=user)
    assert membership.role == Role.RECRUITER
    event = Membership.pgh_event_model.objects.filter(user=user).last()
    assert event.pgh_context["user"] == administrator.pk
