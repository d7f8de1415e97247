"""A draw among the candidates that were left, waiting for somebody to carry it out."""

from uuid import UUID

import pghistory

from participants.models import Draw
from participants.selection import Feature

REASON = "Verhuist in februari naar een andere gemeente."


def draw_more(pilot, leader, *, rng):
    """Ten people in reserve, of whom one was exchanged for the next lot of the same group."""
    with pghistory.context(user=leader.pk):
        draw = Draw.objects.make(
            uuid=new_uuid(rng),
            pilot=pilot,
            by=leader,
            features=[Feature.SEX, Feature.AGE],
            size=10,
            seed=2016,
        )
        removed, added = exchange_within_a_group(draw)
        draw.change(uuid=new_uuid(rng), by=leader, reason=REASON, removed=removed, added=added)


def exchange_within_a_group(draw):
    for entry in draw.entries.filter(chosen=True):
        same = {feature: entry.features[feature] for feature in draw.features}
        if others := draw.entries.filter(chosen=False, **same):
            return entry.participant, others[0].participant
    raise LookupError("Nobody in this draw has anybody beside them")


def new_uuid(rng) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
