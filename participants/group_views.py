"""One activity with many people at once, such as K!X Works (actieplan 2016, § 6)."""

import uuid
from collections import Counter

from django.db import transaction

from participants.choices import Attendance, Manner
from participants.list_views import TickPage, in_words
from participants.step_forms import GroupStepForm
from participants.today_views import TODAYS, StepList
from pilot.feedback import tell

# So many names can be read in one sentence.
NAMED = 12
PRESENT = (Attendance.PRESENT, Attendance.LATE)


class GroupStepCreate(StepList, TickPage):
    template_name = "participants/group_step.html"
    form_class = GroupStepForm
    title = "Stap voor een groep"
    default_sort = "naam"
    export_name = "groep"

    def trail(self):
        return [("Stap vastleggen", self.url("participants:step-start"))]

    def initial(self):
        return super().initial() | {"uuid": uuid.uuid4(), "manner": Manner.GROUP}

    def attendance_of(self, number: int) -> str:
        """How it went for one of them, as chosen in the list; at first everybody was there."""
        chosen = self.request.POST.get(f"aanwezigheid-{number}", "")
        return chosen if chosen in Attendance.values else Attendance.PRESENT

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "attendance_choices": Attendance.choices,
            "attendances": {row.number: self.attendance_of(row.number) for row in context["page"]},
        }

    def check(self, form, chosen):
        latest = max(chosen, key=lambda person: person.selected_on)
        if latest.selected_on > form.cleaned_data["on"]:
            form.add_error("on", f"{latest} is pas op {latest.selected_on:%d-%m-%Y} geselecteerd.")

    @transaction.atomic
    def carry_out(self, form, chosen):
        step = dict(form.cleaned_data)
        planned_next = f" Gepland: {form.what_was_planned()}." if step["next_type"] else ""
        group, minutes = step.pop("uuid"), step.pop("minutes")
        went = Counter()
        # In one order, so that two who do this at once do not wait for each other.
        for person in sorted(chosen, key=lambda person: person.pk):
            attendance = self.attendance_of(person.number)
            planned = person.steps.planned().filter(type=step["type"], on=step["on"]).first()
            person.log_step(
                # Sent twice it is the same step for each of them.
                uuid=uuid.uuid5(group, str(person.pk)),
                by=self.request.user,
                planned_step=planned,
                attendance=attendance,
                minutes=minutes if attendance in PRESENT else None,
                **step,
            )
            went[Attendance(attendance).label] += 1
        told = ", ".join(f"{number} {label}" for label, number in went.items())
        done = f"{step['type']} op {step['on']:%d-%m-%Y}"
        said = f"Vastgelegd voor {in_words(chosen)}: {done} ({told}).{planned_next}"
        links = [("Naar Vandaag", self.url(route)) for may, route in TODAYS if self.may(may)]
        tell(self.request, f"{said} {named(chosen)}", *links)


def named(people) -> str:
    """Who they are, by name and number; of many the first ones."""
    names = sorted(f"{person} ({person.number})" for person in people)
    more = f" en nog {len(names) - NAMED}" if len(names) > NAMED else ""
    return f"Dat zijn {', '.join(names[:NAMED])}{more}."
