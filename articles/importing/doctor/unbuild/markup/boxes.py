"""Steps, words of somebody, notes, buttons, figures that count up, and files."""

import re

from lxml import html
from lxml.html import HtmlElement

from articles.importing.doctor.reading.visible import words_of
from articles.importing.doctor.unbuild.markup.finding import all_with, classes_of, first_with, renew, take_out
from articles.importing.doctor.unbuild.markup.names import BUTTONS, NOTES, QUOTES, STEPS

BUTTON = re.compile(BUTTONS)
WARNING, TIP = re.compile(dict(NOTES)["warning"]), re.compile(dict(NOTES)["tip"])


def rewrite(body: HtmlElement) -> None:
    for item, name, text in STEPS:
        _steps(all_with(body, item), name, text)
    for box, said, who in QUOTES:
        for one in all_with(body, box):
            _quote(one, said, who)
    for one in list(body.iter()):
        if isinstance(one.tag, str) and (names := classes_of(one)):
            _by_itself(one, names)


def _by_itself(element: HtmlElement, names: list[str]) -> None:
    if element.tag == "a" and any(BUTTON.fullmatch(name) for name in names):
        element.set("class", "button")
    elif element.tag in ("div", "section", "p") and any(TIP.fullmatch(name) for name in names):
        _note(element, names)
    elif "elementor-counter-number" in names and element.get("data-to-value"):
        element.text = element.get("data-to-value")
    elif "wp-block-file" in names:
        _file(element)
    elif "so-panel" in names:  # a part of a page by SiteOrigin, which calls it a widget as sidebars call theirs
        del element.attrib["class"]


def _steps(items: list[HtmlElement], name: str, text: str) -> None:
    """Each group of steps that follow one another is one list."""
    lists: dict[HtmlElement, HtmlElement] = {}
    for item in items:
        parent = item.getparent()
        if parent is None:
            continue
        if parent.tag in ("ol", "ul"):
            if parent not in lists:
                lists[parent] = html.Element("aside", {"data-means": "steps"})
                parent.addprevious(lists[parent])
                lists[parent].tail, parent.tail = parent.tail, None
                lists[parent].append(parent)
        elif parent not in lists:
            box, lists[parent] = html.Element("aside", {"data-means": "steps"}), html.Element("ol")
            item.addprevious(box)
            box.append(lists[parent])
        title = first_with(item, name)
        if title is not None:
            renew(title, "strong")
            title.tail = f" {title.tail or ''}"
        if parent.tag not in ("ol", "ul"):
            tail, item.tail = item.tail, None
            renew(item, "li")
            lists[parent].append(item)
            item.tail = tail


def _quote(box: HtmlElement, said: tuple[str, ...], who: tuple[str, ...]) -> None:
    """What is said stays as it is, whoever says it stands under it; a picture of them comes before."""
    words = first_with(box, *said)
    if words is None or box.tag == "blockquote" or next(box.iter("blockquote"), None) is not None:
        return
    named = [one for name in who for one in all_with(box, name)]
    cite = html.Element("cite")
    cite.text = ", ".join(dict.fromkeys(" ".join(words_of(one).split()) for one in named if words_of(one)))
    for one in named:
        take_out(one)
    renew(box, "blockquote")
    if words.tag not in ("div", "p"):
        renew(words, "div")
    if cite.text:
        box.append(cite)


def _note(box: HtmlElement, names: list[str]) -> None:
    if box.getparent() is not None and box.getparent().get("data-means"):
        return
    is_warning = any(WARNING.fullmatch(name) for name in names)
    if box.tag == "p":  # stays a paragraph within
        inside = html.Element("p")
        inside.text, box.text = box.text, None
        inside.extend(list(box))
        box.append(inside)
    for one in box.iter("span"):  # drawn as a line of its own
        if any(name.endswith("title") for name in classes_of(one)):
            renew(one, "strong")
            one.tail = f" {one.tail or ''}"
    renew(box, "aside", **{"data-means": "warning" if is_warning else "tip"})


def _file(box: HtmlElement) -> None:
    """Its name leads to it; a second link that only says “Download” is left out with its word."""
    links = [one for one in box.iter("a") if one.get("href")]
    for one in links[1:]:
        if "wp-block-file__button" in classes_of(one) and one.get("href") == links[0].get("href"):
            renew(
                one,
                "aside",
                **{"data-means": "left-out", "data-what": "The button of a file, whose name leads to it too,"},
            )
