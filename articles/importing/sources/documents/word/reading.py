"""A Word document as a post."""

import re
from typing import Any

import mammoth
from lxml.html import HtmlElement, fragment_fromstring, tostring

from articles.importing.posts import Post, Unreadable
from articles.importing.report import Deed, Line
from articles.importing.sources.archives import Shelf
from articles.importing.sources.documents import naming, notes, web_pages
from articles.importing.sources.documents.word import beside, captions, looks, sizes
from articles.importing.sources.documents.word.drawings import DECORATIVE
from articles.importing.sources.documents.word.package import Package
from articles.importing.sources.documents.word.tidying import tidy

NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# What Word adds to descriptions that it made itself.
MADE_UP = re.compile(
    r"\s*(?:description automatically generated|ai-generated content may be incorrect\.?)[\s\w]*$", re.IGNORECASE
)


def post(shelf: Shelf, path: str) -> Post:
    """The document as a post. Raises `Unreadable`."""
    package = Package(shelf, path)
    lines = [line for body in (package.main, *NOTES) for line in _tidied(package, body)]
    said = beside.properties(package)
    root = _as_html(package, path, lines)
    web_pages.with_full_addresses(root, path, shelf)
    title, standfirst = _head(root, said.title)
    begins = next((one.tag for one in root if one.tag != "figure" and one.find(".//img") is None), "")
    found = Post(
        key=path,
        title=title or ("" if begins == "h1" else said.title),
        html=(root.text or "") + "".join(tostring(one, encoding="unicode") for one in root),
        addresses=(f"/{path}", f"/{path.rpartition('.')[0]}"),
        standfirst=standfirst,
        author=said.author,
        changed_at=said.changed_at,
        lines=(*lines, *beside.lines(package)),
    )
    return naming.named(found, root)


def _tidied(package: Package, path: str) -> list[Line]:
    root = package.xml(path)
    if root is None:
        return []
    lines = tidy(root, package)
    package.change(path, root)
    return lines


def _as_html(package: Package, path: str, lines: list[Line]) -> HtmlElement:
    """The body by its meaning; its pictures are at addresses within the document."""

    def shown(image: Any) -> dict[str, str]:
        with image.open() as file:
            name = file.read().decode()
        attributes = {"src": f"/{path}/{name}"}
        alt = image.alt_text or ""
        if alt == DECORATIVE:
            return {**attributes, "alt": ""}
        if (described := MADE_UP.sub("", alt)) != alt:
            what = "A program described this picture: read whether it is right."
            lines.append(Line(deed=Deed.PROPOSED, what=what, words=described))
        return {**attributes, "alt": described} if described else attributes

    try:
        made = mammoth.convert_to_html(
            package.as_file(),
            style_map=looks.mapping(package),
            convert_image=mammoth.images.img_element(shown),
            transform_document=sizes.with_headings,
            include_embedded_style_map=False,
            id_prefix="",
        )
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:  # whatever is missing
        raise Unreadable(f"{package.name} is damaged.") from error
    root = fragment_fromstring(made.value.replace("\t", " "), create_parent="div")
    captions.join(root)
    notes.at_the_end(root)
    return root


def _head(root: HtmlElement, title: str) -> tuple[str, str]:
    """The title and the standfirst at the beginning, by their styles; they stand in the text no more.

    Without a title by its style, a first line that says `title` is it.
    """
    found = {"title": "", "subtitle": ""}
    for element in list(root):
        kind, said = element.get("class", ""), " ".join("".join(element.itertext()).split())
        if not said:
            continue
        if not found["title"] and said == title:
            kind = "title"
        if kind not in found or (kind == "subtitle" and found["subtitle"]):
            break
        found[kind] = " ".join(filter(None, [found[kind], said]))
        root.remove(element)
    return found["title"], found["subtitle"]
