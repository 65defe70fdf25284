"""The first pass through an export: what the index has to know of each part as it goes by."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import urlsplit

from articles.importing.posts import Person
from articles.importing.sources.wordpress.index import POSTS, THROWN_AWAY, Index, Listed
from articles.importing.sources.wordpress.items import Fact, Item
from articles.importing.sources.wordpress.texts import line
from articles.importing.sources.wordpress.uploads import Attachment, place

# Sizes and edits leave the credit that a camera or an agency wrote into a file in this list of PHP.
CREDIT = re.compile(r's:6:"credit";s:\d+:"([^"]{1,200})"')
MOST_REUSED = 4_000_000  # characters of blocks that are shown in many posts


def fill(index: Index, parts: Iterable[Item | Fact]) -> None:
    for part in parts:
        if isinstance(part, Fact):
            _note_fact(index, part)
        else:
            _note_item(index, part)


def _note_fact(index: Index, fact: Fact) -> None:
    parts, whole = fact.parts, fact.parts.get("", "").strip()
    match fact.name:
        case "title":
            index.title = line(whole)
        case "description":
            index.tagline = line(whole)
        case "pubDate":
            index.exported = whole
        case "link" | "base_blog_url" if whole:  # `base_site_url` is wordpress.com, or the first of many sites
            index.address = whole
            _note_host(index, whole)
        case "wp:author":
            _note_person(index, parts)
        case "wp:category" | "wp:tag" | "wp:term":
            _note_term(index, fact)


def _note_person(index: Index, parts: dict[str, str]) -> None:
    login = parts.get("author_login", "").strip()
    first, last = parts.get("author_first_name", "").strip(), parts.get("author_last_name", "").strip()
    name = line(parts.get("author_display_name", "")) or line(f"{first} {last}") or login
    if name:
        email = parts.get("author_email", "").strip()
        index.people.setdefault(login.casefold(), Person(name=name, login=login, email=email))
        index.numbers_of_people.setdefault(login, parts.get("author_id", "").strip())


def _note_term(index: Index, fact: Fact) -> None:
    parts = {key: value.strip() for key, value in fact.parts.items()}
    name = next((line(parts[key]) for key in ("cat_name", "tag_name", "term_name") if parts.get(key)), "")
    number = parts.get("term_id", "")
    if name and number.isdigit():
        index.terms[int(number)] = name
    if name and (slug := parts.get("category_nicename", "")):
        index.topics[slug] = Listed(name, slug, number, parts.get("category_parent", ""))
    elif name and (slug := parts.get("tag_slug", "")):
        index.tags[slug] = Listed(name, slug, number)


def _note_item(index: Index, item: Item) -> None:
    kind, status = item.get("post_type") or "post", item.get("status") or "publish"
    if kind == "attachment":
        _note_attachment(index, item)
    elif kind in POSTS and status in THROWN_AWAY:
        index.thrown_away[status] += 1
    elif kind in POSTS:
        _count(index, item.get("post_id"))
        _note_host(index, item.get("link"))
    else:
        _note_other(index, kind, item)
    index.comments += item.comments
    index.other_comments += item.other_comments


def _count(index: Index, number: str) -> None:
    """Parts of an export may overlap."""
    if number and number in index.numbers:
        index.doubled += 1
    else:
        index.posts += 1
        index.numbers.add(number)


def _note_other(index: Index, kind: str, item: Item) -> None:
    index.left_out[kind] += 1
    number = item.get("post_id")
    if kind == "wp_block" and number.isdigit():
        content = item.fields.get("content", "")
        if sum(map(len, index.reused.values())) + len(content) < MOST_REUSED:
            index.reused[int(number)] = content
    elif kind == "nav_menu_item" and line(item.get("title")):
        index.menu_words.append(line(item.get("title")))


def _note_attachment(index: Index, item: Item) -> None:
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
    index.attachments[attachment.number] = attachment
    index.by_place.setdefault(place(address), attachment.number)
    if attachment.parent:
        index.of_post[attachment.parent].append(attachment.number)


def _note_host(index: Index, address: str) -> None:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return
    if host and len(index.hosts) < 50:
        index.hosts.add(host)
        index.hosts.add(host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")
