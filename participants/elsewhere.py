"""What is known of who is matched with a vacancy, so that nobody is taken for free who is not."""

from collections import defaultdict

from participants.models import Placement, Proposal
from participants.proposals import Answer
from pilot.templatetags.ui import day


def with_remarks(ranking, vacancy) -> list:
    """The pairs of a ranking, each with what to know before they are proposed, in words."""
    people = [referral.participant_id for referral, _ in ranking]
    proposals, placements = defaultdict(list), defaultdict(list)
    rows = Proposal.objects.filter(participant__in=people).select_related("vacancy__employer")
    for row in rows.order_by("-on", "-pk"):
        proposals[row.participant_id].append(row)
    for row in Placement.objects.running().filter(participant__in=people):
        placements[row.participant_id].append(row)
    return [
        (referral, match, remarks(vacancy, proposals[key], placements[key]))
        for referral, match in ranking
        for key in [referral.participant_id]
    ]


def known_of(participant) -> tuple[list, list]:
    """Their proposals, newest first, and the placements that run."""
    proposals = participant.proposals.select_related("vacancy__employer").order_by("-on", "-pk")
    return list(proposals), list(participant.placements.running())


def remarks(vacancy, proposals, placements) -> list[str]:
    """First what was said about this vacancy, then what else they have."""
    others = [row for row in proposals if row.vacancy_id != vacancy.pk]
    return said_here(vacancy, proposals) + standing(others, placements)


def said_here(vacancy, proposals) -> list[str]:
    """How the last proposal for a vacancy ended, as far as it did."""
    here = [row for row in proposals if row.vacancy_id == vacancy.pk]
    return [settled(row) for row in here[:1] if not row.is_live]


def standing(proposals, placements) -> list[str]:
    """What somebody has, or may get by a proposal."""
    running = [f"loopt: {placement}" for placement in placements]
    return running + [elsewhere(row) for row in proposals if row.is_live]


def settled(proposal) -> str:
    """How an earlier proposal for the same vacancy ended."""
    why = f", reden: {proposal.get_reason_display()}" if proposal.reason else ""
    return f"{proposal.get_answer_display()} op {day(proposal.answered_on)}{why}"


def elsewhere(proposal) -> str:
    if proposal.answer == Answer.ACCEPTED:
        return f"aangenomen bij {proposal.vacancy.employer}"
    return f"ook voorgesteld bij {proposal.vacancy.employer}"
