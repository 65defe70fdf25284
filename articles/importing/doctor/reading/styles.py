"""Looks that mean something: which spans are bold, raised or struck out, by their style or by a style sheet in the page."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CLASSES = re.compile(r"\.([\w-]+)")
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
MEANINGS = (
    ("strong", "font-weight", re.compile(r"\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)),
    ("em", "font-style", re.compile(r"\s*(?:italic|oblique)", re.IGNORECASE)),
    ("s", "text-decoration", re.compile(r".*line-through", re.IGNORECASE)),
    ("s", "text-decoration-line", re.compile(r".*line-through", re.IGNORECASE)),
    ("sup", "vertical-align", re.compile(r"\s*super", re.IGNORECASE)),
    ("sub", "vertical-align", re.compile(r"\s*sub", re.IGNORECASE)),
)
PLAIN = {"font-weight": re.compile(r"\s*(?:normal|lighter|[1-5]00)"), "font-style": re.compile(r"\s*normal")}
UNDONE = {"b": "font-weight", "strong": "font-weight", "i": "font-style", "em": "font-style"}


class Styles:
    """What classes mean: programs such as Google Docs keep all looks in rules of one class each."""

    def __init__(self, root: HtmlElement) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        for sheet in root.iter("style"):
            for selectors, body in RULE.findall(sheet.text or ""):
                self._learn(selectors, _declared(body))

    def _learn(self, selectors: str, declared: Mapping[str, str]) -> None:
        for selector in selectors.split(","):
            if found := CLASSES.fullmatch(selector.strip()):
                self._classes.setdefault(found[1], {}).update(declared)

    def of(self, element: HtmlElement) -> dict[str, str]:
        """The declarations that hold for the element itself."""
        declared: dict[str, str] = {}
        for name in element.get("class", "").split():
            declared.update(self._classes.get(name, {}))
        return declared | _declared(element.get("style", ""))

    def meanings(self, element: HtmlElement) -> list[str]:
        """The tags that its looks stand for, each once."""
        declared = self.of(element)
        return list(dict.fromkeys(tag for tag, name, value in MEANINGS if value.match(declared.get(name, ""))))

    def undoes(self, element: HtmlElement) -> bool:
        """Whether its style takes back what its tag says, as the bold wrapper of what is copied from Google Docs."""
        name = UNDONE.get(element.tag)
        return bool(name and PLAIN[name].match(self.of(element).get(name, "")))


def _declared(body: str) -> dict[str, str]:
    return {name.lower(): value for name, value in DECLARATION.findall(body)}
