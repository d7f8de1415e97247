"""What was done, in a sentence, with where to go from there."""

from django.contrib import messages
from django.utils.html import format_html


def tell(request, sentence: str, *links: tuple[str, str]) -> None:
    """A message on the next page. `links`: what each says, and where it leads."""
    text = format_html("{}", sentence)
    for label, url in links:
        text = format_html('{} <a href="{}">{}</a>', text, url, label)
    messages.success(request, text)
