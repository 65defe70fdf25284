"""Which web site the documents of a folder are of, where they say it."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from articles.importing.addresses import bare
from articles.importing.posts import Unreadable
from articles.importing.sources.archives import Shelf
from articles.importing.sources.documents.decoding import decoded

HEAD = 65_536  # bytes of a page, in which its head ends
CANONICAL = re.compile(r"<link\b[^>]*\brel=[\"']?canonical\b[^>]*>", re.IGNORECASE)
HREF = re.compile(r"\bhref=[\"']?([^\"'\s>]+)", re.IGNORECASE)
# What generators of sites are told of the site.
SETTINGS = re.compile(r"(?:^|/)(?:_config\.ya?ml|(?:hugo|config)\.(?:toml|ya?ml)|CNAME)$")
SITE = re.compile(r"^\s*(?:base_?url|url)\s*[:=]\s*[\"']?(https?://[^\s\"'#]+)", re.IGNORECASE | re.MULTILINE)


def of(shelf: Shelf, files: Iterable[str], pages: Iterable[str]) -> frozenset[str]:
    """The hosts of pages that name their own address, and of the settings of the site."""
    addresses = [*_named_by_pages(shelf, pages), *_named_by_settings(shelf, files)]
    return frozenset(filter(None, map(_host, addresses)))


def canonical(head: str) -> str:
    """The address that a page says it has."""
    link = CANONICAL.search(head)
    found = HREF.search(link[0]) if link else None
    return found[1] if found else ""


def _named_by_pages(shelf: Shelf, pages: Iterable[str]) -> Iterator[str]:
    for path in pages:
        if path.casefold().endswith(("html", "htm")):
            yield canonical(_beginning(shelf, path))


def _named_by_settings(shelf: Shelf, files: Iterable[str]) -> Iterator[str]:
    for path in files:
        if SETTINGS.search(path):
            text = _beginning(shelf, path)
            yield from SITE.findall(text) if not path.endswith("CNAME") else [f"https://{text.strip()}"]


def _beginning(shelf: Shelf, path: str) -> str:
    try:
        opened = shelf.open(path)
        if opened is None:
            return ""
        with opened:
            return decoded(opened.read(HEAD))
    except (Unreadable, OSError):
        return ""


def _host(address: str) -> str:
    try:
        return bare(urlsplit(address).netloc)
    except ValueError:
        return ""
