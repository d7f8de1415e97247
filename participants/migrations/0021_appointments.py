import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0020_import_decisions"),
        ("pilot", "0007_fte"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="step",
            options={"ordering": ["on", "time", "pk"], "verbose_name": "trajectstap"},
        ),
        RemoveTrigger(
            model_name="step",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="step",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="step",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="step",
            name="place",
            field=models.CharField(blank=True, max_length=60, verbose_name="waar"),
        ),
        migrations.AddField(
            model_name="step",
            name="time",
            field=models.TimeField(blank=True, null=True, verbose_name="tijd"),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="place",
            field=models.CharField(blank=True, max_length=60, verbose_name="waar"),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="time",
            field=models.TimeField(blank=True, null=True, verbose_name="tijd"),
        ),
        AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned", "time", "type_id", "uuid", "version", "withdrawn") VALUES (NEW."at", NEW."attendance", NEW."by_id", NEW."id", NEW."interpreter", NEW."manner", NEW."minutes", NEW."note", NEW."on", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."planned", NEW."time", NEW."type_id", NEW."uuid", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="c2519bf185a5b80694e61e4baaa2074dba080c56",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_243c4",
                    table="participants_step",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned", "time", "type_id", "uuid", "version", "withdrawn") VALUES (NEW."at", NEW."attendance", NEW."by_id", NEW."id", NEW."interpreter", NEW."manner", NEW."minutes", NEW."note", NEW."on", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."planned", NEW."time", NEW."type_id", NEW."uuid", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="723bd06f975bf6a94f1b61cda4201cd897204c23",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c3d7",
                    table="participants_step",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned", "time", "type_id", "uuid", "version", "withdrawn") VALUES (OLD."at", OLD."attendance", OLD."by_id", OLD."id", OLD."interpreter", OLD."manner", OLD."minutes", OLD."note", OLD."on", OLD."participant_id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."planned", OLD."time", OLD."type_id", OLD."uuid", OLD."version", OLD."withdrawn"); RETURN NULL;',
                    hash="abf0231b80f5dfa52e3d0cdecf3e71e262647920",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53c44",
                    table="participants_step",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("planned", True), models.Q(("place", ""), ("time", None)), _connector="OR"
                ),
                name="step_time_and_place_when_planned",
            ),
        ),
    ]
