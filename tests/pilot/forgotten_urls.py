"""A URLconf with a page of which somebody forgot to say who may see it."""

from django.urls import include, path
from django.views.generic import TemplateView

from pilot.access import PilotAccessMixin


class Forgotten(PilotAccessMixin, TemplateView):
    template_name = "pilot/home.html"


urlpatterns = [
    path("<slug:pilot>/vergeten/", Forgotten.as_view(), name="forgotten"),
    path("", include("pilot.urls")),
]
