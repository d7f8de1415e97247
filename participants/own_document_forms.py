from django import forms
from django.core.validators import MaxLengthValidator

from participants.file_forms import CHOOSE_AGAIN, FileForm
from participants.forms import NOTE_WARNING
from participants.mediation_choices import OwnDocumentKind
from participants.models.own_documents import AT_MOST

LONGEST = 100
FULL = f"Er staan al {AT_MOST} documenten. Haal er eerst een weg die niet meer nodig is."


class OwnDocumentForm(FileForm):
    submit_label = "Document bewaren"

    kind = forms.ChoiceField(label="Wat is het?", choices=[("", "kies"), *OwnDocumentKind.choices])
    description = forms.CharField(
        label="Omschrijving",
        required=False,
        # Not `max_length=`: with that the browser cuts off what is pasted, without a word.
        validators=[MaxLengthValidator(LONGEST)],
        help_text=f"Waaraan u het herkent, bijvoorbeeld: elektricien, vertaald. {NOTE_WARNING}",
    )

    field_order = ["kind", "description", "file"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text += " Een Word-bestand slaat u eerst op als pdf."

    def is_there(self, document):
        """The same file was kept before, with other words."""
        words = ", ".join(filter(None, (document.get_kind_display(), document.description)))
        self.add_error("file", f"Dit bestand staat er al, als: {words}.")

    def full(self):
        self.add_error(None, FULL)
        self.add_error("file", CHOOSE_AGAIN)
