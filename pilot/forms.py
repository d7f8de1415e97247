from datetime import date, time

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from pilot.clock import read_time
from pilot.models import Organisation, Pilot, User
from pilot.roles import Role

DATE_FORMATS = [
    *("%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y"),
    # The short one first: the long one would take 140117 for a day in the year 117.
    *("%d%m%y", "%d%m%Y", "%Y-%m-%d"),
]


REQUIRED = '<p class="form-text">Velden met een * zijn verplicht.</p>'


class DateField(forms.DateField):
    """A day, typed as 15-1-2017 or 15012017.

    A text field and not type=date: that one throws away a wrong value instead of showing it again.
    """

    def __init__(self, *, label, **kwargs):
        kwargs.setdefault("help_text", "dag-maand-jaar, bijvoorbeeld 15-1-2017")
        super().__init__(
            label=label,
            input_formats=DATE_FORMATS,
            widget=forms.DateInput(
                format="%d-%m-%Y", attrs={"autocomplete": "off", "class": "date-input"}
            ),
            error_messages={"invalid": "Dit is geen datum. Typ bijvoorbeeld 15-1-2017."},
            **kwargs,
        )


class TimeField(forms.Field):
    """A time, typed as 14:30, 14.30, 1430 or 14u30; a text field for the same reason."""

    def __init__(self, *, label="Tijd", **kwargs):
        kwargs.setdefault("help_text", "bijvoorbeeld 14:30")
        super().__init__(
            label=label,
            widget=forms.TimeInput(
                format="%H:%M", attrs={"autocomplete": "off", "class": "date-input"}
            ),
            error_messages={"invalid": "Dit is geen tijd. Typ bijvoorbeeld 14:30."},
            **kwargs,
        )

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, time):
            return value or None
        try:
            return read_time(value)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


def check_not_after(day: date | None, today: date) -> None:
    """Refuse what has not happened yet, by the day of the pilot."""
    if day and day > today:
        raise ValidationError(f"Deze dag is nog niet geweest: het is nu {today:%d-%m-%Y}.")


def check_not_before_start(day: date | None, pilot: Pilot) -> None:
    """Refuse a day on which nobody could be a participant yet."""
    if day and day < pilot.starts_on:
        raise ValidationError(
            f"Toen was de pilot nog niet begonnen. Kies {pilot.starts_on:%d-%m-%Y} of een latere"
            " dag."
        )


class CrispyMixin:
    """Give a form its layout and one submit button. Override `layout` for more than a list."""

    submit_label = "Opslaan"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Our own messages come at the field, so the browser does not check first.
        self.use_required_attribute = False
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.form_show_errors = True
        button = StrictButton(self.submit_label, type="submit", css_class="btn-primary")
        self.helper.layout = Layout(*self.layout(), button)
        if any(field.required for field in self.fields.values()):
            self.helper.layout.insert(0, HTML(REQUIRED))

    def layout(self):
        return list(self.fields)


PHONE_HELP = "Van het werk: dit nummer komt op het blad van een deelnemer en op een cv te staan."
ANOTHER = "Vraag een andere beheerder om dat te doen."


class LoginForm(CrispyMixin, AuthenticationForm):
    submit_label = "Inloggen"


class OwnPasswordForm(CrispyMixin, PasswordChangeForm):
    submit_label = "Wachtwoord wijzigen"


class PreferencesForm(CrispyMixin, forms.ModelForm):
    show_hints_again = forms.BooleanField(
        label="Toon alle uitleg opnieuw",
        required=False,
        help_text="De uitleg boven pagina's die u hebt gesloten, komt dan terug.",
    )

    class Meta:
        model = User
        fields = ["phone", "shortcuts"]
        labels = {"shortcuts": "Sneltoetsen gebruiken"}
        help_texts = {
            "phone": PHONE_HELP,
            "shortcuts": "Met / gaat u naar het zoekveld en met ? naar de hulp. Zet dit uit als"
            " u een schermlezer of spraakbesturing gebruikt die daar last van heeft.",
        }

    def save(self, commit=True):
        if self.cleaned_data["show_hints_again"]:
            self.instance.closed_hints = []
        return super().save(commit)


