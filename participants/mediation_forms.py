"""Forms about referrals, employers, vacancies and proposals."""

import re

from crispy_forms.layout import HTML, Column, Fieldset, Row
from django import forms
from django.utils.html import escape

from participants.choices import Sector
from participants.forms import (
    A_YEAR,
    NOTE_WARNING,
    TOO_FAR,
    PastDayForm,
    WarningMixin,
    note_field,
)
from participants.mediation_choices import (
    ANSWER_LABELS,
    ContactKind,
    Licence,
    Purpose,
    Reach,
    ReferralEnd,
    RefusalReason,
    VacancyKind,
    VacancyState,
)
from participants.models import DiagnosisFile, Employer, Occupation, Participant, Vacancy
from participants.proposals import NEXT, Answer
from participants.versioned_forms import VersionedForm, VersionedMixin
from pilot.forms import CrispyMixin, DateField, check_not_after

PHONE = re.compile(r"[0-9 +-]*")
ABOUT_NOBODY = f"Noem hier geen deelnemers. {NOTE_WARNING}"
# As many occupations can be wanted.
WANTED = ("first_occupation", "second_occupation", "third_occupation")
# What stands in the referral itself.
PROFILE = ("purpose", "note", "sectors", "hours_from", "hours_until")
PROFILE += ("times", "driving_licence", "reach")


class HoursField(forms.IntegerField):
    """Hours in a week; a text field, so that what is wrong can be shown again."""

    def __init__(self, label, **kwargs):
        super().__init__(
            label=label,
            min_value=1,
            max_value=60,
            error_messages={
                "invalid": "Typ een heel aantal uren, bijvoorbeeld 24.",
                "min_value": "Typ ten minste 1 uur.",
                "max_value": "Een werkweek heeft hoogstens 60 uur.",
            },
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date-input"}),
            **kwargs,
        )


def occupation_choices(pilot, empty) -> list:
    """The occupations of a pilot by sector; the ones the region is short of say so."""
    groups = {}
    for row in Occupation.objects.of(pilot):
        label = f"{row} (knelpuntberoep)" if row.shortage else str(row)
        groups.setdefault(row.get_sector_display(), []).append((row.pk, label))
    return [("", empty), *sorted(groups.items())]


class HoursMixin:
    """For a form with `hours_from` and `hours_until`."""

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("hours_from"), cleaned.get("hours_until")
        if first and last and last < first:
            self.add_error("hours_until", f"Dit is minder dan vanaf {first} uur.")
        return cleaned


