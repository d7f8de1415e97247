from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from budgeting.models import Budget
from participants.outcomes import OutcomeKind
from participants.trajectory import Phase
from reports.models import (
    ChangedMeanwhile,
    Document,
    DraftOutdated,
    Evaluation,
    EvaluationFinalised,
)
from reports.models.evaluations import open_quarters
from reports.periods import Quarter
from tests.factories import ParticipantFactory, PilotFactory, UserFactory
from tests.reports.conftest import make_all

TEXT = {
    "progress_text": "Nieuwe tekst.",
    "issues_text": "",
    "proposals_text": "",
}


def stored(evaluation):
    return Evaluation.objects.get(pk=evaluation.pk)


def record_more(pilot, leader):
    """What is recorded after the quarter, about a day within it."""
    late = ParticipantFactory(pilot=pilot, consultant=leader, phase=Phase.PLACEMENT)
    late.record_outcome(kind=OutcomeKind.PAID_FULL, by=leader, on=date(2016, 12, 1))


# The text


def test_write_stores_the_text_as_a_new_version(evaluation, leader):
    evaluation.write(TEXT, version=1, by=leader)

    assert stored(evaluation).narrative == TEXT
    assert stored(evaluation).version == 2


def test_write_on_an_older_version_is_refused(evaluation, leader):
    evaluation.write(TEXT, version=1, by=leader)
    other = stored(evaluation)

    with pytest.raises(ChangedMeanwhile):
        other.write(TEXT | {"issues_text": "Van een ander."}, version=1, by=UserFactory())

    assert stored(evaluation).narrative == TEXT
    assert stored(evaluation).written_by == leader


def test_write_of_the_same_text_is_no_new_version(evaluation, leader):
    evaluation.write(evaluation.narrative, version=1, by=leader)

    assert stored(evaluation).version == 1


# The concept


def test_draft_freezes_figures_text_and_budget(evaluation, leader, pilot):
    Budget.objects.start_from_action_plan(pilot)

    evaluation.request_draft(by=leader)

    source = stored(evaluation).draft.source
    assert source["figures"] == evaluation.current_figures().as_json()
    assert source["narrative"] == evaluation.narrative
    assert [row["label"] for row in source["budget"]["rows"]] == ["2016", "2017", "Samen"]
    assert source["budget"]["rows"][-1]["extra"] == "705812.50000000"
    assert (evaluation.figures.participants, evaluation.figures.flowed_out) == (2, 1)


def test_draft_that_is_asked_for_twice_is_one_document(evaluation, leader):
    evaluation.request_draft(by=leader)
    evaluation.request_draft(by=leader)

    assert Document.objects.count() == 1


def test_draft_after_new_facts_has_new_figures(evaluation, leader, pilot):
    evaluation.request_draft(by=leader)
    record_more(pilot, leader)

    assert evaluation.figures.flowed_out == 1
    evaluation.request_draft(by=leader)
    assert evaluation.figures.flowed_out == 2


def test_draft_of_older_text_cannot_be_finalised(drafted, leader):
    drafted.write(TEXT, version=1, by=leader)

    with pytest.raises(DraftOutdated):
        drafted.finalise(reviewed=drafted.draft.uuid, by=leader)

    assert not stored(drafted).is_finalised


def test_draft_that_is_not_ready_cannot_be_finalised(evaluation, leader):
    evaluation.request_draft(by=leader)

    with pytest.raises(DraftOutdated):
        evaluation.finalise(reviewed=evaluation.draft.uuid, by=leader)


def test_another_draft_than_was_reviewed_is_not_finalised(drafted, leader, pilot):
    reviewed = drafted.draft.uuid
    record_more(pilot, leader)
    drafted.request_draft(by=leader)
    make_all()

    with pytest.raises(DraftOutdated):
        stored(drafted).finalise(reviewed=reviewed, by=leader)


# Finalised


def test_finalised_keeps_the_figures_of_the_reviewed_draft(drafted, leader, pilot):
    record_more(pilot, leader)

    drafted.finalise(reviewed=drafted.draft.uuid, by=leader)

    assert drafted.final.source == drafted.draft.source | {"finalised_on": "2017-01-15"}
    assert drafted.figures.flowed_out == 1
    assert (drafted.finalised_on, drafted.finalised_by) == (date(2017, 1, 15), leader)


def test_finalised_does_not_change_with_what_is_recorded_later(finalised, leader, pilot):
    before = stored(finalised).final.checked_content()

    record_more(pilot, leader)
    pilot.name = "Een andere naam"
    pilot.save()
    finalised.retry()
    make_all()

    assert stored(finalised).final.checked_content() == before
    assert stored(finalised).figures.flowed_out == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda evaluation, by: evaluation.write(TEXT, version=1, by=by),
        lambda evaluation, by: evaluation.request_draft(by=by),
        lambda evaluation, by: evaluation.finalise(reviewed=evaluation.draft.uuid, by=by),
        lambda evaluation, by: evaluation.save(),
        lambda evaluation, by: evaluation.delete(),
    ],
    ids=["write", "draft", "finalise", "save", "delete"],
)
def test_finalised_refuses(finalised, leader, change):
    with pytest.raises(EvaluationFinalised):
        change(finalised, leader)

    assert stored(finalised).progress_text == "De eerste deelnemer heeft werk."


def test_document_of_an_evaluation_cannot_be_deleted(finalised):
    with pytest.raises(ProtectedError):
        finalised.final.delete()


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("evaluation_quarter_known", {"number": 5}),
        ("evaluation_ends_after_start", {"since": date(2017, 1, 1)}),
        ("evaluation_finalised_is_signed", {"finalised_on": date(2017, 1, 15)}),
        ("evaluation_finalised_after_quarter", {"finalised_on": date(2016, 12, 31)}),
    ],
)
def test_database_refuses(evaluation, constraint, values):
    with pytest.raises(IntegrityError, match=constraint):
        Evaluation.objects.filter(pk=evaluation.pk).update(**values)


def test_database_refuses_a_second_evaluation_of_a_quarter(evaluation):
    evaluation.pk = None
    evaluation._state.adding = True

    with pytest.raises(IntegrityError, match="evaluation_once_per_quarter"):
        evaluation.save()


# Which quarters


def test_open_quarters_have_begun_and_have_no_evaluation(evaluation, pilot):
    assert open_quarters(pilot) == [Quarter(2016, 3), Quarter(2017, 1)]


def test_open_quarters_of_a_pilot_that_is_still_to_begin_are_none(db):
    assert open_quarters(PilotFactory(demo_today=date(2016, 7, 1))) == []
