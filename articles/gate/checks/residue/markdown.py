"""Markdown that nothing has turned into bold words, links and lists."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_words import own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

MARKDOWN = Rule(
    check="markdown-as-text",
    level=Level.BLOCKS,
    why="Readers see the signs instead of bold words, a link or a list.",
    advice="Delete the signs and use the editor’s buttons, or paste the text again as plain text; the form then reads Markdown.",
)
ADDRESS = (
    r"(?:https?://|mailto:|tel:|/|#|\.{1,2}/|sandbox:)[^\s()<>]*(?:\([^\s()<>]*\))?|[\w./-]+\.(?:md|html?|png|jpe?g"
    r"|gif|svg|webp|pdf|docx)"
)
SIGNS = filtered(
    r"(?<![\w*/\\])(\*{2,3})(?=[^\s*])[^*]{1,300}(?<=\S)\1(?![\w*])"
    r"|(?<![\w*/\\.])\*(?=[^\s*.,;:)/])(?!k?w?args\b)[^*]{1,200}(?<=[^\s*(/])\*(?![\w*./])"
    r"|(?<![\w_/])__(?=[^\s_])(?P<dunder>[^_]{1,200})(?<=\S)__(?![\w_])"
    r"|(?<![\w_/.@])_(?=[^\s_])[^_]{1,200}(?<=[^\s_])_(?![\w_/])"
    r"|(?<![\w~])~~(?=\S)[^~]{1,200}(?<=\S)~~(?!~)|(?<![\w=<>!])==(?=[^\s=])[^=]{1,200}(?<=\S)==(?![\w=])"
    rf"|!?\[[^\[\]]{{0,200}}\](?: (?=\(https?:))?\((?:{ADDRESS})(?: [\"“ ][^()]{{0,80}})?\)|(?<!\w)\[[^\[\]]*[A-Za-z][^\[\]]*\]\[\w*\]"
    rf"|(?<![\w\]])\[\^\w+\]"
    r"|(?<=\s)\*\*(?!kwargs)[A-Za-z][^*]{0,200}$|\\[*_#\[\]](?=\w)|(?<=\w)\\[*_](?=\W|$)|<https?://[^<>\s]+>|```\w*"
    r"|(?<=[a-z][.,;:!?])\\(?=\s|$)"
    r"|(?<!\S):[a-z]+(?:_[a-z]+)*:(?!\S)"
)
# What an author does in between: “and, *sigh*, the third”.
NOISE = re.compile(r"\*(?:sigh|cough|gasp|ahem|gulp|shrug|wink|grin|sniff|laughs?|shudder|yawn)s?\*", re.IGNORECASE)
OPENING = re.compile(
    r"\d{1,3}\\[.)] |\d{1,3}[.)] (?:\[[ xX]\] |\*\*|__)|\\(?:[-*+>]|#{1,6}) (?=\S)|#{1,6} (?!of\b|\d|[-–—] )\S"
    r"|>{1,3} (?!\d)\S|[-*+] \[[ xX]\] |[-*+] (?:\*\*|__|\[)|\[\^?[\w-]+\]: |-{3,}$|_{3,}$"
    r"|={4,}$"
    r"|\|(?:[^|]*\|){2,}$|\|? ?:?-{3,}:? ?\||:::|!!! \w|\*\*(?=[A-Z])|~~~"
)
HINT = re.compile(r"[!*_~=#>|\[\]`:\\<+-]")
# A passage with one of these words may show such signs.
ABOUT_SIGNS = re.compile(
    r"markdown|asterisk|underscore|back-?tick|hash sign|\bsyntax\b|\bregex|\bregular expression|\bglob\b|wildcard"
    r"|\bcommand\b|\bPython\b"
    r"|\bemojis?\b|\bSlack\b|\b[Rr]eact with\b|\bmethods?\b|\bdunder|\boperator|\bpointer|\bcode\b|\bfootnote|\bfields?\b|\bcolumns?\b|\bpropert",
    re.IGNORECASE,
)
TAUGHT = re.compile(r"markdown", re.IGNORECASE)


def markdown_as_text(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“**Key point:** reply early”, “[our guide](https://…)”, “- [ ] order the laptop”."""
    if any(TAUGHT.search(passage.text) for passage in guide.passages if passage.level):
        return
    for passage in guide.passages:
        if HINT.search(passage.text) and (found := _signs(passage)):
            what = f"“{cut(found)}” is Markdown that readers see as it is."
            yield MARKDOWN.found(passage.place, what, excerpt=cut(passage.text))


def _signs(passage: Passage) -> str:
    text = NOISE.sub(lambda noise: "x" * len(noise[0]), own_words(passage))
    opening = OPENING.match(text) if passage.kind is not Kind.CELL else None
    found = opening or SIGNS.search(text)
    if not found or ABOUT_SIGNS.search(text[: found.start()] + text[found.end() :]):
        return ""
    return passage.text[found.start() : found.end()]


CHECKS = (markdown_as_text,)
