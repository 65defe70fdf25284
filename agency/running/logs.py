"""What a line of the log looks like: for people, or JSON for machines."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from pythonjsonlogger.core import RESERVED_ATTRS

FORMATS: dict[str, dict[str, Any]] = {
    "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
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
