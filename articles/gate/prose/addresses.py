"""The addresses of a guide's links, and where they lead: within this site, elsewhere, or nowhere a reader can follow."""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import SplitResult, unquote, urlsplit

from articles.document.references import SCHEME
from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText, Link

WEB = ("", "http", "https")
# Names that only the editor's own machine or network knows; `staging` is what agencies call a copy for trying things out.
PRIVATE_LABELS = frozenset(
    {"localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan"}
)
STAGING = ("staging", "staging-")


class Target(Enum):
    NOWHERE = auto()
    SAME_PAGE = auto()
    SITE = auto()
    RELATIVE = auto()
    PRIVATE = auto()
    ELSEWHERE = auto()
    REFERENCE = auto()  # to what readers cannot open
    NO_PAGE = auto()  # an e-mail address or a telephone number


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A link, the text it stands in, and where it leads. `parts` is empty for an address that no browser could read."""

    place: Place
    link: Link
    parts: SplitResult
    target: Target

    @property
    def host(self) -> str:
        """The host’s name in small letters, empty for an address that has none."""
        return self.parts.hostname or ""

    @property
    def path(self) -> str:
        """The path of a page of this or another site, as its server sees it."""
        return unquote(self.parts.path) or "/"

    @property
    def destination(self) -> str:
        """The same for two addresses that lead to one page; the place within the page does not count."""
        if self.target in (Target.NO_PAGE, Target.REFERENCE):
            return self.link.address.casefold()
        host = "" if self.target is Target.SITE else self.parts.hostname or ""
        return f"{host}{self.path.rstrip('/')}?{self.parts.query}"


def placed_links(guide: DocumentText, hosts: frozenset[str]) -> Iterator[Placed]:
    """The links of the guide's texts in order; `hosts` are the site's own names."""
    for passage in guide.passages:
        for link in passage.links:
            parts = _parts(link.address)
            yield Placed(place=passage.place, link=link, parts=parts, target=_target(parts, hosts))


def external(guide: DocumentText, hosts: frozenset[str]) -> Iterator[Placed]:
    """The links to other sites, for checking whether their pages are still there."""
    return (placed for placed in placed_links(guide, hosts) if placed.target is Target.ELSEWHERE)


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address.strip())
    except ValueError:  # such as an unclosed bracket in the host
        return urlsplit("")


def _target(parts: SplitResult, hosts: frozenset[str]) -> Target:
    if f"{parts.scheme}:" == SCHEME:
        return Target.REFERENCE
    if parts.scheme not in WEB:
        return Target.NO_PAGE if parts.path else Target.NOWHERE
    if parts.scheme or parts.netloc:
        return _target_of_host(parts, hosts)
    if parts.path:
        return _target_of_path(parts.path)
    return Target.SAME_PAGE if parts.query or parts.fragment else Target.NOWHERE


def _target_of_host(parts: SplitResult, hosts: frozenset[str]) -> Target:
    host = parts.hostname
    if not host:
        return Target.NOWHERE
    if _is_private(host):
        return Target.PRIVATE
    return _target_of_path(parts.path or "/") if host in hosts else Target.ELSEWHERE


def _target_of_path(path: str) -> Target:
    if not path.startswith("/"):
        return Target.RELATIVE
    return Target.PRIVATE if path == "/admin" or path.startswith("/admin/") else Target.SITE


def _is_private(host: str) -> bool:
    """Whether only the editor can open a page of this host, if anybody."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:  # a name, not a number
        return "." not in host or host.rpartition(".")[2] in PRIVATE_LABELS or host.startswith(STAGING)
