"""The diagnosis in parts: what the database refuses, the forms, who sees what."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from participants.diagnosis_choices import Skill, Theme
from participants.history import history
from participants.models import (
    Barrier,
    DiagnosisFile,
    LadderRung,
    Occupation,
    Schooling,
    SkillLevel,
    WantedOccupation,
    WorkExperience,
)
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile
from pilot.roles import Role
from tests.factories import (
    TODAY,
    MembershipFactory,
    OrganisationFactory,
    ParticipantFactory,
    UserFactory,
)
from tests.mediation import refer


@pytest.fixture
def consultant(login):
    return login(Role.CONSULTANT)


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


@pytest.fixture
def cook(db):
    return Occupation.objects.get(name="kok")


def url(participant, route="diagnosis", *args):
    of = [participant.pilot.slug, participant.number]
    return reverse(f"participants:{route}", args=[*of, *args])


def part(participant, name):
    return url(participant, "diagnosis-part", name)


def file_of(participant):
    return DiagnosisFile.objects.of(participant)


REFUSED = [
    ("schooling_level_known", lambda p, o: Schooling.objects.create(participant=p, level="none")),
    (
        "schooling_years",
        lambda p, o: Schooling.objects.create(participant=p, level="higher", years=26),
    ),
    (
        "schooling_recognition_known",
        lambda p, o: Schooling.objects.create(participant=p, level="higher", recognition="perhaps"),
    ),
    (
        "schooling_recognised_as_something",
        lambda p, o: Schooling.objects.create(
            participant=p, level="higher", recognition="recognised"
        ),
    ),
    (
        "schooling_recognised_as_something",
        lambda p, o: Schooling.objects.create(
            participant=p, level="higher", recognised_as="higher"
        ),
    ),
    (
        "schooling_request_dated",
        lambda p, o: Schooling.objects.create(
            participant=p, level="higher", recognition="requested"
        ),
    ),
    (
        "schooling_not_requested_undated",
        lambda p, o: Schooling.objects.create(participant=p, level="higher", recognition_on=TODAY),
    ),
    (
        "work_experience_place_known",
        lambda p, o: WorkExperience.objects.create(
            participant=p, occupation=o, years=2, place="elsewhere"
        ),
    ),
    (
        "work_experience_years",
        lambda p, o: WorkExperience.objects.create(
            participant=p, occupation=o, years=0, place="abroad"
        ),
    ),
    (
        "work_experience_ends_after_start",
        lambda p, o: WorkExperience.objects.create(
            participant=p, occupation=o, years=2, place="abroad", since_year=2010, until_year=2009
        ),
    ),
    (
        "skill_level_known",
        lambda p, o: SkillLevel.objects.create(
            participant=p, skill="reading", level="unknown", basis="test", on=TODAY, by=p.consultant
        ),
    ),
    (
        "ladder_rung_known",
        lambda p, o: LadderRung.objects.create(
            participant=p, rung=7, moment="start", on=TODAY, by=p.consultant
        ),
    ),
    (
        "barrier_known",
        lambda p, o: Barrier.objects.create(participant=p, theme="faith", hampers="yes"),
    ),
    (
        "barrier_followed_when_it_hampers",
        lambda p, o: Barrier.objects.create(
            participant=p, theme="work", hampers="no", followed_by="iemand"
        ),
    ),
    (
        "barrier_theme_once",
        lambda p, o: [
            Barrier.objects.create(participant=p, theme="work", hampers="yes") for _ in range(2)
        ],
    ),
    ("wanted_place", lambda p, o: p.wanted_occupations.create(place=4, occupation=o)),
    (
        "wanted_occupation_once",
        lambda p, o: [p.wanted_occupations.create(place=n, occupation=o) for n in (1, 2)],
    ),
    (
        "wanted_one_a_place",
        lambda p, o: [
            p.wanted_occupations.create(place=1, occupation=one)
            for one in Occupation.objects.all()[:2]
        ],
    ),
    (
        "diagnosis_file_hours_in_a_week",
        lambda p, o: DiagnosisFile.objects.create(participant=p, hours=61),
    ),
    (
        "diagnosis_file_travel",
        lambda p, o: DiagnosisFile.objects.create(participant=p, travel_minutes=181),
    ),
    (
        "diagnosis_file_licence_known",
        lambda p, o: DiagnosisFile.objects.create(participant=p, licence="plane"),
    ),
    (
        "diagnosis_file_transport_known",
        lambda p, o: DiagnosisFile.objects.create(participant=p, transport=["horse"]),
    ),
    (
        "diagnosis_file_mismatch_known",
        lambda p, o: DiagnosisFile.objects.create(participant=p, mismatch=["faith"]),
    ),
    (
        "diagnosis_file_no_mismatch_alone",
        lambda p, o: DiagnosisFile.objects.create(participant=p, mismatch=["none", "language"]),
    ),
    (
        "diagnosisfile_participant_id",
        lambda p, o: [DiagnosisFile.objects.create(participant=p) for _ in range(2)],
    ),
]


@pytest.mark.parametrize(("rule", "breaks"), REFUSED, ids=[rule for rule, _ in REFUSED])
def test_database_refuses(participant, cook, rule, breaks):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        breaks(participant, cook)


STUDY = {
    "version": "1",
    "level": "higher",
    "field": "bouwkunde",
    "years": "4",
    "finished": "on",
    "recognition": "requested",
    "recognition_on": "3-10-2016",
}


def test_education_is_added_once_changed_and_taken_away(client, participant):
    create = url(participant, "diagnosis-row-create", "opleiding")
    for _ in range(2):
        response = client.post(create, STUDY, follow=True)
    study = participant.schoolings.get()
    assertContains(response, "hbo of wo, bouwkunde")
    assertContains(response, "aangevraagd (IDW) (03-10-2016)")

    edit = url(participant, "diagnosis-row-edit", "opleiding", study.uuid)
    recognised = {"recognition": "recognised", "recognised_as": "middle"}
    client.post(edit, STUDY | recognised)
    study.refresh_from_db()
    assert (study.recognised_as, study.version) == ("middle", 2)

    delete = url(participant, "diagnosis-row-delete", "opleiding", study.uuid)
    assertContains(client.get(delete), "bouwkunde")
    assertContains(client.post(delete, follow=True), "Verwijderd: hbo of wo, bouwkunde.")
    assert participant.schoolings.count() == 0
    assert history(participant)[0].what == "Opleiding verwijderd"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"recognition_on": ""}, "Vul de dag van de aanvraag in."),
        ({"recognition_on": "3-10-2017"}, "Deze dag is nog niet geweest"),
        ({"recognition": "recognised"}, "Kies als welk niveau"),
        ({"recognised_as": "higher"}, "hoort alleen bij een gewaardeerd diploma"),
        ({"recognition": "not_requested"}, "laat dit leeg"),
        ({"years": "vier"}, "Typ een heel getal."),
        ({"years": "40"}, "Typ hoogstens 25."),
    ],
)
def test_wrong_education_says_so_and_keeps_what_was_typed(client, participant, wrong, says):
    response = client.post(url(participant, "diagnosis-row-create", "opleiding"), STUDY | wrong)

    assertContains(response, says)
    assertContains(response, 'value="bouwkunde"')
    assert participant.schoolings.count() == 0


def test_work_is_chosen_from_the_list_and_a_shortage_shows(client, participant, cook):
    sent = {"version": "1", "occupation": cook.uuid, "years": "2,5", "place": "abroad"}
    response = client.post(
        url(participant, "diagnosis-row-create", "werkervaring"),
        sent | {"since_year": "2009", "until_year": "2011"},
        follow=True,
    )

    assertContains(response, "2,5 jaar")
    assertContains(response, "2009–2011")
    assertContains(response, "knelpuntberoep")
    assert participant.work_experience.get().occupation == cook


def test_occupation_of_another_pilot_or_out_of_use_cannot_be_chosen(client, participant, cook):
    foreign = Occupation.objects.create(
        pilot=ParticipantFactory().pilot, name="valkenier", sector="culture"
    )
    Occupation.objects.filter(pk=cook.pk).update(active=False)
    create = url(participant, "diagnosis-row-create", "werkervaring")

    assertNotContains(client.get(create), "valkenier")
    for occupation in (foreign, cook):
        sent = {"version": "1", "occupation": occupation.uuid, "years": "2", "place": "abroad"}
        assert "occupation" in client.post(create, sent).context["form"].errors
    assert participant.work_experience.count() == 0


def test_language_is_measured_again_so_that_progress_shows(client, participant):
    first = {"on": "1-9-2016", "basis": "test", "reading": "a1", "writing": "a0"}
    client.post(part(participant, "taal"), first)
    client.post(part(participant, "taal"), first)
    client.post(
        part(participant, "taal"), {"on": "10-1-2017", "basis": "estimate", "reading": "a2"}
    )

    rows = participant.skill_levels.values_list("skill", "level", "basis")
    assert list(rows) == [
        ("reading", "a1", "test"),
        ("writing", "a0", "test"),
        ("reading", "a2", "estimate"),
    ]
    latest = participant.skill_levels.latest_by_skill()
    assert {skill: row.level for skill, row in latest.items()} == {"reading": "a2", "writing": "a0"}
    assertContains(client.get(url(participant)), "eerder A1")


def test_wrong_measurement_is_put_right_by_a_later_one_of_the_same_day(participant, consultant):
    for level in ("a1", "a2", "a1"):
        SkillLevel.objects.measure(
            participant, on=TODAY, basis="test", levels={"reading": level}, by=consultant
        )

    assert participant.skill_levels.latest_by_skill()["reading"].level == "a1"


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"on": "1-2-2017", "basis": "test", "reading": "a1"}, "nog niet geweest"),
        ({"on": "1-2-1917", "basis": "test", "reading": "a1"}, "vóór de geboorte"),
        ({"on": "1-9-2016", "basis": "test"}, "ten minste één vaardigheid"),
    ],
)
def test_wrong_measurement_says_so(client, participant, sent, says):
    assertContains(client.post(part(participant, "taal"), sent), says)
    assert participant.skill_levels.count() == 0


def test_ladder_keeps_every_measurement(client, participant):
    for sent in (
        {"on": "1-9-2016", "moment": "start", "rung": "2"},
        {"on": "10-1-2017", "moment": "review", "rung": "4"},
    ):
        client.post(part(participant, "participatieladder"), sent)
        client.post(part(participant, "participatieladder"), sent)

    assert list(participant.ladder_rungs.values_list("rung", "moment")) == [
        (2, "start"),
        (4, "review"),
    ]


def test_barriers_of_all_themes_are_written_at_once(client, participant):
    partner = OrganisationFactory(pilot=participant.pilot, name="Trajekt")
    sent = {"version": "1"} | dict.fromkeys(Theme.values, "no")
    sent |= {"housing": "yes", "housing_partner": partner.uuid, "health": ""}

    response = client.post(part(participant, "belemmeringen"), sent, follow=True)

    assertContains(response, "gevolgd door <bdi>Trajekt</bdi>")
    assert participant.barriers.count() == len(Theme) - 1
    assert "gezondheid" in [
        words for one in response.context["parts"] for words in [one["missing"]] if words
    ]
    # Taken back again.
    client.post(part(participant, "belemmeringen"), {"version": "2"})
    assert participant.barriers.count() == 0


def test_who_follows_belongs_to_what_hampers_and_partners_to_this_pilot(client, participant):
    elsewhere = OrganisationFactory(name="Elders")
    sent = {"version": "1", "housing": "no", "housing_words": "Trajekt"}

    response = client.post(part(participant, "belemmeringen"), sent)
    other = client.post(
        part(participant, "belemmeringen"),
        {"version": "1", "housing": "yes", "housing_partner": elsewhere.uuid},
    )

    assertContains(response, "hoort alleen bij ja")
    assert "housing_partner" in other.context["form"].errors
    assert participant.barriers.count() == 0


def test_rest_hampers_not_in_one_go(client, participant):
    sent = {"version": "1", "housing": "yes", "health": "unknown", "rest": "on"}

    response = client.post(part(participant, "belemmeringen"), sent, follow=True)

    assertContains(response, "Opgeslagen: belemmeringen.")
    answers = dict(participant.barriers.values_list("theme", "hampers"))
    assert answers == dict.fromkeys(Theme.values, "no") | {"housing": "yes", "health": "unknown"}


def test_rest_does_not_silence_who_follows_what_was_not_answered(client, participant):
    sent = {"version": "1", "housing_words": "Trajekt", "rest": "on"}

    response = client.post(part(participant, "belemmeringen"), sent)

    assertContains(response, "hoort alleen bij ja")
    assertContains(response, 'value="Trajekt"')
    assert participant.barriers.count() == 0


def test_change_of_a_barrier_says_which(client, participant):
    for version, answer in (("1", "no"), ("2", "yes")):
        client.post(part(participant, "belemmeringen"), {"version": version, "housing": answer})

    told = [change.heading for change in history(participant)]

    assert "Belemmering gewijzigd: wonen" in told


@pytest.mark.parametrize(
    ("sent", "field", "says"),
    [
        (
            {"years": "20", "since_year": "2014", "until_year": "2015"},
            "years",
            "Van 2014 tot en met 2015 is hoogstens 2 jaar.",
        ),
        (
            {"years": "3,5", "since_year": "2015", "until_year": ""},
            "years",
            "Van 2015 tot en met 2017 is hoogstens 3 jaar.",
        ),
        (
            {"years": "2", "since_year": "1984", "until_year": "1990"},
            "since_year",
            "nog niet geboren",
        ),
    ],
)
def test_impossible_experience_is_refused_at_the_field(
    client, participant, cook, sent, field, says
):
    create = url(participant, "diagnosis-row-create", "werkervaring")

    response = client.post(create, {"occupation": cook.uuid, "place": "abroad"} | sent)

    assert list(response.context["form"].errors) == [field]
    assertContains(response, says)
    assert participant.work_experience.count() == 0
    fits = {"years": "2", "since_year": "2014", "until_year": "2015"}
    client.post(create, {"occupation": cook.uuid, "place": "abroad"} | fits)
    assert participant.work_experience.count() == 1


def test_diploma_is_only_recognised_of_what_was_finished(client, participant):
    create = url(participant, "diagnosis-row-create", "opleiding")
    sent = {"level": "higher", "recognition": "recognised", "recognised_as": "higher"}

    response = client.post(create, sent)

    assertContains(response, "Alleen een diploma wordt gewaardeerd.")
    assert participant.schoolings.count() == 0
    client.post(create, sent | {"finished": "on"})
    assert participant.schoolings.get().recognised_as == "higher"


def test_message_says_what_was_saved_and_not_what_to_do(client, participant):
    sent = {"on": "1-9-2016", "moment": "start", "rung": "2"}

    response = client.post(part(participant, "participatieladder"), sent, follow=True)

    assertContains(response, "Opgeslagen: participatieladder.")


def test_wishes_keep_their_order(client, participant, cook):
    baker = Occupation.objects.get(name="bakker")
    sent = {"version": "1", "wanted_1": baker.uuid, "wanted_2": cook.uuid, "hours": "32"}

    client.post(part(participant, "wensen"), sent)
    assert file_of(participant).wanted == [baker, cook]
    swapped = {"wanted_1": cook.uuid, "wanted_2": baker.uuid, "version": "2"}
    client.post(part(participant, "wensen"), sent | swapped)
    assert file_of(participant).wanted == [cook, baker]
    twice = client.post(part(participant, "wensen"), sent | {"wanted_2": baker.uuid})
    assertContains(twice, "Dit beroep is hierboven al gekozen.")


def wished(participant):
    changed = [c for c in history(participant) if c.model is WantedOccupation]
    return [change.heading for change in reversed(changed)]


def test_wishes_that_stay_are_not_written_again(client, participant, cook):
    baker, painter = (Occupation.objects.get(name=name) for name in ("bakker", "schilder"))
    file_of(participant).change(version=1, wanted=[baker, cook, painter], hours=32)
    sent = {"wanted_1": baker.uuid, "wanted_2": cook.uuid, "wanted_3": painter.uuid}
    added = ["Gewenst beroep toegevoegd"] * 3

    client.post(part(participant, "wensen"), sent | {"version": "2", "hours": "24"})
    assert (file_of(participant).hours, wished(participant)) == (24, added)

    client.post(part(participant, "wensen"), sent | {"version": "3", "wanted_3": ""})
    assert wished(participant) == [*added, f"Gewenst beroep verwijderd: {painter}"]


def test_colleague_is_said_to_have_changed_only_what_differs(client, participant, cook):
    baker, painter = (Occupation.objects.get(name=name) for name in ("bakker", "schilder"))
    file_of(participant).change(version=1, wanted=[baker, cook, painter], hours=32)
    file_of(participant).change(version=2, wanted=[], hours=24)
    file_of(participant).change(version=3, wanted=[baker, painter, cook], hours=32)
    mine = {"version": "2", "wanted_1": baker.uuid, "hours": "20"}

    response = client.post(part(participant, "wensen"), mine)

    (told,) = response.context["form"].non_field_errors()
    changed = told.partition(" om ")[2][len("12:00 ") :].partition(". Wat u typte")[0]
    assert set(changed.split(", ")) == {
        f"{cook}: keuze van “2” naar “3”",
        f"{painter}: keuze van “3” naar “2”",
    }


def test_mismatch_none_stands_alone(client, participant):
    wrong = client.post(
        part(participant, "mismatch"), {"version": "1", "mismatch": ["none", "language"]}
    )
    assertContains(wrong, "past niet bij de andere keuzes")

    client.post(
        part(participant, "mismatch"), {"version": "1", "mismatch": ["language", "diploma"]}
    )

    assert file_of(participant).mismatch == ["language", "diploma"]
    assertContains(client.get(participant.get_absolute_url()), "taal, diploma niet erkend")


def test_nothing_to_tell_is_an_answer_as_long_as_there_is_nothing(client, participant):
    nothing = {"version": "1", "no_education": "on"}
    client.post(part(participant, "opleiding"), nothing)
    assertContains(client.get(url(participant)), "Nooit een opleiding gevolgd.")

    other = ParticipantFactory(pilot=participant.pilot, consultant=participant.consultant)
    other.schoolings.create(level="primary")
    assertContains(client.post(part(other, "opleiding"), nothing), "Er staat al een opleiding")


def test_what_a_colleague_changed_is_told_and_not_overwritten(client, participant):
    mobility = {"version": "1", "licence": "b", "transport": ["bicycle"]}
    client.post(part(participant, "mobiliteit"), mobility)
    # Sent twice by the same person: nothing to tell.
    assert client.post(part(participant, "mobiliteit"), mobility).status_code == 302

    response = client.post(
        part(participant, "mobiliteit"), {"version": "1", "licence": "none", "transport": ["car"]}
    )

    assertContains(response, f"Dit is intussen gewijzigd: {participant.consultant} wijzigde op")
    assertContains(response, "Rijbewijs van “leeg” naar “B”, Vervoer van “leeg” naar “fiets”.")
    assert file_of(participant).licence == "b"
    assert response.context["form"]["licence"].value() == "none"
    # Sent again it is the answer to that.
    again = {"version": response.context["form"]["version"].value(), "licence": "none"}
    client.post(part(participant, "mobiliteit"), again)
    assert file_of(participant).licence == "none"


def test_row_that_was_removed_meanwhile_is_not_made_again(participant):
    study = participant.schoolings.create(level="higher")
    Schooling.objects.filter(pk=study.pk).delete()

    with pytest.raises(ChangedMeanwhile):
        study.change(version=1, level="middle")

    assert participant.schoolings.count() == 0


def fill(participant, cook):
    """Everything that a complete diagnosis needs."""
    by = participant.consultant
    participant.schoolings.create(level="higher", field="bouwkunde")
    participant.work_experience.create(occupation=cook, years=3, place="abroad")
    levels = dict.fromkeys(Skill.values, "a2")
    SkillLevel.objects.measure(participant, on=TODAY, basis="test", levels=levels, by=by)
    LadderRung.objects.measure(participant, on=TODAY, rung=3, moment="start", by=by)
    file_of(participant).change(
        version=1,
        licence="b",
        transport=["bicycle"],
        mismatch=["health"],
        wanted=[cook],
        ambition="Een eigen restaurant.",
        barriers=dict.fromkeys(Theme.values, ("yes", None, "Kanariepartner")),
    )


def test_page_says_what_is_missing_until_nothing_is(client, participant, cook):
    empty = client.get(url(participant))
    assertContains(empty, "0 van 8 onderdelen compleet")
    assertContains(empty, "lezen, luisteren, schrijven en spreken")

    fill(participant, cook)

    response = client.get(url(participant))
    assertContains(response, "8 van 8 onderdelen compleet")
    assertNotContains(response, "niet compleet")


def test_conclusion_of_an_incomplete_diagnosis_is_asked_for(client, participant, cook):
    conclusion = {"on": "10-1-2017", "route": "education"}
    before = participant.diagnoses.count()

    asked = client.post(url(participant, "diagnosis-create"), conclusion)
    assertContains(asked, "Er ontbreekt nog: Opleiding, Werkervaring")
    assert participant.diagnoses.count() == before
    client.post(url(participant, "diagnosis-create"), conclusion | {"incomplete": "on"})
    assert participant.diagnoses.count() == before + 1

    fill(participant, cook)
    assertNotContains(client.get(url(participant, "diagnosis-create")), "nog niet compleet")
    client.post(url(participant, "diagnosis-create"), conclusion | {"on": "11-1-2017"})
    assert participant.diagnoses.count() == before + 2


def test_recruiter_sees_what_somebody_brings_and_not_what_hampers(client, login, pilot, cook):
    consultant = MembershipFactory(pilot=pilot).user
    participant = ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)
    fill(participant, cook)
    refer(participant)
    login(Role.RECRUITER)

    page = client.get(participant.get_absolute_url())

    for seen in ("bouwkunde", "kok", "Een eigen restaurant.", "fiets", "A2"):
        assertContains(page, seen)
    for hidden in ("Kanariepartner", "Belemmert", "mismatch", "gezondheid", "Inburgering", "trede"):
        assertNotContains(page, hidden)
    assertNotContains(page, "/diagnose/")
    assert client.get(url(participant)).status_code == 403
    assert client.get(part(participant, "belemmeringen")).status_code == 403
    export = client.get(reverse("participants:list", args=[pilot.slug]), {"export": "csv"})
    assert "Kanariepartner" not in export.content.decode()


def test_history_tells_the_file_in_words(client, participant, cook):
    fill(participant, cook)

    changes = history(participant)

    told = {(field.label, field.after) for change in changes for field in change.fields}
    assert ("Kwalitatieve mismatch", "gezondheid") in told
    assert ("Gewenst beroep", "kok") not in told
    assert ("Beroep", "kok") in told
    assert not any(label == "Version" for label, _ in told)


@pytest.mark.parametrize("count", [1, 3])
def test_page_makes_the_same_queries_for_one_row_as_for_many(
    client, participant, cook, count, django_assert_num_queries
):
    for number in range(count):
        participant.schoolings.create(level="higher", years=number)
        participant.work_experience.create(occupation=cook, years=number + 1, place="abroad")
        SkillLevel.objects.measure(
            participant,
            on=date(2016, 9, number + 1),
            basis="test",
            levels=dict.fromkeys(Skill.values, "a1"),
            by=participant.consultant,
        )
    client.get(url(participant))

    with django_assert_num_queries(26):
        response = client.get(url(participant))

    assertContains(response, "knelpuntberoep", count=count)


def test_candidate_and_somebody_of_a_colleague_have_no_diagnosis_here(client, participant, pilot):
    other = ParticipantFactory(pilot=pilot, consultant=UserFactory())
    candidate = ParticipantFactory(pilot=pilot)

    for person in (other, candidate):
        assert client.get(url(person)).status_code == 404
        assert client.post(part(person, "mismatch"), {"version": "1"}).status_code == 404
    # The row of somebody else does not come along under another number.
    study = other.schoolings.create(level="higher")
    assert (
        client.get(url(participant, "diagnosis-row-edit", "opleiding", study.uuid)).status_code
        == 404
    )
    assert client.get(part(participant, "onzin")).status_code == 404


def test_conclusion_is_called_the_same_everywhere(client, participant):
    form = url(participant, "diagnosis-create")

    person, parts = client.get(participant.get_absolute_url()), client.get(url(participant))
    page = client.get(form)

    for response in (person, parts):
        assertContains(response, f'href="{form}">Conclusie vastleggen</a>')
        assertNotContains(response, "Diagnose vastleggen")
    assertContains(page, "<h1><bdi>Conclusie vastleggen</bdi></h1>")
    assert page.context["form"].submit_label == "Conclusie vastleggen"
    assertNotContains(page, "Diagnose vastleggen")
