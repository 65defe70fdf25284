"""What a reader of Markdown and a reader of the page make of a guide: the same outline of words, links and blocks.

The Markdown is read by markdown-it-py, which knows nothing of our writer, with the extensions of GitHub that we write.
"""

import re
from html.parser import HTMLParser
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
APART = {"p", "h1", "h2", "h3", "li", "td", "th", "blockquote", "br", "tr", "table", "ul", "ol"}
BLOCK_END = "\f"
VOID = {"br", "img", "hr"}
SPACE = re.compile(r"\s+")
# Marks that change what the words say; others only stress them.
TELLING = ("s", "sup", "sub", "code")


def read(markdown):
    """The HTML that a reader makes of Markdown."""
    return READER.render(markdown)


class Outline(HTMLParser):
    """The words of a page in order, its links and pictures, and what stands in its headings, items, cells and marks."""

    def __init__(self, html):
        super().__init__()
        self.text, self.links, self.pictures, self.telling = "", [], [], {}
        self.headings, self.items, self.cells = [], [], []
        self.linked = 0  # texts in links: one around several blocks has several, as Markdown has none across blocks
        self.open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.text += apart(tag)
        if tag == "img":
            self.pictures.append((address(attributes["src"]), attributes["alt"]))
        if tag == "ol":
            self.items.append(("from", int(attributes.get("start", 1))))
        if tag not in VOID:
            self.open.append((tag, attributes, len(self.text)))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        name, attributes, start = self.open.pop()
        assert name == tag
        if name == "a":
            self.linked += sum(1 for piece in self.text[start:].split(BLOCK_END) if piece.strip())
        self._note(name, attributes, spaced(self.text[start:]))
        self.text += apart(tag)

    def _note(self, name, attributes, words):
        if name == "a":
            self.links.append((address(attributes["href"]), words))
        elif name in ("h1", "h2", "h3"):
            self.headings.append((name, words))
        elif name == "li":
            self.items.append(words)
        elif name in ("td", "th"):
            self.cells.append(words)
        elif name in TELLING and words and name not in [outer for outer, _, _ in self.open]:
            self.telling[name] = self.telling.get(name, "") + words.replace(" ", "")

    def handle_data(self, data):
        self.text += data

    @property
    def words(self):
        return spaced(self.text)


def apart(tag):
    """What keeps words before a tag from those after it."""
    if tag in APART:
        return " " if tag == "br" else BLOCK_END
    return ""


def spaced(text):
    return SPACE.sub(" ", text).strip()


def address(href):
    """What a server is asked for, however the address is written."""
    return quote(unquote(href), safe="/:?#@!$&'()*+,;=%~[]")
