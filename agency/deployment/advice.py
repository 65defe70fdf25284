"""Where to mend what a check found: the file, the line, and the section that explains it."""

import os
from pathlib import Path

from django.conf import settings
from django.core import checks

MANUAL = "docs/operations.md"


def warning(number: int, what: str, mend: str, section: str) -> checks.CheckMessage:
    """A finding of `check --deploy`; the section is an anchor of the manual."""
    return checks.Warning(what, hint=f"{mend} See {MANUAL}#{section}.", id=f"agency.W{number:03}")


def setting(name: str, example: str) -> str:
    """Where a setting stands, and what to write there."""
    line = line_of(settings.ENV_FILE, f"{name}=") or line_of(settings.ENV_FILE, f"# {name}=")
    if line:
        return f"Line {line} of {settings.ENV_FILE} should read {example}."
    if os.environ.get(name):
        return f"The environment of the service sets {name}: there it should read {example}."
    return f"Add a line to {settings.ENV_FILE}: {example}."


def line_of(file: Path, beginning: str) -> int:
    """The number of the first line that begins so; 0 when there is none, or no such file."""
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith(beginning)), 0)
