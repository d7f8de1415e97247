import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.models import Participant, StepType
from participants.trajectory import Phase
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import refer

DAY = "10-1-2017"


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS)


def page(participant, name):
    return reverse(f"participants:{name}", args=[participant.pilot.slug, participant.number])


def step_type(name):
    return StepType.objects.get(name=name)


@pytest.fixture
def step(participant):
    """What a consultant fills in for a talk."""
    return {
        "uuid": uuid4(),
        "on": DAY,
        "type": step_type("Diagnosegesprek").pk,
        "manner": "talk",
        "attendance": "present",
        "minutes": "45",
        "note": "Goed gesprek",
    }


@pytest.mark.parametrize("count", [1, 3])
def test_list_makes_the_same_queries_for_one_as_for_many(
    client, consultant, pilot, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(
        count, pilot=pilot, consultant=consultant, phase=Phase.DIAGNOSIS
    )

    with django_assert_num_queries(9):
        response = client.get(reverse("participants:list", args=[pilot.slug]))

    assertContains(
        response, '<span class="tag tag-diagnosis">Diagnose</span>', count=count, html=True
    )


def test_list_shows_the_own_caseload_only(client, consultant, pilot, participant):
    colleague = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    theirs = ParticipantFactory(pilot=pilot, consultant=colleague, first_name="Vreemdeling")

    response = client.get(reverse("participants:list", args=[pilot.slug]))

    assertContains(response, str(participant))
    assertNotContains(response, "Vreemdeling")
    assert client.get(theirs.get_absolute_url()).status_code == 404


def test_list_leaves_out_whose_trajectory_is_closed_until_one_asks_for_all(
    client, consultant, pilot, participant
):
    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=date(2017, 1, 9))
    url = reverse("participants:list", args=[pilot.slug])

    response = client.get(url)

    assert list(response.context["page"]) == []
    assertContains(
        response, f'<a class="chip-clear" href="{url}?telling=">Wis filter</a>', html=True
    )
    assert list(client.get(f"{url}?telling=").context["page"]) == [participant]


def test_list_says_how_long_ago_and_what_comes_next(client, consultant, participant, step):
    client.post(
        page(participant, "step-create"),
        step | {"next_type": step_type("Taaltoets").pk, "next_on": "20-1-2017"},
    )

    response = client.get(reverse("participants:list", args=[participant.pilot.slug]))

    row = response.context["page"][0]
    shown = {column.key: column.value(row) for column in response.context["columns"]}
    assert shown == {
        "naam": str(participant),
        "nummer": participant.number,
        "fase": "Diagnose",
        "stap": "Diagnosegesprek",
        "dagen": 5,
        "volgende": "Taaltoets",
        "gepland": date(2017, 1, 20),
        "vastleggen": "Vastleggen",
    }


def test_list_counts_no_days_since_contact_while_there_was_none(client, consultant, participant):
    response = client.get(reverse("participants:list", args=[participant.pilot.slug]))

    days = next(column for column in response.context["columns"] if column.key == "dagen")
    assert days.value(response.context["page"][0]) is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("fase=diagnosis", ["Diag"]),
        ("fase=placement", ["Plaats"]),
        ("sorteer=-naam", ["Plaats", "Diag"]),
        ("sorteer=nergens", ["Diag", "Plaats"]),
        ("pagina=99", ["Diag", "Plaats"]),
        ("fase=onzin", []),
        ("fase=%00", []),
    ],
)
def test_list_filters_sorts_and_survives_nonsense(client, consultant, pilot, query, expected):
    ParticipantFactory(pilot=pilot, consultant=consultant, last_name="Diag", phase=Phase.DIAGNOSIS)
    ParticipantFactory(
        pilot=pilot, consultant=consultant, last_name="Plaats", phase=Phase.PLACEMENT
    )

    response = client.get(reverse("participants:list", args=[pilot.slug]) + f"?{query}")

    assert [row.last_name for row in response.context["page"]] == expected


