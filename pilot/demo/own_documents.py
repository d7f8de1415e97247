"""What people bring for an employer: a CV of their own, a diploma, a reference."""

from datetime import timedelta

import pghistory

from participants.files import check_file
from participants.mediation_choices import OwnDocumentKind
from participants.models import OwnDocument
from pilot.demo.files import pdf, png
from pilot.demo.mediation import working_day
from pilot.roles import Role

TRADES = ["Kleermaker", "Elektricien", "Kok", "Lasser", "Naaister", "Timmerman"]


def keep_documents(pilot, *, rng):
    """Of the first in placement of each caseload: the oldest of them brought most."""
    recruiter = pilot.team(Role.RECRUITER).get()
    referred = pilot.participants.referred().select_related("pilot", "consultant")
    first = {}
    for participant in referred.order_by("number"):
        first.setdefault(participant.consultant_id, participant)
    for place, participant in enumerate(first.values()):
        trade = rng.choice(TRADES)
        keep(participant, participant.consultant, rng, own_cv(participant, trade))
        if place < 2:
            keep(participant, participant.consultant, rng, diploma(trade, grey=60 + place))
        if place == 0:
            keep(participant, recruiter, rng, letter(participant))


def own_cv(participant, trade):
    content = pdf(f"Curriculum vitae van {participant}", f"Beroep: {trade.lower()}")
    return OwnDocumentKind.CV, "zelf gemaakt op de cursus", "cv.pdf", content


def diploma(trade, grey):
    return OwnDocumentKind.DIPLOMA, f"{trade}, met vertaling", "diploma-scan.png", png(grey)


def letter(participant):
    content = pdf("Getuigschrift", f"{participant} werkte hier drie maanden mee in de keuken.")
    return (
        OwnDocumentKind.REFERENCE,
        "werkervaring in de keuken",
        "getuigschrift.pdf",
        content,
    )


def keep(participant, by, rng, paper):
    kind, description, name, content = paper
    pilot, referral = participant.pilot, participant.referrals.get()
    on = working_day(pilot.today() - timedelta(days=rng.randrange(1, 20)))
    with pghistory.context(user=by.pk):
        OwnDocument.objects.add(
            participant,
            kind=kind,
            description=description,
            file=check_file(name, content, at_most=100_000),
            on=max(on, referral.on),
            by=by,
        )
