"""The answer to who sent a form about somebody whom they saw, and may not see any more."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from participants.models import Participant, Reading
from pilot.roles import Permission


def no_longer_yours(request, pilot, number, form_class) -> HttpResponse | None:
    """What they typed, so that it is not lost, and nothing about whom it was; None for others."""
    person = Participant.objects.filter(pilot=pilot, number=number).first()
    visible = Participant.objects.visible_to(request.user, pilot=pilot)
    if person is None or visible.filter(pk=person.pk).exists():
        return None
    if not Reading.objects.of(person).filter(user=request.user).exists():
        return None
    referral = None
    if request.user.can(Permission.PARTICIPANT_VIEW_REFERRED, pilot=pilot):
        referral = person.referrals.exclude(ended_on=None).last()
    context = {
        "pilot": pilot,
        "number": number,
        "ended_on": referral and referral.ended_on,
        "typed": typed_text(request.POST, form_class),
    }
    return render(request, "participants/lost_sight.html", context, status=410)


def typed_text(sent, form_class) -> list[tuple[str, str]]:
    """What was typed in words, each with the label of its field."""
    return [
        (field.label, sent[name])
        for name, field in form_class.base_fields.items()
        if isinstance(field, forms.CharField) and not field.widget.is_hidden and sent.get(name)
    ]
