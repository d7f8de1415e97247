from django.apps import AppConfig


class PilotConfig(AppConfig):
    name = "pilot"
    verbose_name = "Pilot"

    def ready(self):
        from pilot import checks  # noqa: F401 registers the system check
