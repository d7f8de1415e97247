from django.db import migrations

# The history does not tell it: nobody changed anything.
FILL = """
    ALTER TABLE participants_proposal DISABLE TRIGGER USER;
    UPDATE participants_proposal p SET reason = last.reason
        FROM (
            SELECT DISTINCT ON (proposal_id) proposal_id, answer, reason
                FROM participants_proposalanswer ORDER BY proposal_id, "on" DESC, id DESC
        ) last
        WHERE last.proposal_id = p.id AND p.answer = 'rejected' AND last.answer = 'rejected';
    ALTER TABLE participants_proposal ENABLE TRIGGER USER;
"""
LAPSED = """
    ALTER TABLE participants_proposalanswer DISABLE TRIGGER USER;
    UPDATE participants_proposalanswer SET lapsed = true
        WHERE answer = 'withdrawn' AND note = 'De verwijzing is beëindigd.';
    ALTER TABLE participants_proposalanswer ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """A proposal holds the reason of its last answer, and an answer whether it lapsed."""

    dependencies = [
        ("participants", "0021_mediation_mended"),
    ]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(LAPSED, migrations.RunSQL.noop),
    ]
