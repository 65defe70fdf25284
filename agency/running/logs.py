"""What a line of the log looks like: for people, or JSON for machines."""

import logging
import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from pythonjsonlogger.core import RESERVED_ATTRS

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class OneLine(logging.Formatter):
    """Shows line breaks and other control characters as people write them, so that nobody adds a line of their own (ASVS 16.4.1)."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's own name)
        return CONTROL.sub(lambda sign: repr(sign[0])[1:-1], super().formatMessage(record))


FORMATS: dict[str, dict[str, Any]] = {
    "line": {"()": "agency.running.logs.OneLine", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "format": "%(levelname)s %(name)s %(message)s",
        "rename_fields": {"levelname": "level", "name": "logger"},
        "timestamp": "time",
        # Django hands the request to some lines, and that names its private link.
        "reserved_attrs": [*RESERVED_ATTRS, "request"],
    },
}


def formatter(name: str) -> dict[str, Any]:
    """The configuration of the formatter for `LOG_FORMAT`. Raises `ImproperlyConfigured` for a name that is none."""
    if name not in FORMATS:
        raise ImproperlyConfigured(f"LOG_FORMAT must be one of {', '.join(FORMATS)}, not {name!r}.")
    return FORMATS[name]
