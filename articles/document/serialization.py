"""The stored form of a document: versioned JSON.

`dump` writes the current version; `load` reads every version ever written, so that no revision is ever lost to a
change of shape. To change the shape, raise `VERSION` and add a step to `UPGRADES`.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from articles.document import BLOCKS, Block, Document

VERSION = 3


def _with_focus(value: Any) -> Any:
    """Version 1 had no focus for pictures; they were always cropped around their middle."""
    if isinstance(value, list):
        return [_with_focus(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _with_focus(item) for name, item in value.items()}
    is_picture = inner.keys() == {"name", "width", "height"}
    return inner | {"focus_x": 50, "focus_y": 50} if is_picture else inner


def _with_speakers(data: dict[str, Any]) -> dict[str, Any]:
    """Version 2 called the person who says an insight its voice."""
    blocks = data.get("blocks", ())
    renamed = [{"speaker" if name == "voice" else name: value for name, value in block.items()} for block in blocks]
    return data | {"blocks": renamed}


# version -> function that turns a stored document of that version into one of the next
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: _with_focus(data) | {"version": 2},
    2: lambda data: _with_speakers(data) | {"version": 3},
}


class UnreadableDocument(ValueError):
    """The stored data is not a document of any version that this code knows."""


def dump(document: Document) -> dict[str, Any]:
    """The document as JSON data: dicts, lists, texts, numbers, booleans and None."""
    return {"version": VERSION, **_dump_value(document)}


def load(data: dict[str, Any]) -> Document:
    """The document that `dump` wrote. Raises `UnreadableDocument`."""
    version = None
    try:
        version = data.get("version")
        while version != VERSION:
            data = UPGRADES[version](data)  # type: ignore[index]
            version = data["version"]
        return _load_value(Document, {name: value for name, value in data.items() if name != "version"})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableDocument(f"Not a document of version {version}: {error!r}") from error


def _dump_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_dump_value(item) for item in value]
    if is_dataclass(value):
        kind = {"kind": value.kind} if isinstance(value, Block) else {}
        return kind | {field.name: _dump_value(getattr(value, field.name)) for field in fields(value)}
    return value


def _load_value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is UnionType:
        hint = next(arg for arg in get_args(hint) if arg is not NoneType)
        return None if value is None else _load_value(hint, value)
    if get_origin(hint) is tuple:
        return tuple(_load_value(get_args(hint)[0], item) for item in _checked(list, value))
    if hint is date:
        return date.fromisoformat(value)
    if issubclass(hint, Block):
        block = BLOCKS[value["kind"]]
        if not issubclass(block, hint):
            raise TypeError(f"A {block.kind} stands where a {hint.__name__} belongs")
        hint, value = block, {name: item for name, item in value.items() if name != "kind"}
    if is_dataclass(hint):
        hints = _hints(hint)  # type: ignore[arg-type]
        return hint(**{name: _load_value(hints[name], item) for name, item in value.items()})  # type: ignore[operator]
    return _checked(hint, value)


@cache
def _hints(of: type) -> dict[str, Any]:
    """Kept, because reading them takes longer than reading a document."""
    return get_type_hints(of)


def _checked(hint: type, value: Any) -> Any:
    if type(value) is not hint:
        raise TypeError(f"{value!r} is not {hint.__name__}")
    return value