def test_filter_that_does_not_exist_says_so_and_shows_the_way_back(client, consultant, pilot):
    ParticipantFactory(pilot=pilot, consultant=consultant)

    response = client.get(reverse("participants:list", args=[pilot.slug]), {"fase": "onzin"})

    assertContains(response, "Dit filter bestaat niet, dus er is niets gevonden.")
    assertContains(response, "Toon alles</a>", count=1)
    assertNotContains(response, "Nog geen deelnemers")


def test_chip_takes_one_filter_away_and_leaves_the_others(client, consultant, pilot):
    url = reverse("participants:list", args=[pilot.slug])

    response = client.get(f"{url}?fase=intake&signaal=te-laat&sorteer=-naam&pagina=2")

    assert dict(response.context["active_filters"]) == {
        "Fase: Vraagverheldering": f"{url}?fase=&signaal=te-laat&sorteer=-naam",
        "Signaal: afspraak voorbij": (f"{url}?fase=intake&signaal=&sorteer=-naam"),
        "Telling: in begeleiding": (f"{url}?fase=intake&signaal=te-laat&sorteer=-naam&telling="),
    }


@pytest.mark.parametrize(
    ("query", "rows"), [("", 50), ("?regels=25", 25), ("?regels=100", 60), ("?regels=7", 50)]
)
def test_page_is_as_long_as_one_chooses(client, consultant, pilot, query, rows):
    ParticipantFactory.create_batch(60, pilot=pilot, consultant=consultant)

    response = client.get(reverse("participants:list", args=[pilot.slug]) + query)

    assert len(response.context["page"]) == rows


def test_page_size_is_remembered(client, consultant, pilot):
    ParticipantFactory.create_batch(60, pilot=pilot, consultant=consultant)
    url = reverse("participants:list", args=[pilot.slug])
    client.get(f"{url}?regels=25")

    assert len(client.get(url).context["page"]) == 25


def test_list_puts_who_has_no_appointment_last_both_ways(client, consultant, pilot):
    without, with_one = ParticipantFactory.create_batch(2, pilot=pilot, consultant=consultant)
    with_one.steps.create(
        type=StepType.objects.first(), on=date(2017, 1, 10), by=consultant, planned=True
    )
    url = reverse("participants:list", args=[pilot.slug])

    for key in ("gepland", "-gepland"):
        response = client.get(f"{url}?sorteer={key}")
        assert list(response.context["page"]) == [with_one, without]
    assertContains(response, '<span class="tag tag-warning">te laat</span>', count=1, html=True)


def test_appointment_more_than_a_year_ahead_is_a_typing_error(client, participant, step):
    step |= {"next_type": step["type"], "next_on": "24-1-2107"}

    response = client.post(page(participant, "step-create"), step)

    assertContains(response, "meer dan een jaar vooruit")


def test_message_after_a_step_leads_on_to_the_next_person(client, consultant, participant, step):
    response = client.post(page(participant, "step-create"), step, follow=True)

    start = reverse("participants:step-start", args=[participant.pilot.slug])
    assertContains(response, f'<a href="{start}">Stap voor iemand anders</a>', html=True)


def test_export_holds_exactly_what_the_screen_shows(client, consultant, pilot, tmp_path):
    ParticipantFactory(
        pilot=pilot,
        consultant=consultant,
        first_name="=1+1",
        last_name="Formule",
        phase=Phase.DIAGNOSIS,
    )
    ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    url = reverse("participants:list", args=[pilot.slug]) + "?fase=diagnosis&export="

    (tmp_path / "lijst.xlsx").write_bytes(client.get(f"{url}xlsx").content)
    book = load_workbook(tmp_path / "lijst.xlsx")
    csv_lines = client.get(f"{url}csv").content.decode("utf-8-sig").splitlines()

    rows = list(book["Lijst"].values)
    assert [row[:3] for row in rows] == [
        ("Naam", "Nummer", "Fase"),
        ("=1+1 Formule", rows[1][1], "Diagnose"),
    ]
    assert book["Lijst"]["A2"].data_type == "s"
    assert book["Over deze lijst"]["A2"].value == "Elke regel is een deelnemer."
    assert book["Over deze lijst"]["A3"].value == "Fase: Diagnose; Telling: in begeleiding"
    assert len(csv_lines) == 6
    assert csv_lines[3].startswith("Mijn caseload, ")
    assert csv_lines[4:] == [
        "Elke regel is een deelnemer.",
        '"Fase: Diagnose; Telling: in begeleiding"',
    ]
    assert csv_lines[1].startswith("'=1+1 Formule;")


