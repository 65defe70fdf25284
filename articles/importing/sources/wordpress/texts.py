"""Fields that are one line for readers, however they are stored."""

import re
from html import unescape

from articles.lib.visible import one_line

TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--[^<>]*--)>")
BREAK = re.compile(r"<(?:br|/p|/li|/h\d|/div)\b[^<>]*>", re.IGNORECASE)


def line(text: str) -> str:
    """The words of a title, name or excerpt, without its tags, its entities and its line breaks."""
    return one_line(unescape(TAG.sub("", BREAK.sub(" ", text))))
