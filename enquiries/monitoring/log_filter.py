"""Keeps links that open without an account out of the log: anybody who read one there could open its page."""

import logging
import re

LINK = re.compile(
    r"(/(?:enquiries/(?:status|sent|unsubscribe)|guides/shared|accounts/password/new|accounts/invitation)/)[^/\s]+"
)


def hide_links(text: str) -> str:
    """The text with dots in place of the signed part of each path."""
    return LINK.sub(r"\1…", text)


class HideLinks(logging.Filter):
    """Replaces the signed part of a path by dots, wherever in a line it stands."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = hide_links(record.getMessage()), None
        return True
