"""The social card of whatever page is shown."""

from django import template
from django.template import Context

from articles.public.social_image import SocialImage, social_image

register = template.Library()
# What a page is about, the most telling first; the agency is on every page.
SUBJECTS = ("revision", "topic", "author", "identity")


@register.simple_tag(takes_context=True)
def social_card(context: Context) -> SocialImage:
    """The card of the guide, topic or person that the page is about, or the site's own."""
    return social_image(next(filter(None, map(context.get, SUBJECTS))))
