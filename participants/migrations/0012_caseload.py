import datetime
import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0011_plans"),
        ("pilot", "0007_fte"),
        ("pilot", "__first__"),
    ]

    operations = [
        RemoveTrigger(
            model_name="assignment",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="assignment",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="assignment",
            name="delete_delete",
        ),
        migrations.CreateModel(
            name="StandIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(verbose_name="tot en met")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("holiday", "vakantie"),
                            ("absence", "afwezigheid"),
                            ("leave", "verlof"),
                            ("vacancy", "nog geen opvolger"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "ended_on",
                    models.DateField(editable=False, null=True, verbose_name="eerder beëindigd op"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beëindigd door",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stand_ins",
                        to="pilot.pilot",
                    ),
                ),
                (
                    "stand_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="waarnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarneming",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("consultant", models.F("stand_in")), _negated=True),
                        name="stand_in_for_somebody_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="stand_in_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ends_on__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("starts_on"),
                                    "+",
                                    models.Value(datetime.timedelta(days=366)),
                                ),
                            )
                        ),
                        name="stand_in_at_most_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason__in", ["holiday", "absence", "leave", "vacancy", "other"])
                        ),
                        name="stand_in_reason_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_by__isnull", False), _connector="XOR"
                        ),
                        name="stand_in_end_signed",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ended_on", None)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("pilot"),
                                    models.F("pilot"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("consultant"),
                                    models.F("consultant"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("stand_in"),
                                    models.F("stand_in"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_on"),
                                    models.Value("[]"),
                                    function="daterange",
                                ),
                                "&&",
                            ),
                        ],
                        name="stand_in_pair_once_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandInEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(verbose_name="tot en met")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("holiday", "vakantie"),
                            ("absence", "afwezigheid"),
                            ("leave", "verlof"),
                            ("vacancy", "nog geen opvolger"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "ended_on",
                    models.DateField(editable=False, null=True, verbose_name="eerder beëindigd op"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beëindigd door",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.standin",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilot.pilot",
                    ),
                ),
                (
                    "stand_in",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="waarnemer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="explanation",
            field=models.TextField(blank=True, verbose_name="toelichting"),
        ),
        migrations.AddField(
            model_name="assignment",
            name="previous",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="vorige consulent",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("leaving", "vertrek van de consulent"),
                    ("absence", "afwezigheid van de consulent"),
                    ("spreading", "verdeling van de caseload"),
                    ("own_request", "verzoek van de deelnemer"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
            name="explanation",
            field=models.TextField(blank=True, verbose_name="toelichting"),
        ),
        migrations.AddField(
            model_name="assignmentevent",
            name="previous",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="vorige consulent",
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("leaving", "vertrek van de consulent"),
                    ("absence", "afwezigheid van de consulent"),
                    ("spreading", "verdeling van de caseload"),
                    ("own_request", "verzoek van de deelnemer"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("previous", None), models.Q(("reason", ""), _negated=True), _connector="XOR"
                ),
                name="assignment_transfer_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["", "leaving", "absence", "spreading", "own_request", "other"])
                ),
                name="assignment_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("previous", None),
                    models.Q(("previous", models.F("consultant")), _negated=True),
                    _connector="OR",
                ),
                name="assignment_to_somebody_else",
            ),
        ),
        AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_assignmentevent" ("at", "by_id", "consultant_id", "explanation", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."consultant_id", NEW."explanation", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."previous_id", NEW."reason"); RETURN NULL;',
                    hash="d9f8d474e9a192959fc1470c3adf52042b4616b5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aad54",
                    table="participants_assignment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_assignmentevent" ("at", "by_id", "consultant_id", "explanation", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."consultant_id", NEW."explanation", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."previous_id", NEW."reason"); RETURN NULL;',
                    hash="e0d48fc2ea29365fd875c9531cf92fb6e0c4ac9a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b5482",
                    table="participants_assignment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_assignmentevent" ("at", "by_id", "consultant_id", "explanation", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "reason") VALUES (OLD."at", OLD."by_id", OLD."consultant_id", OLD."explanation", OLD."id", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."previous_id", OLD."reason"); RETURN NULL;',
                    hash="c27d9f04bdc2369f51679349aa65a81e5f52b60b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b666",
                    table="participants_assignment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_standinevent" ("at", "by_id", "consultant_id", "ended_by_id", "ended_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "stand_in_id", "starts_on", "uuid") VALUES (NEW."at", NEW."by_id", NEW."consultant_id", NEW."ended_by_id", NEW."ended_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."pilot_id", NEW."reason", NEW."stand_in_id", NEW."starts_on", NEW."uuid"); RETURN NULL;',
                    hash="35e97704108c0d43297fa4b480eb748ecf0560a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_32e38",
                    table="participants_standin",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standin",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_standinevent" ("at", "by_id", "consultant_id", "ended_by_id", "ended_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "stand_in_id", "starts_on", "uuid") VALUES (NEW."at", NEW."by_id", NEW."consultant_id", NEW."ended_by_id", NEW."ended_on", NEW."ends_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."pilot_id", NEW."reason", NEW."stand_in_id", NEW."starts_on", NEW."uuid"); RETURN NULL;',
                    hash="026439a63733dafc7c62ab205c2f3e9af81ce6eb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_31a0d",
                    table="participants_standin",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standin",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_standinevent" ("at", "by_id", "consultant_id", "ended_by_id", "ended_on", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "stand_in_id", "starts_on", "uuid") VALUES (OLD."at", OLD."by_id", OLD."consultant_id", OLD."ended_by_id", OLD."ended_on", OLD."ends_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."pilot_id", OLD."reason", OLD."stand_in_id", OLD."starts_on", OLD."uuid"); RETURN NULL;',
                    hash="8a07abf5d2d975b4707bb3df7d942f1bf46072a3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e862d",
                    table="participants_standin",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="standinevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="6bcf05dd2930b1a9274e9b1fe3cd2e2d33ccd72c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_ba800",
                    table="participants_standinevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="standinevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cef48137a4a2e72ce99d794db970d2960394e70a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d5973",
                    table="participants_standinevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
