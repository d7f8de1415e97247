"""Who was proposed for which vacancy (voorstel), and what the employer answered."""

import uuid
from datetime import date, timedelta

from django.db import models, transaction
from django.db.models import Q

from participants.mediation_choices import ANSWER_KINDS, ANSWER_LABELS, ANSWERS, RefusalReason
from participants.models.facts import Fact
from participants.models.vacancies import Vacancy
from participants.proposals import LIVE, NEXT, WAITING, Answer, check_answer
from pilot.history import tracked


class NotReferred(ValueError):
    """Nobody is proposed without an open referral."""


class VacancyClosed(ValueError):
    """The vacancy is open no more."""


class VacancyFull(ValueError):
    """Every place is taken."""


class AlreadyProposed(ValueError):
    """This person was proposed for this vacancy, and that still holds."""


class AnsweredLater(ValueError):
    """There is an answer of a later day, its argument."""


class ProposalQuerySet(models.QuerySet):
    def live(self):
        return self.filter(answer__in=LIVE)

    def waiting(self):
        return self.filter(answer__in=WAITING)

    def without_answer(self, *, on: date, days: int):
        """Longer than some days without a word, or after the interview without an outcome."""
        silent = Q(answer=Answer.PENDING, on__lt=on - timedelta(days=days))
        return self.filter(silent | Q(answer=Answer.INTERVIEW, interview_on__lt=on))

    @transaction.atomic
    def propose(self, participant, vacancy, *, uuid, on, by, note=""):
        """Propose somebody for a vacancy; the same form sent again gives the same proposal.

        Raises NotReferred, VacancyClosed, VacancyFull or AlreadyProposed.
        """
        participant._lock()
        if sent := self.filter(uuid=uuid).first():
            return sent
        held = Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
        if not participant.referrals.open().exists():
            raise NotReferred(participant.pk)
        if not held.is_open:
            raise VacancyClosed(vacancy.pk)
        if held.is_full():
            raise VacancyFull(vacancy.pk)
        if participant.proposals.live().filter(vacancy=vacancy).exists():
            raise AlreadyProposed(participant.pk)
        return self.create(
            participant=participant, vacancy=vacancy, uuid=uuid, on=on, by=by, note=note
        )


@tracked()
class Proposal(Fact):
    """A participant proposed for a vacancy. `answer` is the last one, kept by `record_answer`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    vacancy = models.ForeignKey(
        Vacancy, models.PROTECT, related_name="proposals", verbose_name="vacature"
    )
    note = models.TextField("toelichting", blank=True)
    answer = models.CharField(
        "antwoord", max_length=10, choices=ANSWERS, default=Answer.PENDING, editable=False
    )
    answered_on = models.DateField("antwoord van", null=True, editable=False)
    interview_on = models.DateField("gesprek op", null=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta(Fact.Meta):
        verbose_name = "voorstel"
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "vacancy"],
                condition=Q(answer__in=[answer.value for answer in sorted(LIVE)]),
                name="proposal_one_live_per_vacancy",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=[answer.value for answer in Answer]),
                name="proposal_answer_known",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.INTERVIEW) | ~Q(interview_on=None),
                name="proposal_interview_has_a_day",
            ),
        ]

    def __str__(self):
        return f"Voorgesteld voor {self.vacancy}"

    @property
    def answer_label(self) -> str:
        """The last answer in words, with the day where it has one."""
        label = ANSWER_LABELS[Answer(self.answer)]
        if self.answer == Answer.INTERVIEW:
            return f"{label} op {self.interview_on:%d-%m-%Y}"
        return label

    @property
    def answer_kind(self) -> str:
        return ANSWER_KINDS[Answer(self.answer)]

    @property
    def is_live(self) -> bool:
        return self.answer in LIVE

    @property
    def can_be_answered(self) -> bool:
        """Whether anything can come after the last answer."""
        return bool(NEXT[Answer(self.answer)])

    def _lock(self):
        """Take the vacancy and then the proposal, so that no place is given twice."""
        Vacancy.objects.select_for_update(of=("self",)).get(pk=self.vacancy_id)
        now = Proposal.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in ("answer", "answered_on", "interview_on"):
            setattr(self, field, getattr(now, field))

    @transaction.atomic
    def record_answer(self, *, answer, on, by, uuid=None, interview_on=None, reason="", note=""):
        """Add the answer of the employer; the same form sent again changes nothing.

        Raises AnswerNotPossible, AnsweredLater or VacancyFull.
        """
        self._lock()
        if uuid and (sent := self.answers.filter(uuid=uuid).first()):
            return sent
        check_answer(Answer(self.answer), Answer(answer))
        last = self.answered_on or self.on
        if on < last:
            raise AnsweredLater(last)
        if answer == Answer.ACCEPTED and self.vacancy.is_full():
            raise VacancyFull(self.vacancy_id)
        self.answer, self.answered_on, self.interview_on = answer, on, interview_on
        self.save(update_fields=["answer", "answered_on", "interview_on"])
        return self.answers.create(
            participant_id=self.participant_id,
            **({"uuid": uuid} if uuid else {}),
            answer=answer,
            on=on,
            by=by,
            interview_on=interview_on,
            reason=reason,
            note=note,
        )

    def withdraw(self, *, on, by):
        """Because the referral ends: on that day, or the day of a later answer."""
        self.record_answer(
            answer=Answer.WITHDRAWN,
            on=max(on, self.answered_on or self.on),
            by=by,
            note="De verwijzing is beëindigd.",
        )


@tracked()
class ProposalAnswer(Fact):
    """What the employer answered on a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="answers", verbose_name="voorstel"
    )
    participant = models.ForeignKey(
        "participants.Participant", models.PROTECT, related_name="proposal_answers"
    )
    answer = models.CharField("antwoord", max_length=10, choices=ANSWERS)
    interview_on = models.DateField("gesprek op", null=True, blank=True)
    reason = models.CharField(
        "reden van de afwijzing", max_length=20, choices=RefusalReason, blank=True
    )
    note = models.TextField("toelichting", blank=True)

    class Meta(Fact.Meta):
        verbose_name = "antwoord op een voorstel"
        constraints = [
            models.CheckConstraint(
                condition=Q(answer=Answer.REJECTED) ^ Q(reason=""),
                name="proposal_answer_refusal_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.INTERVIEW) ^ Q(interview_on=None),
                name="proposal_answer_interview_has_a_day",
            ),
        ]

    def __str__(self):
        return ANSWER_LABELS[Answer(self.answer)]
