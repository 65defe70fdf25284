"""What a page says of itself where no reader looks: in its head, and in its structured data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lxml.html import HtmlElement

from articles.document.richtext import one_line
from articles.importing.doctor.reading.mending import mended

ARTICLES = ("Article", "BlogPosting", "NewsArticle", "TechArticle", "WebPage", "Report")
DEEPEST = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """`questions` are those that search engines were told, each with its answer in words."""

    title: str = ""
    site: str = ""
    description: str = ""
    author: str = ""
    published_at: datetime | None = None
    questions: tuple[tuple[str, str], ...] = ()


def read(root: HtmlElement) -> Head:
    items = list(_items(root))
    articles = [item for item in items if _types(item) & set(ARTICLES)]
    titles = (_text(one.text) for one in root.iter("title") if next(one.iterancestors("svg"), None) is None)
    authors = [_author(item.get("author")) for item in articles]
    days = [_text(item.get("datePublished")) for item in articles]
    return Head(
        title=next(titles, "") or _meta(root, "og:title"),
        site=_meta(root, "og:site_name"),
        description=_meta(root, "description") or _meta(root, "og:description"),
        author=next(filter(None, [_meta(root, "author"), *authors]), ""),
        published_at=moment(next(filter(None, [_meta(root, "article:published_time"), *days]), "")),
        questions=tuple(_questions(items)),
    )


def moment(text: str) -> datetime | None:
    """A moment by ISO 8601, in UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _meta(root: HtmlElement, name: str) -> str:
    found = (one for one in root.iter("meta") if name in (one.get("name", "").lower(), one.get("property", "").lower()))
    return next((_text(one.get("content")) for one in found), "")


def _items(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in script.get("type", ""):
            try:
                yield from _objects(json.loads(script.text or "null", strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _objects(one, depth + 1)


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type", "")
    return set(kind) if isinstance(kind, list) and all(isinstance(one, str) for one in kind) else {str(kind)}


def _questions(items: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for item in items:
        answer = item.get("acceptedAnswer")
        answer = answer[0] if isinstance(answer, list) and answer else answer
        if "Question" in _types(item) and isinstance(answer, dict):
            yield _text(item.get("name") or item.get("text")), _text(answer.get("text"))


def _author(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return one_line(mended(value)) if isinstance(value, str) else ""
