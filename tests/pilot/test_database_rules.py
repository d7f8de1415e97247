"""Every rule that the database keeps is broken by some test, which names it."""

from datetime import time
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from participants.models import Occupation, OutcomeCorrection, Reading, StepType
from pilot.models import Heartbeat
from reports.models import Document
from tests.factories import TODAY, OrganisationFactory, ParticipantFactory

TESTS = Path(__file__).parents[1]
ROOMS = ("pilot", "participants", "budgeting", "reports")


def rules() -> set[str]:
    """The names of all constraints; the tables of the history have none of their own."""
    return {
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for constraint in model._meta.constraints
    }


def test_every_rule_is_named_by_a_test():
    text = "\n".join(path.read_text() for path in TESTS.rglob("test_*.py"))

    assert {rule for rule in rules() if rule not in text} == set()


BROKEN = [
    (
        "organisation_once_per_pilot",
        lambda person: [OrganisationFactory(pilot=person.pilot, name="Zelfde") for _ in range(2)],
    ),
    ("heartbeat_one", lambda person: Heartbeat.objects.create(pk=2, at=timezone.now())),
    (
        "occupation_sector_known",
        lambda person: Occupation.objects.create(name="astronaut", sector="space"),
    ),
    (
        "occupation_code_isco",
        lambda person: Occupation.objects.create(name="kok", sector="care", code="12"),
    ),
    (
        "step_time_and_place_when_planned",
        lambda person: person.steps.create(
            type=StepType.objects.first(),
            on=TODAY,
            time=time(14, 30),
            attendance="present",
            by=person.selected_by,
        ),
    ),
    (
        "outcome_correction_has_reason",
        lambda person: OutcomeCorrection.objects.create(
            participant=person,
            outcome=person.outcomes.create(kind="participation", on=TODAY, by=person.selected_by),
            outcome_on=TODAY,
            on=TODAY,
            by=person.selected_by,
            reason="",
            final=False,
            changes=[],
        ),
    ),
    (
        "reading_of_somebody",
        lambda person: Reading.objects.create(
            user=person.selected_by, pilot=person.pilot, page="participants:list", ids=[]
        ),
    ),
    (
        "document_about_somebody",
        lambda person: Document.objects.create(
            pilot=person.pilot,
            kind="cv",
            participant=None,
            source={},
            requested_by=person.selected_by,
        ),
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "breaks"), BROKEN, ids=[rule for rule, _ in BROKEN])
def test_database_refuses(rule, breaks):
    person = ParticipantFactory(selected=True)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        breaks(person)
