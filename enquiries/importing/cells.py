"""What a cell says, without what plug-ins put around it."""

import html
import json
import re
from typing import Any

from articles.importing.doctor.unbuild.stored import php

# What keeps a spreadsheet from running a cell that begins with one of these: an apostrophe, or Flamingo's warning.
RUN_BY_SPREADSHEETS = "=+-@"
WARNING = re.compile(r"\(Security Alert: [^)]*\)\s*(?=[=+@-])")
SERIALISED = re.compile(r"[abdis]:\d|N;")


def plain(cell: str) -> str:
    """The text of a cell; of a list its items with commas between."""
    text = WARNING.sub("", html.unescape(cell).strip(), count=1)
    if text[:1] == "'" and text[1:2] in tuple(RUN_BY_SPREADSHEETS):
        text = text[1:]
    values = unpacked(text)
    return ", ".join(filter(None, map(_text, values))) if isinstance(values, list) else text


def unpacked(text: str) -> Any:
    """The list or the named values that PHP or JSON wrote into a cell; None where it is any other text."""
    if text[:1] not in tuple("a[{") or text[-1:] not in tuple("}]"):
        return None
    try:
        value = php.read(text) if SERIALISED.match(text) else json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def named(value: dict[Any, Any]) -> dict[str, str]:
    """Named values as texts."""
    return {str(name): _text(one) for name, one in value.items()}


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case dict():
            return ", ".join(filter(None, map(_text, value.values())))
        case list():
            return ", ".join(filter(None, map(_text, value)))
        case _:
            return str(value).strip()
