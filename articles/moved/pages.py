"""Which addresses have a page of this site: there an old address would never be asked."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve

from articles.lib.cacheable import terms_of
from articles.models import Author, Revision, Topic
from articles.moved import addresses
from articles.references import standing

FRONT = "/"
# WordPress's addresses without a name all stand on the front page: the parameter, and what its value looks like.
ON_FRONT = {
    **dict.fromkeys(("p", "page_id", "attachment_id", "cat", "author"), re.compile(r"\d{1,9}")),
    **dict.fromkeys(("tag", "category_name", "author_name", "feed"), re.compile(r"[\w-]{1,200}")),
    "m": re.compile(r"\d{4,8}"),
    "year": re.compile(r"\d{4}"),
    "s": re.compile(r".{0,200}"),
}


def at(asked: Iterable[str]) -> dict[str, str]:
    """Those of the addresses where a page is, or where its visitors are led on, with what the page is called.

    One query for each kind of page, however many addresses there are. Views that take files or codes are asked only by
    visitors: what they have not stays free, and `may_be_at` says that it could be there.
    """
    given = tuple(asked)
    resolved = {address: match for address in given if (match := _resolved(address))}
    slugs: dict[str, set[str]] = defaultdict(set)
    for match in resolved.values():
        if match.view_name in BY_SLUG:
            slugs[match.view_name].add(match.kwargs["slug"])
    titles = {name: BY_SLUG[name](of_view) for name, of_view in slugs.items()}
    named = {address: _title(address, match, titles) for address, match in resolved.items()}
    named |= {address: "this site’s own /static" for address in given if address.startswith(settings.STATIC_URL)}
    return {address: title for address, title in named.items() if title}


def is_other_than_front(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether an address of the front page with these parameters is one of WordPress's for something else."""
    return any(name in ON_FRONT and ON_FRONT[name].fullmatch(value) for name, value in pairs)


def is_public_at(address: str) -> bool:
    """Whether everybody finds a page at the address, and not only a view that may find one."""
    match = _resolved(address)
    return match is not None and terms_of(match.func) is not None and bool(at([address]))


def may_be_at(address: str) -> bool:
    """Whether a view takes the address that may have something there, such as a file."""
    match = _resolved(address)
    return match is not None and _is_unsure(match)


def _is_unsure(match: ResolverMatch) -> bool:
    return bool(match.kwargs) and not (match.view_name in (*BY_SLUG, "page") or match.app_names[:1] == ["admin"])


def _resolved(address: str) -> ResolverMatch | None:
    path, query = addresses.split(address)
    if path == FRONT and is_other_than_front(addresses.pairs_of(query)):
        return None
    for written in dict.fromkeys((f"{path.rstrip('/')}/", path)):
        try:
            return resolve(written)
        except Resolver404:
            pass
    return None


def _title(address: str, match: ResolverMatch, titles: Mapping[str, Mapping[str, str]]) -> str:
    """Empty where a view would find nothing."""
    if match.view_name in BY_SLUG:
        title = titles[match.view_name].get(match.kwargs["slug"], "")
        return f"“{title}”" if title else ""
    if _is_unsure(match):
        return ""
    path = addresses.split(address)[0]
    if path == FRONT:
        return "the front page"
    named = next((page.title for page in standing.pages().values() if page.path == f"{path}/"), "")
    return f"“{named}”" if named else f"this site’s own /{path.split('/')[1]}"


def _guides(slugs: Collection[str]) -> Mapping[str, str]:
    """Also where a guide was once: its visitors are led to where it is, or told that it was withdrawn."""
    lived = Revision.objects.filter(slug__in=slugs).exclude(went_live_at=None).order_by("went_live_at")
    return dict(lived.values_list("slug", "title"))


def _topics(slugs: Collection[str]) -> Mapping[str, str]:
    return dict(Topic.objects.filter(slug__in=slugs).values_list("slug", "name"))


def _people(slugs: Collection[str]) -> Mapping[str, str]:
    return dict(Author.objects.filter(slug__in=slugs).values_list("slug", "name"))


BY_SLUG: Mapping[str, Callable[[Collection[str]], Mapping[str, str]]] = {
    "articles:guide": _guides,
    "articles:markdown": _guides,
    "articles:topic": _topics,
    "articles:topic_feed": _topics,
    "articles:author": _people,
    "articles:author_feed": _people,
}
