"""Those who sign guides, on their guides and in lists: each part rendered once for what it shows."""

from functools import lru_cache

from django import template
from django.utils.safestring import SafeString

from articles.document import richtext
from articles.lib.fragments import component
from articles.models import Author
from articles.references import reading

register = template.Library()
# The same words are the same HTML; there are not many authors.
rendered = lru_cache(maxsize=200)(richtext.render)


@register.simple_tag
def portrait(author: Author, place: str = "portrait", *, early: bool = False) -> SafeString:
    """The author's picture, or initials; `early` for one at the top of a page."""
    image, initials = author.portrait_image(), author.initials
    return component("components/portrait.html", image=image, initials=initials, place=place, early=early)


@register.simple_tag
def signature(author: Author) -> SafeString:
    """Who signs the guide."""
    address = author.get_absolute_url()
    return component("articles/signature.html", name=author.name, role=author.role, address=address)


@register.simple_tag
def author_card(author: Author) -> SafeString:
    """The end of a guide: more of the author."""
    return component(
        "articles/author_card.html",
        name=author.name,
        role=author.role,
        address=author.get_absolute_url(),
        biography=reading.linked(rendered(author.biography)),
        initials=author.initials,
        image=author.portrait_image(),
    )


@register.simple_tag
def person(author: Author, level: int, *, early: bool = False) -> SafeString:
    """Somebody whom visitors meet, with a heading of this level; `early` for one at the top of a page."""
    return component(
        "components/person.html",
        slug=author.slug,
        name=author.name,
        role=author.role,
        biography=author.biography,
        initials=author.initials,
        image=author.portrait_image(),
        level=level,
        early=early,
    )
