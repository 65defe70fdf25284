"""What a block showed. Most keep their HTML between their comments; the rest is worked out when a page is shown."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.unbuild.blocks.grammar import Block
from articles.importing.doctor.unbuild.paragraphs import with_paragraphs
from articles.importing.doctor.unbuild.saying import button, embed, heading, left_out, means, opens, paragraph, words_of
from articles.importing.doctor.unbuild.stored.settings import address_of, texts

ABSENT = (
    ("A contents list", re.compile(r".*(?:table-?of-?contents?|/toc|toc-block|simpletoc).*")),
    ("A form", re.compile(r"(?:.*/)?(?:contact-form.*|form|forms|form-selector|gravityforms?|wpforms.*|ninja-forms.*)|jetpack/field-.*|ninja-forms/.*|formidable/.*")),
    ("A newsletter form", re.compile(r".*(?:newsletter|subscri|mailpoet|mc4wp).*")),
    ("A list of posts", re.compile(r"latest-posts|query(?:-.*)?|archives|page-list|post-template|.*/(?:post-grid|post-carousel|post-timeline|posts|query-loop|related-posts|latest-posts|blogposts|post-list).*|jetpack/related.*")),
    ("A list of comments", re.compile(r"latest-comments|comments?(?:-.*)?|post-comments.*")),
    ("A list of topics or tags", re.compile(r"categories|tag-cloud|post-terms")),
    ("A search form", re.compile(r"search")),
    ("A row of share buttons", re.compile(r"social-links?|.*/(?:social-share|social|socials|social-profiles|sharing-buttons?|sharing-button)(?:-.*)?")),
    ("A calendar", re.compile(r"calendar")),
    ("News of another site", re.compile(r"rss")),
    ("A login form", re.compile(r"loginout")),
    ("A menu", re.compile(r"navigation.*|home-link")),
    ("A part of the old theme", re.compile(r"site-.*|post-(?:title|date|excerpt|author.*|content|featured-image|navigation-link|time-to-read)|avatar|template-part|term-.*|read-more|legacy-widget|widget-group|pattern|author-.*")),
    ("A map", re.compile(r".*/(?:map|google-maps?|maps)")),
    ("A table of a plug-in", re.compile(r"tablepress/.*|ninja-tables/.*|wpdatatables/.*")),
    ("A poll or a quiz", re.compile(r"(?:crowdsignal-forms|forminator)/.*")),
)  # fmt: skip
OF_A_BUTTON = re.compile(r"(?:.*/)?(?:single)?(?:btn|button)s?(?:-child)?|.*/cta-button")
ITEM = re.compile(r".*/(?:icon-?)?list-?(?:item|child)")
HEADING = re.compile(r".*/(?:advanced-?heading|heading|headline)")
OF_THE_EDITOR = ("className", "style", "module", "metadata", "lock")
OPENS = re.compile(r".*/(?:pane|accordion-item|faq-child|faq-item|tab|toggle|accordion-panel|faq)")
FREE = ("freeform", "classic", "shortcode")


class Meanings:
    """Called with each block of a text; `notes` are told of what is left out."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __call__(self, block: Block, inner: str) -> str:
        if absent := next((what for what, pattern in ABSENT if pattern.fullmatch(block.name)), ""):
            return self._absent(absent, inner)
        if block.name == "block":
            self._notes.proposed(
                "A block that several posts share is not in the export: put it in here by hand.",
                str(block.attributes.get("ref", "")),
            )
            return ""
        if block.name == "nextpage":
            self._notes.kept("Its pages became one.")
            return ""
        if block.name in FREE:
            return with_paragraphs(inner)
        if (block.name == "embed" or block.name.startswith("core-embed/")) and block.get("url"):
            caption = inner.partition("<figcaption")[2].partition(">")[2].partition("</figcaption")[0]
            return embed(block.get("url"), caption=caption)
        if words_of(inner) or re.search(r"<(?:img|iframe|video|audio|hr|svg)\b", inner):
            return _with_its_title(block, inner)
        return self._from_attributes(block)

    def _absent(self, what: str, inner: str) -> str:
        return left_out(what, inner) if what != "A part of the old theme" or words_of(inner) else ""

    def _from_attributes(self, block: Block) -> str:
        """Of a block that is drawn when its page is shown: the texts that it is drawn from."""
        if "/" not in block.name:
            return embed(block.get("src", "url")) if block.name in ("video", "audio") else ""
        if listed := [*_questions(block.attributes), *_steps(block.attributes)]:
            return "".join(listed)
        said = Block(block.name, _shown(block))
        if OF_A_BUTTON.fullmatch(block.name):
            address = said.get("link", "url", "href") or address_of(said.attributes.get("link"))
            text = said.get("text", "label", "title", "content")
            return paragraph(button(text, address)) if text else ""
        if ITEM.fullmatch(block.name) and (text := said.get("text", "content", "label", "title")):
            return f"<li>{text}</li>"
        if HEADING.fullmatch(block.name) and (title := said.get("content", "text", "title")):
            level = said.attributes.get("level", 2)
            return heading(title, f"h{level if level in range(1, 7) else 2}")
        html = "\n".join(texts(said.attributes))
        if not (words_of(html) or "<img" in html):
            return left_out(f"The block {block.name}")
        self._notes.proposed(
            f"The block {block.name} drew its texts itself; they stand where it stood. See how it should look."
        )
        return f"\n{html}\n"


