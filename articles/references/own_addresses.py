"""Addresses of this site that somebody typed or pasted become references, where they mean what a reference can mean."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape, unescape
from urllib.parse import SplitResult, parse_qsl, urlsplit

from django.conf import settings
from django.db.models import Model
from django.urls import Resolver404, resolve

from articles.document.references import Kind, Reference, read
from articles.models import Article, Author, JobRole, Revision, Topic
from articles.references import standing

HREF = re.compile(r'(?<=<a href=")(?!ref:)([^"#][^"]*)(?=">)')
# By the name of the view at the address. Lists have addresses that never change.
KINDS = {
    "articles:guide": Kind.GUIDE,
    "articles:topic": Kind.TOPIC,
    "articles:author": Kind.PERSON,
    "page": Kind.PAGE,
}

# A page by what its address says of it: the kind, and the slug or name.
type Named = tuple[Kind, str]


def with_references(texts: Iterable[str]) -> dict[str, str]:
    """Those of the texts that change, each with the references that it has instead; one query for each kind there is."""
    links = {text: dict.fromkeys(HREF.findall(text)) for text in texts if "<a " in text}
    made = references_to(link for links_of in links.values() for link in links_of)
    found = {text: HREF.sub(lambda link: made.get(link[1], link[1]), text) for text in links}
    return {text: new for text, new in found.items() if new != text}


def with_reference(html: str) -> str:
    """The same for one text."""
    return with_references([html]).get(html, html)


def references_to(links: Iterable[str]) -> dict[str, str]:
    """The reference of each of these addresses that has one, at the same cost."""
    named = {link: page for link in links if (page := _named(_parts(link)))}
    keys = _keys(set(named.values()))
    return {link: made for link, page in named.items() if page in keys and (made := _reference(link, page, keys))}


def refer(row: Model, column: str) -> None:
    """Gives the row, unsaved, references in the rich text of the column."""
    setattr(row, column, with_reference(getattr(row, column)))


def _reference(link: str, page: Named, keys: Mapping[Named, int | str]) -> str:
    """The reference, with the place in the page; empty where that has a name that no heading of ours gets."""
    place = _parts(link).fragment
    made = escape(str(Reference(page[0], keys[page], place)))
    return made if read(made) else ""


def _parts(link: str) -> SplitResult:
    try:
        return urlsplit(unescape(link).strip())
    except ValueError:  # such as an unclosed bracket in the host
        return urlsplit("")


def _named(parts: SplitResult) -> Named | None:
    """What the address of a page of this site names; None for any other address."""
    if not _is_own(parts):
        return None
    if role := _role(parts):
        return Kind.ROLE, role
    if parts.query:
        return None
    try:
        match = resolve(f"{parts.path.rstrip('/')}/")
    except Resolver404:
        return None
    kind = KINDS.get(match.view_name)
    return (kind, match.kwargs["slug"]) if kind else None


def _is_own(parts: SplitResult) -> bool:
    if not parts.scheme and not parts.netloc:
        return parts.path.startswith("/")
    return parts.scheme in ("", "http", "https") and parts.netloc.lower() == urlsplit(settings.SITE_URL).netloc.lower()


def _role(parts: SplitResult) -> str:
    asked = parse_qsl(parts.query)
    is_alone = parts.path.rstrip("/") == "/salaries" and [name for name, _ in asked] == ["role"]
    return asked[0][1] if is_alone else ""


def _keys(pages: Collection[Named]) -> dict[Named, int | str]:
    """What references call these pages, as far as they exist."""
    found: dict[Named, int | str] = {}
    for kind in {kind for kind, _ in pages}:
        slugs = {slug for of_kind, slug in pages if of_kind is kind}
        found |= {(kind, slug): key for slug, key in FINDERS[kind](slugs).items()}
    return found


def _guides(slugs: Collection[str]) -> Mapping[str, int]:
    """The guide that a reader would find at the address, else the one whose draft has it."""
    drafts = dict(Article.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    former = Revision.objects.filter(slug__in=slugs).exclude(went_live_at=None).order_by("went_live_at")
    live = Revision.objects.published().filter(slug__in=slugs)
    return drafts | dict(former.values_list("slug", "article")) | dict(live.values_list("slug", "article"))


def _by_slug(model: type[Topic] | type[Author] | type[JobRole]) -> Callable[[Collection[str]], Mapping[str, int]]:
    return lambda slugs: dict(model._default_manager.filter(slug__in=slugs).values_list("slug", "pk"))


FINDERS: Mapping[Kind, Callable[[Collection[str]], Mapping[str, int | str]]] = {
    Kind.GUIDE: _guides,
    Kind.TOPIC: _by_slug(Topic),
    Kind.PERSON: _by_slug(Author),
    Kind.ROLE: _by_slug(JobRole),
    Kind.PAGE: lambda names: {name: name for name in names if name in standing.pages()},
}
