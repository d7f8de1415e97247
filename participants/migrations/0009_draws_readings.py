from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0008_draws"),
    ]

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
                    ("participants:candidate-list", "lijst met kandidaten"),
                    ("participants:assign", "toewijzen"),
                    ("participants:draw-refused", "buiten de doelgroep"),
                    ("participants:draw-people", "personen in een loting"),
                    ("participants:draw-exchange", "ruilen in een loting"),
                    ("participants:draw-add", "toevoegen aan een loting"),
                    ("participants:draw-carry-out", "loting uitvoeren"),
                    ("participants:import-detail", "ingelezen lijst"),
                    ("participants:import-refused", "geweigerde regels"),
                ],
                max_length=60,
                verbose_name="waar",
            ),
        ),
    ]
