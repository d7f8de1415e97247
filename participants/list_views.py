"""Lists of persons, and what is done with those who are ticked in one."""

from urllib.parse import urlencode

from django.db import transaction
from django.shortcuts import redirect
from django.utils.functional import cached_property

from participants.caseload_forms import AssignForm, last_assignment
from participants.columns import (
    consultant_column,
    name_column,
    number_column,
    phase_column,
    planned_column,
)
from participants.filters import AssignFilter, CandidateFilter, ParticipantFilter
from participants.forms import SelectForm
from participants.mediation_list import attach_wishes, mediation_columns, with_wishes
from participants.models import Participant, Reading
from participants.models.participant import (
    AssignedLater,
    AssignedMeanwhile,
    TransferWithoutReason,
)
from participants.models.readings import Action
from participants.on_behalf import stood_in_by
from participants.trajectory import CLOSED
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.navigation import people_label
from pilot.roles import Permission


class PeopleList(PilotAccessMixin, ListPage):
    """A list of persons: who sees it leaves a trace."""

    def will_show(self, rows, *, exported):
        action = Action.EXPORTED if exported else Action.SHOWN
        Reading.objects.record(self.request, ids=[person.pk for person in rows], action=action)


class ParticipantList(PeopleList):
    permission = Permission.PARTICIPANT_VIEW
    template_name = "participants/participant_list.html"
    unit = "deelnemer,deelnemers"
    filterset_class = ParticipantFilter
    default_sort = "naam"
    export_name = "deelnemers"

    @property
    def empty_text(self):
        if self.sees_all:
            return "Nog geen deelnemers."
        if self.may(Permission.PARTICIPANT_VIEW_REFERRED):
            return "Er is nog niemand naar u verwezen."
        return "Nog geen deelnemers: de projectleider wijst ze aan u toe."

    def what_next(self):
        if not self.may(Permission.PARTICIPANT_SELECT):
            return []
        candidates = self.url("participants:candidate-list")
        return [("Selecteer wie meedoet", candidates)]

    @cached_property
    def sees_all(self):
        return self.may(Permission.PARTICIPANT_VIEW_ALL)

    @property
    def title(self):
        return people_label(self.request.user, self.pilot)

    def filter_values(self):
        """The caseload of a consultant is whom they guide now, unless they ask for others."""
        asked = self.request.GET
        closed = asked.get("fase") in CLOSED or asked.get("uitstroom")
        if self.sees_all or "telling" in asked or closed:
            return asked
        values = self.request.GET.copy()
        values["telling"] = "caseload"
        return values

    def unfiltered_url(self):
        return f"{self.request.path}?telling="

    @cached_property
    def mediates(self):
        return self.may(Permission.PARTICIPANT_VIEW_REFERRED) and not self.sees_all

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        people = (
            visible.selected(on=self.pilot.today())
            .select_related("pilot", "consultant")
            .with_steps()
        )
        return with_wishes(people) if self.mediates else people

    def will_show(self, rows, *, exported):
        if self.mediates:
            attach_wishes(rows)
        super().will_show(rows, exported=exported)

    @cached_property
    def stood_in(self):
        """By which appointments this user sees participants of colleagues today."""
        return [] if self.sees_all else stood_in_by(self.request.user, pilot=self.pilot)

    def filter_kwargs(self):
        return {"pilot": self.pilot, "whose": [row.consultant for row in self.stood_in]}

    def columns(self):
        today = self.pilot.today()
        if self.mediates:
            return [*mediation_columns(today), self.log_column()]
        columns = [
            name_column(),
            number_column(),
            phase_column(),
            Column("stap", "Laatste stap", lambda p: p.last_step_type),
            Column(
                "dagen",
                "Dagen sinds contact",
                lambda p: (today - p.met_on).days if p.met_on else None,
                sort=("-last_contact_on",),
                numeric=True,
            ),
            Column("volgende", "Volgende stap", lambda p: p.next_step_type),
            planned_column(today),
        ]
        if self.sees_all or self.stood_in:
            columns.append(consultant_column())
        # For whom it is daily work; on the page of a participant everybody can who may.
        if self.may(Permission.STEP_LOG) and not self.sees_all:
            columns.append(self.log_column())
        return columns

    def log_column(self) -> Column:
        """To log a step of somebody without opening their page first, and come back here."""
        back = urlencode({"van": "lijst", "lijst": self.request.GET.urlencode()})
        return Column(
            "vastleggen",
            "Stap",
            lambda p: "" if p.phase in CLOSED else "Vastleggen",
            url=lambda p: (
                ""
                if p.phase in CLOSED
                else f"{self.url('participants:step-create', p.number)}?{back}"
            ),
            exported=False,
        )

    def row_url(self, participant):
        return participant.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            may_assign=self.may(Permission.PARTICIPANT_ASSIGN),
            may_see_waiting=self.may(Permission.PARTICIPANT_WAITING_VIEW),
            stood_in=self.stood_in,
            may_see_gaps=self.may(Permission.DIAGNOSIS_VIEW),
            mediates=self.mediates,
            **kwargs,
        )


