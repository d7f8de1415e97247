import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import participants.proposals
from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0021_appointments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="employer",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="employer",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="employer",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="employercontact",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="employercontact",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="employercontact",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="proposal",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="proposal",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="proposal",
            name="delete_delete",
        ),
        RemoveTrigger(
            model_name="proposalanswer",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="proposalanswer",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="proposalanswer",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="employer",
            name="cooperates",
            field=models.BooleanField(default=True, verbose_name="werkt mee"),
        ),
        migrations.AddField(
            model_name="employercontact",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="employercontactevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="employerevent",
            name="cooperates",
            field=models.BooleanField(default=True, verbose_name="werkt mee"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="placement",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="proposal",
                to="participants.placement",
                verbose_name="plaatsing",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("language", "taal"),
                    ("experience", "ervaring"),
                    ("availability", "beschikbaarheid"),
                    ("transport", "vervoer"),
                    ("no_click", "geen klik"),
                    ("filled", "vacature vervuld"),
                    ("other", "anders"),
                ],
                editable=False,
                max_length=20,
                verbose_name="reden van de afwijzing",
            ),
        ),
        migrations.AddField(
            model_name="proposalanswer",
            name="lapsed",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="door het einde van de verwijzing"
            ),
        ),
        migrations.AddField(
            model_name="proposalanswer",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="proposalanswerevent",
            name="lapsed",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="door het einde van de verwijzing"
            ),
        ),
        migrations.AddField(
            model_name="proposalanswerevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="proposalevent",
            name="placement",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="participants.placement",
                verbose_name="plaatsing",
            ),
        ),
        migrations.AddField(
            model_name="proposalevent",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("language", "taal"),
                    ("experience", "ervaring"),
                    ("availability", "beschikbaarheid"),
                    ("transport", "vervoer"),
                    ("no_click", "geen klik"),
                    ("filled", "vacature vervuld"),
                    ("other", "anders"),
                ],
                editable=False,
                max_length=20,
                verbose_name="reden van de afwijzing",
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("paid_work", "betaald werk"),
                    ("subsidised_work", "gesubsidieerd werk"),
                    ("work_experience", "werkervaringsplaats"),
                    ("trial", "proefplaatsing"),
                    ("learning", "leer-werktraject"),
                    ("orientation", "oriëntatie"),
                ],
                max_length=20,
                verbose_name="doel",
            ),
        ),
        migrations.AlterField(
            model_name="referralevent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("paid_work", "betaald werk"),
                    ("subsidised_work", "gesubsidieerd werk"),
                    ("work_experience", "werkervaringsplaats"),
                    ("trial", "proefplaatsing"),
                    ("learning", "leer-werktraject"),
                    ("orientation", "oriëntatie"),
                ],
                max_length=20,
                verbose_name="doel",
            ),
        ),
        AddTrigger(
            model_name="employer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "cooperates", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."contact_name", NEW."cooperates", NEW."email", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."phone", NEW."pilot_id", NEW."place", NEW."sector", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="5915344052a3c78f284ec5102bed0d09afbc45dc",
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
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "cooperates", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."contact_name", NEW."cooperates", NEW."email", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."phone", NEW."pilot_id", NEW."place", NEW."sector", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="8c808ab2c6a33968fb0304d8484036e51c76ec30",
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
                    func='INSERT INTO "participants_employerevent" ("at", "by_id", "contact_name", "cooperates", "email", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "pilot_id", "place", "sector", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."contact_name", OLD."cooperates", OLD."email", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."phone", OLD."pilot_id", OLD."place", OLD."sector", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="44318d8489240a5cb7c48e2aef454bc151fe8f94",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c104",
                    table="participants_employer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."employer_id", NEW."id", NEW."kind", NEW."next_on", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="5f05e382ae5ff42d85ee5f4129bc0ef0344222bc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2be2e",
                    table="participants_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "version") VALUES (NEW."at", NEW."by_id", NEW."employer_id", NEW."id", NEW."kind", NEW."next_on", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="dd7749af6e9ba16a1d2ad33e155af26b435fea3e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c42d",
                    table="participants_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "version") VALUES (OLD."at", OLD."by_id", OLD."employer_id", OLD."id", OLD."kind", OLD."next_on", OLD."note", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="3ef0caee9d196f76cc8586e91878916e6364f836",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_17d61",
                    table="participants_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "uuid", "vacancy_id") VALUES (NEW."answer", NEW."answered_on", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placement_id", NEW."reason", NEW."uuid", NEW."vacancy_id"); RETURN NULL;',
                    hash="aeab7ba5b559f396cf7ddaca5b0c7cdc131334b8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43423",
                    table="participants_proposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "uuid", "vacancy_id") VALUES (NEW."answer", NEW."answered_on", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placement_id", NEW."reason", NEW."uuid", NEW."vacancy_id"); RETURN NULL;',
                    hash="e3bb7f85b1a6c79b45b3526265735185da29d4f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a7316",
                    table="participants_proposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "reason", "uuid", "vacancy_id") VALUES (OLD."answer", OLD."answered_on", OLD."at", OLD."by_id", OLD."id", OLD."interview_on", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."placement_id", OLD."reason", OLD."uuid", OLD."vacancy_id"); RETURN NULL;',
                    hash="6a52507b1856ab44921ae6c449defebd3eca1ff2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_46a0f",
                    table="participants_proposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "lapsed", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid", "version") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."lapsed", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposal_id", NEW."reason", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="dca3f0d0a32c7b87cd8db3cf0418c8b528c5389c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_780e1",
                    table="participants_proposalanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "lapsed", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid", "version") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."lapsed", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposal_id", NEW."reason", NEW."uuid", NEW."version"); RETURN NULL;',
                    hash="6dd0fe52077c848ebf1cf7015906dd85d9a79b06",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_52d06",
                    table="participants_proposalanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "lapsed", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid", "version") VALUES (OLD."answer", OLD."at", OLD."by_id", OLD."id", OLD."interview_on", OLD."lapsed", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposal_id", OLD."reason", OLD."uuid", OLD."version"); RETURN NULL;',
                    hash="75917921e1545bd310297226638055bbf0a0a9dd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66acc",
                    table="participants_proposalanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer", participants.proposals.Answer["REJECTED"]),
                    ("reason", ""),
                    _connector="OR",
                ),
                name="proposal_reason_of_refusal",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("interview_on", None), ("interview_on__gte", models.F("on")), _connector="OR"
                ),
                name="proposal_interview_not_before_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposalanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lapsed", False),
                    ("answer", participants.proposals.Answer["WITHDRAWN"]),
                    _connector="OR",
                ),
                name="proposal_answer_lapsed_is_withdrawn",
            ),
        ),
    ]
