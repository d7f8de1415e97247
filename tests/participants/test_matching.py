"""The rules of the matching: each point is explained, and nobody is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.matching import (
    HIGHEST_SCORE,
    JUDGES,
    LEVELS,
    PURPOSES,
    REACHES,
    Profile,
    Vacancy,
    Verdict,
    match,
    ranked,
)

LEVEL = st.sampled_from(["", "unknown", *LEVELS])
SECTORS = ["zorg", "bouw", "horeca"]
WORK = ["kok", "lasser"]


@st.composite
def profiles(draw):
    hours = draw(st.none() | st.tuples(st.integers(1, 40), st.integers(1, 40)).map(sorted))
    return Profile(
        key=draw(st.integers(1, 500)),
        language=draw(LEVEL),
        occupations=draw(st.frozensets(st.sampled_from(WORK))),
        sectors=draw(st.frozensets(st.sampled_from(SECTORS))),
        hours_from=hours and hours[0],
        hours_until=hours and hours[1],
        driving_licence=draw(st.sampled_from([None, True, False])),
        reach=draw(st.sampled_from(["", *REACHES])),
        purpose=draw(st.sampled_from(["", *PURPOSES])),
        skill=draw(st.sampled_from(["", "spreken"])),
        travel_minutes=draw(st.none() | st.integers(0, 180)),
        experience=draw(st.frozensets(st.sampled_from(WORK))),
        times=draw(st.sampled_from(["", "alleen schooltijden"])),
        free=draw(st.booleans()),
    )


@st.composite
def vacancies(draw):
    first, last = draw(st.tuples(st.integers(1, 40), st.integers(1, 40)).map(sorted))
    return Vacancy(
        key=draw(st.integers(1, 500)),
        language=draw(st.sampled_from(["", *LEVELS])),
        occupation=draw(st.sampled_from(["", *WORK])),
        sector=draw(st.sampled_from(SECTORS)),
        hours_from=first,
        hours_until=last,
        driving_licence=draw(st.booleans()),
        reach=draw(st.sampled_from(list(REACHES))),
        paid=draw(st.booleans()),
    )


COOK = Vacancy(
    language="b1",
    occupation="kok",
    sector="horeca",
    hours_from=24,
    hours_until=32,
    driving_licence=True,
    reach="region",
)
FITS = Profile(
    language="b1",
    skill="spreken",
    occupations=frozenset({"kok"}),
    experience=frozenset({"kok"}),
    sectors=frozenset({"horeca"}),
    hours_from=20,
    hours_until=36,
    driving_licence=True,
    reach="further",
    purpose="paid_work",
)


def texts(profile, vacancy=COOK) -> dict[str, Verdict]:
    return {reason.text: reason.verdict for reason in match(profile, vacancy).reasons}


def test_who_meets_everything_has_every_point_and_the_reasons_in_words():
    assert match(FITS, COOK).score == HIGHEST_SCORE
    assert texts(FITS) == {
        "beroep kok gewenst": Verdict.MET,
        "ervaring als kok": Verdict.MET,
        "sector horeca gewenst": Verdict.MET,
        "spreken B1, gevraagd B1": Verdict.MET,
        "20 tot 36 uur gewenst, gevraagd 24 tot 32 uur": Verdict.MET,
        "rijbewijs gevraagd en aanwezig": Verdict.MET,
        "werk in de regio, kan werken verder dan de regio": Verdict.MET,
        "betaald, past bij het doel betaald werk": Verdict.MET,
    }


def test_of_whom_nothing_is_known_nothing_is_held_against_them():
    found = match(Profile(), COOK)

    assert set(texts(Profile()).values()) == {Verdict.UNKNOWN}
    assert (found.score, found.obstacles) == (0, ())


@pytest.mark.parametrize(
    ("changed", "text", "hard"),
    [
        ({"language": "a2", "skill": ""}, "taal A2, gevraagd B1", False),
        ({"language": "a1"}, "spreken A1, gevraagd B1", True),
        ({"language": "illiterate"}, "spreken anders gealfabetiseerd, gevraagd B1", True),
        ({"driving_licence": False}, "rijbewijs gevraagd, niet aanwezig", True),
        ({"occupations": frozenset({"lasser"})}, "beroep kok niet gewenst", False),
        ({"sectors": frozenset({"bouw"})}, "sector horeca niet gewenst", False),
        (
            {"hours_from": 8, "hours_until": 16},
            "8 tot 16 uur gewenst, gevraagd 24 tot 32 uur",
            False,
        ),
        ({"reach": "city"}, "werk in de regio, kan werken in de stad", False),
        # What was measured decides, not what was thought.
        (
            {"travel_minutes": 20},
            "werk in de regio, kan werken in de stad (reist hoogstens 20 minuten)",
            False,
        ),
        ({"experience": frozenset({"lasser"})}, "geen ervaring als kok", False),
    ],
)
def test_what_is_not_met_says_so(changed, text, hard):
    found = match(replace(FITS, **changed), COOK)

    assert [reason.text for reason in found.reasons if reason.verdict == Verdict.UNMET] == [text]
    assert [reason.text for reason in found.obstacles] == ([text] if hard else [])


@pytest.mark.parametrize(
    ("purpose", "paid", "text", "verdict"),
    [
        ("paid_work", True, "betaald, past bij het doel betaald werk", Verdict.MET),
        ("subsidised_work", True, "betaald, past bij het doel gesubsidieerd werk", Verdict.MET),
        ("work_experience", True, "betaald, verwezen voor werkervaringsplaats", Verdict.UNMET),
        ("trial", True, "betaald, past bij het doel proefplaatsing", Verdict.MET),
        ("learning", True, "betaald, verwezen voor leer-werktraject", Verdict.UNMET),
        ("orientation", True, "betaald, verwezen voor oriëntatie", Verdict.UNMET),
        ("paid_work", False, "onbetaald, verwezen voor betaald werk", Verdict.UNMET),
        ("subsidised_work", False, "onbetaald, verwezen voor gesubsidieerd werk", Verdict.UNMET),
        ("work_experience", False, "onbetaald, past bij het doel werkervaringsplaats", Verdict.MET),
        ("trial", False, "onbetaald, past bij het doel proefplaatsing", Verdict.MET),
        ("learning", False, "onbetaald, past bij het doel leer-werktraject", Verdict.MET),
        ("orientation", False, "onbetaald, past bij het doel oriëntatie", Verdict.MET),
        ("", False, "onbetaald, doel van de verwijzing niet bekend", Verdict.UNKNOWN),
    ],
)
def test_paid_or_unpaid_has_to_fit_the_purpose(purpose, paid, text, verdict):
    asked = replace(COOK, paid=paid)

    assert texts(replace(FITS, purpose=purpose), asked)[text] == verdict


@given(profiles(), vacancies())
def test_paid_work_and_unpaid_never_fit_alike_unless_on_trial_or_not_known(profile, vacancy):
    paid, unpaid = (match(profile, replace(vacancy, paid=paid)).score for paid in (True, False))

    assert (paid == unpaid) == (profile.purpose in ("", "trial"))
    assert abs(paid - unpaid) <= 1


@given(profiles(), vacancies())
def test_every_point_is_explained_by_a_reason(profile, vacancy):
    found = match(profile, vacancy)

    assert len(found.reasons) == len(JUDGES)
    assert found.score == sum(reason.points for reason in found.reasons) <= HIGHEST_SCORE
    for reason in found.reasons:
        assert reason.text
        assert (reason.points > 0) == (reason.verdict == Verdict.MET)
        assert not reason.hard or reason.verdict == Verdict.UNMET


@given(profiles(), vacancies())
def test_same_question_gives_the_same_answer(profile, vacancy):
    assert match(profile, vacancy) == match(replace(profile), replace(vacancy))


@given(profiles(), vacancies(), st.data())
def test_who_meets_more_never_ranks_lower(profile, vacancy, data):
    better = data.draw(
        st.sampled_from(
            [
                {"language": "c1"},
                {"driving_licence": True},
                {"reach": "further", "travel_minutes": None},
                {"travel_minutes": 180},
                {"experience": profile.experience | {vacancy.occupation}},
                {"sectors": profile.sectors | {vacancy.sector}},
                {"occupations": profile.occupations | {vacancy.occupation}},
                {"hours_from": 1, "hours_until": 60},
                {"purpose": "trial"},
                {"free": True},
            ]
        )
    )

    before, after = match(profile, vacancy), match(replace(profile, **better), vacancy)

    assert after.order <= before.order


@given(profiles(), vacancies())
def test_of_equal_points_who_is_free_comes_first(profile, vacancy):
    free, taken = replace(profile, free=True, key=2), replace(profile, free=False, key=1)

    first, second = ranked(match(one, vacancy) for one in (taken, free))

    assert (first.profile, second.profile) == (free, taken)
    assert first.reasons == second.reasons


def test_wish_about_times_stands_with_the_hours():
    wish = {"times": "alleen schooltijden"}

    assert "20 tot 36 uur gewenst (alleen schooltijden), gevraagd 24 tot 32 uur" in texts(
        replace(FITS, **wish)
    )
    assert "gewenste uren niet bekend (alleen schooltijden), gevraagd 24 tot 32 uur" in texts(
        Profile(**wish)
    )


@given(st.lists(profiles(), unique_by=lambda one: one.key), vacancies(), st.randoms())
def test_order_of_the_question_does_not_matter_and_nobody_is_left_out(people, vacancy, random):
    shuffled = list(people)
    random.shuffle(shuffled)

    first = ranked(match(one, vacancy) for one in people)

    assert first == ranked(match(one, vacancy) for one in shuffled)
    assert len(first) == len(people)
    blocked = [bool(one.obstacles) for one in first]
    assert blocked == sorted(blocked)
