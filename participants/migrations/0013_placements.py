import uuid
from decimal import Decimal

import django.contrib.postgres.functions
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0012_caseload"),
        ("pilot", "__first__"),
    ]

    operations = [
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
        migrations.CreateModel(
            name="Business",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("what", models.CharField(max_length=120, verbose_name="wat voor onderneming")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("idea", "idee"),
                            ("plan", "ondernemingsplan"),
                            ("tested", "plan getoetst"),
                            ("started", "gestart"),
                        ],
                        max_length=20,
                        verbose_name="hoe ver",
                    ),
                ),
                (
                    "bbz",
                    models.CharField(
                        choices=[
                            ("none", "niet aangevraagd"),
                            ("asked", "aangevraagd"),
                            ("granted", "toegekend"),
                            ("refused", "afgewezen"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="Bbz",
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="ingeschreven bij de KvK op"
                    ),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_viable", "plan niet haalbaar"),
                            ("stopped", "gestopt"),
                            ("transferred", "verkocht of overgedragen"),
                            ("bankrupt", "failliet"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden van het einde",
                    ),
                ),
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
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="businesses",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderneming",
                "ordering": ["starts_on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="business_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="business_ended_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            models.Q(("ended_reason", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="business_ended_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_on", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="business_end_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__in", ["idea", "plan", "tested", "started"])),
                        name="business_stage_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bbz__in", ["none", "asked", "granted", "refused"])),
                        name="business_bbz_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contract", "arbeidscontract"),
                            ("payslip", "loonstrook"),
                            ("enrolment", "inschrijving opleiding"),
                            ("grant", "DUO-beschikking"),
                            ("benefit", "beschikking uitkering"),
                            ("placement", "plaatsingsovereenkomst"),
                            ("diploma", "diploma of certificaat"),
                        ],
                        max_length=20,
                        verbose_name="soort bewijs",
                    ),
                ),
                ("name", models.CharField(max_length=110, verbose_name="bestand")),
                ("content_type", models.CharField(max_length=40, verbose_name="bestandstype")),
                ("size", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="sha-256")),
                ("sealed", models.BinaryField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "removed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="weggehaald"),
                ),
                (
                    "removed_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reden van weghalen"),
                ),
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
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="participants.outcome",
                        verbose_name="uitstroom",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="weggehaald door",
                    ),
                ),
            ],
            options={
                "verbose_name": "bewijs",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("removed_at", None),
                                ("removed_by", None),
                                ("removed_reason", ""),
                                ("sealed__isnull", False),
                            ),
                            models.Q(
                                ("removed_at__isnull", False),
                                ("removed_by__isnull", False),
                                ("sealed", None),
                                models.Q(("removed_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_removed_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                        name="evidence_size_limited",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("content_type__in", ["application/pdf", "image/jpeg", "image/png"])
                        ),
                        name="evidence_type_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("outcome", "sha256"),
                        name="evidence_file_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "moment",
                    models.CharField(
                        choices=[("1", "na 1 maand"), ("6", "na 6 maanden")],
                        max_length=2,
                        verbose_name="moment",
                    ),
                ),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("same", "nog hetzelfde werk, dezelfde studie of onderneming"),
                            ("other", "ander werk, een andere studie of onderneming"),
                            (
                                "no_benefit",
                                "niet meer aan het werk of in opleiding, zonder uitkering",
                            ),
                            ("benefit", "terug in de uitkering"),
                        ],
                        max_length=20,
                        verbose_name="situatie",
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="uren per week",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "de persoon zelf"),
                            ("employer", "werkgever of opleiding"),
                            ("register", "uitkeringsadministratie"),
                            ("paper", "loonstrook of ander stuk"),
                        ],
                        max_length=20,
                        verbose_name="bron",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
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
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followups",
                        to="participants.outcome",
                        verbose_name="uitstroom",
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
                "verbose_name": "nazorg",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("moment__in", ["1", "6"])),
                        name="follow_up_moment_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("situation__in", ["same", "other", "no_benefit", "benefit"])
                        ),
                        name="follow_up_situation_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours", None),
                            models.Q(
                                ("hours__gt", Decimal("0")),
                                ("hours__lte", Decimal("60")),
                                ("situation__in", ["other", "same"]),
                            ),
                            _connector="OR",
                        ),
                        name="follow_up_hours_in_a_week",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("work_experience", "Werkervaringsplaats"),
                            ("trial", "Proefplaatsing"),
                            ("learn_work", "Leer-werktraject"),
                            ("subsidised", "Gesubsidieerd werk"),
                            ("regular", "Regulier werk"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("employer", models.CharField(max_length=80, verbose_name="werkgever")),
                ("job_title", models.CharField(blank=True, max_length=80, verbose_name="functie")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "contract of afspraak liep af"),
                            ("employer", "beëindigd door de werkgever"),
                            ("own", "gestopt door de deelnemer"),
                            ("other_work", "doorgegaan naar ander werk"),
                            ("study", "doorgegaan naar een studie"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden van het einde",
                    ),
                ),
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
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.occupation",
                        verbose_name="beroep",
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
                "verbose_name": "plaatsing",
                "ordering": ["starts_on", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["participant", "ends_on"], name="placement_ends_on")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="placement_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="placement_ended_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            models.Q(("ended_reason", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="placement_ended_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_on", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="placement_end_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["work_experience", "trial", "learn_work", "subsidised", "regular"],
                            )
                        ),
                        name="placement_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0), ("hours__lte", 60)),
                        name="placement_hours_in_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("employer", ""), _negated=True),
                        name="placement_with_employer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Study",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "institution",
                    models.CharField(max_length=80, verbose_name="onderwijsinstelling"),
                ),
                ("course", models.CharField(max_length=80, verbose_name="opleiding")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("language", "taal"),
                            ("mbo", "mbo"),
                            ("bridging", "schakeljaar"),
                            ("hbo", "hbo"),
                            ("wo", "wo"),
                        ],
                        max_length=20,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "financing",
                    models.CharField(
                        choices=[
                            ("grant", "studiefinanciering (Wsf)"),
                            ("benefit", "met behoud van uitkering"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="financiering",
                    ),
                ),
                (
                    "conditions",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="bijzondere voorwaarden"
                    ),
                ),
                (
                    "uaf",
                    models.BooleanField(default=False, verbose_name="begeleiding door het UAF"),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diploma", "diploma gehaald"),
                            ("part", "certificaat of een deel gehaald"),
                            ("moved_on", "overgestapt naar een andere studie"),
                            ("stopped", "gestopt zonder diploma"),
                        ],
                        max_length=20,
                        verbose_name="resultaat",
                    ),
                ),
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
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="studies",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "studie",
                "ordering": ["starts_on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="study_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="study_ended_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            models.Q(("ended_reason", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="study_ended_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("ended_on", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="study_end_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["language", "mbo", "bridging", "hbo", "wo"])
                        ),
                        name="study_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("financing__in", ["grant", "benefit", "other"])),
                        name="study_financing_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("financing", "benefit"), _negated=True),
                            models.Q(
                                models.Q(("conditions", ""), _negated=True),
                                ("ends_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="study_benefit_on_conditions",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BusinessEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("what", models.CharField(max_length=120, verbose_name="wat voor onderneming")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("idea", "idee"),
                            ("plan", "ondernemingsplan"),
                            ("tested", "plan getoetst"),
                            ("started", "gestart"),
                        ],
                        max_length=20,
                        verbose_name="hoe ver",
                    ),
                ),
                (
                    "bbz",
                    models.CharField(
                        choices=[
                            ("none", "niet aangevraagd"),
                            ("asked", "aangevraagd"),
                            ("granted", "toegekend"),
                            ("refused", "afgewezen"),
                        ],
                        default="none",
                        max_length=20,
                        verbose_name="Bbz",
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="ingeschreven bij de KvK op"
                    ),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_viable", "plan niet haalbaar"),
                            ("stopped", "gestopt"),
                            ("transferred", "verkocht of overgedragen"),
                            ("bankrupt", "failliet"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden van het einde",
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
                        to="participants.business",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
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
                            ("contract", "arbeidscontract"),
                            ("payslip", "loonstrook"),
                            ("enrolment", "inschrijving opleiding"),
                            ("grant", "DUO-beschikking"),
                            ("benefit", "beschikking uitkering"),
                            ("placement", "plaatsingsovereenkomst"),
                            ("diploma", "diploma of certificaat"),
                        ],
                        max_length=20,
                        verbose_name="soort bewijs",
                    ),
                ),
                ("name", models.CharField(max_length=110, verbose_name="bestand")),
                ("content_type", models.CharField(max_length=40, verbose_name="bestandstype")),
                ("size", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="sha-256")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "removed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="weggehaald"),
                ),
                (
                    "removed_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="reden van weghalen"),
                ),
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
                    "outcome",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.outcome",
                        verbose_name="uitstroom",
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
                        to="participants.evidence",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="weggehaald door",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "moment",
                    models.CharField(
                        choices=[("1", "na 1 maand"), ("6", "na 6 maanden")],
                        max_length=2,
                        verbose_name="moment",
                    ),
                ),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("same", "nog hetzelfde werk, dezelfde studie of onderneming"),
                            ("other", "ander werk, een andere studie of onderneming"),
                            (
                                "no_benefit",
                                "niet meer aan het werk of in opleiding, zonder uitkering",
                            ),
                            ("benefit", "terug in de uitkering"),
                        ],
                        max_length=20,
                        verbose_name="situatie",
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="uren per week",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "de persoon zelf"),
                            ("employer", "werkgever of opleiding"),
                            ("register", "uitkeringsadministratie"),
                            ("paper", "loonstrook of ander stuk"),
                        ],
                        max_length=20,
                        verbose_name="bron",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
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
                    "outcome",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.outcome",
                        verbose_name="uitstroom",
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
                        to="participants.followup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlacementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("work_experience", "Werkervaringsplaats"),
                            ("trial", "Proefplaatsing"),
                            ("learn_work", "Leer-werktraject"),
                            ("subsidised", "Gesubsidieerd werk"),
                            ("regular", "Regulier werk"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("employer", models.CharField(max_length=80, verbose_name="werkgever")),
                ("job_title", models.CharField(blank=True, max_length=80, verbose_name="functie")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="uren per week"
                    ),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "contract of afspraak liep af"),
                            ("employer", "beëindigd door de werkgever"),
                            ("own", "gestopt door de deelnemer"),
                            ("other_work", "doorgegaan naar ander werk"),
                            ("study", "doorgegaan naar een studie"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="reden van het einde",
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
                        verbose_name="door",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.occupation",
                        verbose_name="beroep",
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
                        to="participants.placement",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StudyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "institution",
                    models.CharField(max_length=80, verbose_name="onderwijsinstelling"),
                ),
                ("course", models.CharField(max_length=80, verbose_name="opleiding")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("language", "taal"),
                            ("mbo", "mbo"),
                            ("bridging", "schakeljaar"),
                            ("hbo", "hbo"),
                            ("wo", "wo"),
                        ],
                        max_length=20,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "financing",
                    models.CharField(
                        choices=[
                            ("grant", "studiefinanciering (Wsf)"),
                            ("benefit", "met behoud van uitkering"),
                            ("other", "anders"),
                        ],
                        max_length=20,
                        verbose_name="financiering",
                    ),
                ),
                (
                    "conditions",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="bijzondere voorwaarden"
                    ),
                ),
                (
                    "uaf",
                    models.BooleanField(default=False, verbose_name="begeleiding door het UAF"),
                ),
                (
                    "ended_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diploma", "diploma gehaald"),
                            ("part", "certificaat of een deel gehaald"),
                            ("moved_on", "overgestapt naar een andere studie"),
                            ("stopped", "gestopt zonder diploma"),
                        ],
                        max_length=20,
                        verbose_name="resultaat",
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
                        to="participants.study",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="outcome",
            name="aftercare",
            field=models.TextField(blank=True, verbose_name="afspraken over nazorg"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="benefit_ended",
            field=models.CharField(
                blank=True,
                choices=[
                    ("work", "werk boven de norm"),
                    ("grant", "studiefinanciering"),
                    ("other_benefit", "andere uitkering (WW, WIA)"),
                    ("living_together", "samenwonen of huwelijk"),
                    ("moved", "verhuizing naar een andere gemeente"),
                    ("abroad", "verhuizing naar het buitenland"),
                    ("assets", "vermogen of erfenis"),
                    ("pension", "AOW"),
                    ("detention", "detentie"),
                    ("deceased", "overlijden"),
                    ("obligations", "niet nakomen van verplichtingen"),
                    ("own_request", "eigen verzoek"),
                ],
                max_length=20,
                verbose_name="reden beëindiging uitkering",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="summary",
            field=models.TextField(blank=True, verbose_name="wat hielp"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="uuid",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="aftercare",
            field=models.TextField(blank=True, verbose_name="afspraken over nazorg"),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="benefit_ended",
            field=models.CharField(
                blank=True,
                choices=[
                    ("work", "werk boven de norm"),
                    ("grant", "studiefinanciering"),
                    ("other_benefit", "andere uitkering (WW, WIA)"),
                    ("living_together", "samenwonen of huwelijk"),
                    ("moved", "verhuizing naar een andere gemeente"),
                    ("abroad", "verhuizing naar het buitenland"),
                    ("assets", "vermogen of erfenis"),
                    ("pension", "AOW"),
                    ("detention", "detentie"),
                    ("deceased", "overlijden"),
                    ("obligations", "niet nakomen van verplichtingen"),
                    ("own_request", "eigen verzoek"),
                ],
                max_length=20,
                verbose_name="reden beëindiging uitkering",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="summary",
            field=models.TextField(blank=True, verbose_name="wat hielp"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="business",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="participants.business",
                verbose_name="uit onderneming",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="business",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="participants.business",
                verbose_name="uit onderneming",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="placement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="participants.placement",
                verbose_name="uit plaatsing",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="placement",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="participants.placement",
                verbose_name="uit plaatsing",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="study",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="participants.study",
                verbose_name="uit studie",
            ),
        ),
        migrations.AddField(
            model_name="outcomeevent",
            name="study",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="participants.study",
                verbose_name="uit studie",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("placement", None), ("study", None)),
                    models.Q(("business", None), ("placement", None)),
                    models.Q(("business", None), ("study", None)),
                    _connector="OR",
                ),
                name="outcome_follows_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("benefit_ended", ""),
                    models.Q(
                        (
                            "kind__in",
                            [
                                "business_partial",
                                "paid_partial",
                                "participation",
                                "study_benefit",
                                "subsidised_partial",
                            ],
                        ),
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="outcome_benefit_ends_with_trajectory",
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
            model_name="businessevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="e91a0024239e7c086e5ce0a4712a751b187b7536",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2b159",
                    table="participants_businessevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="businessevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d9cf665bc0711a83dc05d905ab4f2ae6a2df8ceb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e8f2f",
                    table="participants_businessevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_evidenceevent" ("at", "by_id", "content_type", "id", "kind", "name", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "sha256", "size", "uuid") VALUES (NEW."at", NEW."by_id", NEW."content_type", NEW."id", NEW."kind", NEW."name", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."sha256", NEW."size", NEW."uuid"); RETURN NULL;',
                    hash="9b8b55bd05d8cc42f277627082c0171e9be89cba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf459",
                    table="participants_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."content_type" IS DISTINCT FROM (NEW."content_type") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."outcome_id" IS DISTINCT FROM (NEW."outcome_id") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."removed_at" IS DISTINCT FROM (NEW."removed_at") OR OLD."removed_by_id" IS DISTINCT FROM (NEW."removed_by_id") OR OLD."removed_reason" IS DISTINCT FROM (NEW."removed_reason") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid"))',
                    func='INSERT INTO "participants_evidenceevent" ("at", "by_id", "content_type", "id", "kind", "name", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "sha256", "size", "uuid") VALUES (NEW."at", NEW."by_id", NEW."content_type", NEW."id", NEW."kind", NEW."name", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."sha256", NEW."size", NEW."uuid"); RETURN NULL;',
                    hash="c3a465647a88420abc568cfc7b86f1f8255746ab",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f88dd",
                    table="participants_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_evidenceevent" ("at", "by_id", "content_type", "id", "kind", "name", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "sha256", "size", "uuid") VALUES (OLD."at", OLD."by_id", OLD."content_type", OLD."id", OLD."kind", OLD."name", OLD."outcome_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."removed_at", OLD."removed_by_id", OLD."removed_reason", OLD."sha256", OLD."size", OLD."uuid"); RETURN NULL;',
                    hash="f34ee68fbe73a91fb89bacb323c1d7dd0d25617c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_10afd",
                    table="participants_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="be5671d0f441373a0b0a9570bbc1bd0070cdbe0d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_e0470",
                    table="participants_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ca074d757967f81fd1cdc254c5fb1d063b5adc6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9577e",
                    table="participants_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid") VALUES (NEW."at", NEW."by_id", NEW."hours", NEW."id", NEW."moment", NEW."note", NEW."on", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."situation", NEW."source", NEW."uuid"); RETURN NULL;',
                    hash="8e474c2b3776be54b7d126f04280dd768ff352f0",
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
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid") VALUES (NEW."at", NEW."by_id", NEW."hours", NEW."id", NEW."moment", NEW."note", NEW."on", NEW."outcome_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."situation", NEW."source", NEW."uuid"); RETURN NULL;',
                    hash="879c49f29cbe373626725cb01c20eafa7f3922d2",
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
                    func='INSERT INTO "participants_followupevent" ("at", "by_id", "hours", "id", "moment", "note", "on", "outcome_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "source", "uuid") VALUES (OLD."at", OLD."by_id", OLD."hours", OLD."id", OLD."moment", OLD."note", OLD."on", OLD."outcome_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."situation", OLD."source", OLD."uuid"); RETURN NULL;',
                    hash="332fcb3e4fa46a79078dd9eebb02a06dddd2d2ab",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e81a7",
                    table="participants_followup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="followupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="a936f6f01712fd4c583d20bdc1e8feac3488b0bd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1a1bc",
                    table="participants_followupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="followupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8575ef82d40fe4d3021c3964bd317df4ffd71191",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3318e",
                    table="participants_followupevent",
                    when="BEFORE",
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
            model_name="placementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="6a0ed3cef0370d9ae3fbd1302497dd32d5fb3b3c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_85a44",
                    table="participants_placementevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="placementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fbef379a552818a41a137d7591ce4ee8e799e0f9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_85984",
                    table="participants_placementevent",
                    when="BEFORE",
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
            model_name="studyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="e204e970ff8af695ea8ea8278177740dcf06ca2c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_3b54c",
                    table="participants_studyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="studyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3f964d7e5dbe25720b3782b9b9158f38cdfa05cb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_df737",
                    table="participants_studyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="outcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary") VALUES (NEW."aftercare", NEW."at", NEW."benefit_ended", NEW."business_id", NEW."by_id", NEW."dropout_reason", NEW."hours", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placement_id", NEW."study_id", NEW."summary"); RETURN NULL;',
                    hash="7df87d7ab8cf81a8d898f6e8ad19afbf8af5d053",
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
                    condition='WHEN (OLD."aftercare" IS DISTINCT FROM (NEW."aftercare") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."benefit_ended" IS DISTINCT FROM (NEW."benefit_ended") OR OLD."business_id" IS DISTINCT FROM (NEW."business_id") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."dropout_reason" IS DISTINCT FROM (NEW."dropout_reason") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."placement_id" IS DISTINCT FROM (NEW."placement_id") OR OLD."study_id" IS DISTINCT FROM (NEW."study_id") OR OLD."summary" IS DISTINCT FROM (NEW."summary"))',
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary") VALUES (NEW."aftercare", NEW."at", NEW."benefit_ended", NEW."business_id", NEW."by_id", NEW."dropout_reason", NEW."hours", NEW."id", NEW."kind", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placement_id", NEW."study_id", NEW."summary"); RETURN NULL;',
                    hash="951d6292191250f94123290e4bfd4af74cb06cfb",
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
                    func='INSERT INTO "participants_outcomeevent" ("aftercare", "at", "benefit_ended", "business_id", "by_id", "dropout_reason", "hours", "id", "kind", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "study_id", "summary") VALUES (OLD."aftercare", OLD."at", OLD."benefit_ended", OLD."business_id", OLD."by_id", OLD."dropout_reason", OLD."hours", OLD."id", OLD."kind", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."placement_id", OLD."study_id", OLD."summary"); RETURN NULL;',
                    hash="bacd4bf6406ebab51b993fe65993adffaa173058",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_14b13",
                    table="participants_outcome",
                    when="AFTER",
                ),
            ),
        ),
    ]
