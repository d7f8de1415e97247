from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command

from participants.models import (
    Assignment,
    Business,
    CivicIntegration,
    DiagnosisFile,
    EmployerContact,
    Evidence,
    FollowUp,
    LadderRung,
    OwnDocument,
    PassedPart,
    Placement,
    Proposal,
    ProposalAnswer,
    SkillLevel,
    Step,
    Study,
    Transition,
    Vacancy,
)
from participants.profiles import wishes_of
from participants.signals import Signal
from pilot.models import Membership, Pilot, User
from reports.figures import Figures
from reports.models import Evaluation


@pytest.fixture
def demo(db):
    call_command("seed_demo")
    return Pilot.objects.get(slug="vergunninghouders-2016")


def summary(pilot, on):
    figures = Figures.of(pilot, since=pilot.starts_on, on=on)
    return (
        figures.participants,
        figures.diagnosed,
        figures.started,
        figures.flowed_out,
        figures.flowed_out_narrow,
        figures.dropped_out,
    )


def check_outflow(demo):
    """What they do, the papers of those who left, and the aftercare."""
    today = demo.today()
    for model in (Placement, Study, Business):
        assert model.objects.filter(participant__pilot=demo, starts_on__lte=today).count() >= 3
        assert not model.objects.filter(starts_on__gt=today).exists()
    counted = {
        signal: demo.participants.signalled(signal, on=today).count()
        for signal in (Signal.CONTRACT_ENDS, Signal.NO_EVIDENCE, Signal.AFTERCARE_1)
    }
    assert counted[Signal.CONTRACT_ENDS] >= 3
    assert counted[Signal.NO_EVIDENCE] == 1
    assert counted[Signal.AFTERCARE_1] >= 1
    assert all(paper.checked_content() for paper in Evidence.objects.all())
    papers = OwnDocument.objects.filter(participant__in=demo.participants.referred(), on__lte=today)
    assert {paper.content_type for paper in papers} == {"application/pdf", "image/png"}
    assert papers.count() == OwnDocument.objects.count() == 6
    assert all(paper.checked_content() for paper in papers)
    asked = [str(row) for row in FollowUp.objects.all()]
    assert asked.count("Nazorg na 1 maand: teruggevallen") == 1
    assert asked.count("Nazorg na 1 maand: duurzaam") == len(asked) - 1 >= 3


def test_demo_tells_the_same_believable_story_every_time(demo):
    assert summary(demo, demo.today()) == (150, 133, 121, 20, 14, 8)
    assert summary(demo, date(2016, 9, 30)) == (150, 28, 21, 1, 1, 5)
    caseload = Figures.of(demo, since=demo.starts_on, on=demo.today()).caseload
    assert all(0 < row.count <= 50 for row in caseload if row.norm)
    # Nothing has happened after the day of the demo, and nothing before the pilot.
    for facts in (Step.objects.done(), Transition.objects.all()):
        days = facts.filter(participant__pilot=demo).values_list("on", flat=True)
        assert min(days) >= demo.starts_on
        assert max(days) <= demo.today()
    assert demo.participants.candidates().count() == 40
    confirmed, waiting = demo.imports.order_by("confirmed_at")
    assert confirmed.rows.filter(outcome="refused").count() == 2
    # A second list waits until somebody decides who is in it twice.
    assert waiting.confirmed_at is None
    outcomes = waiting.rows.values_list("outcome", "decision")
    assert sorted(outcomes) == [
        ("known", ""),
        ("known", ""),
        *[("new", "")] * 5,
        ("possible", ""),
        ("possible", ""),
        ("possible", "other"),
        ("refused", ""),
    ]

    assert DiagnosisFile.objects.filter(participant__pilot=demo).count() == 133
    assert CivicIntegration.objects.filter(participant__pilot=demo).count() == 150
    for facts in (SkillLevel.objects, LadderRung.objects, PassedPart.objects):
        days = facts.filter(participant__pilot=demo).values_list("on", flat=True)
        assert max(days) <= demo.today()
    near = demo.participants.signalled(Signal.INTEGRATION, on=demo.today())
    assert 0 < near.count() < 50

    # Everybody in plaatsing was referred on the day they came there, and nobody else. Of one the
    # referral ended, and two employers wait to hear that the proposal lapsed.
    in_placement = demo.participants.filter(phase="placement")
    assert set(demo.participants.ever_referred()) == set(in_placement)
    assert in_placement.count() - demo.participants.referred().count() == 1
    assert demo.employers.to_tell().count() == 2
    assert demo.employers.count() == 9
    vacancies = Vacancy.objects.of(demo)
    assert (vacancies.count(), vacancies.filter(kind="group_project").count()) == (15, 1)
    answers = dict(Counter(Proposal.objects.values_list("answer", flat=True)))
    assert answers == {
        "interview": 3,
        "rejected": 6,
        "pending": 2,
        "accepted": 3,
        "withdrawn": 3,
    }
    # Nobody wants something else in the diagnosis than in the referral.
    assert all(not wishes_of(person).contradictions for person in in_placement)
    assert demo.participants.signalled(Signal.UNPLACED, on=demo.today()).count() == 3
    for facts in (Proposal.objects, ProposalAnswer.objects, EmployerContact.objects):
        assert max(facts.values_list("on", flat=True)) <= demo.today()
    draw = demo.draws.get()
    assert (draw.is_concept, draw.people().count(), draw.changes.count()) == (True, 10, 1)
    assert draw.repeat().numbers == {
        entry.participant.number for entry in draw.entries.filter(drawn=True)
    }

    second = Pilot.objects.get(slug="kansrijke-asielzoekers-2024")
    assert summary(second, second.today()) == (12, 12, 12, 0, 0, 0)
    assert second.budgets.count() == 0

    first, latest = Evaluation.objects.order_by("reference_on")
    assert (first.finalised_on, first.final.is_ready) == (date(2016, 10, 20), True)
    assert first.figures.participants == 150
    assert (latest.is_finalised, latest.document) == (False, None)

    # One stand-in is over and one goes on; one participant was transferred, for a reason.
    today = demo.today()
    assert sorted(row.state(today) for row in demo.stand_ins.all()) == ["loopt", "voorbij"]
    transferred = Assignment.objects.exclude(previous=None).get()
    assert transferred.get_reason_display() == "verzoek van de deelnemer"
    assert set(Membership.objects.values_list("fte", flat=True)) == {1}
    check_outflow(demo)

    # Nobody can log in with a password, and a second time nothing is added.
    assert not any(user.has_usable_password() for user in User.objects.all())
    call_command("seed_demo")
    assert Pilot.objects.count() == 2
