"""What a text file says of itself before its text begins, as Jekyll, Hugo, Eleventy, Ghost's tools and Obsidian write it."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml

from articles.importing.report import Deed, Line

YAML = re.compile(r"\A\s*---[ \t]*\n(.*?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?\n|)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
ONE = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
LONGEST = 65_536


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields by their names in small letters, and what is to be said of them."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    are_given: bool = False


def parted(text: str) -> tuple[Fields, str]:
    """The fields, and the text after them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, read in ((YAML, _yaml), (TOML, _toml)):
        if (found := pattern.match(text)) and len(found[1]) <= LONGEST:
            return read(found[1]), text[found.end() :]
    return Fields(), text


def _yaml(source: str) -> Fields:
    """Fields that are no YAML, such as a title with a colon, are read line by line."""
    try:
        # A few lines that stand for one another many times over would be gigabytes once they are written out.
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(source)):
            return _unread(source)
        values = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _by_line(source)
    if values is None:
        return Fields(are_given=True)
    return Fields(_named(values), are_given=True) if isinstance(values, dict) else _unread(source)


def _toml(source: str) -> Fields:
    try:
        return Fields(_named(tomllib.loads(source)), are_given=True)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _unread(source)


def _by_line(source: str) -> Fields:
    values = {name.casefold(): value.strip().strip("'\"") for name, value in ONE.findall(source)}
    rest = " ".join(line for line in source.splitlines() if line.strip() and not ONE.match(line))
    lines = [Line(deed=Deed.REPAIRED, what="Its front matter was no YAML, so it was read line by line.")]
    if rest:
        lines.append(Line(deed=Deed.LEFT_OUT, what="Lines of its front matter that cannot be read", words=rest))
    return Fields(values, tuple(lines), are_given=True)


def _unread(source: str) -> Fields:
    what = "Its front matter, which cannot be read"
    return Fields({}, (Line(deed=Deed.LEFT_OUT, what=what, words=source.strip()),), are_given=True)


def _named(values: dict[Any, Any]) -> dict[str, Any]:
    """With Hugo's `[params]` among the others, which stand first."""
    named = {str(name).casefold(): value for name, value in values.items()}
    inner = named.pop("params", None)
    if not isinstance(inner, dict):
        return named if inner is None else {**named, "params": inner}
    return {**_named(inner), **named}
