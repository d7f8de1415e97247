from django.db import migrations

from pilot.history import keep_what_is_there


class Migration(migrations.Migration):
    dependencies = [("pilot", "0002_history_and_heartbeat")]

    operations = [keep_what_is_there("pilot", "User", "Membership")]
