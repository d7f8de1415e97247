from decimal import Decimal
from html.parser import HTMLParser
from io import BytesIO

import pytest
from openpyxl import load_workbook

from budgeting.models import Budget
from pilot.roles import Role
from tests.factories import PilotFactory


class Tables(HTMLParser):
    """The tables of a page by their id, each a list of rows of the text in their cells."""

    def __init__(self, html):
        super().__init__()
        self.tables, self.rows, self.cell = {}, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.rows = self.tables.setdefault(dict(attributes).get("id", ""), [])
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = []

    def handle_data(self, text):
        if self.cell is not None:
            self.cell.append(text)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1].append(" ".join("".join(self.cell).split()))
            self.cell = None


def tables_of(response):
    return Tables(response.content.decode()).tables


@pytest.fixture
def budget_url(pilot):
    return f"/{pilot.slug}/begroting/"


@pytest.fixture
def budgets(pilot):
    Budget.objects.start_from_action_plan(pilot)
    return list(Budget.objects.of(pilot))


@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, Role.MANAGEMENT])
def test_page_shows_the_printed_table_cell_by_cell(role, client, login, budgets, budget_url):
    login(role)

    tables = tables_of(client.get(budget_url))

    soza = "Regulier budget Soza"
    assert tables["begroting-2016"][1:] == [
        ["Consulenten", "3", "1,25", "€ 51.563", soza, "1,75", "€ 72.188", "€ 76.875", "€ 25.369"],
        ["Recruiter", "1", "0,00", "–", "–", "1,00", "€ 41.250", "€ 25.625", "€ 8.456"],
        ["Projectleider", "0,5", "0,00", "–", "–", "0,50", "€ 20.625", "–", "–"],
        ["Personeel", "", "", "", "", "", "€ 134.063", "", "€ 33.825"],
        [
            "Re-integratie-instrumenten (2): 20 × € 5.000",
            *["", "", "", "", "", "€ 100.000", "", "€ 33.000"],
        ],
        ["Totaal 2016", "", "", "€ 51.563", "Regulier", "", "€ 234.063", "", "€ 66.825"],
        ["Nog te dekken in 2016", "", "", "", "", "", "€ 234.063", "", ""],
    ]
    assert tables["begroting-2017"][1:] == [
        [
            *["Consulenten", "3", "1,25", "€ 123.750", soza],
            *["1,75", "€ 173.250", "€ 184.500", "€ 60.885"],
        ],
        ["Recruiter", "1", "0,00", "–", "–", "1,00", "€ 99.000", "€ 61.500", "€ 20.295"],
        ["Projectleider", "0,5", "0,00", "–", "–", "0,50", "€ 49.500", "–", "–"],
        ["Personeel", "", "", "", "", "", "€ 321.750", "", "€ 81.180"],
        [
            "Re-integratie-instrumenten (2): 30 × € 5.000",
            *["", "", "", "", "", "€ 150.000", "", "€ 49.500"],
        ],
        ["Totaal 2017", "", "", "€ 123.750", "Regulier", "", "€ 471.750", "", "€ 130.680"],
        ["Waarvan te dekken uit ESF 2016 (onzeker)", *["", "", "", "", "", "€ 66.825", "", ""]],
        ["Nog te dekken in 2017", "", "", "", "", "", "€ 404.925", "", ""],
    ]
    assert [row[:2] for row in tables["begroting-totaal"][1:]] == [
        ["Regulier bedrag", "€ 175.313"],
        ["Personeel, extra", "€ 455.813"],
        ["Re-integratie-instrumenten", "€ 250.000"],
        ["Totaal extra", "€ 705.813"],
        ["Waarvan te dekken uit ESF binnen de pilot", "€ 66.825"],
        ["Nog te dekken", "€ 638.988"],
        ["Apart: ESF 2017, bestemd voor 2018 en later (3)", "€ 130.680"],
    ]


