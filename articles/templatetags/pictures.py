"""Pictures on pages: an uploaded one in every size, or the cover of a guide without one."""

from typing import Any

from django import template

from articles.artwork import covers
from articles.document import Image
from articles.pictures.places import shown

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(
    image: Image | dict[str, Any], place: str, alt: str = "", *, eager: bool = False, early: bool = False, css: str = ""
) -> dict[str, Any]:
    """An uploaded picture; `eager` for the first on the page, `early` for others seen at once."""
    return {"picture": shown(image, place), "alt": alt, "eager": eager, "early": early, "css": css}


@register.inclusion_tag("components/cover.html")
def cover(guide: Any, *, eager: bool = False, css: str = "") -> dict[str, Any]:
    """The generated picture of a guide (a revision) without one; decorative."""
    address = covers.address(guide.topic.slug, guide.slug)
    return {"address": address, "width": covers.WIDTH, "height": covers.HEIGHT, "eager": eager, "css": css}
