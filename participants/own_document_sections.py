"""The papers for an employer, as the page of a participant and that of the documents show them."""

from participants.models.own_documents import AT_MOST
from pilot.roles import Permission


def own_documents(reader) -> dict | None:
    """Each document with whether the reader may take it away; None for who may see none."""
    participant = reader.participant
    if participant.is_candidate or not reader.may(Permission.OWN_DOCUMENT_KEEP):
        return None
    documents = list(participant.own_documents.there().select_related("by"))
    return {
        "rows": [(document, document.can_be_removed_by(reader.user)) for document in documents],
        "full": AT_MOST if len(documents) >= AT_MOST else None,
    }
