"""Which parts a complete diagnosis has, and what of them is missing."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from participants.completeness import MISSING, Filled, Part, listed, missing

COMPLETE = Filled(
    studied=True,
    worked=True,
    wishes=True,
    licence=True,
    transport=True,
    mismatch=True,
    ladder=True,
)
words = st.lists(st.sampled_from(["lezen", "luisteren", "wonen"]), unique=True).map(tuple)
filled = st.builds(Filled, unmeasured=words, undiscussed=words)


def test_every_part_says_what_it_needs():
    assert set(MISSING) == set(Part)


def test_nothing_known_misses_what_can_be_missing():
    nothing = Filled(unmeasured=("lezen", "schrijven", "spreken"), undiscussed=("wonen",))

    told = missing(nothing)

    assert list(told) == list(Part)
    assert told[Part.LANGUAGE] == "lezen, schrijven en spreken"
    assert told[Part.MOBILITY] == "rijbewijs en vervoer"
    assert missing(COMPLETE) == {}


@given(filled)
def test_a_part_is_missing_exactly_when_there_are_words_for_it(known):
    told = missing(known)

    assert all(told.values())
    assert (told == {}) == (known == COMPLETE)


@given(filled)
def test_knowing_more_never_makes_anything_else_missing(known):
    before = set(missing(known))

    for field in fields(Filled):
        more = replace(known, **{field.name: getattr(COMPLETE, field.name)})
        assert set(missing(more)) <= before


@given(st.lists(st.text(alphabet="abc", min_size=1)).map(tuple))
def test_list_in_words_names_each_of_them_in_order(names):
    assert listed(names).replace(" en ", ", ").split(", ") == (list(names) or [""])
