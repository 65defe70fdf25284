"""What has to be known of an export before its first post: its site, people and pictures, and how much there is."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from articles.importing.posts import Person
from articles.importing.sources.wordpress.uploads import Attachment, candidates, place

POSTS = ("post", "page")
# What an editor throws away or never saved. Nobody saw it.
THROWN_AWAY = ("trash", "auto-draft", "inherit")


@dataclass(frozen=True, slots=True)
class Listed:
    """A category or tag of the site."""

    name: str
    slug: str
    number: str = ""
    parent: str = ""


@dataclass(slots=True)
class Index:
    """Filled by one pass through the export; texts of posts are not in it."""

    title: str = ""
    tagline: str = ""
    address: str = ""
    exported: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    by_place: dict[str, int] = field(default_factory=dict)
    of_post: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    reused: dict[int, str] = field(default_factory=dict)
    terms: dict[int, str] = field(default_factory=dict)
    topics: dict[str, Listed] = field(default_factory=dict)
    tags: dict[str, Listed] = field(default_factory=dict)
    numbers_of_people: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    thrown_away: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    other_comments: int = 0
    menu_words: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)  # of the posts
    posts: int = 0
    doubled: int = 0

    @property
    def host(self) -> str:
        return (urlsplit(self.address).hostname or "") if self.address else ""

    @property
    def root(self) -> str:
        """The path of the site, where it is a part of another; without a slash at its end."""
        return urlsplit(self.address).path.rstrip("/") if self.address else ""

    def picture(self, address: str) -> Attachment | None:
        """The file of the media library that a text shows at this address, at whatever size."""
        where = place(address)
        numbers = (self.by_place.get(one) for one in (where, *candidates(where)))
        found = next((number for number in numbers if number is not None), None)
        return None if found is None else self.attachments[found]
