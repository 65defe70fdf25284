"""Other faces of a page that WordPress makes beside its own address: for a phone, for a frame, a feed, a small picture."""

import re
from typing import NamedTuple

from articles.moved.addresses import Pairs, candidates

FEED = re.compile(r"/(?:feed(?:/(?:rss2?|rdf|atom|json))?|rss2?)$", re.IGNORECASE)
FACES = (
    FEED,
    re.compile(r"/(?:amp|embed|trackback|page/\d{1,5}|comment-page-\d{1,5}|attachment/[^/]+)$", re.IGNORECASE),
    re.compile(r"^/index\.php(?=/|$)|/index\.(?:php|html?)$|(?<=[^/])\.html?$", re.IGNORECASE),
    re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled)(?=\.\w{3,4}$)", re.IGNORECASE),
)
MOST = 4  # one around the other
DATE = r"/(?:blog/)?(?:19|20)\d\d(?:/\d\d?){0,2}"


class Asked(NamedTuple):
    """A path, the page of which it is a face, and whether it asks for that page's feed."""

    path: str
    base: str
    is_feed: bool

    @property
    def is_of_comments(self) -> bool:
        return self.is_feed and self.base == "/comments"


def read(path: str, pairs: Pairs) -> Asked:
    """What the path is a face of."""
    base, is_feed = path, any(name == "feed" for name, _ in pairs)
    for _ in range(MOST):
        for face in FACES:
            bare = face.sub("", base) or "/"
            is_feed, base = is_feed or (face is FEED and bare != base), bare
    return Asked(path, base, is_feed)


def addresses_of(asked: Asked, pairs: Pairs) -> list[str]:
    """The addresses whose row answers, the most precise first.

    Last come the post to which a picture or another of its pages belongs, and the name of a post without the date before it.
    """
    named = re.fullmatch(rf"({DATE}(/[^/]+))(?:/[^/]+)?", asked.base)
    of_base = candidates(asked.base, pairs) if asked.base != asked.path else []
    return [*candidates(asked.path, pairs), *of_base, *([named[1], named[2]] if named else [])]
