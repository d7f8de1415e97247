"""What somebody is typing about a step, kept until it is logged."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from participants.models.steps import Step

# Longer than somebody is on holiday; then it is thrown away, as it is about a person.
KEPT = timedelta(days=30)
# Of one field; what is longer is refused when the step is logged.
LONGEST = 10_000


class StepDraftQuerySet(models.QuerySet):
    def abandoned(self):
        return self.filter(at__lt=timezone.now() - KEPT)

    def keep(self, *, user, participant, uuid, values):
        """Keep what was typed in the place of what was kept before; None if it is a step by now.

        `values`: the fields of the form as they were typed.
        """
        if Step.objects.filter(uuid=uuid).exists():
            return None
        # PostgreSQL knows no NUL.
        typed = {name: text.replace("\0", "")[:LONGEST] for name, text in values.items()}
        draft, _ = self.update_or_create(
            user=user, participant=participant, defaults={"uuid": uuid, "values": typed}
        )
        return draft


class StepDraft(models.Model):
    """One for each user and participant; seen by who typed it and by nobody else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="step_drafts")
    participant = models.ForeignKey(
        "participants.Participant", models.CASCADE, related_name="step_drafts"
    )
    # That of the form, so that what was sent after all is not offered again.
    uuid = models.UUIDField()
    values = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    objects = StepDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "participant"], name="step_draft_one_each"),
        ]

    def __str__(self):
        return f"Concept van {self.at:%d-%m-%Y}"
