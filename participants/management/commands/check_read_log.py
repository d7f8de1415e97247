import re

from django.core.management.base import BaseCommand, CommandError

from participants.models.readings import check_chain


class Command(BaseCommand):
    help = (
        "Gaat na of er aan het inzagelogboek niets is veranderd. Noteer wat het laatst gedrukt "
        "wordt, op een andere plaats, en geef het de volgende keer mee."
    )

    def add_arguments(self, parser):
        parser.add_argument("noted", nargs="*", metavar="NUMMER:HASH")

    def handle(self, *, noted, **options):
        expected = {}
        for note in noted:
            if not (parts := re.fullmatch(r"(\d+):([0-9a-f]{64})", note)):
                raise CommandError(f"{note} is geen NUMMER:HASH, zoals deze opdracht die drukt.")
            expected[int(parts[1])] = parts[2]
        report = check_chain(expected)
        if report.broken:
            raise CommandError(
                f"Het inzagelogboek klopt niet: regel {', '.join(map(str, report.broken))} is "
                "veranderd of verwijderd. Meld dit als beveiligingsincident."
            )
        number, fingerprint = report.head
        self.stdout.write(
            f"Het inzagelogboek klopt, {number} regels. Noteer: {number}:{fingerprint}"
        )
