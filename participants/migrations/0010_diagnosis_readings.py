from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0009_standard_occupations")]

    operations = [
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
                    ("participants:appointment-edit", "formulier afspraak"),
                    ("participants:appointment-delete", "afspraak verwijderen"),
                    ("participants:group-step", "stap voor een groep"),
                    ("participants:transition-create", "formulier fase"),
                    ("participants:diagnosis-create", "formulier diagnose"),
                    ("participants:outcome-create", "formulier uitstroom"),
                    ("participants:diagnosis", "diagnose"),
                    ("participants:diagnosis-part", "formulier deel van de diagnose"),
                    ("participants:diagnosis-row-create", "formulier opleiding of werkervaring"),
                    ("participants:diagnosis-row-edit", "opleiding of werkervaring wijzigen"),
                    ("participants:diagnosis-row-delete", "opleiding of werkervaring verwijderen"),
                    ("participants:integration-edit", "formulier inburgering"),
                    ("participants:candidate-list", "lijst met kandidaten"),
                    ("participants:assign", "toewijzen"),
                    ("participants:import-detail", "ingelezen lijst"),
                    ("participants:import-refused", "geweigerde regels"),
                ],
                max_length=60,
                verbose_name="waar",
            ),
        ),
    ]
