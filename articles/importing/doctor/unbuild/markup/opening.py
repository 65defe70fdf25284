"""Accordions, toggles, tabs and questions become `<details>`, whoever wrote them."""

from itertools import zip_longest

from lxml import html
from lxml.html import HtmlElement

from articles.importing.doctor.reading.visible import words_of
from articles.importing.doctor.unbuild.markup.finding import (
    all_with,
    classes_of,
    first_with,
    is_within,
    renew,
    take_out,
)
from articles.importing.doctor.unbuild.markup.names import OPENING, TABS


def rewrite(body: HtmlElement) -> None:
    present = {name for one in body.iter() if isinstance(one.tag, str) for name in classes_of(one)}
    for box, title, content, double in TABS:
        for tabs in all_with(body, box) if box in present else ():
            _tabs(tabs, title, content, double)
    for item, title, content in OPENING:
        for one in all_with(body, item) if item in present and title in present else ():
            _item(one, first_with(one, title), first_with(one, content))
    for one in [
        one for one in body.iter("button", "a") if "collapse" in (one.get("data-bs-toggle"), one.get("data-toggle"))
    ]:
        _collapsing(one, body)
    for one in [one for one in body.iter() if "schema.org/Question" in (one.get("itemtype") or "")]:
        if one.tag != "details":
            _item(one, _of_property(one, "name"), _of_property(one, "acceptedAnswer"))


def _collapsing(trigger: HtmlElement, body: HtmlElement) -> None:
    """A button of Bootstrap, and what it opens; where that has lost its name, the button is a heading over it."""
    name = (trigger.get("data-bs-target") or trigger.get("data-target") or trigger.get("href") or "").removeprefix("#")
    target = next((one for one in body.iter() if name and one.get("id") == name), None)
    if not words_of(trigger) or any(one.tag in ("details", "summary") for one in trigger.iterancestors()):
        return
    if target is None or is_within(trigger, target):
        renew(trigger, "h3")
        return
    words = " ".join(words_of(trigger).split())
    take_out(trigger)
    inside = html.Element("div")
    inside.text, target.text = target.text, None
    inside.extend(list(target))
    renew(target, "details")
    summary = html.Element("summary")
    summary.text = words
    target.extend([summary, inside])


def _of_property(element: HtmlElement, name: str) -> HtmlElement | None:
    return next((one for one in element.iterdescendants() if one.get("itemprop") == name), None)


def _item(item: HtmlElement, title: HtmlElement | None, content: HtmlElement | None) -> None:
    """Keeps what else stands in the item, after its title."""
    if title is None or item.tag == "details" or not words_of(title):
        return
    take_out(title)
    renew(item, "details")
    title.tail = None
    summary = html.Element("summary")
    summary.text = " ".join(words_of(title).split())
    text, item.text = item.text, None
    item.insert(0, summary)
    summary.tail = text
    if content is not None and is_within(content, item):
        renew(content, "div")  # many hide it until it is opened


def _tabs(tabs: HtmlElement, title: str, content: str, double: str) -> None:
    """Pairs the titles, which stand apart, with what they show; titles that are there twice for telephones go."""
    titles, contents = all_with(tabs, title), all_with(tabs, content)
    if not titles or len(titles) != len(contents):
        return
    for one in all_with(tabs, double) if double else ():
        take_out(one)
    for name, shown in zip_longest(titles, contents):
        words = " ".join(words_of(name).split())
        take_out(name)
        renew(shown, "details")
        summary = html.Element("summary")
        summary.text, summary.tail = words, shown.text
        shown.text = None
        shown.insert(0, summary)