class TickPage(PeopleList):
    """A list of which rows can be ticked, with a form that says what happens to them."""

    form_class = None

    def post(self, request, *args, **kwargs):
        self.numbers = {
            int(n) for n in request.POST.getlist("nummer") if n.isdecimal() and len(n) < 9
        }
        form = self.form_class(request.POST, pilot=self.pilot)
        chosen = list(self.rows().filter(number__in=self.numbers))
        if form.is_valid() and not chosen:
            form.add_error(None, "Vink eerst in de lijst aan om wie het gaat.")
        if form.is_valid():
            self.check(form, chosen)
        if form.is_valid():
            self.carry_out(form, chosen)
            if form.is_valid():
                return redirect(request.get_full_path())
        self.form = form
        return self.get(request, *args, **kwargs)

    def check(self, form, chosen):
        """Put in the form what stands in the way, or what should be known first."""

    def carry_out(self, form, chosen):
        raise NotImplementedError

    def initial(self) -> dict:
        return {"on": self.pilot.today()}

    def get_context_data(self, **kwargs):
        form = getattr(self, "form", None) or self.form_class(
            pilot=self.pilot, initial=self.initial()
        )
        ticked = getattr(self, "numbers", set())
        elsewhere = sorted(ticked - {row.number for row in kwargs["page"]})
        return super().get_context_data(
            form=form,
            selectable=True,
            ticked=ticked,
            ticked_elsewhere=[(number, self.attendance_of(number)) for number in elsewhere],
            **kwargs,
        )

    def attendance_of(self, number: int) -> str:
        """How it went for one of the rows, where that is asked."""
        return ""


class BulkPage(TickPage):
    """The ticked rows go to a consultant on a day."""

    def check(self, form, chosen):
        form.warn(self.warning(form, chosen))

    def warning(self, form, chosen) -> str:
        return form.over_norm(chosen)

    def carry_out(self, form, chosen):
        try:
            # Everybody or nobody.
            with transaction.atomic():
                # In one order, so that two who do this at once do not wait for each other.
                self.hand_over(form, sorted(chosen, key=lambda person: person.pk))
        except AssignedLater as error:
            form.add_error(
                "on",
                f"Iemand die u aanvinkte is op {error.args[0]:%d-%m-%Y} geselecteerd of"
                " toegewezen. Kies die dag of een latere.",
            )
        except (AssignedMeanwhile, TransferWithoutReason) as error:
            form.look_again(meanwhile(error.args[0]))

    def hand_over(self, form, chosen):
        raise NotImplementedError


