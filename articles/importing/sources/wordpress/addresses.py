"""The paths at which a post could be reached on the old site."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Item

# Queries that name a post; what else stands in an address was added by somebody who counts.
NAMING = ("p", "page_id", "attachment_id", "post_type")


def of(item: Item, index: Index) -> tuple[str, ...]:
    """The current one first: its own, by its number, what it was called before, the pages of its pictures."""
    return tuple(dict.fromkeys(path for path in _all_of(item, index) if path not in ("", "/")))


def path(address: str, index: Index) -> str:
    """The path of an address of the old site, with what names a post in its query; empty for one of another site."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or (parts.hostname and parts.hostname not in index.hosts):
        return ""
    query = urlencode([pair for pair in parse_qsl(parts.query) if pair[0] in NAMING])
    return (quote(unquote(parts.path), safe="/%:@!$&'()*+,;=~") or "/") + (f"?{query}" if query else "")


def _all_of(item: Item, index: Index) -> Iterator[str]:
    own, number = path(item.get("link"), index), item.get("post_id")
    is_draft = own.endswith(f"={number}") if number else not own
    if not is_draft:
        yield own
    if number.isdigit():
        yield f"{index.root}/?{'page_id' if item.get('post_type') == 'page' else 'p'}={number}"
        if item.get("post_type") == "page":
            yield f"{index.root}/?p={number}"
    yield own
    yield path(item.get("guid"), index)
    for slug in item.meta.get("_wp_old_slug", ()):
        yield _called_before(own, item.get("post_name"), slug.strip())
    for attachment in index.of_post.get(int(number), ()) if number.isdigit() else ():
        yield path(index.attachments[attachment].page, index)
        yield f"{index.root}/?attachment_id={attachment}"


def _called_before(own: str, slug: str, old: str) -> str:
    """The path with an old name in the place of the present one; none where the name is not in the path."""
    parts = own.split("/")
    names = {slug, unquote(slug)}
    places = [number for number, part in enumerate(parts) if part and unquote(part) in names]
    if not (places and old):
        return ""
    parts[places[-1]] = quote(unquote(old))
    return "/".join(parts)
