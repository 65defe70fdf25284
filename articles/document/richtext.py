"""Rich text: what may stand in it, how it becomes safe, and its other forms.

Everything that enters is cut down to a short allow-list, so the rest of the code may rely on well-formed HTML without
attributes other than those of `ATTRIBUTES`, whose numbers are numbers. This module is the one home of `mark_safe`.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from itertools import accumulate
from types import MappingProxyType

import nh3
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.safestring import SafeString, mark_safe

from articles.document import heading_levels, references, tables, tree
from articles.lib import visible

ADDRESS = re.compile(r"(?:https?:/)?/\S+", re.IGNORECASE)
LINK_SCHEMES = {"http", "https", "mailto", "tel"}
# What is stored may also mean a page of the site by a reference, which no reader ever gets.
STORED_SCHEMES = LINK_SCHEMES | {references.SCHEME.rstrip(":")}
SIMPLE_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "s", "sup", "sub", "code", "a"}
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
    {"b": "strong", "i": "em", "del": "s", "strike": "s"} | {"kbd": "code", "samp": "code", "tt": "code"}
)
SYNONYM = re.compile(rf"<(/?)({'|'.join(SYNONYMS)})(?=[\s/>])", re.IGNORECASE)
UNREAD = re.compile(r"[\x00-\x20]")  # signs that browsers pass over where an address begins
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[\ud800-\udfff]")
# Line breaks of other programs, such as Word's; browsers show nothing or a box.
BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# What is left out when nothing of it can be seen; outside headings a link stays, since a click on it leads somewhere.
PERHAPS_BLANK = re.compile(
    r"<(p|h2|h3)>((?:[^<]++|<br>|</?(?:strong|em|s|sup|sub|code)>)*+)</\1>"
    r"|<(h2|h3)>((?:[^<]++|</?(?:strong|em|s|sup|sub|code|a|br)\b[^>]*+>)*+)</\3>"
)
PERHAPS_BLANK_LIST = re.compile(r"<(ul|ol)\b[^>]*+>((?:[^<]++|<br>|</?(?:li|p|strong|em|s|sup|sub|code)>)*+)</\1>")
# An item in which nothing can be seen; what is left of it says where it was.
PERHAPS_BLANK_ITEM = re.compile(r"<li>((?:[^<]++|<br>|</?(?:strong|em|s|sup|sub|code)>)*+)</li>")
BLANK_ITEM = "<li></li>"
HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<(/?)(?!br>)[^>]*>")
ANY_TAG = re.compile(r"<[^>]*>")
SCRIPT = re.compile(r"<(sup|sub)>(.*?)</\1>", re.DOTALL)
BESIDE_TAGS = re.compile(r"[^<>]+(?![^<]*>)")
# Where struck-out words meet what replaces them.
STRUCK = re.compile(r"</?s>(?![\s,.;:!?)]|$)")
SIGNS = "0123456789+-−=()"
TYPED = {"sup": str.maketrans(f"{SIGNS}ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"), "sub": str.maketrans(SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")}
BREAKING_TAG = re.compile(r"</?(?:p|br|ul|ol|li|h2|h3|table|thead|tbody|tr|th|td)\b[^>]*>")
BESIDE_BLOCKS = re.compile(rf"[ \n]*({BREAKING_TAG.pattern})[ \n]*")  # where browsers show no space
# The blocks of Unicode whose letters run from right to left, and the mark that says so.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
DIRECTED = {"p", "h2", "h3", "li", "th", "td"}
SCROLLING = '<div class="table-scroll" role="group" aria-label="Table" tabindex="0">'
PASSES = 5
MAX_DEPTH = 50


def _attribute(tag: str, name: str, value: str) -> str | None:
    """What the attribute says, as far as it may; nh3 drops one that says nothing."""
    if name == "reversed":
        return ""
    if name == "href":
        return value if not _is_ours(value) or references.read(value) else None
    allowed = VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None


def _is_ours(address: str) -> bool:
    """Whether a browser would take the address for one of our own scheme, which means something in one shape alone."""
    return UNREAD.sub("", address).lower().startswith(references.SCHEME)


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in tags},
        attribute_filter=_attribute,
        url_schemes=STORED_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "textarea", "iframe", "noscript"},
    )


FULL = _cleaner(FULL_TAGS)
SIMPLE = _cleaner(SIMPLE_TAGS)


def clean_text(text: str) -> str:
    """`text` without the control characters and lone surrogates that no database or page can carry."""
    return CONTROL.sub("", BREAK.sub(" ", text))


def one_line(text: str) -> str:
    """`text` as a single line: control characters gone, every run of white space one space; empty when blank to the eye."""
    return visible.one_line(clean_text(text))


def safe_address(text: str) -> str:
    """An address that a link may lead to, of this site or of the web; empty for any other text."""
    return text if ADDRESS.fullmatch(text) else ""


def sanitise(html: str, cleaner: nh3.Cleaner = FULL) -> str:
    """Safe HTML with only the tags of `cleaner` (`FULL` or `SIMPLE`); empty text when nothing of it can be seen.

    Paragraphs, headings and lists in which nothing can be seen are left out. An item without words stays in a list that
    has others, empty, so that the editor is asked what was to stand there; no reader gets it. Sanitising what is already
    sanitised changes nothing.
    """
    html = SYNONYM.sub(lambda match: f"<{match[1]}{SYNONYMS[match[2].lower()]}", html)
    html = heading_levels.as_guide_headings(html) if cleaner is FULL else html
    html = _without_blanks(_settled(html, cleaner))
    return "" if _is_blank(html) else html


def without_blank_items(html: str) -> str:
    """Sanitised HTML as readers get it."""
    return html.replace(BLANK_ITEM, "")


def _without_blanks(html: str) -> str:
    """Again until nothing goes, since an item is blank without the blank list in it."""
    while (left := PERHAPS_BLANK_LIST.sub(_unless_blank, PERHAPS_BLANK.sub(_unless_blank, html))) != html:
        html = left
    return PERHAPS_BLANK_ITEM.sub(lambda item: BLANK_ITEM if _is_blank(item[1]) else item[0], html).strip()


def _unless_blank(element: re.Match[str]) -> str:
    return "" if _is_blank("".join(element.groups("")[1::2])) else element[0]


def _is_blank(html: str) -> bool:
    return visible.is_blank(unescape(ANY_TAG.sub("", html)))


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


def typed(html: str) -> str:
    """Sanitised HTML with raised, lowered and struck-out signs as plain text has them, so that no figure changes.

    “£40,000” with a raised 1 is “£40,000¹”; what has no raised form stands in brackets, and what was struck out stands
    apart from what replaces it.
    """
    return STRUCK.sub(" ", SCRIPT.sub(_typed, html))


def _typed(script: re.Match[str]) -> str:
    name, html = script.groups()
    words = ANY_TAG.sub("", html)
    if all(ord(sign) in TYPED[name] for sign in words):
        return BESIDE_TAGS.sub(lambda text: text[0].translate(TYPED[name]), html)
    return f" [{html}]" if any(map(str.isdigit, words)) and words[0].isalnum() else html


def plain(html: str) -> str:
    """The words of sanitised HTML as one line."""
    return one_line(unescape(nh3.clean(BREAKING_TAG.sub(" ", typed(html)), tags=set())))


def render(html: str, anchor: Callable[[int, str], str] | None = None) -> SafeString:
    """Sanitised HTML for a template; `anchor(level, words)` names the id that each heading gets."""
    html = without_blank_items(sanitise(html))
    if anchor:
        html = HEADING.sub(lambda m: f'<{m[1]} id="{anchor(int(m[1][1]), plain(m[2]))}">{m[2]}</{m[1]}>', html)
    root = tree.parse(html)
    for table in root.all("table"):
        tables.mark_headings(table)
    if RIGHT_TO_LEFT.search(html):
        _give_directions(root)
    html = (
        BESIDE_BLOCKS.sub(r"\1", tree.serialise(root))
        .replace("<table>", f"{SCROLLING}<table>")
        .replace("</table>", "</table></div>")
    )
    return mark_safe(html)  # noqa: S308 - sanitised above; all that was added is fixed text and slugs


def addressed(html: SafeString, addresses: Mapping[str, str]) -> SafeString:
    """HTML of ours with addresses for the references in it, as `references.addressed` has it."""
    return mark_safe(references.addressed(html, addresses))  # noqa: S308 - addresses are escaped, the rest was safe


def seal(parts: Mapping[str, SafeString], *, bound_to: str) -> str:
    """What proves that we made these pieces of a page, and for what; TypeError for a text that nobody made safe.

    It hangs on SECRET_KEY: whoever can write to the database cannot make one.
    """
    if unsafe := [name for name, html in parts.items() if not isinstance(html, SafeString)]:
        raise TypeError(f"Not made safe: {', '.join(unsafe)}")
    return _proof(parts, bound_to)


def unsealed(parts: Mapping[str, str], *, bound_to: str, seal: str) -> dict[str, SafeString] | None:
    """The pieces for a template, as they were sealed; None when anything is not as it was."""
    if not constant_time_compare(seal, _proof(parts, bound_to)):
        return None
    return {name: mark_safe(html) for name, html in parts.items()}  # noqa: S308 - safe when it was sealed


def _proof(parts: Mapping[str, str], bound_to: str) -> str:
    """Each text after its name and length, so that nothing can move from one to the next."""
    told = "".join(f"{name} {len(text)} {text}" for name, text in {**parts, "bound to": bound_to}.items())
    return salted_hmac("articles.document.richtext", told, algorithm="sha256").hexdigest()


def _give_directions(element: tree.Element, *, is_given: bool = False) -> None:
    """Lets each block take the direction of its own words; a paragraph of an item or cell has that of the item."""
    for child in element.elements():
        gives = child.tag in DIRECTED and not (is_given and child.tag == "p")
        if gives:
            child.attributes["dir"] = "auto"
        _give_directions(child, is_given=gives or is_given)
