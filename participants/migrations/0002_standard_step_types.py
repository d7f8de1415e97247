from django.db import migrations

# The catalogue every pilot starts with (domain.md, sections 3 and 8.5); a pilot adds its own.
STANDARD = {
    "selection": ["Uitnodiging", "Kennismaking"],
    "intake": ["Intakegesprek", "Wensen en mogelijkheden", "Huisbezoek"],
    "diagnosis": [
        "Diagnosegesprek",
        "Taaltoets",
        "Beroepentest",
        "Diplomawaardering (IDW)",
        "Overleg expertgroep",
    ],
    "placement": [
        "Voortgangsgesprek",
        "Sollicitatietraining",
        "Cv opstellen",
        "Bedrijfsbezoek",
        "Voorstellen bij werkgever",
        "Taalstage",
        "Werkervaringsplaats",
        "Proefplaatsing",
        "K!X Works",
    ],
    "education": [
        "Voortgangsgesprek studie",
        "Studieadvies",
        "Aanmelding opleiding",
        "Overleg UAF",
        "Taalcursus",
    ],
    "entrepreneurship": [
        "Voortgangsgesprek onderneming",
        "Oriëntatie ondernemerschap",
        "Ondernemingsplan",
        "Gesprek over Bbz",
    ],
    "outflow": ["Nazorggesprek"],
    "stopped": ["Afrondend gesprek"],
}


def add_standard(apps, schema_editor):
    step_type = apps.get_model("participants", "StepType")
    step_type.objects.bulk_create(
        step_type(phase=phase, name=name) for phase, names in STANDARD.items() for name in names
    )


def remove_standard(apps, schema_editor):
    apps.get_model("participants", "StepType").objects.filter(pilot=None).delete()


class Migration(migrations.Migration):
    dependencies = [("participants", "0001_participants")]

    operations = [migrations.RunPython(add_standard, remove_standard)]
