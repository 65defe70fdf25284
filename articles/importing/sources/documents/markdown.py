"""A Markdown file: CommonMark with tables, struck-out words and footnotes, and what stands before its text."""

import re
from pathlib import PurePosixPath

from lxml.html import HtmlElement, fragment_fromstring, tostring
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from articles.importing.posts import Post
from articles.importing.sources import archives
from articles.importing.sources.archives import Shelf
from articles.importing.sources.documents import fields, front_matter, liquid, naming, notes, web_pages
from articles.importing.sources.documents.decoding import decoded

LARGEST = 10 * 2**20
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
WIKI = re.compile(r"!?\[\[([^\]|#\n]+)(#[^\]|\n]*)?(?:\|([^\]\n]+))?\]\]")
CALLOUT = re.compile(r"\s*\[!(\w+)\]([+-]?)[ \t]*")
MEANT = {"tip": "tip", "note": "tip", "info": "tip", "important": "tip", "hint": "tip", "warning": "warning",
         "caution": "warning", "danger": "warning", "attention": "warning"}  # fmt: skip
BOX = re.compile(r"^[ \t]*\[[ xX]\][ \t]+")


def post(shelf: Shelf, path: str) -> Post:
    """The file as a post. Raises `Unreadable`."""
    given, text = front_matter.parted(decoded(archives.content(shelf, path, LARGEST)))
    text, lines = liquid.without(text, path, shelf)
    root = fragment_fromstring(READER.render(_with_wiki_links(text, shelf)), create_parent="div")
    _mark(root)
    notes.at_the_end(root)
    web_pages.with_full_addresses(root, path, shelf)
    found = Post(
        key=path,
        title="",
        html=(root.text or "") + "".join(tostring(one, encoding="unicode") for one in root),
        addresses=(f"/{path}",),
        lines=lines,
    )
    return naming.named(fields.put_on(found, given) if given.are_given else found, root)


def _with_wiki_links(text: str, shelf: Shelf) -> str:
    """Links as Obsidian writes them, by the name of a file wherever it lies."""
    if "[[" not in text:
        return text
    known = {name: f"/{file}" for file in shelf for name in (PurePosixPath(file).stem, PurePosixPath(file).name)}

    def link(found: re.Match[str]) -> str:
        address = known.get(found[1].strip())
        words = found[3] or found[1].strip()
        if address is None:
            return words
        sign = "!" if found[0].startswith("!") else ""
        return f"{sign}[{'' if sign else words}](<{address}{found[2] or ''}>)"

    return WIKI.sub(link, text)


def _mark(root: HtmlElement) -> None:
    """Says what only signs said: GitHub's call-outs, and the boxes of a list that is ticked off."""
    for quote in list(root.iter("blockquote")):
        first = quote[0] if len(quote) else None
        found = CALLOUT.match(first.text or "") if first is not None and first.tag == "p" else None
        if first is not None and found and (meant := MEANT.get(found[1].casefold())):
            quote.tag = "aside"
            quote.set("data-means", meant)
            first.text = (first.text or "")[found.end() :]
    for listed in list(root.iter("ul")):
        items = listed.findall("li")
        texts = [item if (item.text or "").strip() else item.find("p") for item in items]
        if texts and all(one is not None and BOX.match(one.text or "") for one in texts):
            for one in texts:
                one.text = BOX.sub("", one.text)
            _wrap(listed)


def _wrap(listed: HtmlElement) -> None:
    box = listed.makeelement("aside", {"data-means": "checklist"})
    box.tail, listed.tail = listed.tail, None
    listed.addprevious(box)
    box.append(listed)
