from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver


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
