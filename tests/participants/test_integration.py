"""Inburgering: the rule, the sheet of a participant, and the signal before the end of the term."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from participants.diagnosis_choices import EXAM_PARTS as PART_LABELS
from participants.diagnosis_choices import STATUSES as STATUS_LABELS
from participants.integration import (
    EXAM_PARTS,
    SETTLED,
    STATUSES,
    UNSETTLED,
    ExamPart,
    Status,
    end_of_term,
)
from participants.models import CivicIntegration, Participant, PassedPart, TrajectoryRules
from participants.signals import DAYS, Signal
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, OrganisationFactory, ParticipantFactory
from tests.mediation import refer

HALF_A_YEAR = DAYS[Signal.INTEGRATION]


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.INTAKE)


def url(participant):
    return reverse(
        "participants:integration-edit", args=[participant.pilot.slug, participant.number]
    )


def sheet(participant):
    return CivicIntegration.objects.of(participant)


def signalled():
    return list(Participant.objects.signalled(Signal.INTEGRATION, on=TODAY))


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_term_ends_three_years_later_on_the_same_day_of_the_month(start):
    end = end_of_term(start)

    assert (end.year - start.year, end.month) == (3, start.month)
    assert end.day == start.day or (start.month, start.day, end.day) == (2, 29, 28)


def test_every_status_and_part_is_of_some_law_and_has_a_name():
    assert set().union(*STATUSES.values()) == set(Status) == set(dict(STATUS_LABELS))
    assert set().union(*EXAM_PARTS.values()) == set(ExamPart) == set(dict(PART_LABELS))
    assert SETTLED | set(UNSETTLED) == set(Status)
    assert all(set(UNSETTLED) < set(statuses) for statuses in STATUSES.values())


REFUSED = [
    ("integration_status_of_the_law", {"law": "1998"}),
    ("integration_status_of_the_law", {"law": "2013", "status": "met"}),
    ("integration_status_of_the_law", {"law": "2021", "status": "met_a2"}),
    ("integration_route_of_2021", {"law": "2013", "learning_route": "b1"}),
    ("integration_exam_level_known", {"law": "2013", "exam_level": "c2"}),
    ("integration_ends_after_start", {"law": "2013", "started_on": TODAY, "ends_on": TODAY}),
    (
        "integration_extended_beyond_the_end",
        {"law": "2013", "ends_on": TODAY, "extended_until": TODAY},
    ),
    ("integration_extended_beyond_the_end", {"law": "2013", "extended_until": TODAY}),
    ("integration_extended_until_a_day", {"law": "2013", "status": "extended"}),
]


@pytest.mark.parametrize(("rule", "values"), REFUSED)
def test_database_refuses(participant, rule, values):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        CivicIntegration.objects.create(participant=participant, **values)


def test_database_refuses_two_providers_and_a_part_twice_or_unknown(participant):
    provider = OrganisationFactory(pilot=participant.pilot)
    with (
        pytest.raises(IntegrityError, match="integration_one_provider"),
        transaction.atomic(),
    ):
        CivicIntegration.objects.create(
            participant=participant, law="2013", provider=provider, provider_name="Ook nog"
        )
    PassedPart.objects.create(participant=participant, part="reading", on=TODAY)
    for part, rule in (("reading", "passed_part_once"), ("swimming", "passed_part_known")):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            PassedPart.objects.create(participant=participant, part=part, on=TODAY)


def test_law_of_the_rules_is_one_of_the_two(pilot):
    with pytest.raises(IntegrityError, match="rules_law_known"), transaction.atomic():
        TrajectoryRules.objects.create(pilot=pilot, integration_law="1998")


def test_term_is_computed_from_its_start_and_parts_are_kept(client, participant):
    sent = {"version": "1", "status": "busy", "started_on": "1-9-2015", "ends_on": ""}

    response = client.post(url(participant), sent | {"passed_reading": "3-10-2016"}, follow=True)

    assertContains(response, "01-09-2018")
    assertContains(response, "lezen (03-10-2016)")
    assert sheet(participant).law == "2013"
    # Another day for one part, and one taken back.
    client.post(url(participant), sent | {"version": "2", "passed_society": "4-10-2016"})
    assert sheet(participant).passed == {"society": date(2016, 10, 4)}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"ends_on": "1-9-2014"}, "De termijn kan niet eindigen voordat zij begint."),
        ({"status": "extended"}, "Vul in tot en met welke dag er verlengd is."),
        ({"extended_until": "1-1-2016"}, "Een verlenging eindigt na de gewone termijn."),
        ({"started_on": "", "extended_until": "1-1-2019"}, "Vul eerst het begin of het einde"),
        ({"extended_until": "1-1-2019"}, "Kies hier “termijn verlengd”, of maak"),
        ({"status": "not_started", "extended_until": "1-1-2019"}, "Kies hier “termijn verlengd”"),
        ({"passed_reading": "1-2-2017"}, "Deze dag is nog niet geweest"),
        ({"status": "met"}, "Selecteer een geldige keuze"),
    ],
)
def test_wrong_input_says_so_and_keeps_what_was_typed(client, participant, wrong, says):
    sent = {"version": "1", "status": "busy", "started_on": "1-9-2015", "provider_name": "Taal bv"}

    response = client.post(url(participant), sent | wrong)

    assertContains(response, says)
    assertContains(response, 'value="Taal bv"')
    assert sheet(participant).pk is None


@pytest.mark.parametrize("status", ["extended", "met_a2"])
def test_extension_is_kept_of_who_is_in_it_and_of_who_met_it(client, participant, status):
    sent = {"version": "1", "started_on": "1-9-2015", "extended_until": "1-1-2019"}

    client.post(url(participant), sent | {"status": status})

    assert sheet(participant).extended_until == date(2019, 1, 1)


def test_provider_is_a_partner_of_this_pilot_or_a_name_not_both(client, participant):
    partner = OrganisationFactory(pilot=participant.pilot)
    elsewhere = OrganisationFactory(name="Elders")
    sent = {"version": "1", "status": "busy", "provider": partner.pk}

    assertContains(client.post(url(participant), sent | {"provider_name": "x"}), "niet allebei")
    assertNotContains(client.get(url(participant)), "Elders")
    assert client.post(url(participant), sent | {"provider": elsewhere.pk}).status_code == 200
    client.post(url(participant), sent)
    assert sheet(participant).provider == partner


def test_pilot_of_2024_has_other_parts_and_routes(client, login, pilot, participant):
    login(Role.PROJECT_LEADER)
    law = reverse("participants:integration-law", args=[pilot.slug])
    assertContains(client.get(law), "Wet inburgering 2013")

    client.post(law, {"integration_law": "2021"})

    form = client.get(url(participant))
    assertContains(form, "B1-route")
    assertContains(form, "Plan inburgering en participatie (PIP)")
    assertNotContains(form, "(ONA)")
    client.post(url(participant), {"version": "1", "status": "met", "learning_route": "b1"})
    assert (sheet(participant).law, sheet(participant).status) == ("2021", "met")


def test_whoever_was_recorded_stays_under_the_law_of_then(participant):
    sheet(participant).change(version=1, status="busy")

    TrajectoryRules.objects.create(pilot=participant.pilot, integration_law="2021")

    assert sheet(participant).law == "2013"


@pytest.mark.parametrize(
    ("days", "given"), [(HALF_A_YEAR + 1, False), (HALF_A_YEAR, True), (-5, True)]
)
def test_signal_begins_half_a_year_before_the_end_of_the_term(participant, days, given):
    sheet(participant).change(version=1, status="busy", ends_on=TODAY + timedelta(days=days))

    assert signalled() == ([participant] if given else [])


@pytest.mark.parametrize(
    "settled",
    [
        {"status": Status.MET_A2},
        {"status": Status.EXEMPT},
        {"status": Status.RELEASED_EFFORT},
        {"status": Status.EXTENDED, "extended_until": TODAY + timedelta(days=HALF_A_YEAR + 1)},
    ],
)
def test_signal_disappears_by_recording_what_came_of_it(participant, settled):
    sheet(participant).change(version=1, status="busy", ends_on=TODAY + timedelta(days=30))
    assert signalled() == [participant]

    sheet(participant).change(version=2, **settled)

    assert signalled() == []


def test_signal_is_not_about_who_has_no_term_or_is_out(pilot, participant):
    sheet(participant).change(version=1, status="busy", ends_on=TODAY)
    participant.record_outcome(
        kind="dropout", dropout_reason="moved", by=participant.consultant, on=TODAY
    )
    other = ParticipantFactory(pilot=pilot, consultant=participant.consultant)
    sheet(other).change(version=1, status="busy")

    assert signalled() == []


def test_today_leads_to_the_form_and_the_recruiter_is_not_told(client, login, pilot):
    consultant = login(Role.CONSULTANT)
    participant = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    sheet(participant).change(version=1, status="busy", ends_on=TODAY + timedelta(days=30))

    today = client.get(reverse("participants:today", args=[pilot.slug]))
    assertContains(today, "nog 30 dagen")
    assertContains(today, url(participant))
    people = reverse("participants:list", args=[pilot.slug])
    assertContains(client.get(people, {"signaal": "inburgering"}), str(participant))

    refer(participant)
    login(Role.RECRUITER)

    assertNotContains(client.get(people), "inburgering")
    assertNotContains(client.get(people, {"signaal": "inburgering"}), str(participant))
    assertContains(client.get(people), str(participant))


def test_what_a_colleague_changed_is_told(client, participant):
    sheet(participant).change(version=1, status="busy")

    response = client.post(url(participant), {"version": "1", "status": "exempt"})

    assertContains(response, "Dit is intussen gewijzigd: ")
    assertContains(response, "Stand van “leeg” naar “bezig”")
    assert sheet(participant).status == "busy"
