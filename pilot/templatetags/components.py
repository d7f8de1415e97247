"""The components that every page is made of, for every template without loading them.

Each is a file of the same name in templates/components/, with its contract in the first line;
/stijlgids/ shows all of them in all their states.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


def render(name: str, context: dict[str, Any], *, request: Any = None) -> SafeString:
    return render_to_string(f"components/{name}.html", context, request)


@register.simple_block_tag(takes_context=True)
def page_header(context: Context, content: str, title: object, lead: object = "") -> str:
    """The heading of a page: where it hangs, what it is called, its help, and its actions."""
    given = {"title": title, "lead": lead, "content": content}
    inherited = {name: context.get(name) for name in ("trail", "help_url", "request")}
    return render("page_header", inherited | given)


@register.simple_block_tag
def card(content: str, title: object, css_class: str = "") -> str:
    return render("card", {"title": title, "css_class": css_class, "content": content})


@register.simple_block_tag
def callout(content: str, kind: str = "info") -> str:
    return render("callout", {"kind": kind, "content": content})


@register.simple_tag
def stat(
    label: str,
    value: int,
    url: str,
    target: int | None = None,
    note: str = "",
    delta: int | None = None,
    since: str = "",
) -> str:
    """One figure with its target and how it changed; the figure is a link to what it counts."""
    context = {
        "label": label,
        "value": value,
        "url": url,
        "target": target,
        "note": note,
        "delta": delta,
        "since": since,
    }
    return render("stat", context)


@register.simple_tag
def progress(label: str, value: int, target: int) -> str:
    """How far a number is on its way to a target, as a bar that stops at 100 %."""
    share = min(100, round(100 * value / target)) if target else 0
    return render("progress", {"label": label, "value": value, "target": target, "share": share})


@register.simple_tag
def badge(label: str, kind: str = "neutral") -> str:
    return render("badge", {"label": label, "kind": kind})


@register.simple_tag
def phase_bar(phases: Iterable[dict[str, Any]]) -> str:
    return render("phase_bar", {"phases": phases})


@register.simple_block_tag
def timeline(content: str) -> str:
    return render("timeline", {"content": content})


@register.simple_block_tag
def timeline_item(content: str, at: date | datetime, what: object, detail: object = "") -> str:
    return render("timeline_item", {"at": at, "what": what, "detail": detail, "content": content})


@register.simple_block_tag
def facts(content: str) -> str:
    return render("facts", {"content": content})


@register.simple_tag
def fact(label: str, value: object) -> str:
    return render("fact", {"label": label, "value": value})


@register.simple_tag
def tabs(items: Sequence[tuple[str, str, bool]], label: str) -> str:
    """`items`: what a tab says, where it leads, and whether it is this page."""
    return render("tabs", {"items": items, "label": label})


@register.simple_block_tag
def data_table(
    content: str,
    caption: str,
    label: str = "",
    css_class: str = "",
    name: str = "",
    shown: bool = False,
    fitting: bool = False,
) -> str:
    context = {
        "caption": caption,
        "label": label or caption,
        "css_class": css_class,
        "name": name,
        "shown": shown,
        "fitting": fitting,
        "content": content,
    }
    return render("data_table", context)


@register.simple_block_tag
def chart(content: str, drawing: SafeString) -> str:
    """`content` is the table with the same numbers."""
    return render("chart", {"drawing": drawing, "content": content})


@register.simple_block_tag
def empty_state(content: str) -> str:
    return render("empty_state", {"content": content})


@register.simple_tag(takes_context=True)
def edit_form(context: Context, form: Any, way_back: bool = True) -> str:
    """A crispy form with, above it, what is wrong in it, and below it the way back.

    That leads to the page above this one, or where the page says that one came from.
    """
    trail = context.get("trail") if way_back else None
    back = context.get("came_from") or (trail[-1][1] if trail else "")
    return render("edit_form", {"form": form, "back": back}, request=context["request"])


@register.simple_block_tag(takes_context=True)
def confirm(
    context: Context,
    content: str,
    label: str,
    back: str = "",
    back_label: str = "Nee, terug",
    back_name: str = "",
    kind: str = "primary",
    fields: Sequence[tuple[str, object]] = (),
) -> str:
    """`content` says what happens; `fields` are sent along; `kind` is that of the button.

    The way back is a link to `back`, or a button called `back_name` that sends the fields too.
    """
    given = {
        "label": label,
        "back": back,
        "back_label": back_label,
        "back_name": back_name,
        "kind": kind,
        "fields": fields,
        "content": content,
    }
    return render("confirm", given, request=context["request"])


@register.simple_tag
def job_progress(label: str, percentage: int, url: str, state: str = "") -> str:
    context = {"label": label, "percentage": percentage, "url": url, "state": state}
    return render("job_progress", context)


@register.simple_tag
def autosave_notice(state: str, at: datetime | None = None) -> str:
    return render("autosave_notice", {"state": state, "at": at})


@register.simple_block_tag(takes_context=True)
def hint(context: Context, content: str, key: str) -> str:
    """An explanation for who is new here; once closed by this user it is not there any more."""
    user = context["user"]
    if not user.is_authenticated or key in user.closed_hints:
        return ""
    return render("hint", {"key": key, "content": content}, request=context["request"])
