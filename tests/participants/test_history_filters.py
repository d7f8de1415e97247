"""Wijzigingen offers each word once, and leaves out what only the program understands."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.models import Occupation, OwnDocument
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, ParticipantFactory
from tests.mediation import refer
from tests.participants.outflow import checked


@pytest.fixture
def participant(pilot, login):
    return ParticipantFactory(pilot=pilot, consultant=login(Role.CONSULTANT), phase=Phase.PLACEMENT)


def url(participant):
    return reverse("participants:history", args=[participant.pilot.slug, participant.number])


def test_two_tables_of_one_name_are_one_choice_that_finds_both(client, participant):
    cook, baker = Occupation.objects.filter(name__in=["kok", "bakker"]).order_by("name")
    participant.wanted_occupations.create(place=1, occupation=cook)
    refer(participant, occupations=[baker])
    form = client.get(url(participant)).context["filterset"].form

    [code] = [code for code, label in form.fields["wat"].choices if label == "gewenst beroep"]
    labels = [label for _, label in form.fields["veld"].choices]
    [field] = [
        code for code, label in form.fields["veld"].choices if label == "gewenst beroep: beroep"
    ]

    assert len(labels) == len(set(labels))
    for asked in (f"wat={code}", f"veld={field}"):
        page = client.get(f"{url(participant)}?{asked}")
        assert [change.what for change in page.context["page"]] == ["Gewenst beroep toegevoegd"] * 2


def test_technical_values_of_a_file_are_not_told(client, participant):
    OwnDocument.objects.add(
        participant,
        kind="diploma",
        file=checked(content=b"%PDF-1.4 x %%EOF"),
        on=TODAY,
        by=participant.consultant,
    )

    page = client.get(url(participant))

    assertContains(page, "diploma")
    for technical in ("Sha-256", "Bestandstype", "Grootte in bytes"):
        assertNotContains(page, technical)
