import uuid

from crispy_forms.layout import Column, Row
from django import forms
from django.db.models import Max

from participants.caseload import norm_for
from participants.choices import AbsenceReason, TransferReason
from participants.consultants import consultants_of, team_with_caseload
from participants.forms import NOTE_WARNING, BulkForm, note_field
from participants.models import Assignment
from participants.models.stand_ins import LONGEST
from pilot.forms import CrispyMixin, DateField, check_not_after
from pilot.models import User
from pilot.roles import Role

WHY = "Kies waarom: wie al een consulent had, wordt overgedragen."
WHAT_ELSE = "Schrijf op wat de reden is."


def last_assignment(pilot) -> int:
    """The number of the last assignment in a pilot: what was known when a page was made."""
    known = Assignment.objects.filter(participant__pilot=pilot)
    return known.aggregate(last=Max("pk"))["last"] or 0


class TransferReasonMixin(forms.Form):
    """Why participants go to another consultant, and what was known when that was asked."""

    reason = forms.ChoiceField(
        label="Reden van de overdracht",
        required=False,
        choices=[("", "kies"), *TransferReason.choices],
    )
    explanation = note_field("Toelichting", help_text=NOTE_WARNING)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        other = cleaned.get("reason") == TransferReason.OTHER
        if other and not cleaned.get("explanation", "sent, but wrong"):
            self.add_error("explanation", WHAT_ELSE)
        return cleaned

    def ask_reason(self, chosen, consultant):
        """Of who is with somebody else now, a reason is needed."""
        moved = [p for p in chosen if p.consultant_id not in (None, consultant.pk)]
        if moved and not self.cleaned_data["reason"]:
            self.add_error("reason", WHY)

    def look_again(self, sentence):
        """Say what a colleague did meanwhile; sending again is done with that in mind."""
        self.data = self.data.copy()
        self.data["seen"] = last_assignment(self.pilot)
        self.add_error(None, sentence)

    @property
    def transfer(self) -> dict:
        """What `Participant.assign_to` asks."""
        return {name: self.cleaned_data[name] for name in ("on", "reason", "explanation", "seen")}


