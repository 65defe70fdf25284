"""Where the paths in a document lead: to its own parts and the machine it was written on, or elsewhere."""

import re
from urllib.parse import unquote

# A scheme has two letters or more: one is a drive.
SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.IGNORECASE)
WITHIN = {"file", "data", "cid"}
DRIVE = re.compile(r"[a-z][:|]", re.IGNORECASE)
# Word for Mac writes a path of its own machine as if its first folder were a server.
OWN_MACHINE = {"", "localhost", "applications", "library", "private", "users", "volumes"}


def leads_elsewhere(path: str) -> bool:
    """Whether whoever follows the path asks another machine; any text may come in."""
    plain = unquote(path).strip(" \t\r\n\"'“”").replace("\\", "/")
    scheme = SCHEME.match(plain)
    if scheme and scheme[1].casefold() not in WITHIN:
        return True
    rest = plain[scheme.end() :] if scheme else plain
    host = rest.lstrip("/").partition("/")[0]
    slashes = len(rest) - len(rest.lstrip("/"))
    if slashes < 2 or (scheme and slashes == 3) or DRIVE.fullmatch(host):
        return False
    return host.casefold() not in OWN_MACHINE
