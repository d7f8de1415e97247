"""What the tests of placements, outcomes, evidence and aftercare have in common."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from participants.files import check_file
from participants.models import Business, Placement, Study

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 and so on"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR and so on \x00\x00\x00\x00IEND\xaeB`\x82"
LIMIT = 1000


def placement(participant, *, by=None, **fields):
    return Placement.objects.record(
        participant,
        **{
            "uuid": uuid4(),
            "by": by or participant.consultant,
            "kind": "regular",
            "employer": "Bakkerij Het Voorbeeld",
            "hours": Decimal(36),
            "starts_on": date(2016, 11, 1),
        }
        | fields,
    )


def study(participant, **fields):
    return Study.objects.record(
        participant,
        **{
            "uuid": uuid4(),
            "by": participant.consultant,
            "institution": "Leeuwenborgh",
            "course": "Helpende zorg",
            "level": "mbo",
            "financing": "grant",
            "starts_on": date(2016, 11, 1),
        }
        | fields,
    )


def business(participant, **fields):
    return Business.objects.record(
        participant,
        **{
            "uuid": uuid4(),
            "by": participant.consultant,
            "what": "Fietsenmaker",
            "stage": "plan",
            "starts_on": date(2016, 11, 1),
        }
        | fields,
    )


def checked(name="contract.pdf", content=PDF):
    return check_file(name, content, at_most=LIMIT)