class UserForm(CrispyMixin, forms.ModelForm):
    """A user with a role per pilot. A password only where it is new.

    `editor` is who fills it in: they cannot shut themselves out, so somebody can always undo it.
    """

    password = forms.CharField(
        label="Wachtwoord",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "phone", "is_active"]
        labels = {"first_name": "Voornaam", "last_name": "Achternaam", "is_active": "Mag inloggen"}
        help_texts = {
            "username": "Daarmee logt iemand in: letters, cijfers en @ . + - _",
            "phone": PHONE_HELP,
            "is_active": "Zet dit uit in plaats van een gebruiker te verwijderen.",
        }

    def __init__(self, *args, editor, **kwargs):
        self.editor = editor
        # The fields for the roles must stand before the layout is made from them.
        self.pilots = list(Pilot.objects.all())
        super().__init__(*args, **kwargs)

    def layout(self):
        is_new = self.instance.pk is None
        self.fields["password"].required = is_new
        self.fields["password"].help_text = (
            "Ten minste 12 tekens." if is_new else "Leeg: het wachtwoord blijft zoals het is."
        )
        held = {} if is_new else dict(self.instance.memberships.values_list("pilot_id", "role"))
        for pilot in self.pilots:
            self.fields[f"role_{pilot.pk}"] = forms.ChoiceField(
                label=f"Rol in {pilot}",
                required=False,
                choices=[("", "geen rol"), *Role.choices],
                initial=held.get(pilot.pk, ""),
            )
        return list(self.fields)

    def clean_password(self):
        password = self.cleaned_data["password"]
        if password:
            validate_password(password, self.instance)
        return password

    def clean(self):
        cleaned = super().clean()
        if self.instance == self.editor:
            if not cleaned.get("is_active"):
                self.add_error("is_active", f"Daarmee sluit u zichzelf buiten. {ANOTHER}")
            roles = {cleaned.get(f"role_{pilot.pk}") for pilot in self.pilots}
            if self.pilots and not self.editor.is_superuser and Role.ADMINISTRATOR not in roles:
                first = f"role_{self.pilots[0].pk}"
                self.add_error(first, f"Dan bent u nergens meer beheerder. {ANOTHER}")
        return cleaned

    def save(self, commit=True):
        user = super().save(commit=False)
        if self.cleaned_data["password"]:
            user.set_password(self.cleaned_data["password"])
        user.save()
        for pilot in self.pilots:
            role = self.cleaned_data[f"role_{pilot.pk}"]
            if role:
                user.memberships.update_or_create(pilot=pilot, defaults={"role": role})
            else:
                user.memberships.filter(pilot=pilot).delete()
        return user


class PilotForm(CrispyMixin, forms.ModelForm):
    starts_on = DateField(label="Begint op")
    ends_on = DateField(label="Eindigt op")
    assigned_from = DateField(
        label="Doelgroep: toegewezen vanaf",
        required=False,
        help_text="Wie vóór deze dag aan de gemeente is toegewezen, hoort niet tot de doelgroep.",
    )

    class Meta:
        model = Pilot
        fields = [
            "name",
            "slug",
            "target_group",
            "starts_on",
            "ends_on",
            "assigned_from",
            "participants_target",
            "outflow_target_percentage",
            "caseload_norm",
            "regular_caseload_norm",
        ]
        error_messages = {
            "slug": {
                "invalid": "Gebruik alleen letters, cijfers en streepjes.",
                "unique": "Dit adres is al van een andere pilot.",
            }
        }


class OrganisationForm(CrispyMixin, forms.ModelForm):
    class Meta:
        model = Organisation
        fields = ["name", "offers", "active"]
        help_texts = {"active": "Zet dit uit als de partner niet meer meedoet: wat er is blijft."}

    def clean_name(self):
        name = self.cleaned_data["name"]
        same = Organisation.objects.filter(pilot=self.instance.pilot, name__iexact=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError("Deze partner staat al in de lijst.")
        return name
