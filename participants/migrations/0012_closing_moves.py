from django.db import migrations

# The move that was made with an outcome was recorded just before it, for the same day.
FIND = """
    UPDATE participants_outcome o SET closing_id = (
        SELECT t.id FROM participants_transition t
        WHERE t.participant_id = o.participant_id AND t."on" = o."on" AND t.at <= o.at
            AND t.to_phase = CASE o.kind WHEN 'dropout' THEN 'stopped' ELSE 'outflow' END
        ORDER BY t.id DESC LIMIT 1
    )
    WHERE o.kind IN (
        'paid_full', 'subsidised_full', 'study_grant', 'business_full', 'dropout'
    )
"""


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0011_standard_occupations"),
    ]

    operations = [
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
    ]
