"""An outcome corrected, withdrawn or completed, and the aftercare, on the pages."""

from datetime import date
from uuid import uuid4

import pghistory
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import FollowUp, Outcome, OutcomeCorrection, TrajectoryRules
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import VacancyFactory, propose, refer
from tests.participants.outflow import checked, placement

LEFT = date(2016, 12, 14)


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


@pytest.fixture
def outcome(participant, consultant):
    return participant.record_outcome(
        kind="paid_full",
        hours=36,
        by=consultant,
        on=LEFT,
        file=checked(),
        file_kind="contract",
        summary="De taalstage",
        aftercare="Bellen in februari",
    )


def page(participant, name, row=None):
    args = [participant.pilot.slug, participant.number, *([row.uuid] if row else [])]
    return reverse(f"participants:{name}", args=args)


def sent(**changed):
    values = {"version": 1, "kind": "paid_full", "on": "14-12-2016", "hours": "36"}
    return values | {"dropout_reason": "", "reason": "Verkeerd gelezen"} | changed


def follow_up(outcome, **fields):
    given = {"uuid": uuid4(), "by": outcome.by, "moment": "1", "situation": "benefit"}
    return FollowUp.objects.record(outcome, **given | {"source": "person", "on": TODAY} | fields)


def test_outcome_is_withdrawn_with_what_that_does_and_why(client, participant, consultant):
    refer(participant)
    outcome = participant.record_outcome(
        kind="paid_full", hours=36, by=consultant, on=TODAY, file=checked(), file_kind="contract"
    )
    url = page(participant, "outcome-withdraw", outcome)
    question = client.get(url)
    assertContains(question, "weer in de fase Plaatsing")
    assertContains(question, "blijft beëindigd")
    assertContains(question, "Het bewijs blijft bij deze uitstroom")
    refused = client.post(url, {"version": 1, "reason": " "})
    assert refused.context["form"].errors == {"reason": ["Dit veld is verplicht."]}

    response = client.post(url, {"version": 1, "reason": "Verkeerde persoon"}, follow=True)

    assertContains(response, "De deelnemer is in de fase Plaatsing")
    assertContains(response, '<span class="tag tag-neutral">ingetrokken</span>', html=True)
    assertContains(response, "Ingetrokken: uitstroom Betaald werk, volledig van 15-01-2017")
    assertContains(response, "Uitstroom vastleggen")
    detail = client.get(page(participant, "outcome-detail", outcome))
    assertContains(detail, "nee, ingetrokken")
    assertContains(detail, f"door {consultant}: <bdi>Verkeerde persoon</bdi>")
    for gone in ("Corrigeren of intrekken", "Nazorg vastleggen", "Bewijs toevoegen", "Weghalen"):
        assertNotContains(detail, gone)


def test_withdrawing_twice_is_once_and_leads_back(client, participant, outcome):
    url = page(participant, "outcome-withdraw", outcome)
    for _ in range(2):
        response = client.post(url, {"version": 1, "reason": "Vergissing"})
        assertRedirects(response, participant.get_absolute_url())

    assert OutcomeCorrection.objects.count() == 1
    for route in ("outcome-correct", "outcome-closing", "evidence-create", "follow-up-create"):
        response = client.get(page(participant, route, outcome), follow=True)
        assertContains(response, "Dit is intussen ingetrokken")


@pytest.fixture
def followed(participant, consultant):
    """An outcome that followed from a placement of 36 hours."""
    return participant.record_outcome(
        kind="paid_full", hours=36, by=consultant, on=LEFT, follows=placement(participant)
    )


def test_correction_to_other_hours_leads_to_the_placement(client, participant, followed):
    url = page(participant, "outcome-correct", followed)
    said = "De plaatsing zegt 36 uur: wijzig die zo nodig"

    same = client.post(url, sent(on="1-12-2016"), follow=True)
    other = client.post(url, sent(version=2, on="1-12-2016", hours="34,5"), follow=True)

    assertNotContains(same, said)
    edit = page(participant, "placement-edit", followed.placement)
    assertContains(other, f'<a href="{edit}">{said}</a>', html=True)


@pytest.mark.parametrize("ended", [False, True])
def test_withdrawal_leads_to_the_end_of_the_placement_that_goes_on(
    client, participant, consultant, followed, ended
):
    if ended:
        followed.placement.end(on=TODAY, reason="other", by=consultant)

    response = client.post(
        page(participant, "outcome-withdraw", followed),
        {"version": 1, "reason": "Verkeerde persoon"},
        follow=True,
    )

    end = page(participant, "placement-end", followed.placement)
    said = f'<a href="{end}">De plaatsing loopt nog: beëindig die zo nodig</a>'
    assert (said in response.content.decode()) is not ended


