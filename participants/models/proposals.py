"""Who was proposed for which vacancy (voorstel), and what the employer answered."""

import uuid
from datetime import date, timedelta

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from participants.mediation_choices import ANSWER_KINDS, ANSWER_LABELS, ANSWERS, RefusalReason
from participants.models.engagements import Placement
from participants.models.facts import Fact
from participants.models.vacancies import Vacancy
from participants.models.versions import Versioned
from participants.proposals import LIVE, NEXT, WAITING, Answer, check_answer
from pilot.history import tracked


class NotReferred(ValueError):
    """Nobody is proposed without an open referral."""


class VacancyClosed(ValueError):
    """The vacancy is open no more."""


class EmployerStopped(ValueError):
    """The employer does not cooperate any more."""


class VacancyFull(ValueError):
    """Every place is taken."""


class AlreadyProposed(ValueError):
    """This person was proposed for this vacancy, and that still holds."""


class AnsweredLater(ValueError):
    """There is an answer of a later day, its argument."""


class NotTheLast(ValueError):
    """There is an answer after this one, or it was taken away."""


# What a proposal holds of its last answer.
OF_LAST = ("answer", "answered_on", "interview_on", "reason")


class ProposalQuerySet(models.QuerySet):
    def live(self):
        return self.filter(answer__in=LIVE)

    def waiting(self):
        return self.filter(answer__in=WAITING)

    def without_answer(self, *, on: date, days: int):
        """Longer than some days without a word, or after the interview without an outcome."""
        silent = Q(answer=Answer.PENDING, on__lt=on - timedelta(days=days))
        return self.filter(silent | Q(answer=Answer.INTERVIEW, interview_on__lt=on))

    def interviewing(self, *, on: date, until: date):
        """With an interview on one of these days."""
        return self.filter(answer=Answer.INTERVIEW, interview_on__range=(on, until))

    def unplaced(self):
        """Accepted, and no work with this employer was recorded that can be what came of it."""
        work = Placement.objects.filter(
            participant=OuterRef("participant"),
            employer__iexact=OuterRef("vacancy__employer__name"),
        )
        came_of_it = work.filter(Q(ended_on=None) | Q(starts_on__gte=OuterRef("on")))
        return self.filter(answer=Answer.ACCEPTED, placement=None).exclude(Exists(came_of_it))

    def with_unplaced(self):
        """Whether each still waits for its placement."""
        own = self.model.objects.unplaced().filter(pk=OuterRef("pk"))
        return self.annotate(waits_for_placement=Exists(own))

    @transaction.atomic
    def propose(self, participant, vacancy, *, uuid, on, by, note=""):
        """Propose somebody for a vacancy; the same form sent again gives the same proposal.

        Raises NotReferred, EmployerStopped, VacancyClosed, VacancyFull or AlreadyProposed.
        """
        participant._lock()
        if sent := self.filter(uuid=uuid).first():
            return sent
        vacancies = Vacancy.objects.select_related("employer").select_for_update(of=("self",))
        held = vacancies.get(pk=vacancy.pk)
        if not participant.referrals.open().exists():
            raise NotReferred(participant.pk)
        if not held.employer.cooperates:
            raise EmployerStopped(held.employer_id)
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
    reason = models.CharField(
        "reden van de afwijzing", max_length=20, choices=RefusalReason, blank=True, editable=False
    )
    placement = models.OneToOneField(
        Placement,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="proposal",
        verbose_name="plaatsing",
    )

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
            models.CheckConstraint(
                condition=Q(answer=Answer.REJECTED) | Q(reason=""),
                name="proposal_reason_of_refusal",
            ),
            models.CheckConstraint(
                condition=Q(interview_on=None) | Q(interview_on__gte=F("on")),
                name="proposal_interview_not_before_it",
            ),
        ]

    def __str__(self):
        return f"Voorgesteld voor {self.vacancy}"

    @property
    def answer_label(self) -> str:
        """The last answer in words, with why it was no."""
        return ": ".join(filter(None, [self.answer_words, self.get_reason_display()]))

    @property
    def answer_words(self) -> str:
        """The last answer, with the day where it has one."""
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

    @property
    def answering(self) -> str:
        """What a link to its answers says."""
        return "Antwoord" if self.can_be_answered else "Bekijken"

    def _lock(self):
        """Take the vacancy and then the proposal, so that no place is given twice."""
        Vacancy.objects.select_for_update(of=("self",)).get(pk=self.vacancy_id)
        now = Proposal.objects.select_for_update(of=("self",)).get(pk=self.pk)
        for field in (*OF_LAST, "placement_id"):
            setattr(self, field, getattr(now, field))

    @transaction.atomic
    def record_answer(
        self, *, answer, on, by, uuid=None, interview_on=None, reason="", note="", lapsed=False
    ):
        """Add the answer of the employer; the same form sent again changes nothing.

        `lapsed`: nobody took it back, the referral ended.

        Raises AnswerNotPossible, AnsweredLater or VacancyFull.
        """
        self._lock()
        if uuid and (sent := self.answers.filter(uuid=uuid).first()):
            return sent
        check_answer(Answer(self.answer), Answer(answer))
        self._check_place(answer, on=on, since=self.answered_on or self.on)
        recorded = ProposalAnswer(
            proposal=self,
            participant_id=self.participant_id,
            **({"uuid": uuid} if uuid else {}),
            answer=answer,
            on=on,
            by=by,
            interview_on=interview_on,
            reason=reason,
            note=note,
            lapsed=lapsed,
        )
        self._hold(recorded)
        recorded.save()
        return recorded

    def _check_place(self, answer, *, on, since):
        if on < since:
            raise AnsweredLater(since)
        if answer == Answer.ACCEPTED and self.vacancy.is_full():
            raise VacancyFull(self.vacancy_id)

    def _hold(self, last):
        """Keep what the last answer says, None for none."""
        self.answer = last.answer if last else Answer.PENDING
        self.answered_on = last.on if last else None
        self.interview_on = last.interview_on if last else None
        self.reason = last.reason if last else ""
        self.save(update_fields=OF_LAST)

    def withdraw(self, *, on, by):
        """Because the referral ends: on that day, or the day of a later answer."""
        self.record_answer(
            answer=Answer.WITHDRAWN,
            on=max(on, self.answered_on or self.on),
            by=by,
            note="De verwijzing is beëindigd.",
            lapsed=True,
        )

    @property
    def last_answer(self):
        return self.answers.last()

    @property
    def before_last(self):
        """What held before the last answer: the answer and its day."""
        *_, earlier, _ = [None, None, *self.answers.all()]
        return (Answer(earlier.answer), earlier.on) if earlier else (Answer.PENDING, self.on)

    def _lock_last(self, answer, version):
        """Take the last answer, if it is still this one; raises NotTheLast or ChangedMeanwhile."""
        self.participant._lock()
        self._lock()
        last = self.answers.last()
        if last is None or last.pk != answer.pk:
            raise NotTheLast(answer.pk)
        last.check_version(version)
        return last

    def _check_live(self, answer):
        """Whether it can hold again: raises NotReferred or AlreadyProposed."""
        if answer not in LIVE or self.is_live:
            return
        if not self.participant.referrals.open().exists():
            raise NotReferred(self.participant_id)
        others = self.participant.proposals.live().filter(vacancy=self.vacancy_id)
        if others.exists():
            raise AlreadyProposed(self.participant_id)

    @transaction.atomic
    def correct_answer(self, last, *, version, **values):
        """Put the last answer right; the history keeps what it was.

        Raises NotTheLast, ChangedMeanwhile, AnswerNotPossible, AnsweredLater, VacancyFull,
        NotReferred or AlreadyProposed.
        """
        last = self._lock_last(last, version)
        before, since = self.before_last
        check_answer(before, Answer(values["answer"]))
        self._check_live(values["answer"])
        # It does not take a place twice.
        taken = values["answer"] if self.answer != Answer.ACCEPTED else Answer.PENDING
        self._check_place(taken, on=values["on"], since=since)
        if not last.has(values):
            last.store(values)
        self._hold(last)
        return last

    @transaction.atomic
    def take_back_answer(self, last, *, version):
        """Take the last answer away, as if it was never given; the history keeps it.

        Raises what `correct_answer` raises.
        """
        last = self._lock_last(last, version)
        before, since = self.before_last
        self._check_live(before)
        taken = before if self.answer != Answer.ACCEPTED else Answer.PENDING
        self._check_place(taken, on=last.on, since=since)
        last.delete()
        self._hold(self.answers.last())

    @transaction.atomic
    def link(self, placement):
        """Say which placement came of it; the first that was said stays."""
        self._lock()
        if self.answer == Answer.ACCEPTED and self.placement_id is None:
            self.placement = placement
            self.save(update_fields=["placement"])


@tracked()
class ProposalAnswer(Versioned, Fact):
    """What the employer answered on a day; only the last of a proposal can be put right."""

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
    # Withdrawn because the referral ended, while the employer still had to answer.
    lapsed = models.BooleanField("door het einde van de verwijzing", default=False, editable=False)

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
            models.CheckConstraint(
                condition=Q(lapsed=False) | Q(answer=Answer.WITHDRAWN),
                name="proposal_answer_lapsed_is_withdrawn",
            ),
        ]

    def __str__(self):
        return ANSWER_LABELS[Answer(self.answer)]
