import hashlib
import secrets

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from pilot.models import Pilot


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarLinkManager(models.Manager):
    @transaction.atomic
    def renew(self, *, user, pilot) -> str:
        """The secret of a new link, which is nowhere else; the one before is not valid any more."""
        token = secrets.token_urlsafe(32)
        self.update_or_create(user=user, pilot=pilot, defaults={"token_sha256": hashed(token)})
        return token

    def withdraw(self, *, user, pilot):
        self.filter(user=user, pilot=pilot).delete()

    def behind(self, token: str, *, slug: str):
        """The link with this secret in a pilot, None where it was withdrawn or never was."""
        links = self.select_related("user", "pilot").filter(user__is_active=True)
        return links.filter(token_sha256=hashed(token), pilot__slug=slug).first()


class CalendarLink(models.Model):
    """Lets a calendar fetch the appointments of one user in one pilot, without logging in."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(auto_now=True)

    objects = CalendarLinkManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "pilot"], name="calendar_link_one_each"),
            models.CheckConstraint(
                condition=Q(("token_sha256__regex", r"^[0-9a-f]{64}$")), name="calendar_link_hashed"
            ),
        ]

    def __str__(self):
        return f"Agendalink van {self.user}"
