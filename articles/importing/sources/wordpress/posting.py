"""An item of an export as a post."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from articles.importing.posts import Markup, Person, PictureNote, Post, Status
from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress import addresses, search_texts
from articles.importing.sources.wordpress.bodies import body
from articles.importing.sources.wordpress.dates import changed_at, published_at
from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Item
from articles.importing.sources.wordpress.left_over import lines_of_fields
from articles.importing.sources.wordpress.texts import line

STATUSES = {
    "publish": Status.LIVE,
    "future": Status.SCHEDULED,
    "draft": Status.DRAFT,
    "pending": Status.DRAFT,
    "private": Status.PRIVATE,
}
# What WordPress files a post under that nobody filed.
NO_TOPIC = re.compile(r"uncategori[sz]ed|allgemein|non classé|sin categoría", re.IGNORECASE)
FIRST_CATEGORY = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat")


def post(item: Item, index: Index) -> Post:
    """Everything that the export says of it, and what of that finds no place."""
    html, lines = body(item, index)
    author, others = _authors(item, index)
    topics = _topics(item, index)
    known = _known(item, index, topics, author)
    title = line(item.get("title"))
    found, of_title = search_texts.said(item.meta_of(*search_texts.TITLES), known, "title for search engines")
    description, of_description = search_texts.said(
        item.meta_of(*search_texts.DESCRIPTIONS), known, "description for search engines"
    )
    status = _status(item)
    hero, of_hero = _hero(item, index)
    return Post(
        key=key(item, index),
        title=title,
        html=html,
        markup=Markup.WORDPRESS,
        slug=unquote(item.get("post_name")),
        addresses=addresses.of(item, index),
        standfirst=line(item.get("excerpt")),
        description=description,
        search_title="" if found == title else found,
        author=author,
        topics=topics,
        tags=tuple(
            dict.fromkeys(line(term.name) for term in item.terms if term.taxonomy in ("post_tag", "tag") and term.name)
        ),
        status=status,
        published_at=published_at(item) if status is not Status.DRAFT else None,
        changed_at=changed_at(item),
        hero=hero,
        comments=item.comments,
        lines=(
            *_lines(item, others),
            *of_hero,
            *of_title,
            *of_description,
            *search_texts.robots(item),
            *lines_of_fields(item),
            *lines,
        ),
    )


def key(item: Item, index: Index) -> str:
    """What names it for good: the site, and its number there."""
    return (
        f"{index.host}{index.root}/?p={item.get('post_id')}"
        if item.get("post_id")
        else item.get("guid") or item.get("link")
    )


def _status(item: Item) -> Status:
    if item.get("post_password"):
        return Status.PRIVATE
    return STATUSES.get(item.get("status") or "publish", Status.DRAFT)


def _authors(item: Item, index: Index) -> tuple[Person | None, list[str]]:
    """Whoever signed it first, and the names of those who signed it too (Co-Authors Plus)."""
    logins = [term.slug.removeprefix("cap-") for term in item.terms if term.taxonomy == "author"]
    logins = logins or [item.get("creator")]
    people = [index.people.get(login.casefold()) or Person(name=login, login=login) for login in logins if login]
    return (people[0] if people else None), [person.name for person in people[1:]]


def _topics(item: Item, index: Index) -> tuple[str, ...]:
    """Its categories as readers saw them, the one that a plug-in calls the first in front."""
    names = [line(term.name) for term in item.terms if term.taxonomy == "category" and term.name]
    first = item.meta_of(*FIRST_CATEGORY)
    if first.isdigit() and index.terms.get(int(first)) in names:
        names.insert(0, index.terms[int(first)])
    return tuple(name for name in dict.fromkeys(names) if not NO_TOPIC.fullmatch(name))


def _known(item: Item, index: Index, topics: tuple[str, ...], author: Person | None) -> search_texts.Known:
    tags = [line(term.name) for term in item.terms if term.taxonomy in ("post_tag", "tag")]
    published = published_at(item)
    try:
        year = str(parsedate_to_datetime(index.exported).year)
    except (ValueError, TypeError):
        year = ""
    return search_texts.Known(
        title=line(item.get("title")),
        site=index.title,
        tagline=index.tagline,
        excerpt=line(item.get("excerpt")),
        category=topics[0] if topics else "",
        tag=tags[0] if tags else "",
        author=author.name if author else "",
        focus=item.meta_of("_yoast_wpseo_focuskw", "rank_math_focus_keyword").split(",")[0],
        year=year,
        published=f"{published:%-d %B %Y}" if published else "",
    )


def _hero(item: Item, index: Index) -> tuple[PictureNote | None, list[Line]]:
    number = item.meta_of("_thumbnail_id")
    if not number.isdigit() or number == "0":
        return None, []
    if found := index.attachments.get(int(number)):
        return found.note, []
    return None, [Line(deed=Deed.LEFT_OUT, what=f"Its featured picture, number {number} there, is not in the export.")]


def _lines(item: Item, others: list[str]) -> Iterator[Line]:
    yield from _of_its_state(item)
    if item.get("is_sticky") == "1":
        yield Line(deed=Deed.LEFT_OUT, what="It was kept at the top of the list there.")
    if not line(item.get("title")):
        yield Line(deed=Deed.PROPOSED, what="It has no title there; give it one.")
    if others:
        yield Line(deed=Deed.LEFT_OUT, what="It was signed by others too.", words=", ".join(others))
    for taxonomy in dict.fromkeys(term.taxonomy for term in item.terms):
        if taxonomy not in ("category", "post_tag", "tag", "author"):
            names = ", ".join(line(term.name) for term in item.terms if term.taxonomy == taxonomy)
            yield Line(deed=Deed.LEFT_OUT, what=f"It stood in a list of another kind, “{taxonomy}”.", words=names)


def _of_its_state(item: Item) -> Iterator[Line]:
    status = item.get("status") or "publish"
    if status == "pending":
        yield Line(deed=Deed.KEPT, what="It waited for a review there; here it is a draft.")
    elif status not in STATUSES:
        yield Line(deed=Deed.KEPT, what=f"Its state there, “{status}”, is none that we know; here it is a draft.")
    if item.get("post_password"):
        yield Line(
            deed=Deed.LEFT_OUT,
            what="It was locked with a password there. Here it is private; the password is left out.",
        )
    if status in ("publish", "future") and published_at(item) is None:
        yield Line(deed=Deed.LEFT_OUT, what="Its date there is none.", words=item.get("post_date"))
