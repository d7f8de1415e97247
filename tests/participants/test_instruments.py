"""Instruments that are given to a participant, and data that are put right."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from participants.history import history
from participants.models import Correction, Instrument, Participant
from participants.models.instruments import InstrumentEnded
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile, version_of
from pilot.templatetags.ui import euro_exact
from tests.factories import TODAY, MembershipFactory, ParticipantFactory


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


def give(participant, **given):
    given = {
        "uuid": uuid4(),
        "by": participant.consultant,
        "kind": "job_coach",
        "starts_on": date(2016, 12, 1),
    } | given
    return Instrument.give_to(participant, **given)


def test_instrument_is_given_once_however_often_the_form_is_sent(participant):
    same = uuid4()
    first = give(participant, uuid=same)

    assert give(participant, uuid=same, kind="training") == give(participant) == first
    assert give(participant, kind="training") != first


def test_instrument_runs_until_its_last_day_and_can_end_earlier(participant):
    instrument = give(participant, ends_on=TODAY + timedelta(days=30))

    instrument = instrument.end(on=TODAY - timedelta(days=1))

    assert not instrument.is_running(on=TODAY)
    assert instrument.is_running(on=TODAY - timedelta(days=1))
    with pytest.raises(InstrumentEnded):
        instrument.end(on=TODAY)


def test_history_shows_an_amount_as_an_amount(participant):
    give(participant).change(version=1, amount=Decimal("1250.50"))

    [amount] = history(participant)[0].fields

    assert (amount.label, amount.before, amount.after) == ("Bedrag (€)", "leeg", "1.250,50")


def test_instrument_is_not_overwritten(participant):
    instrument = give(participant)
    opened = instrument.version
    Instrument.objects.get(pk=instrument.pk).change(version=opened, amount=Decimal("4500.00"))

    with pytest.raises(ChangedMeanwhile):
        instrument.change(version=opened, amount=Decimal("5000.00"))

    instrument.refresh_from_db()
    assert instrument.amount == Decimal("4500.00")


def test_instrument_that_a_colleague_ended_meanwhile_is_not_extended(participant):
    instrument = give(participant, ends_on=TODAY + timedelta(days=30))
    Instrument.objects.get(pk=instrument.pk).end(on=TODAY)

    with pytest.raises(ChangedMeanwhile):
        instrument.change(version=1, ends_on=TODAY + timedelta(days=60))

    instrument.refresh_from_db()
    assert instrument.ends_on == TODAY


WRONG = {
    "instrument_kind_known": {"kind": "iets"},
    "instrument_purchase_known": {"purchase": "gratis"},
    "instrument_ends_after_start": {"ends_on": date(2016, 11, 30)},
    "instrument_amount_positive": {"amount": 0},
}


@pytest.mark.parametrize("name", WRONG)
def test_database_refuses_an_instrument_that_cannot_be(participant, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        give(participant, **WRONG[name])


def test_database_keeps_an_instrument_once(participant):
    instrument = give(participant)
    instrument.pk = None

    with pytest.raises(IntegrityError, match="instrument_sent_once"):
        instrument.save(force_insert=True)


def correct(participant, **values):
    given = {
        "version": version_of(participant),
        "reason": "Stond verkeerd in de lijst",
        "on": TODAY,
        "by": participant.consultant,
    } | values
    return Correction.make(participant, **given)


def test_correction_keeps_what_it_was_and_why(participant):
    correct(participant, birth_date=date(1986, 5, 17), first_name=participant.first_name)

    participant.refresh_from_db()
    assert participant.birth_date == date(1986, 5, 17)
    change = history(participant)[0]
    assert (change.what, change.why) == ("Deelnemer gewijzigd", "Stond verkeerd in de lijst")
    assert [(field.before, field.after) for field in change.fields] == [
        ("17-05-1985", "17-05-1986")
    ]
    assert "Correctie toegevoegd" not in [change.what for change in history(participant)]


def test_correction_of_nothing_is_none(participant):
    assert correct(participant, first_name=participant.first_name) is None
    assert participant.corrections.count() == 0


def test_correction_is_refused_when_a_colleague_was_first(participant):
    opened = version_of(participant)
    correct(Participant.objects.get(pk=participant.pk), last_name="Anders")

    with pytest.raises(ChangedMeanwhile):
        correct(participant, version=opened, last_name="Nog anders", first_name="X")

    participant.refresh_from_db()
    assert participant.last_name == "Anders"


def test_new_phase_meanwhile_does_not_stand_in_the_way_of_a_correction(participant):
    opened = version_of(participant)
    Participant.objects.get(pk=participant.pk).diagnose(
        route=Phase.PLACEMENT, by=participant.consultant, on=TODAY
    )
    Participant.objects.get(pk=participant.pk).move_to(
        Phase.PLACEMENT, by=participant.consultant, on=TODAY
    )

    correct(participant, version=opened, last_name="Anders")

    participant.refresh_from_db()
    assert (participant.last_name, participant.phase) == ("Anders", Phase.PLACEMENT)


def test_database_refuses_a_correction_without_a_reason(participant):
    with pytest.raises(IntegrityError, match="correction_has_reason"):
        correct(participant, last_name="Anders", reason="")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1250.50", "€ 1.250,50"), ("1250", "€ 1.250"), ("0.5", "€ 0,50"), ("12345.00", "€ 12.345")],
)
def test_amount_of_one_person_is_shown_to_the_cent(amount, shown):
    assert euro_exact(Decimal(amount)) == shown