def test_logging_a_step_shows_it_on_the_page_of_the_participant(client, participant, step):
    response = client.post(page(participant, "step-create"), step, follow=True)

    assertContains(response, "Vastgelegd: Diagnosegesprek op 10-01-2017.")
    assertContains(response, "gesprek, aanwezig, 45 minuten")
    assertContains(response, "Goed gesprek")


def test_sending_the_step_twice_logs_it_once(client, participant, step):
    for _ in range(2):
        assertRedirects(
            client.post(page(participant, "step-create"), step), participant.get_absolute_url()
        )

    assert participant.steps.count() == 1


def test_same_again_on_the_same_day_is_asked_about_once(client, participant, step):
    url = page(participant, "step-create")
    client.post(url, step)

    other = step | {"uuid": uuid4(), "note": "Beter opgeschreven"}
    asked = client.post(url, other)
    assertContains(asked, "Diagnosegesprek op 10-01-2017 is al vastgelegd, door")
    assertContains(asked, "Beter opgeschreven")
    assert participant.steps.count() == 1

    client.post(url, other | {"confirmed": asked.context["form"]["confirmed"].value()})
    assert participant.steps.count() == 2


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"on": "31-2-2017"}, "on", "Dit is geen datum. Typ bijvoorbeeld 15-1-2017."),
        ({"on": "16-1-2017"}, "on", "Deze dag is nog niet geweest: het is nu 15-01-2017."),
        ({"on": "31-7-2016"}, "on", "Op deze dag was deze persoon nog niet geselecteerd."),
        ({"on": ""}, "on", "Dit veld is verplicht."),
        ({"type": ""}, "type", "Dit veld is verplicht."),
        ({"attendance": ""}, "attendance", "Dit veld is verplicht."),
        ({"minutes": "drie"}, "minutes", "Typ een heel aantal minuten, bijvoorbeeld 45."),
        ({"minutes": "601"}, "minutes", "Een stap duurt hoogstens 600 minuten: tien uur."),
        ({"next_on": "20-1-2017"}, "next_type", "Kies ook wat de volgende stap is."),
        (
            {"attendance": "absent", "minutes": "45"},
            "minutes",
            "De deelnemer was er niet bij: maak de minuten leeg.",
        ),
    ],
)
def test_wrong_step_says_so_at_the_field_and_keeps_what_was_typed(
    client, participant, step, change, field, message
):
    response = client.post(page(participant, "step-create"), step | change)

    assert response.context["form"].errors == {field: [message]}
    assertContains(response, "Goed gesprek")
    assert participant.steps.count() == 0
    for value in change.values():
        if value:
            assertContains(response, f'value="{value}"')


def test_step_form_offers_the_appointment_that_is_due(client, participant, step):
    client.post(
        page(participant, "step-create"),
        step | {"next_type": step_type("Taaltoets").pk, "next_on": "12-1-2017"},
    )

    form = client.get(page(participant, "step-create")).context["form"]

    assert form["planned_step"].value() == participant.steps.planned().get().pk
    assert form["type"].value() == step_type("Taaltoets").pk
    assert form["type"].field.choices[1][0] == "Diagnose"


