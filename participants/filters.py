import django_filters

from participants.choices import OUTCOME_KINDS, PHASES, Education, LanguageLevel, Sex
from participants.completeness import Purpose
from participants.consultants import NOBODY, consultants_of
from participants.limits import Subject
from participants.matching import LEVELS
from participants.mediation import MediationSignal
from participants.mediation_choices import ASKED_LEVELS
from participants.mediation_choices import Purpose as ReferralPurpose
from participants.mediation_list import attach_wishes, with_wishes
from participants.models import Participant, Reading, TrajectoryRules
from participants.models.readings import Action, Page
from participants.profiles import level_of
from participants.signals import ABOUT, Signal
from participants.trajectory import CAN_BE_DIAGNOSED, CLOSED, Phase
from participants.waiting import LABELS
from pilot.filters import FilterSet
from pilot.roles import Permission

# The counts of the dashboard as filters, so that each number can be opened.
COUNTS = [
    ("deelnemers", "alle deelnemers"),
    ("caseload", "in begeleiding"),
    ("gesproken", "vraagverheldering begonnen"),
    ("in-diagnose", "diagnose begonnen"),
    ("gediagnosticeerd", "gediagnosticeerd"),
    ("gestart", "in een traject geplaatst"),
    ("gediagnosticeerd-en-gestart", "gediagnosticeerd en geplaatst"),
    ("uitgestroomd", "uitgestroomd (breed geteld)"),
    ("uitgestroomd-smal", "uitgestroomd (smal geteld)"),
    ("stap-deze-maand", "met een stap deze maand"),
]
WAITS_FOR = [(str(what), label) for what, label in LABELS.items()]
SIGNALS = [(str(signal), about.label) for signal, about in ABOUT.items()]


# What asks for the attention of who mediates; the others are for the consultant.
OF_WHO_MEDIATES = {
    Signal.OVERDUE,
    Signal.TODAY,
    Signal.THIS_WEEK,
    Signal.CONTRACT_ENDS,
    Signal.UNPLACED,
}


def apply_count(participants, count, *, pilot):
    """The participants that a count of the dashboard counts, on the day of the pilot."""
    today = pilot.today()
    if count == "caseload":
        return participants.in_caseload(on=today)
    if count == "gesproken":
        return participants.entered(Phase.INTAKE, on=today)
    if count == "in-diagnose":
        return participants.entered(Phase.DIAGNOSIS, on=today)
    if count == "gediagnosticeerd":
        return participants.diagnosed(on=today)
    if count == "gestart":
        return participants.started(on=today)
    if count == "gediagnosticeerd-en-gestart":
        return participants.diagnosed(on=today).started(on=today)
    if count == "uitgestroomd":
        kinds = TrajectoryRules.objects.of(pilot).counts_broad
        return participants.flowed_out(on=today, kinds=kinds)
    if count == "uitgestroomd-smal":
        kinds = TrajectoryRules.objects.of(pilot).counts_narrow
        return participants.flowed_out(on=today, kinds=kinds)
    if count == "stap-deze-maand":
        return participants.with_step_between(today.replace(day=1), today)
    return participants


def offer_consultants(filterset, pilot, whose=()):
    """Let a filter choose whose participants: who sees all from everybody, a stand-in from two."""
    user = filterset.request.user
    if user.can(Permission.PARTICIPANT_VIEW_ALL, pilot=pilot):
        choices = [(one.username, str(one)) for one in consultants_of(pilot)]
        choices.append((NOBODY, "nog niet toegewezen"))
    elif whose:
        filterset.filters["consulent"].label = "Van wie"
        choices = [(user.username, "uzelf"), *((one.username, str(one)) for one in whose)]
    else:
        del filterset.filters["consulent"]
        return
    filterset.filters["consulent"].extra["choices"] = choices


def of_consultant(participants, value):
    if value == NOBODY:
        return participants.filter(consultant=None)
    return participants.filter(consultant__username=value)


NOTHING = "niets"


# What only who mediates looks for.
OF_LIST_OF_WHO_MEDIATES = ("bemiddeling", "doel", "taal", "uren", "rijbewijs")
HOURS = [(str(hours), f"{hours} uur") for hours in (8, 16, 20, 24, 28, 32, 36, 40)]
DRIVES = {"ja": True, "nee": False, "onbekend": None}