def test_page_shows_the_variant_beside_it_with_the_difference(client, login, budgets, budget_url):
    login(Role.PROJECT_LEADER)

    tables = tables_of(client.get(budget_url))

    assert tables["variant-2-2016"] == [
        ["Kostenpost", "Vastgesteld", "Variant", "Verschil"],
        ["Regulier"],
        ["Consulenten", "€ 51.563", "€ 51.563", "–"],
        ["Personeel", "€ 51.563", "€ 51.563", "–"],
        ["Totaal", "€ 51.563", "€ 51.563", "–"],
        ["Extra"],
        ["Consulenten", "€ 72.188", "€ 72.188", "–"],
        ["Recruiter", "€ 41.250", "€ 41.250", "–"],
        ["Projectleider", "€ 20.625", "€ 22.708", "+€ 2.083"],
        ["Personeel", "€ 134.063", "€ 136.146", "+€ 2.083"],
        ["Re-integratie-instrumenten", "€ 100.000", "€ 100.000", "–"],
        ["Totaal", "€ 234.063", "€ 236.146", "+€ 2.083"],
        ["Kosten excl. overhead"],
        ["Consulenten", "€ 76.875", "€ 76.875", "–"],
        ["Recruiter", "€ 25.625", "€ 25.625", "–"],
        ["Personeel", "€ 102.500", "€ 102.500", "–"],
        ["Totaal", "€ 102.500", "€ 102.500", "–"],
        ["ESF"],
        ["Consulenten", "€ 25.369", "€ 25.369", "–"],
        ["Recruiter", "€ 8.456", "€ 8.456", "–"],
        ["Personeel", "€ 33.825", "€ 33.825", "–"],
        ["Re-integratie-instrumenten", "€ 33.000", "€ 33.000", "–"],
        ["Totaal", "€ 66.825", "€ 66.825", "–"],
        ["Nog te dekken"],
        ["Totaal", "€ 234.063", "€ 236.146", "+€ 2.083"],
    ]
    changed = {
        name: [row for row in tables[name] if row[-1].startswith("+")]
        for name in ("variant-2-2017", "variant-2-totaal")
    }
    assert changed == {
        "variant-2-2017": [
            ["Projectleider", "€ 49.500", "€ 54.500", "+€ 5.000"],
            ["Personeel", "€ 321.750", "€ 326.750", "+€ 5.000"],
            ["Totaal", "€ 471.750", "€ 476.750", "+€ 5.000"],
            ["Totaal", "€ 404.925", "€ 409.925", "+€ 5.000"],
        ],
        "variant-2-totaal": [
            ["Projectleider", "€ 70.125", "€ 77.208", "+€ 7.083"],
            ["Personeel", "€ 455.813", "€ 462.896", "+€ 7.083"],
            ["Totaal", "€ 705.813", "€ 712.896", "+€ 7.083"],
            ["Totaal", "€ 638.988", "€ 646.071", "+€ 7.083"],
        ],
    }


def test_page_shows_the_starting_points_of_both(client, login, budgets, budget_url):
    login(Role.MANAGEMENT)

    tables = tables_of(client.get(budget_url))

    assert tables["uitgangspunten"] == [
        ["Uitgangspunt", "Begroting zoals vastgesteld", "Variant: tarieven uit de tekst"],
        ["Deelnemers", "150", "150"],
        ["Caseloadnorm in de pilot", "50", "50"],
        ["Caseloadnorm regulier", "120", "120"],
        ["Consulenten: nodig", "150 / 50 = 3 fte", "150 / 50 = 3 fte"],
        ["Consulenten: waarvan regulier", "150 / 120 = 1,25 fte", "150 / 120 = 1,25 fte"],
        ["Consulenten: kosten per fte per jaar", "€ 99.000", "€ 99.000"],
        ["Consulenten: daarvan zonder overhead, voor ESF", "€ 61.500", "€ 61.500"],
        ["Recruiter: nodig", "1 fte", "1 fte"],
        ["Recruiter: kosten per fte per jaar", "€ 99.000", "€ 99.000"],
        ["Recruiter: daarvan zonder overhead, voor ESF", "€ 61.500", "€ 61.500"],
        ["Projectleider: nodig", "0,5 fte", "0,5 fte"],
        ["Projectleider: kosten per fte per jaar", "€ 99.000", "€ 109.000"],
        ["Projectleider: daarvan zonder overhead, voor ESF", "geen ESF", "geen ESF"],
        ["Maanden in 2016", "5", "5"],
        ["Instrumenten in 2016", "20", "20"],
        ["Maanden in 2017", "12", "12"],
        ["Instrumenten in 2017", "30", "30"],
        ["Prijs per instrument", "€ 5.000", "€ 5.000"],
        ["ESF-percentage", "33 %", "33 %"],
    ]


def test_notes_and_attention_items_belong_to_the_plan_only(client, login, budgets, budget_url):
    login(Role.MANAGEMENT)
    of_plan = client.get(budget_url).content.decode()
    Budget.objects.update(from_action_plan=False)
    of_other_pilot = client.get(budget_url).content.decode()

    titles = ["Noten bij de tabel", "Aandachtspunten bij de begroting", "actieplan"]

    assert [title in of_plan for title in titles] == [True, True, True]
    assert [title in of_other_pilot for title in titles] == [False, False, False]