@pytest.mark.parametrize(
    ("phase", "on", "field", "sentence"),
    [
        (
            "intake",
            DAY,
            "phase",
            "Vanuit Diagnose kan een deelnemer niet rechtstreeks naar Vraagverheldering."
            " Wel mogelijk: Plaatsing/bemiddeling, Ontwikkeling/onderwijs, Ondernemerschap.",
        ),
        (
            "placement",
            DAY,
            "phase",
            "Leg eerst de conclusie van de diagnose vast, op of vóór deze dag.",
        ),
        (
            "placement",
            "2-8-2016",
            "on",
            "Deze dag ligt vóór de vorige faseovergang van deze deelnemer.",
        ),
    ],
)
def test_refused_move_is_a_sentence_at_the_field(
    client, participant, consultant, phase, on, field, sentence
):
    if field == "on":
        participant.diagnose(route="placement", by=consultant, on=date(2016, 8, 2))

    response = client.post(
        page(participant, "transition-create"), {"phase": phase, "on": on, "reason": "Omdat"}
    )

    assert response.context["form"].errors == {field: [sentence]}
    assertContains(response, "Omdat")
    participant.refresh_from_db()
    assert participant.phase == Phase.DIAGNOSIS


def test_diagnosis_opens_the_way_into_the_trajectory(client, participant):
    conclusion = {"on": DAY, "route": "education", "incomplete": "on"}
    client.post(page(participant, "diagnosis-create"), conclusion)
    response = client.post(
        page(participant, "transition-create"), {"phase": "education", "on": DAY}, follow=True
    )

    assertContains(response, "Vastgelegd: Diagnose naar Ontwikkeling/onderwijs.")
    assertContains(response, "Ontwikkeling/onderwijs (10-01-2017)")


def test_outcome_tells_whether_the_guidance_goes_on(client, participant):
    partial = {"kind": "paid_partial", "on": DAY, "hours": "16,5"}
    full = {"kind": "paid_full", "on": "11-1-2017", "hours": "36"}

    first = client.post(page(participant, "outcome-create"), partial, follow=True)
    second = client.post(page(participant, "outcome-create"), full, follow=True)

    assertContains(first, "De begeleiding gaat door.")
    assertContains(first, "16,5 uur per week")
    assertContains(second, "Het traject is afgesloten.")
    assertNotContains(second, "Uitstroom vastleggen</a>")


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"kind": "paid_full"}, {"hours": ["Vul bij werk de uren per week in."]}),
        ({"kind": "dropout"}, {"dropout_reason": ["Kies de reden van uitval."]}),
        (
            {"kind": "study_grant", "dropout_reason": "moved"},
            {"dropout_reason": ["Een reden hoort alleen bij uitval."]},
        ),
        (
            {"kind": "paid_full", "hours": "70"},
            {"hours": ["Een werkweek heeft hoogstens 60 uur."]},
        ),
    ],
)
def test_incomplete_outcome_says_what_is_missing(client, participant, values, errors):
    response = client.post(page(participant, "outcome-create"), {"on": DAY} | values)

    assert response.context["form"].errors == errors
    assert participant.outcomes.count() == 0


def test_closed_trajectory_takes_no_further_outcome(client, participant):
    full = {"kind": "paid_full", "on": DAY, "hours": "36"}
    client.post(page(participant, "outcome-create"), full)

    response = client.post(page(participant, "outcome-create"), full | {"on": "11-1-2017"})

    sentence = "Dit traject is afgesloten. Neem het eerst weer op, met Fase wijzigen."
    assertContains(response, sentence, count=1)
    assert participant.outcomes.count() == 1


def test_note_that_is_too_long_is_kept_and_refused(client, participant, step):
    note = "lang " * 1000

    response = client.post(page(participant, "step-create"), step | {"note": note})

    assert list(response.context["form"].errors) == ["note"]
    assertContains(response, note.strip())
    # With this attribute a browser would cut off what is pasted, without a word.
    assertNotContains(response, "maxlength")


