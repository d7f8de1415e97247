"""The papers that a participant has for an employer: added, given and taken away."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from participants.diagnosis_views import SelectedMixin
from participants.file_views import FileDownload, FileRemove
from participants.models import OwnDocument
from participants.models.own_documents import FileIsThere, TooManyDocuments
from participants.own_document_forms import OwnDocumentForm
from participants.views import ParticipantForm
from pilot.roles import Permission


class OwnDocumentPage(SelectedMixin):
    permission = Permission.OWN_DOCUMENT_KEEP

    def back(self) -> str:
        return self.url("reports:person-documents", self.participant.number)

    def trail(self):
        return [*super().trail(), ("Documenten", self.back())]


class OwnDocumentCreate(OwnDocumentPage, ParticipantForm):
    form_class = OwnDocumentForm
    template_name = "participants/own_document_form.html"
    heading = "Document toevoegen"

    def get_initial(self):
        return {}

    def form_valid(self, form):
        try:
            document = OwnDocument.objects.add(
                self.participant,
                by=self.request.user,
                on=self.pilot.today(),
                **form.cleaned_data,
            )
        except FileIsThere as error:
            form.is_there(error.args[0])
            return self.form_invalid(form)
        except TooManyDocuments:
            form.full()
            return self.form_invalid(form)
        self.done(f"Bewaard: {document}.", ("Nog een document toevoegen", self.request.path))
        return redirect(self.back())


class OneDocument(OwnDocumentPage):
    """A page about one document that is there."""

    @cached_property
    def file(self):
        return get_object_or_404(self.participant.own_documents.there(), uuid=self.kwargs["uuid"])


class OwnDocumentDownload(OneDocument, FileDownload):
    pass


class OwnDocumentRemove(OneDocument, FileRemove):
    heading = "Document weghalen"

    @cached_property
    def file(self):
        document = super().file
        if not document.can_be_removed_by(self.request.user):
            raise Http404
        return document
