"""Why a consultant is away is nobody's business: a reason "illness" becomes "absence"."""

from django.db import migrations

MODELS = ("Assignment", "AssignmentEvent", "StandIn", "StandInEvent")


def rename(old, new):
    def apply(apps, schema_editor):
        # Without the triggers: the history gets no version of a change that nobody made, and from
        # what it holds already the word goes as well.
        for name in MODELS:
            model = apps.get_model("participants", name)
            table = schema_editor.quote_name(model._meta.db_table)
            schema_editor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            model.objects.filter(reason=old).update(reason=new)
            schema_editor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    return apply


class Migration(migrations.Migration):
    dependencies = [("participants", "0017_import_decisions")]

    operations = [migrations.RunPython(rename("illness", "absence"), rename("absence", "illness"))]
