"""What the project leader wrote."""

from datetime import date

from reports.models import Document, Evaluation
from reports.periods import Quarter

FIRST_QUARTER = {
    "progress_text": (
        "De pilot is op 1 augustus 2016 begonnen. In augustus zijn 120 mensen geselecteerd, in"
        " september nog eens 30; drie consulenten begeleiden elk een caseload van 50.\n\n"
        "De eerste gesprekken laten zien dat vraagverheldering meer tijd kost dan gedacht: twee tot"
        " drie gesprekken per persoon, vaak met een tolk."
    ),
    "issues_text": (
        "De wachttijd voor een taaltoets is vijf weken. Daardoor schuift de diagnose op.\n\n"
        "Diploma's uit het land van herkomst zijn nog niet gewaardeerd; dat duurt drie maanden."
    ),
    "proposals_text": (
        "Vaste plaatsen voor de taaltoets inkopen bij het roc.\n\n"
        "De waardering van diploma's meteen na de selectie aanvragen, en niet pas bij de diagnose."
    ),
}
SECOND_QUARTER = {
    "progress_text": (
        "In het vierde kwartaal is de laatste groep gestart. De meeste deelnemers hebben nu een"
        " diagnose en een traject.\n\n"
        "De eerste mensen zijn uitgestroomd naar werk of volgen een studie."
    ),
    "issues_text": (
        "De reistijd naar werkgevers buiten de stad is voor ouders met kinderen een knelpunt."
    ),
    "proposals_text": "Met werkgevers afspraken maken over werktijden die bij schooltijden passen.",
}


def write_evaluations(pilot, leader):
    """The first quarter finalised in its time, the second written and waiting for its PDF."""
    today = pilot.demo_today
    move_to(pilot, date(2016, 10, 20))
    first = start_evaluation(pilot, Quarter(2016, 3), leader, FIRST_QUARTER)
    first.request_draft(by=leader)
    Document.objects.claim(first.draft.pk).make()
    first.finalise(reviewed=first.draft.uuid, by=leader)
    Document.objects.claim(first.final.pk).make()
    move_to(pilot, today)
    start_evaluation(pilot, Quarter(2016, 4), leader, SECOND_QUARTER)


def move_to(pilot, day):
    """Let it be another day in a demo pilot."""
    pilot.demo_today = day
    pilot.save(update_fields=["demo_today"])


def start_evaluation(pilot, quarter, leader, narrative) -> Evaluation:
    since, reference_on = quarter.within(pilot.starts_on, pilot.ends_on)
    evaluation = Evaluation.objects.create(
        pilot=pilot,
        year=quarter.year,
        number=quarter.number,
        since=since,
        reference_on=reference_on,
        written_by=leader,
    )
    evaluation.write(narrative, version=evaluation.version, by=leader)
    return evaluation