class CandidateList(BulkPage):
    permission = Permission.PARTICIPANT_SELECT
    template_name = "participants/candidate_list.html"
    form_class = SelectForm
    filterset_class = CandidateFilter
    title = "Kandidaten"
    unit = "kandidaat,kandidaten"
    default_sort = "naam"
    export_name = "kandidaten"
    empty_text = "Er zijn geen kandidaten (meer)."

    def what_next(self):
        return [("Lees een lijst in", self.url("participants:import-create"))]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        return visible.candidates().select_related("pilot")

    def columns(self):
        today = self.pilot.today()
        return [
            name_column(),
            number_column(),
            Column(
                "leeftijd", "Leeftijd", lambda p: p.age(today), sort=("-birth_date",), numeric=True
            ),
            Column("geslacht", "Geslacht", lambda p: p.get_sex_display(), sort=("sex",)),
            Column(
                "opleiding", "Opleiding", lambda p: p.get_education_display(), sort=("education",)
            ),
            Column(
                "taal",
                "Taalniveau",
                lambda p: p.get_language_level_display(),
                sort=("language_level",),
            ),
            Column(
                "toegewezen",
                "Aan gemeente toegewezen",
                lambda p: p.assigned_on,
                sort=("assigned_on",),
            ),
        ]

    def row_url(self, participant):
        return participant.get_absolute_url()

    def check(self, form, chosen):
        late = max(chosen, key=lambda person: person.assigned_on)
        if late.assigned_on > form.cleaned_data["on"]:
            form.add_error(
                "on", f"{late} is pas op {late.assigned_on:%d-%m-%Y} aan de gemeente toegewezen."
            )
        else:
            super().check(form, chosen)

    def warning(self, form, chosen) -> str:
        selected = Participant.objects.filter(pilot=self.pilot).exclude(selected_on=None).count()
        together, target = selected + len(chosen), self.pilot.participants_target
        full = (
            f"De pilot heeft dan {together} deelnemers: {together - target} meer dan de {target}"
            " waarvoor zij is."
        )
        warnings = [full if together > target else "", super().warning(form, chosen)]
        return " ".join(filter(None, warnings))

    def hand_over(self, form, chosen):
        by, on = self.request.user, form.cleaned_data["on"]
        consultant = form.cleaned_data["consultant"]
        for participant in chosen:
            participant.select(by=by, on=on)
            if consultant:
                participant.assign_to(consultant, by=by, on=on)
        to_whom = f" en toegewezen aan {consultant}" if consultant else ""
        everybody = self.url("participants:list")
        tell(
            self.request,
            f"{in_words(chosen)} geselecteerd{to_whom}.",
            ("Naar de deelnemers", everybody),
        )


class ParticipantAssign(BulkPage):
    permission = Permission.PARTICIPANT_ASSIGN
    template_name = "participants/assign.html"
    form_class = AssignForm
    filterset_class = AssignFilter
    title = "Toewijzen of overdragen"
    unit = "deelnemer,deelnemers"
    default_sort = "naam"
    export_name = "toewijzing"
    empty_text = "Nog geen deelnemers om toe te wijzen."

    def what_next(self):
        candidates = self.url("participants:candidate-list")
        return [("Selecteer wie meedoet", candidates)]

    def trail(self):
        return [("Deelnemers", self.url("participants:list"))]

    def rows(self):
        visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        open_ones = visible.selected(on=self.pilot.today()).exclude(phase__in=CLOSED)
        return open_ones.select_related("pilot", "consultant")

    def filter_kwargs(self):
        return {"pilot": self.pilot}

    def initial(self):
        return super().initial() | {"seen": last_assignment(self.pilot)}

    def check(self, form, chosen):
        form.ask_reason(chosen, form.cleaned_data["consultant"])
        if form.is_valid():
            super().check(form, chosen)

    def columns(self):
        return [
            name_column(),
            number_column(),
            phase_column(),
            Column(
                "geselecteerd", "Geselecteerd op", lambda p: p.selected_on, sort=("selected_on",)
            ),
            consultant_column(),
        ]

    def hand_over(self, form, chosen):
        consultant = form.cleaned_data["consultant"]
        made = [
            participant.assign_to(consultant, by=self.request.user, **form.transfer)
            for participant in chosen
        ]
        theirs = urlencode({"telling": "caseload", "consulent": consultant.username})
        tell(
            self.request,
            assigned_in_words(made, consultant),
            (
                "Naar die caseload",
                f"{self.url('participants:list')}?{theirs}",
            ),
        )


def assigned_in_words(made, consultant) -> str:
    """What was done. `made`: the assignment of each, None of who was there already."""
    assigned = [row for row in made if row and not row.previous_id]
    transferred = [row for row in made if row and row.previous_id]
    done = [
        f"{in_words(rows)} {what} aan {consultant}"
        for rows, what in ((assigned, "toegewezen"), (transferred, "overgedragen"))
        if rows
    ]
    same = made.count(None)
    there = [f"{same} {'was' if same == 1 else 'waren'} al bij {consultant}"] if same else []
    return f"{', '.join([*(done or ['0 gewijzigd']), *there])}."


def meanwhile(participant) -> str:
    """What a colleague did since the page was made."""
    return (
        f"Intussen gebeurde er iets: {participant} is nu bij {participant.consultant}."
        " Kijk of uw keuze nog klopt en verstuur dan opnieuw."
    )


def in_words(participants) -> str:
    return "1 persoon" if len(participants) == 1 else f"{len(participants)} personen"
