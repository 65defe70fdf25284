"""Addresses of a source, written in one way, so that a link finds the page that it means."""

from collections.abc import Collection
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# What WordPress knows a page by where it has no address in words.
MEANT = frozenset({"p", "page_id", "attachment_id"})


def normal(address: str, hosts: Collection[str] = ()) -> str:
    """The path, with the query where that says which page is meant; nothing for an address that is no page of the source."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # such as an unclosed bracket in the host
        return ""
    if parts.scheme not in ("", "http", "https") or (parts.netloc and bare(parts.netloc) not in hosts):
        return ""
    path = unquote(parts.path).rstrip("/").casefold()
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name in MEANT])
    if not path.startswith("/"):
        path = f"/{path}" if path or query else ""
    return f"{path}?{query}" if query else path


def bare(host: str) -> str:
    """The host without its port and `www.`."""
    return host.casefold().partition(":")[0].removeprefix("www.")
