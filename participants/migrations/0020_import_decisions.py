import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0019_own_documents_readings"),
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
        migrations.AddField(
            model_name="importrow",
            name="translated",
            field=models.JSONField(default=dict),
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
