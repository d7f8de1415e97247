"""The forms of placements, studies and businesses, and their part of the page."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pghistory
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Sector
from participants.models import Business, Occupation, Placement, Study
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import refer
from tests.participants.outflow import business, placement, study


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


def page(participant, name, row=None):
    args = [participant.pilot.slug, participant.number, *([row.uuid] if row else [])]
    return reverse(f"participants:{name}", args=args)


@pytest.fixture
def work():
    return {
        "uuid": uuid4(),
        "kind": "regular",
        "employer": "Bakkerij Het Voorbeeld",
        "job_title": "bakker",
        "hours": "28,5",
        "starts_on": "1-12-2016",
        "ends_on": "31-5-2017",
        "note": "Vroege dienst",
    }


@pytest.fixture
def school():
    return {
        "uuid": uuid4(),
        "institution": "Leeuwenborgh",
        "course": "Helpende zorg",
        "level": "mbo",
        "financing": "grant",
        "starts_on": "1-12-2016",
    }


@pytest.fixture
def shop():
    return {
        "uuid": uuid4(),
        "what": "Fietsenmaker",
        "stage": "plan",
        "bbz": "asked",
        "starts_on": "1-12-2016",
    }


def test_placement_is_added_and_stands_on_the_page(client, participant, work, pilot):
    occupation = Occupation.objects.create(pilot=pilot, name="Bakker", sector=Sector.INDUSTRY)

    response = client.post(
        page(participant, "placement-create"), work | {"occupation": occupation.uuid}, follow=True
    )

    assertContains(response, "Vastgelegd: Regulier werk bij Bakkerij Het Voorbeeld.")
    assertContains(response, "tot en met 31-05-2017,")
    assertContains(response, "28,5 uur per week, <bdi>bakker</bdi>")
    assertContains(response, "Begonnen: Regulier werk bij Bakkerij Het Voorbeeld")
    row = participant.placements.get()
    assert (row.hours, row.ends_on, row.occupation) == (
        Decimal("28.5"),
        date(2017, 5, 31),
        occupation,
    )


def test_study_and_business_are_added(client, participant, school, shop):
    client.post(page(participant, "study-create"), school | {"uaf": "on"})
    response = client.post(
        page(participant, "business-create"), shop | {"registered_on": "5-1-2017"}, follow=True
    )

    assertContains(response, "mbo, studiefinanciering (Wsf), met UAF")
    Study.objects.update(financing="other")
    response = client.get(participant.get_absolute_url())
    assertContains(response, "mbo, financiering: anders, met UAF")
    assertContains(response, "ondernemingsplan, Bbz aangevraagd, KvK 05-01-2017")
    assertContains(response, '<span class="tag tag-success">loopt</span>', count=2, html=True)


@pytest.mark.parametrize(
    ("route", "model"),
    [("placement", Placement), ("study", Study), ("business", Business)],
)
def test_sending_twice_adds_one(client, participant, work, school, shop, route, model):
    values = {"placement": work, "study": school, "business": shop}[route]

    for uuid in (values["uuid"], values["uuid"], uuid4()):
        response = client.post(page(participant, f"{route}-create"), values | {"uuid": uuid})
        assertRedirects(response, participant.get_absolute_url())

    assert model.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"employer": " "}, {"employer": ["Dit veld is verplicht."]}),
        ({"kind": ""}, {"kind": ["Dit veld is verplicht."]}),
        ({"hours": ""}, {"hours": ["Dit veld is verplicht."]}),
        ({"hours": "veel"}, {"hours": ["Typ een aantal uren, bijvoorbeeld 24 of 28,5."]}),
        ({"hours": "61"}, {"hours": ["Een werkweek heeft hoogstens 60 uur."]}),
        (
            {"ends_on": "30-11-2016"},
            {"ends_on": ["Het einde kan niet vóór het begin liggen."]},
        ),
        (
            {"ends_on": "31-5-2107"},
            {"ends_on": ["Dat is meer dan tien jaar later. Klopt het jaartal?"]},
        ),
        (
            {"starts_on": "1-12-2106", "ends_on": ""},
            {"starts_on": ["Dat is meer dan een jaar vooruit. Klopt het jaartal?"]},
        ),
        (
            {"starts_on": "1-3-2015"},
            {
                "starts_on": [
                    "Toen was deze persoon nog niet aan de gemeente toegewezen. Klopt het jaartal?"
                ]
            },
        ),
        (
            {"starts_on": "31-2-2017"},
            {"starts_on": ["Dit is geen datum. Typ bijvoorbeeld 15-1-2017."]},
        ),
    ],
)
def test_wrong_placement_says_so_at_the_field_and_keeps_what_was_typed(
    client, participant, work, change, errors
):
    response = client.post(page(participant, "placement-create"), work | change)

    assert response.context["form"].errors == errors
    assertContains(response, "Vroege dienst")
    assert not Placement.objects.exists()


def test_same_regular_work_twice_is_refused_with_when(client, participant, work):
    placement(participant, starts_on=date(2016, 11, 1))

    response = client.post(page(participant, "placement-create"), work)

    assert response.context["form"].errors == {
        "employer": [
            "Er staat al regulier werk bij deze werkgever in deze tijd: van 01-11-2016 en loopt"
            " door. Wijzig of beëindig dat eerst."
        ]
    }


def test_study_with_benefit_retained_needs_an_end_and_conditions(client, participant, school):
    response = client.post(page(participant, "study-create"), school | {"financing": "benefit"})

    assert response.context["form"].errors == {
        "conditions": ["Vul bij behoud van uitkering de voorwaarden in."],
        "ends_on": ["Met behoud van uitkering is voor een bepaalde tijd."],
    }
    assertContains(response, "Deze deelnemer is 31.")

    retained = {"financing": "benefit", "conditions": "Twee jaar", "ends_on": "1-12-2018"}
    client.post(page(participant, "study-create"), school | retained)
    assert participant.studies.get().conditions == "Twee jaar"


def test_business_is_not_registered_in_the_future(client, participant, shop):
    response = client.post(
        page(participant, "business-create"), shop | {"registered_on": "16-1-2017"}
    )

    assert response.context["form"].errors == {
        "registered_on": ["Deze dag is nog niet geweest: het is nu 15-01-2017."]
    }


def test_nothing_is_added_for_a_candidate(client, login, pilot, work):
    login(Role.PROJECT_LEADER)
    candidate = ParticipantFactory(pilot=pilot)

    response = client.post(page(candidate, "placement-create"), work)

    assertContains(response, "Deze persoon is nog niet geselecteerd voor de pilot.", count=1)
    assertNotContains(client.get(candidate.get_absolute_url()), "Plaatsingen, studie")


def edit(row, **changes):
    return {
        "version": row.version,
        "kind": row.kind,
        "employer": row.employer,
        "hours": "36",
        "starts_on": f"{row.starts_on:%d-%m-%Y}",
        "note": row.note,
    } | changes


def test_placement_is_extended_and_the_signal_is_gone(client, participant):
    row = placement(participant, ends_on=date(2017, 1, 31))
    today = reverse("participants:today", args=[participant.pilot.slug])
    assertContains(
        client.get(today),
        "plaatsing bij Bakkerij Het Voorbeeld loopt tot en met <strong>31-01-2017</strong>",
    )

    response = client.post(
        page(participant, "placement-edit", row), edit(row, ends_on="31-12-2017"), follow=True
    )

    assertContains(response, "Opgeslagen: Regulier werk bij Bakkerij Het Voorbeeld.")
    assertContains(response, "tot en met 31-12-2017")
    assertNotContains(client.get(today), "Contract loopt af")


def test_who_saves_after_a_colleague_reads_what_changed_and_keeps_what_was_typed(
    client, participant, pilot
):
    row = placement(participant, hours=Decimal(36))
    colleague = MembershipFactory(pilot=pilot, role=Role.RECRUITER).user
    typed = edit(row, job_title="banketbakker")
    with pghistory.context(user=colleague.pk):
        Placement.objects.get(pk=row.pk).change(version=1, hours=Decimal(24), note="Tot de zomer")

    response = client.post(page(participant, "placement-edit", row), typed)

    assertContains(response, f"Dit is intussen gewijzigd: {colleague} wijzigde op", count=1)
    assertContains(response, "Uren per week van “36” naar “24”", count=1)
    assertContains(response, "Toelichting van “leeg” naar “Tot de zomer”", count=1)
    assertContains(response, 'value="banketbakker"')
    row.refresh_from_db()
    assert (row.hours, row.job_title) == (24, "")

    # Sent again it is meant so.
    again = response.context["form"]["version"].value()
    client.post(page(participant, "placement-edit", row), typed | {"version": again})
    row.refresh_from_db()
    assert (row.hours, row.job_title, row.version) == (36, "banketbakker", 3)


def test_note_that_the_recruiter_does_not_read_is_not_told_either(client, login, participant):
    refer(participant)
    row = placement(participant)
    row.change(version=1, hours=Decimal(24), note="Een geheim van de consulent")
    login(Role.RECRUITER)

    response = client.post(page(participant, "placement-edit", row), edit(row))

    assertContains(response, "Uren per week van “36” naar “24”", count=1)
    assertContains(response, "Toelichting")
    assertNotContains(response, "geheim")


def test_placement_ends_and_leads_on_to_the_outcome(client, participant):
    row = placement(participant)

    response = client.post(
        page(participant, "placement-end", row),
        {"on": "13-1-2017", "reason": "employer"},
        follow=True,
    )

    assertContains(response, "Beëindigd: Regulier werk bij Bakkerij Het Voorbeeld.")
    assertContains(response, 'tag-neutral">beëindigd door de werkgever</span>')
    link = (
        f'<a href="{page(participant, "outcome-create")}?bij={row.uuid}">Is dit de uitstroom?</a>'
    )
    assertContains(response, link, html=True)
    row.refresh_from_db()
    assert (row.ended_on, row.ended_by) == (date(2017, 1, 13), participant.consultant)


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"on": "16-1-2017"}, {"on": ["Deze dag is nog niet geweest: het is nu 15-01-2017."]}),
        ({"on": "31-10-2016"}, {"on": ["Het begon pas op 01-11-2016."]}),
        ({"reason": ""}, {"reason": ["Dit veld is verplicht."]}),
    ],
)
def test_wrong_end_says_so(client, participant, values, errors):
    row = study(participant)

    response = client.post(
        page(participant, "study-end", row), {"on": "15-1-2017", "reason": "diploma"} | values
    )

    assert response.context["form"].errors == errors
    row.refresh_from_db()
    assert row.is_running


def test_ending_what_a_colleague_ended_says_so(client, participant):
    row = business(participant)
    row.end(on=TODAY, reason="stopped", by=participant.consultant)

    response = client.post(
        page(participant, "business-end", row), {"on": "14-1-2017", "reason": "other"}
    )

    assertContains(response, "Een collega heeft dit intussen al beëindigd.", count=1)
    row.refresh_from_db()
    assert row.ended_reason == "stopped"


def test_end_by_mistake_is_undone_by_emptying_it(client, participant):
    row = placement(participant)
    row = row.end(on=TODAY, reason="own", by=participant.consultant)
    url = page(participant, "placement-edit", row)
    assertContains(client.get(url), 'value="15-01-2017"')

    half = client.post(url, edit(row, ended_on="15-1-2017", ended_reason=""))
    assert half.context["form"].errors == {"ended_reason": ["Kies ook hoe het eindigde."]}

    client.post(url, edit(row, ended_on="", ended_reason=""))
    row.refresh_from_db()
    assert (row.is_running, row.ended_by, row.ended_at) == (True, None, None)


def test_recruiter_adds_and_changes_placements_and_sees_no_more(client, login, participant, work):
    secret = placement(participant, employer="Hotel", note="Vertrouwelijk")
    study(participant, course="Geheime opleiding")
    business(participant, what="Geheime zaak")
    refer(participant)
    recruiter = login(Role.RECRUITER)

    response = client.post(page(participant, "placement-create"), work, follow=True)

    assertContains(response, "Regulier werk bij Hotel")
    assertContains(response, "Vroege dienst")
    for hidden in ("Geheime", "Vertrouwelijk", "Studie toevoegen", "Uitstroom en nazorg"):
        assertNotContains(response, hidden)
    own = participant.placements.get(by=recruiter)
    assertContains(client.get(page(participant, "placement-edit", own)), "Vroege dienst")

    url = page(participant, "placement-edit", secret)
    assertNotContains(client.get(url), "Vertrouwelijk")
    client.post(url, edit(secret, employer="Hotel Zon", note="Overschreven"))
    secret.refresh_from_db()
    assert (secret.employer, secret.note) == ("Hotel Zon", "Vertrouwelijk")


def test_placement_of_somebody_else_is_not_found_at_this_participant(client, participant, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=participant.consultant)
    theirs = placement(other)

    for route in ("placement-edit", "placement-end"):
        assert client.get(page(participant, route, theirs)).status_code == 404


def test_occupation_of_another_pilot_or_out_of_use_cannot_be_chosen(
    client, participant, work, pilot
):
    gone = Occupation.objects.create(
        pilot=pilot, name="Lantaarnopsteker", sector=Sector.CULTURE, active=False
    )
    row = placement(participant, employer="Hotel", occupation=gone)

    refused = client.post(page(participant, "placement-create"), work | {"occupation": gone.uuid})
    kept = client.get(page(participant, "placement-edit", row))

    assert list(refused.context["form"].errors) == ["occupation"]
    assertContains(kept, "Lantaarnopsteker")


@pytest.mark.parametrize("count", [1, 3])
def test_page_makes_the_same_queries_for_one_as_for_many(
    client, participant, count, django_assert_num_queries
):
    for number in range(count):
        placement(participant, employer=f"Werkgever {number}")
        study(participant, course=f"Opleiding {number}")
        business(participant, what=f"Zaak {number}")
    url = participant.get_absolute_url()

    with django_assert_num_queries(87):
        response = client.get(url)

    assertContains(response, "tag-success", count=3 * count)


SOON = {"starts_on": "1-2-2017", "ends_on": ""}


def test_what_begins_later_says_so_and_stands_in_what_happened(client, participant, work, pilot):
    response = client.post(page(participant, "placement-create"), work | SOON, follow=True)

    assertContains(response, '<span class="tag tag-info">begint op 01-02-2017</span>', html=True)
    assertNotContains(response, ">loopt<")
    assertContains(response, "Afgesproken: Regulier werk bij Bakkerij Het Voorbeeld")
    assertNotContains(response, "Is dit de uitstroom?")
    pilot.demo_today = date(2017, 2, 1)
    pilot.save()
    begun = client.get(participant.get_absolute_url())
    assertContains(begun, '<span class="tag tag-success">loopt</span>', html=True)
    assertContains(begun, "Begonnen: Regulier werk bij Bakkerij Het Voorbeeld")
    assertContains(begun, "Is dit de uitstroom?")
    assertNotContains(begun, "Afgesproken:")


def test_what_went_past_the_day_agreed_on_says_so(client, participant, pilot):
    placement(participant, ends_on=date(2017, 1, 31))
    overdue = '<span class="tag tag-warning">einddatum voorbij</span>'
    last_day = client.get(participant.get_absolute_url())
    assertContains(last_day, "tot en met 31-01-2017,")
    assertNotContains(last_day, overdue, html=True)
    pilot.demo_today = date(2017, 2, 1)
    pilot.save()
    assertContains(client.get(participant.get_absolute_url()), overdue, html=True)


@pytest.mark.parametrize(
    ("route", "make"), [("placement", placement), ("study", study), ("business", business)]
)
def test_what_did_not_go_through_is_withdrawn_and_can_be_read_back(
    client, participant, route, make
):
    row = make(participant, starts_on=date(2017, 2, 1))
    url = page(participant, f"{route}-withdraw", row)
    assertContains(client.get(participant.get_absolute_url()), f'href="{url}"')
    asked = client.post(url, {"version": 1, "reason": ""})
    assert asked.context["form"].errors == {"reason": ["Dit veld is verplicht."]}

    response = client.post(url, {"version": 1, "reason": "Zag ervan af"}, follow=True)

    assertContains(response, f"Ingetrokken: {row} (vanaf 01-02-2017)")
    assertContains(response, "Zag ervan af")
    assertContains(response, "Nog geen plaatsing, studie of onderneming.")
    history = client.get(page(participant, "history"))
    assertContains(history, "Reden van het intrekken")
    # Sent again, and from a second tab.
    again = client.post(url, {"version": 1, "reason": "Nog eens"}, follow=True)
    assertContains(again, "Dit is intussen ingetrokken")
    edit = client.get(page(participant, f"{route}-edit", row), follow=True)
    assertContains(edit, "Dit is intussen ingetrokken")
    row.refresh_from_db()
    assert (row.withdrawn, row.withdrawn_reason, row.withdrawn_on) == (True, "Zag ervan af", TODAY)


def test_what_led_to_an_outcome_is_not_withdrawn_before_it(client, participant, consultant):
    row = placement(participant)
    outcome = participant.record_outcome(
        kind="paid_partial", hours=16, by=consultant, on=TODAY, follows=row
    )
    url, sent = page(participant, "placement-withdraw", row), {"version": 1, "reason": "Vergissing"}

    response = client.post(url, sent)

    assertContains(response, "Hieruit volgt een uitstroom: Betaald werk, partieel", count=1)
    outcome.withdraw(by=consultant, version=1, reason="Vergissing")
    client.post(url, sent)
    assert not participant.placements.exists()


def test_withdrawal_on_an_older_version_says_what_changed(client, participant):
    row = placement(participant)
    row.change(version=1, hours=Decimal(24))

    response = client.post(
        page(participant, "placement-withdraw", row), {"version": 1, "reason": "Vergissing"}
    )

    assertContains(response, "Dit is intussen gewijzigd", count=1)
    row.refresh_from_db()
    assert not row.withdrawn


def test_recruiter_withdraws_a_placement_and_not_a_study(client, login, participant):
    row, school = placement(participant), study(participant)
    refer(participant)
    login(Role.RECRUITER)

    client.post(page(participant, "placement-withdraw", row), {"version": 1, "reason": "Nee"})

    assert not participant.placements.exists()
    assert client.get(page(participant, "study-withdraw", school)).status_code == 403


def test_recruiter_reads_of_placements_only(client, login, participant):
    study(participant)
    refer(participant)
    login(Role.RECRUITER)

    response = client.get(participant.get_absolute_url())

    assertContains(response, "Nog geen plaatsing.")
    assertContains(response, ">Plaatsingen<")
    for hidden in ("Plaatsing en studie", "studie en onderneming"):
        assertNotContains(response, hidden)


def asks(client, participant):
    return "Is dit de uitstroom?" in client.get(participant.get_absolute_url()).content.decode()


def test_only_a_business_that_started_may_be_the_outcome(client, participant):
    row = business(participant, stage="idea")
    assert not asks(client, participant)

    row.change(version=1, stage="started")

    assert asks(client, participant)


def test_what_led_to_an_outcome_is_asked_once(client, participant, consultant):
    row = placement(participant, hours=Decimal(16))
    assert asks(client, participant)
    outcome = participant.record_outcome(
        kind="paid_partial", hours=16, by=consultant, on=TODAY, follows=row
    )
    assert not asks(client, participant)

    outcome.withdraw(by=consultant, version=1, reason="Vergissing")

    assert asks(client, participant)


def test_idea_is_granted_no_bbz(client, participant, shop):
    sent = shop | {"stage": "idea", "bbz": "granted"}

    response = client.post(page(participant, "business-create"), sent)

    assert response.context["form"].errors == {
        "bbz": ["Voor een idee kan Bbz nog niet zijn toegekend. Kies eerst bij Hoe ver wat er is."]
    }
    client.post(page(participant, "business-create"), sent | {"stage": "plan"})
    assert participant.businesses.get().bbz == "granted"


def test_study_with_benefit_of_who_is_too_young_asks_once(client, participant, school):
    participant.birth_date = date(1990, 1, 1)
    participant.save()
    sent = school | {"financing": "benefit", "conditions": "Twee jaar", "ends_on": "1-12-2018"}

    asked = client.post(page(participant, "study-create"), sent)

    assertContains(asked, "Bij het begin van deze studie is deze deelnemer 26.")
    assertContains(asked, "Klopt het zo, klik dan nog eens op de knop.", count=1)
    client.post(
        page(participant, "study-create"),
        sent | {"confirmed": asked.context["form"].data["confirmed"]},
    )
    row = participant.studies.get()
    # What was answered is not asked again.
    response = client.post(
        page(participant, "study-edit", row), sent | {"version": 1, "note": "Gaat goed"}
    )
    assertRedirects(response, participant.get_absolute_url())


def test_occupations_stand_by_sector_and_shortages_say_so(client, participant):
    response = client.get(page(participant, "placement-create"))

    assertContains(response, '<optgroup label="Zorg')
    assertContains(response, "(knelpuntberoep)")
