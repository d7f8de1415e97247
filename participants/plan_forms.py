from datetime import date, timedelta

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.validators import MaxLengthValidator

from participants.forms import A_YEAR, NOTE_WARNING, TOO_FAR, PastDayForm, note_field
from participants.models.plans import GoalState, Owner
from participants.versioned_forms import VersionedMixin
from pilot.forms import CrispyMixin, DateField
from pilot.models import Organisation

LONGEST_LINE = 200
THREE_YEARS = timedelta(days=3 * 366)
PEOPLE = [choice for choice in Owner.choices if choice[0] != Owner.PARTNER]


def line_field(label, **kwargs):
    # Not `max_length=`: with that the browser cuts off what is pasted, without a word.
    limit = MaxLengthValidator(LONGEST_LINE)
    return forms.CharField(label=label, validators=[limit], **kwargs)


def check_ahead(day: date | None, today: date, *, was: date | None, furthest: timedelta) -> None:
    """A day by which something is to be done lies ahead, unless it is the day that it was."""
    if day is None or day == was:
        return
    if day < today:
        raise forms.ValidationError(f"Deze dag is al geweest: het is nu {today:%d-%m-%Y}.")
    if day > today + furthest:
        too_far = TOO_FAR if furthest == A_YEAR else TOO_FAR.replace("een jaar", "drie jaar")
        raise forms.ValidationError(too_far)


class OwnerField(forms.ChoiceField):
    """Who does it: somebody of the team, the participant, or a partner by name."""

    def offer(self, pilot, *, action=None):
        partners = list(Organisation.objects.of(pilot))
        if action and action.partner and action.partner not in partners:
            partners.append(action.partner)
        self.partners = {str(partner.uuid): partner for partner in partners}
        named = [(key, str(partner)) for key, partner in self.partners.items()]
        self.choices = [("", "kies"), *PEOPLE, *([("Partners", named)] if named else [])]

    def owner(self, value: str) -> dict:
        partner = self.partners.get(value)
        return {"owner": Owner.PARTNER if partner else value, "partner": partner}


class PlanForm(CrispyMixin, forms.Form):
    """`row`: the goal or action that it is about, None where it is new."""

    def __init__(self, *args, participant, row=None, **kwargs):
        self.participant, self.row = participant, row
        self.today = participant.pilot.today()
        super().__init__(*args, **kwargs)


class GoalFields(forms.Form):
    what = line_field(
        "Doel",
        help_text=f"Zo concreet dat u later kunt zeggen of het bereikt is. {NOTE_WARNING}",
    )
    due_on = DateField(label="Te bereiken op", required=False)

    def clean_due_on(self):
        day, was = self.cleaned_data["due_on"], self.row and self.row.due_on
        check_ahead(day, self.today, was=was, furthest=THREE_YEARS)
        return day


class GoalForm(GoalFields, PlanForm):
    """A new goal, if one likes with the first action that leads there."""

    submit_label = "Doel vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    action_what = line_field("Wat gaat er gebeuren?", required=False)
    action_who = OwnerField(label="Wie doet het?", required=False)
    action_due_on = DateField(label="Uiterlijk op", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["action_who"].offer(self.participant.pilot)

    def layout(self):
        return [
            "uuid",
            "what",
            "due_on",
            Fieldset(
                "Eerste actie (mag ook later)",
                "action_what",
                Row(
                    Column("action_who", css_class="col-md-8"),
                    Column("action_due_on", css_class="col-md-4"),
                ),
            ),
        ]

    def clean_action_due_on(self):
        day = self.cleaned_data["action_due_on"]
        check_ahead(day, self.today, was=None, furthest=A_YEAR)
        return day

    def clean(self):
        cleaned = super().clean()
        said = {
            "action_what": "Schrijf ook op wat er gaat gebeuren.",
            "action_who": "Kies ook wie het doet.",
            "action_due_on": "Kies ook de dag waarop het klaar moet zijn.",
        }
        if any(cleaned.get(field) or field in self.errors for field in said):
            for field, sentence in said.items():
                if not cleaned.get(field) and field not in self.errors:
                    self.add_error(field, sentence)
        return cleaned

    @property
    def action(self) -> dict | None:
        """The first action, None where there is none."""
        if not self.cleaned_data["action_what"]:
            return None
        return {
            "what": self.cleaned_data["action_what"],
            "due_on": self.cleaned_data["action_due_on"],
            **self.fields["action_who"].owner(self.cleaned_data["action_who"]),
        }


class GoalEditForm(VersionedMixin, GoalFields, PlanForm):
    pass


class GoalCloseForm(PastDayForm):
    submit_label = "Doel afronden"

    state = forms.ChoiceField(
        label="Is het doel bereikt?",
        choices=[choice for choice in GoalState.choices if choice[0] != GoalState.OPEN],
        widget=forms.RadioSelect,
    )
    remark = note_field("Opmerking", help_text=NOTE_WARNING)

    def __init__(self, *args, row, **kwargs):
        self.row = row
        super().__init__(*args, **kwargs)

    def layout(self):
        return ["state", "on", "remark"]

    def clean_on(self):
        day = super().clean_on()
        if day < self.row.on:
            raise forms.ValidationError(f"Dit doel is pas op {self.row.on:%d-%m-%Y} gesteld.")
        return day


class ActionFields(forms.Form):
    what = line_field("Wat gaat er gebeuren?", help_text=NOTE_WARNING)
    who = OwnerField(label="Wie doet het?")
    due_on = DateField(label="Uiterlijk op")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].offer(self.participant.pilot, action=self.row)

    def clean_due_on(self):
        day, was = self.cleaned_data["due_on"], self.row and self.row.due_on
        check_ahead(day, self.today, was=was, furthest=A_YEAR)
        return day

    @property
    def action(self) -> dict:
        return {
            "what": self.cleaned_data["what"],
            "due_on": self.cleaned_data["due_on"],
            **self.fields["who"].owner(self.cleaned_data["who"]),
        }


class ActionForm(ActionFields, PlanForm):
    submit_label = "Actie vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    goal = forms.ChoiceField(label="Voor welk doel?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.goals = {str(goal.uuid): goal for goal in self.participant.goals.open()}
        self.fields["goal"].choices = [(key, str(goal)) for key, goal in self.goals.items()]

    def layout(self):
        return [
            "uuid",
            "goal",
            "what",
            Row(Column("who", css_class="col-md-8"), Column("due_on", css_class="col-md-4")),
        ]

    def clean_goal(self):
        return self.goals[self.cleaned_data["goal"]]


class ActionEditForm(VersionedMixin, ActionFields, PlanForm):
    done_on = DateField(label="Gedaan op", required=True)

    def layout(self):
        row = Row(Column("who", css_class="col-md-8"), Column("due_on", css_class="col-md-4"))
        fields = ["what", row]
        # Done since the form was opened: it did not ask for the day.
        asked = not self.is_bound or "done_on" in self.data
        if self.row.done_on is None or not asked:
            del self.fields["done_on"]
            return fields
        return [*fields, "done_on"]

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if day > self.today:
            raise forms.ValidationError(
                f"Deze dag is nog niet geweest: het is nu {self.today:%d-%m-%Y}."
            )
        return day

    @property
    def action(self) -> dict:
        done = {"done_on": day} if (day := self.cleaned_data.get("done_on")) else {}
        return super().action | done


class ActionCancelForm(PlanForm):
    submit_label = "Actie laten vervallen"

    reason = line_field("Waarom vervalt de actie?", help_text=NOTE_WARNING)


class AgreementForm(PastDayForm):
    submit_label = "Vastleggen"
