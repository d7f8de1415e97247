"""The documents about one participant: the own sheet, and the CV."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import TemplateView

from participants.models import Reading
from participants.models.readings import Action
from participants.own_document_sections import own_documents
from participants.sections import Reader
from participants.views import ParticipantPage
from pilot.feedback import tell
from pilot.roles import Permission
from reports.evaluation_views import pdf_response
from reports.models import Document
from reports.models.documents import DocumentKind
from reports.person_documents import SOURCES

# Who may have each of them made, and what the button says.
MAY_MAKE = {
    DocumentKind.SHEET: (Permission.SHEET_MAKE, "Blad voor de deelnemer maken"),
    DocumentKind.CV: (Permission.CV_MAKE, "Cv maken"),
}
FILE_NAMES = {DocumentKind.SHEET: "blad", DocumentKind.CV: "cv"}


class PersonDocumentMixin(ParticipantPage):
    permission = Permission.CV_MAKE

    def kinds(self):
        return [kind for kind, (permission, _) in MAY_MAKE.items() if self.may(permission)]

    def documents(self):
        if self.participant.is_candidate:
            return Document.objects.none()
        return Document.objects.filter(participant=self.participant, kind__in=self.kinds())


class PersonDocuments(PersonDocumentMixin, TemplateView):
    """What was made of late or is being made, the buttons to make another, and the own papers."""

    def get_template_names(self):
        if self.request.htmx:
            return ["reports/includes/person_documents.html"]
        return ["reports/person_documents.html"]

    def get_context_data(self, **kwargs):
        documents = list(self.documents().select_related("requested_by").order_by("-pk"))
        return super().get_context_data(
            documents=documents,
            busy=any(document.is_open for document in documents),
            kinds=[(kind, MAY_MAKE[kind][1]) for kind in self.kinds()],
            own=own_documents(Reader(self.request.user, self.participant)),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        kind = request.POST.get("soort", "")
        if kind not in self.kinds() or self.participant.is_candidate:
            raise Http404
        Document.objects.request(
            pilot=self.pilot,
            kind=kind,
            source=SOURCES[kind](self.participant, by=request.user),
            by=request.user,
            participant=self.participant,
        )
        tell(request, f"{DocumentKind(kind).label.capitalize()} aangevraagd: dit duurt even.")
        return redirect(request.path)


class PersonDocument(PersonDocumentMixin, View):
    def get(self, request, *args, **kwargs):
        document = get_object_or_404(self.documents(), uuid=self.kwargs["uuid"])
        if not document.is_ready:
            raise Http404
        Reading.objects.record(request, ids=[self.participant.pk], action=Action.EXPORTED)
        return pdf_response(
            request, document, f"{FILE_NAMES[document.kind]}-{self.participant.number}.pdf"
        )
