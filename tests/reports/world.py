"""A small pilot of which the figures can be counted by hand.

Everybody begins as a candidate; what happens to them is played in the order of the days, through
the methods of the model, so that it can also be played up to some day and no further.
"""

from datetime import date

from participants.choices import Route
from participants.outcomes import DropoutReason, OutcomeKind
from participants.trajectory import Phase
from tests.factories import MembershipFactory, ParticipantFactory

SELECTED = "selected"
ANN, BERT, CARL = "ann", "bert", "carl"

WORLD = {
    "waits": [("2016-08-01", SELECTED)],
    "talks": [("2016-08-01", SELECTED), ("2016-08-05", ANN), ("2016-08-10", Phase.INTAKE)],
    "diagnosed": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-09-01", Phase.DIAGNOSIS),
        ("2016-09-30", Route.PLACEMENT),
    ],
    "works_more": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-08-15", Phase.DIAGNOSIS),
        ("2016-08-20", Route.PLACEMENT),
        ("2016-08-22", Phase.PLACEMENT),
        ("2016-09-20", OutcomeKind.PAID_PARTIAL),
        ("2016-11-01", OutcomeKind.PAID_FULL),
    ],
    "loses_the_job": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", BERT),
        ("2016-08-10", Phase.INTAKE),
        ("2016-08-15", Phase.DIAGNOSIS),
        ("2016-08-20", Route.PLACEMENT),
        ("2016-08-22", Phase.PLACEMENT),
        ("2016-09-15", OutcomeKind.PAID_FULL),
        ("2016-12-31", Phase.PLACEMENT),
    ],
    "moves_away": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", BERT),
        ("2016-08-10", Phase.INTAKE),
        ("2016-10-15", DropoutReason.MOVED),
    ],
    "studies": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", BERT),
        ("2016-08-10", Phase.INTAKE),
        ("2016-08-15", Phase.DIAGNOSIS),
        ("2016-09-09", Route.EDUCATION),
        ("2016-09-10", Phase.EDUCATION),
        ("2016-10-01", OutcomeKind.STUDY_BENEFIT),
        ("2016-11-20", Route.EDUCATION),
    ],
    "participates": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-08-15", Phase.DIAGNOSIS),
        ("2016-09-12", Route.PARTICIPATION),
        ("2016-11-11", OutcomeKind.PARTICIPATION),
    ],
    "starts_a_business": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", BERT),
        ("2016-08-10", Phase.INTAKE),
        ("2016-08-15", Phase.DIAGNOSIS),
        ("2016-09-19", Route.ENTREPRENEURSHIP),
        ("2016-09-20", Phase.ENTREPRENEURSHIP),
        ("2016-12-20", OutcomeKind.BUSINESS_PARTIAL),
        ("2017-02-01", OutcomeKind.BUSINESS_FULL),
    ],
    "changes_consultant": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-09-15", Phase.DIAGNOSIS),
        ("2016-10-01", Route.PLACEMENT),
        ("2016-10-05", Phase.PLACEMENT),
        ("2016-12-01", BERT),
        ("2016-12-30", OutcomeKind.SUBSIDISED_PARTIAL),
        ("2017-03-31", OutcomeKind.SUBSIDISED_FULL),
    ],
    "gets_a_grant": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-09-15", Phase.DIAGNOSIS),
        ("2016-10-04", Route.EDUCATION),
        ("2016-10-05", Phase.EDUCATION),
        ("2016-11-01", OutcomeKind.STUDY_BENEFIT),
        ("2016-12-15", OutcomeKind.STUDY_GRANT),
    ],
    "comes_back": [
        ("2016-08-01", SELECTED),
        ("2016-08-05", ANN),
        ("2016-08-10", Phase.INTAKE),
        ("2016-09-05", DropoutReason.MOTIVATION),
        ("2016-11-01", Phase.INTAKE),
    ],
    "comes_late": [
        ("2016-12-01", SELECTED),
        ("2016-12-05", BERT),
        ("2016-12-10", Phase.INTAKE),
    ],
    "candidate": [],
}


class World:
    """A team of three, of whom Carl guides nobody, and the persons above by their name."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.team = {
            name: MembershipFactory(
                pilot=pilot,
                user__username=name,
                user__first_name=name.title(),
                user__last_name="Voorbeeld",
            ).user
            for name in (ANN, BERT, CARL)
        }
        self.people = {
            name: ParticipantFactory(pilot=pilot, first_name=name, last_name="") for name in WORLD
        }

    def play(self, *, after=date.min, until=date.max):
        """Let happen what happens after a day, up to and including another."""
        for name, events in WORLD.items():
            for day, event in events:
                on = date.fromisoformat(day)
                if after < on <= until:
                    happen(self.people[name], event, on=on, team=self.team)


def happen(participant, event, *, on, team):
    by = team[ANN]
    if event == SELECTED:
        participant.select(by=by, on=on)
    elif event in team:
        participant.assign_to(team[event], by=by, on=on, reason="other")
    elif isinstance(event, Route):
        participant.diagnose(route=event, by=by, on=on)
    elif isinstance(event, OutcomeKind):
        participant.record_outcome(kind=event, by=by, on=on)
    elif isinstance(event, DropoutReason):
        participant.record_outcome(kind=OutcomeKind.DROPOUT, dropout_reason=event, by=by, on=on)
    else:
        participant.move_to(event, by=by, on=on)
