"""What PHP's `serialize` wrote, as the fields of plug-ins hold it. Objects are read as arrays: nothing of them is run."""

import re
from typing import Any

DEEPEST = 100
SCALAR = re.compile(rb"(?:N|b:([01])|i:(-?\d{1,19})|d:([-\w.+]{1,40}));")
SIZED = re.compile(rb"(?:([sa])|O:\d{1,4}:\"[\w\\]{1,200}\"):(\d{1,10}):")


def read(text: str) -> Any:
    """The value; an array with the keys 0, 1, 2… is a list. Raises `ValueError` for what is no such text."""
    value, _ = _value(text.encode(), 0, 0)
    return value


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if found := SCALAR.match(data, at):
        truth, whole, broken = found.groups()
        value = truth == b"1" if truth else int(whole) if whole else float(broken) if broken else None
        return value, found.end()
    if not (found := SIZED.match(data, at)):
        raise ValueError(f"no value at {at}")
    size, at = int(found[2]), found.end()
    return _text(data, at, size) if found[1] == b"s" else _array(data, at, size, depth)


def _text(data: bytes, at: int, size: int) -> tuple[str, int]:
    """By its length in bytes, or up to the next end mark when a search-and-replace made that length wrong."""
    end = at + 1 + size
    if data[end : end + 2] != b'";':
        end = data.find(b'";', at + 1)
        if end < 0:
            raise ValueError("a text without an end")
    return data[at + 1 : end].decode(errors="replace"), end + 2


def _array(data: bytes, at: int, size: int, depth: int) -> tuple[Any, int]:
    at += 1
    values: dict[Any, Any] = {}
    for _ in range(size):
        if data[at : at + 1] == b"}":
            break
        key, at = _value(data, at, depth + 1)
        values[key if isinstance(key, int | str) else str(key)], at = _value(data, at, depth + 1)
    is_list = list(values) == list(range(len(values)))
    return (list(values.values()) if is_list else values), at + 1
