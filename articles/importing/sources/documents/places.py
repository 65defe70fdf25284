"""Where files of a folder are, and what an address in one of them means."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from articles.importing.addresses import bare

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
WINDOWS = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)
# Where generators of sites keep what their pages show from the root of the site.
ROOTS = ("", "static/", "public/", "content/", "src/", "assets/", "source/")
# The folder beside a page that a browser or an office program saved it with.
SAVED_WITH = re.compile(
    r"[ _.-]?(?:files|fld|dateien|fichiers|archivos|file|bestanden|pliki|bilder|images|html)", re.IGNORECASE
)


def absolute(address: str, page: str) -> str:
    """An address in the file at `page` as a path of the folder that begins with `/`; as it is where it leads elsewhere."""
    address = address.strip()
    if not address or (ELSEWHERE.match(address) and not WINDOWS.match(address)):
        return address
    path, sign, rest = _parted(address.replace("\\", "/"))
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(path)))
    slash = "/" if path.endswith("/") and joined != "/" else ""
    return quote(f"/{joined.lstrip('/')}{slash}") + sign + rest


def _parted(address: str) -> tuple[str, str, str]:
    """The path, the sign that ends it, and what comes after."""
    found = re.search(r"[?#]", address)
    return (address[: found.start()], found[0], address[found.end() :]) if found else (address, "", "")


def paths(address: str, hosts: frozenset[str]) -> Iterator[str]:
    """The paths at which the file with this address may be, the likeliest first; none for one of another site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if parts.scheme not in ("", "http", "https") or (parts.netloc and bare(parts.netloc) not in hosts):
        return
    path = posixpath.normpath("/" + unquote(parts.path)).lstrip("/")
    yield from (root + path for root in ROOTS)


def is_of_a_page(path: str, pages: frozenset[str]) -> bool:
    """Whether a file lies in the folder with which one of the pages was saved; `pages` are their paths without endings."""
    folders = path.split("/")[:-1]
    for depth in range(1, len(folders) + 1):
        folder = "/".join(folders[:depth])
        if any(
            folder.startswith(page) and SAVED_WITH.fullmatch(folder[len(page) :]) for page in _beside(folder, pages)
        ):
            return True
    return False


def _beside(folder: str, pages: frozenset[str]) -> Iterator[str]:
    """The pages whose name begins as the folder's does."""
    name = folder.rpartition("/")[2]
    return (folder[:end] for end in range(len(folder) - len(name) + 1, len(folder)) if folder[:end] in pages)
