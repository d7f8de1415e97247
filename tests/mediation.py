"""What the tests of the mediation begin with."""

from datetime import date, timedelta
from uuid import uuid4

import factory
from django.urls import reverse

from participants.mediation_choices import ContactKind, Purpose
from participants.models import Employer, Occupation, Proposal, Vacancy
from participants.trajectory import Phase
from tests.factories import TODAY, ParticipantFactory, PilotFactory, UserFactory


class EmployerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Employer

    pilot = factory.SubFactory(PilotFactory)
    name = factory.Sequence(lambda n: f"Werkgever {n}")
    sector = "hospitality"
    place = "Meerssen"
    by = factory.SubFactory(UserFactory)


class OccupationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Occupation

    name = factory.Sequence(lambda n: f"beroep {n}")
    sector = "hospitality"


class VacancyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Vacancy

    employer = factory.SubFactory(EmployerFactory)
    title = factory.Sequence(lambda n: f"Vacature {n}")
    sector = "hospitality"
    hours_from = 24
    hours_until = 32
    by = factory.SelfAttribute("employer.by")


def refer(participant, *, by=None, on=date(2016, 12, 1), **profile):
    return participant.refer(
        uuid=uuid4(),
        by=by or participant.consultant,
        on=on,
        **{"purpose": Purpose.PAID_WORK} | profile,
    )


def referred(pilot, consultant, *, profile=None, **kwargs):
    """A participant in plaatsing who was referred."""
    participant = ParticipantFactory(
        pilot=pilot, consultant=consultant, **{"phase": Phase.PLACEMENT} | kwargs
    )
    refer(participant, **profile or {})
    return participant


def propose(participant, vacancy, *, by=None, on=TODAY, **kwargs):
    by = by or participant.consultant
    return Proposal.objects.propose(participant, vacancy, uuid=uuid4(), on=on, by=by, **kwargs)


def contact(employer, *, days_ago=0, next_in=None, **kwargs):
    """A contact with an employer; `next_in`: days from the day of the demo."""
    return employer.log_contact(
        uuid=uuid4(),
        by=employer.by,
        on=TODAY - timedelta(days=days_ago),
        kind=ContactKind.PHONE,
        next_on=None if next_in is None else TODAY + timedelta(days=next_in),
        **kwargs,
    )


def url(route, pilot, *args):
    return reverse(f"participants:{route}", args=[pilot.slug, *args])


def of(participant, route, *args):
    return url(route, participant.pilot, participant.number, *args)


def sent(response) -> dict:
    """What the form of a page sends when nothing is changed."""
    form = response.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, "", False)}
