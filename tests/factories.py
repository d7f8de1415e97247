from datetime import date
from uuid import uuid4

import factory
from django.utils import timezone

from participants.models import Draw, Participant, StandIn
from participants.selection import Feature
from participants.trajectory import Phase
from pilot.models import Membership, Organisation, Pilot, User
from pilot.roles import Role

TODAY = date(2017, 1, 15)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"gebruiker{n}")
    first_name = "Voornaam"
    last_name = factory.Sequence(lambda n: f"Achternaam{n:05}")


class PilotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Pilot

    name = factory.Sequence(lambda n: f"Pilot {n}")
    slug = factory.Sequence(lambda n: f"pilot-{n}")
    target_group = "Vergunninghouders, toegewezen vanaf 1 januari 2014"
    starts_on = date(2016, 8, 1)
    ends_on = date(2017, 12, 31)
    assigned_from = date(2014, 1, 1)
    demo_today = TODAY


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    pilot = factory.SubFactory(PilotFactory)
    role = Role.CONSULTANT


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    pilot = factory.SubFactory(PilotFactory)
    name = factory.Sequence(lambda n: f"Partner {n}")


class StandInFactory(factory.django.DjangoModelFactory):
    """Around the day of the demo; the pair is of the same pilot."""

    class Meta:
        model = StandIn

    pilot = factory.SubFactory(PilotFactory)
    consultant = factory.SubFactory(UserFactory)
    stand_in = factory.SubFactory(UserFactory)
    starts_on = date(2017, 1, 9)
    ends_on = date(2017, 1, 22)
    reason = "holiday"
    by = factory.SelfAttribute("consultant")


class ParticipantFactory(factory.django.DjangoModelFactory):
    """A candidate; with `consultant=` a selected participant in that caseload, in `phase`."""

    class Meta:
        model = Participant

    class Params:
        selected = factory.Trait(
            selected_on=date(2016, 8, 1),
            selected_at=factory.LazyFunction(timezone.now),
            selected_by=factory.SubFactory(UserFactory),
        )

    pilot = factory.SubFactory(PilotFactory)
    number = factory.Sequence(lambda n: n + 1)
    client_number = factory.Sequence(lambda n: f"C{n:06}")
    first_name = factory.Sequence(lambda n: f"Kandidaat{n}")
    last_name = "Voorbeeld"
    birth_date = date(1985, 5, 17)
    assigned_on = date(2015, 3, 2)

    @classmethod
    def _create(cls, model, *args, consultant=None, phase=Phase.SELECTION, **kwargs):
        """Through the model's own methods, so that phase and history agree."""
        if consultant and not kwargs.get("selected_on"):
            kwargs |= {
                "selected_on": date(2016, 8, 1),
                "selected_at": timezone.now(),
                "selected_by": consultant,
            }
        participant = super()._create(model, *args, **kwargs)
        if consultant:
            participant.assign_to(consultant, by=consultant, on=date(2016, 8, 1))
            bring_to(participant, phase, by=consultant)
        return participant


ROUTE_TO = {
    Phase.SELECTION: [],
    Phase.INTAKE: [Phase.INTAKE],
    Phase.DIAGNOSIS: [Phase.INTAKE, Phase.DIAGNOSIS],
    Phase.PLACEMENT: [Phase.INTAKE, Phase.DIAGNOSIS, Phase.PLACEMENT],
    Phase.EDUCATION: [Phase.INTAKE, Phase.DIAGNOSIS, Phase.EDUCATION],
    Phase.ENTREPRENEURSHIP: [Phase.INTAKE, Phase.DIAGNOSIS, Phase.ENTREPRENEURSHIP],
}


def bring_to(participant, phase, *, by, on=date(2016, 9, 1)):
    """Move a participant along the shortest way, with the diagnosis that it needs."""
    for step in ROUTE_TO[phase]:
        if step in (Phase.PLACEMENT, Phase.EDUCATION, Phase.ENTREPRENEURSHIP):
            participant.diagnoses.create(on=on, by=by, route=step)
        participant.move_to(step, by=by, on=on)


def make_draw(pilot, *, by, size=2, seed=1, features=(Feature.SEX,)):
    return Draw.objects.make(
        uuid=uuid4(), pilot=pilot, by=by, features=list(features), size=size, seed=seed
    )
