import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0009_draws"),
        ("pilot", "0005_partners"),
        ("pilot", "__first__"),
    ]

    operations = [
        RemoveTrigger(
            model_name="participant",
            name="update_update",
        ),
        migrations.CreateModel(
            name="ImportColumn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=240, verbose_name="kolomkop")),
                ("field", models.CharField(blank=True, max_length=30, verbose_name="veld")),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_columns",
                        to="pilot.pilot",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("pilot", "heading"), name="import_column_once")
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="importrow",
            name="import_row_outcome_known",
        ),
        migrations.AddField(
            model_name="candidateimport",
            name="sheet",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="candidateimport",
            name="version",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="importrow",
            name="bsn_fingerprint",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="importrow",
            name="decided_at",
            field=models.DateTimeField(null=True, verbose_name="besloten"),
        ),
        migrations.AddField(
            model_name="importrow",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="decision",
            field=models.CharField(
                blank=True,
                choices=[("same", "dezelfde persoon"), ("other", "iemand anders")],
                max_length=10,
                verbose_name="besluit",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="note",
            field=models.TextField(blank=True, verbose_name="toelichting"),
        ),
        migrations.AddField(
            model_name="participant",
            name="bsn_fingerprint",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("refused", "geweigerd"),
                    ("possible", "mogelijk dubbel"),
                    ("new", "nieuw"),
                    ("known", "al bekend"),
                ],
                max_length=10,
                verbose_name="uitkomst",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidateimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("confirmed_at", None), ("sheet", None), _connector="OR"),
                name="import_confirmed_is_emptied",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["new", "known", "possible", "refused"])),
                name="import_row_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decision", ""),
                    models.Q(("decision__in", ["same", "other"]), ("outcome", "possible")),
                    _connector="OR",
                ),
                name="import_row_decision_possible",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("decided_by", None), ("decision", "")),
                    models.Q(
                        models.Q(("decision", ""), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="import_row_decision_signed",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "possible"), _negated=True),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="import_row_possible_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bsn_fingerprint", ""), _negated=True),
                fields=("pilot", "bsn_fingerprint"),
                name="participant_bsn_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bsn_fingerprint", ""),
                    ("bsn_fingerprint__regex", "^[0-9a-f]{64}$"),
                    _connector="OR",
                ),
                name="participant_bsn_is_fingerprint",
            ),
        ),
        AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assigned_on" IS DISTINCT FROM (NEW."assigned_on") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."client_number" IS DISTINCT FROM (NEW."client_number") OR OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."education" IS DISTINCT FROM (NEW."education") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."household" IS DISTINCT FROM (NEW."household") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language_level" IS DISTINCT FROM (NEW."language_level") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."pilot_id" IS DISTINCT FROM (NEW."pilot_id") OR OLD."selected_at" IS DISTINCT FROM (NEW."selected_at") OR OLD."selected_by_id" IS DISTINCT FROM (NEW."selected_by_id") OR OLD."selected_on" IS DISTINCT FROM (NEW."selected_on") OR OLD."sex" IS DISTINCT FROM (NEW."sex"))',
                    func='INSERT INTO "participants_participantevent" ("assigned_on", "birth_date", "client_number", "consultant_id", "education", "first_name", "household", "id", "language_level", "last_name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "pilot_id", "selected_at", "selected_by_id", "selected_on", "sex") VALUES (NEW."assigned_on", NEW."birth_date", NEW."client_number", NEW."consultant_id", NEW."education", NEW."first_name", NEW."household", NEW."id", NEW."language_level", NEW."last_name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."phase", NEW."pilot_id", NEW."selected_at", NEW."selected_by_id", NEW."selected_on", NEW."sex"); RETURN NULL;',
                    hash="9a115743e011677e16d1b2fea46eaf1f1165a6fb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c9656",
                    table="participants_participant",
                    when="AFTER",
                ),
            ),
        ),
    ]
