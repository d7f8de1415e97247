"""The pages of the draw, as the project leader meets them."""

from datetime import date
from uuid import uuid4

import pgtrigger
import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from participants.choices import Sex
from participants.models import Draw, Participant, Reading
from pilot.roles import Role
from tests.factories import TODAY, ParticipantFactory, make_draw


@pytest.fixture
def leader(login):
    return login(Role.PROJECT_LEADER)


@pytest.fixture
def pool(pilot):
    """Six women and three men of the target group."""
    women = ParticipantFactory.create_batch(6, pilot=pilot, sex=Sex.FEMALE)
    return women + ParticipantFactory.create_batch(3, pilot=pilot, sex=Sex.MALE)


@pytest.fixture
def draw(pilot, leader, pool):
    return make_draw(pilot, by=leader, size=3)


@pytest.fixture
def address(pilot):
    return lambda page, *args: reverse(f"participants:draw-{page}", args=[pilot.slug, *args])


@pytest.fixture
def of_draw(address, draw):
    return lambda page, *args: address(page, draw.uuid, *args)


def sent(**changes):
    return {"uuid": uuid4(), "size": "3", "features": ["sex"], "seed": "2016"} | changes


def test_form_offers_as_many_as_there_are_places_and_says_who_can_be_drawn(
    client, leader, pilot, pool, address
):
    ParticipantFactory(pilot=pilot, birth_date=date(2005, 1, 1))
    pilot.participants_target = 5
    pilot.save()

    response = client.get(address("create"))

    assert response.context["form"].initial["size"] == 5
    assert 0 <= response.context["form"].initial["seed"] < 1_000_000
    assertContains(response, "9 kandidaten voldoen aan de voorwaarden")
    assertContains(response, "1 kandidaat niet")


def test_draw_shows_its_outcome_and_selects_nobody(client, leader, pool, address):
    response = client.post(address("create"), sent(), follow=True)

    draw = Draw.objects.get()
    assertRedirects(response, draw.get_absolute_url())
    assertContains(response, "Loting 1 is gemaakt. Er is nog niemand geselecteerd.")
    assertContains(response, "3 personen uit een pool van 9, verdeeld over geslacht.")
    table = response.context["tables"][0]
    assert [(row.label, row.pool, row.selected, row.difference) for row in table.rows] == [
        ("vrouw", "6 (67 %)", "2 (67 %)", "0,0"),
        ("man", "3 (33 %)", "1 (33 %)", "0,0"),
    ]
    assertContains(response, "Geen groep is ondervertegenwoordigd.")
    assertContains(response, "verdeeld over dit kenmerk", count=1)
    assertContains(response, "minder dan 5 te verwachten")
    assert Participant.objects.exclude(selected_on=None).count() == 0


def test_same_form_sent_twice_leads_to_the_same_draw(client, leader, pool, address):
    form = sent()

    first, second = (client.post(address("create"), form) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Draw.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"size": "tien"}, "Typ een heel getal, bijvoorbeeld 150."),
        ({"size": "0"}, "Loot ten minste 1 persoon."),
        ({"size": "10"}, "Er zijn maar 9 kandidaten die aan de voorwaarden voldoen."),
        ({"features": []}, "Kies ten minste één kenmerk."),
        ({"seed": "-1"}, "Typ een getal van 0 of hoger."),
        ({"seed": "1" * 10}, "Typ een getal van hoogstens 9 cijfers."),
    ],
)
def test_wrong_input_is_kept_and_makes_no_draw(client, leader, pool, address, change, complaint):
    response = client.post(address("create"), sent(**change))

    assertContains(response, complaint)
    for value in change.values():
        if value:
            assertContains(response, f'value="{value}"')
    assert Draw.objects.count() == 0


def test_without_candidates_there_is_no_form(client, leader, pilot, address):
    ParticipantFactory(pilot=pilot, birth_date=date(2005, 1, 1))

    response = client.get(address("create"))

    assertContains(response, "Er zijn geen kandidaten die aan de voorwaarden voldoen.")
    assertContains(response, "Wie voldoet niet, en waarom?")
    assertNotContains(response, "Startgetal")


def test_who_does_not_belong_to_the_target_group_is_shown_with_the_reason(
    client, leader, pilot, pool, address
):
    ParticipantFactory(
        pilot=pilot,
        last_name="Te Vroeg",
        birth_date=date(2005, 1, 1),
        assigned_on=date(2013, 5, 1),
    )

    response = client.get(address("refused"))

    assertContains(response, "1 kandidaat voldoet niet")
    assertContains(
        response, "jonger dan 18 jaar, vóór 01-01-2014 aan de gemeente toegewezen", count=1
    )
    assertNotContains(response, pool[0].first_name)
    assertContains(response, "op of na 01-01-2014")


