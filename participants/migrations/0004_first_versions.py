from django.db import migrations

from pilot.history import keep_what_is_there


class Migration(migrations.Migration):
    dependencies = [("participants", "0003_history")]

    operations = [
        keep_what_is_there(
            "participants",
            "Participant",
            "Assignment",
            "Transition",
            "Diagnosis",
            "Step",
            "Outcome",
        )
    ]
