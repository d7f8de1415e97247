"""At what time and where the invented people are expected."""

import random
from datetime import time

PLACES = ["Mosae Forum, balie 2", "Mosae Forum, kamer 4", "bibliotheek Centre Céramique"]


def hour_and_place(participant) -> dict:
    """For most of them; for some it still has to be agreed upon."""
    rng = random.Random(f"afspraak {participant.pilot.slug} {participant.number}")
    if rng.random() < 0.25:
        return {}
    at = time(rng.randrange(9, 17), rng.choice([0, 0, 30, 15, 45]))
    return {"time": at, "place": rng.choice(PLACES) if rng.random() < 0.7 else ""}