class ParticipantFilter(FilterSet):
    """Codes only: a name never stands in an address.

    `whose`: the consultants whose participants somebody sees who does not see all.
    """

    fase = django_filters.ChoiceFilter(
        label="Fase", field_name="phase", choices=PHASES, empty_label="alle"
    )
    signaal = django_filters.ChoiceFilter(
        label="Signaal", choices=SIGNALS, method="with_signal", empty_label="alle"
    )
    consulent = django_filters.ChoiceFilter(
        label="Consulent", choices=[], method="of_consultant", empty_label="alle"
    )
    telling = django_filters.ChoiceFilter(
        label="Telling", choices=COUNTS, method="in_count", empty_label="alle"
    )
    uitstroom = django_filters.ChoiceFilter(
        label="Uitstroom", choices=OUTCOME_KINDS, method="with_outcome", empty_label="alle"
    )

    bemiddeling = django_filters.ChoiceFilter(
        label="Bemiddeling",
        choices=[
            (MediationSignal.NEW.value, "nieuw, nog geen stap"),
            (MediationSignal.OVERDUE.value, "afspraak van u voorbij"),
            (MediationSignal.AHEAD.value, "afspraak van u vandaag of in de komende 7 dagen"),
            (MediationSignal.NO_CONTACT.value, "u had te lang geen contact"),
        ],
        method="with_mediation_signal",
        empty_label="alle",
    )
    doel = django_filters.ChoiceFilter(
        label="Doel", choices=ReferralPurpose.choices, method="referred_for", empty_label="alle"
    )
    taal = django_filters.ChoiceFilter(
        label="Taal, ten minste", choices=ASKED_LEVELS, method="speaking", empty_label="alle"
    )
    uren = django_filters.ChoiceFilter(
        label="Wil per week werken", choices=HOURS, method="working", empty_label="alle"
    )
    rijbewijs = django_filters.ChoiceFilter(
        label="Rijbewijs",
        choices=[("ja", "ja"), ("nee", "nee"), ("onbekend", "niet bekend")],
        method="driving",
        empty_label="alle",
    )

    class Meta:
        model = Participant
        fields = []

    def __init__(self, *args, pilot, whose=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.pilot = pilot
        offer_consultants(self, pilot, whose)
        if not self.request.user.can(Permission.DIAGNOSIS_VIEW, pilot=pilot):
            # Who is in that list is told by it.
            self.filters["signaal"].extra["choices"] = [
                choice for choice in SIGNALS if choice[0] != Signal.INTEGRATION
            ]
        if self.request.user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot):
            self.keep_what_mediates()
        else:
            for name in OF_LIST_OF_WHO_MEDIATES:
                del self.filters[name]

    def keep_what_mediates(self):
        """Without the signals of the consultant, and without what nobody who is referred is in."""
        del self.filters["telling"], self.filters["uitstroom"]
        self.filters["fase"].extra["choices"] = [
            choice for choice in PHASES if choice[0] in CAN_BE_DIAGNOSED
        ]
        self.filters["signaal"].extra["choices"] = [
            choice for choice in SIGNALS if choice[0] in OF_WHO_MEDIATES
        ]

    def referred_for(self, participants, name, value):
        return participants.referred_for(value)

    def speaking(self, participants, name, value):
        levels = list(LEVELS)
        enough = levels[levels.index(value) :]
        return self.wishing(participants, lambda person: level_of(person)[0] in enough)

    def working(self, participants, name, value):
        def fits(person):
            first, last = person.wishes.hours or (0, 0)
            return first <= int(value) <= last

        return self.wishing(participants, fits)

    def driving(self, participants, name, value):
        return self.wishing(participants, lambda person: person.wishes.drives is DRIVES[value])

    def wishing(self, participants, rule):
        """Those of whom a rule about what they can and want says so, by the rules of the list."""
        people = list(with_wishes(participants.prefetch_related(None).referred()))
        attach_wishes(people)
        return participants.filter(pk__in=[person.pk for person in people if rule(person)])

    def of_consultant(self, participants, name, value):
        return of_consultant(participants, value)

    def in_count(self, participants, name, value):
        return apply_count(participants, value, pilot=self.pilot)

    def with_signal(self, participants, name, value):
        return participants.signalled(
            Signal(value),
            on=self.pilot.today(),
            limits=TrajectoryRules.objects.of(self.pilot).limits,
        )

    def with_mediation_signal(self, participants, name, value):
        return participants.mediation_signalled(
            MediationSignal(value),
            on=self.pilot.today(),
            limits=TrajectoryRules.objects.of(self.pilot).limits,
        )

    def with_outcome(self, participants, name, value):
        return participants.flowed_out(on=self.pilot.today(), kinds=[value])


