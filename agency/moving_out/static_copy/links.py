"""The addresses in a file of the site, found and changed. All else stays as it is, byte for byte."""

import re
from collections.abc import Callable
from html import escape, unescape

from django.conf import settings

from agency.moving_out.static_copy.addresses import LEFT_OUT

# Our own templates and sanitiser write tags like this; what is in a script has no "<".
TAG = re.compile(r"""<[a-z][\w-]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*/?>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(?<=\s)(href|src|poster|srcset|imagesrcset|action)="([^"]*)\"""")
CANDIDATE = re.compile(r"(^\s*|,\s*)([^\s,]+)")
STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
IN_CSS = re.compile(r"""(?<=url\()(["']?)([^"')]+)\1(?=\))""")
IN_SCRIPT = re.compile(r"""(?<=from |port |port\()(["'])(\.{0,2}/[^"']+)\1""")
IN_JSON = re.compile(r"""(")(/[^"]*)\"""")
PAGES, STYLES, SCRIPTS, MANIFESTS = "text/html", "text/css", "text/javascript", "application/manifest+json"
TEXTS = {
    *(PAGES, STYLES, SCRIPTS, MANIFESTS),
    *("application/xml", "application/atom+xml", "text/markdown", "text/plain"),
}

type Change = Callable[[str], str]


def changed(text: str, media_type: str, change: Change) -> str:
    """The text with every address in it, relative or whole, as `change` gives it back. None is given twice."""

    def relative(written: str) -> str:
        return written if written.startswith(settings.SITE_URL) else change(written)

    match media_type:
        case "text/html":
            text = TAG.sub(lambda tag: ATTRIBUTE.sub(lambda found: _attribute(found, relative), tag[0]), text)
            text = STYLE.sub(lambda style: _quoted(IN_CSS, style[0], relative), text)
        case "text/css":
            text = _quoted(IN_CSS, text, relative)
        case "text/javascript":
            text = _quoted(IN_SCRIPT, text, relative)
        case "application/manifest+json":
            text = _quoted(IN_JSON, text, relative)
    return _whole().sub(lambda found: _escaped(found[0], change), text)


def _attribute(found: re.Match[str], change: Change) -> str:
    name, value = found[1], found[2]
    if name == "action":  # no form works
        return f'action="{LEFT_OUT[0]}"'
    if name.endswith("srcset"):
        return f'{name}="{CANDIDATE.sub(lambda one: one[1] + _escaped(one[2], change), value)}"'
    return f'{name}="{_escaped(value, change)}"'


def _quoted(pattern: re.Pattern[str], text: str, change: Change) -> str:
    return pattern.sub(lambda found: found[0].replace(found[2], change(found[2])), text)


def _escaped(written: str, change: Change) -> str:
    address = unescape(written)
    new = change(address)
    return written if new == address else escape(new)


def _whole() -> re.Pattern[str]:
    """Whole addresses of this site, in whatever text; neither an escaped quotation mark behind one is its, nor a full stop."""
    sign = r"""(?!&(?:quot|lt|gt|#))[^\s"'<>()\[\]\\{}]"""
    return re.compile(rf"{re.escape(settings.SITE_URL)}(?![\w.:-])(?:{sign})*(?<![.,;:!?])")
