import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0023_mediation_mended_readings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OutcomeCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("reason", models.TextField(verbose_name="reden")),
                ("outcome_on", models.DateField(verbose_name="dag van de uitstroom")),
                ("final", models.BooleanField(verbose_name="na vaststelling")),
                ("changes", models.JSONField(verbose_name="wijzigingen")),
            ],
            options={
                "verbose_name": "correctie van uitstroom",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutcomeCorrectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("reason", models.TextField(verbose_name="reden")),
                ("outcome_on", models.DateField(verbose_name="dag van de uitstroom")),
                ("final", models.BooleanField(verbose_name="na vaststelling")),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="business",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="business",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="business",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="followup",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="followup",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="followup",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="outcome",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="outcome",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="outcome",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="placement",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="placement",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="placement",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="study",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="study",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="study",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="transition",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="transition",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="transition",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="outcome",
            name="outcome_kind_once_a_day",
        ),
        migrations.AddField(
            model_name="business",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="business",
            name="withdrawn_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="business",
            name="withdrawn_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="business",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="business",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="businessevent",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="businessevent",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="businessevent",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="closing",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="participants.transition",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="placement",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="placement",
            name="withdrawn_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="withdrawn_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="placement",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="placementevent",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="placementevent",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="placementevent",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="study",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="study",
            name="withdrawn_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="study",
            name="withdrawn_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="study",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="study",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="studyevent",
            name="withdrawn",
            field=models.BooleanField(default=False, editable=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="studyevent",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="studyevent",
            name="withdrawn_reason",
            field=models.TextField(
                blank=True, editable=False, verbose_name="reden van het intrekken"
            ),
        ),
        migrations.AddField(
            model_name="transition",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="transitionevent",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        AddTrigger(
            model_name="business",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."bbz", NEW."by_id", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."id", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."registered_on", NEW."stage", NEW."starts_on", NEW."uuid", NEW."version", NEW."what", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="fd71431702455e57b89c78c3eafdd18914116722",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ffb30",
                    table="participants_business",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="business",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."bbz" IS DISTINCT FROM (NEW."bbz") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."withdrawn" IS DISTINCT FROM (NEW."withdrawn") OR OLD."withdrawn_on" IS DISTINCT FROM (NEW."withdrawn_on") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."bbz", NEW."by_id", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."id", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."registered_on", NEW."stage", NEW."starts_on", NEW."uuid", NEW."version", NEW."what", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="8fba979b2a81b44772f60e9b6033a82fd7d89f2f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a2db",
                    table="participants_business",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="business",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (OLD."at", OLD."bbz", OLD."by_id", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."id", OLD."note", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."registered_on", OLD."stage", OLD."starts_on", OLD."uuid", OLD."version", OLD."what", OLD."withdrawn", OLD."withdrawn_on", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="3dafaebc9164d3577e6ddefd4e87cf8adc1fbeff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d8b6",
                    table="participants_business",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."hours", NEW."id", NEW."moment", NEW."note", NEW."on", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."situation", NEW."source", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="b52d3cbb07ec4a4c0d61c9d9f5d137fab4bc9a9f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0d4df",
                    table="participants_followup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."hours", NEW."id", NEW."moment", NEW."note", NEW."on", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."situation", NEW."source", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="f350733a64469ac66d951ab55bba683e1adddc15",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9e5e7",
                    table="participants_followup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."hours", OLD."id", OLD."moment", OLD."note", OLD."on", OLD."outcome_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."situation", OLD."source", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="af690f797684064ff14a903e2b355876bea6a560",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e81a7",
                    table="participants_followup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary", "version", "withdrawn") VALUES (NEW."aftercare", NEW."at", NEW."benefit_ended", NEW."business_id", NEW."by_id", NEW."dropout_reason", NEW."hours", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placement_id", NEW."study_id", NEW."summary", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="9dc8954c4089ff5e6b90908d2f62c9501ff07ec4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e6168",
                    table="participants_outcome",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aftercare" IS DISTINCT FROM (NEW."aftercare") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."benefit_ended" IS DISTINCT FROM (NEW."benefit_ended") OR OLD."business_id" IS DISTINCT FROM (NEW."business_id") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."dropout_reason" IS DISTINCT FROM (NEW."dropout_reason") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."placement_id" IS DISTINCT FROM (NEW."placement_id") OR OLD."study_id" IS DISTINCT FROM (NEW."study_id") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn" IS DISTINCT FROM (NEW."withdrawn"))',
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary", "version", "withdrawn") VALUES (NEW."aftercare", NEW."at", NEW."benefit_ended", NEW."business_id", NEW."by_id", NEW."dropout_reason", NEW."hours", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placement_id", NEW."study_id", NEW."summary", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="af464e316cca054d0403394c7ee63f7fe6139a97",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17525",
                    table="participants_outcome",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary", "version", "withdrawn") VALUES (OLD."aftercare", OLD."at", OLD."benefit_ended", OLD."business_id", OLD."by_id", OLD."dropout_reason", OLD."hours", OLD."id", OLD."kind", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."placement_id", OLD."study_id", OLD."summary", OLD."version", OLD."withdrawn"); RETURN NULL;',
                    hash="d8e4e3fa630dd2ba49a4b28bddaa099ed324ad97",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_14b13",
                    table="participants_outcome",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="placement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."by_id", NEW."employer", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."hours", NEW."id", NEW."job_title", NEW."kind", NEW."note", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."starts_on", NEW."uuid", NEW."version", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="aeb297774911daac67697208624653322f5d931c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23341",
                    table="participants_placement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="placement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."employer" IS DISTINCT FROM (NEW."employer") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."job_title" IS DISTINCT FROM (NEW."job_title") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."occupation_id" IS DISTINCT FROM (NEW."occupation_id") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn" IS DISTINCT FROM (NEW."withdrawn") OR OLD."withdrawn_on" IS DISTINCT FROM (NEW."withdrawn_on") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."by_id", NEW."employer", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."hours", NEW."id", NEW."job_title", NEW."kind", NEW."note", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."starts_on", NEW."uuid", NEW."version", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="3ea529b249326edb5c74902faa6807ad52890a02",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_277fd",
                    table="participants_placement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="placement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (OLD."at", OLD."by_id", OLD."employer", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."hours", OLD."id", OLD."job_title", OLD."kind", OLD."note", OLD."occupation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."starts_on", OLD."uuid", OLD."version", OLD."withdrawn", OLD."withdrawn_on", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="7491c6c74349b4dc15f5819e0978e849969174b5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_69165",
                    table="participants_placement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="study",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."by_id", NEW."conditions", NEW."course", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."financing", NEW."id", NEW."institution", NEW."level", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."starts_on", NEW."uaf", NEW."uuid", NEW."version", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="a392d8597b7fd3ea9f260502d9a7d7158abc96f4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36c69",
                    table="participants_study",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="study",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."conditions" IS DISTINCT FROM (NEW."conditions") OR OLD."course" IS DISTINCT FROM (NEW."course") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."financing" IS DISTINCT FROM (NEW."financing") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution" IS DISTINCT FROM (NEW."institution") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uaf" IS DISTINCT FROM (NEW."uaf") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withdrawn" IS DISTINCT FROM (NEW."withdrawn") OR OLD."withdrawn_on" IS DISTINCT FROM (NEW."withdrawn_on") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (NEW."at", NEW."by_id", NEW."conditions", NEW."course", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."financing", NEW."id", NEW."institution", NEW."level", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."starts_on", NEW."uaf", NEW."uuid", NEW."version", NEW."withdrawn", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="01a02674bf01ca78d8c36b38be48d4f67e5f913a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_00a6a",
                    table="participants_study",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="study",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version", "withdrawn", "withdrawn_on", "withdrawn_reason") VALUES (OLD."at", OLD."by_id", OLD."conditions", OLD."course", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."financing", OLD."id", OLD."institution", OLD."level", OLD."note", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."starts_on", OLD."uaf", OLD."uuid", OLD."version", OLD."withdrawn", OLD."withdrawn_on", OLD."withdrawn_reason"); RETURN NULL;',
                    hash="408bf95ffea3463cd0cad7fd08337a34b4c3723d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c7e1",
                    table="participants_study",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_transitionevent" ("at", "by_id", "from_phase", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_phase", "withdrawn") VALUES (NEW."at", NEW."by_id", NEW."from_phase", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."to_phase", NEW."withdrawn"); RETURN NULL;',
                    hash="8d5c01475c931114048f018f1ed86d5ba2956f4c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_089bf",
                    table="participants_transition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_transitionevent" ("at", "by_id", "from_phase", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_phase", "withdrawn") VALUES (NEW."at", NEW."by_id", NEW."from_phase", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."to_phase", NEW."withdrawn"); RETURN NULL;',
                    hash="7ef17ea5e3790a482d8d5d659d59650afaa63ef2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94b9b",
                    table="participants_transition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_transitionevent" ("at", "by_id", "from_phase", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_phase", "withdrawn") VALUES (OLD."at", OLD."by_id", OLD."from_phase", OLD."id", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."to_phase", OLD."withdrawn"); RETURN NULL;',
                    hash="169ab8a4c9048ce629aade7f21f6ee7a5e3a3654",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_368dc",
                    table="participants_transition",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="business",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn", False),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_on", None),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("withdrawn", True),
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        ("withdrawn_on__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="business_withdrawn_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="business",
            constraint=models.CheckConstraint(
                condition=models.Q(("bbz", "granted"), ("stage", "idea"), _negated=True),
                name="business_bbz_granted_for_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("participant", "on", "kind"),
                name="outcome_kind_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn", False),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_on", None),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("withdrawn", True),
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        ("withdrawn_on__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="placement_withdrawn_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="study",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn", False),
                        ("withdrawn_at", None),
                        ("withdrawn_by", None),
                        ("withdrawn_on", None),
                        ("withdrawn_reason", ""),
                    ),
                    models.Q(
                        ("withdrawn", True),
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        ("withdrawn_on__isnull", False),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="study_withdrawn_signed",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrection",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrection",
            name="outcome",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="participants.outcome",
                verbose_name="uitstroom",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrection",
            name="participant",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="participants.participant",
                verbose_name="deelnemer",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrectionevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="door",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrectionevent",
            name="participant",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="participants.participant",
                verbose_name="deelnemer",
            ),
        ),
        migrations.AddField(
            model_name="outcomecorrectionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="participants.outcomecorrection",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcomecorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="outcome_correction_has_reason",
            ),
        ),
        AddTrigger(
            model_name="outcomecorrection",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_outcomecorrectionevent" ("at", "by_id", "final", "id", "on", "outcome_on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."final", NEW."id", NEW."on", NEW."outcome_on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="cc53c13ba3f9762d182864560c33e9baed565347",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_53dd7",
                    table="participants_outcomecorrection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcomecorrection",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."final" IS DISTINCT FROM (NEW."final") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."outcome_on" IS DISTINCT FROM (NEW."outcome_on") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason"))',
                    func='INSERT INTO "participants_outcomecorrectionevent" ("at", "by_id", "final", "id", "on", "outcome_on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."final", NEW."id", NEW."on", NEW."outcome_on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="769296ae9e55d2d8b8f08fbd1c5e5f8a1c3e74da",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b4b31",
                    table="participants_outcomecorrection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcomecorrection",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_outcomecorrectionevent" ("at", "by_id", "final", "id", "on", "outcome_on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."at", OLD."by_id", OLD."final", OLD."id", OLD."on", OLD."outcome_on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="7858aabdbc025f637ae3ca025d68b0bbd2e2f197",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e3586",
                    table="participants_outcomecorrection",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcomecorrectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="f3db50e817073ea59f2bd5c16233dcedd66cd6f7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_c798d",
                    table="participants_outcomecorrectionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcomecorrectionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4aeb296ce195905308dc356b6d6baa1cff7466c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_87eb4",
                    table="participants_outcomecorrectionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