def test_recruiter_sees_who_is_mediated_without_notes_or_client_number(
    client, login, pilot, participant, step, consultant
):
    participant.diagnose(
        route="placement", by=consultant, on=date(2016, 10, 3), explanation="Vertrouwelijk"
    )
    participant.move_to(Phase.PLACEMENT, by=consultant, on=date(2016, 10, 4), reason="Ook geheim")
    client.post(page(participant, "step-create"), step | {"note": "Alleen voor ons"})
    refer(participant)
    elsewhere = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    login(Role.RECRUITER)

    response = client.get(participant.get_absolute_url())

    assertContains(response, str(participant))
    for secret in [
        "Vertrouwelijk",
        "Ook geheim",
        "Alleen voor ons",
        participant.client_number,
        "1985",
    ]:
        assertNotContains(response, secret)
    assert client.get(elsewhere.get_absolute_url()).status_code == 404


def test_hostile_text_is_shown_as_text(client, participant, step):
    response = client.post(
        page(participant, "step-create"), step | {"note": "<script>alert(1)</script>"}, follow=True
    )

    assertContains(response, "&lt;script&gt;alert(1)&lt;/script&gt;")


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


def test_leader_selects_and_assigns_candidates(client, leader, pilot):
    consultant = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    chosen = ParticipantFactory.create_batch(2, pilot=pilot)
    ParticipantFactory(pilot=pilot)

    response = client.post(
        reverse("participants:candidate-list", args=[pilot.slug]),
        {
            "nummer": [person.number for person in chosen],
            "consultant": consultant.username,
            "on": "2-1-2017",
        },
        follow=True,
    )

    assertContains(response, f"2 personen geselecteerd en toegewezen aan {consultant}.")
    assert response.context["page"].paginator.count == 1
    assert (
        list(
            Participant.objects.selected(on=TODAY).values_list(
                "consultant", "selected_on", "selected_by"
            )
        )
        == [(consultant.pk, date(2017, 1, 2), leader.pk)] * 2
    )


def test_selecting_more_than_the_pilot_or_the_norm_asks_first(client, leader, pilot):
    pilot.participants_target = pilot.caseload_norm = 1
    pilot.save()
    consultant = MembershipFactory(pilot=pilot).user
    candidates = ParticipantFactory.create_batch(2, pilot=pilot)
    url = reverse("participants:candidate-list", args=[pilot.slug])
    values = {
        "nummer": [person.number for person in candidates],
        "consultant": consultant.username,
        "on": "15-1-2017",
    }

    response = client.post(url, values)

    assertContains(response, "De pilot heeft dan 2 deelnemers: 1 meer dan de 1 waarvoor zij is.")
    assertContains(response, f"De caseload van {consultant} wordt dan 2: 1 boven de norm van 1.")
    assert pilot.participants.exclude(selected_on=None).count() == 0
    confirmed = response.context["form"]["confirmed"].value()
    client.post(url, values | {"confirmed": confirmed})
    assert pilot.participants.exclude(selected_on=None).count() == 2


def test_answer_to_another_warning_is_no_answer(client, leader, pilot):
    pilot.participants_target = 1
    pilot.save()
    candidates = ParticipantFactory.create_batch(3, pilot=pilot)
    url = reverse("participants:candidate-list", args=[pilot.slug])
    values = {"nummer": [person.number for person in candidates[:2]], "on": "15-1-2017"}
    confirmed = client.post(url, values).context["form"]["confirmed"].value()

    values["nummer"].append(candidates[2].number)
    response = client.post(url, values | {"confirmed": confirmed})

    assertContains(response, "De pilot heeft dan 3 deelnemers")
    assert pilot.participants.exclude(selected_on=None).count() == 0


def test_candidate_cannot_be_selected_before_they_came_to_the_municipality(client, leader, pilot):
    person = ParticipantFactory(pilot=pilot, assigned_on=date(2016, 9, 1))

    response = client.post(
        reverse("participants:candidate-list", args=[pilot.slug]),
        {"nummer": [person.number], "on": "31-8-2016"},
    )

    assertContains(response, "is pas op 01-09-2016 aan de gemeente toegewezen.")


