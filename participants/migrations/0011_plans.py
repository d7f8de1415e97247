import uuid

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0010_import_columns_and_duplicates"),
        ("pilot", "0005_partners"),
        ("pilot", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "correctie",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="correction_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="wat")),
                ("on", models.DateField(verbose_name="vastgesteld op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="te bereiken op")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("reached", "bereikt"),
                            ("partly", "deels bereikt"),
                            ("missed", "niet bereikt"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("remark", models.TextField(blank=True, verbose_name="opmerking")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="afgerond door",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "doel",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("participant", "uuid"), name="goal_sent_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "reached", "partly", "missed"])),
                        name="goal_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_by", None),
                                ("closed_on", None),
                                ("remark", ""),
                                ("state", "open"),
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                models.Q(("closed_on", None), _negated=True),
                                models.Q(("closed_by", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="goal_closed_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("learn_work", "maatwerk leer/werktraject"),
                            ("language_placement", "taalstage"),
                            ("trial_placement", "proefplaatsing"),
                            ("work_experience", "werkervaringsplaats"),
                            ("participation_place", "participatieplaats"),
                            ("wage_subsidy", "loonkostensubsidie"),
                            ("wage_subsidy_temporary", "loonkostensubsidie, tijdelijk"),
                            ("wage_subsidy_flat", "loonkostensubsidie, forfaitair"),
                            ("job_coach", "jobcoach"),
                            ("no_risk", "no-riskpolis"),
                            ("workplace", "werkplekaanpassing"),
                            ("sheltered", "beschut werk"),
                            ("training", "training of cursus"),
                            ("coaching", "coaching naar werk"),
                            ("volunteering", "vrijwilligerswerk"),
                            ("uaf", "UAF-traject"),
                            ("kix_works", "K!X Works"),
                            ("business", "ondernemerschapstraject"),
                            ("credentials", "diplomawaardering"),
                        ],
                        max_length=25,
                        verbose_name="instrument",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "purchase",
                    models.CharField(
                        choices=[
                            ("existing", "al ingekocht door de gemeente"),
                            ("extra", "ingekocht voor deze pilot"),
                        ],
                        default="existing",
                        max_length=10,
                        verbose_name="inkoop",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="bedrag (€)",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="pilot.organisation",
                        verbose_name="aanbieder",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "instrument",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "uuid"), name="instrument_sent_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "learn_work",
                                    "language_placement",
                                    "trial_placement",
                                    "work_experience",
                                    "participation_place",
                                    "wage_subsidy",
                                    "wage_subsidy_temporary",
                                    "wage_subsidy_flat",
                                    "job_coach",
                                    "no_risk",
                                    "workplace",
                                    "sheltered",
                                    "training",
                                    "coaching",
                                    "volunteering",
                                    "uaf",
                                    "kix_works",
                                    "business",
                                    "credentials",
                                ],
                            )
                        ),
                        name="instrument_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purchase__in", ["existing", "extra"])),
                        name="instrument_purchase_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="instrument_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gt", 0), _connector="OR"),
                        name="instrument_amount_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_agreements",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "afspraak over het plan",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "on"), name="plan_agreed_once_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="wat")),
                ("on", models.DateField(verbose_name="vastgesteld op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("consultant", "consulent"),
                            ("participant", "deelnemer"),
                            ("recruiter", "recruiter"),
                            ("partner", "partner"),
                        ],
                        max_length=12,
                        verbose_name="wie",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="uiterlijk op")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                (
                    "cancelled_on",
                    models.DateField(blank=True, null=True, verbose_name="vervallen op"),
                ),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom vervallen"),
                ),
                ("settled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="pilot.organisation",
                        verbose_name="partner",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="afgehandeld door",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="participants.goal",
                        verbose_name="doel",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "verbose_name": "actie",
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(fields=["participant", "due_on"], name="action_participant_due")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "uuid"), name="action_sent_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("owner__in", ["consultant", "participant", "recruiter", "partner"])
                        ),
                        name="action_owner_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("owner", "partner"), ("partner", None), _connector="XOR"
                        ),
                        name="action_of_a_partner_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), ("cancelled_on", None), _connector="OR"
                        ),
                        name="action_done_or_cancelled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_on", None),
                            models.Q(("cancel_reason", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="action_cancelled_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_on", None), ("done_on", None)),
                            models.Q(("settled_by", None), _negated=True),
                            _connector="XOR",
                        ),
                        name="action_settled_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionEvent",
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
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
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
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.correction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="wat")),
                ("on", models.DateField(verbose_name="vastgesteld op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="te bereiken op")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("reached", "bereikt"),
                            ("partly", "deels bereikt"),
                            ("missed", "niet bereikt"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("remark", models.TextField(blank=True, verbose_name="opmerking")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="afgerond door",
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
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.goal",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstrumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("learn_work", "maatwerk leer/werktraject"),
                            ("language_placement", "taalstage"),
                            ("trial_placement", "proefplaatsing"),
                            ("work_experience", "werkervaringsplaats"),
                            ("participation_place", "participatieplaats"),
                            ("wage_subsidy", "loonkostensubsidie"),
                            ("wage_subsidy_temporary", "loonkostensubsidie, tijdelijk"),
                            ("wage_subsidy_flat", "loonkostensubsidie, forfaitair"),
                            ("job_coach", "jobcoach"),
                            ("no_risk", "no-riskpolis"),
                            ("workplace", "werkplekaanpassing"),
                            ("sheltered", "beschut werk"),
                            ("training", "training of cursus"),
                            ("coaching", "coaching naar werk"),
                            ("volunteering", "vrijwilligerswerk"),
                            ("uaf", "UAF-traject"),
                            ("kix_works", "K!X Works"),
                            ("business", "ondernemerschapstraject"),
                            ("credentials", "diplomawaardering"),
                        ],
                        max_length=25,
                        verbose_name="instrument",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "purchase",
                    models.CharField(
                        choices=[
                            ("existing", "al ingekocht door de gemeente"),
                            ("extra", "ingekocht voor deze pilot"),
                        ],
                        default="existing",
                        max_length=10,
                        verbose_name="inkoop",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="bedrag (€)",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
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
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.instrument",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilot.organisation",
                        verbose_name="aanbieder",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanAgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
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
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.planagreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="wat")),
                ("on", models.DateField(verbose_name="vastgesteld op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("consultant", "consulent"),
                            ("participant", "deelnemer"),
                            ("recruiter", "recruiter"),
                            ("partner", "partner"),
                        ],
                        max_length=12,
                        verbose_name="wie",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="uiterlijk op")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="gedaan op")),
                (
                    "cancelled_on",
                    models.DateField(blank=True, null=True, verbose_name="vervallen op"),
                ),
                (
                    "cancel_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom vervallen"),
                ),
                ("settled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
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
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilot.organisation",
                        verbose_name="partner",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.action",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="afgehandeld door",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.goal",
                        verbose_name="doel",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_correctionevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="e7cdd1af25c739f3c524de44a4c805b547b0afa2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65b5f",
                    table="participants_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_correctionevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="99b5d643c1efb5ba38a477dae0fc6815a7c048e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9d8bb",
                    table="participants_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_correctionevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="e376fd4cfa35a3421231b812c82a1ba4b68dd91e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c9353",
                    table="participants_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="d8056b1962fdfbaa66fe7a121a42515940f77903",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_014d4",
                    table="participants_correctionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="correctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2dab0bb3bf14ccb24cd3c4428094aab1c94bebc8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e54dd",
                    table="participants_correctionevent",
                    when="BEFORE",
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
            model_name="actionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="b09213558356c2b3d0f84d0a417eafa052b0acd0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_60764",
                    table="participants_actionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="actionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a49b24ce2750375a66d9ecb7b72d8dcb72dacc00",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7be41",
                    table="participants_actionevent",
                    when="BEFORE",
                ),
            ),
        ),
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
            model_name="goalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="4ebb1372e1b295a6e0ddd2d2e86ec1c7e998ead7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_8b132",
                    table="participants_goalevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="goalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ad6634922f2c9c3f329ff61b4dd1c581329a1eb0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9dfa7",
                    table="participants_goalevent",
                    when="BEFORE",
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
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="5f9775ddeedc45797defeb160d0e19f73e9b63b2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_73148",
                    table="participants_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="94b99ac2807fec5f35687a0dddbbfddda5eb24b2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_73403",
                    table="participants_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="planagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_planagreementevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="7853b3616c489fb356b05cf9242e994256592ecc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfc30",
                    table="participants_planagreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_planagreementevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="32c01477acef5e498ed3380402388856a9145c8b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d285e",
                    table="participants_planagreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_planagreementevent" ("at", "by_id", "id", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="b5ca22e441e81b3d14971abe07bf639868ada0c9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4b5b9",
                    table="participants_planagreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="planagreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="f8b0a5cdf3abd00bfa6b492c19de181b9200de7d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_95118",
                    table="participants_planagreementevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="planagreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9bbbede10e1f1fc0e75b9f10d5fac1fec0d7fcca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2fbb7",
                    table="participants_planagreementevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
