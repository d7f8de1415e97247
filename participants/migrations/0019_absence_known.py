from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0018_absence")]

    operations = [
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["", "leaving", "absence", "spreading", "own_request", "other"])
                ),
                name="assignment_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="standin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["holiday", "absence", "leave", "vacancy", "other"])
                ),
                name="stand_in_reason_known",
            ),
        ),
    ]