def test_nobody_is_selected_before_the_pilot_starts(client, leader, pilot):
    person = ParticipantFactory(pilot=pilot)

    response = client.post(
        reverse("participants:candidate-list", args=[pilot.slug]),
        {"nummer": [person.number], "on": "31-7-2016"},
    )

    assert response.context["form"].errors["on"] == [
        "Toen was de pilot nog niet begonnen. Kies 01-08-2016 of een latere dag."
    ]
    assert Participant.objects.candidates().count() == 1


def test_handing_over_within_the_norm_asks_nothing(client, leader, pilot):
    old, new = (MembershipFactory(pilot=pilot).user for _ in range(2))
    person = ParticipantFactory(pilot=pilot, consultant=old)

    client.post(
        reverse("participants:assign", args=[pilot.slug]),
        {
            "nummer": [person.number],
            "consultant": new.username,
            "on": "15-1-2017",
            "reason": "leaving",
        },
    )

    person.refresh_from_db()
    assert person.consultant == new


def test_nobody_ticked_is_an_error_that_keeps_what_was_chosen(client, leader, pilot):
    ParticipantFactory(pilot=pilot)

    response = client.post(
        reverse("participants:candidate-list", args=[pilot.slug]), {"on": "2-1-2017"}
    )

    assertContains(response, "Vink eerst in de lijst aan om wie het gaat.")
    assertContains(response, 'value="2-1-2017"')


def test_wrong_day_keeps_the_ticks(client, leader, pilot):
    person = ParticipantFactory(pilot=pilot)

    response = client.post(
        reverse("participants:candidate-list", args=[pilot.slug]),
        {"nummer": [person.number], "on": "2-1-2018"},
    )

    assertContains(response, "Deze dag is nog niet geweest")
    ticked = re.findall(r'name="nummer" value="(\d+)"[^>]* checked>', response.content.decode())
    assert ticked == [str(person.number)]
    assert Participant.objects.candidates().count() == 1


def test_candidate_of_another_pilot_cannot_be_selected(client, leader, pilot):
    other = ParticipantFactory(number=4321)

    client.post(
        reverse("participants:candidate-list", args=[pilot.slug]),
        {"nummer": [other.number], "on": "2-1-2017"},
    )

    other.refresh_from_db()
    assert other.is_candidate


def test_handed_over_participant_leaves_the_old_caseload_at_once(client, login, pilot):
    old = login(Role.CONSULTANT)
    participant = ParticipantFactory(pilot=pilot, consultant=old)
    new = MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user
    login(Role.PROJECT_LEADER)

    client.post(
        reverse("participants:assign", args=[pilot.slug]),
        {
            "nummer": [participant.number],
            "consultant": new.username,
            "on": DAY,
            "reason": "leaving",
        },
    )

    client.force_login(old)
    assert client.get(participant.get_absolute_url()).status_code == 404
    client.force_login(new)
    assertContains(client.get(participant.get_absolute_url()), f"Toegewezen aan {old}")


def test_assignment_before_the_last_one_is_refused(client, leader, pilot):
    old, new = (MembershipFactory(pilot=pilot, role=Role.CONSULTANT).user for _ in range(2))
    participant = ParticipantFactory(pilot=pilot, consultant=old)

    response = client.post(
        reverse("participants:assign", args=[pilot.slug]),
        {
            "nummer": [participant.number],
            "consultant": new.username,
            "on": "31-7-2016",
            "reason": "leaving",
        },
    )

    assert response.context["form"].errors == {
        "on": [
            "Iemand die u aanvinkte is op 01-08-2016 geselecteerd of toegewezen."
            " Kies die dag of een latere."
        ]
    }
    participant.refresh_from_db()
    assert participant.consultant == old
