"""What is missing of whom: for the diagnosis, the evaluation and the ESF (wish U5)."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join

from participants.caseload_views import SortedInMemory
from participants.choices import Education, Household, Sex
from participants.columns import consultant_column, name_column, number_column, phase_column
from participants.completeness import Part, Purpose, Registered, lacking, missing
from participants.diagnosis_choices import PART_LABELS
from participants.filters import CompletenessFilter
from participants.list_views import PeopleList
from participants.models import DiagnosisFile, Participant, SkillLevel
from participants.trajectory import CAN_BE_DIAGNOSED
from pilot.lists import Column
from pilot.roles import Permission

COMPLETE = "compleet"
NOT_YET = "nog niet aan de orde"
NO_MORE = "niet meer aan de orde"
# Where it is filled in: the page, and the right that it asks; the others are not to be filled in.
FILLED_IN = {
    "consulent": ("transfer", Permission.PARTICIPANT_ASSIGN),
    "geslacht": ("participant-edit", Permission.PARTICIPANT_CORRECT),
    "huishouden": ("participant-edit", Permission.PARTICIPANT_CORRECT),
    "opleiding": ("participant-edit", Permission.PARTICIPANT_CORRECT),
    "eerste activiteit": ("step-create", Permission.STEP_LOG),
}
PROOF = "bewijs van uitstroom"
OF_A_FILE = ["barriers", "schoolings", "work_experience", "wanted_occupations", "ladder_rungs"]


@dataclass(frozen=True)
class Gaps:
    """For each purpose what misses, in words; for the diagnosis the parts."""

    diagnosis: tuple[Part, ...]
    report: tuple[str, ...]
    esf: tuple[str, ...]

    def of(self, purpose: Purpose) -> tuple[str, ...]:
        return {
            Purpose.DIAGNOSIS: self.diagnosis,
            Purpose.REPORT: self.report,
            Purpose.ESF: self.esf,
        }[purpose]


def registered(person) -> Registered:
    return Registered(
        assigned=person.consultant_id is not None,
        sex=person.sex != Sex.UNKNOWN,
        household=person.household != Household.UNKNOWN,
        education=person.education != Education.UNKNOWN,
        entered=person.first_entry_on is not None,
        proven=not person.is_unproven,
    )


class CompletenessList(SortedInMemory, PeopleList):
    permission = Permission.DIAGNOSIS_VIEW
    template_name = "participants/completeness_list.html"
    title = "Wat ontbreekt"
    unit = "deelnemer,deelnemers"
    filterset_class = CompletenessFilter
    default_sort = "-samen"
    export_name = "wat-ontbreekt"
    empty_text = "Nog geen deelnemers."

    def trail(self):
        return [("Deelnemers", self.url("participants:list"))]

    def rows(self):
        today = self.pilot.today()
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        skills = Prefetch("skill_levels", SkillLevel.objects.order_by("on", "pk"))
        return (
            visible.selected(on=today)
            .select_related("pilot", "consultant")
            .prefetch_related(skills, *OF_A_FILE)
            .with_participation_days(on=today)
            .with_unproven(on=today)
        )

    @cached_property
    def files(self) -> dict[int, DiagnosisFile]:
        files = DiagnosisFile.objects.filter(participant__pilot=self.pilot)
        return {file.participant_id: file for file in files}

    def gaps(self, person) -> Gaps:
        if not hasattr(person, "gaps"):
            file = self.files.get(person.pk, DiagnosisFile())
            file.participant = person
            of_file = missing(file.filled()) if person.phase in CAN_BE_DIAGNOSED else {}
            about = registered(person)
            person.gaps = Gaps(
                tuple(of_file),
                tuple(lacking(Purpose.REPORT, about)),
                tuple(lacking(Purpose.ESF, about)),
            )
            person.gaps_in_all = sum(len(person.gaps.of(purpose)) for purpose in Purpose)
            person.consultant__last_name = person.consultant and person.consultant.last_name
        return person.gaps

    def filter_kwargs(self):
        return {"pilot": self.pilot, "gaps": self.gaps}

    def sorted(self, rows):
        people = list(rows)
        for person in people:
            self.gaps(person)
        return super().sorted(people)

    def columns(self):
        words = [
            ("diagnose", "Voor de diagnose", Purpose.DIAGNOSIS),
            ("evaluatie", "Voor de evaluatie", Purpose.REPORT),
            ("esf", "Voor het ESF", Purpose.ESF),
        ]
        return [
            name_column(),
            number_column(),
            phase_column(),
            *(
                Column(key, label, lambda p, purpose=purpose: self.in_words(p, purpose))
                for key, label, purpose in words
            ),
            Column("samen", "Samen", lambda p: p.gaps_in_all, sort=("gaps_in_all",), numeric=True),
            *([consultant_column()] if self.may(Permission.PARTICIPANT_VIEW_ALL) else []),
        ]

    def in_words(self, person, purpose) -> str:
        """What misses, on the page with a link to where it is filled in."""
        if purpose == Purpose.DIAGNOSIS and person.phase not in CAN_BE_DIAGNOSED:
            return NO_MORE if person.is_closed else NOT_YET
        places = [self.place(person, gap) for gap in person.gaps.of(purpose)]
        if not places:
            return COMPLETE
        if "export" in self.request.GET:
            return ", ".join(words for words, _ in places)
        return format_html_join(", ", "{}", ((linked(*place),) for place in places))

    def place(self, person, gap) -> tuple[str, str]:
        """What misses in words, and the address where it is filled in, if that is anywhere."""
        if isinstance(gap, Part):
            url = self.url("participants:diagnosis", person.number)
            return PART_LABELS[gap].lower(), f"{url}#{gap}"
        if gap == PROOF:
            return gap, f"{person.get_absolute_url()}#outflow"
        route, permission = FILLED_IN.get(gap, ("", None))
        if not route or not self.may(permission):
            return gap, ""
        return gap, self.url(f"participants:{route}", person.number)

    def row_url(self, participant):
        return participant.get_absolute_url()


def linked(words, url) -> str:
    return format_html('<a href="{}">{}</a>', url, words) if url else words