def test_group_that_is_short_is_named(client, draw, leader, of_draw):
    women = draw.entries.filter(sex=Sex.FEMALE)
    men = draw.entries.filter(sex=Sex.MALE, chosen=False)
    for out, into in zip(women.filter(chosen=True), men, strict=True):
        draw.change(
            uuid=uuid4(),
            by=leader,
            reason="proef",
            removed=out.participant,
            added=into.participant,
        )

    response = client.get(of_draw("detail"))

    assertContains(response, "<strong>Ondervertegenwoordigd:</strong> vrouw (0, naar")
    assert response.context["tables"][0].short == ["vrouw (0, naar evenredigheid 2,0)"]
    assertContains(response, "2 wijzigingen")


def test_each_number_of_the_outcome_opens_a_list_of_that_many(client, draw, of_draw):
    links = client.get(of_draw("detail")).context["links"]

    for table in client.get(of_draw("detail")).context["tables"]:
        for row in table.rows:
            people = client.get(links[table.feature][row.label])
            assert people.context["page"].paginator.count == row.share.selected


def test_more_groups_than_places_is_said(client, leader, pilot, pool):
    one = make_draw(pilot, by=leader, size=1)
    two = make_draw(pilot, by=leader, size=2)

    assertContains(client.get(one.get_absolute_url()), "2 groepen voor 1 plaats.")
    assertNotContains(client.get(two.get_absolute_url()), "groepen voor")


def test_more_groups_than_places_is_asked_about_before_the_draw(client, leader, pool, address):
    form = sent(size="1")

    asked = client.post(address("create"), form)
    assertContains(asked, "Deze kenmerken maken 2 groepen voor 1 plaats", count=3)
    assert Draw.objects.count() == 0
    form["confirmed"] = asked.context["form"]["confirmed"].value()
    client.post(address("create"), form)

    assert Draw.objects.count() == 1


def test_people_are_at_first_those_in_the_draw(client, leader, draw, of_draw):
    response = client.get(of_draw("people"))

    inside = {entry.participant for entry in draw.entries.filter(chosen=True)}
    assert {row.participant for row in response.context["page"]} == inside
    assert Reading.objects.get().ids == sorted(person.pk for person in inside)
    everybody = client.get(of_draw("people"), {"wie": ""})
    assert everybody.context["page"].paginator.count == 9
    outside = client.get(of_draw("people"), {"wie": "eruit", "geslacht": "male"})
    assert outside.context["page"].paginator.count == 2


def test_pool_can_be_downloaded_with_the_lots_to_do_it_over(client, draw, of_draw):
    content = client.get(of_draw("people"), {"wie": "", "export": "csv"}).content.decode()

    rows = [row.split(";") for row in content.strip().splitlines()[:-4]]
    assert rows[0][1:5] == ["Nummer", "Lotnummer", "Hoe erin", "Reden"]
    assert [int(row[2]) for row in rows[1:]] == list(range(1, 10))
    assert "Wijzigen" not in content
    assert Reading.objects.get().action == "exported"


def test_exchange_offers_the_next_lot_of_the_same_group_first(client, draw, of_draw):
    out = draw.entries.get(chosen=True, sex=Sex.MALE)
    next_ones = draw.entries.filter(chosen=False, sex=Sex.MALE)

    response = client.get(of_draw("exchange", out.participant.number))

    form = response.context["form"]
    assert form.initial["added"] == next_ones[0].participant.number
    groups = dict(form.fields["added"].choices[1:])
    assert [number for number, _ in groups["Zelfde groep: man"]] == [
        entry.participant.number for entry in next_ones
    ]
    assert len(groups["Andere groepen"]) == 4
    # Everybody whose name is on the page.
    shown = {entry.participant_id for entry in draw.entries.filter(chosen=False)}
    assert Reading.objects.get().ids == sorted(shown | {out.participant_id})


def test_exchange_is_made_and_told(client, draw, of_draw):
    out = draw.entries.filter(chosen=True)[0]
    into = draw.entries.filter(chosen=False)[0]
    url = of_draw("exchange", out.participant.number)
    form = {"uuid": uuid4(), "added": into.participant.number, "reason": "Verhuist"}

    for _ in range(2):
        response = client.post(url, form, follow=True)

    # It began in the list of people, and ends there.
    assertRedirects(response, of_draw("people"))
    assertContains(response, f"Loting 1 gewijzigd: {out} eruit, {into} erbij.")
    assert draw.changes.count() == 1
    assertContains(client.get(of_draw("people"), {"wie": "hand"}), "Verhuist", count=2)