def test_page_says_whether_the_budget_still_equals_the_plan(client, login, budgets, budget_url):
    login(Role.MANAGEMENT)
    same = "“Begroting zoals vastgesteld” is tot op de euro gelijk aan de tabel in het actieplan"
    changed = "“Begroting zoals vastgesteld” is niet meer gelijk aan de tabel die de raad kreeg"

    before = client.get(budget_url).content.decode()
    budgets[0].years.filter(year=2016).update(months=4)
    after = client.get(budget_url).content.decode()

    assert (same in before, changed in before) == (True, False)
    assert (same in after, changed in after) == (False, True)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.PROJECT_LEADER, 200),
        (Role.MANAGEMENT, 200),
        (Role.CONSULTANT, 403),
        (Role.RECRUITER, 403),
        (Role.ADMINISTRATOR, 403),
    ],
)
def test_page_is_for_project_leader_and_directie(role, status, client, login, budgets, budget_url):
    login(role)

    assert client.get(budget_url).status_code == status
    assert client.get(budget_url, {"export": "xlsx"}).status_code == status


def test_page_does_not_exist_for_a_stranger(client, login, budgets, budget_url):
    login(Role.PROJECT_LEADER, of=PilotFactory())

    assert client.get(budget_url).status_code == 404
    assert client.get(f"{budget_url}1/wijzigen/").status_code == 404
    assert client.post(f"{budget_url}klaarzetten/").status_code == 404


def test_page_asks_the_database_a_fixed_number_of_times(
    client, login, budgets, budget_url, django_assert_num_queries
):
    login(Role.PROJECT_LEADER)

    with django_assert_num_queries(8):
        client.get(budget_url)


def test_budget_of_another_shape_is_shown(client, login, pilot, budget_url):
    """One year, another function, no ESF, no instruments, no variant."""
    budget = Budget.objects.create(
        pilot=pilot,
        position=1,
        name="Begroting 2024",
        participants=40,
        caseload_norm=60,
        regular_caseload_norm=60,
    )
    budget.staff.create(position=1, label="Jobcoach", fte=2, cost_per_year=80_000)
    budget.years.create(year=2024, months=6)
    login(Role.MANAGEMENT)

    tables = tables_of(client.get(budget_url))

    assert tables["begroting-2024"][1:] == [
        ["Jobcoach", "2", "0,00", "–", "–", "2,00", "€ 80.000", "–", "–"],
        ["Personeel", "", "", "", "", "", "€ 80.000", "", "–"],
        ["Totaal 2024", "", "", "–", "", "", "€ 80.000", "", "–"],
        ["Nog te dekken in 2024", "", "", "", "", "", "€ 80.000", "", ""],
    ]


def test_export_has_the_amounts_that_are_not_rounded(client, login, budgets, budget_url):
    login(Role.MANAGEMENT)

    response = client.get(budget_url, {"export": "xlsx"})

    book = load_workbook(BytesIO(response.content))
    rows = list(book["Lijst"].values)
    assert rows[1] == (
        *("Begroting zoals vastgesteld", 2016, "Consulenten", 3, 1.25, 51562.5),
        *("Regulier budget Soza", 1.75, 72187.5, 76875, 25368.75, 0, 72187.5),
    )
    totals = [row for row in rows if row[1] == "alle jaren"]
    assert [(row[0], row[8], row[12]) for row in totals] == [
        ("Begroting zoals vastgesteld", 705812.5, 638987.5),
        ("Variant: tarieven uit de tekst", 712895.83333333, 646070.83333333),
    ]
    assert "niet afgerond" in book["Over deze lijst"]["A2"].value


def test_start_makes_the_budget_once(client, login, pilot, budget_url):
    login(Role.PROJECT_LEADER)
    assert "klaarzetten" in client.get(budget_url).content.decode()

    client.post(f"{budget_url}klaarzetten/")
    again = client.post(f"{budget_url}klaarzetten/", follow=True)

    assert "De begroting stond al klaar; er is niets gewijzigd." in again.content.decode()
    assert pilot.budgets.count() == 2


def test_start_tells_why_it_cannot(client, login, pilot, budget_url):
    pilot.caseload_norm = 130
    pilot.save()
    login(Role.PROJECT_LEADER)

    response = client.post(f"{budget_url}klaarzetten/", follow=True)

    assert "hoogstens de reguliere caseloadnorm" in response.content.decode()
    assert pilot.budgets.count() == 0


