"""What stands around every page."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from articles.lib.fragments import component

register = template.Library()
HEADER = "components/header.html"


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """The header, with a mark on its link to this very page; of all pages without a link in it, it is the same."""
    name, path = context["identity"].name, context["request"].path
    unmarked = component(HEADER, name=name, path="")
    return component(HEADER, name=name, path=path) if f'href="{path}"' in unmarked else unmarked


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    """The footer, which is the same on all pages."""
    identity = context["identity"]
    shown = ("name", "tagline", "email", "phone", "phone_link", "address", "legal")
    links = tuple(identity.social_links())
    return component("components/footer.html", links=links, **{name: getattr(identity, name) for name in shown})
