"""Caseload: how full each is, and bringing participants to another consultant."""

from urllib.parse import urlencode

from django.db import transaction
from django.db.models import Max
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from participants.caseload import Load, norm_for, spread, together
from participants.caseload_forms import SpreadForm, TransferForm, last_assignment
from participants.consultants import NOBODY, loads
from participants.list_views import in_words, meanwhile
from participants.models import Participant, Reading
from participants.models.participant import (
    AssignedLater,
    AssignedMeanwhile,
    TransferWithoutReason,
)
from participants.trajectory import CLOSED
from participants.views import ParticipantForm
from pilot.access import PilotAccessMixin
from pilot.feedback import tell
from pilot.lists import Column, ListPage
from pilot.roles import Permission

# The pages of Caseload: what each is called, and its route.
PAGES = [
    ("Per consulent", "participants:caseload"),
    ("Waarneming", "participants:stand-in-list"),
    ("Wachtlijst", "participants:waiting-list"),
]


class CaseloadPage(PilotAccessMixin):
    """One of the pages of Caseload, with tabs to the others."""

    permission = Permission.PARTICIPANT_ASSIGN

    def get_context_data(self, **kwargs):
        tabs = [
            (label, self.url(route), self.request.path == self.url(route)) for label, route in PAGES
        ]
        return super().get_context_data(tabs=tabs, **kwargs)


class SortedInMemory:
    """For a list of which the rows are worked out in Python: `sort` names attributes of a row."""

    def sorted(self, rows):
        key = self.sort_key()
        fields = {column.key: column.sort for column in self.columns()}[key.removeprefix("-")]
        rows = list(rows)
        # From the last field to the first: each time, what is equal keeps its place.
        for field in reversed(fields):
            turned = field.startswith("-") != key.startswith("-")
            rows = in_order(rows, field.removeprefix("-"), turned)
        return rows


def in_order(rows, field, turned) -> list:
    """By an attribute, or the other way round; what is not known comes last both ways."""
    known = [row for row in rows if getattr(row, field) is not None]
    unknown = [row for row in rows if getattr(row, field) is None]
    return sorted(known, key=lambda row: getattr(row, field), reverse=turned) + unknown


class CaseloadList(CaseloadPage, SortedInMemory, ListPage):
    """Every consultant with what they have in hand; each number opens the list that it counts."""

    template_name = "participants/caseload_list.html"
    title = "Caseload per consulent"
    unit = "consulent,consulenten"
    default_sort = "consulent"
    export_name = "caseload"
    empty_text = "Nog geen consulenten in deze pilot."

    @cached_property
    def loads(self) -> list[Load]:
        return loads(self.pilot, on=self.pilot.today())

    def rows(self):
        return self.loads

    def columns(self):
        return [
            Column("consulent", "Consulent", lambda load: load.label, sort=("place",)),
            Column("fte", "Fte", lambda load: load.fte, sort=("fte",), numeric=True),
            Column("norm", "Norm", lambda load: load.norm, sort=("norm",), numeric=True),
            self.linked("caseload", "Caseload nu", telling="caseload"),
            Column(
                "ruimte",
                "Ruimte",
                lambda load: load.room,
                sort=("room",),
                numeric=True,
                mark=lambda load: "boven de norm" if (load.room or 0) < 0 else "",
            ),
            self.linked(
                "oldest_contact",
                "Oudste contact",
                numeric=False,
                telling="caseload",
                sorteer="-dagen",
            ),
            self.linked("silent", "Te lang geen contact", signaal="geen-contact"),
            self.linked("overdue", "Afspraak voorbij", signaal="te-laat"),
            Column(
                "stappen",
                "Stappen deze maand",
                lambda load: load.steps,
                sort=("steps",),
                numeric=True,
            ),
            self.linked("stepped", "Bij deelnemers", telling="stap-deze-maand"),
        ]

    def linked(self, field, label, *, numeric=True, **chosen) -> Column:
        """A column of which each cell opens the list of these persons of that consultant."""
        return Column(
            LINKED[field],
            label,
            lambda load: getattr(load, field),
            sort=(field,),
            numeric=numeric,
            url=lambda load: (
                self.people(consulent=load.key, **chosen) if getattr(load, field) else ""
            ),
        )

    def people(self, **chosen) -> str:
        return f"{self.url('participants:list')}?{urlencode(chosen)}"

    def counted(self, page):
        """Who has no consultant is a row, and no consultant."""
        return sum(load.key != NOBODY for load in self.loads)

    def get_context_data(self, **kwargs):
        lists = {
            "caseload": self.people(telling="caseload"),
            "silent": self.people(signaal="geen-contact"),
            "overdue": self.people(signaal="te-laat"),
            "stepped": self.people(telling="stap-deze-maand"),
        }
        return super().get_context_data(together=together(self.loads), lists=lists, **kwargs)


# The columns that lead on, by what stands in an address.
LINKED = {
    "caseload": "caseload",
    "oldest_contact": "contact",
    "silent": "stil",
    "overdue": "te-laat",
    "stepped": "met-stap",
}