def test_outcome_is_corrected_and_tells_what_it_was(client, participant, outcome):
    response = client.post(
        page(participant, "outcome-correct", outcome),
        sent(on="1-12-2016", hours="34,5"),
        follow=True,
    )

    assertContains(response, "Gecorrigeerd: Betaald werk, volledig.")
    assertContains(response, "01-12-2016")
    person = client.get(participant.get_absolute_url())
    assertContains(person, "Gecorrigeerd: uitstroom Betaald werk, volledig van 14-12-2016")
    assertContains(person, "datum was 14-12-2016; uren per week was 36")
    assertContains(person, "Verkeerd gelezen")


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"reason": ""}, {"reason": ["Dit veld is verplicht."]}),
        ({"hours": ""}, {"hours": ["Vul bij werk de uren per week in."]}),
        ({"kind": "dropout"}, {"dropout_reason": ["Kies de reden van uitval."]}),
        ({"on": "16-1-2017"}, {"on": ["Deze dag is nog niet geweest: het is nu 15-01-2017."]}),
        (
            {"on": "31-8-2016"},
            {"on": ["Deze dag ligt vóór de vorige faseovergang van deze deelnemer."]},
        ),
    ],
)
def test_wrong_correction_says_so_and_keeps_what_was_typed(
    client, participant, outcome, changed, errors
):
    participant.transitions.filter(to_phase=Phase.PLACEMENT).update(on=date(2016, 9, 1))

    response = client.post(
        page(participant, "outcome-correct", outcome), sent(**{"reason": "Zo zit het"} | changed)
    )

    assert response.context["form"].errors == errors
    outcome.refresh_from_db()
    assert outcome.version == 1


def test_correction_to_a_kind_that_cannot_close_any_more_says_so(client, participant, consultant):
    outcome = participant.record_outcome(kind="paid_partial", hours=16, by=consultant, on=LEFT)
    participant.move_to(Phase.EDUCATION, by=consultant, on=date(2016, 12, 20))

    response = client.post(page(participant, "outcome-correct", outcome), sent())

    (error,) = response.context["form"].errors["kind"]
    assert error.startswith("Deze soort sluit het traject af, en dat kan op deze dag niet.")


def test_correction_on_an_older_version_tells_what_the_colleague_changed(
    client, participant, outcome, pilot
):
    colleague = MembershipFactory(pilot=pilot, role=Role.PROJECT_LEADER).user
    with pghistory.context(user=colleague.pk):
        outcome.correct(by=colleague, version=1, reason="Loonstrook", hours=38)

    response = client.post(page(participant, "outcome-correct", outcome), sent(on="1-12-2016"))

    assertContains(response, f"Dit is intussen gewijzigd: {colleague} wijzigde op", count=1)
    assertContains(response, "Uren per week van “36” naar “38”", count=1)
    assertContains(response, 'value="1-12-2016"')
    again = response.context["form"]["version"].value()
    client.post(page(participant, "outcome-correct", outcome), sent(on="1-12-2016", version=again))
    outcome.refresh_from_db()
    assert (outcome.on, outcome.hours) == (date(2016, 12, 1), 36)


def test_finalised_quarter_is_told_before_the_correction(client, participant, outcome, pilot):
    for route in ("outcome-correct", "outcome-withdraw"):
        assertNotContains(client.get(page(participant, route, outcome)), "is vastgesteld")
    TrajectoryRules.objects.close(pilot, until=date(2016, 12, 31))

    for route in ("outcome-correct", "outcome-withdraw"):
        assertContains(client.get(page(participant, route, outcome)), "is vastgesteld")


def test_full_work_of_few_hours_is_asked_once(client, participant):
    values = {"uuid": uuid4(), "kind": "paid_full", "on": "10-1-2017", "hours": "24"}
    url = page(participant, "outcome-create")

    asked = client.post(url, values)

    assertContains(asked, "Klopt het zo, klik dan nog eens op de knop.", count=1)
    assert not Outcome.objects.exists()
    confirmed = asked.context["form"].data["confirmed"]
    client.post(url, values | {"confirmed": confirmed})
    assert Outcome.objects.get().hours == 24


@pytest.mark.parametrize(
    "values", [{"kind": "paid_full", "hours": "32"}, {"kind": "paid_partial", "hours": "16"}]
)
def test_usual_hours_are_not_asked(client, participant, values):
    client.post(page(participant, "outcome-create"), {"uuid": uuid4(), "on": "10-1-2017"} | values)

    assert Outcome.objects.count() == 1


def test_form_says_what_closing_does(client, participant):
    url = page(participant, "outcome-create")
    assertNotContains(client.get(url), "verwijzing naar Podium24")
    refer(participant)
    propose(participant, VacancyFactory(employer__pilot=participant.pilot))

    response = client.get(url)

    assertContains(response, "eindigt dan ook, en 1 open voorstel wordt ingetrokken")


