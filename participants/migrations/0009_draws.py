import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0008_calendar_links"),
        ("pilot", "0005_partners"),
        ("pilot", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draw",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                (
                    "features",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sex", "Geslacht"),
                                ("age_class", "Leeftijd"),
                                ("education", "Opleiding"),
                                ("arrival_year", "Jaar van toewijzing"),
                                ("household", "Huishouden"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="kenmerken",
                    ),
                ),
                ("size", models.PositiveSmallIntegerField(verbose_name="aantal")),
                ("seed", models.PositiveIntegerField(verbose_name="startgetal")),
                ("on", models.DateField(verbose_name="peildatum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("carried_out", "uitgevoerd"),
                            ("discarded", "weggelegd"),
                        ],
                        default="concept",
                        editable=False,
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                (
                    "selected_on",
                    models.DateField(editable=False, null=True, verbose_name="geselecteerd op"),
                ),
                (
                    "settled_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="afgesloten"),
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
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draws",
                        to="pilot.pilot",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "loting",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("pilot", "number"), name="draw_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="draw_of_somebody"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("features", []), _negated=True),
                        name="draw_by_some_feature",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["concept", "carried_out", "discarded"])),
                        name="draw_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("settled_at", None), ("settled_by", None), ("state", "concept")
                            ),
                            models.Q(
                                models.Q(("state", "concept"), _negated=True),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="draw_settled_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "carried_out"), ("selected_on", None), _connector="XOR"
                        ),
                        name="draw_carried_out_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(editable=False, unique=True)),
                ("reason", models.TextField(verbose_name="reden")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "added",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
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
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="participants.draw",
                    ),
                ),
                (
                    "removed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "wijziging van een loting",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed__isnull", False), ("added__isnull", False), _connector="OR"
                        ),
                        name="draw_change_of_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("removed", models.F("added")), _negated=True),
                        name="draw_change_changes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="draw_change_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("lot", models.PositiveIntegerField(verbose_name="lotnummer")),
                (
                    "sex",
                    models.CharField(
                        choices=[("female", "vrouw"), ("male", "man"), ("unknown", "onbekend")],
                        max_length=10,
                        verbose_name="geslacht",
                    ),
                ),
                ("age_class", models.CharField(max_length=10, verbose_name="leeftijd")),
                (
                    "education",
                    models.CharField(
                        choices=[
                            ("none", "geen onderwijs"),
                            ("primary", "basisonderwijs"),
                            ("lower", "vo of mbo 1"),
                            ("middle", "mbo 2-4, havo of vwo"),
                            ("higher", "hbo of wo"),
                            ("unknown", "onbekend"),
                        ],
                        max_length=10,
                        verbose_name="opleiding",
                    ),
                ),
                (
                    "arrival_year",
                    models.CharField(max_length=4, verbose_name="jaar van toewijzing"),
                ),
                (
                    "household",
                    models.CharField(
                        choices=[
                            ("child_at_home", "thuiswonend kind"),
                            ("single", "alleenstaand"),
                            ("couple", "partner zonder kinderen"),
                            ("couple_with_children", "partner met kinderen"),
                            ("single_parent", "eenouder"),
                            ("other", "overig"),
                            ("unknown", "onbekend"),
                        ],
                        max_length=25,
                        verbose_name="huishouden",
                    ),
                ),
                ("drawn", models.BooleanField(verbose_name="geloot")),
                ("chosen", models.BooleanField(verbose_name="in de selectie")),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "niet geloot"),
                            ("drawn", "geloot"),
                            ("exchanged", "in ruil"),
                            ("added", "met de hand"),
                        ],
                        max_length=10,
                        verbose_name="hoe erin gekomen",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                (
                    "draw",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="participants.draw",
                        verbose_name="loting",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draw_entries",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "plaats in een loting",
                "ordering": ["lot"],
                "constraints": [
                    models.UniqueConstraint(fields=("draw", "participant"), name="draw_entry_once"),
                    models.UniqueConstraint(fields=("draw", "lot"), name="draw_entry_lot_once"),
                    models.CheckConstraint(
                        condition=models.Q(("how__in", ["", "drawn", "exchanged", "added"])),
                        name="draw_entry_how_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chosen", False), models.Q(("how", ""), _negated=True), _connector="OR"
                        ),
                        name="draw_entry_chosen_somehow",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("drawn", models.F("chosen")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="draw_entry_by_hand_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrawEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                (
                    "features",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sex", "Geslacht"),
                                ("age_class", "Leeftijd"),
                                ("education", "Opleiding"),
                                ("arrival_year", "Jaar van toewijzing"),
                                ("household", "Huishouden"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="kenmerken",
                    ),
                ),
                ("size", models.PositiveSmallIntegerField(verbose_name="aantal")),
                ("seed", models.PositiveIntegerField(verbose_name="startgetal")),
                ("on", models.DateField(verbose_name="peildatum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("carried_out", "uitgevoerd"),
                            ("discarded", "weggelegd"),
                        ],
                        default="concept",
                        editable=False,
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                (
                    "selected_on",
                    models.DateField(editable=False, null=True, verbose_name="geselecteerd op"),
                ),
                (
                    "settled_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="afgesloten"),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.draw",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilot.pilot",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DrawChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(editable=False)),
                ("reason", models.TextField(verbose_name="reden")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "added",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
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
                    "draw",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.draw",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.drawchange",
                    ),
                ),
                (
                    "removed",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DrawEntryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("lot", models.PositiveIntegerField(verbose_name="lotnummer")),
                ("drawn", models.BooleanField(verbose_name="geloot")),
                ("chosen", models.BooleanField(verbose_name="in de selectie")),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "niet geloot"),
                            ("drawn", "geloot"),
                            ("exchanged", "in ruil"),
                            ("added", "met de hand"),
                        ],
                        max_length=10,
                        verbose_name="hoe erin gekomen",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                (
                    "draw",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.draw",
                        verbose_name="loting",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.drawentry",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="draw",
            trigger=pgtrigger.compiler.Trigger(
                name="settled_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (OLD.\"state\" = 'concept'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3f92a5dc8052cbb57d27ca8dcca6fcabf521b785",
                    operation="UPDATE",
                    pgid="pgtrigger_settled_stays_4355c",
                    table="participants_draw",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="draw",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawevent" ("at", "by_id", "features", "id", "number", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "seed", "selected_on", "settled_at", "settled_by_id", "size", "state", "uuid") VALUES (NEW."at", NEW."by_id", NEW."features", NEW."id", NEW."number", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."pilot_id", NEW."seed", NEW."selected_on", NEW."settled_at", NEW."settled_by_id", NEW."size", NEW."state", NEW."uuid"); RETURN NULL;',
                    hash="3109969338659ae3cc4509157ceb9dc286224ac8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0f5d1",
                    table="participants_draw",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="draw",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_drawevent" ("at", "by_id", "features", "id", "number", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "seed", "selected_on", "settled_at", "settled_by_id", "size", "state", "uuid") VALUES (NEW."at", NEW."by_id", NEW."features", NEW."id", NEW."number", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."pilot_id", NEW."seed", NEW."selected_on", NEW."settled_at", NEW."settled_by_id", NEW."size", NEW."state", NEW."uuid"); RETURN NULL;',
                    hash="3f758b9c2e070a279883b338afe58b86346664fb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d3a6",
                    table="participants_draw",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="draw",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawevent" ("at", "by_id", "features", "id", "number", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "seed", "selected_on", "settled_at", "settled_by_id", "size", "state", "uuid") VALUES (OLD."at", OLD."by_id", OLD."features", OLD."id", OLD."number", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."pilot_id", OLD."seed", OLD."selected_on", OLD."settled_at", OLD."settled_by_id", OLD."size", OLD."state", OLD."uuid"); RETURN NULL;',
                    hash="5cc12a75b975d20a7a8ae2a983f66df154652a62",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2200e",
                    table="participants_draw",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawchange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawchangeevent" ("added_id", "at", "by_id", "draw_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "removed_id", "uuid") VALUES (NEW."added_id", NEW."at", NEW."by_id", NEW."draw_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."removed_id", NEW."uuid"); RETURN NULL;',
                    hash="95b6a20400503ba9e3f2bba4705105af48276e9d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7efa4",
                    table="participants_drawchange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawchange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_drawchangeevent" ("added_id", "at", "by_id", "draw_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "removed_id", "uuid") VALUES (NEW."added_id", NEW."at", NEW."by_id", NEW."draw_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."removed_id", NEW."uuid"); RETURN NULL;',
                    hash="128e303fc50e43f84172f7018c309ea9420925d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0fd49",
                    table="participants_drawchange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawchange",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawchangeevent" ("added_id", "at", "by_id", "draw_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "removed_id", "uuid") VALUES (OLD."added_id", OLD."at", OLD."by_id", OLD."draw_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."removed_id", OLD."uuid"); RETURN NULL;',
                    hash="334e5467356a95138e9a4a0da893e58d156d935e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_117ac",
                    table="participants_drawchange",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="988b385f034f0403f8f8731d42866e07141ce3ca",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6926f",
                    table="participants_drawchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9b443189314e1cd28a4e6eb9f8cd86173093355e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_65cf3",
                    table="participants_drawchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentry",
            trigger=pgtrigger.compiler.Trigger(
                name="pool_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."age_class" IS DISTINCT FROM (NEW."age_class") OR OLD."arrival_year" IS DISTINCT FROM (NEW."arrival_year") OR OLD."draw_id" IS DISTINCT FROM (NEW."draw_id") OR OLD."drawn" IS DISTINCT FROM (NEW."drawn") OR OLD."education" IS DISTINCT FROM (NEW."education") OR OLD."household" IS DISTINCT FROM (NEW."household") OR OLD."lot" IS DISTINCT FROM (NEW."lot") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."sex" IS DISTINCT FROM (NEW."sex"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="05949f23edbeaca0efa4564a25a528daa68f6ac4",
                    operation="UPDATE",
                    pgid="pgtrigger_pool_stays_c3519",
                    table="participants_drawentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawentryevent" ("chosen", "draw_id", "drawn", "how", "id", "lot", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."chosen", NEW."draw_id", NEW."drawn", NEW."how", NEW."id", NEW."lot", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="a48632a85e5962f1fcc231fe74ce4aa8fb82d86e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3bb72",
                    table="participants_drawentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."chosen" IS DISTINCT FROM (NEW."chosen") OR OLD."draw_id" IS DISTINCT FROM (NEW."draw_id") OR OLD."drawn" IS DISTINCT FROM (NEW."drawn") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lot" IS DISTINCT FROM (NEW."lot") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason"))',
                    func='INSERT INTO "participants_drawentryevent" ("chosen", "draw_id", "drawn", "how", "id", "lot", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."chosen", NEW."draw_id", NEW."drawn", NEW."how", NEW."id", NEW."lot", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="136b8fa221b7e3f5e1b88624dcffba916c005798",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5edd5",
                    table="participants_drawentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_drawentryevent" ("chosen", "draw_id", "drawn", "how", "id", "lot", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."chosen", OLD."draw_id", OLD."drawn", OLD."how", OLD."id", OLD."lot", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="0ebb31fd799e1d8b594b8d17f11a19fb10d2f236",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_92f86",
                    table="participants_drawentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="bc8d24774f6e5232196edfbf11dd36ee36cbca0b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_bcdb5",
                    table="participants_drawentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f8b75416014541b9ef785067ea2fe1e6cc98ff0e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f7670",
                    table="participants_drawentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="70ee1ec67d26a3c3e6c35b789d7101937ede4310",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1a597",
                    table="participants_drawevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="drawevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5c6478bc77e91b7a5eb561a764842c72759ba5ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_44d80",
                    table="participants_drawevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
