"""Whatever can be edited by two people: the second is told what the first changed."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pghistory
import pytest

from participants.models import CivicIntegration, DiagnosisFile, Goal, Instrument
from participants.occupation_views import OccupationForm
from participants.step_forms import WithdrawForm
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import EmployerFactory, OccupationFactory, VacancyFactory, refer
from tests.participants.outflow import business, placement, study


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def goal(participant):
    return Goal.set_for(
        participant, uuid=uuid4(), what="Werken als kok", by=participant.consultant, on=TODAY
    )


def action(participant):
    return goal(participant).add_action(
        uuid=uuid4(),
        what="Bellen met het roc",
        owner="participant",
        due_on=TODAY,
        by=participant.consultant,
        on=TODAY,
    )


def instrument(participant):
    return Instrument.give_to(
        participant, uuid=uuid4(), by=participant.consultant, kind="training", starts_on=TODAY
    )


def experience(participant):
    return participant.work_experience.create(
        occupation=OccupationFactory(), years=3, place="abroad"
    )


# Each kind: a row, what two people make of it, and what the second of them is told.
KINDS = {
    "employer": (
        lambda p: EmployerFactory(pilot=p.pilot),
        {"place": "Gulpen"},
        {"place": "Vaals"},
        ("Plaats", "Meerssen", "Gulpen"),
    ),
    "vacancy": (
        lambda p: VacancyFactory(employer__pilot=p.pilot),
        {"places": 2},
        {"places": 3},
        ("Aantal plaatsen", "1", "2"),
    ),
    "referral": (
        refer,
        {"sought": set(), "times": "ochtenden"},
        {"sought": set(), "times": "avonden"},
        ("Dagen en tijden", "leeg", "ochtenden"),
    ),
    "occupation": (
        lambda p: OccupationFactory(),
        {"source": "Podium24"},
        {"source": "Krant"},
        ("Bron", "leeg", "Podium24"),
    ),
    "schooling": (
        lambda p: p.schoolings.create(level="higher", field="bouwkunde"),
        {"field": "verpleging"},
        {"field": "economie"},
        ("Richting", "bouwkunde", "verpleging"),
    ),
    "experience": (
        experience,
        {"years": Decimal(4)},
        {"years": Decimal(5)},
        ("Jaren", "3", "4"),
    ),
    "diagnosis": (
        DiagnosisFile.objects.of,
        {"barriers": {"housing": ("yes", None, "Trajekt")}},
        {"barriers": {"housing": ("no", None, "")}},
        ("Belemmert", "", "ja"),
    ),
    "integration": (
        CivicIntegration.objects.of,
        {"passed": {"reading": date(2016, 10, 3)}},
        {"passed": {"reading": date(2016, 10, 4)}},
        ("Behaald op", "", "03-10-2016"),
    ),
    "placement": (
        placement,
        {"job_title": "bakker"},
        {"job_title": "kok"},
        ("Functie", "leeg", "bakker"),
    ),
    "study": (
        study,
        {"uaf": True},
        {"uaf": True, "ends_on": TODAY},
        ("Begeleiding door het uaf", "nee", "ja"),
    ),
    "business": (
        business,
        {"what": "Naaiatelier"},
        {"what": "Bakkerij"},
        ("Wat voor onderneming", "Fietsenmaker", "Naaiatelier"),
    ),
    "goal": (
        goal,
        {"what": "Werken in de keuken"},
        {"what": "Werken als bakker"},
        ("Wat", "Werken als kok", "Werken in de keuken"),
    ),
    "action": (
        action,
        {"due_on": TODAY + timedelta(days=1)},
        {"due_on": TODAY + timedelta(days=2)},
        ("Uiterlijk op", "15-01-2017", "16-01-2017"),
    ),
    "instrument": (
        instrument,
        {"amount": Decimal(4500)},
        {"amount": Decimal(5000)},
        ("Bedrag (€)", "leeg", "4.500"),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_second_is_told_what_the_first_changed_and_can_replace_it(participant, kind):
    make, first, second, expected = KINDS[kind]
    row = make(participant)
    opened = row.version
    colleague = MembershipFactory(pilot=participant.pilot).user
    with pghistory.context(user=colleague.pk):
        row.change(version=opened, **first)
    # The same again is no conflict, and no new version.
    row.change(version=opened, **first)

    with pytest.raises(ChangedMeanwhile) as refused:
        row.change(version=opened, **second)

    assert refused.value.version == opened + 1
    assert {change.by for change in refused.value.newer} == {str(colleague)}
    fields = [field for change in refused.value.newer for field in change.fields]
    assert expected in [(field.label, field.before, field.after) for field in fields]
    changed = row.change(version=refused.value.version, **second)
    assert changed.version == opened + 2
    assert changed.has(second)


def test_only_what_came_after_the_version_is_told(participant):
    row = EmployerFactory(pilot=participant.pilot)
    for version, place in enumerate(["Gulpen", "Vaals", "Eijsden"], start=1):
        row = row.change(version=version, place=place)

    with pytest.raises(ChangedMeanwhile) as refused:
        row.change(version=2, place="Beek")

    told = [(field.before, field.after) for one in refused.value.newer for field in one.fields]
    assert told == [("Vaals", "Eijsden"), ("Gulpen", "Vaals")]


def test_form_without_a_version_is_refused(participant):
    row = EmployerFactory(pilot=participant.pilot)

    with pytest.raises(ChangedMeanwhile):
        row.change(version=None, place="Beek")


@pytest.fixture
def form(pilot):
    """A form about an occupation as it was opened, and sent."""
    baker = OccupationFactory(name="proefbakker")
    sent = {"version": "1", "name": "proefbakker", "sector": "industry", "source": "Krant"}
    return OccupationForm(sent, pilot=pilot, instance=baker)


def test_what_was_changed_twice_is_told_from_first_to_last(form, consultant):
    with pghistory.context(user=consultant.pk):
        row = form.instance.change(version=1, source="Podium24", shortage=True)
        row.change(version=2, source="UWV")
    with pytest.raises(ChangedMeanwhile) as refused:
        row.change(version=1, source="Krant")

    form.overrule(refused.value)

    (told,) = form.non_field_errors()
    assert told.startswith(f"Dit is intussen gewijzigd: {consultant} wijzigde op ")
    assert "Knelpuntberoep in de regio van “nee” naar “ja”" in told
    assert "Bron van “leeg” naar “UWV”. Wat u typte staat hieronder" in told
    assert (form["version"].value(), form["source"].value()) == (3, "Krant")


def test_what_is_gone_cannot_be_saved_again(form):
    form.overrule(ChangedMeanwhile())

    assert form.non_field_errors() == ["Een collega heeft dit intussen verwijderd."]
    assert form["version"].value() == "1"


def test_step_that_is_gone_was_withdrawn():
    form = WithdrawForm({"reason": "Dubbel"})

    form.overrule(ChangedMeanwhile())

    assert form.non_field_errors() == [
        "Deze stap is intussen ingetrokken: er is niets meer te wijzigen."
    ]


def test_change_that_cannot_be_told_is_still_a_reason_to_look_again(form):
    form.overrule(ChangedMeanwhile(version=2))

    assert form.non_field_errors()[0].startswith("Dit is intussen gewijzigd. Wat u typte")


def test_what_changed_of_somebody_else_is_not_told(participant):
    other = ParticipantFactory(pilot=participant.pilot, consultant=participant.consultant)
    sheet = DiagnosisFile.objects.of(participant)
    sheet.change(version=1, ambition="Kok worden")
    DiagnosisFile.objects.of(other).change(version=1, ambition="Geheime wens")

    with pytest.raises(ChangedMeanwhile) as refused:
        sheet.change(version=1, ambition="Bakker worden")

    told = [field.after for change in refused.value.newer for field in change.fields]
    assert "Kok worden" in told
    assert "Geheime wens" not in told
