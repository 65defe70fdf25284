"""HTML as a row of tags and texts, in one pass.

A tree is what mail must not be turned into: parsers of HTML take minutes for elements that are nested 50,000 deep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<raw>script|style|title|template|noframes)\b[^>]*+(?:>|\Z).*?(?:</(?P=raw)\s*+>|\Z)"
    r"""|<(?P<closes>/?)(?P<name>[a-z][a-z0-9:_-]*+)(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+'|["'])*+)(?:>|\Z)"""
    r"|(?P<text>[^<]++|<)",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(
    r"""(?<![a-z0-9_-])([a-z][a-z0-9_-]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++))""", re.IGNORECASE
)
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "embed", "source", "track", "param"}
CLOSED_BY_THE_NEXT = {"p", "li", "td", "th", "tr", "dt", "dd", "option"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, its name in small letters."""

    name: str
    closes: bool
    attributes: dict[str, str]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


def tokens(html: str) -> Iterator[Tag | str]:
    """The tags, and the texts between them with their references resolved; what no reader sees is left out."""
    for token in TOKEN.finditer(html):
        if token["text"]:
            yield unescape(token["text"])
        elif token["name"]:
            closes = bool(token["closes"])
            yield Tag(token["name"].lower(), closes, {} if closes else _attributes(token["attributes"]))


def _attributes(text: str) -> dict[str, str]:
    found = ((name.lower(), unescape(one or other or bare)) for name, one, other, bare in ATTRIBUTE.findall(text))
    return dict(found) if "=" in text else {}


def depth(html: str, most: int) -> int:
    """How deep its elements are nested, as far as `most`; browsers close some that nobody closed, which is not counted."""
    open_tags: dict[str, int] = {}
    deepest = now = 0
    for token in TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        if not name or name in VOID:
            continue
        if not token["closes"]:
            if name in CLOSED_BY_THE_NEXT and name not in ("td", "tr", "li", "th"):
                continue
            open_tags[name] = open_tags.get(name, 0) + 1
            now += 1
        elif open_tags.get(name):
            open_tags[name] -= 1
            now -= 1
        deepest = max(deepest, now)
        if deepest >= most:
            break
    return deepest
