"""A file that is kept of a participant: given, and taken away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from participants.file_forms import FileRemoveForm
from participants.models import Reading
from participants.models.readings import Action
from participants.models.sealed_files import FileDamaged, FileGone
from participants.views import ParticipantForm, ParticipantPage


class FileDownload(ParticipantPage, View):
    """`file` says which."""

    def get(self, request, *args, **kwargs):
        try:
            content = self.file.checked_content()
        except FileDamaged:
            return render(request, "participants/file_damaged.html", status=500)
        # First the trace, then the file.
        Reading.objects.record(request, ids=[self.participant.pk], action=Action.EXPORTED)
        response = HttpResponse(content, content_type=self.file.content_type)
        response["Content-Disposition"] = f'attachment; filename="{self.file.name}"'
        return response


class FileRemove(ParticipantForm):
    """`file` says which, `back` where one goes afterwards."""

    form_class = FileRemoveForm
    template_name = "participants/file_remove.html"

    def get_initial(self):
        return {}

    def get_context_data(self, **kwargs):
        return super().get_context_data(file=self.file, **kwargs)

    def form_valid(self, form):
        try:
            self.file.remove(by=self.request.user, **form.cleaned_data)
        except FileGone:
            form.add_error(None, "Een collega heeft dit bestand intussen al weggehaald.")
            return self.form_invalid(form)
        self.done(f"Weggehaald: {self.file}. Naam en reden blijven te lezen.")
        return redirect(self.back())
