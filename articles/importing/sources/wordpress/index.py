"""What has to be known of an export before its first post: its site, people and pictures, and how much there is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from articles.importing.posts import Person
from articles.importing.sources.wordpress.items import Fact, Item
from articles.importing.sources.wordpress.texts import line
from articles.importing.sources.wordpress.uploads import Attachment, candidates, place

POSTS = ("post", "page")
# What an editor throws away or never saved. Nobody saw it.
THROWN_AWAY = ("trash", "auto-draft", "inherit")
# Sizes and edits leave the credit that a camera or an agency wrote into a file in this list of PHP.
CREDIT = re.compile(r's:6:"credit";s:\d+:"([^"]{1,200})"')
MOST_REUSED = 4_000_000  # characters of blocks that are shown in many posts


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

    def fill(self, parts: Iterable[Item | Fact]) -> None:
        for part in parts:
            if isinstance(part, Fact):
                self._note_fact(part)
            else:
                self._note_item(part)

    def picture(self, address: str) -> Attachment | None:
        """The file of the media library that a text shows at this address, at whatever size."""
        where = place(address)
        numbers = (self.by_place.get(one) for one in (where, *candidates(where)))
        found = next((number for number in numbers if number is not None), None)
        return None if found is None else self.attachments[found]

    def _note_fact(self, fact: Fact) -> None:
        parts, whole = fact.parts, fact.parts.get("", "").strip()
        match fact.name:
            case "title":
                self.title = line(whole)
            case "description":
                self.tagline = line(whole)
            case "pubDate":
                self.exported = whole
            case "link" | "base_blog_url" if whole:  # `base_site_url` is wordpress.com, or the first of many sites
                self.address = whole
                self._note_host(whole)
            case "wp:author":
                self._note_person(parts)
            case "wp:category" | "wp:tag" | "wp:term":
                self._note_term(fact)

    def _note_person(self, parts: dict[str, str]) -> None:
        login = parts.get("author_login", "").strip()
        first, last = parts.get("author_first_name", "").strip(), parts.get("author_last_name", "").strip()
        name = line(parts.get("author_display_name", "")) or line(f"{first} {last}") or login
        if name:
            email = parts.get("author_email", "").strip()
            self.people.setdefault(login.casefold(), Person(name=name, login=login, email=email))
            self.numbers_of_people.setdefault(login, parts.get("author_id", "").strip())

    def _note_term(self, fact: Fact) -> None:
        parts = {key: value.strip() for key, value in fact.parts.items()}
        name = next((line(parts[key]) for key in ("cat_name", "tag_name", "term_name") if parts.get(key)), "")
        number = parts.get("term_id", "")
        if name and number.isdigit():
            self.terms[int(number)] = name
        if name and (slug := parts.get("category_nicename", "")):
            self.topics[slug] = Listed(name, slug, number, parts.get("category_parent", ""))
        elif name and (slug := parts.get("tag_slug", "")):
            self.tags[slug] = Listed(name, slug, number)

    def _note_item(self, item: Item) -> None:
        kind, status = item.get("post_type") or "post", item.get("status") or "publish"
        if kind == "attachment":
            self._note_attachment(item)
        elif kind in POSTS and status in THROWN_AWAY:
            self.thrown_away[status] += 1
        elif kind in POSTS:
            self._count(item.get("post_id"))
            self._note_host(item.get("link"))
        else:
            self._note_other(kind, item)
        self.comments += item.comments
        self.other_comments += item.other_comments

    def _count(self, number: str) -> None:
        """Parts of an export may overlap."""
        if number and number in self.numbers:
            self.doubled += 1
        else:
            self.posts += 1
            self.numbers.add(number)

    def _note_other(self, kind: str, item: Item) -> None:
        self.left_out[kind] += 1
        number = item.get("post_id")
        if kind == "wp_block" and number.isdigit():
            content = item.fields.get("content", "")
            if sum(map(len, self.reused.values())) + len(content) < MOST_REUSED:
                self.reused[int(number)] = content
        elif kind == "nav_menu_item" and line(item.get("title")):
            self.menu_words.append(line(item.get("title")))

    def _note_attachment(self, item: Item) -> None:
        number, parent = item.get("post_id"), item.get("post_parent")
        address = item.get("attachment_url") or item.get("guid")
        if not number.isdigit() or not address:
            return
        found = CREDIT.search(item.meta_of("_wp_attachment_metadata"))
        attachment = Attachment(
            number=int(number),
            parent=int(parent) if parent.isdigit() else 0,
            address=address,
            page=item.get("link"),
            alt=line(item.meta_of("_wp_attachment_image_alt")),
            caption=line(item.get("excerpt")),
            credit=unescape(found[1]) if found else "",
        )
        self.attachments[attachment.number] = attachment
        self.by_place.setdefault(place(address), attachment.number)
        if attachment.parent:
            self.of_post[attachment.parent].append(attachment.number)

    def _note_host(self, address: str) -> None:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            return
        if host and len(self.hosts) < 50:
            self.hosts.add(host)
            self.hosts.add(host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")
