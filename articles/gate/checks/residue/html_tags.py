"""HTML that readers see as text."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import own_words
from articles.gate.prose.words import cut

HTML = Rule(
    check="html-as-text",
    level=Level.BLOCKS,
    why="Readers see the code instead of what it should do.",
    advice="Delete the code and use the editor’s buttons instead.",
)
NAMES = (
    r"p|br|hr|div|span|a|b|i|u|s|em|strong|small|mark|sub|sup|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td"
    r"|th|caption|"
    r"img|figure|figcaption|picture|source|video|audio|iframe|embed|object|script|style|link|meta|head|body|html|title|"
    r"section|article|aside|header|footer|nav|main|details|summary|blockquote|q|cite|code|pre|kbd|font|center|strike|"
    r"button|input|form|label|select|option|textarea|svg|path|o:p|w:\w+|st1:\w+|abbr|time|address|del|ins|noscript"
    r"|template"
)
TAG = re.compile(
    rf"<(?:/(?:{NAMES})|(?:{NAMES})(?:\s[^<>]{{0,300}})?/?)>|<!--(?:[^<>]{{0,200}}-->)?|(?<! )-->(?!(?<=\w-->)\w)|(?<= )-->(?= ?$)"
    rf"|<!DOCTYPE[^<>]{{0,100}}>?|<!\[CDATA\[|<\?xml\b|\bclass=\"Mso"
    rf"|^(?:class|style|id|href)=[\"“ ][^<>]{{0,100}}>|</?(?:{NAMES})(?:\s+[\w-]+=[^<>]{{0,100}})?\s?$",
    re.IGNORECASE,
)
# A passage with one of these words teaches HTML, or a language that is written like it.
ABOUT_TAGS = re.compile(
    r"\b(?:tags?|elements?|HTML5?|XHTML|markup|attributes?|components?|selectors?|DOM|JSX|TSX|React|Vue|Svelte"
    r"|Angular|XML|SVG|browsers?|"
    r"XSS|escap\w+|screen readers?|semantic|nest(?:ed|ing|s)?|headings?|landmarks?|ARIA|CSS|render\w*|template\w*"
    r"|generic\w*|landmark)\b",
    re.IGNORECASE,
)
# “<b> or <strong> for bold”: it stands for itself, as a word.
NAMED = re.compile(r"\s(?:for|or|and|is|are|means?)\b")
TAUGHT = re.compile(r"\b(?:HTML|markup|tags?|elements?|ARIA|React|JSX|CSS|web components?|front[- ]end|XML)\b")


def html_as_text(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Reply soon.<br>”, “<!-- hero ends -->”, “</li>”."""
    if any(TAUGHT.search(passage.text) for passage in guide.passages if passage.level):
        return
    for passage in guide.passages:
        if ("<" in passage.text or ">" in passage.text) and (found := _tag(passage.text, own_words(passage))):
            what = f"“{cut(found)}” is code that readers see as text."
            yield HTML.found(passage.place, what, excerpt=cut(passage.text))


def _tag(text: str, own: str) -> str:
    """The first tag that neither is quoted nor stands in a sentence about tags; attributes hold quotation marks too."""
    tags = (tag for tag in TAG.finditer(text) if not (tag[0][1:-1].isalpha() and NAMED.match(text, tag.end())))
    found = next((tag for tag in tags if own[tag.start()] == text[tag.start()]), None)
    rest = TAG.sub(" ", own)
    return found[0] if found and not ABOUT_TAGS.search(rest) else ""


CHECKS = (html_as_text,)
