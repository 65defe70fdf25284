"""What the fields of a front matter mean for a post, whichever program they were for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import PurePosixPath
from typing import Any

from django.utils import timezone

from articles.importing.doctor.reading.head import moment
from articles.importing.posts import Person, PictureNote, Post, Status
from articles.importing.report import Deed, Line
from articles.importing.sources.documents import places, site_addresses
from articles.importing.sources.documents.front_matter import Fields

# The first that says something counts.
TITLE = ("title",)
SEARCH_TITLE = ("meta_title", "seo_title", "seotitle")
STANDFIRST = ("excerpt", "custom_excerpt", "standfirst", "summary", "subtitle", "lead", "tagline")
DESCRIPTION = ("description", "meta_description", "seo_description")
SLUG = ("slug",)
PUBLISHED = ("date", "publishdate", "published_at", "pubdate", "published_date", "created", "created_at")
CHANGED = ("lastmod", "last_modified_at", "updated", "updated_at", "modified", "date_updated")
AUTHOR = ("author", "authors", "byline", "writer")
TOPICS = ("categories", "category", "topics", "topic", "section", "sections")
TAGS = ("tags", "tag", "keywords")
PICTURE = (
    "image", "featured_image", "feature_image", "featuredimage", "cover", "cover_image", "coverimage", "hero",
    "hero_image", "header", "thumbnail", "images", "banner", "og_image", "teaser",
)  # fmt: skip
PICTURE_ALT = ("image_alt", "featured_image_alt", "feature_image_alt", "cover_alt", "alt", "imagealt")
PICTURE_CAPTION = ("image_caption", "feature_image_caption", "caption")
STATE = ("draft", "published", "status", "visibility", "private")
# What only says how a generator makes a page of it.
OF_THE_PROGRAM = frozenset({"layout", "type", "weight", "markup", "toc", "comments", "permalink", "url", "aliases", "alias",
    "redirect_from", "redirects", "mathjax", "math", "pin", "sitemap", "eleventynavigation", "id", "uuid", "template",
    "isocjklanguage", "output", "outputs", "cascade", "build", "_build", "showtoc", "tocopen", "lang", "language"})  # fmt: skip
KNOWN = frozenset({*TITLE, *SEARCH_TITLE, *STANDFIRST, *DESCRIPTION, *SLUG, *PUBLISHED, *CHANGED, *AUTHOR, *TOPICS, *TAGS,
    *PICTURE, *PICTURE_ALT, *PICTURE_CAPTION, *STATE, *OF_THE_PROGRAM})  # fmt: skip
NAMED = re.compile(r"(?P<day>\d{4}-\d\d?-\d\d?)-(?P<name>.+)")
INNER = ("src", "url", "image", "path", "name", "title", "teaser", "overlay_image", "filename")
MOST_DEEP = 4


def put_on(post: Post, fields: Fields) -> Post:
    """The post with what its front matter says; what the page says itself stays where that is silent."""
    values, stem = fields.values, PurePosixPath(post.key).stem
    named = NAMED.fullmatch(stem)
    published = next(_moments(values, PUBLISHED), None) or (moment(_padded(named["day"])) if named else None)
    author = _texts(_first(values, AUTHOR))
    return replace(
        post,
        title=_text(values, TITLE) or post.title,
        search_title=_text(values, SEARCH_TITLE),
        slug=_slug(values) or post.slug or (named["name"] if named else ""),
        standfirst=_text(values, STANDFIRST),
        description=_text(values, DESCRIPTION) or post.description,
        addresses=tuple(dict.fromkeys([*site_addresses.of(post.key, values, published), *post.addresses])),
        author=Person(name=author[0]) if author else post.author,
        topics=_several(values, TOPICS) or site_addresses.folders(post.key),
        tags=_several(values, TAGS),
        status=_status(values, post.key, published),
        published_at=published or post.published_at,
        changed_at=next(_moments(values, CHANGED), None) or post.changed_at,
        hero=_picture(values, post.key) or post.hero,
        lines=(*fields.lines, *post.lines, *_left_out(values, author)),
    )


def _status(values: dict[str, Any], path: str, published: datetime | None) -> Status:
    state = str(values.get("status") or values.get("visibility") or "").casefold()
    if _is(values.get("private")) or state in ("private", "members", "paid"):
        return Status.PRIVATE
    is_draft = _is(values.get("draft")) or state in ("draft", "pending") or "_drafts/" in f"/{path}"
    if is_draft or ("published" in values and not _is(values["published"])):
        return Status.DRAFT
    return Status.SCHEDULED if published and published > timezone.now() else Status.LIVE


def _is(value: Any) -> bool:
    return value not in (None, False, "") and str(value).casefold() not in ("false", "no", "0")


def _slug(values: dict[str, Any]) -> str:
    """As it says, or the last part of the address that it says."""
    return _text(values, SLUG) or PurePosixPath(site_addresses.stated(values).rstrip("/")).stem


def _text(values: dict[str, Any], names: tuple[str, ...]) -> str:
    value = _first(values, names)
    return "" if isinstance(value, dict | list) else str(value if value is not None else "").strip()


def _first(values: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((values[name] for name in names if values.get(name) not in (None, "", [], {})), None)


def _texts(value: Any, depth: int = 0) -> list[str]:
    """The texts in a value, however it holds them."""
    if isinstance(value, dict) and depth < MOST_DEEP:
        inner = next((value[name] for name in ("name", "display_name", "title", "login") if name in value), None)
        return _texts(inner, depth + 1)
    if isinstance(value, list) and depth < MOST_DEEP:
        return [text for one in value for text in _texts(one, depth + 1)]
    return [str(value).strip()] if value not in (None, "") and not isinstance(value, dict | list) else []


def _several(values: dict[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    """All that these fields name, with commas between them where they are one text."""
    texts = (text for name in names for text in _texts(values.get(name)))
    return tuple(dict.fromkeys(part.strip() for text in texts for part in text.split(",") if part.strip()))


def _moments(values: dict[str, Any], names: tuple[str, ...]) -> Iterator[datetime]:
    for value in (values.get(name) for name in names):
        if isinstance(value, datetime):
            yield value if value.tzinfo else value.replace(tzinfo=UTC)
        elif isinstance(value, date):
            yield datetime.combine(value, time(), UTC)
        elif isinstance(value, str) and (found := moment(re.sub(r"\s+(?=[+-]\d\d:?\d\d$|Z$)", "", value.strip()))):
            yield found


def _padded(day: str) -> str:
    return "-".join(part.zfill(2) for part in day.split("-"))


def _picture(values: dict[str, Any], path: str) -> PictureNote | None:
    named = next((value for name in PICTURE if (value := _picture_in(values.get(name)))), None)
    if named is None:
        return None
    address, alt, caption = named
    return PictureNote(
        address=places.absolute(site_addresses.without_liquid(address), path),
        alt=alt or _text(values, PICTURE_ALT),
        caption=caption or _text(values, PICTURE_CAPTION),
    )


def _picture_in(value: Any) -> tuple[str, str, str] | None:
    """The address of a picture with its alternative text and caption."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        address = next((value[name] for name in INNER if isinstance(value.get(name), str)), "")
        return (address, str(value.get("alt") or ""), str(value.get("caption") or "")) if address else None
    return (value, "", "") if isinstance(value, str) and value.strip() else None


def _left_out(values: dict[str, Any], authors: list[str]) -> Iterator[Line]:
    if authors[1:]:
        yield Line(deed=Deed.LEFT_OUT, what="A guide has one author, so others went", words=", ".join(authors[1:]))
    for name in (*PUBLISHED, *CHANGED):
        if values.get(name) and not list(_moments(values, (name,))):
            what = "A date of its front matter that is none"
            yield Line(deed=Deed.LEFT_OUT, what=what, words=f"{name}: {values[name]}")
    others = {name: value for name, value in values.items() if name not in KNOWN and value not in (None, "", [], {})}
    if others:
        words = "; ".join(f"{name}: {value}" for name, value in others.items())
        yield Line(deed=Deed.LEFT_OUT, what="Fields of its front matter that a guide does not have", words=words)
