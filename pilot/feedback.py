"""What was done, in a sentence, with where to go from there."""

from django.contrib import messages
from django.utils.html import format_html, format_html_join


def tell(request, sentence: str, *links: tuple[str, str]) -> None:
    """A message on the next page. `links`: what each says, and where it leads."""
    onward = format_html_join(" · ", '<a href="{}">{}</a>', [(url, label) for label, url in links])
    messages.success(request, format_html("{} {}", sentence, onward) if onward else sentence)
