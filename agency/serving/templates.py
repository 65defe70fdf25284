"""Templates of pages without the white space that nobody sees: once, when a template is loaded, so that it costs no answer.

Beside the tag of an element that begins a line or a box of its own, browsers show no white space. Between words and
elements that stand in a line it is a space, and stays one. An element of `BLOCKS` that a stylesheet sets into a line
would lose the gap to its neighbours; none is.
"""

import re

from django.conf import settings
from django.template import Origin
from django.template.loaders import filesystem

# What stands in no line of text: blocks, parts of tables and lists, and what is never shown.
BLOCKS = (
    "address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head"
    "|header|hr|html|legend|li|link|main|meta|nav|ol|option|p|picture|script|section|source|style|summary|table|tbody|td|tfoot"
    "|th|thead|title|tr|ul|circle|g|path|polygon|rect"
)
# A tag of the template language, which may hold any sign, also within a tag of HTML.
CODE = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
TAG = rf"</?(?:{BLOCKS})\b(?:{CODE}|[^<>{{])*>|<!doctype html>"
SPACE = r"[ \t\r\n]*"  # no-break spaces are seen
PRECIOUS = re.compile(r"<(pre|textarea)\b.*?</\1>", re.DOTALL)
BESIDE_BLOCKS = re.compile(rf"({CODE})|{SPACE}({TAG}){SPACE}")
LINE_BREAKS = re.compile(rf"({CODE})|{SPACE}\n{SPACE}")


class Loader(filesystem.Loader):
    """Django's loader of the project's own templates, for what visitors see."""

    def get_contents(self, origin: Origin) -> str:
        """Raises `TemplateDoesNotExist`."""
        contents = super().get_contents(origin)
        return squeeze(contents) if _is_page(str(origin.template_name)) and not settings.DEBUG else contents


def squeeze(template: str) -> str:
    """The template without white space beside blocks; elsewhere a line break with its indentation is one line break."""
    if PRECIOUS.search(template):
        return template
    return LINE_BREAKS.sub(lambda match: match[1] or "\n", BESIDE_BLOCKS.sub(r"\1\2", template))


def _is_page(name: str) -> bool:
    """Mails have lines of a bounded length, feeds are XML, and the admin's stylesheets are Django's."""
    return name.endswith(".html") and not name.startswith("admin/") and "mail/" not in name
