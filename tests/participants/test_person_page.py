"""Instruments, corrections, the timeline and the history on the pages of one participant."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import Correction, Reading, StepType
from participants.sections import EVENTS_PER_PAGE, SECTIONS
from participants.timeline import SOURCES
from participants.trajectory import Phase
from pilot.history import version_of
from pilot.roles import Role
from tests.factories import TODAY, OrganisationFactory, ParticipantFactory
from tests.mediation import refer
from tests.participants.test_instruments import give
from tests.participants.test_plan_views import page


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


INSTRUMENT = {
    "kind": "kix_works",
    "provider": "",
    "starts_on": "1-12-2016",
    "ends_on": "",
    "purchase": "extra",
    "amount": "4.500,50",
    "note": "",
}


def test_instrument_is_given_once_and_shown(client, participant, pilot):
    partner = OrganisationFactory(pilot=pilot, name="Movisie")
    sent = INSTRUMENT | {"uuid": uuid4(), "provider": str(partner.uuid)}

    for _ in range(2):
        response = client.post(page(participant, "instrument-create"), sent, follow=True)

    instrument = participant.instruments.get()
    assert (instrument.amount, instrument.provider) == (Decimal("4500.50"), partner)
    assertContains(response, "Vastgelegd: K!X Works vanaf 01-12-2016.")
    assertContains(response, "bij Movisie, ingekocht voor deze pilot, € 4.500,50")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"kind": "iets"}, "kind"),
        ({"starts_on": "1-7-2016"}, "starts_on"),
        ({"ends_on": "30-11-2016"}, "ends_on"),
        ({"amount": "0"}, "amount"),
        ({"amount": "veel"}, "amount"),
        ({"provider": "geen uuid"}, "provider"),
    ],
)
def test_wrong_instrument_says_so_at_the_field(client, participant, change, error):
    sent = INSTRUMENT | {"uuid": uuid4()} | change

    response = client.post(page(participant, "instrument-create"), sent)

    assert list(response.context["form"].errors) == [error]
    assert participant.instruments.count() == 0


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("4500", 4500), ("4.500", 4500), ("€ 4.500,50", Decimal("4500.50")), ("4500,5", 4500.5)],
)
def test_amount_can_be_typed_in_the_usual_ways(client, participant, typed, amount):
    sent = INSTRUMENT | {"uuid": uuid4(), "amount": typed}

    client.post(page(participant, "instrument-create"), sent)

    assert participant.instruments.get().amount == amount


def test_instrument_is_changed_and_ended(client, participant):
    instrument = give(participant)
    form = client.get(page(participant, "instrument-edit", instrument)).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}

    client.post(page(participant, "instrument-edit", instrument), sent | {"amount": "100"})
    ended = client.post(page(participant, "instrument-end", instrument), {"on": "10-1-2017"})

    assertRedirects(ended, participant.get_absolute_url())
    instrument.refresh_from_db()
    assert (instrument.amount, instrument.ends_on) == (Decimal(100), date(2017, 1, 10))
    again = client.post(page(participant, "instrument-end", instrument), {"on": "12-1-2017"})
    assertContains(again, "Het eindigde al op 10-01-2017.")


def test_recruiter_sees_the_instrument_without_its_price_and_note(client, login, participant):
    give(participant, amount=Decimal(4321), note="Vertrouwelijk")
    refer(participant)
    login(Role.RECRUITER)

    response = client.get(participant.get_absolute_url())

    assertContains(response, "Jobcoach")
    assertNotContains(response, "4.321")
    assertNotContains(response, "Vertrouwelijk")


def correction(client, participant, **change):
    form = client.get(page(participant, "participant-edit")).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {"birth_date": "17-5-1986", "assigned_on": "2-3-2015", "reason": "Zie paspoort"}
    return client.post(page(participant, "participant-edit"), sent | change, follow=True)


def test_wrong_birth_date_is_corrected_and_the_history_says_why(client, participant):
    response = correction(client, participant)

    assertContains(response, "De gegevens zijn gecorrigeerd.")
    assertContains(response, "Gegevens gecorrigeerd")
    participant.refresh_from_db()
    assert participant.birth_date == date(1986, 5, 17)
    of_field = client.get(f"{page(participant, 'history')}?veld=participant.birth_date")
    assertContains(of_field, "van <q><bdi>17-05-1985</bdi></q> naar <q><bdi>17-05-1986</bdi></q>")
    assertContains(of_field, "Reden: <bdi>Zie paspoort</bdi>")
    assertContains(of_field, "2 wijzigingen")
    assertNotContains(of_field, "Voornaam:")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"reason": ""}, "reason"),
        ({"birth_date": "16-1-2017"}, "birth_date"),
        ({"birth_date": "17-5-1886"}, "birth_date"),
        ({"first_name": "x" * 61}, "first_name"),
        ({"assigned_on": "31-12-2013"}, "assigned_on"),
        ({"assigned_on": "2-8-2016"}, "assigned_on"),
        ({"client_number": "bezet"}, "client_number"),
    ],
)
def test_wrong_correction_says_so_at_the_field(client, participant, pilot, change, error):
    ParticipantFactory(pilot=pilot, client_number="bezet")

    response = correction(client, participant, **change)

    assert list(response.context["form"].errors) == [error]
    assert participant.corrections.count() == 0


def test_correction_of_nothing_keeps_no_reason(client, participant):
    response = correction(client, participant, birth_date="17-5-1985")

    assertContains(response, "Er is niets gecorrigeerd")
    assert participant.corrections.count() == 0


def test_correction_does_not_overwrite_that_of_a_colleague(client, participant, consultant):
    opened = version_of(participant)
    Correction.make(
        participant, version=opened, last_name="Anders", reason="x", on=TODAY, by=consultant
    )

    response = correction(client, participant, version=opened, last_name="Nog anders")

    assertContains(response, "Achternaam van “Voorbeeld” naar “Anders”")
    assertContains(response, 'value="Nog anders"')
    participant.refresh_from_db()
    assert participant.last_name == "Anders"


def test_candidate_can_be_corrected_before_the_selection(client, login, pilot):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    correction(client, candidate)

    candidate.refresh_from_db()
    assert candidate.birth_date == date(1986, 5, 17)


def happened(client, participant, query):
    section = next(
        section
        for section in client.get(f"{participant.get_absolute_url()}?{query}").context["sections"]
        if section["anchor"] == "happened"
    )
    return [event.what for event in section["page"]]


def test_timeline_is_filtered_by_kind_and_period(client, participant):
    assert happened(client, participant, "soort=toewijzing") == [
        f"Toegewezen aan {participant.consultant}"
    ]
    assert happened(client, participant, "soort=fase&vanaf=2-9-2016") == []
    assert len(happened(client, participant, "soort=fase&tot=1-9-2016")) == 3
    for wrong in ("soort=onzin", "vanaf=31-2-2017", "vanaf=2-1-2017&tot=1-1-2017"):
        assert happened(client, participant, wrong) == []


def test_wrong_filter_of_the_timeline_says_so_and_not_that_nothing_was_found(client, participant):
    url = participant.get_absolute_url()

    wrong = client.get(f"{url}?vanaf=32-13-2016")

    assertContains(wrong, "Dit is geen datum")
    assertNotContains(wrong, "niets gevonden")
    assertContains(client.get(f"{url}?vanaf=1-1-2030"), "Met dit filter is er niets gevonden.")


def test_timeline_goes_on_on_the_next_page(client, participant, consultant):
    step_type = StepType.objects.first()
    for number in range(EVENTS_PER_PAGE):
        participant.log_step(
            uuid=uuid4(),
            by=consultant,
            on=TODAY - timedelta(days=number),
            type=step_type,
            attendance="present",
        )

    assert happened(client, participant, "soort=stap") == [str(step_type)] * EVENTS_PER_PAGE
    assert happened(client, participant, "pagina=2")[-1] == "Geselecteerd voor de pilot"
    response = client.get(f"{participant.get_absolute_url()}?soort=&pagina=2")
    assertContains(response, 'href="?soort=&amp;pagina=1#happened"')


def test_kinds_of_the_timeline_and_anchors_of_the_page_are_told_apart():
    labels = {}
    for source in SOURCES:
        assert labels.setdefault(source.kind, source.label) == source.label
    anchors = [section.template for section in SECTIONS]
    assert len(anchors) == len(set(anchors))


@pytest.fixture
def history_url(participant):
    return page(participant, "history")


def test_history_is_filtered_by_part_and_person_and_period(
    client, login, participant, history_url, pilot
):
    leader = login(Role.PROJECT_LEADER)
    correction(client, participant)

    def told(query):
        return [change.what for change in client.get(f"{history_url}?{query}").context["page"]]

    assert told(f"wie={leader.username}") == ["Deelnemer gewijzigd"]
    assert told("wat=transition") == ["Faseovergang toegevoegd"] * 3
    assert told("wie=programma&wat=participant") == ["Deelnemer toegevoegd"]
    assert told("tot=1-1-2017") == []
    assert told("wat=onzin") == []
    assert told("veld=participant.sex") == ["Deelnemer toegevoegd"]


def test_history_downloads_what_is_on_the_screen_and_that_is_logged(
    client, participant, history_url
):
    correction(client, participant)
    Reading.objects.all()

    url = f"{history_url}?veld=participant.birth_date&export=csv"
    first, *lines = client.get(url).content.decode("utf-8-sig").splitlines()

    assert first == "Moment;Wie;Wat;Gegeven;Van;Naar;Reden"
    assert [line.split(";")[2:] for line in lines[:-4]] == [
        ["Deelnemer gewijzigd", "Geboortedatum", "17-05-1985", "17-05-1986", "Zie paspoort"],
        ["Deelnemer toegevoegd", "Geboortedatum", "", "17-05-1985", ""],
    ]
    assert Reading.objects.filter(page="participants:history", action="exported").count() == 1


def test_history_filters_without_a_new_page_where_the_browser_can(client, history_url):
    response = client.get(f"{history_url}?wat=participant", headers={"HX-Request": "true"})

    assertNotContains(response, "<html")
    assertContains(response, "Onderdeel: deelnemer")
