"""The handbook (docs/handleiding/*.md): read, shown inside the program, and searched.

The first line of a page is its title; the comment below it names the routes it helps with.
"""

import re
from dataclasses import dataclass
from functools import cache

import nh3
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

FOLDER = settings.BASE_DIR / "docs" / "handleiding"
HEAD = re.compile(r"# (?P<title>.+)\n\n<!-- hulp bij: (?P<routes>[^>]*) -->\n\n(?P<text>.+)", re.S)
# Our own pages, but what a page may hold is said here and not by whoever edits one.
TAGS = {"kbd", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
EXCERPT = 160  # characters
SHORTEST_STEM = 5


@dataclass(frozen=True)
class HelpPage:
    slug: str
    title: str
    routes: tuple[str, ...]
    text: str

    @property
    def url(self) -> str:
        return reverse("help-page", args=[self.slug])

    @property
    def html(self) -> SafeString:
        """The page without its title; links to other pages of the handbook lead to those."""
        made = MarkdownIt("commonmark").enable("table").render(self.text)
        safe = nh3.clean(made, tags=TAGS, attributes={"a": {"href"}}, link_rel=None)
        linked = re.sub(r'href="\d+-([\w-]+)\.md"', r'href="../\1/"', safe)
        # Safe: nh3 has just taken out whatever is not in TAGS.
        return mark_safe(linked)  # noqa: S308

    @property
    def plain(self) -> str:
        """The words alone."""
        return " ".join(nh3.clean(str(self.html), tags=set()).split())

    def excerpt(self, word: str) -> str:
        """Some words around the first place where a word stands, or the beginning."""
        place = max(self.plain.lower().find(word.lower()) - EXCERPT // 3, 0)
        start = self.plain.rfind(" ", 0, place) + 1
        part = self.plain[start : start + EXCERPT]
        cut = part if start + EXCERPT >= len(self.plain) else f"{part.rsplit(' ', 1)[0]} …"
        return f"… {cut}" if start else cut


@cache
def pages() -> dict[str, HelpPage]:
    """All pages by slug, in the order of the names of their files."""
    found = {}
    for path in sorted(FOLDER.glob("*.md")):
        head = HEAD.fullmatch(path.read_text())
        if head is None:
            raise ValueError(f"{path.name} does not begin with a title and its routes.")
        slug = path.stem.split("-", 1)[1]
        routes = tuple(head["routes"].split())
        found[slug] = HelpPage(slug, head["title"], routes, head["text"])
    return found


@cache
def by_route() -> dict[str, HelpPage]:
    return {route: page for page in pages().values() for route in page.routes}


def address_for(route: str) -> str | None:
    """The help of a route, or else the contents; None in the handbook itself."""
    if route in ("help", "help-page"):
        return None
    page = by_route().get(route)
    return page.url if page else reverse("help")


def search(query: str) -> list[tuple[HelpPage, str]]:
    """The pages that hold every word, or else any, those with one in the title first.

    Each with an excerpt. Of a long word the end does not matter: kandidaat finds kandidaten.
    """
    words = [word[: max(len(word) - 2, SHORTEST_STEM)] for word in query.lower().split()]
    texts = {page: f"{page.title} {page.plain}".lower() for page in pages().values()}
    found = [page for page, text in texts.items() if words and all(w in text for w in words)]
    found = found or [page for page, text in texts.items() if any(w in text for w in words)]
    found.sort(key=lambda page: not any(word in page.title.lower() for word in words))
    return [
        (page, page.excerpt(next((word for word in words if word in page.plain.lower()), "")))
        for page in found
    ]
