"""The social card of whatever page is shown."""

from django import template
from django.template import Context

from agency.discovery.social_cards import PAGES
from articles.public.social_cards import Card
from articles.public.social_image import SocialImage, social_image

register = template.Library()
# What a page is about, the most telling first; the agency is on every page.
SUBJECTS = ("revision", "topic", "author")


@register.simple_tag(takes_context=True)
def social_card(context: Context) -> SocialImage:
    """The card of the guide, topic or person that the page is about, its own, or the site's."""
    subject = next(filter(None, map(context.get, SUBJECTS)), None)
    return social_image(subject or _own(context) or context["identity"])


def _own(context: Context) -> Card | None:
    request = context.get("request")
    return request and request.resolver_match and PAGES.get(request.resolver_match.view_name)