class AssignForm(TransferReasonMixin, BulkForm):
    submit_label = "Toewijzen of overdragen"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = "Alleen nodig bij wie al een consulent heeft."

    def layout(self):
        return [
            "confirmed",
            "seen",
            Row(Column("consultant", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            Row(
                Column("reason", css_class="col-md-5"),
                Column("explanation", css_class="col-md-7"),
            ),
        ]


class TransferForm(AssignForm):
    """One participant to another consultant, or to a first one."""

    submit_label = "Overdragen"

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        if participant.consultant is None:
            self.submit_label = "Toewijzen"
        super().__init__(*args, pilot=participant.pilot, **kwargs)
        self.helper.form_id = None
        self.fields["on"].help_text = "Een overdracht gaat meteen in: vandaag, of een eerdere dag."
        if participant.consultant is None:
            for name in ("reason", "explanation"):
                self.fields[name].widget = forms.HiddenInput()
        else:
            self.fields["reason"].help_text = ""
            self.fields["reason"].required = True

    def clean(self):
        cleaned = super().clean()
        consultant = cleaned.get("consultant")
        if consultant and consultant.pk == self.participant.consultant_id and not self.sent_again():
            self.add_error("consultant", f"{consultant} is al de consulent van deze deelnemer.")
        return cleaned

    def sent_again(self) -> bool:
        """Whether they came there after the form was made: then it was this form that did it."""
        seen = self.cleaned_data.get("seen")
        later = self.participant.assignments.filter(pk__gt=seen or 0)
        return seen is not None and later.exists()


class ReceiversField(forms.ModelMultipleChoiceField):
    """Consultants to tick, with how full each caseload is beside its norm."""

    def label_from_instance(self, user):
        return f"{user} ({user.open_caseload} van {norm_for(self.norm, user.fte)})"


class SpreadForm(TransferReasonMixin, CrispyMixin, forms.Form):
    """The caseload of one consultant over several colleagues; first as a proposal."""

    submit_label = "Maak een voorstel"
    # As they stand on the page: the summary of errors goes by it.
    field_order = ["source", "number", "receivers", "reason", "on", "explanation"]

    # The proposal that was shown: sent again with it, it has been agreed to.
    agreed = forms.CharField(required=False, widget=forms.HiddenInput)
    source = forms.ModelChoiceField(
        label="Van wie",
        queryset=User.objects.none(),
        to_field_name="username",
        empty_label="kies",
    )
    number = forms.IntegerField(
        label="Hoeveel deelnemers",
        required=False,
        min_value=1,
        help_text="Leeg: iedereen. Anders zij die er het kortst zijn.",
        error_messages={
            "invalid": "Typ een heel aantal, bijvoorbeeld 10.",
            "min_value": "Typ ten minste 1.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date-input"}),
    )
    receivers = ReceiversField(
        label="Aan wie",
        queryset=User.objects.none(),
        to_field_name="username",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vink aan wie deelnemers kunnen overnemen."},
    )
    on = DateField(label="Met ingang van")

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = consultants_of(pilot)
        self.fields["receivers"].norm = pilot.caseload_norm
        self.fields["receivers"].queryset = team_with_caseload(pilot)
        self.fields["reason"].required = True
        self.fields["on"].help_text = "Een overdracht gaat meteen in: vandaag, of een eerdere dag."

    def layout(self):
        return [
            "agreed",
            "seen",
            Row(Column("source", css_class="col-md-8"), Column("number", css_class="col-md-4")),
            "receivers",
            Row(Column("reason", css_class="col-md-8"), Column("on", css_class="col-md-4")),
            "explanation",
        ]

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.pilot.today())
        return self.cleaned_data["on"]

    def clean(self):
        cleaned = super().clean()
        source, receivers = cleaned.get("source"), cleaned.get("receivers")
        if source and receivers and source in receivers:
            self.add_error("receivers", f"{source} draagt over en kan dus niet ontvangen.")
        return cleaned

    def refuse_before(self, day):
        """The day from which all of them can go elsewhere."""
        self.add_error(
            "on", f"Iemand van hen kwam er pas op {day:%d-%m-%Y}. Kies die dag of een latere."
        )

    def forget_agreement(self):
        """After an error what is sent again is a new question, not yet agreed to."""
        self.data = self.data.copy()
        self.data["agreed"] = ""


class StandInForm(CrispyMixin, forms.Form):
    submit_label = "Waarneming vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    consultant = forms.ModelChoiceField(
        label="Voor wie wordt waargenomen?",
        queryset=User.objects.none(),
        to_field_name="username",
        empty_label="kies",
    )
    stand_in = forms.ModelChoiceField(
        label="Wie neemt waar?",
        queryset=User.objects.none(),
        to_field_name="username",
        empty_label="kies",
    )
    starts_on = DateField(label="Van")
    ends_on = DateField(label="Tot en met")
    reason = forms.ChoiceField(label="Reden", choices=[("", "kies"), *AbsenceReason.choices])

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        for name in ("consultant", "stand_in"):
            self.fields[name].queryset = pilot.team(Role.CONSULTANT)

    def layout(self):
        return [
            "uuid",
            Row(
                Column("consultant", css_class="col-md-6"),
                Column("stand_in", css_class="col-md-6"),
            ),
            Row(
                Column("starts_on", css_class="col-md-4"),
                Column("ends_on", css_class="col-md-4"),
                Column("reason", css_class="col-md-4"),
            ),
        ]

    @classmethod
    def starting_values(cls, pilot) -> dict:
        return {"uuid": uuid.uuid4(), "starts_on": pilot.today()}

    def clean_starts_on(self):
        day, today = self.cleaned_data["starts_on"], self.pilot.today()
        if day < today:
            raise forms.ValidationError(
                f"Waarneming geldt niet met terugwerkende kracht: het is nu {today:%d-%m-%Y}."
            )
        return day

    def clean(self):
        cleaned = super().clean()
        who, stand_in = cleaned.get("consultant"), cleaned.get("stand_in")
        if who and who == stand_in:
            self.add_error("stand_in", "Niemand neemt voor zichzelf waar: kies een collega.")
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "De laatste dag ligt vóór de eerste.")
        elif first and last and last > first + LONGEST:
            self.add_error(
                "ends_on",
                "Waarneming duurt hoogstens een jaar. Is het langer, draag de caseload dan over.",
            )
        return cleaned
