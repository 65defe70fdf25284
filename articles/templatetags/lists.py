"""What lists are made of: the cards of guides, and the line of topics.

Each is rendered once for what it shows. So a list that somebody read before costs next to nothing but its query.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from articles.artwork import covers
from articles.document import Image
from articles.lib.fragments import component
from articles.models import Topic

register = template.Library()


@register.simple_tag
def card(guide: Any, level: int, *, eager: bool = False, place: str = "card", is_brief: bool = False) -> SafeString:
    """A guide (a revision) with a heading of this level; `eager` for a picture above the fold, `is_brief` without its
    standfirst."""
    return component(
        "components/card.html",
        slug=guide.slug,
        title=guide.title,
        standfirst="" if is_brief else guide.standfirst,
        minutes=guide.reading_minutes,
        topic=guide.topic.name,
        image=Image(**guide.hero["image"]) if guide.hero["image"] else None,
        cover=covers.address(guide.topic.slug, guide.slug),
        width=covers.WIDTH,
        height=covers.HEIGHT,
        level=level,
        eager=eager,
        place=place,
    )


@register.simple_tag
def topic_links(topics: Iterable[Topic], current: Topic | None = None, *, is_index: bool = False) -> SafeString:
    """Links to every list of guides; the page is the `current` one, the index of all guides, or neither."""
    return component(
        "components/topics.html",
        topics=tuple((topic.slug, topic.name) for topic in topics),
        current=current.slug if current else "",
        is_index=is_index,
    )
