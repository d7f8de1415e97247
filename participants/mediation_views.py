"""What the mediation asks for today: the day of the recruiter begins here."""

from datetime import timedelta

from django.views.generic import TemplateView

from participants.limits import Subject
from participants.mediation import DAYS_AHEAD, MediationSignal, Silence
from participants.mediation_filters import INTERVIEW, NO_PLACEMENT, UNTOLD
from participants.mediation_list import attach_wishes, purpose, with_wishes
from participants.models import Employer, Participant, Proposal, Reading, TrajectoryRules, Vacancy
from participants.reasons import act_url, why
from participants.signals import ABOUT, Signal
from pilot.access import PilotAccessMixin
from pilot.roles import Permission
from pilot.templatetags.ui import day

ROWS_SHOWN = 10


class MediationToday(PilotAccessMixin, TemplateView):
    """Each count is the filter that its list opens with."""

    permission = Permission.MEDIATION_TODAY_VIEW
    template_name = "participants/mediation_today.html"

    def get_context_data(self, **kwargs):
        self.today = self.pilot.today()
        self.limits = TrajectoryRules.objects.of(self.pilot).limits
        self.soon = self.today + timedelta(days=DAYS_AHEAD)
        self.visible = Participant.objects.visible_to(self.request.user, pilot=self.pilot)
        drafts = self.request.user.step_drafts.filter(participant__in=self.visible)
        drafts = list(drafts.select_related("participant__pilot"))
        self.seen = {draft.participant_id for draft in drafts}
        sections = [
            self.new_referrals(),
            self.late_appointments(),
            self.appointments(),
            self.interviews(),
            self.unplaced(),
            self.silent_proposals(),
            self.lapsed_proposals(),
            self.without_contact(),
            self.ending_placements(),
            self.planned_contacts(),
            self.closing_vacancies(),
        ]
        Reading.objects.record(self.request, ids=self.seen)
        return super().get_context_data(
            sections=[section for section in sections if section["count"]],
            drafts=drafts,
            calm=not drafts and not any(section["count"] for section in sections),
            referred=self.visible.in_caseload(on=self.today).count(),
            **kwargs,
        )

    def section(self, rows, in_row, *, complete=None, **about):
        """How many there are, and the first of them as the page shows them.

        `complete`: gives the first of them what the query could not.
        """
        first = list(rows[:ROWS_SHOWN])
        if complete:
            complete(first)
        count = len(first) if len(first) < ROWS_SHOWN else rows.count()
        return {"count": count, "rows": [in_row(row) for row in first], **about}

    @property
    def guided(self):
        return self.visible.in_caseload(on=self.today).select_related("pilot")

    def people(self, signal, *since):
        """The participants that a signal is about, who waits longest on top."""
        asked = self.guided.mediation_signalled(signal, on=self.today, limits=self.limits)
        return asked.order_by(*since, "pk")

    def person(self, participant, why, strong=""):
        self.seen.add(participant.pk)
        return {
            "name": participant,
            "number": participant.number,
            "url": participant.get_absolute_url(),
            "tag": participant.phase_label,
            "kind": participant.phase_kind,
            "why": why,
            "strong": strong,
            "action": "Vastleggen",
            "action_for": f"stap van {participant}",
            "action_url": self.url("participants:step-create", participant.number)
            + "?van=bemiddeling",
        }

    def list_url(self, signal) -> str:
        return f"{self.url('participants:list')}?bemiddeling={signal}"

    def new_referrals(self):
        return self.section(
            with_wishes(self.people(MediationSignal.NEW, "referred_on")),
            self.new_referral,
            complete=attach_wishes,
            key="nieuw",
            heading="Nieuw verwezen, nog geen stap",
            unit="deelnemer,deelnemers",
            url=self.list_url(MediationSignal.NEW),
        )

    def new_referral(self, one):
        wanted = ", ".join(map(str, one.wishes.occupations)) or "gewenst beroep niet bekend"
        shown = self.person(one, f"{wanted}; verwezen op {day(one.referred_on)}")
        return shown | {"tag": purpose(one), "kind": "info"}

    def late_appointments(self):
        return self.section(
            self.people(MediationSignal.OVERDUE, "appointment_on", "appointment_time"),
            lambda one: self.signalled(Signal.OVERDUE, one, "te laat", "warning"),
            key="afspraak-voorbij",
            heading="Afspraak voorbij, nog niet vastgelegd",
            unit="deelnemer,deelnemers",
            url=self.list_url(MediationSignal.OVERDUE),
        )

    def appointments(self):
        return self.section(
            self.people(MediationSignal.AHEAD, "appointment_on", "appointment_time"),
            self.appointment,
            key="afspraken",
            heading="Afspraken, vandaag en de komende 7 dagen",
            unit="deelnemer,deelnemers",
            url=self.list_url(MediationSignal.AHEAD),
        )

    def appointment(self, one):
        if one.appointment_on == self.today:
            return self.signalled(Signal.TODAY, one, "vandaag", "info")
        return self.signalled(Signal.THIS_WEEK, one, "gepland", "neutral")

    def signalled(self, signal, one, tag, kind):
        """Somebody under a signal that the consultant has on Vandaag too."""
        return self.person(one, *why(signal, one, self.today)) | {
            "tag": tag,
            "kind": kind,
            "action": ABOUT[signal].act_label,
            "action_url": act_url(signal, one, came_from="bemiddeling"),
        }

    def interviews(self):
        coming = Proposal.objects.interviewing(on=self.today, until=self.soon)
        return self.section(
            coming.filter(participant__in=self.visible)
            .select_related("participant__pilot", "vacancy__employer")
            .order_by("interview_on", "pk"),
            self.interview,
            key="gesprekken",
            heading="Gesprekken met werkgevers, vandaag en de komende 7 dagen",
            unit="gesprek,gesprekken",
            url=f"{self.url('participants:proposal-list')}?wacht={INTERVIEW}",
        )

    def interview(self, row):
        on = "vandaag" if row.interview_on == self.today else f"op {day(row.interview_on)}"
        shown = self.proposal(row)
        return shown | {"why": f"{row.vacancy}, {row.vacancy.employer}: gesprek", "strong": on}

    def ending_placements(self):
        ending = self.guided.signalled(
            Signal.CONTRACT_ENDS, on=self.today, limits=self.limits
        ).order_by("contract_until", "pk")
        return self.section(
            ending,
            self.ending_placement,
            key="contract",
            heading="Plaatsing loopt af",
            unit="deelnemer,deelnemers",
            url=f"{self.url('participants:list')}?signaal={Signal.CONTRACT_ENDS}",
        )

    def ending_placement(self, one):
        past = one.contract_until < self.today
        shown = self.signalled(
            Signal.CONTRACT_ENDS,
            one,
            "voorbij" if past else "loopt af",
            "warning" if past else "neutral",
        )
        return shown | {"action_for": f"plaatsing van {one}"}

    def without_contact(self):
        return self.section(
            self.people(MediationSignal.NO_CONTACT, "mediated_on"),
            lambda one: self.person(
                one,
                f"laatste contact {day(one.mediated_on)},",
                f"{in_days(self.today - one.mediated_on)} geleden",
            ),
            key="geen-contact",
            heading="U had te lang geen contact",
            unit="deelnemer,deelnemers",
            url=self.list_url(MediationSignal.NO_CONTACT),
        )

    def silent_proposals(self):
        waiting = Proposal.objects.without_answer(
            on=self.today, days=self.limits.each(Subject.MEDIATION)[Silence.ANSWER]
        )
        of_visible = waiting.filter(participant__in=self.visible)
        return self.section(
            of_visible.select_related("participant__pilot", "vacancy__employer").order_by(
                "on", "pk"
            ),
            self.proposal,
            key="voorstellen",
            heading="Voorstellen zonder antwoord",
            unit="voorstel,voorstellen",
            url=f"{self.url('participants:proposal-list')}?wacht=lang",
        )

    def proposal(self, row):
        shown = self.person(
            row.participant,
            f"{row.vacancy}, {row.vacancy.employer}: voorgesteld {day(row.on)},",
            f"{in_days(self.today - row.on)} geleden",
        )
        answer_url = self.url("participants:proposal-answer", row.participant.number, row.uuid)
        return shown | {
            "tag": row.answer_label,
            "kind": row.answer_kind,
            "action": "Antwoord",
            "action_for": f"op het voorstel van {row.participant}",
            "action_url": answer_url,
        }

    def unplaced(self):
        proposals = Proposal.objects.unplaced().filter(participant__in=self.visible)
        return self.section(
            proposals.select_related("participant__pilot", "vacancy__employer").order_by(
                "answered_on", "pk"
            ),
            self.accepted,
            key="zonder-plaatsing",
            heading="Aangenomen, plaatsing nog niet vastgelegd",
            unit="voorstel,voorstellen",
            url=f"{self.url('participants:proposal-list')}?wacht={NO_PLACEMENT}",
        )

    def accepted(self, row):
        shown = self.person(
            row.participant,
            f"{row.vacancy}, {row.vacancy.employer}: aangenomen {day(row.answered_on)},",
            f"{in_days(self.today - row.answered_on)} geleden",
        )
        record_url = self.url("participants:placement-create", row.participant.number)
        return shown | {
            "action": "Vastleggen",
            "action_for": f"plaatsing van {row.participant}",
            "action_url": f"{record_url}?voorstel={row.uuid}",
        }

    def lapsed_proposals(self):
        """By employer: of whom it was, they may see nothing any more."""
        employers = Employer.objects.filter(pilot=self.pilot).to_tell()
        return self.section(
            employers.order_by("lapsed_on", "pk"),
            self.untold,
            key="vervallen",
            heading="Voorstel vervallen: laat het de werkgever weten",
            unit="werkgever,werkgevers",
            url=f"{self.url('participants:employer-list')}?staat=&contact={UNTOLD}",
        )

    def untold(self, row):
        return self.employer(row) | {
            "tag": "vervallen",
            "kind": "warning",
            "why": f"{row.lapsed_for}: de verwijzing is beëindigd op {day(row.lapsed_on)}",
        }

    def planned_contacts(self):
        employers = Employer.objects.filter(pilot=self.pilot).to_contact(until=self.soon)
        return self.section(
            employers.order_by("next_contact_on", "pk"),
            self.planned,
            key="werkgevers",
            heading="Contact met werkgevers",
            unit="werkgever,werkgevers",
            url=f"{self.url('participants:employer-list')}?contact=gepland&sorteer=volgende",
        )

    def employer(self, row):
        return {
            "name": row,
            "number": "",
            "url": self.url("participants:employer-detail", row.uuid),
            "strong": "",
            "action": "Vastleggen",
            "action_for": f"contact met {row}",
            "action_url": self.url("participants:contact-create", row.uuid),
        }

    def planned(self, row):
        late = row.next_contact_on < self.today
        return self.employer(row) | {
            "tag": "te laat" if late else "gepland",
            "kind": "warning" if late else "neutral",
            "why": f"contact gepland op {day(row.next_contact_on)}",
        }

    def closing_vacancies(self):
        vacancies = Vacancy.objects.of(self.pilot).closing(until=self.soon)
        return self.section(
            vacancies.select_related("employer").order_by("closes_on", "pk"),
            self.vacancy,
            key="vacatures",
            heading="Vacatures die sluiten",
            unit="vacature,vacatures",
            url=f"{self.url('participants:vacancy-list')}?staat=open&sluit=snel&sorteer=sluit",
        )

    def vacancy(self, row):
        past = row.closes_on < self.today
        return {
            "name": row,
            "number": "",
            "url": self.url("participants:vacancy-detail", row.uuid),
            "tag": "voorbij" if past else "sluit",
            "kind": "warning" if past else "neutral",
            "why": f"{row.employer}, reageren tot en met {day(row.closes_on)}",
            "strong": "",
            "action": "Wijzigen",
            "action_for": str(row),
            "action_url": self.url("participants:vacancy-edit", row.uuid),
        }


def in_days(passed: timedelta) -> str:
    return "1 dag" if passed.days == 1 else f"{passed.days} dagen"
