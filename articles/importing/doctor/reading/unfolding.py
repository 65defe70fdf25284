"""What opens when it is pressed, said in the elements that HTML has for it, whatever a site made it of."""

import re

from lxml.html import HtmlElement

from articles.importing.doctor.reading.furniture import HIDDEN, furniture
from articles.importing.doctor.reading.visible import words_of

ASKED = re.compile(
    r"(?:.*-)?(?:faqs?|accordion|toggle|schema-faq|question)s?-?(?:.*-)?(?:question|title|header|heading|trigger|q)|(?:faq-)?question",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"(?:.*-)?(?:answer|(?:faqs?|accordion|toggle)-?(?:.*-)?(?:content|body|panel|text|inner|a)|panel(?:-collapse)?|collapse)(?:-.*)?",
    re.IGNORECASE,
)


def unfold(root: HtmlElement, *, is_page: bool) -> None:
    """Makes `details` of questions by microdata, of buttons with what they control, and of what is named so."""
    for element in root.xpath(".//*[contains(@itemtype, 'schema.org/Question')]"):
        _by_parts(element, element.xpath(".//*[@itemprop='name']"), element.xpath(".//*[@itemprop='acceptedAnswer']"))
    named = {element.get("id"): element for element in root.xpath(".//*[@id]")}
    for trigger in root.xpath(".//*[@aria-controls]"):
        target = named.get(trigger.get("aria-controls"))
        if (
            target is not None
            and _is_controlled(target, trigger)
            and not _is_furniture(trigger, target, is_page=is_page)
        ):
            _join(trigger, target)
    for element in list(root.iter("div", "h2", "h3", "h4", "h5", "p", "a", "button", "dt", "span")):
        if _is_named(element, ASKED) and next(element.iterancestors("details"), None) is None:
            answer = _answer_of(element)
            if answer is not None:
                _join(element, answer)


def _by_parts(element: HtmlElement, questions: list[HtmlElement], answers: list[HtmlElement]) -> None:
    if questions and answers and answers[0] not in questions[0].iterancestors():
        _join(questions[0], answers[0])


def _is_controlled(target: HtmlElement, trigger: HtmlElement) -> bool:
    """Whether it is folded text that the trigger, outside it, opens."""
    if target is trigger or target in trigger.iterancestors() or trigger in target.iterancestors():
        return False
    return bool(words_of(target) and words_of(trigger)) and target.tag not in ("nav", "ul", "form", "details")


def _is_furniture(*elements: HtmlElement, is_page: bool) -> bool:
    """Whether one of them stands in a menu, say, which opens as well."""
    holders = (one for element in elements for one in (element, *element.iterancestors()))
    return any(furniture(one, is_page=is_page) not in ("", HIDDEN) for one in holders)


def _answer_of(element: HtmlElement) -> HtmlElement | None:
    """The element right after it, or after what holds it alone, that is named an answer."""
    for one in (element, element.getparent()):
        after = one.getnext() if one is not None else None
        if after is not None and _is_named(after, ANSWERED):
            return after
        if one is None or one.getparent() is None or words_of(one.getparent()) != words_of(element):
            break
    return None


def _is_named(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".replace("_", "-").split()
    return any(pattern.fullmatch(name) for name in names)


def _join(asked: HtmlElement, answer: HtmlElement) -> None:
    """A `details` in place of the answer, with what was pressed as its summary."""
    details = answer.makeelement("details")
    summary = answer.makeelement("summary")
    summary.text = words_of(asked)
    answer.addprevious(details)
    details.tail, answer.tail = answer.tail, None
    details.append(summary)
    details.append(answer)
    holder = asked.getparent()
    asked.drop_tree()
    if holder is not None and holder.tag in ("h2", "h3", "h4", "h5", "h6", "dt") and not words_of(holder):
        holder.drop_tree()
