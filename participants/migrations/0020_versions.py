import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from pilot.history import AddTrigger

# The version of a row, and in its history of the row as it was then.
COUNTED = (
    "action",
    "actionevent",
    "businessevent",
    "goal",
    "goalevent",
    "instrument",
    "instrumentevent",
    "placementevent",
    "studyevent",
)
# These began at zero, so what is in their history is of version zero or later.
COUNTED_FROM_ZERO = (
    "civicintegrationevent",
    "diagnosisfileevent",
    "occupationevent",
    "schoolingevent",
    "workexperienceevent",
)
FROM_ONE_NOW = (
    "civicintegration",
    "diagnosisfile",
    "occupation",
    "schooling",
    "workexperience",
    *COUNTED_FROM_ZERO,
)
# Their triggers are made anew, as these name the columns.
TRACKED = (
    "action",
    "business",
    "civicintegration",
    "diagnosisfile",
    "employer",
    "goal",
    "instrument",
    "occupation",
    "placement",
    "referral",
    "schooling",
    "study",
    "vacancy",
    "workexperience",
)


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0019_own_documents_readings"),
    ]

    operations = [
        *[
            pgtrigger.migrations.RemoveTrigger(model_name=model, name=name)
            for model in TRACKED
            for name in ("insert_insert", "update_update", "delete_delete")
        ],
        migrations.RemoveField(
            model_name="employer",
            name="edited_by",
        ),
        migrations.RemoveField(
            model_name="employerevent",
            name="edited_by",
        ),
        migrations.RemoveField(
            model_name="referral",
            name="edited_by",
        ),
        migrations.RemoveField(
            model_name="referralevent",
            name="edited_by",
        ),
        migrations.RemoveField(
            model_name="vacancy",
            name="edited_by",
        ),
        migrations.RemoveField(
            model_name="vacancyevent",
            name="edited_by",
        ),
        *[
            migrations.AddField(
                model_name=name,
                name="version",
                field=models.PositiveIntegerField(default=1, editable=False),
            )
            for name in COUNTED
        ],
        *[
            migrations.AddField(
                model_name=name,
                name="version",
                field=models.PositiveIntegerField(default=0, editable=False),
            )
            for name in COUNTED_FROM_ZERO
        ],
        *[
            migrations.AlterField(
                model_name=name,
                name="version",
                field=models.PositiveIntegerField(default=1, editable=False),
            )
            for name in FROM_ONE_NOW
        ],
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_actionevent" ("at", "by_id", "cancel_reason", "cancelled_on", "done_on", "due_on", "goal_id", "id", "on", "owner", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "uuid", "version", "what") VALUES (NEW."at", NEW."by_id", NEW."cancel_reason", NEW."cancelled_on", NEW."done_on", NEW."due_on", NEW."goal_id", NEW."id", NEW."on", NEW."owner", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="527ff60d75d40b8c96b59ce04b369171db157ac1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b4b5e",
                    table="participants_action",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_actionevent" ("at", "by_id", "cancel_reason", "cancelled_on", "done_on", "due_on", "goal_id", "id", "on", "owner", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "uuid", "version", "what") VALUES (NEW."at", NEW."by_id", NEW."cancel_reason", NEW."cancelled_on", NEW."done_on", NEW."due_on", NEW."goal_id", NEW."id", NEW."on", NEW."owner", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="88d2d231ee96c442cb3f4a628314c16adc5eb008",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_16858",
                    table="participants_action",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_actionevent" ("at", "by_id", "cancel_reason", "cancelled_on", "done_on", "due_on", "goal_id", "id", "on", "owner", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "uuid", "version", "what") VALUES (OLD."at", OLD."by_id", OLD."cancel_reason", OLD."cancelled_on", OLD."done_on", OLD."due_on", OLD."goal_id", OLD."id", OLD."on", OLD."owner", OLD."participant_id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."settled_at", OLD."settled_by_id", OLD."uuid", OLD."version", OLD."what"); RETURN NULL;',
                    hash="d31be9f6a029f2a55f29519786cbe9a8b965a136",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0c63d",
                    table="participants_action",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="business",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what") VALUES (NEW."at", NEW."bbz", NEW."by_id", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."id", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."registered_on", NEW."stage", NEW."starts_on", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="3cf87bea1e18eeec11edd96ee0ff53d34f266740",
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
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."bbz" IS DISTINCT FROM (NEW."bbz") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what") VALUES (NEW."at", NEW."bbz", NEW."by_id", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."id", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."registered_on", NEW."stage", NEW."starts_on", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="f9e19eb2ded7f6ff50043fd8a36eeeccaad92402",
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
                    func='INSERT INTO "participants_businessevent" ("at", "bbz", "by_id", "ended_on", "ended_reason", "ends_on", "id", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "stage", "starts_on", "uuid", "version", "what") VALUES (OLD."at", OLD."bbz", OLD."by_id", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."id", OLD."note", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."registered_on", OLD."stage", OLD."starts_on", OLD."uuid", OLD."version", OLD."what"); RETURN NULL;',
                    hash="ae006ead524ed674113f8c3ebf0581a828ea50f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d8b6",
                    table="participants_business",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="civicintegration",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_civicintegrationevent" ("ends_on", "exam_level", "extended_until", "id", "law", "learning_route", "obliged_from", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "provider_name", "started_on", "status", "version") VALUES (NEW."ends_on", NEW."exam_level", NEW."extended_until", NEW."id", NEW."law", NEW."learning_route", NEW."obliged_from", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider_id", NEW."provider_name", NEW."started_on", NEW."status", NEW."version"); RETURN NULL;',
                    hash="97b586179450644c438ff55d7c7bac3de381e2a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ba647",
                    table="participants_civicintegration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="civicintegration",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_civicintegrationevent" ("ends_on", "exam_level", "extended_until", "id", "law", "learning_route", "obliged_from", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "provider_name", "started_on", "status", "version") VALUES (NEW."ends_on", NEW."exam_level", NEW."extended_until", NEW."id", NEW."law", NEW."learning_route", NEW."obliged_from", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider_id", NEW."provider_name", NEW."started_on", NEW."status", NEW."version"); RETURN NULL;',
                    hash="af78764176c71fb929e3215bfbcb56c0a39c37a6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8059c",
                    table="participants_civicintegration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="civicintegration",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_civicintegrationevent" ("ends_on", "exam_level", "extended_until", "id", "law", "learning_route", "obliged_from", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "provider_name", "started_on", "status", "version") VALUES (OLD."ends_on", OLD."exam_level", OLD."extended_until", OLD."id", OLD."law", OLD."learning_route", OLD."obliged_from", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."provider_id", OLD."provider_name", OLD."started_on", OLD."status", OLD."version"); RETURN NULL;',
                    hash="7926b44f8617cc0b96803ddf18b09c43fa3de30b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5cdfe",
                    table="participants_civicintegration",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="diagnosisfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_diagnosisfileevent" ("ambition", "hours", "id", "licence", "mismatch", "no_education", "no_experience", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transport", "travel_minutes", "version") VALUES (NEW."ambition", NEW."hours", NEW."id", NEW."licence", NEW."mismatch", NEW."no_education", NEW."no_experience", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."transport", NEW."travel_minutes", NEW."version"); RETURN NULL;',
                    hash="95f53052e7dc0cb8a50e1fbe64a7ffec8ffdd9f8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b86a5",
                    table="participants_diagnosisfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="diagnosisfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_diagnosisfileevent" ("ambition", "hours", "id", "licence", "mismatch", "no_education", "no_experience", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transport", "travel_minutes", "version") VALUES (NEW."ambition", NEW."hours", NEW."id", NEW."licence", NEW."mismatch", NEW."no_education", NEW."no_experience", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."transport", NEW."travel_minutes", NEW."version"); RETURN NULL;',
                    hash="42eec3b403af7e735d5a1e4ac4bfaa7775615fce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_69e72",
                    table="participants_diagnosisfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="diagnosisfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_diagnosisfileevent" ("ambition", "hours", "id", "licence", "mismatch", "no_education", "no_experience", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transport", "travel_minutes", "version") VALUES (OLD."ambition", OLD."hours", OLD."id", OLD."licence", OLD."mismatch", OLD."no_education", OLD."no_experience", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."transport", OLD."travel_minutes", OLD."version"); RETURN NULL;',
                    hash="3b02426bdb0cd6d779f6a6de1fa8a63c273d2792",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_64a0f",
                    table="participants_diagnosisfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."contact_name", NEW."email", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."pilot_id", NEW."place", NEW."sector", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="8d9b37f2d7b50f75493f379980cfcc7e73087dc7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61431",
                    table="participants_employer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."contact_name", NEW."email", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."pilot_id", NEW."place", NEW."sector", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="e3c25ad4e976fb8c9e93bf1da36d978bfc4f8b40",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_90171",
                    table="participants_employer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."contact_name", OLD."email", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."pilot_id", OLD."place", OLD."sector", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="d9c349ac36e76c2ee8e78001b90af5eb1828f4f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c104",
                    table="participants_employer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_goalevent" ("at", "by_id", "closed_at", "closed_by_id", "closed_on", "due_on", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "state", "uuid", "version", "what") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_on", NEW."due_on", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."remark", NEW."state", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="4d6254b6fa742ad90e649ce10934d5fdde4bdfc2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dd27f",
                    table="participants_goal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_goalevent" ("at", "by_id", "closed_at", "closed_by_id", "closed_on", "due_on", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "state", "uuid", "version", "what") VALUES (NEW."at", NEW."by_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_on", NEW."due_on", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."remark", NEW."state", NEW."uuid", NEW."version", NEW."what"); RETURN NULL;',
                    hash="21ed9eccbe08b5cb0d7dc8dd2295cb9d1f331583",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_82bb5",
                    table="participants_goal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_goalevent" ("at", "by_id", "closed_at", "closed_by_id", "closed_on", "due_on", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "state", "uuid", "version", "what") VALUES (OLD."at", OLD."by_id", OLD."closed_at", OLD."closed_by_id", OLD."closed_on", OLD."due_on", OLD."id", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."remark", OLD."state", OLD."uuid", OLD."version", OLD."what"); RETURN NULL;',
                    hash="c64506f2713f8d95c29cf08ad562e323750d62d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ba851",
                    table="participants_goal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_instrumentevent" ("amount", "at", "by_id", "ends_on", "id", "kind", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "purchase", "starts_on", "uuid", "version") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."ends_on", NEW."id", NEW."kind", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider_id", NEW."purchase", NEW."starts_on", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="ec76dfe7809729eae772c151ee2dfe460c508099",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_66742",
                    table="participants_instrument",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_instrumentevent" ("amount", "at", "by_id", "ends_on", "id", "kind", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "purchase", "starts_on", "uuid", "version") VALUES (NEW."amount", NEW."at", NEW."by_id", NEW."ends_on", NEW."id", NEW."kind", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider_id", NEW."purchase", NEW."starts_on", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="9015bb35a1f7e3d52162f9386a54699b28d85fe7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1252d",
                    table="participants_instrument",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_instrumentevent" ("amount", "at", "by_id", "ends_on", "id", "kind", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "purchase", "starts_on", "uuid", "version") VALUES (OLD."amount", OLD."at", OLD."by_id", OLD."ends_on", OLD."id", OLD."kind", OLD."note", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."provider_id", OLD."purchase", OLD."starts_on", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="935d614c4db58573820e3690495fb2e902aa90ec",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4212e",
                    table="participants_instrument",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_occupationevent" ("active", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "sector", "shortage", "source", "uuid", "version") VALUES (NEW."active", NEW."code", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."pilot_id", NEW."sector", NEW."shortage", NEW."source", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="a5f1d9c1ff9d5aef0449e3ffd8a280475defedb2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df0bd",
                    table="participants_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_occupationevent" ("active", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "sector", "shortage", "source", "uuid", "version") VALUES (NEW."active", NEW."code", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."pilot_id", NEW."sector", NEW."shortage", NEW."source", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="b0ce718233abe5325c99a0de24ff1c9963061118",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e669",
                    table="participants_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="occupation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_occupationevent" ("active", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "sector", "shortage", "source", "uuid", "version") VALUES (OLD."active", OLD."code", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."pilot_id", OLD."sector", OLD."shortage", OLD."source", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="c67a398e373338886d6393f47713afa653155d61",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_64008",
                    table="participants_occupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="placement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."employer", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."hours", NEW."id", NEW."job_title", NEW."kind", NEW."note", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."starts_on", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="aa85057bb6a2cf95b53d3c32e0f7fee7df0313e3",
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
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."employer" IS DISTINCT FROM (NEW."employer") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."job_title" IS DISTINCT FROM (NEW."job_title") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."occupation_id" IS DISTINCT FROM (NEW."occupation_id") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."employer", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."hours", NEW."id", NEW."job_title", NEW."kind", NEW."note", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."starts_on", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="a28e8da8f06cb00191ee8f67e09e51f3aae046d7",
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
                    func='INSERT INTO "participants_placementevent" ("at", "by_id", "employer", "ended_on", "ended_reason", "ends_on", "hours", "id", "job_title", "kind", "note", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."employer", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."hours", OLD."id", OLD."job_title", OLD."kind", OLD."note", OLD."occupation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."starts_on", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="5a844708517ffbf85aa8320a5c590a5fc04907af",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_69165",
                    table="participants_placement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_referralevent" ("at", "by_id", "driving_licence", "end_reason", "ended_at", "ended_by_id", "ended_on", "hours_from", "hours_until", "id", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reach", "sectors", "times", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."driving_licence", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."hours_from", NEW."hours_until", NEW."id", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reach", NEW."sectors", NEW."times", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="6caf7922ec81427211c08e11d5c04c10cde6577f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c93b7",
                    table="participants_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_referralevent" ("at", "by_id", "driving_licence", "end_reason", "ended_at", "ended_by_id", "ended_on", "hours_from", "hours_until", "id", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reach", "sectors", "times", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."driving_licence", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."hours_from", NEW."hours_until", NEW."id", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reach", NEW."sectors", NEW."times", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="259a3833dbebe6858255c67d952f67a117ebd4a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c39d2",
                    table="participants_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_referralevent" ("at", "by_id", "driving_licence", "end_reason", "ended_at", "ended_by_id", "ended_on", "hours_from", "hours_until", "id", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reach", "sectors", "times", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."driving_licence", OLD."end_reason", OLD."ended_at", OLD."ended_by_id", OLD."ended_on", OLD."hours_from", OLD."hours_until", OLD."id", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."purpose", OLD."reach", OLD."sectors", OLD."times", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="b2de2b169223ede862d9d1aa481f0780c42d0c01",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6ffb9",
                    table="participants_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="schooling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_schoolingevent" ("field", "finished", "id", "level", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recognised_as", "recognition", "recognition_on", "uuid", "version", "years") VALUES (NEW."field", NEW."finished", NEW."id", NEW."level", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recognised_as", NEW."recognition", NEW."recognition_on", NEW."uuid", NEW."version", NEW."years"); RETURN NULL;',
                    hash="acd22e98043b6e1d6d33b699763e3e30a8f0b608",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_373bb",
                    table="participants_schooling",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="schooling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_schoolingevent" ("field", "finished", "id", "level", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recognised_as", "recognition", "recognition_on", "uuid", "version", "years") VALUES (NEW."field", NEW."finished", NEW."id", NEW."level", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recognised_as", NEW."recognition", NEW."recognition_on", NEW."uuid", NEW."version", NEW."years"); RETURN NULL;',
                    hash="451d890af9e9254d309bb882152ba6009a0709f1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_89bb4",
                    table="participants_schooling",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="schooling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_schoolingevent" ("field", "finished", "id", "level", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recognised_as", "recognition", "recognition_on", "uuid", "version", "years") VALUES (OLD."field", OLD."finished", OLD."id", OLD."level", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recognised_as", OLD."recognition", OLD."recognition_on", OLD."uuid", OLD."version", OLD."years"); RETURN NULL;',
                    hash="ae2e7a7c8cfba1a0bc9f11304bcfa8d3c7aef6d3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_41b64",
                    table="participants_schooling",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="study",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."conditions", NEW."course", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."financing", NEW."id", NEW."institution", NEW."level", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."starts_on", NEW."uaf", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="fdc4ba18a3dbd5389cdd8f8e35fb7033bbd8c24c",
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
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."conditions" IS DISTINCT FROM (NEW."conditions") OR OLD."course" IS DISTINCT FROM (NEW."course") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."ended_reason" IS DISTINCT FROM (NEW."ended_reason") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."financing" IS DISTINCT FROM (NEW."financing") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution" IS DISTINCT FROM (NEW."institution") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."uaf" IS DISTINCT FROM (NEW."uaf") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."conditions", NEW."course", NEW."ended_on", NEW."ended_reason", NEW."ends_on", NEW."financing", NEW."id", NEW."institution", NEW."level", NEW."note", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."starts_on", NEW."uaf", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="6a655a2c438087076712fe493242a2600a538802",
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
                    func='INSERT INTO "participants_studyevent" ("at", "by_id", "conditions", "course", "ended_on", "ended_reason", "ends_on", "financing", "id", "institution", "level", "note", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "uaf", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."conditions", OLD."course", OLD."ended_on", OLD."ended_reason", OLD."ends_on", OLD."financing", OLD."id", OLD."institution", OLD."level", OLD."note", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."starts_on", OLD."uaf", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="4622d7399a08c0d4089149f17dc345ad30d4bf6e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c7e1",
                    table="participants_study",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_vacancyevent" ("at", "by_id", "closes_on", "driving_licence", "employer_id", "hours_from", "hours_until", "id", "kind", "language_level", "learned", "note", "occupation_id", "paid", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reach", "sector", "starts_on", "state", "title", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."closes_on", NEW."driving_licence", NEW."employer_id", NEW."hours_from", NEW."hours_until", NEW."id", NEW."kind", NEW."language_level", NEW."learned", NEW."note", NEW."occupation_id", NEW."paid", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."places", NEW."reach", NEW."sector", NEW."starts_on", NEW."state", NEW."title", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="2afcd9bbd3e083e461306ab72c707c6c506e54e5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_53648",
                    table="participants_vacancy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_vacancyevent" ("at", "by_id", "closes_on", "driving_licence", "employer_id", "hours_from", "hours_until", "id", "kind", "language_level", "learned", "note", "occupation_id", "paid", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reach", "sector", "starts_on", "state", "title", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."closes_on", NEW."driving_licence", NEW."employer_id", NEW."hours_from", NEW."hours_until", NEW."id", NEW."kind", NEW."language_level", NEW."learned", NEW."note", NEW."occupation_id", NEW."paid", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."places", NEW."reach", NEW."sector", NEW."starts_on", NEW."state", NEW."title", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="3825777a0832902aa043cb986f851c056a7ab977",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af08e",
                    table="participants_vacancy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_vacancyevent" ("at", "by_id", "closes_on", "driving_licence", "employer_id", "hours_from", "hours_until", "id", "kind", "language_level", "learned", "note", "occupation_id", "paid", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reach", "sector", "starts_on", "state", "title", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."closes_on", OLD."driving_licence", OLD."employer_id", OLD."hours_from", OLD."hours_until", OLD."id", OLD."kind", OLD."language_level", OLD."learned", OLD."note", OLD."occupation_id", OLD."paid", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."places", OLD."reach", OLD."sector", OLD."starts_on", OLD."state", OLD."title", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="4c44c93f8bd3ece8ee219237c5481e94a7bcdbfb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1c340",
                    table="participants_vacancy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workexperience",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_workexperienceevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "since_year", "until_year", "uuid", "version", "years") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."since_year", NEW."until_year", NEW."uuid", NEW."version", NEW."years"); RETURN NULL;',
                    hash="2c3ec35079aa4708d56051d2276ff813721ba135",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6a42",
                    table="participants_workexperience",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workexperience",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_workexperienceevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "since_year", "until_year", "uuid", "version", "years") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."since_year", NEW."until_year", NEW."uuid", NEW."version", NEW."years"); RETURN NULL;',
                    hash="dabca43ffb5e3a82ee1aad430227da181391d0e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0d076",
                    table="participants_workexperience",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workexperience",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_workexperienceevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "since_year", "until_year", "uuid", "version", "years") VALUES (OLD."id", OLD."occupation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."since_year", OLD."until_year", OLD."uuid", OLD."version", OLD."years"); RETURN NULL;',
                    hash="b9d5247b0026411d66c6c08c13c675b41298376e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c2b36",
                    table="participants_workexperience",
                    when="AFTER",
                ),
            ),
        ),
    ]
