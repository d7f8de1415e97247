"""The parts of a form that takes a file to keep, and the form that takes one away."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from participants.files import FileRefused, Refused, check_file
from participants.forms import NOTE_WARNING
from pilot.forms import CrispyMixin

MOST = f"{settings.FILE_MAX_BYTES // 1024**2} MB"
TOO_LARGE = f"Dit bestand is groter dan {MOST}. Scan het met een lagere kwaliteit."
REFUSED = {
    Refused.EMPTY: "Dit bestand is leeg.",
    Refused.TOO_LARGE: TOO_LARGE,
    Refused.NAME: "Kies een pdf, jpg of png. Andere bestanden worden niet bewaard.",
    Refused.CONTENT: "Dit bestand is van binnen iets anders dan zijn naam zegt.",
    Refused.CUT_OFF: "Dit bestand is niet volledig. Maak het opnieuw en probeer het nog eens.",
}
CHOOSE_AGAIN = "Kies het bestand opnieuw: de browser bewaart het niet."


class KeptFileField(forms.FileField):
    """A file of a kind and a size that is kept; cleaned it is a CheckedFile, or None."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Bestand",
            max_length=255,
            help_text=f"Een pdf, jpg of png van hoogstens {MOST}.",
            widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
            error_messages={"required": "Kies een bestand.", "empty": REFUSED[Refused.EMPTY]},
            **kwargs,
        )

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return None
        if upload.size > settings.FILE_MAX_BYTES:
            # Before it is read.
            raise ValidationError(TOO_LARGE)
        try:
            return check_file(upload.name, upload.read(), at_most=settings.FILE_MAX_BYTES)
        except FileRefused as error:
            raise ValidationError(REFUSED[error.refused]) from error


class AboutParticipant(CrispyMixin, forms.Form):
    """A form without a day."""

    def __init__(self, *args, participant, **kwargs):
        self.participant = participant
        super().__init__(*args, **kwargs)


class FileForm(AboutParticipant):
    """A file and what it is."""

    kind = forms.ChoiceField(label="Wat is het?")
    file = KeptFileField()

    def clean(self):
        cleaned = super().clean()
        if self.errors and cleaned.get("file"):
            self.add_error("file", CHOOSE_AGAIN)
        return cleaned


class FileRemoveForm(AboutParticipant):
    submit_label = "Bestand weghalen"

    reason = forms.CharField(
        label="Waarom?",
        max_length=300,
        help_text=f"Bijvoorbeeld: hoort bij iemand anders. {NOTE_WARNING}",
        error_messages={"required": "Zonder reden wordt een bestand niet weggehaald."},
    )