def test_closing_stands_on_the_outcome_and_at_the_aftercare_and_is_changed(
    client, participant, outcome
):
    detail = page(participant, "outcome-detail", outcome)
    assertContains(client.get(detail), "De taalstage")
    assertContains(client.get(page(participant, "follow-up-create", outcome)), "Bellen in februari")
    values = {"version": 1, "summary": "De taalstage", "aftercare": "Bellen in maart"}

    response = client.post(
        page(participant, "outcome-closing", outcome), values | {"benefit_ended": "work"}
    )

    assertRedirects(response, detail)
    assertContains(client.get(detail), "Bellen in maart")
    assertContains(client.get(detail), "werk boven de norm")
    late = client.post(page(participant, "outcome-closing", outcome), values | {"summary": "Laat"})
    assertContains(late, "Dit is intussen gewijzigd", count=1)
    outcome.refresh_from_db()
    assert (outcome.summary, outcome.version) == ("De taalstage", 2)


def test_closing_of_partial_work_is_shown_too(client, participant, consultant):
    outcome = participant.record_outcome(
        kind="paid_partial", hours=16, by=consultant, on=LEFT, summary="Het netwerk"
    )

    assertContains(client.get(page(participant, "outcome-detail", outcome)), "Het netwerk")
    form = client.get(page(participant, "outcome-closing", outcome))
    assertNotContains(form, "Waarom eindigt de uitkering?")


def test_what_was_taken_up_again_counts_no_more_and_says_so(client, participant, outcome):
    detail = page(participant, "outcome-detail", outcome)
    assertContains(client.get(detail), "ja, breed en smal geteld")

    participant.move_to(Phase.PLACEMENT, by=outcome.by, on=date(2016, 12, 20))

    assertContains(client.get(detail), "niet meer: traject weer opgenomen op 20-12-2016")
    person = client.get(participant.get_absolute_url())
    assertContains(person, "telt niet meer mee: traject weer opgenomen op 20-12-2016")


def test_outcome_before_a_later_one_says_which_counts(client, participant, consultant):
    first = participant.record_outcome(kind="paid_partial", hours=16, by=consultant, on=LEFT)
    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=TODAY)

    response = client.get(page(participant, "outcome-detail", first))

    assertContains(response, "niet meer: de uitstroom van 15-01-2017 telt (Betaald werk, volledig)")


def test_who_fell_back_is_offered_to_end_what_goes_on(client, participant, outcome):
    row = placement(participant)
    placement(participant, employer="Later", starts_on=date(2017, 2, 1))
    values = {"uuid": uuid4(), "moment": "1", "on": "15-1-2017", "situation": "benefit"}

    response = client.post(
        page(participant, "follow-up-create", outcome),
        values | {"source": "person"},
        follow=True,
    )

    url = page(participant, "placement-end", row)
    assertContains(response, f'<a href="{url}">Beëindigen: {row}</a>', html=True)
    assertContains(response, "Beëindigen: ", count=1)


def test_aftercare_is_corrected_and_keeps_what_it_was(client, participant, outcome):
    row = follow_up(outcome)
    detail = page(participant, "outcome-detail", outcome)
    url = page(participant, "follow-up-edit", row)
    assertContains(client.get(detail), f'href="{url}"')
    values = {"version": 1, "moment": "1", "on": "15-1-2017", "situation": "same"}
    values |= {"source": "employer", "hours": "36", "note": ""}

    response = client.post(url, values, follow=True)

    assertContains(response, "Gecorrigeerd: Nazorg na 1 maand: duurzaam.")
    assertContains(response, "daarna gecorrigeerd")
    assert FollowUp.objects.count() == 1
    history = client.get(page(participant, "history"))
    assertContains(history, "terug in de uitkering")
    late = client.post(url, values | {"source": "paper"})
    assertContains(late, "Dit is intussen gewijzigd", count=1)
    wrong = client.post(url, values | {"version": 2, "situation": "benefit"})
    assert wrong.context["form"].errors == {"hours": ["Uren horen alleen bij wie nog werkt."]}


def test_other_roles_and_other_participants_have_no_way_in(client, login, participant, outcome):
    row = follow_up(outcome)
    other = ParticipantFactory(pilot=participant.pilot, consultant=outcome.by)
    for route, about in (("outcome-correct", outcome), ("outcome-withdraw", outcome)):
        assert client.get(page(other, route, about)).status_code == 404
    assert client.get(page(other, "follow-up-edit", row)).status_code == 404
    login(Role.CONSULTANT)
    assert client.get(page(participant, "outcome-withdraw", outcome)).status_code == 404
