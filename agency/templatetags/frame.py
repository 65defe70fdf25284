"""What stands around every page."""

from django import template
from django.db import DatabaseError
from django.template import Context
from django.utils.safestring import SafeString

from articles.lib.fragments import component
from enquiries import working_hours

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
    shown = ("name", "tagline", "email", "phone", "phone_link", "address")
    return component(
        "components/footer.html",
        links=tuple(identity.social_links()),
        policies=tuple(identity.policies()),
        disclosures=tuple(identity.disclosures()),
        hours=_hours() if identity.phone else "",
        **{name: getattr(identity, name) for name in shown},
    )


def _hours() -> str:
    """When somebody answers the phone; empty while the database is away, as on the page that says so."""
    try:
        return working_hours.in_words(working_hours.current_promise())
    except DatabaseError:
        return ""
