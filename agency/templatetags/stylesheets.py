"""`{% stylesheets %}card figure{% endstylesheets %}`: one `<style>` with what every page needs and these components."""

from functools import lru_cache

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context

from agency.serving.stylesheets import page_styles, source

register = template.Library()
# A hash of the text, which is the same on every page of a kind.
source_of = lru_cache(maxsize=64)(source)


class Stylesheets(template.Node):
    """Renders what is between the tags to learn the components' names, so that templates can add to a block of them.

    The text comes from our own files alone, never from a visitor or an editor.
    """

    child_nodelists = ("names",)

    def __init__(self, names: NodeList) -> None:
        self.names = names

    def render(self, context: Context) -> str:
        text = page_styles(tuple(self.names.render(context).split()))
        request = context.get("request")
        if request:
            request.style_sources = [*getattr(request, "style_sources", []), source_of(text)]
        return f"<style>{text}</style>"


@register.tag
def stylesheets(parser: Parser, token: Token) -> Stylesheets:
    """Reads up to `endstylesheets`."""
    names = parser.parse(("endstylesheets",))
    parser.delete_first_token()
    return Stylesheets(names)
