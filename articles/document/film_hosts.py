"""Films at YouTube and Vimeo: where people watch them, and what a page may frame.

Both frames leave out what the hosts offer to leave out: YouTube's own address without cookies before playing
(support.google.com/youtube/answer/171780), Vimeo's `dnt` (developer.vimeo.com/player/sdk/embed).
"""

import re
from dataclasses import dataclass

YOUTUBE = re.compile(
    r"(?:https?://)?(?:(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com/(?:watch/?\?(?:[^#\s]*&)?v=|embed/|shorts/|live/|v/)"
    r"|youtu\.be/)(?P<film>[\w-]{11})(?:[?&#/]\S*)?",
    re.IGNORECASE,
)
# A film that only those find who know its address has a second part, `h` in the player's address.
VIMEO = re.compile(
    r"(?:https?://)?(?:www\.|player\.)?vimeo\.com/(?:(?:channels|groups|showcase|album)/[\w-]+/(?:videos?/)?|video/)?"
    r"(?P<film>\d{3,12})(?:/(?P<path_key>[0-9a-f]{6,}))?/?(?:\?(?:[^#\s]*&)?h=(?P<key>[0-9a-f]{6,}))?(?:[?&#]\S*)?",
    re.IGNORECASE,
)
FRAMES = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")


@dataclass(frozen=True, kw_only=True, slots=True)
class HostedFilm:
    """A film at another host: `page` is for a link, `frame` plays it at once within `origin`."""

    host: str
    page: str
    frame: str
    origin: str


def find(address: str) -> HostedFilm | None:
    """The film at an address, however it was copied; None when it is at neither host."""
    if found := YOUTUBE.fullmatch(address):
        film = found["film"]
        return HostedFilm(
            host="YouTube",
            page=f"https://www.youtube.com/watch?v={film}",
            frame=f"{FRAMES[0]}/embed/{film}?autoplay=1&rel=0",
            origin=FRAMES[0],
        )
    if found := VIMEO.fullmatch(address):
        film, key = found["film"], found["path_key"] or found["key"] or ""
        return HostedFilm(
            host="Vimeo",
            page=f"https://vimeo.com/{film}{key and f'/{key}'}",
            frame=f"{FRAMES[1]}/video/{film}?autoplay=1&dnt=1{key and f'&h={key}'}",
            origin=FRAMES[1],
        )
    return None
