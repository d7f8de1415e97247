"""Putting right what a list or a colleague got wrong about a person."""

from django.db import models, transaction

from participants.models.facts import Fact
from pilot.history import check_unchanged, tracked


@tracked()
class Correction(Fact):
    """Why the data of a participant were put right; what changed stands in their history."""

    reason = models.TextField("reden")

    class Meta(Fact.Meta):
        verbose_name = "correctie"
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="correction_has_reason"),
        ]

    def __str__(self):
        return "Gegevens gecorrigeerd"

    @classmethod
    @transaction.atomic
    def make(cls, participant, *, version, reason, on, by, **values):
        """Correct the data on top of the version they were typed on; None where nothing differs.

        Raises ChangedMeanwhile where a colleague changed one of them since.
        """
        participant._lock()
        participant.refresh_from_db(fields=list(values))
        wrong = {
            field: value for field, value in values.items() if getattr(participant, field) != value
        }
        if not wrong:
            return None
        check_unchanged(participant, since=version, fields=values)
        for field, value in wrong.items():
            setattr(participant, field, value)
        # First the data, then the reason: the history tells them together.
        participant.save(update_fields=list(wrong))
        return participant.corrections.create(reason=reason, on=on, by=by)
