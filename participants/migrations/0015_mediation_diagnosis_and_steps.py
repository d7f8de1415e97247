import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import participants.integration
import participants.proposals
from pilot.history import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0014_standard_occupations"),
        ("pilot", "0007_fte"),
        ("pilot", "__first__"),
    ]

    operations = [
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
        migrations.CreateModel(
            name="Barrier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("family", "gezin en kinderopvang"),
                            ("administration", "administratie"),
                            ("money", "geld en schulden"),
                            ("work", "werk"),
                            ("education", "opleiding"),
                            ("housing", "wonen"),
                            ("language", "taal"),
                            ("mobility", "mobiliteit"),
                            ("health", "gezondheid"),
                        ],
                        max_length=15,
                        verbose_name="thema",
                    ),
                ),
                (
                    "hampers",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "onbekend")],
                        max_length=10,
                        verbose_name="belemmert",
                    ),
                ),
                (
                    "followed_by",
                    models.CharField(blank=True, max_length=60, verbose_name="gevolgd door"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pilot.organisation",
                        verbose_name="gevolgd door partner",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="barriers",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "belemmering",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "theme"), name="barrier_theme_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hampers__in", ["yes", "no", "unknown"]),
                            (
                                "theme__in",
                                [
                                    "family",
                                    "administration",
                                    "money",
                                    "work",
                                    "education",
                                    "housing",
                                    "language",
                                    "mobility",
                                    "health",
                                ],
                            ),
                        ),
                        name="barrier_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hampers", "yes"),
                            models.Q(("followed_by", ""), ("organisation", None)),
                            _connector="OR",
                        ),
                        name="barrier_followed_when_it_hampers",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CivicIntegration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "law",
                    models.CharField(
                        choices=[
                            (participants.integration.Law["OF_2013"], "Wet inburgering 2013"),
                            (participants.integration.Law["OF_2021"], "Wet inburgering 2021"),
                        ],
                        editable=False,
                        max_length=4,
                        verbose_name="wet",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (
                                participants.integration.Status["NOT_OBLIGED"],
                                "niet inburgeringsplichtig",
                            ),
                            (participants.integration.Status["NOT_STARTED"], "nog niet begonnen"),
                            (participants.integration.Status["BUSY"], "bezig"),
                            (participants.integration.Status["EXTENDED"], "termijn verlengd"),
                            (participants.integration.Status["MET"], "voldaan"),
                            (participants.integration.Status["MET_A2"], "voldaan, A2"),
                            (
                                participants.integration.Status["MET_STATE_1"],
                                "voldaan, Staatsexamen I",
                            ),
                            (
                                participants.integration.Status["MET_STATE_2"],
                                "voldaan, Staatsexamen II",
                            ),
                            (participants.integration.Status["EXEMPT"], "vrijgesteld"),
                            (
                                participants.integration.Status["RELEASED_MEDICAL"],
                                "ontheven, medisch",
                            ),
                            (
                                participants.integration.Status["RELEASED_EFFORT"],
                                "ontheven, aantoonbare inspanning",
                            ),
                        ],
                        default=participants.integration.Status["NOT_STARTED"],
                        max_length=20,
                        verbose_name="stand",
                    ),
                ),
                (
                    "obliged_from",
                    models.DateField(
                        blank=True, null=True, verbose_name="inburgeringsplichtig vanaf"
                    ),
                ),
                (
                    "started_on",
                    models.DateField(blank=True, null=True, verbose_name="begin van de termijn"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="einde van de termijn"),
                ),
                (
                    "extended_until",
                    models.DateField(blank=True, null=True, verbose_name="verlengd tot en met"),
                ),
                (
                    "learning_route",
                    models.CharField(
                        blank=True,
                        choices=[
                            (participants.integration.LearningRoute["B1"], "B1-route"),
                            (participants.integration.LearningRoute["EDUCATION"], "onderwijsroute"),
                            (participants.integration.LearningRoute["SELF_RELIANCE"], "Z-route"),
                        ],
                        max_length=15,
                        verbose_name="leerroute",
                    ),
                ),
                (
                    "exam_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a2", "A2 (inburgeringsexamen)"),
                            ("b1", "B1 (Staatsexamen NT2 I)"),
                            ("b2", "B2 (Staatsexamen NT2 II)"),
                        ],
                        max_length=2,
                        verbose_name="examenniveau",
                    ),
                ),
                (
                    "provider_name",
                    models.CharField(blank=True, max_length=80, verbose_name="andere aanbieder"),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                        related_name="+",
                        to="pilot.organisation",
                        verbose_name="aanbieder (partner)",
                    ),
                ),
            ],
            options={
                "verbose_name": "inburgering",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("law", "2013"),
                                (
                                    "status__in",
                                    [
                                        "not_obliged",
                                        "not_started",
                                        "busy",
                                        "extended",
                                        "met_a2",
                                        "met_state_1",
                                        "met_state_2",
                                        "exempt",
                                        "released_medical",
                                        "released_effort",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("law", "2021"),
                                (
                                    "status__in",
                                    [
                                        "not_obliged",
                                        "not_started",
                                        "busy",
                                        "extended",
                                        "met",
                                        "exempt",
                                        "released_medical",
                                        "released_effort",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="integration_status_of_the_law",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("learning_route", ""),
                            models.Q(
                                ("law", "2021"),
                                ("learning_route__in", ["b1", "education", "self_reliance"]),
                            ),
                            _connector="OR",
                        ),
                        name="integration_route_of_2021",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exam_level", ""),
                            ("exam_level__in", ["a2", "b1", "b2"]),
                            _connector="OR",
                        ),
                        name="integration_exam_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("started_on", None),
                            ("ends_on__gt", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="integration_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("extended_until", None),
                            models.Q(
                                ("ends_on__isnull", False),
                                ("extended_until__gt", models.F("ends_on")),
                            ),
                            _connector="OR",
                        ),
                        name="integration_extended_beyond_the_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", participants.integration.Status["EXTENDED"]),
                                _negated=True,
                            ),
                            ("extended_until__isnull", False),
                            _connector="OR",
                        ),
                        name="integration_extended_until_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("provider", None), ("provider_name", ""), _connector="OR"
                        ),
                        name="integration_one_provider",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiagnosisFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "no_education",
                    models.BooleanField(default=False, verbose_name="nooit een opleiding gevolgd"),
                ),
                (
                    "no_experience",
                    models.BooleanField(default=False, verbose_name="nog nooit gewerkt"),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="gewenste uren per week"
                    ),
                ),
                (
                    "ambition",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="wat wil deze persoon bereiken?"
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "geen"),
                            ("foreign", "buitenlands, nog niet omgezet"),
                            ("lessons", "bezig met rijlessen"),
                            ("b", "B"),
                            ("large", "B met C, D of E"),
                        ],
                        max_length=10,
                        verbose_name="rijbewijs",
                    ),
                ),
                (
                    "transport",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("bicycle", "fiets"),
                                ("moped", "brommer of scooter"),
                                ("public", "openbaar vervoer"),
                                ("car", "auto"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="vervoer",
                    ),
                ),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="hoogstens minuten reizen"
                    ),
                ),
                (
                    "mismatch",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("language", "taal"),
                                ("diploma", "diploma niet erkend"),
                                ("occupation", "beroep niet gevraagd"),
                                ("outdated", "werkervaring verouderd"),
                                ("health", "gezondheid"),
                                ("culture", "sociaal-cultureel"),
                                ("mobility", "mobiliteit"),
                                ("none", "geen mismatch"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kwalitatieve mismatch",
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
            ],
            options={
                "verbose_name": "diagnosedossier",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours", None),
                            models.Q(("hours__gte", 1), ("hours__lte", 60)),
                            _connector="OR",
                        ),
                        name="diagnosis_file_hours_in_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("travel_minutes", None), ("travel_minutes__lte", 180), _connector="OR"
                        ),
                        name="diagnosis_file_travel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("licence", ""),
                            ("licence__in", ["none", "foreign", "lessons", "b", "large"]),
                            _connector="OR",
                        ),
                        name="diagnosis_file_licence_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("transport__contained_by", ["bicycle", "moped", "public", "car"])
                        ),
                        name="diagnosis_file_transport_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mismatch__contained_by",
                                [
                                    "language",
                                    "diploma",
                                    "occupation",
                                    "outdated",
                                    "health",
                                    "culture",
                                    "mobility",
                                    "none",
                                ],
                            )
                        ),
                        name="diagnosis_file_mismatch_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mismatch__contains", ["none"]), _negated=True),
                            ("mismatch", ["none"]),
                            _connector="OR",
                        ),
                        name="diagnosis_file_no_mismatch_alone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Employer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("agriculture", "land- en tuinbouw"),
                            ("industry", "industrie en productie"),
                            ("building", "bouw en installatie"),
                            ("technology", "techniek en onderhoud"),
                            ("transport", "transport en logistiek"),
                            ("retail", "winkel en groothandel"),
                            ("hospitality", "horeca en toerisme"),
                            ("cleaning", "schoonmaak en facilitair"),
                            ("care", "zorg en welzijn"),
                            ("education", "onderwijs en kinderopvang"),
                            ("office", "kantoor en administratie"),
                            ("ict", "ict"),
                            ("culture", "cultuur, sport en overig"),
                        ],
                        max_length=20,
                        verbose_name="sector",
                    ),
                ),
                ("place", models.CharField(max_length=80, verbose_name="plaats")),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employers",
                        to="pilot.pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "werkgever",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("pilot"),
                        django.db.models.functions.text.Lower("name"),
                        name="employer_once_per_pilot",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sector__in",
                                [
                                    "agriculture",
                                    "industry",
                                    "building",
                                    "technology",
                                    "transport",
                                    "retail",
                                    "hospitality",
                                    "cleaning",
                                    "care",
                                    "education",
                                    "office",
                                    "ict",
                                    "culture",
                                ],
                            )
                        ),
                        name="employer_sector_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LadderRung",
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
                    "rung",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1. geïsoleerd"),
                            (2, "2. sociale contacten buitenshuis"),
                            (3, "3. deelname aan georganiseerde activiteiten"),
                            (4, "4. onbetaald werk"),
                            (5, "5. betaald werk met ondersteuning"),
                            (6, "6. betaald werk"),
                        ],
                        verbose_name="trede",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("start", "bij de start"),
                            ("review", "bij een voortgangsgesprek"),
                        ],
                        max_length=10,
                        verbose_name="moment",
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ladder_rungs",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "participatieladder",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("moment__in", ["start", "review"]), ("rung__in", [1, 2, 3, 4, 5, 6])
                        ),
                        name="ladder_rung_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PassedPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            (participants.integration.ExamPart["READING"], "lezen"),
                            (participants.integration.ExamPart["LISTENING"], "luisteren"),
                            (participants.integration.ExamPart["WRITING"], "schrijven"),
                            (participants.integration.ExamPart["SPEAKING"], "spreken"),
                            (
                                participants.integration.ExamPart["SOCIETY"],
                                "kennis van de Nederlandse maatschappij (KNM)",
                            ),
                            (
                                participants.integration.ExamPart["LABOUR_MARKET"],
                                "oriëntatie op de arbeidsmarkt (ONA)",
                            ),
                            (
                                participants.integration.ExamPart["DECLARATION"],
                                "participatieverklaring (PVT)",
                            ),
                            (participants.integration.ExamPart["INTAKE"], "brede intake"),
                            (
                                participants.integration.ExamPart["PLAN"],
                                "plan inburgering en participatie (PIP)",
                            ),
                            (participants.integration.ExamPart["ROUTE"], "leerroute"),
                            (
                                participants.integration.ExamPart["MODULE"],
                                "module arbeidsmarkt en participatie (MAP)",
                            ),
                        ],
                        max_length=15,
                        verbose_name="onderdeel",
                    ),
                ),
                ("on", models.DateField(verbose_name="behaald op")),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passed_parts",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderdeel van de inburgering",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "part"), name="passed_part_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "part__in",
                                [
                                    "reading",
                                    "listening",
                                    "writing",
                                    "speaking",
                                    "society",
                                    "labour_market",
                                    "declaration",
                                    "intake",
                                    "plan",
                                    "route",
                                    "module",
                                ],
                            )
                        ),
                        name="passed_part_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField(editable=False, verbose_name="verwezen op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("paid_work", "betaald werk"),
                            ("work_experience", "werkervaringsplaats"),
                            ("trial", "proefplaatsing"),
                            ("learning", "leer-werktraject"),
                            ("orientation", "oriëntatie"),
                        ],
                        max_length=20,
                        verbose_name="doel",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="wat de recruiter moet weten")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("agriculture", "land- en tuinbouw"),
                                ("industry", "industrie en productie"),
                                ("building", "bouw en installatie"),
                                ("technology", "techniek en onderhoud"),
                                ("transport", "transport en logistiek"),
                                ("retail", "winkel en groothandel"),
                                ("hospitality", "horeca en toerisme"),
                                ("cleaning", "schoonmaak en facilitair"),
                                ("care", "zorg en welzijn"),
                                ("education", "onderwijs en kinderopvang"),
                                ("office", "kantoor en administratie"),
                                ("ict", "ict"),
                                ("culture", "cultuur, sport en overig"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gewenste sectoren",
                    ),
                ),
                (
                    "hours_from",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren per week, vanaf"
                    ),
                ),
                (
                    "hours_until",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren per week, tot"
                    ),
                ),
                (
                    "times",
                    models.CharField(blank=True, max_length=120, verbose_name="dagen en tijden"),
                ),
                (
                    "driving_licence",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "niet bekend")],
                        default="unknown",
                        max_length=10,
                        verbose_name="rijbewijs",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "in de stad"),
                            ("region", "in de regio"),
                            ("further", "verder dan de regio"),
                        ],
                        max_length=10,
                        verbose_name="kan werken",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(editable=False, null=True, verbose_name="beëindigd op"),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("work", "aan het werk"),
                            ("other_route", "andere route gekozen"),
                            ("not_available", "niet (meer) beschikbaar"),
                            ("consent", "op verzoek van de deelnemer"),
                            ("trajectory_closed", "traject afgesloten"),
                            ("other", "anders"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="reden van het einde",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "participant",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "verwijzing",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("participant",),
                        name="referral_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("end_reason", ""),
                                ("ended_at", None),
                                ("ended_by", None),
                                ("ended_on", None),
                            ),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("ended_on__gte", models.F("on")),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="referral_end_signed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hours_from", None), ("hours_until", None)),
                            models.Q(
                                ("hours_from__gte", 1),
                                ("hours_until__gte", models.F("hours_from")),
                                ("hours_until__lte", 60),
                            ),
                            _connector="OR",
                        ),
                        name="referral_hours_in_a_week",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Schooling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("primary", "basisonderwijs"),
                            ("lower", "vo of mbo 1"),
                            ("middle", "mbo 2-4, havo of vwo"),
                            ("higher", "hbo of wo"),
                        ],
                        max_length=10,
                        verbose_name="niveau",
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=80, verbose_name="richting")),
                (
                    "years",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jaren"),
                ),
                (
                    "finished",
                    models.BooleanField(default=False, verbose_name="afgerond met een diploma"),
                ),
                (
                    "recognition",
                    models.CharField(
                        choices=[
                            ("not_requested", "niet aangevraagd"),
                            ("requested", "aangevraagd (IDW)"),
                            ("recognised", "gewaardeerd"),
                            ("not_equivalent", "niet gelijkwaardig"),
                        ],
                        default="not_requested",
                        max_length=15,
                        verbose_name="diplomawaardering",
                    ),
                ),
                (
                    "recognition_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="datum van aanvraag of besluit"
                    ),
                ),
                (
                    "recognised_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("primary", "basisonderwijs"),
                            ("lower", "vo of mbo 1"),
                            ("middle", "mbo 2-4, havo of vwo"),
                            ("higher", "hbo of wo"),
                        ],
                        max_length=10,
                        verbose_name="gewaardeerd als",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schoolings",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "opleiding",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["primary", "lower", "middle", "higher"])),
                        name="schooling_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "recognition__in",
                                ["not_requested", "requested", "recognised", "not_equivalent"],
                            )
                        ),
                        name="schooling_recognition_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("years", None), ("years__lte", 25), _connector="OR"),
                        name="schooling_years",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recognition", "recognised"), ("recognised_as", ""), _connector="XOR"
                        ),
                        name="schooling_recognised_as_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recognition", "requested"), _negated=True),
                            models.Q(("recognition_on", None), _negated=True),
                            _connector="OR",
                        ),
                        name="schooling_request_dated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recognition", "not_requested"), _negated=True),
                            ("recognition_on", None),
                            _connector="OR",
                        ),
                        name="schooling_not_requested_undated",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillLevel",
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
                    "skill",
                    models.CharField(
                        choices=[
                            ("reading", "lezen"),
                            ("listening", "luisteren"),
                            ("writing", "schrijven"),
                            ("speaking", "spreken"),
                        ],
                        max_length=10,
                        verbose_name="vaardigheid",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("illiterate", "analfabeet of anders gealfabetiseerd"),
                            ("a0", "A0"),
                            ("a1", "A1"),
                            ("a2", "A2"),
                            ("b1", "B1"),
                            ("b2", "B2"),
                            ("c1", "C1"),
                        ],
                        max_length=12,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("test", "toets"), ("estimate", "inschatting")],
                        max_length=10,
                        verbose_name="hoe bepaald",
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="skill_levels",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "taalmeting",
                "ordering": ["on", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["participant", "skill", "on"], name="skill_level_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("basis__in", ["test", "estimate"]),
                            ("level__in", ["illiterate", "a0", "a1", "a2", "b1", "b2", "c1"]),
                            ("skill__in", ["reading", "listening", "writing", "speaking"]),
                        ),
                        name="skill_level_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StepCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                ("reason", models.TextField(blank=True, verbose_name="reden")),
                ("step_on", models.DateField(verbose_name="dag van de stap")),
                ("final", models.BooleanField(verbose_name="na vaststelling")),
                ("changes", models.JSONField(verbose_name="wijzigingen")),
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
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="participants.step",
                    ),
                ),
            ],
            options={
                "verbose_name": "correctie",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("final", False),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_of_final_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StepDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField()),
                ("values", models.JSONField()),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="step_drafts",
                        to="participants.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="step_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "participant"), name="step_draft_one_each"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WantedOccupation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="keuze")),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wanted_by",
                        to="participants.occupation",
                        verbose_name="beroep",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wanted_occupations",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "gewenst beroep",
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "place"), name="wanted_one_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("participant", "occupation"), name="wanted_occupation_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__gte", 1), ("place__lte", 3)),
                        name="wanted_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkExperience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "years",
                    models.DecimalField(decimal_places=1, max_digits=3, verbose_name="jaren"),
                ),
                (
                    "since_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="van"),
                ),
                (
                    "until_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tot"),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[("abroad", "buiten Nederland"), ("netherlands", "in Nederland")],
                        max_length=12,
                        verbose_name="waar",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.occupation",
                        verbose_name="beroep",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_experience",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "werkervaring",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["abroad", "netherlands"])),
                        name="work_experience_place_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("years__gt", 0), ("years__lte", 60)),
                        name="work_experience_years",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_year", None),
                            ("since_year", None),
                            ("until_year__gte", models.F("since_year")),
                            _connector="OR",
                        ),
                        name="work_experience_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BarrierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("family", "gezin en kinderopvang"),
                            ("administration", "administratie"),
                            ("money", "geld en schulden"),
                            ("work", "werk"),
                            ("education", "opleiding"),
                            ("housing", "wonen"),
                            ("language", "taal"),
                            ("mobility", "mobiliteit"),
                            ("health", "gezondheid"),
                        ],
                        max_length=15,
                        verbose_name="thema",
                    ),
                ),
                (
                    "hampers",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "onbekend")],
                        max_length=10,
                        verbose_name="belemmert",
                    ),
                ),
                (
                    "followed_by",
                    models.CharField(blank=True, max_length=60, verbose_name="gevolgd door"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilot.organisation",
                        verbose_name="gevolgd door partner",
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
                        to="participants.barrier",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CivicIntegrationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "law",
                    models.CharField(
                        choices=[
                            (participants.integration.Law["OF_2013"], "Wet inburgering 2013"),
                            (participants.integration.Law["OF_2021"], "Wet inburgering 2021"),
                        ],
                        editable=False,
                        max_length=4,
                        verbose_name="wet",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (
                                participants.integration.Status["NOT_OBLIGED"],
                                "niet inburgeringsplichtig",
                            ),
                            (participants.integration.Status["NOT_STARTED"], "nog niet begonnen"),
                            (participants.integration.Status["BUSY"], "bezig"),
                            (participants.integration.Status["EXTENDED"], "termijn verlengd"),
                            (participants.integration.Status["MET"], "voldaan"),
                            (participants.integration.Status["MET_A2"], "voldaan, A2"),
                            (
                                participants.integration.Status["MET_STATE_1"],
                                "voldaan, Staatsexamen I",
                            ),
                            (
                                participants.integration.Status["MET_STATE_2"],
                                "voldaan, Staatsexamen II",
                            ),
                            (participants.integration.Status["EXEMPT"], "vrijgesteld"),
                            (
                                participants.integration.Status["RELEASED_MEDICAL"],
                                "ontheven, medisch",
                            ),
                            (
                                participants.integration.Status["RELEASED_EFFORT"],
                                "ontheven, aantoonbare inspanning",
                            ),
                        ],
                        default=participants.integration.Status["NOT_STARTED"],
                        max_length=20,
                        verbose_name="stand",
                    ),
                ),
                (
                    "obliged_from",
                    models.DateField(
                        blank=True, null=True, verbose_name="inburgeringsplichtig vanaf"
                    ),
                ),
                (
                    "started_on",
                    models.DateField(blank=True, null=True, verbose_name="begin van de termijn"),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="einde van de termijn"),
                ),
                (
                    "extended_until",
                    models.DateField(blank=True, null=True, verbose_name="verlengd tot en met"),
                ),
                (
                    "learning_route",
                    models.CharField(
                        blank=True,
                        choices=[
                            (participants.integration.LearningRoute["B1"], "B1-route"),
                            (participants.integration.LearningRoute["EDUCATION"], "onderwijsroute"),
                            (participants.integration.LearningRoute["SELF_RELIANCE"], "Z-route"),
                        ],
                        max_length=15,
                        verbose_name="leerroute",
                    ),
                ),
                (
                    "exam_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a2", "A2 (inburgeringsexamen)"),
                            ("b1", "B1 (Staatsexamen NT2 I)"),
                            ("b2", "B2 (Staatsexamen NT2 II)"),
                        ],
                        max_length=2,
                        verbose_name="examenniveau",
                    ),
                ),
                (
                    "provider_name",
                    models.CharField(blank=True, max_length=80, verbose_name="andere aanbieder"),
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
                        to="participants.civicintegration",
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
                        verbose_name="aanbieder (partner)",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DiagnosisFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "no_education",
                    models.BooleanField(default=False, verbose_name="nooit een opleiding gevolgd"),
                ),
                (
                    "no_experience",
                    models.BooleanField(default=False, verbose_name="nog nooit gewerkt"),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="gewenste uren per week"
                    ),
                ),
                (
                    "ambition",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="wat wil deze persoon bereiken?"
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "geen"),
                            ("foreign", "buitenlands, nog niet omgezet"),
                            ("lessons", "bezig met rijlessen"),
                            ("b", "B"),
                            ("large", "B met C, D of E"),
                        ],
                        max_length=10,
                        verbose_name="rijbewijs",
                    ),
                ),
                (
                    "transport",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("bicycle", "fiets"),
                                ("moped", "brommer of scooter"),
                                ("public", "openbaar vervoer"),
                                ("car", "auto"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="vervoer",
                    ),
                ),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="hoogstens minuten reizen"
                    ),
                ),
                (
                    "mismatch",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("language", "taal"),
                                ("diploma", "diploma niet erkend"),
                                ("occupation", "beroep niet gevraagd"),
                                ("outdated", "werkervaring verouderd"),
                                ("health", "gezondheid"),
                                ("culture", "sociaal-cultureel"),
                                ("mobility", "mobiliteit"),
                                ("none", "geen mismatch"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kwalitatieve mismatch",
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
                        to="participants.diagnosisfile",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "telefoon"),
                            ("visit", "bezoek"),
                            ("message", "e-mail of app"),
                            ("event", "bijeenkomst"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="notitie")),
                (
                    "next_on",
                    models.DateField(blank=True, null=True, verbose_name="volgend contact op"),
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
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="participants.employer",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact met een werkgever",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_on", None), ("next_on__gt", models.F("on")), _connector="OR"
                        ),
                        name="employer_contact_next_is_later",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EmployerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("agriculture", "land- en tuinbouw"),
                            ("industry", "industrie en productie"),
                            ("building", "bouw en installatie"),
                            ("technology", "techniek en onderhoud"),
                            ("transport", "transport en logistiek"),
                            ("retail", "winkel en groothandel"),
                            ("hospitality", "horeca en toerisme"),
                            ("cleaning", "schoonmaak en facilitair"),
                            ("care", "zorg en welzijn"),
                            ("education", "onderwijs en kinderopvang"),
                            ("office", "kantoor en administratie"),
                            ("ict", "ict"),
                            ("culture", "cultuur, sport en overig"),
                        ],
                        max_length=20,
                        verbose_name="sector",
                    ),
                ),
                ("place", models.CharField(max_length=80, verbose_name="plaats")),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="contactpersoon"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="participants.employer",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LadderRungEvent",
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
                    "rung",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1. geïsoleerd"),
                            (2, "2. sociale contacten buitenshuis"),
                            (3, "3. deelname aan georganiseerde activiteiten"),
                            (4, "4. onbetaald werk"),
                            (5, "5. betaald werk met ondersteuning"),
                            (6, "6. betaald werk"),
                        ],
                        verbose_name="trede",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("start", "bij de start"),
                            ("review", "bij een voortgangsgesprek"),
                        ],
                        max_length=10,
                        verbose_name="moment",
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
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.ladderrung",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PassedPartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "part",
                    models.CharField(
                        choices=[
                            (participants.integration.ExamPart["READING"], "lezen"),
                            (participants.integration.ExamPart["LISTENING"], "luisteren"),
                            (participants.integration.ExamPart["WRITING"], "schrijven"),
                            (participants.integration.ExamPart["SPEAKING"], "spreken"),
                            (
                                participants.integration.ExamPart["SOCIETY"],
                                "kennis van de Nederlandse maatschappij (KNM)",
                            ),
                            (
                                participants.integration.ExamPart["LABOUR_MARKET"],
                                "oriëntatie op de arbeidsmarkt (ONA)",
                            ),
                            (
                                participants.integration.ExamPart["DECLARATION"],
                                "participatieverklaring (PVT)",
                            ),
                            (participants.integration.ExamPart["INTAKE"], "brede intake"),
                            (
                                participants.integration.ExamPart["PLAN"],
                                "plan inburgering en participatie (PIP)",
                            ),
                            (participants.integration.ExamPart["ROUTE"], "leerroute"),
                            (
                                participants.integration.ExamPart["MODULE"],
                                "module arbeidsmarkt en participatie (MAP)",
                            ),
                        ],
                        max_length=15,
                        verbose_name="onderdeel",
                    ),
                ),
                ("on", models.DateField(verbose_name="behaald op")),
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
                        to="participants.passedpart",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReferralEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("on", models.DateField(editable=False, verbose_name="verwezen op")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("paid_work", "betaald werk"),
                            ("work_experience", "werkervaringsplaats"),
                            ("trial", "proefplaatsing"),
                            ("learning", "leer-werktraject"),
                            ("orientation", "oriëntatie"),
                        ],
                        max_length=20,
                        verbose_name="doel",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="wat de recruiter moet weten")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("agriculture", "land- en tuinbouw"),
                                ("industry", "industrie en productie"),
                                ("building", "bouw en installatie"),
                                ("technology", "techniek en onderhoud"),
                                ("transport", "transport en logistiek"),
                                ("retail", "winkel en groothandel"),
                                ("hospitality", "horeca en toerisme"),
                                ("cleaning", "schoonmaak en facilitair"),
                                ("care", "zorg en welzijn"),
                                ("education", "onderwijs en kinderopvang"),
                                ("office", "kantoor en administratie"),
                                ("ict", "ict"),
                                ("culture", "cultuur, sport en overig"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gewenste sectoren",
                    ),
                ),
                (
                    "hours_from",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren per week, vanaf"
                    ),
                ),
                (
                    "hours_until",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="uren per week, tot"
                    ),
                ),
                (
                    "times",
                    models.CharField(blank=True, max_length=120, verbose_name="dagen en tijden"),
                ),
                (
                    "driving_licence",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "niet bekend")],
                        default="unknown",
                        max_length=10,
                        verbose_name="rijbewijs",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "in de stad"),
                            ("region", "in de regio"),
                            ("further", "verder dan de regio"),
                        ],
                        max_length=10,
                        verbose_name="kan werken",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(editable=False, null=True, verbose_name="beëindigd op"),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("work", "aan het werk"),
                            ("other_route", "andere route gekozen"),
                            ("not_available", "niet (meer) beschikbaar"),
                            ("consent", "op verzoek van de deelnemer"),
                            ("trajectory_closed", "traject afgesloten"),
                            ("other", "anders"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="reden van het einde",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="participants.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("primary", "basisonderwijs"),
                            ("lower", "vo of mbo 1"),
                            ("middle", "mbo 2-4, havo of vwo"),
                            ("higher", "hbo of wo"),
                        ],
                        max_length=10,
                        verbose_name="niveau",
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=80, verbose_name="richting")),
                (
                    "years",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jaren"),
                ),
                (
                    "finished",
                    models.BooleanField(default=False, verbose_name="afgerond met een diploma"),
                ),
                (
                    "recognition",
                    models.CharField(
                        choices=[
                            ("not_requested", "niet aangevraagd"),
                            ("requested", "aangevraagd (IDW)"),
                            ("recognised", "gewaardeerd"),
                            ("not_equivalent", "niet gelijkwaardig"),
                        ],
                        default="not_requested",
                        max_length=15,
                        verbose_name="diplomawaardering",
                    ),
                ),
                (
                    "recognition_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="datum van aanvraag of besluit"
                    ),
                ),
                (
                    "recognised_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("primary", "basisonderwijs"),
                            ("lower", "vo of mbo 1"),
                            ("middle", "mbo 2-4, havo of vwo"),
                            ("higher", "hbo of wo"),
                        ],
                        max_length=10,
                        verbose_name="gewaardeerd als",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="participants.schooling",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SkillLevelEvent",
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
                    "skill",
                    models.CharField(
                        choices=[
                            ("reading", "lezen"),
                            ("listening", "luisteren"),
                            ("writing", "schrijven"),
                            ("speaking", "spreken"),
                        ],
                        max_length=10,
                        verbose_name="vaardigheid",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("illiterate", "analfabeet of anders gealfabetiseerd"),
                            ("a0", "A0"),
                            ("a1", "A1"),
                            ("a2", "A2"),
                            ("b1", "B1"),
                            ("b2", "B2"),
                            ("c1", "C1"),
                        ],
                        max_length=12,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("test", "toets"), ("estimate", "inschatting")],
                        max_length=10,
                        verbose_name="hoe bepaald",
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
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.skilllevel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SoughtOccupation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="participants.occupation",
                        verbose_name="beroep",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wanted",
                        to="participants.referral",
                    ),
                ),
            ],
            options={
                "verbose_name": "gewenst beroep",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("referral", "occupation"), name="sought_occupation_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Vacancy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("vacancy", "vacature"), ("group_project", "groepsproject")],
                        default="vacancy",
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("agriculture", "land- en tuinbouw"),
                            ("industry", "industrie en productie"),
                            ("building", "bouw en installatie"),
                            ("technology", "techniek en onderhoud"),
                            ("transport", "transport en logistiek"),
                            ("retail", "winkel en groothandel"),
                            ("hospitality", "horeca en toerisme"),
                            ("cleaning", "schoonmaak en facilitair"),
                            ("care", "zorg en welzijn"),
                            ("education", "onderwijs en kinderopvang"),
                            ("office", "kantoor en administratie"),
                            ("ict", "ict"),
                            ("culture", "cultuur, sport en overig"),
                        ],
                        max_length=20,
                        verbose_name="sector",
                    ),
                ),
                (
                    "hours_from",
                    models.PositiveSmallIntegerField(verbose_name="uren per week, vanaf"),
                ),
                (
                    "hours_until",
                    models.PositiveSmallIntegerField(verbose_name="uren per week, tot"),
                ),
                (
                    "language_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a1", "A1"),
                            ("a2", "A2"),
                            ("b1", "B1"),
                            ("b2", "B2"),
                            ("c1", "C1"),
                        ],
                        max_length=12,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "driving_licence",
                    models.BooleanField(default=False, verbose_name="rijbewijs gevraagd"),
                ),
                ("paid", models.BooleanField(default=True, verbose_name="betaald werk")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("city", "in de stad"),
                            ("region", "in de regio"),
                            ("further", "verder dan de regio"),
                        ],
                        default="city",
                        max_length=10,
                        verbose_name="waar is het werk?",
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(default=1, verbose_name="aantal plaatsen"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="begint op")),
                (
                    "closes_on",
                    models.DateField(blank=True, null=True, verbose_name="reageren tot en met"),
                ),
                ("learned", models.TextField(blank=True, verbose_name="wat er wordt geleerd")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("filled", "vervuld"),
                            ("withdrawn", "vervallen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="staat",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vacancies",
                        to="participants.employer",
                        verbose_name="werkgever",
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
            ],
            options={
                "verbose_name": "vacature",
                "ordering": ["title", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours_from__gte", 1),
                            ("hours_until__gte", models.F("hours_from")),
                            ("hours_until__lte", 60),
                        ),
                        name="vacancy_hours_in_a_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places__gte", 1)), name="vacancy_has_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "group_project"), _negated=True),
                            models.Q(
                                models.Q(("learned", ""), _negated=True),
                                models.Q(("starts_on", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_group_project_teaches",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "filled", "withdrawn"])),
                        name="vacancy_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WantedOccupationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("place", models.PositiveSmallIntegerField(verbose_name="keuze")),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
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
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.wantedoccupation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkExperienceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "years",
                    models.DecimalField(decimal_places=1, max_digits=3, verbose_name="jaren"),
                ),
                (
                    "since_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="van"),
                ),
                (
                    "until_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tot"),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[("abroad", "buiten Nederland"), ("netherlands", "in Nederland")],
                        max_length=12,
                        verbose_name="waar",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
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
                        editable=False,
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
                        to="participants.workexperience",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EmployerContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("on", models.DateField(verbose_name="datum")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "telefoon"),
                            ("visit", "bezoek"),
                            ("message", "e-mail of app"),
                            ("event", "bijeenkomst"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="notitie")),
                (
                    "next_on",
                    models.DateField(blank=True, null=True, verbose_name="volgend contact op"),
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
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.employer",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.employercontact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            (participants.proposals.Answer["PENDING"], "in behandeling"),
                            (participants.proposals.Answer["INTERVIEW"], "gesprek"),
                            (participants.proposals.Answer["ACCEPTED"], "aangenomen"),
                            (participants.proposals.Answer["REJECTED"], "afgewezen"),
                            (participants.proposals.Answer["WITHDRAWN"], "ingetrokken"),
                        ],
                        default=participants.proposals.Answer["PENDING"],
                        editable=False,
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(editable=False, null=True, verbose_name="antwoord van"),
                ),
                (
                    "interview_on",
                    models.DateField(editable=False, null=True, verbose_name="gesprek op"),
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="participants.participant",
                        verbose_name="deelnemer",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="participants.vacancy",
                        verbose_name="vacature",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorstel",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answer__in", ["accepted", "interview", "pending"])),
                        fields=("participant", "vacancy"),
                        name="proposal_one_live_per_vacancy",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "answer__in",
                                ["pending", "interview", "accepted", "rejected", "withdrawn"],
                            )
                        ),
                        name="proposal_answer_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", participants.proposals.Answer["INTERVIEW"]),
                                _negated=True,
                            ),
                            models.Q(("interview_on", None), _negated=True),
                            _connector="OR",
                        ),
                        name="proposal_interview_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SoughtOccupationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "occupation",
                    models.ForeignKey(
                        db_constraint=False,
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
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.soughtoccupation",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VacancyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("vacancy", "vacature"), ("group_project", "groepsproject")],
                        default="vacancy",
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("agriculture", "land- en tuinbouw"),
                            ("industry", "industrie en productie"),
                            ("building", "bouw en installatie"),
                            ("technology", "techniek en onderhoud"),
                            ("transport", "transport en logistiek"),
                            ("retail", "winkel en groothandel"),
                            ("hospitality", "horeca en toerisme"),
                            ("cleaning", "schoonmaak en facilitair"),
                            ("care", "zorg en welzijn"),
                            ("education", "onderwijs en kinderopvang"),
                            ("office", "kantoor en administratie"),
                            ("ict", "ict"),
                            ("culture", "cultuur, sport en overig"),
                        ],
                        max_length=20,
                        verbose_name="sector",
                    ),
                ),
                (
                    "hours_from",
                    models.PositiveSmallIntegerField(verbose_name="uren per week, vanaf"),
                ),
                (
                    "hours_until",
                    models.PositiveSmallIntegerField(verbose_name="uren per week, tot"),
                ),
                (
                    "language_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a1", "A1"),
                            ("a2", "A2"),
                            ("b1", "B1"),
                            ("b2", "B2"),
                            ("c1", "C1"),
                        ],
                        max_length=12,
                        verbose_name="taalniveau",
                    ),
                ),
                (
                    "driving_licence",
                    models.BooleanField(default=False, verbose_name="rijbewijs gevraagd"),
                ),
                ("paid", models.BooleanField(default=True, verbose_name="betaald werk")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("city", "in de stad"),
                            ("region", "in de regio"),
                            ("further", "verder dan de regio"),
                        ],
                        default="city",
                        max_length=10,
                        verbose_name="waar is het werk?",
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(default=1, verbose_name="aantal plaatsen"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="begint op")),
                (
                    "closes_on",
                    models.DateField(blank=True, null=True, verbose_name="reageren tot en met"),
                ),
                ("learned", models.TextField(blank=True, verbose_name="wat er wordt geleerd")),
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("filled", "vervuld"),
                            ("withdrawn", "vervallen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="staat",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.employer",
                        verbose_name="werkgever",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.vacancy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProposalAnswer",
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
                    "answer",
                    models.CharField(
                        choices=[
                            (participants.proposals.Answer["PENDING"], "in behandeling"),
                            (participants.proposals.Answer["INTERVIEW"], "gesprek"),
                            (participants.proposals.Answer["ACCEPTED"], "aangenomen"),
                            (participants.proposals.Answer["REJECTED"], "afgewezen"),
                            (participants.proposals.Answer["WITHDRAWN"], "ingetrokken"),
                        ],
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "interview_on",
                    models.DateField(blank=True, null=True, verbose_name="gesprek op"),
                ),
                (
                    "reason",
                    models.CharField(
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
                        max_length=20,
                        verbose_name="reden van de afwijzing",
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
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposal_answers",
                        to="participants.participant",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="participants.proposal",
                        verbose_name="voorstel",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een voorstel",
                "ordering": ["on", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", participants.proposals.Answer["REJECTED"]),
                            ("reason", ""),
                            _connector="XOR",
                        ),
                        name="proposal_answer_refusal_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", participants.proposals.Answer["INTERVIEW"]),
                            ("interview_on", None),
                            _connector="XOR",
                        ),
                        name="proposal_answer_interview_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposalEvent",
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
                ("note", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            (participants.proposals.Answer["PENDING"], "in behandeling"),
                            (participants.proposals.Answer["INTERVIEW"], "gesprek"),
                            (participants.proposals.Answer["ACCEPTED"], "aangenomen"),
                            (participants.proposals.Answer["REJECTED"], "afgewezen"),
                            (participants.proposals.Answer["WITHDRAWN"], "ingetrokken"),
                        ],
                        default=participants.proposals.Answer["PENDING"],
                        editable=False,
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(editable=False, null=True, verbose_name="antwoord van"),
                ),
                (
                    "interview_on",
                    models.DateField(editable=False, null=True, verbose_name="gesprek op"),
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
                        to="participants.proposal",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.vacancy",
                        verbose_name="vacature",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProposalAnswerEvent",
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
                    "answer",
                    models.CharField(
                        choices=[
                            (participants.proposals.Answer["PENDING"], "in behandeling"),
                            (participants.proposals.Answer["INTERVIEW"], "gesprek"),
                            (participants.proposals.Answer["ACCEPTED"], "aangenomen"),
                            (participants.proposals.Answer["REJECTED"], "afgewezen"),
                            (participants.proposals.Answer["WITHDRAWN"], "ingetrokken"),
                        ],
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "interview_on",
                    models.DateField(blank=True, null=True, verbose_name="gesprek op"),
                ),
                (
                    "reason",
                    models.CharField(
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
                        max_length=20,
                        verbose_name="reden van de afwijzing",
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
                        to="participants.proposalanswer",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.proposal",
                        verbose_name="voorstel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="step",
            name="interpreter",
            field=models.BooleanField(default=False, verbose_name="met tolk"),
        ),
        migrations.AddField(
            model_name="step",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pilot.organisation",
                verbose_name="partner",
            ),
        ),
        migrations.AddField(
            model_name="step",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="step",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="interpreter",
            field=models.BooleanField(default=False, verbose_name="met tolk"),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="partner",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="stepevent",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="ingetrokken"),
        ),
        migrations.AddField(
            model_name="trajectoryrules",
            name="final_until",
            field=models.DateField(blank=True, null=True, verbose_name="vastgesteld tot en met"),
        ),
        migrations.AddField(
            model_name="trajectoryrules",
            name="integration_law",
            field=models.CharField(
                choices=[
                    (participants.integration.Law["OF_2013"], "Wet inburgering 2013"),
                    (participants.integration.Law["OF_2021"], "Wet inburgering 2021"),
                ],
                default=participants.integration.Law["OF_2013"],
                max_length=4,
                verbose_name="inburgeringswet",
            ),
        ),
        migrations.AlterField(
            model_name="reading",
            name="page",
            field=models.CharField(
                choices=[
                    ("participants:today", "vandaag"),
                    ("participants:search", "zoeken"),
                    ("participants:list", "lijst met deelnemers"),
                    ("participants:step-start", "stap vastleggen: voor wie"),
                    ("participants:detail", "pagina van de deelnemer"),
                    ("participants:history", "geschiedenis"),
                    ("participants:readings", "overzicht van inzage"),
                    ("participants:step-create", "formulier stap"),
                    ("participants:step-correct", "stap corrigeren"),
                    ("participants:step-withdraw", "stap intrekken"),
                    ("participants:appointment-edit", "formulier afspraak"),
                    ("participants:appointment-delete", "afspraak verwijderen"),
                    ("participants:group-step", "stap voor een groep"),
                    ("participants:transition-create", "formulier fase"),
                    ("participants:diagnosis-create", "formulier diagnose"),
                    ("participants:outcome-create", "formulier uitstroom"),
                    ("participants:plan-agree", "formulier plan afgesproken"),
                    ("participants:goal-create", "formulier doel"),
                    ("participants:goal-edit", "doel wijzigen"),
                    ("participants:goal-close", "doel afronden"),
                    ("participants:action-create", "formulier actie"),
                    ("participants:action-edit", "actie wijzigen"),
                    ("participants:action-cancel", "actie laten vervallen"),
                    ("participants:instrument-create", "formulier instrument"),
                    ("participants:instrument-edit", "instrument wijzigen"),
                    ("participants:instrument-end", "instrument beëindigen"),
                    ("participants:participant-edit", "gegevens corrigeren"),
                    ("participants:outcome-detail", "uitstroom"),
                    ("participants:evidence-create", "formulier bewijs"),
                    ("participants:evidence-download", "bewijs"),
                    ("participants:evidence-remove", "bewijs weghalen"),
                    ("participants:follow-up-create", "formulier nazorg"),
                    ("participants:placement-create", "plaatsing toevoegen"),
                    ("participants:placement-edit", "plaatsing wijzigen"),
                    ("participants:placement-end", "plaatsing beëindigen"),
                    ("participants:study-create", "studie toevoegen"),
                    ("participants:study-edit", "studie wijzigen"),
                    ("participants:study-end", "studie beëindigen"),
                    ("participants:business-create", "onderneming toevoegen"),
                    ("participants:business-edit", "onderneming wijzigen"),
                    ("participants:business-end", "onderneming beëindigen"),
                    ("participants:diagnosis", "diagnose"),
                    ("participants:diagnosis-part", "formulier deel van de diagnose"),
                    ("participants:diagnosis-row-create", "formulier opleiding of werkervaring"),
                    ("participants:diagnosis-row-edit", "opleiding of werkervaring wijzigen"),
                    ("participants:diagnosis-row-delete", "opleiding of werkervaring verwijderen"),
                    ("participants:integration-edit", "formulier inburgering"),
                    ("participants:referral-create", "formulier verwijzing"),
                    ("participants:referral-edit", "verwijzing wijzigen"),
                    ("participants:referral-end", "verwijzing beëindigen"),
                    ("participants:mediation-today", "vandaag (bemiddeling)"),
                    ("participants:matches", "passende vacatures"),
                    ("participants:vacancy-detail", "vacature met wie erbij past"),
                    ("participants:proposal-list", "lijst met voorstellen"),
                    ("participants:proposal-create", "formulier voorstel"),
                    ("participants:proposal-answer", "antwoord op een voorstel"),
                    ("participants:candidate-list", "lijst met kandidaten"),
                    ("participants:assign", "toewijzen"),
                    ("participants:draw-refused", "buiten de doelgroep"),
                    ("participants:draw-people", "personen in een loting"),
                    ("participants:draw-exchange", "ruilen in een loting"),
                    ("participants:draw-add", "toevoegen aan een loting"),
                    ("participants:draw-carry-out", "loting uitvoeren"),
                    ("participants:transfer", "formulier overdracht"),
                    ("participants:caseload-spread", "caseload verdelen"),
                    ("participants:waiting-list", "wachtlijst"),
                    ("participants:import-detail", "ingelezen lijst"),
                    ("participants:import-columns", "kolommen van een lijst"),
                    ("participants:import-duplicates", "mogelijk dubbele regels"),
                    ("participants:import-refused", "geweigerde regels"),
                ],
                max_length=60,
                verbose_name="waar",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned", False), ("withdrawn", False), _connector="OR"),
                name="step_withdrawn_was_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="trajectoryrules",
            constraint=models.CheckConstraint(
                condition=models.Q(("integration_law__in", ["2013", "2021"])),
                name="rules_law_known",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="occupations",
            field=models.ManyToManyField(
                related_name="+",
                through="participants.SoughtOccupation",
                to="participants.occupation",
                verbose_name="gewenste beroepen",
            ),
        ),
        AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "type_id", "uuid", "version", "withdrawn") VALUES (NEW."at", NEW."attendance", NEW."by_id", NEW."id", NEW."interpreter", NEW."manner", NEW."minutes", NEW."note", NEW."on", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."planned", NEW."type_id", NEW."uuid", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="249a0357c91b35d0168dea483c78a2497bfdc7cd",
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
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "type_id", "uuid", "version", "withdrawn") VALUES (NEW."at", NEW."attendance", NEW."by_id", NEW."id", NEW."interpreter", NEW."manner", NEW."minutes", NEW."note", NEW."on", NEW."participant_id", NEW."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."planned", NEW."type_id", NEW."uuid", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="56baf17c952e62813b3ecbb01802ca911ce740c4",
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
                    func='INSERT INTO "participants_stepevent" ("at", "attendance", "by_id", "id", "interpreter", "manner", "minutes", "note", "on", "participant_id", "partner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "type_id", "uuid", "version", "withdrawn") VALUES (OLD."at", OLD."attendance", OLD."by_id", OLD."id", OLD."interpreter", OLD."manner", OLD."minutes", OLD."note", OLD."on", OLD."participant_id", OLD."partner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."planned", OLD."type_id", OLD."uuid", OLD."version", OLD."withdrawn"); RETURN NULL;',
                    hash="d6eb5b76ca1a2b2c1b8d9ccd2319a72a5bef8bdc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53c44",
                    table="participants_step",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="barrier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_barrierevent" ("followed_by", "hampers", "id", "organisation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme") VALUES (NEW."followed_by", NEW."hampers", NEW."id", NEW."organisation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."theme"); RETURN NULL;',
                    hash="0bf56458b9508fe738fd6af2c099534095eda03e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_62b82",
                    table="participants_barrier",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="barrier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_barrierevent" ("followed_by", "hampers", "id", "organisation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme") VALUES (NEW."followed_by", NEW."hampers", NEW."id", NEW."organisation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."theme"); RETURN NULL;',
                    hash="ede4c2b144c7b96df44d686f478930156f7a0c42",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_48ac5",
                    table="participants_barrier",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="barrier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_barrierevent" ("followed_by", "hampers", "id", "organisation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme") VALUES (OLD."followed_by", OLD."hampers", OLD."id", OLD."organisation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."theme"); RETURN NULL;',
                    hash="c3ccc3934dbcb489a3907be83b6b193ec26043d7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_39092",
                    table="participants_barrier",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="barrierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="ea8c39d794fd8660bce13eb2cfcb5384f0891e45",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d04d9",
                    table="participants_barrierevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="barrierevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1e0be19e44e2563c13bcdc268f9c9356a1db1e55",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ca7bd",
                    table="participants_barrierevent",
                    when="BEFORE",
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
            model_name="civicintegrationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="62ba68b788f9992d0ce8761935e60ce0622e5bd8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_8e769",
                    table="participants_civicintegrationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="civicintegrationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f91cec72cba1edca3d96558f70cbbeffed892941",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a4035",
                    table="participants_civicintegrationevent",
                    when="BEFORE",
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
            model_name="diagnosisfileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="225cc116d7374e5ecf598181fd5709ef28483941",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_5c1da",
                    table="participants_diagnosisfileevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="diagnosisfileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="16000978279cdafe2a2702e9b39908ccf7493169",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_718dc",
                    table="participants_diagnosisfileevent",
                    when="BEFORE",
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
            model_name="employercontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") VALUES (NEW."at", NEW."by_id", NEW."employer_id", NEW."id", NEW."kind", NEW."next_on", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."uuid"); RETURN NULL;',
                    hash="c84d1c768bf3a16289a647d3d8287a45e5e6e8f6",
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
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") VALUES (NEW."at", NEW."by_id", NEW."employer_id", NEW."id", NEW."kind", NEW."next_on", NEW."note", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."uuid"); RETURN NULL;',
                    hash="5a8078667320f2795ab13b04f300814615dc690a",
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
                    func='INSERT INTO "participants_employercontactevent" ("at", "by_id", "employer_id", "id", "kind", "next_on", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") VALUES (OLD."at", OLD."by_id", OLD."employer_id", OLD."id", OLD."kind", OLD."next_on", OLD."note", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."uuid"); RETURN NULL;',
                    hash="ea49c7585bfc01d9c410cb667b89c17b032b96ff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_17d61",
                    table="participants_employercontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="employercontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="c3dca66f122e0a1b9a05c996dc480853884fadd6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d1bd1",
                    table="participants_employercontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="employercontactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6ff29116293f05b6bd09e9a7b20cf86eee2f9297",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_29e0f",
                    table="participants_employercontactevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="employerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="2915317c64dcf6c147b85aafa19e11f305d20e6d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_e179d",
                    table="participants_employerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="employerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a54b8f5dc898f88caa90543f42b50286dbb67aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bb9e0",
                    table="participants_employerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ladderrung",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_ladderrungevent" ("at", "by_id", "id", "moment", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rung") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."moment", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rung"); RETURN NULL;',
                    hash="b7af400842425432d19b62e7da5b7133b653215f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4081a",
                    table="participants_ladderrung",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ladderrung",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_ladderrungevent" ("at", "by_id", "id", "moment", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rung") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."moment", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rung"); RETURN NULL;',
                    hash="100238d623539be73c2721757f49a65648168cda",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f2d17",
                    table="participants_ladderrung",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ladderrung",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_ladderrungevent" ("at", "by_id", "id", "moment", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rung") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."moment", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rung"); RETURN NULL;',
                    hash="9a252a933dd0f3d306903ebe0c9752a44bd1fbbc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_84825",
                    table="participants_ladderrung",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ladderrungevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="87340e1da999898902e9e49d4959e0996fcf3ff6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_a439d",
                    table="participants_ladderrungevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ladderrungevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d36edaf6e60a49da8fa40a4c1dbec7442f768690",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd736",
                    table="participants_ladderrungevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="passedpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_passedpartevent" ("id", "on", "part", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."on", NEW."part", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="14a8928eda631eb500bd73c7499a6ca6a4830eb4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ff18",
                    table="participants_passedpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="passedpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_passedpartevent" ("id", "on", "part", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."on", NEW."part", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="872dd125e5ce4ea7b77c6381733e929ba10adb37",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88c70",
                    table="participants_passedpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="passedpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_passedpartevent" ("id", "on", "part", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."on", OLD."part", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="d0a1e5a339440f2f3df8c40a442bbb83f741d738",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4f064",
                    table="participants_passedpart",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="passedpartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="1ae1aa6ba57c32771434f1a046ee3c33575364a3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_ad12c",
                    table="participants_passedpartevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="passedpartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3b8638416b6f37c806920d834c9188fec0543243",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_88187",
                    table="participants_passedpartevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposal_id", NEW."reason", NEW."uuid"); RETURN NULL;',
                    hash="03d5a352b7a5c9281c36c8e8e658dd0a2a0c8a64",
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
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid") VALUES (NEW."answer", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposal_id", NEW."reason", NEW."uuid"); RETURN NULL;',
                    hash="2686dc12ad10391df140e1235ed2f2d42df0351c",
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
                    func='INSERT INTO "participants_proposalanswerevent" ("answer", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "reason", "uuid") VALUES (OLD."answer", OLD."at", OLD."by_id", OLD."id", OLD."interview_on", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposal_id", OLD."reason", OLD."uuid"); RETURN NULL;',
                    hash="30e0a288297a8f9872e6b2b66007e8327727df09",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66acc",
                    table="participants_proposalanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="6ecce98e91b570403fcc64473b7a3293f035d437",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_df56a",
                    table="participants_proposalanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="39966bc338481e899204f71d2b969a3d029d8900",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3e98c",
                    table="participants_proposalanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="3cf3b06504c547784b57bf9f6baa1db5e322fc38",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_9feb6",
                    table="participants_referralevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2678261c3d58f26828eaf5dc8983dfbab73d6137",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5325f",
                    table="participants_referralevent",
                    when="BEFORE",
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
            model_name="schoolingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="3f41a6ab7e2ee0a550ea4b76c84f8c26ab261955",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1eb83",
                    table="participants_schoolingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="schoolingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="71dbfac9c604102cd226005fdf267b9b43711eea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d1eb6",
                    table="participants_schoolingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="skilllevel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_skilllevelevent" ("at", "basis", "by_id", "id", "level", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill") VALUES (NEW."at", NEW."basis", NEW."by_id", NEW."id", NEW."level", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."skill"); RETURN NULL;',
                    hash="7b886582874b23c8f23466470e2a9e4ca76d7c53",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_979e2",
                    table="participants_skilllevel",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="skilllevel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_skilllevelevent" ("at", "basis", "by_id", "id", "level", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill") VALUES (NEW."at", NEW."basis", NEW."by_id", NEW."id", NEW."level", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."skill"); RETURN NULL;',
                    hash="cbc8f2e30957fb2142f8f72d274003a9d86d515d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1ea5d",
                    table="participants_skilllevel",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="skilllevel",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_skilllevelevent" ("at", "basis", "by_id", "id", "level", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "skill") VALUES (OLD."at", OLD."basis", OLD."by_id", OLD."id", OLD."level", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."skill"); RETURN NULL;',
                    hash="0d9bafc97e65bbc85de1c5790b80a7ffafdc8521",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b738",
                    table="participants_skilllevel",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="skilllevelevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="c3b51a945ac2c8c6dabe9b8c78d9a145f0634559",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_519d3",
                    table="participants_skilllevelevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="skilllevelevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f71829cea9db7785ef1dc32f580e1f4e40070bda",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_96a30",
                    table="participants_skilllevelevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="soughtoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_soughtoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="923057391ff6c34df41ede61259c82bb60273218",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c62a0",
                    table="participants_soughtoccupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="soughtoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_soughtoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="82f4580577543b2c4dfa177d19d8ba2b127b2c5b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f092",
                    table="participants_soughtoccupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="soughtoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_soughtoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (OLD."id", OLD."occupation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."referral_id"); RETURN NULL;',
                    hash="47e8d169b51ddf97cae52731a6b76e34a0c3531b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ef76",
                    table="participants_soughtoccupation",
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
            model_name="soughtoccupationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="59da22fc35b516e22d27d9b4d661e8c5ee9e8315",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_de35f",
                    table="participants_soughtoccupationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="soughtoccupationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="64e7498b6d24e3001052a17d160de295dab1be93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_84117",
                    table="participants_soughtoccupationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="stepcorrection",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e5180161407246c5c01e64a8e53c12f24412f1d8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_46232",
                    table="participants_stepcorrection",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="stepcorrection",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="c88283de13f93d91c19e3ffa50e02bf0cebf1fec",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_028dd",
                    table="participants_stepcorrection",
                    when="BEFORE",
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
            model_name="proposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="f3f16d49491162d21f25a8e941ad9c68a80fa2b1",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_86833",
                    table="participants_proposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0c0091ccc9f2a1f33267305b9207aca99f8318f6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c44b8",
                    table="participants_proposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "vacancy_id") VALUES (NEW."answer", NEW."answered_on", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."uuid", NEW."vacancy_id"); RETURN NULL;',
                    hash="675c728fe2a9d373496fe8a8a525175b10d4b704",
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
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "vacancy_id") VALUES (NEW."answer", NEW."answered_on", NEW."at", NEW."by_id", NEW."id", NEW."interview_on", NEW."note", NEW."on", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."uuid", NEW."vacancy_id"); RETURN NULL;',
                    hash="fa8848e414994fa84713f6b5afbb56dedf37957f",
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
                    func='INSERT INTO "participants_proposalevent" ("answer", "answered_on", "at", "by_id", "id", "interview_on", "note", "on", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid", "vacancy_id") VALUES (OLD."answer", OLD."answered_on", OLD."at", OLD."by_id", OLD."id", OLD."interview_on", OLD."note", OLD."on", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."uuid", OLD."vacancy_id"); RETURN NULL;',
                    hash="f02c78a70a17435e454f77ac463faf117d16c581",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_46a0f",
                    table="participants_proposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="dfd3ae26400dce9a22a20737c616b18f7ddb4923",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1b2a2",
                    table="participants_vacancyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="vacancyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dc4ddaed8277f7e0663cd7304a8c4a385bbbfff1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3c491",
                    table="participants_vacancyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="wantedoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_wantedoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place"); RETURN NULL;',
                    hash="2f330573cf7e6d120bcb6dfd8e4fc235160cb764",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7eb65",
                    table="participants_wantedoccupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="wantedoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "participants_wantedoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (NEW."id", NEW."occupation_id", NEW."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place"); RETURN NULL;',
                    hash="4f51d8a519c514c426ef9dd5737234f7ac0ff840",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6537",
                    table="participants_wantedoccupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="wantedoccupation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "participants_wantedoccupationevent" ("id", "occupation_id", "participant_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."id", OLD."occupation_id", OLD."participant_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place"); RETURN NULL;',
                    hash="234569d6c815995300481d735e49c5b6bcb32f5c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a37e9",
                    table="participants_wantedoccupation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="wantedoccupationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="3ecf0b5e5753d4a29158e00d72fa3dfa55bca5db",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_c454a",
                    table="participants_wantedoccupationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="wantedoccupationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9cf123067a89053bd9cb22842b8f8d51007e5b81",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6fdb5",
                    table="participants_wantedoccupationevent",
                    when="BEFORE",
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
        AddTrigger(
            model_name="workexperienceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Cannot truncate %: rows are added only', TG_TABLE_NAME;",
                    hash="e6787fe7165bed7d26860dbe790a984bfaa830e9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1d56c",
                    table="participants_workexperienceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workexperienceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e49597cdc00c1ccb2edea4fcc51676133a606c70",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6f142",
                    table="participants_workexperienceevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
