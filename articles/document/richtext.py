"""Rich text: what may stand in it, how it becomes safe, and its other forms.

Everything that enters is cut down to a short allow-list, so the rest of the code may rely on well-formed HTML without
attributes other than those of `ATTRIBUTES`, whose numbers are numbers. This module is the one home of `mark_safe`.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from itertools import accumulate
from types import MappingProxyType

import nh3
from django.utils.safestring import SafeString, mark_safe

LINK_SCHEMES = {"http", "https", "mailto", "tel"}
SIMPLE_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "s", "sup", "sub", "a"}
FULL_TAGS = SIMPLE_TAGS | {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start", "type", "reversed"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
# What an attribute may say; one that says what goes without saying, such as `start="1"`, is dropped.
NUMBERING = re.compile(r"[aAiI]")
FIRST_NUMBER = re.compile(r"(?!1$)(?:0|-?[1-9]\d{0,4})")
SPAN = re.compile(r"(?!1$)[1-9]\d{0,2}")
VALUES = MappingProxyType({"type": NUMBERING, "start": FIRST_NUMBER, "colspan": SPAN, "rowspan": SPAN})

# What other editors mean by their tags; nh3 would drop them and keep only the words.
SYNONYMS = MappingProxyType(
    {"b": "strong", "i": "em", "del": "s", "strike": "s", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
)
SYNONYM = re.compile(rf"<(/?)({'|'.join(SYNONYMS)})(?=[\s/>])", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]")
WORDLESS = re.compile(r"(?:<[^>]*>|&nbsp;|\s)*")
HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
TAG = re.compile(r"<(/?)(?!br>)[^>]*>")
BREAKING_TAG = re.compile(r"</?(?:p|br|ul|ol|li|h2|h3|table|thead|tbody|tr|th|td)\b[^>]*>")
PASSES = 5
MAX_DEPTH = 50


def _attribute(tag: str, name: str, value: str) -> str | None:
    """What the attribute says, as far as it may; nh3 drops one that says nothing."""
    if name == "reversed":
        return ""
    allowed = VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in tags},
        attribute_filter=_attribute,
        url_schemes=LINK_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "textarea", "iframe", "noscript"},
    )


FULL = _cleaner(FULL_TAGS)
SIMPLE = _cleaner(SIMPLE_TAGS)


def clean_text(text: str) -> str:
    """`text` without the control characters and lone surrogates that no database or page can carry."""
    return CONTROL.sub("", text)


def one_line(text: str) -> str:
    """`text` as a single line: control characters gone, every run of white space one space."""
    spaced = " ".join(text.split())  # first, since a vertical tab is both: Word's line break
    return " ".join(clean_text(spaced).split())


def sanitise(html: str, cleaner: nh3.Cleaner = FULL) -> str:
    """Safe HTML with only the tags of `cleaner` (`FULL` or `SIMPLE`); empty text when it holds no words.

    Sanitising what is already sanitised changes nothing.
    """
    html = SYNONYM.sub(lambda match: f"<{match[1]}{SYNONYMS[match[2].lower()]}", html)
    html = _settled(html, cleaner)
    return "" if WORDLESS.fullmatch(html) else html


def _settled(html: str, cleaner: nh3.Cleaner) -> str:
    """Cleaned until that changes nothing: one pass can set free what a character reference or a dropped tag hid.

    Markup that does not settle, or is nested deeper than any editor would nest it, is reduced to its words.
    """
    for _ in range(PASSES):
        cleaned = cleaner.clean(clean_text(html)).strip()
        if _depth(cleaned) > MAX_DEPTH:
            break
        if cleaned == html:
            return html
        html = cleaned
    return f"<p>{escape(plain(cleaned), quote=False)}</p>"


def _depth(html: str) -> int:
    """How deep the tags of serialised HTML are nested."""
    return max(accumulate(-1 if closing else 1 for closing in TAG.findall(html)), default=0)


def plain(html: str) -> str:
    """The words of sanitised HTML as one line."""
    return one_line(unescape(nh3.clean(BREAKING_TAG.sub(" ", html), tags=set())))


def render(html: str, anchor: Callable[[int, str], str] | None = None) -> SafeString:
    """Sanitised HTML for a template; `anchor(level, words)` names the id that each heading gets.

    A heading without words is left out: it would be announced, and listed in the contents, as nothing.
    """
    html = HEADING.sub(lambda match: match[0] if plain(match[2]) else "", sanitise(html))
    if anchor:
        html = HEADING.sub(lambda m: f'<{m[1]} id="{anchor(int(m[1][1]), plain(m[2]))}">{m[2]}</{m[1]}>', html)
    html = html.replace("<table>", '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>')
    html = ROW.sub(_scoped, html.replace("</table>", "</table></div>"))
    return mark_safe(html)  # noqa: S308 - sanitised above; all that was added is fixed text and slugs


def _scoped(row: re.Match[str]) -> str:
    """A row of headings alone heads its columns; beside data cells a heading heads its row."""
    scope = "row" if "<td" in row[0] else "col"
    return re.sub(r"<th\b", f'<th scope="{scope}"', row[0])