def _with_its_title(block: Block, inner: str) -> str:
    """A part that opens may keep its title among its attributes alone."""
    title = block.get("title", "question") if OPENS.fullmatch(block.name) else ""
    if title and words_of(unescape(title)) not in words_of(unescape(inner)):
        return opens(title, inner)
    return f"\n{inner}\n"


def _shown(block: Block) -> dict[str, Any]:
    """The attributes that hold texts: those of Divi under a device, those of Advanced Custom Fields under `data`."""
    said = block.attributes.get("data") if block.name.startswith("acf/") else _of_the_desktop(block.attributes)
    return said if isinstance(said, dict) else {}


def _of_the_desktop(value: Any) -> Any:
    if isinstance(value, list):
        return [_of_the_desktop(one) for one in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("desktop"), dict):
        return value["desktop"].get("value", value["desktop"])
    if "innerContent" in value:
        return _of_the_desktop(value["innerContent"])
    return {key: _of_the_desktop(one) for key, one in value.items() if key not in OF_THE_EDITOR}


def _questions(attributes: dict[str, Any]) -> Iterator[str]:
    """Questions that a plug-in keeps beside what it drew of them, or one of them."""
    listed = _listed(attributes, "questions", "faqs", "faq", "items")
    for one in [*listed, *([attributes] if attributes.get("question") and attributes.get("answer") else [])]:
        title = _first(one, "jsonQuestion", "question", "title")
        answer = _first(one, "jsonAnswer", "answer", "content")
        if title and answer:
            yield opens(title, answer if answer.lstrip().startswith("<") else paragraph(answer))


def _steps(attributes: dict[str, Any]) -> Iterator[str]:
    """Steps that a plug-in keeps so; the title of each first."""
    items = [
        f"<li><strong>{_first(one, 'jsonName', 'name', 'title')}</strong> {_first(one, 'jsonText', 'text', 'content')}</li>"
        for one in _listed(attributes, "steps")
    ]
    if items:
        yield paragraph(_first(attributes, "jsonDescription", "description"))
        yield means("steps", f"<ol>{''.join(items)}</ol>")


def _listed(attributes: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    found: list[Any] = next((attributes[name] for name in names if isinstance(attributes.get(name), list)), [])
    return [one for one in found if isinstance(one, dict)]


def _first(attributes: dict[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := attributes.get(name), str) and value.strip()), "")
