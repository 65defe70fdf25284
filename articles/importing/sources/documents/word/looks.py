"""What the styles of a Word document mean, whatever program and language named them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.importing.sources.documents.word.package import Package, W

CONTENTS = re.compile(
    r"toc (?:heading|\d)|(?:contents|verzeichnis) (?:heading|\d)|table of figures|toa heading", re.IGNORECASE
)
# By the names that programs store, which are English in every language.
MEANT = (
    (re.compile(r"title", re.IGNORECASE), "p.title:fresh"),
    (re.compile(r"subtitle", re.IGNORECASE), "p.subtitle:fresh"),
    (re.compile(r"caption|figure|illustration|table|drawing|object caption", re.IGNORECASE), "p.caption:fresh"),
    (re.compile(r"(?:intense )?quot(?:e|ations?)|block ?(?:text|quote)|pull ?quote", re.IGNORECASE), "blockquote > p:fresh"),
    (re.compile(r"html preformatted|preformatted text|(?:source )?code(?: block)?|plain text", re.IGNORECASE), "pre:separator('\\n')"),
)  # fmt: skip
DEEPEST = 6
MOST_STEPS = 12  # from a style to the one that it is based on


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, the one that it is based on, and the level in the outline that it gives."""

    name: str
    base: str
    outline: int | None


def mapping(package: Package) -> str:
    """The styles as rules of mammoth; what they leave out it knows itself."""
    styles = _styles(package)
    rules = [f"p[style-name='{_quoted(styles[key].name)}'] => {tag}" for key in styles if (tag := _tag(key, styles))]
    return "\n".join([*dict.fromkeys(rules), "u =>", "strike => s"])


def of_contents(package: Package) -> frozenset[str]:
    """The styles of the lines of a list of contents."""
    return frozenset(key for key, style in _styles(package).items() if CONTENTS.fullmatch(style.name))


def _tag(key: str, styles: dict[str, Style]) -> str:
    """By its own name, or that of the nearest style that it is based on; else by its level in the outline."""
    line = list(_line(key, styles))
    for style in line:
        if heading := re.fullmatch(r"heading (\d)", style.name, re.IGNORECASE):
            return f"h{min(int(heading[1]), DEEPEST)}:fresh"
        if meant := next((tag for pattern, tag in MEANT if pattern.fullmatch(style.name)), ""):
            return meant
    outline = next((style.outline for style in line if style.outline is not None), None)
    return f"h{min(outline + 1, DEEPEST)}:fresh" if outline is not None and outline < 9 else ""


def _line(key: str, styles: dict[str, Style]) -> Iterator[Style]:
    for _step in range(MOST_STEPS):
        if key not in styles:
            return
        yield styles[key]
        key = styles[key].base


def _styles(package: Package) -> dict[str, Style]:
    root = package.xml("word/styles.xml")
    found = {}
    for one in root.iter(f"{W}style") if root is not None else ():
        if one.get(f"{W}type", "paragraph") == "paragraph":
            level = _value(one, f"{W}pPr/{W}outlineLvl")
            found[one.get(f"{W}styleId", "")] = Style(
                name=_value(one, f"{W}name") or one.get(f"{W}styleId", ""),
                base=_value(one, f"{W}basedOn"),
                outline=int(level) if level.isdecimal() else None,
            )
    return found


def _value(element: object, path: str) -> str:
    found = element.find(path)  # type: ignore[attr-defined]
    return found.get(f"{W}val", "") if found is not None else ""


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace("'", "\\'")
