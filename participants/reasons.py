"""Why somebody stands under a signal, in words, and where that is solved.

A new signal gets its words here.
"""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format

from participants.signals import ABOUT, Signal
from pilot.templatetags.ui import day


def why(signal, person, today) -> tuple[str, str]:
    """Why somebody stands under a signal: in words, and of these what matters most."""
    if signal == Signal.INTEGRATION:
        left = (person.integration_ends_on - today).days
        return (
            f"termijn tot en met {day(person.integration_ends_on)},",
            f"nog {left} {'dag' if left == 1 else 'dagen'}" if left >= 0 else "voorbij",
        )
    days = (today - getattr(person, ABOUT[signal].since)).days
    counted = f"{days} dag" if days == 1 else f"{days} dagen"
    if signal == Signal.OVERDUE:
        return f"{appointment(person)}:", f"{counted} te laat"
    if signal in (Signal.TODAY, Signal.THIS_WEEK):
        return appointment(person), ""
    if signal == Signal.ACTION_OVERDUE:
        return f"{person.action_what}, {day(person.action_due_on)}:", f"{counted} te laat"
    if signal == Signal.NO_ACTION:
        return f"sinds {day(person.without_action_since)},", counted
    if signal == Signal.CONTRACT_ENDS:
        return f"plaatsing bij {person.contract_with} loopt tot en met", day(person.contract_until)
    if signal == Signal.UNPLACED:
        return f"aangenomen bij {person.accepted_by},", f"{counted} geleden"
    if signal in (Signal.NO_EVIDENCE, Signal.AFTERCARE_1, Signal.AFTERCARE_6):
        return f"uitgestroomd {day(getattr(person, ABOUT[signal].since))},", f"{counted} geleden"
    if signal == Signal.NO_CONTACT and not person.met_on:
        return (
            f"nog geen contact, geselecteerd {day(person.last_contact_on)},",
            f"{counted} geleden",
        )
    return f"laatste contact {day(person.last_contact_on)},", f"{counted} geleden"


def appointment(person) -> str:
    """What is planned, on which day, at what time and where, as far as that was said."""
    time = f"{person.appointment_time:%H:%M}" if person.appointment_time else ""
    when = date_format(person.appointment_on, "l j F")
    return ", ".join(filter(None, [person.appointment_type, when, time, person.appointment_place]))


def act_url(signal, person, *, came_from="") -> str:
    """Where somebody does what makes the signal go away; about an appointment, that one.

    `came_from`: as the form of a step knows it, for the way back.
    """
    about = ABOUT[signal]
    of = [person.exit_uuid] if about.act == "participants:follow-up-create" else []
    url = reverse(about.act, args=[person.pilot.slug, person.number, *of])
    asked = {}
    if about.since == "appointment_on":
        asked["afspraak"] = person.appointment_uuid
    if signal == Signal.UNPLACED:
        asked["voorstel"] = person.accepted_proposal
    if came_from and about.act == "participants:step-create":
        asked["van"] = came_from
    url += f"?{urlencode(asked)}" if asked else ""
    return f"{url}#{about.place}" if about.place else url
