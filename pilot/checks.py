from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from pilot import handbook


def routed_views(patterns=None, namespace=""):
    """Every route of the program: its full name and its view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routed_views(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern


@register
def every_page_declares_who_may(app_configs, **kwargs):
    return [
        Error(f"The route {name} does not declare a permission.", id="pilot.E001")
        for name, pattern in routed_views()
        if getattr(getattr(pattern.callback, "view_class", None), "permission", None) is None
    ]


@register
def handbook_is_there(app_configs, **kwargs):
    """The program shows it, so it has to be where the program is: also in an image."""
    if handbook.pages():
        return []
    return [Error(f"There is no handbook in {handbook.FOLDER}.", id="pilot.E004")]


@register(Tags.database, deploy=True)
def database_is_fit_for_production(app_configs, databases, **kwargs):
    """For `check --deploy --database default`: the role, and no demo in the tables."""
    if not settings.PRODUCTION or not databases:
        return []
    errors = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR EXISTS (SELECT FROM pg_tables WHERE tableowner = current_user)"
            " FROM pg_roles WHERE rolname = current_user"
        )
        if cursor.fetchone()[0]:
            errors.append(
                Error(
                    "The role of DATABASE_URL owns tables, so it could rewrite the traces.",
                    hint="Use one of its own, and give the owner to DATABASE_OWNER_URL.",
                    id="pilot.E002",
                )
            )
        cursor.execute("SELECT EXISTS (SELECT FROM pilot_pilot WHERE demo_today IS NOT NULL)")
        if cursor.fetchone()[0]:
            errors.append(
                Error(
                    "This database holds a demo pilot.",
                    hint="Use an empty database for real persons.",
                    id="pilot.E003",
                )
            )
    return errors
