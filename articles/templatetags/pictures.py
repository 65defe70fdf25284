"""Pictures on pages: an uploaded one in every size, or the cover of a guide without one."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.artwork import covers
from articles.document import Image
from articles.lib.fragments import once
from articles.pictures.places import shown

register = template.Library()


@register.simple_tag
def picture(
    image: Image | dict[str, Any], place: str, alt: str = "", *, eager: bool = False, early: bool = False, css: str = ""
) -> SafeString:
    """An uploaded picture; `eager` for the first on the page, `early` for others seen at once. Lists keep it as stored."""
    image = image if isinstance(image, Image) else Image(**image)
    return _picture(image, place, alt, eager=eager, early=early, css=css)


@once
def _picture(image: Image, place: str, alt: str, **how: Any) -> SafeString:
    return render_to_string("components/picture.html", {"picture": shown(image, place), "alt": alt, **how})


@register.simple_tag
def picture_address(image: Image, place: str) -> str:
    """Where the picture is to be had in the one width that suits most; empty when its file is gone."""
    found = shown(image, place)
    return found.src if found else ""


@register.inclusion_tag("components/cover.html")
def cover(guide: Any, *, eager: bool = False, css: str = "") -> dict[str, Any]:
    """The generated picture of a guide (a revision) without one; decorative."""
    address = covers.address(guide.topic.slug, guide.slug)
    return {"address": address, "width": covers.WIDTH, "height": covers.HEIGHT, "eager": eager, "css": css}
