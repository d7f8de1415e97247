"""Referrals, employers, vacancies and proposals: what can be recorded, and what cannot."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from participants.history import history
from participants.models import (
    Employer,
    EmployerContact,
    Participant,
    Proposal,
    Referral,
    Vacancy,
)
from participants.models.employers import ContactGone
from participants.models.proposals import (
    AlreadyProposed,
    AnsweredLater,
    NotReferred,
    NotTheLast,
    VacancyClosed,
    VacancyFull,
)
from participants.models.referrals import AlreadyReferred, ReferralEnded, ReferralNotAllowed
from participants.proposals import NEXT, Answer, AnswerNotPossible
from participants.signals import Signal
from participants.trajectory import Phase
from pilot.history import ChangedMeanwhile, changes
from pilot.roles import Role
from tests.factories import TODAY, MembershipFactory, ParticipantFactory
from tests.mediation import (
    EmployerFactory,
    OccupationFactory,
    VacancyFactory,
    contact,
    propose,
    refer,
    referred,
)


@pytest.fixture
def consultant(pilot):
    return MembershipFactory(pilot=pilot).user


@pytest.fixture
def recruiter(pilot):
    return MembershipFactory(pilot=pilot, role=Role.RECRUITER).user


@pytest.fixture
def participant(pilot, consultant):
    return ParticipantFactory(pilot=pilot, consultant=consultant, phase=Phase.PLACEMENT)


@pytest.fixture
def vacancy(pilot):
    return VacancyFactory(employer__pilot=pilot)


def visible(user, pilot):
    return list(Participant.objects.visible_to(user, pilot=pilot))


def test_recruiter_sees_who_was_referred_and_nobody_else(pilot, participant, recruiter):
    elsewhere = referred(MembershipFactory(user=recruiter).pilot, participant.consultant)
    assert visible(recruiter, pilot) == []

    referral = refer(participant)
    assert visible(recruiter, pilot) == [participant]
    assert elsewhere not in visible(recruiter, pilot)

    referral.end(reason="other", on=TODAY, by=participant.consultant)
    assert visible(recruiter, pilot) == []


def test_one_open_referral_and_the_same_form_twice_is_one(participant):
    sent = {"uuid": uuid4(), "by": participant.consultant, "on": TODAY, "purpose": "trial"}

    first = participant.refer(**sent)

    assert participant.refer(**sent) == first
    with pytest.raises(AlreadyReferred):
        refer(participant)
    first.end(reason="other", on=TODAY, by=participant.consultant)
    assert refer(participant, on=TODAY) != first


def test_candidate_and_who_is_out_cannot_be_referred(pilot, participant, consultant):
    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=TODAY)
    for nobody in (participant, ParticipantFactory(pilot=pilot)):
        with pytest.raises(ReferralNotAllowed):
            refer(nobody, by=consultant)


def test_closing_the_trajectory_ends_the_referral(participant, recruiter, vacancy):
    referral = refer(participant)
    proposal = propose(participant, vacancy, on=TODAY)

    participant.record_outcome(
        kind="dropout", dropout_reason="moved", by=participant.consultant, on=TODAY
    )

    referral.refresh_from_db()
    proposal.refresh_from_db()
    assert (referral.ended_on, referral.end_reason) == (TODAY, "trajectory_closed")
    assert proposal.answer == Answer.WITHDRAWN
    assert visible(recruiter, participant.pilot) == []


def test_ending_a_referral_withdraws_what_waits_and_keeps_what_was_accepted(
    participant, vacancy, recruiter
):
    referral = refer(participant)
    waiting = propose(participant, vacancy)
    accepted = propose(participant, VacancyFactory(employer=vacancy.employer))
    accepted.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=recruiter)

    referral.end(reason="work", on=TODAY, by=participant.consultant)

    assert {one.pk: one.answer for one in participant.proposals.all()} == {
        waiting.pk: Answer.WITHDRAWN,
        accepted.pk: Answer.ACCEPTED,
    }
    with pytest.raises(ReferralEnded):
        referral.end(reason="work", on=TODAY, by=participant.consultant)


def differences(refused) -> set[tuple[str, str, str]]:
    """What the colleague changed: the field, from what, to what."""
    return {
        (field.label, field.before, field.after)
        for change in refused.value.newer
        for field in change.fields
    }


def test_search_profile_is_not_overwritten_and_the_history_tells_it(participant, consultant):
    cook, welder = OccupationFactory(name="proefkok"), OccupationFactory(name="proeflasser")
    referral = refer(participant, occupations=[cook], sectors=["hospitality"])

    referral.change(version=1, sought={welder}, times="alleen ochtenden")

    assert [one.name for one in referral.occupations.all()] == ["proeflasser"]
    late = Referral.objects.get(pk=referral.pk)
    with pytest.raises(ChangedMeanwhile) as refused:
        late.change(version=1, sought={cook}, times="avonden")
    assert differences(refused) == {
        ("Dagen en tijden", "leeg", "alleen ochtenden"),
        ("Beroep", "proefkok", "leeg"),
        ("Beroep", "", "proeflasser"),
    }
    # Only the occupations differ: also then.
    with pytest.raises(ChangedMeanwhile):
        late.change(version=1, sought={cook}, times="alleen ochtenden")
    told = [(change.what, [f.after for f in change.fields]) for change in history(participant)]
    assert ("Gewenst beroep toegevoegd", ["proeflasser"]) in told
    assert ("Verwijzing gewijzigd", ["alleen ochtenden"]) in told
    assert ["horeca en toerisme"] in [[a for a in after if "horeca" in a] for _, after in told]


def test_ended_referral_is_changed_no_more(participant, consultant):
    referral = refer(participant)
    referral.end(reason="other", on=TODAY, by=consultant)

    with pytest.raises(ReferralEnded):
        referral.change(version=1, sought=set(), times="avonden")


def test_employer_keeps_what_a_colleague_changed(vacancy):
    employer = vacancy.employer
    employer.change(version=1, place="Gulpen")

    stale = Employer.objects.get(pk=employer.pk)
    with pytest.raises(ChangedMeanwhile) as refused:
        stale.change(version=1, place="Vaals")
    assert differences(refused) == {("Plaats", "Meerssen", "Gulpen")}
    # The same again is no conflict, and no new version.
    stale.change(version=1, place="Gulpen")
    assert Employer.objects.get().version == 2


def test_planned_contact_is_what_the_last_contact_planned(vacancy):
    employer = vacancy.employer
    contact(employer, days_ago=9, next_in=-2)
    soon = Employer.objects.to_contact(until=TODAY)
    assert list(soon) == [employer]
    assert employer.planned_contact_on == TODAY - timedelta(days=2)

    contact(employer, next_in=20)

    assert list(soon.all()) == []
    assert employer.planned_contact_on == TODAY + timedelta(days=20)


def test_what_is_sent_twice_is_added_once(pilot, consultant):
    sent = {"uuid": uuid4(), "by": consultant, "name": "Bakkerij", "sector": "retail", "place": "M"}
    for _ in range(2):
        employer = Employer.objects.add(pilot=pilot, **sent)
    vacancy = {"uuid": uuid4(), "by": consultant, "title": "Bakker", "sector": "retail"}
    said = {"uuid": uuid4(), "by": consultant, "on": TODAY, "kind": "phone"}
    for _ in range(2):
        Vacancy.objects.add(employer=employer, hours_from=8, hours_until=16, **vacancy)
        employer.log_contact(**said)

    assert (Employer.objects.count(), Vacancy.objects.count()) == (1, 1)
    assert employer.contacts.count() == 1


def test_proposal_needs_a_referral_an_open_vacancy_and_a_place(pilot, participant, vacancy):
    by = participant.consultant
    with pytest.raises(NotReferred):
        propose(participant, vacancy)
    refer(participant)
    first = propose(participant, vacancy)
    with pytest.raises(AlreadyProposed):
        propose(participant, vacancy)
    first.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=by)
    other = referred(pilot, by)
    with pytest.raises(VacancyFull):
        propose(other, vacancy)
    vacancy.change(version=1, state="withdrawn")
    with pytest.raises(VacancyClosed):
        propose(other, vacancy)


def test_same_proposal_sent_twice_is_one(participant, vacancy):
    refer(participant)
    uuid = uuid4()

    for _ in range(2):
        Proposal.objects.propose(
            participant, vacancy, uuid=uuid, on=TODAY, by=participant.consultant
        )

    assert participant.proposals.count() == 1


def test_answers_are_added_one_after_another(participant, vacancy, recruiter):
    refer(participant)
    proposal = propose(participant, vacancy, on=date(2017, 1, 9))
    proposal.record_answer(
        answer=Answer.INTERVIEW, interview_on=TODAY, on=date(2017, 1, 11), by=recruiter
    )
    assert proposal.answer_label == "gesprek op 15-01-2017"
    with pytest.raises(AnsweredLater):
        proposal.record_answer(answer=Answer.ACCEPTED, on=date(2017, 1, 10), by=recruiter)
    sent = {"uuid": uuid4(), "answer": Answer.REJECTED, "reason": "language", "on": TODAY}

    for _ in range(2):
        proposal.record_answer(by=recruiter, **sent)

    told = [(answer.answer, answer.reason) for answer in proposal.answers.all()]
    assert told == [("interview", ""), ("rejected", "language")]
    with pytest.raises(AnswerNotPossible):
        proposal.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=recruiter)
    # After a refusal they can be proposed again.
    assert propose(participant, vacancy) != proposal


def test_last_place_is_given_once_and_is_free_when_it_is_taken_back(pilot, vacancy, consultant):
    first, second = (propose(referred(pilot, consultant), vacancy) for _ in range(2))
    first.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=consultant)
    with pytest.raises(VacancyFull):
        second.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=consultant)
    assert Vacancy.objects.with_places().get().taken == 1

    first.record_answer(answer=Answer.WITHDRAWN, on=TODAY, by=consultant)

    second.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=consultant)
    assert Vacancy.objects.with_places().get().taken == 1


def accepted_by(participant, vacancy, by):
    refer(participant)
    proposal = propose(participant, vacancy)
    answer = proposal.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=by)
    return proposal, answer


def test_last_answer_is_put_right_and_the_history_keeps_what_it_was(
    participant, vacancy, recruiter
):
    proposal, answer = accepted_by(participant, vacancy, recruiter)

    proposal.correct_answer(
        answer, version=1, answer=Answer.REJECTED, reason="language", interview_on=None, on=TODAY
    )

    assert (proposal.answer_label, vacancy.places_taken()) == ("afgewezen: taal", 0)
    told = [(change.what, {f.after for f in change.fields}) for change in history(participant)]
    assert ("Antwoord op een voorstel gewijzigd", {"afgewezen", "taal"}) in told
    with pytest.raises(ChangedMeanwhile):
        proposal.correct_answer(answer, version=1, answer=Answer.ACCEPTED, on=TODAY, reason="")


def test_answer_is_taken_back_until_nothing_is_left_to_take(participant, vacancy, recruiter):
    refer(participant)
    proposal = propose(participant, vacancy)
    invited = proposal.record_answer(
        answer=Answer.INTERVIEW, interview_on=TODAY, on=TODAY, by=recruiter
    )
    withdrawn = proposal.record_answer(answer=Answer.WITHDRAWN, on=TODAY, by=recruiter)
    with pytest.raises(NotTheLast):
        proposal.take_back_answer(invited, version=1)

    proposal.take_back_answer(withdrawn, version=1)
    assert proposal.answer_label == "gesprek op 15-01-2017"
    proposal.take_back_answer(invited, version=1)

    assert (proposal.answer, proposal.answered_on) == (Answer.PENDING, None)
    with pytest.raises(NotTheLast):
        proposal.take_back_answer(invited, version=1)


def test_what_was_over_holds_again_only_where_it_still_can(participant, vacancy, recruiter, pilot):
    proposal, _ = accepted_by(participant, vacancy, recruiter)
    withdrawn = proposal.record_answer(answer=Answer.WITHDRAWN, on=TODAY, by=recruiter)
    other = propose(referred(pilot, participant.consultant), vacancy)
    taken = other.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=recruiter)
    with pytest.raises(VacancyFull):
        proposal.take_back_answer(withdrawn, version=1)

    other.take_back_answer(taken, version=1)
    again = propose(participant, vacancy)
    with pytest.raises(AlreadyProposed):
        proposal.take_back_answer(withdrawn, version=1)

    again.record_answer(answer=Answer.REJECTED, reason="filled", on=TODAY, by=recruiter)
    participant.referrals.get().end(reason="other", on=TODAY, by=recruiter)
    with pytest.raises(NotReferred):
        proposal.take_back_answer(withdrawn, version=1)


def test_correction_keeps_the_order_of_the_days(participant, vacancy, recruiter):
    refer(participant)
    proposal = propose(participant, vacancy, on=date(2017, 1, 9))
    answer = proposal.record_answer(answer=Answer.ACCEPTED, on=TODAY, by=recruiter)
    values = {"answer": Answer.ACCEPTED, "interview_on": None, "reason": "", "note": ""}

    with pytest.raises(AnsweredLater):
        proposal.correct_answer(answer, version=1, on=date(2017, 1, 8), **values)
    with pytest.raises(AnswerNotPossible):
        proposal.correct_answer(answer, version=1, on=TODAY, **values | {"answer": "pending"})

    proposal.correct_answer(answer, version=1, on=date(2017, 1, 10), **values)
    assert Proposal.objects.get().answered_on == date(2017, 1, 10)


def place(participant, employer, **kwargs):
    return participant.placements.create(
        **{"kind": "regular", "employer": employer, "hours": 24, "starts_on": TODAY}
        | {"by": participant.consultant}
        | kwargs
    )


def test_who_was_accepted_waits_for_the_placement(participant, vacancy, recruiter, pilot):
    other = referred(pilot, participant.consultant)
    propose(other, vacancy)
    proposal, _ = accepted_by(participant, vacancy, recruiter)
    place(participant, "Een ander bedrijf")
    asked = Participant.objects.signalled(Signal.UNPLACED, on=TODAY)
    assert [(one, one.accepted_by, one.accepted_on) for one in asked] == [
        (participant, vacancy.employer.name, TODAY)
    ]
    ended = {"ended_on": TODAY, "ended_reason": "expired", "ended_by": recruiter}
    place(
        participant,
        vacancy.employer.name,
        starts_on=date(2016, 9, 1),
        ended_at=timezone.now(),
        **ended,
    )
    assert asked.all().exists()

    placed = place(participant, vacancy.employer.name.upper())
    assert not asked.all().exists()

    placed.employer = "Onder een andere naam"
    placed.save()
    proposal.link(placed)
    assert not asked.all().exists()
    proposal.link(place(participant, "Nog een"))
    assert Proposal.objects.get(pk=proposal.pk).placement == placed


def test_employer_is_told_of_a_proposal_that_lapsed(participant, vacancy, recruiter):
    contact(vacancy.employer, days_ago=1)
    referral = refer(participant)
    taken_back = propose(participant, VacancyFactory(employer__pilot=participant.pilot))
    taken_back.record_answer(answer=Answer.WITHDRAWN, on=TODAY, by=recruiter)
    propose(participant, vacancy)
    assert not Employer.objects.to_tell().exists()

    referral.end(reason="other", on=TODAY, by=participant.consultant)

    told = Employer.objects.to_tell().get()
    assert (told, told.lapsed_on, told.lapsed_for) == (vacancy.employer, TODAY, vacancy.title)
    contact(vacancy.employer)
    assert not Employer.objects.to_tell().exists()


def test_contact_is_put_right_and_taken_away_and_the_history_keeps_it(vacancy):
    said = contact(vacancy.employer, note="Over iemand anders")
    said.change(version=1, note="Zoekt een kok")
    with pytest.raises(ChangedMeanwhile):
        said.remove(version=1)

    said.remove(version=2)

    assert not vacancy.employer.contacts.exists()
    with pytest.raises(ContactGone):
        said.remove(version=2)
    told = changes({EmployerContact: "employer_id"}, vacancy.employer.pk)
    assert told[0].what == "Contact met een werkgever verwijderd"


def test_every_answer_says_what_can_come_after_it():
    assert set(NEXT) == set(Answer)
    assert NEXT[Answer.REJECTED] == NEXT[Answer.WITHDRAWN] == ()
    assert not any(Answer.PENDING in following for following in NEXT.values())


@pytest.mark.parametrize(("days", "silent"), [(7, False), (8, True)])
def test_proposal_is_silent_from_the_day_after_the_limit(participant, vacancy, days, silent):
    refer(participant)
    propose(participant, vacancy, on=TODAY - timedelta(days=days))

    assert Proposal.objects.without_answer(on=TODAY, days=7).exists() == silent


def test_interview_that_was_asks_for_its_outcome(participant, vacancy):
    refer(participant)
    proposal = propose(participant, vacancy)
    proposal.record_answer(
        answer=Answer.INTERVIEW, interview_on=TODAY, on=TODAY, by=participant.consultant
    )

    assert not Proposal.objects.without_answer(on=TODAY, days=7).exists()
    assert Proposal.objects.without_answer(on=TODAY + timedelta(days=1), days=7).exists()


def test_history_tells_the_whole_mediation(participant, vacancy):
    refer(participant).end(reason="other", on=TODAY, by=participant.consultant)
    refer(participant, on=TODAY)
    propose(participant, vacancy).record_answer(
        answer=Answer.REJECTED, reason="no_click", on=TODAY, by=participant.consultant
    )

    told = [change.what for change in history(participant)]

    assert told[:2] == ["Antwoord op een voorstel toegevoegd", "Voorstel gewijzigd"]
    assert {"Verwijzing toegevoegd", "Verwijzing gewijzigd", "Voorstel toegevoegd"} <= set(told)


@pytest.mark.parametrize(
    ("constraint", "row", "values"),
    [
        ("referral_end_signed", "referral", {"ended_on": TODAY}),
        ("referral_end_signed", "referral", {"end_reason": "other"}),
        ("referral_hours_in_a_week", "referral", {"hours_from": 20, "hours_until": 10}),
        ("referral_hours_in_a_week", "referral", {"hours_from": 20, "hours_until": 61}),
        ("vacancy_hours_in_a_week", "vacancy", {"hours_from": 40, "hours_until": 10}),
        ("vacancy_has_a_place", "vacancy", {"places": 0}),
        ("vacancy_group_project_teaches", "vacancy", {"kind": "group_project"}),
        ("vacancy_state_known", "vacancy", {"state": "onzin"}),
        ("employer_sector_known", "employer", {"sector": "onzin"}),
        ("proposal_answer_known", "proposal", {"answer": "onzin"}),
        ("proposal_interview_has_a_day", "proposal", {"answer": "interview"}),
        ("proposal_reason_of_refusal", "proposal", {"reason": "language"}),
        ("proposal_interview_not_before_it", "proposal", {"interview_on": date(2017, 1, 1)}),
    ],
)
def test_database_refuses_what_cannot_be(constraint, row, values, participant, vacancy):
    rows = {"referral": refer(participant), "vacancy": vacancy, "employer": vacancy.employer}
    rows["proposal"] = propose(participant, vacancy)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(rows[row]).objects.filter(pk=rows[row].pk).update(**values)


def test_database_refuses_what_is_there_already(pilot, participant, vacancy, consultant):
    referral = refer(participant, occupations=[OccupationFactory()])
    proposal = propose(participant, vacancy)
    twice = [
        (
            "referral_one_open",
            lambda: participant.referrals.create(on=TODAY, by=consultant, purpose="trial"),
        ),
        (
            "proposal_one_live_per_vacancy",
            lambda: participant.proposals.create(vacancy=vacancy, on=TODAY, by=consultant),
        ),
        (
            "sought_occupation_once",
            lambda: referral.wanted.create(
                occupation=referral.occupations.get(), participant=participant
            ),
        ),
        (
            "employer_once_per_pilot",
            lambda: EmployerFactory(pilot=pilot, name=vacancy.employer.name.upper()),
        ),
        (
            "employer_contact_next_is_later",
            lambda: contact(vacancy.employer, next_in=0),
        ),
        (
            "proposal_answer_refusal_has_reason",
            lambda: proposal.record_answer(answer=Answer.REJECTED, on=TODAY, by=consultant),
        ),
        (
            "proposal_answer_lapsed_is_withdrawn",
            lambda: proposal.record_answer(
                answer=Answer.ACCEPTED, lapsed=True, on=TODAY, by=consultant
            ),
        ),
        (
            "proposal_answer_interview_has_a_day",
            lambda: proposal.record_answer(
                answer=Answer.ACCEPTED, interview_on=TODAY, on=TODAY, by=consultant
            ),
        ),
    ]
    for constraint, add in twice:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            add()


def test_history_tells_an_outcome_that_ended_a_referral(pilot, consultant):
    participant = referred(pilot, consultant)

    participant.record_outcome(kind="paid_full", hours=36, by=consultant, on=TODAY)

    told = [change.what for change in history(participant)]
    assert told.index("Uitstroom toegevoegd") < told.index("Verwijzing toegevoegd")
    assert "Faseovergang toegevoegd" in told
