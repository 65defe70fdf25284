"""What a new machine must be told before a restored site is the same: in the words of `.env`."""

import os
import re

from django.conf import settings

NAMED = re.compile(r"^(?:# )?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
OUR_OWN_URL = "SITE_URL"


def told() -> str:
    """Each setting of `.env.example` that is set here.

    The site's own come with their values, SECRET_KEY above all: without it no link works. Of addresses with somebody
    else's password only the names are told: a new machine gets passwords of its own.
    """
    names = NAMED.findall((settings.BASE_DIR / ".env.example").read_text())
    return "".join(_line(name) for name in dict.fromkeys(names) if os.environ.get(name))


def key_in(told: str) -> str:
    """The SECRET_KEY of a site that told its settings."""
    found = re.search(r"^SECRET_KEY=(.*)$", told, re.MULTILINE)
    return found[1] if found else ""


def _line(name: str) -> str:
    if name.endswith("_URL") and name != OUR_OWN_URL:
        return f"# {name} was set; give this machine its own.\n"
    return f"{name}={os.environ[name]}\n"
