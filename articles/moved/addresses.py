"""Addresses as they are compared: a path, with the parameters that say which page it is."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from articles.models.moved.old_address import LONGEST

MOST_PARAMETERS = 20
MOST_ROUNDS = 5  # of percent-encoding: links are copied through programs that encode them once more
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# What says where a visitor came from. It goes along to where they are led.
TRACKING = re.compile(r"utm_\w+|[gdy]clid|[gw]braid|fbclid|msclkid|igshid|mc_[ce]id|_ga|_gl|_hs\w+|ref", re.IGNORECASE)
# What says how WordPress shows a page, and to no other site anything.
WORDPRESS = re.compile(
    r"amp|noamp|replytocom|unapproved|moderation-hash|preview(?:_\w+)?|share|nb|shared|post_type|paged|cpage|monthnum|doing_wp_cron",
    re.IGNORECASE,
)

type Pairs = list[tuple[str, str]]


class Refused(ValueError):
    """An address or what it should lead to is none; the sentence says why."""


def normal(typed: str) -> str:
    """The address as it is shown, without host; raises `Refused` for what no browser would ask this site for."""
    typed = typed.strip()
    try:
        parts = urlsplit(typed)
    except ValueError:  # such as an unclosed bracket in the host
        raise Refused("This is not an address.") from None
    if CONTROLS.search(typed) or "\\" in typed:
        raise Refused("An address has no line breaks, control characters or backslashes.")
    if parts.scheme not in ("", "http", "https") or not (parts.netloc or parts.path[:1] in ("", "/")) or not typed:
        raise Refused("Write an address that begins with a slash, such as /our-post/, or with https://.")
    address = joined(path_of(parts.path), pairs_of(parts.query))
    if CONTROLS.search(address):
        raise Refused("An address has no line breaks, control characters or backslashes.")
    if max(len(address), len(key(address))) > LONGEST:
        raise Refused(f"An address has at most {LONGEST} characters.")
    return address


def normal_or_none(typed: str) -> str | None:
    """The same, or None for what is no address."""
    try:
        return normal(typed)
    except Refused:
        return None


def key(address: str) -> str:
    """By which an address in this form is found, however its letters are written."""
    return unicodedata.normalize("NFC", address.casefold())


def path_of(path: str) -> str:
    """The path with its letters as they are read, one slash between its parts and none at its end."""
    for _ in range(MOST_ROUNDS):
        if (decoded := _decoded(path)) == path:
            break
        path = decoded
    path = "/" + re.sub(r"/{2,}", "/", path).strip("/")
    return unicodedata.normalize("NFC", path).replace("?", "%3F").replace("#", "%23")


def pairs_of(query: str) -> Pairs:
    """The parameters that can say which page it is, in one order."""
    return sorted(
        pair for pair in every_pair(query) if not (TRACKING.fullmatch(pair[0]) or WORDPRESS.fullmatch(pair[0]))
    )


def every_pair(query: str) -> Pairs:
    """All parameters as they stand, as far as anybody reads them."""
    return parse_qsl(query[: 4 * LONGEST], keep_blank_values=True, errors="replace")[:MOST_PARAMETERS]


def joined(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Both as one address."""
    return f"{path}?{query}" if (query := urlencode(list(pairs))) else path


def split(address: str) -> tuple[str, str]:
    """The path of an address in this form, and its parameters."""
    path, _, query = address.partition("?")
    return path, query


def candidates(path: str, pairs: Pairs) -> list[str]:
    """The addresses that a request for the path with these parameters may mean, the most precise first."""
    single = [joined(path, [pair]) for pair in pairs] if len(pairs) > 1 else []
    return list(dict.fromkeys([joined(path, pairs), *single, path]))


def _decoded(path: str) -> str:
    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:  # addresses of sites that were made before UTF-8
        return unquote(path, encoding="cp1252", errors="replace")
