"""The appointments of a consultant in their own calendar, by a private link."""

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import TemplateView
from icalendar import Calendar, Event

from participants.models import CalendarLink as Link
from participants.models import Participant, Step
from pilot.access import PUBLIC, PilotAccessMixin
from pilot.feedback import tell
from pilot.roles import Permission

# In the session, until it was shown once.
NEW_TOKEN = "calendar"  # noqa: S105 the name of it
PAST_DAYS = 30
# How long an appointment takes nobody says beforehand.
USUAL_LENGTH = timedelta(hours=1)


class CalendarLink(PilotAccessMixin, TemplateView):
    """Make the link, see it once, withdraw it."""

    permission = Permission.TODAY_VIEW
    template_name = "participants/calendar.html"

    def trail(self):
        return [("Vandaag", self.url("participants:today"))]

    def get_context_data(self, **kwargs):
        token = self.request.session.pop(NEW_TOKEN, None)
        address = self.url("participants:calendar-feed", token) if token else ""
        return super().get_context_data(
            link=Link.objects.filter(user=self.request.user, pilot=self.pilot).first(),
            address=self.request.build_absolute_uri(address) if address else "",
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        who = {"user": request.user, "pilot": self.pilot}
        if "intrekken" in request.POST:
            Link.objects.withdraw(**who)
            tell(request, "De link werkt niet meer.")
        else:
            request.session[NEW_TOKEN] = Link.objects.renew(**who)
        return redirect(request.path)


@method_decorator(login_not_required, name="dispatch")
class CalendarFeed(View):
    """The file that a calendar fetches. It holds no person: what, and on which day."""

    permission = PUBLIC

    def get(self, request, pilot, token):
        link = Link.objects.behind(token, slug=pilot)
        # Who has left the team has no appointments in it any more.
        if link is None or not link.user.can(Permission.TODAY_VIEW, pilot=link.pilot):
            raise Http404
        calendar = calendar_of(link, address=self.address_of)
        response = HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
        response["Cache-Control"] = "private, no-store"
        return response

    def address_of(self, step) -> str:
        """Where it is told with whom, to who may log in: the address itself names nobody."""
        route = "participants:appointment"
        return self.request.build_absolute_uri(
            reverse(route, args=[self.kwargs["pilot"], step.uuid])
        )


class Appointment(PilotAccessMixin, View):
    """From the calendar to whom it is with: the step as it is now, planned or logged."""

    permission = Permission.PARTICIPANT_VIEW

    def get(self, request, *args, **kwargs):
        visible = Participant.objects.visible_to(request.user, pilot=self.pilot)
        steps = Step.objects.filter(participant__in=visible).select_related("participant__pilot")
        step = get_object_or_404(steps, uuid=self.kwargs["uuid"])
        return redirect(f"{step.participant.get_absolute_url()}#open")


def calendar_of(link, *, address) -> bytes:
    visible = Participant.objects.visible_to(link.user, pilot=link.pilot)
    since = link.pilot.today() - timedelta(days=PAST_DAYS)
    planned = Step.objects.planned().filter(participant__in=visible, on__gte=since)
    calendar = Calendar()
    calendar.add("prodid", "-//Re-integratiepilots//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Afspraken {link.pilot}")
    for step in planned.select_related("type"):
        calendar.add_component(event_of(step, address(step)))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def event_of(step, address) -> Event:
    """Without the place, as that may be where only one person is met."""
    event = Event()
    event.add("uid", f"{step.uuid}@re-integratiepilots")
    event.add("dtstamp", timezone.now())
    event.add("summary", str(step.type))
    if step.time:
        begins = datetime.combine(step.on, step.time, timezone.get_default_timezone())
        event.add("dtstart", begins)
        event.add("dtend", begins + USUAL_LENGTH)
    else:
        event.add("dtstart", step.on)
        event.add("dtend", step.on + timedelta(days=1))
    event.add("url", address)
    event.add("description", f"Met wie en waar staat in het programma: {address}")
    event.add("class", "PRIVATE")
    return event