class Transfer(ParticipantForm):
    """One participant to another consultant, who sees all that happened before."""

    permission = Permission.PARTICIPANT_ASSIGN
    form_class = TransferForm
    template_name = "participants/transfer_form.html"

    @property
    def heading(self):
        return "Overdragen" if self.participant.consultant else "Toewijzen"

    def get_initial(self):
        return super().get_initial() | {"seen": last_assignment(self.pilot)}

    def form_valid(self, form):
        form.warn(form.over_norm([self.participant]))
        if not form.is_valid():
            return self.form_invalid(form)
        try:
            self.participant.assign_to(
                form.cleaned_data["consultant"], by=self.request.user, **form.transfer
            )
        except AssignedLater as error:
            form.add_error("on", f"Kies {error.args[0]:%d-%m-%Y} of een latere dag.")
            return self.form_invalid(form)
        except (AssignedMeanwhile, TransferWithoutReason) as error:
            form.look_again(meanwhile(error.args[0]))
            return self.form_invalid(form)
        return self.done(f"{self.participant.assignments.last()}.")


class CaseloadSpread(CaseloadPage, FormView):
    """The caseload of one consultant over colleagues: first the proposal, then the transfer."""

    form_class = SpreadForm
    template_name = "participants/caseload_spread.html"
    proposal = None

    def trail(self):
        return [("Caseload", self.url("participants:caseload"))]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"pilot": self.pilot}

    def get_initial(self):
        return {
            "on": self.pilot.today(),
            "source": self.request.GET.get("van", ""),
            "seen": last_assignment(self.pilot),
        }

    def post(self, request, *args, **kwargs):
        return self.again() if "anders" in request.POST else super().post(request, *args, **kwargs)

    def again(self):
        """The form as it was filled in, to divide it otherwise."""
        sent = self.request.POST
        filled_in = sent.dict() | {
            "receivers": sent.getlist("receivers"),
            "agreed": "",
            "seen": last_assignment(self.pilot),
        }
        form = SpreadForm(pilot=self.pilot, initial=filled_in)
        return self.render_to_response(self.get_context_data(form=form))

    def form_valid(self, form):
        people = self.people_of(form.cleaned_data["source"], form.cleaned_data["number"])
        if not people:
            form.add_error("source", "Deze consulent heeft geen deelnemers om over te dragen.")
            return self.form_invalid(form)
        came = max(person.since or person.selected_on for person in people)
        if form.cleaned_data["on"] < came:
            form.refuse_before(came)
            return self.form_invalid(form)
        plan = self.plan(people, form.cleaned_data["receivers"])
        if form.cleaned_data["agreed"] != as_text(plan):
            return self.propose(form, plan)
        return self.carry_out(form, plan)

    def form_invalid(self, form):
        form.forget_agreement()
        return super().form_invalid(form)

    def people_of(self, source, number):
        """Whom it is about, who came last first: those know the consultant the shortest."""
        guided = Participant.objects.filter(pilot=self.pilot, consultant=source)
        open_ones = guided.exclude(phase__in=CLOSED).select_related("pilot", "consultant")
        since = open_ones.annotate(since=Max("assignments__on")).order_by("-since", "number")
        return list(since[:number])

    def plan(self, people, receivers):
        room = {
            user: norm_for(self.pilot.caseload_norm, user.fte) - user.open_caseload
            for user in receivers
        }
        return spread(people, room)

    def propose(self, form, plan):
        """The proposal, with all that was filled in sent along with the answer."""
        self.proposal = [self.share(user, plan) for user in form.cleaned_data["receivers"]]
        Reading.objects.record(self.request, ids=[person.pk for person in plan])
        sent = [(name, value) for name in form.fields for value in form.data.getlist(name)]
        fields = [(name, value) for name, value in sent if name != "agreed"]
        fields.append(("agreed", as_text(plan)))
        changed = form.cleaned_data["agreed"] != ""
        return self.render_to_response(
            self.get_context_data(
                form=form,
                fields=fields,
                changed=changed,
                people=in_words(plan),
                found=len(plan),
                short=len(plan) < (form.cleaned_data["number"] or 0),
                **form.cleaned_data,
            )
        )

    def share(self, user, plan) -> dict:
        """What one colleague would get, and how full the caseload is then."""
        people = sorted((p for p, to in plan.items() if to == user), key=str)
        norm = norm_for(self.pilot.caseload_norm, user.fte)
        after = user.open_caseload + len(people)
        return {
            "consultant": user,
            "people": people,
            "before": user.open_caseload,
            "after": after,
            "norm": norm,
            "above": max(after - norm, 0),
        }

    def carry_out(self, form, plan):
        try:
            # Everybody or nobody, in one order for all who do this.
            with transaction.atomic():
                for person, consultant in sorted(plan.items(), key=lambda pair: pair[0].pk):
                    person.assign_to(consultant, by=self.request.user, **form.transfer)
        except AssignedLater as error:
            form.refuse_before(error.args[0])
            return self.form_invalid(form)
        except AssignedMeanwhile as error:
            form.look_again(meanwhile(error.args[0]))
            return self.form_invalid(form)
        tell(self.request, f"{in_words(plan)} van {form.cleaned_data['source']} overgedragen.")
        return redirect(self.url("participants:caseload"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(proposal=self.proposal, **kwargs)


def as_text(plan) -> str:
    """A proposal as one text: any other proposal is another text."""
    return " ".join(sorted(f"{person.number}:{user.username}" for person, user in plan.items()))
