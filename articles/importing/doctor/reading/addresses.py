"""Where links lead: without what programs wrapped around their addresses."""

import re
from urllib.parse import parse_qs, urlsplit

WRAPPED = re.compile(r"https?://(?:www\.)?google\.[a-z.]+/url\?", re.IGNORECASE)
# Outlook's and Proofpoint's “safe” links hold the address in their query.
GUARDED = re.compile(r"https?://[\w.-]+\.safelinks\.protection\.outlook\.com/", re.IGNORECASE)
NOWHERE = re.compile(r"\s*(?:#?\s*$|javascript:|about:|data:|file:|blob:|vbscript:)", re.IGNORECASE)


def clean(address: str) -> str:
    """The address that a link means; empty where it leads nowhere."""
    if NOWHERE.match(address):
        return ""
    if WRAPPED.match(address):
        query = parse_qs(urlsplit(address).query)
        return next(iter(query.get("q") or query.get("url") or [address]))
    if GUARDED.match(address):
        return next(iter(parse_qs(urlsplit(address).query).get("url") or [address]))
    return "".join(address.split()) if "\n" in address else address.strip()


def path_of(address: str) -> str:
    """The path alone, without query and fragment; empty for what cannot be read."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """The host, or the words in place of one."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