def test_taking_out_needs_nobody_in_return_but_a_reason(client, draw, of_draw):
    url = of_draw("exchange", draw.entries.filter(chosen=True)[0].participant.number)

    response = client.post(url, {"uuid": uuid4(), "added": "", "reason": "  "})
    assertContains(response, 'href="#id_reason"')
    assert draw.people().count() == 3

    client.post(url, {"uuid": uuid4(), "added": "", "reason": "Ziek gemeld"})
    assert draw.people().count() == 2


def test_exchange_that_a_colleague_made_first_keeps_what_was_typed(client, draw, leader, of_draw):
    out = draw.entries.filter(chosen=True)[0]
    into = draw.entries.filter(chosen=False)[0]
    url = of_draw("exchange", out.participant.number)
    draw.change(uuid=uuid4(), by=leader, reason="x", removed=out.participant)

    response = client.post(
        url, {"uuid": uuid4(), "added": into.participant.number, "reason": "Mijn reden"}
    )

    assertContains(response, f"{out} zit niet meer in de loting.")
    assertContains(response, "Mijn reden")
    assertRedirects(client.get(url), draw.get_absolute_url())
    assert draw.people().count() == 2


def test_somebody_is_added_from_the_list(client, draw, of_draw):
    into = draw.entries.filter(chosen=False)[0]
    page = client.get(of_draw("add"), {"nummer": into.participant.number})
    assertContains(page, f'<option value="{into.participant.number}" selected>')

    client.post(
        of_draw("add"),
        {"uuid": uuid4(), "added": into.participant.number, "reason": "Met partner"},
    )

    assert draw.people().count() == 4
    assertContains(client.post(of_draw("add"), {"uuid": uuid4()}), 'href="#id_added"')


def test_number_that_is_not_offered_is_refused(client, draw, leader, of_draw):
    inside = draw.people().first()
    stranger = ParticipantFactory(pilot=draw.pilot)

    for number in (inside.number, stranger.number, "x"):
        response = client.post(
            of_draw("add"), {"uuid": uuid4(), "added": number, "reason": "proef"}
        )
        assertContains(response, 'href="#id_added"')
    assert draw.changes.count() == 0


def test_draw_is_done_over_with_the_same_outcome(client, draw, of_draw):
    response = client.get(of_draw("repeat"))

    assertContains(response, "Zelfde uitkomst.")
    assertContains(response, "alle 9 lotnummers en alle 3 gelote personen")
    assert [
        (label, group.pool, share, group.places)
        for label, group, share in (response.context["groups"])
    ] == [("vrouw", 6, "2,00", 2), ("man", 3, "1,00", 1)]


def test_pool_that_was_tampered_with_is_found(client, draw, of_draw):
    with pgtrigger.ignore("participants.DrawEntry:pool_stays"):
        first, last = draw.entries.first(), draw.entries.last()
        draw.entries.filter(pk=last.pk).update(lot=99)
        draw.entries.filter(pk=first.pk).update(lot=9)

    assertContains(client.get(of_draw("repeat")), "Andere uitkomst")


def test_carrying_out_selects_everybody_and_leads_on(client, draw, leader, of_draw):
    page = client.get(of_draw("carry-out"))
    assertContains(page, "3 personen worden deelnemer van de pilot")
    assertNotContains(page, "meer dan de")

    response = client.post(of_draw("carry-out"), {"on": "15-1-2017"}, follow=True)

    assertContains(response, "Loting 1 is uitgevoerd: 3 personen geselecteerd.")
    assertContains(response, "/toewijzen/?consulent=geen")
    assertContains(response, "Geselecteerd met ingang van 15-01-2017")
    assert Participant.objects.filter(selected_on=TODAY, selected_by=leader).count() == 3


def test_second_click_says_it_was_carried_out_already(client, draw, of_draw):
    for _ in range(2):
        response = client.post(of_draw("carry-out"), {"on": "15-1-2017"}, follow=True)

    assertContains(response, "Loting 1 is al uitgevoerd: daar verandert niets meer aan.")
    for page in ("carry-out", "discard", "add"):
        assertRedirects(client.get(of_draw(page)), draw.get_absolute_url())
    assertNotContains(client.get(of_draw("people")), "/ruilen/")


@pytest.mark.parametrize(
    ("day", "complaint"),
    [
        ("16-1-2017", "Deze dag is nog niet geweest"),
        ("morgen", "Dit is geen datum"),
        ("1-1-2010", "Toen was de pilot nog niet begonnen. Kies 01-08-2016"),
    ],
)
def test_wrong_day_carries_nothing_out(client, draw, of_draw, day, complaint):
    response = client.post(of_draw("carry-out"), {"on": day})

    assertContains(response, complaint)
    assertContains(response, f'value="{day}"')
    assertNotContains(response, "Ruil hen eerst")
    assert Participant.objects.exclude(selected_on=None).count() == 0


