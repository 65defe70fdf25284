"""What a rule answers, where no row of the table does: addresses that WordPress makes for every site by one pattern.

Most are lists, which lead to the nearest list of ours, or faces of a page (`articles/moved/faces.py`), which answer as the
page does. A row of the table always comes first.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlencode

from articles.document import references
from articles.document.references import Kind, Reference
from articles.lib.slugs import slug
from articles.lib.urls import path_to
from articles.models import Author, Revision, Topic
from articles.models.moved.old_address import GONE
from articles.moved import pages
from articles.moved.addresses import Pairs
from articles.moved.faces import DATE, Asked
from articles.references.own_addresses import references_to
from articles.references.targets import open_targets

GUIDES, PEOPLE = str(Reference(Kind.PAGE, "guides")), str(Reference(Kind.PAGE, "people"))


class Rule(NamedTuple):
    """What editors call a rule, and what it answers: a target as the table's."""

    name: str
    target: str


type Make = Callable[[str], str]


def rule_for(asked: Asked, pairs: Pairs) -> Rule | None:
    """The rule that answers, if any. Costs at most two queries."""
    if asked.is_of_comments or any(name == "feed" and value.startswith("comments") for name, value in pairs):
        return Rule("Feed of comments", GONE)
    if asked.base == pages.FRONT:
        return _on_front(asked, pairs)
    found = _by_pattern(asked.base) or _of_our_page(asked) or _of_guide(asked.base)
    return Rule(found.name, feed_of(found.target)) if found and asked.is_feed else found


def feed_of(target: str) -> str:
    """The feed of what a target shows; what has none is gone, so that readers of feeds stop asking."""
    if target in (GUIDES, path_to("articles:feed")):
        return path_to("articles:feed")
    reference = references.read(target)
    if reference is None or reference.kind not in (Kind.TOPIC, Kind.PERSON):
        return GONE
    page = open_targets([target]).get(target)
    return f"{page.address}feed.xml" if page else GONE


def _on_front(asked: Asked, pairs: Pairs) -> Rule | None:
    given = dict(pairs)
    for name, (called, make) in ON_FRONT.items():
        if name in given and pages.ON_FRONT[name].fullmatch(given[name]):
            target = make(given[name])
            return Rule(
                called,
                feed_of(target) if asked.is_feed and name in ("cat", "tag", "category_name", "author_name") else target,
            )
    if asked.is_feed:
        return Rule("Feed", path_to("articles:feed"))
    if asked.path == pages.FRONT or pages.is_other_than_front(pairs):
        return None
    return Rule("List of posts", GUIDES) if "/page/" in asked.path else Rule("Front page", pages.FRONT)


def _by_pattern(base: str) -> Rule | None:
    for pattern, called, make in PATTERNS:
        if found := pattern.fullmatch(base):
            return Rule(called, make(found[found.lastindex or 0] or ""))
    return None


def _of_our_page(asked: Asked) -> Rule | None:
    """A face of a page that is at its old address still."""
    if asked.base == asked.path or not pages.is_public_at(asked.base):
        return None
    written = f"{asked.base}/"
    return Rule("Another face of a page", references_to([written]).get(written, written))


def _of_guide(base: str) -> Rule | None:
    """A guide by the last part of its address, where that stands alone or after a date, as in WordPress's patterns."""
    found = re.fullmatch(rf"(?:{DATE}|/blog)?/([\w-]+)", base, re.ASCII)
    lived = (
        Revision.objects.filter(slug=found[1].lower()).exclude(went_live_at=None) if found else Revision.objects.none()
    )
    number = lived.order_by("-went_live_at").values_list("article_id", flat=True).first()
    return Rule("Guide of this name", str(Reference(Kind.GUIDE, number))) if number else None


def _topic(name: str) -> str:
    """The topic that a category or tag is, else all guides."""
    number = Topic.objects.filter(slug=slug(name)).values_list("pk", flat=True).first()
    return str(Reference(Kind.TOPIC, number)) if number else GUIDES


def _person(name: str) -> str:
    number = Author.objects.filter(slug=slug(name)).values_list("pk", flat=True).first()
    return str(Reference(Kind.PERSON, number)) if number else PEOPLE


def _search(words: str) -> str:
    return f"{path_to('articles:search')}?{urlencode({'q': words.replace('+', ' ')[:200]})}"


def _always(target: Callable[[], str]) -> Make:
    return lambda _: target()


_guides, _people, _gone = _always(lambda: GUIDES), _always(lambda: PEOPLE), _always(lambda: GONE)
_feed = _always(lambda: path_to("articles:feed"))
_sitemap = _always(lambda: path_to("sitemap"))
LISTS = "Category or tag"
PATTERNS: tuple[tuple[re.Pattern[str], str, Make], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), called, make)
    for pattern, called, make in (
        (r"/(?:wp-sitemap[\w-]*|[\w-]+-sitemap\d*|sitemap_index)\.xml|/sitemap(?:\.xml\.gz)?", "Sitemap", _sitemap),
        (r"/(?:rss|atom|rdf|feed|index)\.(?:xml|rdf)|/atom|/feeds/posts/default", "Feed", _feed),
        (r"/wp-content/uploads(?:/.*)?(?<!\.php)", "Upload of WordPress", _gone),
        (DATE, "Archive of a date", _guides),
        (r"/(?:category|tag|topics?)(?:/.*)?/([^/]+)", LISTS, _topic),
        (r"/(?:category|tag|topics?|blog|archives?)", "List of posts", _guides),
        (r"/author/([^/]+)", "Posts of an author", _person),
        (r"/(?:author|authors)", "List of authors", _people),
        (r"/search/([^/]+)", "Search", _search),
    )
)
# By the name of the parameter, in the order in which they count.
ON_FRONT: dict[str, tuple[str, Make]] = {
    "s": ("Search", _search),
    "tag": (LISTS, _topic),
    "category_name": (LISTS, _topic),
    "cat": (LISTS, _guides),
    "author_name": ("Posts of an author", _person),
    "author": ("Posts of an author", _people),
    "m": ("Archive of a date", _guides),
    "year": ("Archive of a date", _guides),
}
