"""What asks for the attention of the recruiter: the limits, in days (our proposals).

No Django in this module.
"""

from enum import StrEnum

# Longer without an answer of the employer is too long.
SILENT_DAYS = 7
# Longer without a contact of the recruiter with who was referred is too long.
NO_CONTACT_DAYS = 14
# What comes within so many days is near.
DAYS_AHEAD = 7


class MediationSignal(StrEnum):
    """Whom it is about; the values stand in addresses, so they are Dutch."""

    NEW = "nieuw"
    NO_CONTACT = "geen-contact"