def test_who_was_selected_meanwhile_is_named_and_nobody_else_is_selected(
    client, draw, leader, of_draw
):
    person = draw.people().first()
    person.select(by=leader, on=date(2017, 1, 10))

    response = client.post(of_draw("carry-out"), {"on": "15-1-2017"})

    assertContains(response, "Niemand is geselecteerd")
    assertContains(response, "is op 10-01-2017 al geselecteerd")
    assertContains(response, of_draw("exchange", person.number))
    assert Participant.objects.exclude(selected_on=None).count() == 1
    assert Reading.objects.get().ids == [person.pk]
    assertContains(client.get(of_draw("carry-out")), str(person))


def test_day_before_somebody_came_selects_nobody(client, draw, of_draw):
    Participant.objects.update(assigned_on=date(2016, 12, 1))

    response = client.post(of_draw("carry-out"), {"on": "1-10-2016"})

    assert response.context["form"].errors.keys() == {"on"}
    # In the summary and at the field.
    assertContains(response, "pas op 01-12-2016 aan de gemeente toegewezen. Kies een", count=2)
    assertContains(response, "(3 personen niet)", count=2)
    assertNotContains(response, "Ruil hen eerst")
    assert Participant.objects.exclude(selected_on=None).count() == 0


def test_more_than_the_pilot_is_for_is_said_first(client, draw, pilot, of_draw):
    pilot.participants_target = 1
    pilot.save()

    assertContains(client.get(of_draw("carry-out")), "Dat zijn er 2 meer dan de 1")


def test_concept_is_put_away_and_can_still_be_read(client, draw, of_draw):
    assertContains(client.get(of_draw("discard")), "Laat het concept staan")

    response = client.post(of_draw("discard"), follow=True)

    assertContains(response, "Loting 1 is weggelegd.")
    assertContains(response, "niemand is hiermee geselecteerd")
    assertContains(client.post(of_draw("discard"), follow=True), "Loting 1 is al weggelegd")


def test_participants_stand_beside_the_whole_target_group(client, leader, pilot, pool, address):
    for person in pool[6:]:
        person.select(by=leader, on=TODAY)
    ParticipantFactory(pilot=pilot, birth_date=date(2005, 1, 1))
    concept = make_draw(pilot, by=leader, size=1)

    response = client.get(address("comparison"))

    assertContains(response, "3 van 9 mensen in de doelgroep")
    assert response.context["tables"][0].short == ["vrouw (0, naar evenredigheid 2,0)"]
    assert Reading.objects.count() == 0
    together = client.get(address("comparison"), {"loting": concept.number})
    assertContains(together, "4 van 9 mensen in de doelgroep")
    assert [row.share.selected for row in together.context["tables"][0].rows] == [1, 3]


def test_comparison_of_an_empty_pilot_says_what_to_do(client, leader, address):
    assertContains(client.get(address("comparison")), "Er zijn nog geen kandidaten")
    assertContains(client.get(address("list")), "Er is nog niet geloot.")


def test_draw_of_another_pilot_does_not_exist(client, leader, address):
    other = make_draw(ParticipantFactory().pilot, by=leader, size=1)

    for page in ("detail", "people", "repeat", "carry-out", "discard", "add"):
        assert client.get(address(page, other.uuid)).status_code == 404
    assertNotContains(client.get(address("list")), str(other.uuid))


def test_candidates_lead_to_the_draws(client, leader, pilot, address):
    page = client.get(reverse("participants:candidate-list", args=[pilot.slug]))

    assertContains(page, f'href="{address("list")}"')


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_draws_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, pool, address, count, django_assert_num_queries
):
    for _ in range(count):
        make_draw(pilot, by=leader)

    with django_assert_num_queries(7):
        response = client.get(address("list"))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_people_make_the_same_queries_for_one_as_for_many(
    client, leader, pilot, pool, address, count, django_assert_num_queries
):
    draw = make_draw(pilot, by=leader, size=count)

    with django_assert_num_queries(10):
        response = client.get(address("people", draw.uuid))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_who_does_not_fit_makes_the_same_queries_for_one_as_for_many(
    client, leader, pilot, address, count, django_assert_num_queries
):
    ParticipantFactory.create_batch(count, pilot=pilot, birth_date=date(2005, 1, 1))

    with django_assert_num_queries(9):
        response = client.get(address("refused"))

    assert len(response.context["page"]) == count
