"""What a page tells machines of itself."""

import json

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context

from agency.discovery.structured_data import ABOUT, graph

register = template.Library()
LONGEST_DESCRIPTION = 155  # characters; searches show about as many
# As django.utils.html.json_script does it: nothing in the data can end the element or begin another.
ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}


class StructuredData(template.Node):
    """Writes `nodes` and `trail` of the context as JSON-LD, with what else the page is `about`; nothing when it has none.

    It needs no nonce: a Content-Security-Policy governs what runs, and browsers never run this. With a nonce no page
    would equal the one before, and none could be kept and compared.
    """

    def __init__(self, about: list[str]) -> None:
        self.about = about

    def render(self, context: Context) -> str:
        data = graph(context["identity"], context.get("nodes") or (), context.get("trail") or (), self.about)
        if not data:
            return ""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        for sign, escape in ESCAPES.items():  # many times as fast as `translate`
            text = text.replace(sign, escape)
        return f'<script type="application/ld+json">{text}</script>'


class Keep(template.Node):
    """Shows what is between the tags and keeps it in the context, for a block that is to be shown twice."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        context[self.name] = self.nodelist.render(context)
        return context[self.name]


@register.filter
def as_description(text: str) -> str:
    """The text on one line, cut after a whole word where it is longer than a search result shows."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_DESCRIPTION:
        return line
    return line[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


@register.tag
def structured_data(parser: Parser, token: Token) -> StructuredData:
    """`{% structured_data %}`, `{% structured_data agency website %}`."""
    about = token.split_contents()[1:]
    if unknown := set(about) - ABOUT.keys():
        raise template.TemplateSyntaxError(f"structured_data knows nothing about {', '.join(sorted(unknown))}")
    return StructuredData(about)


@register.tag
def keep(parser: Parser, token: Token) -> Keep:
    """`{% keep name %}…{% endkeep %}`."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(name, nodelist)
