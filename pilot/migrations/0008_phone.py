import django.core.validators
import pgtrigger.compiler
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("pilot", "0007_fte"),
    ]

    operations = [
        RemoveTrigger(
            model_name="user",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="user",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="user",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="user",
            name="phone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[+]?[0-9][0-9 ()-]{8,18}$",
                        "Typ een telefoonnummer, bijvoorbeeld 043 123 45 67.",
                    )
                ],
                verbose_name="telefoonnummer",
            ),
        ),
        migrations.AddField(
            model_name="userevent",
            name="phone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[+]?[0-9][0-9 ()-]{8,18}$",
                        "Typ een telefoonnummer, bijvoorbeeld 043 123 45 67.",
                    )
                ],
                verbose_name="telefoonnummer",
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pilot_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."username"); RETURN NULL;',
                    hash="7e63a703e3a579743901bfa14afecc680f2279cd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_02cbb",
                    table="pilot_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                    func='INSERT INTO "pilot_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."username"); RETURN NULL;',
                    hash="7fe15aeb96bac19c1caef66a274bf03a8324b6eb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5cf05",
                    table="pilot_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "pilot_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "username") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."username"); RETURN NULL;',
                    hash="a03a691d7b0f0ea0c9b4b42f3449b70934f0886f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7dfd1",
                    table="pilot_user",
                    when="AFTER",
                ),
            ),
        ),
    ]