def test_who_may_only_look_can_neither_start_nor_edit(client, login, pilot, budget_url):
    login(Role.MANAGEMENT)

    empty = client.get(budget_url)
    start = client.post(f"{budget_url}klaarzetten/")
    Budget.objects.start_from_action_plan(pilot)
    full = client.get(budget_url)

    assert (empty.status_code, start.status_code) == (200, 403)
    assert "klaarzetten" not in empty.content.decode()
    assert "wijzigen/" not in full.content.decode()
    assert client.get(f"{budget_url}1/wijzigen/").status_code == 403


def typed(**changes):
    """What the form of the adopted budget sends when nothing was changed, and then changed."""
    return {
        "participants": "150",
        "caseload_norm": "50",
        "regular_caseload_norm": "120",
        "instrument_price": "5.000",
        "esf_percentage": "33",
        "cost_1": "99.000",
        "esf_base_1": "61.500",
        "cost_2": "99.000",
        "esf_base_2": "61.500",
        "fte_2": "1",
        "cost_3": "99.000",
        "esf_base_3": "0",
        "fte_3": "0,5",
        "months_2016": "5",
        "instruments_2016": "20",
        "months_2017": "12",
        "instruments_2017": "30",
    } | changes


def test_edit_form_shows_what_it_accepts(client, login, budgets, budget_url):
    login(Role.PROJECT_LEADER)

    form = client.get(f"{budget_url}1/wijzigen/").context["form"]

    assert {field.name: field.value() for field in form} == typed()


def test_edit_changes_the_table(client, login, budgets, budget_url):
    login(Role.PROJECT_LEADER)

    response = client.post(
        f"{budget_url}1/wijzigen/",
        typed(cost_3="109000,00", fte_3="0,75", months_2016="4", instruments_2017="10"),
        follow=True,
    )

    assert response.redirect_chain == [(budget_url, 302)]
    tables = tables_of(response)
    assert tables["begroting-2016"][3][5:7] == ["0,75", "€ 27.250"]
    assert tables["begroting-2017"][5][6] == "€ 50.000"


def test_edit_with_nothing_changed_leaves_the_budget_of_the_plan(
    client, login, budgets, budget_url
):
    login(Role.PROJECT_LEADER)

    client.post(f"{budget_url}1/wijzigen/", typed())

    assert [budget.equals_action_plan for budget in Budget.objects.all()] == [True, True]


@pytest.mark.parametrize(
    ("field", "wrong", "message"),
    [
        ("cost_3", "99.5", "Dit is geen getal. Typ bijvoorbeeld 99.000 of 99.000,50."),
        ("cost_3", "", "Dit veld is verplicht."),
        ("fte_3", "0", "Dit is te laag. Typ bijvoorbeeld 1 of 0,5."),
        ("months_2016", "13", "Zorg ervoor dat deze waarde hoogstens 12 is."),
        ("caseload_norm", "121", "Dit is hoogstens de reguliere caseloadnorm."),
        ("esf_base_1", "99.001", "Zonder overhead is dit hoogstens wat de functie kost."),
        ("esf_percentage", "101", "Zorg ervoor dat deze waarde hoogstens 100 is."),
    ],
)
def test_wrong_input_stays_and_is_explained_at_its_field(
    field, wrong, message, client, login, budgets, budget_url
):
    login(Role.PROJECT_LEADER)

    response = client.post(f"{budget_url}1/wijzigen/", typed(**{field: wrong}))

    form = response.context["form"]
    assert form.errors == {field: [message]}
    assert form[field].value() == wrong
    assert Budget.objects.get(pk=budgets[0].pk).table == budgets[0].table


def test_edit_of_a_budget_that_is_not_there_is_not_found(client, login, budgets, budget_url):
    login(Role.PROJECT_LEADER)

    assert client.get(f"{budget_url}3/wijzigen/").status_code == 404


def test_edit_changes_only_the_budget_of_its_own_pilot(client, login, budgets, pilot):
    other = PilotFactory()
    Budget.objects.start_from_action_plan(other)
    login(Role.PROJECT_LEADER)

    client.post(f"/{pilot.slug}/begroting/2/wijzigen/", typed(participants="200"))

    participants = Budget.objects.order_by("pilot", "position").values_list(
        "pilot", "position", "participants"
    )
    assert sorted(participants) == sorted(
        [(pilot.pk, 1, 150), (pilot.pk, 2, 200), (other.pk, 1, 150), (other.pk, 2, 150)]
    )
    assert Decimal(200) / 50 == pilot.budgets.get(position=2).table.staff[0].fte
