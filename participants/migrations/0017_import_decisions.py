import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0016_readings_of_the_whole_room"),
        ("pilot", "0007_fte"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SamePerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("identity", models.CharField(editable=False, max_length=64)),
                ("decided_at", models.DateTimeField(verbose_name="besloten")),
            ],
            options={
                "verbose_name": "besluit over een dubbele regel",
            },
        ),
        migrations.RemoveConstraint(
            model_name="assignment",
            name="assignment_reason_known",
        ),
        migrations.RemoveConstraint(
            model_name="standin",
            name="stand_in_reason_known",
        ),
        migrations.AddField(
            model_name="importrow",
            name="translated",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("leaving", "vertrek van de consulent"),
                    ("absence", "afwezigheid van de consulent"),
                    ("spreading", "verdeling van de caseload"),
                    ("own_request", "verzoek van de deelnemer"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AlterField(
            model_name="assignmentevent",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("leaving", "vertrek van de consulent"),
                    ("absence", "afwezigheid van de consulent"),
                    ("spreading", "verdeling van de caseload"),
                    ("own_request", "verzoek van de deelnemer"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AlterField(
            model_name="standin",
            name="reason",
            field=models.CharField(
                choices=[
                    ("holiday", "vakantie"),
                    ("absence", "afwezigheid"),
                    ("leave", "verlof"),
                    ("vacancy", "nog geen opvolger"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AlterField(
            model_name="standinevent",
            name="reason",
            field=models.CharField(
                choices=[
                    ("holiday", "vakantie"),
                    ("absence", "afwezigheid"),
                    ("leave", "verlof"),
                    ("vacancy", "nog geen opvolger"),
                    ("other", "anders"),
                ],
                max_length=20,
                verbose_name="reden",
            ),
        ),
        migrations.AddField(
            model_name="sameperson",
            name="decided_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sameperson",
            name="pilot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="same_people",
                to="pilot.pilot",
            ),
        ),
        migrations.AddConstraint(
            model_name="sameperson",
            constraint=models.UniqueConstraint(
                fields=("pilot", "identity"), name="same_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sameperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("identity__regex", "^[0-9a-f]{64}$")),
                name="same_person_is_fingerprint",
            ),
        ),
    ]