class AssignFilter(ParticipantFilter):
    """Of who is still guided: nobody is in a phase that closes the trajectory."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        open_phases = [choice for choice in PHASES if choice[0] not in CLOSED]
        self.filters["fase"].extra["choices"] = open_phases
        del self.filters["uitstroom"]


class PhaseFilter(FilterSet):
    fase = django_filters.ChoiceFilter(
        label="Fase", field_name="phase", choices=PHASES, empty_label="alle"
    )

    class Meta:
        model = Participant
        fields = []


class CandidateFilter(FilterSet):
    geslacht = django_filters.ChoiceFilter(
        label="Geslacht", field_name="sex", choices=Sex.choices, empty_label="alle"
    )
    opleiding = django_filters.ChoiceFilter(
        label="Opleiding", field_name="education", choices=Education.choices, empty_label="alle"
    )
    taal = django_filters.ChoiceFilter(
        label="Taalniveau",
        field_name="language_level",
        choices=LanguageLevel.choices,
        empty_label="alle",
    )

    class Meta:
        model = Participant
        fields = []


class WaitingFilter(FilterSet):
    wacht = django_filters.ChoiceFilter(
        label="Wacht op", choices=WAITS_FOR, method="waits_for", empty_label="alle"
    )
    lang = django_filters.ChoiceFilter(
        label="Hoe lang",
        choices=[("te-lang", "te lang")],
        method="too_long",
        empty_label="alle",
    )
    consulent = django_filters.ChoiceFilter(
        label="Consulent", choices=[], method="of_consultant", empty_label="alle"
    )

    class Meta:
        model = Participant
        fields = []

    def __init__(self, *args, pilot, whose=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.pilot = pilot
        offer_consultants(self, pilot, whose)

    def of_consultant(self, participants, name, value):
        return of_consultant(participants, value)

    def waits_for(self, participants, name, value):
        return self.where(participants, lambda waiting: waiting.what == value)

    def too_long(self, participants, name, value):
        today = self.pilot.today()
        days = TrajectoryRules.objects.of(self.pilot).limits.each(Subject.WAITING)
        return self.where(participants, lambda waiting: waiting.too_long(today, days))

    def where(self, participants, rule):
        """Those of whom the rule for who waits says so."""
        kept = [person.pk for person in participants if rule(person.waiting)]
        return participants.filter(pk__in=kept)


class CompletenessFilter(FilterSet):
    mist = django_filters.ChoiceFilter(
        label="Wat ontbreekt",
        choices=[
            (Purpose.DIAGNOSIS, "iets voor de diagnose"),
            (Purpose.REPORT, "iets voor de evaluatie"),
            (Purpose.ESF, "iets voor het ESF"),
            (NOTHING, "niets"),
        ],
        method="with_gap",
        empty_label="alles",
    )
    consulent = django_filters.ChoiceFilter(
        label="Consulent", choices=[], method="of_consultant", empty_label="alle"
    )

    class Meta:
        model = Participant
        fields = []

    def __init__(self, *args, pilot, gaps, **kwargs):
        super().__init__(*args, **kwargs)
        self.gaps = gaps
        offer_consultants(self, pilot, ())

    def of_consultant(self, participants, name, value):
        return of_consultant(participants, value)

    def with_gap(self, participants, name, value):
        """`value`: a purpose for which something misses, or that nothing does at all."""
        kept = [
            person.pk
            for person in participants
            if (
                not any(self.gaps(person).of(purpose) for purpose in Purpose)
                if value == NOTHING
                else self.gaps(person).of(Purpose(value))
            )
        ]
        return participants.filter(pk__in=kept)


class ReadingFilter(FilterSet):
    wie = django_filters.ChoiceFilter(
        label="Wie", field_name="user__username", choices=[], empty_label="alle"
    )
    waar = django_filters.ChoiceFilter(
        label="Waar", field_name="page", choices=[], empty_label="alle"
    )
    hoe = django_filters.ChoiceFilter(
        label="Hoe", field_name="action", choices=Action.choices, empty_label="alle"
    )

    class Meta:
        model = Reading
        fields = []

    def __init__(self, *args, readers, pages, **kwargs):
        super().__init__(*args, **kwargs)
        occurring = [choice for choice in Page.choices if choice[0] in pages]
        self.filters["waar"].extra["choices"] = occurring
        self.filters["wie"].extra["choices"] = [(user.username, str(user)) for user in readers]