class ProfileForm(HoursMixin, PastDayForm):
    """What somebody is referred for, and what they look for."""

    submit_label = "Verwijzing opslaan"

    purpose = forms.ChoiceField(label="Doel", choices=[("", "kies"), *Purpose.choices])
    note = note_field(
        "Wat de recruiter moet weten",
        help_text=f"De recruiter leest alleen dit, niet uw andere notities. {NOTE_WARNING}",
    )
    first_occupation = forms.ModelChoiceField(
        label="Gewenst beroep", queryset=Occupation.objects.none(), required=False
    )
    second_occupation = forms.ModelChoiceField(
        label="Of", queryset=Occupation.objects.none(), required=False
    )
    third_occupation = forms.ModelChoiceField(
        label="Of ook", queryset=Occupation.objects.none(), required=False
    )
    sectors = forms.MultipleChoiceField(
        label="Gewenste sectoren",
        choices=Sector.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hours_from = HoursField("Uren per week, vanaf", required=False)
    hours_until = HoursField("Uren per week, tot", required=False)
    times = forms.CharField(
        label="Dagen en tijden",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: alleen ochtenden, niet op woensdag.",
    )
    driving_licence = forms.ChoiceField(
        label="Rijbewijs", choices=Licence.choices, widget=forms.RadioSelect
    )
    reach = forms.ChoiceField(
        label="Waar kan iemand werken?",
        choices=[("", "niet bekend"), *Reach.choices],
        required=False,
    )

    def __init__(self, *args, participant, **kwargs):
        self.file = DiagnosisFile.objects.of(participant)
        super().__init__(*args, participant=participant, **kwargs)
        choices = occupation_choices(participant.pilot, "geen")
        for name in WANTED:
            self.fields[name].queryset = Occupation.objects.of(participant.pilot)
            self.fields[name].choices = choices

    @property
    def known(self) -> dict[str, str]:
        """What the diagnosis says already, so that nothing else can be typed: by field."""
        known = {}
        if self.file.licence:
            known["driving_licence"] = f"rijbewijs: {self.file.get_licence_display()}"
        if self.file.travel_minutes is not None:
            known["reach"] = f"reist hoogstens {self.file.travel_minutes} minuten"
        return known

    def layout(self):
        for name in self.known:
            del self.fields[name]
        asked = [name for name in ("driving_licence", "reach") if name in self.fields]
        if self.known:
            asked.append(HTML(f"<p>Uit de diagnose: {escape('; '.join(self.known.values()))}.</p>"))
        return [
            "purpose",
            "note",
            Fieldset(
                "Wat zoekt deze deelnemer?",
                *self.above_wishes(),
                Row(*[Column(name, css_class="col-md-4") for name in WANTED]),
                "sectors",
                Row(
                    Column("hours_from", css_class="col-md-6"),
                    Column("hours_until", css_class="col-md-6"),
                ),
                "times",
                *asked,
            ),
        ]

    def above_wishes(self):
        return []

    def clean(self):
        cleaned = super().clean()
        # Outside the check of the hours: one without the other says nothing.
        for name, other in (("hours_from", "hours_until"), ("hours_until", "hours_from")):
            if cleaned.get(name) and not cleaned.get(other) and other not in self.errors:
                self.add_error(other, "Vul beide uren in, of geen van beide.")
        return cleaned

    @property
    def occupations(self) -> list[Occupation]:
        """The wanted ones, each once."""
        chosen = [self.cleaned_data[name] for name in WANTED if self.cleaned_data[name]]
        return list(dict.fromkeys(chosen))

    @property
    def profile(self) -> dict:
        """What stands in the row itself."""
        return {name: self.cleaned_data[name] for name in PROFILE if name in self.fields}

    @staticmethod
    def values_of(referral) -> dict:
        """What the form begins with, of an earlier referral."""
        rows = referral.wanted.select_related("occupation")
        wanted = dict(zip(WANTED, [row.occupation for row in rows], strict=False))
        return {name: getattr(referral, name) for name in PROFILE} | wanted


class ReferralForm(ProfileForm):
    submit_label = "Verwijzen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)

    def layout(self):
        return ["uuid", "on", *super().layout()]

    def above_wishes(self):
        """Where the wishes come from that are filled in already."""
        if not self.initial.get("from_diagnosis"):
            return []
        return [HTML("<p>Ingevuld vanuit de diagnose; pas aan wat voor deze verwijzing geldt.</p>")]

    @staticmethod
    def values_from(file) -> dict:
        """What the form of a first referral begins with: the wishes of the diagnosis."""
        wanted = dict(zip(WANTED, file.wanted, strict=False))
        hours = {"hours_from": file.hours, "hours_until": file.hours} if file.hours else {}
        return {"from_diagnosis": bool(wanted or hours)} | wanted | hours


class ReferralEditForm(VersionedMixin, ProfileForm):
    # The day of the referral stays as it is.
    on = None


class ReferralEndForm(PastDayForm):
    submit_label = "Verwijzing beëindigen"

    reason = forms.ChoiceField(label="Waarom?", choices=[("", "kies"), *ReferralEnd.choices])

    def __init__(self, *args, referral, **kwargs):
        self.referral = referral
        super().__init__(*args, **kwargs)

    def layout(self):
        return [Row(Column("on", css_class="col-md-4"), Column("reason", css_class="col-md-8"))]

    def clean_on(self):
        day = super().clean_on()
        if day < self.referral.on:
            raise forms.ValidationError(f"De verwijzing is van {self.referral.on:%d-%m-%Y}.")
        return day


class NamesNobody(WarningMixin):
    """For a form about a company: warns once when it names somebody who was ever referred.

    Before the form that it is mixed into, which has a `pilot` and a field `confirmed`.
    """

    FREE_TEXT = ("note",)

    def named(self) -> str:
        typed = " ".join(self.cleaned_data.get(name) or "" for name in self.FREE_TEXT)
        if not typed.strip():
            return ""
        names = Participant.objects.filter(pilot=self.pilot).ever_referred().named_in(typed)
        if not names:
            return ""
        return f"Hier staat de naam van een deelnemer: {', '.join(names)}. Haal die liever weg."

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self.warn(" ".join(filter(None, self.warnings())))
        return cleaned

    def warnings(self) -> list[str]:
        return [self.named()]


class RowForm(VersionedForm):
    """A form over a row inside a pilot, new or to be edited."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)
        self.initial["uuid"] = self.instance.uuid


class EmployerForm(RowForm):
    class Meta:
        model = Employer
        fields = ["name", "sector", "place", "contact_name", "phone", "email", "cooperates"]
        help_texts = {
            "cooperates": "Zet dit uit als deze werkgever niet meer meedoet: wat er is blijft.",
            "contact_name": "Wie u bij dit bedrijf spreekt.",
            "email": "Het adres van het bedrijf of van de contactpersoon daar.",
        }

    def layout(self):
        return [
            "uuid",
            "name",
            Row(Column("sector", css_class="col-md-6"), Column("place", css_class="col-md-6")),
            "contact_name",
            Row(Column("phone", css_class="col-md-5"), Column("email", css_class="col-md-7")),
            *self.cooperating(),
        ]

    def cooperating(self):
        """Whoever adds an employer means that it cooperates."""
        if self.instance.pk:
            return ["cooperates"]
        self.fields["cooperates"].disabled = True
        self.fields["cooperates"].widget = forms.HiddenInput()
        return []

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not PHONE.fullmatch(phone):
            raise forms.ValidationError("Typ alleen cijfers, spaties, + en -.")
        return phone

    def clean(self):
        cleaned = super().clean()
        same = Employer.objects.filter(pilot=self.pilot, name__iexact=cleaned.get("name", ""))
        if same.exclude(uuid=cleaned.get("uuid")).exists():
            self.add_error("name", "Deze werkgever staat al in de lijst.")
        return cleaned


class ContactForm(NamesNobody, CrispyMixin, forms.Form):
    submit_label = "Contact vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    on = DateField(label="Datum")
    kind = forms.ChoiceField(label="Hoe?", choices=[("", "kies"), *ContactKind.choices])
    note = note_field("Notitie", help_text=ABOUT_NOBODY)
    next_on = DateField(label="Volgend contact op", required=False)

    def __init__(self, *args, pilot, **kwargs):
        self.pilot, self.today = pilot, pilot.today()
        super().__init__(*args, **kwargs)
        self.fields["next_on"].help_text = "Die dag komt het terug onder Vandaag. Leeg: niets."

    def layout(self):
        return [
            *(name for name in ("uuid", "confirmed") if name in self.fields),
            Row(Column("on", css_class="col-md-4"), Column("kind", css_class="col-md-8")),
            "note",
            "next_on",
        ]

    def clean_on(self):
        check_not_after(self.cleaned_data["on"], self.today)
        return self.cleaned_data["on"]

    def clean_next_on(self):
        day = self.cleaned_data["next_on"]
        if day and day <= self.today:
            raise forms.ValidationError("Het volgende contact ligt na vandaag.")
        if day and day > self.today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day

    @property
    def values(self) -> dict:
        """What stands in the row itself."""
        return {name: self.cleaned_data[name] for name in ("on", "kind", "note", "next_on")}


class ContactEditForm(VersionedMixin, ContactForm):
    """What was recorded of a contact, once more."""

    submit_label = "Correctie opslaan"
    GONE = "Een collega heeft dit contact intussen weggehaald."

    uuid = None

    def clean_next_on(self):
        """What was planned then may be past by now."""
        day, on = self.cleaned_data["next_on"], self.cleaned_data.get("on")
        if day and on and day <= on:
            raise forms.ValidationError("Het volgende contact ligt na dit contact.")
        if day and day > self.today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day


class VacancyForm(NamesNobody, HoursMixin, RowForm):
    FREE_TEXT = ("title", "learned", "note")

    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    hours_from = HoursField("Uren per week, vanaf")
    hours_until = HoursField("Uren per week, tot")
    places = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=200,
        initial=1,
        error_messages={
            "invalid": "Typ een heel aantal plaatsen, bijvoorbeeld 2.",
            "min_value": "Er is ten minste 1 plaats.",
            "max_value": "Hoogstens 200 plaatsen.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "date-input"}),
    )
    starts_on = DateField(label="Begint op", required=False)
    closes_on = DateField(label="Reageren tot en met", required=False)
    learned = note_field(
        "Wat er wordt geleerd", help_text="Bij een groepsproject: de vaardigheden die men opdoet."
    )
    note = note_field("Toelichting", help_text=ABOUT_NOBODY)

    class Meta:
        model = Vacancy
        fields = ["kind", "title", "occupation", "sector", "hours_from", "hours_until"]
        fields += ["language_level", "driving_licence", "paid", "reach", "places"]
        fields += ["starts_on", "closes_on", "learned", "note", "state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        occupation = self.fields["occupation"]
        occupation.queryset = Occupation.objects.of(self.pilot)
        occupation.choices = occupation_choices(self.pilot, "geen van deze")
        self.fields["language_level"].choices = [
            ("", "geen gevraagd"),
            *self.fields["language_level"].choices[1:],
        ]

    def layout(self):
        # Whoever adds a vacancy means that it is open.
        states = ["state"] if self.instance.pk else []
        if not states:
            self.fields["state"].disabled = True
            self.fields["state"].widget = forms.HiddenInput()
        return [
            "uuid",
            "confirmed",
            *states,
            Row(Column("kind", css_class="col-md-4"), Column("title", css_class="col-md-8")),
            Row(Column("occupation", css_class="col-md-6"), Column("sector", css_class="col-md-6")),
            Row(
                Column("hours_from", css_class="col-md-4"),
                Column("hours_until", css_class="col-md-4"),
                Column("places", css_class="col-md-4"),
            ),
            Row(
                Column("language_level", css_class="col-md-6"),
                Column("reach", css_class="col-md-6"),
            ),
            "driving_licence",
            "paid",
            Row(
                Column("starts_on", css_class="col-md-6"),
                Column("closes_on", css_class="col-md-6"),
            ),
            "learned",
            "note",
        ]

    def warnings(self) -> list[str]:
        return [self.closed(), *super().warnings()]

    def closed(self) -> str:
        """That the last day was before today, of a vacancy that is open."""
        day, today = self.cleaned_data.get("closes_on"), self.pilot.today()
        is_open = self.cleaned_data.get("state") == VacancyState.OPEN
        if not (day and is_open and day < today and "closes_on" in self.changed_data):
            return ""
        return f"Reageren kon dan tot en met {day:%d-%m-%Y}: die dag is al voorbij."

    def clean_places(self):
        places = self.cleaned_data["places"]
        taken = self.instance.places_taken() if self.instance.pk else 0
        if places < taken:
            raise forms.ValidationError(f"Er zijn al {taken} plaatsen bezet.")
        return places

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == VacancyKind.GROUP_PROJECT:
            if not cleaned.get("learned") and "learned" not in self.errors:
                self.add_error("learned", "Vul bij een groepsproject in wat er wordt geleerd.")
            if not cleaned.get("starts_on") and "starts_on" not in self.errors:
                self.add_error("starts_on", "Vul bij een groepsproject in wanneer het begint.")
        return cleaned


class ProposalForm(WarningMixin, PastDayForm):
    """`said`: how an earlier proposal for the same vacancy ended, in words."""

    submit_label = "Voorstellen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    note = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, said, **kwargs):
        self.said = said
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if self.said and not self.errors:
            self.warn(f"Eerder voorgesteld voor deze vacature: {'; '.join(self.said)}.")
        return cleaned

    def clean_on(self):
        day = super().clean_on()
        referral = self.participant.referrals.open().first()
        if referral and day < referral.on:
            raise forms.ValidationError(f"Pas verwezen op {referral.on:%d-%m-%Y}.")
        return day


class AnswerForm(PastDayForm):
    """What the employer answered; only what can come after `after` is offered.

    `ignored`: what was filled in and belongs to another answer.
    """

    submit_label = "Antwoord vastleggen"

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(label="Antwoord", widget=forms.RadioSelect)
    interview_on = DateField(
        label="Gesprek op", required=False, help_text="Alleen bij een gesprek."
    )
    reason = forms.ChoiceField(
        label="Reden van de afwijzing",
        required=False,
        choices=[("", "niet van toepassing"), *RefusalReason.choices],
        help_text="Alleen bij afgewezen.",
    )
    note = note_field("Toelichting", help_text=NOTE_WARNING)

    def __init__(self, *args, proposal, after=None, **kwargs):
        self.proposal, self.ignored = proposal, []
        self.possible = NEXT[after or Answer(proposal.answer)]
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(one, ANSWER_LABELS[one]) for one in self.possible]

    def layout(self):
        """The day of an interview is asked where there can be one."""
        asked = [Column("reason", css_class="col-md-7")]
        if Answer.INTERVIEW in self.possible:
            asked.insert(0, Column("interview_on", css_class="col-md-5"))
        else:
            del self.fields["interview_on"]
        return [
            *(["uuid"] if "uuid" in self.fields else []),
            "on",
            "answer",
            Row(*asked),
            "note",
        ]

    @property
    def not_kept(self) -> str:
        return ", ".join(self.ignored)

    def clean_interview_on(self):
        day = self.cleaned_data["interview_on"]
        if day and day < self.proposal.on:
            raise forms.ValidationError(f"Pas voorgesteld op {self.proposal.on:%d-%m-%Y}.")
        if day and day > self.today + A_YEAR:
            raise forms.ValidationError(TOO_FAR)
        return day

    def clean(self):
        cleaned = super().clean()
        answer = cleaned.get("answer")
        self._belongs(answer == Answer.REJECTED, "reason", "Kies de reden van de afwijzing.")
        self._belongs(answer == Answer.INTERVIEW, "interview_on", "Vul de dag van het gesprek in.")
        if cleaned.get("reason") == RefusalReason.OTHER and not cleaned.get("note"):
            self.add_error("note", "Schrijf op waarom, want dat zegt de reden “anders” niet.")
        return cleaned

    def _belongs(self, asked, name, sentence) -> None:
        """A field that counts with one answer, and with no other."""
        if "answer" in self.errors or name not in self.fields:
            return
        if asked:
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, sentence)
            return
        if self.errors.pop(name, None) or self.cleaned_data.get(name):
            self.ignored.append(str(self.fields[name].label).lower())
        self.cleaned_data[name] = None if name == "interview_on" else ""


class AnswerEditForm(VersionedMixin, AnswerForm):
    """The last answer, once more."""

    submit_label = "Correctie opslaan"

    uuid = None
