"""How a link to whatever page is shown looks on other sites."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from agency.discovery.social_cards import PAGES
from articles.lib.fragments import component
from articles.public.social_cards import Card
from articles.public.social_image import social_image

register = template.Library()
# What a page is about, the most telling first, and the type that ogp.me gives it; the agency is on every page.
SUBJECTS = {"revision": "article", "topic": "website", "author": "profile"}


@register.simple_tag(takes_context=True)
def social(context: Context) -> SafeString:
    """What was kept in the head (`page_title` and its like), and the card of what the page is about, its own or the site's."""
    name = next(filter(context.get, SUBJECTS), "")
    return component(
        "components/social.html",
        title=context["page_title"],
        description=context["page_description"],
        address=context["page_address"],
        type=SUBJECTS.get(name, "website"),
        site_name=context["identity"].name,
        card=social_image(context.get(name) or _own(context) or context["identity"]),
    )


def _own(context: Context) -> Card | None:
    request = context.get("request")
    return request and request.resolver_match and PAGES.get(request.resolver_match.view_name)
