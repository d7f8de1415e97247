"""Parts of the page of a participant: what they do, and how they left."""

from participants.aftercare import Moment, due_on, opens_on, recordable_from, result_until
from participants.models import Outcome, Participant
from participants.outcomes import COUNTS_BROAD, possible_in
from participants.trajectory import Phase
from pilot.roles import Permission

# What it is called, and the first part of its routes.
KINDS = {"placement": "Plaatsing", "study": "Studie", "business": "Onderneming"}


def engagements(reader):
    """Who mediates sees the placements; a study and a business are for who guides."""
    participant = reader.participant
    if participant.is_candidate:
        return None
    may = {
        "placement": reader.may(Permission.PLACEMENT_RECORD),
        "study": reader.may(Permission.STUDY_RECORD),
        "business": reader.may(Permission.STUDY_RECORD),
    }
    rows = [row for row in participant.engagements if may[row._meta.model_name]]
    only_work = not may["study"]
    led = participant.led_to_outcome if may_lead(reader) else None
    return {
        "title": "Plaatsingen" if only_work else "Plaatsing en studie",
        "heading": "Plaatsingen" if only_work else "Plaatsingen, studie en onderneming",
        "only_work": only_work,
        "rows": [engagement(row, reader, led) for row in rows],
        "offered": [
            (f"participants:{name}-create", label) for name, label in KINDS.items() if may[name]
        ],
    }


def may_lead(reader) -> bool:
    """Whether the reader may record an outcome of this participant now."""
    possible = possible_in(Phase(reader.participant.phase))
    return reader.may(Permission.OUTCOME_RECORD) and bool(possible)


def engagement(row, reader, led) -> dict:
    """`led`: the uuid of what an outcome followed from, None where none can be recorded."""
    name, today = row._meta.model_name, reader.participant.pilot.today()
    leads = led is not None and row.is_running and row.may_lead_on(today) and row.uuid not in led
    return {
        "row": row,
        "label": KINDS[name],
        "template": f"participants/includes/{name}.html",
        "edit": f"participants:{name}-edit",
        "end": f"participants:{name}-end",
        "note": row.note if reader.sees_notes or row.by_id == reader.user.pk else "",
        "withdraw": f"participants:{name}-withdraw",
        "begun": row.has_begun(today),
        "standing": row.standing(today),
        "leads": leads,
    }


def outflow(reader):
    """The outcomes with their evidence and aftercare, and the days by which the ESF counts."""
    participant, today = reader.participant, reader.participant.pilot.today()
    if participant.is_candidate:
        return None
    recorded = Outcome.recorded.filter(participant=participant)
    outcomes = list(recorded.prefetch_related("evidence", "followups"))
    people = Participant.objects.with_participation_days(on=today)
    left_on = participant.last_exit and participant.last_exit.on
    return {
        "days": people.values("first_entry_on", "last_exit_on").get(pk=participant.pk),
        "result_until": left_on and result_until(left_on),
        "outcomes": [outcome_in_short(row) for row in reversed(outcomes)],
        "aftercare": aftercare_of(participant, outcomes, today),
    }


def outcome_in_short(outcome) -> dict:
    there = [row for row in outcome.evidence.all() if row.is_there]
    return {
        "outcome": outcome,
        "evidence": len(there),
        "unproven": outcome.kind in COUNTS_BROAD and not there and not outcome.withdrawn,
    }


def aftercare_of(participant, outcomes, today) -> dict | None:
    """For who left and is not back: each moment, when it is due and what came of it."""
    if participant.phase != Phase.OUTFLOW:
        return None
    outcome = next(row for row in reversed(outcomes) if row.is_followed and not row.withdrawn)
    answers = {row.moment: row for row in outcome.followups.all()}
    moments = [
        {
            "moment": moment,
            "due_on": due_on(outcome.on, moment),
            "recordable_from": recordable_from(outcome.on, moment),
            "is_due": due_on(outcome.on, moment) <= today,
            "answer": answers.get(moment),
        }
        for moment in Moment
    ]
    opens = opens_on(outcome.on, answers, on=today)
    return {"outcome": outcome, "moments": moments, "opens_on": opens}
