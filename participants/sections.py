"""What the page of one participant is made of, from top to bottom.

To add a part: a function that gives what its template needs, or None where there is nothing to
show, and a row in SECTIONS, in the order of the page: narrow parts that follow each other stand
side by side. A part that a role may not see is not made at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time

from django.core.paginator import Paginator
from django.db.models import Prefetch

from participants.completeness import Part, missing
from participants.diagnosis_choices import EXAM_PARTS, PART_LABELS, Hampers, Skill
from participants.history import history
from participants.integration import EXAM_PARTS as EXAM_PARTS_BY_LAW
from participants.integration import Law
from participants.models import (
    Action,
    CivicIntegration,
    DiagnosisFile,
    Participant,
    TrajectoryRules,
)
from participants.outflow_sections import engagements, outflow
from participants.own_document_sections import own_documents
from participants.profiles import wishes_of
from participants.reasons import act_url, why
from participants.signals import ABOUT, Signal
from participants.timeline import timeline
from participants.trace_forms import TimelineForm
from participants.trajectory import IN_TRAJECTORY
from pilot.models import User
from pilot.roles import Permission


@dataclass(frozen=True)
class Reader:
    """Who reads the page, and what they may see of it."""

    user: User
    participant: Participant
    # What the address asks for, such as a filter of the timeline.
    asked: Mapping[str, str] = field(default_factory=dict)

    def may(self, permission: Permission) -> bool:
        return self.user.can(permission, pilot=self.participant.pilot)

    @property
    def sees_notes(self) -> bool:
        return self.may(Permission.PARTICIPANT_NOTES_VIEW)


@dataclass(frozen=True)
class Section:
    """`template` stands in templates/participants/sections/; it is also the anchor of the part.

    `wide`: as broad as the page. `title`: in the list of contents above the page, "" for not there.
    """

    template: str
    context: Callable[[Reader], dict | None]
    permission: Permission = Permission.PARTICIPANT_VIEW
    wide: bool = False
    title: str = ""

    @property
    def path(self) -> str:
        return f"participants/sections/{self.template}.html"


EVENTS_PER_PAGE = 50


def now(reader):
    participant = reader.participant
    outcome = participant.outcomes.last()
    return {
        "diagnosis": participant.diagnoses.last(),
        "outcome": outcome,
        "taken_up_again": outcome and outcome.taken_up_again,
    }


def open_things(reader):
    """What is planned and what is to be done, by day, and what else asks for attention."""
    participant, today = reader.participant, reader.participant.pilot.today()
    if participant.is_candidate:
        return None
    actions = participant.actions.open().visible_to(reader.user, pilot=participant.pilot)
    things = [
        {"step": step, "on": step.on, "time": step.time or time.max}
        for step in participant.steps.planned().select_related("type")
    ]
    things += [
        {"action": action, "on": action.due_on, "time": time.max}
        for action in actions.select_related("partner", "goal")
    ]
    return {
        "draft": participant.step_drafts.filter(user=reader.user).first(),
        "things": sorted(things, key=lambda thing: (thing["on"], thing["time"])),
        "signals": asked_for(reader) if reader.sees_notes else [],
        "today_of_pilot": today,
        "may_log": reader.may(Permission.STEP_LOG),
        "may_edit": reader.may(Permission.PLAN_EDIT),
    }


def asked_for(reader) -> list[dict]:
    """The signals about this person that do not stand among the open things by themselves."""
    pilot, today = reader.participant.pilot, reader.participant.pilot.today()
    limits = TrajectoryRules.objects.of(pilot).limits
    me = Participant.objects.filter(pk=reader.participant.pk).select_related("pilot")
    found = []
    for signal in Signal:
        about = ABOUT[signal]
        if about.listed:
            continue
        if person := me.signalled(signal, on=today, limits=limits).first():
            act = act_url(signal, person)
            found.append({"about": about, "why": why(signal, person, today), "act_url": act})
    return found


def plan(reader):
    """The goals with their actions: what is open first, what was closed below."""
    participant = reader.participant
    if participant.is_candidate:
        return None
    actions = Action.objects.select_related("partner").order_by("due_on", "pk")
    goals = list(participant.goals.prefetch_related(Prefetch("actions", actions)))
    agreed = participant.plan_agreements.select_related("by").last()
    days = [part.on for goal in goals for part in (goal, *goal.actions.all())]
    return {
        "open_goals": [goal for goal in goals if goal.is_open],
        "closed_goals": [goal for goal in goals if not goal.is_open],
        "agreed": agreed,
        "changed_since": agreed is not None and any(day > agreed.on for day in days),
        "today_of_pilot": participant.pilot.today(),
    }


def instruments(reader):
    participant, today = reader.participant, reader.participant.pilot.today()
    given = list(participant.instruments.select_related("provider"))
    may_edit = reader.may(Permission.INSTRUMENT_EDIT)
    if participant.is_candidate or not (given or may_edit):
        return None
    return {
        "given": [(instrument, instrument.is_running(on=today)) for instrument in given],
        "may_edit": may_edit,
    }


def person(reader):
    return {
        "see_all": reader.sees_notes,
        "may_correct": reader.may(Permission.PARTICIPANT_CORRECT),
    }


def background(reader):
    """What somebody brings and wants: also for whoever looks for work for them."""
    participant = reader.participant
    if participant.is_candidate:
        return None
    measured = participant.skill_levels.order_by("on", "pk")
    return {
        "file": DiagnosisFile.objects.of(participant),
        "schoolings": participant.schoolings.all(),
        "work": participant.work_experience.select_related("occupation"),
        "wanted": participant.wanted_occupations.select_related("occupation"),
        "skills": [
            (skill.label.capitalize(), [row for row in measured if row.skill == skill])
            for skill in Skill
        ],
    }


def diagnosis(reader):
    participant = reader.participant
    if participant.is_candidate:
        return None
    file = DiagnosisFile.objects.of(participant)
    lacking = missing(file.filled())
    return {
        "file": file,
        "lacking": [PART_LABELS[part] for part in lacking],
        "complete": len(Part) - len(lacking),
        "parts": len(Part),
        "barriers": participant.barriers.filter(hampers=Hampers.YES).select_related("organisation"),
        "rung": participant.ladder_rungs.last(),
    }


def integration(reader):
    participant = reader.participant
    if participant.is_candidate:
        return None
    of_them = CivicIntegration.objects.of(participant)
    labels = dict(EXAM_PARTS)
    passed = of_them.passed
    return {
        "integration": of_them,
        "passed": [(labels[part], day) for part, day in passed.items()],
        "parts_asked": len(EXAM_PARTS_BY_LAW[Law(of_them.law)]),
        "may_edit": reader.may(Permission.DIAGNOSIS_RECORD),
    }


def mediation(reader):
    """The referral, the proposals and the papers; where nothing is, that it can be made."""
    participant = reader.participant
    referral = participant.referrals.last()
    proposals = participant.proposals.with_unplaced().select_related("vacancy__employer")
    may_refer = reader.may(Permission.REFERRAL_MAKE) and participant.phase in IN_TRAJECTORY
    own = own_documents(reader)
    if referral is None and not may_refer and not (own and own["rows"]):
        return None
    return {
        "referral": referral,
        "wishes": wishes_of(participant) if referral and referral.is_open else None,
        "proposals": proposals.order_by("-on", "-pk"),
        "own_documents": own,
        "may_refer": may_refer,
        "may_change": reader.may(Permission.REFERRAL_MAKE),
        "may_mediate": reader.may(Permission.MEDIATE),
        "may_place": reader.may(Permission.PLACEMENT_RECORD),
        "may_see_vacancies": reader.may(Permission.VACANCY_VIEW),
    }


def happened(reader):
    """The timeline, by kind and period, in pages; a wrong filter leaves nothing."""
    participant = reader.participant
    form = TimelineForm(reader.asked, reader=reader.user, pilot=participant.pilot)
    events = []
    if form.is_valid():
        chosen = form.cleaned_data
        events = timeline(
            participant,
            reader=reader.user,
            notes=reader.sees_notes,
            kind=chosen["soort"],
            since=chosen["vanaf"],
            until=chosen["tot"],
        )
    page = Paginator(events, EVENTS_PER_PAGE).get_page(reader.asked.get("pagina"))
    filtered = any(reader.asked.get(name) for name in form.fields)
    may_log = reader.may(Permission.STEP_LOG)
    return {
        "filter": form,
        "filtered": filtered,
        "wrong": not form.is_valid(),
        "page": page,
        "may_log": may_log,
    }


def last_change(reader):
    change = next(iter(history(reader.participant)), None)
    return {"change": change} if change else None


SECTIONS = [
    Section("open", open_things, wide=True, title="Open"),
    Section("now", now, title="Stand van zaken"),
    Section("person", person, title="Gegevens"),
    Section("background", background, title="Achtergrond en wensen"),
    Section("diagnosis", diagnosis, Permission.DIAGNOSIS_VIEW, title="Diagnose"),
    Section("integration", integration, Permission.DIAGNOSIS_VIEW, title="Inburgering"),
    Section("plan", plan, Permission.PLAN_EDIT, wide=True, title="Plan"),
    Section("instruments", instruments, wide=True, title="Instrumenten"),
    Section("mediation", mediation, title="Bemiddeling"),
    Section("engagements", engagements, Permission.PLACEMENT_RECORD, title="Plaatsing en studie"),
    Section("outflow", outflow, Permission.OUTCOME_RECORD, title="Uitstroom"),
    Section("happened", happened, wide=True, title="Wat er gebeurd is"),
    Section("last_change", last_change, Permission.PARTICIPANT_NOTES_VIEW, wide=True),
]


def sections_for(reader: Reader) -> list[dict]:
    """What this reader gets to see, in order: the path of each template and what it needs."""
    shown = []
    for section in SECTIONS:
        if reader.may(section.permission) and (context := section.context(reader)) is not None:
            about = {"path": section.path, "wide": section.wide, "title": section.title}
            shown.append(about | {"anchor": section.template} | context)
    return shown
