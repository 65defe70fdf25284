"""What every source is read as, whatever program wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, Protocol

from articles.document import Document
from articles.importing.report import Line


class Status(StrEnum):
    """Whether readers of the old site saw it."""

    LIVE = "live"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    PRIVATE = "private"


class Markup(StrEnum):
    """How the text of a post is to be read."""

    HTML = "html"
    WORDPRESS = "wordpress"  # HTML with paragraphs as blank lines, comments of blocks, shortcodes


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Who signed it there; `login` is what their address says."""

    name: str
    login: str = ""
    email: str = ""
    biography: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureNote:
    """What the source says of one of its pictures, by the address at which its texts show it.

    `focus` is what stays in sight where it is cropped, in percent from the left and from the top.
    """

    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    title: str = ""
    focus: tuple[int, int] | None = None
    decorative: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One page of the source.

    `key` names it there for good. `html` is its text as its program wrote it, safe for nobody. `addresses` are the paths
    at which it was, with their query, the current one first; `topics` and `tags` are names as readers saw them;
    `description` and `search_title` are what it told search engines. `lines` is what its reader has to report. A post of our own export is a `document` already.
    """

    key: str
    title: str
    html: str = ""
    markup: Markup = Markup.HTML
    slug: str = ""
    addresses: tuple[str, ...] = ()
    standfirst: str = ""
    description: str = ""
    search_title: str = ""
    author: Person | None = None
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    published_at: datetime | None = None
    changed_at: datetime | None = None
    hero: PictureNote | None = None
    comments: int = 0
    lines: tuple[Line, ...] = ()
    document: Document | None = None


class Kind(StrEnum):
    """What the posts of a list have in common."""

    TOPIC = "topic"
    TAG = "tag"
    AUTHOR = "author"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A page of the old site that lists posts: of a topic or tag by its name, of an author by their login."""

    kind: Kind
    name: str
    addresses: tuple[str, ...]


class Source(Protocol):
    """A site or folder to move in from. Reading it again gives the same posts in the same order."""

    name: str  # as the report calls it
    hosts: frozenset[str]  # those of the old site: a link to one of them leads to a page of the source

    def __len__(self) -> int:
        """How many posts there are, or about how many."""

    def posts(self) -> Iterator[Post]:
        """One after the other, so that memory holds one. Raises `Unreadable`."""

    def note(self, address: str) -> PictureNote:
        """What the source says of the picture at this address of its texts."""

    def open(self, address: str) -> BinaryIO | None:
        """The file of a picture, or of a download, at this address of its texts; None where the source does not hold it."""

    def listings(self) -> tuple[Listing, ...]:
        """The pages that list its posts; none for most sources."""
        return ()

    def leftovers(self) -> tuple[Line, ...]:
        """What it holds beside posts and what is broken in it, said once for the whole; nothing for most sources."""
        return ()


class Unreadable(Exception):
    """Nothing can be read of it, or nothing should be; the message is a sentence for whoever moves in."""
